//! The bank of prompts: the seed's words, what is in it, what chance draws, and what two tablets make of it.

use crate::model::id::Id;
use crate::model::questionnaire::Both;
use crate::model::text::Lang;
use crate::prompts::bank::{self, Prompt, Wanted, ready_id};
use crate::prompts::kinds::{AGES, PROMPT, PROMPT_USE, use_fields as used};
use crate::prompts::ready::READY;
use crate::prompts::words;
use crate::work::command::Command;
use crate::work::testing::*;
use proptest::prelude::*;

/// “Resources and Action Guide”, Prompts and Icebreakers: copied from the seed document, apart from the app.
const HEADING: &str = "Prompts and Icebreakers";
const WHY: &str = "Asking the right question can make all the difference!";
const CONSIDER: &str = "Remember to consider:";
const CHECKS: [&str; 3] = [
    "Is this question inclusive of the experience of all who will gather?",
    "Is it age appropriate?",
    "Do you presume anything in your question?",
];

#[test]
fn the_three_checks_stand_word_for_word() {
    let section = PROMPT.sections.iter().find(|section| section.name.en == CONSIDER).unwrap();
    let asked: Vec<&str> = section.fields.iter().take(3).map(|field| field.label.en).collect();
    assert_eq!(asked, CHECKS);
    assert!(section.fields.iter().all(|field| !field.required), "they are to be thought about");
    assert_eq!((words::PROMPTS_AND_ICEBREAKERS.en, PROMPT.purpose.en), (HEADING, WHY));
    assert!(words::WHAT.en.starts_with(WHY));
}

#[test]
fn those_that_come_with_the_app_say_both_languages_and_for_whom() {
    let keys: std::collections::BTreeSet<&str> = READY.iter().map(|ready| ready.key).collect();
    assert_eq!(keys.len(), READY.len());
    for ready in READY {
        assert!(
            !ready.words.es.is_empty() && ready.words.es != ready.words.en && !ready.tags.es.is_empty(),
            "{}",
            ready.key
        );
        assert!(AGES.iter().any(|choice| choice.key == ready.age), "{}", ready.key);
    }
}

fn write(tablet: &Tablet, rows: Vec<crate::model::record_write::RecordWrite>) {
    now(tablet.work.run(Command::Write { label: words::DRAW.message(), rows })).unwrap();
}

fn all(tablet: &Tablet) -> Vec<Prompt> {
    tablet.work.look(bank::bank)
}

fn use_on(tablet: &Tablet, prompt: Id, day: &str) {
    let values = crate::model::order::values([used::PROMPT.is(prompt), used::ON.is(day)]);
    write(tablet, vec![(PROMPT_USE.id, tablet.work.new_id(), values)]);
}

#[test]
fn one_that_comes_with_the_app_becomes_the_teams_once_it_is_used() {
    let (a, b) = (Tablet::new(1), Tablet::new(1000));
    let id = ready_id(READY[0].key);
    for tablet in [&a, &b] {
        let row = bank::adopted(&tablet.work.state().book, id, Lang::En);
        write(tablet, row.into_iter().collect());
        use_on(tablet, id, "2026-11-20");
    }
    b.import(&a.export()).unwrap();
    let known = all(&b).into_iter().find(|prompt| prompt.id == id).unwrap();
    assert_eq!((all(&b).len(), known.uses, known.ready), (READY.len(), 2, true));
    assert_eq!(bank::adopted(&b.work.state().book, id, Lang::En), None);
    // Thrown out, it is not offered again.
    now(b.work.run(Command::Delete(PROMPT.id, id))).unwrap();
    assert_eq!(all(&b).len(), READY.len() - 1);
}

#[test]
fn what_is_asked_for_fits() {
    let tablet = Tablet::new(1);
    let own = tablet.work.new_id();
    let draft =
        tablet.draft(PROMPT.id, own, &[("en", "Which bus do you take?"), ("age", "teens"), ("tags", "bus, quick")]);
    now(tablet.work.run(Command::Finish(draft))).unwrap();
    let all = all(&tablet);
    let fits = |wanted: Wanted| bank::wanted(&all, &wanted, Lang::En).iter().any(|prompt| prompt.id == own);
    assert!(fits(Wanted::default()));
    assert!(fits(Wanted { age: Some("teens".into()), tag: Some("bus".into()), lang: Some(Lang::En) }));
    assert!(!fits(Wanted { age: Some("children".into()), ..Wanted::default() }));
    assert!(!fits(Wanted { lang: Some(Lang::Es), ..Wanted::default() }), "nobody has put it in Spanish");
    assert!(!fits(Wanted { tag: Some("bu".into()), ..Wanted::default() }));
    let for_children = Wanted { age: Some("children".into()), ..Wanted::default() };
    let ages = bank::wanted(&all, &for_children, Lang::En);
    assert!(ages.iter().all(|prompt| matches!(prompt.age.as_deref(), Some("children" | "all"))) && ages.len() > 1);
    let mut thought = tablet.draft(PROMPT.id, own, &[]);
    thought.set(None, "presumes", true.into());
    now(tablet.work.run(Command::Finish(thought))).unwrap();
    let careful: Vec<Id> =
        tablet.work.look(bank::bank).into_iter().filter(|one| one.careful).map(|one| one.id).collect();
    assert_eq!(careful, [own]);
}

#[test]
fn the_one_that_was_used_last_is_the_one_of_the_latest_day() {
    let tablet = Tablet::new(1);
    let [one, two] = [0, 1].map(|at| ready_id(READY[at].key));
    assert_eq!(bank::used_last(&tablet.work.state().book), None);
    use_on(&tablet, one, "2026-11-20");
    use_on(&tablet, two, "2026-11-02");
    assert_eq!(bank::used_last(&tablet.work.state().book), Some(one));
}

proptest! {
    /// Chance draws one of those there are, never the one that was used or drawn last while there is another, and each of
    /// the others sooner or later.
    #[test]
    fn chance_draws_any_but_the_last(count in 0usize..7, last in 0usize..7, drawn in 0usize..7, chance in any::<u128>()) {
        let prompt = |at: usize| Prompt {
            id: Id(at as u128 + 1), words: Both::default(), age: None, tags: Both::default(), ready: false, uses: 0,
            last: None, careful: false,
        };
        let all: Vec<Prompt> = (0..count).map(prompt).collect();
        let from: Vec<&Prompt> = all.iter().collect();
        let not = [Some(Id(last as u128 + 1)), Some(Id(drawn as u128 + 1))];
        let found = bank::draw(&from, &not, chance);
        prop_assert_eq!(found.is_none(), count == 0);
        let fresh = all.iter().filter(|prompt| !not.contains(&Some(prompt.id))).count();
        if let Some(found) = found {
            prop_assert!(all.iter().any(|prompt| prompt.id == found));
            prop_assert!(fresh == 0 || !not.contains(&Some(found)));
        }
        let met: std::collections::BTreeSet<Id> = (0..count as u128).filter_map(|chance| bank::draw(&from, &not, chance)).collect();
        prop_assert_eq!(met.len(), if fresh == 0 { count } else { fresh });
    }
}
