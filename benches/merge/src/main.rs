//! Many devices write apart, and one that has heard of nothing merges what all of them wrote: Porchlight, Automerge and
//! Loro, on equal edits, each in a process of its own so that its memory is its own. Prints a table.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on may stop")]

mod automerge;
mod edits;
mod loro;
#[path = "../../made/place.rs"]
mod place;
mod porchlight;

use std::io::Write;
use std::process::Command;
use std::time::Duration;

/// What came of it.
struct Told {
    /// To write all edits, and make of them what travels.
    wrote: Duration,
    /// How many bytes travel.
    sent: usize,
    /// To merge what came.
    merge: Duration,
    /// To make of that what is stored, where merging has not done so.
    store: Duration,
    /// How many bytes are stored.
    stored: usize,
    /// How many partners there are, and how many items were counted: the same for all.
    records: u64,
    counted: i64,
}

/// The most memory this process has held, in megabytes.
fn peak_mb() -> u64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1_000
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, usual: u64| args.get(at).and_then(|arg| arg.parse().ok()).unwrap_or(usual);
    let (devices, count) = (number(0, 100), number(1, 1_000));
    let Some(who) = args.get(2) else { return compare(devices, count) };
    let told = match who.as_str() {
        "Porchlight" => porchlight::run(devices, count),
        "Automerge" => automerge::run(devices, count),
        _ => loro::run(devices, count),
    };
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    if let Ok(path) = std::env::var("PORCHLIGHT_FIGURES") {
        keep(&path, who, &told, ms(told.merge + told.store), devices * count);
    }
    println!(
        "| {who} | {:.0} | {:.1} | {:.0} | {:.0} | {:.1} | {} | {} | {} |",
        ms(told.wrote),
        told.sent as f64 / 1e6,
        ms(told.merge),
        ms(told.store),
        told.stored as f64 / 1e6,
        peak_mb(),
        told.records,
        told.counted,
    );
}

/// Adds to the figures of `make bench`, a line each.
fn keep(path: &str, who: &str, told: &Told, merged: f64, edits: u64) {
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).expect("the file of figures");
    let figures = [
        (format!("{edits} edits merged and stored by a new device"), merged, "ms"),
        ("… of bytes that came".to_owned(), told.sent as f64 / 1e6, "MB"),
        ("… of bytes that are stored".to_owned(), told.stored as f64 / 1e6, "MB"),
        ("… peak memory, with all that the devices wrote".to_owned(), peak_mb() as f64, "MB"),
        ("all of them written, each edit saved by itself".to_owned(), told.wrote.as_secs_f64() * 1e3, "ms"),
    ];
    for (what, value, unit) in figures {
        writeln!(
            file,
            "{{\"table\":\"merge\",\"who\":\"{who}\",\"what\":\"{what}\",\"value\":{value:.1},\"unit\":\"{unit}\"}}"
        )
        .expect("a line");
    }
}

fn compare(devices: u64, count: u64) {
    println!("{devices} devices write {count} edits each, apart; one that is new merges all of them.\n");
    println!(
        "| | written in ms | sent MB | merged in ms | stored in ms more | stored MB | peak memory MB | partners | counted |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let me = std::env::current_exe().expect("this program");
    for who in ["Porchlight", "Automerge", "Loro"] {
        let args = [devices.to_string(), count.to_string(), who.to_owned()];
        let told = Command::new(&me).args(args).output().expect("itself, again");
        match told.status.success() {
            true => print!("{}", String::from_utf8_lossy(&told.stdout)),
            false => {
                println!("| {who} | it ended: {} |", String::from_utf8_lossy(&told.stderr).lines().next().unwrap_or(""))
            }
        }
    }
}
