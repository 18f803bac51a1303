//! A street walked with no network: two taps a door, nothing forgotten, nobody visited twice.

use crate::tablet::turns::one_engine;
use crate::tablet::{Site, Tablet};
use serde_json::json;

/// Whether the app can be opened without a network from now on.
pub const KEPT: &str = "return navigator.serviceWorker.getRegistration().then(known => !!known && !!known.active)";
/// How many doors show each state.
const STATES: &str = "const counts = {}; for (const door of document.querySelectorAll('.door')) \
                      counts[door.dataset.state] = (counts[door.dataset.state] || 0) + 1; return counts";

/// Takes in a street typed with its numbers.
pub fn bring_street(tablet: &Tablet, typed: &str, doors: usize) {
    tablet.go("Outreach");
    tablet.press("Import addresses");
    tablet.fill("Addresses", typed);
    tablet.fill("Name of the list", "North side");
    tablet.fill("Town", "Willimantic");
    tablet.press("Preview");
    tablet.see(&format!("{doors} new doors"));
    tablet.press("Import");
    tablet.see("doors imported from");
    tablet.saved();
}

pub fn open_street(tablet: &Tablet, name: &str) {
    tablet.go("Outreach");
    tablet.press(name);
    tablet.until("the street", "return !!document.querySelector('.street .door')", &[]);
}

/// Waits until one stands at a door.
pub fn stand_at(tablet: &Tablet, address: &str) {
    let here = "return squeezed(document.querySelector('.knock h2')?.innerText) === arguments[0]";
    tablet.until(&format!("standing at {address}"), here, &[json!(address)]);
}

/// Waits until the doors of the street show these states.
fn see_states(tablet: &Tablet, wanted: &serde_json::Value) {
    let same = format!(
        "const same = (counts) => Object.keys(counts).length === Object.keys(arguments[0]).length && \
                        Object.entries(arguments[0]).every(([state, count]) => counts[state] === count); \
                        return same((() => {{ {STATES} }})())"
    );
    tablet.until(&format!("the doors being {wanted}"), &same, std::slice::from_ref(wanted));
}

#[test]
fn sixty_doors_take_two_taps_each_and_survive_a_kill() {
    let mut site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    bring_street(&tablet, "Maple St 1-60", 60);
    site.go_away();
    tablet.reload();
    open_street(&tablet, "Maple Street");

    let mut taps = Vec::new();
    for at in 0..60 {
        // Up the odd side, down the even one; every other door is one that somebody chose out of order.
        let number = if at < 30 { 2 * at + 1 } else { 60 - 2 * (at - 30) };
        let address = format!("{number} Maple Street");
        let mut tapped = 1;
        if at % 2 == 1 {
            tablet.press(&format!("{number} Not visited yet"));
            tapped += 1;
        }
        stand_at(&tablet, &address);
        let outcome = ["Not home", "Not home", "Refused"][at % 3];
        tablet.press(outcome);
        tablet.see(&format!("{outcome}: {address}"));
        taps.push(tapped);
    }
    taps.sort_unstable();
    assert!(taps[taps.len() / 2] <= 2, "{taps:?}");
    tablet.saved();
    see_states(&tablet, &json!({ "not_home": 40, "refused": 20 }));

    tablet.die_and_come_back();
    open_street(&tablet, "Maple Street");
    see_states(&tablet, &json!({ "not_home": 40, "refused": 20 }));
    tablet.visit_part("#/outreach/visit");
    tablet.see("60 total");
}

