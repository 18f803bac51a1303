//! An engine that broke in the middle of a journey: neither the app's doing nor the test's.
//!
//! It was met once in thousands of journeys: WebKit's process for the page ended with a segmentation fault inside its
//! interpreter of WebAssembly, as the kernel's log said. `scripts/e2e.sh` plays such a journey once more, aloud, and one
//! in a run at most; whatever else fails has failed.

use std::io::Write;

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
    "The engine itself broke: its process for the page is gone. "
}
