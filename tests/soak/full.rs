//! Space taken away and given back, again and again, while somebody works: the chip never says “Saved” while something
//! that was done is missing from the store, and once there is space again all of it is stored.

use crate::common::scaled;
use crate::tablet::chance::Chance;
use crate::tablet::stored::{Stored, with};
use crate::tablet::{Site, Tablet};
use porchlight::model::value::Value;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Taps an answer to the question that is open; tells how many are chosen then.
const ANSWER: &str = "
    const chips = [...document.querySelectorAll('.talk .choice input')];
    chips[arguments[0] % chips.length].click();
    return chips.filter((chip) => chip.checked).length";
/// Writes a line and enters it.
const LINE: &str = "
    const field = document.querySelector('.said textarea');
    field.value = arguments[0];
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))";
/// What the chip says when what was done just now has had time to reach it.
const SETTLED: &str = "
    const done = arguments[arguments.length - 1];
    const look = () => {
        const says = squeezed(document.querySelector('.status')?.innerText);
        if (says.startsWith('Saving')) setTimeout(look, 10); else done(says);
    };
    setTimeout(look, 60);";
/// Goes on to a question whose answers are tapped, several of them.
const TO_TAP: &str = "
    if (document.querySelector('.talk .choice input[type=checkbox]')) return true;
    called('Next').click();
    return false";

/// Everything that was done, as it must be stored in the end.
#[derive(Default)]
struct Done {
    lines: BTreeSet<String>,
    partners: BTreeSet<String>,
    /// Partners whose form was left before it was known to be taken: their names must be there as drafts at least.
    typed: BTreeSet<String>,
    /// How many answers are chosen.
    chosen: usize,
}

impl Done {
    /// What the store lacks.
    fn missing(&self, stored: &Stored) -> Vec<String> {
        let book = stored.prove().unwrap_or_else(|why| panic!("{why}"));
        let there = |kind, key, words: &String| with(&book, kind, key, words).next().is_some();
        let lines = self.lines.iter().filter(|line| !there("said", "words", line)).cloned();
        let partners = self.partners.iter().filter(|name| !there("partner", "name", name)).cloned();
        let drafts = stored.drafts();
        let drafted = |name: &&String| {
            drafts.iter().any(|draft| draft.values.get("name").and_then(Value::as_text) == Some(name.as_str()))
        };
        let typed = self
            .typed
            .iter()
            .filter(|name| !drafted(name) && !there("partner", "name", name))
            .map(|name| format!("the draft of {name}"));
        let mut missing: Vec<String> = lines.chain(partners).chain(typed).collect();
        let answers = book.records("answer").filter_map(|answer| answer.text("value"));
        let chosen: usize = answers.map(|value| value.split(' ').filter(|key| !key.is_empty()).count()).sum();
        if chosen != self.chosen {
            missing.push(format!("{} answers are chosen and {chosen} stored", self.chosen));
        }
        missing
    }
}

fn settled(tablet: &Tablet) -> String {
    tablet.run_later(SETTLED, &[]).as_str().unwrap().to_owned()
}

/// Tries to add a partner and comes back to the talk. Whether it was taken.
fn add(tablet: &Tablet, name: &str, talk: &str) -> bool {
    tablet.visit_part("#/community");
    tablet.press("New partner");
    tablet.fill("Partner/Company", name);
    tablet.press("Done");
    let answer = "const words = text(); return words.includes(`${arguments[0]} added`) ? 'added' : \
                  squeezed(document.querySelector('.status').innerText).startsWith('Not saved') ? 'not saved' : null";
    let added = tablet.until("an answer", answer, &[json!(name)]) == "added";
    tablet.visit_part(talk);
    tablet.until_there(".said textarea");
    added
}

#[test]
#[ignore = "takes minutes; `make soak` runs it"]
fn a_tablet_that_is_full_again_and_again_tells_the_truth_and_stores_all_in_the_end() {
    let rounds = scaled(6);
    let mut chance = Chance::new();
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    tablet.ask_for_consent();
    tablet.agree_and_talk();
    tablet.until(
        "a question with answers to tap",
        &format!("const called = (words) => pressable(words)[0];{TO_TAP}"),
        &[],
    );
    tablet.saved();
    let talk = tablet.run("return location.hash", &[]).as_str().unwrap().to_owned();
    let space_is = |parameters: Json| tablet.chromium("Storage.overrideQuotaForOrigin", parameters);
    let mut done = Done::default();
    let (mut deeds, mut refused, mut saved) = (0, 0, 0);
    for round in 0..rounds {
        space_is(json!({ "origin": site.origin(), "quotaSize": 1 }));
        let started = Instant::now();
        let until = refused + 8;
        while refused < until {
            // Chromium notices only after a while that the space has shrunk.
            assert!(started.elapsed() < Duration::from_secs(180), "round {round}: there was always space");
            deeds += 1;
            do_something(&tablet, &mut chance, &mut done, deeds, &talk);
            let says = settled(&tablet);
            if says.starts_with("Saved on this tablet") {
                let missing = done.missing(&Stored::of(&tablet));
                assert!(missing.is_empty(), "round {round}: “{says}”, and the store lacks {missing:?}");
                saved += 1;
            } else {
                assert!(says.starts_with("Not saved"), "round {round}: the chip says “{says}”");
                refused += 1;
            }
        }
        space_is(json!({ "origin": site.origin() }));
        if chance.in_a_hundred(50) {
            tablet.press("Try again");
        } else {
            deeds += 1;
            do_something(&tablet, &mut chance, &mut done, deeds, &talk);
        }
        tablet.saved();
        let missing = done.missing(&Stored::of(&tablet));
        assert!(missing.is_empty(), "round {round}: there is space again, and the store lacks {missing:?}");
        tablet.reload();
        tablet.until_there(".said textarea");
        let shown = "return document.querySelectorAll('.talk .choice input:checked').length";
        assert_eq!(tablet.run(shown, &[]), json!(done.chosen), "round {round}: the answers that are shown");
        assert!(done.missing(&Stored::of(&tablet)).is_empty(), "round {round}: after opening anew");
    }
    println!(
        "full tablet: {rounds} times full, {deeds} things done ({} lines, {} partners, {} forms left, taps), {refused} while \
         nothing could be stored; {saved} times “Saved”, each time true; all stored in the end",
        done.lines.len(),
        done.partners.len(),
        done.typed.len()
    );
}

fn do_something(tablet: &Tablet, chance: &mut Chance, done: &mut Done, number: usize, talk: &str) {
    match chance.below(8) {
        0 => {
            let name = format!("Partner {number:04}");
            if add(tablet, &name, talk) {
                done.partners.insert(name)
            } else {
                done.typed.insert(name)
            };
        }
        1..4 => {
            let words = format!("line {number:04}.");
            tablet.run(LINE, &[json!(words)]);
            done.lines.insert(words);
        }
        _ => done.chosen = tablet.run(ANSWER, &[json!(chance.below(1_000))]).as_u64().unwrap() as usize,
    }
}