#[test]
fn what_was_said_is_remembered_at_the_next_visit() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "Maple St 1-9 odd, apartments 1-3 at 5\nP.O. Box 3", 7);
    open_street(&tablet, "Maple Street");
    stand_at(&tablet, "1 Maple Street");
    tablet.see("Not visited yet");
    tablet.press("Not home");
    tablet.see("Not home: 1 Maple Street");
    stand_at(&tablet, "3 Maple Street");
    // Taken back, the door is as it was.
    tablet.undo();
    tablet.see("Undone");
    tablet.press("1 Not visited yet");
    stand_at(&tablet, "1 Maple Street");

    tablet.press("Talked");
    // One tap from the street, and the first thing that is asked is the first question.
    tablet.see("Talked: 1 Maple Street");
    let first = "const first = [...document.querySelectorAll('.form .field')].find(shown); \
                 const { top, bottom } = first.getBoundingClientRect(); \
                 return top > 0 && bottom < innerHeight ? labelled(first.querySelector('.label')) : null";
    assert_eq!(tablet.until("the first question", first, &[]), "What do you know about the library?");
    tablet.not_see("What happened?");
    tablet.choose("What keeps you from coming more often?", "Getting there");
    tablet.press("Español");
    tablet.choose("¿Qué le impide venir más seguido?", "El horario");
    // The tablet is turned toward the person, who can tap.
    tablet.press("Show large");
    tablet.press("Next");
    tablet.see("¿Qué le impide venir más seguido?");
    tablet.choose_of("Las multas");
    tablet.press("Close");
    tablet.press("English");
    // What is known already stands folded at the end, and opens where something in it is to be mended.
    let fold = "document.querySelector('.known > summary').click()";
    let said = "return squeezed(document.querySelector('.known > summary').innerText)";
    let said = tablet.run(said, &[]);
    assert!(said.as_str().is_some_and(|said| said.starts_with("The visit 1 Maple Street · Talked · ")), "{said}");
    tablet.run(fold, &[]);
    let when = tablet.value("When");
    tablet.fill("When", "");
    tablet.run(fold, &[]);
    tablet.not_see("Library staff");
    tablet.press("Done");
    tablet.see("Fix 1 thing");
    tablet.see("Library staff");
    // A day near today takes one tap, and stands in the field.
    tablet.press("When: Yesterday");
    let yesterday = tablet.value("When");
    assert!(!yesterday.is_empty() && yesterday[..10] < when[..10], "{yesterday}, {when}");
    tablet.fill("When", &when);
    tablet.fill("What did you hear?", "The bus does not run on Saturdays");
    tablet.press("Done");
    // On to the next door by itself; the first one tells what was said there.
    stand_at(&tablet, "3 Maple Street");
    tablet.press("1 Talked");
    tablet.see("“The bus does not run on Saturdays”");
    tablet.see("talked, Marisol");

    tablet.press("3 Not visited yet");
    tablet.press("More");
    tablet.press("Do not contact");
    tablet.press("3 Do not contact");
    tablet.saved();
    tablet.reload();
    open_street(&tablet, "Maple Street");
    stand_at(&tablet, "5 Maple Street, Apt 1");
    tablet.press("Next door");
    stand_at(&tablet, "5 Maple Street, Apt 2");

    // A newer list in capitals changes nothing that people wished.
    tablet.go("Outreach");
    tablet.press("Import addresses");
    tablet.fill("Addresses", "1 MAPLE ST\n3 MAPLE ST.\n11 MAPLE ST");
    tablet.fill("Name of the list", "Autumn");
    tablet.press("Preview");
    tablet.see("1 new door");
    tablet.press("Import");
    tablet.see("doors imported from");
    open_street(&tablet, "Maple Street");
    tablet.press("3 Do not contact");
}

