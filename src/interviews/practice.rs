//! Made-up interviews for practice, and what a team made of them. Nobody in them exists.
//!
//! The four findings are those of the seed (000), “Key Findings”; the fifth stands on one voice alone, so that people
//! can see what a weak one looks like.

mod community;
mod informants;
mod library;
mod meaning;

use super::anchor::Anchor;
use super::interview::anchored;
use super::kinds::interview::{
    ADULT, AUDIO, CALL_BACK, COMMUNITY, GRANTS, HELD, MINOR, NAMED, NOTES, PHOTO, QUOTES, SKIPPED,
};
use super::kinds::interview_guide::asking::Asking;
use super::kinds::interview_guide::ready::{self, READY};
use super::passage::Passage;
use crate::findings::{AGAINST, FOR};
use crate::log::hash::derived_id;
use crate::model::date::{self, Now};
use crate::model::id::Id;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::partners;
use crate::work::practice::Practice;
use chrono::{TimeDelta, Timelike};
use meaning::{FINDINGS, PLAN, THEMES};

/// Nothing at all.
const NOTHING: &[&str] = &[];
/// Notes, but no quotes.
const NOTES_ONLY: &[&str] = &[NOTES];
/// Notes and quotes without a name, as most people grant.
const QUOTABLE: &[&str] = &[NOTES, QUOTES];
/// The same, and a call later on.
const QUOTABLE_AGAIN: &[&str] = &[NOTES, QUOTES, CALL_BACK];
/// The same with a recording.
const ON_TAPE: &[&str] = &[NOTES, QUOTES, AUDIO];
/// Everything but a recording: people who speak for an organisation.
const IN_THE_OPEN: &[&str] = &[NOTES, QUOTES, NAMED, PHOTO, CALL_BACK];

/// Somebody who took part in a made-up interview.
#[derive(Clone, Copy, Debug)]
pub struct SampleSpeaker {
    /// A made-up name or a pseudonym; may be none.
    pub name: &'static str,
    /// As whom they speak, a key of [`crate::interviews::kinds::interview::ROLES`].
    pub role: &'static str,
    /// Whose voice it is, a key of [`crate::interviews::kinds::interview::VOICES`].
    pub voice: &'static str,
    /// The name of their organisation, that of a made-up partner; may be none.
    pub organisation: &'static str,
    /// Where they live; may be none.
    pub neighbourhood: &'static str,
    /// Their language, a key of [`crate::capabilities::kinds::crate::domain::languages::LANGUAGES`].
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
    const fn community(
        name: &'static str,
        role: &'static str,
        neighbourhood: &'static str,
        language: &'static str,
    ) -> SampleSpeaker {
        SampleSpeaker {
            name,
            role,
            voice: COMMUNITY,
            organisation: "",
            neighbourhood,
            language,
            adult: true,
            guardian: false,
            grants: QUOTABLE,
        }
    }

    /// Somebody who works at the library.
    const fn staff(name: &'static str, language: &'static str) -> SampleSpeaker {
        SampleSpeaker { voice: "staff", ..SampleSpeaker::community(name, "library", "", language) }
    }

    /// The same, of an organisation.
    const fn of(mut self, organisation: &'static str) -> SampleSpeaker {
        self.organisation = organisation;
        self
    }

    /// The same, having agreed to this and nothing else.
    const fn granting(mut self, grants: &'static [&'static str]) -> SampleSpeaker {
        self.grants = grants;
        self
    }

    /// The same, under age, with a guardian who agrees.
    const fn with_guardian(mut self) -> SampleSpeaker {
        self.adult = false;
        self.guardian = true;
        self
    }

    fn grants(&self, grant: &str) -> bool {
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
    const fn by(mut self, speaker: usize) -> SampleLine {
        self.speaker = speaker;
        self
    }

    /// The same, with a passage of it quoted.
    const fn quote(mut self, passage: &'static str, themes: &'static [&'static str]) -> SampleLine {
        self.quote = Some(passage);
        self.themes = themes;
        self
    }

    /// The same, quoted from beginning to end.
    const fn whole(self, themes: &'static [&'static str]) -> SampleLine {
        let words = self.words;
        self.quote(words, themes)
    }

    /// The same, speaking for these findings.
    const fn backs(mut self, findings: &'static [&'static str]) -> SampleLine {
        self.backs = findings;
        self
    }

    /// The same, speaking against a finding.
    const fn against(mut self, finding: &'static str) -> SampleLine {
        self.against = finding;
        self
    }

    /// The same, with a theme that the second reader did not see.
    const fn doubted(mut self, theme: &'static str) -> SampleLine {
        self.doubted = theme;
        self
    }

    /// The same, with a theme that only the second reader saw.
    const fn added(mut self, theme: &'static str) -> SampleLine {
        self.added = theme;
        self
    }
}

