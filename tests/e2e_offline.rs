//! Kept whole, served with no network, renewed only when asked: the service worker against a server that fails.
//!
//! The release build in `PORCHLIGHT_DIST` is used as it is; newer versions are made of it by the build's own last step.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on may stop")]

mod server;
#[path = "e2e/tablet/mod.rs"]
mod tablet;

use serde_json::json;
use server::Fault;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use std::{fs, thread};
use tablet::turns::only_in;
use tablet::versions::{
    ACTIVATE, ACTIVE, LOOK, READY, WAITS, be_stillborn, built, chunk, copied, mark, version, with_a_line,
};
use tablet::{Site, Tablet};

/// How many versions are stored, whole or not.
const STORED: &str = "return caches.keys().then(names => names.length)";
/// Whether every font of the style sheets can be had and used. Each is fetched anew: Firefox has those of an earlier
/// page in its memory and calls them loaded even where nobody has the file.
const FONT_FILES: &str = "
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
    const fonts = rules.filter(rule => rule instanceof CSSFontFaceRule).map(rule =>
        new URL(rule.style.getPropertyValue('src').match(/url\\(\"(.+?)\"\\)/)[1], rule.parentStyleSheet.href));
    const load = font => fetch(font, { cache: 'reload' })
        .then(answer => answer.arrayBuffer())
        .then(bytes => new FontFace('Anew', bytes).load());
    return Promise.all(fonts.map(load)).then(faces =>
        faces.length > 0 && faces.every(face => face.status === 'loaded'))";

const ALONE: &str = "return caches.keys().then(names => names.length === 1)";
const FAILED: &str = "return !document.getElementById('failed').hidden";

/// A tablet with the app open and kept on it.
fn kept(site: &Site) -> Tablet {
    let tablet = Tablet::visiting(site);
    tablet.until("the app being kept", READY, &[]);
    tablet
}

/// Looks for a newer version, as the app does by itself now and then.
fn look(tablet: &Tablet) {
    assert_eq!(tablet.run_for(Duration::from_secs(60), LOOK, &[]), true);
}

/// A version whose page can be told from the first one's.
fn newer(name: &str) -> PathBuf {
    version(name, |folder| mark(folder, "<div id=\"newer\"></div>"))
}

fn is_newer(tablet: &Tablet) -> bool {
    tablet.run("return !!document.getElementById('newer')", &[]) == true
}

fn starts_without_a_server(prefix: &str) {
    let mut site = Site::open_at(prefix);
    let tablet = kept(&site);
    site.go_away();
    tablet.reload();
    tablet.visit_page("?from=home#/reports");
    tablet.wait_until_it_stands();
    // A deep address leads to the front door.
    tablet.visit_page("an/old/bookmark#/reports");
    tablet.wait_until_it_stands();
    assert_eq!(tablet.run("return location.pathname", &[]), prefix);
    let font = "return document.fonts.load('18px \"Atkinson Hyperlegible Next\"') \
                .then(faces => faces.map(face => face.status))";
    assert_eq!(tablet.run(font, &[]), json!(["loaded"]));
    assert_eq!(tablet.run(FONT_FILES, &[]), true);
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
        let site = Site::open();
        site.server().break_path("icons/icon-512.png", fault);
        // The app stands all the same.
        let tablet = Tablet::visiting(&site);
        // Only the service worker asks for this file: from then on it is at work, and then it has given up.
        let deadline = Instant::now() + Duration::from_secs(30);
        while !site.server().was_asked("icons/icon-512.png") {
            assert!(Instant::now() < deadline, "the service worker was never started");
            thread::sleep(Duration::from_millis(50));
        }
        let gone = "return navigator.serviceWorker.getRegistration().then(known => !known || \
             !(known.installing || known.waiting || known.active))";
        tablet.until("the attempt ending", gone, &[]);
        assert_eq!(tablet.run(STORED, &[]), 0, "nothing half-stored is left");
        site.server().mend();
        tablet.reload();
        tablet.until("the next start keeping it", READY, &[]);
    }
}

#[test]
fn a_broken_newer_version_leaves_the_old_one_serving() {
    let mut site = Site::open();
    let tablet = kept(&site);

    site.server().deploy(newer("broken"));
    site.server().break_path("", Fault::Bytes(b"<html>log in".to_vec()));
    look(&tablet);
    assert_eq!(tablet.run(STORED, &[]), 1);

    // Every byte as it should be, and yet nothing this browser can run.
    site.server().mend();
    site.server().deploy(version("bad-wasm", |folder| fs::write(folder.join(built("_bg.wasm")), "broken").unwrap()));
    look(&tablet);
    assert_eq!(tablet.run(STORED, &[]), 1);

    site.go_away();
    // The old version stands, offline.
    tablet.reload();
    assert!(!is_newer(&tablet));
}

#[test]
fn a_newer_version_waits_to_be_asked_for() {
    let mut site = Site::open();
    let tablet = kept(&site);
    site.take_requests();

    site.server().deploy(newer("good"));
    look(&tablet);
    tablet.until("the newer version waiting", WAITS, &[]);
    let fetched = site.take_requests();
    assert!(!fetched.contains(&built("_bg.wasm")), "what did not change is not fetched again: {fetched:?}");

    tablet.reload();
    assert!(!is_newer(&tablet), "not even a reload switches");
    let first = tablet.tab();
    let second = tablet.open_tab();
    assert!(!is_newer(&tablet), "nor does another tab");

    tablet.switch_to(&first);
    tablet.run(ACTIVATE, &[]);
    tablet.until("the newer version taking over", ACTIVE, &[]);
    assert_eq!(tablet.run(STORED, &[]), 2, "the old one stays until the newer one has started");
    tablet.reload();
    assert!(is_newer(&tablet));
    tablet.until("only the newer version being stored", ALONE, &[]);
    tablet.switch_to(&second);
    assert!(!is_newer(&tablet), "no tab is loaded again behind a person's back");

    site.go_away();
    // The newer version runs, offline.
    tablet.reload();
    assert!(is_newer(&tablet));
}

/// Loads the page anew where the app is not expected to start.
fn reload_to_failure(tablet: &Tablet) {
    tablet.run("window.before = true; location.reload()", &[]);
    tablet.until("the page saying so", &format!("if (window.before) return false; {FAILED}"), &[]);
}

/// Has a version that does not start take over.
fn with_a_stillborn_version(site: &Site) -> Tablet {
    let tablet = kept(site);
    site.server().deploy(version("stillborn", be_stillborn));
    look(&tablet);
    tablet.until("the newer version waiting", WAITS, &[]);
    tablet.run(ACTIVATE, &[]);
    tablet.until("the newer version taking over", ACTIVE, &[]);
    reload_to_failure(&tablet);
    tablet
}

#[test]
fn from_a_version_that_does_not_start_the_one_before_is_one_tap_away_offline_too() {
    let mut site = Site::open();
    let tablet = with_a_stillborn_version(&site);
    site.go_away();
    reload_to_failure(&tablet);
    tablet.see_button("Use the version from before");
    tablet.see_button("Usar la versión anterior");
    tablet.press("Use the version from before");
    tablet.wait_until_it_stands();
    // For good, until there is a newer one.
    tablet.reload();
    assert_eq!(tablet.run(FONT_FILES, &[]), true);

    site.come_back();
    site.server().deploy(newer("mended"));
    look(&tablet);
    tablet.until("the newer version waiting", WAITS, &[]);
    tablet.run(ACTIVATE, &[]);
    tablet.until("the newer version taking over", ACTIVE, &[]);
    tablet.reload();
    assert!(is_newer(&tablet));
    tablet.until("only the newer version being stored", ALONE, &[]);
}

#[test]
fn trying_again_waits_for_a_mended_version() {
    let site = Site::open();
    let tablet = with_a_stillborn_version(&site);
    site.server().deploy(newer("cure"));
    tablet.press("Try again");
    tablet.wait_until_it_stands();
    assert!(is_newer(&tablet), "after one tap");
}

const FULL: &str = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));";
const STUCK: &str = "{ const put = Cache.prototype.put; let left = 3;
    Cache.prototype.put = function (...all) { return left-- > 0 ? put.apply(this, all) : new Promise(() => {}) } }";

