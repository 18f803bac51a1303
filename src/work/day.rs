//! What a day came to: how many of each kind of thing happened on it.

use crate::model::book::Book;
use crate::model::date::day_of;
use crate::model::field::{Choice, InRow};
use crate::model::kind::Kind;
use chrono::NaiveDate;

/// How many records of a kind tell of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct DaySum {
    /// The kind.
    pub kind: &'static Kind,
    /// How many.
    pub count: usize,
    /// The answers that their rows show, in the order in which they are offered, and how many have each; none where the
    /// kind has no such question.
    pub answers: Vec<(&'static Choice, usize)>,
}

/// What happened on a day, whoever noted it, kind by kind in the order of the kinds. A kind whose records do not happen,
/// such as a partner, is left out, and so is what is no deed, such as a worksheet that somebody thought over.
pub fn sums(book: &Book, day: NaiveDate) -> Vec<DaySum> {
    let of_kind = |kind: &&'static Kind| {
        let happened = kind.happened().filter(|_| !kind.no_deed)?;
        let chip = kind.fields().find(|field| field.in_row == InRow::Chip);
        let mut answers: Vec<(&'static Choice, usize)> =
            chip.into_iter().flat_map(|field| field.offered()).map(|choice| (choice, 0)).collect();
        let mut count = 0;
        for record in book.living(kind.id).filter(|record| record.text(happened.key).and_then(day_of) == Some(day)) {
            count += 1;
            let given = chip.and_then(|field| record.text(field.key));
            if let Some((_, with)) = answers.iter_mut().find(|(choice, _)| Some(choice.key) == given) {
                *with += 1;
            }
        }
        answers.retain(|(_, with)| *with > 0);
        (count > 0).then_some(DaySum { kind, count, answers })
    };
    book.kinds().iter().filter_map(of_kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::kinds::KINDS;
    use crate::formats::testing;
    use crate::model::id::Id;
    use crate::model::value::Value;

    #[test]
    fn a_day_is_told_by_what_happened_on_it_where_it_was_written() {
        let mut book = Book::new(KINDS);
        let text = |key: &str, value: &str| (key.to_owned(), Value::text(value));
        for (at, (when, outcome)) in [
            ("2026-11-26T09:14:03-05:00", "not_home"),
            // Eleven at night here is the next day elsewhere.
            ("2026-11-26T23:30:00-05:00", "not_home"),
            ("2026-11-26T18:00:00-05:00", "talked"),
            ("2026-11-27T00:10:00-05:00", "talked"),
        ]
        .into_iter()
        .enumerate()
        {
            testing::set(&mut book, "visit", Id(at as u128 + 1), [text("when", when), text("outcome", outcome)]);
        }
        testing::set(&mut book, "partner", Id(9), [text("name", "Natchaug Table")]);
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let [visits] = <[DaySum; 1]>::try_from(sums(&book, day)).unwrap();
        let mut answers: Vec<(&str, usize)> = visits.answers.iter().map(|(choice, with)| (choice.key, *with)).collect();
        answers.sort_unstable();
        assert_eq!((visits.kind.id, visits.count), ("visit", 3));
        assert_eq!(answers, [("not_home", 2), ("talked", 1)]);
        assert_eq!(sums(&book, NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()), []);
    }
}
