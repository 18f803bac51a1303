//! What every store must do, whatever it keeps things in. Each function is given a store of its own, empty.

use porchlight::model::id::DeviceId;
use porchlight::model::stamp::Stream;
use porchlight::ports::{Commit, SegmentKey, Store, StoreError};

/// Calls a macro with the names of all tests, so that none can be forgotten for one of the stores.
#[macro_export]
macro_rules! each_store_test {
    ($run:ident) => {
        $run! {
            an_empty_store_holds_nothing
            segments_come_in_order_of_their_keys
            a_range_includes_both_its_ends
            what_is_written_is_read_back
            a_commit_that_expects_something_else_changes_nothing
            a_commit_that_expects_nothing_fails_when_there_is_something
            a_commit_that_expects_rightly_goes_through
            a_segment_is_never_overwritten
            removing_what_is_absent_or_was_changed_changes_nothing
            folding_replaces_neighbors_by_one
            names_are_found_by_their_beginning
            the_snapshot_comes_and_goes
            large_things_are_kept_and_found_by_their_beginning
            dropping_by_a_beginning_leaves_all_others
            what_is_kept_with_a_drop_stays
            an_empty_commit_is_fine
            many_segments_and_megabytes_come_back_equal
            clearing_leaves_nothing
        }
    };
}

pub fn key(dev: u64, epoch: u32, first: u64) -> SegmentKey {
    SegmentKey { stream: Stream { dev: DeviceId(dev), epoch }, first }
}

pub fn add(segments: &[(SegmentKey, &[u8])]) -> Commit {
    let add = segments.iter().map(|(key, bytes)| (*key, bytes.to_vec())).collect();
    Commit { add, durable: true, ..Commit::default() }
}

pub fn set(meta: &[(&str, Option<&[u8]>)]) -> Commit {
    let meta = meta.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.map(<[u8]>::to_vec))).collect();
    Commit { meta, durable: true, ..Commit::default() }
}

pub fn expecting(name: &str, bytes: Option<&[u8]>, commit: Commit) -> Commit {
    Commit { expect: vec![(name.to_owned(), bytes.map(<[u8]>::to_vec))], ..commit }
}

pub fn keep(blobs: &[(&str, Option<&[u8]>)]) -> Commit {
    Commit { blobs: set(blobs).meta, durable: true, ..Commit::default() }
}

/// Everything a store holds.
#[derive(Debug, Default, PartialEq)]
pub struct Everything {
    pub meta: Vec<(String, Vec<u8>)>,
    pub snapshot: Option<Vec<u8>>,
    pub segments: Vec<(SegmentKey, Vec<u8>)>,
    pub blobs: Vec<(String, Vec<u8>)>,
}

pub async fn everything(store: &dyn Store) -> Everything {
    Everything {
        meta: store.meta("").await.unwrap(),
        snapshot: store.snapshot().await.unwrap(),
        segments: store.segments(key(0, 0, 0), key(u64::MAX, u32::MAX, u64::MAX)).await.unwrap(),
        blobs: store.blobs("").await.unwrap(),
    }
}

pub async fn an_empty_store_holds_nothing(store: &dyn Store) {
    assert_eq!(everything(store).await, Everything::default());
    assert_eq!(store.segment_keys().await, Ok(vec![]));
    assert_eq!(store.blob_names("").await, Ok(vec![]));
}

pub async fn segments_come_in_order_of_their_keys(store: &dyn Store) {
    let large = (1 << 53) - 1;
    let mut keys = vec![
        key(u64::MAX, 1, 1),
        key(0x0fff_ffff_ffff_ffff, 1, 1),
        key(0xa, 1, 1),
        key(9, 10, 1),
        key(9, 9, 1),
        key(9, 2, 0x1_0000_0000),
        key(9, 2, 10),
        key(9, 2, 9),
        key(9, 2, large),
        key(9, 2, large - 1),
        key(9, u32::MAX, 1),
        key(0, 1, 1),
    ];
    for (at, key) in keys.iter().enumerate() {
        store.commit(add(&[(*key, &[at as u8])])).await.unwrap();
    }
    let written: Vec<SegmentKey> = keys.clone();
    keys.sort_unstable();
    assert_eq!(store.segment_keys().await.unwrap(), keys);
    let segments = everything(store).await.segments;
    assert_eq!(segments.iter().map(|(key, _)| *key).collect::<Vec<_>>(), keys);
    for (key, bytes) in segments {
        assert_eq!(written[usize::from(bytes[0])], key);
    }
}