#[test]
fn a_line_added_by_the_host_never_takes_the_app_away() {
    let mut site = Site::open();
    let tablet = kept(&site);
    let same = copied("same");
    site.server().deploy(with_a_line(same, FULL));
    site.take_requests();
    look(&tablet);
    tablet.until("the other worker waiting", WAITS, &[]);
    assert_eq!(site.take_requests(), ["sw.js"], "what is there is not fetched again");
    tablet.run(ACTIVATE, &[]);
    tablet.until("the other worker taking over", ACTIVE, &[]);
    site.go_away();
    tablet.reload();
    assert_eq!(tablet.run(STORED, &[]), 1);
}

#[test]
fn no_space_for_a_newer_version_leaves_the_old_one_serving() {
    let mut site = Site::open();
    let tablet = kept(&site);
    site.server().deploy(with_a_line(newer("no-space"), FULL));
    look(&tablet);
    assert_eq!(tablet.run(STORED, &[]), 1);
    site.go_away();
    tablet.reload();
    assert!(!is_newer(&tablet));
}

#[test]
fn a_kill_while_a_newer_version_is_stored_leaves_the_old_one_serving() {
    only_in!(Chromium, "no other gives its profile back after being killed");
    let mut site = Site::open();
    let mut tablet = kept(&site);
    site.server().deploy(with_a_line(newer("stuck"), STUCK));
    tablet.run("navigator.serviceWorker.getRegistration().then(known => { known.update() })", &[]);
    tablet.until("a second version being stored", "return caches.keys().then(names => names.length === 2)", &[]);
    tablet.kill();
    site.go_away();
    tablet.reopen();
    assert!(!is_newer(&tablet));

    site.come_back();
    site.server().deploy(newer("unstuck"));
    look(&tablet);
    tablet.until("the newer version waiting", WAITS, &[]);
    tablet.run(ACTIVATE, &[]);
    tablet.until("the newer version taking over", ACTIVE, &[]);
    tablet.reload();
    assert!(is_newer(&tablet));
    tablet.until("what was half stored being gone", ALONE, &[]);
}

