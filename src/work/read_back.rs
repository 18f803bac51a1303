//! Nothing is called saved that could not be read again.

use super::error::WorkError;
use crate::log::canonical;
use crate::log::fault::{Fault, ReadError};
use crate::log::segment::{LONGEST_LINE, Segment};
use crate::model::operation::Operation;

/// How many operations are read back before they are stored. More come only from lists, whose rows were checked one by
/// one and go through the same writer; for those it is looked at whether each line is short enough to be read.
const READ_BACK: usize = 200;

/// Refuses a segment that holds something else than these operations once it is read.
pub(crate) fn check(segment: &Segment, bytes: &[u8], ops: &[Operation]) -> Result<(), WorkError> {
    // Beside the line stand brackets or a comma and a line feed.
    let too_long = |line: &crate::log::line::Line| line.text.len() + 4 > LONGEST_LINE;
    if let Some(at) = segment.lines.iter().position(too_long) {
        return Err(WorkError::Unreadable(ReadError { line: at + 2, fault: Fault::TooLong }));
    }
    if ops.len() > READ_BACK {
        return Ok(());
    }
    let (_, read) = Segment::from_bytes(bytes).map_err(WorkError::Unreadable)?;
    // JSON has one zero, and says nothing of what is no number.
    let said = |op: &Operation| {
        let mut json = String::new();
        canonical::map(&mut json, &op.set);
        json
    };
    let same = |(a, b): (&Operation, &Operation)| a == b || (a.id == b.id && a.seq == b.seq && said(a) == said(b));
    if read.len() != ops.len() || !read.iter().zip(ops).all(same) {
        return Err(WorkError::Unreadable(ReadError { line: 2, fault: Fault::Damaged }));
    }
    Ok(())
}
