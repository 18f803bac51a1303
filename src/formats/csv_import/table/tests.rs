use super::scan::DELIMITERS;
use super::*;
use crate::model::text::Lang;
use proptest::prelude::*;

fn table(text: &str) -> Table {
    read(text.to_owned()).unwrap()
}

fn cells(table: &Table) -> Vec<(u64, Vec<&str>)> {
    table.rows.iter().map(|(line, cells)| (*line, cells.iter().map(String::as_str).collect())).collect()
}

fn said(table: &Table) -> Vec<(u64, String)> {
    table.problems.iter().map(|problem| (problem.line, problem.message.say(Lang::En))).collect()
}

#[test]
fn the_delimiter_is_found_outside_quotation_marks() {
    for text in [
        "Name,\"a;b;c\"\nAna,2",
        "Name;\"a,b,c\"\nAna;2",
        "Name\t\"a,b,c\"\nAna\t2",
        "Name|\"a,b,c\"\nAna|2",
        "sep=;\nName;a,b,c,d\nAna;2",
        "Partners of the library\nName;a\nAna;2",
    ] {
        assert_eq!(cells(&table(text))[0].1, ["Ana", "2"], "{text}");
    }
    assert_eq!(cells(&table("Name\nAna"))[0].1, ["Ana"]);
}

#[test]
fn every_line_ending_counts_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "1,\"x", "y\"", "", "2,", "3,z"].join(end);
        let table = table(&text);
        let multi = format!("x{end}y");
        assert_eq!(cells(&table), [(2, vec!["1", &multi]), (5, vec!["2", ""]), (6, vec!["3", "z"])], "{end:?}");
        assert_eq!(table.problems, []);
    }
}

#[test]
fn rows_that_do_not_fit_are_kept() {
    let table = table("a,b\n1\n1,2,,\n1,2,3,4\n , \n,,\n");
    assert_eq!(cells(&table), [(2, vec!["1", ""]), (3, vec!["1", "2"]), (4, vec!["1", "2"])]);
    assert_eq!(table.problems.len(), 1);
    assert_eq!((table.problems[0].line, table.problems[0].cell.as_str()), (4, "3 | 4"));
}

#[test]
fn an_open_quotation_mark_costs_one_line_at_most() {
    let table = table("a,b\n1,\"two\nlines\"\n2,\"open\n3,z\n4,\"\"\"q\"\"\"\n");
    assert_eq!(
        cells(&table),
        [(2, vec!["1", "two\nlines"]), (4, vec!["2", "open"]), (5, vec!["3", "z"]), (6, vec!["4", "\"q\""])]
    );
    assert_eq!(said(&table).len(), 1);
    assert!(said(&table)[0].1.starts_with("A quotation mark is opened here and never closed."));
    assert_eq!(said(&table)[0].0, 4);
}

#[test]
fn quotation_marks_without_end_do_end() {
    let text = format!("a,b\n{}", "x,\"\"\"y\n".repeat(500));
    assert!(!table(&text).rows.is_empty());
    let text = format!("a,b\n{}", "Bo,\"open\n".repeat(1_001));
    let table = table(&text);
    assert_eq!(table.rows.len(), MAX_MENDED, "beyond measure, lines are left out rather than taken together");
    let (line, last) = said(&table).pop().unwrap();
    assert!(line == 202 && last.starts_with("Only the rows above this line were read"), "{line}: {last}");
    assert_eq!(read("\"".to_owned()), Err(Unreadable::Empty));
}

#[test]
fn what_is_no_text_is_left_out_and_said() {
    let long = "x".repeat(MAX_LONG + 1);
    let table = table(&format!("a,b\nA\0na,1\nBo,{long}\n"));
    assert_eq!(cells(&table), [(2, vec!["Ana", "1"]), (3, vec!["Bo", ""])]);
    assert_eq!(table.problems.len(), 2);
    assert_eq!(table.problems[1].cell.chars().count(), 241, "of a long cell the start is enough");
}

#[test]
fn an_open_quotation_mark_in_a_large_file_costs_its_line_and_no_more() {
    // Each of these would make one cell of all the lines after it.
    for open in ["Bo,\"open", "\"Bo,open", "Bo,\"\"\"open"] {
        let text = format!("a,b\n{open}\n{}", "Ana,1\n".repeat(199_000));
        let table = table(&text);
        assert_eq!(table.rows.len(), 199_000 + usize::from(table.rows[0].1[0] != "Ana"), "{open}");
        assert!(table.rows.iter().rev().take(198_999).all(|(_, cells)| cells[0] == "Ana"), "{open}");
        let [(line, said)] = &*said(&table) else { panic!("{open}: {:?}", said(&table)) };
        assert!(*line == 2 && said.contains("not closed within 100000 characters"), "{open}: {said}");
    }
}

