//! What has been read of a file: what is fresh here, what is known, and where a copied tablet's history parts.

use crate::log::hash::Sha;
use crate::log::line::LineForm;
use crate::log::proven::Passing;
use crate::log::segment::{Rescued, Segment};
use crate::model::id::{DeviceId, Id};
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Where streams of a file part from those of the same name here, and under which name they go on.
///
/// A tablet that was copied, or put back to an older state, goes on under numbers that are in use elsewhere. From the
/// first operation that differs the file's history is filed as a branch, so that nobody loses either. The name of a
/// branch follows from that operation alone: every tablet that meets it chooses the same. Stamps keep the writer's
/// own name, so the same operations make the same book wherever and however often they are filed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Branches(BTreeMap<Stream, (u64, Stream)>);

impl Branches {
    /// Under which name an operation is filed.
    pub(super) fn name(&self, mut stream: Stream, seq: u64) -> Stream {
        while let Some((_, branch)) = self.0.get(&stream).filter(|(from, _)| seq >= *from) {
            stream = *branch;
        }
        stream
    }

    /// Whether this stream goes on under another name.
    pub(crate) fn part(&self, stream: Stream) -> bool {
        self.0.contains_key(&stream)
    }

    /// Whether no stream parts.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes the first difference of a stream; `false` if it was known to part already.
    pub(crate) fn note(&mut self, stream: Stream, seq: u64, leaf: Sha) -> bool {
        let name = Sha::of(format!("porchlight branch {} {} {leaf}", stream.dev, stream.epoch).as_bytes());
        let [a, b, c, d, e, f, g, h, ..] = name.0;
        let branch = Stream { dev: DeviceId(u64::from_be_bytes([a, b, c, d, e, f, g, h])), epoch: 1 };
        self.0.insert(stream, (seq, branch)).is_none()
    }
}

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
    /// The hashes of what is known here already; none where a line lost its hash with its words.
    pub(crate) known: HashMap<Stream, BTreeMap<u64, Option<Sha>>>,
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
        if self.is_all_fresh(seen, segment) {
            let (stream, from, to) = (segment.stream, segment.first(), segment.last());
            self.holds.insert_range(stream, from, to);
            self.copies.insert_range(stream, from, to);
            self.fresh.push(passing);
            self.ops.extend(ops);
            return;
        }
        let segment = passing.into_segment();
        let Segment { writer, org, before: mut chain, .. } = segment;
        let mut run: Option<Segment> = None;
        for (line, mut op) in segment.lines.into_iter().zip(ops) {
            let before = chain;
            chain = chain.then(line.leaf);
            let stream = self.branches.name(segment.stream, line.seq);
            op.stream = stream;
            let known = seen.contains(stream, line.seq);
            if known {
                self.known
                    .entry(stream)
                    .or_default()
                    .insert(line.seq, Some(line.leaf).filter(|_| line.form != LineForm::Cut));
            }
            let fresh = !known && !self.holds.contains(stream, line.seq);
            self.holds.insert(stream, line.seq);
            if matches!(line.form, LineForm::Whole { .. }) {
                self.copies.insert(stream, line.seq);
            } else {
                self.hollow.push((stream, line.seq, op.kind.clone(), op.id));
            }
            if !fresh || run.as_ref().is_some_and(|run| run.stream != stream) {
                self.fresh.extend(run.take().map(Passing::Made));
            }
            if fresh {
                let begin = || Segment { stream, writer, org: org.clone(), before, lines: Vec::new() };
                run.get_or_insert_with(begin).lines.push(line);
                self.ops.push(op);
            }
        }
        self.fresh.extend(run.map(Passing::Made));
    }

    /// Whether all of a segment is fresh, with all its words, and goes on under its own name.
    fn is_all_fresh(&self, seen: &VersionVector, segment: &Segment) -> bool {
        let (stream, from, to) = (segment.stream, segment.first(), segment.last());
        let known = seen.contains_any(stream, from, to) || self.holds.contains_any(stream, from, to);
        let whole = || segment.lines.iter().all(|line| matches!(line.form, LineForm::Whole { .. }));
        !known && !self.branches.part(stream) && !segment.lines.is_empty() && whole()
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
