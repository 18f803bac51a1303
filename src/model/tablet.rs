//! The tablets of a team, by the names that staff give them: what is synced is told of by these.

use super::field::Field;
use super::kind::{Kind, Section};
use super::text::t;

/// A tablet of the team.
pub static TABLET: Kind = Kind::new("tablet", t("Tablet", "Tableta"), t("Tablets", "Tabletas"))
    .add(t("This tablet", "Esta tableta"))
    .purpose(t(
        "The name by which your team knows a tablet, such as “Blue tablet” or “Bookmobile”.",
        "El nombre con el que su equipo conoce una tableta, como “Tableta azul” o “Bibliobús”.",
    ))
    .sections(&[Section::new(
        t("Which tablet", "Qué tableta"),
        &[
            Field::text("name").label(t("Tablet name", "Nombre de la tableta")).required().title(),
            Field::date("lost_on").label(t("Lost or out of use since", "Perdida o fuera de uso desde")).in_line().help(
                t(
                    "What it sent before that stays. Nobody waits for anything more from it.",
                    "Lo que envió antes se conserva. Ya no se espera nada más de ella.",
                ),
            ),
        ],
    )]);

/// The fields of a tablet that code reads.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::TABLET;
    use crate::model::handle::TextField;

    pub const NAME: TextField = TABLET.text("name");
    pub const LOST_ON: TextField = TABLET.text("lost_on");
}
