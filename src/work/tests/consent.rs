//! What may be kept of people, step by step; [`super::law`] tries the same by chance.

use super::*;
use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::visit::{COME_BACK, VISIT};
use crate::canvass::standing::Rest;
use crate::canvass::tests::standing::{knock, maple, standing};
use crate::exchange::office::Office;
use crate::interviews::kinds::interview::{AUDIO, CALLBACK, GIVES, GRANTS, INTERVIEW, NOTES, QUOTES, SAID, SPEAKER};
use crate::interviews::kinds::quote::QUOTE;
use crate::interviews::tests::interview::{alive, asking, begin, hand, quote, record, say, speaker, write};
use crate::log::segment::Rechain;
use crate::model::text::Message;
use crate::work::consent::{self, Agreed, Consents, Grant, law};
use crate::work::plan;
use crate::work::stored::names;
use chrono::Days;

/// Sets fields of a record and is done with it.
fn put(tablet: &Tablet, kind: &'static str, id: Id, values: &[(&str, Value)]) -> Result<(), WorkError> {
    let values = values.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    write(tablet, vec![(kind, id, values)])
}

fn finish(tablet: &Tablet, kind: &str, id: Id, values: &[(&str, Value)]) -> Result<(), WorkError> {
    let known = tablet.work.state().book.record(kind, id).cloned();
    let mut draft = tablet.draft(kind, id, &[]);
    values.iter().for_each(|(key, value)| draft.set(known.as_deref(), key, value.clone()));
    now(tablet.work.run(Command::Finish(draft))).map(drop)
}

fn office(tablet: &Tablet) -> Vec<u8> {
    let files = now(tablet.work.office_export(Office { lang: Lang::En, public_only: false }, &Job::quiet())).unwrap();
    files.into_iter().flat_map(|file| file.file.pieces.concat()).collect()
}

/// The record that is there in a record's place.
fn in_place(tablet: &Tablet, kind: &str, id: Id) -> Option<std::sync::Arc<Record>> {
    let state = tablet.work.state();
    state.book.alive(kind, consent::goes_on(&state.book, kind, id)).cloned()
}

/// Two tablets that take in each other's notes until nothing is new.
fn meet(a: &Tablet, b: &Tablet) {
    for _ in 0..2 {
        b.import(&a.export()).unwrap();
        a.import(&b.export()).unwrap();
    }
    assert_eq!(a.hash(), b.hash());
}

/// A visit with details that somebody agreed to, known on two tablets.
fn agreed_on_two() -> (Tablet, Tablet, Id, Id) {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let door = maple(&a)[2];
    let (visit, _) = knock(&a, door, "talked");
    let details = [
        ("consent", Value::Bool(true)),
        ("phone", Value::text("860 555 0101")),
        ("person", Value::text("Rosacanary")),
        ("heard", Value::text("The bus")),
    ];
    finish(&a, VISIT.id, visit, &details).unwrap();
    b.import(&a.export()).unwrap();
    (a, b, door, visit)
}

/// Takes the consent back in the form, as it is done at a door.
fn deny(tablet: &Tablet, visit: Id) {
    let no = [("consent", Value::Bool(false)), ("phone", Value::Null), ("person", Value::Null)];
    finish(tablet, VISIT.id, visit, &no).unwrap();
}

#[test]
fn erasing_an_interview_erases_what_belongs_to_it_and_says_so_first() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let ana = speaker(&tablet, interview, "Anacanary", &GRANTS);
    let line = say(&tablet, interview, Some(ana), "linecanary").unwrap();
    let quoted = quote(&tablet, line).unwrap();
    put(&tablet, "answer", Id(7), &[("interview", Value::link(interview)), ("value", "answercanary".into())]).unwrap();
    let other = begin(&tablet, &asking());
    let jo = speaker(&tablet, other, "Jo", &GRANTS);
    let stays = say(&tablet, other, Some(jo), "stays").unwrap();
    let open = tablet.draft(SAID.id, Id(8), &[("interview", &*interview.to_string()), ("words", "draftcanary")]);
    now(tablet.work.keep_draft(open.clone())).unwrap();
    let would_go = {
        let state = tablet.work.state();
        consent::counted(state.book.kinds(), &Consents::erasing(&state.book, INTERVIEW.id, interview).to_purge())
    };
    let would_go: Vec<_> = would_go.into_iter().map(|(kind, count)| (kind.id, count)).collect();
    assert_eq!(would_go, [("speaker", 1), ("said", 1), ("answer", 1), ("quote", 1)]);
    let done = now(tablet.work.run(Command::Erase(INTERVIEW.id, interview))).unwrap();
    assert_eq!(done.label.say(Lang::En), "Interview permanently erased, with everything that belongs to it: 4");
    assert!(!alive(&tablet, QUOTE.id, quoted) && alive(&tablet, SAID.id, stays));
    assert!(!holds(&stored(&tablet), "canary") && !holds(&tablet.export(), "canary"));
    // Nothing more is written down of it, and nobody goes on in it.
    assert!(matches!(now(tablet.work.keep_draft(open)), Err(WorkError::Refused(_))));
    assert!(say(&tablet, interview, None, "latecanary").is_err());
    assert_eq!(tablet.work.look(|book, _| consent::speakers(book, interview).len()), 0);
    assert_eq!(tablet.reopened().hash(), tablet.hash());
}

