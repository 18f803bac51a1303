//! A self-assessment is private to whoever makes it, follows them over time, and shows nothing that must not be kept.

use crate::competencies::assessing::{self, Shown};
use crate::competencies::kinds::{ASSESSMENT, ASSESSMENT_POINT, EVIDENCE, LEVELS, point_fields as point};
use crate::competencies::list::COMPETENCIES;
use crate::competencies::words;
use crate::events::EVENT;
use crate::exchange::office::Office;
use crate::interviews::{INTERVIEW, NOTES, SPEAKER};
use crate::model::id::Id;
use crate::model::kept;
use crate::model::query::{self, Query};
use crate::model::show;
use crate::model::testing::cases;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::work::command::{Command, words as commands};
use crate::work::conflicts;
use crate::work::day;
use crate::work::job::Job;
use crate::work::testing::*;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn write(tablet: &Tablet, rows: Vec<crate::model::record_write::RecordWrite>) {
    now(tablet.work.run(Command::Write { label: words::CHANGED.message(), rows })).unwrap();
}

fn record(tablet: &Tablet, kind: &'static str, id: Id, values: &[(&str, Value)]) {
    let values = crate::model::order::values(values.iter().map(|(key, value)| (*key, value.clone())));
    write(tablet, vec![(kind, id, values)]);
}

fn staff(tablet: &Tablet, name: &str) -> Id {
    let id = tablet.work.new_id();
    record(tablet, "staff", id, &[("name", Value::text(name))]);
    id
}

/// A self-assessment of a day, in which the first point of the third competency says this.
fn assess(tablet: &Tablet, who: Id, on: &str, shows: &str) -> Id {
    let (id, begun) = assessing::begin(who, on.parse().unwrap());
    let key = COMPETENCIES[2].point_key(0);
    let mut said = assessing::said(id, who, &key, point::LEVEL.is("growing"));
    said.2.insert("shows".to_owned(), Value::text(shows));
    write(tablet, vec![begun, said]);
    id
}

fn point_of(assessment: Id) -> Id {
    assessing::point_id(assessment, &COMPETENCIES[2].point_key(0))
}

