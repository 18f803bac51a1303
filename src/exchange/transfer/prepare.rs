//! The commit that an import becomes.

use super::branches::{Branches, Told};
use super::follow::Ends;
use super::gather::Gathered;
use super::{Accepted, Confirmed, ImportError, Incoming, Remembered};
use crate::log::hash::Sha;
use crate::log::line::LineForm;
use crate::log::proven::Passing;
use crate::log::segment::{Rechain, Segment};
use crate::model::id::Id;
use crate::model::operation::Operation;
use crate::model::order;
use crate::ports::{Commit, SegmentKey};
use crate::work::epoch;
use crate::work::head::Head;
use crate::work::job::Job;
use crate::work::last_import::{Imported, LastImport};
use crate::work::state::{State, Unread};
use crate::work::stored::{blobs_of, failed, names, to_bytes};
use crate::work::workspace::Workspace;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

impl Workspace {
    /// The commit that takes in what was read, and what becomes of the workspace once it is done.
    pub(super) async fn prepare_import(
        &self,
        incoming: &Incoming,
        agreed: Confirmed,
        remembered: Remembered,
        job: &Job,
    ) -> Result<(Commit, Accepted), ImportError> {
        let Incoming { name, preview, fresh, ops, holds, copies, seen, orgs, branches, .. } = incoming;
        let touched = order::set(fresh.iter().map(|passing| passing.segment().stream));
        let moved = |state: &State| {
            state.book.seen().streams().any(|(stream, ranges)| {
                touched.contains(&stream)
                    && seen.streams().find(|(at, _)| *at == stream).is_none_or(|(_, had)| had != ranges)
            })
        };
        if moved(&self.state()) {
            return Err(ImportError::Stale);
        }
        if let Some(ahead) = preview.years_ahead.filter(|_| !agreed.years_ahead) {
            return Err(ImportError::YearsAhead(ahead));
        }
        // What these notes deny goes in the same transaction, and what they erase of this tablet's own goes on.
        let lawful = self.lawful_import(ops);
        let (mut me, head, mut backup) = {
            let state = self.state();
            (state.me.clone(), state.head, state.backup.clone())
        };
        let mut commit = Commit { durable: true, ..Commit::default() };
        commit.expect.push((names::HEAD.to_owned(), head.stored()?));
        // A colleague who holds notes of ours is a copy outside this tablet.
        backup.seen.join(copies);
        commit.meta.push((names::BACKUP.to_owned(), Some(to_bytes(&backup)?)));
        let mut new_head = head;
        let before = me.clone();
        if holds.last(me.stream()) > head.seq || branches.part(me.stream()) {
            // The world knows notes of this tablet that it does not know itself: it was restored or copied. From here
            // on it writes under a new name, so that no two notes are called the same. The other copy does so too,
            // and chance keeps the two apart.
            me.epoch = epoch::next(me.dev, me.epoch, &[self.state().book.seen(), holds], self.new_id().0);
            new_head = Head::start_of(me.stream());
            commit.meta.push((names::HEAD.to_owned(), None));
        }
        // Two tablets set up apart agree on one organization without asking anyone.
        me.org = orgs.iter().cloned().chain([me.org]).filter(|org| !org.is_empty()).min().unwrap_or_default();
        if me != before {
            commit.meta.push((names::DEVICE.to_owned(), Some(to_bytes(&me)?)));
        }
        let mut erased: BTreeSet<(String, Id)> =
            ops.iter().filter(|op| op.erases()).map(|op| (op.kind.clone(), op.id)).collect();
        let here =
            |(kind, id): &&(String, Id)| self.state().book.record(kind, *id).is_some_and(|record| !record.erased);
        // What goes with it was said, too.
        erased.extend(lawful.erases.iter().cloned());
        let erases = erased.iter().filter(here).count();
        if erases > agreed.erases {
            return Err(ImportError::Erases(erases));
        }
        // What is written of it here is later than what came.
        let latest = ops.iter().map(|op| op.tick).max();
        self.change(|state| latest.into_iter().for_each(|tick| state.clock.observe(tick)));
        let mut rechain = Rechain::default();
        if !erased.is_empty() {
            rechain = self.redact_stored(&mut commit, &erased).await?;
            commit.drop_blobs.extend(erased.iter().map(|(_, id)| blobs_of(*id)));
            if new_head == head {
                new_head = head.after(&rechain, me.stream());
                commit.meta.push((names::HEAD.to_owned(), new_head.stored()?));
            }
        }
        let own_from = if me.stream() == before.stream() { head } else { new_head };
        let own = self.prepare_as(&lawful, (&me, own_from), &rechain, &Job::quiet()).await?;
        if !own.ops.is_empty() {
            new_head = own.head;
        }
        if commit.snapshot.is_some() {
            commit.snapshot = Some(self.snapshot_after(ops.iter().chain(&own.ops)));
        }
        commit.add.extend(own.commit.add.iter().cloned());
        commit.meta.extend(own.commit.meta.iter().cloned());
        let mut ends = Ends::of(self, &rechain).await?;
        let gone = |op: &Operation| {
            let known = self.state().book.is_erased(&op.kind, op.id);
            known || erased.contains(&(op.kind.clone(), op.id))
        };
        // What cannot be read here may be healed by what comes.
        let healed = self.heal(&mut commit, fresh).await?;
        let (count, mut said) = (fresh.len(), ops.as_slice());
        for (done, passing) in fresh.iter().enumerate() {
            let segment = passing.segment();
            let (its, rest) = said.split_at_checked(segment.lines.len()).unwrap_or((said, &[]));
            said = rest;
            let redacted = segment.redact(its, gone).map_err(failed)?;
            let mut passing =
                redacted.map_or_else(|| Cow::Borrowed(passing), |redacted| Cow::Owned(Passing::Made(redacted)));
            ends.follow(&mut passing).await?;
            commit.add.push((passing.segment().key(), passing.to_bytes()));
            job.step(done + 1, count + 1).await?;
        }
        let mut taken = LastImport::now(Imported::Notes, preview.fresh, name, self.now());
        taken.erased = erases;
        taken.before = self.state().book.seen().clone();
        taken.brought.extend(ops.iter().map(|op| (op.stream, op.seq)));
        if !ops.is_empty() && remembered == Remembered::AsLastImport {
            commit.meta.push((names::LAST_IMPORT.to_owned(), Some(to_bytes(&taken)?)));
        }
        Ok((commit, Accepted { me, head: new_head, backup, taken, healed, lawful, own }))
    }

