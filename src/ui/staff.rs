//! Who is on the team.

use crate::model::kind::Kind;
use crate::model::staff::STAFF;
use crate::ui::capability::{Capability, Presentation};
use crate::ui::route::Place;

static KINDS: &[(&Kind, Presentation)] = &[(&STAFF, Presentation::at(Place::Community))];

/// Who is on the team.
pub static STAFFED: Capability = Capability::new("staff", KINDS);
