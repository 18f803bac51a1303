//! Which counts of people or doors may be told to others: the rule for every count that leaves the building.
//!
//! Counts under [`FEWEST`] are not shown (primary suppression), and as many others as it takes that nobody can work
//! them out (complementary suppression), as chapters 4 and 5 of the Federal Committee on Statistical Methodology’s
//! *Report on Statistical Disclosure Limitation Methodology* (Statistical Policy Working Paper 22) and the Washington
//! State Department of Health’s *Standards for Reporting Data with Small Numbers* ask for. The threshold is that of
//! many health departments and libraries.
//!
//! The reader is taken to know the sum of every table, whether it is told or not, to know this rule, and to know which
//! of the counts left out is a small one. What such a reader could find out is [`could_be`]; a table of which that is
//! too little is not shown at all. The tests look at every table that would have been published as the same, so the
//! choice of what to leave out tells nothing either.

use super::text::Message;

/// Counts below this are not told to others: somebody could be recognized by them.
pub const FEWEST: usize = 5;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOT_SHOWN = "not shown", "no se muestra";
        RULE = "Counts under {fewest} are not shown, so nobody can be recognized. Sometimes another count is hidden too, so it can’t be worked out.", "No se muestran cantidades menores de {fewest}, para que no se reconozca a nadie. A veces se oculta otra cantidad para que no se pueda calcular.";
    }
}

/// A count as it may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicCount {
    /// As it is.
    Exactly(usize),
    /// Not at all: it is small, or something small could be worked out from it.
    Withheld,
}

impl PublicCount {
    /// A count that stands alone.
    pub fn of(count: usize) -> PublicCount {
        if is_few(count) { PublicCount::Withheld } else { PublicCount::Exactly(count) }
    }

    /// The same where something else about it may be told, or else nothing.
    pub fn and(self, told: bool) -> PublicCount {
        if told { self } else { PublicCount::Withheld }
    }

    /// Whether it is told.
    pub fn is_told(self) -> bool {
        self != PublicCount::Withheld
    }

    /// In words.
    pub fn message(self) -> Message {
        match self {
            PublicCount::Exactly(count) => Message::same(count.to_string()),
            PublicCount::Withheld => words::NOT_SHOWN.message(),
        }
    }
}

/// The rule in words, to stand wherever counts are told by it.
pub fn rule() -> Message {
    words::RULE.with("fewest", FEWEST)
}

/// Whether a count is too small to be told. Nobody is recognized by there being none.
pub fn is_few(count: usize) -> bool {
    (1..FEWEST).contains(&count)
}

/// A cell of a table whose counts add up to a sum that may be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What tells it from the others; of two that count as many, the first by name is left out.
    pub name: &'a str,
    /// How many.
    pub count: usize,
    /// Whether how many can be known from elsewhere, so that leaving it out protects nothing.
    pub known: bool,
}

