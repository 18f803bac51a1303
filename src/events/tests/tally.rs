//! A tally on several tablets: every tap counts once, whatever is merged, killed, refused or taken back.

use crate::capabilities::kinds::KINDS;
use crate::events::kinds::tally_mark::{ADULTS, CHILDREN, LANGUAGES, MOST_AT_ONCE, PEOPLE, RESULTS, TALLY_MARK, WHAT};
use crate::events::tally::{self, Sums, Tally, TallyAct, TallyEvent};
use crate::model::author::Author;
use crate::model::testing::{Written, cases, histories, is_kept_up};
use crate::model::text::Message;
use crate::work::testing::*;
use proptest::prelude::*;
use std::collections::{BTreeSet, VecDeque};

const EVENT: Id = Id(0x31);

/// Somebody at a table. What they tap waits until it is let through.
struct AtTable {
    tablet: Tablet,
    tally: Tally,
    waiting: VecDeque<TallyAct>,
}

impl AtTable {
    fn new(seed: u64) -> AtTable {
        AtTable { tablet: Tablet::new(seed), tally: Tally::default(), waiting: VecDeque::new() }
    }

    /// The same table after its tab was killed: what waited is gone.
    fn killed(self) -> AtTable {
        AtTable { tablet: self.tablet.reopened(), tally: Tally::default(), waiting: VecDeque::new() }
    }

    fn plan(&self) {
        let values = [("name", Value::text("Fair")), ("when", Value::text("2026-10-03T10:00:00-04:00"))];
        let rows = vec![("event", EVENT, crate::model::order::values(values))];
        now(self.tablet.work.run(Command::Write { label: Message::same("planned"), rows })).unwrap();
    }

    fn tell(&mut self, event: TallyEvent<'_>) {
        self.waiting.extend(self.tally.on(event));
    }

    fn more(&mut self, what: &'static str) {
        let id = self.tablet.work.new_id();
        self.tell(TallyEvent::More(id, what));
    }

    fn fewer(&mut self, what: &'static str) {
        let id = self.tablet.work.new_id();
        self.tell(TallyEvent::Fewer(id, what));
    }

    fn undo(&mut self) {
        let me = self.tablet.work.state().me.dev;
        let kept = self.tablet.work.look(|book, index| tally::own_marks(book, index, EVENT, me));
        self.tell(TallyEvent::Undo(&kept));
    }

    /// Lets one tap through; whether one waited.
    fn let_one_through(&mut self) -> bool {
        let Some(act) = self.waiting.pop_front() else { return false };
        let work = &self.tablet.work;
        let (id, command) = match act {
            TallyAct::Keep(tap) => {
                let author = Author { by: None, now: work.now() };
                let rows = vec![tally::mark(tap.id, EVENT, tap.what, tap.by, author)];
                (tap.id, Command::Write { label: Message::same("tap"), rows })
            }
            TallyAct::TakeBack(id) => (id, Command::Delete(TALLY_MARK.id, id)),
        };
        drop(now(work.run(command)));
        self.tell(TallyEvent::Answered(id));
        true
    }

    fn settle(&mut self) {
        while self.let_one_through() {}
    }

    fn sums(&self) -> Sums {
        self.tablet.work.look(|book, index| tally::sums(book, index, EVENT))
    }

    fn shown(&self) -> Sums {
        self.tablet.work.look(|book, index| self.tally.shown(book, index, EVENT))
    }
}

#[test]
fn every_thing_that_is_tallied_stands_on_one_button() {
    let shown: Vec<&str> = [PEOPLE, LANGUAGES, RESULTS].concat();
    assert_eq!(shown, WHAT.iter().map(|choice| choice.key).collect::<Vec<_>>());
    let ages: BTreeSet<&str> = [ADULTS, CHILDREN].concat().into_iter().collect();
    assert!(ages.iter().all(|age| PEOPLE.contains(age)) && ages.len() == 4);
}

#[test]
fn a_tap_is_shown_at_once_and_kept_in_a_moment() {
    let mut table = AtTable::new(1);
    table.plan();
    table.more("ages_6_11");
    table.more("ages_19");
    assert_eq!((table.shown().people(), table.sums().people()), (2, 0));
    table.let_one_through();
    assert_eq!((table.shown().people(), table.sums().people()), (2, 1));
    table.settle();
    assert_eq!((table.shown(), table.sums().people()), (table.sums(), 2));
    assert_eq!((table.shown().adults(), table.shown().children()), (1, 1));
    table.fewer("ages_19");
    assert_eq!((table.shown().of("ages_19"), table.sums().of("ages_19")), (0, 1));
    table.settle();
    assert_eq!(table.sums().of("ages_19"), 0);
}

