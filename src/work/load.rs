//! Reading what the store holds: when the app starts, and when another tab has written.

use super::backup::Backup;
use super::error::WorkError;
use super::head::{Head, Identity};
use super::job::Job;
use super::last_import::LastImport;
use super::state::{State, Unread};
use super::stored::{names, parse, small_of};
use super::workspace::{FEW, News, Workspace};
use crate::log::segment::Segment;
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::operation::Operation;
use crate::model::order;
use crate::model::typed::Typed;
use crate::model::version_vector::VersionVector;
use crate::ports::SegmentKey;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::future::Future;

/// How many stored segments are read at a time.
const PAGE: usize = 64;

/// Looks at a stored segment.
type Look<'a> = Box<dyn FnMut(SegmentKey, Vec<u8>) -> Result<(), WorkError> + 'a>;

impl Workspace {
    /// Takes in what another tab has stored since.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn catch_up(&self) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        self.look_again().await
    }

    /// As [`Workspace::catch_up`], for a caller that has its turn. Screens are told of what is new and of nothing else: a
    /// list of very many records is not worked out again where nobody wrote.
    pub(crate) async fn look_again(&self) -> Result<(), WorkError> {
        let news = self.load(&Job::quiet()).await?;
        let mut drafts = small_of(&order::map(self.store.meta(Draft::META_PREFIX).await?), Draft::META_PREFIX);
        let mut typed = small_of(&order::map(self.store.meta(Typed::META_PREFIX).await?), Typed::META_PREFIX);
        let backup: Option<Backup> = self.small(names::BACKUP).await?;
        let last_import: Option<LastImport> = self.small(names::LAST_IMPORT).await?;
        self.drop_forbidden_waiting();
        self.change(|state| {
            state.unsaved.lay_over(Draft::META_PREFIX, &mut drafts);
            state.unsaved.lay_over(Typed::META_PREFIX, &mut typed);
            state.following.lay_over(&mut drafts, &mut typed);
            (state.drafts, state.typed) = (drafts, typed);
            state.backup = backup.unwrap_or_default();
            // The step, which only this tab knows, goes with it as long as it is the same import.
            let step = state
                .last_import
                .as_ref()
                .filter(|old| last_import.as_ref().is_some_and(|new| new.brought == old.brought));
            let step = step.and_then(|old| old.step);
            state.last_import = last_import.map(|last_import| LastImport { step, ..last_import });
        });
        match news {
            Some(News::Everything) => self.tell(News::Everything),
            news => {
                news.into_iter().for_each(|news| self.tell(news));
                self.tell(News::Drafts);
                self.tell(News::State);
            }
        }
        Ok(())
    }

    /// A small thing of the store; none if it is not there or cannot be read.
    async fn small<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, WorkError> {
        let found = self.store.meta(name).await?.into_iter().find(|(at, _)| at == name);
        Ok(found.and_then(|(_, bytes)| parse(&bytes)))
    }

    /// Shows stored segments to `look`, a page at a time, so that a long log does not fill the memory. Between these
    /// keys others may lie, which are shown too: reading them is faster than many small reads.
    pub(crate) fn visit<'a>(
        &'a self,
        keys: &'a [SegmentKey],
        job: &'a Job,
        look: impl FnMut(SegmentKey, Vec<u8>) -> Result<(), WorkError> + 'a,
    ) -> impl Future<Output = Result<(), WorkError>> + 'a {
        self.visit_by(keys, job, Box::new(look))
    }

    async fn visit_by<'a>(&'a self, keys: &'a [SegmentKey], job: &'a Job, mut look: Look<'a>) -> Result<(), WorkError> {
        for (before, page) in keys.chunks(PAGE).enumerate() {
            let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
            for (at, (key, bytes)) in self.store.segments(*first, *last).await?.into_iter().enumerate() {
                look(key, bytes)?;
                job.step((before * PAGE + at + 1).min(keys.len()), keys.len()).await?;
            }
        }
        Ok(())
    }

    /// Reads every stored operation that the book does not have, and says what there is to tell of them.
    pub(crate) async fn load(&self, job: &Job) -> Result<Option<News>, WorkError> {
        // Looked up first: should another tab write while the segments are read, what is written next finds out.
        let generation: Option<u64> = self.small(names::GENERATION).await?;
        let head: Option<Head> = self.small(names::HEAD).await?;
        let me: Option<Identity> = self.small(names::DEVICE).await?;
        let news = self.replay(job).await?;
        self.change(|state| {
            state.generation = generation.unwrap_or(0);
            state.me = me.unwrap_or_else(|| state.me.clone());
            state.head = head.unwrap_or_else(|| Head::start_of(state.me.stream()));
            state.clock.observe(state.book.latest());
        });
        self.follow_on().await?;
        Ok(news)
    }

    /// Takes stored operations into the book that it does not have, and says what there is to tell of them.
    pub(crate) async fn replay(&self, job: &Job) -> Result<Option<News>, WorkError> {
        let keys = self.store.segment_keys().await?;
        let needed = uncovered(&keys, self.state().book.seen());
        let (mut unread, mut known, mut came) = (Vec::new(), BTreeSet::new(), Came::default());
        self.visit(&needed, job, |key, bytes| {
            // The last segment of a stream most often has not grown. Its header says so, in a thousandth of the time.
            let spans = Segment::spans(&bytes).filter(|(stream, from, _)| (*stream, *from) == (key.stream, key.first));
            if spans.is_some_and(|(stream, from, to)| self.state().book.seen().contains_all(stream, from, to)) {
                known.insert(key);
                return Ok(());
            }
            match Segment::from_bytes(&bytes) {
                Ok((_, ops)) => self.change(|state| came.take_in(state, &ops)),
                Err(error) => unread.push(Unread::new(key, &bytes, error)),
            }
            Ok(())
        })
        .await?;
        // What a snapshot covers is not read here, and stays as it was found.
        self.change(|state| {
            let read = |key: &SegmentKey| needed.contains(key) && !known.contains(key);
            state.unread.retain(|unread| keys.contains(&unread.key) && !read(&unread.key));
            state.unread.extend(unread);
        });
        Ok(came.news())
    }
}

