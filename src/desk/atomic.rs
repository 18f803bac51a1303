//! Files that are there whole or not at all, whenever the program or the computer stops.

use super::error::DeskError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// The folder in a place where files lie until they are whole. Nobody is shown it.
const INCOMING: &str = ".porchlight-incoming";
/// After how long a file in it belongs to nobody any more.
const FORGOTTEN: Duration = Duration::from_secs(24 * 60 * 60);

/// A file on its way: dropped, it leaves nothing.
#[derive(Debug)]
pub struct Pending {
    file: File,
    temp: PathBuf,
    target: PathBuf,
}

impl Pending {
    /// Begins a file that is to stand at `target`, in a folder that is there, of a place at `root`.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn begin(root: &Path, target: PathBuf) -> io::Result<Pending> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let folder = root.join(INCOMING);
        fs::create_dir_all(&folder)?;
        loop {
            let temp = folder.join(format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
            match OpenOptions::new().write(true).create_new(true).open(&temp) {
                Ok(file) => return Ok(Pending { file, temp, target }),
                // One of a program that had the same number and was killed.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Begins a file that is to stand at `target`, with another beside it.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn beside(target: &Path) -> io::Result<Pending> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let temp = target.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
        let file = OpenOptions::new().write(true).create(true).truncate(true).open(&temp)?;
        Ok(Pending { file, temp, target: target.to_owned() })
    }

    /// Adds bytes.
    ///
    /// # Errors
    /// Where the disk does not take them.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Puts it in its place, also of one that stands there.
    ///
    /// # Errors
    /// Where the disk does not take it; what stood there still does.
    pub fn replace(self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.temp, &self.target)?;
        sync_folder(&self.target)
    }

    /// Puts it in its place if nothing stands there; otherwise `false`, and what stands there stays.
    ///
    /// # Errors
    /// Where the disk does not take it.
    pub fn put_new(self) -> io::Result<bool> {
        self.file.sync_all()?;
        match fs::hard_link(&self.temp, &self.target) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
            // Some disks, such as those of most USB sticks, know no second name of a file: then the name is taken first.
            Err(_) => match OpenOptions::new().write(true).create_new(true).open(&self.target) {
                Ok(_) => fs::rename(&self.temp, &self.target).inspect_err(|_| drop(fs::remove_file(&self.target)))?,
                Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
                Err(error) => return Err(error),
            },
        }
        sync_folder(&self.target)?;
        Ok(true)
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        // After a rename there is nothing under this name any more.
        drop(fs::remove_file(&self.temp));
    }
}

/// Writes a file whole, in place of one that stands there, through another beside it.
///
/// # Errors
/// Where it cannot be written; what stood there still does.
pub fn write(target: &Path, pieces: &[Vec<u8>]) -> Result<(), DeskError> {
    let write = || {
        let mut pending = Pending::beside(target)?;
        for piece in pieces {
            pending.write(piece)?;
        }
        pending.replace()
    };
    write().map_err(DeskError::at(target, "it cannot be written"))
}

/// Has the disk keep the name as well as the file.
fn sync_folder(file: &Path) -> io::Result<()> {
    // Windows keeps names by itself, and opens no folders.
    let folder = file.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    if cfg!(unix) { folder.map_or(Ok(()), |folder| File::open(folder)?.sync_all()) } else { Ok(()) }
}

/// Removes what programs have left that were killed while they wrote. What is younger than a day may be another's.
///
/// # Errors
/// Where the folder cannot be read or written.
pub fn sweep(root: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(root.join(INCOMING)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let age = SystemTime::now().duration_since(entry.metadata()?.modified()?).unwrap_or_default();
        if age > FORGOTTEN {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("porchlight-atomic-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn pending(root: &Path, bytes: &[u8]) -> Pending {
        let mut pending = Pending::begin(root, root.join("file")).unwrap();
        pending.write(bytes).unwrap();
        pending
    }

    #[test]
    fn of_two_that_come_at_once_one_is_the_new_one_and_stays() {
        let root = folder("two");
        let (first, second) = (pending(&root, b"first"), pending(&root, b"second"));
        assert!(!root.join("file").exists(), "nothing stands there before it is whole");
        assert!(second.put_new().unwrap());
        assert!(!first.put_new().unwrap());
        assert_eq!(fs::read(root.join("file")).unwrap(), b"second");
        pending(&root, b"third").replace().unwrap();
        assert_eq!(fs::read(root.join("file")).unwrap(), b"third");
        drop(pending(&root, b"fourth"));
        assert_eq!(fs::read_dir(root.join(INCOMING)).unwrap().count(), 0, "nothing is left over");
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn only_what_is_old_is_swept_away() {
        let root = folder("sweep");
        sweep(&root).unwrap();
        let young = pending(&root, b"young");
        let old = File::create(root.join(INCOMING).join("old")).unwrap();
        old.set_modified(SystemTime::now() - FORGOTTEN * 2).unwrap();
        sweep(&root).unwrap();
        assert!(!root.join(INCOMING).join("old").exists());
        young.replace().unwrap();
        assert_eq!(fs::read(root.join("file")).unwrap(), b"young");
        fs::remove_dir_all(root).unwrap();
    }
}
