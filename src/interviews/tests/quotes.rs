//! Quotes and their themes on several tablets: who saw what, whoever heard of it first.

mod themes;
mod untagged;

use crate::findings::evidence as findings;
use crate::findings::kinds::finding::RECEIPT;
use crate::formats::testing;
use crate::interviews::kappa::Agreement;
use crate::interviews::kinds::interview::{INTERVIEW, SAID, SPEAKER};
use crate::interviews::kinds::quote::{CODING, QUOTE, THEME};
use crate::interviews::kinds::recording::RECORDING;
use crate::interviews::quotes::{
    Branch, Filter, OfferedAnswers, Quote, agreement, code_book, coders, coding_id, in_all, marked, marked_by_name,
    merged, offered, parted, quotes, within,
};
use crate::model::book::Book;
use crate::model::index::Index;
use crate::model::operation::DELETED;
use crate::model::record_write::RecordWrite;
use crate::model::same_as::canonical;
use crate::model::testing::cases;
use crate::work::testing::*;
use proptest::prelude::*;
use std::collections::HashSet;

const GETTING: Id = Id(0x31);
/// Under “Getting there”.
const BUSES: Id = Id(0x32);
const HOURS: Id = Id(0x33);
/// Much like the opening hours.
const CLOSED: Id = Id(0x34);
const THEMES: [Id; 4] = [GETTING, BUSES, HOURS, CLOSED];
const ANA: Id = Id(0x41);
const BEN: Id = Id(0x42);

fn texts(kind: &'static str, id: Id, values: &[(&str, &str)]) -> RecordWrite {
    (kind, id, values.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))).collect())
}

/// Two interviews, with three people, and quotes 0x51 to 0x55.
fn rows() -> Vec<RecordWrite> {
    let hex = |id: u128| Id(id).to_string();
    let quote = |id: u128, interview: u128, words: &str, more: &[(&str, &str)]| {
        let mut row = texts(QUOTE.id, Id(id), &[("words", words), ("interview", &hex(interview))]);
        row.2.extend(more.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))));
        row
    };
    let mut rows = vec![
        texts(
            INTERVIEW.id,
            Id(0x11),
            // The later hour of the clock, and the earlier one of the day.
            &[("called", "One"), ("when", "2026-11-20T16:00:00+01:00"), ("language", "en")],
        ),
        texts(INTERVIEW.id, Id(0x12), &[("called", "Two"), ("when", "2026-11-20T11:00:00-05:00")]),
        texts(
            SPEAKER.id,
            Id(0x21),
            &[("interview", &hex(0x11)), ("role", "parent"), ("neighbourhood", "Río Abajo"), ("language", "es")],
        ),
        texts(SPEAKER.id, Id(0x22), &[("interview", &hex(0x12)), ("role", "teacher")]),
        texts(SPEAKER.id, Id(0x23), &[("interview", &hex(0x12)), ("role", "student"), ("neighbourhood", "RIO ABAJO")]),
        texts(THEME.id, GETTING, &[("name", "Getting there")]),
        texts(THEME.id, BUSES, &[("name", "Buses"), ("under", &GETTING.to_string())]),
        texts(THEME.id, HOURS, &[("name", "Ánd when it is open")]),
        texts(THEME.id, CLOSED, &[("name", "Closed too early")]),
        texts(SAID.id, Id(0x61), &[("words", "…"), ("when", "2026-11-20T11:20:00-05:00")]),
        texts(SAID.id, Id(0x62), &[("words", "…"), ("when", "2026-11-20T11:10:00-05:00")]),
        texts(RECORDING.id, Id(0x71), &[("interview", &hex(0x12)), ("when", "2026-11-20T11:05:00-05:00")]),
        quote(0x51, 0x11, "El último autobús sale a las seis", &[("question", "barriers")]),
        quote(0x52, 0x12, "The bus, the BUS", &[("said", &hex(0x61)), ("speaker", &hex(0x23)), ("shown", "The bus")]),
        quote(0x53, 0x12, "Closed when I get off work", &[("said", &hex(0x62)), ("speaker", &hex(0x22))]),
        quote(0x54, 0x12, "I walk", &[("recording", &hex(0x71)), ("question", "barriers")]),
        quote(0x55, 0x12, "Nobody told me", &[("said", &hex(0x62)), ("shown", " ")]),
    ];
    let mut number = |id: u128, key: &str, number: f64| {
        let row = rows.iter_mut().find(|row| row.1 == Id(id)).unwrap();
        row.2.insert(key.to_owned(), Value::Number(number));
    };
    number(0x53, "from", 30.0);
    number(0x55, "from", 4.0);
    number(0x54, "second", 420.5);
    number(0x54, "until", 431.0);
    rows
}

