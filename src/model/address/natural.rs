//! The order people expect of names with numbers in them: 2 before 10, A2 before A10.

use std::cmp::Ordering;

/// A text that is put in order as people expect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Natural(pub String);

impl Ord for Natural {
    fn cmp(&self, other: &Natural) -> Ordering {
        natural(&self.0, &other.0)
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Natural) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares two texts, runs of digits as numbers. Equal only when they are the same text.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (runs(a), runs(b));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return a.cmp(b),
            (a, b) => a.map(rank).cmp(&b.map(rank)),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Numbers come before words; a longer number is a greater one.
fn rank(run: &str) -> (bool, usize, &str) {
    let number = run.trim_start_matches('0');
    if run.starts_with(|c: char| c.is_ascii_digit()) { (false, number.len(), number) } else { (true, 0, run) }
}

/// Runs of digits and runs of anything else.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let digit = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digit).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_within_names_count() {
        let order = ["", "2", "02", "2A", "10", "A2", "A10", "B"];
        for (at, a) in order.iter().enumerate() {
            for b in &order[at + 1..] {
                // Zeros in front only break ties.
                assert_eq!(
                    natural(a, b),
                    if (*a, *b) == ("2", "02") { Ordering::Greater } else { Ordering::Less },
                    "{a} {b}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn the_order_is_total(a in "[0-2a]{0,4}", b in "[0-2a]{0,4}", c in "[0-2a]{0,4}") {
            prop_assert_eq!(natural(&a, &b), natural(&b, &a).reverse());
            prop_assert_eq!(natural(&a, &b).is_eq(), a == b);
            if natural(&a, &b).is_le() && natural(&b, &c).is_le() {
                prop_assert!(natural(&a, &c).is_le());
            }
        }
    }
}
