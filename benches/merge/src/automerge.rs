//! Automerge: a map of partners, and a counter for each item. Every edit is a change of its own, as every note is saved.

use crate::Told;
use crate::edits::{self, Chance, Edit, FIELDS, ITEMS, PARTNERS};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjType, ROOT, ReadDoc, ScalarValue, Value};
use std::time::Instant;

pub fn run(devices: u64, count: u64) -> Told {
    let mut base = AutoCommit::new();
    let partners = base.put_object(ROOT, "partners", ObjType::Map).unwrap();
    let items = base.put_object(ROOT, "items", ObjType::Map).unwrap();
    let mut chance = Chance::new(0);
    for partner in 0..PARTNERS {
        let record = base.put_object(&partners, partner.to_string(), ObjType::Map).unwrap();
        let texts = edits::texts(&mut chance);
        FIELDS.iter().zip(texts).for_each(|(field, text)| base.put(&record, *field, text).unwrap());
    }
    (0..ITEMS).for_each(|item| base.put(&items, item.to_string(), ScalarValue::counter(0)).unwrap());
    base.commit();
    let base = base.save();

    let begun = Instant::now();
    let sent: Vec<Vec<u8>> = (0..devices)
        .map(|device| {
            let mut doc = AutoCommit::load(&base).unwrap();
            let before = doc.get_heads();
            for edit in edits::of(device, count) {
                match edit {
                    Edit::Set { partner, field, text } => {
                        let (_, record) = doc.get(&partners, partner.to_string()).unwrap().unwrap();
                        doc.put(&record, FIELDS[field], text).unwrap();
                    }
                    Edit::New { partner, texts } => {
                        let record = doc.put_object(&partners, partner.to_string(), ObjType::Map).unwrap();
                        FIELDS.iter().zip(texts).for_each(|(field, text)| doc.put(&record, *field, text).unwrap());
                    }
                    Edit::Count { item, by } => doc.increment(&items, item.to_string(), by).unwrap(),
                }
                doc.commit();
            }
            doc.save_after(&before)
        })
        .collect();
    let wrote = begun.elapsed();

    let begun = Instant::now();
    let mut merged = AutoCommit::load(&base).unwrap();
    for bytes in &sent {
        merged.load_incremental(bytes).unwrap();
    }
    let merge = begun.elapsed();
    let begun = Instant::now();
    let stored = merged.save().len();
    let store = begun.elapsed();
    let counted = (0..ITEMS).map(|item| match merged.get(&items, item.to_string()).unwrap().unwrap().0 {
        Value::Scalar(value) => match value.as_ref() {
            ScalarValue::Counter(counter) => i64::from(counter),
            _ => 0,
        },
        Value::Object(_) => 0,
    });
    let counted = counted.sum();
    let records = merged.length(&partners) as u64;
    Told { wrote, sent: sent.iter().map(Vec::len).sum(), merge, store, stored, records, counted }
}