#[test]
fn the_street_follows_whoever_walks_it_and_says_when_it_is_done() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "Maple St 2-60 even\nOak St 1", 31);
    tablet.press("Start walking: Maple Street");
    stand_at(&tablet, "2 Maple Street");
    // A house number finds its door.
    tablet.go("Outreach");
    tablet.fill("Search streets, or type a door code", "12 maple");
    tablet.press("12 Maple Street");
    stand_at(&tablet, "12 Maple Street");
    open_street(&tablet, "Maple Street");
    // With one side, from its low end.
    stand_at(&tablet, "2 Maple Street");
    let upper_third = "const door = document.querySelector('.door[aria-current]').getBoundingClientRect(); \
                       return (door.top > 0 && door.top < innerHeight / 2) || null";
    for number in (2..=24).step_by(2) {
        stand_at(&tablet, &format!("{number} Maple Street"));
        tablet.press("Not home");
        tablet.see(&format!("Not home: {number} Maple Street"));
    }
    tablet.until("the door in the upper half", upper_third, &[]);
    tablet.go("Today");
    open_street(&tablet, "Maple Street");
    stand_at(&tablet, "26 Maple Street");
    tablet.until("the door in the upper half again", upper_third, &[]);

    // Coming back takes two taps.
    tablet.press("Come back");
    tablet.press("Tomorrow");
    stand_at(&tablet, "28 Maple Street");
    tablet.see("Come back tomorrow: 26 Maple Street");
    tablet.press("26 Come back, tomorrow");

    // Who asked not to be contacted is not knocked at by a slip.
    tablet.press("28 Not visited yet");
    tablet.press("More");
    tablet.press("Do not contact");
    tablet.see("They asked not to be contacted");
    tablet.press("Refused");
    tablet.see("Tap again to log a visit anyway");
    tablet.press("Refused");
    stand_at(&tablet, "30 Maple Street");
    for number in (30..=60).step_by(2) {
        stand_at(&tablet, &format!("{number} Maple Street"));
        tablet.press("Not home");
    }
    tablet.see("Maple Street is done for today: 0 talked, 29 to try again");
    tablet.press("Next street: Oak Street");
    stand_at(&tablet, "1 Oak Street");
}

#[test]
fn two_tablets_that_walked_one_street_add_up() {
    one_engine!(WebKit, "notes are merged natively");
    let site = Site::open();
    let (first, second) = (Tablet::of(&site, "Marisol"), Tablet::of(&site, "Jo"));
    for tablet in [&first, &second] {
        bring_street(tablet, "Maple St 1-5 odd", 3);
        open_street(tablet, "Maple Street");
    }
    first.press("Not home");
    first.see("Not home: 1 Maple Street");
    second.press("Refused");
    second.see("Refused: 1 Maple Street");
    second.press("Not home");
    second.see("Not home: 3 Maple Street");
    let file = second.export();
    first.import(&file);
    first.take_in();
    open_street(&first, "Maple Street");
    // No door is there twice.
    see_states(&first, &json!({ "refused": 1, "not_home": 1, "new": 1 }));
    first.visit_part("#/outreach/visit");
    first.see("3 total");
}

#[test]
fn a_code_on_paper_opens_its_door() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "Maple St 1-7 odd", 4);
    open_street(&tablet, "Maple Street");
    tablet.run("window.print = () => { window.printed = true; }", &[]);
    tablet.press("More");
    tablet.press("Print the street list");
    tablet.until("the paper going out", "return window.printed === true", &[]);
    let codes = "return [...document.querySelectorAll('.paper tbody tr')].map(row => \
                 [row.querySelector('td').textContent, row.querySelector('th').textContent])";
    let codes: Vec<(String, String)> = serde_json::from_value(tablet.run(codes, &[])).unwrap();
    let doors: Vec<&str> = codes.iter().map(|(_, door)| door.as_str()).collect();
    assert_eq!(doors, ["1 Maple Street", "3 Maple Street", "5 Maple Street", "7 Maple Street"]);

    let (code, door) = &codes[2];
    tablet.go("Outreach");
    let mut swapped: Vec<char> = code.chars().filter(char::is_ascii_digit).collect();
    let at = (0..6).find(|at| swapped[*at] != swapped[*at + 1]).unwrap();
    swapped.swap(at, at + 1);
    tablet.fill("Search streets, or type a door code", &swapped.into_iter().collect::<String>());
    tablet.see("This is not a door code");
    tablet.fill("Search streets, or type a door code", code);
    tablet.press(door);
    stand_at(&tablet, door);
}

#[test]
fn a_turf_is_picked_taken_along_and_seen_by_a_colleague() {
    one_engine!(Firefox, "who has what along is decided natively");
    let site = Site::open();
    let (first, second) = (Tablet::of(&site, "Marisol"), Tablet::of(&site, "Jo"));
    bring_street(&first, "Maple St 1-6", 6);
    first.go("Outreach");
    first.press("New turf");
    first.fill("Name of the turf", "North");
    first.press("Done");
    first.see("Pick streets or sides");
    first.press("Odd side");
    first.see("0 of 3 doors");
    first.press("Check out to this tablet");
    first.see("Marisol checked this turf out to this tablet");
    let file = first.export();
    second.import(&file);
    second.take_in();
    second.go("Outreach");
    second.see("On another tablet");
    open_street(&second, "Maple Street");
    second.see("Marisol checked this turf out to another tablet");
    // Marked, not locked.
    second.press("Not home");
    second.see("Not home: 1 Maple Street");
    second.go("Outreach");
    second.press("North");
    second.see("1 of 3 doors");
    second.press("Check out to this tablet");
    second.see("Jo checked this turf out to this tablet");
    second.press("Check in");
    second.not_see("checked this turf out");
}

