//! One field of a record: its key, label, type and privacy, declared once.

mod building;

use super::text::{Text, t};
use super::value::Value;
use chrono::Weekday;

/// One of the answers a choice offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is stored. For ever: rename the label, never the key.
    pub key: &'static str,
    /// What a person sees.
    pub label: Text,
}

/// An answer a choice offers.
pub const fn choice(key: &'static str, label: Text) -> Choice {
    Choice { key, label }
}

/// What a field holds and how it is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldType {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// One of some answers.
    Choice(&'static [Choice]),
    /// Any number of some answers.
    Choices(&'static [Choice]),
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A moment with its offset, RFC 3339 to the minute or second.
    DateTime,
    /// A number between two bounds, both allowed.
    Number {
        /// The least that is allowed.
        min: f64,
        /// The most that is allowed.
        max: f64,
    },
    /// Yes or no.
    YesNo,
    /// A phone number, as it was given.
    Phone,
    /// An e-mail address.
    Email,
    /// The identity of a record of this kind.
    Link(&'static str),
    /// A postal address in the parts of [`ADDRESS_PARTS`].
    Address,
    /// A spot on the map: `lat`, `lon` in degrees (WGS 84) and, where a device measured it, `accuracy` in meters.
    Place,
    /// The answers that a question offers, in both languages; see [`crate::model::offered`].
    Answers,
    /// A small photo, see [`crate::model::photo`].
    Photo,
}

/// A condition under which a form asks for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Never: the app itself keeps it.
    Never,
    /// As long as the record is new.
    New,
    /// While this other field holds nothing.
    Blank(&'static str),
    /// While this other field holds one of these answers.
    Is(&'static str, &'static [&'static str]),
    /// Once the record holds something in one of these fields, as it was kept before anyone typed: what a tap elsewhere
    /// fills in can be put right here, and nobody is asked for it before.
    Held(&'static [&'static str]),
}

impl When {
    /// Whether it holds for a record, new or known, of which `get` reads the fields as they are being written, and `kept`
    /// as they were kept.
    fn holds<'a>(
        self,
        new: bool,
        get: impl Fn(&str) -> Option<&'a Value>,
        kept: impl Fn(&str) -> Option<&'a Value>,
    ) -> bool {
        match self {
            When::Never => false,
            When::New => new,
            When::Blank(field) => get(field).is_none_or(Value::is_blank),
            When::Is(field, answers) => get(field).and_then(Value::as_text).is_some_and(|is| answers.contains(&is)),
            When::Held(fields) => fields.iter().any(|field| kept(field).is_some_and(|value| !value.is_blank())),
        }
    }
}

/// What a field and another one of the same record must agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agrees {
    /// Its day or moment is not before that of this other field.
    NotBefore(&'static str),
    /// Its number is not more than that of this other field.
    AtMost(&'static str),
    /// It holds nothing while this other field holds this answer.
    BlankWhile(&'static str, &'static str),
}

/// The parts of an address, in the order they are written and asked for.
pub const ADDRESS_PARTS: [&str; 5] = ["street", "unit", "town", "state", "zip"];
/// The parts of a place on the map that a person may type.
pub const PLACE_PARTS: [&str; 2] = ["lat", "lon"];

/// What a person sees for a part of an address or place; nothing for what is neither.
pub const fn part_label(part: &str) -> Text {
    match part.as_bytes() {
        b"street" => t("Street and number", "Calle y número"),
        b"unit" => t("Apartment or unit", "Apartamento o unidad"),
        b"town" => t("Town", "Ciudad"),
        b"state" => t("State", "Estado"),
        b"zip" => t("ZIP code", "Código postal"),
        b"lat" => t("Latitude", "Latitud"),
        b"lon" => t("Longitude", "Longitud"),
        _ => Text::NONE,
    }
}

/// A field whose value follows from linked records unless somebody sets it by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LatestOf {
    /// The kind of the records that are looked at.
    pub kind: &'static str,
    /// Their field that links here.
    pub link: &'static str,
    /// Their date or date-time of which the latest counts.
    pub date: &'static str,
}

/// Where a row of a list shows a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InRow {
    /// Not at all.
    No,
    /// The bold first line.
    Title,
    /// The quiet second line.
    Line,
    /// The chip at the end.
    Chip,
}

/// One field of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// What is stored. For ever: rename the label, never the key.
    pub key: &'static str,
    /// What a person sees, in the words of the staff's own templates.
    pub label: Text,
    /// A line of help under the label.
    pub help: Text,
    /// What it holds.
    pub ty: FieldType,
    /// Whether a record is incomplete without it, where it is asked for.
    pub required: bool,
    /// Under which conditions a form asks for it; all must hold.
    pub asked: &'static [When],
    /// What it and other fields of the record must agree on.
    pub agrees: &'static [Agrees],
    /// Answers that are not offered any more. Those who gave them are still understood.
    pub retired: &'static [Choice],
    /// Where a row of a list shows it.
    pub in_row: InRow,
    /// Whether a search looks through it.
    pub searchable: bool,
    /// Whether lists offer to filter by it.
    pub filter: bool,
    /// Whether it is about a person, or in free words that may be: left out of everything meant for the public.
    pub private: bool,
    /// Whether it may be told to anyone: it stands in the directory for the desk and for paper.
    pub public: bool,
    /// Whether a number must be a whole one.
    pub whole: bool,
    /// Whether it holds what stands under a barcode, whose last digit is checked.
    pub barcode: bool,
    /// Whether its line is a time of day, `09:30`; see [`crate::model::date::time_of_day`].
    pub time_of_day: bool,
    /// The yes-or-no field that must say yes before this one may hold anything, if any: a person's consent.
    pub consent: Option<&'static str>,
    /// What a new record starts with.
    pub start: Start,
    /// Whether its day is still to come: the weekday that is offered beside today and tomorrow. Any other day is over.
    pub ahead: Option<Weekday>,
    /// The linked records its value follows from, if any.
    pub latest_of: Option<LatestOf>,
    /// The field that says the same in Spanish, where there is one.
    pub spanish: Option<&'static str>,
    /// At which place the form of a new record asks for it before all others, if it does; see
    /// [`crate::model::asked_first`].
    pub asked_first: Option<u8>,
}

