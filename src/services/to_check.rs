//! An entry of the directory as its organization gets it to check: word for word what people are told, and the question
//! whether it is still so, in their language.

use super::answers::Listed;
use super::hours::Clock;
use super::hours::said::said;
use super::kinds::organization::{ORGANIZATION, fields as organization};
use super::kinds::service::{SERVICE, fields as service};
use super::telling::{Line, Tells, lines, phone_of};
use super::words;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::library::{LIBRARY, fields as library};
use crate::model::phone;
use crate::model::reach::{self, escaped};
use crate::model::show;
use crate::model::text::Lang;
use crate::work::library::{library_id, library_name};

/// A letter, and where it may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about, for an e-mail.
    pub subject: String,
    /// The whole text.
    pub text: String,
    /// The link that begins an e-mail with it; none without an address.
    pub email: Option<String>,
    /// The link that begins a text message with it; none without a number that takes one.
    pub message: Option<String>,
}

/// The language in which an organization is written to: Spanish where it says that it speaks that and not English, else
/// the one that is asked for.
pub fn language_of(book: &Book, service: Id, otherwise: Lang) -> Lang {
    let spoken = book.alive(SERVICE.id, service).and_then(|record| record.get(service::LANGUAGES.key()));
    let speaks = |key: &str| spoken.into_iter().flat_map(|value| value.as_texts()).any(|known| known == key);
    match (speaks("en"), speaks("es")) {
        (true, false) => Lang::En,
        (false, true) => Lang::Es,
        _ => otherwise,
    }
}

/// The letter about a service, in a language. It has nothing that is not told to everybody, since it may be read by anyone.
pub fn letter(book: &Book, listed: &Listed, clock: &Clock, lang: Lang) -> Option<Letter> {
    let record = book.alive(SERVICE.id, listed.answer.service)?;
    let by = service::ORGANIZATION.of(record).and_then(|by| book.alive(ORGANIZATION.id, by));
    let hello = match library_name(book) {
        Some(library) => words::CHECK_HELLO.with("library", library).say(lang),
        None => words::CHECK_HELLO_US.get(lang).to_owned(),
    };
    let told = lines(book, listed, clock, lang);
    // What is for the moment, or for whoever is handed a card, is no part of the entry; and of hours they check what comes
    // again, not the next days.
    let rest = told.iter().filter(|line| ![Tells::Now, Tells::Ask, Tells::From, Tells::Hours].contains(&line.tells));
    let is_last = |line: &&Line| [Tells::Bring, Tells::Cost].contains(&line.tells);
    let (after, before): (Vec<&Line>, Vec<&Line>) = rest.partition(is_last);
    let of = |line: &Line| line.words.clone();
    let as_written = || service::HOURS.of(record).map(|hours| vec![words::CARD_HOURS.with("hours", hours).say(lang)]);
    let hours = said(&listed.hours, clock.today(), lang).or_else(as_written).unwrap_or_default();
    let entry: Vec<String> = before.into_iter().map(of).chain(hours).chain(after.into_iter().map(of)).collect();
    let ours = book.alive(LIBRARY.id, library_id()).and_then(|library| library::LINE.of(library));
    let parts =
        [hello, entry.join("\n"), words::CHECK_ASK.get(lang).to_owned(), ours.unwrap_or_default().trim().to_owned()];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    let subject = words::CHECK_SUBJECT.with("service", show::title_in(&SERVICE, record, lang)).say(lang);
    let address = service::EMAIL.of(record).or_else(|| by.and_then(|by| organization::EMAIL.of(by)));
    let address = address.map(str::trim).filter(|address| !address.is_empty());
    let email = address.and_then(reach::mail).map(|(_, to)| {
        // Lines of an e-mail end as RFC 6068 says.
        format!("{to}?subject={}&body={}", escaped(&subject), escaped(&text.replace('\n', "\r\n")))
    });
    let number = phone_of(book, &listed.answer).and_then(|phone| phone::dialed(&phone));
    let message = number.and_then(|number| reach::text_message(&number.link()));
    let message = message.map(|(_, to)| format!("{to}?&body={}", escaped(&text)));
    Some(Letter { subject, text, email, message })
}
