//! What in a report may tell who somebody is, for a person to look at before it leaves.

use super::scan::{KnownNames, Tells, tell};
use super::{Report, quotes, words};
use crate::canvass::{VISIT, visit_fields};
use crate::interviews::{CALLBACK, SPEAKER, callback_fields, speaker_fields};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::questionnaire::Both;
use crate::model::staff::{STAFF, fields as staff};
use crate::model::text::{Lang, Message};
use crate::partners::{CONTACT, PARTNER, contact_fields, partner_fields};
use std::collections::BTreeSet;

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportPart {
    /// What was found out.
    Claim,
    /// What it means.
    Why,
    /// The strategies that answer it.
    Strategies,
    /// A quote, by its place in the finding, from 1.
    Quote(usize),
    /// What is said of who said it.
    Attribution(usize),
    /// The table of neighborhoods.
    Neighborhoods,
    /// The names of the guides.
    Guides,
}

/// Where in a report something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundAt {
    /// The number of the finding, from 1; 0 for what belongs to none.
    pub finding: usize,
    /// The part of it.
    pub part: ReportPart,
}

impl FoundAt {
    /// What to tell the person.
    pub fn message(self) -> Message {
        let (text, quote) = match self.part {
            ReportPart::Claim => (words::IN_CLAIM, None),
            ReportPart::Why => (words::IN_WHY, None),
            ReportPart::Strategies => (words::IN_STRATEGIES, None),
            ReportPart::Quote(quote) => (words::IN_QUOTE, Some(quote)),
            ReportPart::Attribution(quote) => (words::IN_ATTRIBUTION, Some(quote)),
            ReportPart::Neighborhoods => (words::IN_NEIGHBORHOODS, None),
            ReportPart::Guides => (words::IN_GUIDES, None),
        };
        text.with("finding", self.finding).with("quote", quote.unwrap_or_default())
    }
}

/// Something in a report that may tell who somebody is.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What it looks like.
    pub kind: Tells,
    /// The words, as they stand there.
    pub text: String,
    /// Where they stand.
    pub place: FoundAt,
    /// The quote they stand in, if in one, where they can be mended.
    pub quote: Option<Id>,
    /// Whether somebody agreed to it: their own name beside what they said.
    pub granted: bool,
}

/// Everything in the words of a report that may tell who somebody is, in the order of the report, each once in its
/// place.
pub fn preview(book: &Book, report: &Report) -> Vec<Shown> {
    let mut found = Found { known: known(book), told: BTreeSet::new(), shown: Vec::new() };
    for guide in &report.guides {
        found.look_in_both(guide, at(0, ReportPart::Guides));
    }
    for cell in &report.by_neighborhood {
        found.look(&cell.what.say(Lang::En), at(0, ReportPart::Neighborhoods), None);
    }
    for (number, finding) in (1..).zip(&report.findings) {
        found.look_in_both(&finding.claim, at(number, ReportPart::Claim));
        found.look_in_both(&finding.why, at(number, ReportPart::Why));
        finding.strategies.iter().for_each(|strategy| found.look_in_both(strategy, at(number, ReportPart::Strategies)));
        for (nth, receipt) in (1..).zip(quotes(finding)) {
            let (quote, who) = (Some(receipt.quote), at(number, ReportPart::Attribution(nth)));
            found.look(&receipt.words, at(number, ReportPart::Quote(nth)), quote);
            if let Some(name) = &receipt.who.name {
                found.add(Shown { kind: Tells::Name, text: name.clone(), place: who, quote, granted: true });
            }
            found.look(receipt.who.neighborhood.as_deref().unwrap_or_default(), who, quote);
        }
    }
    found.shown
}

fn at(finding: usize, part: ReportPart) -> FoundAt {
    FoundAt { finding, part }
}

struct Found {
    known: KnownNames,
    told: BTreeSet<(FoundAt, Tells, String)>,
    shown: Vec<Shown>,
}

impl Found {
    fn look_in_both(&mut self, words: &Both, place: FoundAt) {
        [&words.en, &words.es].iter().for_each(|words| self.look(words, place, None));
    }

    fn look(&mut self, words: &str, place: FoundAt, quote: Option<Id>) {
        for (kind, text) in tell(words, &self.known) {
            self.add(Shown { kind, text, place, quote, granted: false });
        }
    }

    fn add(&mut self, shown: Shown) {
        if self.told.insert((shown.place, shown.kind, shown.text.clone())) {
            self.shown.push(shown);
        }
    }
}

/// Everyone known by name, and how they are reached. A deleted record still knows its people.
fn known(book: &Book) -> KnownNames {
    let mut known = KnownNames::default();
    let texts = |kind: &'static str, key: &'static str| {
        book.records(kind).filter(|record| !record.erased).filter_map(move |record| record.text(key))
    };
    let names = [
        (SPEAKER.id, speaker_fields::NAME.key()),
        (STAFF.id, staff::NAME.key()),
        (PARTNER.id, partner_fields::CONTACT_NAME.key()),
        (CONTACT.id, contact_fields::PERSON.key()),
        (VISIT.id, visit_fields::PERSON.key()),
    ];
    names.into_iter().flat_map(|(kind, key)| texts(kind, key)).for_each(|name| known.add_name(name));
    let phones = [
        (CALLBACK.id, callback_fields::PHONE.key()),
        (PARTNER.id, partner_fields::CONTACT_PHONE.key()),
        (VISIT.id, visit_fields::PHONE.key()),
    ];
    phones.into_iter().flat_map(|(kind, key)| texts(kind, key)).for_each(|phone| known.add_phone(phone));
    known
}
