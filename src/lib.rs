//! Porchlight keeps what library outreach staff learn on porches, at events and in schools.
//!
//! The house, from the ground up. Dependencies point down; the native build proves that the lower floors do not know
//! the browser.
//!
//! - [`model`]: what outreach work is: fields, kinds, records, operations, the book of all records
//! - [`log`]: what happened: clock, segments, snapshot
//! - [`ports`]: what the app needs of the world
//! - [`formats`]: records to bytes and back, for people and programs elsewhere
//! - [`work`]: the one hand that writes: the workspace and its commands
//! - [`exchange`]: notes out and in
//! - [`ui`]: the frame, the form, and the screens that all capabilities share
//! - the rooms, one for each kind of outreach work: [`partners`], [`asks`], [`canvass`], [`events`], [`hubs`],
//!   [`interviews`], [`findings`], [`worksheets`], [`week`], [`checks`], [`competencies`], [`prompts`],
//!   [`services`]
//! - [`capabilities`]: the one list of rooms
//! - `desk`: the same notes at a desk, without a browser: a program for the command line (natively)
//! - `web`: the browser's side of the ports, thin

pub mod asks;
pub mod canvass;
pub mod capabilities;
pub mod checks;
pub mod competencies;
pub mod events;
pub mod exchange;
pub mod findings;
pub mod formats;
pub mod hubs;
pub mod interviews;
pub mod log;
pub mod model;
pub mod partners;
pub mod ports;
pub mod prompts;
pub mod services;
pub mod ui;
pub mod week;
pub mod work;
pub mod worksheets;

#[cfg(not(target_arch = "wasm32"))]
pub mod desk;
#[cfg(target_arch = "wasm32")]
pub mod web;
