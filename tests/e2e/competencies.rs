//! Competencies: assessed through a kill, with evidence from the notes, and private to whoever does it.

use crate::accessibility::see_clean;
use crate::tablet::{Site, Tablet};
use crate::typing::kept;

const CONVERSATION: &str = "Engages the community in conversation";
const FIRST: &str = "Understands and uses conversation as the best way of getting to know the community and helping the \
                     community get to know the library";

/// Everything that a person can read or hear on the page, whatever is folded.
const PAGE: &str = "return document.body.textContent.includes(arguments[0]) || \
                    [...document.querySelectorAll('input, textarea')].some((field) => field.value.includes(arguments[0]))";

fn holds(tablet: &Tablet, words: &str) -> bool {
    tablet.run(PAGE, &[serde_json::json!(words)]) == true
}

fn unfold(tablet: &Tablet) {
    tablet.until_there(".points details.more");
    tablet.run("document.querySelector('.points details.more').open = true", &[]);
}

#[test]
fn a_self_assessment_is_for_one_person_alone() {
    let site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    // What shows something: a partner that she looks after.
    tablet.go("Community");
    tablet.press("New partner");
    tablet.press("More details");
    tablet.fill("Partner/Company", "Soup Kitchen");
    tablet.choose("Relationship status", "Active");
    tablet.press("Done");
    tablet.see("Soup Kitchen added");
    tablet.go("Community");
    tablet.press("Competencies");
    tablet.see("Only you see this");
    tablet.see("not a lock");
    see_clean(&tablet, "competencies before anything was begun");
    tablet.press("Begin a self-assessment");
    tablet.see("0 of 3 answered");
    tablet.press(CONVERSATION);
    tablet.see(FIRST);
    tablet.run("document.querySelectorAll('.points .choice input')[1].click()", &[]);
    unfold(&tablet);
    tablet.fill("What shows it?", "The canary sang at the fair");
    kept(&tablet, "The canary sang at the fair", true);
    let here = tablet.run("return location.hash", &[]).as_str().unwrap().to_owned();
    tablet.die_and_come_back_as("Marisol");
    tablet.visit_part(&here);
    unfold(&tablet);
    tablet.see_value("What shows it?", "The canary sang at the fair");
    tablet.press("Soup Kitchen");
    tablet.until("the evidence being chosen", "return !!document.querySelector('.points .pick input:checked')", &[]);
    see_clean(&tablet, "a competency");
    tablet.press("Done");
    tablet.see("1 of 3 answered");
    kept(&tablet, "The canary sang at the fair", false);

    // A colleague at the same tablet finds nothing of it, at none of its addresses.
    tablet.visit_part("#/who");
    tablet.fill("Your name", "Jo");
    tablet.press("Add");
    tablet.saved();
    for hash in
        ["#/community/competencies", &here, "#/community/assessment", "#/community/assessment_point", "#/deleted"]
    {
        tablet.visit_part(hash);
        tablet.until_there("main");
        assert!(!holds(&tablet, "canary"), "{hash}");
    }
    tablet.visit_part("#/community/competencies");
    tablet.see("Begin a self-assessment");
    tablet.see("while Jo is chosen");
    tablet.visit_part("#/sync");
    tablet.press("Export spreadsheets (CSV)");
    tablet.press("Make the files");
    tablet.see("Partners");
    assert!(!tablet.text().contains("elf-assessment"));
    tablet.press("Done");
    // She finds it again under her name.
    tablet.visit_part("#/who");
    tablet.press("Marisol");
    tablet.saved();
    tablet.visit_part("#/community/competencies");
    tablet.see("1 of 3 answered");
}
