//! The store in memory keeps the same contract as the browser's, so tests on the desk prove something.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod store_contract;

use futures_util::FutureExt;
use porchlight::work::memory::MemoryStore;

macro_rules! in_memory {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            let kept = store_contract::$name(&MemoryStore::default()).now_or_never();
            kept.expect("nothing in memory ever waits");
        }
    )*};
}
each_store_test!(in_memory);