#[test]
fn a_cell_without_end_is_left_out_with_its_line_and_reading_goes_on() {
    for (text, first) in [
        (format!("a,b,c\nBo,{},x\nAna,1,2\n", "y".repeat(8 << 20)), vec!["Bo", "", ""]),
        (format!("a,b,c\nBo,\"{}\nAna,1,2\n", "y".repeat(8 << 20)), vec!["Bo", "", ""]),
    ] {
        let table = table(&text);
        assert_eq!(cells(&table), [(2, first), (3, vec!["Ana", "1", "2"])]);
        assert_eq!(table.problems.len(), 1);
        assert!(table.problems[0].cell.len() < 1_000, "a page shows the start of it");
        assert!(said(&table)[0].1.starts_with("A cell has far more than 100000 characters."));
    }
    let long = format!("\"{}\"", "é\n".repeat(50_000));
    assert_eq!(table(&format!("a,b\nBo,{long}\n")).problems, [], "what fits is taken");
    assert_eq!(read("x".repeat(8 << 20)), Err(Unreadable::Empty));
}

#[test]
fn a_heading_above_the_header_does_no_harm() {
    let table = table("Outreach Contacts 2026,,\n,,\nName,Phone,\nAna,1,\n");
    assert_eq!(table.headers, ["Name", "Phone", ""]);
    assert_eq!(cells(&table), [(4, vec!["Ana", "1", ""])]);
    assert_eq!(said(&table), [(1, "This line is above the header line and was skipped".to_owned())]);
}

#[test]
fn a_file_of_one_column_has_a_header_too() {
    let text = std::iter::once("Name".to_owned()).chain((0..30).map(|n| format!("Ana {n}")));
    let table = table(&text.collect::<Vec<_>>().join("\n"));
    assert_eq!((table.headers.as_slice(), table.rows.len()), (["Name".to_owned()].as_slice(), 30));
    assert_eq!(table.rows[0], (2, vec!["Ana 0".to_owned()]));
}

#[test]
fn columns_of_one_name_are_said_once() {
    assert_eq!(said(&table("a,b,a,a\n1,2,3,4")).len(), 1);
}

#[test]
fn files_without_rows_are_said_to_be_so() {
    for (text, why) in [
        ("", Unreadable::Empty),
        ("\n \r\n", Unreadable::Empty),
        (",,,\n", Unreadable::Empty),
        ("Name,Phone\n", Unreadable::NoRows),
        ("Name\n\n", Unreadable::NoRows),
    ] {
        assert_eq!(read(text.to_owned()), Err(why), "{text:?}");
    }
    assert_eq!(read("x".repeat(MAX_BYTES + 1)).map(|_| ()), Err(Unreadable::TooBig));
}

#[test]
fn a_hundred_thousand_rows_come_in_steps() {
    let text = format!("a,b\n{}", "Ana,1\n".repeat(100_000));
    let mut reader = TableReader::new(text).unwrap();
    let (mut steps, mut before) = (0, 0);
    while reader.step().unwrap() {
        steps += 1;
        assert!(reader.progress().done > before);
        before = reader.progress().done;
    }
    assert_eq!(steps, 200);
    assert_eq!(reader.progress().done, reader.progress().of);
    let raw = reader.finish().unwrap();
    assert_eq!((raw.rows.len(), raw.rows[100_000].0), (100_001, 100_001));
}

proptest! {
    #[test]
    fn a_table_that_was_written_is_read_equal(
        rows in proptest::collection::vec(proptest::collection::vec("[a-z,;\"'|\t\r\n é🏮]{0,6}", 3), 1..8),
        delimiter in proptest::sample::select(DELIMITERS.to_vec()),
        crlf in any::<bool>(),
    ) {
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(end).from_writer(Vec::new());
        writer.write_record(["first", "second", "third"]).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let kept: Vec<&Vec<String>> =
            rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        match read(text) {
            Ok(table) => {
                prop_assert_eq!(table.rows.iter().map(|(_, cells)| cells).collect::<Vec<_>>(), kept);
                prop_assert_eq!(table.problems, []);
            }
            Err(why) => prop_assert!(kept.is_empty() && why == Unreadable::NoRows),
        }
    }

    #[test]
    fn no_text_is_too_much(text in "[a,;\"|\t\r\n\0é=]{0,60}") {
        if let Ok(table) = read(text) {
            prop_assert!(table.rows.iter().all(|(_, cells)| cells.len() == table.headers.len()));
            prop_assert!(table.rows.is_sorted_by(|a, b| a.0 < b.0));
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}
