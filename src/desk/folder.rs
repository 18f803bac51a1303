//! A place that is a folder of this computer.

use super::atomic::Pending;
use crate::ports::{Place, PlaceError};
use async_trait::async_trait;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// A folder in which tablets meet.
#[derive(Debug)]
pub struct FolderPlace {
    root: PathBuf,
}

impl FolderPlace {
    /// The place in a folder.
    pub fn at(root: &Path) -> FolderPlace {
        FolderPlace { root: root.to_owned() }
    }

    /// The file of this name, which leads nowhere else.
    fn file(&self, name: &str) -> Result<PathBuf, PlaceError> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if inside { Ok(self.root.join(name)) } else { Err(PlaceError::Failed(format!("{name}: no name of a file"))) }
    }

    /// Begins a file, with the folders it needs.
    fn begin(&self, name: &str, bytes: &[u8]) -> Result<Pending, PlaceError> {
        let file = self.file(name)?;
        let begin = || {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
            }
            let mut pending = Pending::begin(&self.root, file.clone())?;
            pending.write(bytes)?;
            Ok(pending)
        };
        begin().map_err(|error| told(&file, &error))
    }
}

/// What the disk says of why it would not.
fn told(file: &Path, error: &io::Error) -> PlaceError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => PlaceError::Full,
        ErrorKind::ReadOnlyFilesystem => PlaceError::ReadOnly,
        _ => PlaceError::Failed(format!("{}: {error}", file.display())),
    }
}

/// What was found, or none where there is nothing.
fn found<T>(file: &Path, result: io::Result<T>) -> Result<Option<T>, PlaceError> {
    match result {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        result => result.map(Some).map_err(|error| told(file, &error)),
    }
}

#[async_trait(?Send)]
impl Place for FolderPlace {
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError> {
        let folder = self.file(folder)?;
        let Some(entries) = found(&folder, fs::read_dir(&folder))? else { return Ok(Vec::new()) };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry.map_err(|error| told(&folder, &error))?.file_name().to_string_lossy().into_owned();
            // What is hidden is for the system and for files on their way.
            if !name.starts_with('.') {
                names.push(name);
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError> {
        let file = self.file(name)?;
        found(&file, fs::read(&file))
    }

    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError> {
        let file = self.file(name)?;
        self.begin(name, bytes)?.put_new().map_err(|error| told(&file, &error))
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        let file = self.file(name)?;
        self.begin(name, bytes)?.replace().map_err(|error| told(&file, &error))
    }

    async fn remove(&self, name: &str) -> Result<(), PlaceError> {
        let file = self.file(name)?;
        found(&file, fs::remove_file(&file)).map(drop)
    }
}

/// A place that is only looked at: what is put there stays in memory, and nobody else sees it.
pub struct LookedAt<'a> {
    place: &'a dyn Place,
    /// What was put, and what was removed.
    put: RefCell<BTreeMap<String, Option<Vec<u8>>>>,
}

impl<'a> LookedAt<'a> {
    /// Looks at a place.
    pub fn of(place: &'a dyn Place) -> LookedAt<'a> {
        LookedAt { place, put: RefCell::default() }
    }
}

#[async_trait(?Send)]
impl Place for LookedAt<'_> {
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError> {
        let mut names = self.place.names(folder).await?;
        for (path, bytes) in &*self.put.borrow() {
            let Some(name) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) else { continue };
            let name = name.split('/').next().unwrap_or_default();
            names.retain(|one| one != name);
            names.extend(bytes.is_some().then(|| name.to_owned()));
        }
        Ok(names)
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError> {
        let put = self.put.borrow().get(name).cloned();
        match put {
            Some(bytes) => Ok(bytes),
            None => self.place.get(name).await,
        }
    }

    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError> {
        if self.get(name).await?.is_some() {
            return Ok(false);
        }
        self.put(name, bytes).await.map(|()| true)
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        self.put.borrow_mut().insert(name.to_owned(), Some(bytes.to_vec()));
        Ok(())
    }

    async fn remove(&self, name: &str) -> Result<(), PlaceError> {
        self.put.borrow_mut().insert(name.to_owned(), None);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::testing::now;

    #[test]
    fn a_folder_is_a_place_and_looking_at_it_changes_nothing() {
        let root = std::env::temp_dir().join(format!("porchlight-folder-{}", std::process::id()));
        drop(fs::remove_dir_all(&root));
        fs::create_dir(&root).unwrap();
        let place = FolderPlace::at(&root);
        assert_eq!(now(place.names("heads")), Ok(Vec::new()));
        assert_eq!((now(place.get("heads/a")), now(place.remove("heads/a"))), (Ok(None), Ok(())));
        assert_eq!(now(place.put_new("heads/a", b"1")), Ok(true));
        assert_eq!(now(place.put_new("heads/a", b"2")), Ok(false));
        now(place.put("heads/b", b"3")).unwrap();
        now(place.put("heads/b", b"4")).unwrap();
        assert_eq!(now(place.names("heads")), Ok(vec!["a".into(), "b".into()]));
        assert!(now(place.get("../secret")).is_err());

        let looked_at = LookedAt::of(&place);
        assert_eq!(now(looked_at.put_new("heads/a", b"x")), Ok(false));
        assert_eq!(now(looked_at.put_new("heads/c", b"x")), Ok(true));
        now(looked_at.remove("heads/b")).unwrap();
        assert_eq!(now(looked_at.names("heads")), Ok(vec!["a".into(), "c".into()]));
        assert_eq!(now(looked_at.get("heads/c")), Ok(Some(b"x".to_vec())));
        assert_eq!(now(looked_at.get("heads/b")), Ok(None));
        assert_eq!(now(place.names("heads")), Ok(vec!["a".into(), "b".into()]));
        assert_eq!(now(place.get("heads/b")), Ok(Some(b"4".to_vec())));
        fs::remove_dir_all(root).unwrap();
    }
}
