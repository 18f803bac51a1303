//! Who is on the team, the library it belongs to, and its tablets.

use crate::chunk;
use crate::drawn;
use crate::model::kind::Kind;
use crate::model::library::LIBRARY;
use crate::model::staff::STAFF;
use crate::model::tablet::TABLET;
use crate::ui::capability::{Capability, KindViews, Presentation, Views};
use crate::ui::route::Place;

static KINDS: &[(&Kind, Presentation)] = &[
    (&STAFF, Presentation::at(Place::Community)),
    (&LIBRARY, Presentation::at(Place::Community)),
    (&TABLET, Presentation::at(Place::Community)),
];

/// Who is on the team, the library it belongs to, and its tablets.
pub static STAFFED: Capability = Capability::new("staff", KINDS).views(&VIEWS);

static DRAWN: Views = Views::new().kinds(&[
    (&LIBRARY, KindViews::new().back(drawn![|_: crate::ui::context::Ui, _| Some(crate::ui::route::Route::Settings)])),
    (&TABLET, KindViews::new().back(drawn![|_: crate::ui::context::Ui, _| Some(crate::ui::route::Route::Sync)])),
]);

chunk! {
    /// What the forms of the library and of a tablet draw.
    static VIEWS: Views = tablet => DRAWN;
}
