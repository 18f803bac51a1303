//! Files as they come in: exports of other tablets, and a spreadsheet of addresses.

use super::{STREAM, written};
use porchlight::log::document::Writer;
use porchlight::log::hash::Sha;
use porchlight::log::line;
use porchlight::log::segment::{MOST, Segment};
use porchlight::model::id::{Id, Salt};
use porchlight::model::order;
use porchlight::model::record_write::RecordWrite;
use porchlight::model::value::Value;
use std::io::Write;

/// An export with so many partners, as another tablet would have made it.
pub fn partners(count: usize) -> Vec<u8> {
    export(count, super::partner)
}

/// An export of records numbered from one, as another tablet would have made it.
pub fn export(count: usize, row: impl Fn(usize) -> RecordWrite) -> Vec<u8> {
    let stream = STREAM;
    let (mut writer, mut before, mut out) = (Writer::default(), Sha::start_of(stream), Vec::new());
    for from in (1..=count).step_by(MOST) {
        let lines = (from..(from + MOST).min(count + 1))
            .map(|number| line::write(&written(number as u64, row(number)), Salt(number as u128)));
        let segment = Segment { stream, writer: stream, org: "bench".to_owned(), before, lines: lines.collect() };
        before = segment.after();
        out.extend(writer.segment(&segment));
    }
    out.extend(writer.finish());
    out
}

/// A list of addresses as a town gives it: so many doors on streets of a hundred, one street of four hundred.
pub fn addresses(count: usize) -> Vec<u8> {
    let mut out = b"House,Street,Unit,City,ZIP\n".to_vec();
    for door in 0..count {
        let (street, number) =
            if door < 400 { (0, door + 1) } else { ((door - 400) / 100 + 1, (door - 400) % 100 + 1) };
        let unit = if number % 25 == 0 { "APT 2" } else { "" };
        writeln!(out, "{number},NO STREET{street:03} AV,{unit},WILLIMANTIC,06226").unwrap();
    }
    out
}

/// Places that lend and give.
pub const HUBS: usize = 50;
/// What lies at each.
pub const ITEMS: usize = 200;
/// Three years: every item of every hub brought, taken and counted ten times.
pub const ROUNDS: usize = 10;

/// What lies at many hubs, and all that happened there.
pub fn hubs() -> Vec<u8> {
    let (hub, item) = (|at: usize| Id(1 << 70 | at as u128), |at: usize| Id(2 << 70 | at as u128));
    let (shelves, moved) = (HUBS * ITEMS, HUBS * ITEMS * ROUNDS * 3);
    let text = |id: Id| Value::Text(id.to_string());
    let movement = |at: usize| Id(4 << 70 | at as u128);
    export(HUBS + ITEMS + shelves + moved, move |number| {
        let at = number - 1;
        if at < HUBS {
            let fields = vec![
                ("name", Value::Text(format!("Hub {at:02}"))),
                ("zones", Value::Text("Table 1\nTable 2".to_owned())),
            ];
            return ("hub", hub(at), order::values(fields));
        }
        let at = at - HUBS;
        if at < ITEMS {
            return ("item", item(at), order::values([("name", Value::Text(format!("Item {at:03}")))]));
        }
        let at = at - ITEMS;
        if at < shelves {
            let fields = vec![
                ("hub", text(hub(at / ITEMS))),
                ("item", text(item(at % ITEMS))),
                ("zone", Value::Text(format!("Table {}", at % 2 + 1))),
                ("par", Value::Number(20.0)),
                ("minimum", Value::Number(5.0)),
            ];
            return ("shelf", Id(3 << 70 | at as u128), order::values(fields));
        }
        // As it happens: round after round, and in each every item is brought, taken and counted.
        let at = at - shelves;
        let (round, shelf, step) = (at / (shelves * 3), at / 3 % shelves, at % 3);
        let day = chrono::NaiveDate::from_ymd_opt(2023, 12, 1).unwrap()
            + chrono::Days::new(round as u64 * 108 + step as u64 * 30);
        let mut fields = vec![
            ("what", Value::Text(["stocked", "taken", "counted"][step].to_owned())),
            ("hub", text(hub(shelf / ITEMS))),
            ("item", text(item(shelf % ITEMS))),
            ("amount", Value::Number([18.0, 3.0, 12.0][step])),
            ("when", Value::Text(format!("{day}T12:00:00-05:00"))),
        ];
        if step == 2 {
            let before = (round > 0).then(|| at - shelves * 3);
            let seen = [Some(at - 2), Some(at - 1), before].into_iter().flatten().map(|at| movement(at).to_string());
            fields.push(("seen", Value::Text(seen.collect::<Vec<_>>().join("\n"))));
            fields.push(("was", Value::Number(if round == 0 { 15.0 } else { 27.0 })));
        }
        ("movement", movement(at), order::values(fields))
    })
}
