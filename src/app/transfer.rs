//! Notes out and in: the export that other tablets take in, and the import with its preview.

use crate::app::command::Done;
use crate::app::job::{Cancelled, Job};
use crate::app::state::{Head, State};
use crate::app::workspace::{News, WorkError, Workspace, names, stored_form, to_bytes};
use crate::domain::book::Book;
use crate::domain::id::{DeviceId, Id};
use crate::domain::operation::Operation;
use crate::domain::record::Record;
use crate::domain::seen::Seen;
use crate::domain::show;
use crate::domain::stamp::Stream;
use crate::domain::text::Message;
use crate::kinds;
use crate::log::document::{Reader, Writer};
use crate::log::fault::{self, Fault, ReadError};
use crate::log::hash::Sha;
use crate::log::segment::{LONGEST_LINE, Segment};
use crate::ports::{Commit, FileError, InFile, OutFile, Role, SegmentKey, Sent, StoreError};
use chrono::Timelike;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The sentences of this module.
pub mod words {
    crate::words! {
        TAKEN_IN = "{count} notes taken in from “{file}”", "{count} notas incorporadas de «{file}»";
        NOTHING_NEW = "Everything in “{file}” is here already", "Todo lo de «{file}» ya está aquí";
        CHANGED_MEANWHILE = "Notes came in meanwhile. Look at the preview again", "Entretanto llegaron notas. Revise de nuevo la vista previa";
        CANNOT_READ_FILE = "“{file}” cannot be read: {cause}", "No se puede leer «{file}»: {cause}";
    }
}

/// How many bytes of a file are read at a time.
const CHUNK: usize = 1 << 20;
/// How many stored segments are read at a time.
const PAGE: usize = 64;
/// How many rows a preview names.
const ROWS: usize = 200;

/// Why a file was not taken in. Nothing was changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ImportError {
    /// The file itself is wrong.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// An operation is here already, and says something else.
    #[error("note {seq} of {dev} has two histories")]
    TwoHistories {
        /// Its device.
        dev: DeviceId,
        /// Its number there.
        seq: u64,
    },
    /// The browser could not read the file.
    #[error("{name}: {error}")]
    File {
        /// The file's name.
        name: String,
        /// Why.
        error: FileError,
    },
    /// The book changed since the preview was made.
    #[error("the book changed since the preview")]
    Stale,
    /// The store failed, another tab writes, or the person cancelled.
    #[error(transparent)]
    Work(#[from] WorkError),
}

impl From<Cancelled> for ImportError {
    fn from(cancelled: Cancelled) -> ImportError {
        ImportError::Work(cancelled.into())
    }
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> ImportError {
        ImportError::Work(error.into())
    }
}

impl ImportError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            ImportError::Read(error) => error.message(),
            ImportError::TwoHistories { dev, seq } => {
                fault::words::TWO_HISTORIES.with("dev", dev.to_string()).with("seq", *seq)
            }
            ImportError::File { name, error } => {
                words::CANNOT_READ_FILE.with("file", name.as_str()).with("cause", error.to_string())
            }
            ImportError::Stale => words::CHANGED_MEANWHILE.message(),
            ImportError::Work(error) => error.message(),
        }
    }

    /// Whether taking in what is whole may be offered.
    pub fn can_salvage(&self) -> bool {
        matches!(self, ImportError::Read(ReadError { fault, .. }) if !matches!(fault, Fault::NotOurs | Fault::Newer))
    }
}

/// What taking in a file would do to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// A value written here loses to one in the file, or the other way round; both are kept.
    Conflict,
    /// It is new here.
    New,
    /// Some of its fields change.
    Changed,
    /// It is deleted.
    Deleted,
    /// It is erased for good.
    Erased,
}

/// A record in a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// What would happen.
    pub effect: Effect,
    /// Its kind.
    pub kind: String,
    /// The record.
    pub id: Id,
    /// What it is called.
    pub title: String,
}

/// What taking in a file would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// How many records each effect concerns.
    pub counts: BTreeMap<Effect, usize>,
    /// The first records, by effect.
    pub rows: Vec<PreviewRow>,
    /// Operations in the file that are not here.
    pub fresh: usize,
    /// Operations in the file that are here already.
    pub known: u64,
    /// The devices the file tells of.
    pub devices: BTreeSet<DeviceId>,
    /// Whether it comes from a device that was set up for another organisation.
    pub other_org: bool,
    /// What was wrong with the file, where only what is whole is taken in.
    pub faults: Vec<ReadError>,
}

