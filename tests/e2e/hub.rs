//! An access hub: set up, stocked, counted with the tablet dying in the middle, restocked and cloned, with no network.

use crate::accessibility::see_clean;
use crate::canvass::KEPT;
use crate::tablet::turns::one_engine;
use crate::tablet::webdriver::root;
use crate::tablet::{Site, Tablet, key};
use serde_json::json;

/// Puts an item on a table of the hub that is open.
pub fn put(tablet: &Tablet, item: &str, table: &str, par: &str) {
    tablet.press("Add items");
    tablet.press("One item, with details");
    tablet.fill("Item", item);
    tablet.press(&format!("Add “{item}”"));
    tablet.fill("Table or board", table);
    tablet.fill("Target", par);
    tablet.press("Done");
    tablet.see("On the tables");
    tablet.see(item);
}

/// Waits until one stands before an item of the count.
pub fn stand_before(tablet: &Tablet, item: &str) {
    let here = "return squeezed(document.querySelector('#counted-item')?.innerText) === arguments[0]";
    tablet.until(&format!("standing before {item}"), here, &[json!(item)]);
}

fn scan(tablet: &Tablet, code: &str) {
    tablet.run("document.querySelector('.stepper input').select()", &[]);
    tablet.keys(code);
    tablet.key(key::ENTER);
}

/// Looks at a barcode with the camera, in place of which stands a picture. No engine here reads barcodes, so one that
/// always sees the same is put in its place; whether a real one sees anything is the browser's affair.
fn look_at_a_barcode(tablet: &Tablet) {
    let seen = "window.BarcodeDetector = class { async detect() { return [{ rawValue: '9780306406157' }]; } }; \
                return location.hash";
    let here = tablet.run(seen, &[]);
    tablet.visit_part("#/settings");
    tablet.visit_part(here.as_str().unwrap());
    // The count goes on where the last number was entered.
    stand_before(tablet, "Picture books");
    tablet.press("Next item");
    stand_before(tablet, "Bus map");
    tablet.give_file("Scan a barcode", &root().join("public/icons/icon-512.png"));
    stand_before(tablet, "Picture books");
    tablet.press("Next item");
    stand_before(tablet, "Bus map");
}

/// How many of each item the hub that is open shows.
fn see_stock(tablet: &Tablet, wanted: &[(&str, &str)]) {
    let shown = "const lying = [...document.querySelectorAll('.detail h4 + .rows a.row')].map(row => \
                 [row.querySelector('.row-title').innerText, row.querySelector('.chip').innerText].map(squeezed)); \
                 return JSON.stringify(lying) === JSON.stringify(arguments[0])";
    tablet.until(&format!("{wanted:?} lying there"), shown, &[json!(wanted)]);
}

