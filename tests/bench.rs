//! How fast the release build is with many partners, in Chromium, beside what most apps do: one IndexedDB row a record,
//! written and read by plain JavaScript in the same browser and the same run. `make bench` prints the table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "../benches/made/mod.rs"]
mod made;
#[path = "server/mod.rs"]
mod server;
#[path = "e2e/tablet/mod.rs"]
mod tablet;

use porchlight::log::document::Writer;
use porchlight::log::hash::Sha;
use porchlight::log::line;
use porchlight::log::segment::{MOST, Segment};
use porchlight::model::id::{Id, Salt};
use porchlight::model::order;
use porchlight::model::record_write::RecordWrite;
use porchlight::model::value::Value;
use serde_json::json;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use tablet::{Site, Tablet};

/// Long work gets this long.
const PATIENCE: Duration = Duration::from_secs(150);
const STARTS: usize = 5;
const SAVES: usize = 300;

/// An export with so many partners, as another tablet would have made it.
fn write_partners(file: &Path, count: usize) {
    write_export(file, count, made::partner);
}

/// An export of records numbered from one, as another tablet would have made it.
fn write_export(file: &Path, count: usize, row: impl Fn(usize) -> RecordWrite) {
    let stream = made::STREAM;
    let mut out = std::io::BufWriter::new(std::fs::File::create(file).unwrap());
    let (mut writer, mut before) = (Writer::default(), Sha::start_of(stream));
    for from in (1..=count).step_by(MOST) {
        let lines = (from..(from + MOST).min(count + 1))
            .map(|number| line::write(&made::written(number as u64, row(number)), Salt(number as u128)));
        let segment = Segment { stream, writer: stream, org: "bench".to_owned(), before, lines: lines.collect() };
        before = segment.after();
        out.write_all(&writer.segment(&segment)).unwrap();
    }
    out.write_all(&writer.finish()).unwrap();
}

/// In every new page: notes when the list, or the word that it is empty, has been painted.
const WATCH_START: &str = "
    const look = () => document.querySelector('.list a.row, .split-list .empty')
        ? requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }))
        : requestAnimationFrame(look);
    requestAnimationFrame(look);";

/// Adds partners one after the other, and calls back with how long each took from “Done” to “Saved”.
const SAVE: &str = "
    const [times, done] = [arguments[0], arguments[arguments.length - 1]];
    const until = (look) => new Promise((found) => {
        // What a field holds can change without the page being told.
        const again = setInterval(() => glance(), 20);
        const glance = () => { const seen = look(); if (seen) { watcher.disconnect(); clearInterval(again); found(seen); } };
        const watcher = new MutationObserver(glance);
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        glance();
    });
    const write = (field, words) => { field.value = words; field.dispatchEvent(new Event('input', { bubbles: true })); };
    const spent = [];
    (async () => {
        for (let number = 0; number < times; number++) {
            location.hash = `#/community/partner/${crypto.randomUUID().replaceAll('-', '')}/edit`;
            const field = await until(() => { const f = document.querySelector('#f-name'); return f && !f.value && f; });
            write(field, `Bench ${number}`);
            const toast = () => document.querySelector('.toasts').textContent.includes(`Bench ${number} added`);
            const saved = () => document.querySelector('.status').textContent.includes('Saved on this tablet');
            const start = performance.now();
            field.form.requestSubmit();
            await until(() => toast() && saved());
            spent.push(performance.now() - start);
            await until(() => !location.hash.endsWith('/edit'));
            // Chromium ignores an address that changes more than 200 times in ten seconds; nobody saves that often.
            await new Promise((go) => setTimeout(go, Math.max(0, 120 - (performance.now() - start))));
        }
        done(spent);
    })()";

/// Types words letter by letter, and calls back with how long each letter took until the list was painted.
const SEARCH: &str = "
    const done = arguments[arguments.length - 1];
    const painted = () => new Promise((go) => requestAnimationFrame(() => { const port = new MessageChannel();
        port.port1.onmessage = go; port.port2.postMessage(0); }));
    const field = document.querySelector('input[type=search]');
    (async () => {
        const spent = [];
        for (const words of arguments[0])
            for (let length = 1; length <= words.length; length++) {
                await painted();
                const start = performance.now();
                field.value = words.slice(0, length);
                field.dispatchEvent(new Event('input', { bubbles: true }));
                await painted();
                spent.push(performance.now() - start);
            }
        done(spent);
    })()";

