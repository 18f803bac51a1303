//! One file a screen.

pub mod conflicts;
pub mod deleted;
pub mod detail;
pub mod directory;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod records;
pub mod reports;
pub mod settings;
pub mod sync;
pub mod today;
pub mod who;
