//! What the app needs of the world outside, and how the world may fail it.
//!
//! The browser's side of each port is in `web`; the tests' side is in memory.

pub use crate::log::segment::SegmentKey;
use crate::model::date::{Now, Zone};
use crate::model::text::{Lang, Message, Text};
use async_trait::async_trait;
use futures_util::future::LocalBoxFuture;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The sentences of this module.
pub mod words {
    crate::words! {
        FULL = "Not saved. Free up space, then try again", "No se guardó. Libere espacio e intente de nuevo";
        BEHIND = "Not saved. Porchlight is open in another tab and went on there. Try again", "No se guardó. Porchlight está abierto en otra pestaña y siguió allí. Intente de nuevo";
        LOST = "Not saved. The browser closed the tablet's storage. Save a rescue file, then reload", "No se guardó. El navegador cerró el almacenamiento de la tableta. Guarde un archivo de rescate y vuelva a cargar";
        UNAVAILABLE = "This browser does not let Porchlight keep notes. Private windows often do not. Use a normal window", "Este navegador no permite que Porchlight guarde notas. Las ventanas privadas a menudo no lo permiten. Use una ventana normal";
        NEWER = "These notes were kept by a newer Porchlight. Reload to get it; nothing was changed", "Estas notas las guardó un Porchlight más nuevo. Vuelva a cargar para obtenerlo; no se cambió nada";
        FAILED = "Not saved. The browser said: {cause}", "No se guardó. El navegador dijo: {cause}";
        MICROPHONE_DENIED = "The interview goes on without sound: the microphone is not allowed. Allow it for this site in the browser’s settings, then try again", "La entrevista sigue sin sonido: el micrófono no está permitido. Permítalo para este sitio en los ajustes del navegador e intente de nuevo";
        NO_MICROPHONE = "The interview goes on without sound: no microphone was found. Connect one, then try again", "La entrevista sigue sin sonido: no se encontró ningún micrófono. Conecte uno e intente de nuevo";
        CANNOT_RECORD = "The interview goes on without sound: this browser cannot record it. An up-to-date Safari, Chrome, Edge or Firefox can", "La entrevista sigue sin sonido: este navegador no puede grabarlo. Safari, Chrome, Edge o Firefox actualizados sí pueden";
        NOT_RECORDED = "The interview goes on without sound. Close other apps that use the microphone, then try again. The browser said: {cause}", "La entrevista sigue sin sonido. Cierre otras aplicaciones que usen el micrófono e intente de nuevo. El navegador dijo: {cause}";
        NOT_PLAYED = "The sound cannot be played here. The browser said: {cause}", "El sonido no se puede reproducir aquí. El navegador dijo: {cause}";
        MICROPHONE_GONE = "The microphone was taken away. What it heard until then stays, and the interview goes on without sound. Connect or allow it again to record the rest", "El micrófono se desconectó. Lo grabado hasta ahí se conserva y la entrevista sigue sin sonido. Conéctelo o permítalo de nuevo para grabar el resto";
        SOUND_BROKE_OFF = "The recording broke off. What it heard until then stays, and the interview goes on without sound. Begin again to record the rest. The browser said: {cause}", "La grabación se interrumpió. Lo grabado hasta ahí se conserva y la entrevista sigue sin sonido. Empiece de nuevo para grabar el resto. El navegador dijo: {cause}";
    }
}

/// Why the store could not do as asked. In every case nothing of the request was kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No space is left for this site.
    #[error("the storage is full")]
    Full,
    /// Somebody else wrote since the caller last looked, so what it wanted to add no longer fits.
    #[error("another tab has written since")]
    Behind,
    /// The connection to the database was lost and could not be had again.
    #[error("the connection to the storage was lost")]
    Lost,
    /// The browser offers no storage here.
    #[error("there is no storage: {0}")]
    Unavailable(String),
    /// The database was made by a newer version of the app.
    #[error("the storage belongs to a newer version")]
    Newer,
    /// Anything else, in the browser's own words.
    #[error("the storage failed: {0}")]
    Failed(String),
}

