//! Files on their way out and in.

use crate::ports::{FileError, Files, InFile, OutFile, Sent};
use crate::web::pick::{failed, pick};
use crate::web::strict::DatabaseFault;
use crate::web::{picture, received};
use async_trait::async_trait;
use js_sys::{Array, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, File, FilePropertyBag, HtmlAnchorElement, Navigator, ShareData, Url, Window};

/// How long the address of a download stays valid. The browser does not say when it has read it.
const DOWNLOAD_MS: i32 = 60_000;

/// The share sheet, and downloads.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserFiles;

#[async_trait(?Send)]
impl Files for BrowserFiles {
    fn can_share(&self) -> bool {
        // The browser only answers for a given file. Text is the kind that all of them take.
        let probe = OutFile { name: "probe.txt".to_owned(), media_type: "text/plain", pieces: vec![vec![b' ']] };
        let Ok(probe) = to_browser(probe) else { return false };
        web_sys::window().is_some_and(|window| shareable(&window.navigator(), &probe).is_some())
    }

    async fn pick(&self, accept: &str) -> Result<Rc<dyn InFile>, FileError> {
        let file = pick(accept, false).await?;
        Ok(Rc::new(PickedFile::new(file)))
    }

    async fn pick_picture(&self, most: usize) -> Result<String, FileError> {
        picture::pick_picture(most).await
    }

    fn can_scan(&self) -> bool {
        picture::can_scan()
    }

    async fn scan(&self) -> Result<Option<String>, FileError> {
        picture::scan().await
    }

    fn on_received(&self, callback: Box<dyn Fn(Rc<dyn InFile>)>) {
        received::watch(Rc::new(move |file| callback(Rc::new(PickedFile::new(file)))));
    }

    /// As the port says. To be called from a tap, with nothing awaited between the tap and this that takes long: the
    /// share sheet opens only while the browser remembers the tap.
    ///
    /// Some browsers share few kinds of file (Chromium takes `.txt` and `.csv`, but no `.json`); what the share sheet
    /// refuses becomes a download.
    async fn give(&self, file: OutFile, share: bool) -> Result<Sent, FileError> {
        let window = web_sys::window().ok_or_else(|| FileError::Failed("there is no window".to_owned()))?;
        let file = to_browser(file).map_err(failed)?;
        let navigator = window.navigator();
        if let Some(data) = shareable(&navigator, &file).filter(|_| share) {
            match JsFuture::from(navigator.share_with_data(&data)).await.map_err(|error| DatabaseFault::thrown(&error))
            {
                Ok(_) => return Ok(Sent::Shared),
                Err(fault) if fault.is_abort() => return Err(FileError::Cancelled),
                Err(_) => {}
            }
        }
        download(&window, &file).map_err(failed)?;
        Ok(Sent::Downloaded)
    }
}

/// The file as the browser knows files.
fn to_browser(file: OutFile) -> Result<File, JsValue> {
    // Piece by piece, each let go once the browser has its copy.
    let pieces: Array = file.pieces.into_iter().map(|piece| Uint8Array::from(piece.as_slice())).collect();
    let options = FilePropertyBag::new();
    options.set_type(file.media_type);
    File::new_with_u8_array_sequence_and_options(&pieces, &file.name, &options)
}

/// What to hand to the share sheet, where there is one that takes the file.
fn shareable(navigator: &Navigator, file: &File) -> Option<ShareData> {
    // Firefox has neither on desktops, and calling what is not there throws.
    let has = |method| Reflect::get(navigator, &JsValue::from_str(method)).is_ok_and(|method| method.is_function());
    if !has("canShare") || !has("share") {
        return None;
    }
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    navigator.can_share_with_data(&data).then_some(data)
}

fn download(window: &Window, file: &File) -> Result<(), JsValue> {
    let document: Document = window.document().ok_or("there is no document")?;
    let url = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(&file.name());
    link.click();
    let forget = Closure::once_into_js(move || drop(Url::revoke_object_url(&url)));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), DOWNLOAD_MS)?;
    Ok(())
}

/// A file that the person picked.
#[derive(Clone, Debug)]
pub struct PickedFile(File);

impl PickedFile {
    /// The file, as an `<input type="file">` or a drop has it.
    pub fn new(file: File) -> PickedFile {
        PickedFile(file)
    }
}

#[async_trait(?Send)]
impl InFile for PickedFile {
    fn name(&self) -> String {
        self.0.name()
    }

    fn size(&self) -> u64 {
        self.0.size() as u64
    }

    async fn read(&self, offset: u64, most: usize) -> Result<Vec<u8>, FileError> {
        let end = offset.saturating_add(most as u64).min(self.size());
        if offset >= end {
            return Ok(Vec::new());
        }
        let piece = self.0.slice_with_f64_and_f64(offset as f64, end as f64).map_err(failed)?;
        let buffer = JsFuture::from(piece.array_buffer()).await.map_err(failed)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}
