//! What the app needs of the world outside, and how the world may fail it.
//!
//! The browser's side of each port is in `web`; the tests' side is in memory.

mod device;
mod files;
mod folders;
pub mod http;
pub mod place;
pub mod reach;
mod sound;
mod store;
mod tabs;
pub mod url;

pub use crate::log::segment::SegmentKey;
use crate::model::date::{Now, Zone};
use crate::model::text::Text;
use async_trait::async_trait;
pub use device::{Device, HomeScreen, Installed, Spot, StorageHealth};
pub use files::{FileError, Files, InFile, OutFile, Sent};
pub use folders::Folders;
use futures_util::future::LocalBoxFuture;
pub use http::Http;
pub use place::{Place, PlaceError};
pub use sound::{Recording, Sound, SoundEnd, SoundError, SoundPiece};
use std::rc::Rc;
pub use store::{Commit, Store, StoreError};
pub use tabs::{Role, TabNews, Tabs};

/// The sentences of this module.
pub mod words {
    crate::words! {
        FULL = "Not saved. Free up space, then try again", "No se guardó. Libere espacio e intente de nuevo";
        BEHIND = "Not saved. Porchlight is open in another tab, and notes were changed there. Try again", "No se guardó. Porchlight está abierto en otra pestaña y allí se cambiaron notas. Intente de nuevo";
        LOST = "Not saved. The browser closed the tablet’s storage. Save a rescue file, then reload", "No se guardó. El navegador cerró el almacenamiento de la tableta. Guarde un archivo de rescate y vuelva a cargar";
        UNAVAILABLE = "This browser does not let Porchlight save notes. Private windows often don’t. Use a normal window", "Este navegador no permite que Porchlight guarde notas. Las ventanas privadas a menudo no lo permiten. Use una ventana normal";
        NEWER = "These notes were saved by a newer Porchlight. Reload to get it; nothing was changed", "Estas notas las guardó un Porchlight más nuevo. Vuelva a cargar para obtenerlo; no se cambió nada";
        FAILED = "Not saved. The browser said: {cause}", "No se guardó. El navegador dijo: {cause}";
        MICROPHONE_DENIED = "The interview continues without audio: the microphone is not allowed. Allow it for this site in the browser’s settings, then try again", "La entrevista sigue sin audio: el micrófono no está permitido. Permítalo para este sitio en los ajustes del navegador e intente de nuevo";
        NO_MICROPHONE = "The interview continues without audio: no microphone was found. Connect one, then try again", "La entrevista sigue sin audio: no se encontró ningún micrófono. Conecte uno e intente de nuevo";
        CANNOT_RECORD = "The interview continues without audio: this browser can’t record it. An up-to-date Safari, Chrome, Edge or Firefox can", "La entrevista sigue sin audio: este navegador no puede grabarlo. Safari, Chrome, Edge o Firefox actualizados sí pueden";
        NOT_RECORDED = "The interview continues without audio. Close other apps that use the microphone, then try again. The browser said: {cause}", "La entrevista sigue sin audio. Cierre otras aplicaciones que usen el micrófono e intente de nuevo. El navegador dijo: {cause}";
        NOT_PLAYED = "The audio can’t be played here. The browser said: {cause}", "El audio no se puede reproducir aquí. El navegador dijo: {cause}";
        MICROPHONE_GONE = "The microphone was disconnected. Everything recorded so far is kept, and the interview continues without audio. Connect or allow it again to record the rest", "El micrófono se desconectó. Lo grabado hasta ahora se conserva y la entrevista sigue sin audio. Conéctelo o permítalo de nuevo para grabar el resto";
        SOUND_BROKE_OFF = "The recording stopped. Everything recorded so far is kept, and the interview continues without audio. Start again to record the rest. The browser said: {cause}", "La grabación se interrumpió. Lo grabado hasta ahora se conserva y la entrevista sigue sin audio. Empiece de nuevo para grabar el resto. El navegador dijo: {cause}";
    }
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

/// Preferences of how the app looks and speaks. They tell nothing of anybody, so they stay when everything is erased.
pub const LOOKS: [&str; 3] = ["language", "theme", "hand"];

/// The preference that tells whether somebody tapped “Start”.
pub const STARTED: &str = "started";

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
    /// What the store is called: a name that no other notes on this device have.
    pub name: String,
    /// Whether these are made-up notes for practice.
    pub practice: bool,
    /// Removes the made-up notes, whichever notes are open.
    pub erase_practice: ErasePractice,
    /// Where another Porchlight of this site keeps notes on this tablet, if one does: the path of its address.
    pub elsewhere: Option<String>,
}

/// What of the world syncing alone needs.
#[derive(Clone)]
pub struct Outside {
    /// Servers.
    pub http: Rc<dyn Http>,
    /// Folders of the device.
    pub folders: Rc<dyn Folders>,
}

/// Makes it for the store of this name.
pub type MakeOutside = fn(&str) -> Outside;

/// Removes the made-up notes.
pub type ErasePractice = Rc<dyn Fn() -> LocalBoxFuture<'static, Result<(), StoreError>>>;

/// A text that names a state, kept beside the ports because several screens say it.
pub const PRACTICE: Text = crate::model::text::t("Practice notes", "Notas de práctica");