#[test]
fn contact_details_are_kept_only_with_consent_and_go_with_it() {
    one_engine!(Chromium, "what is erased is decided natively");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "Maple St 1-3 odd", 2);
    open_street(&tablet, "Maple Street");
    tablet.press("Talked");
    tablet.fill("Phone", "860 555 0142");
    tablet.press("Done");
    tablet.see("Fix 1 thing");
    tablet.choose("They agree that we keep their contact details", "Yes");
    tablet.press("Done");
    stand_at(&tablet, "3 Maple Street");
    tablet.press("1 Talked");
    stand_at(&tablet, "1 Maple Street");
    tablet.press("Talked");
    tablet.fill("Phone", "860 555 0177");
    tablet.choose("They agree that we keep their contact details", "Yes");
    tablet.press("Done");
    stand_at(&tablet, "3 Maple Street");
    tablet.press("1 Talked");
    tablet.press("More");
    tablet.press("Door details");
    tablet.visit_first(".timeline a");
    let shown = tablet.until("a number", "return text().match(/860 555 01(42|77)/)?.[0]", &[]);
    let (first, second) = ("860 555 0142", "860 555 0177");
    let numbers = if shown == first { [first, second] } else { [second, first] };
    // Whoever is asked to forget them finds what was kept before, too.
    for (number, left) in numbers.into_iter().zip([true, false]) {
        tablet.see(number);
        tablet.press("Consent withdrawn");
        tablet.press("Yes, erase: this cannot be undone");
        tablet.see("contact details permanently erased");
        tablet.not_see(number);
        if left {
            tablet.see("Contact details noted here on other days are still kept");
            tablet.visit_first(".detail .group .deeds a");
        }
    }
    tablet.not_see("860 555 01");
    tablet.not_see("Contact details noted here on other days");
    tablet.saved();
    open_street(&tablet, "Maple Street");
    see_states(&tablet, &json!({ "talked": 1, "new": 1 }));
}

#[test]
fn the_team_asks_in_its_own_words() {
    one_engine!(Firefox, "questions are kept and counted natively");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "Maple St 1-9 odd", 5);
    tablet.go("Outreach");
    tablet.press("Questions at the door");
    tablet.press("Add a question");
    tablet.fill("In English", "How would you get to the library?");
    tablet.press("Done");
    tablet.see("Enter Answers to choose from");
    tablet.fill("Answer 1 in English", "On foot");
    tablet.fill("Answer 1 in Spanish", "A pie");
    tablet.fill("Answer 2 in English", "By bus");
    tablet.fill("Answer 3 in English", "By mistake");
    tablet.press("Remove answer 3");
    tablet.press("Done");
    tablet.see("One language is missing");
    // Up past the declared ones, to the top but one.
    for place in (2..7).rev() {
        tablet.press("Up: How would you get to the library?");
        let stands = "return [...document.querySelectorAll('.guide .row-title')].map(row => row.innerText) \
                      .indexOf('How would you get to the library?') === arguments[0]";
        tablet.until(&format!("standing at place {place}"), stands, &[json!(place - 1)]);
    }
    tablet.press("What keeps you from coming more often?");
    tablet.fill("In English", "What makes it hard to come?");
    tablet.press("Remove answer 4");
    tablet.press("Done");
    tablet.see("Questions at the door");
    tablet.see("What makes it hard to come?");

    open_street(&tablet, "Maple Street");
    tablet.press("Talked");
    tablet.choose("How would you get to the library?", "By bus");
    tablet.choose("What makes it hard to come?", "Getting there");
    tablet.not_see("Fines");
    tablet.press("Show large");
    tablet.press("Next");
    tablet.press("Español");
    tablet.see("A pie");
    tablet.press("English");
    tablet.press("Close");
    tablet.press("Done");
    stand_at(&tablet, "3 Maple Street");
    tablet.saved();
    tablet.reload();
    tablet.visit_part("#/outreach/canvass/heard");
    tablet.see("“By bus” came up in 1 of 1 conversation");
    tablet.visit_part("#/outreach/visit");
    tablet.press("Visit: 1 Maple Street");
    tablet.see_fact("How would you get to the library?", "By bus");
    tablet.see_fact("What makes it hard to come?", "Getting there");
}

