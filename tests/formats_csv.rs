//! Spreadsheets as people send them, read from bytes to the plan; and our own tables, out and in again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use porchlight::capabilities::kinds::KINDS;
use porchlight::formats::csv_import::columns::guess_columns;
use porchlight::formats::csv_import::decode::{Encoding, decode};
use porchlight::formats::csv_import::plan::{Import, ImportPlan, RowOutcome};
use porchlight::formats::csv_import::table;
use porchlight::formats::office::OfficeCsv;
use porchlight::model::book::Book;
use porchlight::model::date::Now;
use porchlight::model::field::{ADDRESS_PARTS, Field, FieldType};
use porchlight::model::id::{DeviceId, Id};
use porchlight::model::kind::Kind;
use porchlight::model::offered::{self, Offered};
use porchlight::model::operation::Operation;
use porchlight::model::staff::STAFF;
use porchlight::model::stamp::{Stream, Tick};
use porchlight::model::text::Lang;
use porchlight::model::value::Value;
use porchlight::partners::kinds::contact::CONTACT;
use porchlight::partners::kinds::partner::PARTNER;
use proptest::prelude::*;
use proptest::strategy::Union;
use std::collections::BTreeMap;

const NOW: Now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };

fn set(book: &mut Book, kind: &str, id: Id, fields: BTreeMap<String, Value>) {
    let stream = Stream { dev: DeviceId(1), epoch: 1 };
    let seq = book.seen().last(stream) + 1;
    let applied = book.apply(&Operation {
        stream,
        writer: stream,
        seq,
        tick: Tick::from_ms(1_790_000_000_000 + seq),
        wall: NOW.to_stored(),
        by: None,
        kind: kind.into(),
        id,
        set: fields,
        prev: BTreeMap::new(),
    });
    assert!(applied.is_some());
}

fn import(book: &Book, kind: &'static Kind, bytes: &[u8]) -> (Encoding, ImportPlan) {
    let (text, encoding) = decode(bytes);
    let table = table::read(text).unwrap();
    let targets = guess_columns(kind, &table.headers);
    let mut import = Import::new(
        book,
        kind,
        table,
        &targets,
        std::rc::Rc::new(NOW),
        porchlight::formats::csv_import::plan::Namesakes::Told,
    );
    let mut next = 1_u128 << 100;
    let mut new_id = || {
        next += 1;
        Id(next)
    };
    while import.step(&mut new_id) {}
    (encoding, import.finish())
}

fn partners(bytes: &[u8]) -> (Encoding, ImportPlan) {
    import(&Book::new(KINDS), &PARTNER, bytes)
}

fn names(plan: &ImportPlan) -> Vec<String> {
    let partners = plan.writes.iter().filter(|write| write.kind == "partner");
    partners.filter_map(|write| write.set["name"].as_text().map(str::to_owned)).collect()
}

fn said(plan: &ImportPlan) -> Vec<(u64, String)> {
    plan.problems.iter().map(|problem| (problem.line, problem.message.say(Lang::En))).collect()
}

fn carry_out(book: &mut Book, plan: &ImportPlan) {
    plan.writes.iter().for_each(|write| set(book, write.kind, write.record.id(), write.set.clone()));
}

#[test]
fn an_old_windows_file() {
    let (encoding, plan) = partners(include_bytes!("fixtures/csv/latin1.csv"));
    assert_eq!(encoding, Encoding::Windows1252);
    assert_eq!(names(&plan), ["Peluquería Núñez", "Café «El Niño»"]);
    assert_eq!(plan.writes[0].set["contact_email"], "nunez@example.org".into());
    assert_eq!(plan.writes[0].set["address"].part("town"), Some(&"Willimantic".into()));
}

#[test]
fn semicolons_after_a_mark() {
    let (encoding, plan) = partners(include_bytes!("fixtures/csv/semicolons.csv"));
    assert_eq!((encoding, names(&plan)), (Encoding::Utf8, vec!["Bäckerei Süß".into(), "Bank".into()]));
    assert_eq!(plan.writes[0].set["notes"], "fresh; daily, warm".into());
    assert_eq!(plan.writes[1].set["sponsor"], false.into());
}

#[test]
fn excels_unicode_text() {
    let (encoding, plan) = partners(include_bytes!("fixtures/csv/utf16.csv"));
    assert_eq!(encoding, Encoding::Utf16Le);
    assert_eq!(plan.writes[0].set["contact_name"], "Zoë Ångström".into());
    assert_eq!(plan.writes[0].set["address"].part("zip"), Some(&"06226".into()));
}

