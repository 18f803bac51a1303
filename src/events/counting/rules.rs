//! The rules of the Public Libraries Survey about program sessions, as state libraries explain them: a table, read from
//! above; the first rule that fits says what an event counts as.

use super::{Counts, Question};
use crate::events::kinds::choices::CANCELED;
use crate::events::kinds::event::fields as event;
use crate::model::handle::HoldsValues;
use crate::model::text::{Text, t};

/// Something that holds of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It stands like this.
    Status(&'static str),
    /// It is one of these types.
    Type(&'static [&'static str]),
    /// It is held in one of these formats.
    Format(&'static [&'static str]),
    /// A question is answered like this.
    Says(Question, bool),
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is called there.
    pub name: &'static str,
    /// The fiscal year that it is of.
    pub year: u16,
}

/// One rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// What it is called in code. For ever, in `snake_case`.
    pub id: &'static str,
    /// All of this must hold.
    pub when: &'static [Condition],
    /// Then it counts as this.
    pub counts: Counts,
    /// Why, in plain words.
    pub why: Text,
    /// Where it comes from.
    pub source: Source,
}

/// The rules of one survey. A state's variant has rules of its own, which come first, and those that it stands on.
#[derive(Debug)]
pub struct Rules {
    /// The month with which its year begins, from 1.
    pub year_begins: u32,
    /// Its own rules, in order.
    pub own: &'static [Rule],
    /// The rules that hold where none of its own fits.
    pub base: Option<&'static Rules>,
}

impl Rules {
    /// Every rule, in the order in which they are read.
    pub fn all(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        let base = self.base.map_or(&[] as &[Rule], |base| base.own);
        self.own.iter().chain(base)
    }

    /// The first rule that fits an event; none while what it takes is not answered.
    pub fn first_for<V: HoldsValues + ?Sized>(&self, values: &V) -> Option<&'static Rule> {
        self.all().find(|rule| rule.when.iter().all(|condition| condition.holds(values)))
    }
}

impl Condition {
    fn holds<V: HoldsValues + ?Sized>(&self, values: &V) -> bool {
        let is_of = |answer: Option<&str>, answers: &[&str]| answer.is_some_and(|answer| answers.contains(&answer));
        match self {
            Condition::Status(status) => event::STATUS.of(values) == Some(*status),
            Condition::Type(types) => is_of(event::TYPE.of(values), types),
            Condition::Format(formats) => is_of(event::FORMAT.of(values), formats),
            Condition::Says(question, answer) => question.answer(values) == Some(*answer),
        }
    }
}

const IOWA: Source = Source { name: "State Library of Iowa, Public Library Survey, section G", year: 2025 };
const MARYLAND: Source = Source { name: "Maryland State Library, guide to the Public Libraries Survey", year: 2023 };

const GIVES: Condition = Condition::Says(Question::Gives, true);
const FOR_GROUP: Condition = Condition::Says(Question::ForGroup, true);
const SET_TIME: Condition = Condition::Says(Question::SetTime, true);

/// What needs no answer to be known.
const ALWAYS: Source = Source { name: "Public Libraries Survey", year: 2025 };

/// A rule, in one line.
const fn rule(id: &'static str, when: &'static [Condition], counts: Counts, source: Source, why: Text) -> Rule {
    Rule { id, when, counts, why, source }
}

