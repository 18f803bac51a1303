//! What is told of an answer: the reasons beside it, and the words for a person to take along.

use super::answers::{Answer, Asks, Listed, Verified};
use super::hours::words as hours_words;
use super::hours::{Clock, Standing, coming};
use super::kinds::organization::{ORGANIZATION, fields as organization};
use super::kinds::service::{SERVICE, fields as service};
use super::kinds::site::SITE;
use super::public::{keeps_address_private, public_address};
use super::words;
use crate::model::book::Book;
use crate::model::date::say_day;
use crate::model::id::Id;
use crate::model::languages::LANGUAGES;
use crate::model::phone;
use crate::model::record::Record;
use crate::model::show;
use crate::model::text::{Lang, Message, Text};
use crate::work::library::library_name;
use chrono::NaiveDate;
use std::sync::Arc;

/// The record whose phone and address count for an answer: its further place, or the service itself.
pub fn place_of(book: &Book, answer: &Answer) -> Option<Arc<Record>> {
    let site = answer.site.and_then(|site| book.alive(SITE.id, site));
    site.or_else(|| book.alive(SERVICE.id, answer.service)).cloned()
}

/// The phone at which an answer is called: that of its place, of the service, or of the organization.
pub fn phone_of(book: &Book, answer: &Answer) -> Option<String> {
    let of_service = book.alive(SERVICE.id, answer.service);
    let of_organization = of_service
        .and_then(|record| service::ORGANIZATION.of(record))
        .and_then(|id| book.alive(ORGANIZATION.id, id))
        .and_then(|record| organization::PHONE.of(record));
    let place = place_of(book, answer);
    let own = place.as_deref().and_then(|record| service::PHONE.of(record));
    let phone = own.or_else(|| of_service.and_then(|record| service::PHONE.of(record))).or(of_organization)?;
    (!phone.trim().is_empty()).then(|| phone.trim().to_owned())
}

/// How old the word of a service is: “Checked 12 days ago by M.”. Whoever reads it learns no more than a first letter.
pub fn checked(verified: Option<Verified>, today: NaiveDate, name: impl Fn(Id) -> Option<String>) -> Message {
    let Some(verified) = verified else { return words::NEVER_CHECKED.message() };
    let days = (today - verified.day).num_days().max(0);
    let initial = verified.by.and_then(name).and_then(|name| name.trim().chars().next());
    let initial = initial.map(|letter| format!("{}.", letter.to_uppercase()));
    match (days, initial) {
        (0, None) => words::CHECKED_TODAY.message(),
        (0, Some(name)) => words::CHECKED_TODAY_BY.with("name", name),
        (_, None) => words::CHECKED.with("count", days),
        (_, Some(name)) => words::CHECKED_BY.with("count", days).with("name", name),
    }
}

/// What speaks for an answer and against it, beside whether it is open and when it was verified.
pub fn reasons(answer: &Answer, asks: &Asks) -> Vec<Message> {
    let language = asks.language.as_deref().and_then(|key| LANGUAGES.iter().find(|choice| choice.key == key));
    let speaks = answer.fit.language.zip(language).map(|(yes, language)| {
        let words = if yes { words::SPEAKS } else { words::SPEAKS_NOT };
        words.with("language", language.label)
    });
    let documents = answer.fit.documents.map(|none| if none { words::NO_DOCUMENTS } else { words::ASKS_DOCUMENTS });
    let car = answer.without_car.then(|| words::WITHOUT_A_CAR.message());
    [car, speaks, documents.map(|words| words.message())].into_iter().flatten().collect()
}

/// What a line of a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// The name of the service.
    Name,
    /// Who offers it.
    By,
    /// What to know right now.
    Alert,
    /// Whether it is open now: for a screen alone, since on paper and in a message it is wrong an hour later.
    Now,
    /// To call first, and what to ask.
    Ask,
    /// The phone number.
    Phone,
    /// Where it is.
    Address,
    /// The way there without a car.
    Way,
    /// When it is open: on one of the coming days, or as somebody wrote it.
    Hours,
    /// What to bring.
    Bring,
    /// What it costs.
    Cost,
    /// Whose word it is, and of which day.
    From,
}

/// A line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub tells: Tells,
    /// Its words.
    pub words: String,
}

