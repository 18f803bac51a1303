//! What syncing costs, natively, with stores and a place in memory: a first exchange, one more note, many tablets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]
#![allow(dead_code, reason = "what benches are made of is shared by several")]

mod made;

use async_trait::async_trait;
use futures_util::FutureExt;
use made::files::{Bytes, partners};
use made::place::Memory;
use porchlight::capabilities;
use porchlight::exchange::sync::{Agreed, Synced};
use porchlight::log::snapshot;
use porchlight::model::text::{Text, t};
use porchlight::ports::{Pace, Role};
use porchlight::ui::capability;
use porchlight::work::command::Command;
use porchlight::work::job::Job;
use porchlight::work::memory::{MemoryStore, SeededIds, StillClock};
use porchlight::work::workspace::Workspace;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

/// What a tablet’s notes are called.
const PARTNERS: Text = t("Partners", "Socios");
/// How many tablets meet, and how many notes each of them brings.
const TEAM: (u64, usize) = (200, 5_000);

fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing to wait for")
}

fn tablet(seed: u64) -> Workspace {
    capability::declare(capabilities::ALL, capabilities::kinds::KINDS);
    let (store, clock) = (Rc::new(MemoryStore::default()), Rc::new(StillClock(Cell::new(1_795_356_840_000))));
    let ids = Rc::new(SeededIds(Cell::new(seed)));
    let work = now(Workspace::open(store, clock, ids, capability::registry(), &Job::quiet())).unwrap();
    now(work.set_role(Role::Writer)).unwrap();
    work
}

/// A tablet on which so many notes were imported.
fn noted(seed: u64, count: usize) -> Workspace {
    let work = tablet(seed);
    let file = Bytes(partners(count));
    let incoming = now(work.read_export(&file, false, &Job::quiet())).unwrap();
    let agreed = incoming.preview.agreed();
    now(work.accept(incoming, agreed, &Job::quiet())).unwrap();
    work
}

fn sync(work: &Workspace, place: &Memory) -> Synced {
    let agreed = Agreed { other_org: true, ..Agreed::default() };
    now(work.sync(place, "bench", agreed, &Job::quiet())).unwrap()
}

/// Does something, and tells what it took of time and of the place.
fn tell(what: &str, place: &Memory, work: impl FnOnce() -> Synced) {
    let begun = Instant::now();
    place.calls.set(0);
    place.carried.set(0);
    let synced = work();
    println!(
        "| {what:<44} | {:>8.0} | {:>8} | {:>8} | {:>6} | {:>9.1} |",
        begun.elapsed().as_secs_f64() * 1e3,
        synced.went,
        synced.came,
        place.calls.get(),
        place.carried.get() as f64 / 1e3,
    );
}

/// Gives way to whoever else has something to do.
struct Breathing;

#[async_trait(?Send)]
impl Pace for Breathing {
    async fn pause(&self) {
        let mut waited = false;
        poll_fn(|_| if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
    }
}

/// Syncs while somebody writes one note after the other. Gives how long they waited for each.
fn taps_meanwhile(work: &Workspace, place: &Memory) -> Vec<Duration> {
    let (agreed, job) = (Agreed { other_org: true, ..Agreed::default() }, Job::new(Rc::new(Breathing), |_| {}));
    let mut syncing = pin!(work.sync(place, "bench", agreed, &job));
    let (mut context, mut waited) = (Context::from_waker(Waker::noop()), Vec::new());
    loop {
        let rows = vec![made::partner(500_000 + waited.len())];
        let mut tap = pin!(work.run(Command::Write { label: PARTNERS.message(), rows }));
        let begun = Instant::now();
        loop {
            if let Poll::Ready(done) = syncing.as_mut().poll(&mut context) {
                done.unwrap();
                return waited;
            }
            if let Poll::Ready(done) = tap.as_mut().poll(&mut context) {
                done.unwrap();
                break;
            }
        }
        waited.push(begun.elapsed());
    }
}

/// The most memory this process has held so far, in megabytes; none where the system does not say.
fn peak_mb() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = told.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1_000)
}

