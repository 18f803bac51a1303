//! Files that are picked and given away.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Why a file could not be given or taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The person closed the share sheet or picker.
    #[error("it was cancelled")]
    Cancelled,
    /// Anything else, in the browser's own words.
    #[error("{0}")]
    Failed(String),
}

/// A file on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutFile {
    /// Its name, with its ending.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content, in pieces so that no second copy of all of it is needed.
    pub pieces: Vec<Vec<u8>>,
}

/// How a file left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sent {
    /// Through the share sheet.
    Shared,
    /// As a download; whether it arrived is not known.
    Downloaded,
    /// Into a place where tablets meet, and read back there.
    Synced,
}

/// Giving files to the person.
#[async_trait(?Send)]
pub trait Files {
    /// Whether the share sheet takes files here.
    fn can_share(&self) -> bool;
    /// Lets the person pick a file, of these endings and media types (as the `accept` of a file input).
    async fn pick(&self, accept: &str) -> Result<Rc<dyn InFile>, FileError>;
    /// Lets the person take or choose a picture, and gives it as the `data:` address of a JPEG of at most so many
    /// characters.
    async fn pick_picture(&self, most: usize) -> Result<String, FileError>;
    /// Whether this browser can read barcodes.
    fn can_scan(&self) -> bool;
    /// Lets the person take a picture of a barcode, and gives what stands under it; none if there is none to be seen.
    async fn scan(&self) -> Result<Option<String>, FileError>;
    /// Calls back with each file that another app has sent to this one or has it open.
    fn on_received(&self, callback: Box<dyn Fn(Rc<dyn InFile>)>);
    /// Gives a file away: by the share sheet where there is one and `share` asks for it, otherwise as a download.
    async fn give(&self, file: OutFile, share: bool) -> Result<Sent, FileError>;
}

/// A file that was picked, read piece by piece.
#[async_trait(?Send)]
pub trait InFile {
    /// Its name.
    fn name(&self) -> String;
    /// Its length in bytes.
    fn size(&self) -> u64;
    /// Up to `most` bytes from an offset; empty at the end.
    async fn read(&self, offset: u64, most: usize) -> Result<Vec<u8>, FileError>;
}