/// A line of notes of the first of those who took part.
const fn line(question: &'static str, words: &'static str) -> SampleLine {
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
    fn pace(&self) -> i64 {
        if matches!(self.guide, "hub_intercept" | "event_exit") { 1 } else { 3 }
    }

    fn all_grant(&self, grant: &str) -> bool {
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

/// All made-up interviews, by their numbers.
pub fn all() -> impl Iterator<Item = &'static SampleInterview> {
    [community::INTERVIEWS, informants::INTERVIEWS, library::INTERVIEWS].into_iter().flatten()
}

/// The records of all made-up interviews and of what was made of them, held by these people, the first two of whom
/// read the quotes for themes.
pub fn rows(now: Now, staff: &[Id], new_id: &mut dyn FnMut() -> Id) -> Vec<RecordWrite> {
    with_partners(now, staff, &[], new_id)
}

/// The same for practice, with those who speak for a made-up partner linked to it.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let work = practice.work;
    with_partners(work.now(), &practice.staff, &partners::made_up(), &mut || work.new_id())
}

/// The same, with those who speak for one of these partners, known by name, linked to it.
pub fn with_partners(
    now: Now,
    staff: &[Id],
    partners: &[(&str, Id)],
    new_id: &mut dyn FnMut() -> Id,
) -> Vec<RecordWrite> {
    let mut made = Making { now, staff, partners, new_id, rows: Vec::new(), themes: Vec::new(), findings: Vec::new() };
    let guides = made.guides();
    made.themes();
    made.findings();
    made.plan();
    let mut quotes = 0;
    for (at, sample) in all().enumerate() {
        made.interview(at, sample, &guides, &mut quotes);
    }
    made.rows
}

/// A name that the made-up data uses, and the record it stands for.
type Known = (&'static str, Id);

/// The record of this name.
fn known(all: &[Known], name: &str) -> Option<Id> {
    all.iter().find(|(known, _)| *known == name).map(|(_, id)| *id)
}

fn link(id: Id) -> Value {
    Value::link(id)
}

/// Records in the making.
struct Making<'a> {
    now: Now,
    staff: &'a [Id],
    partners: &'a [(&'a str, Id)],
    new_id: &'a mut dyn FnMut() -> Id,
    rows: Vec<RecordWrite>,
    themes: Vec<Known>,
    findings: Vec<Known>,
}

