//! Declaring a field, word by word: `Field::text("name").label(…).required()`.

use super::{Agrees, Choice, Field, FieldType, InRow, LatestOf, Start, When};
use crate::model::text::Text;
use chrono::Weekday;

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
            agrees: &[],
            retired: &[],
            in_row: InRow::No,
            searchable: false,
            filter: false,
            private: false,
            public: false,
            whole: false,
            barcode: false,
            time_of_day: false,
            consent: None,
            start: Start::Blank,
            ahead: None,
            latest_of: None,
            spanish: None,
            asked_first: None,
        }
    }

    /// A field of one line.
    pub const fn text(key: &'static str) -> Field {
        Field::new(key, FieldType::Text)
    }

    /// A time of day, without a day: what is chosen is stored as `09:30`, and what was written otherwise is kept as it is.
    pub const fn time_of_day(key: &'static str) -> Field {
        Field { time_of_day: true, ..Field::text(key) }
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

    /// It and other fields of the record must agree on all of this.
    pub const fn agrees(mut self, on: &'static [Agrees]) -> Field {
        self.agrees = on;
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

    /// The form of a new record asks for it first, in the order of these numbers, and folds away what is not asked first.
    pub const fn asked_first(mut self, place: u8) -> Field {
        self.asked_first = Some(place);
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

    /// Its day is still to come, on such a weekday as likely as not.
    pub const fn ahead(mut self, weekday: Weekday) -> Field {
        self.ahead = Some(weekday);
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
}
