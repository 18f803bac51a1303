//! Folders of the device: the browser's File System Access. Which ones were chosen stands in a database of its own, since
//! the browser alone can write them down.

use crate::ports::{FileError, Folders, Place, PlaceError};
use crate::web::strict::DatabaseFault;
use async_trait::async_trait;
use js_sys::{AsyncIterator, Function, Object, Promise, Reflect, Uint8Array};
use rexie::{ObjectStore, Rexie, TransactionMode};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions, FileSystemGetFileOptions,
    FileSystemWritableFileStream,
};

/// The only store of the database: name → folder.
const STORE: &str = "folders";

/// Folders that were chosen in this browser.
pub struct BrowserFolders {
    database: String,
}

impl BrowserFolders {
    /// Those that are remembered in the database of this name.
    pub fn of(database: &str) -> BrowserFolders {
        BrowserFolders { database: database.to_owned() }
    }

    async fn database(&self) -> Result<Rexie, rexie::Error> {
        Rexie::builder(&self.database).version(1).add_object_store(ObjectStore::new(STORE)).build().await
    }

    async fn find(&self, name: &str) -> Result<Option<FileSystemDirectoryHandle>, rexie::Error> {
        let database = self.database().await?;
        let found = async {
            let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
            transaction.store(STORE)?.get(JsValue::from_str(name)).await
        };
        let found = found.await;
        database.close();
        Ok(found?.map(JsCast::unchecked_into))
    }

    /// Remembers a folder, or forgets what there is under a name.
    async fn write(&self, name: &str, folder: Option<&JsValue>) -> Result<(), rexie::Error> {
        let database = self.database().await?;
        let written = async {
            let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
            let (store, name) = (transaction.store(STORE)?, JsValue::from_str(name));
            match folder {
                Some(folder) => _ = store.put(folder, Some(&name)).await?,
                None => store.delete(name).await?,
            }
            transaction.done().await.map(drop)
        };
        let written = written.await;
        database.close();
        written
    }

    async fn permission(&self, folder: &FileSystemDirectoryHandle, method: &str) -> bool {
        let asked = permission(folder, method);
        let answer = match asked {
            Ok(asked) => JsFuture::from(asked).await.ok().and_then(|answer| answer.as_string()),
            // A browser without permissions for folders has none to ask for.
            Err(_) => return true,
        };
        answer.as_deref() == Some("granted")
    }
}

#[async_trait(?Send)]
impl Folders for BrowserFolders {
    fn can_pick(&self) -> bool {
        picker().is_some()
    }

    async fn pick(&self, name: &str) -> Result<String, FileError> {
        let failed = |error: &JsValue| match DatabaseFault::thrown(error) {
            fault if fault.name == "AbortError" => FileError::Cancelled,
            fault => FileError::Failed(fault.to_string()),
        };
        let (window, picker) = picker().ok_or_else(|| FileError::Failed("there is no folder picker".to_owned()))?;
        let options = read_and_write();
        let asked: Promise =
            picker.call1(&window, &options).and_then(|asked| asked.dyn_into()).map_err(|error| failed(&error))?;
        let folder = JsFuture::from(asked).await.map_err(|error| failed(&error))?;
        let title = folder.unchecked_ref::<FileSystemDirectoryHandle>().name();
        self.write(name, Some(&folder)).await.map_err(|error| FileError::Failed(error.to_string()))?;
        Ok(title)
    }

    async fn open(&self, name: &str) -> Result<Rc<dyn Place>, PlaceError> {
        let found = self.find(name).await.map_err(|error| PlaceError::Failed(error.to_string()))?;
        let folder = found.ok_or_else(|| PlaceError::Unreachable(name.to_owned()))?;
        if !self.permission(&folder, "queryPermission").await {
            return Err(PlaceError::NotAllowed);
        }
        Ok(Rc::new(Folder(folder)))
    }

    async fn ask_again(&self, name: &str) -> bool {
        match self.find(name).await {
            Ok(Some(folder)) => self.permission(&folder, "requestPermission").await,
            _ => false,
        }
    }

    async fn forget(&self, name: &str) {
        // What cannot be forgotten is asked for by nobody any more.
        drop(self.write(name, None).await);
    }
}

/// What lets a person choose a folder, with the window that it is called on.
fn picker() -> Option<(JsValue, Function)> {
    let window: JsValue = web_sys::window()?.into();
    let picker = Reflect::get(&window, &JsValue::from_str("showDirectoryPicker")).ok()?;
    Some((window, picker.dyn_into().ok()?))
}

/// The option that what is chosen is to be read and written.
fn read_and_write() -> JsValue {
    let options = Object::new();
    // A plain object takes any property.
    drop(Reflect::set(&options, &JsValue::from_str("mode"), &JsValue::from_str("readwrite")));
    options.into()
}

