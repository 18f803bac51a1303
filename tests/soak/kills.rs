//! The browser killed at any moment of everything that the screens offer: what was said to be saved is there, nothing
//! by halves, and the app shows what an independent replay of the raw log says.

use crate::common::{self, Told, begin, scaled, see_count, take_in, write_export};
use crate::tablet::chance::Chance;
use crate::tablet::stored::{Stored, with};
use crate::tablet::{Site, Tablet};
use porchlight::canvass::kinds::door::DOOR;
use porchlight::model::book::Book;
use porchlight::model::id::Id;
use porchlight::model::record_write::RecordWrite;
use porchlight::model::text::Lang;
use porchlight::model::value::Value;
use porchlight::model::{order, show};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, Instant};

const HAND: &str = include_str!("kills.js");
/// How many records lie there from another tablet, so that a snapshot is in use.
const IMPORTED: usize = 2_600;
const ITEMS: usize = 40;

fn hub() -> Id {
    Id(1 << 70)
}

/// Partners of another tablet, and a hub with items to count.
fn imported() -> Vec<RecordWrite> {
    let item = |at: usize| Id(2 << 70 | at as u128);
    let text = |id: Id| Value::Text(id.to_string());
    let name = |name: String| order::values([("name", Value::Text(name))]);
    let mut rows = vec![("hub", hub(), name("Natchaug".to_owned()))];
    for at in 0..ITEMS {
        rows.push(("item", item(at), name(format!("Item {at:02}"))));
        let lies = [("hub", text(hub())), ("item", text(item(at))), ("par", Value::Number(20.0))];
        rows.push(("shelf", Id(3 << 70 | at as u128), order::values(lies)));
    }
    rows.extend(
        (rows.len()..IMPORTED).map(|at| common::partner(Id(4 << 70 | at as u128), format!("Imported {at:04}"))),
    );
    rows
}

/// Where the hand goes.
struct Places {
    streets: Vec<String>,
    talk: String,
}

/// Makes what the hand needs: partners of others, a hub, streets, and an interview that has begun.
fn prepare(tablet: &Tablet) -> Places {
    let file = tablet.file("others.json");
    write_export(&file, 7, imported());
    take_in(tablet, &file);
    tablet.go("Outreach");
    tablet.press("Import addresses");
    tablet.fill("Addresses", "Maple St 1-150\nOak St 1-150\nElm St 1-150");
    tablet.fill("Name of the list", "North side");
    tablet.fill("Town", "Willimantic");
    tablet.press("Preview");
    tablet.see("450 new doors");
    tablet.press("Import");
    tablet.see("doors imported from");
    tablet.saved();
    let street = |name: &str| {
        tablet.go("Outreach");
        tablet.press(name);
        tablet.until_there(".street .door");
        tablet.run("return location.hash.split('/').slice(0, 4).join('/')", &[]).as_str().unwrap().to_owned()
    };
    let streets = ["Maple Street", "Oak Street", "Elm Street"].map(street).to_vec();
    tablet.ask_for_consent();
    tablet.agree_and_talk();
    tablet.saved();
    let talk = tablet.run("return location.hash", &[]).as_str().unwrap().to_owned();
    Places { streets, talk }
}

/// When the browser is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Moment {
    /// In the instant in which something is said to be saved.
    Saved,
    /// At any time.
    Any,
    /// While idle work folds what was saved.
    Idle,
    /// During the start.
    Start,
}

impl Moment {
    fn of(chance: &mut Chance) -> Moment {
        match chance.below(100) {
            0..40 => Moment::Saved,
            40..80 => Moment::Any,
            80..95 => Moment::Idle,
            _ => Moment::Start,
        }
    }
}

/// What the screen said was saved, by what it was.
#[derive(Default)]
struct Kept {
    all: BTreeMap<&'static str, usize>,
    partners: BTreeSet<String>,
    edits: BTreeMap<String, u64>,
    visits: BTreeMap<String, usize>,
    counts: Vec<(String, u64)>,
    lines: BTreeSet<String>,
    drafts: BTreeSet<String>,
}

