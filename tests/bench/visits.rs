//! The first visit and later ones, on a cheap tablet with a slow network: a processor four times slower, 1.6 Mbit a
//! second and 150 ms until an answer begins.
//!
//! The server holds back what it sends, so that it is slow for the service worker, too, and compresses as a good host
//! does. Connections themselves cost nothing here.

use crate::common::{PATIENCE, at, slow_down};
use crate::figures::{keep, ours};
use crate::server::link::Link;
use crate::server::manner::Manner;
use crate::tablet::{Site, Tablet};
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

const BITS_PER_SECOND: f64 = 1_600_000.0;
const LATENCY: Duration = Duration::from_millis(150);
const SLOWER: u32 = 4;
/// How many tablets visit for the first time, and how often each comes back.
const TABLETS: usize = 3;
const RETURNS: usize = 5;

/// What a person waits for, and how the page says when it was there, in milliseconds from the tap that opened it.
const MOMENTS: [(&str, &str); 3] = [
    ("first paint", "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"),
    ("usable", "window.usableAt"),
    ("ready for offline", "window.readyAt"),
];

/// The release build with its compressed files beside it.
fn packed() -> PathBuf {
    let folder = std::env::var_os("PORCHLIGHT_PACKED").map_or_else(|| PathBuf::from("target/packed"), PathBuf::from);
    assert!(folder.join("index.html").is_file(), "{} holds no build; run `make packed`", folder.display());
    folder
}

fn visit(tablet: &Tablet) -> [f64; MOMENTS.len()] {
    tablet.visit();
    MOMENTS.map(|(what, script)| {
        let there = tablet.until_within(PATIENCE, what, &format!("return {script} || null"), &[]);
        there.as_f64().unwrap()
    })
}

/// Tells the median of each moment of some visits.
fn tell(which: &str, visits: &[[f64; MOMENTS.len()]]) {
    for (moment, (what, _)) in MOMENTS.iter().enumerate() {
        let mut times: Vec<f64> = visits.iter().map(|visit| visit[moment]).collect();
        times.sort_by(f64::total_cmp);
        let value = at(&times, 0.5);
        println!("| {which:<34} | {what:<20} | {value:>10.1} ms |");
        keep(json!({ "table": "visits", "what": what, "who": ours(), "visit": which, "unit": "ms", "value": value }));
    }
}

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_to_visit() {
    let (mut first, mut second, mut later, mut received) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for _ in 0..TABLETS {
        let link = Arc::new(Link::new(BITS_PER_SECOND, LATENCY));
        let site = Site::open_in(packed(), "/", Manner { host: true, link: Some(link.clone()) });
        let tablet = Tablet::new(&site);
        let watch = json!({ "source": include_str!("watch_visit.js") });
        tablet.chromium("Page.addScriptToEvaluateOnNewDocument", watch);
        slow_down(&tablet, SLOWER);
        first.push(visit(&tablet));
        received = link.carried();
        tablet.press("Start");
        tablet.press("Continue without a name");
        tablet.saved();
        second.push(visit(&tablet));
        later.extend((0..RETURNS).map(|_| visit(&tablet)));
    }
    tell("the first visit", &first);
    let kilobytes = received as f64 / 1e3;
    println!("| {:<34} | {:<20} | {kilobytes:>10.1} KB |", "the first visit", "received");
    keep(
        json!({ "table": "visits", "what": "received, KB", "who": ours(), "visit": "the first visit", "unit": "KB", "value": kilobytes }),
    );
    tell("the second", &second);
    tell("later visits", &later);
}
