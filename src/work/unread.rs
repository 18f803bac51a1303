//! Stored segments that cannot be read: found on whatever way they are come upon, remembered, kept as they are, and
//! replaced only by what holds all of their operations.

use super::error::WorkError;
use super::job::Job;
use super::state::{State, Unread};
use super::stored::{names, parse, to_bytes};
use super::workspace::{News, Workspace};
use crate::log::fault::{Fault, ReadError};
use crate::log::proven::Passing;
use crate::log::segment::{Header, Segment};
use crate::log::{line, snapshot};
use crate::model::date::Now;
use crate::model::operation::Operation;
use crate::model::order;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::ports::{Commit, Role, SegmentKey, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many segments are verified at a time, so that a tap between two pages waits for a moment only.
const PAGE: usize = 4;
/// After how long the whole log is verified anew.
const EVERY_MS: i64 = 7 * 86_400_000;
/// The epoch under which damaged bytes are set aside. No device writes under it.
const ASIDE: u32 = 0;

/// What is remembered of verifying the log.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Verified {
    /// When all of it was last read, milliseconds since 1970.
    at_ms: Option<i64>,
    /// After which segment to go on, where it was broken off.
    after: Option<(Stream, u64)>,
    /// What could not be read.
    unread: Vec<(Stream, u64)>,
}

impl Verified {
    fn is_fresh(&self, now: Now) -> bool {
        let fresh = |at: i64| (0..EVERY_MS).contains(&now.ms.saturating_sub(at));
        self.after.is_none() && self.at_ms.is_some_and(fresh)
    }
}

impl Unread {
    /// What could not be read under this name.
    pub(crate) fn new(key: SegmentKey, bytes: &[u8], error: ReadError) -> Unread {
        let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let header = first.strip_prefix(b"[").and_then(|line| line.strip_suffix(b","));
        let header: Option<Header> = header.and_then(|header| serde_json::from_slice(header).ok());
        let holds = header.map(|header| (Stream { dev: header.dev, epoch: header.epoch }, header.seq.0, header.seq.1));
        let as_named = |(stream, from, to): &(Stream, u64, u64)| {
            let named = *stream == key.stream && *from == key.first;
            (named || key.stream.epoch == ASIDE && stream.dev == key.stream.dev) && from <= to
        };
        // Without a header its lines are counted: that of each operation, the header and the trailer end with a feed.
        let lines = memchr::memchr_iter(b'\n', bytes).count().saturating_sub(2) as u64;
        let counted = (lines > 0 && key.stream.epoch != ASIDE).then(|| (key.stream, key.first, key.first + lines - 1));
        Unread { key, error, holds: holds.filter(as_named).or(counted) }
    }

    /// The operations it holds, as far as can be told: where no line is left, all that follow its name in the book.
    fn span(&self, state: &State) -> Option<(Stream, u64, u64)> {
        let by_name = || {
            let (_, ranges) = state.book.seen().streams().find(|(stream, _)| *stream == self.key.stream)?;
            let (_, to) = ranges.iter().find(|(from, to)| (from..=to).contains(&&self.key.first))?;
            Some((self.key.stream, self.key.first, *to))
        };
        self.holds.or_else(by_name)
    }
}

impl State {
    /// How many notes that are known here a file that covers so much does not hold.
    pub fn missing_from(&self, covers: &VersionVector) -> u64 {
        // What the store refused leaves with every file.
        let mut covers = covers.clone();
        covers.extend(self.unsaved.operations().map(|op| (op.stream, op.seq)));
        self.book.seen().count_missing_from(&covers)
    }

    /// How many notes stand in no file that was saved here; with what cannot be read at present, at least one.
    pub fn in_no_file(&self) -> u64 {
        self.book.seen().count_missing_from(&self.backup.saved)
    }
}

impl Workspace {
    /// Notes what could not be read. Whether any of it was not known.
    pub(crate) fn note_unread(&self, found: Vec<Unread>) -> bool {
        let new = self.change(|state| {
            let known = order::set(state.unread.iter().map(|unread| unread.key));
            let before = state.unread.len();
            state.unread.extend(found.into_iter().filter(|unread| !known.contains(&unread.key)));
            state.unread.len() > before
        });
        if new {
            self.tell(News::State);
        }
        new
    }

