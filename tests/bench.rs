//! How fast and how light the release build is, in Chromium. `make bench` runs all of it, and draws the report.
//!
//! For one measurement alone: `cargo test --test bench -- --ignored --nocapture NAME`, with a driver as in the Makefile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "bench/common.rs"]
mod common;
#[path = "bench/figures.rs"]
mod figures;
#[path = "bench/hubs.rs"]
mod hubs;
#[path = "../benches/made/mod.rs"]
mod made;
#[path = "bench/memory.rs"]
mod memory;
#[path = "bench/peers.rs"]
mod peers;
#[path = "bench/quotes.rs"]
mod quotes;
#[path = "server/mod.rs"]
mod server;
#[path = "places/servers.rs"]
mod servers;
#[path = "bench/street.rs"]
mod street;
#[path = "bench/syncing.rs"]
mod syncing;
#[path = "e2e/tablet/mod.rs"]
mod tablet;
#[path = "bench/visits.rs"]
mod visits;
