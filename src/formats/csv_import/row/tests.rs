use super::*;
use crate::capabilities::kinds::KINDS;
use crate::formats::csv_import::columns::guess_columns;
use crate::model::date::Now;
use crate::model::field::choice;
use crate::model::text::{Lang, t};
use crate::partners::kinds::contact::CONTACT;
use crate::partners::kinds::partner::PARTNER;
use proptest::prelude::*;

const NOW: Now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };

static HEADS: Field = Field::number("heads", 0.0, 10_000.0).label(t("Heads", "Personas"));
static MOODS: [Choice; 2] =
    [choice("very_good", t("Very good, thanks", "Muy bien, gracias")), choice("so_so", t("So so", "Más o menos"))];
static MOOD: Field = Field::choices("mood", &MOODS).label(t("Mood", "Ánimo"));

fn read(headers: &[&str], cells: &[&str]) -> ReadRow {
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let headers = own(headers);
    RowReader::new(&headers, &guess_columns(&PARTNER, &headers), Rc::new(NOW)).read(2, &own(cells))
}

fn said(row: &ReadRow) -> Vec<String> {
    row.problems.iter().map(|problem| problem.message.say(Lang::En)).collect()
}

#[test]
fn a_row_is_read_field_by_field() {
    let row = read(
        &["Name", "Type", "Preferred method", "Sponsor list", "Last contact", "Street", "City", "Staff", "Phone"],
        &[" Ana’s ", "ESCUELA", "E-mail, fax; Reuniones", "x", "January 5, 2026", "12 Main", "", "Bo", "'+1 860"],
    );
    assert_eq!(row.values["name"], "Ana’s".into());
    assert_eq!(row.values["type"], "school".into());
    assert_eq!(row.values["sponsor"], true.into());
    assert_eq!(row.values["last_contact"], "2026-01-05".into());
    assert_eq!(row.values["address"], Value::Map([("street".into(), "12 Main".into())].into()));
    assert_eq!(row.values["contact_phone"], "+1 860".into());
    assert_eq!(row.links["staff"], Named { column: Some("Staff".into()), name: "Bo".into() });
    assert_eq!(row.values["preferred_method"], Value::List(vec!["email".into(), "meeting".into()]));
    assert_eq!(said(&row), ["Partner’s Preferred Method of Contact: “fax” is not one of the answers"]);
}

#[test]
fn a_bad_cell_does_not_sink_its_row() {
    let row = read(
        &["Name", "Type", "Email", "Phone", "Last contact", "Sponsor list", "Latitude", "Longitude"],
        &["Ana", "Castle", "ana at home", "none", "01/01/0001", "perhaps", "41.7", ""],
    );
    assert_eq!(row.values.keys().copied().collect::<Vec<_>>(), ["name"]);
    assert_eq!(row.problems.len(), 6, "{:?}", said(&row));
    let email = &row.problems[1];
    assert_eq!((email.line, email.column.as_deref(), email.cell.as_str()), (2, Some("Email"), "ana at home"));
    assert!(said(&row)[3].contains("the year 1 is not possible"), "{:?}", said(&row));
}

#[test]
fn what_was_supposed_is_said_once_for_a_column() {
    let headers = vec!["Last contact".to_owned()];
    let mut reader = RowReader::new(&headers, &guess_columns(&PARTNER, &headers), Rc::new(NOW));
    let notes: Vec<usize> = ["3/4/2026", "4/5/2026", "25/3/2026", "2026-03-04"]
        .iter()
        .map(|cell| reader.read(2, &[(*cell).to_owned()]).problems.len())
        .collect();
    assert_eq!(notes, [1, 0, 1, 0]);
}

#[test]
fn several_columns_may_feed_one_long_text() {
    let headers = ["A".to_owned(), "B".to_owned(), "C".to_owned(), "D".to_owned()];
    let field = |key| PARTNER.field(key).map(Target::Field);
    let targets = [field("notes"), field("notes"), field("contact_name"), field("contact_name")];
    let row = RowReader::new(&headers, &targets, Rc::new(NOW)).read(2, &["one", "two", "Ana", "Bo"].map(str::to_owned));
    assert_eq!(row.values["notes"], "one\ntwo".into());
    assert_eq!(row.values["contact_name"], "Ana".into());
    assert_eq!(row.problems.len(), 1);
}

#[test]
fn a_choice_is_known_by_label_or_key() {
    for cell in ["very good, thanks", "MUY BIEN, GRACIAS", "very_good", "Very Good"] {
        assert_eq!(read_cell(&MOOD, cell, &NOW).value, Some(Value::List(vec!["very_good".into()])), "{cell}");
    }
    let both = read_cell(&MOOD, "Very good, thanks; so so", &NOW);
    assert_eq!(both.value, Some(Value::List(vec!["very_good".into(), "so_so".into()])));
    assert!(read_cell(&MOOD, "awful", &NOW).value.is_none());
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (cell, value) in
        [("12", 12.0), ("1,234", 1_234.0), ("1,234.5", 1_234.5), ("1.125", 1.125), ("$20", 20.0), ("0", 0.0)]
    {
        assert_eq!(read_cell(&HEADS, cell, &NOW).value, Some(Value::Number(value)), "{cell}");
    }
    for cell in ["inf", "NaN", "many", "12 people", "1,2,3", "3,5", "1e3", "-1", "10001", "", "-"] {
        let said = read_cell(&HEADS, cell, &NOW);
        assert!(said.value.is_none_or(|value| value.is_blank()), "{cell}");
    }
}

#[test]
fn a_place_is_latitude_and_longitude() {
    for cell in ["41.7, -72.2", "(41.7,-72.2)", "41.7;-72.2", "41.7 -72.2", "41,7; -72,2"] {
        assert_eq!(read_place(cell).unwrap().part("lon"), Some(&Value::Number(-72.2)), "{cell}");
    }
    for cell in ["here", "41.7", "NaN, 1", "1, inf"] {
        assert_eq!(read_place(cell), None, "{cell}");
    }
    assert!(read(&["Coordinates"], &["91, 0"]).values.is_empty());
}

proptest! {
    #[test]
    fn no_cell_is_too_much(cell in "\\PC{0,20}") {
        for field in PARTNER.fields().chain(CONTACT.fields()) {
            if let Some(value) = read_cell(field, cell.trim(), &NOW).value
                && !matches!(field.ty, FieldType::Link(_))
                && !value.is_blank()
            {
                prop_assert_eq!(check_field(field, Some(&value)), None);
            }
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}

#[test]
fn answers_that_an_earlier_version_wrote_are_known() {
    let lines = include_str!("../../../../tests/fixtures/csv/labels_of_0.1.tsv").lines().skip(1);
    let answers: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let mut known = 0;
    for line in answers.iter().filter(|line| !line[2].is_empty()) {
        let kind = KINDS.iter().find(|kind| kind.id == line[0]).unwrap();
        let field = kind.field(line[1]).unwrap();
        for said in &line[3..] {
            assert_eq!(
                find_answer(field, said).map(|answer| answer.key),
                Some(line[2]),
                "{} {}: {said}",
                line[0],
                line[1]
            );
            known += 1;
        }
    }
    assert!(known > 300, "{known}");
}