impl StoreError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            StoreError::Full => words::FULL.message(),
            StoreError::Behind => words::BEHIND.message(),
            StoreError::Lost => words::LOST.message(),
            StoreError::Unavailable(_) => words::UNAVAILABLE.message(),
            StoreError::Newer => words::NEWER.message(),
            StoreError::Failed(cause) => words::FAILED.with("cause", cause.as_str()),
        }
    }
}

/// A change to the store: all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commit {
    /// What `meta` must hold before anything is written: `(key, bytes)`, none for “nothing”. Otherwise the commit
    /// fails as [`StoreError::Behind`].
    pub expect: Vec<(String, Option<Vec<u8>>)>,
    /// Segments to add. One that is there already makes the commit fail as [`StoreError::Behind`], unless it is also
    /// among those removed.
    pub add: Vec<(SegmentKey, Vec<u8>)>,
    /// Segments to remove (removed before any is added), each as whoever removes it has read it. One that is not there,
    /// or holds other bytes by now, makes the commit fail as [`StoreError::Behind`].
    pub remove: Vec<(SegmentKey, Vec<u8>)>,
    /// Small things by name: bytes to keep, or none to remove.
    pub meta: Vec<(String, Option<Vec<u8>>)>,
    /// A new snapshot: `Some(None)` removes the one there is.
    pub snapshot: Option<Option<Vec<u8>>>,
    /// Large things by name, such as a piece of sound: bytes to keep, or none to remove.
    pub blobs: Vec<(String, Option<Vec<u8>>)>,
    /// Large things to remove: all whose name begins so (removed before any is kept).
    pub drop_blobs: Vec<String>,
    /// Whether it must have reached the disk when the call returns. True for everything a person was told is saved.
    pub durable: bool,
}

/// Where operations are kept. One commit is one transaction.
#[async_trait(?Send)]
pub trait Store {
    /// The small things whose name begins so, in order of their names.
    async fn meta(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError>;
    /// The snapshot, if there is one.
    async fn snapshot(&self) -> Result<Option<Vec<u8>>, StoreError>;
    /// The names of all segments, in order.
    async fn segment_keys(&self) -> Result<Vec<SegmentKey>, StoreError>;
    /// Segments from one key to another, both included, in order.
    async fn segments(&self, from: SegmentKey, to: SegmentKey) -> Result<Vec<(SegmentKey, Vec<u8>)>, StoreError>;
    /// The large things whose name begins so, in order of their names.
    async fn blobs(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError>;
    /// The names of the large things that begin so, in order.
    async fn blob_names(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
    /// Changes the store: all of it or nothing. Only after `Ok` may a person be told that something is saved.
    async fn commit(&self, commit: Commit) -> Result<(), StoreError>;
    /// Removes everything there is.
    async fn clear(&self) -> Result<(), StoreError>;
}

/// The time, as the device has it, and its time zone. Either may be wrong.
pub trait Clock: Zone {
    /// The present.
    fn now(&self) -> Now;
}

/// Letting the screen paint and the person tap between two steps of long work.
#[async_trait(?Send)]
pub trait Pace {
    /// Comes back when the browser had its turn.
    async fn pause(&self);
}

/// Where random numbers come from.
pub trait Ids {
    /// 128 random bits, fit for identities.
    fn random(&self) -> u128;
}

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

/// What is known of how safe notes are here.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StorageHealth {
    /// Whether the browser promised not to erase them by itself; none where it does not say.
    pub persisted: Option<bool>,
    /// Bytes used by this site.
    pub used: Option<f64>,
    /// Bytes this site may use in all.
    pub quota: Option<f64>,
}

/// How this tab stands to other tabs of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// It is not known yet.
    #[default]
    Waiting,
    /// It writes.
    Writer,
    /// Another tab writes; this one shows what that one does.
    Follower,
}

/// What another tab says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabNews {
    /// Something was saved; look again.
    Saved,
    /// Everything was erased or replaced; start again.
    Reset,
    /// Another tab asks to become the writer.
    HandOver,
}

