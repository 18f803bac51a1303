//! Why nobody can say whether a service is open.

use chrono::NaiveDate;

/// Why nobody can say without calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No hours were given.
    NotGiven,
    /// What was written of the hours could not be understood.
    InWords,
    /// The hours held until this day.
    RanOut(NaiveDate),
    /// The hours hold from this day on.
    NotYet(NaiveDate),
    /// The hours of this day have two meanings.
    Unclear,
    /// It is closed on holidays, and this may be one.
    Holiday,
    /// It is otherwise on this day of a year that was not said.
    NoYear,
    /// Nobody has verified it for too long, or ever; the last time.
    NotVerified(Option<NaiveDate>),
}
