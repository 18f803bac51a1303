//! A run of operations of one stream that proves itself: a header, a line an operation, a trailer with hashes.
//!
//! A segment's bytes are the same in the database, in a shared folder and in an exported file. Two hashes stand in the
//! trailer: `sha256`, over the lines of this segment, tells damage; `chain`, over every operation of the stream up to
//! here, tells two histories apart however they were cut into segments.

use crate::log::canonical::{self, Object};
use crate::log::hash::{LineHasher, Sha};
use crate::log::line::{self, Line, LineForm};
use crate::model::operation::Operation;
use crate::model::stamp::Stream;
use crate::model::value::Value;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What the header of every segment says it is.
pub const KIND: &str = "porchlight.segment";
/// The version of the form below. Readers that know `min_reader` can read it.
pub const FORMAT: u32 = 1;
/// Where the schema of the form is shipped, relative to the app.
pub const SCHEMA: &str = "schema/porchlight-log.schema.json";
/// How many operations a segment holds at most when we write it.
pub const MOST: usize = 2_000;
/// The longest line that is read, in bytes: several times the longest text a form takes.
pub const LONGEST_LINE: usize = 4 << 20;

/// The first line of a segment.
#[derive(Deserialize)]
pub(crate) struct Header {
    #[serde(rename = "$schema", default)]
    pub(crate) schema: String,
    #[serde(default)]
    pub(crate) app: String,
    pub(crate) dev: crate::model::id::DeviceId,
    pub(crate) epoch: u32,
    pub(crate) format: u32,
    pub(crate) kind: String,
    pub(crate) min_reader: u32,
    #[serde(default)]
    pub(crate) org: String,
    pub(crate) prev_sha: Sha,
    pub(crate) seq: (u64, u64),
    /// What was being typed where this was written and could not be stored there.
    #[serde(default)]
    pub(crate) rescued: Option<Rescued>,
    /// Who wrote the operations, where they are filed under a branch's name.
    #[serde(default)]
    pub(crate) writer: Option<Stream>,
}

/// Drafts and typed words that a device could not store. An export carries them in its first header, where readers that
/// do not know of them pass over them; the device itself takes them back.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Rescued {
    /// The device.
    pub dev: crate::model::id::DeviceId,
    /// What it could not store, by its place in the store.
    pub small: BTreeMap<String, Value>,
}

/// The last line of a segment.
#[derive(Deserialize)]
pub(crate) struct Trailer {
    pub(crate) chain: Sha,
    pub(crate) end: bool,
    pub(crate) n: usize,
    pub(crate) sha256: Sha,
}

impl Header {
    /// The line, its members in canonical order.
    fn to_json(&self) -> String {
        let mut json = String::new();
        let mut header = Object::open(&mut json);
        header.text("$schema", &self.schema);
        header.text("app", &self.app);
        header.text("dev", &self.dev.to_string());
        header.whole("epoch", self.epoch.into());
        header.whole("format", self.format.into());
        header.text("kind", &self.kind);
        header.whole("min_reader", self.min_reader.into());
        header.text("org", &self.org);
        header.text("prev_sha", &self.prev_sha.to_string());
        if let Some(rescued) = &self.rescued {
            let mut object = Object::open(header.member("rescued"));
            object.text("dev", &rescued.dev.to_string());
            canonical::map(object.member("small"), &rescued.small);
            object.close();
        }
        canonical::array(header.member("seq"), &[self.seq.0, self.seq.1], |json, seq| canonical::whole(json, *seq));
        if let Some(writer) = self.writer {
            let mut object = Object::open(header.member("writer"));
            object.text("dev", &writer.dev.to_string());
            object.whole("epoch", writer.epoch.into());
            object.close();
        }
        header.close();
        json
    }
}

impl Trailer {
    /// The line, its members in canonical order.
    fn to_json(&self) -> String {
        let mut json = String::new();
        let mut trailer = Object::open(&mut json);
        trailer.text("chain", &self.chain.to_string());
        if self.end {
            trailer.yes("end");
        }
        trailer.whole("n", self.n as u64);
        trailer.text("sha256", &self.sha256.to_string());
        trailer.close();
        json
    }
}

/// The name of a stored segment: its stream and the sequence number of its first operation.
///
/// Keys sort by device, epoch, number, so the segments of a stream lie next to each other in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentKey {
    /// The stream it is a piece of.
    pub stream: Stream,
    /// The sequence number of its first operation, below 2⁵³.
    pub first: u64,
}