/// Other tabs of the app in the same browser.
pub trait Tabs {
    /// Calls back with the role this tab gets, now and whenever it changes.
    fn on_role(&self, callback: Box<dyn Fn(Role)>);
    /// Calls back with what other tabs say.
    fn on_news(&self, callback: Box<dyn Fn(TabNews)>);
    /// Tells the other tabs.
    fn tell(&self, news: TabNews);
    /// Stops writing, for another tab to take over. A follower again afterwards, waiting for its turn.
    fn yield_role(&self);
    /// Asks whoever writes to hand over, and takes its place if it does not answer within a few seconds.
    fn take_over(&self);
}

/// Whether the app works without a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Installed {
    /// This browser or address cannot do it.
    Unsupported,
    /// It is being stored.
    #[default]
    Installing,
    /// It is stored: it starts without a network from now on.
    Ready,
    /// A newer version is stored and waits for a tap.
    UpdateWaiting,
    /// It could not be stored, in the browser's own words.
    Failed(String),
}

/// How this browser puts an app on the Home Screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HomeScreen {
    /// It is there, and running from there.
    Installed,
    /// The browser can ask by itself.
    CanAsk,
    /// The person must use the share button of Safari.
    ByShareButton,
    /// There is nothing to say.
    #[default]
    Unknown,
}

/// A spot that the device measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Degrees north (WGS 84).
    pub lat: f64,
    /// Degrees east (WGS 84).
    pub lon: f64,
    /// Within how many metres it is right, most of the time.
    pub accuracy_m: f64,
}

/// The device: its storage, its home screen, its language.
#[async_trait(?Send)]
pub trait Device {
    /// How safe notes are here.
    async fn storage_health(&self) -> StorageHealth;
    /// Asks the browser not to erase notes by itself. May ask the person and take as long as they do.
    async fn ask_to_persist(&self) -> bool;
    /// The same in passing, where the browser decides by itself and shows nothing to the person.
    fn persist_in_passing(&self);
    /// Calls back with whether the app works offline, now and whenever it changes.
    fn on_installed(&self, callback: Box<dyn Fn(Installed)>);
    /// Switches to the newer version that waits, and reloads.
    fn apply_update(&self);
    /// How the app gets to the Home Screen here.
    fn home_screen(&self) -> HomeScreen;
    /// Asks the browser to put the app there, where it can.
    fn ask_to_install(&self);
    /// The language the browser prefers.
    fn language(&self) -> Lang;
    /// Whether the network is there, as far as the browser knows.
    fn online(&self) -> bool;
    /// Where the device is, as far as it can tell. May ask the person and take as long as they do.
    async fn place(&self) -> Option<Spot>;
    /// Opens the app anew, for example with other notes.
    fn reload(&self);
}

/// Why sound cannot be recorded or played. The interview goes on without it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SoundError {
    /// The person or the browser does not let us use the microphone.
    #[error("the microphone is not allowed")]
    Denied,
    /// There is none.
    #[error("there is no microphone")]
    NoMicrophone,
    /// This browser or address does not record.
    #[error("this browser does not record")]
    Unsupported,
    /// Nothing is recorded for another reason, in the browser's own words.
    #[error("nothing is recorded: {0}")]
    Failed(String),
    /// What was recorded cannot be played, in the browser's own words.
    #[error("it cannot be played: {0}")]
    Unplayable(String),
}

impl SoundError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            SoundError::Denied => words::MICROPHONE_DENIED.message(),
            SoundError::NoMicrophone => words::NO_MICROPHONE.message(),
            SoundError::Unsupported => words::CANNOT_RECORD.message(),
            SoundError::Failed(cause) => words::NOT_RECORDED.with("cause", cause.as_str()),
            SoundError::Unplayable(cause) => words::NOT_PLAYED.with("cause", cause.as_str()),
        }
    }
}

