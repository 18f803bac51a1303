//! Somebody asked whether what the directory says of a service is still so.

use crate::model::book::Book;
use crate::model::date;
use crate::model::field::{Choice, Field, Start, choice};
use crate::model::id::Id;
use crate::model::kind::{Kind, Needs, Section};
use crate::model::text::t;
use chrono::NaiveDate;
use std::collections::HashMap;

/// It is still so.
pub const STILL_SO: &str = "still_so";
/// Something had changed, and the record was changed.
pub const CHANGED: &str = "changed";
/// Nobody could be reached.
pub const NOT_REACHED: &str = "not_reached";

/// What somebody learned.
pub static RESULTS: &[Choice] = &[
    choice(STILL_SO, t("Still so", "Sigue igual")),
    choice(CHANGED, t("Changed", "Cambió")),
    choice(NOT_REACHED, t("Could not reach", "No se pudo contactar")),
];

/// A check of a service.
pub static VERIFICATION: Kind = Kind::new(
    "verification",
    t("Check of a service", "Verificación de un servicio"),
    t("Checks of services", "Verificaciones de servicios"),
)
.add(t("Verify", "Verificar"))
.purpose(t(
    "When each service was last checked, by whom, and what they learned.",
    "Cuándo se verificó cada servicio por última vez, quién lo hizo y qué supo.",
))
.about("service")
.granted(&[Needs::With("service")])
.sections(&[Section::new(
    t("Check of a service", "Verificación de un servicio"),
    &[
        Field::link("service", "service").label(t("Service", "Servicio")).required(),
        Field::choice("result", RESULTS).label(t("What you learned", "Qué supo")).required().filter().chip(),
        Field::date("when").label(t("Checked on", "Se verificó el")).required().start(Start::Now).in_line(),
        Field::link("staff", "staff").label(t("Checked by", "Quién verificó")).start(Start::Me).in_line(),
        Field::long_text("note").label(t("What changed", "Qué cambió")).title().private(),
    ],
)]);

/// On which day each service was last checked with a result that counts.
pub fn last_checks(book: &Book, counts: impl Fn(Option<&str>) -> bool) -> HashMap<Id, NaiveDate> {
    let mut last: HashMap<Id, NaiveDate> = HashMap::new();
    for check in book.living(VERIFICATION.id).filter(|check| counts(fields::RESULT.of(*check))) {
        let day = fields::WHEN.of(check).and_then(date::day_of);
        if let Some((service, day)) = fields::SERVICE.of(check).zip(day) {
            let known = last.entry(service).or_insert(day);
            *known = day.max(*known);
        }
    }
    last
}

/// The fields of a check that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::VERIFICATION;
    use crate::model::handle::{LinkField, TextField};

    pub const SERVICE: LinkField = VERIFICATION.link("service");
    pub const RESULT: TextField = VERIFICATION.text("result");
    pub const WHEN: TextField = VERIFICATION.text("when");
    pub const STAFF: LinkField = VERIFICATION.link("staff");
}