/// For how many days hours are told day by day.
const COMING_DAYS: u64 = 7;

/// A service as lines for a person to take along, in their language: screen, message and paper are all made of these. There
/// is nothing in them that is not for everybody: of an address that stays private not even the way there.
pub fn lines(book: &Book, listed: &Listed, clock: &Clock, lang: Lang) -> Vec<Line> {
    let answer = &listed.answer;
    let Some(record) = book.alive(SERVICE.id, answer.service) else { return Vec::new() };
    let place = place_of(book, answer);
    let place = place.as_deref().unwrap_or(record);
    let by = service::ORGANIZATION.of(record).and_then(|id| book.alive(ORGANIZATION.id, id));
    let says = |words: Option<&str>| words.map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned);
    let said = |text: Text, key: &'static str, words: Option<&str>| {
        says(words).map(|words| text.with(key, words.replace('\n', "; ")).say(lang))
    };
    let coming = coming(&listed.hours, answer.verified.map(|verified| verified.day), clock, COMING_DAYS);
    let mut hours = hours_words::days(&coming, clock, lang);
    if hours.is_empty() {
        hours.extend(said(words::CARD_HOURS, "hours", service::HOURS.of(place)));
    }
    let calls = matches!(answer.standing, Standing::CallFirst(_));
    let now = hours_words::say(answer.standing, clock, lang);
    let way = says(service::TRANSPORTATION.of(place)).filter(|_| !keeps_address_private(place));
    let free = service::FREE.of(record).then(|| words::CARD_FREE.get(lang).to_owned());
    let none = service::NO_DOCUMENTS.of(record).then(|| words::NO_DOCUMENTS.get(lang).to_owned());
    let today = say_day(clock.today(), lang);
    let from = match library_name(book) {
        Some(library) => words::CARD_FROM.with("library", library).with("day", today).say(lang),
        None => words::CARD_AS_OF.with("day", today).say(lang),
    };
    let one = |tells: Tells, words: Option<String>| words.map(|words| Line { tells, words });
    let before = [
        one(Tells::Name, Some(show::title_in(&SERVICE, record, lang))),
        one(Tells::By, by.map(|by| show::title_in(&ORGANIZATION, by, lang))),
        one(Tells::Alert, says(service::ALERT.of(record))),
        one(Tells::Now, Some(now)),
        one(Tells::Ask, calls.then(|| words::CARD_ASK.get(lang).to_owned())),
        one(Tells::Phone, phone_of(book, answer).map(|phone| words::CARD_PHONE.with("phone", phone).say(lang))),
        one(Tells::Address, public_address(place)),
        one(Tells::Way, way),
    ];
    let after = [
        one(Tells::Bring, said(words::CARD_BRING, "what", service::DOCUMENTS.of(record)).or(none)),
        one(Tells::Cost, free.or_else(|| said(words::CARD_COST, "what", service::FEES.of(record)))),
        one(Tells::From, Some(from)),
    ];
    let hours = hours.into_iter().map(|words| Line { tells: Tells::Hours, words });
    let all = before.into_iter().flatten().chain(hours).chain(after.into_iter().flatten());
    all.filter(|line| !line.words.is_empty()).collect()
}

/// The same as a message.
pub fn to_give(lines: &[Line]) -> String {
    let stay = lines.iter().filter(|line| line.tells != Tells::Now);
    stay.map(|line| &*line.words).collect::<Vec<_>>().join("\n")
}

/// What a camera reads of a card, with the words that say so: the call, which every phone offers at once; without a number
/// the spot on a map, where everybody may know it; otherwise the message itself.
pub fn code(book: &Book, listed: &Listed, lines: &[Line]) -> (Text, String) {
    if let Some(call) = phone_of(book, &listed.answer).and_then(|phone| phone::dialed(&phone)) {
        return (words::SCAN_TO_CALL, call.link());
    }
    let place = place_of(book, &listed.answer).filter(|place| public_address(place).is_some());
    let spot = place.and_then(|place| {
        let part = |part: &str| place.get("place")?.part(part)?.as_number();
        part("lat").zip(part("lon"))
    });
    match spot {
        Some((lat, lon)) => (words::SCAN_FOR_THE_WAY, format!("geo:{lat},{lon}")),
        None => (words::SCAN_TO_KEEP, to_give(lines)),
    }
}
