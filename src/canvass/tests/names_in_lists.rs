//! Lists in which people are named beside their doors. What is not the address stays with the door, for the team alone.

use crate::canvass::doors::{AddressPart, DoorPlan, Said, entries_of_sheet, entries_of_text};
use crate::exchange::office::Office;
use crate::model::testing::cases;
use crate::work::testing::*;
use proptest::prelude::*;

fn plan(tablet: &Tablet, text: &str, town: &str) -> DoorPlan {
    let said = Said { list: "North side".into(), town: town.into(), ..Said::default() };
    now(tablet.work.plan_doors(entries_of_text(text), &said, &Job::quiet())).unwrap()
}

fn take_in(tablet: &Tablet, text: &str, town: &str) -> Vec<String> {
    let plan = plan(tablet, text, town);
    now(tablet.work.take_in_doors(&plan, &Job::quiet())).unwrap();
    plan.problems.iter().map(|problem| problem.message.say(Lang::En)).collect()
}

/// Every file that leaves for others, as one text.
fn for_others(tablet: &Tablet) -> String {
    let office = Office { lang: Lang::En, public_only: true };
    let files = now(tablet.work.office_export(office, &Job::quiet())).unwrap();
    files.into_iter().map(|file| String::from_utf8(file.file.pieces.concat()).unwrap()).collect()
}

/// House number, street and town of every door, in order.
fn places(tablet: &Tablet) -> Vec<String> {
    let state = tablet.work.state();
    let place = |door: &std::sync::Arc<crate::model::record::Record>| {
        let text = |key| door.text(key).unwrap_or_default();
        format!("{} {}, {}", text("number"), text("street"), text("town"))
    };
    let mut places: Vec<String> = state.book.records("door").filter(|door| door.is_alive()).map(place).collect();
    places.sort();
    places
}

#[test]
fn a_name_beside_an_address_never_becomes_its_town_or_street() {
    for line in [
        "48 Maple St - Odalys Freyre",
        "48 Maple St – Odalys Freyre",
        "48 Maple St (Odalys Freyre)",
        "48 Maple St; Odalys Freyre",
        "48 Maple St\tOdalys Freyre",
        "48 Maple St | Odalys Freyre",
        "48 Maple St, Odalys Freyre",
        "48 Maple St Odalys Freyre",
        "48 Maple St: Odalys Freyre",
        "48 Maple St, c/o Odalys Freyre",
        "48 Maple St - Odalys Freyre, Windham",
        "48 Maple St - Odalys Freyre, Windham, CT 06280",
        "48 Maple St - Odalys Freyre CT 06280",
        "Odalys Freyre, 48 Maple St",
        "Odalys Freyre 48 Maple St",
        "Mr & Mrs Odalys Freyre 48 Maple St, Windham",
        "Odalys Freyre - 48 Maple St, Windham CT",
        "Freyre: 48 Maple St",
    ] {
        for town in ["Windham", ""] {
            let tablet = Tablet::new(1);
            let said = take_in(&tablet, line, town);
            let [place] = &*places(&tablet) else { panic!("{line}: {:?} {said:?}", places(&tablet)) };
            let here = if town.is_empty() && !line.contains("Windham") { "" } else { "Windham" };
            assert_eq!(*place, format!("48 Maple Street, {here}"), "{line}");
            let public = for_others(&tablet);
            assert!(public.contains("Maple Street") && !public.contains("Freyre"), "{line}: {public}");
            assert!(said.iter().any(|said| said.contains("Freyre")), "{line}: nobody was told: {said:?}");
            let state = tablet.work.state();
            let door = state.book.records("door").next().unwrap();
            assert_eq!(door.text("original"), Some(line.trim()), "nothing typed is dropped");
        }
    }
}

#[test]
fn a_family_that_is_called_like_a_town_is_no_town_behind_a_dash() {
    let tablet = Tablet::new(1);
    let said = take_in(&tablet, "48 Maple St - Thompson", "");
    assert_eq!(places(&tablet), ["48 Maple Street, "]);
    assert!(said[0].contains("“Thompson”") && said[0].contains("enter it under “Town”"), "{said:?}");
}

