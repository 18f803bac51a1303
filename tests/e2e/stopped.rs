//! The app broken while it runs, or left in the middle of something: what is said, and what is there afterwards.

use crate::tablet::{Site, Tablet};
use serde_json::json;

/// A screen cannot be made without elements, and the app panics.
const NO_ELEMENTS: &str = "Document.prototype.createElement = () => { throw new Error('no elements') }";
/// What the browser says of a trap that no Rust code has seen, such as memory that ran out.
const TRAP: &str = "
    const error = new window.WebAssembly.RuntimeError('unreachable executed');
    window.dispatchEvent(new ErrorEvent('error', { error, message: error.message }))";
/// What can be seen, read out and reached.
const COVER: &str = "
    const cover = document.getElementById('stopped');
    return [cover.getAttribute('role'), document.activeElement === cover, !!document.querySelector('.status')?.offsetParent]";
/// Whether the database can still be asked to write.
const WRITES: &str = "
    const done = arguments[arguments.length - 1];
    indexedDB.open('porchlight').onsuccess = ({ target }) => {
        try { target.result.transaction('meta', 'readwrite'); done(true); } catch { done(false); }
    }";

#[test]
fn an_app_that_breaks_says_so_and_what_was_saved_is_there_after_a_reload() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    tablet.add_partner("Covenant Soup Kitchen");

    for (fault, button) in [(NO_ELEMENTS, "Reload"), (TRAP, "Volver a cargar")] {
        tablet.run(fault, &[]);
        tablet.run("location.hash = '#/settings'", &[]);
        tablet.see("Porchlight stopped");
        tablet.see("Porchlight se detuvo");
        tablet.not_see("Saved on this tablet ·");
        assert_eq!(tablet.run(COVER, &[]), json!(["alert", true, false]));
        assert_eq!(tablet.run_later(WRITES, &[]), false, "nothing of it writes any more");
        tablet.press(button);
        tablet.wait_until_it_stands();
        tablet.go("Community");
        tablet.see_rows(&["Covenant Soup Kitchen"]);
    }
}

/// Something under way in the database that goes on for as long as the page does.
const UNDER_WAY: &str = "
    const done = arguments[arguments.length - 1];
    indexedDB.open('porchlight').onsuccess = ({ target }) => {
        const meta = target.result.transaction('meta', 'readwrite').objectStore('meta');
        const again = () => { meta.get('device').onsuccess = again; };
        again();
        done(true);
    }";

#[test]
fn a_page_that_was_left_in_the_middle_of_something_keeps_nobody_waiting() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    tablet.add_partner("Covenant Soup Kitchen");
    tablet.run_later(UNDER_WAY, &[]);

    // Browsers keep a page that is left, in case one goes back to it.
    tablet.visit_page("icons/porchlight.svg");
    tablet.visit_page("#/community");
    tablet.wait_until_it_stands();
    tablet.see_rows(&["Covenant Soup Kitchen"]);
    tablet.press("New partner");
    tablet.fill("Partner/Company", "Natchaug Table");
    tablet.press("Done");
    tablet.see("Natchaug Table added");
    tablet.saved();
}
