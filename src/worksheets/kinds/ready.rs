//! Worksheets that come with the app. What they ask is, word for word, what the seed documents ask: “Building Community
//! Relationships for Better Library Services” (WebJunction), and the “Resources and Action Guide” of “Libraries as Social
//! Connectors: Strategies for Deepening Community Engagement” (WebJunction).

mod gathering;
mod guide;
mod reflection;

pub use reflection::{ACTION_PLAN, OVERCOMING, REPAIRING};

use crate::model::questionnaire::ready::Ready;

/// The checklist that an event is prepared with.
pub const GATHERING: &str = "gathering_checklist";
/// The reflection on relationships.
pub const REFLECTION: &str = "relationship_reflection";
/// The planning of what is done for a group.
pub const ACTION_PLANNING: &str = "action_planning";

/// Every worksheet that comes with the app.
pub static READY: &[Ready] =
    &[reflection::SHEET, guide::PILLARS, guide::AUDIT, gathering::SHEET, guide::STRATEGIES, guide::PLANNING];

/// The worksheet of this key.
pub fn ready(key: &str) -> Option<&'static Ready> {
    READY.iter().find(|ready| ready.key == key)
}