#[test]
fn erasing_a_partner_or_a_door_erases_what_was_said_there_also_elsewhere() {
    let (a, b, door, visit) = agreed_on_two();
    let partner = a.partner("Kitchencanary");
    contact(&a, partner, "2026-11-20T10:00:00-05:00", &[("said", "saidcanary")]);
    b.import(&a.export()).unwrap();
    // The colleague writes down more, not knowing.
    contact(&b, partner, "2026-11-21T10:00:00-05:00", &[("said", "latecanary")]);
    now(a.work.run(Command::Erase("partner", partner))).unwrap();
    now(a.work.run(Command::Erase(DOOR.id, door))).unwrap();
    meet(&a, &b);
    for tablet in [&a, &b] {
        assert!(in_place(tablet, VISIT.id, visit).is_none());
        let bytes = stored(tablet);
        assert!(!holds(&bytes, "canary") && !holds(&bytes, "The bus"));
    }
}

#[test]
fn a_merge_never_brings_details_back_against_a_no() {
    let (a, b, door, visit) = agreed_on_two();
    deny(&b, visit);
    // Unaware, and later, the other tablet corrects the phone and hears more.
    a.clock.0.set(a.clock.0.get() + 60_000);
    finish(&a, VISIT.id, visit, &[("phone", Value::text("860 555 9999"))]).unwrap();
    finish(&a, VISIT.id, visit, &[("heard", Value::text("The bus, and the hours"))]).unwrap();
    let before = a.export();
    meet(&a, &b);
    for tablet in [&a, &b] {
        let (bytes, export, files) = (stored(tablet), tablet.export(), office(tablet));
        for word in ["860 555", "Rosacanary"] {
            assert!(!holds(&bytes, word) && !holds(&export, word) && !holds(&files, word), "{word}");
        }
        // What was heard meanwhile rests on nobody's consent and is not lost.
        let stands = standing(tablet, door);
        assert_eq!((stands.attempts, stands.last.unwrap().heard.as_str()), (1, "The bus, and the hours"));
        let record = in_place(tablet, VISIT.id, visit).unwrap();
        assert_eq!(record.get("consent"), Some(&Value::Bool(false)));
        assert_eq!(record.losers().filter(|(key, _)| VISIT.asks_about(key)).count(), 0);
    }
    // A file from before brings nothing back.
    b.import(&before).unwrap();
    let c = Tablet::new(3);
    c.import(&before).unwrap();
    c.import(&b.export()).unwrap();
    assert!(!holds(&stored(&b), "9999") && !holds(&stored(&c), "9999"));
}

#[test]
fn a_no_that_had_not_seen_the_yes_outweighs_it_for_contact_details_too() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let door = maple(&a)[2];
    let (visit, _) = knock(&a, door, "talked");
    b.import(&a.export()).unwrap();
    finish(&b, VISIT.id, visit, &[("consent", Value::Bool(false))]).unwrap();
    a.clock.0.set(a.clock.0.get() + 60_000);
    let yes = [("consent", Value::Bool(true)), ("phone", Value::text("860 555 9999"))];
    finish(&a, VISIT.id, visit, &yes).unwrap();
    meet(&a, &b);
    assert!(!holds(&stored(&a), "9999") && !holds(&stored(&b), "9999"));
    // Whoever asks them again may write down what they say then.
    let at = in_place(&a, VISIT.id, visit).unwrap().id;
    let yes = [("consent", Value::Bool(true)), ("phone", Value::text("860 555 7777"))];
    finish(&a, VISIT.id, at, &yes).unwrap();
    meet(&a, &b);
    assert_eq!(in_place(&b, VISIT.id, visit).unwrap().text("phone"), Some("860 555 7777"));
}

