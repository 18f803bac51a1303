//! What the made-up interviews are: whole, granted, and enough for the findings of the seed.

use super::meaning::{FINDINGS, PLAN, THEMES};
use super::sample::{SampleSpeaker, SampleWanted};
use super::*;
use crate::capabilities::kinds::{KINDS, kind};
use crate::findings::{AGAINST, FOR};
use crate::interviews::kinds::interview::{COMMUNITY, GRANTS, HELD, NAMED, NOTES, QUOTES, REFUSED};
use crate::interviews::kinds::interview_guide::ready::{self, READY};
use crate::model::check::check;
use crate::model::date;
use crate::model::field::FieldType;
use crate::model::kind::Needs;
use crate::model::question::{ONE, SCALE, SEVERAL};
use crate::model::questionnaire::{Asking, keys as given_keys};
use crate::model::value::Value;
use std::collections::{BTreeMap, BTreeSet};

const NOW: Now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };
const STAFF: [Id; 3] = [Id(1), Id(2), Id(3)];
const TEACHERS: Id = Id(4);

fn made() -> Vec<RecordWrite> {
    let mut last = 1000;
    with_partners(NOW, &STAFF, &[("Escuela Primaria Río Verde", TEACHERS)], &mut || {
        last += 1;
        Id(last)
    })
}

fn text<'r>(row: &'r RecordWrite, key: &str) -> &'r str {
    row.2.get(key).and_then(Value::as_text).unwrap_or_default()
}

fn of<'r>(rows: &'r [RecordWrite], kind: &str) -> Vec<&'r RecordWrite> {
    rows.iter().filter(|row| row.0 == kind).collect()
}

fn find<'r>(rows: &'r [RecordWrite], kind: &str, id: &str) -> &'r RecordWrite {
    rows.iter().find(|row| row.0 == kind && row.1.to_string() == id).unwrap()
}

fn grants(speaker: &RecordWrite, grant: &str) -> bool {
    speaker.2[grant] == Value::Bool(true)
}

/// The names of the made-up partners.
fn partners() -> BTreeSet<&'static str> {
    crate::partners::practice::SAMPLES.iter().map(|partner| partner.name).collect()
}

#[test]
fn there_are_as_many_interviews_as_in_the_seed() {
    let rows = made();
    let interviews = of(&rows, "interview");
    assert_eq!(interviews.len(), 27);
    let names: BTreeSet<&str> = interviews.iter().map(|row| text(row, "called")).collect();
    assert_eq!(names.len(), 27);
    let community = || all().filter(|sample| sample.speakers.iter().all(|speaker| speaker.voice == COMMUNITY));
    assert_eq!(community().count(), 21);
    let spanish = community().filter(|sample| sample.language == "es").count();
    assert!((9..=13).contains(&spanish), "{spanish} of 21 are in Spanish");
    assert_eq!(all().filter(|sample| sample.guide == "staff_in_depth").count(), 6);
    assert_eq!(all().filter(|sample| sample.outcome == REFUSED).count(), 1);
    assert_eq!(all().filter(|sample| sample.speakers.len() == 2).count(), 1);
    let speakers = || all().flat_map(|sample| sample.speakers);
    assert_eq!(speakers().filter(|speaker| !speaker.adult && speaker.guardian).count(), 1);
    let held_back = speakers().filter(|speaker| speaker.grants(NOTES) && !speaker.grants(QUOTES)).count();
    let named = speakers().filter(|speaker| speaker.grants(NAMED)).count();
    assert!(held_back >= 4 && (4..=8).contains(&named), "{held_back} are not quoted, {named} are named");
    assert_eq!(of(&rows, "guide_version").len(), READY.len(), "every guide was used");
}