static PUBLIC_LIBRARIES_SURVEY: [Rule; 15] = [
    rule(
        "canceled",
        &[Condition::Status(CANCELED)],
        Counts::Nothing,
        ALWAYS,
        t("It was canceled, so there is nothing to count.", "Se canceló, así que no hay nada que contar."),
    ),
    rule(
        "not_ours",
        &[Condition::Says(Question::Gives, false)],
        Counts::Outreach,
        IOWA,
        t(
            "A program session takes staff time or money of the library.",
            "Una sesión de programa requiere tiempo del personal o dinero de la biblioteca.",
        ),
    ),
    rule(
        "recording",
        &[Condition::Format(&["recording"])],
        Counts::Views,
        MARYLAND,
        t(
            "A recording is no live session. Its views within 30 days are counted apart.",
            "Una grabación no es una sesión en vivo. Sus vistas en 30 días se cuentan aparte.",
        ),
    ),
    rule(
        "booth",
        &[Condition::Type(&["booth"])],
        Counts::Outreach,
        IOWA,
        t(
            "A booth or table is outreach. A storytime or talk held there counts as an event of its own.",
            "Una mesa o puesto es actividad comunitaria. Una hora de cuentos o charla ahí cuenta como evento aparte.",
        ),
    ),
    rule(
        "parade",
        &[Condition::Type(&["parade"])],
        Counts::Outreach,
        IOWA,
        t(
            "A parade shows the library to people, and is no session for a group.",
            "Un desfile muestra la biblioteca a la gente y no es una sesión para un grupo.",
        ),
    ),
    // Follows from the definition of a session, as for a booth.
    rule(
        "hub_visit",
        &[Condition::Type(&["hub_visit"])],
        Counts::Outreach,
        IOWA,
        t(
            "Staffing a hub is outreach. A class or storytime held there counts as an event of its own.",
            "Atender un punto de acceso es actividad comunitaria. Una clase u hora de cuentos ahí cuenta como evento aparte.",
        ),
    ),
    // Follows from the definition, too: a session is for those who attend, not for those who plan.
    rule(
        "meeting",
        &[Condition::Type(&["meeting"])],
        Counts::Outreach,
        IOWA,
        t(
            "A meeting with partners prepares work. It is no program for the public.",
            "Una reunión con socios prepara el trabajo. No es un programa para el público.",
        ),
    ),
    rule(
        "one_to_one",
        &[Condition::Type(&["one_to_one"])],
        Counts::Outreach,
        IOWA,
        t(
            "Help for one person at a time is no session for a group.",
            "La ayuda a una persona a la vez no es una sesión para un grupo.",
        ),
    ),
    rule(
        "self_directed",
        &[Condition::Type(&["self_directed"])],
        Counts::Outreach,
        IOWA,
        t("People do it on their own, not at a set time.", "La gente lo hace por su cuenta, sin hora fija."),
    ),
    rule(
        "kit_session",
        &[Condition::Type(&["kit"]), GIVES, FOR_GROUP, SET_TIME],
        Counts::Session,
        MARYLAND,
        t(
            "A kit counts where a session at a set time introduces it.",
            "Un kit cuenta cuando se presenta en una sesión a una hora fija.",
        ),
    ),
    rule(
        "kit_no_group",
        &[Condition::Type(&["kit"]), Condition::Says(Question::ForGroup, false)],
        Counts::Outreach,
        MARYLAND,
        KIT,
    ),
    rule(
        "kit",
        &[Condition::Type(&["kit"]), Condition::Says(Question::SetTime, false)],
        Counts::Outreach,
        MARYLAND,
        KIT,
    ),
    rule(
        "no_group",
        &[Condition::Says(Question::ForGroup, false)],
        Counts::Outreach,
        IOWA,
        t("A program session is planned for a group.", "Una sesión de programa se planea para un grupo."),
    ),
    rule(
        "no_set_time",
        &[Condition::Says(Question::SetTime, false)],
        Counts::Outreach,
        IOWA,
        t("A program session is at a set time.", "Una sesión de programa tiene una hora fija."),
    ),
    rule(
        "session",
        &[GIVES, FOR_GROUP, SET_TIME],
        Counts::Session,
        IOWA,
        t(
            "The library gives staff time or money, and it is planned for a group at a set time. It counts even if nobody comes.",
            "La biblioteca pone tiempo del personal o dinero, y se planea para un grupo a una hora fija. Cuenta aunque no venga nadie.",
        ),
    ),
];

const KIT: Text =
    t("Kits to take home are not counted as sessions.", "Los kits para llevar a casa no se cuentan como sesiones.");

/// The Public Libraries Survey, by the calendar year.
pub static SURVEY: Rules = Rules { year_begins: 1, own: &PUBLIC_LIBRARIES_SURVEY, base: None };

/// Connecticut asks the same, from July to June.
pub static CONNECTICUT: Rules = Rules { year_begins: 7, own: &[], base: Some(&SURVEY) };

/// The same, from October to September.
pub static FROM_OCTOBER: Rules = Rules { year_begins: 10, own: &[], base: Some(&SURVEY) };

/// The rules of each year that a library may choose, by the key of the choice.
pub static ALL: &[(&str, &Rules)] = &[("january", &SURVEY), ("july", &CONNECTICUT), ("october", &FROM_OCTOBER)];
