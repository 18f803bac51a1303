//! A file of notes read line by line, in the memory of its largest segment.

use super::Said;
use crate::desk::error::DeskError;
use crate::desk::wrong;
use crate::log::document::Reader;
use crate::log::fault::{Fault, ReadError};
use crate::log::proven::Passing;
use crate::log::segment::LONGEST_LINE;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Reads a file from its beginning to its end, also past damage. Every segment that proves itself is told. Gives what is
/// wrong.
///
/// # Errors
/// Where the disk fails.
pub fn scan(path: &Path, mut told: impl FnMut(&Passing)) -> Result<Vec<ReadError>, DeskError> {
    let cannot = || DeskError::at(path, "it cannot be read");
    let mut lines = BufReader::with_capacity(1 << 20, File::open(path).map_err(cannot())?);
    let (mut reader, mut faults, mut line) = (Reader::default(), Vec::new(), Vec::new());
    while next(&mut lines, &mut line).map_err(cannot())? {
        match reader.line(&line) {
            Ok(found) => found.iter().for_each(|(passing, _)| told(passing)),
            Err(fault) => {
                let stop = matches!(fault.fault, Fault::NotOurs | Fault::Newer);
                faults.push(fault);
                if stop {
                    return Ok(faults);
                }
                // What was whole of it is no proof of anything.
                drop(reader.skip_damage());
            }
        }
    }
    // Where something is wrong already, the end says nothing new.
    faults.extend(reader.finish().err().filter(|_| faults.is_empty()));
    Ok(faults)
}

/// The next line with its line feed; what is too long for one of ours is cut, and the rest of it passed over.
fn next(lines: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let most = LONGEST_LINE as u64 + 1;
    lines.take(most).read_until(b'\n', line)?;
    if line.len() as u64 == most && !line.ends_with(b"\n") {
        loop {
            let part = lines.fill_buf()?;
            let end = memchr::memchr(b'\n', part);
            let (used, done) = (end.map_or(part.len(), |at| at + 1), end.is_some() || part.is_empty());
            lines.consume(used);
            if done {
                break;
            }
        }
    }
    Ok(!line.is_empty())
}

/// What is wrong with a file, as it is told.
pub fn said(file: &str, fault: &ReadError) -> Said {
    let what = match fault.fault {
        Fault::Newer => "newer",
        _ => "damaged",
    };
    Said::new(what, file, wrong::read(fault))
}
