//! Whose notes they are, where Porchlight is served from several folders of one site.
//!
//! A browser keeps one set of databases for a whole site. Whichever Porchlight comes first claims the notes under the
//! plain name, with those that have been there since before anyone claimed, and keeps them for ever; one in another
//! folder keeps its own under a name with that folder's path in it, also once the first has erased everything: what it
//! has noted there would be out of sight otherwise.

use crate::ports::{Commit, Store, StoreError};

/// The small thing that holds the claim: the path of the folder, as the address has it.
const PATH: &str = "path";

/// Who may use the notes in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The app at this path.
    Ours,
    /// The app at another path, which is this one.
    Theirs(String),
    /// Nobody, for the app at this path has its own.
    Apart,
}

/// Claims the notes of a store for the app at a path, unless another one has, or this one has noted something apart from
/// it, which is asked only where nobody has claimed them.
///
/// # Errors
/// If a store cannot be read. A claim that cannot be written hides no notes: it is made at the next start.
pub async fn claim(
    store: &dyn Store,
    path: &str,
    apart: impl AsyncFn() -> Result<bool, StoreError>,
) -> Result<Claim, StoreError> {
    loop {
        if let Some(holder) = holder(store).await? {
            return Ok(if holder == path { Claim::Ours } else { Claim::Theirs(holder) });
        }
        if apart().await? {
            return Ok(Claim::Apart);
        }
        let made = Commit {
            expect: vec![(PATH.to_owned(), None)],
            meta: vec![(PATH.to_owned(), Some(path.as_bytes().to_vec()))],
            durable: true,
            ..Commit::default()
        };
        match store.commit(made).await {
            // Another one was quicker.
            Err(StoreError::Behind) => {}
            Ok(()) | Err(_) => return Ok(Claim::Ours),
        }
    }
}

/// Whether anything was ever noted in a store.
///
/// # Errors
/// If the store cannot be read.
pub async fn holds_notes(store: &dyn Store) -> Result<bool, StoreError> {
    Ok(!store.segment_keys().await?.is_empty())
}

async fn holder(store: &dyn Store) -> Result<Option<String>, StoreError> {
    let found = store.meta(PATH).await?.into_iter().find(|(name, _)| name == PATH);
    Ok(found.map(|(_, path)| String::from_utf8_lossy(&path).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::DeviceId;
    use crate::model::stamp::Stream;
    use crate::ports::SegmentKey;
    use crate::work::memory::MemoryStore;
    use futures_util::FutureExt;

    fn claimed(store: &MemoryStore, path: &str) -> Claim {
        claim(store, path, async || Ok(false)).now_or_never().unwrap().unwrap()
    }

    #[test]
    fn two_folders_of_one_site_never_share_notes() {
        let store = MemoryStore::default();
        assert_eq!(claimed(&store, "/"), Claim::Ours);
        assert_eq!(claimed(&store, "/test/"), Claim::Theirs("/".to_owned()));
        assert_eq!(claimed(&store, "/"), Claim::Ours, "for ever");
    }

    #[test]
    fn notes_from_before_there_were_claims_stay_in_sight() {
        let store = MemoryStore::default();
        let key = SegmentKey { stream: Stream { dev: DeviceId(1), epoch: 1 }, first: 1 };
        let note = Commit { add: vec![(key, b"a note".to_vec())], ..Commit::default() };
        store.commit(note).now_or_never().unwrap().unwrap();
        let before = store.contents();
        assert_eq!(claimed(&store, "/library/"), Claim::Ours);
        assert_eq!(store.contents().log, before.log);
        assert_eq!(holds_notes(&store).now_or_never(), Some(Ok(true)), "which the other one is told of");
    }

    #[test]
    fn a_full_tablet_hides_no_notes() {
        let store = MemoryStore::default();
        store.fail_with(Some(StoreError::Full));
        assert_eq!(claimed(&store, "/"), Claim::Ours);
        store.fail_with(None);
        assert_eq!(claimed(&store, "/test/"), Claim::Ours, "nothing was written, so nothing is claimed");
    }

    #[test]
    fn what_was_erased_belongs_to_nobody() {
        let store = MemoryStore::default();
        assert_eq!(claimed(&store, "/"), Claim::Ours);
        store.clear().now_or_never().unwrap().unwrap();
        assert_eq!(claimed(&store, "/test/"), Claim::Ours);
    }

    #[test]
    fn whoever_has_notes_apart_keeps_them_once_the_others_are_erased() {
        let store = MemoryStore::default();
        assert_eq!(claimed(&store, "/"), Claim::Ours);
        store.clear().now_or_never().unwrap().unwrap();
        let apart = claim(&store, "/test/", async || Ok(true)).now_or_never().unwrap();
        assert_eq!(apart, Ok(Claim::Apart));
        assert_eq!(claimed(&store, "/"), Claim::Ours, "which are nobody's until then");
    }
}
