//! The parts of the page of a week: the headings of the Weekly Librarian Outreach Plan and Notes, word for word and in its
//! order.

use super::kinds::{DONE, FOLLOW_UP, IDEAS, OTHER, OUTREACH, PROGRAMMING, REACH_OUT, TO_DO, UPCOMING, UPDATES};
use super::words;
use crate::model::text::Text;

/// A part of the page in which lines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the teams of the whole system report.
    Updates,
    /// To do for programs in the building.
    Programming,
    /// Dates of programs to come.
    Upcoming,
    /// Other work in the building.
    Other,
    /// Outreach to do.
    Outreach,
    /// Whom to reach out to at schools.
    ReachOut,
    /// What follows upon what was done or promised.
    FollowUps,
    /// Outreach that was done.
    Done,
    /// Thoughts and ideas for programs.
    Ideas,
}

impl Part {
    /// All of them, in the order of the page.
    pub const ALL: [Part; 9] = [
        Part::Updates,
        Part::Programming,
        Part::Upcoming,
        Part::Other,
        Part::Outreach,
        Part::ReachOut,
        Part::FollowUps,
        Part::Done,
        Part::Ideas,
    ];

    /// The headings over it, from the outermost one: those that it shares with the part before stand there once.
    pub const fn headings(self) -> &'static [Text] {
        match self {
            Part::Updates => &[words::IN_BUILDING, words::TEAMS, words::UPDATES],
            Part::Programming => &[words::IN_BUILDING, words::PROGRAMMING, words::TO_DO],
            Part::Upcoming => &[words::IN_BUILDING, words::PROGRAMMING, words::UPCOMING],
            Part::Other => &[words::IN_BUILDING, words::OTHER],
            Part::Outreach => &[words::OUTREACH_TO_DO],
            Part::ReachOut => &[words::OUTREACH_TO_DO, words::SCHOOLS, words::REACH_OUT],
            Part::FollowUps => &[words::FOLLOW_UPS_TO_DO],
            Part::Done => &[words::OUTREACH_DONE],
            Part::Ideas => &[words::IDEAS],
        }
    }

    /// Its own heading: the innermost.
    pub fn name(self) -> Text {
        self.headings().last().copied().unwrap_or(Text::NONE)
    }

    /// Its heading where it stands alone, without those around it.
    pub fn whole_name(self) -> Text {
        let section = super::kinds::SECTIONS.iter().find(|choice| (choice.key, TO_DO) == self.writes());
        section.map_or(self.name(), |choice| choice.label)
    }

    /// The headings that stand before it on the page, each with its depth: those that the part before has not.
    pub fn new_headings(self) -> impl Iterator<Item = (usize, Text)> {
        let before = Part::ALL.iter().take_while(|part| **part != self).last().map_or(&[][..], |part| part.headings());
        let shared = before.iter().zip(self.headings()).take_while(|(one, other)| one == other).count();
        self.headings().iter().copied().enumerate().skip(shared)
    }

    /// What it is called in addresses of typed words, for ever.
    pub const fn key(self) -> &'static str {
        match self {
            Part::FollowUps => FOLLOW_UP,
            Part::Done => DONE,
            _ => self.writes().0,
        }
    }

    /// The section and the state of what is written in it.
    pub const fn writes(self) -> (&'static str, &'static str) {
        match self {
            Part::Updates => (UPDATES, TO_DO),
            Part::Programming => (PROGRAMMING, TO_DO),
            Part::Upcoming => (UPCOMING, TO_DO),
            Part::Other => (OTHER, TO_DO),
            Part::Outreach => (OUTREACH, TO_DO),
            Part::ReachOut => (REACH_OUT, TO_DO),
            Part::FollowUps => (OUTREACH, FOLLOW_UP),
            Part::Done => (OUTREACH, DONE),
            Part::Ideas => (IDEAS, TO_DO),
        }
    }

    /// Where something of a section stands that is not done; under “Outreach To-Do”, where the section is none that this
    /// version knows.
    pub fn of_section(section: &str) -> Part {
        Part::ALL.into_iter().find(|part| part.writes() == (section, TO_DO)).unwrap_or(Part::Outreach)
    }

    /// Whether what is done in it stands under “Outreach Done”.
    pub const fn is_outreach(self) -> bool {
        matches!(self, Part::Outreach | Part::ReachOut | Part::FollowUps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headings_are_those_of_the_seed_in_its_order() {
        let shown: Vec<(usize, &str)> = Part::ALL
            .into_iter()
            .flat_map(|part| part.new_headings().map(|(depth, text)| (depth, text.en)).collect::<Vec<_>>())
            .collect();
        assert_eq!(
            shown,
            [
                (0, "General to Do (In Building)"),
                (1, "System-Wide Teams"),
                (2, "Updates"),
                (1, "Programming"),
                (2, "To-Do"),
                (2, "Upcoming Dates"),
                (1, "Other In-building Work"),
                (0, "Outreach To-Do"),
                (1, "Schools"),
                (2, "Reach out to"),
                (0, "Outreach Follow-Ups to do"),
                (0, "Outreach Done"),
                (0, "Steering Thoughts / Program Ideas"),
            ]
        );
    }

    #[test]
    fn every_section_has_a_part_and_every_part_a_key() {
        for section in super::super::kinds::SECTIONS {
            let part = Part::of_section(section.key);
            assert_eq!(part.writes().0, section.key);
            assert!(section.label.en.ends_with(part.name().en), "{}", section.key);
        }
        let keys: std::collections::BTreeSet<&str> = Part::ALL.into_iter().map(Part::key).collect();
        assert_eq!(keys.len(), Part::ALL.len());
        assert_eq!(Part::of_section("from_a_later_version"), Part::Outreach);
    }
}