#[test]
fn a_hub_is_set_up_stocked_counted_restocked_and_cloned() {
    let mut site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();
    tablet.reload();
    tablet.go("Community");
    tablet.press("Hubs");
    tablet.press("New hub");
    tablet.fill("Name of the hub", "Natchaug");
    tablet.fill("Tables and boards, in walking order", "Table 1\nBoard");
    tablet.give_file("Take or choose a photo", &root().join("README.md"));
    tablet.see("This picture can’t be used");
    tablet.give_file("Take or choose a photo", &root().join("public/icons/icon-512.png"));
    let painted = "const photo = document.querySelector('img.photo'); return !!photo && photo.naturalWidth > 300";
    tablet.until("the photo", painted, &[]);
    tablet.press("Done");
    tablet.until("the photo kept", painted, &[]);
    tablet.see("No items yet");
    let hub = tablet.run("return location.hash", &[]);
    let hub = hub.as_str().unwrap();
    put(&tablet, "Bus map", "Board", "10");
    // As many at once as one types, or pastes.
    tablet.press("Add items");
    tablet.fill("Items, one per line", "Table 1:\nPicture books 20\nCard forms 30 / 40\nBus map");
    tablet.see("The minimum (40) is more than the target (30)");
    tablet.see("Add 2 items");
    see_clean(&tablet, "adding items");
    tablet.fill("Items, one per line", "Table 1:\nPicture books 20\nCard forms 30 / 4");
    tablet.press("Add 2 items");
    tablet.see("2 items added");
    see_stock(&tablet, &[("Card forms", "–"), ("Picture books", "–"), ("Bus map", "–")]);

    tablet.press("Picture books");
    tablet.press("Stock added");
    tablet.press("With a note");
    tablet.fill("How many", "twelve");
    tablet.press("Done");
    tablet.see("“twelve” is not a number");
    tablet.fill("How many", "1.5");
    tablet.see("“1.5” is not a whole number");
    tablet.fill("How many", "1.000");
    tablet.see("“1.000” can mean two numbers. Enter 1000 or 1");
    tablet.fill("How many", "-1");
    tablet.see("use a number from 0 to 100000");
    tablet.fill("How many", "12");
    tablet.press("Done");
    tablet.see("There now: 12");
    // Without a note it is a number pad.
    tablet.press("Taken");
    tablet.press("4");
    see_clean(&tablet, "the number pad");
    tablet.press("Delete digit");
    tablet.press("3");
    tablet.press("Done");
    tablet.see("There now: 9");
    tablet.see("Stock added: +12");
    tablet.see("Taken: −3");

    tablet.press("Item");
    tablet.press("Edit");
    tablet.fill("ISBN or barcode", "978-0-306-40615-8");
    tablet.press("Done");
    tablet.see("a digit of");
    tablet.fill("ISBN or barcode", "0-306-40615-2");
    tablet.press("Done");
    tablet.see_fact("ISBN or barcode", "0-306-40615-2");

    // The count, table by table; the tablet dies in the middle of it.
    tablet.visit_part(hub);
    tablet.press("Count");
    stand_before(&tablet, "Card forms");
    tablet.press("2");
    tablet.press("4");
    tablet.see("Not counted here before");
    tablet.press("Next item");
    stand_before(&tablet, "Picture books");
    tablet.see("Expected: 9");
    tablet.press("One fewer");
    tablet.see("Difference: −1");
    tablet.saved();
    tablet.die_and_come_back();
    tablet.visit_part(hub);
    tablet.press("Continue counting");
    // Where the last number was entered, to see whether all of it is there.
    stand_before(&tablet, "Picture books");
    tablet.see("2 of 3");
    tablet.see("Differences so far: −1");
    tablet.press("Next item");
    stand_before(&tablet, "Bus map");
    // A scanner types the digits under the barcode, and Enter.
    scan(&tablet, "9780306406157");
    stand_before(&tablet, "Picture books");
    scan(&tablet, "4006381333931");
    tablet.see("No item here has the code 4006381333931");
    tablet.press("Next item");
    stand_before(&tablet, "Bus map");
    look_at_a_barcode(&tablet);
    tablet.press("0");
    tablet.press("Next item");
    tablet.see("Count complete");
    tablet.see("2 items counted for the first time");
    tablet.see("Counted: 8, expected 9");
    tablet.press("Finish");
    // What to bring next time follows from it.
    tablet.see("8 there, target 20");
    tablet.press("Hubs");
    see_stock(&tablet, &[("Card forms", "24"), ("Picture books", "8"), ("Bus map", "0")]);
    tablet.see_button("Count");

    // The list says what to bring and why; ticked off, it is there.
    tablet.press("Restock list");
    tablet.see("8 there, target 20");
    tablet.see("Bring 12");
    tablet.run("document.querySelector('[aria-label=\"Brought: Picture books\"]').click()", &[]);
    tablet.see("Picture books: 12 added");
    tablet.not_see("Bring 12");
    tablet.visit_part(hub);
    see_stock(&tablet, &[("Card forms", "24"), ("Picture books", "20"), ("Bus map", "0")]);

    // What is done less often is behind one button, which the keys work, too.
    tablet.press("More actions");
    see_clean(&tablet, "more actions");
    tablet.has_focus("Edit");
    tablet.key(key::DOWN);
    tablet.has_focus("Copy to a new hub");
    tablet.key(key::ESCAPE);
    tablet.has_focus("More actions");
    tablet.not_see("Copy to a new hub");
    tablet.press("More actions");
    tablet.press("Copy to a new hub");
    tablet.see_value("Name of the hub", "Natchaug (new location)");
    tablet.fill("Name of the hub", "Sweeney");
    tablet.press("Done");
    see_stock(&tablet, &[("Card forms", "–"), ("Picture books", "–"), ("Bus map", "–")]);
    tablet.see("target 20");
    let clone = tablet.run("return location.hash", &[]);

    // What is carried from one hub to the other is at one of them.
    tablet.visit_part(hub);
    tablet.press("Picture books");
    tablet.press("Moved to another hub");
    tablet.fill("How many", "5");
    tablet.press("Done");
    tablet.see("Fix 1 thing");
    tablet.pick("To which hub", "Sweeney");
    tablet.press("Done");
    tablet.see("There now: 15");
    tablet.see("Moved to another hub: −5");
    tablet.visit_part(clone.as_str().unwrap());
    see_stock(&tablet, &[("Card forms", "–"), ("Picture books", "5"), ("Bus map", "–")]);
    tablet.press("Picture books");
    tablet.see("Moved to another hub: +5");
}

