//! The sheet's labels, what cannot be, copies, lists from elsewhere, and what goes with an event.

use crate::capabilities::kinds::KINDS;
use crate::events::copying::copied;
use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::kinds::event_partner::{EVENT_PARTNER, fields as with};
use crate::events::kinds::event_staff::{EVENT_STAFF, fields as staffed};
use crate::formats::csv_import::columns::guess_columns;
use crate::formats::csv_import::plan::{Import, Namesakes};
use crate::formats::csv_import::table;
use crate::formats::testing;
use crate::model::book::Book;
use crate::model::check;
use crate::model::date::Now;
use crate::model::index::Index;
use crate::work::testing::*;

const ONE: Id = Id(0x31);

/// What the form says of an event with these answers.
fn said(values: &[(&str, Value)]) -> Vec<String> {
    let all: BTreeMap<&str, Value> =
        [("name", Value::text("Fair")), ("when", Value::text("2026-10-03T10:00:00-04:00"))]
            .into_iter()
            .chain(values.iter().cloned())
            .collect();
    let problems = check::check(&EVENT, EVENT.fields(), |key| all.get(key));
    problems.into_iter().map(|problem| problem.message.say(Lang::En)).collect()
}

#[test]
fn every_label_of_the_sheet_is_there_word_for_word() {
    let fields = |kind: &crate::model::kind::Kind| kind.fields().map(|field| (field.label.en, field.help.en)).collect();
    let fields: BTreeMap<&str, &str> = fields(&EVENT);
    for (label, help) in [
        ("Event/Program Name", "A descriptive title for the outreach activity."),
        ("Date and Time", ""),
        ("Location", ""),
        ("Type of Outreach and Target Audience", "Categories such as presentation, school visit, etc."),
        ("Description of Event", ""),
        ("Number of Participants", "*"),
        ("Staff Involved", ""),
        ("Resources Used", "Document any materials, equipment, or resources used for the event."),
        ("Objective or Goal or KPIs", "How you are measuring if this outreach was a success for your org"),
        ("Marketing or Promotions", "How was the event advertised?"),
        ("Partner Organization", "Who did you work with? In what capacity?"),
        ("Notes", ""),
    ] {
        let known = fields.get(label).copied();
        assert!(known == Some(help) || (help == "*" && known.is_some()), "{label}: {known:?}");
    }
    for kind in [&EVENT_PARTNER, &EVENT_STAFF] {
        assert!(
            ["Partner Organization", "Staff Involved"]
                .iter()
                .any(|label| { kind.plural.en == *label || kind.fields().any(|field| field.label.en == *label) })
        );
    }
}

#[test]
fn an_event_does_not_end_before_it_starts() {
    let ends = |when: &str, ends: &str| said(&[("when", Value::text(when)), ("ends", Value::text(ends))]);
    let before = ["Ends is before “Date and Time”. Change one of the two"];
    assert_eq!(ends("2026-10-03T10:00:00-04:00", "2026-10-03T09:59:00-04:00"), before);
    // Over midnight, no time at all, over the hour that clocks show twice, in a leap year.
    for (from, to) in [
        ("2026-10-03T22:00:00-04:00", "2026-10-04T01:30:00-04:00"),
        ("2026-10-03T10:00:00-04:00", "2026-10-03T10:00:00-04:00"),
        ("2026-11-01T01:30:00-04:00", "2026-11-01T01:10:00-05:00"),
        ("2026-03-08T01:30:00-05:00", "2026-03-08T03:15:00-04:00"),
        ("2028-02-29T10:00:00-05:00", "2028-02-29T11:00:00-05:00"),
    ] {
        assert_eq!(ends(from, to), [""; 0], "{from} {to}");
    }
    // Later on the clock and earlier in time.
    assert_eq!(ends("2026-11-01T01:10:00-05:00", "2026-11-01T01:30:00-04:00"), before);
    assert!(!ends("2027-02-29T10:00:00-05:00", "").is_empty(), "no leap year");
}

#[test]
fn nobody_came_is_another_thing_than_nobody_counted() {
    let came =
        |number: f64, known: &str| said(&[("participants", Value::Number(number)), ("known_by", Value::text(known))]);
    for fine in [0.0, 1.0, 1_000_000.0] {
        assert_eq!(came(fine, "counted"), [""; 0]);
    }
    let range = ["Number of Participants: use a number from 0 to 1000000"];
    for outside in [-3.0, 1e9, 1_000_001.0] {
        assert_eq!(came(outside, "estimate"), range);
    }
    assert_eq!(said(&[("known_by", Value::text("not_counted"))]), [""; 0]);
    assert_eq!(
        came(0.0, "not_counted"),
        [
            "Number of Participants: “How the number is known” says “Not counted”. Clear the number or change that answer"
        ]
    );
}

/// An event with its partner and staff.
fn book() -> Book {
    let event = ONE.to_string();
    let mut book = testing::book(&[
        (
            "event",
            ONE.0,
            &[
                ("name", "Fall fair"),
                ("when", "2026-10-03T10:00:00-04:00"),
                ("ends", "2026-10-03T14:00:00-04:00"),
                ("status", "held"),
                ("known_by", "counted"),
                ("type", "booth"),
                ("notes", "Bring the blue cloth"),
            ],
        ),
        ("event_partner", 0x41, &[("event", &event), ("partner", &Id(0x11).to_string()), ("capacity", "host")]),
        ("event_staff", 0x51, &[("event", &event), ("staff", &Id(0x12).to_string()), ("role", "Table")]),
    ]);
    testing::set(&mut book, "event", ONE, [("participants".to_owned(), Value::whole(40))]);
    testing::set(&mut book, "event_staff", Id(0x51), [("minutes".to_owned(), Value::whole(300))]);
    book
}