/// A file that was read and can be taken in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The file's name.
    pub name: String,
    /// What taking it in would do.
    pub preview: Preview,
    fresh: Vec<Segment>,
    ops: Vec<Operation>,
    /// What the file holds of everyone, known or not.
    holds: Seen,
    /// What was known here when the preview was made.
    seen: Seen,
    orgs: BTreeSet<String>,
}

impl Workspace {
    /// Every operation there is, as one document, with what it covers.
    ///
    /// # Errors
    /// If the store cannot be read, a stored segment is damaged, or the person cancels.
    pub async fn export(&self, job: &Job) -> Result<(OutFile, Seen), ImportError> {
        let keys = self.store.segment_keys().await?;
        let (mut writer, mut pieces, mut covers) = (Writer::default(), Vec::new(), Seen::default());
        let mut open: Vec<Segment> = Vec::new();
        for (page, part) in keys.chunks(PAGE).enumerate() {
            let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
            for (key, bytes) in self.store.segments(*first, *last).await? {
                // A damaged segment must not keep all others from leaving; the sync screen says it is there.
                let Ok((segment, _)) = Segment::from_bytes(&bytes) else { continue };
                covers.insert_range(key.stream, segment.first(), segment.last());
                open.push(segment);
            }
            let mut folded = Segment::fold(std::mem::take(&mut open));
            // The last one may still grow with the next page.
            open.extend(folded.pop());
            for segment in &folded {
                pieces.push(writer.segment(segment).map_err(unwritable)?);
            }
            job.step((page + 1) * PAGE, keys.len().max(1)).await?;
        }
        for segment in &open {
            pieces.push(writer.segment(segment).map_err(unwritable)?);
        }
        pieces.push(writer.finish());
        let now = self.now().moment();
        let moment = format!("{}-{:02}{:02}", now.date_naive(), now.hour(), now.minute());
        let dev = self.state().me.dev.to_string();
        let name = format!("porchlight-{moment}-{}.json", dev.get(..4).unwrap_or_default());
        Ok((OutFile { name, media_type: "application/json", pieces }, covers))
    }

