use super::*;
use crate::capabilities::kinds::KINDS;
use crate::formats::csv_import::columns::guess_columns;
use crate::formats::csv_import::{Weight, table};
use crate::formats::testing::{book, set};
use crate::model::date::Now;
use crate::model::staff::STAFF;
use crate::model::text::Lang;
use crate::partners::kinds::contact::CONTACT;
use crate::partners::kinds::partner::PARTNER;

const NOW: Now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };

/// Plans a file; new identities count up from 0x1000.
fn import(book: &Book, kind: &'static Kind, text: &str) -> ImportPlan {
    import_as(book, kind, text, Namesakes::Told)
}

fn import_as(book: &Book, kind: &'static Kind, text: &str, namesakes: Namesakes) -> ImportPlan {
    let table = table::read(text.to_owned()).unwrap();
    let targets = guess_columns(kind, &table.headers);
    let mut import = Import::new(book, kind, table, &targets, Rc::new(NOW), namesakes);
    let mut next = 0xfff;
    let mut new_id = || {
        next += 1;
        Id(next)
    };
    while import.step(&mut new_id) {}
    import.finish()
}

/// Does what a plan says.
fn carry_out(book: &mut Book, plan: &ImportPlan) {
    for write in &plan.writes {
        set(book, write.kind, write.record.id(), write.set.clone());
    }
}

fn outcomes(plan: &ImportPlan) -> Vec<&RowOutcome> {
    plan.rows.iter().map(|row| &row.outcome).collect()
}

fn said(plan: &ImportPlan) -> Vec<(u64, String)> {
    plan.problems.iter().map(|problem| (problem.line, problem.message.say(Lang::En))).collect()
}

#[test]
fn a_first_import_makes_records_and_a_second_changes_nothing() {
    let text = "Name,Library Staff Contact,City,Notes\nSchool,Ana,Willimantic,\nClinic,ana ,,\"a\r\nb\"\nBank,Bo,,\n";
    let mut book = Book::new(KINDS);
    let first = import(&book, &PARTNER, text);
    assert_eq!(first.counts, RowCounts { new: 3, linked: 2, ..RowCounts::default() });
    assert_eq!(
        first.writes.iter().map(|write| write.kind).collect::<Vec<_>>(),
        ["staff", "staff", "partner", "partner", "partner"]
    );
    assert_eq!(first.writes[2].set["staff"], Value::Text(first.writes[0].record.id().to_string()));
    assert_eq!(first.writes[3].set["staff"], first.writes[2].set["staff"]);
    carry_out(&mut book, &first);
    let second = import(&book, &PARTNER, text);
    assert_eq!(second.counts, RowCounts { same: 3, ..RowCounts::default() });
    assert_eq!((second.writes, second.problems), (vec![], vec![]));
}

#[test]
fn what_needs_consent_comes_only_with_it() {
    let book = book(&[("door", 1, &[("address", "1 Main Street")])]);
    let text = "Door,What happened?,When,Phone,They agree that we keep their contact details\n\
                1 Main Street,Talked,2026-10-02 09:14,860 555 0142,Yes\n1 Main Street,Talked,2026-10-03 09:14,860 555 0143,\n";
    let plan = import(&book, &crate::canvass::kinds::visit::VISIT, text);
    let phones: Vec<Option<&Value>> = plan.writes.iter().map(|write| write.set.get("phone")).collect();
    assert_eq!(phones, [Some(&Value::text("860 555 0142")), None]);
    assert!(
        said(&plan).iter().any(|(line, said)| *line == 3 && said.starts_with("Phone: kept only")),
        "{:?}",
        said(&plan)
    );
}

#[test]
fn a_new_record_begins_like_a_typed_one() {
    let plan = import(&Book::new(KINDS), &PARTNER, "Name,Relationship status\nSchool,\nClinic,Active\nschool,Quiet\n");
    let statuses: Vec<&Value> = plan.writes.iter().map(|write| &write.set["status"]).collect();
    assert_eq!(statuses, [&Value::text("quiet"), &Value::text("active")]);
    let known = book(&[("partner", 1, &[("name", "School")])]);
    assert_eq!(import(&known, &PARTNER, "Name\nSchool\n").writes, vec![]);
}

