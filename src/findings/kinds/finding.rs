//! What was found out, and what it rests on. (Seed 000: “Key Findings”, “Outreach Strategies”.)

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// A finding.
pub static FINDING: Kind = Kind::new("finding", t("Finding", "Hallazgo"), t("Findings", "Hallazgos"))
    .add(t("New finding", "Nuevo hallazgo"))
    .purpose(t(
        "What was found out, with the quotes and counts it rests on.",
        "Lo que se averiguó, con las citas y los conteos en que se apoya.",
    ))
    .sections(&[Section::new(
        t("Finding", "Hallazgo"),
        &[
            Field::long_text("claim")
                .label(t("What was found out", "Lo que se averiguó"))
                .required()
                .title()
                .in_spanish("claim_es"),
            Field::long_text("claim_es").label(t("In Spanish", "En español")).searchable(),
            Field::long_text("why").label(t("What it means", "Qué significa")).searchable(),
            Field::long_text("why_es").label(t("What it means, in Spanish", "Qué significa, en español")).searchable(),
            Field::long_text("strategies")
                .label(t("Strategies that answer it", "Estrategias que responden a esto"))
                .help(t("One on each line.", "Una en cada línea."))
                .searchable(),
            Field::long_text("strategies_es")
                .label(t("Strategies that answer it, in Spanish", "Estrategias que responden a esto, en español"))
                .help(t("One on each line, in the same order.", "Una en cada línea, en el mismo orden."))
                .searchable(),
            Field::number("order", -1e9, 1e9)
                .label(t("Place in the report", "Lugar en el informe"))
                .asked(&[When::Never]),
        ],
    )]);

/// The fields of a finding that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod finding_fields {
    use super::FINDING;
    use crate::model::handle::{NumberField, TextField};

    pub const CLAIM: TextField = FINDING.text("claim");
    pub const CLAIM_ES: TextField = FINDING.text("claim_es");
    pub const WHY: TextField = FINDING.text("why");
    pub const WHY_ES: TextField = FINDING.text("why_es");
    pub const STRATEGIES: TextField = FINDING.text("strategies");
    pub const STRATEGIES_ES: TextField = FINDING.text("strategies_es");
    pub const ORDER: NumberField = FINDING.number("order");
}

/// It speaks for the finding.
pub const FOR: &str = "for";
/// It speaks against the finding.
pub const AGAINST: &str = "against";

/// How a receipt stands to its finding.
pub static STANDS: &[Choice] =
    &[choice(FOR, t("Speaks for it", "Lo apoya")), choice(AGAINST, t("Speaks against it", "Lo contradice"))];

/// A quote that a finding rests on, or that speaks against it. Named after both.
pub static RECEIPT: Kind = Kind::new(
    "receipt",
    t("Quote behind a finding", "Cita de un hallazgo"),
    t("Quotes behind findings", "Citas de los hallazgos"),
)
.add(t("Add a quote", "Añadir una cita"))
.purpose(t("What each finding rests on.", "En qué se apoya cada hallazgo."))
.granted(&[Needs::With("quote"), Needs::With("finding")])
.sections(&[Section::new(
    t("Quote behind a finding", "Cita de un hallazgo"),
    &[
        Field::link("finding", "finding").label(t("Finding", "Hallazgo")).required().in_line(),
        Field::link("quote", "quote").label(t("Quote", "Cita")).required(),
        Field::choice("stands", STANDS).label(t("How it stands", "Cómo queda")).start(Start::Choice(FOR)).chip(),
        Field::text("note").label(t("Remark", "Observación")).title().private(),
    ],
)]);

/// The fields of a quote behind a finding that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod receipt_fields {
    use super::RECEIPT;
    use crate::model::handle::{LinkField, TextField};

    pub const FINDING: LinkField = RECEIPT.link("finding");
    pub const QUOTE: LinkField = RECEIPT.link("quote");
    pub const STANDS: TextField = RECEIPT.text("stands");
}

/// A count from canvassing that a finding rests on: a field of visits and one of its answers. Named after all three.
pub static COUNTED: Kind = Kind::new(
    "finding_count",
    t("Count behind a finding", "Conteo de un hallazgo"),
    t("Counts behind findings", "Conteos de los hallazgos"),
)
.add(t("Add a count", "Añadir un conteo"))
.purpose(t("Counts that findings rest on.", "Conteos en que se apoyan los hallazgos."))
.granted(&[Needs::With("finding")])
.sections(&[Section::new(
    t("Count behind a finding", "Conteo de un hallazgo"),
    &[
        Field::link("finding", "finding").label(t("Finding", "Hallazgo")).required().in_line(),
        Field::text("question").label(t("Question at the door", "Pregunta en la puerta")).required(),
        Field::text("answer").label(t("Answer", "Respuesta")).required().title(),
    ],
)]);

/// The fields of a count behind a finding that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod counted_fields {
    use super::COUNTED;
    use crate::model::handle::{LinkField, TextField};

    pub const FINDING: LinkField = COUNTED.link("finding");
    pub const QUESTION: TextField = COUNTED.text("question");
    pub const ANSWER: TextField = COUNTED.text("answer");
}