impl Kept {
    fn add(&mut self, saved: &Json) {
        let word = |at: usize| saved[at].as_str().unwrap().to_owned();
        let number = || saved[2].as_u64().unwrap();
        let what = match saved[0].as_str() {
            Some("partner") => {
                self.partners.insert(word(1));
                "partners"
            }
            Some("edit") => {
                let latest = self.edits.entry(word(1)).or_default();
                *latest = number().max(*latest);
                "edits"
            }
            Some("visit") => {
                *self.visits.entry(word(1)).or_default() += 1;
                "visits"
            }
            Some("count") => {
                self.counts.push((word(1), number()));
                "counts"
            }
            Some("line") => {
                self.lines.insert(word(1));
                "lines"
            }
            Some("draft") => {
                self.drafts.insert(word(1));
                "drafts"
            }
            _ => panic!("the hand told {saved}"),
        };
        *self.all.entry(what).or_default() += 1;
    }

    /// What is not in the book, nor in the drafts where it may still be one.
    fn missing(&self, book: &Book, stored: &Stored) -> Vec<String> {
        let mut missing = Vec::new();
        let mut want = |there: bool, what: String| {
            if !there {
                missing.push(what);
            }
        };
        let names = words_of(book, "partner", "name");
        let lines = words_of(book, "said", "words");
        let drafts: BTreeSet<String> = stored
            .drafts()
            .iter()
            .flat_map(|draft| {
                ["name", "words"].map(|key| draft.values.get(key).and_then(Value::as_text).map(str::to_owned))
            })
            .flatten()
            .collect();
        for name in &self.partners {
            want(names.contains(name.as_str()), name.clone());
        }
        for line in &self.lines {
            want(lines.contains(line.as_str()), line.clone());
        }
        for words in &self.drafts {
            let done = names.contains(words.as_str()) || lines.contains(words.as_str());
            want(done || drafts.contains(words), format!("the draft “{words}”"));
        }
        for (id, number) in &self.edits {
            let record = book.alive("partner", id.parse().unwrap());
            let stands = record.and_then(|record| record.text("offers")?.strip_prefix("edit ")?.parse::<u64>().ok());
            want(stands >= Some(*number), format!("edit {number} of {id}, which holds {stands:?}"));
        }
        let title = |id: Id| book.record("door", id).map(|door| show::title_in(&DOOR, door, Lang::En));
        let mut knocks: HashMap<String, usize> = HashMap::new();
        for visit in book.records("visit").filter(|visit| visit.text("outcome") == Some("not_home")) {
            let door = visit.text("door").and_then(|id| id.parse().ok()).and_then(title).unwrap_or_default();
            *knocks.entry(door).or_default() += 1;
        }
        for (address, times) in &self.visits {
            let known = knocks.get(address).copied().unwrap_or(0);
            want(known >= *times, format!("{times} visits at {address}, of which there are {known}"));
        }
        for (item, number) in &self.counts {
            let mut items = with(book, "item", "name", item).map(|item| item.id.to_string());
            let amount = Value::Number(*number as f64);
            let found =
                items.any(|item| with(book, "movement", "item", &item).any(|row| row.get("amount") == Some(&amount)));
            want(found, format!("{number} of {item}"));
        }
        missing
    }
}

fn words_of<'a>(book: &'a Book, kind: &str, key: &'static str) -> BTreeSet<&'a str> {
    book.records(kind).filter(|record| record.is_alive()).filter_map(|record| record.text(key)).collect()
}

/// Waits for the moment. Long waits are the point here.
fn wait_for(moment: Moment, chance: &mut Chance, site: &Site, told: &mut Told, tablet: &Tablet) {
    let deadline = Instant::now() + Duration::from_secs(60);
    match moment {
        Moment::Saved => {
            let until = 1 + chance.below(6) as usize;
            while told.saved.len() < until && Instant::now() < deadline {
                std::thread::sleep(Duration::from_micros(300));
                told.hear(site);
            }
        }
        Moment::Any => std::thread::sleep(chance.time(Duration::from_millis(3_000))),
        Moment::Idle => {
            while !told.rested && Instant::now() < deadline {
                std::thread::sleep(Duration::from_millis(5));
                told.hear(site);
            }
            std::thread::sleep(Duration::from_millis(4_800) + chance.time(Duration::from_millis(700)));
        }
        Moment::Start => {
            tablet.run("setTimeout(() => location.reload(), 0)", &[]);
            std::thread::sleep(chance.time(Duration::from_millis(1_200)));
        }
    }
}

