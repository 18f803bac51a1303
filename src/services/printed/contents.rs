//! What stands in a directory on paper: the services under what they help with, in one language.
//!
//! It is made of the same lines as a card that is handed over, so it has nothing that is not for everybody. What is
//! not offered, and what nobody could verify twice, is not in it. Paper is read months later, so it never says “open now”.

use super::words;
use crate::model::book::Book;
use crate::model::date::say_day;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::languages::LANGUAGES;
use crate::model::order::{sort_by, sort_by_key};
use crate::model::record::Record;
use crate::model::show;
use crate::model::text::{Lang, Text};
use crate::services::answers::{Listed, listed};
use crate::services::hours::said::{call_first, said};
use crate::services::hours::{Clock, words as hours_words};
use crate::services::kinds::need::NEED;
use crate::services::kinds::organization::ORGANIZATION;
use crate::services::kinds::service::{SERVICE, fields as service};
use crate::services::kinds::site::{SITE, fields as site};
use crate::services::needs::NEEDS;
use crate::services::public::{keeps_address_private, public_address};
use crate::services::telling::{phone_of, place_of};
use crate::services::words as told;

/// The most characters of what a service offers: what is longer is cut at a word, so that an entry fits a column.
const MOST: usize = 280;
/// The most characters of any other line.
const MOST_OF_LINE: usize = 200;

/// A line of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whether it stands out: to call first, what to know right now.
    pub strong: bool,
    /// Its words.
    pub words: String,
}

/// A service with all of its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which service it is.
    pub service: Id,
    /// What it is called.
    pub name: String,
    /// Who offers it; empty where nobody is named.
    pub by: String,
    /// All that is said of it.
    pub lines: Vec<Line>,
}

/// What follows another in a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// What the services below it help with.
    Heading(String),
    /// A service, told in full.
    Entry(Entry),
    /// A service that is told in full elsewhere.
    See {
        /// Which one.
        service: Id,
        /// What it is called, and who offers it.
        name: String,
    },
}

/// A directory in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// Its language.
    pub lang: Lang,
    /// What stands in it, in order.
    pub items: Vec<Item>,
    /// Its index: every service by name, and by who offers it.
    pub index: Vec<(String, Id)>,
}

/// Under which heading something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Under {
    Known(usize),
    Own(Id),
}

/// The directory as it stands, in a language.
pub fn contents(book: &Book, index: &mut Index, clock: &Clock, lang: Lang) -> Contents {
    let mut all: Vec<Listed> = listed(book, index, clock);
    // A service’s own place first, then its further ones, in the order in which they were written down.
    sort_by_key(&mut all, |listed| (listed.answer.service, listed.answer.site));
    let mut entries: Vec<(Entry, Vec<Under>)> = Vec::new();
    for places in all.chunk_by(|a, b| a.answer.service == b.answer.service) {
        entries.extend(entry(book, places, clock, lang).map(|entry| (entry, under(book, &places[0]))));
    }
    sort_by(&mut entries, |(a, _), (b, _)| {
        (fold(&a.name), fold(&a.by), a.service).cmp(&(fold(&b.name), fold(&b.by), b.service))
    });
    let mut headings: Vec<(Under, String)> = Vec::new();
    headings.extend(NEEDS.iter().enumerate().map(|(at, need)| (Under::Known(at), need.label.get(lang).to_owned())));
    let mut own: Vec<(Under, String)> =
        book.living(NEED.id).map(|need| (Under::Own(need.id), show::title_in(&NEED, need, lang))).collect();
    sort_by_key(&mut own, |(_, name)| fold(name));
    // “Other” stays at the end.
    let last = headings.pop();
    headings.extend(own);
    headings.extend(last);
    let mut items = Vec::new();
    let mut told_of: Vec<Id> = Vec::new();
    for (heading, name) in headings {
        let here: Vec<&Entry> =
            entries.iter().filter(|(_, under)| under.contains(&heading)).map(|(entry, _)| entry).collect();
        if here.is_empty() {
            continue;
        }
        items.push(Item::Heading(name));
        for entry in here {
            if told_of.contains(&entry.service) {
                items.push(Item::See { service: entry.service, name: with_by(entry) });
            } else {
                told_of.push(entry.service);
                items.push(Item::Entry(entry.clone()));
            }
        }
    }
    let mut index: Vec<(String, Id)> = Vec::new();
    for (entry, _) in &entries {
        index.push((with_by(entry), entry.service));
        if !entry.by.is_empty() {
            index.push((words::BY_NAME.with("by", &*entry.by).with("name", &*entry.name).say(lang), entry.service));
        }
    }
    sort_by_key(&mut index, |(name, id)| (fold(name), *id));
    Contents { lang, items, index }
}

fn with_by(entry: &Entry) -> String {
    match &*entry.by {
        "" => entry.name.clone(),
        by => format!("{} ({by})", entry.name),
    }
}

