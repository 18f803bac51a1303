//! A kind of record, declared once; form, list, search, check and every format follow from it.

use super::field::{Field, FieldType, InRow, Start};
use super::gives::Gives;
use super::text::Text;
use super::value::Value;

/// Some fields under a heading.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// The heading.
    pub name: Text,
    /// Whether its questions are read out to somebody, who may speak the other language.
    pub aloud: bool,
    /// Whether the team may put its questions in its own words and order, leave some out and add others; see
    /// [`crate::model::guide`].
    pub guide: bool,
    /// Whether a form shows it folded, after everything else, once it is known: what a tap has written down already.
    pub folds: bool,
    /// The field and its answer with which a form asks for this section before all others, if any.
    pub first_for: Option<(&'static str, &'static str)>,
    /// Its fields, in the order they are asked for.
    pub fields: &'static [Field],
}

impl Section {
    /// Fields under a heading, asked of whoever fills in the form.
    pub const fn new(name: Text, fields: &'static [Field]) -> Section {
        Section { name, aloud: false, guide: false, folds: false, first_for: None, fields }
    }

    /// Its questions are read out to somebody.
    pub const fn aloud(self) -> Section {
        Section { aloud: true, ..self }
    }

    /// The team may change its questions.
    pub const fn guide(self) -> Section {
        Section { guide: true, ..self }
    }

    /// A form shows it folded, after everything else, once it is known.
    pub const fn folds(self) -> Section {
        Section { folds: true, ..self }
    }

    /// A form asks for it before all others while this field holds this answer.
    pub const fn first_for(self, field: &'static str, answer: &'static str) -> Section {
        Section { first_for: Some((field, answer)), ..self }
    }

    /// Whether every field in it that a record needs holds something.
    pub fn is_known<'a>(&self, get: impl Fn(&str) -> Option<&'a Value>) -> bool {
        let needed = self.fields.iter().filter(|field| field.required);
        needed.into_iter().all(|field| get(field.key).is_some_and(|value| !value.is_blank()))
    }
}

/// A kind of record. It says what it has and no more: `Kind::new(…).add(…).purpose(…).sections(…)`.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// What is stored. For ever, in `snake_case`.
    pub id: &'static str,
    /// One of them: “Partner”.
    pub name: Text,
    /// Many of them: “Partners”.
    pub plural: Text,
    /// The button that makes one: “New partner”.
    pub new: Text,
    /// What it is for; an empty list says so.
    pub purpose: Text,
    /// The link that says what it is about, if it is spoken of by that: a visit by its door.
    pub about: Option<&'static str>,
    /// What is promised in it, if anything: it comes to Today until it is done.
    pub follow_up: Option<FollowUp>,
    /// How it says whom something in it is kept for, if it does.
    pub kept_for: Option<KeptFor>,
    /// The field for the name of somebody whom the form of a new one takes from the tablet’s address book, if it offers
    /// that; see [`crate::model::address_book`].
    pub address_book: Option<&'static str>,
    /// What its records agree to, if they are people on whose consent others rest.
    pub gives: Option<&'static Gives>,
    /// What must hold for its records to be kept at all; nothing for most.
    pub granted: &'static [Needs],
    /// Whether two of its records may be said to be one (see [`crate::model::same_as`]), and the fields by which such are
    /// found, beside their names. Such a kind has a link `same_as` and a text `not_same_as`.
    pub joins: Option<&'static [&'static str]>,
    /// Whether a record of it is no deed of the day on which it is: notes that the team makes for itself.
    pub no_deed: bool,
    /// All fields, in sections.
    pub sections: &'static [Section],
}

/// The kinds that are known, in the order in which they are shown.
pub type Kinds = &'static [&'static Kind];

/// What must hold for a record to be kept: somebody’s consent to their words, and what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Whoever speaks in it has granted this: the person whom it names, or where it names nobody, everyone who took part
    /// in what it belongs to (see [`Gives`]).
    Grant(&'static str),
    /// The record that this link names is kept, if it names one: a theme’s mark goes with its quote, and what was said
    /// with its interview.
    With(&'static str),
    /// One at least of the records that these links name is kept, if they name any: what was carried from one hub to
    /// another counts at both.
    WithAny(&'static [&'static str]),
}

impl Needs {
    /// The links to what must be kept for it.
    pub fn links(&self) -> &[&'static str] {
        match self {
            Needs::Grant(_) => &[],
            Needs::With(link) => std::slice::from_ref(link),
            Needs::WithAny(links) => links,
        }
    }
}

/// The fields of a promise.
#[derive(Clone, Copy, Debug)]
pub struct FollowUp {
    /// What was promised.
    pub step: &'static str,
    /// By when.
    pub by: &'static str,
    /// Whether it is done.
    pub done: &'static str,
    /// What it is called where nobody said what was promised.
    pub name: Text,
    /// Whether a later record about the same thing keeps the promise, as coming back to a door does.
    pub kept_by_next: bool,
}

