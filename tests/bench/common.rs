//! What several measurements need: files as another tablet would have made them, and the time a tap takes.

use crate::made::files::export;
use crate::tablet::Tablet;
use porchlight::model::record_write::RecordWrite;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Long work gets this long.
pub const PATIENCE: Duration = Duration::from_secs(300);

/// An export of records numbered from one, as another tablet would have made it.
pub fn write_export(file: &Path, count: usize, row: impl Fn(usize) -> RecordWrite) {
    std::fs::write(file, export(count, row)).unwrap();
}

/// Takes in a file; how many milliseconds reading it and taking it in took.
pub fn import(tablet: &Tablet, file: &Path) -> (f64, f64) {
    let milliseconds = |since: Instant| since.elapsed().as_secs_f64() * 1e3;
    tablet.import(file);
    let reading = Instant::now();
    tablet.until_within(PATIENCE, "the preview", "return pressable('Import').length > 0", &[]);
    let read = milliseconds(reading);
    tablet.press("Import");
    let taking = Instant::now();
    tablet.until_within(PATIENCE, "the notes being taken in", "return text().includes('imported from')", &[]);
    (read, milliseconds(taking))
}

/// How many milliseconds a tap takes, until the page says so and has been painted.
pub fn timed(tablet: &Tablet, tap: &str, seen: &str) -> f64 {
    tablet.run_for(PATIENCE, include_str!("tap.js"), &[json!(tap), json!(seen)]).as_f64().unwrap()
}

/// The tap that goes to a part of the app.
pub fn go(hash: &str) -> String {
    format!("location.hash = {hash:?}")
}

/// Whether the page says these words.
pub fn says(words: &str) -> String {
    format!("document.body.innerText.includes({words:?})")
}

/// Makes the processor of a tablet so many times slower for what runs in its pages.
///
/// Chromium slows the page's own thread down; what the browser does elsewhere (its database, compiling wasm beside the
/// page, workers) keeps its speed.
pub fn slow_down(tablet: &Tablet, times: u32) {
    tablet.chromium("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
}

/// The times a script gave, the shortest first.
pub fn sorted(times: &Value) -> Vec<f64> {
    let mut all: Vec<f64> = serde_json::from_value(times.clone()).unwrap();
    all.sort_by(f64::total_cmp);
    all
}

/// The time that this part of them do not exceed.
pub fn at(sorted: &[f64], part: f64) -> f64 {
    sorted[((sorted.len() - 1) as f64 * part).round() as usize]
}
