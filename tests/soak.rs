//! The long fault campaign: `make soak`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "e2e/kill.rs"]
mod kill;
#[path = "server/mod.rs"]
mod server;
#[path = "e2e/tablet/mod.rs"]
mod tablet;

#[test]
#[ignore = "takes a quarter of an hour; `make soak` runs it"]
fn two_hundred_and_fifty_kills() {
    kill::kill_again_and_again(250);
}