    /// Reads the whole log, a few segments at a time, to find out whether all of it can still be read: in idle time,
    /// once a week, going on where it was broken off. Takes out words that an erasure could not reach.
    ///
    /// # Errors
    /// If the store fails or the work is cancelled; it goes on the next time.
    pub async fn verify(&self, job: &Job) -> Result<(), WorkError> {
        loop {
            let (done, of) = {
                let _turn = self.turn().await;
                if self.state().role != Role::Writer {
                    return Ok(());
                }
                let mut verified = self.verified().await?;
                if verified.is_fresh(self.now()) {
                    return Ok(());
                }
                let keys = self.store.segment_keys().await?;
                let from =
                    verified.after.map_or(0, |after| keys.partition_point(|key| (key.stream, key.first) <= after));
                let page = &keys[from..keys.len().min(from + PAGE)];
                self.verify_page(page).await?;
                verified.after = page.last().map(|key| (key.stream, key.first));
                if page.is_empty() {
                    verified.at_ms = Some(self.now().ms);
                }
                verified.unread =
                    self.state().unread.iter().map(|unread| (unread.key.stream, unread.key.first)).collect();
                let meta = vec![(names::VERIFIED.to_owned(), Some(to_bytes(&verified)?))];
                match self.commit_quietly(Commit { meta, ..Commit::default() }).await {
                    Err(StoreError::Behind) => return self.look_again().await,
                    result => result?,
                }
                (from + page.len(), keys.len())
            };
            job.step(done, of).await?;
        }
    }

    async fn verify_page(&self, page: &[SegmentKey]) -> Result<(), WorkError> {
        let (mut found, mut healed, mut left) = (Vec::new(), BTreeSet::new(), false);
        self.visit(page, &Job::quiet(), |key, bytes| {
            match Segment::from_bytes(&bytes) {
                Ok((_, ops)) => {
                    healed.insert(key);
                    let state = self.state();
                    let gone = |op: &Operation| state.book.is_erased(&op.kind, op.id);
                    left |= ops.iter().any(|op| !op.set.is_empty() && !op.erases() && gone(op));
                }
                Err(error) => found.push(Unread::new(key, &bytes, error)),
            }
            Ok(())
        })
        .await?;
        self.change(|state| state.unread.retain(|unread| !healed.contains(&unread.key)));
        self.note_unread(found);
        if left { self.redact_erased().await } else { Ok(()) }
    }

    async fn verified(&self) -> Result<Verified, WorkError> {
        let found = self.store.meta(names::VERIFIED).await?;
        let found = found.iter().find(|(name, _)| name == names::VERIFIED);
        Ok(found.and_then(|(_, bytes)| parse(bytes)).unwrap_or_default())
    }

    /// Looks again at what could not be read before the app was closed: a snapshot may cover it.
    pub(crate) async fn remember_unread(&self) -> Result<(), WorkError> {
        let mut found = Vec::new();
        for (stream, first) in self.verified().await?.unread {
            let key = SegmentKey { stream, first };
            for (key, bytes) in self.store.segments(key, key).await? {
                if let Err(error) = Segment::from_bytes(&bytes) {
                    found.push(Unread::new(key, &bytes, error));
                }
            }
        }
        self.note_unread(found);
        Ok(())
    }