#[test]
fn undo_takes_back_the_last_tap_of_this_tablet_also_one_that_is_still_being_kept() {
    let mut table = AtTable::new(1);
    table.plan();
    table.undo();
    assert!(table.waiting.is_empty(), "there is nothing to take back");
    for what in ["cards", "ages_19", "questions"] {
        table.more(what);
    }
    table.undo();
    assert_eq!((table.shown().of("questions"), table.shown().of("ages_19")), (0, 1));
    // Twice in a row before the store has answered: the two last ones.
    table.undo();
    assert_eq!((table.shown().of("ages_19"), table.shown().of("cards")), (0, 1));
    table.settle();
    assert_eq!((table.sums(), table.sums().of("cards"), table.sums().people()), (table.shown(), 1, 0));
    let mut again = table.killed();
    assert_eq!(again.sums().of("cards"), 1);
    again.undo();
    again.undo();
    again.settle();
    assert!(again.sums().is_empty() && again.shown().is_empty());
}

#[test]
fn a_class_comes_in_at_once() {
    let mut table = AtTable::new(1);
    table.plan();
    table.tell(TallyEvent::AtOnce(" 24 "));
    table.more("ages_6_11");
    table.more("ages_19");
    table.settle();
    assert_eq!((table.sums().of("ages_6_11"), table.sums().of("ages_19")), (24, 1), "the number is for one tap");
    for (typed, next) in [("", Some(1)), ("1", Some(1)), ("10000", Some(MOST_AT_ONCE)), ("007", Some(7))] {
        table.tell(TallyEvent::AtOnce(typed));
        assert_eq!(table.tally.next().ok(), next, "{typed}");
    }
    for typed in ["0", "-3", "1e3", "2.5", "10001", "24 kids", "99999999999999999999", "+5"] {
        table.tell(TallyEvent::AtOnce(typed));
        table.more("ages_6_11");
        assert!(table.tally.next().is_err() && table.waiting.is_empty(), "{typed}");
        assert_eq!(table.tally.typed(), typed, "it stays where it was typed");
    }
}

#[test]
fn what_the_store_refuses_is_shown_and_kept_with_the_next() {
    let mut table = AtTable::new(1);
    table.plan();
    table.more("ages_19");
    table.settle();
    table.tablet.store.fail_with(Some(StoreError::Full));
    table.more("ages_19");
    table.settle();
    table.tablet.store.fail_with(None);
    assert_eq!(table.shown().people(), 2, "it is held");
    table.more("ages_19");
    table.settle();
    assert_eq!((table.shown().people(), table.killed().sums().people()), (3, 3));
}

#[test]
fn an_event_that_is_canceled_keeps_its_tally_and_one_that_is_erased_does_not() {
    let mut table = AtTable::new(1);
    table.plan();
    table.more("ages_19");
    table.settle();
    let canceled = [("status".to_owned(), Value::text("canceled"))].into();
    now(table.tablet.work.run(Command::Set { kind: "event", id: EVENT, values: canceled })).unwrap();
    assert_eq!(table.sums().people(), 1);
    let other = table.killed();
    assert_eq!(other.sums().people(), 1);
    now(other.tablet.work.run(Command::Delete("event", EVENT))).unwrap();
    now(other.tablet.work.run(Command::Erase("event", EVENT))).unwrap();
    assert_eq!((other.sums(), other.tablet.work.state().book.living(TALLY_MARK.id).count()), (Sums::default(), 0));
}

/// Something that happens at one of three tables.
#[derive(Clone, Copy, Debug)]
enum Deed {
    More(usize),
    Many(usize, u8),
    Fewer(usize),
    Undo,
    LetThrough,
    Kill,
    /// The notes of another table come in.
    Meet(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        8 => (0..WHAT.len()).prop_map(Deed::More),
        2 => (0..WHAT.len(), 2u8..40).prop_map(|(what, many)| Deed::Many(what, many)),
        2 => (0..WHAT.len()).prop_map(Deed::Fewer),
        3 => Just(Deed::Undo),
        4 => Just(Deed::LetThrough),
        1 => Just(Deed::Kill),
        1 => (0..3usize).prop_map(Deed::Meet),
    ]
}

