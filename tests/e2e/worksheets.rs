//! Worksheets: filled in with no network and through a kill, beside what was answered the last time; two tablets on one
//! sheet; an event that is prepared.

use crate::accessibility::see_clean;
use crate::canvass::KEPT;
use crate::tablet::{Site, Tablet};
use crate::typing::kept;
use serde_json::json;

/// A day from today, as a field takes it.
fn in_days(tablet: &Tablet, days: i64) -> String {
    let day = "const day = new Date(Date.now() + arguments[0] * 24 * 3600 * 1000); const two = (n) => String(n).padStart(2, '0'); \
               return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
    format!("{}T10:00", tablet.run(day, &[json!(days)]).as_str().unwrap())
}

fn open(tablet: &Tablet, worksheet: &str) {
    tablet.visit_part("#/community/worksheets");
    tablet.press(worksheet);
}

const GROUPS: &str = "Reflect on the range of relationships your library has or wants to have with different stakeholders. \
                      Which groups may benefit from some intentional focus on social connection? \
                      Prioritize a group or two and keep them in mind.";
const PROGRAMS: &str = "Note any promising programs and services others shared that address social connection that you \
                        want to be sure to remember.";

#[test]
fn a_worksheet_is_filled_in_again_beside_what_was_answered_before() {
    let mut site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();
    tablet.reload();
    tablet.go("Community");
    tablet.press("Worksheets");
    tablet.see("Six foundational pillars");
    see_clean(&tablet, "worksheets");
    tablet.press("Relationship Audit");
    tablet.see("Anote los programas");
    tablet.press("Fill it in");
    tablet.fill(GROUPS, "People who moved here this year");
    kept(&tablet, "People who moved here this year", true);
    // The tablet dies with what was typed; it is there again, and becomes an answer by itself.
    let sheet = tablet.run("return location.hash", &[]).as_str().unwrap().to_owned();
    tablet.die_and_come_back_as("Marisol");
    tablet.visit_part(&sheet);
    tablet.see_value(GROUPS, "People who moved here this year");
    kept(&tablet, "People who moved here this year", false);
    tablet.fill(PROGRAMS, "Coffee & Conversation");
    tablet.choose("Filled in by", "A group");
    tablet.saved();
    tablet.press("Done");
    tablet.see("Filled in");
    tablet.visit_part("#/community/worksheets/2");
    tablet.press("Fill it in");
    tablet.see("Filled in by");
    // What a group answered is no answer of one person.
    tablet.not_see("Last time");
    tablet.choose("Filled in by", "A group");
    tablet.see("Last time");
    tablet.see("People who moved here this year");
    tablet.see_value(GROUPS, "");
    see_clean(&tablet, "a worksheet with what was answered before");
}

#[test]
fn an_event_is_prepared_on_two_tablets() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.go("Outreach");
    tablet.press("Events");
    tablet.press("New event");
    tablet.fill("Event/Program Name", "Story walk");
    tablet.fill("Date and Time", &in_days(&tablet, 12));
    tablet.press("Done");
    tablet.see("Planned");
    tablet.go("Today");
    tablet.see("Events to prepare");
    see_clean(&tablet, "events to prepare");
    let other = Tablet::of(&site, "Jo");
    other.import(&tablet.export());
    other.take_in();
    for (tablet, question, words) in [
        (&tablet, "What is your ‘why’?", "Neighbors who know each other’s names"),
        (&other, "What is your desired outcome?", "Two people who meet again"),
    ] {
        tablet.go("Today");
        tablet.press("Story walk");
        tablet.press("Prepare the gathering");
        tablet.fill(question, words);
        tablet.press("Done");
        tablet.see("1 of 11 answered");
        tablet.go("Today");
        tablet.not_see("Events to prepare");
        tablet.saved();
    }
    tablet.import(&other.export());
    tablet.take_in();
    tablet.visit_part("#/outreach/event");
    tablet.press("Story walk");
    tablet.see("2 of 11 answered");
    tablet.press("A checklist for gatherings");
    tablet.see_value("What is your ‘why’?", "Neighbors who know each other’s names");
    tablet.see_value("What is your desired outcome?", "Two people who meet again");
}

