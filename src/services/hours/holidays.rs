//! The days on which “closed on holidays” may be meant: the federal holidays of the United States (5 U.S.C. 6103), and the
//! days around them on which many close.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Holidays that stand on the same day of every year, and the eves on which many close: month and day.
pub(super) const FIXED: [(u32, u32); 7] = [(1, 1), (6, 19), (7, 4), (11, 11), (12, 24), (12, 25), (12, 31)];

/// Holidays that move: the month, the weekday, and which one of the month; 5 for the last.
const MOVING: [(u32, Weekday, u8); 6] = [
    (1, Weekday::Mon, 3),
    (2, Weekday::Mon, 3),
    (5, Weekday::Mon, 5),
    (9, Weekday::Mon, 1),
    (10, Weekday::Mon, 2),
    (11, Weekday::Thu, 4),
];

/// Whether many are closed on a day because of a holiday. One that falls on a weekend is kept on the Friday before it or on
/// the Monday after it, and by some on its own day.
pub(super) fn may_be(day: NaiveDate) -> bool {
    let fixed = |day: NaiveDate| FIXED.contains(&(day.month(), day.day()));
    let kept = match day.weekday() {
        Weekday::Fri => day.checked_add_days(Days::new(1)),
        Weekday::Mon => day.checked_sub_days(Days::new(1)),
        _ => None,
    };
    fixed(day) || kept.is_some_and(fixed) || MOVING.iter().any(|moving| is_moving(day, *moving))
}

fn is_moving(day: NaiveDate, (month, weekday, nth): (u32, Weekday, u8)) -> bool {
    let is_last = day.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != day.month());
    let is_nth = if nth == 5 { is_last } else { day.day0() / 7 + 1 == u32::from(nth) };
    day.month() == month && day.weekday() == weekday && is_nth
}
