//! Long work that shows how far it is, can be cancelled, and lets the screen breathe.

use crate::ports::Pace;
use std::cell::Cell;
use std::rc::Rc;

/// The person cancelled. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it was cancelled")]
pub struct Cancelled;

/// One piece of long work.
#[derive(Clone)]
pub struct Job {
    pace: Rc<dyn Pace>,
    cancelled: Rc<Cell<bool>>,
    tell: Rc<dyn Fn(f64)>,
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
        Job { pace, cancelled: Rc::default(), tell: Rc::new(tell) }
    }

    /// Short work that nobody watches.
    pub fn quiet() -> Job {
        Job::new(Rc::new(Straight), |_| {})
    }

    /// Asks it to stop at its next step.
    pub fn cancel(&self) {
        self.cancelled.set(true);
    }

    /// One step is done. Call it often: every few hundred records.
    ///
    /// # Errors
    /// [`Cancelled`], if the person wants no more.
    pub async fn step(&self, done: usize, of: usize) -> Result<(), Cancelled> {
        (self.tell)(if of == 0 { 1.0 } else { done as f64 / of as f64 });
        self.pace.pause().await;
        if self.cancelled.get() { Err(Cancelled) } else { Ok(()) }
    }
}