#[test]
fn a_copy_has_everything_but_what_is_of_the_day() {
    let book = book();
    let mut next = 0x60;
    let mut new_id = || {
        next += 1;
        Id(next)
    };
    let rows = copied(&book, &mut Index::default(), ONE, Id(0x32), &mut new_id).unwrap();
    let shown: Vec<_> = rows.iter().map(|(kind, id, values)| (*kind, *id, values.keys().cloned().collect())).collect();
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        shown,
        [
            ("event", Id(0x32), keys(&["name", "notes", "status", "type"])),
            ("event_partner", Id(0x61), keys(&["capacity", "event", "partner"])),
            ("event_staff", Id(0x62), keys(&["event", "role", "staff"])),
        ]
    );
    assert_eq!(event::STATUS.of(&rows[0].2), Some("planned"));
    assert_eq!((with::EVENT.of(&rows[1].2), staffed::EVENT.of(&rows[2].2)), (Some(Id(0x32)), Some(Id(0x32))));
    assert_eq!(copied(&book, &mut Index::default(), Id(0x99), Id(0x32), &mut || Id(1)), None);
}

#[test]
fn the_sheet_is_read_from_a_spreadsheet_and_loses_nothing() {
    let table = table::read(
        "Event/Program Name,Date and Time,Ends,Location,Type of Outreach and Target Audience,Number of Participants,\
         Staff Involved,Partner Organization,Notes\n\
         Fall fair,2026-10-03 10:00,2026-10-03 9:00,Green,School visit,40,\"Jo, Sam\",Soup Kitchen (host),\n\
         Talk,2026-10-04 18:00,2026-10-04 19:00,Hall,Presentation,-3,,,Late\n"
            .to_owned(),
    )
    .unwrap();
    let targets = guess_columns(&EVENT, &table.headers);
    assert!(targets.iter().all(Option::is_some), "{targets:?}");
    let now = Now { ms: NOON, offset_minutes: -240 };
    let mut import = Import::new(&Book::new(KINDS), &EVENT, table, &targets, Rc::new(now), Namesakes::Told);
    let mut next = 0;
    while import.step(|| {
        next += 1;
        Id(next)
    }) {}
    let plan = import.finish();
    let problems: Vec<String> = plan.problems.iter().map(|problem| problem.message.say(Lang::En)).collect();
    assert_eq!(
        problems,
        [
            "Ends is before “Date and Time”. Change one of the two",
            "Number of Participants: use a number from 0 to 1000000",
        ]
    );
    let texts = |at: usize, key: &str| plan.writes[at].set.get(key).and_then(Value::as_text).map(str::to_owned);
    assert_eq!(plan.writes.len(), 2);
    assert_eq!(texts(0, "type").as_deref(), Some("school_visit"));
    assert_eq!(texts(0, "staff_words").as_deref(), Some("Jo, Sam"));
    assert_eq!(texts(0, "partner_words").as_deref(), Some("Soup Kitchen (host)"));
    assert_eq!((texts(0, "ends"), texts(1, "ends").is_some()), (None, true));
}

#[test]
fn events_are_found_and_narrowed() {
    let mut book = book();
    let more =
        [("name", "Library talk"), ("when", "2026-12-01T10:00:00-05:00"), ("status", "planned"), ("type", "class")];
    testing::set(&mut book, "event", Id(0x33), more.map(|(key, text)| (key.to_owned(), Value::text(text))));
    let run = |query: &Query| query::run(&book, &mut Index::default(), &EVENT, query);
    assert_eq!(EVENT.happened().map(|field| field.key), Some("when"));
    assert_eq!(run(&Query { sort: Sort::Latest("when"), ..Query::default() }), [Id(0x33), ONE]);
    assert_eq!(run(&Query { words: "blue cloth".into(), ..Query::default() }), [ONE]);
    let filters: Vec<&str> = EVENT.fields().filter(|field| field.filter).map(|field| field.key).collect();
    assert_eq!(filters, ["type", "status", "audience", "format", "hub", "languages", "known_by"]);
}

#[test]
fn what_belongs_to_an_event_goes_with_it() {
    let tablet = Tablet::new(1);
    let (event, partner) = (tablet.work.new_id(), tablet.partner("Soup Kitchen"));
    let row = |kind: &'static str, values: Vec<(&str, Value)>| {
        (kind, tablet.work.new_id(), crate::model::order::values(values))
    };
    let rows = vec![
        (
            "event",
            event,
            crate::model::order::values([
                ("name", Value::text("Fair")),
                ("when", Value::text("2026-10-03T10:00:00-04:00")),
            ]),
        ),
        row(
            "event_partner",
            vec![("event", Value::link(event)), ("partner", Value::link(partner)), ("capacity", Value::text("host"))],
        ),
        row("event_staff", vec![("event", Value::link(event)), ("staff", Value::link(Id(7)))]),
    ];
    now(tablet.work.run(Command::Write { label: crate::model::text::Message::same("made"), rows })).unwrap();
    now(tablet.work.run(Command::Delete("event", event))).unwrap();
    now(tablet.work.run(Command::Erase("event", event))).unwrap();
    let state = tablet.work.state();
    for kind in ["event", "event_partner", "event_staff"] {
        assert_eq!(state.book.living(kind).count(), 0, "{kind}");
    }
    assert!(state.book.alive("partner", partner).is_some());
}
