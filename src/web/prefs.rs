//! Small preferences in the browser's local storage.

use crate::ports::{LOOKS, Prefs};
use gloo_storage::{LocalStorage, Storage};

/// What earlier versions kept under plain names, for the whole site, besides [`LOOKS`].
const PLAIN: [&str; 7] = ["started", "asked_on", "practice", "town", "walk", "interview_guide", "asks_in"];

/// Preferences in `localStorage`, each under a name with the path of the app, as JSON. The page's first script reads
/// some of them.
#[derive(Clone, Debug)]
pub struct BrowserPrefs {
    prefix: String,
    first: bool,
}

impl BrowserPrefs {
    /// The preferences of the app at this path. The first one of a site also has what earlier versions kept under
    /// plain names; how the app looked and spoke then goes for each of them.
    pub fn at(path: &str, first: bool) -> BrowserPrefs {
        // A space cannot stand in an address, so one path is never the start of another one's names.
        BrowserPrefs { prefix: format!("porchlight {path} "), first }
    }

    fn own(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

impl Prefs for BrowserPrefs {
    fn get(&self, name: &str) -> Option<String> {
        if !is_there() {
            return None;
        }
        let plain = self.first || LOOKS.contains(&name);
        LocalStorage::get(self.own(name)).ok().or_else(|| plain.then(|| LocalStorage::get(name).ok()).flatten())
    }

    fn set(&self, name: &str, value: &str) {
        if is_there() {
            // Full or forbidden: the preference lasts as long as the page.
            drop(LocalStorage::set(self.own(name), value));
        }
    }

    fn forget_all_but(&self, keep: &[&str]) {
        if !is_there() {
            return;
        }
        let storage = LocalStorage::raw();
        let keys = (0..LocalStorage::length()).filter_map(|at| storage.key(at).ok().flatten());
        let gone: Vec<String> = keys
            .filter(|key| match key.strip_prefix(&self.prefix) {
                Some(name) => !keep.contains(&name),
                None => self.first && PLAIN.contains(&key.as_str()) && !keep.contains(&key.as_str()),
            })
            .collect();
        gone.iter().for_each(LocalStorage::delete);
    }
}

/// Whether there is a local storage. gloo throws where cookies are blocked, so it is not asked there.
fn is_there() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