#[test]
fn ragged_rows() {
    let (_, plan) = partners(include_bytes!("fixtures/csv/ragged.csv"));
    assert_eq!(plan.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 6]);
    let extra = plan.problems.iter().find(|problem| problem.cell == "three | four").unwrap();
    assert_eq!((extra.line, extra.message.say(Lang::En).starts_with("This row has more cells")), (3, true));
    assert_eq!(plan.writes[0].set.keys().collect::<Vec<_>>(), ["name", "status"]);
}

#[test]
fn quotation_marks_within_and_without_end() {
    let (_, plan) = partners(include_bytes!("fixtures/csv/quotes.csv"));
    assert_eq!(names(&plan), ["The \"Corner\" Store", "Stray", "Next", "Quoted, too"]);
    assert_eq!(plan.writes[0].set["notes"], "She said \"come back\" and\nwe will".into());
    assert_eq!(plan.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [4]);
}

#[test]
fn carriage_returns_alone() {
    let (_, plan) = partners(include_bytes!("fixtures/csv/cr.csv"));
    assert_eq!(plan.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(names(&plan), ["One", "Three"]);
}

#[test]
fn cells_that_mean_harm_are_text() {
    let (_, plan) = partners(include_bytes!("fixtures/csv/hostile.csv"));
    let names = names(&plan);
    assert_eq!(names[0], "<img src=x onerror=alert(1)>");
    assert_eq!(names[1..3], ["🏮 Lantern 👩‍👩‍👧 Club", "مكتبة الحي"]);
    assert_eq!(names[4], "=HYPERLINK(\"http://example.org\",\"x\")");
    assert_eq!(plan.counts.left_out, 1, "the name of 10,000 letters");
    assert_eq!(plan.rows[1].outcome, RowOutcome::LeftOut);
    let said = said(&plan);
    assert!(said.iter().any(|(line, words)| *line == 3 && words.contains("has 10000 characters")), "{said:?}");
    assert!(said.iter().any(|(line, words)| *line == 6 && words.contains("the year 1023")), "{said:?}");
    assert!(said.iter().any(|(line, words)| *line == 7 && words.contains("“soon” is not a date")), "{said:?}");
    assert!(said.iter().any(|(line, words)| *line == 7 && words.contains("“not an address”")), "{said:?}");
    assert_eq!(plan.writes[4].set["notes"], "=1+1".into());
}

#[test]
fn the_template_with_a_heading() {
    let bytes = include_bytes!("fixtures/csv/heading.csv");
    let (_, plan) = partners(bytes);
    assert_eq!((plan.counts.new, plan.counts.linked), (2, 1));
    let school = &plan.writes[1].set;
    assert_eq!((&school["last_contact"], &school["contact_phone"]), (&"2026-03-04".into(), &"(860) 555-0100".into()));
    assert_eq!(plan.writes[2].set["contact_phone"], "+1 860 555 0199".into());
    assert_eq!(plan.writes[2].set["last_contact"], "2026-05-13".into());
    assert_eq!(said(&plan).iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 4, 5]);
    let mut book = Book::new(KINDS);
    carry_out(&mut book, &plan);
    assert_eq!(import(&book, &PARTNER, bytes).1.counts.same, 2);
}

/// Text as people, and others, write it.
fn texts() -> BoxedStrategy<String> {
    Union::new([
        "[A-Za-zéñ ,;\"'\r\n\t.=+@-]{0,12}".boxed(),
        "\\PC{0,8}".boxed(),
        proptest::sample::select(vec!["=1+1", "'=1", "-5", "+1 860 555 0100", "\0", "Yes", "🏮", "مكتبة", "<b>"])
            .prop_map(str::to_owned)
            .boxed(),
    ])
    .boxed()
}

