//! The device, the browser and what they tell.

use crate::model::address_book::PickedContact;
use crate::model::reach::Maps;
use crate::model::text::Lang;
use async_trait::async_trait;

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
    /// Within how many meters it is right, most of the time.
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
    /// How a place is shown on a map here.
    fn maps(&self) -> Maps;
    /// Whether the network is there, as far as the browser knows.
    fn online(&self) -> bool;
    /// Where the device is, as far as it can tell. May ask the person and take as long as they do.
    async fn place(&self) -> Option<Spot>;
    /// Whether the person can pick somebody from the address book of the device.
    fn has_address_book(&self) -> bool;
    /// Has the person pick somebody; none where they pick nobody.
    ///
    /// # Errors
    /// What the browser says, where it gives nobody.
    async fn pick_contact(&self) -> Result<Option<PickedContact>, String>;
    /// Opens the app anew, for example with other notes.
    fn reload(&self);
}