pub async fn a_range_includes_both_its_ends(store: &dyn Store) {
    let keys = [key(1, 1, 1), key(1, 1, 5), key(1, 2, 1), key(2, 1, 1), key(2, 1, 7)];
    let segments: Vec<(SegmentKey, &[u8])> = keys.iter().map(|key| (*key, &b"x"[..])).collect();
    store.commit(add(&segments)).await.unwrap();
    let range = async |from, to| -> Vec<SegmentKey> {
        store.segments(from, to).await.unwrap().into_iter().map(|(key, _)| key).collect()
    };
    assert_eq!(range(keys[1], keys[3]).await, keys[1..=3]);
    assert_eq!(range(keys[2], keys[2]).await, [keys[2]]);
    assert_eq!(range(key(1, 1, 2), key(1, 1, 4)).await, []);
    assert_eq!(range(key(1, 1, 0), key(1, 1, u64::MAX)).await, keys[..2]);
    assert_eq!(range(keys[3], keys[1]).await, []);
}

pub async fn what_is_written_is_read_back(store: &dyn Store) {
    let every_byte: Vec<u8> = (0..=255).collect();
    let mut commit = add(&[(key(1, 1, 1), &every_byte), (key(1, 1, 2), &[])]);
    commit.meta = vec![("head".to_owned(), Some(every_byte.clone())), ("empty".to_owned(), Some(vec![]))];
    commit.snapshot = Some(Some(every_byte.clone()));
    commit.blobs = vec![("sound/000001".to_owned(), Some(every_byte.clone())), ("hush".to_owned(), Some(vec![]))];
    commit.durable = false;
    store.commit(commit).await.unwrap();
    let expected = Everything {
        meta: vec![("empty".to_owned(), vec![]), ("head".to_owned(), every_byte.clone())],
        snapshot: Some(every_byte.clone()),
        segments: vec![(key(1, 1, 1), every_byte.clone()), (key(1, 1, 2), vec![])],
        blobs: vec![("hush".to_owned(), vec![]), ("sound/000001".to_owned(), every_byte)],
    };
    assert_eq!(everything(store).await, expected);
}

/// A commit that would change everything there is.
fn sweeping() -> Commit {
    Commit {
        expect: vec![],
        add: vec![(key(1, 1, 2), b"new".to_vec())],
        remove: vec![(key(1, 1, 1), b"old".to_vec())],
        meta: vec![("head".to_owned(), Some(b"2".to_vec())), ("other".to_owned(), None)],
        snapshot: Some(Some(b"new".to_vec())),
        blobs: vec![("b/000001".to_owned(), Some(b"new".to_vec()))],
        drop_blobs: vec!["a/".to_owned()],
        durable: true,
    }
}

async fn prepare(store: &dyn Store) -> Everything {
    let mut commit = add(&[(key(1, 1, 1), b"old")]);
    commit.meta = set(&[("head", Some(b"1")), ("other", Some(b"x"))]).meta;
    commit.snapshot = Some(Some(b"old".to_vec()));
    commit.blobs = keep(&[("a/000001", Some(b"old")), ("a/000002", Some(b"old"))]).blobs;
    store.commit(commit).await.unwrap();
    everything(store).await
}

pub async fn a_commit_that_expects_something_else_changes_nothing(store: &dyn Store) {
    let before = prepare(store).await;
    for wrong in [None, Some(&b"0"[..]), Some(&b""[..]), Some(&b"10"[..])] {
        let commit = expecting("head", wrong, sweeping());
        assert_eq!(store.commit(commit).await, Err(StoreError::Behind), "{wrong:?}");
    }
    // One wrong expectation among right ones is enough.
    let mut commit = expecting("head", Some(b"1"), sweeping());
    commit.expect.push(("missing".to_owned(), Some(b"1".to_vec())));
    assert_eq!(store.commit(commit).await, Err(StoreError::Behind));
    assert_eq!(everything(store).await, before);
}

pub async fn a_commit_that_expects_nothing_fails_when_there_is_something(store: &dyn Store) {
    let first = expecting("head", None, set(&[("head", Some(b""))]));
    store.commit(first.clone()).await.unwrap();
    assert_eq!(store.commit(first).await, Err(StoreError::Behind), "an empty value is not the same as none");
}

pub async fn a_commit_that_expects_rightly_goes_through(store: &dyn Store) {
    prepare(store).await;
    let mut commit = expecting("head", Some(b"1"), sweeping());
    commit.expect.push(("missing".to_owned(), None));
    store.commit(commit).await.unwrap();
    let expected = Everything {
        meta: vec![("head".to_owned(), b"2".to_vec())],
        snapshot: Some(b"new".to_vec()),
        segments: vec![(key(1, 1, 2), b"new".to_vec())],
        blobs: vec![("b/000001".to_owned(), b"new".to_vec())],
    };
    assert_eq!(everything(store).await, expected);
}