/// Under what a service stands: each need it helps with, a need of the team’s own, or at the end of all.
fn under(book: &Book, listed: &Listed) -> Vec<Under> {
    let place = |key: &str| NEEDS.iter().position(|need| need.key == key);
    let mut under: Vec<Under> = listed.needs.iter().filter_map(|key| place(key)).map(Under::Known).collect();
    under.extend(listed.own_need.filter(|need| book.alive(NEED.id, *need).is_some()).map(Under::Own));
    if under.is_empty() {
        under.push(Under::Known(NEEDS.len() - 1));
    }
    under
}

fn entry(book: &Book, places: &[Listed], clock: &Clock, lang: Lang) -> Option<Entry> {
    let first = places.first()?;
    let record = book.alive(SERVICE.id, first.answer.service)?;
    let by = service::ORGANIZATION.of(record).and_then(|by| book.alive(ORGANIZATION.id, by));
    let mut lines = Vec::new();
    let mut add = |strong: bool, words: Option<String>| {
        lines.extend(words.filter(|words| !words.is_empty()).map(|words| Line { strong, words }));
    };
    let says =
        |words: Option<&str>, most: usize| words.map(|words| shortened(words, most)).filter(|words| !words.is_empty());
    let said_as =
        |text: Text, words: Option<&str>| says(words, MOST_OF_LINE).map(|words| text.with("what", words).say(lang));
    add(true, says(service::ALERT.of(record), MOST_OF_LINE));
    add(false, says(service::DESCRIPTION.of(record), MOST));
    let mut phone_before = None;
    for listed in places {
        let place = place_of(book, &listed.answer)?;
        let named = listed.answer.site.and_then(|id| book.alive(SITE.id, id));
        add(true, named.map(|named| show::title_in(&SITE, named, lang)));
        let phone = phone_of(book, &listed.answer);
        if phone != phone_before {
            add(false, phone.as_ref().map(|phone| told::CARD_PHONE.with("phone", &**phone).say(lang)));
            phone_before = phone;
        }
        add(false, public_address(&place));
        let way = service::TRANSPORTATION.of(&*place).filter(|_| !keeps_address_private(&place));
        add(false, says(way, MOST_OF_LINE));
        for line in hours(&place, listed, clock, lang) {
            add(line.strong, Some(line.words));
        }
    }
    let free = service::FREE.of(record).then(|| told::CARD_FREE.get(lang).to_owned());
    let none = service::NO_DOCUMENTS.of(record).then(|| told::NO_DOCUMENTS.get(lang).to_owned());
    add(false, said_as(words::WHO, service::ELIGIBILITY.of(record)));
    add(false, said_as(told::CARD_BRING, service::DOCUMENTS.of(record)).or(none));
    add(false, free.or_else(|| said_as(told::CARD_COST, service::FEES.of(record))));
    let spoken = record.get(service::LANGUAGES.key()).into_iter().flat_map(|value| value.as_texts());
    let spoken = spoken.filter_map(|key| LANGUAGES.iter().find(|known| known.key == key && key != "other"));
    let spoken: Vec<&str> = spoken.map(|language| language.label.get(lang)).collect();
    add(false, (!spoken.is_empty()).then(|| words::LANGUAGES.with("what", spoken.join(", ")).say(lang)));
    add(false, first.answer.verified.map(|known| words::CHECKED.with("day", say_day(known.day, lang)).say(lang)));
    Some(Entry {
        service: record.id,
        name: show::title_in(&SERVICE, record, lang),
        by: by.map(|by| show::title_in(&ORGANIZATION, by, lang)).unwrap_or_default(),
        lines,
    })
}

/// The hours of a place, never surer than a badge would be.
fn hours(place: &Record, listed: &Listed, clock: &Clock, lang: Lang) -> Vec<Line> {
    let today = clock.today();
    let verified = listed.answer.verified.map(|verified| verified.day);
    let plain = said(&listed.hours, today, lang);
    let as_written =
        || place.text(site::HOURS.key()).map(|words| shortened(words, MOST)).filter(|words| !words.is_empty());
    let why = call_first(&listed.hours, verified, today, clock);
    match (why, plain) {
        (None, Some(lines)) => lines.into_iter().map(|words| Line { strong: false, words }).collect(),
        (why, plain) => {
            let first = hours_words::CALL_FIRST.get(lang);
            let call = match why {
                Some(why) => {
                    words::CALL_FIRST_WHY.with("call", first).with("why", hours_words::why(why, lang)).say(lang)
                }
                None => first.to_owned(),
            };
            let known = plain.map(|lines| lines.join("; ")).filter(|lines| !lines.is_empty()).or_else(as_written);
            let known = known.map(|hours| words::HOURS_WE_HAVE.with("hours", hours).say(lang));
            let known = known.map(|words| Line { strong: false, words });
            [Some(Line { strong: true, words: call }), known].into_iter().flatten().collect()
        }
    }
}

/// The words on one line, cut at a word where they are too long.
fn shortened(words: &str, most: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(most) else { return line };
    let cut = &line[..end];
    let cut = cut.rfind(' ').and_then(|space| cut.get(..space)).unwrap_or(cut);
    format!("{}…", cut.trim_end_matches([',', ';', '.', ':']))
}