/// What whoever comes new fetches from a place to which a tablet synced again and again, and what a snapshot would be
/// beside that.
fn first_start() {
    let (place, a) = (Memory::default(), tablet(5));
    let (times, notes) = (2_000, 5);
    for at in 0..times {
        let rows = (0..notes).map(|one| made::partner(at * notes + one + 1)).collect();
        now(a.run(Command::Write { label: PARTNERS.message(), rows })).unwrap();
        sync(&a, &place);
    }
    let files = place.files.borrow().len();
    tell(&format!("{times} syncs of {notes} notes, {files} files: come"), &place, || sync(&tablet(1_000_009), &place));
    let work = noted(9, 100_000);
    let place = Memory::default();
    sync(&work, &place);
    let begun = Instant::now();
    let bytes = snapshot::write(&work.state().book).unwrap();
    let written = begun.elapsed();
    let (begun, size) = (Instant::now(), bytes.len());
    let read = snapshot::read(bytes, capabilities::kinds::KINDS).unwrap();
    assert_eq!(read.seen(), work.state().book.seen());
    println!(
        "| of these 100000: {:.1} MB of files; a snapshot has {:.1} MB, is written in {:.0} ms and read in {:.0} ms",
        place.bytes() as f64 / 1e6,
        size as f64 / 1e6,
        written.as_secs_f64() * 1e3,
        begun.elapsed().as_secs_f64() * 1e3,
    );
}

fn main() {
    println!("| syncing, natively, place in memory           |       ms |     went |     came |  calls |        KB |");
    println!("|---|---:|---:|---:|---:|---:|");
    for count in [1_000, 10_000, 100_000] {
        let place = Memory::default();
        let (a, b) = (noted(7, count), tablet(1_000_007));
        tell(&format!("{count} notes go"), &place, || sync(&a, &place));
        tell("… and come to a new tablet", &place, || sync(&b, &place));
        tell("nothing is new", &place, || sync(&a, &place));
        let first = a.state().book.living("partner").next().map(|record| record.id).unwrap();
        now(a.run(Command::Delete("partner", first))).unwrap();
        tell("one note goes", &place, || sync(&a, &place));
        tell("… and comes", &place, || sync(&b, &place));
        let mut waited = taps_meanwhile(&tablet(2_000_007), &place);
        waited.sort_unstable();
        let (longest, middle) = (waited.last().copied().unwrap_or_default(), waited[waited.len() / 2]);
        println!(
            "| a tap meanwhile, of {:<5}: longest, median   | {:>8.0} | {:>8.1} | | | |",
            waited.len(),
            longest.as_secs_f64() * 1e3,
            middle.as_secs_f64() * 1e3
        );
    }
    first_start();
    if std::env::args().any(|only| only == "short") {
        return;
    }
    // Every tablet has noted something of its own, and somebody new has all of it from the place alone.
    let (tablets, notes) = TEAM;
    let place = Memory::default();
    let begun = Instant::now();
    for number in 0..tablets {
        let work = tablet(1 + number * 1_000_000);
        let rows = (0..notes).map(|at| made::partner(number as usize * notes + at + 1)).collect();
        now(work.run(Command::Write { label: PARTNERS.message(), rows })).unwrap();
        let agreed = Agreed { other_org: true, ..Agreed::default() };
        // It puts its own there; what the others have is not what is measured.
        let alone = Memory::default();
        now(work.sync(&alone, "bench", agreed, &Job::quiet())).unwrap();
        let files = alone.files.into_inner();
        place.files.borrow_mut().extend(files.into_iter().filter(|(name, _)| number == 0 || name != "org.json"));
    }
    println!("\n{tablets} tablets with {notes} notes each, made in {:.0} s", begun.elapsed().as_secs_f64());
    println!("a place of {:.0} MB in {} files\n", place.bytes() as f64 / 1e6, place.files.borrow().len());
    let new = tablet(999_999_999_999);
    tell(&format!("{} notes of {tablets} tablets merge", tablets as usize * notes), &place, || sync(&new, &place));
    if let Some(peak) = peak_mb() {
        println!("\npeak memory, with the place: {peak} MB");
    }
}