#[test]
fn every_record_is_what_its_kind_declares() {
    let rows = made();
    let ids: BTreeSet<(&str, Id)> = rows.iter().map(|row| (row.0, row.1)).collect();
    assert_eq!(ids.len(), rows.len(), "no record is there twice");
    for (name, id, values) in &rows {
        let kind = kind(name).unwrap();
        for (key, value) in values {
            let field = kind.field(key).unwrap_or_else(|| panic!("{name} has no field {key}"));
            assert!(!value.is_blank(), "{name}.{key} is blank");
            if let (FieldType::Link(to), Some(target)) = (field.ty, value.as_text()) {
                let target = target.parse().unwrap();
                let outside = matches!(to, "staff" | "partner") && (STAFF.contains(&target) || target == TEACHERS);
                assert!(outside || ids.contains(&(to, target)), "{name}.{key} leads nowhere");
            }
        }
        let problems = check(kind, kind.fields(), |key| values.get(key));
        assert!(problems.is_empty(), "{name} {id}: {problems:?}");
    }
}

#[test]
fn nothing_is_there_without_the_grant_it_needs() {
    let rows = made();
    let speakers = of(&rows, "speaker");
    for speaker in &speakers {
        assert!(GRANTS.iter().all(|grant| matches!(speaker.2.get(*grant), Some(Value::Bool(_)))));
        assert!(speaker.2.contains_key("asked_by") && speaker.2.contains_key("asked_when"));
    }
    for kind in KINDS {
        let needed = kind.granted.iter().filter_map(|needs| match needs {
            Needs::Grant(grant) => Some(*grant),
            Needs::With(_) | Needs::WithAny(_) => None,
        });
        for grant in needed {
            for row in of(&rows, kind.id) {
                let heard = speakers.iter().filter(|speaker| match row.2.get("speaker").and_then(Value::as_text) {
                    Some(id) => speaker.1.to_string() == id,
                    None => text(speaker, "interview") == text(row, "interview"),
                });
                let mut heard = heard.peekable();
                assert!(heard.peek().is_some() && heard.all(|speaker| grants(speaker, grant)), "{row:?}");
            }
        }
    }
    for sample in all() {
        for line in sample.said {
            let speaker = sample.speakers.get(line.speaker).unwrap();
            assert!(speaker.grants(NOTES), "{}: {}", sample.called, line.words);
            assert!(line.quote.is_none() || speaker.grants(QUOTES), "{}: {}", sample.called, line.words);
        }
        assert!(sample.answers.is_empty() || sample.all_grant(NOTES), "{}", sample.called);
    }
}

#[test]
fn lines_and_answers_are_those_of_their_guide() {
    for sample in all() {
        let place = sample.called;
        let guide = Asking::from(ready::ready(sample.guide).unwrap());
        let asked: BTreeSet<&str> = sample.said.iter().map(|line| line.question).collect();
        let answered: BTreeMap<&str, &str> = sample.answers.iter().copied().collect();
        assert_eq!(answered.len(), sample.answers.len(), "{place} answers a question twice");
        if sample.outcome == HELD {
            assert!((3..=8).contains(&asked.len()), "{place}: {asked:?}");
            assert!(asked.iter().chain(answered.keys()).collect::<BTreeSet<_>>().len() >= 4, "{place}");
        }
        for key in asked.iter().chain(answered.keys()) {
            let question = guide.question(key).unwrap_or_else(|| panic!("{place}: no question {key}"));
            if let Some(only_if) = &question.only_if {
                let given = answered.get(&*only_if.question).unwrap_or_else(|| panic!("{place}: {key}"));
                let held = given_keys(given).any(|given| only_if.answers.iter().any(|answer| answer == given));
                assert!(held, "{place}: {key} is not asked after {given}");
            }
        }
        for (key, value) in answered.iter().filter(|(_, value)| !value.is_empty()) {
            let question = guide.question(key).unwrap();
            let keys: Vec<&str> = given_keys(value).collect();
            let tapped: BTreeSet<String> = question.to_tap().into_iter().map(|answer| answer.key).collect();
            match &*question.manner {
                SEVERAL => assert!(keys.iter().all(|key| tapped.contains(*key)), "{place}: {key} {value}"),
                ONE | SCALE | "yes_no" => {
                    assert!(keys.len() == 1 && tapped.contains(keys[0]), "{place}: {key} {value}");
                }
                "number" | "date" => assert!(value.parse::<u32>().is_ok(), "{place}: {key} {value}"),
                "text" | "list" => assert!(value.trim() == *value, "{place}: {key} {value}"),
                manner => panic!("{place}: {key} is answered in lines, not by {manner}"),
            }
        }
        for speaker in sample.speakers.iter().filter(|speaker| !speaker.organization.is_empty()) {
            assert!(partners().contains(speaker.organization), "{place}");
        }
    }
}