fn write(tablet: &Tablet, row: RecordWrite) {
    let label = crate::work::command::words::IMPORTED_ROWS.with("count", 1usize);
    now(tablet.work.run(Command::Write { label, rows: vec![row] })).unwrap();
}

fn tablet(seed: u64) -> Tablet {
    let tablet = Tablet::new(seed);
    rows().into_iter().for_each(|row| write(&tablet, row));
    tablet
}

/// The same quotes and themes on two tablets.
fn two() -> (Tablet, Tablet) {
    let (a, b) = (tablet(1), Tablet::new(2));
    b.import(&a.export()).unwrap();
    (a, b)
}

fn meet(a: &Tablet, b: &Tablet) {
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
}

fn mark(tablet: &Tablet, quote: u128, theme: Id, coder: Id, fits: bool) {
    write(tablet, marked(Id(quote), theme, Some(coder), fits));
}

fn asked(tablet: &Tablet, filter: &Filter) -> Vec<Quote> {
    tablet.work.look(|book, index| quotes(book, index, filter))
}

fn ids(tablet: &Tablet, filter: &Filter) -> Vec<u128> {
    asked(tablet, filter).iter().map(|quote| quote.id.0).collect()
}

fn about(theme: Id) -> Filter {
    Filter { theme: Some(theme), ..Filter::default() }
}

fn themes(tablet: &Tablet, quote: u128) -> Vec<Id> {
    asked(tablet, &Filter::default()).into_iter().find(|known| known.id == Id(quote)).unwrap().themes
}

fn tree(tablet: &Tablet) -> Vec<(Id, usize, usize)> {
    let branches = tablet.work.look(|book, _| code_book(book));
    branches.into_iter().map(|Branch { theme, depth, quotes }| (theme, depth, quotes)).collect()
}

fn agreed(tablet: &Tablet) -> Vec<(Id, Agreement)> {
    tablet.work.look(|book, _| agreement(book, ANA, BEN))
}

fn counts(both: usize, only_first: usize, only_second: usize, neither: usize) -> Agreement {
    Agreement { both, only_first, only_second, neither }
}

#[test]
fn quotes_come_newest_interview_first_and_then_as_it_went() {
    let tablet = tablet(1);
    // The sound at 11:12, a line of 11:10 with two quotes in it, one of 11:20.
    assert_eq!(ids(&tablet, &Filter::default()), [0x55, 0x53, 0x54, 0x52, 0x51]);
    let all = asked(&tablet, &Filter::default());
    let told: Vec<_> = all.iter().map(|quote| (&*quote.words, &*quote.shown)).collect();
    assert_eq!(told[0], ("Nobody told me", "Nobody told me"));
    assert_eq!(told[3], ("The bus, the BUS", "The bus"));
    // Two took part in the later one: nobody can say which of them it was.
    assert_eq!((all[0].speaker, &*all[0].role), (None, ""));
    assert_eq!(all[2].recording, Some((Id(0x71), 420.5, 431.0)));
    assert_eq!((&*all[0].when, all[0].interview), ("2026-11-20T11:00:00-05:00", Id(0x12)));
    // One took part in the earlier one: it was them.
    let alone = &all[4];
    assert_eq!((alone.speaker, &*alone.role, &*alone.language), (Some(Id(0x21)), "parent", "es"));
    assert_eq!((&*alone.neighborhood, &*alone.question), ("Río Abajo", "barriers"));
}

#[test]
fn every_filter_narrows_and_all_together() {
    let tablet = tablet(1);
    let some = |words: &str| Some(words.to_owned());
    let none = Filter::default;
    for (filter, found) in [
        (Filter { question: some("barriers"), ..none() }, vec![0x54, 0x51]),
        (Filter { role: some("student"), ..none() }, vec![0x52]),
        (Filter { neighborhood: some("rio abajo"), ..none() }, vec![0x52, 0x51]),
        (Filter { language: some("es"), ..none() }, vec![0x51]),
        (Filter { words: "BUS the".to_owned(), ..none() }, vec![0x52]),
        (Filter { words: "autobus".to_owned(), ..none() }, vec![0x51]),
        (Filter { words: "bus".to_owned(), question: some("barriers"), ..none() }, vec![0x51]),
        (Filter { role: some("parent"), neighborhood: some("Elsewhere"), ..none() }, vec![]),
    ] {
        assert_eq!(ids(&tablet, &filter), found, "{filter:?}");
    }
    // Where nobody says what somebody speaks, it is what the interview was held in.
    write(&tablet, (SPEAKER.id, Id(0x21), [("language".to_owned(), Value::Null)].into()));
    assert_eq!(ids(&tablet, &Filter { language: some("en"), ..none() }), [0x51]);
}

