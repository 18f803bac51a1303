//! The store in memory keeps the same contract as the browser's, so tests on the desk prove something.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod store_contract;

use porchlight::app::memory::MemoryStore;

macro_rules! in_memory {
    ($($name:ident)*) => {$(
        #[tokio::test]
        async fn $name() {
            store_contract::$name(&MemoryStore::default()).await;
        }
    )*};
}
each_store_test!(in_memory);
