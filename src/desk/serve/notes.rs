//! The folder of the notes, as the WebDAV server asks for it: only names that Porchlight uses are there, files are put whole
//! or not at all, and no folder goes with what is in it.

use crate::desk::atomic::Pending;
use crate::desk::names;
use dav_server::davpath::DavPath;
use dav_server::fs::{
    DavDirEntry, DavFile, DavFileSystem, DavMetaData, FsError, FsFuture, FsResult, FsStream, OpenOptions, ReadDirMeta,
};
use futures_util::stream;
use hyper::body::Bytes;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use tokio::task::spawn_blocking;

/// A folder of notes.
#[derive(Clone, Debug)]
pub struct Notes {
    root: Arc<Path>,
}

impl Notes {
    /// The notes in a folder.
    pub fn at(root: PathBuf) -> Notes {
        Notes { root: root.into() }
    }

    /// The file or folder behind a path with `/`; none if no such thing may stand here.
    pub fn file(&self, path: &str) -> Option<PathBuf> {
        if path.is_empty() {
            return Some(self.root.to_path_buf());
        }
        names::may_stand(path).then(|| path.split('/').fold(self.root.to_path_buf(), |at, part| at.join(part)))
    }

    fn file_of(&self, path: &DavPath) -> FsResult<PathBuf> {
        let text = std::str::from_utf8(path.as_bytes()).map_err(|_| FsError::NotFound)?;
        self.file(text.trim_matches('/')).ok_or(FsError::NotFound)
    }
}

/// What the disk says of why it would not, as the server tells it.
pub fn told(error: &io::Error) -> FsError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FsError::NotFound,
        ErrorKind::AlreadyExists => FsError::Exists,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => FsError::InsufficientStorage,
        ErrorKind::PermissionDenied
        | ErrorKind::ReadOnlyFilesystem
        | ErrorKind::IsADirectory
        | ErrorKind::DirectoryNotEmpty => FsError::Forbidden,
        _ => FsError::GeneralFailure,
    }
}

/// Does something with the disk where it keeps nobody else waiting.
async fn with_disk<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> FsResult<T> {
    let done = spawn_blocking(work).await.map_err(|_| FsError::GeneralFailure)?;
    done.map_err(|error| told(&error))
}

/// What is known of a file or folder. A link to elsewhere is not there.
fn look(file: &Path) -> io::Result<Metadata> {
    let about = fs::symlink_metadata(file)?;
    if about.is_symlink() { Err(ErrorKind::NotFound.into()) } else { Ok(about) }
}

impl DavFileSystem for Notes {
    fn open<'a>(&'a self, path: &'a DavPath, options: OpenOptions) -> FsFuture<'a, Box<dyn DavFile>> {
        Box::pin(async move {
            let (file, root) = (self.file_of(path)?, Arc::clone(&self.root));
            if !options.write {
                let reading = with_disk(move || {
                    look(&file)?;
                    File::open(&file)
                });
                return Ok(Box::new(Reading { file: Some(reading.await?) }) as Box<dyn DavFile>);
            }
            // Part of a file is nothing that Porchlight writes.
            if options.append || !options.truncate || !options.create {
                return Err(FsError::Forbidden);
            }
            let (size, new) = (options.size, options.create_new);
            let pending = with_disk(move || {
                if look(&file).is_ok_and(|there| there.is_dir()) {
                    return Err(ErrorKind::IsADirectory.into());
                }
                Pending::begin(&root, file)
            });
            Ok(Box::new(Writing { pending: Some(pending.await?), size, new, written: 0 }) as Box<dyn DavFile>)
        })
    }

    fn read_dir<'a>(&'a self, path: &'a DavPath, _meta: ReadDirMeta) -> FsFuture<'a, FsStream<Box<dyn DavDirEntry>>> {
        Box::pin(async move {
            let (folder, top) = (self.file_of(path)?, path.as_bytes() == b"/");
            let entries = with_disk(move || {
                look(&folder)?;
                let mut entries = Vec::new();
                for entry in fs::read_dir(&folder)? {
                    let entry = entry?;
                    let Ok(name) = entry.file_name().into_string() else { continue };
                    let shown = if top { names::may_stand(&name) } else { names::is_name(&name) };
                    // What was removed meanwhile is not there.
                    if let (true, Ok(about)) = (shown, look(&entry.path())) {
                        entries.push(Entry { name, about: About(about) });
                    }
                }
                Ok(entries)
            });
            let entries = entries.await?.into_iter().map(|entry| Ok(Box::new(entry) as Box<dyn DavDirEntry>));
            Ok(Box::pin(stream::iter(entries)) as FsStream<Box<dyn DavDirEntry>>)
        })
    }

    fn metadata<'a>(&'a self, path: &'a DavPath) -> FsFuture<'a, Box<dyn DavMetaData>> {
        Box::pin(async move {
            let file = self.file_of(path)?;
            let about = with_disk(move || look(&file)).await?;
            Ok(Box::new(About(about)) as Box<dyn DavMetaData>)
        })
    }

