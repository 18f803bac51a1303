//! What was measured: told as a table while it goes on, and written down for `scripts/bench.mjs`, which draws the report
//! of the whole run from it.

use serde_json::{Value, json};
use std::fs::OpenOptions;
use std::io::Write;
use std::sync::OnceLock;

/// Our own name in the tables. Another build than the release, measured to compare with, has another:
/// `PORCHLIGHT_CALLED="Porchlight before"`.
pub fn ours() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| std::env::var("PORCHLIGHT_CALLED").unwrap_or_else(|_| "Porchlight".to_owned()))
}

/// What something was measured with.
#[derive(Clone, Copy, Debug)]
pub struct With {
    /// Whose work it was.
    pub who: &'static str,
    /// How many records there were.
    pub records: usize,
    /// How many times slower the processor was made.
    pub slower: u32,
}

impl With {
    /// Tells one figure of the work that all of them do alike.
    pub fn tell(&self, what: &str, unit: &str, value: f64) {
        let With { who, records, slower } = *self;
        println!("| {what:<36} | {records:>7} | {slower}× | {who:<17} | {value:>10.1} {unit:<3} |");
        keep(json!({
            "table": "work", "what": what, "who": who, "records": records, "slower": slower, "unit": unit, "value": value,
        }));
    }
}

/// Begins a table of our times alone; what it gives writes a line.
pub fn table(name: &'static str) -> impl Fn(&str, f64) {
    println!("| {name:<46} | {:>10} |\n|{:-<48}|{:->12}|", "ms", "", ":");
    move |what, spent| {
        println!("| {what:<46} | {spent:>10.1} |");
        keep(json!({ "table": name, "what": what, "who": ours(), "unit": "ms", "value": spent }));
    }
}

/// Tells one time in a table that has others beside us.
pub fn beside(table: &str, who: &str, what: &str, spent: f64) {
    println!("| {what:<56} | {who:<10} | {spent:>10.1} |");
    keep(json!({ "table": table, "what": what, "who": who, "unit": "ms", "value": spent }));
}

/// Writes a figure down, a line of JSON each, if somebody wants them: `PORCHLIGHT_FIGURES` says in which file.
pub fn keep(figure: Value) {
    if let Some(file) = std::env::var_os("PORCHLIGHT_FIGURES") {
        let mut file = OpenOptions::new().create(true).append(true).open(file).unwrap();
        writeln!(file, "{figure}").unwrap();
    }
}
