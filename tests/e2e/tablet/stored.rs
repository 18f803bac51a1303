//! What the database of a tablet holds, read out past the app and proven without it.

use super::{Tablet, from_base64};
use porchlight::capabilities::kinds::KINDS;
use porchlight::log::hash::Sha;
use porchlight::log::segment::Segment;
use porchlight::log::snapshot;
use porchlight::model::book::Book;
use porchlight::model::draft::Draft;
use porchlight::model::record::Record;
use porchlight::model::stamp::Stream;
use porchlight::ports::SegmentKey;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// Everything there is, in one transaction, so that it fits together.
const READ: &str = "
    const done = arguments[arguments.length - 1];
    const letters = (bytes) => {
        let all = '';
        for (let at = 0; at < bytes.length; at += 0x4000) all += String.fromCharCode(...bytes.subarray(at, at + 0x4000));
        return btoa(all);
    };
    const opening = indexedDB.open('porchlight');
    opening.onerror = () => done(String(opening.error));
    opening.onsuccess = () => {
        const stores = ['log', 'meta', 'snapshot', 'blobs'];
        const transaction = opening.result.transaction(stores);
        const asked = stores.map((name) => {
            const store = transaction.objectStore(name);
            return [name, store.getAllKeys(), store.getAll()];
        });
        transaction.onabort = () => done(String(transaction.error));
        transaction.oncomplete = () => {
            opening.result.close();
            const rows = ([name, keys, values]) => [name, keys.result.map((key, at) => [key, letters(values.result[at])])];
            done(Object.fromEntries(asked.map(rows)));
        };
    };";

/// What the database of a tablet holds.
pub struct Stored {
    /// The segments of the log, in the order of their names.
    pub log: Vec<(SegmentKey, Vec<u8>)>,
    /// Small things by name.
    pub meta: BTreeMap<String, Vec<u8>>,
    /// The snapshot, if there is one.
    pub snapshot: Option<Vec<u8>>,
    /// Large things by name.
    pub blobs: BTreeMap<String, Vec<u8>>,
}

impl Stored {
    /// Reads it out of the page that is open.
    pub fn of(tablet: &Tablet) -> Stored {
        let read = tablet.run_for(Duration::from_secs(120), READ, &[]);
        let rows = |name: &str| {
            let rows = read[name].as_array().unwrap_or_else(|| tablet.fail("reading the database", &read.to_string()));
            rows.iter().map(|row| (row[0].clone(), from_base64(row[1].as_str().unwrap())))
        };
        let named = |name| rows(name).map(|(key, bytes)| (key.as_str().unwrap().to_owned(), bytes)).collect();
        let key_of = |key: &Value| SegmentKey {
            stream: Stream { dev: key[0].as_str().unwrap().parse().unwrap(), epoch: key[1].as_f64().unwrap() as u32 },
            first: key[2].as_f64().unwrap() as u64,
        };
        Stored {
            log: rows("log").map(|(key, bytes)| (key_of(&key), bytes)).collect(),
            meta: named("meta"),
            snapshot: rows("snapshot").next().map(|(_, bytes)| bytes),
            blobs: named("blobs"),
        }
    }

    /// Proves every hash, every number and every chain, and replays the log; the snapshot has to say the same of what
    /// it covers.
    ///
    /// # Errors
    /// What does not hold.
    pub fn prove(&self) -> Result<Book, String> {
        let mut ends: BTreeMap<Stream, (u64, Sha)> = BTreeMap::new();
        let (mut book, mut all) = (Book::new(KINDS), Vec::new());
        for (key, bytes) in &self.log {
            let (segment, ops) = Segment::from_bytes(bytes).map_err(|error| format!("{key:?}: {error}"))?;
            if segment.key() != *key {
                return Err(format!("{key:?} holds {:?}", segment.key()));
            }
            let start = (0, segment.fork().unwrap_or_else(|| Sha::start_of(segment.stream)));
            let (last, chain) = ends.get(&key.stream).copied().unwrap_or(start);
            let begins = last == 0 && segment.stream != segment.writer;
            if !begins && segment.first() != last + 1 {
                return Err(format!("{key:?} follows number {last}"));
            }
            if segment.before != chain {
                return Err(format!("{key:?} does not follow the chain before it"));
            }
            ends.insert(key.stream, (segment.last(), segment.after()));
            if ops.iter().any(|op| !book.absorb(op)) {
                return Err(format!("{key:?} holds an operation that is there already"));
            }
            all.extend(ops);
        }
        if let Some(read) = self.snapshot.clone() {
            let covered = snapshot::read(read, KINDS).ok_or("the snapshot cannot be read")?;
            let mut same = Book::new(KINDS);
            let known = all.iter().filter(|op| covered.seen().contains(op.stream, op.seq));
            same.apply_all(known);
            if snapshot::state_hash(&same) != snapshot::state_hash(&covered) {
                return Err("the snapshot says something else than the log".to_owned());
            }
        }
        Ok(book)
    }

    /// The drafts.
    pub fn drafts(&self) -> Vec<Draft> {
        let drafts = self.meta.iter().filter(|(name, _)| name.starts_with(Draft::META_PREFIX));
        drafts
            .map(|(name, bytes)| serde_json::from_slice(bytes).unwrap_or_else(|why| panic!("{name}: {why}")))
            .collect()
    }

    /// Drafts of new records that are there already.
    pub fn ghosts(&self, book: &Book) -> Vec<Draft> {
        let done = |draft: &Draft| draft.new && book.record(&draft.kind, draft.id).is_some();
        self.drafts().into_iter().filter(done).collect()
    }

    /// Where these words stand.
    pub fn holding(&self, words: &str) -> Vec<String> {
        let holds = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words.as_bytes());
        let log = self.log.iter().map(|(key, bytes)| (format!("{key:?}"), bytes));
        let small = self.meta.iter().chain(&self.blobs).map(|(name, bytes)| (name.clone(), bytes));
        let snapshot = self.snapshot.iter().map(|bytes| ("the snapshot".to_owned(), bytes));
        log.chain(small).chain(snapshot).filter(|(_, bytes)| holds(bytes)).map(|(name, _)| name).collect()
    }
}

/// The records of a kind that are there to be seen and hold this in a field.
pub fn with<'a>(book: &'a Book, kind: &str, key: &'a str, words: &'a str) -> impl Iterator<Item = &'a Arc<Record>> {
    book.records(kind).filter(move |record| record.is_alive() && record.text(key) == Some(words))
}