    fn create_dir<'a>(&'a self, path: &'a DavPath) -> FsFuture<'a, ()> {
        Box::pin(async move {
            let folder = self.file_of(path)?;
            with_disk(move || fs::create_dir(folder)).await
        })
    }

    fn remove_file<'a>(&'a self, path: &'a DavPath) -> FsFuture<'a, ()> {
        Box::pin(async move {
            let file = self.file_of(path)?;
            with_disk(move || fs::remove_file(file)).await
        })
    }
}

/// A file or folder in a folder.
#[derive(Debug)]
struct Entry {
    name: String,
    about: About,
}

impl DavDirEntry for Entry {
    fn name(&self) -> Vec<u8> {
        self.name.clone().into_bytes()
    }

    fn metadata(&self) -> FsFuture<'_, Box<dyn DavMetaData>> {
        Box::pin(async move { Ok(Box::new(self.about.clone()) as Box<dyn DavMetaData>) })
    }
}

/// What is known of a file or folder.
#[derive(Clone, Debug)]
struct About(Metadata);

impl DavMetaData for About {
    fn len(&self) -> u64 {
        self.0.len()
    }

    fn modified(&self) -> FsResult<SystemTime> {
        self.0.modified().map_err(|error| told(&error))
    }

    fn is_dir(&self) -> bool {
        self.0.is_dir()
    }
}

/// A file that is read.
#[derive(Debug)]
struct Reading {
    file: Option<File>,
}

impl Reading {
    /// Does something with the file where it keeps nobody else waiting.
    async fn with<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut File) -> io::Result<T> + Send + 'static,
    ) -> FsResult<T> {
        let mut file = self.file.take().ok_or(FsError::GeneralFailure)?;
        let (file, done) = with_disk(move || {
            let done = work(&mut file);
            Ok((file, done))
        })
        .await?;
        self.file = Some(file);
        done.map_err(|error| told(&error))
    }
}

impl DavFile for Reading {
    fn metadata(&mut self) -> FsFuture<'_, Box<dyn DavMetaData>> {
        Box::pin(async move { Ok(Box::new(About(self.with(|file| file.metadata()).await?)) as Box<dyn DavMetaData>) })
    }

    fn read_bytes(&mut self, count: usize) -> FsFuture<'_, Bytes> {
        Box::pin(self.with(move |file| {
            let mut bytes = vec![0; count];
            let read = file.read(&mut bytes)?;
            bytes.truncate(read);
            Ok(bytes.into())
        }))
    }

    fn seek(&mut self, to: SeekFrom) -> FsFuture<'_, u64> {
        Box::pin(self.with(move |file| file.seek(to)))
    }

    fn write_buf(&mut self, _: Box<dyn hyper::body::Buf + Send>) -> FsFuture<'_, ()> {
        Box::pin(async { Err(FsError::Forbidden) })
    }

    fn write_bytes(&mut self, _: Bytes) -> FsFuture<'_, ()> {
        Box::pin(async { Err(FsError::Forbidden) })
    }

    fn flush(&mut self) -> FsFuture<'_, ()> {
        Box::pin(async { Ok(()) })
    }
}

/// A file that is put. It stands in its place once all of it is there.
#[derive(Debug)]
struct Writing {
    pending: Option<Pending>,
    /// How long it will be, if that was said.
    size: Option<u64>,
    written: u64,
    /// Whether none may stand there.
    new: bool,
}

impl Writing {
    async fn write(&mut self, bytes: Bytes) -> FsResult<()> {
        let mut pending = self.pending.take().ok_or(FsError::GeneralFailure)?;
        self.written += bytes.len() as u64;
        let pending = with_disk(move || pending.write(&bytes).map(|()| pending));
        self.pending = Some(pending.await?);
        Ok(())
    }
}

impl DavFile for Writing {
    fn metadata(&mut self) -> FsFuture<'_, Box<dyn DavMetaData>> {
        Box::pin(async { Err(FsError::NotImplemented) })
    }

    fn write_buf(&mut self, mut buf: Box<dyn hyper::body::Buf + Send>) -> FsFuture<'_, ()> {
        let bytes = buf.copy_to_bytes(buf.remaining());
        Box::pin(self.write(bytes))
    }

    fn write_bytes(&mut self, bytes: Bytes) -> FsFuture<'_, ()> {
        Box::pin(self.write(bytes))
    }

    fn read_bytes(&mut self, _: usize) -> FsFuture<'_, Bytes> {
        Box::pin(async { Err(FsError::Forbidden) })
    }

    fn seek(&mut self, _: SeekFrom) -> FsFuture<'_, u64> {
        Box::pin(async { Err(FsError::Forbidden) })
    }

    /// The server calls this once, behind the last byte that came.
    fn flush(&mut self) -> FsFuture<'_, ()> {
        Box::pin(async move {
            let pending = self.pending.take().ok_or(FsError::GeneralFailure)?;
            if self.size.is_some_and(|size| size != self.written) {
                return Err(FsError::GeneralFailure);
            }
            let new = self.new;
            let stands = with_disk(move || if new { pending.put_new() } else { pending.replace().map(|()| true) });
            if stands.await? { Ok(()) } else { Err(FsError::Exists) }
        })
    }
}
