//! One file a screen.

pub mod canvass;
pub mod conflicts;
pub mod deleted;
pub mod detail;
pub mod directory;
pub mod findings;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod hub;
pub mod interview;
pub mod partners;
pub mod records;
pub mod reports;
pub mod settings;
pub mod sync;
pub mod today;
pub mod who;
