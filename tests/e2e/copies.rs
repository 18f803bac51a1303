//! Notes out and in again: nothing is lost on the way, and no bad file changes anything.

use crate::accessibility::see_clean;
use crate::tablet::turns::one_engine;
use crate::tablet::{Site, Tablet};
use porchlight::log::fault;
use std::fs;

/// Adds a partner of whom a little is known.
fn add(tablet: &Tablet, name: &str, person: &str) {
    tablet.go("Community");
    tablet.press("New partner");
    tablet.press("More details");
    tablet.fill("Partner/Company", name);
    tablet.choose("Type of organization", "Food and housing");
    tablet.fill("Contact Name", person);
    tablet.fill("What they offer", "=HYPERLINK(\"http://example.org\")");
    tablet.press("Done");
    tablet.see(&format!("{name} added"));
    tablet.saved();
}

fn log_contact(tablet: &Tablet, said: &str) {
    tablet.press("Log a contact");
    tablet.fill("When", "2026-03-02T14:30");
    tablet.choose("How", "Visit");
    tablet.fill("What was said", said);
    tablet.press("Done");
    tablet.see(said);
    tablet.saved();
}

/// All that a partner's screen tells, its contacts and history included.
fn told(tablet: &Tablet, partner: &str) -> String {
    tablet.go("Community");
    tablet.press(partner);
    tablet.until("the details", "return !!document.querySelector('.detail .facts')", &[]);
    tablet.run("document.querySelector('details.more').open = true", &[]);
    tablet.until("the history", "return document.querySelectorAll('.history li').length > 0", &[]);
    tablet.run("return squeezed(document.querySelector('.detail').innerText)", &[]).as_str().unwrap().to_owned()
}

fn erase_everything(tablet: &Tablet) {
    tablet.visit_part("#/settings");
    tablet.press("Erase everything on this tablet");
    tablet.see("Anything without a copy is permanently lost");
    tablet.press("Erase everything");
    tablet.press("Start");
    tablet.past_the_name();
    tablet.go("Community");
    tablet.see("Nothing here yet");
}

#[test]
fn what_was_exported_comes_back_after_everything_was_erased() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    add(&tablet, "Comedor José", "Kim Nguyễn");
    log_contact(&tablet, "They would host a shelf");
    add(&tablet, "Natchaug Table", "Sam");
    let before = [told(&tablet, "Comedor José"), told(&tablet, "Natchaug Table")];
    assert!(before[0].contains("Marisol") && before[0].contains("They would host a shelf"), "{}", before[0]);
    let file = tablet.export();
    tablet.see("Every note is in a file you saved");

    erase_everything(&tablet);
    tablet.import(&file);
    tablet.take_in();
    let after = [told(&tablet, "Comedor José"), told(&tablet, "Natchaug Table")];
    assert_eq!(after, before);
    tablet.reload();
    assert_eq!([told(&tablet, "Comedor José"), told(&tablet, "Natchaug Table")], before, "also after opening anew");

    tablet.import(&file);
    tablet.see("is already here");
}

#[test]
fn an_import_is_taken_back_as_one_step() {
    one_engine!(Firefox, "taking back is decided natively");
    let site = Site::open();
    let giver = Tablet::ready(&site);
    add(&giver, "Comedor José", "Kim");
    add(&giver, "Natchaug Table", "Sam");
    let file = giver.export();

    let taker = Tablet::ready(&site);
    taker.import(&file);
    taker.see("Comedor José");
    taker.take_in();
    taker.undo();
    taker.see("Undone");
    taker.saved();
    taker.go("Community");
    taker.see("Nothing here yet");
    taker.reload();
    taker.see("Nothing here yet");
}

#[test]
fn an_import_can_be_taken_back_after_the_app_was_closed() {
    let site = Site::open();
    let giver = Tablet::ready(&site);
    add(&giver, "Comedor José", "Kim");
    let file = giver.export();

    let taker = Tablet::ready(&site);
    add(&taker, "Ours", "Sam");
    taker.import(&file);
    taker.take_in();
    taker.reload();
    taker.visit_part("#/sync");
    taker.see("Last import");
    taker.see("1 note imported from");
    taker.press("Undo");
    taker.see("Undone");
    taker.see("Import again");
    taker.saved();
    taker.go("Community");
    taker.see_rows(&["Ours"]);
    taker.reload();
    taker.see_rows(&["Ours"]);
    taker.visit_part("#/sync");
    taker.see("Storage");
    taker.not_see("Last import");
}