/// What a field may hold: values that fit, and some that only a newer version or an accident can have put there.
fn values(field: &'static Field) -> BoxedStrategy<Value> {
    let keys: Vec<&str> = field.offered().iter().map(|choice| choice.key).chain(["newer_answer"]).collect();
    let fitting = match field.ty {
        FieldType::Choice(_) => proptest::sample::select(keys).prop_map(Value::from).boxed(),
        FieldType::Choices(_) => proptest::sample::subsequence(keys.clone(), 0..=keys.len())
            .prop_map(|keys| Value::List(keys.into_iter().map(Value::from).collect()))
            .boxed(),
        FieldType::Date => {
            (1000..2100, 1..=12, 1..=28).prop_map(|(y, m, d)| Value::Text(format!("{y}-{m:02}-{d:02}"))).boxed()
        }
        FieldType::DateTime => (1900..2100, 1..=12, 0..24)
            .prop_map(|(y, m, h)| Value::Text(format!("{y}-{m:02}-03T{h:02}:14:03-05:00")))
            .boxed(),
        FieldType::Number { min, max } if field.whole => {
            (min..=max).prop_map(|number| Value::Number(number.round())).boxed()
        }
        FieldType::Number { min, max } => (min..=max).prop_map(Value::Number).boxed(),
        FieldType::YesNo => any::<bool>().prop_map(Value::Bool).boxed(),
        FieldType::Link(_) => (0..6_u128).prop_map(|id| Value::Text(Id(id).to_string())).boxed(),
        FieldType::Address => proptest::collection::btree_map(
            proptest::sample::select([ADDRESS_PARTS.as_slice(), &["country"]].concat()).prop_map(str::to_owned),
            texts().prop_map(Value::Text),
            0..5,
        )
        .prop_map(Value::Map)
        .boxed(),
        FieldType::Place => (-90.0..90.0, -180.0..180.0, 0.0..50.0_f64)
            .prop_map(|(lat, lon, accuracy): (f64, f64, f64)| {
                let parts = [("lat", lat), ("lon", lon), ("accuracy", accuracy)];
                Value::Map(parts.map(|(name, number)| (name.to_owned(), Value::Number(number))).into())
            })
            .boxed(),
        FieldType::Photo => "data:image/jpeg;base64,[A-Za-z0-9+/]{4,40}".prop_map(Value::Text).boxed(),
        FieldType::Answers => proptest::collection::vec((texts(), texts(), any::<bool>()), 0..4)
            .prop_map(|answers| {
                let answer = |(at, (en, es, off))| Offered { key: format!("a_{at}"), en, es, off };
                offered::write(&answers.into_iter().enumerate().map(answer).collect::<Vec<_>>())
            })
            .boxed(),
        FieldType::Text | FieldType::LongText | FieldType::Phone | FieldType::Email => {
            texts().prop_map(Value::Text).boxed()
        }
    };
    let odd = Value::List(vec!["a".into(), Value::Map([("b".to_owned(), Value::Number(1.5))].into())]);
    prop_oneof![3 => Just(Value::Null), 16 => fitting, 1 => Just("?odd?".into()), 1 => Just(odd)].boxed()
}

fn records(kind: &'static Kind) -> BoxedStrategy<Vec<BTreeMap<String, Value>>> {
    let fields: Vec<_> =
        kind.fields().map(|field| values(field).prop_map(|value| (field.key.to_owned(), value))).collect();
    proptest::collection::vec(fields.prop_map(|fields| fields.into_iter().collect()), 0..5).boxed()
}

fn books() -> impl Strategy<Value = Book> {
    let shelves: Vec<_> = KINDS.iter().map(|kind| records(kind)).collect();
    shelves.prop_map(|shelves| {
        let mut book = Book::new(KINDS);
        for (kind, records) in KINDS.iter().zip(shelves) {
            for (id, fields) in records.into_iter().enumerate() {
                set(&mut book, kind.id, Id(id as u128), fields);
            }
        }
        book
    })
}

fn csv(book: &Book, kind: &'static Kind, lang: Lang, public_only: bool) -> Vec<u8> {
    let mut export = OfficeCsv::new(book, kind, lang, public_only);
    std::iter::from_fn(|| export.step().unwrap()).flatten().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn our_own_table_changes_nothing(book in books(), spanish in any::<bool>(), public_only in any::<bool>()) {
        for kind in [&PARTNER, &CONTACT, &STAFF] {
            let lang = if spanish { Lang::Es } else { Lang::En };
            let alive = book.records(kind.id).count();
            if alive == 0 {
                continue;
            }
            let (encoding, plan) = import(&book, kind, &csv(&book, kind, lang, public_only));
            prop_assert_eq!(encoding, Encoding::Utf8);
            prop_assert_eq!((plan.counts.same, &plan.writes), (alive, &vec![]), "{:?}", plan);
        }
    }

    #[test]
    fn what_was_imported_says_nothing_new(rows in proptest::collection::vec(proptest::collection::vec(texts(), 6), 1..6)) {
        let headers = ["Name", "Contact Name", "Library Staff Contact", "Street", "Notes", "Last Contact Date"];
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(headers).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let bytes = writer.into_inner().unwrap();
        if table::read(decode(&bytes).0).is_ok() {
            let (_, plan) = partners(&bytes);
            let mut book = Book::new(KINDS);
            carry_out(&mut book, &plan);
            let (_, again) = import(&book, &PARTNER, &bytes);
            prop_assert_eq!(again.counts.new, 0);
            prop_assert_eq!(again.counts.left_out, plan.counts.left_out);
            // A name that stands twice with different words goes back and forth within the file, and ends as it was.
            let repeats = plan.counts.changed > 0;
            prop_assert!(repeats || again.writes.is_empty(), "{again:?}");
        }
    }

    #[test]
    fn no_file_is_too_much(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if table::read(decode(&bytes).0).is_ok() {
            partners(&bytes);
        }
    }
}
