//! The release build, used as a person would use it, in a real browser.
//!
//! `make test-e2e` runs it in three engines. For one test in one engine:
//! `PORCHLIGHT_ENGINE=firefox cargo test --test e2e the_name_of_the_test`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "places/faults.rs"]
mod faults;
#[path = "server/mod.rs"]
mod server;
#[path = "places/servers.rs"]
mod servers;

#[path = "e2e/accessibility.rs"]
mod accessibility;
#[path = "e2e/at_hand.rs"]
mod at_hand;
#[path = "e2e/calendar.rs"]
mod calendar;
#[path = "e2e/canvass.rs"]
mod canvass;
#[path = "e2e/checks.rs"]
mod checks;
#[path = "e2e/closing.rs"]
mod closing;
#[path = "e2e/competencies.rs"]
mod competencies;
#[path = "e2e/copies.rs"]
mod copies;
#[path = "e2e/directory_files.rs"]
mod directory_files;
#[path = "e2e/events.rs"]
mod events;
#[path = "e2e/folders.rs"]
mod folders;
#[path = "e2e/handed_over.rs"]
mod handed_over;
#[path = "e2e/hub.rs"]
mod hub;
#[path = "e2e/install.rs"]
mod install;
#[path = "e2e/interview.rs"]
mod interview;
#[path = "e2e/invited.rs"]
mod invited;
#[path = "e2e/keyboard.rs"]
mod keyboard;
#[path = "e2e/kill.rs"]
mod kill;
#[path = "e2e/language.rs"]
mod language;
#[path = "e2e/other_origins.rs"]
mod other_origins;
#[path = "e2e/partners.rs"]
mod partners;
#[path = "e2e/practice.rs"]
mod practice;
#[path = "e2e/promotion.rs"]
mod promotion;
#[path = "e2e/quota.rs"]
mod quota;
#[path = "e2e/services.rs"]
mod services;
#[path = "e2e/stopped.rs"]
mod stopped;
#[path = "e2e/syncing.rs"]
mod syncing;
#[path = "e2e/tablet/mod.rs"]
mod tablet;
#[path = "e2e/tabs.rs"]
mod tabs;
#[path = "e2e/taps.rs"]
mod taps;
#[path = "e2e/typing.rs"]
mod typing;
#[path = "e2e/week.rs"]
mod week;
#[path = "e2e/worksheets.rs"]
mod worksheets;
