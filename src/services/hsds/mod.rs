//! The directory of services as tables of HSDS 3.0 ([`crate::formats::hsds`]), in and out.
//!
//! A service here is one record, where HSDS has up to a dozen tables; so what belongs to one comes together in its fields
//! ([`reading`]) and is told apart again ([`writing`]). What has no field here, and how the source wrote what has one, is
//! kept beside the record ([`kept`]): as long as nobody changes a field, it leaves as it came.
//!
//! In reading order: [`schedules`] that become hours and back, [`writing`], [`reading`], [`kept`], and the [`plan`] of
//! what an import would do.

pub mod capability;
pub mod kept;
pub mod plan;
pub mod reading;
pub mod schedules;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod words;
pub mod writing;

#[cfg(test)]
mod tests;
