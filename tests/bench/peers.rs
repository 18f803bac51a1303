//! The work that everybody does with very many partners, beside what people would use instead: rows in plain IndexedDB,
//! Dexie, RxDB and PouchDB, in the same browser, with the same partners, in the same run.
//!
//! The peers are in `benches/peers/`; `make bench` bundles them and says where in `PORCHLIGHT_PEERS`. What is fair about
//! it, and what they do less, stands in `scripts/bench.mjs`, under the tables.

use crate::common::{PATIENCE, at, import, slow_down, sorted, write_export};
use crate::figures::{With, ours};
use crate::made;
use crate::memory;
use crate::tablet::{Site, Tablet};
use porchlight::model::value::Value;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Who is measured beside us: the name in the tables, and of the bundle.
const PEERS: [(&str, &str); 4] =
    [("plain IndexedDB", "plain"), ("Dexie", "dexie"), ("RxDB", "rxdb"), ("PouchDB", "pouchdb")];
/// What is typed into the search, letter by letter.
const WORDS: [&str; 2] = ["panaderia 012", "kim number99"];
/// How often the app is opened at most, how long that may take, and how many partners are saved one after the other.
const STARTS: usize = 5;
const STARTING: Duration = Duration::from_secs(15);
const SAVES: usize = 100;
/// The processor as it is, and as a cheap tablet has it.
const SLOWER: [u32; 2] = [1, 4];
/// From so many records on, the app makes a snapshot of them once it is idle.
const SNAPSHOT_FROM: usize = 2_000;
/// From so many records on, memory is looked at.
const MANY: usize = 100_000;

/// With how many partners it is measured; `BENCH_COUNTS=10000` measures with those alone.
fn counts() -> Vec<usize> {
    match std::env::var("BENCH_COUNTS") {
        Ok(counts) => counts.split(',').map(|count| count.parse().unwrap()).collect(),
        Err(_) => vec![0, 1_000, 10_000, MANY],
    }
}

/// Whether somebody is to be measured; `BENCH_WHO=Dexie,RxDB` measures those alone.
fn wanted(who: &str) -> bool {
    std::env::var("BENCH_WHO").map_or(true, |all| all.split(',').any(|one| one == who))
}

/// An export with so many partners, as another tablet would have made it.
pub fn write_partners(file: &Path, count: usize) {
    write_export(file, count, made::partner);
}

/// The same partners as plain rows of JSON.
pub fn write_rows(file: &Path, count: usize) {
    let rows: Vec<serde_json::Value> = (1..=count)
        .map(|number| {
            let (_, id, fields) = made::partner(number);
            let words = fields.into_iter().map(|(key, value)| match value {
                Value::Text(words) => (key, json!(words)),
                other => panic!("{key} is not text: {other:?}"),
            });
            [("id".to_owned(), json!(id.to_string()))].into_iter().chain(words).collect()
        })
        .collect();
    std::fs::write(file, serde_json::to_vec(&rows).unwrap()).unwrap();
}

/// Opens something again and again; the median time until its list can be used.
fn median_start(mut open: impl FnMut() -> f64) -> f64 {
    let begun = Instant::now();
    let mut times = vec![open()];
    while times.len() < STARTS && begun.elapsed() < STARTING {
        times.push(open());
    }
    times.sort_by(f64::total_cmp);
    at(&times, 0.5)
}

/// Waits until the list of a page that was just opened can be used: milliseconds from the tap that opened it.
pub fn usable(tablet: &Tablet) -> f64 {
    tablet.until_within(PATIENCE, "the list", "return window.usableAt || null", &[]).as_f64().unwrap()
}

/// Tells what saves and letters took.
fn tell_saves(with: With, saves: &[f64]) {
    with.tell("one save", "ms", at(saves, 0.5));
    with.tell("one save, 95 of 100", "ms", at(saves, 0.95));
}

fn tell_letters(with: With, letters: &[[f64; 2]]) {
    let [painted, work] = [0, 1].map(|which| {
        let mut times: Vec<f64> = letters.iter().map(|letter| letter[which]).collect();
        times.sort_by(f64::total_cmp);
        times
    });
    with.tell("a letter of a search", "ms", at(&painted, 0.5));
    with.tell("a letter of a search, slowest", "ms", at(&painted, 1.0));
    with.tell("a letter of a search, the work of it", "ms", at(&work, 0.5));
}

/// The letters that a script gave: until each was painted, and the work of it.
fn letters(given: serde_json::Value) -> Vec<[f64; 2]> {
    serde_json::from_value(given).unwrap()
}

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast() {
    for records in counts() {
        if wanted("Porchlight") {
            porchlight(records);
        }
        for (who, bundle) in PEERS.into_iter().filter(|(who, _)| records > 0 && wanted(who)) {
            theirs(With { who, records, slower: 1 }, bundle);
        }
    }
}

