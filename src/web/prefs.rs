//! Small preferences in the browser's local storage.

use crate::ports::Prefs;
use gloo_storage::{LocalStorage, Storage};

/// Preferences in `localStorage`, each under its own name, as JSON. The page's first script reads some of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserPrefs;

impl Prefs for BrowserPrefs {
    fn get(&self, name: &str) -> Option<String> {
        is_there().then(|| LocalStorage::get(name).ok()).flatten()
    }

    fn set(&self, name: &str, value: &str) {
        if is_there() {
            // Full or forbidden: the preference lasts as long as the page.
            drop(LocalStorage::set(name, value));
        }
    }
}

/// Whether there is a local storage. gloo throws where cookies are blocked, so it is not asked there.
fn is_there() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