/// The same work with one row a record.
const PLAIN: &str = "
    const [rows, saves, words, done] = [arguments[0], arguments[1], arguments[2], arguments[arguments.length - 1]];
    const asked = (request) => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
    const ended = (transaction) => new Promise((yes, no) => { transaction.oncomplete = yes; transaction.onabort = () => no(transaction.error); });
    const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
    (async () => {
        const opening = indexedDB.open('plain-rows', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
        const database = await asked(opening);
        const names = ['Kitchen', 'School', 'Clinic', 'Pantry', 'Museum', 'Escuela', 'Panadería', 'Garage'];
        const row = (number) => ({ id: String(number).padStart(32, '0'), name: `${names[number % 8]} of Valley Street ${String(number).padStart(6, '0')}`,
            type: 'school', status: 'active', contact_name: `Kim Number${number}`, contact_phone: `860 555 ${number % 10000}`,
            offers: 'Meals every weekday, and space for a shelf by the door' });
        const file = JSON.stringify(Array.from({ length: rows }, (_, number) => row(number)));
        const all = () => asked(database.transaction('rows').objectStore('rows').getAll());
        const timed = async (work) => { const start = performance.now(); await work(); return performance.now() - start; };
        const result = {};
        result.import = await timed(async () => {
            const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
            const store = transaction.objectStore('rows');
            for (const row of JSON.parse(file)) store.put(row);
            await ended(transaction);
        });
        result.saves = [];
        for (let number = 0; number < saves; number++) result.saves.push(await timed(async () => {
            const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
            transaction.objectStore('rows').put(row(rows + number));
            await ended(transaction);
        }));
        result.starts = [];
        for (let time = 0; time < 3; time++) result.starts.push(await timed(async () =>
            (await all()).sort((a, b) => (a.name < b.name ? -1 : 1))));
        result.searches = [];
        for (const word of words) for (let length = 1; length <= word.length; length += 3)
            result.searches.push(await timed(async () => {
                const wanted = fold(word.slice(0, length));
                return (await all()).filter((row) => fold(`${row.name} ${row.contact_name} ${row.contact_phone} ${row.offers}`).includes(wanted));
            }));
        result.export = await timed(async () => new Blob([JSON.stringify(await all())]).size);
        database.close();
        await asked(indexedDB.deleteDatabase('plain-rows'));
        done(result);
    })()";

fn numbers(value: &serde_json::Value) -> Vec<f64> {
    let mut all: Vec<f64> = serde_json::from_value(value.clone()).unwrap();
    all.sort_by(f64::total_cmp);
    all
}

fn at(sorted: &[f64], part: f64) -> f64 {
    sorted[((sorted.len() - 1) as f64 * part).round() as usize]
}

/// A line of the table: what, ours, plain rows, and how many times faster ours is.
fn tell(what: &str, ours: f64, plain: Option<f64>) {
    let plain_ms = plain.map_or("–".to_owned(), |plain| format!("{plain:.1}"));
    let times = plain.map_or("–".to_owned(), |plain| format!("{:.1}×", plain / ours));
    println!("| {what:<46} | {ours:>10.1} | {plain_ms:>10} | {times:>7} |");
}

/// With how many partners it is measured; `BENCH_COUNTS=10000` measures with those alone.
fn counts() -> Vec<usize> {
    match std::env::var("BENCH_COUNTS") {
        Ok(counts) => counts.split(',').map(|count| count.parse().unwrap()).collect(),
        Err(_) => vec![0, 10_000, 100_000],
    }
}

/// Opens the app again and again; the median time until the list can be used.
fn start(tablet: &Tablet) -> f64 {
    tablet.visit_part("#/community");
    let times = (0..STARTS).map(|_| {
        tablet.reload();
        let at = tablet.until_within(PATIENCE, "the list", "return window.usableAt || null", &[]);
        at.as_f64().unwrap()
    });
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    at(&times, 0.5)
}

/// Takes in a file; how long reading it and taking it in took.
fn import(tablet: &Tablet, file: &Path) -> (f64, f64) {
    let milliseconds = |since: Instant| since.elapsed().as_secs_f64() * 1e3;
    tablet.import(file);
    let reading = Instant::now();
    tablet.until_within(PATIENCE, "the preview", "return pressable('Take in').length > 0", &[]);
    let read = milliseconds(reading);
    tablet.press("Take in");
    let taking = Instant::now();
    tablet.until_within(PATIENCE, "the notes being taken in", "return text().includes('taken in from')", &[]);
    (read, milliseconds(taking))
}

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast() {
    let site = Site::open();
    let words = ["panaderia 012", "kim number99"];
    println!(
        "| {:<46} | {:>10} | {:>10} | {:>7} |",
        "milliseconds, median unless said", "Porchlight", "plain rows", "ratio"
    );
    println!("|{:-<48}|{:->12}|{:->12}|{:->9}|", "", ":", ":", ":");
    let mut empty = 0.0;
    for count in counts() {
        let tablet = Tablet::ready(&site);
        tablet.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_START }));
        let plain = tablet.run_for(PATIENCE, PLAIN, &[json!(count.max(1)), json!(SAVES), json!(words)]);
        if count > 0 {
            let file = tablet.file("many.json");
            write_partners(&file, count);
            let (read, taken) = import(&tablet, &file);
            tell(&format!("import of {count}, to the preview"), read, None);
            tell(&format!("import of {count}, in all"), read + taken, plain["import"].as_f64());
        }
        let first = start(&tablet);
        if count == 0 {
            empty = first;
            tell("start to an empty list", first, None);
        } else {
            tell(&format!("start to a usable list of {count}"), first, None);
            let plain = at(&numbers(&plain["starts"]), 0.5);
            tell(&format!("… of this, for the {count} (plain: read, sort)"), (first - empty).max(0.1), Some(plain));
        }
        let saves = numbers(&tablet.run_for(PATIENCE, SAVE, &[json!(SAVES)]));
        let plain_saves = numbers(&plain["saves"]);
        tell(&format!("one save, with {count}"), at(&saves, 0.5), Some(at(&plain_saves, 0.5)));
        tell(&format!("one save, with {count}, p99"), at(&saves, 0.99), Some(at(&plain_saves, 0.99)));
        if count > 0 {
            tablet.visit_part("#/community");
            tablet.see("in all");
            let searches = numbers(&tablet.run_for(PATIENCE, SEARCH, &[json!(words)]));
            let plain_searches = numbers(&plain["searches"]);
            tell(&format!("a letter of a search in {count}"), at(&searches, 0.5), Some(at(&plain_searches, 0.5)));
            tell(
                &format!("a letter of a search in {count}, slowest"),
                at(&searches, 1.0),
                Some(at(&plain_searches, 1.0)),
            );
            tablet.visit_part("#/sync");
            let made = "window.exportedAt = null; const make = URL.createObjectURL; \
                        URL.createObjectURL = (blob) => { window.exportedAt = performance.now(); return make.call(URL, blob); }; \
                        pressable('Export')[0].click(); return performance.now()";
            tablet.see_button("Export");
            let began = tablet.run(made, &[]).as_f64().unwrap();
            let at = tablet.until_within(PATIENCE, "the export", "return window.exportedAt", &[]);
            tell(&format!("export of {count}"), at.as_f64().unwrap() - began, plain["export"].as_f64());
        }
    }
}

