//! Health checks: whether what the team knows is still so. Which partners nobody has looked at for a while, and which
//! opportunities nobody has tried. (Seed 000, “Next Steps for Sustainable Implementation”.)
//!
//! A check says why it is there, can be put off with a reason, by whoever sees it and for the whole team, and is named on
//! Today at most once a week.

pub mod capability;
pub mod kinds;
pub mod opportunities;
pub mod pausing;
pub mod review;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(test)]
mod tests;
pub mod views;
pub mod words;

pub use kinds::CHECK_PAUSE;
pub use pausing::{Check, paused_until};

/// Where the reminder of hubs on Today is put off.
pub const fn hubs_put_off() -> crate::ui::route::Route {
    routes::HUBS.route()
}