/// A run of operations of one stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The stream they are filed under.
    pub stream: Stream,
    /// Who wrote them: the same, except on a branch.
    pub writer: Stream,
    /// The organization whose notes they are, as the header says.
    pub org: String,
    /// The stream's chain before the first line.
    pub before: Sha,
    /// The operations, one a line, without gaps in their numbers. Never empty.
    pub lines: Vec<Line>,
}

impl Segment {
    /// The number of its first operation.
    pub fn first(&self) -> u64 {
        self.lines.first().map_or(0, |line| line.seq)
    }

    /// The number of its last operation.
    pub fn last(&self) -> u64 {
        self.lines.last().map_or(0, |line| line.seq)
    }

    /// The stream's chain after the last line.
    pub fn after(&self) -> Sha {
        self.lines.iter().fold(self.before, |chain, line| chain.then(line.leaf))
    }

    /// Where the chain of a branch begins, if this is the first piece of one: with the branch, because what went before
    /// it stands elsewhere and may lose its hashes.
    pub fn fork(&self) -> Option<Sha> {
        let start = if self.first() == 1 { self.writer } else { self.stream };
        (self.stream != self.writer).then(|| Sha::start_of(start))
    }

    /// Its name in the store.
    pub fn key(&self) -> SegmentKey {
        SegmentKey { stream: self.stream, first: self.first() }
    }

    /// Its header as it is stored and sent, carrying what its device could not store.
    pub(crate) fn header(&self, rescued: Option<Rescued>) -> String {
        Header {
            schema: SCHEMA.to_owned(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            dev: self.stream.dev,
            epoch: self.stream.epoch,
            format: FORMAT,
            kind: KIND.to_owned(),
            min_reader: FORMAT,
            org: self.org.clone(),
            prev_sha: self.before,
            seq: (self.first(), self.last()),
            rescued,
            writer: Some(self.writer).filter(|writer| *writer != self.stream),
        }
        .to_json()
    }

    /// Adds its lines as they are stored and sent, header and trailer included, a comma and a line feed between them.
    pub(crate) fn write_to(&self, bytes: &mut Vec<u8>, rescued: Option<Rescued>) {
        let header = self.header(rescued);
        let mut hasher = LineHasher::default();
        hasher.line(&header);
        self.lines.iter().for_each(|line| hasher.line(&line.text));
        self.write_proven(bytes, &header, self.after(), hasher.finish());
    }

    /// The same under this header, where the chain after the lines and the hash over all are known.
    pub(crate) fn write_proven(&self, bytes: &mut Vec<u8>, header: &str, chain: Sha, sha256: Sha) {
        let trailer = Trailer { chain, end: true, n: self.lines.len(), sha256 }.to_json();
        let lines = self.lines.iter().map(|line| line.text.as_str());
        let length: usize = lines.clone().map(|line| line.len() + 2).sum();
        bytes.reserve(header.len() + length + trailer.len() + 4);
        for line in std::iter::once(header).chain(lines) {
            bytes.extend_from_slice(line.as_bytes());
            bytes.extend_from_slice(b",\n");
        }
        bytes.extend_from_slice(trailer.as_bytes());
    }

    /// The operations that stored bytes say they hold, first and last, by their header alone; nothing of them is proven.
    pub fn spans(bytes: &[u8]) -> Option<(Stream, u64, u64)> {
        let line = bytes.strip_prefix(b"[")?;
        let line = line.get(..memchr::memchr(b'\n', line)?)?;
        let header: Header = serde_json::from_slice(line.strip_suffix(b",")?).ok()?;
        let known = header.kind == KIND && header.format == FORMAT;
        known.then_some((Stream { dev: header.dev, epoch: header.epoch }, header.seq.0, header.seq.1))
    }

    /// Its bytes: a JSON array with one element a line.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = b"[".to_vec();
        self.write_to(&mut bytes, None);
        bytes.extend_from_slice(b"]\n");
        bytes
    }

    /// Whether the next one is of the same stream and follows, and both together are none too long to be one.
    pub(crate) fn takes(&self, next: &Segment) -> bool {
        self.stream == next.stream && self.last() + 1 == next.first() && self.lines.len() + next.lines.len() <= MOST
    }

    /// Joins segments of one stream that follow one another into segments of at most [`MOST`] operations.
    pub fn fold(segments: impl IntoIterator<Item = Segment>) -> Vec<Segment> {
        let mut folded: Vec<Segment> = Vec::new();
        for segment in segments {
            match folded.last_mut() {
                Some(last) if last.takes(&segment) => last.lines.extend(segment.lines),
                _ => folded.push(segment),
            }
        }
        folded
    }