#[test]
fn undo_and_settling_bring_no_denied_word_back() {
    let (a, b, _, visit) = agreed_on_two();
    let step = b.work.state().undo.last().unwrap().number;
    finish(&a, VISIT.id, visit, &[("phone", Value::text("860 555 9999"))]).unwrap();
    let corrected = a.work.state().undo.last().unwrap().number;
    deny(&a, visit);
    assert!(now(a.work.run(Command::Undo(corrected))).is_err());
    b.import(&a.export()).unwrap();
    drop(now(b.work.run(Command::Undo(step))));
    assert!(now(b.work.undo_import(&Job::quiet())).is_ok() || b.work.state().last_import.is_none());
    let keep = Value::text("860 555 9999");
    let settle = Command::Settle { kind: VISIT.id, id: visit, field: "phone".into(), keep: keep.clone() };
    assert!(now(b.work.run(settle)).is_err());
    // Nor where it goes on: there is no yes there.
    let at = consent::goes_on(&b.work.state().book, VISIT.id, visit);
    drop(now(b.work.run(Command::Settle { kind: VISIT.id, id: at, field: "phone".into(), keep })));
    assert!(!holds(&stored(&a), "860 555") && !holds(&stored(&b), "860 555"));
}

#[test]
fn what_nobody_was_asked_about_is_shown_nowhere_and_stays() {
    let (a, _, _, visit) = agreed_on_two();
    put(&a, VISIT.id, visit, &[("consent", Value::Null)]).unwrap();
    let query = Query { words: "rosacanary".into(), ..Query::default() };
    assert!(a.work.look(|book, index| query::run(book, index, &VISIT, &query)).is_empty());
    assert!(!holds(&office(&a), "0101") && !holds(&office(&a), "Rosacanary"));
    assert!(holds(&stored(&a), "0101"), "nobody said no");
    put(&a, VISIT.id, visit, &[("consent", Value::Bool(true))]).unwrap();
    assert!(holds(&office(&a), "0101"));
}

#[test]
fn of_a_refusal_only_that_somebody_was_asked_is_kept() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let id = tablet.work.new_id();
    let typed = [
        ("name", Value::text("Namecanary")),
        ("neighbourhood", Value::text("Hillcanary")),
        ("organisation", Value::text("Partnercanary")),
        ("role", Value::text("parent")),
        ("adult", Value::text("adult")),
        ("interview", Value::link(interview)),
    ];
    let asked = consent::asked(&GIVES, Agreed { words: "We ask you".into(), ..Agreed::default() }, hand(&tablet));
    let all: Vec<(&str, Value)> = typed.into_iter().chain(asked).collect();
    // As it is typed, nobody has answered yet.
    let mut draft = tablet.draft(SPEAKER.id, id, &[]);
    all.iter().filter(|(key, _)| !GRANTS.contains(key)).for_each(|(key, value)| draft.set(None, key, value.clone()));
    now(tablet.work.keep_draft(draft)).unwrap();
    assert!(holds(&stored(&tablet), "Namecanary"));
    finish(&tablet, SPEAKER.id, id, &all).unwrap();
    assert!(!holds(&office(&tablet), "canary"));
    for bytes in [stored(&tablet), tablet.export()] {
        assert!(!holds(&bytes, "canary") && !holds(&bytes, "parent"));
    }
    let record = record(&tablet, SPEAKER.id, id);
    assert_eq!(record.text("words"), Some("We ask you"));
    assert!(crate::interviews::interview::refused(&tablet.work.state().book, interview), "it counts as refused");
}