pub async fn a_segment_is_never_overwritten(store: &dyn Store) {
    let before = prepare(store).await;
    // The clash comes last, so that all else has been handed over before it.
    let mut commit = sweeping();
    commit.remove.clear();
    commit.add.push((key(1, 1, 1), b"another".to_vec()));
    assert_eq!(store.commit(commit).await, Err(StoreError::Behind));
    // Nor by the same bytes: whoever adds them believed that they were not there.
    assert_eq!(store.commit(add(&[(key(1, 1, 1), b"old")])).await, Err(StoreError::Behind));
    // Nor by itself.
    let twice = add(&[(key(3, 1, 1), b"once"), (key(3, 1, 1), b"twice")]);
    assert_eq!(store.commit(twice).await, Err(StoreError::Behind));
    assert_eq!(everything(store).await, before);
}

pub async fn removing_what_is_absent_or_was_changed_changes_nothing(store: &dyn Store) {
    let before = prepare(store).await;
    for (gone, read) in
        [(key(1, 1, 1), &b"older"[..]), (key(1, 1, 1), b""), (key(1, 1, 3), b"old"), (key(9, 9, 9), b"")]
    {
        let mut commit = sweeping();
        commit.remove.push((gone, read.to_vec()));
        assert_eq!(store.commit(commit).await, Err(StoreError::Behind), "{gone:?} {read:?}");
    }
    assert_eq!(everything(store).await, before);
}

pub async fn folding_replaces_neighbors_by_one(store: &dyn Store) {
    store.commit(add(&[(key(1, 1, 1), b"a"), (key(1, 1, 2), b"b"), (key(1, 1, 3), b"c")])).await.unwrap();
    let mut fold = add(&[(key(1, 1, 1), b"ab")]);
    fold.remove = vec![(key(1, 1, 1), b"a".to_vec()), (key(1, 1, 2), b"b".to_vec())];
    store.commit(fold).await.unwrap();
    let segments = everything(store).await.segments;
    assert_eq!(segments, [(key(1, 1, 1), b"ab".to_vec()), (key(1, 1, 3), b"c".to_vec())]);
}

/// Names in which an order or an end is easily missed.
const NAMES: [&str; 13] =
    ["", "a", "a/", "a/\u{10ffff}", "a/é", "a/日本", "a/😀", "a/😀!", "a/\u{ffff}", "a0", "b", "é", "\u{0}"];
/// What they may begin with.
const PREFIXES: [&str; 12] =
    ["", "a", "a/", "a/😀", "a/\u{ffff}", "a/\u{10ffff}", "\u{ffff}", "é", "e", "z", "\u{0}", "a/日本語"];

/// Each of these names, with itself as the bytes under it.
fn named_so() -> Vec<(&'static str, Option<&'static [u8]>)> {
    NAMES.iter().map(|name| (*name, Some(name.as_bytes()))).collect()
}

/// Those of the names for which this holds, in order.
fn names_that(hold: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let mut names: Vec<&str> = NAMES.into_iter().filter(|name| hold(name)).collect();
    names.sort_unstable();
    names
}

pub async fn names_are_found_by_their_beginning(store: &dyn Store) {
    store.commit(set(&named_so())).await.unwrap();
    for prefix in PREFIXES {
        let expected = names_that(|name| name.starts_with(prefix));
        let found = store.meta(prefix).await.unwrap();
        assert_eq!(found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), expected, "{prefix:?}");
        assert!(found.iter().all(|(name, bytes)| name.as_bytes() == bytes));
    }
    store.commit(set(&[("a/😀", None), ("never there", None)])).await.unwrap();
    assert_eq!(store.meta("a/😀").await.unwrap().len(), 1);
}

pub async fn the_snapshot_comes_and_goes(store: &dyn Store) {
    let with = |snapshot| Commit { snapshot, ..Commit::default() };
    store.commit(with(Some(Some(b"one".to_vec())))).await.unwrap();
    assert_eq!(store.snapshot().await, Ok(Some(b"one".to_vec())));
    store.commit(with(Some(Some(vec![])))).await.unwrap();
    assert_eq!(store.snapshot().await, Ok(Some(vec![])));
    store.commit(with(None)).await.unwrap();
    assert_eq!(store.snapshot().await, Ok(Some(vec![])), "none said leaves it");
    store.commit(with(Some(None))).await.unwrap();
    assert_eq!(store.snapshot().await, Ok(None));
}

