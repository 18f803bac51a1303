//! The report that leaves the building: how was listened, who was heard, what was found out and what it rests on.
//!
//! It is built as data first, and this is the one place that decides what may be told: nobody is named who did not
//! agree to it, counts of few people are not told, and what a conversation was called, where it was held, what its
//! interviewer remarked, who interviewed and how anybody is reached never get in. Every format ([`html`], [`csv`],
//! [`json`]) writes what stands here and knows nothing else. What people said may still tell who they are: [`preview`]
//! lists that, for a person to look at before anything leaves.

mod files;
mod page;
mod preview;
mod scan;

use super::evidence::{Finding, Receipt, findings};
use crate::interviews::{self, Coverage, GUIDE_VERSION, interview_fields, version_fields};
use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::languages::LANGUAGES;
use crate::model::order;
use crate::model::questionnaire::{Asking, Both};
use crate::model::record::Record;
use crate::model::suppression::{self, PublicCount};
use crate::model::text::{Lang, Message, Text};
use crate::work::library::library_name;
use crate::work::policy::Policies;
use chrono::NaiveDate;
pub use files::{csv, json};
pub use page::{body, html};
pub use preview::{FoundAt, ReportPart, Shown, preview};
pub use scan::Tells;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The sentences of this module.
pub mod words {
    crate::words! {
        TITLE = "Findings and evidence", "Hallazgos y evidencia";
        MADE = "Prepared on {day}", "Preparado el {day}";
        METHOD = "How we listened", "Cómo escuchamos";
        INTERVIEWS = "Interviews held: {count}", "Entrevistas realizadas: {count}";
        REFUSED = "Declined an interview: {count}", "No aceptaron una entrevista: {count}";
        PEOPLE = "People heard: {count}", "Personas escuchadas: {count}";
        BETWEEN = "From {from} to {to}", "Del {from} al {to}";
        GUIDES = "Guides used: {names}", "Guías usadas: {names}";
        SPOKEN = "Languages: {names}", "Idiomas: {names}";
        BY_ROLE = "People heard, by role", "Personas escuchadas, por papel";
        BY_NEIGHBORHOOD = "People heard, by neighborhood", "Personas escuchadas, por barrio";
        WHO = "Who", "Quién";
        HOW_MANY = "People", "Personas";
        NOT_SAID = "Not recorded", "Sin anotar";
        FINDINGS = "Findings", "Hallazgos";
        NO_FINDINGS = "No findings yet", "Todavía no hay hallazgos";
        NUMBERED = "{number}. {claim}", "{number}. {claim}";
        IT_MEANS = "What it means", "Qué significa";
        SPEAKS_FOR = "Supports it", "A favor";
        SPEAKS_AGAINST = "Contradicts it", "En contra";
        SPEAKERS = "Supported by {count} {count|person|people}", "Lo {count|apoya|apoyan} {count} {count|persona|personas}";
        COUNTS = "Counted at doors", "Contado en las puertas";
        COUNT = "{asked} {answer}: {people} of {of} {of|answer|answers}, at {doors} {doors|door|doors}", "{asked} {answer}: {people} de {of} {of|respuesta|respuestas}, en {doors} {doors|puerta|puertas}";
        STRATEGIES = "Strategies", "Estrategias";
        SAID_BY = "{who} · interview {number}", "{who} · entrevista {number}";
        UNNAMED = "People are named only if they agreed to it.", "Solo se nombra a quienes dieron permiso.";
        NUMBER = "Number", "Número";
        CLAIM = "Finding", "Hallazgo";
        STANDS = "For or against", "A favor o en contra";
        QUOTE = "Quote", "Cita";
        INTERVIEW = "Interview", "Entrevista";
        IN_CLAIM = "Finding {finding}", "Hallazgo {finding}";
        IN_WHY = "Finding {finding}, what it means", "Hallazgo {finding}, qué significa";
        IN_STRATEGIES = "Finding {finding}, strategies", "Hallazgo {finding}, estrategias";
        IN_QUOTE = "Finding {finding}, quote {quote}", "Hallazgo {finding}, cita {quote}";
        IN_ATTRIBUTION = "Finding {finding}, who said quote {quote}", "Hallazgo {finding}, quién dijo la cita {quote}";
        IN_NEIGHBORHOODS = "People heard, by neighborhood", "Personas escuchadas, por barrio";
        IN_GUIDES = "Guides used", "Guías usadas";
        A_NAME = "Name", "Nombre";
        A_PHONE = "Phone number", "Número de teléfono";
        AN_EMAIL = "Email", "Correo electrónico";
        AN_ADDRESS = "Address", "Dirección";
        A_NUMBER = "Number", "Número";
    }
}

/// How many of one sort were heard.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportCell {
    /// Of which sort.
    pub what: Message,
    /// How many.
    pub count: PublicCount,
}

/// The report. Everything in it may be told to others.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What the library is called, if anybody said so.
    pub library: Option<String>,
    /// The day it was made.
    pub made: NaiveDate,
    /// How many interviews were held.
    pub interviews: PublicCount,
    /// How often nobody agreed to be interviewed.
    pub refused: PublicCount,
    /// How many people were heard.
    pub people: PublicCount,
    /// The first day of an interview.
    pub from: Option<NaiveDate>,
    /// The last one.
    pub to: Option<NaiveDate>,
    /// The names of the guides that were used.
    pub guides: Vec<Both>,
    /// The languages that interviews were held in.
    pub languages: Vec<Text>,
    /// Who was heard, by what they speak as.
    pub by_role: Vec<ReportCell>,
    /// Who was heard, by where they live.
    pub by_neighborhood: Vec<ReportCell>,
    /// What was found out.
    pub findings: Vec<Finding>,
    /// Interviews go by numbers in the order in which the report first quotes them, which tells nothing of them.
    numbers: BTreeMap<Id, usize>,
}

