//! Files for the office and spreadsheets from it, as their user would give and take them.

use super::*;
use crate::events::kinds::event::EVENT;
use crate::exchange::office::{Office, OfficeError, OfficeFile};
use crate::exchange::table::{Here, Holds, Planned, Sheet, Source, TableError, holds, read_sheet, read_sheet_or_other};
use crate::formats::csv_import::decode::Encoding;
use crate::formats::csv_import::heading::Heading;
use crate::formats::csv_import::plan::{Namesakes, RowOutcome};
use crate::formats::csv_import::table::{MAX_BYTES, Unreadable};
use crate::work::conflicts::conflicts;
use std::cell::RefCell;

const SHEET: &[u8] = b"\xef\xbb\xbfPartner/Company;Contact Name;Library Staff Contact;City;Blank\r\n\
    Covenant Soup Kitchen;Kim;Marisol;Willimantic;\r\n\
    Natchaug School;;Marisol;Windham;\r\n\
    ;Nobody;;;\r\n";

fn sheet(bytes: &[u8]) -> Result<Sheet, TableError> {
    now(read_sheet(&Bytes(bytes.to_vec()), &Job::quiet()))
}

fn planned(tablet: &Tablet, bytes: &[u8]) -> Planned {
    let sheet = sheet(bytes).unwrap();
    now(tablet.work.plan_sheet(&sheet, &PARTNER, &sheet.guess(&PARTNER), Namesakes::Told, &Job::quiet())).unwrap()
}

fn office(tablet: &Tablet, public_only: bool) -> Vec<OfficeFile> {
    now(tablet.work.office_export(Office { lang: Lang::Es, public_only }, &Job::quiet())).unwrap()
}

#[test]
fn a_spreadsheet_comes_in_as_one_step_and_changes_nothing_the_second_time() {
    let tablet = Tablet::new(1);
    let kitchen = tablet.partner("covenant soup kitchen");
    let sheet = sheet(SHEET).unwrap();
    assert_eq!((sheet.encoding, sheet.delimiter), (Encoding::Utf8, ';'));
    assert_eq!(sheet.samples(3), ["Willimantic", "Windham"]);
    assert_eq!(sheet.guess(&PARTNER).iter().filter(|target| target.is_some()).count(), 4);
    let hash = tablet.hash();
    let plan = planned(&tablet, SHEET);
    assert_eq!(tablet.hash(), hash, "a preview changes nothing");
    let counts = plan.plan.counts;
    assert_eq!((counts.new, counts.changed, counts.left_out, counts.linked), (1, 1, 1, 1));
    assert_eq!(plan.plan.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [4]);
    let done = now(tablet.work.import_sheet(&plan, &Job::quiet())).unwrap();
    assert_eq!(done.label.say(Lang::En), "2 rows imported from “notes.json”");
    assert_eq!(tablet.reopened().hash(), tablet.hash());
    assert_eq!(tablet.name(kitchen).as_deref(), Some("covenant soup kitchen"));
    let again = planned(&tablet, SHEET).plan;
    assert_eq!((again.counts.same, again.writes.len()), (2, 0));
    let tablet = tablet.reopened();
    now(tablet.work.undo_import(&Job::quiet())).unwrap();
    assert_eq!(found(&tablet, &Query::default()), ["covenant soup kitchen"]);
    assert_eq!(tablet.work.state().book.record("partner", kitchen).unwrap().get("contact_name"), None);
    assert_eq!(planned(&tablet, SHEET).plan.rows[1].outcome, RowOutcome::New);
}

#[test]
fn rows_that_fall_together_are_counted() {
    let tablet = Tablet::new(1);
    let plan = planned(&tablet, b"Agency,City\nOne,Windham\nTwo,\nONE,windham\n one ,\n,Nowhere\n");
    assert_eq!(plan.repeated(), 2);
    assert_eq!(planned(&tablet, SHEET).repeated(), 0);
}