#[test]
fn a_refusal_that_came_in_any_other_way_keeps_no_name_either() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&a, &asking());
    let ana = speaker(&a, interview, "Anacanary", &[NOTES, AUDIO]);
    b.import(&a.export()).unwrap();
    // Written without a form, with the name beside the no, it is not even in the log.
    let jo = speaker(&a, interview, "Jocanary", &[]);
    assert!(!holds(&stored(&a), "Jocanary"));
    // The other tablet puts the name right while this one hears a no.
    put(&b, SPEAKER.id, ana, &[("name", Value::text("Anna-canary")), ("role", Value::text("teacher"))]).unwrap();
    put(&a, SPEAKER.id, ana, &[(NOTES, Value::Bool(false))]).unwrap();
    meet(&a, &b);
    for tablet in [&a, &b] {
        assert!(!holds(&stored(tablet), "canary") && !holds(&office(tablet), "canary"));
        assert_eq!(tablet.work.look(|book, _| consent::speakers(book, interview).len()), 2, "both are counted");
        assert_eq!(in_place(tablet, SPEAKER.id, ana).unwrap().text("role"), Some("teacher"));
        assert_eq!(in_place(tablet, SPEAKER.id, jo).unwrap().get(AUDIO), Some(&Value::Bool(false)));
    }
}

#[test]
fn forgetting_somebody_reaches_what_others_wrote_of_everyone() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let interview = begin(&a, &asking());
    let ana = speaker(&a, interview, "Ana", &GRANTS);
    speaker(&a, interview, "Jo", &GRANTS);
    say(&a, interview, None, "herecanary").unwrap();
    b.import(&a.export()).unwrap();
    let late = say(&b, interview, None, "latecanary").unwrap();
    now(a.work.run(Command::Erase(SPEAKER.id, ana))).unwrap();
    assert!(!holds(&stored(&a), "herecanary"));
    meet(&a, &b);
    for tablet in [&a, &b, &a.reopened(), &b.reopened()] {
        assert!(!alive(tablet, SAID.id, late) && !holds(&stored(tablet), "canary"));
        assert!(say(tablet, interview, None, "more").is_err(), "one of them does not agree");
        assert_eq!(tablet.work.look(|book, _| consent::speakers(book, interview).len()), 1, "nobody else is counted");
        let state = tablet.work.state();
        let denials = state.book.records(SPEAKER.id).filter(|record| law::is_denial(&SPEAKER, record)).count();
        assert_eq!(denials, 1, "which is nothing to bring back");
    }
}

#[test]
fn an_old_visit_keeps_its_place_when_consent_is_withdrawn() {
    let (a, b, door, old) = agreed_on_two();
    let again = a.work.now().today().checked_add_days(Days::new(1)).unwrap().to_string();
    // What was promised then was kept by the next visit; at another door it is still open.
    finish(&a, VISIT.id, old, &[("again", Value::text(again.clone())), ("promised", Value::text("A card"))]).unwrap();
    a.clock.0.set(a.clock.0.get() + 86_400_000);
    let (latest, _) = knock(&a, door, COME_BACK);
    finish(&a, VISIT.id, latest, &[("again", Value::text("2027-01-01"))]).unwrap();
    let elsewhere = maple(&a)[1];
    let (open, _) = knock(&a, elsewhere, "talked");
    let details = [("consent", Value::Bool(true)), ("phone", Value::text("860 555 0102"))];
    finish(&a, VISIT.id, open, &details).unwrap();
    finish(&a, VISIT.id, open, &[("again", Value::text(again)), ("promised", Value::text("A leaflet"))]).unwrap();
    b.import(&a.export()).unwrap();
    let due = |tablet: &Tablet| {
        let today = tablet.work.now().today();
        tablet
            .work
            .look(|book, index| today::due(book, index, today))
            .into_iter()
            .map(|due| due.step)
            .collect::<Vec<_>>()
    };
    let stands = (standing(&a, door), due(&a));
    assert_eq!(stands.1, ["A leaflet"]);
    assert!(matches!(stands.0.rest, Some(Rest::Until(_))));
    a.clock.0.set(a.clock.0.get() + 3_600_000);
    b.clock.0.set(b.clock.0.get() + 7_200_000);
    for tablet in [&a, &b] {
        now(tablet.work.run(consent::withdraw(VISIT.id, old))).unwrap();
        now(tablet.work.run(consent::withdraw(VISIT.id, open))).unwrap();
    }
    meet(&a, &b);
    for tablet in [&a, &b, &a.reopened()] {
        let now = standing(tablet, door);
        assert_eq!((now.last.map(|last| last.visit), now.rest), (Some(latest), stands.0.rest));
        assert_eq!(due(tablet), stands.1, "an open promise stays, and one that was kept does not come back");
        let state = tablet.work.state();
        let (before, after) = (consent::anonymous_id(old), latest);
        let begun = |id| state.book.record(VISIT.id, id).unwrap().begun();
        assert!(begun(before) < begun(after));
    }
}