#[test]
fn only_cells_that_differ_change_anything() {
    let mut book = book(&[("partner", 1, &[("name", "École"), ("notes", "old"), ("type", "school")])]);
    let address = [("street".to_owned(), "1 Main".into()), ("country".to_owned(), "US".into())];
    set(&mut book, "partner", Id(1), [("address".into(), Value::Map(address.into()))]);
    let plan = import(&book, &PARTNER, "Name,Notes,Type,Street,City\necole,new,School,,Windham\n");
    assert_eq!(outcomes(&plan), [&RowOutcome::Changed(vec!["address", "notes"])]);
    assert_eq!(plan.writes[0].record, RecordRef::Existing(Id(1)));
    let address = &plan.writes[0].set["address"];
    assert_eq!(address.part("country"), Some(&"US".into()), "unknown parts stay");
    assert_eq!((address.part("street"), address.part("town")), (Some(&"1 Main".into()), Some(&"Windham".into())));
}

#[test]
fn rows_without_a_name_are_left_out_and_said() {
    let plan = import(&Book::new(KINDS), &PARTNER, "Name,Phone,Staff\n,860 555 0100,Ana\nSchool,,\n");
    assert_eq!(outcomes(&plan), [&RowOutcome::LeftOut, &RowOutcome::New]);
    assert_eq!(plan.counts.linked, 0, "a row that is left out makes nothing");
    let words = "The row was skipped: Partner/Company is missing. Fill it in and import the file again";
    assert_eq!(said(&plan), [(2, words.to_owned())]);
    assert_eq!(plan.problems[0].weight, Weight::Row);
}

#[test]
fn a_name_that_several_bear_is_told_apart_by_email_or_phone() {
    let book = book(&[
        ("partner", 1, &[("name", "School"), ("contact_email", "Ana@example.org")]),
        ("partner", 2, &[("name", "school"), ("contact_phone", "(860) 555-0100")]),
        ("partner", 3, &[("name", "School")]),
    ]);
    let text = "Name,Email,Phone,Notes\nSchool,ana@example.org,,x\nSCHOOL,,+1 860 555 0100,y\nSchool,,,z\n";
    let plan = import(&book, &PARTNER, text);
    let records: Vec<_> = plan.rows.iter().map(|row| row.record).collect();
    assert_eq!(records, [Some(RecordRef::Existing(Id(1))), Some(RecordRef::Existing(Id(2))), None]);
    assert!(said(&plan)[0].1.starts_with("The row was skipped: there are 3 called “School”"), "{:?}", said(&plan));
}

#[test]
fn a_later_row_of_the_same_name_adds_to_the_first() {
    let plan = import(&Book::new(KINDS), &PARTNER, "Name,Phone,Notes\nSchool,1,\nschool ,,x\nSchool,1,\n");
    assert_eq!(outcomes(&plan)[1..], [&RowOutcome::Changed(vec!["notes"]), &RowOutcome::Same]);
    assert_eq!(plan.writes.len(), 1);
    assert_eq!(plan.writes[0].set["name"], "School".into());
    assert_eq!(said(&plan)[0], (3, "“school” is also on line 2. This row adds to that one".to_owned()));
}

/// The names and phone numbers of what a plan makes.
fn made(plan: &ImportPlan) -> Vec<(String, String)> {
    let text = |write: &RowWrite, key: &str| write.set.get(key).and_then(Value::as_text).unwrap_or_default().to_owned();
    plan.writes.iter().map(|write| (text(write, "name"), text(write, "contact_phone"))).collect()
}

