use super::*;
use crate::capabilities::kinds::KINDS;
use crate::formats::csv_import::columns::guess_columns;
use crate::model::date::Now;
use crate::model::field::Choice;
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
fn what_a_spreadsheet_did_to_a_cell_is_repaired_and_told_once_for_a_column() {
    let headers = ["Name", "Email", "ZIP code", "Phone", "Last contact"].map(str::to_owned);
    let mut reader = RowReader::new(&headers, &guess_columns(&PARTNER, &headers), Rc::new(NOW));
    let mut read = |cells: [&str; 5]| reader.read(2, &cells.map(str::to_owned));
    let row = read(["\u{200b}Quill\u{a0}Music", "tomas@quill.example\u{200b}", "6226", "8605550121.0", "45321"]);
    assert_eq!(row.values["name"], "Quill Music".into());
    assert_eq!(row.values["contact_email"], "tomas@quill.example".into());
    assert_eq!(row.values["address"].part("zip"), Some(&"06226".into()));
    assert_eq!(row.values["contact_phone"], "8605550121".into());
    assert_eq!(row.values["last_contact"], "2024-01-30".into());
    assert_eq!(row.problems.len(), 5, "{:?}", said(&row));
    assert!(row.problems.iter().all(|problem| problem.weight == Weight::Note));
    assert!(said(&row)[2].contains("“6226” is read as 06226"), "{:?}", said(&row));
    let again = read(["\u{200b}Harbor", "\u{200b}ana@harbor.example", "6280", "8605550122.0", "45322"]);
    assert_eq!((again.problems.len(), &again.values["name"]), (0, &"Harbor".into()));
}

#[test]
fn of_two_addresses_in_one_cell_the_second_is_told_in_every_row() {
    let headers = ["Name", "Email"].map(str::to_owned);
    let mut reader = RowReader::new(&headers, &guess_columns(&PARTNER, &headers), Rc::new(NOW));
    for cell in ["ana@example.org; bo@example.org", "ana@example.org;bo@example.org"] {
        let row = reader.read(2, &["A", cell].map(str::to_owned));
        assert_eq!(row.values["contact_email"], "ana@example.org".into());
        assert_eq!(said(&row).len(), 1);
        assert!(said(&row)[0].contains("Left out: bo@example.org"), "{:?}", said(&row));
        assert_eq!(row.problems[0].weight, Weight::Cell);
    }
}

#[test]
fn what_a_spreadsheet_destroyed_is_left_out_and_told() {
    let row = read(&["Name", "ZIP code", "Unit", "Phone", "Notes"], &["Ana", "6.23E+07", "2-Jan", "8.6E+09", "#REF!"]);
    assert_eq!(row.values.keys().copied().collect::<Vec<_>>(), ["name", "notes"]);
    assert!(said(&row)[0].contains("a spreadsheet shortened this number"), "{:?}", said(&row));
    assert_eq!(row.problems.len(), 3, "{:?}", said(&row));
}

#[test]
fn first_and_last_name_are_one_name_whichever_comes_first() {
    for (headers, cells) in [
        (["Organization", "First Name", "Last Name"], ["Harbor", "Odalys", "Freyre"]),
        (["Organization", "Last Name", "First Name"], ["Harbor", "Freyre", "Odalys"]),
    ] {
        let row = read(&headers, &cells);
        assert_eq!((row.values["contact_name"].clone(), row.problems.len()), ("Odalys Freyre".into(), 0));
    }
}

#[test]
fn a_column_that_shows_its_days_come_first_is_read_so() {
    let headers = ["Last contact".to_owned()];
    let rows: Vec<(u64, Vec<String>)> =
        ["25.03.2024", "05.03.2024"].iter().zip(2..).map(|(cell, line)| (line, vec![(*cell).to_owned()])).collect();
    let mut reader = RowReader::new(&headers, &guess_columns(&PARTNER, &headers), Rc::new(NOW));
    reader.learn(&rows);
    let read: Vec<ReadRow> = rows.iter().map(|(line, cells)| reader.read(*line, cells)).collect();
    assert_eq!(read[1].values["last_contact"], "2024-03-05".into());
}

#[test]
fn a_place_is_read_as_maps_copy_it() {
    for cell in ["41.7106° N, 72.2081° W", "41.7106,-72.2081", "41.7106 -72.2081"] {
        assert_eq!(read_place(cell).unwrap().part("lon"), Some(&Value::Number(-72.2081)), "{cell}");
    }
    let row = read(&["Latitude", "Longitude"], &["41.7106° N", "72.2081° W"]);
    assert_eq!(row.values.values().next().unwrap().part("lon"), Some(&Value::Number(-72.2081)));
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