#[test]
fn a_bad_file_is_explained_and_changes_nothing() {
    one_engine!(Chromium, "files are read and judged natively");
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    add(&tablet, "Comedor José", "Kim");
    let good = fs::read_to_string(tablet.export()).unwrap();
    erase_everything(&tablet);

    let cut = &good[..good.len() - 40];
    let half = good.lines().take(2).collect::<Vec<_>>().join("\n") + "\n";
    let flipped = good.replacen("Comedor", "Comedos", 1);
    let newer = good.replacen("\"min_reader\":1", "\"min_reader\":99", 1);
    let html = "<!doctype html><title>Log in</title><p>Please log in to the library network";
    assert!(flipped != good && newer != good);
    let sentence = |text: porchlight::model::text::Text| text.en.split("{line}").last().unwrap().to_owned();
    for (name, content, words) in [
        ("cut.json", cut, sentence(fault::words::TRUNCATED)),
        ("half.json", half.as_str(), sentence(fault::words::TRUNCATED)),
        ("flipped.json", flipped.as_str(), sentence(fault::words::DAMAGED)),
        ("newer.json", newer.as_str(), sentence(fault::words::NEWER)),
        ("foreign.json", "{\"name\": \"not ours\"}\n", sentence(fault::words::NOT_OURS)),
        ("login.html", html, sentence(fault::words::NOT_OURS)),
        ("empty.json", "", sentence(fault::words::NOT_OURS)),
    ] {
        let file = tablet.file(name);
        fs::write(&file, content).unwrap();
        tablet.go("Today");
        tablet.import(&file);
        tablet.see(&words);
        tablet.not_see("Only on this tablet");
    }
    tablet.go("Community");
    tablet.see("Nothing here yet");
    tablet.reload();
    tablet.see("Nothing here yet");
}

#[test]
fn markup_in_a_field_stays_text() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let hostile = "<img src=x onerror=document.title='run'><b>Kitchen</b>";
    add(&tablet, hostile, "Kim");
    assert!(told(&tablet, hostile).contains(hostile));
    tablet.go("Today");
    tablet.go("Community");
    tablet.see_rows(&[hostile]);
    assert_eq!(tablet.run("return document.title", &[]), "Porchlight");
}

#[test]
fn the_office_reads_names_and_runs_no_formula() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    add(&tablet, "Comedor José", "Kim");
    let table = fs::read_to_string(tablet.office_file("Save: Partners")).unwrap();
    assert!(table.contains("Comedor José") && table.contains("Partner/Company"), "{table}");
    assert!(table.contains("'=HYPERLINK"), "a formula must not start a cell: {table}");
    assert!(!table.contains("Kim"), "people are left out unless asked for: {table}");
    let all = fs::read_to_string(tablet.office_file("Save: Everything (JSON)")).unwrap();
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    assert!(all.to_string().contains("Comedor José"), "{all}");
    // With one tap, all of them in one file that holds each as it is.
    let together = fs::read(tablet.office_file("Save all as one ZIP file")).unwrap();
    assert!(together.starts_with(b"PK\x03\x04"), "an archive");
    let holds = |bytes: &[u8]| together.windows(bytes.len()).any(|part| part == bytes);
    assert!(holds(table.as_bytes()) && holds(b"porchlight-partners-") && holds(b"porchlight-office-"));
}

