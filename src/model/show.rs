//! A field's value as a person reads it.

use super::field::{ADDRESS_PARTS, Field, FieldType};
use super::id::Id;
use super::kind::Kind;
use super::record::Record;
use super::text::{Lang, Text, t};
use super::value::Value;
use super::{date, kept, offered};

/// Yes, in both languages.
pub const YES: Text = t("Yes", "Sí");
/// No, in both languages.
pub const NO: Text = t("No", "No");

/// What is said of a photo where it cannot be shown.
pub const PHOTO: Text = t("Photo", "Foto");

/// The most characters of a title that are shown in a sentence.
const TITLE_LENGTH: usize = 80;

/// The first line of a text, shortened to fit a row or a sentence.
pub fn first_line(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(TITLE_LENGTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// What a record is called, as it was first written: the first line of its title; empty where it has none.
pub fn title(kind: &Kind, record: &Record) -> String {
    title_in(kind, record, Lang::En)
}

/// What it is called in a language, where it is known by two names.
pub fn title_in(kind: &Kind, record: &Record, lang: Lang) -> String {
    said(kind, record, lang).map(first_line).unwrap_or_default()
}

/// What it is called on its own page: what is said in one line as a whole, however long; of many lines the first,
/// shortened, since all of them stand below it.
pub fn whole_title(kind: &Kind, record: &Record, lang: Lang) -> String {
    match said(kind, record, lang).map(str::trim) {
        Some(name) if !name.contains('\n') => name.to_owned(),
        _ => title_in(kind, record, lang),
    }
}

fn said<'r>(kind: &Kind, record: &'r Record, lang: Lang) -> Option<&'r str> {
    // What is wholly for one person is called by no name, whoever asks.
    let field = kind.title().filter(|field| kept::may_hold(field, record) && !kind.is_private())?;
    let spanish = field.spanish.filter(|_| lang == Lang::Es).and_then(|key| record.text(key));
    spanish.filter(|title| !title.trim().is_empty()).or_else(|| record.text(field.key))
}

/// The value in words, on one line or, for long text, as it was written.
///
/// `title_of` names a linked record. A value that does not fit its field (from a newer version, say) is shown as
/// well as can be, never hidden.
pub fn show(field: &Field, value: &Value, lang: Lang, title_of: &dyn Fn(&str, Id) -> Option<String>) -> String {
    match (field.ty, value) {
        (FieldType::Choice(_), Value::Text(key)) => answer(field, key, lang),
        (FieldType::Choices(_), Value::List(_)) => {
            value.as_texts().map(|key| answer(field, key, lang)).collect::<Vec<_>>().join(", ")
        }
        (FieldType::Date, Value::Text(text)) => {
            date::day(text).map(|day| date::say_day(day, lang)).unwrap_or(text.clone())
        }
        (FieldType::DateTime, Value::Text(text)) => {
            date::moment(text).map(|moment| date::say_moment(moment, lang)).unwrap_or(text.clone())
        }
        (FieldType::Text, Value::Text(text)) if field.time_of_day => {
            date::time_of_day(text).map(|time| date::say_time(time, lang)).unwrap_or(text.clone())
        }
        (FieldType::Link(kind), Value::Text(text)) => {
            text.parse().ok().and_then(|id| title_of(kind, id)).unwrap_or_default()
        }
        (FieldType::Address, Value::Map(_)) => address_line(value),
        (FieldType::Place, Value::Map(_)) => place_line(value),
        (FieldType::Photo, Value::Text(_)) => PHOTO.get(lang).to_owned(),
        (FieldType::Answers, Value::List(_)) => {
            let answers = offered::read(value);
            let offered = answers.iter().filter(|answer| !answer.off);
            offered.map(|answer| answer.words(lang)).collect::<Vec<_>>().join(", ")
        }
        _ => plain(value, lang, ", "),
    }
}

fn answer(field: &Field, key: &str, lang: Lang) -> String {
    field.answer(key).map_or(key, |choice| choice.label.get(lang)).to_owned()
}

/// The answers of a question on paper, each behind its mark: a box where several may be checked, else a circle. No line
/// ends with a mark.
pub fn to_check<'a>(several: bool, answers: impl Iterator<Item = &'a str>) -> String {
    let mark = if several { '☐' } else { '○' };
    answers.map(|answer| format!("{mark}\u{a0}{answer}")).collect::<Vec<_>>().join("   ")
}

/// An address on one line: “12 Main St, Apt 3, Willimantic CT 06226”.
pub fn address_line(address: &Value) -> String {
    let part = |name: &str| address.part(name).and_then(Value::as_text).unwrap_or_default().trim();
    let [street, unit, town, state, zip] = ADDRESS_PARTS.map(part);
    let end: Vec<&str> = [town, state, zip].into_iter().filter(|part| !part.is_empty()).collect();
    let end = end.join(" ");
    [street, unit, end.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn place_line(place: &Value) -> String {
    let number = |name: &str| place.part(name).and_then(Value::as_number);
    match (number("lat"), number("lon")) {
        (Some(lat), Some(lon)) => format!("{lat:.5}, {lon:.5}"),
        _ => String::new(),
    }
}

/// A value as it is, whatever its field may be; parts with something between them.
pub(crate) fn plain(value: &Value, lang: Lang, between: &str) -> String {
    let joined = |parts: &mut dyn Iterator<Item = &Value>| {
        parts.map(|part| plain(part, lang, between)).collect::<Vec<_>>().join(between)
    };
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => YES.get(lang).to_owned(),
        Value::Bool(false) => NO.get(lang).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(items) => joined(&mut items.iter()),
        Value::Map(parts) => joined(&mut parts.values()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::Slot;
    use crate::partners::kinds::{contact::CONTACT, partner::PARTNER};

    fn with(kind: &Kind, key: &str, words: &str) -> Record {
        let slot = Slot { stamp: Default::default(), value: Value::text(words) };
        Record::from_parts(kind.id.into(), Id(1), false, vec![(key.into(), slot)], None)
    }

    #[test]
    fn answers_to_check_stand_behind_their_marks() {
        assert_eq!(to_check(true, ["Food", "A ride"].into_iter()), "☐\u{a0}Food   ☐\u{a0}A ride");
        assert_eq!(to_check(false, ["Yes"].into_iter()), "○\u{a0}Yes");
    }

    #[test]
    fn a_long_name_is_whole_on_its_own_page_alone() {
        let name = "Windham Region No Freeze Hospitality Center and the Friends of the Covenant Soup Kitchen, Inc.";
        let partner = with(&PARTNER, "name", &format!(" {name}\n"));
        assert_eq!(whole_title(&PARTNER, &partner, Lang::En), name);
        let shortened = title(&PARTNER, &partner);
        assert!(shortened.ends_with('…') && shortened.chars().count() == TITLE_LENGTH + 1, "{shortened}");
    }

    #[test]
    fn what_was_said_stays_a_line_where_it_stands_for_a_name() {
        let contact = with(&CONTACT, "said", "They open on Mondays\nand ask for books");
        assert_eq!(whole_title(&CONTACT, &contact, Lang::En), "They open on Mondays");
    }
}
