//! Updates that go wrong in every way a server, a network and a flat battery have: the app always starts with no
//! network, every note is there, and a version that is whole comes in the end.

use crate::common::{scaled, see_count};
use crate::server::Fault;
use crate::tablet::chance::Chance;
use crate::tablet::stored::Stored;
use crate::tablet::versions::{
    ACTIVATE, ACTIVE, LOOK, READY, WAITS, be_stillborn, built, copied, mark, version, with_a_line,
};
use crate::tablet::{Site, Tablet};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A page that is not ours.
const LOGIN: &[u8] = b"<!doctype html><title>Log in</title>Please log in to the library network";
/// Before a service worker: nothing can be stored any more.
const NO_SPACE: &str = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));";

/// What is wrong while a version is on offer.
#[derive(Clone, Copy, Debug)]
enum Wrong {
    Nothing,
    /// This file is answered so.
    File(&'static str, fn() -> Fault),
    /// Everything is answered so.
    Everything(fn() -> Fault),
    /// Nothing answers.
    Gone,
    /// The browser is killed while the version is being stored.
    Killed,
    /// There is no space to store it.
    NoSpace,
    /// It comes whole and does not start.
    Stillborn,
    /// Its wasm is no wasm, though every byte is as its maker says.
    BadWasm,
    /// The version that is here already, with a line added by the host.
    SameVersion,
    /// The same, and no space.
    SameVersionNoSpace,
}

fn login() -> Fault {
    Fault::Bytes(LOGIN.to_vec())
}

/// Everything that is tried, by name. A file may be named by its ending.
const SCENARIOS: &[(&str, Wrong)] = &[
    ("good", Wrong::Nothing),
    ("an icon is missing", Wrong::File("icons/icon-512.png", || Fault::NotFound)),
    ("the page is missing", Wrong::File("", || Fault::NotFound)),
    ("the wasm is corrupt", Wrong::File("_bg.wasm", || Fault::Bytes(b"\0asm nonsense".to_vec()))),
    ("a font is corrupt", Wrong::File("fonts/atkinson-latin-400.woff2", || Fault::Bytes(vec![7; 900]))),
    ("the wasm is cut", Wrong::File("_bg.wasm", || Fault::Truncated(10_000))),
    ("the page is cut", Wrong::File("", || Fault::Truncated(200))),
    ("a portal answers with its page", Wrong::Everything(login)),
    ("a portal sends elsewhere", Wrong::Everything(|| Fault::Moved("/login"))),
    ("the worker is missing", Wrong::File("sw.js", || Fault::NotFound)),
    ("the worker fails", Wrong::File("sw.js", || Fault::Status(500))),
    ("the worker is garbage", Wrong::File("sw.js", || Fault::Bytes(b"}{ no script".to_vec()))),
    ("the server is gone", Wrong::Gone),
    ("killed while it is stored", Wrong::Killed),
    ("no space", Wrong::NoSpace),
    ("a release that does not start", Wrong::Stillborn),
    ("a wasm that is none", Wrong::BadWasm),
    ("the same version, other bytes", Wrong::SameVersion),
    ("the same version, no space", Wrong::SameVersionNoSpace),
];

/// Looks for a newer version without waiting for what comes of it.
const LOOK_ALONG: &str =
    "navigator.serviceWorker.getRegistration().then((known) => { known.update().catch(() => {}); })";
/// Whether the app stands, and of which version the page is.
const VERSION: &str = "return document.querySelector('[data-made]')?.dataset.made || 'first'";
const FAILED: &str = "if (window.before) return false; return !document.getElementById('failed')?.hidden";

/// A version whose page says which it is, in a folder that is used again: one at a time is on offer.
fn made(number: usize, change: impl Fn(&Path)) -> PathBuf {
    version("offered", |folder| {
        mark(folder, &format!("<div data-made=\"{number}\"></div>"));
        change(folder);
    })
}

fn offered(wrong: Wrong, number: usize, current: &Path) -> PathBuf {
    let line = format!("// added by the host, number {number}");
    match wrong {
        Wrong::SameVersion => with_a_line(again(current), &line),
        Wrong::SameVersionNoSpace => with_a_line(again(current), &format!("{line}\n{NO_SPACE}")),
        Wrong::NoSpace => with_a_line(made(number, |_| {}), NO_SPACE),
        Wrong::Stillborn => made(number, be_stillborn),
        Wrong::BadWasm => made(number, |folder| fs::write(folder.join(built("_bg.wasm")), "broken").unwrap()),
        _ => made(number, |_| {}),
    }
}

/// A version that is here already, byte for byte, in a folder of its own.
fn again(current: &Path) -> PathBuf {
    let folder = copied("offered");
    for name in ["index.html", "sw.js"] {
        fs::copy(current.join(name), folder.join(name)).unwrap();
    }
    folder
}

/// A version that the tablet has, in a folder of its own.
fn keep(folder: &Path) -> PathBuf {
    let kept = copied("current");
    for name in ["index.html", "sw.js"] {
        fs::copy(folder.join(name), kept.join(name)).unwrap();
    }
    kept
}

/// Breaks what has to be broken while the version is on offer.
fn break_it(site: &Site, wrong: Wrong) {
    match wrong {
        Wrong::File(path, fault) => {
            let path = if path.starts_with('_') { built(path) } else { path.to_owned() };
            site.server().break_path(&path, fault());
        }
        Wrong::Everything(fault) => site.server().break_all(fault()),
        _ => {}
    }
}

/// Starts with no network: the app stands, every note is there, and one more is kept.
fn starts_offline(tablet: &Tablet, notes: &mut usize, name: &str) {
    see_count(tablet, *notes);
    tablet.add_partner(&format!("Note {notes}, {name}"));
    *notes += 1;
    let book = Stored::of(tablet).prove().unwrap_or_else(|why| panic!("{name}: {why}"));
    assert_eq!(book.records("partner").count(), *notes, "{name}");
}

/// Loads the page anew where it may not start.
fn reload_to_failure(tablet: &Tablet) {
    tablet.run("window.before = true; location.reload()", &[]);
    tablet.until("the page saying that it did not start", FAILED, &[]);
}

fn activate(tablet: &Tablet) {
    tablet.until("the newer version waiting", WAITS, &[]);
    tablet.run(ACTIVATE, &[]);
    tablet.until("the newer version taking over", ACTIVE, &[]);
}

#[test]
#[ignore = "takes minutes; `make soak` runs it"]
fn updates_that_go_wrong_never_take_the_app_or_a_note_away() {
    let mut chance = Chance::new();
    let mut scenarios: Vec<(&str, Wrong)> = SCENARIOS.to_vec();
    scenarios.extend(SCENARIOS);
    chance.shuffle(&mut scenarios);
    scenarios.truncate(scaled(scenarios.len()));
    let mut site = Site::open();
    let mut tablet = Tablet::ready(&site);
    tablet.until("the app being kept", READY, &[]);
    let mut current = copied("current");
    let (mut notes, mut taken, mut tried) = (0, 0, BTreeMap::<&str, usize>::new());
    for (number, (name, wrong)) in scenarios.iter().copied().enumerate() {
        *tried.entry(name).or_default() += 1;
        let before = tablet.run(VERSION, &[]);
        let folder = offered(wrong, number, &current);
        site.server().deploy(&folder);
        break_it(&site, wrong);
        match wrong {
            Wrong::Gone => {
                site.go_away();
                drop(tablet.run_for(Duration::from_secs(60), LOOK, &[]));
            }
            Wrong::Killed => {
                tablet.run(LOOK_ALONG, &[]);
                std::thread::sleep(chance.time(Duration::from_millis(900)));
                tablet.kill();
                site.go_away();
                tablet.reopen();
                tablet.past_the_name();
            }
            _ => drop(tablet.run_for(Duration::from_secs(60), LOOK, &[])),
        }
        if matches!(wrong, Wrong::Stillborn | Wrong::SameVersion | Wrong::SameVersionNoSpace) {
            activate(&tablet);
        }
        if matches!(wrong, Wrong::Stillborn) {
            reload_to_failure(&tablet);
            site.go_away();
            reload_to_failure(&tablet);
            tablet.press("Use the version from before");
            tablet.wait_until_it_stands();
        } else {
            site.go_away();
            tablet.reload();
        }
        let version = tablet.run(VERSION, &[]);
        if matches!(wrong, Wrong::Killed) && version == json!(number.to_string()) {
            // It was stored whole before the kill. With no page open, the browser takes what waits.
            current = keep(&folder);
        } else {
            assert_eq!(version, before, "{name}: nobody has asked for the newer one");
        }
        starts_offline(&tablet, &mut notes, name);

        // The server is well again, and has a whole version: never another one, which the browser would take at once.
        if matches!(wrong, Wrong::SameVersion | Wrong::SameVersionNoSpace) {
            site.come_back_with(current.clone());
            continue;
        }
        let whole = made(1_000 + number, |_| {});
        site.come_back_with(whole.clone());
        assert_eq!(tablet.run_for(Duration::from_secs(60), LOOK, &[]), true);
        activate(&tablet);
        tablet.reload();
        assert_eq!(tablet.run(VERSION, &[]), json!((1_000 + number).to_string()), "{name}: the whole version");
        current = keep(&whole);
        taken += 1;
        site.go_away();
        tablet.reload();
        starts_offline(&tablet, &mut notes, name);
        site.come_back_with(current.clone());
    }
    for name in ["current", "offered"] {
        drop(fs::remove_dir_all(std::env::temp_dir().join(format!("porchlight-{}-{name}", std::process::id()))));
    }
    println!(
        "updates: {} that went wrong in {} ways, {taken} whole versions taken after it: started with no network each time, \
         {notes} notes, all there",
        scenarios.len(),
        tried.len()
    );
}