#[test]
fn a_plan_that_is_out_of_date_is_not_carried_out() {
    let tablet = Tablet::new(1);
    let plan = planned(&tablet, SHEET);
    tablet.partner("Natchaug School");
    let hash = tablet.hash();
    let refused = now(tablet.work.import_sheet(&plan, &Job::quiet())).unwrap_err();
    assert_eq!(refused.message().say(Lang::En), "New notes arrived in the meantime. Check the preview again");
    assert_eq!(tablet.hash(), hash);
}

#[test]
fn nothing_is_taken_in_by_a_tab_that_follows_or_a_store_that_is_full() {
    let tablet = Tablet::new(1);
    let plan = planned(&tablet, SHEET);
    let hash = tablet.hash();
    tablet.store.fail_with(Some(StoreError::Full));
    let full = now(tablet.work.import_sheet(&plan, &Job::quiet())).unwrap_err();
    assert_eq!(full, TableError::Work(WorkError::Store(StoreError::Full)));
    tablet.store.fail_with(None);
    now(tablet.work.set_role(Role::Follower)).unwrap();
    let follows = now(tablet.work.import_sheet(&plan, &Job::quiet())).unwrap_err();
    assert_eq!(follows, TableError::Work(WorkError::Following));
    assert_eq!((tablet.hash(), tablet.reopened().hash()), (hash, hash));
}

#[test]
fn what_is_no_table_is_said_to_be_none() {
    for (bytes, said) in [
        (b"PK\x03\x04\x14\0\x06".as_slice(), "“notes.json” is a spreadsheet program’s own file"),
        (b"%PDF-1.7", "“notes.json” has no table"),
        (b"<!DOCTYPE html><html><body>Log in", "“notes.json” is a web page, not a table"),
        (b"\xef\xbb\xbf\n<html>", "“notes.json” is a web page, not a table"),
        (b"\xff\xfe<\0h\0t\0m\0l\0>\0", "“notes.json” is a web page, not a table"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "“notes.json” is a contact card, not a table"),
        (b"", "The file is empty"),
        (b"Name,City\n", "The file has a header line and no rows"),
    ] {
        let words = sheet(bytes).unwrap_err().message().say(Lang::En);
        assert!(words.starts_with(said), "{words}");
    }
}

fn here(tablet: &Tablet) -> Here {
    Here { lang: Lang::En, zone: tablet.work.zone(), today: tablet.work.now().today() }
}

#[test]
fn the_events_of_a_calendar_come_in_once_however_often_it_is_read() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let calendar = |title: &str| {
        let events = format!(
            "BEGIN:VEVENT\nUID:1@school\nSUMMARY:{title}\nDTSTART:20261006T183000\nRRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=3\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:2@school\nSUMMARY:Storytime\nDTSTART:20261006T103000\nEND:VEVENT\n"
        );
        format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n").into_bytes()
    };
    let take = |tablet: &Tablet, title: &str| {
        let sheet = now(read_sheet_or_other(&Bytes(calendar(title)), &here(tablet), &Job::quiet())).unwrap();
        assert_eq!(sheet.source, Source::Calendar);
        let targets = sheet.guess(&EVENT);
        assert_eq!(targets.iter().flatten().count(), 4, "what the calendar says is known as what events have");
        let plan = now(tablet.work.plan_sheet(&sheet, &EVENT, &targets, Namesakes::Told, &Job::quiet())).unwrap();
        if !plan.plan.writes.is_empty() {
            now(tablet.work.import_sheet(&plan, &Job::quiet())).unwrap();
        }
        let counts = plan.plan.counts;
        (counts.new, counts.changed, counts.same, counts.left_out)
    };
    assert_eq!(take(&a, "Board meeting"), (4, 0, 0, 0));
    assert_eq!(take(&a, "Board meeting"), (0, 0, 4, 0), "the same file again");
    assert_eq!(take(&a, "PTA"), (0, 3, 1, 0), "they are the same events under another name");
    // Another tablet that read it by itself has the same events, not twice as many.
    assert_eq!(take(&b, "PTA"), (4, 0, 0, 0));
    b.import(&a.export()).unwrap();
    assert_eq!(b.work.state().book.living(EVENT.id).count(), 4);
    assert!(b.work.look(|book, index| conflicts(book, index, None)).is_empty(), "what both wrote alike is no conflict");
    // What somebody deleted does not come back with the calendar, and what was erased does even less.
    let called = |event: &Record| show::title(&EVENT, event);
    let storytime = b.work.state().book.living(EVENT.id).find(|event| called(event) == "Storytime").unwrap().id;
    now(b.work.run(Command::Delete(EVENT.id, storytime))).unwrap();
    assert_eq!(take(&b, "PTA"), (0, 0, 3, 1));
    now(b.work.run(Command::Erase(EVENT.id, storytime))).unwrap();
    assert_eq!(take(&b, "PTA"), (0, 0, 3, 1));
}