impl Making<'_> {
    /// Puts a record; what is blank is left out.
    fn put(&mut self, kind: &'static str, id: Id, values: impl IntoIterator<Item = (&'static str, Value)>) {
        let values = values.into_iter().filter(|(_, value)| !value.is_blank());
        self.rows.push((kind, id, order::values(values)));
    }

    /// Every guide that was used, as it was asked.
    fn guides(&mut self) -> Vec<Known> {
        let mut guides = Vec::new();
        for ready in READY.iter().filter(|ready| all().any(|sample| sample.guide == ready.key)) {
            let Ok(json) = Asking::from(ready).to_json() else { continue };
            let id = derived_id(&format!("guide_version {json}"));
            self.put("guide_version", id, [("name", Value::text(ready.name.en)), ("questions", Value::text(json))]);
            guides.push((ready.key, id));
        }
        guides
    }

    fn themes(&mut self) {
        for theme in THEMES {
            let id = (self.new_id)();
            let values = [
                ("name", Value::text(theme.name)),
                ("name_es", Value::text(theme.name_es)),
                ("definition", Value::text(theme.definition)),
                ("definition_es", Value::text(theme.definition_es)),
                ("under", known(&self.themes, theme.under).map_or(Value::Null, link)),
            ];
            self.put("theme", id, values);
            self.themes.push((theme.key, id));
        }
    }

    fn findings(&mut self) {
        for (finding, place) in FINDINGS.iter().zip(1u32..) {
            let id = (self.new_id)();
            let values = [
                ("claim", Value::text(finding.claim)),
                ("claim_es", Value::text(finding.claim_es)),
                ("why", Value::text(finding.why)),
                ("why_es", Value::text(finding.why_es)),
                ("strategies", Value::text(finding.strategies)),
                ("strategies_es", Value::text(finding.strategies_es)),
                ("order", Value::Number(f64::from(place * 10))),
            ];
            self.put("finding", id, values);
            self.findings.push((finding.key, id));
            for (question, answer) in finding.counts {
                let count = derived_id(&format!("finding_count {id} {question} {answer}"));
                let values =
                    [("finding", link(id)), ("question", Value::text(*question)), ("answer", Value::text(*answer))];
                self.put("finding_count", count, values);
            }
        }
    }

    fn plan(&mut self) {
        for wanted in PLAN {
            let id = (self.new_id)();
            let values = [
                ("side", Value::text(wanted.side)),
                (wanted.side, Value::text(wanted.which)),
                ("people", Value::Number(f64::from(wanted.people))),
                ("note", Value::text(wanted.note)),
            ];
            self.put("wanted", id, values);
        }
    }

    /// A moment of an interview, some minutes after it began.
    fn moment(&self, sample: &SampleInterview, minutes: i64) -> Value {
        let (days, hour) = sample.when;
        let now = self.now.moment();
        let midnight = now - TimeDelta::seconds(i64::from(now.num_seconds_from_midnight()));
        Value::Text(date::stored(
            midnight - TimeDelta::days(days) + TimeDelta::hours(hour) + TimeDelta::minutes(minutes),
        ))
    }

    fn interview(&mut self, at: usize, sample: &'static SampleInterview, guides: &[Known], quotes: &mut usize) {
        let id = (self.new_id)();
        let by = self.staff.get(at % self.staff.len().max(1)).copied().map_or(Value::Null, link);
        let lines = i64::try_from(sample.said.len()).unwrap_or(0);
        let values = [
            ("called", Value::text(sample.called)),
            ("when", self.moment(sample, 0)),
            ("until", self.moment(sample, (lines + 1) * sample.pace())),
            ("staff", by.clone()),
            ("where", Value::text(sample.place)),
            ("language", Value::text(sample.language)),
            ("outcome", Value::text(sample.outcome)),
            ("memo", Value::text(sample.memo)),
            ("asked_with", known(guides, sample.guide).map_or(Value::Null, link)),
        ];
        self.put("interview", id, values);
        let mut speakers = Vec::new();
        for speaker in sample.speakers {
            speakers.push((self.speaker(id, sample, speaker, &by), speaker));
        }
        for (line, place) in sample.said.iter().zip(1..) {
            let Some((speaker, _)) = speakers.get(line.speaker).filter(|(_, speaker)| speaker.grants(NOTES)) else {
                continue;
            };
            let said = (self.new_id)();
            let values = [
                ("words", Value::text(line.words)),
                ("when", self.moment(sample, place * sample.pace())),
                ("speaker", link(*speaker)),
                ("interview", link(id)),
                ("question", Value::text(line.question)),
            ];
            self.put("said", said, values);
            let granted = sample.speakers.get(line.speaker).is_some_and(|speaker| speaker.grants(QUOTES));
            if let Some(passage) = line.quote.filter(|_| granted) {
                self.quote(line, passage, [id, *speaker, said], *quotes);
                *quotes += 1;
            }
        }
        // Nobody says whose answer it is, so everyone must have agreed.
        if sample.all_grant(NOTES) {
            self.answers(id, sample);
        }
    }

    fn speaker(&mut self, interview: Id, sample: &SampleInterview, speaker: &SampleSpeaker, by: &Value) -> Id {
        let id = (self.new_id)();
        let partner = self.partners.iter().find(|(name, _)| *name == speaker.organisation);
        let grants = GRANTS.map(|grant| (grant, Value::Bool(speaker.grants(grant))));
        let guardian = if speaker.adult { Value::Null } else { Value::Bool(speaker.guardian) };
        let values = [
            ("name", Value::text(speaker.name)),
            ("role", Value::text(speaker.role)),
            ("voice", Value::text(speaker.voice)),
            ("organisation", partner.map_or(Value::Null, |(_, id)| link(*id))),
            ("neighbourhood", Value::text(speaker.neighbourhood)),
            ("language", Value::text(speaker.language)),
            ("interview", link(interview)),
            ("adult", Value::text(if speaker.adult { ADULT } else { MINOR })),
            ("guardian", guardian),
            ("asked_by", by.clone()),
            ("asked_when", self.moment(sample, 0)),
            ("asked_in", Value::text(sample.language)),
        ];
        self.put("speaker", id, values.into_iter().chain(grants));
        id
    }

    fn answers(&mut self, interview: Id, sample: &SampleInterview) {
        let guide = ready::ready(sample.guide);
        for (question, value) in sample.answers {
            let asked = guide.and_then(|guide| guide.questions.iter().find(|asked| asked.key == *question));
            let value = match asked.map(|asked| asked.manner) {
                Some("date") => {
                    let before = value.parse().unwrap_or(0);
                    let day = self.now.today() - TimeDelta::days(sample.when.0) - TimeDelta::days(before);
                    Value::text(day.to_string())
                }
                _ => Value::text(*value),
            };
            let state = if value.is_blank() { SKIPPED } else { "answered" };
            let values = [
                ("value", value),
                ("state", Value::text(state)),
                ("interview", link(interview)),
                ("question", Value::text(*question)),
            ];
            self.put("answer", derived_id(&format!("answer {interview} {question}")), values);
        }
    }

    /// A quote with its marks, and the findings it stands behind.
    fn quote(&mut self, line: &SampleLine, passage: &str, [interview, speaker, said]: [Id; 3], at: usize) {
        let id = (self.new_id)();
        let Some(byte) = line.words.find(passage) else { return };
        let from = line.words.chars().count() - line.words[byte..].chars().count();
        let anchor = Anchor::of(line.words, Passage { from, to: from + passage.chars().count() });
        let shared = [
            ("said", link(said)),
            ("speaker", link(speaker)),
            ("interview", link(interview)),
            ("question", Value::text(line.question)),
        ];
        self.put("quote", id, anchor.into_iter().flat_map(anchored).chain(shared));
        for theme in line.themes {
            self.mark(id, theme, 0, true);
        }
        // The second reader went through two of five, and through all that they did not agree on.
        if at % 5 < 2 || !line.doubted.is_empty() || !line.added.is_empty() {
            for theme in line.themes {
                self.mark(id, theme, 1, *theme != line.doubted);
            }
            self.mark(id, line.added, 1, true);
        }
        for finding in line.backs {
            self.receipt(id, finding, FOR);
        }
        self.receipt(id, line.against, AGAINST);
    }

    /// Marks that a reader saw a theme in a quote, or saw that it is not there.
    fn mark(&mut self, quote: Id, theme: &str, reader: usize, fits: bool) {
        let (Some(theme), Some(staff)) = (known(&self.themes, theme), self.staff.get(reader).copied()) else { return };
        let values =
            [("quote", link(quote)), ("theme", link(theme)), ("staff", link(staff)), ("fits", Value::Bool(fits))];
        self.put("coding", derived_id(&format!("coding {quote} {theme} {staff}")), values);
    }

    fn receipt(&mut self, quote: Id, finding: &str, stands: &str) {
        let Some(finding) = known(&self.findings, finding) else { return };
        let values = [("finding", link(finding)), ("quote", link(quote)), ("stands", Value::text(stands))];
        self.put("receipt", derived_id(&format!("receipt {finding} {quote}")), values);
    }
}

#[cfg(test)]
mod tests;
