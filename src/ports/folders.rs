//! Folders of the device that somebody lets the app use, such as one that a cloud drive keeps in step.

use super::files::FileError;
use super::place::{Place, PlaceError};
use async_trait::async_trait;
use std::rc::Rc;

/// Folders of the device. What was chosen is remembered; the permission to use it may lapse, and is asked for again at a
/// tap.
#[async_trait(?Send)]
pub trait Folders {
    /// Whether this browser lets a person choose a folder.
    fn can_pick(&self) -> bool;
    /// Lets the person choose a folder, remembers it under this name, and gives what the folder is called.
    async fn pick(&self, name: &str) -> Result<String, FileError>;
    /// The folder of this name. [`PlaceError::NotAllowed`] where the permission has lapsed.
    async fn open(&self, name: &str) -> Result<Rc<dyn Place>, PlaceError>;
    /// Asks the person for the permission again; whether it was given. Only straight from a tap.
    async fn ask_again(&self, name: &str) -> bool;
    /// Forgets a folder; what lies in it stays.
    async fn forget(&self, name: &str);
}
