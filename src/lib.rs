//! Porchlight keeps what library outreach staff learn on porches, at events and in schools.
//!
//! The house, from the ground up. Dependencies point down; the native build proves that the lower floors do not know
//! the browser.
//!
//! - [`domain`]: what outreach work is: fields, kinds, records, operations, the book of all records
//! - [`kinds`]: the place to add a record kind
//! - [`log`]: what happened: clock, segments, snapshot
//! - [`formats`]: records to bytes and back, for people and programs elsewhere
//! - [`ports`]: what the app needs of the world
//! - [`app`]: the use cases: the workspace, its commands, import and export
//! - `web`: the browser's side of the ports, thin
//! - `ui`: screens

pub mod canvass;
pub mod capabilities;
pub mod exchange;
pub mod findings;
pub mod hubs;
pub mod interviews;
pub mod model;
pub mod partners;
pub mod work;

pub mod formats;
pub mod log;
pub mod ports;
pub mod ui;

#[cfg(target_arch = "wasm32")]
pub mod web;
