//! When the tablet is looked at again, or the network comes back.

use leptos::prelude::*;

/// Calls back whenever it may be so, for the life of the page. Several of these moments come together.
pub fn on_waking(act: impl Fn() + Clone + 'static) {
    for moment in ["visibilitychange", "pageshow", "online", "focus"] {
        let act = act.clone();
        std::mem::forget(window_event_listener_untyped(moment, move |_| act()));
    }
}
