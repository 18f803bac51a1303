//! One hand that writes at a time, in the order in which they asked.
//!
//! The order is what somebody did: of two values that were tapped one after the other, the later one must be written
//! later. The mutex of `futures-util` makes no such promise: who has just come may go before who waits.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// Who writes and who waits, in their order.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    next: Cell<u64>,
    /// Whoever stands first has the turn.
    queue: RefCell<VecDeque<(u64, Option<Waker>)>>,
}

/// A turn, or a place in the queue for it. Given up when it is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'a> {
    turns: &'a Turns,
    number: u64,
}

impl Turns {
    /// Waits until everyone who asked before is done.
    pub(crate) async fn take(&self) -> Turn<'_> {
        let number = self.next.get();
        self.next.set(number + 1);
        self.queue.borrow_mut().push_back((number, None));
        let turn = Turn { turns: self, number };
        poll_fn(|context| {
            let mut queue = self.queue.borrow_mut();
            if queue.front().is_some_and(|(first, _)| *first == number) {
                return Poll::Ready(());
            }
            if let Some((_, waker)) = queue.iter_mut().find(|(waiting, _)| *waiting == number) {
                *waker = Some(context.waker().clone());
            }
            Poll::Pending
        })
        .await;
        turn
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let next = {
            let mut queue = self.turns.queue.borrow_mut();
            queue.retain(|(number, _)| *number != self.number);
            queue.front_mut().and_then(|(_, waker)| waker.take())
        };
        // Outside, because whoever is woken may ask at once.
        if let Some(waker) = next {
            waker.wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;
    use std::future::Future;
    use std::pin::Pin;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Wake};

    #[derive(Default)]
    struct Woken(AtomicUsize);

    impl Wake for Woken {
        fn wake(self: Arc<Woken>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn poll<T>(future: &mut Pin<Box<impl Future<Output = T>>>, woken: &Arc<Woken>) -> Option<T> {
        match future.as_mut().poll(&mut Context::from_waker(&Waker::from(woken.clone()))) {
            Poll::Ready(value) => Some(value),
            Poll::Pending => None,
        }
    }

    #[test]
    fn who_has_just_come_never_goes_before_who_waits() {
        let turns = Turns::default();
        let woken: [Arc<Woken>; 4] = Default::default();
        let first = turns.take().now_or_never().unwrap();
        let (mut second, mut third) = (Box::pin(turns.take()), Box::pin(turns.take()));
        assert!(poll(&mut second, &woken[1]).is_none());
        assert!(poll(&mut third, &woken[2]).is_none());
        drop(first);
        assert_eq!(woken[1].0.load(Ordering::Relaxed), 1, "the second is woken");
        let mut fourth = Box::pin(turns.take());
        assert!(poll(&mut fourth, &woken[3]).is_none(), "the turn is free, and others wait for it");
        let second = poll(&mut second, &woken[1]).unwrap();
        drop(second);
        assert!(poll(&mut fourth, &woken[3]).is_none(), "the third has waited longer");
        let third = poll(&mut third, &woken[2]).unwrap();
        drop(third);
        assert_eq!(woken[3].0.load(Ordering::Relaxed), 1);
        assert!(poll(&mut fourth, &woken[3]).is_some());
    }

    #[test]
    fn who_no_longer_waits_holds_nobody_up() {
        let turns = Turns::default();
        let woken: [Arc<Woken>; 2] = Default::default();
        let first = turns.take().now_or_never().unwrap();
        let (mut second, mut third) = (Box::pin(turns.take()), Box::pin(turns.take()));
        assert!(poll(&mut second, &woken[0]).is_none());
        assert!(poll(&mut third, &woken[1]).is_none());
        drop(second);
        drop(first);
        assert_eq!(woken[1].0.load(Ordering::Relaxed), 1);
        assert!(poll(&mut third, &woken[1]).is_some());
    }
}
