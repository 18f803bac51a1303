//! Who of the library uses the tablet. Names only: it says whose note a note is, it is no account.

use super::field::{Field, When};
use super::kind::{Kind, Section};
use super::text::t;

/// Somebody on the outreach team.
pub static STAFF: Kind = Kind::new("staff", t("Staff member", "Miembro del personal"), t("Staff", "Personal"))
    .add(t("New staff member", "Nuevo miembro del personal"))
    .purpose(t(
        "The people who use this tablet. Their name goes with every note they make.",
        "Las personas que usan esta tableta. Su nombre acompaña cada nota que hacen.",
    ))
    .joins(&[])
    .sections(&[Section::new(
        t("Who", "Quién"),
        &[
            Field::text("name").label(t("Name", "Nombre")).required().title(),
            Field::link("same_as", "staff").label(t("Same person as", "La misma persona que")).asked(&[When::Never]),
            Field::long_text("not_same_as")
                .label(t("Not the same person as", "No es la misma persona que"))
                .asked(&[When::Never])
                .private(),
        ],
    )]);

/// The fields of somebody on the team that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::STAFF;
    use crate::model::handle::TextField;

    pub const NAME: TextField = STAFF.text("name");
}
