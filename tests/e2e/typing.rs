//! Whatever is typed, wherever: a tablet that dies, a screen that is left and a step back lose none of it.

use crate::hub::{put, stand_before};
use crate::interview::{answer, begin, see_question};
use crate::tablet::{Engine, Site, Tablet};
use serde_json::json;

/// Whether these words are on the disk among those that are being typed: in the words alone, since a short number stands
/// in many an identity, too.
const TYPED: &str = "
    indexedDB.open('porchlight').onsuccess = ({ target }) => {
        const found = [];
        const meta = target.result.transaction('meta').objectStore('meta');
        meta.openCursor(IDBKeyRange.bound('typed:', 'typed;')).onsuccess = ({ target: { result } }) => {
            if (result) {
                found.push(JSON.parse(new TextDecoder().decode(result.value)).text);
                result.continue();
            } else {
                window.typedWords = found.join();
                target.result.close();
            }
        };
    };
    return window.typedWords !== undefined && window.typedWords.includes(arguments[0]) === arguments[1]";

/// Waits until these words are, or are not, on the disk among those that are being typed.
pub fn kept(tablet: &Tablet, words: &str, yes: bool) {
    tablet.until(&format!("“{words}” being kept: {yes}"), TYPED, &[json!(words), json!(yes)]);
}

#[test]
fn whatever_is_typed_is_there_again_after_the_tablet_died() {
    let site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.visit_part("#/outreach/interview/new");
    tablet.fill("Where", "Jubilee House");
    // Left at once.
    tablet.go("Outreach");
    tablet.press("Import addresses");
    tablet.fill("Addresses", "48 Maple St");
    tablet.fill("Name of the list", "Walk of May");
    kept(&tablet, "48 Maple St", true);
    kept(&tablet, "Walk of May", true);
    let count = type_a_number_in_a_count(&tablet);
    kept(&tablet, "30412", true);
    tablet.die_and_come_back();
    tablet.visit_part(&count);
    stand_before(&tablet, "Bus map");
    tablet.until("the number", "return document.querySelector('.stepper input').value === '30412'", &[]);
    tablet.see("0 of 1");
    tablet.press("Yes, 30412");
    tablet.see("1 item counted for the first time");
    kept(&tablet, "30412", false);
    tablet.visit_part("#/outreach/canvass/addresses");
    tablet.see_value("Addresses", "48 Maple St");
    tablet.see_value("Name of the list", "Walk of May");
    tablet.visit_part("#/outreach/interview/new");
    tablet.see_value("Where", "Jubilee House");

    begin(&tablet, "Community stakeholder", "Jubilee House, hall");
    tablet.choose("They agree to:", "Pueden tomar notas de lo que digo");
    tablet.press("Start");
    see_question(&tablet, "¿Cuántos años lleva viviendo o trabajando aquí?");
    kept(&tablet, "Jubilee", false);
    answer(&tablet, "37");
    kept(&tablet, "37", true);
    tablet.fill("What was said", "zanahoriacanario");
    let half = tablet.run("return document.querySelector('.said textarea').value", &[]);
    assert_eq!(half, "zanahoriacanario");
    tablet.until("the line being kept", LINE, &[json!("zanahoriacanario")]);
    tablet.die_and_come_back();
    if tablet.engine() == Engine::Chromium {
        tablet.kill();
        assert!(!tablet.sessions_hold("zanahoriacanario"), "the browser's own session files hold a line");
        tablet.reopen();
        tablet.past_the_name();
    }
    tablet.go("Today");
    tablet.press("Interview 1");
    tablet.see_value("What was said", "zanahoriacanario");
    tablet.until("the answer being there again", "return document.querySelector('.typed-answer')?.value === '37'", &[]);
}

/// Types a number that may be a code into the count of a hub, on a keyboard, and leaves it there.
fn type_a_number_in_a_count(tablet: &Tablet) -> String {
    tablet.visit_part("#/community/hub");
    tablet.press("New hub");
    tablet.fill("Name of the hub", "Natchaug");
    tablet.press("Done");
    tablet.see("No items yet");
    let hub = tablet.run("return location.hash", &[]);
    put(tablet, "Bus map", "Board", "10");
    let count = format!("{}/count", hub.as_str().unwrap());
    tablet.visit_part(&count);
    stand_before(tablet, "Bus map");
    tablet.run("document.querySelector('.stepper input').focus()", &[]);
    tablet.keys("30412");
    tablet.see("30412 pieces?");
    count
}

/// Whether the line that is being written is on the disk.
const LINE: &str = "
    indexedDB.open('porchlight').onsuccess = ({ target }) => {
        const meta = target.result.transaction('meta').objectStore('meta');
        meta.openCursor(IDBKeyRange.bound('draft:said', 'draft:saie')).onsuccess = ({ target: { result } }) => {
            window.lineKept = result ? new TextDecoder().decode(result.value) : '';
            target.result.close();
        };
    };
    return (window.lineKept || '').includes(arguments[0])";
