//! Pictures, made small enough to keep.

use crate::ports::FileError;
use crate::web::pick::{failed, pick};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

/// The longest side, in pixels, and the quality, from the best that may do to the smallest that still shows a table.
const TRIES: [(f64, f64); 5] = [(1280.0, 0.8), (1024.0, 0.7), (800.0, 0.6), (640.0, 0.5), (320.0, 0.4)];

/// Lets the person take or choose a picture, and gives it as a JPEG of at most so many characters.
pub async fn pick_picture(most: usize) -> Result<String, FileError> {
    let picture = picked(false).await?;
    for (longest, quality) in TRIES {
        let address = drawn(&picture, longest, quality).map_err(failed)?;
        if address.len() <= most {
            return Ok(address);
        }
    }
    Err(FileError::Failed("it is too large".to_owned()))
}

/// The picture the person takes or chooses, turned as the camera was held.
async fn picked(camera: bool) -> Result<ImageBitmap, FileError> {
    let file = pick("image/*", camera).await?;
    let window = web_sys::window().ok_or_else(|| FileError::Failed("there is no window".to_owned()))?;
    let read = window.create_image_bitmap_with_blob(&file).map_err(failed)?;
    Ok(JsFuture::from(read).await.map_err(failed)?.unchecked_into())
}

/// What reads barcodes in this browser, where there is something (Chromium on Android, macOS and ChromeOS has it).
fn detector() -> Option<Function> {
    Reflect::get(&js_sys::global(), &JsValue::from_str("BarcodeDetector")).ok()?.dyn_into().ok()
}

/// Whether this browser can read barcodes.
pub fn can_scan() -> bool {
    detector().is_some()
}

/// Lets the person take a picture of a barcode, and gives what stands under the first that is seen.
pub async fn scan() -> Result<Option<String>, FileError> {
    let detector = detector().ok_or_else(|| FileError::Failed("this browser reads no barcodes".to_owned()))?;
    let picture = picked(true).await?;
    let found = async {
        let detector = Reflect::construct(&detector, &Array::new())?;
        let detect: Function = Reflect::get(&detector, &JsValue::from_str("detect"))?.dyn_into()?;
        let looking = Promise::resolve(&detect.call1(&detector, &picture)?);
        let codes: Array = JsFuture::from(looking).await?.dyn_into()?;
        let first = codes.iter().next();
        first.map(|code| Reflect::get(&code, &JsValue::from_str("rawValue"))).transpose()
    };
    Ok(found.await.map_err(failed)?.and_then(|code| code.as_string()))
}

fn drawn(picture: &ImageBitmap, longest: f64, quality: f64) -> Result<String, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("there is no document")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    let scale = (longest / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("there is no canvas")?.dyn_into()?;
    // A picture with holes in it lies on white, as on paper.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width, height)?;
    canvas.to_data_url_with_type_and_encoder_options("image/jpeg", &JsValue::from_f64(quality))
}
