//! Who of the library uses the tablet. Names only: it says whose note a note is, it is no account.

use super::field::Field;
use super::kind::{Kind, Section};
use super::text::t;

/// Somebody on the outreach team.
pub static STAFF: Kind = Kind::new("staff", t("Staff member", "Miembro del personal"), t("Staff", "Personal"))
    .add(t("New staff member", "Nuevo miembro del personal"))
    .purpose(t(
        "The people who use this tablet. Their name goes with every note they make.",
        "Las personas que usan esta tableta. Su nombre acompaña cada nota que hacen.",
    ))
    .sections(&[Section::new(t("Who", "Quién"), &[Field::text("name").label(t("Name", "Nombre")).required().title()])]);

/// The fields of somebody on the team that code reads and writes.
#[expect(missing_docs, reason = "each is described where the kind declares it")]
pub mod fields {
    use super::STAFF;
    use crate::model::handle::TextField;

    pub const NAME: TextField = STAFF.text("name");
}
