//! The browser killed in the middle of a big step: an import, its undo, an erasure. All of it is done, or nothing.

use crate::common::{self, Told, begin, scaled, see_count, write_export};
use crate::tablet::chance::Chance;
use crate::tablet::stored::{Stored, with};
use crate::tablet::{Site, Tablet};
use porchlight::model::book::Book;
use porchlight::model::id::Id;
use serde_json::json;
use std::time::{Duration, Instant};

/// How many operations a step takes in, and how many lie there before.
const BATCH: usize = 3_000;
const BEFORE: usize = 2_000;

/// Presses a button again and again until it is gone or the step is said to be done, and tells of that.
const STEP: &str = "
    const [button, said] = arguments;
    (async () => {
        await tap(button, () => called(button), () => text().includes(said));
        await saved();
        tell([said]);
    })().catch((error) => stuck(error.message));";

/// What the campaign has seen.
#[derive(Default)]
struct Seen {
    kills: usize,
    said: usize,
    whole: usize,
    nothing: usize,
}

/// Does a step and is killed in it. Gives what is stored then, and whether the step had been said to be done.
fn killed_in(
    (site, tablet, chance): (&Site, &mut Tablet, &mut Chance),
    button: &str,
    said: &str,
    seen: &mut Seen,
) -> (Stored, Book, bool) {
    tablet.see_button(button);
    site.take_requests();
    begin(tablet, STEP, &[json!(button), json!(said)]);
    let mut told = Told::default();
    if chance.in_a_hundred(30) {
        let deadline = Instant::now() + Duration::from_secs(60);
        while told.saved.is_empty() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_micros(300));
            told.hear(site);
        }
    } else {
        std::thread::sleep(chance.time(Duration::from_millis(1_500)));
    }
    tablet.kill();
    told.hear(site);
    assert!(told.stuck.is_empty(), "{:?}", told.stuck);
    seen.kills += 1;
    seen.said += told.saved.len();
    tablet.reopen();
    tablet.past_the_name();
    let stored = Stored::of(tablet);
    let book = stored.prove().unwrap_or_else(|why| panic!("killed during “{button}”: {why}"));
    assert!(!tablet.text().contains("can’t be read"), "killed during “{button}”: {}", tablet.text());
    (stored, book, !told.saved.is_empty())
}

/// How many partners of the batch are there, which must be all or none of them.
fn all_or_none(book: &Book, done: bool, seen: &mut Seen, what: &str, wanted: usize) {
    let there = book.records("partner").filter(|row| row.is_alive() && row.id.0 >> 70 == 5).count();
    assert!(there == 0 || there == BATCH, "{what}: {there} of {BATCH} partners are there");
    assert!(!done || there == wanted, "{what} was said to be done, and {there} partners are there");
    if there == wanted { seen.whole += 1 } else { seen.nothing += 1 }
}

fn alive(book: &Book) -> usize {
    book.records("partner").filter(|row| row.is_alive()).count()
}

#[test]
#[ignore = "takes minutes; `make soak` runs it"]
fn kills_during_big_steps_leave_nothing_by_halves() {
    let tablets = scaled(12);
    let mut chance = Chance::new();
    let mut seen = Seen::default();
    for number in 0..tablets {
        let site = Site::open();
        let mut tablet = Tablet::ready(&site);
        let (before, batch) = (tablet.file("before.json"), tablet.file("batch.json"));
        let many = |prefix: u128, count: usize| {
            (0..count)
                .map(|at| common::partner(Id(prefix << 70 | at as u128), format!("Imported {prefix}-{at:04}")))
                .collect()
        };
        write_export(&before, 8, many(4, BEFORE));
        write_export(&batch, 9, many(5, BATCH));
        common::take_in(&tablet, &before);
        let canary = format!("Canary{number}");
        tablet.add_partner(&canary);

        // An import.
        tablet.import(&batch);
        let (_, book, done) =
            killed_in((&site, &mut tablet, &mut chance), "Import", "taken in from “batch.json”", &mut seen);
        all_or_none(&book, done, &mut seen, "an import", BATCH);
        see_count(&tablet, alive(&book));
        if alive(&book) == BEFORE + 1 {
            common::take_in(&tablet, &batch);
        }

        // An erasure.
        let id = with(&book, "partner", "name", &canary).next().unwrap().id;
        tablet.visit_part(&format!("#/community/partner/{id}"));
        tablet.press("Delete");
        tablet.see("deleted");
        tablet.saved();
        tablet.visit_part("#/deleted");
        tablet.press("Erase permanently");
        let (stored, book, done) = killed_in(
            (&site, &mut tablet, &mut chance),
            "Yes, erase: this cannot be undone",
            // Its name is gone by then.
            "Partner permanently erased",
            &mut seen,
        );
        let erased = book.record("partner", id).unwrap().erased;
        assert!(erased || !done, "an erasure was said to be done and is not");
        let left = stored.holding(&canary);
        assert!(erased == left.is_empty(), "erased: {erased}, and the words stand in {left:?}");
        if erased {
            seen.whole += 1
        } else {
            seen.nothing += 1
        }
        see_count(&tablet, BEFORE + BATCH);

        // The undo of the import.
        tablet.visit_part("#/sync");
        tablet.see("Last import");
        let (stored, book, done) = killed_in((&site, &mut tablet, &mut chance), "Undo", "Undone", &mut seen);
        all_or_none(&book, done, &mut seen, "an undo", 0);
        see_count(&tablet, alive(&book));
        assert!(!erased || stored.holding(&canary).is_empty(), "erased words are back");
    }
    let Seen { kills, said, whole, nothing } = seen;
    println!(
        "kills during big steps: {kills} (imports of {BATCH}, erasures, undos), {said} said to be done, {whole} whole, \
         {nothing} not begun: 0 by halves, 0 erasures undone, no erased word left"
    );
}