    /// Notes that a copy of these operations has left this device.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn mark_copied(&self, covers: &Seen, how: Sent) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        let mut backup = self.state().backup.clone();
        backup.seen.join(covers);
        (backup.at_ms, backup.how) = (Some(self.now().ms), Some(how));
        let meta = vec![(names::BACKUP.to_owned(), Some(to_bytes(&backup)?))];
        self.commit(Commit { meta, durable: true, ..Commit::default() }).await?;
        self.change(|state| state.backup = backup);
        self.tell(News::State);
        Ok(())
    }

    /// Reads a file and says what taking it in would do. With `salvage`, what is whole of a damaged file.
    ///
    /// # Errors
    /// What is wrong with the file. Nothing is changed in any case.
    pub async fn read_export(&self, file: &dyn InFile, salvage: bool, job: &Job) -> Result<Incoming, ImportError> {
        let mut gathered = Gathered::default();
        let mut reader = Reader::default();
        let mut faults = Vec::new();
        let (mut rest, mut offset, size) = (Vec::new(), 0, file.size());
        loop {
            let chunk = file.read(offset, CHUNK).await;
            let chunk = chunk.map_err(|error| ImportError::File { name: file.name(), error })?;
            let at_end = chunk.is_empty();
            offset += chunk.len() as u64;
            rest.extend_from_slice(&chunk);
            let whole = if at_end { rest.len() } else { rest.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1) };
            for line in rest[..whole].split_inclusive(|byte| *byte == b'\n') {
                match reader.line(line) {
                    Ok(found) => gathered.take(self.state().book.seen(), found),
                    Err(fault) if salvage => {
                        faults.push(fault);
                        gathered.take(self.state().book.seen(), reader.skip_damage());
                    }
                    Err(fault) => return Err(fault.into()),
                }
            }
            rest.drain(..whole);
            if rest.len() > LONGEST_LINE {
                // However it goes on, no line of ours is so long; reading it all would fill the memory.
                let fault = reader.line(&rest).err().unwrap_or(ReadError { line: 1, fault: Fault::TooLong });
                return Err(fault.into());
            }
            if at_end {
                break;
            }
            job.step(offset as usize, size as usize).await?;
        }
        match reader.finish() {
            Err(fault) if salvage => {
                faults.push(fault);
                gathered.take(self.state().book.seen(), reader.skip_damage());
            }
            result => result?,
        }
        self.compare_known(&gathered.known).await?;
        let Gathered { fresh, ops, holds, known, orgs } = gathered;
        let state = self.state();
        let mut preview = preview(&state.book, &ops);
        preview.known = known.values().map(|leaves| leaves.len() as u64).sum();
        preview.devices = holds.streams().map(|(stream, _)| stream.dev).collect();
        preview.other_org = orgs.iter().any(|org| *org != state.me.org);
        preview.faults = faults;
        Ok(Incoming { name: file.name(), preview, fresh, ops, holds, seen: state.book.seen().clone(), orgs })
    }

    /// Takes in what was read: all of it or nothing, as one step that can be undone.
    ///
    /// # Errors
    /// Why nothing was taken in.
    pub async fn accept(&self, incoming: Incoming) -> Result<Done, ImportError> {
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return Err(WorkError::Following.into());
        }
        let Incoming { name, preview, fresh, ops, holds, seen, orgs } = incoming;
        let touched = |stream: Stream| fresh.iter().any(|segment| segment.stream == stream);
        let moved = |state: &State| {
            state.book.seen().streams().any(|(stream, ranges)| {
                touched(stream) && seen.streams().find(|(at, _)| *at == stream).is_none_or(|(_, had)| had != ranges)
            })
        };
        if moved(&self.state()) {
            return Err(ImportError::Stale);
        }
        let (mut me, head, mut backup) = {
            let state = self.state();
            (state.me.clone(), state.head, state.backup.clone())
        };
        let mut commit = Commit { durable: true, ..Commit::default() };
        commit.expect.push((names::HEAD.to_owned(), head.stored()?));
        // A colleague who holds notes of ours is a copy outside this tablet.
        backup.seen.join(&holds);
        commit.meta.push((names::BACKUP.to_owned(), Some(to_bytes(&backup)?)));
        let mut new_head = head;
        let before = me.clone();
        if holds.last(me.stream()) > head.seq {
            // The world knows notes of this tablet that it does not know itself: it was restored or copied. From here
            // on it writes under a new name, so that no two notes are called the same.
            let known_epoch =
                holds.streams().filter(|(stream, _)| stream.dev == me.dev).map(|(stream, _)| stream.epoch);
            me.epoch = known_epoch.chain([me.epoch]).max().unwrap_or(me.epoch) + 1;
            new_head = Head::start_of(me.stream());
            commit.meta.push((names::HEAD.to_owned(), None));
        }
        // Two tablets set up apart agree on one organisation without asking anyone.
        me.org = orgs.into_iter().chain([me.org]).filter(|org| !org.is_empty()).min().unwrap_or_default();
        if me != before {
            commit.meta.push((names::DEVICE.to_owned(), Some(to_bytes(&me)?)));
        }
        let erased: BTreeSet<(&str, Id)> =
            ops.iter().filter(|op| op.erases()).map(|op| (op.kind.as_str(), op.id)).collect();
        if !erased.is_empty() {
            self.redact_stored(&mut commit, |op| erased.contains(&(op.kind.as_str(), op.id))).await?;
        }
        let gone = |op: &Operation| {
            let known = self.state().book.record(&op.kind, op.id).is_some_and(|record| record.erased);
            known || erased.contains(&(op.kind.as_str(), op.id))
        };
        for segment in fresh {
            let segment = segment.redact(gone).map_err(unwritable)?.unwrap_or(segment);
            let (key, bytes) = stored_form(&segment)?;
            if self.state().unread.iter().any(|unread| unread.key == key) {
                // What could not be read here is healed by what came.
                commit.remove.push(key);
            }
            commit.add.push((key, bytes));
        }
        self.commit(commit).await?;
        self.change(|state| {
            (state.me, state.backup, state.head) = (me, backup, new_head);
        });
        let changes = self.take_in(&ops);
        let label = if ops.is_empty() {
            crate::app::transfer::words::NOTHING_NEW.with("file", name)
        } else {
            words::TAKEN_IN.with("count", preview.fresh).with("file", name)
        };
        let changes: Vec<_> = changes.into_iter().map(|change| (change.before, change.after)).collect();
        let step = (!changes.is_empty()).then(|| self.change(|state| state.push_step(label.clone(), changes)));
        self.tell(News::State);
        Ok(Done { label, step })
    }

    /// Sees that what the file says of operations known here is what they say here.
    async fn compare_known(&self, known: &HashMap<Stream, BTreeMap<u64, Sha>>) -> Result<(), ImportError> {
        for (stream, leaves) in known {
            let (Some((from, _)), Some((to, _))) = (leaves.first_key_value(), leaves.last_key_value()) else {
                continue;
            };
            let keys = self.store.segment_keys().await?;
            let keys: Vec<SegmentKey> =
                keys.into_iter().filter(|key| key.stream == *stream && key.first <= *to).collect();
            let begin = keys.iter().rposition(|key| key.first <= *from).unwrap_or(0);
            for page in keys[begin..].chunks(PAGE) {
                let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
                for (_, bytes) in self.store.segments(*first, *last).await? {
                    let Ok((segment, _)) = Segment::from_bytes(&bytes) else { continue };
                    let differs =
                        |line: &&crate::log::line::Line| leaves.get(&line.seq).is_some_and(|l| *l != line.leaf);
                    if let Some(line) = segment.lines.iter().find(differs) {
                        return Err(ImportError::TwoHistories { dev: stream.dev, seq: line.seq });
                    }
                }
            }
        }
        Ok(())
    }
}

