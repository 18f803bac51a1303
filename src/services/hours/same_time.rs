//! What a source means where a service closes at the time at which it opens.
//!
//! “0:00–0:00” is closed in one source and 24 hours in another, so it is decided for each source, and said.

use super::{DAY_MINUTES, Open, words};
use crate::model::text::Text;

/// What may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Open all day and all night.
    AllDay,
    /// Closed.
    Closed,
    /// What it says: open until a minute before midnight.
    ToTheLetter,
    /// Nobody has decided it: whoever wants to know must call.
    Unclear,
}

/// What a source means by two pairs of times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SameTime {
    /// From 0:00 to 0:00.
    pub midnight_to_midnight: Meaning,
    /// From 0:00 to 23:59, as HSDS writes 24 hours.
    pub to_a_minute_before: Meaning,
}

impl SameTime {
    /// What people type here: nothing is decided of 0:00–0:00.
    pub const TYPED: SameTime =
        SameTime { midnight_to_midnight: Meaning::Unclear, to_a_minute_before: Meaning::AllDay };
    /// The export of a 211 that uses iCarol: 0:00–0:00 is closed.
    pub const ICAROL: SameTime =
        SameTime { midnight_to_midnight: Meaning::Closed, to_a_minute_before: Meaning::AllDay };
    /// Sources where 0:00–0:00 is 24 hours.
    pub const ALL_DAY: SameTime =
        SameTime { midnight_to_midnight: Meaning::AllDay, to_a_minute_before: Meaning::AllDay };

    /// What a source means that was said to mean this by 0:00 to 0:00, by the keys of the field `midnight` of a service.
    pub fn said(midnight: Option<&str>) -> SameTime {
        match midnight {
            Some("all_day") => SameTime::ALL_DAY,
            Some("closed") => SameTime::ICAROL,
            _ => SameTime::TYPED,
        }
    }

    /// What two times of a day mean, each in minutes of the day; 1440 is midnight at its end. One that closes before it
    /// opens is open over midnight: 23:00–22:59 is a minute less than a day, and not closed.
    pub fn open(self, opens: u16, closes: u16) -> Open {
        let meant = |meaning: Meaning, lasts: u16| match meaning {
            Meaning::AllDay => Open::ALL_DAY,
            Meaning::Closed => Open::Closed,
            Meaning::ToTheLetter if lasts > 0 => Open::Span { opens, lasts },
            Meaning::ToTheLetter | Meaning::Unclear => Open::Unclear,
        };
        let (last, sound) = (DAY_MINUTES - 1, opens < DAY_MINUTES && closes <= DAY_MINUTES);
        match (opens, closes) {
            _ if !sound => Open::Unclear,
            (0, 0) => meant(self.midnight_to_midnight, 0),
            (0, closes) if closes == last => meant(self.to_a_minute_before, last),
            (opens, closes) if opens == closes => Open::Unclear,
            (opens, closes) if closes > opens => Open::Span { opens, lasts: closes - opens },
            (opens, closes) => Open::Span { opens, lasts: closes + DAY_MINUTES - opens },
        }
    }

    /// How 0:00–0:00 is read, to be said beside what was read so.
    pub const fn say(self) -> Text {
        match self.midnight_to_midnight {
            Meaning::AllDay => words::READ_AS_ALL_DAY,
            Meaning::Closed => words::READ_AS_CLOSED,
            Meaning::ToTheLetter | Meaning::Unclear => words::READ_AS_UNCLEAR,
        }
    }
}
