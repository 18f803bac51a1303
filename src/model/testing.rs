//! How many cases the property tests try, and random histories for what is kept up.

use super::book::Book;
use super::id::{DeviceId, Id};
use super::index::Index;
use super::kind::Kinds;
use super::operation::{DELETED, ERASED, Operation};
use super::stamp::{Stream, Tick};
use super::value::Value;
use proptest::prelude::*;
use std::fmt::Debug;
use std::hash::{BuildHasher, RandomState};

/// So many cases, or as many times more as `PORCHLIGHT_CASES` says: `make soak` tries new ones for a while.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let cases = many(usual);
    ProptestConfig { max_global_rejects: cases.max(1_024), ..ProptestConfig::with_cases(cases) }
}

/// How many [`cases`] are tried.
pub(crate) fn many(usual: u32) -> u32 {
    let times = std::env::var("PORCHLIGHT_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    usual.saturating_mul(times)
}

/// Where whoever counts through numbers begins: as property tests draw, the same each time where `PROPTEST_RNG_SEED` is
/// given, and otherwise anywhere.
pub(crate) fn seed_of_all() -> u64 {
    let given = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok());
    let by_chance = || RandomState::new().hash_one(0) >> 24;
    given.unwrap_or_else(by_chance)
}

/// What is written of the records of a kind: its identity, those of the records, and the values that each field may get.
/// `@21` is a link to record 0x21, `#5` a number, `yes` and `no` are those, `-` clears the field, anything else is text.
pub(crate) type Written = (&'static str, &'static [u128], &'static [(&'static str, &'static [&'static str])]);

/// Steps of operations on such records by three tablets, as they might come from taps, files and undos: with clocks in
/// any order, records deleted, brought back and erased.
pub(crate) fn histories(
    written: &'static [Written],
    steps: std::ops::Range<usize>,
) -> impl Strategy<Value = Vec<Vec<Operation>>> {
    let value = || (any::<prop::sample::Index>(), any::<prop::sample::Index>());
    // Some fields, or so many that most are written.
    let fields = prop_oneof![prop::collection::vec(value(), 1..5), prop::collection::vec(value(), 20..30)];
    let deed = prop_oneof![12 => Just(None), 2 => Just(Some((DELETED, true))), 1 => Just(Some((DELETED, false))), 1 => Just(Some((ERASED, true)))];
    let operation = (0..written.len(), any::<prop::sample::Index>(), fields, deed, 0u64..3, 0u64..400);
    let step = prop::collection::vec(operation, 1..6);
    prop::collection::vec(step, steps).prop_map(move |steps| {
        let mut seq = 0;
        let mut operation = |(kind, id, fields, deed, dev, tick): (
            usize,
            prop::sample::Index,
            Vec<_>,
            Option<(&str, bool)>,
            u64,
            u64,
        )| {
            let (kind, ids, known): &Written = &written[kind];
            let value = |(field, value): (prop::sample::Index, prop::sample::Index)| {
                let (key, values) = field.get(known);
                let value: &&str = value.get(values);
                ((*key).to_owned(), read(value))
            };
            let set = match deed {
                Some((key, yes)) => [(key.to_owned(), Value::Bool(yes))].into(),
                None => fields.into_iter().map(value).collect(),
            };
            seq += 1;
            let stream = Stream { dev: DeviceId(dev), epoch: 1 };
            let tick = Tick::from_ms(1_790_000_000_000 + tick * 86_400_000);
            let (kind, id) = ((*kind).to_owned(), Id(*id.get(ids)));
            let wall = "2026-09-21T12:00:00-04:00".to_owned();
            Operation { stream, writer: stream, seq, tick, wall, by: None, kind, id, set, prev: [].into() }
        };
        steps.into_iter().map(|step| step.into_iter().map(&mut operation).collect()).collect()
    })
}

fn read(value: &str) -> Value {
    match (value, value.split_at_checked(1)) {
        ("-", _) => Value::Null,
        ("yes" | "no", _) => Value::Bool(value == "yes"),
        (_, Some(("@", id))) => Value::link(Id(u128::from_str_radix(id, 16).unwrap())),
        (_, Some(("#", number))) => Value::Number(number.parse().unwrap()),
        _ => Value::text(value),
    }
}

/// Plays a history, and asks after each step from this one on: what is kept up is what is worked out from scratch.
pub(crate) fn is_kept_up<T: PartialEq + Debug>(
    kinds: Kinds,
    history: &[Vec<Operation>],
    from: usize,
    before: impl Fn(&Book, &mut Index),
    ask: impl Fn(&Book, &mut Index) -> T,
) -> Result<(), TestCaseError> {
    let (mut book, mut index) = (Book::new(kinds), Index::default());
    for (at, step) in history.iter().enumerate() {
        for change in book.apply_all(step) {
            index.follow(&book, &change);
        }
        before(&book, &mut index);
        if at >= from {
            prop_assert_eq!(ask(&book, &mut index), ask(&book, &mut Index::default()), "after step {}", at);
        }
    }
    Ok(())
}