fn porchlight(records: usize) {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    tablet.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": include_str!("watch_start.js") }));
    memory::watch(&tablet);
    let with = |slower| With { who: ours(), records, slower };
    if records > 0 {
        let file = tablet.file("many.json");
        write_partners(&file, records);
        let (read, taken) = import(&tablet, &file);
        with(1).tell("import", "ms", read + taken);
        with(1).tell("import, to the preview", "ms", read);
    }
    if records >= SNAPSHOT_FROM {
        tablet.visit_part("#/community");
        tablet.reload();
        with(1).tell("start right after an import", "ms", usable(&tablet));
        snapshot(&tablet);
    }
    for slower in SLOWER {
        let with = with(slower);
        slow_down(&tablet, slower);
        tablet.visit_part("#/community");
        let start = median_start(|| {
            tablet.reload();
            usable(&tablet)
        });
        with.tell("start to a usable list", "ms", start);
        if slower == 1 && records >= MANY {
            memory::tell(with, &tablet);
        }
        if records > 0 {
            tablet.see("total");
            tell_letters(with, &letters(tablet.run_for(PATIENCE, include_str!("search.js"), &[json!(WORDS)])));
        }
        tell_saves(with, &sorted(&tablet.run_for(PATIENCE, include_str!("save.js"), &[json!(SAVES)])));
        if records > 0 {
            with.tell("export", "ms", export(&tablet));
        }
    }
}

/// Waits until the app, being idle, has stored the snapshot that its starts read from then on.
pub fn snapshot(tablet: &Tablet) {
    let look = "if (!window.looking) {
        window.looking = true;
        indexedDB.open('porchlight').onsuccess = ({ target: { result: database } }) => {
            const counting = database.transaction('snapshot').objectStore('snapshot').count();
            counting.onsuccess = () => {
                window.snapshots = counting.result;
                window.looking = false;
                database.close();
            };
        };
    }
    return window.snapshots > 0";
    tablet.until_within(PATIENCE, "the snapshot", look, &[]);
}

/// Milliseconds from the tap on “Export” until the file is made.
fn export(tablet: &Tablet) -> f64 {
    let made = "window.exportedAt = null; const make = URL.createObjectURL; \
                URL.createObjectURL = (blob) => { window.exportedAt = performance.now(); return make.call(URL, blob); }; \
                pressable('Back up or share')[0].click(); return began";
    tablet.visit_part("#/sync");
    tablet.see_button("Back up or share");
    let began = tablet.run(&format!("const began = performance.now(); {made}"), &[]).as_f64().unwrap();
    let at = tablet.until_within(PATIENCE, "the export", "return window.exportedAt", &[]);
    at.as_f64().unwrap() - began
}

/// Where the bundles of the peers are.
pub fn peers() -> PathBuf {
    let folder = std::env::var_os("PORCHLIGHT_PEERS").map_or_else(|| PathBuf::from("target/peers"), PathBuf::from);
    assert!(folder.join("page.html").is_file(), "{} holds no peers; `make bench` puts them there", folder.display());
    folder
}

/// What a method of a peer gives.
pub fn call(tablet: &Tablet, method: &str, arguments: serde_json::Value) -> serde_json::Value {
    let script = "const [method, given, done] = arguments; \
                  peer[method](...given).then((answer) => done({ answer }), (error) => done({ error: String(error) }))";
    let given = tablet.run_for(PATIENCE, script, &[json!(method), arguments]);
    assert!(given["error"].is_null(), "{method}: {given}");
    given["answer"].clone()
}

fn theirs(with: With, bundle: &str) {
    let rows = format!("rows-{}.json", with.records);
    if !peers().join(&rows).exists() {
        write_rows(&peers().join(&rows), with.records);
    }
    let site = Site::open_with(peers(), "/");
    let tablet = Tablet::new(&site);
    memory::watch(&tablet);
    let page = format!("page.html?{bundle}");
    tablet.visit_page(&page);
    usable(&tablet);
    let call = |method: &str, arguments: serde_json::Value| call(&tablet, method, arguments);
    with.tell("import", "ms", call("import", json!([rows])).as_f64().unwrap());
    for slower in SLOWER {
        let with = With { slower, ..with };
        slow_down(&tablet, slower);
        let start = median_start(|| {
            tablet.visit_page(&page);
            usable(&tablet)
        });
        with.tell("start to a usable list", "ms", start);
        if slower == 1 && with.records >= MANY {
            memory::tell(with, &tablet);
        }
        tell_letters(with, &letters(call("search", json!([WORDS]))));
        if slower == 1 {
            let mut painted: Vec<f64> =
                letters(call("search_stored", json!([WORDS]))).iter().map(|one| one[0]).collect();
            painted.sort_by(f64::total_cmp);
            with.tell("a letter, rows read anew", "ms", at(&painted, 0.5));
        }
        tell_saves(with, &sorted(&call("save", json!([SAVES]))));
        with.tell("export", "ms", call("export", json!([])).as_f64().unwrap());
    }
}