#[test]
fn contacts_of_an_address_book_come_in_as_partners() {
    let tablet = Tablet::new(1);
    let kitchen = tablet.partner("covenant soup kitchen");
    let cards = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim Nguy\xe1\xbb\x85n\r\nORG:Covenant Soup Kitchen\r\nTEL;TYPE=CELL:860 555 0114\r\n\
        TEL;TYPE=WORK:860 555 0115\r\nBDAY:19800101\r\nEND:VCARD\r\nBEGIN:VCARD\r\nORG:Harbor Food Shelf\r\nEMAIL:desk@harbor.example\r\n\
        ADR:;;12 Main Street;Windham;CT;06280;USA\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Ana\r\nEMAIL:no address\r\nEND:VCARD\r\n";
    let sheet = now(read_sheet_or_other(&Bytes(cards.to_vec()), &here(&tablet), &Job::quiet())).unwrap();
    assert_eq!((sheet.source, sheet.encoding, sheet.table.rows.len()), (Source::Cards, Encoding::Utf8, 3));
    let targets = sheet.guess(&PARTNER);
    let plan = now(tablet.work.plan_sheet(&sheet, &PARTNER, &targets, Namesakes::Told, &Job::quiet())).unwrap();
    assert_eq!((plan.plan.counts.new, plan.plan.counts.changed), (2, 1));
    let said: Vec<String> = plan.plan.problems.iter().map(|problem| problem.message.say(Lang::En)).collect();
    assert!(said.iter().any(|said| said == "Not imported from these contacts: birthdays (1)"), "{said:?}");
    assert!(said.iter().any(|said| said.contains("is not an email address")), "{said:?}");
    let done = now(tablet.work.import_sheet(&plan, &Job::quiet())).unwrap();
    let held = |name: &str, key: &str| {
        let state = tablet.work.state();
        let found = state.book.living(PARTNER.id).find(|record| show::title(&PARTNER, record) == name).cloned();
        found.and_then(|record| record.text(key).map(str::to_owned))
    };
    assert_eq!(held("covenant soup kitchen", "contact_name").as_deref(), Some("Kim Nguy\u{1ec5}n"));
    assert_eq!(held("covenant soup kitchen", "contact_phone").as_deref(), Some("860 555 0114"));
    assert_eq!(held("covenant soup kitchen", "notes").as_deref(), Some("Phone (work): 860 555 0115"));
    assert_eq!(held("Harbor Food Shelf", "main_contact").as_deref(), Some("desk@harbor.example"));
    assert_eq!(held("Ana", "contact_name").as_deref(), Some("Ana"));
    now(tablet.work.run(Command::Undo(done.step.unwrap()))).unwrap();
    assert_eq!(tablet.name(kitchen).as_deref(), Some("covenant soup kitchen"));
    assert_eq!(held("covenant soup kitchen", "contact_name"), None);
}