pub async fn large_things_are_kept_and_found_by_their_beginning(store: &dyn Store) {
    store.commit(keep(&named_so())).await.unwrap();
    for prefix in PREFIXES {
        let expected = names_that(|name| name.starts_with(prefix));
        let found = store.blobs(prefix).await.unwrap();
        assert_eq!(found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), expected, "{prefix:?}");
        assert!(found.iter().all(|(name, bytes)| name.as_bytes() == bytes));
        assert_eq!(store.blob_names(prefix).await.unwrap(), expected, "{prefix:?}");
    }
    store.commit(keep(&[("a/😀", Some(b"louder")), ("b", None), ("never there", None)])).await.unwrap();
    assert_eq!(store.blobs("a/😀").await.unwrap()[0].1, b"louder");
    assert_eq!(store.blob_names("b").await, Ok(vec![]));
    assert_eq!(store.meta("").await, Ok(vec![]), "they are not small things");
}

pub async fn dropping_by_a_beginning_leaves_all_others(store: &dyn Store) {
    for prefix in PREFIXES {
        store.commit(keep(&named_so())).await.unwrap();
        store.commit(Commit { drop_blobs: vec![prefix.to_owned()], ..Commit::default() }).await.unwrap();
        assert_eq!(store.blob_names("").await.unwrap(), names_that(|name| !name.starts_with(prefix)), "{prefix:?}");
    }
    // As recordings are named: two that differ in their last digit, and what belongs to something larger.
    let [one, other] = [1, 2].map(|id| format!("{id:032x}/"));
    let piece = |of: &str, number: u32| (format!("{of}{number:06}"), Some(vec![number as u8]));
    let blobs = vec![piece(&one, 1), piece(&other, 1), piece(&one, 999_999), piece(&other, 2)];
    let meta = set(&[(&one, Some(b"a draft"))]).meta;
    store.commit(Commit { drop_blobs: vec![String::new()], blobs, meta, ..Commit::default() }).await.unwrap();
    let drop_blobs = vec![one.clone(), "never there/".to_owned()];
    store.commit(Commit { drop_blobs, durable: true, ..Commit::default() }).await.unwrap();
    assert_eq!(
        store.blobs("").await.unwrap(),
        [(format!("{other}000001"), vec![1]), (format!("{other}000002"), vec![2])]
    );
    assert_eq!(store.meta("").await.unwrap(), [(one, b"a draft".to_vec())]);
}

pub async fn what_is_kept_with_a_drop_stays(store: &dyn Store) {
    store.commit(keep(&[("a/1", Some(b"old")), ("a/2", Some(b"old"))])).await.unwrap();
    let commit = keep(&[("a/2", Some(b"new")), ("a/3", Some(b"new")), ("a/3", Some(b"last"))]);
    store.commit(Commit { drop_blobs: vec!["a/".to_owned()], ..commit }).await.unwrap();
    assert_eq!(
        store.blobs("").await.unwrap(),
        [("a/2".to_owned(), b"new".to_vec()), ("a/3".to_owned(), b"last".to_vec())]
    );
}

pub async fn an_empty_commit_is_fine(store: &dyn Store) {
    store.commit(Commit { durable: true, ..Commit::default() }).await.unwrap();
    store.commit(Commit::default()).await.unwrap();
    an_empty_store_holds_nothing(store).await;
}

pub async fn many_segments_and_megabytes_come_back_equal(store: &dyn Store) {
    // Many small ones between few large ones, 30 MB in all, each unlike the others.
    let segment = |at: u64| {
        let length = if at.is_multiple_of(100) { 1_450_000 } else { 300 };
        let mut state = at.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let next = move |_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state as u8
        };
        (0..length).map(next).collect::<Vec<u8>>()
    };
    let written: Vec<(SegmentKey, Vec<u8>)> = (0..2000).map(|at| (key(at % 3, 1, at), segment(at))).collect();
    for part in written.chunks(700) {
        store.commit(Commit { add: part.to_vec(), durable: true, ..Commit::default() }).await.unwrap();
    }
    let mut expected = written;
    expected.sort_unstable();
    assert!(expected.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > 29_000_000);
    // Not `assert_eq`, which would print them.
    assert!(everything(store).await.segments == expected);
}

pub async fn clearing_leaves_nothing(store: &dyn Store) {
    prepare(store).await;
    store.clear().await.unwrap();
    an_empty_store_holds_nothing(store).await;
    store.clear().await.unwrap();
    prepare(store).await;
    assert_eq!(store.segment_keys().await.unwrap().len(), 1, "it can be used again");
}
