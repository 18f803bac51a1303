//! Lines are moved and indented. A line is moved with those that stand below it, further in.

use crate::model::rank;
use std::ops::Range;

/// Where to a line is moved by a key or a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Before what stands above it.
    Up,
    /// Behind what stands below it.
    Down,
}

/// A line with those that belong to it: the ones that follow and are further in.
pub fn block(indents: &[u8], at: usize) -> Range<usize> {
    let Some(own) = indents.get(at) else { return at..at };
    let deeper = indents[at + 1..].iter().take_while(|indent| *indent > own).count();
    at..at + 1 + deeper
}

/// The place among the others, without the block that is moved, to which a step leads; none where there is none.
pub fn stepped(indents: &[u8], at: usize, step: Step) -> Option<usize> {
    let block = block(indents, at);
    let own = *indents.get(at)?;
    match step {
        // Before the one above that is not further in: with what belongs to it, that is passed as one.
        Step::Up => (0..at).rev().find(|above| indents[*above] <= own || *above == 0),
        Step::Down if block.end >= indents.len() => None,
        Step::Down => Some(self::block(indents, block.end).end - block.len()),
    }
}

/// What to write so that a block stands at a place among the others: places in the list as it is, and their new ranks.
pub fn placed(ranks: &[&str], block: Range<usize>, to: usize, seed: u64) -> Vec<(usize, String)> {
    let others: Vec<usize> = (0..ranks.len()).filter(|at| !block.contains(at)).collect();
    let left: Vec<&str> = others.iter().map(|at| ranks[*at]).collect();
    let moved = rank::arrange(&left, to.min(left.len()), block.len(), seed);
    let own = block.zip(moved.ranks);
    own.chain(moved.others.into_iter().filter_map(|(at, rank)| Some((*others.get(at)?, rank)))).collect()
}
