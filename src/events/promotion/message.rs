//! What a partner is told of an event, as people say it: what, when, where, in English, in Spanish or in both.

use super::words;
use crate::events::kinds::event::{EVENT, fields as event};
use crate::model::reach::{self, Maps, Reach, escaped};
use crate::model::record::Record;
use crate::model::text::{Lang, Text, t};
use crate::model::value::Value;
use crate::model::{date, show};
use chrono::{DateTime, Datelike, FixedOffset, Timelike};

/// In which languages something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tongues {
    /// In one.
    One(Lang),
    /// In English and then in Spanish.
    #[default]
    Both,
}

impl Tongues {
    /// What fits the languages of an event: one where it is held in that alone, otherwise both.
    pub fn of(record: &Record) -> Tongues {
        let spoken: Vec<&str> = event::LANGUAGES.of(record).into_iter().flat_map(Value::as_texts).collect();
        match (spoken.contains(&"en"), spoken.contains(&"es")) {
            (true, false) => Tongues::One(Lang::En),
            (false, true) => Tongues::One(Lang::Es),
            _ => Tongues::Both,
        }
    }

    /// The languages, in order.
    pub fn all(self) -> Vec<Lang> {
        match self {
            Tongues::One(lang) => vec![lang],
            Tongues::Both => Lang::ALL.to_vec(),
        }
    }
}

/// What there is to say of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its name.
    pub name: String,
    /// When it begins.
    pub when: Option<DateTime<FixedOffset>>,
    /// When it ends.
    pub ends: Option<DateTime<FixedOffset>>,
    /// Where it is.
    pub place: String,
    /// What it is.
    pub description: String,
    /// The address of its page, or of the library's, as it was written.
    pub web: String,
    /// The library's name.
    pub library: String,
}

impl Facts {
    /// What an event says, and what the library says of itself.
    pub fn of(record: &Record, library: &str, library_web: &str) -> Facts {
        let text = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
        let moment = |text: Option<&str>| text.and_then(date::moment);
        let location = text(event::LOCATION.of(record));
        let address = event::ADDRESS.of(record).map(show::address_line).unwrap_or_default();
        // Whoever writes the street into the location has said it.
        let place = match location.contains(address.split(',').next().unwrap_or_default()) {
            true => location,
            false => [location, address].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        };
        let own = text(event::WEB.of(record));
        Facts {
            name: text(event::NAME.of(record)),
            when: moment(event::WHEN.of(record)),
            ends: moment(event::ENDS.of(record)),
            place,
            description: text(event::DESCRIPTION.of(record)),
            web: if own.is_empty() { library_web.trim().to_owned() } else { own },
            library: library.trim().to_owned(),
        }
    }

    /// When it is: “Saturday, October 3, 10 AM to 11:30 AM”, “Sábado, 3 de octubre, de 10 a. m. a 11:30 a. m.”; the year
    /// where it is another than this. Empty where that is not known.
    pub fn when(&self, this_year: i32, lang: Lang) -> String {
        let Some(when) = self.when else { return String::new() };
        let day = |moment: DateTime<FixedOffset>| {
            let day = date::say_today(moment.date_naive(), lang);
            match (moment.year() == this_year, lang) {
                (true, _) => day,
                (false, Lang::En) => format!("{day}, {}", moment.year()),
                (false, Lang::Es) => format!("{day} de {}", moment.year()),
            }
        };
        let at = |moment: DateTime<FixedOffset>| {
            let at = if moment.hour12().1 == 1 { words::AT_ONE } else { words::AT_HOUR };
            words::AT.with("day", day(moment)).with("at", at.with("hour", say_hour(moment, lang)).say(lang)).say(lang)
        };
        let message = match self.ends.filter(|ends| *ends > when) {
            None => return at(when),
            Some(ends) if ends.date_naive() == when.date_naive() => {
                let hours = words::FROM_TO.with("day", day(when)).with("from", say_hour(when, lang));
                hours.with("to", say_hour(ends, lang))
            }
            Some(ends) => words::UNTIL.with("from", at(when)).with("to", at(ends)),
        };
        message.say(lang)
    }

    /// The message to partners. What people wrote themselves stands there once, also where the rest is said twice.
    pub fn message(&self, tongues: Tongues, this_year: i32) -> String {
        let langs = tongues.all();
        let said = |lang: &Lang| {
            let facts = [self.name.clone(), self.when(this_year, *lang), self.place.clone()];
            let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join("\n");
            format!("{}\n\n{facts}", words::PLEASE_SHARE.get(*lang))
        };
        let thanks: Vec<&str> = langs.iter().map(|lang| words::THANKS.get(*lang)).collect();
        let end = [thanks.join(" "), self.library.clone()];
        let end = end.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let parts = langs.iter().map(said).chain([self.description.clone(), self.web.clone(), end]);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// What stands above the message.
    pub fn subject(&self, tongues: Tongues) -> String {
        let said = tongues.all().into_iter().map(|lang| words::SUBJECT.with("name", self.name.as_str()).say(lang));
        said.collect::<Vec<_>>().join(" / ")
    }
}

/// The first web address in some words, whole; none where there is none.
pub fn page_of(words: &str) -> Option<String> {
    let field = EVENT.field(event::WEB.key())?;
    let pieces = reach::pieces(field, &Value::text(words), words, Maps::default());
    pieces.into_iter().find_map(|piece| piece.to.filter(|(way, _)| *way == Reach::Web).map(|(_, to)| to))
}

const NOON: Text = t("noon", "12 del mediodía");
const MIDNIGHT: Text = t("midnight", "12 de la noche");

/// A time of day as people say it: “10 AM”, “11:30 AM”, “noon”; “10 a. m.”, “12 del mediodía”.
fn say_hour(moment: DateTime<FixedOffset>, lang: Lang) -> String {
    match (moment.hour(), moment.minute()) {
        (12, 0) => NOON.get(lang).to_owned(),
        (0, 0) => MIDNIGHT.get(lang).to_owned(),
        (hour, 0) => date::hour(hour).say(lang),
        _ => date::say_time(moment, lang),
    }
}

/// The link that begins an e-mail to all of these, none of whom sees the others (RFC 6068).
pub fn mail_to_all(addresses: &[String], subject: &str, text: &str) -> String {
    let to: Vec<String> = addresses.iter().map(|address| escaped(address).replace("%40", "@")).collect();
    let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    format!("mailto:?bcc={}&subject={}&body={}", to.join(","), escaped(subject), escaped(&text))
}

/// The link that begins a text message to one number (RFC 5724). It is one for each: a message to several shows each of
/// them the numbers of the others. iPhones read what stands behind `&` alone.
pub fn text_to(number: &str, text: &str) -> String {
    format!("sms:{number}?&body={}", escaped(text))
}
