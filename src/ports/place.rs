//! A place where the tablets of a team meet: a folder that something keeps in step, a WebDAV server.

use async_trait::async_trait;

/// Why a place could not do as asked. Nothing here was changed by it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// Nothing answered: there is no network, or the place is off.
    #[error("the place cannot be reached: {0}")]
    Unreachable(String),
    /// It does not let this tablet in: the name or the password is wrong, or a permission has lapsed.
    #[error("the place does not let this tablet in")]
    NotAllowed,
    /// It can be read and not be written.
    #[error("the place cannot be written to")]
    ReadOnly,
    /// No space is left there.
    #[error("the place is full")]
    Full,
    /// It asks to be left alone for so many seconds.
    #[error("the place is busy for {0} seconds")]
    Busy(u32),
    /// Something else answers there, such as the page of a login.
    #[error("this is no place to sync with: {0}")]
    NotAPlace(String),
    /// Anything else, in the place's own words.
    #[error("{0}")]
    Failed(String),
}

/// A place where the tablets of a team meet. Names are paths with `/` between folders, of letters, digits, `-` and `.`.
///
/// Nothing is expected of it but this: what was put can be had again some time later. Listings may lag, an answer may be
/// lost after the place has done what it was asked, and whoever reads may meet a file that is only half there.
#[async_trait(?Send)]
pub trait Place {
    /// The names of the files and folders in a folder, without its own; none if there is no such folder.
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError>;
    /// A file; none if there is none of this name.
    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError>;
    /// Puts a file that never changes. `false` if there is one of this name, which then stays as it is.
    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError>;
    /// Puts a file, in place of one of this name if there is one.
    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError>;
    /// Removes a file; one that is not there is gone already.
    async fn remove(&self, name: &str) -> Result<(), PlaceError>;
}
