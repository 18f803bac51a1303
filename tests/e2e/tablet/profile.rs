//! The profile that a browser begins with: one that never was at any address.

use super::webdriver::{Engine, Session};
use super::{SCREEN, versions};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Puts a profile there. Firefox takes seconds to make one, so it gets a copy of one that it has made before.
pub fn put(engine: Engine, to: &Path) {
    match engine {
        Engine::Firefox => versions::copy(firefox(), to),
        Engine::Chromium | Engine::WebKit => fs::create_dir_all(to).unwrap(),
    }
}

/// A profile that Firefox has made and left, with the screen as the tablets have it. It was made for this program alone.
fn firefox() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let all = Path::new(env!("CARGO_TARGET_TMPDIR"));
        forget_earlier(all);
        let own = all.join(format!("{PREFIX}{}", std::process::id()));
        let part = |name: &str| own.join(name);
        for name in ["profile", "home"] {
            fs::create_dir_all(part(name)).unwrap();
        }
        let session = Session::start(Engine::Firefox, &part("profile"), &part("home"), &part("home"));
        let [width, height] = SCREEN;
        session
            .post("window/rect", json!({ "width": width, "height": height }))
            .unwrap_or_else(|why| panic!("{why:?}"));
        // Firefox writes down what it made as it closes.
        drop(session);
        drop(fs::remove_file(part("profile/lock")));
        part("profile")
    })
}

const PREFIX: &str = "firefox-";

/// Removes the profiles of programs that have ended.
fn forget_earlier(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name();
        let of = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        if of.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}
