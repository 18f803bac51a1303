//! What is told of an answer: the reasons beside it, and the words for a person to take along.

use super::answers::{Answer, Asks, Verified};
use super::hours::words as hours_words;
use super::hours::{Clock, Standing};
use super::kinds::organization::{ORGANIZATION, fields as organization};
use super::kinds::service::{SERVICE, fields as service};
use super::kinds::site::SITE;
use super::public::public_address;
use super::words;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::languages::LANGUAGES;
use crate::model::record::Record;
use crate::model::show;
use crate::model::text::{Lang, Message};
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

/// An answer as words to give to somebody, in their language. It has nothing that is not for everybody: an address that
/// stays private is not in it.
pub fn to_give(book: &Book, answer: &Answer, clock: &Clock, lang: Lang) -> String {
    let Some(record) = book.alive(SERVICE.id, answer.service) else { return String::new() };
    let place = place_of(book, answer);
    let place = place.as_deref().unwrap_or(record);
    let by = service::ORGANIZATION.of(record).and_then(|id| book.alive(ORGANIZATION.id, id));
    let says = |words: Option<&str>| words.map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned);
    let line = |text: crate::model::text::Text, key: &'static str, words: Option<&str>| {
        says(words).map(|words| text.with(key, words.replace('\n', "; ")).say(lang))
    };
    let cost = service::FREE.of(record).then(|| words::CARD_FREE.get(lang).to_owned());
    let lines = [
        Some(show::title_in(&SERVICE, record, lang)),
        by.map(|by| show::title_in(&ORGANIZATION, by, lang)),
        says(service::ALERT.of(record)),
        phone_of(book, answer).map(|phone| words::CARD_PHONE.with("phone", phone).say(lang)),
        public_address(place),
        says(service::TRANSPORTATION.of(place)),
        line(words::CARD_HOURS, "hours", service::HOURS.of(place)),
        Some(hours_words::say(answer.standing, clock, lang)),
        line(words::CARD_BRING, "what", service::DOCUMENTS.of(record)),
        cost.or_else(|| line(words::CARD_COST, "what", service::FEES.of(record))),
        matches!(answer.standing, Standing::CallFirst(_)).then(|| words::CARD_ASK.get(lang).to_owned()),
    ];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