/// What came in while stored segments were read.
#[derive(Default)]
struct Came {
    refs: Vec<(String, Id)>,
    much: bool,
}

impl Came {
    /// Takes in the operations of a segment. The index follows as long as there are few.
    fn take_in(&mut self, state: &mut State, ops: &[Operation]) {
        let State { book, index, .. } = state;
        if !index.is_empty() && !self.much {
            let changes = book.apply_all(ops);
            changes.iter().for_each(|change| index.follow(book, change));
            self.refs.extend(changes.iter().map(|change| (change.after.kind.to_string(), change.after.id)));
        } else {
            for op in ops {
                if book.absorb(op) && self.refs.len() <= FEW {
                    self.refs.push((op.kind.clone(), op.id));
                }
            }
        }
        self.much |= self.refs.len() > FEW;
        if self.much {
            self.refs.truncate(FEW + 1);
            index.clear();
        }
    }

    fn news(self) -> Option<News> {
        match () {
            () if self.much => Some(News::Everything),
            () if self.refs.is_empty() => None,
            () => Some(News::Records(self.refs)),
        }
    }
}

/// The keys of the segments that may hold operations not seen, given all keys in order.
fn uncovered(keys: &[SegmentKey], seen: &VersionVector) -> Vec<SegmentKey> {
    let needed = keys.iter().enumerate().filter(|(at, key)| match keys.get(at + 1) {
        // A segment ends before the next one of its stream begins.
        Some(next) if next.stream == key.stream => !seen.contains_all(key.stream, key.first, next.first - 1),
        // The last one of a stream may have grown.
        _ => true,
    });
    needed.map(|(_, key)| *key).collect()
}
