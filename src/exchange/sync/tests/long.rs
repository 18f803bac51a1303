//! Syncing takes its time: it says how far it is, and can be cancelled.

use super::*;

#[test]
fn whoever_cancels_does_not_wait_for_a_place_that_hangs() {
    let (a, place) = (Tablet::new(1), MemoryPlace::new(1));
    a.partners(3);
    for calls in 0..12 {
        place.hangs_after.set(Some(calls));
        let job = Job::quiet();
        let mut syncing = std::pin::pin!(a.work.sync(&place, "shared", JOIN, &job));
        let mut waiting = std::task::Context::from_waker(std::task::Waker::noop());
        if let std::task::Poll::Ready(done) = syncing.as_mut().poll(&mut waiting) {
            done.unwrap();
            assert!(calls > 5, "the place was called {calls} times");
            break;
        }
        job.cancel();
        let ended = syncing.as_mut().poll(&mut waiting);
        assert!(
            matches!(ended, std::task::Poll::Ready(Err(SyncError::Import(ImportError::Work(WorkError::Cancelled(_)))))),
            "{ended:?}"
        );
    }
    place.hangs_after.set(None);
    sync(&a, &place).unwrap();
    let b = Tablet::new(100);
    sync(&b, &place).unwrap();
    assert_eq!(b.hash(), a.hash());
}

#[test]
fn how_far_it_is_goes_on_to_the_end_and_never_back() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    for _ in 0..5 {
        a.partners(20);
        sync(&a, &place).unwrap();
    }
    b.partners(70);
    let told = Rc::new(std::cell::RefCell::new(vec![0.0]));
    let to = told.clone();
    let job = Job::told(move |share| to.borrow_mut().push(share));
    now(b.work.sync(&place, "shared", JOIN, &job)).unwrap();
    let told = told.borrow();
    assert!(told.windows(2).all(|two| two[0] <= two[1]), "{told:?}");
    assert_eq!(told.last(), Some(&1.0));
    let widest = told.windows(2).map(|two| two[1] - two[0]).fold(0.0, f64::max);
    assert!(widest < 0.3, "{told:?}");
}

#[test]
fn what_comes_is_taken_in_by_slices_between_which_others_write() {
    let (a, b, place) = (Tablet::new(1), Tablet::new(100), MemoryPlace::new(1));
    let words = "what somebody said ".repeat(2_000);
    for at in 0..60 {
        let id = a.work.new_id();
        a.save(id, &[("name", &format!("Partner {at}")), ("notes", &words)]);
        sync(&a, &place).unwrap();
    }
    let commits = b.store.commits();
    sync(&b, &place).unwrap();
    let bytes: usize =
        place.files.borrow().iter().filter(|(name, _)| name.starts_with("log/")).map(|(_, b)| b.len()).sum();
    let slices = b.store.commits() - commits;
    assert!(bytes > 2 << 20 && slices >= 4 + bytes as u64 / (1 << 20), "{slices} transactions for {bytes} bytes");
    assert_eq!(b.hash(), a.hash());
}

#[test]
fn what_goes_is_read_once() {
    let (a, place) = (Tablet::new(1), MemoryPlace::new(1));
    a.partners(40);
    let gone = a.partner("Forget me");
    now(a.work.run(Command::Erase("partner", gone))).unwrap();
    let before = a.store.reads();
    assert_eq!(sync(&a, &place).unwrap().went, 42);
    let segments = a.store.contents().log.len() as u64;
    // And once more where something was erased.
    assert!(a.store.reads() - before <= 2 * segments + 1, "{} of {segments} segments", a.store.reads() - before);
    a.partners(40);
    let (before, all) = (a.store.reads(), a.store.contents().log.len() as u64);
    sync(&a, &place).unwrap();
    sync(&a, &place).unwrap();
    let new = all - segments;
    // Two manifests tell when this tablet noted something last.
    assert!(a.store.reads() - before <= new + 2, "{} of {new} segments", a.store.reads() - before);
}
