//! How many cases the property tests try.

use proptest::prelude::ProptestConfig;

/// So many cases, or as many times more as `PORCHLIGHT_CASES` says: `make soak` tries new ones for a while.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let times = std::env::var("PORCHLIGHT_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let cases = usual.saturating_mul(times);
    ProptestConfig { max_global_rejects: cases.max(1_024), ..ProptestConfig::with_cases(cases) }
}