#[test]
fn two_of_one_name_stay_two_where_their_details_say_so() {
    for (text, counts) in [
        // Offices of one name.
        ("Name,Phone,City\nMain office,(860) 555-0131,Norwich\nMain office,(860) 555-0132,New London\n", (2, 0, 0)),
        (
            "Name,Phone,Street,City\nHead Start,860-555-0133,1 Elm St,Windham\nHead Start,860-555-0134,77 Pearl St,Willimantic\n",
            (2, 0, 0),
        ),
        ("Name,Street,City\nHead Start,1 Elm St,Windham\nHead Start,1 Elm St,Norwich\n", (2, 0, 0)),
        ("Name,Email\nSchool,a@b.example\nSchool,c@d.example\nSchool,a@b.example\n", (2, 0, 1)),
        // People of one house.
        (
            "Organization,First Name,Last Name,Phone,Email\nHarbor,Odalys,Freyre,860-555-0121,o@h.example\nHarbor,Bo,Tarnow,860-555-0177,bo@h.example\n",
            (2, 0, 0),
        ),
        (
            "Organization,Contact Name,Phone\nHarbor,Odalys Freyre,860-555-0121\nHarbor,Bo Tarnow,860-555-0121\n",
            (2, 0, 0),
        ),
        // One, in other spellings.
        ("Name,Phone,Street\nSchool,(860) 555-0131,9 Oak St\nSCHOOL,860.555.0131,9 Oak Street\n", (1, 1, 0)),
        ("Name,Email,Notes\nSchool,A@b.example,x\nschool,a@B.example,y\n", (1, 1, 0)),
        ("Name,Phone,Notes\nSchool,860-555-0131,\nSchool,,more\n", (1, 1, 0)),
    ] {
        let mut book = Book::new(KINDS);
        let plan = import(&book, &PARTNER, text);
        let found = (plan.counts.new, plan.counts.changed, plan.counts.same);
        assert_eq!(found, counts, "{text}: {:?}", said(&plan));
        carry_out(&mut book, &plan);
        let again = import(&book, &PARTNER, text);
        assert_eq!(again.counts.new + again.counts.left_out, 0, "{text}: {:?}", said(&again));
    }
}

#[test]
fn one_of_a_name_that_is_here_is_told_from_another() {
    let known = || {
        book(&[(
            "partner",
            1,
            &[("name", "School"), ("contact_phone", "860-555-0131"), ("contact_email", "a@b.example")],
        )])
    };
    let text = "Name,Phone,Email\nSchool,860-555-0199,z@z.example\n";
    let plan = import(&known(), &PARTNER, text);
    assert_eq!((made(&plan), plan.namesakes), (vec![("School".into(), "860-555-0199".into())], 1));
    assert!(said(&plan)[0].1.starts_with("There is a “School” here already"), "{:?}", said(&plan));
    // One thing that differs may only be newer: it is changed, and asked about.
    let plan = import(&known(), &PARTNER, "Name,Phone\nSchool,860-555-0199\n");
    assert_eq!((outcomes(&plan), plan.namesakes), (vec![&RowOutcome::Changed(vec!["contact_phone"])], 1));
    assert!(said(&plan)[0].1.ends_with("This row changes it"), "{:?}", said(&plan));
    let plan = import(&known(), &PARTNER, "Name,Phone,Email\nSchool,860-555-0199,a@b.example\n");
    assert_eq!(outcomes(&plan), [&RowOutcome::Changed(vec!["contact_phone"])]);
    let plan = import(&known(), &PARTNER, "Name,Notes\nSchool,x\n");
    assert_eq!((outcomes(&plan), plan.namesakes), (vec![&RowOutcome::Changed(vec!["notes"])], 0));
}

#[test]
fn a_preview_shows_what_is_stored_and_what_was_changed_on_the_way() {
    let known = book(&[("partner", 1, &[("name", "School"), ("notes", "old"), ("contact_phone", "860-555-0131")])]);
    let text = "Name,Zip,Last Contact Date,Phone,Notes,Staff\nSchool,6226,,860-555-0131,new,\nClub,06226.0,5/13/2026,8605550134 x,,Ana\n";
    let plan = import(&known, &PARTNER, text);
    let shown = |row: usize| -> Vec<(&str, Option<String>, String, Vec<String>)> {
        let text = |value: &Value| match value.part("zip") {
            Some(zip) => zip.as_text().unwrap_or_default().to_owned(),
            None => value.as_text().unwrap_or_default().to_owned(),
        };
        let values = plan.rows[row].values.iter();
        values
            .map(|value| (value.key, value.before.as_ref().map(text), text(&value.after), value.mended.clone()))
            .collect()
    };
    let mended = |cell: &str| vec![cell.to_owned()];
    assert_eq!(
        shown(0),
        [
            ("address", None, "06226".to_owned(), mended("6226")),
            ("notes", Some("old".to_owned()), "new".to_owned(), vec![])
        ]
    );
    let club = shown(1);
    for (key, after, cells) in [
        ("address", "06226", mended("06226.0")),
        ("last_contact", "2026-05-13", vec![]),
        ("contact_phone", "8605550134", mended("8605550134 x")),
        ("staff", "Ana", vec![]),
    ] {
        assert!(club.contains(&(key, None, after.to_owned(), cells)), "{key}: {club:?}");
    }
}