/// What a field of a new record holds before anyone types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Nothing.
    Blank,
    /// This choice.
    Choice(&'static str),
    /// The present moment or day.
    Now,
    /// Whoever is using the tablet.
    Me,
}

impl Field {
    /// The answers it offers, if it is a choice.
    pub const fn offered(&self) -> &'static [Choice] {
        match self.ty {
            FieldType::Choice(choices) | FieldType::Choices(choices) => choices,
            _ => &[],
        }
    }

    /// Whether it is entered part by part, so that some of it may be there and the whole not: a date, a moment, a time of
    /// day.
    pub fn by_parts(&self) -> bool {
        matches!(self.ty, FieldType::Date | FieldType::DateTime) || self.time_of_day
    }

    /// The answer with this key, if it is offered or was.
    pub fn answer(&self, key: &str) -> Option<&'static Choice> {
        self.offered().iter().chain(self.retired).find(|choice| choice.key == key)
    }

    /// The kind that it leads to, if it is a link.
    pub fn links_to(&self) -> Option<&'static str> {
        match self.ty {
            FieldType::Link(to) => Some(to),
            _ => None,
        }
    }

    /// Whether a form asks for it, in a record, new or known, of which `get` reads the fields as they are being written,
    /// and `kept` as they were kept.
    pub fn is_asked<'a>(
        &self,
        new: bool,
        get: impl Fn(&str) -> Option<&'a Value>,
        kept: impl Fn(&str) -> Option<&'a Value>,
    ) -> bool {
        self.asked.iter().all(|when| when.holds(new, &get, &kept))
    }

    /// Whether only the app itself ever writes it.
    pub fn kept_by_app(&self) -> bool {
        self.asked.contains(&When::Never)
    }
}
