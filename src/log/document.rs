//! Segments one after another in one JSON array: what “Export” makes and “Import” reads.
//!
//! The reader takes one line at a time, so a file of any size is read in the memory of its largest segment, and every
//! line before a fault can still be had.

use crate::log::fault::{Fault, ReadError};
use crate::log::hash::{LineHasher, Sha};
use crate::log::line;
use crate::log::proven::{Passing, Proven};
use crate::log::segment::{FORMAT, Header, KIND, LONGEST_LINE, Rescued, Segment, Trailer};
use crate::model::operation::Operation;
use crate::model::stamp::Stream;

/// Reads a document line by line.
#[derive(Default)]
pub struct Reader {
    lines: usize,
    state: State,
    own: bool,
    /// Whether what the lines say is only checked.
    passing: bool,
    rescued: Option<Rescued>,
}

#[derive(Default)]
enum State {
    #[default]
    Start,
    /// Between two segments.
    Between,
    Inside(Box<Open>),
    /// After damage: passing over lines until a segment begins.
    Skipping,
    Broken,
    End,
}

/// A segment whose trailer has not come.
struct Open {
    segment: Segment,
    ops: Vec<Operation>,
    header: String,
    seq: (u64, u64),
    chain: Sha,
    hasher: LineHasher,
    own: bool,
    passing: bool,
    /// Whether lines are missing behind the last one.
    torn: bool,
}

/// What follows an element: another one, or the end.
#[derive(PartialEq)]
enum After {
    More,
    End,
}

impl Reader {
    /// For what this device stored itself. Whatever date stands there was let in once, and is never refused again.
    pub fn of_own() -> Reader {
        Reader { own: true, ..Reader::default() }
    }

    /// Takes in the next line, with or without its line feed. Gives a segment when its trailer proves it.
    ///
    /// # Errors
    /// What is wrong with the line. The reader is of no use for further lines then.
    pub fn line(&mut self, bytes: &[u8]) -> Result<Option<(Passing, Vec<Operation>)>, ReadError> {
        self.lines += 1;
        self.read(bytes).map_err(|fault| {
            // Only the last line of a file lacks a line feed; one that cannot be read was cut there.
            let cut = !bytes.ends_with(b"\n") && matches!(fault, Fault::NotJson(_) | Fault::Damaged);
            ReadError { line: self.lines, fault: if cut { Fault::Truncated } else { fault } }
        })
    }

    /// Goes on after a fault with the next segment that begins. Gives the whole lines of the one that was open.
    pub fn skip_damage(&mut self) -> Option<(Passing, Vec<Operation>)> {
        let state = std::mem::replace(&mut self.state, State::Skipping);
        salvage(state)
    }

    /// What the device that made the document could not store, as far as it was read.
    pub fn rescued(&self) -> Option<&Rescued> {
        self.rescued.as_ref()
    }

    /// Says whether the document was whole.
    ///
    /// # Errors
    /// [`Fault::Truncated`], or [`Fault::NotOurs`] if there was nothing.
    pub fn finish(&self) -> Result<(), ReadError> {
        let fault = match self.state {
            State::End => return Ok(()),
            State::Start => Fault::NotOurs,
            State::Between | State::Inside(_) | State::Skipping | State::Broken => Fault::Truncated,
        };
        Err(ReadError { line: self.lines + 1, fault })
    }