#[test]
fn a_spreadsheet_comes_in_once_however_often_it_is_given() {
    one_engine!(WebKit, "spreadsheets are read natively");
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    // As an older Windows program writes it: Latin letters of one byte, semicolons, quotes within quotes, a short row.
    let sheet = "Partner/Company;Contact Name;Notes\r\n\"Comedor \"\"José\"\"\";Núñez;\"one;two\"\r\nNatchaug Table;Sam\r\n;Nobody;no name\r\n";
    let latin: Vec<u8> = sheet.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let file = tablet.file("partners.csv");
    fs::write(&file, latin).unwrap();
    tablet.import(&file);
    tablet.see("Which column holds what?");
    tablet.see("3 rows, 3 columns, separated by semicolons");
    tablet.press("Preview");
    tablet.see("2 new");
    tablet.see("1 skipped");
    tablet.press("Import");
    tablet.see("2 rows imported");
    tablet.saved();
    tablet.go("Community");
    tablet.see_rows(&["Comedor \"José\"", "Natchaug Table"]);
    tablet.press("Comedor \"José\"");
    tablet.see_fact("Contact Name", "Núñez");
    tablet.see_fact("Notes", "one;two");

    tablet.import(&file);
    tablet.press("Preview");
    tablet.see("2 already here");
    tablet.see("is already here. Nothing was changed");
}

#[test]
fn two_tablets_that_wrote_the_same_agree_in_the_end() {
    one_engine!(Chromium, "notes are merged natively");
    let mut site = Site::open();
    let (a, b) = (Tablet::of(&site, "Marisol"), Tablet::of(&site, "Jo"));
    add(&a, "Comedor José", "Kim");
    b.import(&a.export());
    b.take_in();
    site.go_away();

    let edit = |tablet: &Tablet, person: &str| {
        tablet.go("Community");
        tablet.press("Comedor José");
        tablet.press("Edit");
        tablet.fill("Contact Name", person);
        tablet.press("Done");
        tablet.see_fact("Contact Name", person);
        tablet.saved();
    };
    edit(&a, "Alma");
    edit(&b, "Boris");
    let (from_a, from_b) = (a.export(), b.export());
    a.import(&from_b);
    a.take_in();
    b.import(&from_a);
    b.take_in();
    for tablet in [&a, &b] {
        let told = told(tablet, "Comedor José");
        assert!(told.contains("Two people wrote this at the same time: Contact Name"), "{told}");
        tablet.see_fact("Contact Name", "Boris");
    }
    a.press("Use this one instead");
    a.see_fact("Contact Name", "Alma");
    a.not_see("Two people wrote this");
    a.saved();
    b.import(&a.export());
    b.take_in();
    let (at_a, at_b) = (told(&a, "Comedor José"), told(&b, "Comedor José"));
    assert_eq!(at_a, at_b);
    assert!(!at_b.contains("Two people wrote this") && at_b.contains("Alma"), "{at_b}");
}

#[test]
fn what_two_tablets_wrote_differently_is_settled_from_today_one_after_the_other() {
    let site = Site::open();
    let (a, b) = (Tablet::of(&site, "Marisol"), Tablet::of(&site, "Jo"));
    for name in ["Comedor José", "Natchaug Table"] {
        add(&a, name, "Kim");
    }
    b.import(&a.export());
    b.take_in();
    a.go("Today");
    a.see("Good");
    a.not_see("two versions");
    let edit = |tablet: &Tablet, partner: &str, person: &str| {
        tablet.go("Community");
        tablet.press(partner);
        tablet.press("Edit");
        tablet.fill("Contact Name", person);
        tablet.press("Done");
        tablet.see_fact("Contact Name", person);
        tablet.saved();
    };
    for (tablet, [jose, natchaug]) in [(&a, ["Alma", "Ana"]), (&b, ["Boris", "Berta"])] {
        edit(tablet, "Comedor José", jose);
        edit(tablet, "Natchaug Table", natchaug);
    }
    a.import(&b.export());
    a.take_in();
    a.see("2 notes have two versions");
    a.go("Today");
    a.press("2 notes have two versions");
    a.see("Two people changed the same thing without knowing about each other");
    let open = |count: usize| {
        let shown = "return document.querySelectorAll('.conflict[data-open]').length === arguments[0]";
        a.until(&format!("{count} conflicts"), shown, &[serde_json::json!(count)]);
    };
    open(2);
    // Who wrote it is read from the log, a moment later.
    for words in ["Partner · Contact Name", "Marisol, ", "Jo, ", "Alma", "Boris", "Ana", "Berta", "Shown now"] {
        a.see(words);
    }
    see_clean(&a, "two conflicts");
    a.press("Use this one: Alma");
    open(1);
    // Who works with the keyboard stands at the next one.
    let stands = "return document.activeElement.closest('.conflict')?.innerText.includes('Natchaug Table')";
    a.until("the next one", stands, &[]);
    a.press("Use this one: Berta");
    open(0);
    a.see("No note has two versions");
    a.saved();
    a.reload();
    a.see("When two tablets change the same thing at the same time");
    a.go("Today");
    a.see("Good");
    a.not_see("two versions");
    for (partner, person) in [("Comedor José", "Alma"), ("Natchaug Table", "Berta")] {
        a.go("Community");
        a.press(partner);
        a.see_fact("Contact Name", person);
    }
}