#[test]
fn a_quote_is_a_passage_of_its_line() {
    let rows = made();
    let quotes = of(&rows, "quote");
    assert_eq!(quotes.len(), all().flat_map(|sample| sample.said).filter(|line| line.quote.is_some()).count());
    for quote in quotes {
        let said = find(&rows, "said", text(quote, "said"));
        let number = |key: &str| quote.2[key].as_number().unwrap() as usize;
        let (from, to) = (number("from"), number("to"));
        let passage: String = text(said, "words").chars().skip(from).take(to - from).collect();
        assert_eq!(passage, text(quote, "words"));
        assert_eq!(text(said, "words").matches(&*passage).count(), 1, "{passage}");
        for key in ["interview", "speaker", "question"] {
            assert_eq!(text(said, key), text(quote, key));
        }
    }
}

#[test]
fn lines_are_in_order_of_time_and_nothing_is_yet_to_come() {
    let rows = made();
    for interview in of(&rows, "interview") {
        let id = interview.1.to_string();
        let moment = |row: &RecordWrite, key: &str| date::moment(text(row, key)).unwrap();
        let (begun, until) = (moment(interview, "when"), moment(interview, "until"));
        let lines: Vec<_> = rows.iter().filter(|row| row.0 == "said" && text(row, "interview") == id).collect();
        let times: Vec<_> = lines.iter().map(|row| moment(row, "when")).collect();
        assert!(times.is_sorted_by(|a, b| a < b) && times.iter().all(|time| begun < *time && *time < until));
        assert!(until < NOW.moment());
    }
}

#[test]
fn the_code_book_is_nested_and_every_theme_at_the_bottom_is_used() {
    let tops: BTreeSet<&str> = THEMES.iter().filter(|theme| theme.under.is_empty()).map(|theme| theme.key).collect();
    let leaves: BTreeSet<&str> = THEMES.iter().filter(|theme| !theme.under.is_empty()).map(|theme| theme.key).collect();
    assert!(tops.len() == 4 && (11..=14).contains(&leaves.len()), "{} and {}", tops.len(), leaves.len());
    assert!(THEMES.iter().all(|theme| theme.under.is_empty() || tops.contains(theme.under)));
    for theme in THEMES {
        let words = [theme.name, theme.name_es, theme.definition, theme.definition_es];
        assert!(words.iter().all(|words| !words.is_empty()), "{}", theme.key);
    }
    let mut used = BTreeSet::new();
    for line in all().flat_map(|sample| sample.said) {
        assert_eq!(line.quote.is_none(), line.themes.is_empty(), "{}", line.words);
        assert!(line.themes.len() <= 2, "{}", line.words);
        assert!(line.doubted.is_empty() || line.themes.contains(&line.doubted), "{}", line.words);
        assert!(!line.themes.contains(&line.added), "{}", line.words);
        used.extend(line.themes.iter().copied().chain((!line.added.is_empty()).then_some(line.added)));
    }
    assert_eq!(used, leaves);
    let rows = made();
    let nested = of(&rows, "theme").into_iter().filter(|theme| theme.2.contains_key("under")).count();
    assert_eq!(nested, leaves.len());
}

#[test]
fn two_people_read_some_of_the_quotes_and_mostly_agree() {
    let rows = made();
    let marks = of(&rows, "coding");
    let quotes_of = |staff: Id| -> BTreeSet<&str> {
        let own = marks.iter().filter(|mark| text(mark, "staff") == staff.to_string());
        own.map(|mark| text(mark, "quote")).collect()
    };
    assert_eq!(quotes_of(STAFF[0]).len(), of(&rows, "quote").len());
    let second = quotes_of(STAFF[1]);
    assert!((36..=56).contains(&second.len()), "{}", second.len());
    let no = marks.iter().filter(|mark| mark.2["fits"] == Value::Bool(false)).count();
    assert!((5..=12).contains(&no), "{no}");
}

