//! Why a command was not carried out.

use std::io;
use std::path::{Path, PathBuf};

/// Why a command was not carried out: what is wrong, where, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The command line is not understood.
    #[error("{0}")]
    Usage(String),
    /// Nothing could be said, for nobody listens or the disk is full.
    #[error("what was found could not be written out: {0}")]
    Told(#[source] io::Error),
    /// A file or a folder could not be read or written.
    #[error("{}: {what}: {cause}", path.display())]
    Path {
        /// Which.
        path: PathBuf,
        /// What was tried.
        what: &'static str,
        /// Why it failed.
        #[source]
        cause: io::Error,
    },
    /// Anything else, said in full.
    #[error("{0}")]
    Failed(String),
}

impl DeskError {
    /// For `map_err`: what was tried with a file or a folder.
    pub(super) fn at(path: &Path, what: &'static str) -> impl FnOnce(io::Error) -> DeskError {
        let path = path.to_owned();
        move |cause| DeskError::Path { path, what, cause }
    }
}
