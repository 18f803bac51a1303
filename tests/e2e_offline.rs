//! Kept whole, served with no network, renewed only when asked: the service worker against a server that fails.
//!
//! The release build in `PORCHLIGHT_DIST` is used as it is; newer versions are made of it by the build's own last step.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod driver;
mod server;

use driver::Browser;
use server::{Fault, Server};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

const STANDS: &str = "return document.readyState === 'complete' && !document.getElementById('shell') && \
     !!document.querySelector('#app > *')";
const READY: &str = "return navigator.serviceWorker.getRegistration().then(known => !!known && !!known.active)";
const WAITS: &str = "return navigator.serviceWorker.getRegistration().then(known => !!known && !!known.waiting)";
/// How many versions are stored, whole or not.
const STORED: &str = "return caches.keys().then(names => names.length)";
/// Asks for a newer version and answers when the attempt has ended, one way or the other.
const LOOK: &str = "return navigator.serviceWorker.getRegistration().then(known => known.update().then(() => \
     new Promise(ended => { \
         const worker = known.installing; \
         if (!worker) return ended(true); \
         worker.addEventListener('statechange', () => ended(true)); \
     })))";
const ACTIVATE: &str =
    "navigator.serviceWorker.getRegistration().then(known => known.waiting.postMessage({ type: 'activate' }))";

fn dist() -> PathBuf {
    PathBuf::from(std::env::var("PORCHLIGHT_DIST").unwrap_or_else(|_| "dist".to_owned()))
}

/// The app open and kept on the tablet.
fn kept(server: &Server) -> Browser {
    let browser = Browser::open();
    browser.goto(&server.url());
    browser.until("the app stands", STANDS);
    browser.until("the app is kept", READY);
    browser
}

/// Another version of the app: the same, changed by `change`, with a service worker of its own.
fn version(name: &str, change: impl Fn(&Path)) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("porchlight-{}-{name}", std::process::id()));
    drop(fs::remove_dir_all(&folder));
    copy(&dist(), &folder);
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

