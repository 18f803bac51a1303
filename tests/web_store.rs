//! The store in a real browser's database, and what it does when that fails.
#![cfg(target_arch = "wasm32")]

mod store_contract;

use porchlight::web::indexed_db::IndexedDb;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A store of its own for each test, empty even if the browser remembers an earlier run.
async fn fresh(name: &str) -> IndexedDb {
    let name = format!("test-{name}");
    rexie::Rexie::delete(&name).await.unwrap();
    IndexedDb::open(&name).await.unwrap()
}

macro_rules! in_the_browser {
    ($($name:ident)*) => {$(
        #[wasm_bindgen_test]
        async fn $name() {
            let store = fresh(stringify!($name)).await;
            store_contract::$name(&store).await;
        }
    )*};
}
each_store_test!(in_the_browser);
