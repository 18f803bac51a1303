//! The time, as the browser has it.

use crate::domain::date::Now;
use crate::ports::Clock;
use js_sys::Date;

/// The device's clock and its time zone.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Now {
        let now = Date::new_0();
        // The browser counts minutes west of UTC.
        Now { ms: now.get_time() as i64, offset_minutes: -(now.get_timezone_offset() as i32) }
    }
}
