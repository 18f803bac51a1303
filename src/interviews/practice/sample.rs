//! What the made-up notes are made of: interviews with those who spoke and what they said, themes, findings, a plan.

use crate::interviews::kinds::interview::{AUDIO, CALL_BACK, COMMUNITY, NAMED, NOTES, PHOTO, QUOTES};

/// Nothing at all.
pub(super) const NOTHING: &[&str] = &[];
/// Notes, but no quotes.
pub(super) const NOTES_ONLY: &[&str] = &[NOTES];
/// Notes and quotes without a name, as most people grant.
pub(super) const QUOTABLE: &[&str] = &[NOTES, QUOTES];
/// The same, and a call later on.
pub(super) const QUOTABLE_AGAIN: &[&str] = &[NOTES, QUOTES, CALL_BACK];
/// The same with a recording.
pub(super) const ON_TAPE: &[&str] = &[NOTES, QUOTES, AUDIO];
/// Everything but a recording: people who speak for an organization.
pub(super) const IN_THE_OPEN: &[&str] = &[NOTES, QUOTES, NAMED, PHOTO, CALL_BACK];

/// Somebody who took part in a made-up interview.
#[derive(Clone, Copy, Debug)]
pub struct SampleSpeaker {
    /// A made-up name or a pseudonym; may be none.
    pub name: &'static str,
    /// As whom they speak, a key of [`crate::interviews::kinds::interview::ROLES`].
    pub role: &'static str,
    /// Whose voice it is, a key of [`crate::interviews::kinds::interview::VOICES`].
    pub voice: &'static str,
    /// The name of their organization, that of a made-up partner; may be none.
    pub organization: &'static str,
    /// Where they live; may be none.
    pub neighborhood: &'static str,
    /// Their language, a key of [`crate::model::languages::LANGUAGES`].
    pub language: &'static str,
    /// Whether they can agree alone.
    pub adult: bool,
    /// Whether a parent or guardian agrees.
    pub guardian: bool,
    /// What they agreed to, keys of [`GRANTS`].
    pub grants: &'static [&'static str],
}

impl SampleSpeaker {
    /// A grown-up voice of the community that may be quoted without a name.
    pub(super) const fn community(
        name: &'static str,
        role: &'static str,
        neighborhood: &'static str,
        language: &'static str,
    ) -> SampleSpeaker {
        SampleSpeaker {
            name,
            role,
            voice: COMMUNITY,
            organization: "",
            neighborhood,
            language,
            adult: true,
            guardian: false,
            grants: QUOTABLE,
        }
    }

    /// Somebody who works at the library.
    pub(super) const fn staff(name: &'static str, language: &'static str) -> SampleSpeaker {
        SampleSpeaker { voice: "staff", ..SampleSpeaker::community(name, "library", "", language) }
    }

    /// The same, of an organization.
    pub(super) const fn of(mut self, organization: &'static str) -> SampleSpeaker {
        self.organization = organization;
        self
    }

    /// The same, having agreed to this and nothing else.
    pub(super) const fn granting(mut self, grants: &'static [&'static str]) -> SampleSpeaker {
        self.grants = grants;
        self
    }

    /// The same, under age, with a guardian who agrees.
    pub(super) const fn with_guardian(mut self) -> SampleSpeaker {
        self.adult = false;
        self.guardian = true;
        self
    }

    pub(super) fn grants(&self, grant: &str) -> bool {
        self.grants.contains(&grant)
    }
}

/// A line of notes, and what was seen in it.
#[derive(Clone, Copy, Debug)]
pub struct SampleLine {
    /// The question it answers.
    pub question: &'static str,
    /// Who said it, by their place among those who took part.
    pub speaker: usize,
    /// What was said.
    pub words: &'static str,
    /// The passage that is quoted, if any: its exact words.
    pub quote: Option<&'static str>,
    /// The themes that the first reader saw in the quote.
    pub themes: &'static [&'static str],
    /// A theme that the second reader did not see in it; may be none.
    pub doubted: &'static str,
    /// A theme that only the second reader saw in it; may be none.
    pub added: &'static str,
    /// The findings that the quote speaks for.
    pub backs: &'static [&'static str],
    /// The finding that the quote speaks against; may be none.
    pub against: &'static str,
}

impl SampleLine {
    /// The same, said by another than the first of those who took part.
    pub(super) const fn by(mut self, speaker: usize) -> SampleLine {
        self.speaker = speaker;
        self
    }