    /// Compares what the file says with what has the same names here, and then with what has them in the file itself, and
    /// notes where a history parts. `false` if none does that was not noted already.
    pub(super) async fn note_branches(&self, read: &Gathered, branches: &mut Branches) -> Result<bool, ImportError> {
        let keys = self.store.segment_keys().await?;
        let (mut parts, mut found) = (BTreeMap::<Told, (u64, Sha)>::new(), Vec::new());
        for ((told, stream), leaves) in &read.known {
            let (Some((from, _)), Some((to, _))) = (leaves.first_key_value(), leaves.last_key_value()) else {
                continue;
            };
            let mut first: Option<(u64, Sha)> = None;
            let mut compare = |segment: &Segment| {
                let mut differing = segment.lines.iter().filter_map(|line| {
                    // A line that lost its hash here or there cannot be compared.
                    let leaf = leaves.get(&line.seq).copied().flatten();
                    let leaf = leaf.filter(|leaf| line.form != LineForm::Cut && *leaf != line.leaf)?;
                    Some((line.seq, leaf))
                });
                first = first.or_else(|| differing.next());
            };
            let keys: Vec<SegmentKey> =
                keys.iter().filter(|key| key.stream == *stream && key.first <= *to).copied().collect();
            let begin = keys.iter().rposition(|key| key.first <= *from).unwrap_or(0);
            self.visit(&keys[begin..], &Job::quiet(), |key, bytes| {
                match Segment::from_bytes(&bytes) {
                    Ok((segment, _)) => compare(&segment),
                    Err(error) => found.push(Unread::new(key, &bytes, error)),
                }
                Ok(())
            })
            .await?;
            // What waits to be stored has a name, too.
            let state = self.state();
            let waits = state.unsaved.segments().filter(|(key, _)| key.stream == *stream);
            waits.filter_map(|(_, bytes)| Segment::from_bytes(bytes).ok()).for_each(|(segment, _)| compare(&segment));
            if let Some(first) = first {
                // Of one history, what comes later is filed by what came before it.
                let at = parts.entry(*told).or_insert(first);
                if first.0 < at.0 {
                    *at = first;
                }
            }
        }
        // Only once all is named as it is here it is known which of two in the file has its name. One after the other: where
        // one goes on, the next may have its name.
        if parts.is_empty() {
            parts.extend(read.clash.map(|(told, seq, leaf)| (told, (seq, leaf))));
        }
        for (told, (seq, leaf)) in &parts {
            branches.note(*told, *seq, *leaf);
        }
        // What cannot be read here may stand in the file: it is read again with that in mind.
        Ok(self.note_unread(found) || !parts.is_empty())
    }
}