    fn read(&mut self, bytes: &[u8]) -> Result<Option<(Passing, Vec<Operation>)>, Fault> {
        if matches!(self.state, State::Skipping) && !bytes.starts_with(b"{\"$schema\"") {
            return Ok(None);
        }
        if bytes.len() > LONGEST_LINE {
            return Err(Fault::TooLong);
        }
        let first = matches!(self.state, State::Start);
        let not_ours = |fault| if first { Fault::NotOurs } else { fault };
        let line = std::str::from_utf8(bytes).map_err(|_| not_ours(Fault::Damaged))?.trim_end_matches(['\n', '\r']);
        // Editors put a mark in front of a file that they save.
        let line = if first { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
        let line = match line.strip_prefix('[') {
            Some(rest) if first => rest,
            None if !first => line,
            _ => return Err(not_ours(Fault::Damaged)),
        };
        let (element, after) = if let Some(element) = line.strip_suffix(',') {
            (element, After::More)
        } else if let Some(element) = line.strip_suffix(']') {
            (element, After::End)
        } else {
            // A line that stops in the middle: the file was cut there, or it is not one element a line.
            return Err(not_ours(if bytes.ends_with(b"\n") { Fault::Damaged } else { Fault::Truncated }));
        };
        match std::mem::replace(&mut self.state, State::Broken) {
            // An export made before there was anything to export.
            State::Start if after == After::End && element.is_empty() => {
                self.state = State::End;
                Ok(None)
            }
            State::Start | State::Between | State::Skipping if after == After::More => {
                let (open, rescued) = open(element, first, self.own, self.passing)?;
                self.rescued = self.rescued.take().or(rescued);
                self.state = State::Inside(Box::new(open));
                Ok(None)
            }
            State::Inside(mut open) => match (trailer(element), after) {
                (Some(trailer), after) => {
                    let closed = close(*open, &trailer)?;
                    self.state = if after == After::More { State::Between } else { State::End };
                    Ok(Some(closed))
                }
                (None, After::More) => {
                    let taken = take(&mut open, element);
                    let begins = element.starts_with("{\"$schema\"");
                    open.torn = begins || matches!(taken, Err(Fault::OutOfOrder { .. }));
                    // Kept also on a fault: the lines before it are whole.
                    self.state = State::Inside(open);
                    taken.map(|()| None)
                }
                (None, After::End) => {
                    self.state = State::Inside(open);
                    Err(Fault::Damaged)
                }
            },
            _ => Err(Fault::Damaged),
        }
    }
}

impl Segment {
    /// Reads the bytes of one stored segment, strictly: every hash and number must be right. Its dates are not judged:
    /// they were when it came.
    ///
    /// # Errors
    /// What is wrong, with its line.
    pub fn from_bytes(bytes: &[u8]) -> Result<(Segment, Vec<Operation>), ReadError> {
        stored(Reader::of_own(), bytes).map(|(segment, ops)| (segment.into_segment(), ops))
    }
}

impl Passing {
    /// The one segment of a file that others wrote, and what its lines say: as [`Segment::from_bytes`], and its dates are
    /// judged.
    ///
    /// # Errors
    /// What is wrong, with its line.
    pub(crate) fn of_others(bytes: &[u8]) -> Result<(Passing, Vec<Operation>), ReadError> {
        stored(Reader::default(), bytes)
    }

    /// As [`Segment::from_bytes`], for whoever passes the segment on: what its lines say is checked and not kept.
    ///
    /// # Errors
    /// What is wrong, with its line.
    pub fn from_bytes(bytes: &[u8]) -> Result<Passing, ReadError> {
        stored(Reader { passing: true, ..Reader::of_own() }, bytes).map(|(segment, _)| segment)
    }
}

/// The one segment of a document.
fn stored(mut document: Reader, bytes: &[u8]) -> Result<(Passing, Vec<Operation>), ReadError> {
    let mut found = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(segment) = document.line(line)? {
            found = Some(segment);
        }
    }
    document.finish()?;
    found.ok_or(ReadError { line: 1, fault: Fault::NotOurs })
}

/// The whole lines of a segment whose trailer never came. Each line came with its line feed, so it was not cut; but
/// only a trailer could prove it. Where the next line has another number than it should, or is the next segment's first,
/// lines are missing in between, and the one before may be the beginning of one and the end of another: it is left out,
/// too.
fn salvage(state: State) -> Option<(Passing, Vec<Operation>)> {
    let State::Inside(mut open) = state else { return None };
    if open.torn {
        open.segment.lines.pop();
        open.ops.pop();
    }
    (!open.segment.lines.is_empty()).then_some((Passing::Made(open.segment), open.ops))
}

fn not_json(error: serde_json::Error) -> Fault {
    Fault::NotJson(error.to_string())
}

