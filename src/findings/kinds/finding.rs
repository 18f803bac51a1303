//! What was found out, and what it rests on. (Seed 000: “Key Findings”, “Outreach Strategies”.)

use crate::model::field::{Choice, Field, Start, When, choice};
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;

/// A finding.
pub static FINDING: Kind = Kind::new("finding", t("Finding", "Hallazgo"), t("Findings", "Hallazgos"))
    .add(t("New finding", "Nuevo hallazgo"))
    .purpose(t(
        "Findings, with the quotes and counts that support them.",
        "Hallazgos, con las citas y los conteos que los apoyan.",
    ))
    .sections(&[Section::new(
        t("Finding", "Hallazgo"),
        &[
            Field::long_text("claim").label(t("Finding", "Hallazgo")).required().title().in_spanish("claim_es"),
            Field::long_text("claim_es").label(t("In Spanish", "En español")).searchable(),
            Field::long_text("why").label(t("What it means", "Qué significa")).searchable(),
            Field::long_text("why_es").label(t("What it means, in Spanish", "Qué significa, en español")).searchable(),
            Field::long_text("strategies")
                .label(t("Strategies", "Estrategias"))
                .help(t("One per line.", "Una por línea."))
                .searchable(),
            Field::long_text("strategies_es")
                .label(t("Strategies, in Spanish", "Estrategias, en español"))
                .help(t("One per line, in the same order.", "Una por línea, en el mismo orden."))
                .searchable(),
            Field::number("order", -1e9, 1e9)
                .label(t("Order in the report", "Orden en el informe"))
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
    &[choice(FOR, t("Supports it", "A favor")), choice(AGAINST, t("Contradicts it", "En contra"))];

/// A quote that a finding rests on, or that speaks against it. Named after both.
pub static RECEIPT: Kind = Kind::new(
    "receipt",
    t("Quote for a finding", "Cita de un hallazgo"),
    t("Quotes for findings", "Citas de los hallazgos"),
)
.add(t("Add a quote", "Agregar una cita"))
.purpose(t("The quotes that support or contradict each finding.", "Las citas a favor o en contra de cada hallazgo."))
.granted(&[Needs::With("quote"), Needs::With("finding")])
.sections(&[Section::new(
    t("Quote for a finding", "Cita de un hallazgo"),
    &[
        Field::link("finding", "finding").label(t("Finding", "Hallazgo")).required().in_line(),
        Field::link("quote", "quote").label(t("Quote", "Cita")).required(),
        Field::choice("stands", STANDS)
            .label(t("For or against", "A favor o en contra"))
            .start(Start::Choice(FOR))
            .chip(),
        Field::text("note").label(t("Note", "Nota")).title().private(),
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
    t("Count for a finding", "Conteo de un hallazgo"),
    t("Counts for findings", "Conteos de los hallazgos"),
)
.add(t("Add a count", "Agregar un conteo"))
.purpose(t("Counts that support findings.", "Conteos que apoyan los hallazgos."))
.granted(&[Needs::With("finding")])
.sections(&[Section::new(
    t("Count for a finding", "Conteo de un hallazgo"),
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
