//! How fast much goes in and out, natively and with a store in memory, and how long the page would stand still meanwhile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot go on may stop")]

mod made;

use async_trait::async_trait;
use futures_util::FutureExt;
use made::files::{Bytes, addresses, hubs, partners};
use made::years::MOVEMENTS;
use porchlight::canvass::doors::{Said, entries_of_sheet, guess_parts};
use porchlight::capabilities;
use porchlight::exchange::table::read_sheet;
use porchlight::ports::{Pace, Role};
use porchlight::ui::capability;
use porchlight::work::job::Job;
use porchlight::work::memory::{MemoryStore, SeededIds, StillClock};
use porchlight::work::workspace::Workspace;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

const TIMES: usize = 3;
const DOORS: usize = 20_000;

/// Nothing in memory ever waits, so a future is done at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing to wait for")
}

/// How long this thread has worked; where the system does not say, how long it is since the start.
fn worked() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    // What other programs do meanwhile does not count.
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|told| told.split(' ').next()?.parse().ok());
    told.map_or_else(|| START.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

/// Breaks that last no time, and the longest stretch of work between two of them.
struct Slices {
    last: Cell<Duration>,
    longest: Cell<Duration>,
}

#[async_trait(?Send)]
impl Pace for Slices {
    async fn pause(&self) {
        self.note();
    }
}

impl Slices {
    fn begin() -> Rc<Slices> {
        Rc::new(Slices { last: Cell::new(worked()), longest: Cell::default() })
    }

    fn note(&self) {
        let now = worked();
        self.longest.set(self.longest.get().max(now - self.last.get()));
        self.last.set(now);
    }
}

/// The times of one kind of work.
#[derive(Default)]
struct Times(Vec<(f64, f64)>);

impl Times {
    /// Does the work, and notes how long it took and how long its longest slice was.
    fn note<T>(&mut self, work: impl FnOnce(&Job) -> T) -> T {
        let (begun, slices) = (worked(), Slices::begin());
        let result = work(&Job::new(slices.clone(), |_| {}));
        slices.note();
        let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
        self.0.push((milliseconds(worked() - begun), milliseconds(slices.longest.get())));
        result
    }

    fn tell(mut self, what: &str) {
        self.0.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (spent, longest) = self.0[self.0.len() / 2];
        println!("| {what:<48} | {spent:>10.1} | {longest:>13.1} |");
    }
}

fn tablet() -> Workspace {
    capability::declare(capabilities::ALL, capabilities::kinds::KINDS);
    let (store, clock) = (Rc::new(MemoryStore::default()), Rc::new(StillClock(Cell::new(1_795_356_840_000))));
    let ids = Rc::new(SeededIds(Cell::new(7)));
    let work = now(Workspace::open(store, clock, ids, capability::registry(), &Job::quiet())).unwrap();
    now(work.set_role(Role::Writer)).unwrap();
    work
}

/// Takes in an export, and makes another of what is then there.
fn in_and_out(what: &str, bytes: Vec<u8>) {
    let file = Bytes(bytes);
    let (mut reading, mut taking, mut exporting) = (Times::default(), Times::default(), Times::default());
    for _ in 0..TIMES {
        let work = tablet();
        let incoming = reading.note(|job| now(work.read_export(&file, false, job))).unwrap();
        let agreed = incoming.preview.agreed();
        taking.note(|job| now(work.accept(incoming, agreed, job))).unwrap();
        exporting.note(|job| now(work.export(job))).unwrap();
    }
    reading.tell(&format!("{what}, to the preview"));
    taking.tell("… taken in");
    exporting.tell("… exported");
}

fn main() {
    println!(
        "| {:<48} | {:>10} | {:>13} |\n|{:-<50}|{:->12}|{:->15}|",
        "milliseconds, median", "in all", "longest slice", "", ":", ":"
    );
    let wanted = |part: &str| std::env::args().nth(1).is_none_or(|only| only.starts_with('-') || only == part);
    if wanted("partners") {
        in_and_out("100000 partners", partners(100_000));
    }
    if wanted("movements") {
        in_and_out(&format!("{MOVEMENTS} movements"), hubs());
    }
    if wanted("addresses") {
        let file = Bytes(addresses(DOORS));
        let (mut reading, mut planning, mut taking) = (Times::default(), Times::default(), Times::default());
        for _ in 0..TIMES {
            let work = tablet();
            let sheet = reading.note(|job| now(read_sheet(&file, job))).unwrap();
            let plan = planning.note(|job| {
                let entries = now(entries_of_sheet(&sheet, &guess_parts(&sheet), job)).unwrap();
                let said = Said { list: "Voters".to_owned(), ..Said::default() };
                now(work.plan_doors(entries, &said, job)).unwrap()
            });
            taking.note(|job| now(work.take_in_doors(&plan, job))).unwrap();
        }
        reading.tell(&format!("{DOORS} addresses, read"));
        planning.tell("… to the preview");
        taking.tell("… taken in");
    }
}