fn open(element: &str, first: bool, own: bool, passing: bool) -> Result<(Open, Option<Rescued>), Fault> {
    /// What every version says of itself, read before anything else is expected to be as we know it.
    #[derive(serde::Deserialize)]
    struct Version {
        kind: String,
        min_reader: u32,
    }
    let version = serde_json::from_str::<Version>(element);
    let version = version.map_err(|error| if first { Fault::NotOurs } else { not_json(error) })?;
    if version.kind != KIND {
        return Err(Fault::NotOurs);
    }
    if version.min_reader > FORMAT {
        return Err(Fault::Newer);
    }
    let header: Header = serde_json::from_str(element).map_err(not_json)?;
    let stream = Stream { dev: header.dev, epoch: header.epoch };
    let writer = header.writer.unwrap_or(stream);
    let starts_right = header.seq.0 > 1 || header.prev_sha == Sha::start_of(writer);
    // Numbers beyond 2⁵³ are not exact in JSON; a device would need millennia to get there.
    let numbers_right = 1 <= header.seq.0 && header.seq.0 <= header.seq.1 && header.seq.1 < 1 << 53;
    let lives = 1..=if own { u32::MAX } else { Stream::LAST_EPOCH };
    if !starts_right || !numbers_right || !lives.contains(&header.epoch) || !lives.contains(&writer.epoch) {
        return Err(Fault::Damaged);
    }
    let mut hasher = LineHasher::default();
    hasher.line(element);
    let segment = Segment { stream, writer, org: header.org, before: header.prev_sha, lines: Vec::new() };
    let (seq, chain, ops) = (header.seq, header.prev_sha, Vec::new());
    let open = Open { segment, ops, header: element.to_owned(), seq, chain, hasher, own, passing, torn: false };
    Ok((open, header.rescued))
}

fn trailer(element: &str) -> Option<Trailer> {
    // Operations begin with another member, so this look is free for them.
    if !element.starts_with("{\"chain\"") {
        return None;
    }
    serde_json::from_str(element).ok()
}

fn take(open: &mut Open, element: &str) -> Result<(), Fault> {
    let (tick, line, op) = if open.passing {
        let (tick, line) = line::check(element).map_err(not_json)?;
        (tick, line, None)
    } else {
        let (op, line) = line::read(open.segment.writer, element).map_err(not_json)?;
        (op.tick, line, Some(Operation { stream: open.segment.stream, ..op }))
    };
    let expected = open.seq.0 + open.segment.lines.len() as u64;
    if line.seq != expected {
        return Err(Fault::OutOfOrder { expected, found: line.seq });
    }
    // The header says where the segment ends.
    if line.seq > open.seq.1 {
        return Err(Fault::Damaged);
    }
    if tick.is_absurd() && !open.own {
        return Err(Fault::AbsurdTime);
    }
    open.hasher.line(element);
    open.chain = open.chain.then(line.leaf);
    open.segment.lines.push(line);
    open.ops.extend(op);
    Ok(())
}

fn close(open: Open, trailer: &Trailer) -> Result<(Passing, Vec<Operation>), Fault> {
    let complete = open.segment.last() == open.seq.1 && trailer.n == open.segment.lines.len();
    let sha256 = open.hasher.finish();
    if !complete || !trailer.end || trailer.chain != open.chain || trailer.sha256 != sha256 {
        return Err(Fault::Damaged);
    }
    let proven = Proven::new(open.segment, open.header, open.chain, sha256);
    Ok((Passing::Read(Box::new(proven)), open.ops))
}

/// Puts segments one after another into the pieces of one document.
#[derive(Default)]
pub struct Writer {
    begun: bool,
}

impl Writer {
    /// The bytes of one more segment.
    pub fn segment(&mut self, segment: &Segment) -> Vec<u8> {
        let mut bytes = self.lead();
        segment.write_to(&mut bytes, None);
        bytes
    }

    /// The same, carrying what its device could not store.
    pub fn segment_with(&mut self, segment: &Passing, rescued: Option<Rescued>) -> Vec<u8> {
        let mut bytes = self.lead();
        segment.write_to(&mut bytes, rescued);
        bytes
    }

    /// What stands before the next segment.
    fn lead(&mut self) -> Vec<u8> {
        let lead = if std::mem::replace(&mut self.begun, true) { ",\n" } else { "[" };
        lead.as_bytes().to_vec()
    }

    /// The bytes after the last segment. With no segment at all the document is an empty array.
    pub fn finish(self) -> Vec<u8> {
        if self.begun { b"]\n".to_vec() } else { b"[]\n".to_vec() }
    }
}
