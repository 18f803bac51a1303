//! Other versions of the app, made of the release build by the build's own last step.

use super::dist;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// Whether the app is kept on this tablet.
pub const READY: &str = "return navigator.serviceWorker.getRegistration().then(known => !!known && !!known.active)";
/// Whether a newer version waits to be asked for.
pub const WAITS: &str = "return navigator.serviceWorker.getRegistration().then(known => !!known && !!known.waiting)";
/// Whether no newer version waits or is being stored.
pub const ACTIVE: &str =
    "return navigator.serviceWorker.getRegistration().then(known => !known.waiting && !known.installing)";
/// Asks for the newer version that waits.
pub const ACTIVATE: &str =
    "navigator.serviceWorker.getRegistration().then(known => known.waiting.postMessage({ type: 'activate' }))";
/// Looks for a newer version and answers when the attempt has ended, one way or the other; why, if it could not begin.
pub const LOOK: &str = "
    const done = arguments[arguments.length - 1];
    navigator.serviceWorker.getRegistration().then(known => known.update().then(() => {
        const worker = known.installing;
        if (!worker) return done(true);
        worker.addEventListener('statechange', () => done(true));
    })).catch(error => done(String(error)))";

/// Another version of the app: the same, changed by `change`, with a service worker of its own.
pub fn version(name: &str, change: impl Fn(&Path)) -> PathBuf {
    let folder = copied(name);
    fs::remove_file(folder.join("sw.js")).unwrap();
    change(&folder);
    let finished = Command::new("node")
        .arg("scripts/build/finish.mjs")
        .env("TRUNK_STAGING_DIR", &folder)
        .env("TRUNK_PROFILE", "release")
        .output()
        .unwrap();
    assert!(finished.status.success(), "{finished:?}");
    folder
}

/// The app as it comes from a host that lets it sync with servers of these origins. It goes with the test.
pub struct Connected(PathBuf);

impl Connected {
    /// The release, of which `make connect` would make it.
    pub fn to(origins: &str) -> Connected {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let folder = copied(&format!("connected-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
        let made = Command::new("node").arg("scripts/build/connect.mjs").arg(&folder).arg(origins).output().unwrap();
        assert!(made.status.success(), "{made:?}");
        Connected(folder)
    }

    /// Where it is.
    pub fn folder(&self) -> PathBuf {
        self.0.clone()
    }
}

impl Drop for Connected {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// The release build once more, byte for byte, in a folder of its own.
pub fn copied(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("porchlight-{}-{name}", std::process::id()));
    drop(fs::remove_dir_all(&folder));
    copy(&dist(), &folder);
    folder
}

/// Puts words into the page of a version, before its app.
pub fn mark(folder: &Path, mark: &str) {
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let page = page.replace("<div id=\"app\">", &format!("{mark}<div id=\"app\">"));
    fs::write(folder.join("index.html"), page).unwrap();
}

/// The service worker of a version with a line that the host has added: its bytes differ, its version does not.
pub fn with_a_line(folder: PathBuf, line: &str) -> PathBuf {
    let script = folder.join("sw.js");
    let worker = fs::read_to_string(&script).unwrap();
    fs::write(script, format!("{line}\n{worker}")).unwrap();
    folder
}

/// Makes a version of which every part loads and which never becomes an app.
pub fn be_stillborn(folder: &Path) {
    let script = folder.join(built(".js"));
    let loader = fs::read_to_string(&script).unwrap();
    fs::write(script, format!("throw new Error('stillborn');\n{loader}")).unwrap();
    name_anew(folder, "57111b0457111b04");
}

/// Gives the program of a version names of its own, as a build does: no name ever stands for two contents, and a browser
/// may keep what it has once had under one.
fn name_anew(folder: &Path, hash: &str) {
    let loader = built(".js");
    let old = loader.strip_prefix("porchlight-").and_then(|name| name.strip_suffix(".js")).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.ends_with(".js") || name.ends_with(".html") {
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replace(old, hash)).unwrap();
        }
        fs::rename(&path, folder.join(name.replace(old, hash))).unwrap();
    }
}

/// The name of the built file of the main part that ends so.
pub fn built(ending: &str) -> String {
    of_dist("porchlight-", ending)
}

/// The name of the built file that holds what this chunk shares with no other.
pub fn chunk(name: &str) -> String {
    of_dist(&format!("split_{name}-"), ".wasm")
}

fn of_dist(beginning: &str, ending: &str) -> String {
    let mut names = fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.find(|name| name.starts_with(beginning) && name.ends_with(ending)).unwrap()
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
