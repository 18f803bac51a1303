//! What taking in a source would do, before anything is done; and the whole directory as tables.

use super::kept::{Changed, Groups, Identities, Kept, restore, uuid};
use super::reading::Read;
use super::writing::{self, Values};
use crate::formats::hsds::tables::Tables;
use crate::model::book::Book;
use crate::model::date;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::services::kinds::organization::ORGANIZATION;
use crate::services::kinds::service::{SERVICE, fields as service};
use crate::services::kinds::site::{SITE, fields as site};
use crate::services::kinds::verification::{NOT_REACHED, last_checks};
use crate::services::public::keeps_address_private;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// The fields that are kept beside a record, and that nobody is shown as a change.
const BESIDE: [&str; 4] = ["kept", "source", "source_id", service::MIDNIGHT.key()];

/// What a source has of a record that is here, and otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The record.
    pub id: Id,
    /// Its kind.
    pub kind: &'static str,
    /// The fields that differ: the key, what stands here, what the source has; none where it has nothing.
    pub fields: Vec<(String, Option<Value>, Option<Value>)>,
    /// On which day the team last verified it, if it did after the source.
    pub verified: Option<NaiveDate>,
}

/// What taking in a source would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What is not here yet.
    pub new: Vec<Read>,
    /// What is here otherwise.
    pub changed: Vec<Change>,
    /// How many are here as they are.
    pub same: usize,
    /// How many were deleted here, and stay deleted.
    pub deleted: usize,
    reads: BTreeMap<Id, Values>,
    /// When the team last reached each service.
    reached: HashMap<Id, NaiveDate>,
}

impl Plan {
    /// Compares what a source has with the book. What the source does not have is left alone, here and there.
    pub fn of(book: &Book, reads: Vec<Read>) -> Plan {
        let mut plan = Plan::begin(book);
        plan.add(book, reads);
        plan
    }

    /// Begins to compare.
    pub fn begin(book: &Book) -> Plan {
        let reached = last_checks(book, |result| result != Some(NOT_REACHED));
        Plan { reached, ..Plan::default() }
    }

    /// Compares some more of what a source has.
    pub fn add(&mut self, book: &Book, reads: Vec<Read>) {
        for read in reads {
            let Some(record) = book.record(read.kind, read.id) else {
                self.new.push(read);
                continue;
            };
            if book.alive(read.kind, read.id).is_none() {
                self.deleted += 1;
                continue;
            }
            let fields = differences(record, &read.values);
            if fields.is_empty() && record.get("kept") == read.values.get("kept") {
                self.same += 1;
                continue;
            }
            let change = Change { id: read.id, kind: read.kind, verified: self.verified(record), fields };
            self.reads.insert(read.id, read.values);
            self.changed.push(change);
        }
    }

    /// When the team last reached them, if that was after the source did.
    fn verified(&self, record: &Record) -> Option<NaiveDate> {
        let of = if *record.kind == *SITE.id { site::SERVICE.of(record)? } else { record.id };
        let source = service::ASSURED_ON.of(record).and_then(date::day_of);
        self.reached.get(&of).copied().filter(|last| source.is_none_or(|source| source < *last))
    }

    /// What to write: all that is new, and of what is here otherwise what `taken` says. What is not taken stays as it is,
    /// with what its source said before.
    pub fn rows(&self, taken: impl Fn(&Change) -> bool) -> Vec<RecordWrite> {
        let new = self.new.iter().map(|read| (read.kind, read.id, read.values.clone()));
        let changed = self.changed.iter().filter(|change| taken(change)).filter_map(|change| {
            let values = self.reads.get(&change.id)?;
            let mut set: Values = order::map(
                change.fields.iter().map(|(key, _, theirs)| (key.clone(), theirs.clone().unwrap_or(Value::Null))),
            );
            let beside = BESIDE.iter().filter_map(|key| Some(((*key).to_owned(), values.get(*key)?.clone())));
            set.extend(beside);
            Some((change.kind, change.id, set))
        });
        new.chain(changed).collect()
    }
}

/// The fields that a source has otherwise than they stand here. Of what it says nothing about it had nothing before, either,
/// unless it was the source that said it.
fn differences(record: &Record, theirs: &Values) -> Vec<(String, Option<Value>, Option<Value>)> {
    let compared = theirs.iter().filter(|(key, _)| !BESIDE.contains(&key.as_str()));
    let differs = compared.filter(|(key, value)| record.get(key) != Some(value));
    differs.map(|(key, value)| (key.clone(), record.get(key).cloned(), Some(value.clone()))).collect()
}

/// The whole directory as tables of HSDS 3.0.
pub fn tables(book: &Book) -> Tables {
    let mut tables = Tables::default();
    let named = |record: &Record| record.text("source_id").map_or_else(|| uuid(record.id), str::to_owned);
    for record in book.living(ORGANIZATION.id) {
        let (values, kept) = told(record);
        add(&mut tables, record, &values, &writing::organization(&values), named(record), (BTreeMap::new(), &kept));
    }
    for record in book.living(SERVICE.id) {
        let (mut values, kept) = told(record);
        let organization =
            writing::linked(&values, service::ORGANIZATION.key()).and_then(|id| book.alive(ORGANIZATION.id, id));
        if organization.is_none() {
            values.remove(service::ORGANIZATION.key());
        }
        let links = organization.map(|record| ("organization", named(record))).into_iter().collect();
        add(&mut tables, record, &values, &writing::service(&values), named(record), (links, &kept));
    }
    for record in book.living(SITE.id) {
        let (values, kept) = told(record);
        let Some(of) = site::SERVICE.of(record).and_then(|id| book.alive(SERVICE.id, id)) else { continue };
        let links = BTreeMap::from([("service", named(of))]);
        add(&mut tables, record, &values, &writing::site(&values), named(record), (links, &kept));
    }
    tables
}

/// The fields of a record and what is kept beside them.
fn told(record: &Record) -> (Values, Kept) {
    let mut values: Values = order::map(
        record
            .slots()
            .filter(|(_, slot)| slot.value != Value::Null)
            .map(|(key, slot)| (key.to_string(), slot.value.clone())),
    );
    // Also where the value that stands is another tablet's “no”.
    if keeps_address_private(record) {
        values.insert(service::ADDRESS_PRIVATE.key().to_owned(), Value::Bool(true));
    }
    let kept = Kept::read(record.text("kept"));
    (values, kept)
}

fn add(
    tables: &mut Tables,
    record: &Record,
    values: &Values,
    written: &Groups,
    own: String,
    (links, kept): (BTreeMap<&'static str, String>, &Kept),
) {
    let who = Identities { own, links, kept, record: record.id };
    let changed = |part: &str| match part {
        "service" | "organization" | "site" | "place" | "rest" => Changed::StaysBeside,
        "phone" | "needs" => Changed::RowsStay,
        _ => Changed::Goes,
    };
    let private = writing::is_private(values);
    for (table, mut row) in restore(written, &who, changed) {
        // Whatever the source had: what stays private leaves by no way.
        if private && table == "address" {
            continue;
        }
        if private && table == "location" {
            ["latitude", "longitude"].iter().for_each(|column| _ = row.remove(*column));
        }
        tables.add(&table, row);
    }
}
