//! A file that erases records for good does so only when somebody was told and agreed.

use super::{Bytes, Tablet, contact, holds, now, stored};
use crate::exchange::transfer::{Confirmed, Effect, ImportError};
use crate::interviews::kinds::interview::NOTES;
use crate::interviews::tests::interview::{asking, begin, say, speaker};
use crate::model::text::Lang;
use crate::work::command::Command;
use crate::work::consent;
use crate::work::job::Job;

/// Two tablets that hold the same, and a file of the first that erases some of it and tells of something new.
fn erasing(count: usize) -> (Tablet, Tablet, Vec<u8>) {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let ids = a.partners(4);
    b.import(&a.export()).unwrap();
    ids.iter().take(count).for_each(|id| drop(now(a.work.run(Command::Erase("partner", *id))).unwrap()));
    a.partner("New");
    let file = a.export();
    (a, b, file)
}

#[test]
fn a_file_that_erases_is_taken_in_only_by_who_agreed_to_it() {
    let (_, b, file) = erasing(3);
    let read = || now(b.work.read_export(&Bytes(file.clone()), false, &Job::quiet())).unwrap();
    let incoming = read();
    assert_eq!(incoming.preview.erases(), 3);
    assert_eq!(incoming.preview.counts[&Effect::Erased], 3);
    let names: Vec<&str> = incoming.preview.erasing.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(names, ["Partner 0", "Partner 1", "Partner 2"]);
    let hash = b.hash();
    for agreed in [0, 2] {
        let error =
            now(b.work.accept(read(), Confirmed { erases: agreed, years_ahead: true }, &Job::quiet())).unwrap_err();
        assert_eq!(error, ImportError::Erases(3));
        let said = "This file permanently erases 3 of your records. This cannot be undone";
        assert_eq!(error.message().say(Lang::En), said);
        assert_eq!(b.hash(), hash);
    }
    now(b.work.accept(read(), Confirmed { erases: 3, years_ahead: false }, &Job::quiet())).unwrap();
    // Once they are gone, the same file erases nothing more.
    assert_eq!(read().preview.erases(), 0);
}

#[test]
fn what_goes_with_what_a_file_erases_is_said_and_asked_about_too() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let partner = a.partner("Kitchen");
    b.import(&a.export()).unwrap();
    // The colleague writes down more, of which whoever erases knows nothing.
    contact(&b, partner, "2026-11-21T10:00:00-05:00", &[("said", "heard here")]);
    contact(&b, partner, "2026-11-22T10:00:00-05:00", &[("said", "and here")]);
    a.clock.0.set(a.clock.0.get() + 60_000);
    now(a.work.run(Command::Erase("partner", partner))).unwrap();
    let (file, clock) = (a.export(), b.work.state().clock);
    let read = || now(b.work.read_export(&Bytes(file.clone()), false, &Job::quiet())).unwrap();
    let preview = read().preview;
    assert_eq!((preview.erases(), preview.erasing.len()), (3, 3));
    let hash = b.hash();
    let one = Confirmed { erases: 1, years_ahead: false };
    assert_eq!(now(b.work.accept(read(), one, &Job::quiet())).unwrap_err(), ImportError::Erases(3));
    assert_eq!((b.hash(), b.work.state().clock), (hash, clock), "a file that is only looked at leads no clock on");
    now(b.work.accept(read(), preview.agreed(), &Job::quiet())).unwrap();
    assert_eq!(b.work.state().last_import.as_ref().map(|taken| taken.erased), Some(3));
    assert_eq!(b.work.state().book.records("contact").filter(|record| record.erased).count(), 2);
}