    /// The same, with a passage of it quoted.
    pub(super) const fn quote(mut self, passage: &'static str, themes: &'static [&'static str]) -> SampleLine {
        self.quote = Some(passage);
        self.themes = themes;
        self
    }

    /// The same, quoted from beginning to end.
    pub(super) const fn whole(self, themes: &'static [&'static str]) -> SampleLine {
        let words = self.words;
        self.quote(words, themes)
    }

    /// The same, speaking for these findings.
    pub(super) const fn backs(mut self, findings: &'static [&'static str]) -> SampleLine {
        self.backs = findings;
        self
    }

    /// The same, speaking against a finding.
    pub(super) const fn against(mut self, finding: &'static str) -> SampleLine {
        self.against = finding;
        self
    }

    /// The same, with a theme that the second reader did not see.
    pub(super) const fn doubted(mut self, theme: &'static str) -> SampleLine {
        self.doubted = theme;
        self
    }

    /// The same, with a theme that only the second reader saw.
    pub(super) const fn added(mut self, theme: &'static str) -> SampleLine {
        self.added = theme;
        self
    }
}

/// A line of notes of the first of those who took part.
pub(super) const fn line(question: &'static str, words: &'static str) -> SampleLine {
    SampleLine {
        question,
        speaker: 0,
        words,
        quote: None,
        themes: &[],
        doubted: "",
        added: "",
        backs: &[],
        against: "",
    }
}

/// A made-up interview.
#[derive(Clone, Copy, Debug)]
pub struct SampleInterview {
    /// What tells it from the others.
    pub called: &'static str,
    /// The key of the guide it was asked with.
    pub guide: &'static str,
    /// How many days ago it was, and at which hour.
    pub when: (i64, i64),
    /// Where it was held.
    pub place: &'static str,
    /// The language that was spoken.
    pub language: &'static str,
    /// What became of it, a key of [`crate::interviews::kinds::interview::OUTCOMES`].
    pub outcome: &'static str,
    /// What whoever asked noticed; may be none.
    pub memo: &'static str,
    /// Those who took part.
    pub speakers: &'static [SampleSpeaker],
    /// What was said, in order.
    pub said: &'static [SampleLine],
    /// What was tapped or typed, by question: keys with a space between, a number, short answers one on each line, or
    /// for a date how many days before the interview it is. Nothing: the question was skipped.
    pub answers: &'static [(&'static str, &'static str)],
}

impl SampleInterview {
    /// How many minutes pass between two lines.
    pub(super) fn pace(&self) -> i64 {
        if matches!(self.guide, "hub_intercept" | "event_exit") { 1 } else { 3 }
    }

    pub(super) fn all_grant(&self, grant: &str) -> bool {
        self.speakers.iter().all(|speaker| speaker.grants(grant))
    }
}

/// A theme of the made-up code book.
#[derive(Clone, Copy, Debug)]
pub struct SampleTheme {
    /// What the made-up lines call it.
    pub key: &'static str,
    /// The theme it is part of; may be none.
    pub under: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// Its name in Spanish.
    pub name_es: &'static str,
    /// When it fits, and when it does not.
    pub definition: &'static str,
    /// The same in Spanish.
    pub definition_es: &'static str,
}

/// A made-up finding.
#[derive(Clone, Copy, Debug)]
pub struct SampleFinding {
    /// What the made-up lines call it.
    pub key: &'static str,
    /// What was found out, in English.
    pub claim: &'static str,
    /// What was found out, in Spanish.
    pub claim_es: &'static str,
    /// What it means, in English.
    pub why: &'static str,
    /// What it means, in Spanish.
    pub why_es: &'static str,
    /// Strategies that answer it, one on each line, in English; may be none.
    pub strategies: &'static str,
    /// The same strategies in the same order, in Spanish.
    pub strategies_es: &'static str,
    /// The themes it is made of.
    pub themes: &'static [&'static str],
    /// Counts from the doors that it rests on: questions and answers.
    pub counts: &'static [(&'static str, &'static str)],
}

/// A line of the made-up plan.
#[derive(Clone, Copy, Debug)]
pub struct SampleWanted {
    /// By what people are told apart, a key of [`crate::interviews::kinds::wanted::SIDES`].
    pub side: &'static str,
    /// Which people.
    pub which: &'static str,
    /// How many of them.
    pub people: u32,
    /// Why; may be none.
    pub note: &'static str,
}
