//! How much memory a page takes once its list can be used.

use crate::figures::With;
use crate::tablet::Tablet;
use serde_json::{Value, json};

const MEGABYTE: f64 = 1e6;

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

/// The bytes of every memory that a wasm module of the page has, without the app having to hand one out.
fn wasm_memory(tablet: &Tablet) -> f64 {
    let object = |answer: &Value, key: &str| answer[key]["objectId"].clone();
    let of_all = json!({ "expression": "WebAssembly.Memory.prototype" });
    let prototype = object(&tablet.chromium("Runtime.evaluate", of_all), "result");
    let found = tablet.chromium("Runtime.queryObjects", json!({ "prototypeObjectId": prototype }));
    let sum = json!({
        "objectId": object(&found, "objects"),
        "functionDeclaration": "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
        "returnByValue": true,
    });
    tablet.chromium("Runtime.callFunctionOn", sum)["result"]["value"].as_f64().unwrap_or(0.0)
}
