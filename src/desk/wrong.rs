//! What is wrong with notes, in the words of whoever looks after computers.

use super::error::DeskError;
use crate::exchange::sync::SyncError;
use crate::exchange::transfer::ImportError;
use crate::log::fault::{Fault, ReadError};
use std::path::Path;

/// What is wrong with a file, and in which line.
pub fn read(error: &ReadError) -> String {
    let said = match &error.fault {
        Fault::NotOurs => return "this is no file of Porchlight notes".to_owned(),
        Fault::Newer => "a newer version of Porchlight wrote this. Update this one".to_owned(),
        Fault::Truncated => "the file ends too early".to_owned(),
        Fault::Damaged => "its hash or its form is not right: it was changed or damaged".to_owned(),
        Fault::NotJson(cause) => format!("it cannot be read: {cause}"),
        Fault::OutOfOrder { expected, found } => format!("operation {expected} should stand here, and {found} does"),
        Fault::TooLong => "it is longer than any line of Porchlight’s".to_owned(),
        Fault::AbsurdTime => "it is dated after the year 2100".to_owned(),
    };
    format!("line {}: {said}", error.line)
}

/// Why a file was not taken in.
pub fn import(error: &ImportError) -> String {
    match error {
        ImportError::Read(error) => read(error),
        ImportError::YearsAhead(_) => {
            "its notes are dated years ahead of this computer. If that is right, say --years-ahead".to_owned()
        }
        other => other.to_string(),
    }
}

/// Why there was no exchange with a place.
pub fn sync(error: &SyncError) -> String {
    match error {
        SyncError::Import(error) => import(error),
        SyncError::OtherOrg => OTHER_ORG.to_owned(),
        other => other.to_string(),
    }
}

/// What is said where two organizations would be mixed.
const OTHER_ORG: &str = "these are notes of another organization. If both are to become one, say --other-org";

/// A file of another organization, which nobody agreed to mix with.
pub fn other_org(path: &Path) -> DeskError {
    DeskError::Failed(format!("{}: {OTHER_ORG}", path.display()))
}
