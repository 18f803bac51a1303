use super::*;
use crate::model::testing::cases;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[test]
fn numbers_are_written_in_their_order() {
    let edges = [-FAR + 1, -238_328, -3_907, -3_906, -3_905, -63, -62, -1, 0, 61, 62, 3_905, 3_906, 238_328, FAR - 1];
    let all: Vec<String> = edges.iter().map(|number| written(&[*number])).collect();
    assert!(all.is_sorted_by(|a, b| a < b), "{all:?}");
    for (number, rank) in edges.iter().zip(&all) {
        assert_eq!(read(rank), Some(vec![*number]));
    }
    assert_eq!([written(&[0]), written(&[61]), written(&[62])], ["a0", "az", "b00"]);
    assert_eq!([written(&[-1]), written(&[-62]), written(&[-63])], ["Zz", "Z0", "Yzz"]);
}

#[test]
fn what_is_no_rank_is_told_apart() {
    for text in ["", "a", "b0", "a-", "A0", "z0", "a0é", "a00", "é", "\0", "izzzzzzzzz", "R000000000"] {
        assert_eq!(read(text), None, "{text}");
        assert_eq!(between(Some(text), None, 1), None, "{text}");
    }
    assert_eq!(between(Some("a1"), Some("a1"), 1), None);
    assert_eq!(between(Some("a2"), Some("a1"), 1), None);
}

/// How long the longest rank is after so many inserts, each where `place` says among the ones there.
fn longest(count: usize, near: usize, place: impl Fn(usize, usize) -> usize) -> (usize, usize) {
    let mut list: Vec<String> = many_between(None, None, 2, 7).unwrap();
    let mut others = 0;
    for turn in 0..count {
        let at = place(turn, list.len());
        let ranks: Vec<&str> = list.iter().map(|rank| &**rank).collect();
        // Only what is near is looked at where nothing else needs another rank, so that the test is quick.
        let (from, to) = (at.saturating_sub(near), at.saturating_add(near).min(list.len()));
        let moved = arrange(&ranks[from..to], at - from, 1, turn as u64);
        others += moved.others.len();
        for (at, rank) in moved.others {
            list[from + at] = rank;
        }
        list.insert(at, moved.ranks.into_iter().next().unwrap());
    }
    assert!(list.is_sorted_by(|a, b| a < b));
    (list.iter().map(String::len).max().unwrap(), others)
}

#[test]
fn ten_thousand_at_one_place_stay_short() {
    // Typed one below the other in the middle of a list, or each above the one before: the ranks count on.
    let (down, rewritten) = longest(10_000, 2, |turn, _| turn + 1);
    assert!(down <= 12 && rewritten == 0, "{down}, {rewritten}");
    let (up, rewritten) = longest(10_000, 2, |_, _| 1);
    assert!(up <= 12 && rewritten == 0, "{up}, {rewritten}");
    let (end, rewritten) = longest(10_000, 2, |_, length| length);
    assert!(end <= 6 && rewritten == 0, "{end}, {rewritten}");
    // Each between the last two, the worst there is: neighbors get other ranks now and then, some three for each insert.
    let (zigzag, rewritten) = longest(2_000, usize::MAX, |turn, _| turn / 2 + 1);
    assert!(zigzag <= LONG && rewritten < 8_000, "{zigzag}, {rewritten}");
}

#[test]
fn a_pasted_list_gets_ranks_of_its_own() {
    let ranks = many_between(Some("a1"), Some("a2"), 300, 3).unwrap();
    assert!(ranks.is_sorted_by(|a, b| a < b));
    assert!(ranks.iter().all(|rank| &**rank > "a1" && &**rank < "a2" && rank.len() <= 9), "{ranks:?}");
}

#[test]
fn what_is_alike_blank_or_foreign_is_put_in_order_by_the_move_beside_it() {
    for (ranks, at) in [
        (&["a1", "a1", "a1"][..], 1),
        (&["", "", "a1"], 1),
        (&["", ""], 2),
        (&["!", "a1", "zebra", "é"], 3),
        (&["a1", "a1x", "a2"], 2),
        (&["izzzzzzzzz"], 1),
        (&["R000000000"], 0),
    ] {
        let moved = arrange(ranks, at, 2, 9);
        assert!(!moved.others.is_empty(), "{ranks:?}");
        assert!(is_in_order(ranks, at, &moved), "{ranks:?}: {moved:?}");
    }
}

/// Whether what was moved stands where it was meant to, and all else as before.
fn is_in_order(ranks: &[&str], at: usize, moved: &Moved) -> bool {
    let mut list: Vec<String> = ranks.iter().map(|rank| (*rank).to_owned()).collect();
    for (at, rank) in &moved.others {
        list[*at].clone_from(rank);
    }
    let (before, after) = list.split_at(at);
    let below = |low: &str, high: &str| low < high;
    let untouched = |at: usize| !moved.others.iter().any(|(other, _)| *other == at);
    let around = before.last().is_none_or(|low| below(low, &moved.ranks[0]))
        && after.first().is_none_or(|high| below(&moved.ranks[moved.ranks.len() - 1], high));
    // What was alike before and lies farther off stays so.
    let sorted = list.windows(2).enumerate().all(|(at, pair)| match untouched(at) && untouched(at + 1) {
        true => pair[0] <= pair[1],
        false => pair[0] < pair[1],
    });
    around && sorted && moved.ranks.is_sorted_by(|a, b| a < b)
}

