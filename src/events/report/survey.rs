//! The lines that the annual survey asks for, as a table and as a spreadsheet.

use super::words;
use crate::events::counting::Where;
use crate::events::counting::totals::{GROUPS, PLACES, Sum, Totals};
use crate::events::kinds::choices::AUDIENCES;
use crate::model::text::{Lang, Text};

/// A line: what it counts, and how many sessions and people, each with the number that the survey gives it, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it counts.
    pub name: Text,
    /// Whether it is the sum of those above.
    pub is_sum: bool,
    /// The number of the sessions in the survey.
    pub sessions_no: Option<u16>,
    /// How many sessions.
    pub sessions: u64,
    /// The number of the attendance in the survey.
    pub attendance_no: Option<u16>,
    /// How many took part.
    pub attendance: i64,
}

impl Line {
    fn of(name: Text, numbers: Option<(u16, u16)>, sum: Sum) -> Line {
        let (sessions_no, attendance_no) = numbers.unzip();
        Line { name, is_sum: false, sessions_no, sessions: sum.events, attendance_no, attendance: sum.people }
    }
}

/// The survey’s lines in its order, with its sums; beyond them what it does not count, which is never left out.
pub fn lines(totals: &Totals) -> Vec<Line> {
    let mut lines = Vec::new();
    let sum = |name: Text, numbers: (u16, u16)| Line { is_sum: true, ..Line::of(name, Some(numbers), totals.sessions) };
    for (key, sessions, attendance) in GROUPS {
        let label = AUDIENCES.iter().find(|choice| choice.key == key).map_or(Text::NONE, |choice| choice.label);
        let held = totals.by_group.get(&Some(key.to_owned())).copied().unwrap_or_default();
        lines.push(Line::of(label, Some((sessions, attendance)), held));
    }
    lines.extend(totals.by_group.get(&None).map(|held| Line::of(words::NO_AGE, None, *held)));
    lines.push(sum(words::ALL_BY_AGE, (600, 610)));
    for (place, sessions, attendance) in PLACES {
        let label = match place {
            Where::OnSite => words::ON_SITE,
            Where::OffSite => words::OFF_SITE,
            Where::Virtual => words::VIRTUAL,
        };
        let held = totals.by_place.get(&Some(place)).copied().unwrap_or_default();
        lines.push(Line::of(label, Some((sessions, attendance)), held));
    }
    lines.extend(totals.by_place.get(&None).map(|held| Line::of(words::NO_PLACE, None, *held)));
    lines.push(sum(words::ALL_BY_PLACE, (609, 619)));
    let beyond = [(words::RECORDINGS, totals.recordings), (words::OUTREACH, totals.outreach)];
    lines.extend(beyond.map(|(name, held)| Line::of(name, None, held)));
    lines
}

/// The same as rows of a spreadsheet beneath their headings, a count in each.
pub fn rows(totals: &Totals, lang: Lang) -> Vec<Vec<String>> {
    let headings = [words::NUMBER, words::WHAT, words::SESSIONS, words::NUMBER, words::ATTENDANCE];
    let number = |known: Option<u16>| known.map(|number| number.to_string()).unwrap_or_default();
    let row = |line: Line| {
        vec![
            number(line.sessions_no),
            line.name.get(lang).to_owned(),
            line.sessions.to_string(),
            number(line.attendance_no),
            line.attendance.to_string(),
        ]
    };
    [headings.map(|text| text.get(lang).to_owned()).to_vec()]
        .into_iter()
        .chain(lines(totals).into_iter().map(row))
        .collect()
}