impl Report {
    /// The number by which the report speaks of the conversation that a quote is from.
    pub fn number(&self, receipt: &Receipt) -> Option<usize> {
        self.numbers.get(&receipt.interview?).copied()
    }

    /// Everything of the method that is a sentence.
    fn method(&self, lang: Lang) -> Vec<String> {
        let day = |day| date::say_day(day, lang);
        let names = |names: Vec<&str>| names.join("; ");
        let mut lines = vec![
            words::INTERVIEWS.with("count", self.interviews.message()),
            words::PEOPLE.with("count", self.people.message()),
        ];
        if self.refused != PublicCount::Exactly(0) {
            lines.push(words::REFUSED.with("count", self.refused.message()));
        }
        if let (Some(from), Some(to)) = (self.from, self.to) {
            lines.push(words::BETWEEN.with("from", day(from)).with("to", day(to)));
        }
        if !self.languages.is_empty() {
            let spoken = self.languages.iter().map(|text| text.get(lang)).collect();
            lines.push(words::SPOKEN.with("names", names(spoken)));
        }
        if !self.guides.is_empty() {
            let guides = self.guides.iter().map(|name| name.get(lang)).collect();
            lines.push(words::GUIDES.with("names", names(guides)));
        }
        lines.iter().map(|line| line.say(lang)).collect()
    }
}

/// Makes the report, without the quotes that these policies withhold.
pub fn report(book: &Book, index: &mut Index, policies: Policies, now: Now) -> Report {
    let findings = findings(book, index, policies);
    let mut numbers = BTreeMap::new();
    for interview in findings.iter().flat_map(quotes).filter_map(|receipt| receipt.interview) {
        let next = numbers.len() + 1;
        numbers.entry(interview).or_insert(next);
    }
    let held = interviews::held(book);
    let days = held.iter().filter_map(|interview| date::day_of(interview_fields::WHEN.of(*interview)?));
    let days: Vec<NaiveDate> = days.collect();
    let coverage = interviews::coverage(book);
    let spoken = order::set(held.iter().filter_map(|interview| interview_fields::LANGUAGE.of(*interview)));
    Report {
        library: library_name(book).map(str::to_owned),
        made: now.today(),
        interviews: PublicCount::of(coverage.interviews),
        refused: PublicCount::of(coverage.refused),
        people: PublicCount::of(coverage.people),
        from: days.iter().min().copied(),
        to: days.iter().max().copied(),
        guides: guides(book, &held),
        languages: LANGUAGES.iter().filter(|lang| spoken.contains(lang.key)).map(|lang| lang.label).collect(),
        by_role: cells(&coverage, interviews::BY_ROLE),
        by_neighborhood: cells(&coverage, interviews::BY_NEIGHBORHOOD),
        findings,
        numbers,
    }
}

/// All quotes of a finding, those that speak for it first.
fn quotes(finding: &Finding) -> impl Iterator<Item = &Receipt> {
    finding.for_it.iter().chain(&finding.against)
}

/// The names of the guides that interviews were held with, each once.
fn guides(book: &Book, held: &[&Record]) -> Vec<Both> {
    let name = |interview: &&Record| {
        let version = book.alive(GUIDE_VERSION.id, interview_fields::ASKED_WITH.of(*interview)?)?;
        let read = Asking::from_json(version_fields::QUESTIONS.of(version).unwrap_or_default());
        let name = read.map(|asking| asking.name).ok().filter(|name| !name.is_blank());
        let plain = || version_fields::NAME.of(version).map(|name| Both { en: name.to_owned(), es: name.to_owned() });
        name.or_else(plain).filter(|name| !name.is_blank())
    };
    order::set(held.iter().filter_map(name)).into_iter().collect()
}

/// How many were heard on one side, as it may be told: most first, and what is not told in the order of the alphabet.
/// Where nothing of it may be told, nothing is said of who they are.
fn cells(coverage: &Coverage, side: &str) -> Vec<ReportCell> {
    let lines = coverage.side(side).iter().filter(|line| line.heard > 0);
    let mut counts: Vec<(Message, usize)> = lines.map(|line| (line.what.clone(), line.heard)).collect();
    let said: usize = counts.iter().map(|(_, count)| count).sum();
    if said > 0 && coverage.people > said {
        counts.push((words::NOT_SAID.message(), coverage.people - said));
    }
    let names: Vec<String> = counts.iter().map(|(what, _)| what.say(Lang::En)).collect();
    let told = names.iter().zip(&counts).map(|(name, (_, count))| suppression::Cell::new(name, *count));
    let told = suppression::told(&told.collect::<Vec<_>>());
    if !told.contains(&true) {
        return Vec::new();
    }
    let cell = |((what, count), told): ((Message, usize), bool)| ReportCell {
        what,
        count: PublicCount::Exactly(count).and(told),
    };
    let mut cells: Vec<ReportCell> = counts.into_iter().zip(told).map(cell).collect();
    order::sort_by_key(&mut cells, |cell| {
        let count = match cell.count {
            PublicCount::Exactly(count) => Some(count),
            PublicCount::Withheld => None,
        };
        (Reverse(count), cell.what.say(Lang::En))
    });
    cells
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::all_files;