/// How a kind says whom something in its records is kept for.
#[derive(Clone, Copy, Debug)]
pub struct KeptFor {
    /// What is kept.
    pub what: KeptWhat,
    /// The link to the person for whom it is.
    pub whom: &'static str,
}

/// What of a record is kept for one person.
#[derive(Clone, Copy, Debug)]
pub enum KeptWhat {
    /// Its contact details, where somebody chose that.
    ContactDetails {
        /// The choice that says it.
        field: &'static str,
        /// The answer by which they are kept for one person.
        one: &'static str,
    },
    /// All of it, always.
    Everything,
}

impl Kind {
    /// A kind by its identity, what one of them is called, and many.
    pub const fn new(id: &'static str, name: Text, plural: Text) -> Kind {
        Kind {
            id,
            name,
            plural,
            new: Text::NONE,
            purpose: Text::NONE,
            about: None,
            follow_up: None,
            kept_for: None,
            address_book: None,
            gives: None,
            granted: &[],
            joins: None,
            no_deed: false,
            sections: &[],
        }
    }

    /// The button that makes one.
    pub const fn add(self, new: Text) -> Kind {
        Kind { new, ..self }
    }

    /// What it is for.
    pub const fn purpose(self, purpose: Text) -> Kind {
        Kind { purpose, ..self }
    }

    /// Spoken of by what this link leads to.
    pub const fn about(self, link: &'static str) -> Kind {
        Kind { about: Some(link), ..self }
    }

    /// Something is promised in it.
    pub const fn follow_up(self, promise: FollowUp) -> Kind {
        Kind { follow_up: Some(promise), ..self }
    }

    /// Something in it may be kept for one person.
    pub const fn kept_for(self, rule: KeptFor) -> Kind {
        Kind { kept_for: Some(rule), ..self }
    }

    /// The form of a new one offers to take somebody from the tablet’s address book, whose name goes into this field.
    pub const fn address_book(self, name: &'static str) -> Kind {
        Kind { address_book: Some(name), ..self }
    }

    /// Its records are people on whose consent others rest.
    pub const fn gives(self, gives: &'static Gives) -> Kind {
        Kind { gives: Some(gives), ..self }
    }

    /// What must hold for its records to be kept at all.
    pub const fn granted(self, needs: &'static [Needs]) -> Kind {
        Kind { granted: needs, ..self }
    }

    /// What its records say is no deed of a day, and stands in no day’s sum.
    pub const fn no_deed(self) -> Kind {
        Kind { no_deed: true, ..self }
    }

    /// Two of its records may be said to be one. Those that may be are found by their names and by these fields.
    pub const fn joins(self, by: &'static [&'static str]) -> Kind {
        Kind { joins: Some(by), ..self }
    }

    /// All its fields.
    pub const fn sections(self, sections: &'static [Section]) -> Kind {
        Kind { sections, ..self }
    }

    /// Whether all of its records are for one person each. They stand in no list, search, report or file for others, and
    /// are called by no name.
    pub const fn is_private(&self) -> bool {
        matches!(self.kept_for, Some(KeptFor { what: KeptWhat::Everything, .. }))
    }

    /// All fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.sections.iter().flat_map(|section| section.fields)
    }

    /// What its field with this key is called; nothing if it has none.
    pub fn label(&self, key: &str) -> Text {
        self.field(key).map_or(Text::NONE, |field| field.label)
    }

    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.key == key)
    }

    /// Whether a person is asked about two values of a field, as they are not of what only the app ever writes.
    pub fn asks_about(&self, key: &str) -> bool {
        !key.starts_with('_') && !self.field(key).is_some_and(Field::kept_by_app)
    }

    /// The link to whoever of the library it was: at first whoever uses the tablet.
    pub fn by_whom(&self) -> Option<&'static Field> {
        self.fields().find(|field| field.start == Start::Me)
    }

    /// The link that says what it is about, and the kind it leads to.
    pub fn about_link(&self) -> Option<(&'static str, &'static str)> {
        let field = self.field(self.about?)?;
        Some((field.key, field.links_to()?))
    }

    /// Its links, and the kinds they lead to.
    pub fn links(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.fields().filter_map(|field| Some((field.key, field.links_to()?)))
    }

    /// The field that says when what a record tells of happened: its moment, or else the day that begins as today.
    pub fn happened(&self) -> Option<&'static Field> {
        let moment = self.fields().find(|field| field.ty == FieldType::DateTime);
        moment.or_else(|| self.fields().find(|field| field.ty == FieldType::Date && field.start == Start::Now))
    }

    /// The field that names a record of this kind. The registry's tests see that there is exactly one.
    pub fn title(&self) -> Option<&'static Field> {
        self.fields().find(|field| field.in_row == InRow::Title)
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Kind) -> bool {
        self.id == other.id
    }
}
