//! Records made of the made-up notes.

use super::all;
use super::meaning::{FINDINGS, PLAN, THEMES};
use super::sample::{SampleInterview, SampleLine, SampleSpeaker};
use crate::findings::{AGAINST, FOR};
use crate::interviews::anchor::Anchor;
use crate::interviews::interview::anchored;
use crate::interviews::kinds::interview::{ADULT, GRANTS, MINOR, NOTES, QUOTES, SKIPPED};
use crate::interviews::kinds::interview_guide::ready::{self, READY};
use crate::interviews::passage::Passage;
use crate::log::hash::derived_id;
use crate::model::date::{self, Now};
use crate::model::id::Id;
use crate::model::order;
use crate::model::questionnaire::Asking;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use chrono::{TimeDelta, Timelike};

/// A name that the made-up data uses, and its record.
pub(super) type Known = (&'static str, Id);

/// The record of this name.
fn known(all: &[Known], name: &str) -> Option<Id> {
    all.iter().find(|(known, _)| *known == name).map(|(_, id)| *id)
}

fn link(id: Id) -> Value {
    Value::link(id)
}

/// Records in the making.
pub(super) struct Making<'a> {
    pub(super) now: Now,
    pub(super) staff: &'a [Id],
    pub(super) partners: &'a [(&'a str, Id)],
    pub(super) new_id: &'a mut dyn FnMut() -> Id,
    pub(super) rows: Vec<RecordWrite>,
    pub(super) themes: Vec<Known>,
    pub(super) findings: Vec<Known>,
}

impl Making<'_> {
    /// Puts a record; what is blank is left out.
    fn put(&mut self, kind: &'static str, id: Id, values: impl IntoIterator<Item = (&'static str, Value)>) {
        let values = values.into_iter().filter(|(_, value)| !value.is_blank());
        self.rows.push((kind, id, order::values(values)));
    }

    /// Every guide that was used, as it was asked.
    pub(super) fn guides(&mut self) -> Vec<Known> {
        let mut guides = Vec::new();
        for ready in READY.iter().filter(|ready| all().any(|sample| sample.guide == ready.key)) {
            let Ok(json) = Asking::from(ready).to_json() else { continue };
            let id = derived_id(&format!("guide_version {json}"));
            self.put("guide_version", id, [("name", Value::text(ready.name.en)), ("questions", Value::text(json))]);
            guides.push((ready.key, id));
        }
        guides
    }

    pub(super) fn themes(&mut self) {
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

    pub(super) fn findings(&mut self) {
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

    pub(super) fn plan(&mut self) {
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

    pub(super) fn interview(
        &mut self,
        at: usize,
        sample: &'static SampleInterview,
        guides: &[Known],
        quotes: &mut usize,
    ) {
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
        let partner = self.partners.iter().find(|(name, _)| *name == speaker.organization);
        let grants = GRANTS.map(|grant| (grant, Value::Bool(speaker.grants(grant))));
        let guardian = if speaker.adult { Value::Null } else { Value::Bool(speaker.guardian) };
        let values = [
            ("name", Value::text(speaker.name)),
            ("role", Value::text(speaker.role)),
            ("voice", Value::text(speaker.voice)),
            ("organisation", partner.map_or(Value::Null, |(_, id)| link(*id))),
            ("neighbourhood", Value::text(speaker.neighborhood)),
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