/// A version whose page can be told from the first one's.
fn newer(name: &str) -> PathBuf {
    version(name, |folder| {
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let page = page.replace("<div id=\"app\">", "<div id=\"newer\"></div><div id=\"app\">");
        fs::write(folder.join("index.html"), page).unwrap();
    })
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

/// The name of the built file that ends so.
fn built(ending: &str) -> String {
    let names = fs::read_dir(dist()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.into_iter().find(|name| name.starts_with("porchlight-") && name.ends_with(ending)).unwrap()
}

fn is_newer(browser: &Browser) -> bool {
    browser.run("return !!document.getElementById('newer')") == true
}

fn starts_without_a_server(prefix: &str) {
    let server = Server::start_at(dist(), 0, prefix).unwrap();
    let browser = kept(&server);
    let url = server.url();
    server.stop();
    browser.reload();
    browser.until("the app stands with the server stopped", STANDS);
    browser.goto(&format!("{url}?from=home#/reports"));
    browser.until("the app stands at another address", STANDS);
    browser.goto(&format!("{url}an/old/bookmark#/reports"));
    browser.until("a deep address leads to the front door", STANDS);
    assert_eq!(browser.run("return location.pathname"), prefix);
    let font = "return document.fonts.load('18px \"Atkinson Hyperlegible Next\"').then(faces => faces.length)";
    assert_eq!(browser.run(font), 1);
}

#[test]
fn starts_with_the_server_stopped() {
    starts_without_a_server("/");
}

#[test]
fn starts_from_a_sub_path_with_the_server_stopped() {
    starts_without_a_server("/library/app/");
}

#[test]
fn a_first_version_with_a_missing_or_cut_file_is_not_kept() {
    for fault in [Fault::NotFound, Fault::Bytes(b"<html>log in".to_vec()), Fault::Truncated(100)] {
        let server = Server::start(dist()).unwrap();
        server.break_path("icons/icon-512.png", fault);
        let browser = Browser::open();
        browser.goto(&server.url());
        browser.until("the app stands all the same", STANDS);
        // Only the service worker asks for this file: from then on it is at work, and then it has given up.
        let deadline = Instant::now() + Duration::from_secs(30);
        while !server.was_asked("icons/icon-512.png") {
            assert!(Instant::now() < deadline, "the service worker was never started");
            thread::sleep(Duration::from_millis(50));
        }
        let gone = "return navigator.serviceWorker.getRegistration().then(known => !known || \
             !(known.installing || known.waiting || known.active))";
        browser.until("the attempt has ended", gone);
        assert_eq!(browser.run(STORED), 0, "nothing half-stored is left");
        server.mend();
        browser.reload();
        browser.until("the next start keeps it", READY);
    }
}

#[test]
fn a_broken_newer_version_leaves_the_old_one_serving() {
    let server = Server::start(dist()).unwrap();
    let browser = kept(&server);

    server.deploy(newer("broken"));
    server.break_path("", Fault::Bytes(b"<html>log in".to_vec()));
    browser.run(LOOK);
    assert_eq!(browser.run(STORED), 1);

    // Every byte as it should be, and yet nothing this browser can run.
    server.mend();
    server.deploy(version("bad-wasm", |folder| fs::write(folder.join(built("_bg.wasm")), "broken").unwrap()));
    browser.run(LOOK);
    assert_eq!(browser.run(STORED), 1);

    server.stop();
    browser.reload();
    browser.until("the old version stands, offline", STANDS);
    assert!(!is_newer(&browser));
}

#[test]
fn a_newer_version_waits_to_be_asked_for() {
    let server = Server::start(dist()).unwrap();
    let browser = kept(&server);
    server.take_requests();

    server.deploy(newer("good"));
    browser.run(LOOK);
    browser.until("the newer version waits", WAITS);
    let fetched = server.take_requests();
    assert!(!fetched.contains(&built("_bg.wasm")), "what did not change is not fetched again: {fetched:?}");

    browser.reload();
    browser.until("the app stands", STANDS);
    assert!(!is_newer(&browser), "not even a reload switches");
    let (first, second) = browser.new_tab();
    browser.goto(&server.url());
    browser.until("the app stands", STANDS);
    assert!(!is_newer(&browser), "nor does another tab");

    browser.switch_to(&first);
    browser.run(ACTIVATE);
    browser.until("only the newer version is stored", "return caches.keys().then(names => names.length === 1)");
    browser.reload();
    browser.until("the newer version stands", "return !!document.getElementById('newer')");
    browser.switch_to(&second);
    assert!(!is_newer(&browser), "no tab is loaded again behind a person's back");

    server.stop();
    browser.reload();
    browser.until("the newer version stands, offline", "return !!document.getElementById('newer')");
    browser.until("and runs", STANDS);
}

#[test]
fn a_start_that_fails_says_so_and_can_be_tried_again() {
    for ending in ["_bg.wasm", ".js"] {
        let server = Server::start(dist()).unwrap();
        server.break_path(&built(ending), Fault::Bytes(b"<html>log in".to_vec()));
        let browser = Browser::open();
        browser.goto(&server.url());
        browser.until("the page says so", "return !document.getElementById('failed').hidden");
        server.mend();
        browser.run("document.querySelector('.try-again').click()");
        browser.until("the app stands", STANDS);
    }
}

#[test]
fn a_browser_without_a_database_or_wasm_is_told() {
    for (missing, name) in [("indexedDB", "IndexedDB"), ("WebAssembly", "WebAssembly")] {
        let lacking = version(missing, |folder| {
            let script = format!("Object.defineProperty(window, '{missing}', {{ value: undefined }});");
            fs::write(folder.join("lacking.js"), script).unwrap();
            let page = fs::read_to_string(folder.join("index.html")).unwrap();
            let page = page.replace("<title>", "<script src=\"./lacking.js\"></script><title>");
            fs::write(folder.join("index.html"), page).unwrap();
        });
        let server = Server::start(lacking).unwrap();
        let browser = Browser::open();
        browser.goto(&server.url());
        browser.until("the page says so", "return !document.getElementById('unsupported').hidden");
        let said = browser.run("return document.body.innerText");
        let said = said.as_str().unwrap_or_default().to_owned();
        assert!(said.contains(&format!("({name}): missing")), "{said}");
        assert!(said.contains(&format!("({name}): falta")), "{said}");
    }
}