fn permission(folder: &FileSystemDirectoryHandle, method: &str) -> Result<Promise, JsValue> {
    let ask: Function = Reflect::get(folder, &JsValue::from_str(method))?.dyn_into()?;
    ask.call1(folder, &read_and_write())?.dyn_into()
}

/// A folder that may be used.
pub struct Folder(pub FileSystemDirectoryHandle);

impl Folder {
    /// The folder of a path; none where there is none and none is to be made.
    async fn folder<'p>(
        &self,
        path: impl Iterator<Item = &'p str>,
        make: bool,
    ) -> Result<Option<FileSystemDirectoryHandle>, PlaceError> {
        let mut at = self.0.clone();
        let options = FileSystemGetDirectoryOptions::new();
        options.set_create(make);
        for name in path.filter(|name| !name.is_empty()) {
            match found(at.get_directory_handle_with_options(name, &options)).await? {
                Some(next) => at = next,
                None => return Ok(None),
            }
        }
        Ok(Some(at))
    }

    /// The folder and the name of a file.
    async fn parent<'n>(
        &self,
        name: &'n str,
        make: bool,
    ) -> Result<Option<(FileSystemDirectoryHandle, &'n str)>, PlaceError> {
        let (path, file) = name.rsplit_once('/').unwrap_or(("", name));
        Ok(self.folder(path.split('/'), make).await?.map(|folder| (folder, file)))
    }

    async fn file(&self, name: &str) -> Result<Option<FileSystemFileHandle>, PlaceError> {
        match self.parent(name, false).await? {
            Some((folder, file)) => found(folder.get_file_handle(file)).await,
            None => Ok(None),
        }
    }
}

#[async_trait(?Send)]
impl Place for Folder {
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError> {
        let Some(folder) = self.folder(folder.split('/'), false).await? else { return Ok(Vec::new()) };
        let (names, mut all) = (folder.keys(), Vec::new());
        while let Some(name) = next(&names).await? {
            all.push(name);
        }
        Ok(all)
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError> {
        let Some(file) = self.file(name).await? else { return Ok(None) };
        let Some(blob) = found::<Blob>(file.get_file()).await? else { return Ok(None) };
        let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|error| failed(&error))?;
        Ok(Some(Uint8Array::new(&buffer).to_vec()))
    }

    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError> {
        if self.file(name).await?.is_some() {
            return Ok(false);
        }
        self.put(name, bytes).await.map(|()| true)
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        let gone = || PlaceError::Failed(name.to_owned());
        let (folder, file) = self.parent(name, true).await?.ok_or_else(gone)?;
        let options = FileSystemGetFileOptions::new();
        options.set_create(true);
        let asked = folder.get_file_handle_with_options(file, &options);
        let file: FileSystemFileHandle = found(asked).await?.ok_or_else(gone)?;
        let stream: FileSystemWritableFileStream = found(file.create_writable()).await?.ok_or_else(gone)?;
        // Until it is closed the file is what it was.
        let written = stream.write_with_js_u8_array(&Uint8Array::from(bytes)).map_err(|error| failed(&error))?;
        JsFuture::from(written).await.map_err(|error| failed(&error))?;
        JsFuture::from(stream.close()).await.map_err(|error| failed(&error))?;
        Ok(())
    }

    async fn remove(&self, name: &str) -> Result<(), PlaceError> {
        let Some((folder, file)) = self.parent(name, false).await? else { return Ok(()) };
        found::<JsValue>(folder.remove_entry(file)).await.map(drop)
    }
}

/// The next name of a listing.
async fn next(names: &AsyncIterator) -> Result<Option<String>, PlaceError> {
    let step = names.next().map_err(|error| failed(&error))?;
    let step = JsFuture::from(step).await.map_err(|error| failed(&error))?;
    let part = |name: &str| Reflect::get(&step, &JsValue::from_str(name)).map_err(|error| failed(&error));
    if part("done")?.is_truthy() { Ok(None) } else { Ok(part("value")?.as_string()) }
}

/// What the browser finds; none where there is nothing of the name.
async fn found<T: JsCast>(asked: Promise) -> Result<Option<T>, PlaceError> {
    match JsFuture::from(asked).await {
        Ok(found) => Ok(Some(found.unchecked_into())),
        Err(error) if DatabaseFault::thrown(&error).name == "NotFoundError" => Ok(None),
        Err(error) => Err(failed(&error)),
    }
}

/// What the browser threw, as the port says it.
fn failed(error: &JsValue) -> PlaceError {
    let fault = DatabaseFault::thrown(error);
    match fault.name.as_str() {
        "NotAllowedError" | "SecurityError" => PlaceError::NotAllowed,
        "NoModificationAllowedError" => PlaceError::ReadOnly,
        "QuotaExceededError" => PlaceError::Full,
        _ => PlaceError::Failed(fault.to_string()),
    }
}