#[test]
fn the_findings_of_the_seed_stand_on_several_people_and_one_more_does_not() {
    let rows = made();
    assert_eq!(of(&rows, "finding").len(), 5);
    let receipts = of(&rows, "receipt");
    let mut contradicted = 0;
    for (finding, (key, id)) in FINDINGS.iter().zip(of(&rows, "finding").iter().map(|row| (text(row, "claim"), row.1)))
    {
        assert_eq!(finding.claim, key);
        let words = [finding.claim_es, finding.why, finding.why_es];
        assert!(words.iter().all(|words| !words.is_empty()), "{key}");
        assert_eq!(finding.strategies.lines().count(), finding.strategies_es.lines().count(), "{key}");
        let quotes = |stands: &str| {
            let own = receipts.iter().filter(|receipt| text(receipt, "finding") == id.to_string());
            let own = own.filter(|receipt| text(receipt, "stands") == stands);
            own.map(|receipt| find(&rows, "quote", text(receipt, "quote"))).collect::<Vec<_>>()
        };
        let speakers: BTreeSet<&str> = quotes(FOR).into_iter().map(|quote| text(quote, "speaker")).collect();
        match finding.key {
            "fines" => assert_eq!(speakers.len(), 1),
            _ => assert!(speakers.len() >= 3, "{}: {} people", finding.key, speakers.len()),
        }
        contradicted += usize::from(!quotes(AGAINST).is_empty());
    }
    assert!(contradicted >= 2);
    assert_eq!(of(&rows, "finding_count").len(), 1);
    let lines = FINDINGS.iter().flat_map(|finding| finding.strategies.lines().zip(finding.strategies_es.lines()));
    let strategies: BTreeSet<(&str, &str)> = lines.collect();
    assert_eq!(strategies.len(), 2, "those of the seed, each said in one way in Spanish");
    // What speaks for a finding is of one of its themes, and nothing speaks both for and against it.
    for line in all().flat_map(|sample| sample.said) {
        assert!(line.quote.is_some() || line.backs.is_empty() && line.against.is_empty(), "{}", line.words);
        assert!(!line.backs.contains(&line.against), "{}", line.words);
        for back in line.backs.iter().chain((!line.against.is_empty()).then_some(&line.against)) {
            let finding = FINDINGS.iter().find(|finding| finding.key == *back).unwrap();
            assert!(finding.themes.iter().any(|theme| line.themes.contains(theme)), "{back}: {}", line.words);
        }
    }
    let known: BTreeSet<&str> = THEMES.iter().map(|theme| theme.key).collect();
    assert!(FINDINGS.iter().flat_map(|finding| finding.themes).all(|theme| known.contains(theme)));
}

#[test]
fn some_of_the_plan_is_not_yet_met() {
    let heard = || all().filter(|sample| sample.outcome != REFUSED).flat_map(|sample| sample.speakers);
    let types: BTreeMap<&str, &str> = crate::partners::practice::SAMPLES
        .iter()
        .filter_map(|partner| Some((partner.name, partner.fields.iter().find(|(key, _)| *key == "type")?.1.en)))
        .collect();
    let side = |speaker: &SampleSpeaker, side: &str| match side {
        "voice" => speaker.voice,
        "role" => speaker.role,
        "organisation" => types.get(speaker.organization).copied().unwrap_or_default(),
        "neighbourhood" => speaker.neighborhood,
        _ => speaker.language,
    };
    let met = |wanted: &&SampleWanted| {
        heard().filter(|speaker| side(speaker, wanted.side) == wanted.which).count() >= wanted.people as usize
    };
    let (met, gaps): (Vec<&SampleWanted>, Vec<_>) = PLAN.iter().partition(met);
    assert_eq!((met.len(), gaps.len()), (5, 3), "{gaps:?}");
}

#[test]
fn it_can_be_made_without_staff_and_by_any_clock() {
    for ms in [i64::MIN, 0, NOW.ms, i64::MAX] {
        let mut last = 1000;
        let rows = rows(Now { ms, offset_minutes: 14 * 60 }, &[], &mut || {
            last += 1;
            Id(last)
        });
        assert_eq!(of(&rows, "interview").len(), 27);
        assert!(of(&rows, "coding").is_empty(), "nobody read the quotes");
    }
}