    /// The same segment with the words of some lines taken out, and the hashes by which words could be guessed; nothing
    /// if no line is concerned. `ops` is what its lines say.
    ///
    /// # Errors
    /// If a line is not an operation, which a segment that was read does not have.
    pub fn redact(
        &self,
        ops: &[Operation],
        concerns: impl Fn(&Operation) -> bool,
    ) -> Result<Option<Segment>, serde_json::Error> {
        let mut redacted: Option<Segment> = None;
        for (at, (line, op)) in self.lines.iter().zip(ops).enumerate() {
            let goes = match line.form {
                LineForm::Whole { .. } => !op.erases() && !op.set.is_empty() && concerns(op),
                // The first release kept a hash by which the words can be guessed.
                LineForm::Redacted { salted } => !salted,
                LineForm::Cut => false,
            };
            if goes {
                redacted.get_or_insert_with(|| self.clone()).lines[at] = line::redact(self.writer, line)?;
            }
        }
        Ok(redacted)
    }
}

/// Keeps each stream's chain whole while its segments are rewritten, in the order of their keys.
///
/// A line that lost its hash with its words counts in the chain as it stands now. Everything after it is counted anew:
/// the old chain would still tell the hash.
#[derive(Debug, Default)]
pub struct Rechain {
    /// Where a stream ends whose chain differs from what its later segments say.
    moved: HashMap<Stream, (u64, Sha)>,
    /// The branches met so far.
    branches: HashSet<Stream>,
}

impl Rechain {
    /// Takes the next segment, and what becomes of it where anything does. Gives what to store in its place; none if
    /// it stays as it is.
    pub fn take(&mut self, stored: &Segment, rewritten: Option<Segment>) -> Option<Segment> {
        let mut segment = rewritten;
        let fork = stored.fork().filter(|_| self.branches.insert(stored.stream));
        let before = self.end(stored.stream, stored.first()).or(fork);
        if let Some(before) = before.filter(|before| *before != stored.before) {
            segment.get_or_insert_with(|| stored.clone()).before = before;
        }
        let after = segment.as_ref().map(Segment::after).filter(|after| *after != stored.after());
        match after {
            Some(after) => self.moved.insert(stored.stream, (stored.last(), after)),
            None => self.moved.remove(&stored.stream),
        };
        segment
    }

    /// The chain before this number of a stream, if it is counted anew.
    pub fn end(&self, stream: Stream, next: u64) -> Option<Sha> {
        self.moved.get(&stream).filter(|(last, _)| last + 1 == next).map(|(_, chain)| *chain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::line::tests::any_value;
    use crate::model::id::DeviceId;
    use proptest::prelude::*;
    use serde_json::json;

    proptest! {
        #[test]
        fn headers_and_trailers_are_what_the_library_for_canonical_json_writes(
            dev in any::<u64>(), epoch in any::<u32>(), org in any::<String>(), leaf in any::<[u8; 32]>(),
            seq in any::<u64>(), branch in any::<Option<u64>>(),
            small in prop::option::of(prop::collection::btree_map(any::<String>(), any_value(), 0..4)),
        ) {
            let stream = Stream { dev: DeviceId(dev), epoch };
            let writer = branch.map_or(stream, |dev| Stream { dev: DeviceId(dev), epoch: 1 });
            let rescued = small.map(|small| Rescued { dev: stream.dev, small });
            let form = LineForm::Whole { salted: true };
            let line = Line { text: "{}".to_owned(), seq, leaf: Sha(leaf), form };
            let segment = Segment { stream, writer, org, before: Sha(leaf), lines: vec![line] };

            let mut header = json!({
                "$schema": SCHEMA, "app": env!("CARGO_PKG_VERSION"), "dev": stream.dev, "epoch": epoch,
                "format": FORMAT, "kind": KIND, "min_reader": FORMAT, "org": segment.org, "prev_sha": Sha(leaf),
                "seq": [seq, seq],
            });
            if let Some(Rescued { dev, small }) = &rescued {
                header["rescued"] = json!({"dev": dev, "small": small});
            }
            if writer != stream {
                header["writer"] = json!(writer);
            }
            let mut bytes = Vec::new();
            segment.write_to(&mut bytes, rescued);
            let written = String::from_utf8(bytes).unwrap();
            let lines: Vec<&str> = written.split(",\n").collect();
            prop_assert_eq!(lines[0], &serde_json_canonicalizer::to_string(&header).unwrap());
            let mut hasher = LineHasher::default();
            lines[..2].iter().for_each(|line| hasher.line(line));
            let trailer = json!({"chain": segment.after(), "end": true, "n": 1, "sha256": hasher.finish()});
            prop_assert_eq!(lines[2], &serde_json_canonicalizer::to_string(&trailer).unwrap());
        }
    }
}
