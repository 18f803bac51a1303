//! One thing under several names: a record that was said to be the same as another of its kind.

use super::book::Book;
use super::id::Id;
use super::index::Index;

/// The field by which a record says which one it is.
pub const SAME_AS: &str = "same_as";

/// The record that stands for this one: itself, or the one it was said to be the same as, however long the way there.
/// Of records that were each said to be the same as another, in a circle, the first by identity stands for all, so that
/// every tablet shows the same one.
pub fn canonical(book: &Book, kind: &str, id: Id) -> Id {
    follow(id, |at| {
        let next = book.alive(kind, at).and_then(|record| record.link(SAME_AS));
        next.filter(|next| book.alive(kind, *next).is_some())
    })
}

/// The record under whose name a thing is counted: like [`stands_for`], but what was once said to be the same stays the
/// same where one of the records was deleted since, or has not come yet. Nothing is counted twice by that.
pub fn counts_as(book: &Book, kind: &str, id: Id) -> Id {
    follow(id, |at| book.record(kind, at).and_then(|record| record.link(SAME_AS)))
}

/// A record and all that were said to be the same as it, however long the way: what [`counts_as`] leads there from. Those
/// that were deleted since are among them.
pub fn all_same(book: &Book, index: &mut Index, kind: &'static str, id: Id) -> Vec<Id> {
    let mut all = vec![id];
    let mut at = 0;
    while let Some(id) = all.get(at).copied() {
        at += 1;
        for same in index.linking_to_even_deleted(book, (kind, SAME_AS), id) {
            // Two may have been said to be the same as each other.
            if !all.contains(&same.id) {
                all.push(same.id);
            }
        }
    }
    all
}

/// Follows a way to its end, or around a circle to the first in it by identity.
fn follow(id: Id, next: impl Fn(Id) -> Option<Id>) -> Id {
    let (mut path, mut at) = (vec![id], id);
    while let Some(next) = next(at) {
        if let Some(begin) = path.iter().position(|known| *known == next) {
            return path[begin..].iter().min().copied().unwrap_or(at);
        }
        path.push(next);
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing;

    #[test]
    fn every_way_into_a_circle_ends_at_the_same_one() {
        let same = |id: u128| Id(id).to_string();
        let two = same(2);
        let three = same(3);
        // 1 leads into the circle of 2 and 3; 4 leads to what is not there.
        let book = testing::book(&[
            ("item", 1, &[("same_as", &three)]),
            ("item", 2, &[("same_as", &three)]),
            ("item", 3, &[("same_as", &two)]),
            ("item", 4, &[("same_as", &same(9))]),
        ]);
        assert_eq!([1, 2, 3, 4].map(|id| canonical(&book, "item", Id(id)).0), [2, 2, 2, 4]);
        assert_eq!([1, 2, 3, 4].map(|id| counts_as(&book, "item", Id(id)).0), [2, 2, 2, 9]);
    }

    #[test]
    fn what_was_one_is_counted_as_one_also_after_one_of_its_records_was_deleted() {
        let two = Id(2).to_string();
        let mut book = testing::book(&[("door", 1, &[("same_as", &two)]), ("door", 2, &[]), ("door", 3, &[])]);
        for deleted in [1, 2] {
            testing::set(&mut book, "door", Id(deleted), [("_deleted".to_owned(), true.into())]);
            assert_eq!([1, 2, 3].map(|id| counts_as(&book, "door", Id(id)).0), [2, 2, 3]);
        }
    }
}
