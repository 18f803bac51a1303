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
