//! Guides: what is asked in an interview, in both languages.
//!
//! Some come ready-made ([`ready`]); a team copies one and changes it, or makes its own. Either way an interview keeps
//! the guide it was asked with, as it was then: a [`GUIDE_VERSION`], named after what it says, so that two tablets that
//! ask the same have the same one.

pub mod ready;

use crate::model::field::{Field, When};
use crate::model::kind::{Kind, Section};
use crate::model::question::{INTERVIEW, fields as question};
use crate::model::questionnaire::own::Own;
use crate::model::text::t;
use crate::work::asked_with::Versions;

/// A guide that the team made.
pub static INTERVIEW_GUIDE: Kind = Kind::new(
    "interview_guide",
    t("Interview guide", "Guía de entrevista"),
    t("Interview guides", "Guías de entrevista"),
)
.add(t("New guide", "Nueva guía"))
.purpose(t("Questions for interviews.", "Preguntas para las entrevistas."))
.sections(&[Section::new(
    t("Interview guide", "Guía de entrevista"),
    &[
        Field::text("name").label(t("In English", "En inglés")).required().title().in_spanish("name_es"),
        Field::text("name_es").label(t("In Spanish", "En español")).searchable(),
        Field::long_text("purpose").label(t("Who it is for", "Para quién es")).in_line(),
        Field::long_text("purpose_es").label(t("Who it is for, in Spanish", "Para quién es, en español")),
        Field::long_text("intro")
            .label(t("What is said before the first question", "Qué se dice antes de la primera pregunta")),
        Field::long_text("intro_es").label(t(
            "What is said before the first question, in Spanish",
            "Qué se dice antes de la primera pregunta, en español",
        )),
        Field::link("task", "task")
            .label(t("From the weekly plan", "Del plan semanal"))
            .private()
            .asked(&[When::Held(&["task"])]),
    ],
)]);

/// The guides that the team made.
pub static OWN: Own = Own::new(&INTERVIEW_GUIDE, question::OF_GUIDE, INTERVIEW);

/// A guide as it was asked.
pub static GUIDE_VERSION: Kind = Kind::new(
    "guide_version",
    t("Guide as used", "Guía tal como se usó"),
    t("Guides as used", "Guías tal como se usaron"),
)
.add(t("New version", "Nueva versión"))
.purpose(t("The guides that interviews were held with.", "Las guías con que se hicieron las entrevistas."))
.sections(&[Section::new(
    t("Guide as used", "Guía tal como se usó"),
    &[
        Field::text("name").label(t("Name", "Nombre")).title().asked(&[When::Never]),
        // The guide as JSON, the form of `Asking`.
        Field::long_text("questions").label(t("Questions", "Preguntas")).asked(&[When::Never]),
    ],
)]);

/// The guides as they were asked.
pub static VERSIONS: Versions = Versions::new(&GUIDE_VERSION);

/// The fields of a guide that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod guide_fields {
    use super::INTERVIEW_GUIDE;
    use crate::model::handle::{LinkField, TextField};

    pub const NAME: TextField = INTERVIEW_GUIDE.text("name");
    pub const NAME_ES: TextField = INTERVIEW_GUIDE.text("name_es");
    pub const TASK: LinkField = INTERVIEW_GUIDE.link("task");
}

/// The fields of a guide as it was asked that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod version_fields {
    use super::GUIDE_VERSION;
    use crate::model::handle::TextField;

    pub const NAME: TextField = GUIDE_VERSION.text("name");
    pub const QUESTIONS: TextField = GUIDE_VERSION.text("questions");
}
