//! Files that are only half there: on their way, or for ever.
//!
//! What a manifest that cannot be read names is not known. But the files themselves prove what they are, so they are taken
//! in without it, and put there anew as this tablet's own: nothing that a lost tablet had put there goes with its manifest.

use super::piece::Piece;
use super::{Exchange, HEADS, SyncError, folder_of, manifest};
use crate::model::order;
use crate::model::stamp::Stream;
use std::collections::BTreeSet;

/// How long a file may be on its way, in milliseconds: a day.
const ON_ITS_WAY: i64 = 86_400_000;

impl Exchange<'_> {
    /// Looks for the files of tablets whose manifests cannot be read.
    pub(super) async fn salvage(&mut self) -> Result<(), SyncError> {
        let half_there: BTreeSet<Stream> = self.synced.awaited.iter().filter_map(|path| tablet_at(path)).collect();
        for tablet in half_there {
            let names = self.place.names(&folder_of(tablet)).await?;
            let pieces = names.iter().filter_map(|name| name.strip_suffix(".json")?.parse::<Piece>().ok());
            self.salvaged.extend(pieces.map(|piece| (piece, tablet)));
        }
        Ok(())
    }

    /// Removes manifests of earlier lives of this tablet that broke off when they were put there. What they named has been
    /// put there anew. One that a copy of this tablet is putting there at this moment it puts there again.
    pub(super) async fn remove_half(&mut self) -> Result<(), SyncError> {
        let me = self.me();
        for path in order::set(std::mem::take(&mut self.synced.awaited)) {
            let past = |tablet: &Stream| {
                let lasting = tablet.dev == me.dev && self.is_lasting(&path);
                *tablet != me && (self.known.past.contains(tablet) || lasting)
            };
            match tablet_at(&path) {
                // It was put there anew meanwhile.
                Some(tablet) if tablet == me => {}
                Some(tablet) if past(&tablet) => self.place.remove(&path).await?,
                _ => self.synced.awaited.push(path),
            }
        }
        Ok(())
    }

    /// Whether a file has been only half there for longer than anything is on its way.
    pub(super) fn is_lasting(&self, path: &str) -> bool {
        self.known.since.get(path).is_some_and(|since| self.work.now().ms.saturating_sub(*since) >= ON_ITS_WAY)
    }

    /// Notes since when files are awaited, and tells those apart that nobody seems to bring any more.
    pub(super) fn tell_damaged(&mut self) {
        let now = self.work.now().ms;
        let awaited = std::mem::take(&mut self.synced.awaited);
        self.known.since.retain(|path, since| awaited.contains(path) && *since <= now);
        awaited.iter().for_each(|path| _ = self.known.since.entry(path.clone()).or_insert(now));
        (self.synced.damaged, self.synced.awaited) = awaited.into_iter().partition(|path| self.is_lasting(path));
    }
}

/// The tablet whose manifest this is, if it is one.
fn tablet_at(path: &str) -> Option<Stream> {
    manifest::tablet_of(path.strip_prefix(HEADS)?.strip_prefix('/')?.strip_suffix(".json")?)
}