/// A list of addresses as a town gives it: so many doors on streets of a hundred, one street of four hundred.
fn write_addresses(file: &Path, count: usize) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file).unwrap());
    writeln!(out, "House,Street,Unit,City,ZIP").unwrap();
    for door in 0..count {
        let (street, number) =
            if door < 400 { (0, door + 1) } else { ((door - 400) / 100 + 1, (door - 400) % 100 + 1) };
        let unit = if number % 25 == 0 { "APT 2" } else { "" };
        writeln!(out, "{number},NO STREET{street:03} AV,{unit},WILLIMANTIC,06226").unwrap();
    }
}

/// Milliseconds from a tap until the page says so and has been painted.
const TAP: &str = "
    const [tap, seen, done] = [arguments[0], arguments[1], arguments[arguments.length - 1]];
    const look = new Function('return ' + seen);
    const start = performance.now();
    new Function(tap)();
    const glance = () => (look() ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))) : requestAnimationFrame(glance));
    glance();";

/// How many milliseconds a tap takes, until the page says so and has been painted.
fn timed(tablet: &Tablet, tap: &str, seen: &str) -> f64 {
    tablet.run_for(PATIENCE, TAP, &[json!(tap), json!(seen)]).as_f64().unwrap()
}

/// The tap that goes to a part of the app.
fn go(hash: &str) -> String {
    format!("location.hash = {hash:?}")
}

/// Whether the page says these words.
fn says(words: &str) -> String {
    format!("document.body.innerText.includes({words:?})")
}