    /// The snapshot that has to stand in the place of the one there is when words are erased: none, so that it is made
    /// anew, unless there are segments that cannot be read. What they held is known from the snapshot alone then.
    pub(crate) fn snapshot_after<'a>(&self, ops: impl IntoIterator<Item = &'a Operation>) -> Option<Vec<u8>> {
        let state = self.state();
        if state.unread.is_empty() {
            return None;
        }
        let mut book = state.book.clone();
        for op in ops {
            book.absorb(op);
        }
        snapshot::write(&book).ok()
    }

    /// The operations that are stored and can be read, as far as is known.
    pub(crate) async fn readable(&self) -> Result<VersionVector, WorkError> {
        let (mut readable, spans) = {
            let state = self.state();
            let spans: Vec<_> = state.unread.iter().filter_map(|unread| unread.span(&state)).collect();
            (state.book.seen().clone(), spans)
        };
        for (stream, from, to) in spans {
            readable.remove_range(stream, from, to);
            // Some of it may have come in other pieces.
            let (first, last) = (SegmentKey { stream, first: 0 }, SegmentKey { stream, first: to });
            for (_, bytes) in self.store.segments(first, last).await? {
                if let Ok((segment, _)) = Segment::from_bytes(&bytes) {
                    readable.insert_range(stream, segment.first(), segment.last());
                }
            }
        }
        Ok(readable)
    }

    /// Makes room for what came where something stands that cannot be read. It goes if what came holds all of its
    /// operations; otherwise both stay, and where they have one name the damaged one is set aside.
    pub(crate) async fn heal(&self, commit: &mut Commit, fresh: &[Passing]) -> Result<Vec<SegmentKey>, WorkError> {
        if self.state().unread.is_empty() {
            return Ok(Vec::new());
        }
        let mut came = self.readable().await?;
        fresh
            .iter()
            .map(Passing::segment)
            .for_each(|segment| came.insert_range(segment.stream, segment.first(), segment.last()));
        let unread = self.state().unread.clone();
        let mut gone = Vec::new();
        for unread in unread {
            let key = unread.key;
            let covered =
                unread.span(&self.state()).is_some_and(|(stream, from, to)| came.contains_all(stream, from, to));
            let in_the_way = fresh.iter().any(|passing| passing.segment().key() == key);
            if !covered && !in_the_way {
                continue;
            }
            let Some((_, bytes)) = self.store.segments(key, key).await?.pop() else { continue };
            // An erasure in the same file may have taken lines out of it.
            let cut = commit.add.iter().position(|(at, _)| *at == key).map(|at| commit.add.swap_remove(at).1);
            commit.remove.retain(|(at, _)| *at != key);
            if !covered {
                let aside = Stream { epoch: ASIDE, ..key.stream };
                let first = (self.new_id().0 as u64) >> 12;
                let name = SegmentKey { stream: aside, first };
                commit.add.push((name, cut.unwrap_or_else(|| bytes.clone())));
            }
            commit.remove.push((key, bytes));
            gone.push(key);
        }
        Ok(gone)
    }
}

/// The bytes of a segment that cannot be read, without the words of what was erased, as far as lines can be told
/// apart. Lines of which nothing can be read go if they name one of these records. None if nothing is concerned.
pub(crate) fn redact_damaged(
    unread: &Unread,
    bytes: &[u8],
    erased: &BTreeSet<(String, crate::model::id::Id)>,
) -> Option<Vec<u8>> {
    // What a newer version wrote is not touched by one that cannot read it.
    if unread.error.fault == Fault::Newer {
        return None;
    }
    let ids: Vec<String> = erased.iter().map(|(_, id)| id.to_string()).collect();
    let mut any = false;
    let mut kept = Vec::with_capacity(bytes.len());
    for whole in bytes.split_inclusive(|byte| *byte == b'\n') {
        if !ids.iter().any(|id| memchr::memmem::find(whole, id.as_bytes()).is_some()) {
            kept.extend_from_slice(whole);
            continue;
        }
        let text = std::str::from_utf8(whole).ok().map(str::trim_end);
        let element = text.map(|text| text.strip_suffix([',', ']']).unwrap_or(text));
        let read = element.and_then(|element| line::read(unread.key.stream, element).ok());
        match read {
            Some((op, _)) if op.erases() || !erased.contains(&(op.kind.clone(), op.id)) => {
                kept.extend_from_slice(whole);
            }
            Some((_, written)) => {
                let Ok(left) = line::redact(unread.key.stream, &written) else { continue };
                any |= left.text != written.text;
                kept.extend_from_slice(left.text.as_bytes());
                kept.extend_from_slice(&whole[written.text.len()..]);
            }
            None => any = true,
        }
    }
    any.then_some(kept)
}
