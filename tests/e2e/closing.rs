//! An event from its plan to the thank-you: with no network, and the tablet dying while it is tallied and while it is closed.

use crate::accessibility::see_clean;
use crate::canvass::KEPT;
use crate::events::{see_tally, tap};
use crate::hub::put;
use crate::tablet::{Site, Tablet};
use crate::typing::kept;

/// Yesterday at this hour, as a field takes it: whenever this runs, the event is over.
fn yesterday(tablet: &Tablet, hour: u32) -> String {
    let day = "const day = new Date(Date.now() - 24 * 3600 * 1000); const two = (n) => String(n).padStart(2, '0'); \
               return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
    format!("{}T{hour:02}:00", tablet.run(day, &[]).as_str().unwrap())
}

fn here(tablet: &Tablet) -> String {
    tablet.run("return location.hash", &[]).as_str().unwrap().to_owned()
}

/// A storeroom with fifty flyers, a partner, and an event of yesterday that this partner hosts.
fn plan(tablet: &Tablet) {
    tablet.go("Community");
    tablet.press("Hubs");
    tablet.press("New hub");
    tablet.fill("Name of the hub", "Storeroom");
    tablet.press("Done");
    put(tablet, "Flyers", "Shelf", "100");
    tablet.press("Flyers");
    tablet.press("Stock added");
    tablet.press("5");
    tablet.press("0");
    tablet.press("Done");
    tablet.see("There now: 50");
    tablet.visit_part("#/community/partner");
    tablet.press("New partner");
    tablet.fill("Partner/Company", "Soup Kitchen");
    tablet.press("More details");
    tablet.fill("What they offer", "Coffee and snacks");
    tablet.press("Done");
    tablet.see("Give and get");
    tablet.go("Outreach");
    tablet.press("Events");
    tablet.press("New event");
    tablet.fill("Event/Program Name", "Storytime at the fair");
    tablet.fill("Date and Time", &yesterday(tablet, 10));
    tablet.fill("Ends", &yesterday(tablet, 11));
    tablet.fill("Location", "Town green");
    tablet.press("More details");
    tablet.choose("What the event still needs", "Refreshments");
    tablet.press("Done");
    tablet.see("Planned");
    tablet.press("Add a partner");
    tablet.pick("Partner Organization", "Soup Kitchen");
    tablet.choose("In what capacity?", "Host");
    tablet.press("Done");
    tablet.see("Host");
}

/// Asks the partner that offers what the event needs; a second ask is told of the first.
fn ask_who_could_help(tablet: &Tablet) {
    tablet.see("Refreshments: they offer “Coffee and snacks”");
    see_clean(tablet, "who could help");
    tablet.press("Ask Soup Kitchen");
    tablet.see_value("What was asked", "Refreshments: Storytime at the fair");
    tablet.not_see("asked them today");
    tablet.press("Done");
    tablet.see("No partner is known to offer this yet: Refreshments");
    tablet.visit_part("#/community/ask");
    tablet.press("New ask");
    tablet.pick("Partner/Company", "Soup Kitchen");
    tablet.see("Marisol asked them today: Refreshments: Storytime at the fair");
    tablet.press("Discard the draft");
}

/// Begins an interview at the tally that is open, and comes back.
fn interview_somebody(tablet: &Tablet) {
    let tally = here(tablet);
    tablet.press("Start an interview");
    tablet.see_value("Where", "Town green");
    tablet.press("Next: consent");
    tablet.see("They agree to:");
    tablet.visit_part(tally.trim_end_matches("/tally"));
    tablet.see("Interviews held here");
    tablet.visit_part(&tally);
}