#[test]
fn days_with_dots_say_nothing_of_days_with_slashes() {
    let text = "Name,Last Contact Date\nA,5/3/2026\nB,13.3.2026\nC,5.3.2026\nD,5/14/2026\n";
    let plan = import(&Book::new(KINDS), &PARTNER, text);
    let days: Vec<&str> = plan.writes.iter().filter_map(|write| write.set.get("last_contact")?.as_text()).collect();
    assert_eq!(days, ["2026-05-03", "2026-03-13", "2026-03-05", "2026-05-14"]);
    let mended = |row: usize| plan.rows[row].values.last().unwrap().mended.clone();
    assert_eq!((mended(0), mended(2)), (vec!["5/3/2026".to_owned()], vec!["5.3.2026".to_owned()]));
}

#[test]
fn whoever_knows_says_whether_they_are_one() {
    let known = book(&[("partner", 1, &[("name", "School"), ("contact_phone", "860-555-0131")])]);
    let text = "Name,Phone,Email\nSchool,860-555-0199,z@z.example\nClub,860-555-0101,\nClub,860-555-0102,\n";
    for (namesakes, new) in [(Namesakes::Told, 2), (Namesakes::Apart, 3), (Namesakes::Together, 1)] {
        let plan = import_as(&known, &PARTNER, text, namesakes);
        assert_eq!((plan.counts.new, plan.namesakes), (new, 2), "{namesakes:?}");
    }
}

#[test]
fn deleted_records_stay_deleted() {
    let mut book = book(&[("partner", 1, &[("name", "School")])]);
    set(&mut book, "partner", Id(1), [("_deleted".into(), Value::Bool(true))]);
    assert_eq!(import(&book, &PARTNER, "Name,Notes\nSchool,x\n").writes[0].record, RecordRef::New(Id(0x1000)));
}

#[test]
fn an_identity_finds_its_record_and_a_copied_row_makes_another() {
    let book = book(&[("partner", 1, &[("name", "School")])]);
    let id = Id(1);
    let renamed = import(&book, &PARTNER, &format!("Name,Porchlight ID\nHigh School,{id}\n"));
    assert_eq!(renamed.writes[0].record, RecordRef::Existing(id));
    let copied = import(&book, &PARTNER, &format!("Name,Porchlight ID\nHigh School,{id}\nSchool,{id}\n"));
    assert_eq!(outcomes(&copied), [&RowOutcome::New, &RowOutcome::Same]);
    let foreign = import(&book, &PARTNER, "Name,Porchlight ID\nSchool,17\n");
    assert_eq!(outcomes(&foreign), [&RowOutcome::Same]);
}

#[test]
fn contacts_are_known_by_more_than_their_words() {
    let mut book = book(&[("partner", 1, &[("name", "School")])]);
    let text = "Partner/Company,When,How,What was said\nSchool,2026-10-02 09:00,Phone,Called\n\
                School,2026-10-03 09:00,Phone,Called\nClinic,2026-10-03 09:00,Phone,\n,2026-10-03,Phone,x\n";
    let plan = import(&book, &CONTACT, text);
    assert_eq!(plan.counts, RowCounts { new: 3, left_out: 1, linked: 1, ..RowCounts::default() });
    carry_out(&mut book, &plan);
    assert_eq!(import(&book, &CONTACT, text).counts, RowCounts { same: 3, left_out: 1, ..RowCounts::default() });
}

