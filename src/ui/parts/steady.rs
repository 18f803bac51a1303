//! Lists that rows leave under a finger: ticks that stay on the row that was tapped, and a moment without taps after
//! something moved.

use super::ticked::IsTicked;
use crate::ui::reactive::effect;
use crate::ui::steady::{MOMENT_MS, Moved, with_ticked};
use leptos::prelude::*;
use std::time::Duration;

/// How long a ticked row is shown before it leaves, after the last tick.
const LINGERS: Duration = Duration::from_millis(1_200);
/// When a list is steady again: a little later than the first tap is taken, whatever timers do.
const STEADY_AFTER: Duration = Duration::from_millis(MOMENT_MS as u64 + 20);

/// Keeps what has just moved from being tapped. A handle: copying it copies nothing.
///
/// What is guarded carries `data-settling` meanwhile.
#[derive(Clone, Copy, Default)]
pub struct Guard {
    moved: StoredValue<Moved>,
    settling: RwSignal<bool>,
}

impl Guard {
    /// A guard of what changes whenever this does: the rows of a list in their order.
    pub fn over<T: PartialEq + 'static>(rows: impl Fn() -> T + 'static) -> Guard {
        let mut before: Option<T> = None;
        Guard::when(Box::new(move || {
            let now = rows();
            let moved = before.as_ref().is_some_and(|before| *before != now);
            before = Some(now);
            moved
        }))
    }

    /// A guard of what says, whenever it changes, whether it has moved.
    fn when(mut has_moved: Box<dyn FnMut() -> bool>) -> Guard {
        let guard = Guard::default();
        effect(move || {
            if has_moved() {
                guard.moved();
            }
        });
        guard
    }

    /// Something has moved under the finger.
    pub fn moved(self) {
        self.moved.try_update_value(|moved| moved.note(present()));
        self.settling.try_set(true);
        let settle = move || {
            let now = present();
            if self.moved.try_get_value().is_some_and(|moved| moved.takes(now, now)) {
                self.settling.try_set(false);
            }
        };
        set_timeout(settle, STEADY_AFTER);
    }

    /// Whether a tap is meant.
    pub fn takes(self, tap: &web_sys::Event) -> bool {
        self.moved.get_value().takes(tap.time_stamp(), present())
    }

    /// Lets no tap through that is not meant; for `on:click:capture` of a list.
    pub fn sieve(self) -> impl Fn(leptos::ev::MouseEvent) + Copy + 'static {
        move |tap| {
            if !self.takes(&tap) {
                tap.prevent_default();
                tap.stop_immediate_propagation();
            }
        }
    }

    /// For `data-settling`.
    pub fn settling(self) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static {
        move || self.settling.get().then_some("")
    }
}

/// The present, by the clock of the page's events.
fn present() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Rows to tick off. What was ticked stays in its place, ticked, until nobody has ticked anything for a moment.
pub struct Ticks<T: Send + Sync + 'static, K: Send + Sync + 'static> {
    /// The rows to show.
    pub rows: Memo<Vec<T>>,
    /// The guard of their list.
    pub guard: Guard,
    ticked: RwSignal<Vec<K>>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl<T: Send + Sync, K: Send + Sync> Clone for Ticks<T, K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync, K: Send + Sync> Copy for Ticks<T, K> {}

impl<T, K> Ticks<T, K>
where
    T: Clone + PartialEq + Send + Sync + 'static,
    K: Clone + PartialEq + Send + Sync + 'static,
{
    /// The rows of this list, told apart by this.
    pub fn of(list: impl Fn() -> Vec<T> + Send + Sync + 'static, key: fn(&T) -> K) -> Ticks<T, K> {
        let ticked = RwSignal::new(Vec::<K>::new());
        let rows = Memo::new(move |before: Option<&Vec<T>>| {
            let shown = before.map(Vec::as_slice).unwrap_or_default();
            ticked.with(|ticked| with_ticked(shown, list(), key, ticked))
        });
        let guard = Guard::over(move || rows.with(|rows| rows.iter().map(key).collect::<Vec<K>>()));
        Ticks { rows, guard, ticked, timer: StoredValue::new_local(None) }
    }

    /// Whether a row was just ticked.
    pub fn is_ticked(self, key: &K) -> bool {
        self.ticked.with(|ticked| ticked.contains(key))
    }

    /// Whether this row was just ticked, for [`ticked_row`](super::ticked::ticked_row).
    pub fn mark(self, key: K) -> IsTicked {
        std::sync::Arc::new(move || self.is_ticked(&key))
    }

    /// Ticks a row; whether it was not ticked already.
    pub fn tick(self, key: K) -> bool {
        if untrack(|| self.is_ticked(&key)) {
            return false;
        }
        self.ticked.update(|ticked| ticked.push(key));
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            let leave = move || {
                self.ticked.try_update(Vec::clear);
            };
            *timer = set_timeout_with_handle(leave, LINGERS).ok();
        });
        true
    }

    /// Takes a tick away, for what could not be kept.
    pub fn untick(self, key: &K) {
        self.ticked.try_update(|ticked| ticked.retain(|known| known != key));
    }
}