/// Texts that might stand where a rank does.
fn any_rank() -> impl Strategy<Value = String> {
    let path = prop::collection::vec(prop_oneof![-70i64..70, -5000i64..5000, any::<i64>()], 1..4);
    prop_oneof![
        6 => path.prop_map(|path| written(&path.into_iter().map(|number| number % FAR).collect::<Vec<_>>())),
        1 => Just(String::new()),
        1 => "[a-cX-Z][0-9a-zA-Z]{0,4}",
        1 => any::<String>(),
        1 => "(a0){15,30}",
    ]
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_rank_lies_between(a in any_rank(), b in any_rank(), seed: u64) {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        match between(Some(&low), Some(&high), seed) {
            Some(rank) => prop_assert!(low < rank && rank < high, "{low} {rank} {high}"),
            None => prop_assert!(low == high || read(&low).is_none() || read(&high).is_none() || low.len() > 40 || high.len() > 8),
        }
        for (before, after) in [(Some(&*low), None), (None, Some(&*low))] {
            let Some(rank) = between(before, after, seed) else { continue };
            prop_assert!(before.is_none_or(|low| low < &*rank) && after.is_none_or(|high| &*rank < high));
        }
    }

    #[test]
    fn whatever_is_moved_stands_where_it_was_put(
        mut ranks in prop::collection::vec(any_rank(), 0..8), at in 0usize..9, count in 1usize..5, seed: u64,
    ) {
        ranks.sort();
        let ranks: Vec<&str> = ranks.iter().map(|rank| &**rank).collect();
        let at = at.min(ranks.len());
        let moved = arrange(&ranks, at, count, seed);
        prop_assert_eq!(moved.ranks.len(), count);
        prop_assert!(is_in_order(&ranks, at, &moved), "{:?}", moved);
    }

    /// Two tablets move, insert and exchange in any turn; each write has a time, and of two for one thing the later counts.
    #[test]
    fn two_tablets_that_heard_the_same_have_one_order(
        steps in prop::collection::vec((any::<bool>(), 0usize..3, any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u64>()), 1..60),
        foreign in prop::collection::vec(any_rank(), 0..3),
    ) {
        type Written = BTreeMap<u64, (u64, String)>;
        let order = |written: &Written| {
            let mut all: Vec<(String, u64)> = written.iter().map(|(id, (_, rank))| (rank.clone(), *id)).collect();
            all.sort();
            all
        };
        let merge = |into: &mut Written, from: &Written| for (id, (time, rank)) in from {
            let known = into.entry(*id).or_insert((*time, rank.clone()));
            if known.0 < *time {
                *known = (*time, rank.clone());
            }
        };
        let mut tablets = [Written::new(), Written::new()];
        for (id, rank) in foreign.into_iter().enumerate() {
            tablets[0].insert(id as u64, (0, rank));
        }
        let mut ids = 100;
        for (step, (which, what, thing, to, seed)) in steps.into_iter().enumerate() {
            let which = usize::from(which);
            // No two writes have one time.
            let time = 1 + step as u64;
            let mut all = order(&tablets[which]);
            let id = match what {
                0 => {
                    ids += 1;
                    ids
                }
                1 if !all.is_empty() => {
                    let at = thing.index(all.len());
                    all.remove(at).1
                }
                _ => {
                    let other = tablets[1 - which].clone();
                    merge(&mut tablets[which], &other);
                    continue;
                }
            };
            let at = to.index(all.len() + 1);
            let ranks: Vec<&str> = all.iter().map(|(rank, _)| &**rank).collect();
            let moved = arrange(&ranks, at, 1, seed);
            let others = moved.others.iter().map(|(at, rank)| (all[*at].1, rank.clone()));
            let writes: Vec<(u64, String)> = others.chain([(id, moved.ranks[0].clone())]).collect();
            tablets[which].extend(writes.into_iter().map(|(id, rank)| (id, (time, rank))));
            let now: Vec<u64> = order(&tablets[which]).into_iter().map(|(_, id)| id).collect();
            prop_assert_eq!(now.iter().position(|known| *known == id), Some(at));
        }
        let [mut one, mut two] = tablets;
        let before = one.clone();
        merge(&mut one, &two);
        merge(&mut two, &before);
        let all = order(&one);
        prop_assert_eq!(&all, &order(&two));
        let mut ids: Vec<u64> = all.into_iter().map(|(_, id)| id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), one.len(), "each once");
    }

    #[test]
    fn what_each_typed_in_one_go_stays_together(seed: u64, other: u64) {
        // Between two lines, on two tablets at once: only neighbors by chance lie among each other.
        prop_assume!(seed != other);
        let one = many_between(Some("a1"), Some("a2"), 5, seed).unwrap();
        let two = many_between(Some("a1"), Some("a2"), 5, other).unwrap();
        let numbers = |ranks: &[String]| ranks.iter().map(|rank| read(rank).unwrap()[1]).collect::<Vec<_>>();
        let (first, second) = (numbers(&one), numbers(&two));
        let apart = first[4] < second[0] || second[4] < first[0];
        prop_assert!(apart || (first[0] - second[0]).abs() <= 5 * 1024);
    }
}