#[test]
fn what_is_offered_to_narrow_by_is_what_quotes_have() {
    let tablet = tablet(1);
    let set = |words: &[&str]| words.iter().map(|words| (*words).to_owned()).collect();
    let offered = || tablet.work.look(|book, _| offered(book));
    let everything = OfferedAnswers {
        questions: set(&["barriers"]),
        roles: set(&["parent", "student", "teacher"]),
        neighborhoods: vec!["Río Abajo".to_owned()],
        languages: set(&["es"]),
    };
    assert_eq!(offered(), everything);
    // What nothing is found by is not offered.
    write(&tablet, (QUOTE.id, Id(0x52), [(DELETED.to_owned(), Value::Bool(true))].into()));
    assert_eq!(offered(), OfferedAnswers { roles: set(&["parent", "teacher"]), ..everything.clone() });
    write(&tablet, (INTERVIEW.id, Id(0x11), [(DELETED.to_owned(), Value::Bool(true))].into()));
    assert_eq!(
        offered(),
        OfferedAnswers { questions: set(&["barriers"]), roles: set(&["teacher"]), ..OfferedAnswers::default() }
    );
}

#[test]
fn a_mark_is_taken_back_by_the_one_who_made_it_alone() {
    let (a, b) = two();
    mark(&a, 0x52, BUSES, ANA, true);
    mark(&b, 0x52, BUSES, BEN, true);
    meet(&a, &b);
    assert_eq!((themes(&a, 0x52), ids(&a, &about(BUSES))), (vec![BUSES], vec![0x52]));
    mark(&a, 0x52, BUSES, ANA, false);
    assert_eq!(themes(&a, 0x52), [BUSES]);
    mark(&b, 0x52, BUSES, BEN, false);
    meet(&a, &b);
    assert_eq!((themes(&a, 0x52), themes(&b, 0x52)), (vec![], vec![]));
    // Each changed their mind in a record of their own.
    let known = |tablet: &Tablet| tablet.work.look(|book, _| book.records(CODING.id).count());
    assert_eq!((known(&a), known(&b)), (2, 2));
    mark(&a, 0x52, BUSES, ANA, true);
    assert_eq!(themes(&a, 0x52), [BUSES]);
    // What nobody signed is a mark, too.
    write(&a, marked(Id(0x53), HOURS, None, true));
    assert_eq!(themes(&a, 0x53), [HOURS]);
    assert_eq!(coding_id(Id(1), Id(2), None), coding_id(Id(1), Id(2), None));
    assert_ne!(coding_id(Id(1), Id(2), None), coding_id(Id(1), Id(2), Some(ANA)));
    assert_ne!(findings::receipt_id(Id(1), Id(2)), findings::receipt_id(Id(2), Id(1)));
}

#[test]
fn what_is_said_again_after_it_was_taken_back_is_there() {
    let tablet = tablet(1);
    let label = || crate::work::command::words::CHANGED.message();
    let write = |row: RecordWrite| {
        now(tablet.work.run(Command::Write { label: label(), rows: vec![row] })).unwrap().step.unwrap()
    };
    let quoted = || findings::receipt(Id(0xf1), Id(0x52), true);
    let stands = |id: Id| tablet.work.state().book.alive(RECEIPT.id, id).is_some();
    let step = write(marked(Id(0x52), BUSES, Some(ANA), true));
    let receipt = quoted().1;
    write(quoted());
    now(tablet.work.run(Command::Delete(RECEIPT.id, receipt))).unwrap();
    now(tablet.work.run(Command::Undo(step))).unwrap();
    assert_eq!((themes(&tablet, 0x52), stands(receipt)), (vec![], false));
    write(marked(Id(0x52), BUSES, Some(ANA), true));
    let again = write(quoted());
    assert_eq!((themes(&tablet, 0x52), stands(receipt)), (vec![BUSES], true));
    // And what was said again can be taken back again.
    now(tablet.work.run(Command::Undo(again))).unwrap();
    assert!(!stands(receipt));
}

