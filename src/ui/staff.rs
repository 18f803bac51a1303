//! Who is on the team, and the library it belongs to.

use crate::chunk;
use crate::drawn;
use crate::model::kind::Kind;
use crate::model::library::LIBRARY;
use crate::model::staff::STAFF;
use crate::ui::capability::{Capability, KindViews, Presentation, Views};
use crate::ui::route::Place;

static KINDS: &[(&Kind, Presentation)] =
    &[(&STAFF, Presentation::at(Place::Community)), (&LIBRARY, Presentation::at(Place::Community))];

/// Who is on the team, and the library it belongs to.
pub static STAFFED: Capability = Capability::new("staff", KINDS).views(&VIEWS);

static DRAWN: Views = Views::new().kinds(&[(
    &LIBRARY,
    KindViews::new().back(drawn![|_: crate::ui::context::Ui, _| Some(crate::ui::route::Route::Settings)]),
)]);

chunk! {
    /// What the form of the library draws.
    static VIEWS: Views = tablet => DRAWN;
}
