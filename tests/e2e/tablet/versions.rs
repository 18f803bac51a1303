//! Other versions of the app, made of the release build by the build's own last step.

use super::dist;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Puts a line before the service worker, as a host may: other bytes, the same version.
pub fn add_line(folder: &Path, line: &str) {
    let script = folder.join("sw.js");
    let worker = fs::read_to_string(&script).unwrap();
    fs::write(script, format!("{line}\n{worker}")).unwrap();
}

/// The name of the built file that ends so.
pub fn built(ending: &str) -> String {
    let names = fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.into_iter().find(|name| name.starts_with("porchlight-") && name.ends_with(ending)).unwrap()
}

fn copy(from: &Path, to: &Path) {
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
