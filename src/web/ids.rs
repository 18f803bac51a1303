//! Random numbers from the browser.

use crate::ports::Ids;

/// The browser's cryptographic generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserIds;

impl Ids for BrowserIds {
    fn random(&self) -> u128 {
        let mut bytes = [0; 16];
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        match crypto.map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)) {
            Some(Ok(_)) => u128::from_le_bytes(bytes),
            // Every browser we start in has the generator. Should it fail, a name that is less random but still as
            // good as unique keeps the note that wants it.
            _ => (0..4).fold(0, |bits, _| bits << 32 | u128::from((js_sys::Math::random() * 4_294_967_296.0) as u32)),
        }
    }
}
