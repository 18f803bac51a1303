//! What comes next, after something happened with a partner: the same questions, and the same promise, in every such
//! kind.

use super::field::{Field, When};
use super::kind::{FollowUp, Section};
use super::text::{Text, t};
use chrono::Weekday;

/// The questions.
pub const SECTION: Section = Section::new(
    t("What comes next", "Qué sigue"),
    &[
        Field::text("next_step").label(t("Next step", "Próximo paso")).searchable().private(),
        Field::date("next_date").label(t("Due date", "Para cuándo")).ahead(Weekday::Mon),
        Field::yes_no("next_done").label(t("Next step done", "Próximo paso hecho")).asked(&[When::Held(&[
            "next_step",
            "next_date",
            "next_done",
        ])]),
    ],
);

/// The promise in them, called this where nobody said what was promised.
pub const fn called(name: Text) -> FollowUp {
    FollowUp { step: "next_step", by: "next_date", done: "next_done", name, kept_by_next: false }
}