#[test]
fn headings_and_letters_are_guessed_and_can_be_chosen() {
    let guessed = sheet(b"Partner/Company;Town\rCaf\x8e Se\x96orial;Windham\r").unwrap();
    assert_eq!((guessed.encoding, &*guessed.table.rows[0].1[0]), (Encoding::MacRoman, "Café Señorial"));
    let chosen = now(guessed.lettered(Encoding::Windows1252, &here(&Tablet::new(1)), &Job::quiet())).unwrap();
    assert_eq!((chosen.encoding, &*chosen.table.rows[0].1[0]), (Encoding::Windows1252, "CafŽ Se–orial"));
    let none = guessed.headed(Heading::NONE);
    assert_eq!((none.table.rows.len(), none.headed(guessed.table.heading)), (2, guessed));
    // Without headings, columns are known by what is in them.
    let tablet = Tablet::new(1);
    for (bytes, names) in [
        (b"Harbor Food Shelf\nQuill Music School\nTarnow Repair\n".as_slice(), vec!["name"]),
        (b"odalys@harbor.example\ntomas@quill.example\n", vec!["email"]),
        (
            b"Quill,12 Elm St,Windham,CT,06280,860-555-0100\n",
            vec!["name", "street", "contact", "state", "zip", "phone"],
        ),
    ] {
        let sheet = sheet(bytes).unwrap();
        assert_eq!(sheet.names(), names);
    }
    let plan = planned(&tablet, b"Harbor Food Shelf\nQuill Music School\nTarnow Repair\n");
    assert_eq!(plan.plan.counts.new, 3);
}

#[test]
fn a_file_beyond_all_bounds_is_not_read() {
    struct Huge(u64);
    #[async_trait::async_trait(?Send)]
    impl InFile for Huge {
        fn name(&self) -> String {
            "huge.csv".into()
        }
        fn size(&self) -> u64 {
            self.0
        }
        async fn read(&self, offset: u64, most: usize) -> Result<Vec<u8>, FileError> {
            assert!(self.0 == 0 && offset <= MAX_BYTES as u64 + (1 << 20), "read on and on");
            Ok(vec![b'a'; most])
        }
    }
    // One that says how long it is, and one that lies.
    for size in [1 << 40, 0] {
        let error = now(read_sheet(&Huge(size), &Job::quiet())).unwrap_err();
        assert_eq!(error, TableError::Unreadable(Unreadable::TooBig));
    }
}

#[test]
fn a_file_is_known_by_what_it_holds() {
    struct Named(&'static str, &'static [u8]);
    #[async_trait::async_trait(?Send)]
    impl InFile for Named {
        fn name(&self) -> String {
            self.0.into()
        }
        fn size(&self) -> u64 {
            self.1.len() as u64
        }
        async fn read(&self, _: u64, _: usize) -> Result<Vec<u8>, FileError> {
            Ok(self.1.to_vec())
        }
    }
    for (name, bytes, expected) in [
        ("export.json", b"[{\"kind\"".as_slice(), Holds::Notes),
        ("export.txt", b"\xef\xbb\xbf [{\"kind\"", Holds::Notes),
        ("EXPORT.JSON", b"Name,City", Holds::Notes),
        ("login.html", b"\n<!doctype html>\n<title>Sign in</title>", Holds::Page),
        ("list.xls", b"<html><table><tr><td>Name", Holds::Page),
        ("list.csv", b"{\\rtf1 Name", Holds::Table),
        ("partners.csv", b"Name,City", Holds::Table),
        ("partners", b"", Holds::Table),
    ] {
        assert_eq!(now(holds(&Named(name, bytes))), Ok(expected), "{name}");
    }
}

#[test]
fn the_office_gets_a_table_for_each_kind_and_all_of_it() {
    let tablet = Tablet::new(1);
    now(tablet.work.import_sheet(&planned(&tablet, SHEET), &Job::quiet())).unwrap();
    let files = office(&tablet, false);
    let names: Vec<&str> = files.iter().map(|file| file.file.name.as_str()).collect();
    assert_eq!(
        names,
        ["porchlight-socios-2026-11-22.csv", "porchlight-personal-2026-11-22.csv", "porchlight-office-2026-11-22.json"]
    );
    assert_eq!(files.iter().map(|file| file.records).collect::<Vec<_>>(), [2, 1, 3]);
    let text = |file: &OfficeFile| String::from_utf8(file.file.pieces.concat()).unwrap();
    assert!(text(&files[0]).contains("Kim"));
    assert!(!office(&tablet, true).iter().any(|file| text(file).contains("Kim")));
    // What left comes in again and changes nothing.
    assert_eq!(planned(&tablet, &files[0].file.pieces.concat()).plan.counts.same, 2);
}

