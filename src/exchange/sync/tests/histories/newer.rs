//! Two versions of the app: the newer one knows a field and a kind of which this one has never heard.

use crate::model::field::Field;
use crate::model::kind::{Kind, Kinds, Needs, Section};
use crate::model::text::t;
use crate::work::testing::*;
use std::sync::OnceLock;

/// What the newer version asks about a partner.
pub(super) const LATER: &str = "later";

/// What only the newer version knows: it goes with its partner.
pub(super) static LATER_KIND: Kind = Kind::new("later_kind", t("Later", "Luego"), t("Later", "Luego"))
    .granted(&[Needs::With("partner")])
    .sections(&[Section::new(
        t("Later", "Luego"),
        &[
            Field::text("name").label(t("Name", "Nombre")).title(),
            Field::link("partner", "partner").label(t("Partner", "Socio")),
        ],
    )]);

static LATER_SECTION: Section = Section::new(t("Later", "Luego"), &[Field::text(LATER).label(t("Later", "Luego"))]);

/// What a version opens its workspace with.
pub(super) fn version(newer: bool) -> Registry {
    static KINDS: OnceLock<Vec<&'static Kind>> = OnceLock::new();
    let older = registry();
    let extended = |kind: &&'static Kind| -> &'static Kind {
        if kind.id != PARTNER.id {
            return kind;
        }
        let sections = kind.sections.iter().copied().chain([LATER_SECTION]).collect::<Vec<_>>();
        Box::leak(Box::new(Kind { sections: sections.leak(), ..**kind }))
    };
    let kinds: Kinds = KINDS.get_or_init(|| older.kinds.iter().map(extended).chain([&LATER_KIND]).collect());
    if newer { Registry { kinds, ..older } } else { older }
}
