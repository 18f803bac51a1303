//! How much memory a page takes once its list can be used.

use crate::figures::With;
use crate::tablet::Tablet;
use serde_json::json;

const MEGABYTE: f64 = 1e6;

/// Has every page that is opened from now on remember what [`tell`] measures.
pub fn watch(tablet: &Tablet) {
    tablet.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": include_str!("watch_memory.js") }));
}

/// Tells what the page holds after its garbage is collected, and what its process takes.
pub fn tell(with: With, tablet: &Tablet) {
    tablet.chromium("HeapProfiler.collectGarbage", json!({}));
    let script = js_heap(tablet);
    let wasm = wasm_memory(tablet);
    with.tell("memory: objects of JavaScript", "MB", script / MEGABYTE);
    if wasm > 0.0 {
        with.tell("memory: of wasm", "MB", wasm / MEGABYTE);
    }
    with.tell("memory: held by the page", "MB", (script + wasm) / MEGABYTE);
    with.tell("memory: the page's process", "MB", tablet.page_process_bytes() as f64 / MEGABYTE);
}

fn js_heap(tablet: &Tablet) -> f64 {
    tablet.chromium("Performance.enable", json!({}));
    let metrics = tablet.chromium("Performance.getMetrics", json!({}));
    let all = metrics["metrics"].as_array().unwrap();
    all.iter().find(|metric| metric["name"] == "JSHeapUsedSize").and_then(|metric| metric["value"].as_f64()).unwrap()
}

/// The bytes of every memory that the wasm modules of the page have.
fn wasm_memory(tablet: &Tablet) -> f64 {
    let sum = "return [...window.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
    tablet.run(sum, &[]).as_f64().unwrap()
}
