//! The report for spreadsheets and for programs.

use super::{Report, ReportCell, quotes, words};
use crate::findings::evidence::{Counted, Receipt};
use crate::findings::kinds::finding::{AGAINST, FOR, STANDS};
use crate::formats::csv_write::Quotes;
use crate::formats::office::{NotWritten, sheet};
use crate::model::questionnaire::Both;
use crate::model::suppression::{self, PublicCount};
use crate::model::text::{Lang, Text};
use serde_json::{Value, json};

/// A table with a row for each quote behind a finding, in the words of one language. Spreadsheets run nothing in it.
///
/// # Errors
/// If the table cannot be written.
pub fn csv(report: &Report, lang: Lang) -> Result<String, NotWritten> {
    let header = [words::NUMBER, words::CLAIM, words::STANDS, words::QUOTE, words::WHO, words::INTERVIEW];
    let mut rows = vec![header.iter().map(|text| text.get(lang).to_owned()).collect::<Vec<String>>()];
    for (at, finding) in report.findings.iter().enumerate() {
        rows.extend(quotes(finding).map(|receipt| {
            vec![
                (at + 1).to_string(),
                finding.claim.get(lang).to_owned(),
                stands(receipt).get(lang).to_owned(),
                receipt.words.clone(),
                receipt.who.say(lang),
                report.number(receipt).map(|number| number.to_string()).unwrap_or_default(),
            ]
        }));
    }
    sheet(Quotes::Necessary, rows)
}

/// Everything in the report as one JSON document, in both languages.
pub fn json(report: &Report) -> String {
    let findings = report.findings.iter().enumerate().map(|(at, finding)| {
        json!({
            "number": at + 1,
            "claim": both(&finding.claim),
            "why": both(&finding.why),
            "strategies": finding.strategies.iter().map(both).collect::<Vec<_>>(),
            "speakers": finding.speakers,
            "for": finding.for_it.iter().map(|quote| receipt(report, quote)).collect::<Vec<_>>(),
            "against": finding.against.iter().map(|quote| receipt(report, quote)).collect::<Vec<_>>(),
            "counts": finding.counts.iter().map(count).collect::<Vec<_>>(),
        })
    });
    let mut document = json!({
        "format": 1,
        "kind": "porchlight.report",
        "made": report.made.to_string(),
        "method": {
            "interviews": told(report.interviews),
            "refused": told(report.refused),
            "people": told(report.people),
            "from": report.from.map(|day| day.to_string()),
            "to": report.to.map(|day| day.to_string()),
            "languages": report.languages.iter().map(|language| text(*language)).collect::<Vec<_>>(),
            "guides": report.guides.iter().map(both).collect::<Vec<_>>(),
        },
        "rule": in_both(|lang| suppression::rule().say(lang)),
        "heard": { "role": cells(&report.by_role), "neighbourhood": cells(&report.by_neighborhood) },
        "findings": findings.collect::<Vec<_>>(),
    });
    // The same bytes however serde_json was built: it can be told to keep members as they came.
    document.sort_all_objects();
    format!("{document:#}\n")
}

fn stands(receipt: &Receipt) -> Text {
    let key = if receipt.stands_for { FOR } else { AGAINST };
    STANDS.iter().find(|choice| choice.key == key).map_or(Text::NONE, |choice| choice.label)
}

fn in_both(say: impl Fn(Lang) -> String) -> Value {
    en_es(say(Lang::En), say(Lang::Es))
}

fn en_es(en: String, es: String) -> Value {
    json!({ "en": en, "es": es })
}

fn both(words: &Both) -> Value {
    in_both(|lang| words.get(lang).to_owned())
}

fn text(text: Text) -> Value {
    in_both(|lang| text.get(lang).to_owned())
}

fn receipt(report: &Report, receipt: &Receipt) -> Value {
    json!({
        "quote": receipt.words,
        "who": in_both(|lang| receipt.who.say(lang)),
        "interview": report.number(receipt),
    })
}

fn cells(cells: &[ReportCell]) -> Vec<Value> {
    let cell = |cell: &ReportCell| json!({ "what": in_both(|lang| cell.what.say(lang)), "people": told(cell.count) });
    cells.iter().map(cell).collect()
}

fn count(count: &Counted) -> Value {
    json!({
        "question": text(count.asked),
        "answer": text(count.label),
        "people": told(count.told(count.people)),
        "of": told(PublicCount::of(count.of)),
        "doors": told(count.told(count.doors)),
    })
}

fn told(count: PublicCount) -> Value {
    match count {
        PublicCount::Exactly(count) => json!({ "exactly": count }),
        PublicCount::Withheld => json!({ "not_shown": true }),
    }
}