#[test]
fn what_a_file_brings_against_a_no_is_not_called_new() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&a, &asking());
    let ana = speaker(&a, interview, "Ana", &[NOTES]);
    b.import(&a.export()).unwrap();
    say(&b, interview, Some(ana), "written unaware").unwrap();
    now(a.work.run(consent::take_back(ana, vec![NOTES], a.work.now().to_stored()))).unwrap();
    let incoming = now(a.work.read_export(&Bytes(b.export()), false, &Job::quiet())).unwrap();
    assert_eq!((incoming.preview.fresh, incoming.preview.counts.len()), (1, 0), "{:?}", incoming.preview);
    now(a.work.accept(incoming, Confirmed::default(), &Job::quiet())).unwrap();
    assert!(!holds(&stored(&a), "unaware"));
}

#[test]
fn taking_back_an_import_says_what_stays_erased() {
    for (count, en, es) in [
        (0, "Undone: 1 note imported from “notes.json”", "Deshecho: 1 nota importada de “notes.json”"),
        (
            1,
            "Undone: 2 notes imported from “notes.json”. 1 record stays permanently erased",
            "Deshecho: 2 notas importadas de “notes.json”. 1 registro sigue borrado para siempre",
        ),
        (
            3,
            "Undone: 4 notes imported from “notes.json”. 3 records stay permanently erased",
            "Deshecho: 4 notas importadas de “notes.json”. 3 registros siguen borrados para siempre",
        ),
    ] {
        let (_, b, file) = erasing(count);
        b.import(&file).unwrap();
        // Also after the app was closed.
        let b = if count == 3 { b.reopened() } else { b };
        let done = now(b.work.undo_import(&Job::quiet())).unwrap();
        assert_eq!((done.label.say(Lang::En).as_str(), done.label.say(Lang::Es).as_str()), (en, es));
    }
}

#[test]
fn an_import_that_only_erased_is_not_called_changed_since() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let id = a.partner("One");
    b.import(&a.export()).unwrap();
    now(a.work.run(Command::Erase("partner", id))).unwrap();
    b.import(&a.export()).unwrap();
    let error = now(b.work.undo_import(&Job::quiet())).unwrap_err();
    assert!(error.message().say(Lang::En).starts_with("Not undone: the import only erased"), "{error:?}");
}

#[test]
fn both_languages_say_the_same() {
    for words in [crate::work::last_import::words::ALL, crate::exchange::transfer::words::ALL] {
        assert_eq!(crate::model::text::faults(words), Vec::<String>::new());
    }
}

#[test]
fn what_a_file_would_store_is_shown_by_kind_and_named_by_what_comes_with_it() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let known = a.partner("Soup Kitchen");
    b.import(&a.export()).unwrap();
    let new = a.partner("Clinic");
    contact(&a, new, "2026-11-21T10:00:00-05:00", &[("said", "call again")]);
    a.save(known, &[("contact_name", "Ana")]);
    let file = a.export();
    let preview = now(b.work.read_export(&Bytes(file), false, &Job::quiet())).unwrap().preview;
    let kinds: Vec<(&str, usize)> = preview.kinds.iter().map(|kind| (&*kind.kind, kind.rows.len())).collect();
    assert_eq!(kinds, [("contact", 1), ("partner", 2)]);
    let value = |kind: usize, row: usize, key: &str| {
        let value = preview.kinds[kind].rows[row].values.iter().find(|value| value.field.key == key)?;
        Some((value.before.clone(), value.after.clone()?.as_text()?.to_owned()))
    };
    // What a record links to is named, although it comes with the same file.
    assert_eq!(value(0, 0, "partner"), Some((None, new.to_string())));
    assert_eq!(preview.names.get(&new).map(String::as_str), Some("Clinic"));
    let contact = &preview.kinds[0].rows[0];
    assert_eq!((&*contact.title, value(0, 0, "said")), ("call again", None), "its title is not said twice");
    let rows = &preview.kinds[1].rows;
    assert_eq!((rows[0].effect, rows[1].effect), (Effect::New, Effect::Changed));
    assert_eq!(value(1, 1, "contact_name"), Some((None, "Ana".to_owned())));
    assert!(rows[1].values.iter().all(|value| value.field.key != "name"), "what stays as it is takes no room");
}