/// Begins a table of our times alone; what it gives writes a line.
fn table() -> impl Fn(&str, f64) {
    println!("| {:<46} | {:>10} |\n|{:-<48}|{:->12}|", "milliseconds", "Porchlight", "", ":");
    |what, spent| println!("| {what:<46} | {spent:>10.1} |")
}

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_on_the_street() {
    const DOORS: usize = 20_000;
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let tell = table();
    let file = tablet.file("addresses.csv");
    write_addresses(&file, DOORS);
    tablet.visit_part("#/outreach/canvass/addresses");
    tablet.give_file("From a spreadsheet", &file);
    tablet.see("Which column holds what?");
    let spent = |tap: &str, seen: &str| timed(&tablet, tap, seen);
    let primary = "document.querySelector('.actions .primary').click()";
    tell(&format!("{DOORS} addresses, to the preview"), spent(primary, &says("new doors")));
    tell("… taken in", spent(primary, &says("Doors taken in")));
    let rows = "document.querySelectorAll('ul.rows .row').length";
    tell("the streets", spent("location.hash = '#/outreach/canvass'", &format!("{rows} > 100")));
    let type_in = |words: &str| {
        format!(
            "const field = document.querySelector('input[type=search]'); field.value = {words:?}; \
                 field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        )
    };
    tell("a search among them", spent(&type_in("street000"), &format!("{rows} === 1")));
    tell(
        "a street of 400 doors",
        spent("document.querySelector('ul.rows .row').click()", "document.querySelectorAll('.door').length > 300"),
    );
    let knock = "[...document.querySelectorAll('.outcome')].find(e => e.innerText.trim() === 'Not home').click()";
    let mut knocks: Vec<f64> = (1..=30)
        .map(|number| {
            tablet.until("a knock being taken", "return !document.querySelector('.outcome[data-settling]')", &[]);
            spent(knock, &format!("document.querySelectorAll('.door[data-state=not_home]').length >= {number}"))
        })
        .collect();
    knocks.sort_by(f64::total_cmp);
    tell("a knock, until the next door, median", at(&knocks, 0.5));
    tell("a knock, slowest of 30", at(&knocks, 1.0));
}

const HUBS: usize = 50;
const ITEMS: usize = 200;
/// Three years: every item of every hub brought, taken and counted ten times.
const ROUNDS: usize = 10;

/// What lies at many hubs, and all that happened there.
fn write_hubs(file: &Path) {
    let (hub, item) = (|at: usize| Id(1 << 70 | at as u128), |at: usize| Id(2 << 70 | at as u128));
    let (shelves, moved) = (HUBS * ITEMS, HUBS * ITEMS * ROUNDS * 3);
    let text = |id: Id| Value::Text(id.to_string());
    let movement = |at: usize| Id(4 << 70 | at as u128);
    write_export(file, HUBS + ITEMS + shelves + moved, move |number| {
        let at = number - 1;
        if at < HUBS {
            let fields = vec![
                ("name", Value::Text(format!("Hub {at:02}"))),
                ("zones", Value::Text("Table 1\nTable 2".to_owned())),
            ];
            return ("hub", hub(at), order::values(fields));
        }
        let at = at - HUBS;
        if at < ITEMS {
            return ("item", item(at), order::values([("name", Value::Text(format!("Item {at:03}")))]));
        }
        let at = at - ITEMS;
        if at < shelves {
            let fields = vec![
                ("hub", text(hub(at / ITEMS))),
                ("item", text(item(at % ITEMS))),
                ("zone", Value::Text(format!("Table {}", at % 2 + 1))),
                ("par", Value::Number(20.0)),
                ("minimum", Value::Number(5.0)),
            ];
            return ("shelf", Id(3 << 70 | at as u128), order::values(fields));
        }
        // As it happens: round after round, and in each every item is brought, taken and counted.
        let at = at - shelves;
        let (round, shelf, step) = (at / (shelves * 3), at / 3 % shelves, at % 3);
        let day = chrono::NaiveDate::from_ymd_opt(2023, 12, 1).unwrap()
            + chrono::Days::new(round as u64 * 108 + step as u64 * 30);
        let mut fields = vec![
            ("what", Value::Text(["stocked", "taken", "counted"][step].to_owned())),
            ("hub", text(hub(shelf / ITEMS))),
            ("item", text(item(shelf % ITEMS))),
            ("amount", Value::Number([18.0, 3.0, 12.0][step])),
            ("when", Value::Text(format!("{day}T12:00:00-05:00"))),
        ];
        if step == 2 {
            let before = (round > 0).then(|| at - shelves * 3);
            let seen = [Some(at - 2), Some(at - 1), before].into_iter().flatten().map(|at| movement(at).to_string());
            fields.push(("seen", Value::Text(seen.collect::<Vec<_>>().join("\n"))));
            fields.push(("was", Value::Number(if round == 0 { 15.0 } else { 27.0 })));
        }
        ("movement", movement(at), order::values(fields))
    });
}

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_at_the_hubs() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let tell = table();
    let file = tablet.file("hubs.json");
    write_hubs(&file);
    let (read, taken) = import(&tablet, &file);
    tell(&format!("{} movements taken in", HUBS * ITEMS * ROUNDS * 3), read + taken);
    let spent = |tap: &str, seen: &str| timed(&tablet, tap, seen);
    let hub = format!("#/community/hub/{}", Id(1 << 70));
    let rows = "document.querySelectorAll('.detail h4 + .rows a').length > 150";
    tell("a hub of 200 items, the first time", spent(&go(&hub), rows));
    spent(&go("#/settings"), &says("Sunlight"));
    tell("a hub of 200 items, again", spent(&go(&hub), rows));
    let item = format!("{hub}/item/{}", Id(2 << 70));
    tell("why there are so many of an item", spent(&go(&item), "!!document.querySelector('.on-hand')"));
    tell("its restock list", spent(&go(&format!("{hub}/restock")), "document.querySelectorAll('.ticked').length > 10"));
    spent(&go("#/settings"), &says("Sunlight"));
    tell("Today, with the hubs that want care", spent(&go("#/today"), &says("nobody was there yet")));
    tell("Reports, with what people took", spent(&go("#/reports"), &says("week of")));

    // Sixty items counted: two taps each, the number and Next.
    tell("the count", spent(&go(&format!("{hub}/count")), "!!document.querySelector('.keypad')"));
    let entered = "document.querySelector('.stepper input').value === '7'";
    let mut numbers: Vec<f64> = Vec::new();
    let mut turns: Vec<f64> = Vec::new();
    for _ in 0..60 {
        numbers.push(spent(
            "document.querySelector('.keypad button').click()",
            &format!("{entered} && !document.querySelector('.status').textContent.includes('Saving')"),
        ));
        // Right after the item has changed, the button takes no tap: it could be the second half of a double one.
        spent("", "!document.querySelector('.count-go .primary[data-settling]')");
        turns.push(spent(
            "document.querySelector('.count-go .primary').click()",
            "document.querySelector('.stepper input').value === ''",
        ));
    }
    let seconds = (numbers.iter().sum::<f64>() + turns.iter().sum::<f64>()) / 1e3;
    numbers.sort_by(f64::total_cmp);
    turns.sort_by(f64::total_cmp);
    tell("a number, until it is kept, median", at(&numbers, 0.5));
    tell("a number, slowest of 60", at(&numbers, 1.0));
    tell("the next item, median", at(&turns, 0.5));
    println!("| {:<46} | {seconds:>10.1} |", "60 items in 120 taps: seconds waited in all");
}

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_among_quotes() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let tell = table();
    let file = tablet.file("interviews.json");
    let made = made::interviews();
    write_export(&file, made.len(), |number| made[number - 1].clone());
    let (read, taken) = import(&tablet, &file);
    let quotes = made::INTERVIEWS * made::QUOTES;
    tell(&format!("{} interviews, {quotes} quotes taken in", made::INTERVIEWS), read + taken);
    let spent = |tap: &str, seen: &str| timed(&tablet, tap, seen);
    let count = "document.querySelector('.finder .count')?.innerText";
    let all = format!("{count}?.startsWith('15') && document.querySelectorAll('.list a.row').length > 3");
    tell("the quotes, the first time", spent(&go("#/outreach/quotes"), &all));
    spent(&go("#/settings"), &says("Sunlight"));
    tell("the quotes, again", spent(&go("#/outreach/quotes"), &all));
    let fewer = format!("{count} && !{count}.startsWith('15')");
    let choose = |of: usize, chosen: &str| {
        format!(
            "const field = document.querySelectorAll('.narrow select')[{of}]; field.value = {chosen}; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        )
    };
    let theme = format!("'{}'", made::theme(3));
    tell("those about a theme", spent(&choose(0, &theme), &fewer));
    tell("all of them again", spent(&choose(0, "''"), &all));
    tell("those of teachers", spent(&choose(2, "'teacher'"), &fewer));
    spent(&choose(2, "''"), &all);
    let type_in = "const field = document.querySelector('.finder input'); field.value = 'autobus 99'; \
                   field.dispatchEvent(new Event('input', { bubbles: true }))";
    tell("those with two words, the first time", spent(type_in, &fewer));
    tell("the code book, with its counts", spent(&go("#/outreach/themes"), "!!document.querySelector('.theme')"));
    tell(
        "a quote, to be marked",
        spent(&go(&format!("#/outreach/quote/{}", Id(3 << 70))), "!!document.querySelector('.detail .filters')"),
    );
}
