//! Whether runs of operations that were found in several files are one history.

use super::{Said, called};
use crate::log::hash::Sha;
use crate::log::line::LineForm;
use crate::log::segment::Segment;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use std::collections::{BTreeMap, BTreeSet};

/// What runs of operations say of one another.
#[derive(Debug, Default)]
pub struct Chains {
    holds: VersionVector,
    /// The chain behind every operation.
    behind: BTreeMap<Stream, Vec<(u64, Sha)>>,
    /// Where each run begins, after what, and in which file.
    begins: Vec<(Stream, u64, Sha, String)>,
    /// Where a stream begins that is the branch of another.
    forks: BTreeMap<Stream, u64>,
    /// Streams of which lines lost the hash that they had with their words: their chain was counted anew.
    counted_anew: BTreeSet<Stream>,
}

impl Chains {
    /// Takes in a run that has proved itself.
    pub fn take(&mut self, file: &str, segment: &Segment) {
        let (stream, first) = (segment.stream, segment.first());
        self.holds.insert_range(stream, first, segment.last());
        match segment.fork() {
            Some(start) if start == segment.before => _ = self.forks.insert(stream, first),
            _ if first > 1 => self.begins.push((stream, first, segment.before, file.to_owned())),
            _ => {}
        }
        let behind = self.behind.entry(stream).or_default();
        let mut chain = segment.before;
        for line in &segment.lines {
            chain = chain.then(line.leaf);
            behind.push((line.seq, chain));
            if line.form == LineForm::Cut {
                self.counted_anew.insert(stream);
            }
        }
    }

    /// The operations that were found.
    pub fn holds(&self) -> &VersionVector {
        &self.holds
    }

    /// Says which runs do not follow upon what stands before them, and which tablets have two histories.
    pub fn judge(&mut self, wrong: &mut Vec<Said>, notes: &mut Vec<Said>) {
        let mut parted = BTreeSet::new();
        for (stream, behind) in &mut self.behind {
            behind.sort_unstable();
            behind.dedup();
            if behind.windows(2).any(|two| two[0].0 == two[1].0) && !self.counted_anew.contains(stream) {
                parted.insert(*stream);
                let said = "it was copied, or put back to an older state, and both of its histories are here. The app keeps both";
                notes.push(Said::new("two-histories", called(*stream), said));
            }
        }
        for (stream, first, before, file) in &self.begins {
            let behind = self.behind.get(stream).map(Vec::as_slice).unwrap_or_default();
            let from = behind.partition_point(|(seq, _)| seq + 1 < *first);
            let mut stand =
                behind[from..].iter().take_while(|(seq, _)| seq + 1 == *first).map(|(_, chain)| chain).peekable();
            // What is not here cannot be followed upon; that it is missing is said.
            let follows = stand.peek().is_none() || stand.any(|chain| chain == before);
            if !follows && !parted.contains(stream) && !self.counted_anew.contains(stream) {
                let at = if file.is_empty() { called(*stream) } else { file.clone() };
                let said = format!(
                    "operation {first} of {} does not follow upon the one before it: one of the two was changed",
                    called(*stream)
                );
                wrong.push(Said::new("broken-chain", at, said));
            }
        }
    }

    /// Which operations are not here, though later ones of the same tablet are, or `promised` names them.
    pub fn gaps(&self, promised: &VersionVector) -> Vec<(Stream, Vec<(u64, u64)>)> {
        let mut all = self.holds.clone();
        all.join(promised);
        let gaps = all.streams().map(|(stream, _)| {
            let mut missing = VersionVector::default();
            let begins = self.forks.get(&stream).copied().unwrap_or(1);
            if begins <= all.last(stream) {
                missing.insert_range(stream, begins, all.last(stream));
            }
            for (held, ranges) in self.holds.streams() {
                if held == stream {
                    ranges.iter().for_each(|(from, to)| missing.remove_range(stream, *from, *to));
                }
            }
            let missing: Vec<(u64, u64)> = missing.streams().flat_map(|(_, ranges)| ranges.to_vec()).collect();
            (stream, missing)
        });
        gaps.filter(|(_, missing)| !missing.is_empty()).collect()
    }
}
