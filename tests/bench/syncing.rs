//! What syncing takes in a browser: everything to a place and from there to a new tablet, then one note and a hundred; with
//! `porchlight serve`, with a server that speaks as CouchDB does, and beside PouchDB that replicates with the same server.

use crate::common::{PATIENCE, at, import, timed};
use crate::figures::{beside, ours};
use crate::peers::{call, peers, snapshot, usable, write_partners, write_rows};
use crate::servers;
use crate::tablet::versions::Connected;
use crate::tablet::{Site, Tablet};
use serde_json::json;

/// How many partners go at first; `BENCH_SYNC=1000` rehearses with fewer.
fn many() -> usize {
    std::env::var("BENCH_SYNC").map_or(100_000, |count| count.parse().unwrap())
}
/// How often it is measured what one note takes.
const ROUNDS: usize = 5;
/// How many notes are some.
const SOME: usize = 100;

/// What is measured with one server, in the words of the table.
struct Told<'a> {
    who: &'a str,
    server: &'a str,
}

impl Told<'_> {
    fn tell(&self, what: &str, spent: f64) {
        let table = format!("syncing: {} partners, in Chromium", thousands(many()));
        beside(&table, self.who, &format!("{}: {what}", self.server), spent);
    }

    fn tell_median(&self, what: &str, mut spent: Vec<f64>) {
        spent.sort_by(f64::total_cmp);
        self.tell(what, at(&spent, 0.5));
    }
}

/// A number as people write it.
fn thousands(number: usize) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}

/// Presses what is called so, and waits until syncing came to its end, with this said of it.
fn synced(tablet: &Tablet, button: &str, said: &str) -> f64 {
    let tap = format!(
        "window.syncing = false; [...document.querySelectorAll('button')].find(b => b.innerText.includes({button:?})).click()"
    );
    let text = "document.body.innerText";
    let seen = format!(
        "(() => {{ const now = {text}.includes('Syncing…'); window.syncing ||= now; \
         return window.syncing && !now && {text}.includes({said:?}); }})()"
    );
    timed(tablet, &tap, &seen)
}

fn sync_now(tablet: &Tablet, said: &str) -> f64 {
    tablet.visit_part("#/sync");
    tablet.see("Sync now");
    synced(tablet, "Sync now", said)
}

/// Two tablets sync. `set_up` goes to where a place is set up, and tells what to press there.
fn porchlight(told: &Told, site: &Site, set_up: impl Fn(&Tablet) -> &'static str) {
    let (count, a) = (many(), Tablet::ready(site));
    let file = a.file("many.json");
    write_partners(&file, count);
    import(&a, &file);
    a.visit_part("#/community");
    a.reload();
    if count > 2_000 {
        snapshot(&a);
    }
    let number = thousands(count);
    let button = set_up(&a);
    told.tell(&format!("{number} go"), synced(&a, button, "notes sent and read back"));
    let b = Tablet::ready(site);
    let button = set_up(&b);
    told.tell(&format!("{number} come to a new tablet"), synced(&b, button, &format!("{count} received")));
    if count > 2_000 {
        snapshot(&b);
    }
    let round = |notes: usize| {
        a.run_for(PATIENCE, include_str!("save.js"), &[json!(notes)]);
        let noun = if notes == 1 { "note" } else { "notes" };
        let went = sync_now(&a, &format!("{notes} {noun} sent and read back"));
        (went, sync_now(&b, &format!(", {notes} received")))
    };
    let (went, came) = (0..ROUNDS).map(|_| round(1)).unzip();
    told.tell_median("1 goes", went);
    told.tell_median("1 comes", came);
    let (went, came) = round(SOME);
    told.tell(&format!("{SOME} go"), went);
    told.tell(&format!("{SOME} come"), came);
}

/// Two databases of PouchDB replicate with a third.
fn pouchdb(told: &Told, server: &str) {
    let count = many();
    let rows = format!("rows-{count}.json");
    write_rows(&peers().join(&rows), count);
    let site = Site::open_with(peers(), "/");
    let opened = || {
        let tablet = Tablet::new(&site);
        tablet.visit_page("page.html?replicate");
        usable(&tablet);
        tablet
    };
    let (a, number) = (opened(), thousands(count));
    call(&a, "load", json!([rows]));
    let replicated = |tablet: &Tablet, way: &str, count: usize| {
        call(tablet, way, json!([format!("http://{server}/peer"), count])).as_f64().unwrap()
    };
    told.tell(&format!("{number} go"), replicated(&a, "push", count));
    let b = opened();
    told.tell(&format!("{number} come to a new tablet"), replicated(&b, "pull", count));
    let round = |notes: usize| {
        call(&a, "change", json!([notes]));
        (replicated(&a, "push", notes), replicated(&b, "pull", notes))
    };
    let (went, came) = (0..ROUNDS).map(|_| round(1)).unzip();
    told.tell_median("1 goes", went);
    told.tell_median("1 comes", came);
    let (went, came) = round(SOME);
    told.tell(&format!("{SOME} go"), went);
    told.tell(&format!("{SOME} come"), came);
}

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_tablets_sync() {
    let notes = std::env::temp_dir().join(format!("porchlight-bench-notes-{}", std::process::id()));
    std::fs::create_dir_all(&notes).unwrap();
    let site = Site::desk(&notes, None);
    porchlight(&Told { who: ours(), server: "with `porchlight serve`" }, &site, |tablet| {
        tablet.visit_part("#/sync");
        tablet.see("Use it");
        "Use it"
    });
    drop(site);
    std::fs::remove_dir_all(&notes).unwrap();

    let (app, server) = (Connected::to("http://127.0.0.1:*"), servers::pouchdb());
    let site = Site::open_with(app.folder(), "/");
    let with = "with PouchDB Server";
    porchlight(&Told { who: ours(), server: with }, &site, |tablet| {
        tablet.visit_part("#/sync/place");
        tablet.choose_of("A database (CouchDB)");
        tablet.fill("Address", &format!("http://{}/porch", server.at));
        "Test and add"
    });
    drop(server);
    let server = servers::pouchdb();
    pouchdb(&Told { who: "PouchDB", server: with }, &server.at);
}
