//! Porchlight: notes go through a place, each is a command of its own, and what is counted is a movement. What comes is
//! proven by its hashes, merged, and stored with one transaction a slice.

use crate::Told;
use crate::edits::{self, Chance, Edit, FIELDS, ITEMS, PARTNERS};
use crate::place::Memory;
use futures_util::FutureExt;
use porchlight::capabilities;
use porchlight::exchange::sync::Agreed;
use porchlight::hubs::stock;
use porchlight::model::author::Author;
use porchlight::model::id::Id;
use porchlight::model::record_write::RecordWrite;
use porchlight::model::text::{Text, t};
use porchlight::model::value::Value;
use porchlight::ports::Role;
use porchlight::ui::capability;
use porchlight::work::command::Command;
use porchlight::work::job::Job;
use porchlight::work::memory::{MemoryStore, SeededIds, StillClock};
use porchlight::work::workspace::Workspace;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Instant;

const WRITTEN: Text = t("Written", "Escrito");
const HUB: Id = Id(1 << 80);

fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing to wait for")
}

fn tablet(seed: u64) -> (Workspace, Rc<MemoryStore>) {
    capability::declare(capabilities::ALL, capabilities::kinds::KINDS);
    let (store, clock) = (Rc::new(MemoryStore::default()), Rc::new(StillClock(Cell::new(1_795_356_840_000))));
    let ids = Rc::new(SeededIds(Cell::new(seed)));
    let work = now(Workspace::open(store.clone(), clock, ids, capability::registry(), &Job::quiet())).unwrap();
    now(work.set_role(Role::Writer)).unwrap();
    (work, store)
}

fn partner(at: u64) -> Id {
    Id(u128::from(at) + (1 << 64))
}

fn item(at: u64) -> Id {
    Id(u128::from(at) + (1 << 72))
}

fn row(at: u64, texts: [String; 4]) -> RecordWrite {
    let values = FIELDS.iter().zip(texts).map(|(field, text)| ((*field).to_owned(), Value::text(text)));
    ("partner", partner(at), values.collect())
}

fn write(work: &Workspace, rows: Vec<RecordWrite>) {
    now(work.run(Command::Write { label: WRITTEN.message(), rows })).unwrap();
}

fn sync(work: &Workspace, place: &Memory) {
    let agreed = Agreed { other_org: true, ..Agreed::default() };
    now(work.sync(place, "bench", agreed, &Job::quiet())).unwrap();
}

pub fn run(devices: u64, count: u64) -> Told {
    let base = Memory::default();
    let (first, _) = tablet(1);
    let named = |kind: &'static str, id: Id| (kind, id, [("name".to_owned(), Value::text("A name"))].into());
    let mut chance = Chance::new(0);
    let partners = (0..PARTNERS).map(|at| row(at, edits::texts(&mut chance)));
    write(&first, partners.chain((0..ITEMS).map(|at| named("item", item(at)))).chain([named("hub", HUB)]).collect());
    sync(&first, &base);
    let known = base.files.into_inner();

    let begun = Instant::now();
    let all = Memory::default();
    all.files.borrow_mut().extend(known.clone());
    for device in 0..devices {
        let (work, _) = tablet(1 + (device + 1) * 1_000_000);
        let place = Memory::default();
        place.files.borrow_mut().extend(known.clone());
        sync(&work, &place);
        for edit in edits::of(device, count) {
            let row = match edit {
                Edit::Set { partner: at, field, text } => {
                    ("partner", partner(at), [(FIELDS[field].to_owned(), Value::text(text))].into())
                }
                Edit::New { partner, texts } => row(partner, texts),
                Edit::Count { item: at, by } => {
                    let hand = Author { by: None, now: work.now() };
                    stock::movement(work.new_id(), "stocked", HUB, item(at), by, hand)
                }
            };
            write(&work, vec![row]);
        }
        sync(&work, &place);
        all.files.borrow_mut().extend(place.files.into_inner());
    }
    let wrote = begun.elapsed();
    let before: usize = known.values().map(Vec::len).sum();
    let sent = all.bytes() - before;

    let (merged, store) = tablet(999_999_999_999);
    let begun = Instant::now();
    sync(&merged, &all);
    let merge = begun.elapsed();
    let stored = store.contents().log.values().map(Vec::len).sum();
    let counted = (0..ITEMS).map(|at| merged.look(|book, index| stock::account(book, index, HUB, item(at))).on_hand);
    let counted = counted.sum();
    let records = merged.state().book.living("partner").count() as u64;
    Told { wrote, sent, merge, store: std::time::Duration::ZERO, stored, records, counted }
}