/// Whether the list shows the partners of a round, each with whom to ask for, and no other.
const SHOWS: &str = "
    const field = document.querySelector('input[type=search]');
    if (field && field.value !== arguments[0]) {
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return false;
    }
    const rows = [...document.querySelectorAll('.list .row')].map((row) =>
        [row.querySelector('.row-title').textContent, row.querySelector('.row-line')?.textContent || '']);
    return rows.length === arguments[1].length &&
        arguments[1].every((name) => rows.some(([title, line]) => title === name && line.includes(`for ${name}`)))";

#[test]
#[ignore = "takes minutes; `make soak` runs it"]
fn kills_at_any_moment_lose_nothing_that_was_said_to_be_saved() {
    let rounds = scaled(110);
    let mut chance = Chance::new();
    let site = Site::open();
    let mut tablet = Tablet::ready(&site);
    let places = prepare(&tablet);
    let mut kept = Kept::default();
    let mut moments: BTreeMap<Moment, usize> = BTreeMap::new();
    let (mut folds, mut segments, mut snapshots) = (0, 0, 0);
    let mut partners: Vec<String> = Vec::new();
    site.take_requests();
    for round in 0..rounds {
        let moment = Moment::of(&mut chance);
        *moments.entry(moment).or_default() += 1;
        let limit = if moment == Moment::Idle { 6 } else { 390 };
        let some: Vec<&String> = (0..partners.len().min(20)).map(|_| chance.one_of(&partners)).collect();
        let at = json!({
            "streets": places.streets, "hub": format!("#/community/hub/{}", hub()), "talk": places.talk, "partners": some
        });
        let seed = 1 + chance.below(2_000_000_000);
        begin(&tablet, HAND, &[json!(seed), json!(limit), json!(round), at]);
        let mut told = Told::default();
        wait_for(moment, &mut chance, &site, &mut told, &tablet);
        tablet.kill();
        told.hear(&site);
        assert!(told.stuck.is_empty(), "round {round}: the hand could not go on: {:?}", told.stuck);
        told.saved.iter().for_each(|saved| kept.add(saved));

        tablet.reopen();
        tablet.past_the_name();
        let stored = Stored::of(&tablet);
        let book = stored.prove().unwrap_or_else(|why| panic!("killed in round {round} ({moment:?}): {why}"));
        let missing = kept.missing(&book, &stored);
        assert!(missing.is_empty(), "killed in round {round} ({moment:?}): said to be saved and gone: {missing:?}");
        let ghosts = stored.ghosts(&book);
        assert!(ghosts.is_empty(), "killed in round {round} ({moment:?}): done, and still a draft: {ghosts:?}");
        let half = |name: &str| {
            with(&book, "partner", "name", name).all(|row| row.text("contact_name") != Some(&format!("for {name}")))
        };
        let halves: Vec<&String> = kept.partners.iter().filter(|name| half(name)).collect();
        assert!(halves.is_empty(), "killed in round {round} ({moment:?}): half there: {halves:?}");

        // What the app shows is what the log says.
        let names = words_of(&book, "partner", "name");
        see_count(&tablet, book.records("partner").filter(|record| record.is_alive()).count());
        let of_round = format!("Partner r{round}n");
        let mine: Vec<&&str> = names.iter().filter(|name| name.starts_with(&of_round)).collect();
        // More than a screenful is drawn only when one comes there.
        if mine.len() < 10 {
            tablet.until("the list showing what the log says", SHOWS, &[json!(of_round), json!(mine)]);
        }
        assert!(!tablet.text().contains("can’t be read"), "killed in round {round}: {}", tablet.text());
        folds += usize::from(stored.log.len() < segments);
        segments = stored.log.len();
        snapshots += usize::from(stored.snapshot.is_some());
        let made_here =
            book.records("partner").filter(|row| row.text("name").is_some_and(|name| name.starts_with("Partner")));
        partners = made_here.map(|row| row.id.to_string()).collect();
        partners.sort();
    }
    let all: usize = kept.all.values().sum();
    println!(
        "kills: {rounds} ({moments:?}), {all} acknowledged saves ({:?}): 0 lost, 0 faults, 0 ghost drafts; {folds} folds, \
         a snapshot in {snapshots} starts",
        kept.all
    );
    assert!(all >= rounds, "only {all} saves in {rounds} rounds");
}
