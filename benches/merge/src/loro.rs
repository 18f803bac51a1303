//! Loro: a map of partners, and a counter for each item. Every edit is a commit of its own, as every note is saved.

use crate::Told;
use crate::edits::{self, Chance, Edit, FIELDS, ITEMS, PARTNERS};
use loro::{ExportMode, LoroCounter, LoroDoc, LoroMap, ValueOrContainer};
use std::time::Instant;

/// The record of a partner that is known.
fn record(doc: &LoroDoc, partner: u64) -> LoroMap {
    let found = doc.get_map("partners").get(&partner.to_string()).expect("a record");
    found.into_container().and_then(|found| found.into_map().map_err(ValueOrContainer::Container)).expect("a map")
}

fn item(doc: &LoroDoc, item: u64) -> LoroCounter {
    doc.get_counter(format!("item {item}"))
}

fn write(doc: &LoroDoc, partner: u64, texts: [String; 4]) {
    let record = doc.get_map("partners").insert_container(&partner.to_string(), LoroMap::new()).unwrap();
    FIELDS.iter().zip(texts).for_each(|(field, text)| record.insert(field, text).unwrap());
}

pub fn run(devices: u64, count: u64) -> Told {
    let base = LoroDoc::new();
    let mut chance = Chance::new(0);
    (0..PARTNERS).for_each(|partner| write(&base, partner, edits::texts(&mut chance)));
    base.commit();
    let known = base.export(ExportMode::Snapshot).unwrap();

    let begun = Instant::now();
    let sent: Vec<Vec<u8>> = (0..devices)
        .map(|device| {
            let doc = LoroDoc::new();
            doc.import(&known).unwrap();
            let before = doc.oplog_vv();
            for edit in edits::of(device, count) {
                match edit {
                    Edit::Set { partner, field, text } => record(&doc, partner).insert(FIELDS[field], text).unwrap(),
                    Edit::New { partner, texts } => write(&doc, partner, texts),
                    Edit::Count { item: at, by } => item(&doc, at).increment(by as f64).unwrap(),
                }
                doc.commit();
            }
            doc.export(ExportMode::updates(&before)).unwrap()
        })
        .collect();
    let wrote = begun.elapsed();

    let begun = Instant::now();
    let merged = LoroDoc::new();
    merged.import(&known).unwrap();
    merged.import_batch(&sent).unwrap();
    let merge = begun.elapsed();
    let begun = Instant::now();
    let stored = merged.export(ExportMode::Snapshot).unwrap().len();
    let store = begun.elapsed();
    let counted = (0..ITEMS).map(|at| item(&merged, at).get_value() as i64).sum();
    let records = merged.get_map("partners").len() as u64;
    Told { wrote, sent: sent.iter().map(Vec::len).sum(), merge, store, stored, records, counted }
}