#[test]
fn a_team_changes_a_worksheet_and_what_was_filled_in_keeps_its_words() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    open(&tablet, "Strategies for Connection");
    tablet.press("More actions");
    tablet.press("Copy and change");
    tablet.see("Strategies for Connection (copy)");
    tablet.press("Add a question");
    tablet.fill("In English", "What would you try first?");
    tablet.press("Done");
    tablet.see("What would you try first?");
    tablet.press("Fill it in");
    tablet.fill("What would you try first?", "A long table");
    tablet.press("Done");
    tablet.visit_part("#/community/worksheets");
    tablet.see("Your team’s");
}

#[test]
fn a_prompt_is_drawn_shown_to_a_room_and_remembered() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.go("Community");
    tablet.press("Prompts");
    tablet.see("What is a sound that you like to hear?");
    tablet.press("More actions");
    tablet.press("New prompt");
    tablet.see("Is this question inclusive of the experience of all who will gather?");
    tablet.see("Is it age appropriate?");
    tablet.see("Do you presume anything in your question?");
    see_clean(&tablet, "a new prompt");
    tablet.fill("In English", "Which corner would you repaint?");
    tablet.choose("Who it is for", "Teens");
    tablet.choose("Do you presume anything in your question?", "No");
    tablet.press("Done");
    tablet.visit_part("#/community/prompts");
    // Only one is both for teens alone and written by the team; chance has two for teens and those for all ages.
    tablet.choose("Who it is for", "Teens");
    tablet.choose("Written in", "Español");
    tablet.not_see("Which corner would you repaint?");
    tablet.choose("Written in", "Any language");
    tablet.see("Which corner would you repaint?");
    tablet.press("Draw one");
    tablet.see("Drawn by chance");
    let drawn = "return squeezed(document.querySelector('.prompt-drawn .read-out').innerText)";
    let first = tablet.run(drawn, &[]);
    tablet.press("Draw another");
    tablet.until(
        "another one",
        "return squeezed(document.querySelector('.prompt-drawn .read-out').innerText) !== arguments[0]",
        &[first],
    );
    tablet.press("Show it large");
    see_clean(&tablet, "a prompt, large");
    tablet.press("Close");
    let second = tablet.run(drawn, &[]).as_str().unwrap().to_owned();
    tablet.press("Used it");
    tablet.fill("How it went", "Everyone laughed");
    tablet.press("Done");
    tablet.see("Everyone laughed");
    tablet.visit_part("#/community/prompts");
    tablet.see("used 1 time");
    for _ in 0..4 {
        let draw = "const [one] = [...pressable('Draw one'), ...pressable('Draw another')]; one.click()";
        tablet.run(draw, &[]);
        tablet.see("Drawn by chance");
        assert_ne!(tablet.run(drawn, &[]), second.as_str(), "the one that was used last");
    }
}

#[test]
fn next_steps_become_tasks_that_lead_back() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    open(&tablet, "Relationship reflection worksheet");
    tablet.press("Fill it in");
    tablet
        .fill("Action Plan: (include next steps, when, who, etc.)", "Call the soup kitchen\nAsk the school for a room");
    // It becomes an answer when the place is left.
    tablet.run("document.activeElement.blur()", &[]);
    tablet.press("Call the soup kitchen");
    tablet.see("In the week");
    see_clean(&tablet, "next steps on a worksheet");
    tablet.go("Outreach");
    tablet.press("Week");
    tablet.see("Call the soup kitchen");
    tablet.visit_part("#/community/worksheets");
    tablet.visit_first(".group a.row");
    tablet.press("Call the soup kitchen");
    tablet.press("Relationship reflection worksheet");
    tablet.see("Call the soup kitchen");
}