#[test]
fn coders_are_compared_over_what_both_have_looked_at() {
    let tablet = tablet(1);
    // Both read 51 to 54; only one read 55.
    for (quote, theme, ana, ben) in [
        (0x51, BUSES, true, true),
        (0x52, BUSES, true, false),
        (0x53, HOURS, false, true),
        (0x54, HOURS, true, true),
        (0x54, BUSES, false, true),
    ] {
        mark(&tablet, quote, theme, ANA, ana);
        mark(&tablet, quote, theme, BEN, ben);
    }
    mark(&tablet, 0x55, CLOSED, ANA, true);
    write(&tablet, marked(Id(0x55), CLOSED, None, true));
    let looked = |tablet: &Tablet| tablet.work.look(|book, _| coders(book));
    assert_eq!(looked(&tablet), [(ANA, 5), (BEN, 4)]);
    // By name: “Ánd when it is open” before “Buses”.
    assert_eq!(agreed(&tablet), [(HOURS, counts(1, 0, 1, 2)), (BUSES, counts(1, 1, 1, 1))]);
    let all = in_all(&agreed(&tablet));
    assert_eq!((all, all.kappa()), (counts(2, 1, 2, 3), Some(0.25)));
    assert_eq!(in_all(&[]).kappa(), None);
    // A quote that is gone does not count.
    now(tablet.work.run(Command::Delete(QUOTE.id, Id(0x54)))).unwrap();
    assert_eq!(looked(&tablet), [(ANA, 4), (BEN, 3)]);
    assert_eq!(agreed(&tablet), [(HOURS, counts(0, 0, 1, 2)), (BUSES, counts(1, 1, 0, 1))]);
    let with_herself = tablet.work.look(|book, _| agreement(book, ANA, ANA));
    assert_eq!(with_herself, [(BUSES, counts(2, 0, 0, 2)), (CLOSED, counts(1, 0, 0, 3))]);
}

/// Everything that is worked out from a book.
fn all_of(book: &Book) -> impl PartialEq + std::fmt::Debug + use<> {
    let quotes = quotes(book, &mut Index::default(), &Filter::default());
    let found = THEMES.map(|theme| within(book, theme));
    (quotes, code_book(book), coders(book), agreement(book, ANA, BEN), found)
}

proptest! {
    #![proptest_config(cases(24))]
    #[test]
    fn it_does_not_matter_who_heard_of_what_first(
        marks in prop::collection::vec((any::<bool>(), 0x51u128..0x56, 0usize..4, any::<bool>(), any::<bool>()), 0..14),
        merges in prop::collection::vec((any::<bool>(), 0usize..4, 0usize..4, 0u8..3), 0..4),
    ) {
        let (a, b) = two();
        for (on_a, quote, theme, by_ana, fits) in &marks {
            let tablet = if *on_a { &a } else { &b };
            mark(tablet, *quote, THEMES[*theme], if *by_ana { ANA } else { BEN }, *fits);
        }
        for (on_a, theme, other, what) in &merges {
            let (theme, other) = (THEMES[*theme], THEMES[*other]);
            let row = match what {
                0 => merged(theme, other),
                1 => parted(theme),
                _ => texts(THEME.id, theme, &[("under", &other.to_string())]),
            };
            write(if *on_a { &a } else { &b }, row);
        }
        let (from_a, from_b) = (a.export(), b.export());
        a.import(&from_b).unwrap();
        b.import(&from_a).unwrap();
        let late = Tablet::new(3);
        late.import(&from_b).unwrap();
        late.import(&from_a).unwrap();
        let [one, other, third] = [&a, &b, &late].map(|tablet| tablet.work.look(|book, _| all_of(book)));
        prop_assert!(one == other, "{:?} {:?}", one, other);
        prop_assert!(one == third, "{:?} {:?}", one, third);
        // What the code book counts is what the filter finds, and each theme is listed once or merged.
        for (theme, _, count) in tree(&a) {
            prop_assert_eq!(ids(&a, &about(theme)).len(), count);
        }
        let listed: HashSet<Id> = tree(&a).into_iter().map(|(theme, ..)| theme).collect();
        let names = THEMES.map(|theme| a.work.look(|book, _| canonical(book, THEME.id, theme)));
        prop_assert_eq!(listed.len(), tree(&a).len());
        prop_assert_eq!(listed, names.into_iter().collect::<HashSet<Id>>());
        // Agreement does not ask who is named first.
        let turned: Vec<_> = a.work.look(|book, _| agreement(book, BEN, ANA)).into_iter().map(|(theme, counts)| {
            (theme, Agreement { only_first: counts.only_second, only_second: counts.only_first, ..counts })
        }).collect();
        prop_assert_eq!(agreed(&a), turned);
    }
}
