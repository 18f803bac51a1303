//! Thumbs in a hurry: a tap that comes twice, and a save that takes its time.

use crate::canvass::{bring_street, open_street, stand_at};
use crate::hub::{put, stand_before};
use crate::tablet::{Site, Tablet, key};
use serde_json::json;

/// Waits until so many doors were knocked at.
fn see_knocks(tablet: &Tablet, wanted: usize) {
    let knocks = "return document.querySelectorAll('.door[data-state=not_home]').length === arguments[0]";
    tablet.until(&format!("{wanted} doors knocked at"), knocks, &[json!(wanted)]);
}

#[test]
fn a_double_tap_is_one_tap() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "Maple St 1-5 odd", 3);
    open_street(&tablet, "Maple Street");
    for (at, (number, gap)) in [(1, 20), (3, 60), (5, 250)].into_iter().enumerate() {
        stand_at(&tablet, &format!("{number} Maple Street"));
        tablet.press_twice("Not home", gap);
        tablet.see(&format!("Not home: {number} Maple Street"));
        tablet.saved();
        see_knocks(&tablet, at + 1);
    }
    // At the last door one stays; it was knocked at once.
    tablet.not_see("Not home ×2");
    tablet.visit_part("#/outreach/visit");
    tablet.see("3 total");

    // What comes under the thumb with another screen or question takes no tap at once.
    tablet.visit_part("#/outreach/interview/new");
    tablet.press_twice("Next: consent", 30);
    tablet.see("They agree to:");
    tablet.agree_and_talk();
    let at = |question: usize| {
        let stands = "return document.querySelector('#asked')?.value === arguments[0]";
        tablet.until(&format!("question {question}"), stands, &[json!(question)]);
    };
    for (question, (pass, gap)) in (1..).zip([("Skip", 20), ("Next", 120), ("Ask later", 250)]) {
        at(question);
        tablet.press_twice(pass, gap);
        at(question + 1);
    }
    tablet.visit_part("#/outreach/interview");
    tablet.see("1 total");
}

#[test]
fn a_double_tap_never_does_what_cannot_be_undone() {
    let site = Site::open();
    let (giver, tablet) = (Tablet::ready(&site), Tablet::ready(&site));
    giver.add_partner("Covenant Soup Kitchen");
    giver.add_partner("Natchaug Table");
    tablet.import(&giver.export());
    tablet.take_in();
    let erase = |tablet: &Tablet, gap: u32| {
        tablet.go("Community");
        tablet.press("Covenant Soup Kitchen");
        tablet.press("Delete");
        tablet.see("Covenant Soup Kitchen deleted");
        tablet.visit_part("#/deleted");
        tablet.press_twice("Erase permanently", gap);
        tablet.see("Yes, erase: this cannot be undone");
        tablet.not_see("permanently erased");
    };
    for gap in [20, 200] {
        erase(&tablet, gap);
        tablet.press("Bring back");
        tablet.see("Covenant Soup Kitchen is back");
    }
    erase(&giver, 60);
    giver.press("Yes, erase: this cannot be undone");
    giver.see("permanently erased");
    giver.saved();

    // A file that erases is taken in by two taps, too.
    tablet.import(&giver.export());
    tablet.see("This file permanently erases 1 of your records. This cannot be undone");
    tablet.press_twice("Import", 60);
    tablet.see("Erase them and import");
    tablet.go("Community");
    tablet.see_rows(&["Covenant Soup Kitchen", "Natchaug Table"]);
    tablet.import(&giver.export());
    tablet.press("Import");
    tablet.press("Erase them and import");
    tablet.see("imported from");
    tablet.go("Community");
    tablet.see_rows(&["Natchaug Table"]);
}

