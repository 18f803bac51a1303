//! One field of a record: its key, label, type and privacy, declared once.

use super::text::{Text, t};
use super::value::Value;

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
    /// A spot on the map: `lat`, `lon` in degrees (WGS 84) and, where a device measured it, `accuracy` in metres.
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
}

impl When {
    /// Whether it holds for a record, new or known, of which this reads the fields.
    pub fn holds<'a>(self, new: bool, get: impl Fn(&str) -> Option<&'a Value>) -> bool {
        match self {
            When::Never => false,
            When::New => new,
            When::Blank(field) => get(field).is_none_or(Value::is_blank),
            When::Is(field, answers) => get(field).and_then(Value::as_text).is_some_and(|is| answers.contains(&is)),
        }
    }
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// The yes-or-no field that must say yes before this one may hold anything, if any: a person's consent.
    pub consent: Option<&'static str>,
    /// What a new record starts with.
    pub start: Start,
    /// The linked records its value follows from, if any.
    pub latest_of: Option<LatestOf>,
    /// The field that says the same in Spanish, where there is one.
    pub spanish: Option<&'static str>,
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
    /// A field of a type, without a label yet.
    pub const fn new(key: &'static str, ty: FieldType) -> Field {
        Field {
            key,
            label: Text::NONE,
            help: Text::NONE,
            ty,
            required: false,
            asked: &[],
            retired: &[],
            in_row: InRow::No,
            searchable: false,
            filter: false,
            private: false,
            public: false,
            whole: false,
            barcode: false,
            consent: None,
            start: Start::Blank,
            latest_of: None,
            spanish: None,
        }
    }

    /// A field of one line.
    pub const fn text(key: &'static str) -> Field {
        Field::new(key, FieldType::Text)
    }

    /// A field of several lines.
    pub const fn long_text(key: &'static str) -> Field {
        Field::new(key, FieldType::LongText)
    }

    /// A field with one answer of several.
    pub const fn choice(key: &'static str, choices: &'static [Choice]) -> Field {
        Field::new(key, FieldType::Choice(choices))
    }

    /// A field with any number of answers.
    pub const fn choices(key: &'static str, choices: &'static [Choice]) -> Field {
        Field::new(key, FieldType::Choices(choices))
    }

    /// A day.
    pub const fn date(key: &'static str) -> Field {
        Field::new(key, FieldType::Date)
    }

    /// A moment.
    pub const fn date_time(key: &'static str) -> Field {
        Field::new(key, FieldType::DateTime)
    }

    /// A number between two bounds, both allowed.
    pub const fn number(key: &'static str, min: f64, max: f64) -> Field {
        Field::new(key, FieldType::Number { min, max })
    }

    /// Yes or no.
    pub const fn yes_no(key: &'static str) -> Field {
        Field::new(key, FieldType::YesNo)
    }

    /// A phone number.
    pub const fn phone(key: &'static str) -> Field {
        Field::new(key, FieldType::Phone)
    }

    /// An e-mail address.
    pub const fn email(key: &'static str) -> Field {
        Field::new(key, FieldType::Email)
    }

    /// A link to a record of a kind.
    pub const fn link(key: &'static str, kind: &'static str) -> Field {
        Field::new(key, FieldType::Link(kind))
    }

    /// A postal address.
    pub const fn address(key: &'static str) -> Field {
        Field::new(key, FieldType::Address)
    }

    /// A spot on the map.
    pub const fn place(key: &'static str) -> Field {
        Field::new(key, FieldType::Place)
    }

    /// The answers that a question offers.
    pub const fn answers(key: &'static str) -> Field {
        Field::new(key, FieldType::Answers)
    }

    /// A photo.
    pub const fn photo(key: &'static str) -> Field {
        Field::new(key, FieldType::Photo)
    }

    /// What a person sees.
    pub const fn label(mut self, label: Text) -> Field {
        self.label = label;
        self
    }

    /// A line of help under the label.
    pub const fn help(mut self, help: Text) -> Field {
        self.help = help;
        self
    }

    /// A record is incomplete without it.
    pub const fn required(mut self) -> Field {
        self.required = true;
        self
    }

    /// Answers that a form does not offer and that are understood all the same.
    pub const fn retired(mut self, answers: &'static [Choice]) -> Field {
        self.retired = answers;
        self
    }

    /// A form asks for it only while all of this holds.
    pub const fn asked(mut self, when: &'static [When]) -> Field {
        self.asked = when;
        self
    }

    /// It may hold something only once this yes-or-no field says yes, and loses it when that is taken back.
    pub const fn with_consent(mut self, field: &'static str) -> Field {
        self.consent = Some(field);
        self
    }

    /// It may be told to anyone, and stands in the directory for the desk and for paper.
    pub const fn public(mut self) -> Field {
        self.public = true;
        self
    }

    /// The bold first line of a row, and the record's name wherever it is spoken of.
    pub const fn title(mut self) -> Field {
        self.in_row = InRow::Title;
        self.searchable = true;
        self
    }

    /// Another field says the same in Spanish: a title that has one is shown in it.
    pub const fn in_spanish(mut self, field: &'static str) -> Field {
        self.spanish = Some(field);
        self
    }

    /// Part of the quiet second line of a row.
    pub const fn in_line(mut self) -> Field {
        self.in_row = InRow::Line;
        self
    }

    /// The chip at the end of a row.
    pub const fn chip(mut self) -> Field {
        self.in_row = InRow::Chip;
        self
    }

    /// A search looks through it.
    pub const fn searchable(mut self) -> Field {
        self.searchable = true;
        self
    }

    /// Lists offer to filter by it.
    pub const fn filter(mut self) -> Field {
        self.filter = true;
        self
    }

    /// It is about a person, or in free words that may be, and left out of everything meant for the public.
    pub const fn private(mut self) -> Field {
        self.private = true;
        self
    }

    /// Its number is a whole one.
    pub const fn whole(mut self) -> Field {
        self.whole = true;
        self
    }

    /// It holds what stands under a barcode, or a code of the library's own.
    pub const fn barcode(mut self) -> Field {
        self.barcode = true;
        self
    }

    /// What a new record starts with.
    pub const fn start(mut self, start: Start) -> Field {
        self.start = start;
        self
    }

    /// Its value is the latest date of linked records, unless somebody sets it by hand.
    pub const fn latest_of(mut self, kind: &'static str, link: &'static str, date: &'static str) -> Field {
        self.latest_of = Some(LatestOf { kind, link, date });
        self
    }

    /// Whether a cell of a table can say it.
    pub const fn fits_a_cell(&self) -> bool {
        !matches!(self.ty, FieldType::Answers | FieldType::Photo)
    }

    /// The answers it offers, if it is a choice.
    pub const fn offered(&self) -> &'static [Choice] {
        match self.ty {
            FieldType::Choice(choices) | FieldType::Choices(choices) => choices,
            _ => &[],
        }
    }

    /// The answer with this key, if it is offered or was.
    pub fn answer(&self, key: &str) -> Option<&'static Choice> {
        self.offered().iter().chain(self.retired).find(|choice| choice.key == key)
    }

    /// Whether a form asks for it, in a record, new or known, of which this reads the fields.
    pub fn is_asked<'a>(&self, new: bool, get: impl Fn(&str) -> Option<&'a Value>) -> bool {
        self.asked.iter().all(|when| when.holds(new, &get))
    }

    /// Whether only the app itself ever writes it.
    pub fn kept_by_app(&self) -> bool {
        self.asked.contains(&When::Never)
    }
}