impl<'a> Cell<'a> {
    /// A cell that is known from nowhere else.
    pub fn new(name: &'a str, count: usize) -> Cell<'a> {
        Cell { name, count, known: false }
    }
}

/// Which cells of a table may be told. If a cell is small, the smallest of the others is left out with all that are
/// small; where that does not protect them, nothing of the table is told.
pub fn told(cells: &[Cell]) -> Vec<bool> {
    let few = cells.iter().filter(|cell| is_few(cell.count)).count();
    if few == 0 {
        return vec![true; cells.len()];
    }
    let large = || cells.iter().filter(|cell| cell.count >= FEWEST && !cell.known);
    let Some(complement) = large().min_by_key(|cell| (cell.count, cell.name)) else { return vec![false; cells.len()] };
    let withheld = |cell: &&Cell| is_few(cell.count) || *cell == complement;
    let sum = cells.iter().filter(withheld).map(|cell| cell.count).sum();
    // With a larger count than this, another one would have been left out.
    let bound = |cell: &Cell| if complement.name < cell.name { cell.count } else { cell.count - 1 };
    let most = large().filter(|cell| *cell != complement).map(bound).min().unwrap_or(sum);
    let (least, greatest) = could_be(few, sum, most);
    match least < greatest {
        true => cells.iter().map(|cell| !withheld(&cell)).collect(),
        // The sum of those that are small could be worked out, and with it some of them.
        false => vec![false; cells.len()],
    }
}

/// What the small counts among those left out can add up to, from the least to the most, for a reader who knows how
/// many they are, the sum of all that is left out, and how large the one left out beside them can be at most.
fn could_be(few: usize, sum: usize, most: usize) -> (usize, usize) {
    (few.max(sum.saturating_sub(most)), ((FEWEST - 1) * few).min(sum - FEWEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::cases;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const NAMES: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];

    fn named(counts: &[usize]) -> Vec<Cell<'static>> {
        NAMES.iter().zip(counts).map(|(name, count)| Cell::new(name, *count)).collect()
    }

    fn shown(counts: &[usize]) -> Vec<Option<usize>> {
        let told = told(&named(counts));
        told.into_iter().zip(counts).map(|(told, count)| told.then_some(*count)).collect()
    }

    #[test]
    fn a_small_count_takes_the_next_larger_one_with_it() {
        assert_eq!(shown(&[14, 9, 3, 20]), [Some(14), None, None, Some(20)]);
        assert_eq!(shown(&[14, 9, 3, 2, 20]), [Some(14), None, None, None, Some(20)]);
        assert_eq!(shown(&[14, 9, 20]), [Some(14), Some(9), Some(20)]);
        assert_eq!(shown(&[14, 0, 20]), [Some(14), Some(0), Some(20)], "none is no small count");
        assert_eq!(shown(&[]), []);
    }

    #[test]
    fn what_could_still_be_worked_out_is_not_shown_at_all() {
        // Of 6, one is at least 5.
        assert_eq!(shown(&[1, 5]), [None, None]);
        assert_eq!(shown(&[1, 5, 90, 0]), [None; 4]);
        // All that is left out are ones, or fours.
        assert_eq!(shown(&[1, 1, 5, 90]), [None; 4]);
        assert_eq!(shown(&[4, 4, 6, 6]), [None; 4]);
        // There is nothing to hide it with.
        assert_eq!(shown(&[3, 4, 2]), [None; 3]);
        let known = [Cell::new("a", 3), Cell { name: "b", count: 60, known: true }];
        assert_eq!(told(&known), [false; 2]);
        let another = [known[0], known[1], Cell::new("c", 70)];
        assert_eq!(told(&another), [false, true, false], "what is known elsewhere hides nothing");
    }

    #[test]
    fn a_count_alone_is_told_from_five_on() {
        assert_eq!([0, 1, 4, 5].map(|count| PublicCount::of(count).is_told()), [true, false, false, true]);
        assert_eq!(PublicCount::of(9).and(false), PublicCount::Withheld);
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }

    /// For each cell left out, all that it can be: over every table with the same sum that would have been published
    /// as the same, for a reader who also knows which of those left out are small.
    fn audit(counts: &[usize]) -> Vec<BTreeSet<usize>> {
        let published = shown(counts);
        let hidden: Vec<usize> = (0..counts.len()).filter(|at| published[*at].is_none()).collect();
        let sum: usize = hidden.iter().map(|at| counts[*at]).sum();
        let mut could = vec![BTreeSet::new(); counts.len()];
        let mut table = counts.to_vec();
        fill(&hidden, sum, &mut table, &mut |table| {
            let same_size = hidden.iter().all(|at| is_few(table[*at]) == is_few(counts[*at]));
            if same_size && shown(table) == published {
                for at in &hidden {
                    could[*at].insert(table[*at]);
                }
            }
        });
        could
    }

    fn fill(hidden: &[usize], left: usize, table: &mut Vec<usize>, each: &mut impl FnMut(&[usize])) {
        match hidden {
            [] => {}
            [last] => {
                table[*last] = left;
                each(table);
            }
            [first, rest @ ..] => {
                for count in 0..=left {
                    table[*first] = count;
                    fill(rest, left - count, table, each);
                }
            }
        }
    }

    proptest! {
        #![proptest_config(cases(1_500))]
        #[test]
        fn no_small_count_can_be_worked_out_of_what_is_published(
            small in prop::collection::vec(0usize..5, 0..4), large in prop::collection::vec(5usize..12, 0..4), turn in 0usize..7,
        ) {
            let mut counts = [small, large].concat();
            let turn = turn.min(counts.len());
            counts.rotate_left(turn);
            let published = shown(&counts);
            for (at, count) in counts.iter().enumerate() {
                prop_assert!(published[at].is_none() || !is_few(*count), "{:?} as {:?}", counts, published);
            }
            // A table of which nothing is told has no names either: see who uses this.
            if published.iter().any(Option::is_some) {
                for (at, could) in audit(&counts).iter().enumerate().filter(|(at, _)| published[*at].is_none()) {
                    prop_assert!(could.len() > 1, "{:?} as {:?}: {} is {:?}", counts, published, at, could);
                }
            }
        }

        #[test]
        fn the_order_in_which_cells_come_does_not_matter(counts in prop::collection::vec(0usize..12, 0..7), turn in 0usize..7) {
            let mut cells = named(&counts);
            let mut straight: Vec<(&str, bool)> = cells.iter().map(|cell| cell.name).zip(told(&cells)).collect();
            let turn = turn.min(cells.len());
            cells.rotate_left(turn);
            let mut turned: Vec<(&str, bool)> = cells.iter().map(|cell| cell.name).zip(told(&cells)).collect();
            straight.sort_unstable();
            turned.sort_unstable();
            prop_assert_eq!(straight, turned);
        }
    }
}
