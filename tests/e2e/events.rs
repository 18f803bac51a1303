//! An event, from its plan to its number: with no network, and the tablet dying while people are tallied.

use crate::accessibility::see_clean;
use crate::canvass::KEPT;
use crate::tablet::{Site, Tablet};
use serde_json::json;

/// Taps the large button of something that is tallied.
pub fn tap(tablet: &Tablet, what: &str) {
    let found = "const button = [...document.querySelectorAll('.tally li')].find(li => \
                 squeezed(li.querySelector('span').innerText) === arguments[0])?.querySelector('button'); \
                 button?.click(); return !!button";
    tablet.until(&format!("the button for {what}"), found, &[json!(what)]);
}

/// Waits until the tally shows so many of each.
pub fn see_tally(tablet: &Tablet, wanted: &[(&str, &str)]) {
    let shown = "const all = new Map([...document.querySelectorAll('.tally li')].map(li => \
                 [squeezed(li.querySelector('span').innerText), li.querySelector('b').firstChild.textContent])); \
                 return arguments[0].every(([what, count]) => all.get(what) === count)";
    tablet.until(&format!("a tally of {wanted:?}"), shown, &[json!(wanted)]);
}

#[test]
fn an_event_is_planned_tallied_through_a_kill_and_counted() {
    let mut site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();
    tablet.reload();
    tablet.go("Outreach");
    tablet.press("Events");
    tablet.see("Storytime at the farmers market");
    tablet.press("New event");
    tablet.fill("Event/Program Name", "Storytime at the fair");
    tablet.fill("Date and Time", "2026-10-03T10:00");
    tablet.fill("Ends", "2026-10-03T09:00");
    tablet.press("Done");
    tablet.see("Ends is before “Date and Time”. Change one of the two");
    tablet.press("Ends: 1 hour");
    tablet.fill("Location", "Town green");
    tablet.choose("Intended age group", "Ages 6–11");
    tablet.press("Done");
    tablet.see("Planned");
    see_clean(&tablet, "an event");

    tablet.press("Tally");
    tablet.see("0 people");
    for _ in 0..3 {
        tap(&tablet, "Ages 6–11");
    }
    tap(&tablet, "Ages 19 and older");
    tap(&tablet, "Cards made");
    see_tally(&tablet, &[("Ages 6–11", "3"), ("Ages 19 and older", "1"), ("Cards made", "1")]);
    tablet.see("4 people");
    tablet.see("1 adult, 3 children and teens");
    see_clean(&tablet, "a tally");
    let here = tablet.run("return location.hash", &[]);
    tablet.saved();

    tablet.die_and_come_back();
    tablet.visit_part(here.as_str().unwrap());
    see_tally(&tablet, &[("Ages 6–11", "3"), ("Ages 19 and older", "1"), ("Cards made", "1")]);
    tablet.fill("A group came in: how many?", "24 kids");
    tablet.see("Use a whole number from 1 to 10000");
    tablet.fill("A group came in: how many?", "24");
    tap(&tablet, "Ages 6–11");
    tap(&tablet, "Ages 6–11");
    see_tally(&tablet, &[("Ages 6–11", "28")]);
    tablet.see_value("A group came in: how many?", "");
    tablet.press("Undo last tap");
    see_tally(&tablet, &[("Ages 6–11", "27")]);
    tablet.press("Ages 19 and older: one fewer");
    tablet.see("27 people");

    tablet.press("Finish");
    tablet.see("Continue the tally");
    tablet.press("Use 27 as Number of Participants");
    tablet.see_fact("Number of Participants", "27");
    tablet.see_fact("How the number is known", "Counted");
    for question in ["Does the library give staff time or money?", "Is it planned for a group?", "Is it at a set time?"]
    {
        // What has just moved under a finger takes no tap.
        tablet.until(
            "the section standing still",
            "return !document.querySelector('.group[data-settling=\"true\"]')",
            &[],
        );
        tablet.press(&format!("{question} Yes"));
    }
    tablet.see("Will count as a program session once it is held");
    tablet.see("Choose a format to complete the count");

    tablet.press("Repeat");
    tablet.see("Choose the day of the last session");
    tablet.fill("Until", "2036-10-03");
    tablet.see("A series has 500 at most");
    tablet.fill("Until", "2026-10-31");
    tablet.fill("Every how many weeks?", "2");
    see_clean(&tablet, "a series");
    tablet.press("Add 2 sessions");
    tablet.see("Session 1 of 3");
    tablet.press("Next session");
    tablet.see("Session 2 of 3");
    tablet.see("Apply to 1 later session");
    tablet.press("Copy event");
    tablet.see_value("Event/Program Name", "Storytime at the fair");
    tablet.see_value("Date and Time", "");
}
