//! A file read from its beginning to its end in bounded memory, also past damage.

use super::branches::Branches;
use super::gather::Gathered;
use super::{CHUNK, ImportError};
use crate::log::document::Reader;
use crate::log::fault::{Fault, ReadError};
use crate::log::segment::LONGEST_LINE;
use crate::model::version_vector::VersionVector;
use crate::ports::InFile;
use crate::work::job::Job;
use crate::work::workspace::Workspace;
use memchr::memmem;

/// How the header of a segment begins. Within a line it stands nowhere else: quotes in words are escaped.
const HEADER: &[u8] = b"{\"$schema\"";
/// How many bytes are looked at before the screen may breathe.
const SLICE: usize = 128 << 10;
/// How much of a hole is kept, for a header that begins in it. Headers are shorter.
const TAIL: usize = 64 << 10;

/// A file on its way in.
struct Intake {
    gathered: Gathered,
    reader: Reader,
    faults: Vec<ReadError>,
    /// Whether what is whole of a damaged file is wanted.
    salvage: bool,
    /// Whether lines are passed over until a segment begins.
    passing: bool,
}

impl Intake {
    fn line(&mut self, seen: &VersionVector, line: &[u8]) -> Result<(), ReadError> {
        let passing = self.passing;
        self.element(seen, line)?;
        if !passing && !self.passing || line.starts_with(HEADER) {
            return Ok(());
        }
        // A segment may begin in the same line in which the damage ends.
        match memmem::find(line, HEADER) {
            Some(at) => self.element(seen, &line[at..]),
            None => Ok(()),
        }
    }

    fn element(&mut self, seen: &VersionVector, line: &[u8]) -> Result<(), ReadError> {
        match self.reader.line(line) {
            Ok(found) => {
                self.gathered.take(seen, found);
                self.passing &= !line.starts_with(HEADER);
                Ok(())
            }
            Err(fault) => self.fault(seen, fault),
        }
    }

    /// Notes a fault, keeps what was whole before it, and goes on with the next segment.
    fn fault(&mut self, seen: &VersionVector, fault: ReadError) -> Result<(), ReadError> {
        if !self.salvage {
            return Err(fault);
        }
        self.faults.push(fault);
        self.gathered.take(seen, self.reader.skip_damage());
        self.passing = true;
        Ok(())
    }
}

impl Workspace {
    /// Reads a file from its beginning to its end.
    pub(crate) async fn read_once(
        &self,
        file: &dyn InFile,
        branches: Branches,
        salvage: bool,
        job: &Job,
    ) -> Result<(Gathered, Vec<ReadError>), ImportError> {
        let (gathered, reader) = (Gathered::with(branches), Reader::default());
        let mut intake = Intake { gathered, reader, faults: Vec::new(), salvage, passing: false };
        let seen = self.readable().await?;
        let (mut rest, mut offset, mut passed, size) = (Vec::new(), 0, 0, file.size());
        // Whether `rest` goes on with a line that is longer than any of ours.
        let mut hole = false;
        loop {
            let chunk = file.read(offset, CHUNK).await;
            let chunk = chunk.map_err(|error| ImportError::File { name: file.name(), error })?;
            let at_end = chunk.is_empty();
            offset += chunk.len() as u64;
            // What was left has no line feed, so it is looked for in what came.
            let mut came = rest.len();
            rest.extend_from_slice(&chunk);
            if hole {
                (hole, came) = (pass_over(&mut rest), 0);
            }
            let whole = match () {
                () if hole => 0,
                () if at_end => rest.len(),
                () => memchr::memrchr(b'\n', &rest[came..]).map_or(0, |at| came + at + 1),
            };
            let mut since = 0;
            for line in rest[..whole].split_inclusive(|byte| *byte == b'\n') {
                intake.line(&seen, line)?;
                since += line.len();
                if since >= SLICE {
                    passed += std::mem::take(&mut since) as u64;
                    job.step(passed as usize, size as usize).await?;
                }
            }
            rest.drain(..whole);
            if rest.len() > LONGEST_LINE {
                // However it goes on, no line of ours is so long; reading it all would fill the memory.
                let fault = intake.reader.line(&rest).err();
                if let Some(fault) = fault.or((!salvage).then_some(ReadError { line: 1, fault: Fault::TooLong })) {
                    intake.fault(&seen, fault)?;
                }
                hole = pass_over(&mut rest);
            }
            if at_end {
                break;
            }
            passed = offset - rest.len() as u64;
            job.step(passed as usize, size as usize).await?;
        }
        if let Err(fault) = intake.reader.finish() {
            intake.fault(&seen, fault)?;
        }
        let Intake { mut gathered, reader, faults, .. } = intake;
        gathered.rescued = reader.rescued().cloned();
        Ok((gathered, faults))
    }
}

/// Drops what there is of a line that is too long, but for a header that begins in it. Whether the line goes on.
fn pass_over(rest: &mut Vec<u8>) -> bool {
    let end = memchr::memchr(b'\n', rest).map(|at| at + 1);
    let upto = end.unwrap_or(rest.len());
    let kept = memmem::rfind(&rest[..upto], HEADER).filter(|at| upto - at <= TAIL);
    // A header may begin at the very end of what was read.
    let keep = kept.or((end.is_none()).then_some(upto.saturating_sub(HEADER.len()))).unwrap_or(upto);
    rest.drain(..keep);
    end.is_none()
}