#[test]
fn a_town_is_read_where_something_speaks_for_it() {
    for (lines, wanted) in [
        ("12 Main St, Willimantic", vec!["12 Main Street, Willimantic"]),
        ("12 Main St Willimantic", vec!["12 Main Street, Willimantic"]),
        ("12 Main St, Springfield, MA", vec!["12 Main Street, Springfield"]),
        (
            "12 Main St Springfield 01103\n14 Main St, Springfield",
            vec!["12 Main Street, Springfield", "14 Main Street, Springfield"],
        ),
        (
            "12 Main St, Springfield\n14 Main St, Springfield\n2 Oak St, Springfield",
            vec!["12 Main Street, Springfield", "14 Main Street, Springfield", "2 Oak Street, Springfield"],
        ),
        // Two flats of one family.
        (
            "12 Main St Apt 1, Freyre\n12 Main St Apt 2, Freyre\n14 Main St, Freyre",
            vec!["12 Main Street, ", "12 Main Street, ", "14 Main Street, "],
        ),
    ] {
        let tablet = Tablet::new(1);
        take_in(&tablet, lines, "");
        assert_eq!(places(&tablet), wanted, "{lines}");
    }
    let tablet = Tablet::new(1);
    let said = take_in(&tablet, "12 Main St, Springfield", "Springfield");
    assert_eq!((places(&tablet), said), (vec!["12 Main Street, Springfield".to_owned()], vec![]));
}

#[test]
fn two_names_and_a_number_are_no_street_unless_it_is_known() {
    let tablet = Tablet::new(1);
    let said = take_in(&tablet, "Odalys Freyre 50", "");
    assert_eq!(places(&tablet), Vec::<String>::new());
    assert_eq!(
        said,
        ["Is “Odalys Freyre” a street? Then write the number first, or “St”, “Ave” and the like after it"]
    );
    let said = take_in(&tablet, "48 Maple Odalys Freyre", "");
    assert!(said[0].starts_with("Is all of “Maple Odalys Freyre” the street?"), "{said:?}");
    assert_eq!(take_in(&tablet, "Odalys Freyre 50 Maple\nFreyre, 52-54 Maple", "Windham").len(), 2);
    assert_eq!(places(&tablet), Vec::<String>::new());
    take_in(&tablet, "12 Long Meadow", "");
    assert_eq!(take_in(&tablet, "Long Meadow 14\nBroadway 3\nCalle Luna 5\nElm 7", ""), Vec::<String>::new());
    assert_eq!(places(&tablet).len(), 5);
}

#[test]
fn numbers_that_are_taken_out_of_a_range_make_no_doors() {
    for (text, numbers) in [
        ("Elm St 1-9 odd except 5", "1 3 7 9"),
        ("Elm St 2-8 even, but not 4 and 6", "2 8"),
        ("1-7 odd Elm St (no 3)", "1 5 7"),
        ("Elm St 1 al 5 impares excepto el 3", "1 5"),
        ("Elm St 2-6 even, skip 4", "2 6"),
    ] {
        let tablet = Tablet::new(1);
        assert_eq!(take_in(&tablet, text, "Windham"), Vec::<String>::new(), "{text}");
        let wanted: Vec<String> = numbers.split(' ').map(|number| format!("{number} Elm Street, Windham")).collect();
        assert_eq!(places(&tablet), wanted, "{text}");
    }
    let tablet = Tablet::new(1);
    take_in(&tablet, "Calle Olmo 1 al 5 impares excepto 3", "Ponce");
    assert_eq!(places(&tablet), ["1 Calle Olmo, Ponce", "5 Calle Olmo, Ponce"]);
    // What cannot be read is asked about.
    for text in ["Elm St 1-9 except Sunny", "Elm St 1-9 minus Sunny", "Elm St 1-9 except 12"] {
        let tablet = Tablet::new(1);
        let said = take_in(&tablet, text, "Windham");
        assert_eq!(places(&tablet), Vec::<String>::new(), "{text}");
        assert!(said.iter().any(|said| said.contains("some of these numbers may be wrong")), "{text}: {said:?}");
    }
}

#[test]
fn what_a_range_was_typed_as_is_shown_once() {
    let tablet = Tablet::new(1);
    let plan = plan(&tablet, "Elm St 1-3\n5 Oak St", "Windham");
    let shown: Vec<&str> = plan.doors.iter().map(|door| door.original.as_str()).collect();
    assert_eq!(shown, ["Elm St 1-3", "", "", "5 Oak St"]);
}

#[test]
fn a_phone_number_and_a_box_beside_an_address_stay_out_of_it() {
    for text in
        ["48 Oak St 860-555-0100", "48 Oak St, (860) 555-0100 x12", "PO Box 12, 48 Oak St", "PO Box 12 48 Oak St"]
    {
        let tablet = Tablet::new(1);
        take_in(&tablet, text, "Windham");
        assert_eq!(places(&tablet), ["48 Oak Street, Windham"], "{text}");
        let state = tablet.work.state();
        let door = state.book.records("door").next().unwrap();
        assert_eq!((door.text("unit"), door.text("original")), (None, Some(text)));
        assert!(!for_others(&tablet).contains("555"), "{text}");
    }
}

