//! Where notes are read from: places, and files that somebody exported.

use super::error::DeskError;
use crate::ports::{FileError, InFile};
use async_trait::async_trait;
use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Where notes are read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A folder in which tablets meet.
    Place(PathBuf),
    /// A file that somebody exported.
    File(PathBuf),
}

impl Source {
    /// What stands behind each path: a place, a file, or all files of a folder that is no place, in the order of their
    /// names.
    ///
    /// # Errors
    /// Where there is nothing behind one.
    pub fn all(paths: &[PathBuf]) -> Result<Vec<Source>, DeskError> {
        let mut sources = Vec::new();
        for path in paths {
            let about = fs::metadata(path).map_err(DeskError::at(path, "it cannot be read"))?;
            if !about.is_dir() {
                sources.push(Source::File(path.clone()));
            } else if is_place(path) {
                sources.push(Source::Place(path.clone()));
            } else {
                sources.extend(files_ending(path, "json")?.into_iter().map(Source::File));
            }
        }
        Ok(sources)
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        match self {
            Source::Place(path) | Source::File(path) => path,
        }
    }
}

/// Whether tablets meet in a folder.
pub fn is_place(folder: &Path) -> bool {
    ["org.json", "heads", "log"].iter().any(|name| folder.join(name).exists())
}

/// The files in a folder with this ending, by name.
///
/// # Errors
/// Where the folder cannot be read.
pub fn files_ending(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, DeskError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(DeskError::at(folder, "it cannot be read"))? {
        let file = entry.map_err(DeskError::at(folder, "it cannot be read"))?.path();
        let hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && file.is_file() && file.extension().is_some_and(|its| its == ending) {
            files.push(file);
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// A file of this computer, read piece by piece.
#[derive(Debug)]
pub struct DeskFile {
    path: PathBuf,
    size: u64,
    file: RefCell<File>,
}

impl DeskFile {
    /// Opens it.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn open(path: &Path) -> Result<DeskFile, DeskError> {
        let cannot = || DeskError::at(path, "it cannot be read");
        let file = File::open(path).map_err(cannot())?;
        let size = file.metadata().map_err(cannot())?.len();
        Ok(DeskFile { path: path.to_owned(), size, file: RefCell::new(file) })
    }
}

#[async_trait(?Send)]
impl InFile for DeskFile {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn size(&self) -> u64 {
        self.size
    }

    async fn read(&self, offset: u64, most: usize) -> Result<Vec<u8>, FileError> {
        let mut file = self.file.borrow_mut();
        let mut bytes = Vec::new();
        let read =
            file.seek(SeekFrom::Start(offset)).and_then(|_| (&mut *file).take(most as u64).read_to_end(&mut bytes));
        read.map(|_| bytes).map_err(|error| FileError::Failed(error.to_string()))
    }
}