#[test]
fn contact_details_kept_for_one_are_shown_to_nobody_else() {
    one_engine!(WebKit, "who may see what is decided natively");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "Maple St 1-3 odd", 2);
    open_street(&tablet, "Maple Street");
    tablet.press("Talked");
    tablet.choose("They agree that we keep their contact details", "Yes");
    tablet.fill("Name", "Rosa Canary");
    tablet.fill("Phone", "860 555 0142");
    tablet.choose("Who may see these contact details", "Only whoever spoke with them");
    tablet.press("Done");
    stand_at(&tablet, "3 Maple Street");
    tablet.visit_part("#/outreach/visit");
    tablet.press("Visit: 1 Maple Street");
    tablet.see_fact("Phone", "860 555 0142");
    tablet.see_button("Call");

    tablet.visit_part("#/who");
    tablet.fill("Your name", "Jo");
    tablet.press("Add");
    tablet.saved();
    tablet.visit_part("#/outreach/visit");
    tablet.press("Visit: 1 Maple Street");
    tablet.see_fact("Phone", "Only for Marisol");
    tablet.see_fact("Name", "Only for Marisol");
    tablet.press("History: who changed what");
    tablet.see("Name Only for Marisol");
    let nowhere = "return !document.body.innerText.match(/Canary|0142/) && \
                   ![...document.querySelectorAll('a, input')].some(element => /Canary|0142/.test(element.href + element.value))";
    assert_eq!(tablet.run(nowhere, &[]), true, "{}", tablet.text());
    tablet.press("Edit");
    tablet.see("Talked: 1 Maple Street");
    tablet.see("Only for Marisol");
    assert_eq!(tablet.run(nowhere, &[]), true, "{}", tablet.text());
}

#[test]
fn a_door_that_came_in_twice_is_made_one_or_kept_two() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    bring_street(&tablet, "11 Main\n13 Main", 2);
    open_street(&tablet, "Main");
    tablet.press("Not home");
    stand_at(&tablet, "13 Main");
    bring_street(&tablet, "11 Main St\n13 Main St", 2);
    tablet.go("Outreach");
    tablet.press("More actions");
    tablet.press("Possible duplicates");
    let pairs = |count: usize| {
        let shown = "return document.querySelectorAll('.conflict').length === arguments[0] && \
                     (arguments[0] > 0 || text().includes('No duplicates found'))";
        tablet.until(&format!("{count} pairs"), shown, &[json!(count)]);
    };
    pairs(2);
    tablet.see("11 Main Street, Willimantic");
    tablet.see("Visits: 1");
    tablet.press("Same door: 11 Main Street, Willimantic");
    tablet.see("11 Main Street, Willimantic: merged into one door");
    pairs(1);
    // Who works with the keyboard is not left at the end of the page.
    let stays = "return document.activeElement.innerText";
    assert!(tablet.run(stays, &[]).as_str().unwrap().starts_with("These doors may be on the lists twice"));
    tablet.press("Undo");
    pairs(2);
    tablet.press("Same door: 11 Main Street, Willimantic");
    pairs(1);
    tablet.press("Different doors: 13 Main Street, Willimantic");
    tablet.see("13 Main Street, Willimantic: different doors");
    pairs(0);
    tablet.saved();
    tablet.reload();
    pairs(0);
    // As one door it has both visits; as two, each stands on its street.
    open_street(&tablet, "Main Street");
    see_states(&tablet, &json!({ "not_home": 1, "new": 1 }));
    open_street(&tablet, "Main");
    see_states(&tablet, &json!({ "new": 1 }));
}