#[test]
fn many_conflicts_are_decided_by_a_rule_and_come_back_in_one_step() {
    one_engine!(Chromium, "what a rule decides is proven natively");
    let site = Site::open();
    let (a, b) = (Tablet::of(&site, "Marisol"), Tablet::of(&site, "Jo"));
    let partners = ["Comedor José", "Food bank", "Natchaug Table", "Soup kitchen"];
    for name in partners {
        a.add_partner(name);
    }
    b.import(&a.export());
    b.take_in();
    for (tablet, person) in [(&a, "Alma"), (&b, "Boris")] {
        for partner in partners {
            tablet.go("Community");
            tablet.press(partner);
            tablet.press("Edit");
            tablet.fill("Notes", &format!("{person} of {partner}"));
            tablet.press("Done");
            tablet.see_fact("Notes", &format!("{person} of {partner}"));
            tablet.saved();
        }
    }
    a.import(&b.export());
    a.take_in();
    a.visit_part("#/conflicts");
    let see_open = |count: usize| {
        let shown = "return document.querySelectorAll('.conflict[data-open]').length === arguments[0]";
        a.until(&format!("{count} conflicts"), shown, &[serde_json::json!(count)]);
    };
    see_open(4);
    a.see("Decide many at once");
    a.press("Always the newer one");
    a.see("4 conflicts will be decided: the version that was written last is used");
    a.press("Decide 4");
    see_open(0);
    // What is undone is open again, with who wrote what.
    a.undo();
    see_open(4);
    a.see("Marisol, ");
    a.see("Jo, ");
    a.press("Always ours");
    a.see("4 conflicts will be decided: the version that was written on this tablet is used");
    see_clean(&a, "what a rule would do");
    a.press("Decide 4");
    see_open(0);
    a.saved();
    for partner in partners {
        a.go("Community");
        a.press(partner);
        a.see_fact("Notes", &format!("Alma of {partner}"));
    }
}

#[test]
fn a_file_that_another_app_sends_is_previewed() {
    let site = Site::open();
    let giver = Tablet::ready(&site);
    add(&giver, "Comedor José", "Kim");
    let file = fs::read_to_string(giver.export()).unwrap();

    let taker = Tablet::ready(&site);
    taker.until("the app is kept offline", "return !!navigator.serviceWorker.controller", &[]);
    // As the share sheet sends it: to the service worker, which the app has told the system of.
    let send = "const [fileText, fileName, whenSent] = arguments; const sentForm = new FormData(); \
                sentForm.append('file', new File([fileText], fileName, { type: 'application/json' })); \
                fetch('./shared-file', { method: 'POST', body: sentForm, redirect: 'manual' }).then(() => whenSent(true), (failed) => whenSent(String(failed)))";
    assert_eq!(taker.run_later(send, &["".into(), "nothing.json".into()]), true);
    assert_eq!(taker.run_later(send, &[file.into(), "Notas de José.json".into()]), true);
    taker.reload();
    taker.see("Preview of “Notas de José.json”");
    taker.take_in();
    taker.go("Community");
    taker.see_rows(&["Comedor José"]);
    // It is gone from where it waited.
    taker.reload();
    taker.see_rows(&["Comedor José"]);
    taker.not_see("Preview of");
}