#[test]
fn what_follows_from_contacts_is_not_set_by_hand() {
    let partner = Id(1).to_string();
    let book = book(&[
        ("partner", 1, &[("name", "School")]),
        ("contact", 2, &[("partner", &partner), ("when", "2026-10-02T09:14:00-04:00")]),
    ]);
    let import = |day: &str| import(&book, &PARTNER, &format!("Name,Last Contact Date\nSchool,{day}\n"));
    assert_eq!((outcomes(&import("2026-10-02")), said(&import("2026-10-02"))), (vec![&RowOutcome::Same], vec![]));
    assert_eq!(outcomes(&import("2026-09-01")), [&RowOutcome::Same]);
    assert_eq!(said(&import("2026-09-01")).len(), 1);
    assert_eq!(outcomes(&import("2026-10-05")), [&RowOutcome::Changed(vec!["last_contact"])]);
}

#[test]
fn a_name_of_two_people_is_not_guessed() {
    let book = book(&[
        ("staff", 1, &[("name", "Ana")]),
        ("staff", 2, &[("name", "ana")]),
        ("partner", 3, &[("name", "Old"), ("staff", &Id(2).to_string())]),
    ]);
    let plan = import(&book, &PARTNER, "Name,Staff\nNew,Ana\nOld,Ana\n");
    assert_eq!(outcomes(&plan), [&RowOutcome::New, &RowOutcome::Same]);
    assert!(!plan.writes[0].set.contains_key("staff"));
    assert_eq!(plan.problems.len(), 1);
    assert_eq!((plan.problems[0].column.as_deref(), plan.problems[0].cell.as_str()), (Some("Staff"), "Ana"));
}

#[test]
fn a_record_that_would_lack_a_link_it_needs_is_not_made() {
    let book = book(&[("partner", 1, &[("name", "School")]), ("partner", 2, &[("name", "school")])]);
    let plan = import(&book, &CONTACT, "Partner/Company,When,How\nSchool,2026-10-02 09:00,Phone\n");
    assert_eq!((outcomes(&plan), plan.writes.len(), plan.problems.len()), (vec![&RowOutcome::LeftOut], 0, 2));
}

#[test]
fn the_time_on_the_wall_is_the_same_in_winter() {
    let partner = Id(1).to_string();
    let contact = [("partner", partner.as_str()), ("when", "2026-10-02T09:00:00-05:00"), ("how", "phone")];
    let book = book(&[("partner", 1, &[("name", "School")]), ("contact", 2, &contact)]);
    let plan = import(&book, &CONTACT, "Partner/Company,When,How\nSchool,10/2/2026 9:00 AM,Phone\n");
    assert_eq!(outcomes(&plan), [&RowOutcome::Same]);
}

#[test]
fn answers_of_a_newer_version_stay() {
    let mut book = book(&[("partner", 1, &[("name", "School")])]);
    let methods = Value::List(vec!["email".into(), "pigeon".into()]);
    set(&mut book, "partner", Id(1), [("preferred_method".into(), methods)]);
    let same = import(&book, &PARTNER, "Name,Preferred method\nSchool,Email; pigeon\n");
    assert_eq!(outcomes(&same), [&RowOutcome::Same]);
    let plan = import(&book, &PARTNER, "Name,Preferred method\nSchool,Phone\n");
    assert_eq!(plan.writes[0].set["preferred_method"], Value::List(vec!["phone".into(), "pigeon".into()]));
}

#[test]
fn what_a_newer_version_keeps_in_a_field_stays() {
    let mut book = book(&[("partner", 1, &[("name", "School")])]);
    set(&mut book, "partner", Id(1), [("notes".into(), Value::List(vec!["a".into(), "b".into()]))]);
    let plan = import(&book, &PARTNER, "Name,Notes\nSchool,c\n");
    assert_eq!((outcomes(&plan), said(&plan).len()), (vec![&RowOutcome::Same], 1));
}

#[test]
fn a_hundred_thousand_rows_are_planned_in_steps() {
    let text: String = (0..100_000).map(|n| format!("Person {n}\n")).collect();
    let table = table::read(format!("Name\n{text}")).unwrap();
    let targets = guess_columns(&STAFF, &table.headers);
    let mut import = Import::new(&Book::new(KINDS), &STAFF, table, &targets, Rc::new(NOW), Namesakes::Told);
    let mut next = 0;
    while import.step(|| {
        next += 1;
        Id(next)
    }) {}
    assert_eq!(import.progress(), Progress { done: 100_000, of: 100_000 });
    assert_eq!(import.finish().counts.new, 100_000);
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}
