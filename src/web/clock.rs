//! The time, as the browser has it.

use crate::model::date::{Now, Zone};
use crate::ports::Clock;
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// The device's clock and its time zone.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Now {
        let ms = Date::now() as i64;
        Now { ms, offset_minutes: self.offset_at(ms) }
    }
}

impl Zone for BrowserClock {
    fn offset_at(&self, ms: i64) -> i32 {
        // The browser counts minutes west of UTC, and knows none of a moment beyond its calendar.
        -(Date::new(&JsValue::from_f64(ms as f64)).get_timezone_offset() as i32)
    }

    fn zone_name(&self) -> Option<String> {
        let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
        Reflect::get(&options, &JsValue::from_str("timeZone")).ok()?.as_string()
    }
}