#[test]
fn a_name_in_a_column_of_streets_stays_with_its_door() {
    let tablet = Tablet::new(1);
    let sheet = b"No,Street,Town\n48,Maple St - Odalys Freyre,Windham\n50,Maple St (Odalys Freyre),\n";
    let sheet = now(crate::exchange::table::read_sheet(&Bytes(sheet.to_vec()), &Job::quiet())).unwrap();
    let parts = [Some(AddressPart::Number), Some(AddressPart::Line), Some(AddressPart::Town)];
    let entries = now(entries_of_sheet(&sheet, &parts, &Job::quiet())).unwrap();
    let said = Said { list: "Parcels".into(), town: String::new(), ..Said::default() };
    let plan = now(tablet.work.plan_doors(entries, &said, &Job::quiet())).unwrap();
    now(tablet.work.take_in_doors(&plan, &Job::quiet())).unwrap();
    assert_eq!(places(&tablet), ["48 Maple Street, Windham", "50 Maple Street, "]);
    assert!(!for_others(&tablet).contains("Freyre"));
}

#[test]
fn a_walk_begins_at_the_first_door_of_the_list() {
    let tablet = Tablet::new(1);
    let whole = plan(&tablet, "9 Oak Street\n3 Maple Street", "Windham");
    now(tablet.work.take_in_doors(&whole, &Job::quiet())).unwrap();
    let first = |plan: &DoorPlan| {
        let state = tablet.work.state();
        plan.first_door().map(|door| state.book.alive("door", door).unwrap().text("street").unwrap().to_owned())
    };
    assert_eq!(first(&whole).as_deref(), Some("Oak Street"));
    // Nothing of what is known already is walked anew.
    assert_eq!(first(&plan(&tablet, "9 Oak Street", "Windham")), None);
}

#[test]
fn a_wish_not_to_be_contacted_holds_in_other_spellings_until_somebody_has_looked() {
    let tablet = Tablet::new(1);
    take_in(&tablet, "12 Maple St, Willimantic, CT 06226\n14 Maple St, Willimantic, CT 06226", "");
    let door = {
        let state = tablet.work.state();
        let found = state.book.living("door").find(|door| door.text("number") == Some("12")).unwrap();
        found.id
    };
    let set = [("do_not_contact".to_owned(), crate::model::value::Value::Bool(true))].into();
    let command = crate::work::command::Command::Set { kind: "door", id: door, values: set };
    now(tablet.work.run(command)).unwrap();
    let list = "12 Maple St, Windham, CT 06226\n12 Maple St\n12 Maple Street, Willimantic\n14 Mapel St, Willimantic\n16 Maple St";
    let held = plan(&tablet, list, "");
    assert_eq!((held.counts.new, held.counts.same, held.counts.wary, held.counts.left_out), (2, 1, 2, 2), "{held:?}");
    assert!(held.problems.iter().all(|problem| problem.message.say(Lang::En).contains("nobody wants to be contacted")));
    let said = Said { list: "North side".into(), others: true, ..Said::default() };
    let others = now(tablet.work.plan_doors(entries_of_text(list), &said, &Job::quiet())).unwrap();
    assert_eq!((others.counts.new, others.counts.wary), (4, 2));
    let shown: Vec<(u64, &str)> = held.doors.iter().map(|door| (door.line, door.address.as_str())).collect();
    assert_eq!(shown, [(4, "14 Mapel Street, Willimantic"), (5, "16 Maple Street")]);
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_line_of_a_list_is_a_door_or_is_said_to_be_none(
        words in prop::collection::vec(prop::sample::select(vec![
            "12", "37-01", "to", "14", "Maple", "St", "82nd", "Calle", "3", "B-7", "Urb", "Villa", "Rica", "PR", "NE", "One",
            "Apt", "even", "odd", "except", "-", ",", ", ", "•", "(", ")", "\t", "\n", "\n", "\u{2028}", "06226", "CT", "c/o", "&", "1/2",
            "99999999999", "é", "Box", "and", "at",
        ]), 0..24),
    ) {
        let text = words.join(" ");
        let entries = entries_of_text(&text);
        let ends = ['\n', '\u{2028}'];
        let lines = text.split(ends).filter(|line| !line.trim().is_empty()).count();
        let mut found: Vec<u64> = entries.iter().map(|entry| entry.line).collect();
        found.dedup();
        prop_assert!(found.len() <= lines && (lines == 0 || !found.is_empty()));
        let tablet = Tablet::new(1);
        let said = Said { list: "x".into(), ..Said::default() };
        let all = entries.len();
        let plan = now(tablet.work.plan_doors(entries.clone(), &said, &Job::quiet())).unwrap();
        let shown: Vec<u64> = plan.doors.iter().map(|door| door.line).chain(plan.problems.iter().map(|problem| problem.line)).collect();
        for entry in &entries {
            prop_assert!(shown.contains(&entry.line) || all > 200, "{:?} of {text:?}", entry.original);
        }
        let counts = plan.counts;
        prop_assert!(counts.new + counts.changed + counts.same + counts.repeated + counts.left_out <= all);
    }
}