#[test]
fn a_tick_stays_on_its_row_and_a_scanner_never_types_an_amount() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.visit_part("#/community/hub");
    tablet.press("New hub");
    tablet.fill("Name of the hub", "Natchaug");
    tablet.press("Done");
    tablet.see("No items yet");
    let hub = tablet.run("return location.hash", &[]);
    let hub = hub.as_str().unwrap();
    put(&tablet, "Atlas", "Table", "5");
    put(&tablet, "Bus map", "Table", "8");
    put(&tablet, "Crayons", "Table", "30");
    tablet.press("Crayons");
    tablet.press("Item");
    tablet.press("Edit");
    tablet.fill("ISBN or barcode", "00042");
    tablet.press("Done");
    tablet.see_fact("ISBN or barcode", "00042");

    // The row that was ticked is the one that shows it, and none comes under the thumb in its place.
    tablet.visit_part(&format!("{hub}/restock"));
    tablet.see("Bring 8");
    tablet.press_twice("Brought: Atlas", 40);
    let ticked = "return JSON.stringify([...document.querySelectorAll('.tick input:checked')].map(tick => \
                  squeezed(tick.closest('li').querySelector('.row-title').innerText))) === '[\"Atlas\"]'";
    tablet.until("the tick on Atlas alone", ticked, &[]);
    tablet.not_see("Bring 5");
    tablet.press_twice("Brought: Bus map", 60);
    tablet.not_see("Bring 8");
    tablet.see("Bring 30");
    tablet.see_button("Brought: Crayons");

    tablet.visit_part(&format!("{hub}/count"));
    stand_before(&tablet, "Atlas");
    tablet.press_twice("Same", 40);
    stand_before(&tablet, "Bus map");
    tablet.see("1 of 3");
    // The scanner of a library code, wherever the focus is: on the keypad its Enter would press a digit.
    let scan = "const pad = [...document.querySelectorAll('.keypad button')].find(key => key.innerText === '5'); \
                pad.focus(); for (const key of [...arguments[0], 'Enter']) \
                if (pad.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })) \
                    && key === 'Enter') pad.click()";
    tablet.run(scan, &[json!("00042")]);
    stand_before(&tablet, "Crayons");
    tablet.run(scan, &[json!("30412")]);
    tablet.see("No item here has the code 30412");
    tablet.press("Back");
    stand_before(&tablet, "Bus map");
    tablet.see("1 of 3");
    // Typed without any haste, it is no amount either.
    tablet.run("document.querySelector('.stepper input').focus()", &[]);
    for digit in ["0", "0", "0", "4", "2"] {
        tablet.keys(digit);
    }
    tablet.see("“00042” is a code");
    tablet.key(key::ENTER);
    stand_before(&tablet, "Crayons");
    tablet.run(
        "const input = document.querySelector('.stepper input'); input.focus(); input.value = '30412'; \
                input.dispatchEvent(new Event('input', { bubbles: true }))",
        &[],
    );
    tablet.see("30412 pieces?");
    tablet.press("Yes, 30412");
    tablet.see("1 item counted for the first time");
    tablet.see("2 of 3");

    // Ten taps in one breath are ten.
    tablet.visit_part(&format!("{hub}/time"));
    tablet.press("Start");
    tablet.see_button("Children: one more, 0 so far");
    tablet.run(
        "const [child] = pressable('Children: one more, 0 so far'); for (let tap = 0; tap < 10; tap++) child.click()",
        &[],
    );
    tablet.until("ten children", "return squeezed(text()).includes('10 Children')", &[]);
}

#[test]
fn what_is_kept_late_moves_nobody_who_has_gone_on() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    // A disk that takes its time: what is written is told of once it is let go.
    let slow = "const held = []; const { prototype } = IDBTransaction; let slow = true; \
                const { set } = Object.getOwnPropertyDescriptor(prototype, 'oncomplete'); \
                Object.defineProperty(prototype, 'oncomplete', { configurable: true, set(told) { \
                    set.call(this, told && ((event) => slow && this.mode === 'readwrite' \
                        ? held.push(() => told.call(this, event)) : told.call(this, event))); } }); \
                window.letGo = () => { slow = false; held.forEach((tell) => tell()); }; \
                window.isHeld = () => held.length > 0";
    tablet.visit_part("#/outreach/guides");
    tablet.press("New guide");
    tablet.fill("In English", "At the market");
    tablet.saved();
    tablet.run(slow, &[]);
    tablet.press("Done");
    tablet.until("the save being held", "return window.isHeld()", &[]);
    tablet.visit_part("#/outreach/interview/new");
    tablet.see_button("Next: consent");
    tablet.run("window.letGo()", &[]);
    tablet.see("At the market added");
    tablet.see_button("Next: consent");
    let address = tablet.run("return location.hash", &[]);
    assert_eq!(address, "#/outreach/interview/new");
}