#[test]
fn what_was_emptied_by_hand_is_stored_again_at_the_next_start() {
    let mut site = Site::open();
    let tablet = kept(&site);
    tablet.run("return caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))", &[]);
    tablet.reload();
    tablet.until("it being stored again", ALONE, &[]);
    tablet.until(
        "all of it",
        "return caches.match('__contents__', { ignoreSearch: true }).then(found => !!found)",
        &[],
    );
    site.go_away();
    tablet.reload();
}

#[test]
fn a_start_that_fails_says_so_and_can_be_tried_again() {
    for ending in ["_bg.wasm", ".js"] {
        let site = Site::open();
        site.server().break_path(&built(ending), Fault::Bytes(b"<html>log in".to_vec()));
        let tablet = Tablet::new(&site);
        tablet.visit_page("");
        tablet.until("the page saying so", "return !document.getElementById('failed').hidden", &[]);
        site.server().mend();
        tablet.run("document.querySelector('.try-again').click()", &[]);
        tablet.wait_until_it_stands();
    }
}

#[test]
fn a_part_that_is_not_there_says_so_and_can_be_fetched_again() {
    let site = Site::open();
    // Before the app is kept, a part may be missing: the network goes, or the server has a newer version.
    site.server().break_path(&chunk("interviews"), Fault::NotFound);
    let tablet = Tablet::visiting(&site);
    tablet.past_the_name();
    tablet.visit_part("#/outreach/interview/new");
    tablet.see("This part of Porchlight isn’t on this tablet yet");
    // What is there goes on working.
    tablet.add_partner("Maple Kitchen");
    tablet.visit_part("#/outreach/interview/new");
    tablet.see_button("Try again");
    tablet.press("Try again");
    tablet.see_button("Try again");
    tablet.see_button("Reload");
    site.server().mend();
    tablet.press("Try again");
    tablet.see("Next: consent");
    tablet.not_see("Try again");
}

#[test]
fn the_welcome_stands_before_what_is_needed_every_day_which_can_be_fetched_later() {
    let site = Site::open();
    site.server().break_path(&chunk("everyday"), Fault::NotFound);
    let tablet = Tablet::visiting(&site);
    tablet.see("Practice with sample notes");
    tablet.press("Start");
    tablet.see("This part of Porchlight isn’t on this tablet yet");
    tablet.press("Try again");
    tablet.see_button("Try again");
    site.server().mend();
    tablet.press("Try again");
    tablet.see("Who is using this tablet?");
    tablet.past_the_name();
    // What ties the app to the store and to other tabs came with it.
    tablet.add_partner("Maple Kitchen");
    tablet.saved();
    tablet.reload();
    tablet.visit_part("#/community");
    tablet.see("Maple Kitchen");
}

#[test]
fn every_part_is_there_once_the_app_is_kept() {
    let mut site = Site::open();
    let tablet = kept(&site);
    site.go_away();
    tablet.reload();
    tablet.past_the_name();
    for (address, words) in [
        ("#/community", "New partner"),
        ("#/outreach", "Canvass"),
        ("#/outreach/interview/new", "Next: consent"),
        ("#/community/hub", "New hub"),
        ("#/reports/findings", "New finding"),
        ("#/sync", "Back up or share"),
    ] {
        tablet.visit_part(address);
        tablet.see(words);
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
        let site = Site::open_with(lacking, "/");
        let tablet = Tablet::new(&site);
        tablet.visit_page("");
        tablet.until("the page saying so", "return !document.getElementById('unsupported').hidden", &[]);
        let said = tablet.run("return document.body.innerText", &[]);
        let said = said.as_str().unwrap_or_default().to_owned();
        assert!(said.contains(&format!("({name}): missing")), "{said}");
        assert!(said.contains(&format!("({name}): falta")), "{said}");
    }
}
