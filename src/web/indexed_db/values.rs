//! Keys and values between the store and JavaScript.

use super::ROUNDED;
use super::trouble::Trouble;
use crate::model::id::DeviceId;
use crate::model::stamp::Stream;
use crate::ports::{SegmentKey, StoreError};
use js_sys::{Array, JsString, Uint8Array};
use rexie::KeyRange;
use wasm_bindgen::{JsCast, JsValue};

/// The key of a segment as it is stored. Refuses numbers that JavaScript would round to the number of another.
pub(super) fn to_js(key: SegmentKey) -> Result<JsValue, Trouble> {
    if key.first >= ROUNDED {
        return Err(damaged("a segment begins at a number that is too large"));
    }
    Ok(bound(key))
}

/// The key of a segment as the end of a range, which may lie beyond all segments.
pub(super) fn bound(key: SegmentKey) -> JsValue {
    let first = key.first.min(ROUNDED) as f64;
    let parts = [JsValue::from_str(&key.stream.dev.to_string()), key.stream.epoch.into(), first.into()];
    parts.iter().collect::<Array>().into()
}

/// The key of a stored segment.
pub(super) fn segment_key(key: &JsValue) -> Result<SegmentKey, Trouble> {
    let read = || {
        let parts: &Array = key.dyn_ref()?;
        let dev: DeviceId = parts.get(0).as_string()?.parse().ok()?;
        let epoch = parts.get(1).as_f64()?;
        let first = parts.get(2).as_f64()?;
        let (epoch, first) = (whole(epoch, f64::from(u32::MAX))? as u32, whole(first, ROUNDED as f64)?);
        Some(SegmentKey { stream: Stream { dev, epoch }, first })
    };
    read().ok_or_else(|| damaged("the log holds something under a name that is not a segment's"))
}

pub(super) fn whole(number: f64, most: f64) -> Option<u64> {
    (number.fract() == 0.0 && (0.0..=most).contains(&number)).then_some(number as u64)
}

/// A copy of the bytes in a stored value.
pub(super) fn bytes(value: &JsValue) -> Result<Vec<u8>, Trouble> {
    let array = value.dyn_ref::<Uint8Array>();
    array.map(Uint8Array::to_vec).ok_or_else(|| damaged("the storage holds something that is not bytes"))
}

pub(super) fn text(key: &JsValue) -> Result<String, Trouble> {
    key.as_string().ok_or_else(|| damaged("the storage holds something under a name that is not text"))
}

pub(super) fn damaged(what: &str) -> Trouble {
    Trouble::Final(StoreError::Failed(what.to_owned()))
}

/// All keys from one to another, both included.
pub(super) fn between(from: &JsValue, to: &JsValue) -> Result<KeyRange, Trouble> {
    Ok(KeyRange::bound(from, to, None, None).map_err(rexie::Error::from)?)
}

/// All names that begin so; none for all there are.
pub(super) fn beginning_with(prefix: &str) -> Result<Option<KeyRange>, Trouble> {
    // The first string after all of them: the prefix with its last UTF-16 unit counted up.
    let mut after: Vec<u16> = prefix.encode_utf16().collect();
    while after.last() == Some(&u16::MAX) {
        after.pop();
    }
    let from = JsValue::from_str(prefix);
    let range = match after.last_mut() {
        Some(last) => {
            *last += 1;
            KeyRange::bound(&from, &JsString::from_char_code(&after), None, Some(true))
        }
        None if prefix.is_empty() => return Ok(None),
        None => KeyRange::lower_bound(&from, None),
    };
    Ok(Some(range.map_err(rexie::Error::from)?))
}
