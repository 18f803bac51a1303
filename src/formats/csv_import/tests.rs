//! The whole way of a file, from bytes to a plan: it never panics, and no cell is lost without a word.

use super::decode::decode;
use super::heading::{find, lay};
use super::plan::{Import, ImportPlan, Namesakes};
use super::table::{Table, TableReader};
use crate::capabilities::kinds::KINDS;
use crate::formats::columns::Target;
use crate::formats::csv_import::columns::guess_columns;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::testing::cases;
use crate::model::text::Lang;
use crate::partners::kinds::partner::PARTNER;
use proptest::prelude::*;
use std::rc::Rc;

const NOW: Now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };

fn table(bytes: &[u8]) -> Option<Table> {
    let mut reader = TableReader::new(decode(bytes).0).ok()?;
    while reader.step().ok()? {}
    let raw = reader.finish().ok()?;
    Some(lay(&raw, find(&raw.rows)))
}

fn plan(kind: &'static Kind, table: Table, targets: &[Option<Target>]) -> ImportPlan {
    let mut import = Import::new(&Book::new(KINDS), kind, table, targets, Rc::new(NOW), Namesakes::Told);
    let mut next = 0;
    while import.step(|| {
        next += 1;
        Id(next)
    }) {}
    import.finish()
}

/// All that a person sees of a file, or that is stored of it.
fn seen(table: &Table, targets: &[Option<Target>], plan: &ImportPlan) -> String {
    let mut seen = format!("{:?} {:?} {:?}", table.headers, plan.writes, plan.rows);
    for problem in &plan.problems {
        seen.push_str(&problem.message.say(Lang::En));
        seen.push_str(&problem.cell);
    }
    // Columns that nobody chose a field for are named above the rows.
    for (_, cells) in &table.rows {
        let left = cells.iter().zip(targets).filter(|(_, target)| target.is_none());
        left.for_each(|(cell, _)| seen.push_str(cell));
    }
    seen
}

/// A way to write text as bytes.
fn encoded(text: &str, way: usize) -> Vec<u8> {
    let units = |mark: bool| format!("{}{text}", if mark { "\u{feff}" } else { "" });
    match way {
        0 => text.as_bytes().to_vec(),
        1 => units(true).into_bytes(),
        2 | 3 => units(way == 2).encode_utf16().flat_map(u16::to_le_bytes).collect(),
        4 | 5 => units(way == 4).encode_utf16().flat_map(u16::to_be_bytes).collect(),
        // What is not ASCII is an é of Windows, of a Mac, of DOS.
        _ => text.chars().map(|c| if c.is_ascii() { c as u8 } else { [0xe9, 0x8e, 0x82][way - 6] }).collect(),
    }
}

/// What surrounds the word of a cell by which it is found again.
fn around() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "",
        "",
        " ",
        "é",
        "12 ",
        "5/3/2026 ",
        "860-555-0100 x",
        "a@b.example ",
        "\"",
        "\n",
        ", ",
        "; ",
        "'",
        "=",
        "+1 ",
        "6226 ",
        "::: ",
        "x\u{200b}",
        "\u{a0}",
        "Yes ",
        "#",
        "-",
    ])
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_cell_is_lost_without_a_word(
        rows in prop::collection::vec(prop::collection::vec((around(), around(), any::<bool>()), 0..9), 1..9),
        names in prop::collection::vec(prop::sample::select(vec![
            "Name", "Phone", "Email", "Notes", "City", "Zip", "Street", "Last Contact Date", "Type", "Status", "Staff",
            "First Name", "Last Name", "Latitude", "Longitude", "Party", "", "Porchlight ID", "Partner/Company", "Email",
        ]), 0..9),
        same in any::<bool>(),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        way in 0..9_usize,
    ) {
        let mut words = Vec::new();
        let mut lines = vec![names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>()];
        for (at, row) in rows.iter().enumerate() {
            let cell = |(to, (before, after, filled)): (usize, &(&str, &str, bool))| {
                // A name that several rows bear, so that they are one.
                let word = if same && to == 0 { "qsameq".to_owned() } else { format!("q{}q{}q", at, to) };
                let text = if *filled { format!("{before}{word}{after}") } else { String::new() };
                (word, text)
            };
            let cells: Vec<(String, String)> = row.iter().enumerate().map(cell).collect();
            words.extend(cells.iter().filter(|(_, text)| !text.is_empty()).map(|(word, _)| word.clone()));
            lines.push(cells.into_iter().map(|(_, text)| text).collect());
        }
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let bare = |cell: &String| cell.contains([',', ';', '\t', '|', '"', '\n', '\r']);
        let line = |cells: &Vec<String>| {
            let cells: Vec<String> = cells.iter().map(|cell| if bare(cell) { quoted(cell) } else { cell.clone() }).collect();
            cells.join(std::str::from_utf8(&[delimiter]).unwrap())
        };
        let text = lines.iter().map(line).collect::<Vec<_>>().join(end);
        let Some(table) = table(&encoded(&text, way)) else {
            prop_assert!(words.is_empty(), "{text:?} is said to be no table");
            return Ok(());
        };
        let targets = guess_columns(&PARTNER, &table.headers);
        let plan = plan(&PARTNER, table.clone(), &targets);
        let seen = seen(&table, &targets, &plan);
        for word in words {
            prop_assert!(seen.contains(&word), "{word} of {text:?} is nowhere: {seen}");
        }
    }

    #[test]
    fn no_bytes_are_too_much_for_any_kind(
        bytes in prop::collection::vec(prop::sample::select(b"Name,Phone;Zip\t|\"\n\r\0 12-/.@:x\xe9\xff\xfe\x8e".to_vec()), 0..120),
        kind in 0..KINDS.len(),
        shift in 0..7_usize,
    ) {
        let kind = KINDS[kind];
        let Some(table) = table(&bytes) else { return Ok(()) };
        let offered = Target::offered(kind);
        let targets: Vec<Option<Target>> =
            (0..table.headers.len()).map(|at| offered.get((at * 3 + shift) % (offered.len() + 1)).copied()).collect();
        let rows = table.rows.len();
        let plan = plan(kind, table, &targets);
        prop_assert_eq!(plan.rows.len(), rows);
    }
}