#[test]
fn nobody_else_finds_it_anywhere_and_a_copy_carries_it() {
    let tablet = Tablet::new(1);
    let (ana, jo) = (staff(&tablet, "Ana"), staff(&tablet, "Jo"));
    let assessment = assess(&tablet, ana, "2026-11-22", "canary words of Ana");
    // In no search and list, by words or by name, whoever looks.
    for kind in [&ASSESSMENT, &ASSESSMENT_POINT, &EVIDENCE] {
        for words in ["canary", "2026", "growing", "conversation", "Ana"] {
            let query = Query { words: words.into(), ..Query::default() };
            assert_eq!(tablet.work.look(|book, index| query::run(book, index, kind, &query)).len(), 0, "{words}");
        }
    }
    let state = tablet.work.state();
    let record = state.book.alive(ASSESSMENT_POINT.id, point_of(assessment)).unwrap();
    assert_eq!(show::title_in(&ASSESSMENT_POINT, record, Lang::En), "");
    // Every field is for her alone: that is what pages, forms, histories and conflicts ask.
    for field in ASSESSMENT_POINT.fields() {
        let shown = [Some(ana), Some(jo), None].map(|user| kept::shown(&ASSESSMENT_POINT, field, record, user));
        assert_eq!(shown, [true, false, false], "{}", field.key);
    }
    let known = [Some(ana), Some(jo), None].map(|user| kept::record_shown(&ASSESSMENT_POINT, record, user));
    assert_eq!(known, [true, false, false]);
    // Where nobody is named, nobody knows of it, also who uses the tablet without a name.
    let unnamed = crate::formats::testing::book(&[(ASSESSMENT_POINT.id, 0x51, &[("level", "sure")])]);
    let unnamed = unnamed.alive(ASSESSMENT_POINT.id, Id(0x51)).unwrap();
    assert_eq!([Some(ana), None].map(|user| kept::record_shown(&ASSESSMENT_POINT, unnamed, user)), [false, false]);
    drop(state);
    // What nobody is named for is for nobody.
    let nobodys = kept::Kept::of(&ASSESSMENT_POINT, |_| None);
    assert!(ASSESSMENT_POINT.fields().all(|field| !nobodys.shows(&ASSESSMENT_POINT, field, None)));
    // In no file for the office, by name, count or words, with or without what is private.
    for public_only in [false, true] {
        let office = Office { lang: Lang::En, public_only };
        for file in now(tablet.work.office_export(office, &Job::quiet())).unwrap() {
            assert!(file.kind.is_none_or(|kind| !kind.is_private()), "{}", file.file.name);
            let text = String::from_utf8(file.file.pieces.concat()).unwrap();
            assert!(!text.contains("canary") && !text.contains("assessment"), "{}: {text}", file.file.name);
        }
    }
    // No day's sum, and no step that can be undone, says more than that there was one.
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    assert!(day::sums(&tablet.work.state().book, today).iter().all(|sum| !sum.kind.is_private()));
    let draft = tablet.draft(ASSESSMENT_POINT.id, point_of(assessment), &[("next", "canary step")]);
    let done = now(tablet.work.run(Command::Enter(draft))).unwrap();
    assert_eq!(done.label.say(Lang::En), "Point of a self-assessment changed");
    // A copy for colleagues has it, so that nothing is lost: the screen says so. Whoever takes it in is shown none of it.
    let copy = tablet.export();
    assert!(holds(&copy, "canary words of Ana"));
    let other = Tablet::new(1000);
    let incoming = now(other.work.read_export(&Bytes(copy), false, &Job::quiet())).unwrap();
    let told = format!("{:?} {:?}", incoming.preview.kinds, incoming.preview.names);
    assert!(told.contains("assessment_point") && !told.contains("canary") && !told.contains("growing"), "{told}");
}

#[test]
fn what_she_deleted_and_what_two_of_her_tablets_wrote_is_asked_of_her_alone() {
    let (a, b) = (Tablet::new(1), Tablet::new(1000));
    let (ana, jo) = (staff(&a, "Ana"), staff(&a, "Jo"));
    let assessment = assess(&a, ana, "2026-11-22", "first");
    b.import(&a.export()).unwrap();
    for (tablet, words) in [(&a, "here"), (&b, "there")] {
        let draft = tablet.draft(ASSESSMENT_POINT.id, point_of(assessment), &[("shows", words)]);
        now(tablet.work.run(Command::Enter(draft))).unwrap();
    }
    a.import(&b.export()).unwrap();
    let asked = |user| a.work.look(|book, index| conflicts::conflicts(book, index, user)).len();
    assert_eq!([asked(Some(ana)), asked(Some(jo)), asked(None)], [1, 0, 0]);
    now(a.work.run(Command::Delete(ASSESSMENT_POINT.id, point_of(assessment)))).unwrap();
    let deleted = || now(a.work.deletions()).unwrap().len();
    for (user, count) in [(Some(jo), 0), (None, 0), (Some(ana), 1)] {
        now(a.work.set_actor(user)).unwrap();
        assert_eq!(deleted(), count, "{user:?}");
    }
}

#[test]
fn where_one_stood_before_stands_beside_and_nobody_elses() {
    let tablet = Tablet::new(1);
    let (ana, jo) = (staff(&tablet, "Ana"), staff(&tablet, "Jo"));
    assess(&tablet, ana, "2025-11-01", "one year ago");
    assess(&tablet, jo, "2026-02-01", "Jo’s own");
    assess(&tablet, ana, "2026-05-01", "in May");
    let latest = assess(&tablet, ana, "2026-11-22", "today");
    let key = COMPETENCIES[2].point_key(0);
    let stood = tablet.work.look(|book, index| assessing::earlier(book, index, ana, latest)).remove(&key).unwrap();
    assert_eq!(stood.iter().map(|stood| &*stood.shows).collect::<Vec<_>>(), ["in May", "one year ago"]);
    assert!(stood.iter().all(|stood| stood.level == Some(&LEVELS[1])));
    let state = tablet.work.state();
    assert_eq!(assessing::assessments(&state.book, ana).len(), 3);
    assert_eq!(assessing::answered(&state.book, latest, &COMPETENCIES[2]), 1);
    assert_eq!(assessing::answered(&state.book, latest, &COMPETENCIES[0]), 0);
}

