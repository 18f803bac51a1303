//! What is at hand on every screen: what was just done and how it is taken back, search, help and settings.

use crate::accessibility::see_clean;
use crate::canvass::{bring_street, open_street};
use crate::tablet::{Site, Tablet, key};
use serde_json::json;

#[test]
fn a_notice_covers_nothing_at_any_size_and_in_both_hands() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    let covered = "
        const notice = document.querySelector('.toast').getBoundingClientRect();
        const meets = (other) => other.width > 0 && other.left < notice.right - 1 && other.right > notice.left + 1
            && other.top < notice.bottom - 1 && other.bottom > notice.top + 1;
        const all = [...document.querySelectorAll('.actions *, h1, .places a, .tool, .status')];
        if (notice.height < 40 || notice.bottom > innerHeight + 1) return `out of sight: ${JSON.stringify(notice)}`;
        return all.filter((one) => meets(one.getBoundingClientRect())).map((one) => one.outerHTML).join(' ');";
    let sizes = [(768, 1024), (1024, 768), (390, 844), (844, 390)];
    for (at, (width, height)) in sizes.into_iter().enumerate() {
        tablet.resize(width, height);
        tablet.run("document.documentElement.dataset.hand = arguments[0]", &[json!(["", "left"][at % 2])]);
        tablet.add_partner(&format!("Kitchen {width}"));
        let nothing = format!("const covered = (() => {{ {covered} }})(); return covered === '' || null");
        tablet.until(&format!("a notice that covers nothing at {width} × {height}"), &nothing, &[]);
    }
    tablet.press("Dismiss");
    tablet.not_see("Kitchen 844 added");
    // It rises with a bar that opens further.
    tablet.resize(768, 1024);
    bring_street(&tablet, "1 Maple St\n3 Maple St", 2);
    open_street(&tablet, "Maple Street");
    tablet.press("Not home");
    tablet.see("Not home: 1 Maple Street");
    tablet.press("More");
    tablet.see("Address doesn’t exist");
    let nothing = format!("const covered = (() => {{ {covered} }})(); return covered === '' || null");
    tablet.until("a notice that covers nothing of an open bar", &nothing, &[]);
    // What was said belongs to where one is.
    tablet.add_partner("The last one");
    tablet.go("Outreach");
    tablet.not_see("The last one added");
}

#[test]
fn what_was_done_lately_is_taken_back_from_anywhere() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.press("Recent changes");
    tablet.see("Marisol added");
    see_clean(&tablet, "recent changes");
    tablet.press("Close");
    tablet.add_partner("Soup Kitchen");
    tablet.add_partner("Bakery");
    tablet.go("Reports");
    tablet.press("Recent changes");
    tablet.press("Undo: Soup Kitchen added");
    tablet.see("Undone: Soup Kitchen added");
    tablet.go("Community");
    tablet.see("1 total");
    tablet.see("Bakery");

    // A phone has one button for all of it.
    tablet.resize(390, 844);
    tablet.press("More");
    tablet.press("Help");
    tablet.see("Walk a street");
    see_clean(&tablet, "help");
    tablet.press("Find anything");
    tablet.keys("bak");
    tablet.see("Partner, Bakery");
    tablet.key(key::ENTER);
    tablet.until("the partner", "return location.hash.startsWith('#/community/partner/') || null", &[]);
    // What is printed has the library at its head.
    tablet.visit_part("#/settings");
    tablet.press("Name, logo and survey year");
    tablet.fill("Name of the library", "Otis Library");
    tablet.press("Done");
    tablet.see("Buttons for");
    let head = "return document.querySelector('.letterhead')?.textContent.includes('Otis Library') || null";
    tablet.until("the head of what is printed", head, &[]);
    // A shared tablet is handed on at the end of a day.
    tablet.go("Today");
    tablet.press("End of day");
    tablet.see("Nothing yet today");
    tablet.see("A copy before you go");
    see_clean(&tablet, "the end of a day");
    tablet.press("Who is next?");
    tablet.see("Who is using this tablet?");
}

#[test]
fn a_first_day_begins_on_today_and_anywhere_else() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    // An empty book offers what there is to begin with.
    tablet.press("Walk a street");
    tablet.see("Name of the list");
    tablet.go("Reports");
    tablet.press("New");
    tablet.see("What would you like to do?");
    see_clean(&tablet, "what one can begin with");
    tablet.press("Start an interview");
    tablet.until("an interview", "return location.hash === '#/outreach/interview/new' || null", &[]);
    tablet.press("New");
    tablet.press("Log a contact");
    tablet.see("What was said");
    tablet.press("New");
    tablet.press("Count a hub");
    tablet.see("Name of the hub");
    // Somebody else takes the tablet.
    tablet.go("Today");
    tablet.press("Switch user");
    tablet.see("Who is using this tablet?");
}
