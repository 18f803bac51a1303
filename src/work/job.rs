//! Long work that shows how far it is, can be cancelled, and lets the screen breathe.

use crate::ports::Pace;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// The person cancelled. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it was cancelled")]
pub struct Cancelled;

/// One piece of long work.
#[derive(Clone)]
pub struct Job {
    pace: Rc<dyn Pace>,
    stop: Rc<Stop>,
    tell: Rc<dyn Fn(f64)>,
}

/// Whether the person wants no more, and who waits to hear of it.
#[derive(Default)]
struct Stop {
    cancelled: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

/// Goes on without a break, for short work and for tests.
struct Straight;

#[async_trait::async_trait(?Send)]
impl Pace for Straight {
    async fn pause(&self) {}
}

impl Job {
    /// Work that calls back with how far it is, from 0 to 1.
    pub fn new(pace: Rc<dyn Pace>, tell: impl Fn(f64) + 'static) -> Job {
        Job { pace, stop: Rc::default(), tell: Rc::new(tell) }
    }

    /// Short work that nobody watches.
    pub fn quiet() -> Job {
        Job::new(Rc::new(Straight), |_| {})
    }

    /// Work without a break that calls back with how far it is.
    #[cfg(test)]
    pub(crate) fn told(tell: impl Fn(f64) + 'static) -> Job {
        Job::new(Rc::new(Straight), tell)
    }

    /// The part of it from here to there, of 0 to 1, as work of its own. Whoever cancels one cancels the other.
    pub fn part(&self, from: f64, to: f64) -> Job {
        let tell = self.tell.clone();
        let part = move |share: f64| tell(from + (to - from) * share);
        Job { pace: self.pace.clone(), stop: self.stop.clone(), tell: Rc::new(part) }
    }

    /// Asks it to stop at its next step, and breaks off what it only waits for.
    pub fn cancel(&self) {
        self.stop.cancelled.set(true);
        self.stop.waiting.take().into_iter().for_each(Waker::wake);
    }

    /// One step is done. Call it often: every few hundred records.
    ///
    /// # Errors
    /// [`Cancelled`], if the person wants no more.
    pub async fn step(&self, done: usize, of: usize) -> Result<(), Cancelled> {
        self.at(if of == 0 { 1.0 } else { done as f64 / of as f64 }).await
    }

    /// As [`Job::step`], where so much of it is done, from 0 to 1.
    ///
    /// # Errors
    /// [`Cancelled`], if the person wants no more.
    pub async fn at(&self, share: f64) -> Result<(), Cancelled> {
        (self.tell)(share);
        self.pace.pause().await;
        if self.stop.cancelled.get() { Err(Cancelled) } else { Ok(()) }
    }

    /// Waits for something outside, which may never come, as long as the person does. What is broken off is dropped where
    /// it stands: nothing may be waited for like this that must be whole, such as a commit.
    ///
    /// # Errors
    /// [`Cancelled`], if the person wants no more.
    pub async fn wait_for<T>(&self, outside: impl Future<Output = T>) -> Result<T, Cancelled> {
        let mut outside = pin!(outside);
        poll_fn(|context| {
            if self.stop.cancelled.get() {
                return Poll::Ready(Err(Cancelled));
            }
            if let Poll::Ready(came) = outside.as_mut().poll(context) {
                return Poll::Ready(Ok(came));
            }
            let mut waiting = self.stop.waiting.borrow_mut();
            if !waiting.iter().any(|waker| waker.will_wake(context.waker())) {
                waiting.push(context.waker().clone());
            }
            Poll::Pending
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    #[test]
    fn whoever_waits_for_what_never_comes_is_told_of_the_end() {
        let job = Job::quiet();
        let part = job.part(0.0, 0.5);
        let woken = std::sync::Arc::new(Woken::default());
        let waker = Waker::from(woken.clone());
        let mut waiting = pin!(part.wait_for(std::future::pending::<()>()));
        let mut context = std::task::Context::from_waker(&waker);
        assert_eq!(waiting.as_mut().poll(&mut context), Poll::Pending);
        job.cancel();
        assert!(woken.0.load(std::sync::atomic::Ordering::Relaxed), "it is looked at again");
        assert_eq!(waiting.as_mut().poll(&mut context), Poll::Ready(Err(Cancelled)));
        // From then on nothing is begun any more.
        assert_eq!(job.wait_for(async { 1 }).now_or_never(), Some(Err(Cancelled)));
    }

    #[test]
    fn a_part_tells_of_the_whole() {
        let told = Rc::new(RefCell::new(Vec::new()));
        let to = told.clone();
        let job = Job::told(move |share| to.borrow_mut().push(share));
        let part = job.part(0.5, 1.0).part(0.5, 1.0);
        for done in 0..=2 {
            part.step(done, 2).now_or_never().unwrap().unwrap();
        }
        assert_eq!(*told.borrow(), [0.75, 0.875, 1.0]);
    }

    #[derive(Default)]
    struct Woken(std::sync::atomic::AtomicBool);

    impl std::task::Wake for Woken {
        fn wake(self: std::sync::Arc<Self>) {
            self.0.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    }
}
