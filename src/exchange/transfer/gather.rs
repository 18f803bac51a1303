//! What has been read of a file: what is fresh here, what is known, and where a copied tablet's history parts.

use super::branches::{Branches, Told};
use crate::log::hash::Sha;
use crate::log::line::{Line, LineForm};
use crate::log::proven::Passing;
use crate::log::segment::{Rescued, Segment};
use crate::model::id::{DeviceId, Id};
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What has been read of a file so far.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) branches: Branches,
    pub(crate) fresh: Vec<Passing>,
    pub(crate) ops: Vec<Operation>,
    /// What the file tells of everyone, known or not.
    pub(crate) holds: VersionVector,
    /// What it holds with all its words: a copy of it.
    pub(crate) copies: VersionVector,
    /// The lines without words, and the records they were about.
    hollow: Vec<(Stream, u64, String, Id)>,
    /// Of each history and the name it is filed under, the hashes of what has its name here already; none where a line lost
    /// its hash with its words.
    pub(super) known: HashMap<(Told, Stream), BTreeMap<u64, Option<Sha>>>,
    /// The first operation that has the name of another one that came before it in the file.
    pub(super) clash: Option<(Told, u64, Sha)>,
    /// Of each stream the history that was told last, and its last number.
    told: HashMap<Stream, (Told, u64)>,
    /// Where among what is fresh a segment stands, by its name.
    places: BTreeMap<(Stream, u64), usize>,
    pub(crate) orgs: BTreeSet<String>,
    pub(crate) writers: BTreeSet<DeviceId>,
    /// What the device that made the file could not store.
    pub(crate) rescued: Option<Rescued>,
}

impl Gathered {
    /// Starts to read a file whose streams part like this.
    pub(crate) fn with(branches: Branches) -> Gathered {
        Gathered { branches, ..Gathered::default() }
    }

    /// Sorts a segment's operations into those known here and those that are fresh.
    pub(crate) fn take(&mut self, seen: &VersionVector, found: Option<(Passing, Vec<Operation>)>) {
        let Some((passing, ops)) = found else { return };
        let segment = passing.segment();
        if !segment.org.is_empty() {
            self.orgs.insert(segment.org.clone());
        }
        self.writers.insert(segment.writer.dev);
        if segment.lines.is_empty() {
            return;
        }
        let told = self.tell(segment);
        if self.is_all_fresh(seen, segment, told) {
            let (stream, from, to) = (segment.stream, segment.first(), segment.last());
            self.holds.insert_range(stream, from, to);
            self.copies.insert_range(stream, from, to);
            self.add(passing);
            self.ops.extend(ops);
            return;
        }
        let segment = passing.into_segment();
        let Segment { writer, org, before: mut chain, .. } = segment;
        let mut run: Option<Segment> = None;
        for (line, mut op) in segment.lines.into_iter().zip(ops) {
            let before = chain;
            chain = chain.then(line.leaf);
            let stream = self.branches.name(told, line.seq);
            op.stream = stream;
            let known = seen.contains(stream, line.seq);
            if known {
                let known = self.known.entry((told, stream)).or_default();
                known.insert(line.seq, Some(line.leaf).filter(|_| line.form != LineForm::Cut));
            }
            let held = !known && self.holds.contains(stream, line.seq);
            if held && self.clash.is_none() && self.is_another(stream, &line) {
                self.clash = Some((told, line.seq, line.leaf));
            }
            let fresh = !known && !held;
            self.holds.insert(stream, line.seq);
            if matches!(line.form, LineForm::Whole { .. }) {
                self.copies.insert(stream, line.seq);
            } else {
                self.hollow.push((stream, line.seq, op.kind.clone(), op.id));
            }
            if !fresh || run.as_ref().is_some_and(|run| run.stream != stream) {
                run.take().into_iter().for_each(|run| self.add(Passing::Made(run)));
            }
            if fresh {
                let begin = || Segment { stream, writer, org: org.clone(), before, lines: Vec::new() };
                run.get_or_insert_with(begin).lines.push(line);
                self.ops.push(op);
            }
        }
        run.into_iter().for_each(|run| self.add(Passing::Made(run)));
    }

    /// Which history a segment goes on with: another one where the file has told of its numbers already.
    fn tell(&mut self, segment: &Segment) -> Told {
        let (stream, last) = (segment.stream, segment.last());
        let told = match self.told.get(&stream) {
            Some((told, end)) if segment.first() > *end => *told,
            Some((told, _)) => Told { stream, before: told.before + 1 },
            None => Told { stream, before: 0 },
        };
        self.told.insert(stream, (told, last));
        told
    }

    /// Notes a segment of which nothing was known or held.
    fn add(&mut self, passing: Passing) {
        let segment = passing.segment();
        self.places.insert((segment.stream, segment.first()), self.fresh.len());
        self.fresh.push(passing);
    }

    /// Whether a line is another one than what is held under its name. One that lost its hash cannot be compared.
    fn is_another(&self, stream: Stream, line: &Line) -> bool {
        let place = self.places.range(..=(stream, line.seq)).next_back();
        let segment = place.and_then(|(_, at)| self.fresh.get(*at)).map(Passing::segment);
        let held = segment.filter(|segment| segment.stream == stream);
        let held = held.and_then(|segment| segment.lines.iter().find(|held| held.seq == line.seq));
        held.is_some_and(|held| ![held.form, line.form].contains(&LineForm::Cut) && held.leaf != line.leaf)
    }

    /// Whether all of a segment is fresh, with all its words, and goes on under its own name.
    fn is_all_fresh(&self, seen: &VersionVector, segment: &Segment, told: Told) -> bool {
        let (stream, from, to) = (segment.stream, segment.first(), segment.last());
        let known = seen.contains_any(stream, from, to) || self.holds.contains_any(stream, from, to);
        let whole = || segment.lines.iter().all(|line| matches!(line.form, LineForm::Whole { .. }));
        !known && !self.branches.parts(told) && whole()
    }

    /// Leaves out fresh lines whose words are gone although their record is not erased: nobody has a reason to send
    /// such lines, and once they were known, the true ones would be passed over.
    pub(crate) fn leave_out_hollow(&mut self, erased: impl Fn(&str, Id) -> bool) {
        // Of what was erased, a line without words is all there can be.
        let as_it_should = self.hollow.iter().filter(|(_, _, kind, id)| erased(kind, *id));
        self.copies.extend(as_it_should.map(|(stream, seq, ..)| (*stream, *seq)));
        if self.hollow.iter().all(|(_, _, kind, id)| erased(kind, *id)) {
            return;
        }
        let mut ops = std::mem::take(&mut self.ops).into_iter();
        for passing in std::mem::take(&mut self.fresh) {
            if passing.segment().lines.iter().all(|line| matches!(line.form, LineForm::Whole { .. })) {
                self.ops.extend(ops.by_ref().take(passing.segment().lines.len()));
                self.fresh.push(passing);
                continue;
            }
            let Segment { stream, writer, org, before: mut chain, lines } = passing.into_segment();
            let mut run: Option<Segment> = None;
            for (line, op) in lines.into_iter().zip(ops.by_ref()) {
                let before = chain;
                chain = chain.then(line.leaf);
                if !matches!(line.form, LineForm::Whole { .. }) && !erased(&op.kind, op.id) {
                    self.fresh.extend(run.take().map(Passing::Made));
                    continue;
                }
                let begin = || Segment { stream, writer, org: org.clone(), before, lines: Vec::new() };
                run.get_or_insert_with(begin).lines.push(line);
                self.ops.push(op);
            }
            self.fresh.extend(run.map(Passing::Made));
        }
    }
}
