//! The long fault campaigns: `make soak`. Each is a test, and prints its figures as one line.
//!
//! `PORCHLIGHT_SEED` repeats a run, `PORCHLIGHT_SOAK=0.1` rehearses with a tenth of everything. For one campaign alone:
//! `cargo test --test soak kills_at_any_moment -- --ignored --nocapture`, with a driver as in the Makefile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "soak/big_steps.rs"]
mod big_steps;
#[path = "soak/common.rs"]
mod common;
#[path = "soak/full.rs"]
mod full;
#[path = "soak/kills.rs"]
mod kills;
#[path = "server/mod.rs"]
mod server;
#[path = "e2e/tablet/mod.rs"]
mod tablet;
#[path = "soak/take_overs.rs"]
mod take_overs;
#[path = "soak/updates.rs"]
mod updates;