/// What every tap that is kept and not taken back comes to, read out of the records one by one.
fn added_up(tablet: &Tablet) -> BTreeMap<String, i64> {
    let mut all = BTreeMap::new();
    for record in tablet.work.state().book.living(TALLY_MARK.id) {
        let what = record.text("what").unwrap().to_owned();
        *all.entry(what).or_insert(0) += record.get("by").and_then(Value::as_whole).unwrap();
    }
    all
}

proptest! {
    #![proptest_config(cases(24))]

    /// Three tablets tally at one event, are killed and meet in any order, some of them twice: all of them show the sum of
    /// all taps that were kept, each once.
    #[test]
    fn three_tablets_end_with_the_sum_of_all_taps(
        deeds in prop::collection::vec((0..3usize, deed()), 1..60),
        order in Just([(0, 1), (1, 2), (2, 0), (0, 2), (2, 1), (1, 0)]).prop_shuffle(),
    ) {
        // Far apart: a tablet that is opened again draws other identities.
        let mut tables = [1_000, 2_000, 3_000].map(AtTable::new);
        tables[0].plan();
        let planned = tables[0].tablet.export();
        tables[1].tablet.import(&planned).unwrap();
        tables[2].tablet.import(&planned).unwrap();
        // What each tap that was kept adds, by its record; a tap that is taken back adds nothing.
        let mut kept: BTreeMap<Id, (&str, i64)> = BTreeMap::new();
        let mut back: BTreeSet<Id> = BTreeSet::new();
        let mut note = |table: &AtTable| match table.waiting.front() {
            Some(TallyAct::Keep(tap)) => drop(kept.insert(tap.id, (tap.what, tap.by))),
            Some(TallyAct::TakeBack(id)) => drop(back.insert(*id)),
            None => {}
        };
        for (at, deed) in deeds {
            match deed {
                Deed::More(what) => tables[at].more(WHAT[what].key),
                Deed::Many(what, many) => {
                    tables[at].tell(TallyEvent::AtOnce(&many.to_string()));
                    tables[at].more(WHAT[what].key);
                }
                Deed::Fewer(what) => tables[at].fewer(WHAT[what].key),
                Deed::Undo => tables[at].undo(),
                Deed::LetThrough => {
                    note(&tables[at]);
                    tables[at].let_one_through();
                }
                Deed::Kill => {
                    let killed = std::mem::replace(&mut tables[at], AtTable::new(9)).killed();
                    tables[at] = killed;
                }
                Deed::Meet(other) => {
                    let notes = tables[other].tablet.export();
                    tables[at].tablet.import(&notes).unwrap();
                }
            }
        }
        for table in &mut tables {
            while !table.waiting.is_empty() {
                note(table);
                table.let_one_through();
            }
        }
        for (from, to) in order.iter().chain(&order) {
            let notes = tables[*from].tablet.export();
            tables[*to].tablet.import(&notes).unwrap();
        }
        let mut expected: BTreeMap<String, i64> = BTreeMap::new();
        for (what, by) in kept.iter().filter(|(id, _)| !back.contains(id)).map(|(_, tap)| tap) {
            *expected.entry((*what).to_owned()).or_insert(0) += by;
        }
        for table in &tables {
            prop_assert_eq!(&added_up(&table.tablet), &expected);
            for choice in WHAT {
                let sum = expected.get(choice.key).copied().unwrap_or(0);
                prop_assert_eq!((table.sums().of(choice.key), table.shown().of(choice.key)), (sum, sum), "{}", choice.key);
            }
        }
    }
}

static WRITTEN: &[Written] = &[
    (
        "tally_mark",
        &[0x41, 0x42, 0x43, 0x44, 0x45],
        &[
            ("event", &["@31", "@32", "-", "nowhere"]),
            ("what", &["ages_19", "cards", "of_a_later_version", "-"]),
            ("by", &["#1", "#24", "#-1", "many", "-"]),
        ],
    ),
    ("event", &[0x31, 0x32], &[("name", &["Fair", "Talk"]), ("status", &["held", "canceled"])]),
];

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_sums_are_kept_up(history in histories(WRITTEN, 1..12), from in 0usize..12) {
        let told = |book: &crate::model::book::Book, index: &mut crate::model::index::Index| {
            [Id(0x31), Id(0x32)].map(|event| {
                let by_device = [0, 1, 2].map(|dev| {
                    tally::own_marks(book, index, event, crate::model::id::DeviceId(dev))
                });
                (tally::sums(book, index, event), by_device)
            })
        };
        is_kept_up(KINDS, &history, from, |book, index| drop(told(book, index)), told)?;
    }
}
