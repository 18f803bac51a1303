//! An engine that broke in the middle of a journey: neither the app's doing nor the test's.
//!
//! It was met twice in thousands of journeys, in WebKit both times: its process for the page ended with a segmentation fault
//! in its interpreter of WebAssembly, as the kernel's log said; and code that makes no such access was told that it had
//! accessed memory out of bounds. Why: `scripts/drivers.md`, "Code that strays". `scripts/e2e.sh` plays such a journey once
//! more, aloud, and one in a run at most; whatever else fails has failed.

use std::io::Write;

/// What the page says in WebKit where its code went astray. All of the app is checked not to do so by its language; where it
/// did all the same, the other engines would say so as well, in other words.
pub const STRAYED: &str = "Out of bounds memory access";

/// Notes for `scripts/e2e.sh` that the engine broke in the test of this thread.
///
/// # Returns
///
/// What the failure begins with.
pub fn noted() -> &'static str {
    if let Ok(list) = std::env::var("PORCHLIGHT_ENGINE_DIED") {
        let test = std::thread::current();
        let mut list = std::fs::OpenOptions::new().append(true).create(true).open(list).unwrap();
        writeln!(list, "{}", test.name().unwrap_or_default()).unwrap();
    }
    "The engine itself broke: its process for the page is gone, or its code went astray. "
}
