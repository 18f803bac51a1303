//! The sound of an interview, and the moments in it that were marked.
//!
//! The sound itself lies in pieces beside the log (see [`crate::ports::Store::blobs`]); the record says what it is.

use super::interview::AUDIO;
use crate::model::field::{Field, Start, When};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// The most seconds a recording can have: a day.
pub const MOST_SECONDS: f64 = 86_400.0;

/// A recording.
pub static RECORDING: Kind = Kind::new("recording", t("Recording", "Grabación"), t("Recordings", "Grabaciones"))
    .add(t("New recording", "Nueva grabación"))
    .purpose(t("Audio of interviews.", "El audio de las entrevistas."))
    .about("interview")
    .granted(&[Needs::Grant(AUDIO), Needs::With("interview")])
    .sections(&[Section::new(
        t("Recording", "Grabación"),
        &[
            Field::link("interview", "interview").label(t("Interview", "Entrevista")).required(),
            Field::date_time("when").label(t("When", "Cuándo")).required().start(Start::Now).in_line(),
            Field::number("seconds", 0.0, MOST_SECONDS).label(t("Length in seconds", "Duración en segundos")),
            Field::text("media_type").label(t("Audio format", "Formato de audio")).asked(&[When::Never]),
            Field::text("note").label(t("Note", "Nota")).title().private(),
        ],
    )]);

/// The fields of a recording that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod recording_fields {
    use super::RECORDING;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const WHEN: TextField = RECORDING.text("when");
    pub const MEDIA_TYPE: TextField = RECORDING.text("media_type");
    pub const INTERVIEW: LinkField = RECORDING.link("interview");
    pub const SECONDS: NumberField = RECORDING.number("seconds");
}

/// A moment in a recording.
pub static BOOKMARK: Kind = Kind::new("bookmark", t("Bookmark", "Marca"), t("Bookmarks", "Marcas"))
    .add(t("New bookmark", "Nueva marca"))
    .purpose(t(
        "Moments in recordings worth hearing again.",
        "Momentos de las grabaciones que vale la pena volver a oír.",
    ))
    .granted(&[Needs::Grant(AUDIO), Needs::With("recording"), Needs::With("interview")])
    .sections(&[Section::new(
        t("Bookmark", "Marca"),
        &[
            Field::link("recording", "recording").label(t("Recording", "Grabación")).required(),
            Field::number("second", 0.0, MOST_SECONDS).label(t("At second", "En el segundo")).required().in_line(),
            Field::text("note").label(t("Note", "Nota")).title().private(),
            Field::text("question").label(t("Question", "Pregunta")).asked(&[When::Never]),
            Field::link("interview", "interview").label(t("Interview", "Entrevista")).required().asked(&[When::Never]),
        ],
    )]);

/// The fields of a bookmark that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod bookmark_fields {
    use super::BOOKMARK;
    use crate::model::handle::{LinkField, NumberField, TextField};

    pub const NOTE: TextField = BOOKMARK.text("note");
    pub const QUESTION: TextField = BOOKMARK.text("question");
    pub const RECORDING: LinkField = BOOKMARK.link("recording");
    pub const INTERVIEW: LinkField = BOOKMARK.link("interview");
    pub const SECOND: NumberField = BOOKMARK.number("second");
}