#[test]
fn an_event_goes_from_its_plan_to_the_thank_you_through_two_kills() {
    let mut site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();
    tablet.reload();
    plan(&tablet);
    // “Host” stands in the form, too; this stands on the page of the event alone.
    tablet.see("they offer “Coffee and snacks”");
    let event = here(&tablet);
    ask_who_could_help(&tablet);
    tablet.visit_part(&event);

    tablet.press("Tally");
    interview_somebody(&tablet);
    for _ in 0..3 {
        tap(&tablet, "Ages 6–11");
    }
    see_tally(&tablet, &[("Ages 6–11", "3")]);
    tablet.press("Use from stock");
    tablet.choose("From which hub", "Storeroom");
    tablet.choose("Which item", "Flyers (50 there)");
    tablet.fill("How many were used", "a dozen");
    tablet.see("“a dozen” is not a number");
    kept(&tablet, "a dozen", true);
    tablet.fill("How many were used", "12");
    // “12” stands in any identity; that it is kept is told by what it replaced.
    kept(&tablet, "a dozen", false);
    tablet.saved();
    let tally = here(&tablet);
    tablet.die_and_come_back();
    tablet.visit_part(&tally);
    see_tally(&tablet, &[("Ages 6–11", "3")]);
    tablet.press("Use from stock");
    tablet.see_value("How many were used", "12");
    see_clean(&tablet, "what is used of the stock");
    tablet.press("Add to what was used");
    tablet.see("12 × Flyers");
    // What can be chosen is no text of the page in every engine.
    let left = "return [...control('Which item').options].some((item) => item.text === 'Flyers (38 there)')";
    tablet.until("what is left of the flyers", left, &[]);
    tablet.see_value("How many were used", "");

    tablet.go("Today");
    tablet.see("Events to close");
    tablet.press("Storytime at the fair");
    tablet.see("Did it take place?");
    tablet.see_value("Number of Participants", "3");
    tablet.see("12 × Flyers");
    tablet.fill("Number of Participants", "-3");
    tablet.fill("Marisol: minutes", "90");
    tablet.fill("Next step", "Send the photos");
    // Several follow-ups, each with a day of its own.
    tablet.press("Another follow-up");
    tablet.fill("Another follow-up", "Thank the band");
    tablet.fill("By when", "2026-11-02");
    tablet.fill("What went well", "The band next to us");
    // Numbers stand in any identity; they were typed before these words.
    for typed in ["Send the photos", "Thank the band", "2026-11-02", "The band next to us"] {
        kept(&tablet, typed, true);
    }
    let card = here(&tablet);
    tablet.die_and_come_back();
    tablet.visit_part(&card);
    tablet.see_value("What went well", "The band next to us");
    tablet.see_value("Marisol: minutes", "90");
    tablet.see_value("Next step", "Send the photos");
    tablet.see_value("Another follow-up", "Thank the band");
    tablet.see_value("By when", "2026-11-02");
    tablet.see_value("Number of Participants", "-3");
    see_clean(&tablet, "the card that closes an event");
    tablet.press("Close the event");
    tablet.see("use a number from 0");
    tablet.fill("Number of Participants", "4");
    tablet.choose("Soup Kitchen", "Thank-you owed");
    tablet.press("Close the event");
    tablet.see_fact("Number of Participants", "4");
    tablet.see_fact("How the number is known", "Counted");
    tablet.see_fact("What went well", "The band next to us");
    tablet.see("Marisol");
    tablet.see("90 minutes");
    tablet.see("12 × Flyers");
    kept(&tablet, "The band next to us", false);

    tablet.go("Today");
    tablet.see("Thank-you owed");
    tablet.see("Host: Storytime at the fair");
    tablet.not_see("Events to close");
    tablet.press("Thanked: Soup Kitchen");
    tablet.not_see("Thank-you owed");
    tablet.go("Outreach");
    tablet.press("Follow-ups");
    tablet.see("Thank the band");
    // What was used is gone, and the ledger says at which event.
    tablet.visit_part("#/community/hub");
    tablet.press("Storeroom");
    tablet.press("Flyers");
    tablet.see("There now: 38");
    tablet.see("Used at an event: −12");
}