/// Why a recording ended although nobody stopped it. All that was heard before was delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SoundEnd {
    /// The microphone is gone: unplugged, or no longer allowed.
    TakenAway,
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl SoundEnd {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            SoundEnd::TakenAway => words::MICROPHONE_GONE.message(),
            SoundEnd::Failed(cause) => words::SOUND_BROKE_OFF.with("cause", cause.as_str()),
        }
    }
}

/// A piece of a recording. All of them, one after the other, are the sound; without those before it none can be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoundPiece {
    /// Which one it is, from 1 without a gap.
    pub number: u32,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The microphone, and sound to be heard.
#[async_trait(?Send)]
pub trait Sound {
    /// Whether this browser can record at all; whether it may is known when it is asked to.
    fn can_record(&self) -> bool;
    /// Begins to record. May ask the person and take as long as they do.
    ///
    /// Calls back with each piece, in order, as soon as it holds so many milliseconds of sound; a pause and the end
    /// cut one short. Calls back once if it ends although nobody stopped it, after its last piece.
    async fn record(
        &self,
        piece_ms: u32,
        on_piece: Box<dyn Fn(SoundPiece)>,
        on_end: Box<dyn Fn(SoundEnd)>,
    ) -> Result<Rc<dyn Recording>, SoundError>;
    /// Puts pieces together to sound that an `<audio>` can play, and gives its address. It takes up memory until it is
    /// forgotten.
    async fn play(&self, pieces: Vec<Vec<u8>>, media_type: &str) -> Result<String, SoundError>;
    /// Lets go of an address that [`Sound::play`] gave.
    fn forget(&self, url: &str);
}

/// A recording under way. When it is dropped, the microphone is closed and what was heard is still delivered.
#[async_trait(?Send)]
pub trait Recording {
    /// Its media type, such as `audio/webm;codecs=opus`.
    fn media_type(&self) -> String;
    /// Hears nothing until it goes on. What was heard before is delivered at once.
    fn pause(&self);
    /// Goes on after a pause.
    fn resume(&self);
    /// How loud it is at present, from 0 to 1; 0 in a pause, at the end, and where the browser does not tell.
    fn level(&self) -> f64;
    /// Ends it and closes the microphone. Comes back after the last piece was delivered.
    async fn stop(&self);
}

/// Preferences of how the app looks and speaks. They tell nothing of anybody, so they stay when everything is erased.
pub const LOOKS: [&str; 3] = ["language", "theme", "hand"];

/// Small preferences of this device: theme, language. Never notes.
pub trait Prefs {
    /// The preference, if set and readable.
    fn get(&self, name: &str) -> Option<String>;
    /// Keeps a preference. One that cannot be kept is lost without harm.
    fn set(&self, name: &str, value: &str);
    /// Forgets every preference but these.
    fn forget_all_but(&self, keep: &[&str]);
}

/// The world outside, as `main` puts it together.
#[derive(Clone)]
pub struct World {
    /// Where operations are kept.
    pub store: Rc<dyn Store>,
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// Breaks in long work.
    pub pace: Rc<dyn Pace>,
    /// Random numbers.
    pub ids: Rc<dyn Ids>,
    /// Giving files away.
    pub files: Rc<dyn Files>,
    /// Other tabs.
    pub tabs: Rc<dyn Tabs>,
    /// The device.
    pub device: Rc<dyn Device>,
    /// The microphone, and sound to be heard.
    pub sound: Rc<dyn Sound>,
    /// Small preferences.
    pub prefs: Rc<dyn Prefs>,
    /// Whether these are made-up notes for practice.
    pub practice: bool,
    /// Removes the made-up notes, whichever notes are open.
    pub erase_practice: ErasePractice,
    /// Where another Porchlight of this site keeps notes on this tablet, if one does: the path of its address.
    pub elsewhere: Option<String>,
}

/// Removes the made-up notes.
pub type ErasePractice = Rc<dyn Fn() -> LocalBoxFuture<'static, Result<(), StoreError>>>;

/// A text that names a state, kept beside the ports because several screens say it.
pub const PRACTICE: Text = crate::model::text::t("Practice notes", "Notas de práctica");