#[test]
fn what_is_denied_is_gone_in_the_same_transaction() {
    let (a, b, _, visit) = agreed_on_two();
    let interview = begin(&a, &asking());
    let ana = speaker(&a, interview, "Ana", &GRANTS);
    say(&a, interview, Some(ana), "linecanary").unwrap();
    b.import(&a.export()).unwrap();
    deny(&b, visit);
    now(b.work.run(Command::Erase(INTERVIEW.id, interview))).unwrap();
    finish(&a, VISIT.id, visit, &[("phone", Value::text("860 555 9999"))]).unwrap();
    // The tab is killed right after the one transaction of the import.
    let incoming = now(a.work.read_export(&Bytes(b.export()), false, &Job::quiet())).unwrap();
    let commits = a.store.commits();
    now(a.work.accept(incoming, crate::exchange::transfer::Confirmed { erases: 9, years_ahead: true }, &Job::quiet()))
        .unwrap();
    assert_eq!(a.store.commits(), commits + 1);
    assert!(!holds(&stored(&a), "9999") && !holds(&stored(&a), "canary"));
    let commits = a.store.commits();
    let kim = begin(&a, &asking());
    let kim = speaker(&a, kim, "Kim", &GRANTS);
    assert_eq!(a.store.commits(), commits + 2);
    put(&a, SPEAKER.id, kim, &[(QUOTES, Value::Bool(false))]).unwrap();
    assert_eq!(a.store.commits(), commits + 3);
}

#[test]
fn what_was_being_typed_of_a_visit_goes_on_with_it_and_without_what_was_denied() {
    let (a, b, _, visit) = agreed_on_two();
    let draft = a.draft(VISIT.id, visit, &[("phone", "860 555 9999"), ("given", "Two leaflets")]);
    now(a.work.keep_draft(draft)).unwrap();
    deny(&b, visit);
    a.import(&b.export()).unwrap();
    assert!(!holds(&stored(&a), "9999"));
    let drafts: Vec<Draft> = a.work.state().drafts.values().cloned().collect();
    let at = consent::goes_on(&a.work.state().book, VISIT.id, visit);
    assert_eq!(drafts.iter().map(|draft| draft.id).collect::<Vec<_>>(), [at]);
    assert_eq!(a.reopened().work.state().drafts.values().cloned().collect::<Vec<_>>(), drafts);
    now(a.work.run(Command::Finish(drafts[0].clone()))).unwrap();
    assert_eq!(in_place(&a, VISIT.id, visit).unwrap().text("given"), Some("Two leaflets"));
    // An explicit no is no draft of what it denies, whatever else was typed.
    let mut draft = a.draft(VISIT.id, at, &[("phone", "860 555 8888"), ("promised", "A card")]);
    draft.values.insert("consent".into(), Value::Bool(false));
    now(a.work.keep_draft(draft)).unwrap();
    assert!(!holds(&stored(&a), "8888") && holds(&stored(&a), "A card"));
}

#[test]
fn what_a_version_before_kept_goes_when_the_app_starts() {
    let tablet = Tablet::new(1);
    let interview = begin(&tablet, &asking());
    let jo = speaker(&tablet, interview, "Jocanary", &[NOTES, QUOTES]);
    // As if nothing had held it against the law then.
    let no = [(NOTES.to_owned(), Value::Bool(false))].into();
    let record = tablet.work.state().book.record(SPEAKER.id, jo).cloned();
    let operation = plan::set(SPEAKER.id, jo, record.as_deref(), no);
    let plan = plan::Plan::of(Message::same("then"), vec![operation]);
    let prepared = now(tablet.work.prepare(&plan, &Rechain::default(), &Job::quiet())).unwrap();
    now(tablet.work.commit(prepared.commit.clone())).unwrap();
    tablet.work.done(&plan, &prepared);
    assert!(holds(&stored(&tablet), "Jocanary"));
    let again = tablet.reopened();
    assert!(!holds(&stored(&again), "Jocanary"));
    assert_eq!(consent::grant(&again.work.state().book, jo, NOTES), Grant::Denied);
    assert!(again.store.contents().meta.contains_key(names::HEAD));
    assert!(CALLBACK.field("phone").is_some());
}
