use super::*;
use crate::model::testing::cases;
use crate::week::order::{Step, block, stepped};
use crate::week::page::Of;
use crate::week::writing::{drop_at, indent, placed_in, step};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The tasks under “Outreach To-Do”, in order: the last digit of their identity, and how far they are indented.
fn order(book: &Book) -> Vec<(u128, u8)> {
    let lines = page(book, TODAY);
    placed_in(&lines, Part::Outreach).into_iter().map(|line| (line.of.id().0 & 0xf, line.indent)).collect()
}

/// Tasks a … e, of which c and d belong to b.
fn outline() -> Book {
    let ranks = crate::model::rank::many_between(None, None, 5, 7).unwrap();
    let mut book = book(&[(0x21, &[]), (0x22, &[]), (0x23, &[]), (0x24, &[]), (0x25, &[])]);
    for (at, (rank, indent)) in ranks.iter().zip([0, 0, 1, 2, 0]).enumerate() {
        let values = [("rank".to_owned(), Value::text(rank.as_str())), ("indent".to_owned(), Value::whole(indent))];
        testing::set(&mut book, TASK.id, Id(0x21 + at as u128), values);
    }
    book
}

fn taken(book: &mut Book, id: u128, to: Step) -> bool {
    let rows = step(book, &page(book, TODAY), Of::Task(Id(id)), to, Id(99));
    let any = !rows.is_empty();
    write(book, rows);
    any
}

#[test]
fn a_line_moves_with_what_belongs_to_it() {
    let mut book = outline();
    assert_eq!(order(&book), [(1, 0), (2, 0), (3, 1), (4, 2), (5, 0)]);
    assert!(taken(&mut book, 0x22, Step::Up));
    assert_eq!(order(&book), [(2, 0), (3, 1), (4, 2), (1, 0), (5, 0)]);
    assert!(!taken(&mut book, 0x22, Step::Up), "it is the first one");
    assert!(taken(&mut book, 0x22, Step::Down));
    assert!(taken(&mut book, 0x22, Step::Down));
    assert_eq!(order(&book), [(1, 0), (5, 0), (2, 0), (3, 1), (4, 2)]);
    assert!(!taken(&mut book, 0x22, Step::Down), "it is the last one");
    assert!(taken(&mut book, 0x25, Step::Down), "past another with what belongs to that");
    assert_eq!(order(&book), [(1, 0), (2, 0), (3, 1), (4, 2), (5, 0)]);
}

#[test]
fn a_line_is_dragged_before_or_behind_another() {
    let mut book = outline();
    let mut drop = |id: u128, at: u128, behind: bool| {
        let rows = drop_at(&book, &page(&book, TODAY), Of::Task(Id(id)), Id(at), behind, Id(99));
        write(&mut book, rows);
        order(&book).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(drop(0x25, 0x21, false), [5, 1, 2, 3, 4]);
    assert_eq!(drop(0x21, 0x24, true), [5, 2, 3, 4, 1]);
    assert_eq!(drop(0x22, 0x23, true), [5, 2, 3, 4, 1], "into itself is where it is");
    assert_eq!(drop(0x22, 0x21, true), [5, 1, 2, 3, 4]);
    assert_eq!(drop(0x22, 0x77, true), [5, 1, 2, 3, 4], "there is no such line");
}

#[test]
fn nothing_is_further_in_than_a_step_below_what_stands_above() {
    let mut book = outline();
    let mut press = |id: u128, further_in: bool| {
        let rows = indent(&book, &page(&book, TODAY), Of::Task(Id(id)), further_in);
        write(&mut book, rows);
        order(&book).into_iter().map(|(_, indent)| indent).collect::<Vec<_>>()
    };
    assert_eq!(press(0x21, true), [0, 0, 1, 2, 0], "nothing stands above it");
    assert_eq!(press(0x22, true), [0, 1, 2, 2, 0], "with what belongs to it, as far as that goes");
    assert_eq!(press(0x22, true), [0, 1, 2, 2, 0]);
    assert_eq!(press(0x22, false), [0, 0, 1, 1, 0]);
    assert_eq!(press(0x25, true), [0, 0, 1, 1, 1]);
}

#[derive(Clone, Debug)]
struct Tap(u128, u8);

fn taps() -> impl Strategy<Value = Vec<Tap>> {
    prop::collection::vec((0u128..5, 0u8..4).prop_map(|(id, deed)| Tap(0x21 + id, deed)), 0..8)
}

/// What the taps of one tablet write, which sees nothing of the other.
fn written(taps: &[Tap], tablet: u128) -> Vec<RecordWrite> {
    let mut book = outline();
    let mut all = Vec::new();
    for (at, Tap(id, deed)) in taps.iter().enumerate() {
        let (lines, of, seed) = (page(&book, TODAY), Of::Task(Id(*id)), Id(tablet * 1_000 + at as u128));
        let rows = match deed {
            0 => step(&book, &lines, of, Step::Up, seed),
            1 => step(&book, &lines, of, Step::Down, seed),
            2 => indent(&book, &lines, of, true),
            _ => indent(&book, &lines, of, false),
        };
        all.extend(rows.clone());
        write(&mut book, rows);
    }
    all
}

proptest! {
    #![proptest_config(cases(128))]

    /// Two people put one week in order on two tablets: both orders merge to one, nothing is doubled or lost, and what one of
    /// them does next works as it should.
    #[test]
    fn two_orders_merge_to_one(one in taps(), other in taps(), next in 0u128..5) {
        let rows: Vec<RecordWrite> = written(&one, 1).into_iter().chain(written(&other, 2)).collect();
        let mut book = outline();
        write(&mut book, rows);
        let ids: Vec<u128> = order(&book).into_iter().map(|(id, _)| id).collect();
        prop_assert_eq!(ids.iter().copied().collect::<BTreeSet<_>>(), (1..=5).collect::<BTreeSet<_>>());
        prop_assert_eq!(ids.len(), 5);
        let before = order(&book);
        let indents: Vec<u8> = before.iter().map(|(_, indent)| *indent).collect();
        let at = ids.iter().position(|id| *id == next + 1).unwrap();
        let to = stepped(&indents, at, Step::Up);
        let moved: Vec<u128> = ids[block(&indents, at)].to_vec();
        let mut expected: Vec<u128> = ids.iter().copied().filter(|id| !moved.contains(id)).collect();
        if let Some(to) = to {
            expected.splice(to..to, moved);
            taken(&mut book, 0x21 + next, Step::Up);
            prop_assert_eq!(order(&book).into_iter().map(|(id, _)| id).collect::<Vec<_>>(), expected);
        }
    }
}