#[test]
fn work_on_files_tells_how_far_it_is_and_stops_when_asked() {
    let tablet = Tablet::new(1);
    let rows: String = (0..2_500).map(|n| format!("Partner {n},Willimantic\n")).collect();
    let bytes = format!("Name,City\n{rows}").into_bytes();
    now(tablet.work.import_sheet(&planned(&tablet, &bytes), &Job::quiet())).unwrap();
    let told: Rc<RefCell<Vec<f64>>> = Rc::default();
    let watched = || {
        let told = told.clone();
        Job::new(Rc::new(NoPause), move |done| told.borrow_mut().push(done))
    };
    let sheet = now(read_sheet(&Bytes(bytes.clone()), &watched())).unwrap();
    let targets = sheet.guess(&PARTNER);
    let check = |what: &str| {
        let told = told.take();
        assert!(told.len() > 3, "{what}: {told:?}");
        assert!(told.is_sorted() && told.iter().all(|done| (0.0..=1.0).contains(done)), "{what}: {told:?}");
    };
    check("reading");
    now(tablet.work.plan_sheet(&sheet, &PARTNER, &targets, Namesakes::Told, &watched())).unwrap();
    check("planning");
    let wish = Office { lang: Lang::En, public_only: true };
    now(tablet.work.office_export(wish, &watched())).unwrap();
    check("office");
    let stopped = Job::quiet();
    stopped.cancel();
    assert!(matches!(now(tablet.work.office_export(wish, &stopped)), Err(OfficeError::Cancelled(_))));
    for error in [
        now(read_sheet(&Bytes(bytes), &stopped)).unwrap_err(),
        now(tablet.work.plan_sheet(&sheet, &PARTNER, &targets, Namesakes::Told, &stopped)).unwrap_err(),
    ] {
        assert_eq!(error.message().say(Lang::En), "Canceled. Nothing was changed");
    }
}

#[test]
fn another_tab_hears_of_a_copy() {
    let tablet = Tablet::new(1);
    tablet.partner("One");
    let other = tablet.reopened();
    tablet.export();
    now(other.work.catch_up()).unwrap();
    assert_eq!(other.work.state().backup, tablet.work.state().backup);
    assert_eq!(other.work.state().only_here(), 0);
}

#[test]
fn both_languages_say_the_same() {}

#[test]
fn a_file_of_many_notes_comes_in_a_little_at_a_time_and_is_one_step() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let many = a.partners(40);
    let kept = b.partner("Kept");
    // One that is known already is changed, and most are changed hundreds of notes after they were made.
    b.import(&a.export()).unwrap();
    let more = a.partners(300);
    many.iter().chain(&more[..250]).for_each(|id| _ = a.save(*id, &[("name", "Renamed")]));
    let step = b.import(&a.export()).unwrap().unwrap();
    for tablet in [&b, &b.reopened()] {
        let named = |id: &Id| tablet.name(*id).unwrap();
        assert!(many.iter().chain(&more[..250]).all(|id| named(id) == "Renamed"));
        assert_eq!((named(&more[299]), named(&kept)), ("Partner 299".to_owned(), "Kept".to_owned()));
    }
    assert_eq!(b.hash(), b.reopened().hash());
    now(b.work.run(Command::Undo(step))).unwrap();
    assert_eq!(
        (b.name(many[3]).as_deref(), b.name(more[3]), b.name(kept).as_deref()),
        (Some("Partner 3"), None, Some("Kept"))
    );
}