/// What has been read of a file so far.
#[derive(Default)]
struct Gathered {
    fresh: Vec<Segment>,
    ops: Vec<Operation>,
    holds: Seen,
    known: HashMap<Stream, BTreeMap<u64, Sha>>,
    orgs: BTreeSet<String>,
}

impl Gathered {
    /// Sorts a segment's operations into those known here and those that are fresh.
    fn take(&mut self, seen: &Seen, found: Option<(Segment, Vec<Operation>)>) {
        let Some((segment, ops)) = found else { return };
        let stream = segment.stream;
        if !segment.org.is_empty() {
            self.orgs.insert(segment.org.clone());
        }
        let mut chain = segment.before;
        let mut run: Option<Segment> = None;
        for (line, op) in segment.lines.into_iter().zip(ops) {
            let before = chain;
            chain = chain.then(line.leaf);
            if seen.contains(stream, line.seq) {
                self.known.entry(stream).or_default().insert(line.seq, line.leaf);
            } else if !self.holds.contains(stream, line.seq) {
                let org = segment.org.clone();
                let into = run.get_or_insert_with(|| Segment { stream, org, before, lines: Vec::new() });
                self.holds.insert(stream, line.seq);
                into.lines.push(line);
                self.ops.push(op);
                continue;
            }
            self.holds.insert(stream, line.seq);
            self.fresh.extend(run.take());
        }
        self.fresh.extend(run);
    }
}

/// Tries operations on copies of the records they concern.
fn preview(book: &Book, ops: &[Operation]) -> Preview {
    let refs: BTreeSet<(&str, Id)> = ops.iter().map(|op| (op.kind.as_str(), op.id)).collect();
    let mut tried = book.extract(refs.iter().copied());
    for op in ops {
        tried.apply(op);
    }
    let mut preview = Preview { fresh: ops.len(), ..Preview::default() };
    for (kind, id) in refs {
        let Some(after) = tried.record(kind, id) else { continue };
        let before = book.record(kind, id).map(|record| &**record);
        let Some(effect) = effect(before, after) else { continue };
        *preview.counts.entry(effect).or_default() += 1;
        let titled = if after.erased { before } else { Some(&**after) };
        let title = kinds::kind(kind).zip(titled).map(|(kind, record)| show::title(kind, record));
        preview.rows.push(PreviewRow { effect, kind: kind.to_owned(), id, title: title.unwrap_or_default() });
    }
    preview.rows.sort_by(|a, b| (a.effect, &a.kind, &a.title, a.id).cmp(&(b.effect, &b.kind, &b.title, b.id)));
    preview.rows.truncate(ROWS);
    preview
}

fn effect(before: Option<&Record>, after: &Record) -> Option<Effect> {
    let losers = |record: &Record| record.losers().count();
    let Some(before) = before else {
        return match (after.erased, after.is_alive()) {
            (true, _) | (_, false) => None,
            _ if losers(after) > 0 => Some(Effect::Conflict),
            _ => Some(Effect::New),
        };
    };
    if after.erased {
        return (!before.erased).then_some(Effect::Erased);
    }
    if losers(after) > losers(before) {
        return Some(Effect::Conflict);
    }
    match (before.is_alive(), after.is_alive()) {
        (true, false) => Some(Effect::Deleted),
        _ if before == after => None,
        _ => Some(Effect::Changed),
    }
}

fn unwritable(error: serde_json::Error) -> WorkError {
    WorkError::Store(StoreError::Failed(error.to_string()))
}