#[test]
fn a_board_is_kept_up_to_date_and_who_comes_is_tallied() {
    let site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.visit_part("#/community/hub");
    tablet.press("New hub");
    tablet.fill("Name of the hub", "Natchaug");
    tablet.choose("Languages spoken there", "Spanish");
    tablet.press("Done");
    tablet.see("Nothing posted in: Spanish");
    let hub = tablet.run("return location.hash", &[]);
    let hub = hub.as_str().unwrap();

    tablet.press("New posting");
    tablet.fill("What is posted", "Tax help");
    tablet.fill("Take down on", "2026-01-31");
    tablet.choose("Languages", "Spanish");
    tablet.choose("Should always be posted", "Yes");
    tablet.press("Done");
    tablet.see("Take down: ended");
    tablet.go("Today");
    tablet.see("1 to take down");
    tablet.see("not visited yet");
    tablet.press("Natchaug");
    tablet.press("Take down: Tax help");
    tablet.see("Missing: it should be posted here");
    tablet.press("Post again: Tax help");
    tablet.see("no end date");
    tablet.not_see("Nothing posted in");

    put(&tablet, "Bus map", "Board", "10");
    // Somebody staffs it; the tablet dies in the middle.
    tablet.press("Start a shift");
    tablet.press("Start");
    for so_far in 0..3 {
        tablet.press(&format!("Children: one more, {so_far} so far"));
    }
    tablet.press("In Spanish: one more, 0 so far");
    tablet.press("Children: one fewer");
    tablet.press("Bus map: one taken, 0 so far");
    tablet.press("Bus map: one taken, 1 so far");
    tablet.press("Bus map: one fewer taken");
    tablet.until("one taken", "return squeezed(text()).includes('1 Bus map')", &[]);
    tablet.until("two children", "return squeezed(text()).includes('2 Children')", &[]);
    tablet.saved();
    tablet.die_and_come_back();
    tablet.visit_part(&format!("{hub}/time"));
    tablet.until("two children still", "return squeezed(text()).includes('2 Children')", &[]);
    tablet.press("Finish");
    tablet.see("Natchaug: shift saved");
    see_stock(&tablet, &[("Bus map", "-1: something was not recorded")]);
    tablet.visit_part("#/reports");
    tablet.see("2 people came to the hubs in the last twelve months");
    tablet.go("Today");
    tablet.not_see("not visited yet");
}

#[test]
fn a_count_finished_on_two_tablets_takes_nothing_away_twice() {
    one_engine!(Firefox, "stock is counted natively");
    let site = Site::open();
    let (first, second) = (Tablet::of(&site, "Marisol"), Tablet::of(&site, "Jo"));
    first.visit_part("#/community/hub");
    first.press("New hub");
    first.fill("Name of the hub", "Natchaug");
    first.press("Done");
    first.see("No items yet");
    let hub = first.run("return location.hash", &[]);
    let hub = hub.as_str().unwrap();
    put(&first, "Bus map", "Board", "10");
    first.press("Bus map");
    first.press("Stock added");
    first.press("1");
    first.press("2");
    first.press("Done");
    first.see("There now: 12");
    let file = first.export();
    second.import(&file);
    second.take_in();

    // Both find one fewer, and neither knows of the other.
    for tablet in [&first, &second] {
        tablet.visit_part(&format!("{hub}/count"));
        stand_before(tablet, "Bus map");
        tablet.press("One fewer");
        tablet.press("Next item");
        tablet.see("Counted: 11, expected 12");
        tablet.press("Finish");
        tablet.press("Hubs");
        see_stock(tablet, &[("Bus map", "11")]);
    }
    let (of_first, of_second) = (first.export(), second.export());
    first.import(&of_second);
    first.take_in();
    second.import(&of_first);
    second.take_in();
    for tablet in [&first, &second] {
        tablet.visit_part(hub);
        see_stock(tablet, &[("Bus map", "11")]);
        tablet.press("Bus map");
        tablet.see("Stock history");
        let counted = "return text().split('Counted: 11, expected 12').length - 1";
        tablet.until("both counts", &format!("return (() => {{ {counted} }})() === 2"), &[]);
    }
}