/// An interview of somebody of the staff with one person, who agreed to notes or not.
fn interview(tablet: &Tablet, by: Id, agreed: Option<bool>) -> (Id, Id) {
    let (id, speaker) = (tablet.work.new_id(), tablet.work.new_id());
    let values = [("called", "Interview".into()), ("outcome", "held".into()), ("staff", Value::link(by))];
    record(tablet, INTERVIEW.id, id, &values);
    let mut values = vec![("interview", Value::link(id)), ("adult", "adult".into())];
    values.extend(agreed.map(|agreed| (NOTES, agreed.into())));
    record(tablet, SPEAKER.id, speaker, &values);
    (id, speaker)
}

#[test]
fn evidence_is_proposed_of_ones_own_and_goes_with_the_consent_it_rests_on() {
    let (a, b) = (Tablet::new(1), Tablet::new(1000));
    let (ana, jo) = (staff(&a, "Ana"), staff(&a, "Jo"));
    let (held, speaker) = interview(&a, ana, Some(true));
    let (_not_asked, _) = interview(&a, ana, None);
    let (_jos, _) = interview(&a, jo, Some(true));
    let event = a.work.new_id();
    let when: Value = "2026-10-04T10:00:00-04:00".into();
    record(
        &a,
        EVENT.id,
        event,
        &[("name", "A talk".into()), ("when", when.clone()), ("status", "held".into()), ("lead", Value::link(ana))],
    );
    let helped = a.work.new_id();
    record(
        &a,
        EVENT.id,
        helped,
        &[("name", "A fair".into()), ("when", when.clone()), ("status", "held".into()), ("lead", Value::link(jo))],
    );
    record(&a, "event_staff", a.work.new_id(), &[("event", Value::link(helped)), ("staff", Value::link(ana))]);
    // What others did, or look after, shows nothing of her; what ended shows nothing either.
    let jos_event = a.work.new_id();
    let lead = Value::link(jo);
    let values = [("name", "Of Jo".into()), ("when", when.clone()), ("status", "held".into()), ("lead", lead)];
    record(&a, EVENT.id, jos_event, &values);
    for (name, staff, status) in [("Jo’s", jo, "active"), ("Over", ana, "ended"), ("An idea", ana, "idea")] {
        let partner = a.partner(name);
        record(&a, "partner", partner, &[("staff", Value::link(staff)), ("status", status.into())]);
    }
    let planned = a.work.new_id();
    record(
        &a,
        EVENT.id,
        planned,
        &[("name", "To come".into()), ("status", "planned".into()), ("lead", Value::link(ana))],
    );
    let maple = a.partner("Maple Street");
    record(&a, "partner", maple, &[("staff", Value::link(ana)), ("status", "active".into())]);
    let proposed = |who, at: usize| {
        let all = a.work.look(|book, index| assessing::proposed(book, index, who, &COMPETENCIES[at]));
        all.into_iter().map(|shown| shown.id).collect::<Vec<_>>()
    };
    let mut events = [event, helped];
    events.sort();
    assert_eq!(proposed(ana, 2), [vec![held], events.to_vec(), vec![maple]].concat(), "conversations come first");
    assert_eq!(proposed(ana, 5), [vec![maple], events.to_vec(), vec![held]].concat(), "partnerships");
    // Chosen twice, also on two tablets, it is there once.
    let assessment = assess(&a, ana, "2026-11-22", "");
    b.import(&a.export()).unwrap();
    let shown = |kind, id| Shown { kind, id, day: None };
    for tablet in [&a, &b] {
        for one in [shown(INTERVIEW.id, held), shown(EVENT.id, event)] {
            write(tablet, assessing::choose(point_of(assessment), ana, &one).into_iter().collect());
        }
    }
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
    let chosen = |tablet: &Tablet| {
        let all = tablet.work.look(|book, index| assessing::chosen(book, index, point_of(assessment)));
        all.into_iter().map(|(_, shown)| shown.kind).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!((chosen(&a).len(), a.work.state().book.living(EVIDENCE.id).count()), (2, 2));
    // What is deleted shows nothing while it is gone.
    now(a.work.run(Command::Delete(EVENT.id, event))).unwrap();
    assert_eq!(chosen(&a).into_iter().collect::<Vec<_>>(), [INTERVIEW.id]);
    now(a.work.run(Command::BringBack(EVENT.id, event))).unwrap();
    assert_eq!(chosen(&a).len(), 2);
    // The person takes back that anything was noted: with everything of theirs, it shows nothing any longer, anywhere.
    record(&a, SPEAKER.id, speaker, &[(NOTES, false.into())]);
    assert_eq!(chosen(&a).into_iter().collect::<Vec<_>>(), [EVENT.id]);
    assert_eq!(a.work.state().book.living(EVIDENCE.id).count(), 1);
    assert!(!proposed(ana, 2).contains(&held));
    let again = assessing::choose(point_of(assessment), ana, &shown(INTERVIEW.id, held)).unwrap();
    let label = commands::CHANGED.message();
    assert!(now(a.work.run(Command::Write { label, rows: vec![again] })).is_err(), "it is not chosen again");
    b.import(&a.export()).unwrap();
    assert_eq!(chosen(&b).into_iter().collect::<Vec<_>>(), [EVENT.id]);
    // An event that is erased shows nothing either, and the self-assessment stays.
    now(b.work.run(Command::Erase(EVENT.id, event))).unwrap();
    assert_eq!(b.work.state().book.living(EVIDENCE.id).count(), 0);
    assert!(b.work.state().book.alive(ASSESSMENT_POINT.id, point_of(assessment)).is_some());
}

proptest! {
    #![proptest_config(cases(40))]
    /// Whatever two tablets of one person say of the points of a day, it is one self-assessment in the end, and what was
    /// said last of each is there or waits for a decision.
    #[test]
    fn two_tablets_of_one_person_make_one_self_assessment(
        said in prop::collection::vec((0usize..2, 0usize..6, 0usize..4, any::<bool>()), 1..16)
    ) {
        let tablets = [Tablet::new(1), Tablet::new(1000)];
        let ana = Id(77);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut last: BTreeMap<(usize, usize), &str> = BTreeMap::new();
        for (on, at, level, meets) in said {
            let (id, begun) = assessing::begin(ana, today);
            let key = COMPETENCIES[at].point_key(0);
            write(&tablets[on], vec![begun, assessing::said(id, ana, &key, point::LEVEL.is(LEVELS[level].key))]);
            last.insert((on, at), LEVELS[level].key);
            if meets {
                tablets[1].import(&tablets[0].export()).unwrap();
                tablets[0].import(&tablets[1].export()).unwrap();
                last.clear();
            }
        }
        tablets[1].import(&tablets[0].export()).unwrap();
        tablets[0].import(&tablets[1].export()).unwrap();
        prop_assert_eq!(tablets[0].hash(), tablets[1].hash());
        let state = tablets[0].work.state();
        prop_assert_eq!(assessing::assessments(&state.book, ana).len(), 1);
        let (id, _) = assessing::begin(ana, today);
        for ((_, at), level) in last {
            let record = state.book.alive(ASSESSMENT_POINT.id, assessing::point_id(id, &COMPETENCIES[at].point_key(0))).unwrap();
            let waits = record.losers().any(|(_, lost)| lost.value.as_text() == Some(level));
            prop_assert!(point::LEVEL.of(&**record) == Some(level) || waits);
        }
    }
}
