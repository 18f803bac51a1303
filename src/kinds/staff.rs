//! Who of the library uses the tablet. Names only: it says whose note a note is, it is no account.

use crate::domain::field::Field;
use crate::domain::kind::{Kind, Section};
use crate::domain::text::t;

/// Somebody on the outreach team.
pub static STAFF: Kind = Kind {
    id: "staff",
    name: t("Staff member", "Miembro del personal"),
    plural: t("Staff", "Personal"),
    new: t("New staff member", "Nuevo miembro del personal"),
    purpose: t(
        "The people who use this tablet. Their name goes with every note they make.",
        "Las personas que usan esta tableta. Su nombre acompaña cada nota que hacen.",
    ),
    about: None,
    follow_up: None,
    kept_for: None,
    granted: &[],
    sections: &[Section {
        name: t("Who", "Quién"),
        aloud: false,
        guide: false,
        fields: &[Field::text("name").label(t("Name", "Nombre")).required().title()],
    }],
};
