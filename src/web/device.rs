//! The device: its storage, its home screen, its language.

use crate::model::address_book::PickedContact;
use crate::model::reach::Maps;
use crate::model::text::Lang;
use crate::ports::{Device, HomeScreen, Installed, Spot, StorageHealth};
use crate::web::{address_book, install};
use async_trait::async_trait;
use futures_util::join;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Navigator, PositionOptions, StorageEstimate, StorageManager};

/// How long the tablet may look for its place.
const PLACE_MS: u32 = 20_000;

/// The device as its browser describes it.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserDevice;

#[async_trait(?Send)]
impl Device for BrowserDevice {
    async fn storage_health(&self) -> StorageHealth {
        let Some(storage) = storage() else { return StorageHealth::default() };
        let persisted = answer(storage.persisted());
        let estimate = answer(storage.estimate());
        let (persisted, estimate) = join!(persisted, estimate);
        let estimate: Option<StorageEstimate> = estimate.map(JsCast::unchecked_into);
        StorageHealth {
            persisted: persisted.and_then(|promised| promised.as_bool()),
            used: estimate.as_ref().and_then(StorageEstimate::get_usage),
            quota: estimate.as_ref().and_then(StorageEstimate::get_quota),
        }
    }

    /// As the port says. Never to be awaited on the way to the first screen: Firefox asks the person, and where there
    /// is nobody to ask never answers.
    async fn ask_to_persist(&self) -> bool {
        match storage() {
            Some(storage) => answer(storage.persist()).await.is_some_and(|promised| promised.is_truthy()),
            None => false,
        }
    }

    fn persist_in_passing(&self) {
        // Firefox alone asks the person, who is in the middle of something else.
        let asks_the_person = navigator().and_then(|navigator| navigator.user_agent().ok());
        if asks_the_person.is_none_or(|agent| agent.contains("Firefox/")) {
            return;
        }
        if let Some(Ok(asked)) = storage().map(|storage| storage.persist()) {
            // How it stands is shown where one looks for it.
            spawn_local(async move { drop(JsFuture::from(asked).await) });
        }
    }

    fn on_installed(&self, callback: Box<dyn Fn(Installed)>) {
        install::watch(callback);
    }

    fn apply_update(&self) {
        install::apply_update();
    }

    fn home_screen(&self) -> HomeScreen {
        if install::runs_as_app() {
            HomeScreen::Installed
        } else if install::can_prompt() {
            HomeScreen::CanAsk
        } else if install::is_ios() {
            HomeScreen::ByShareButton
        } else {
            HomeScreen::Unknown
        }
    }

    fn ask_to_install(&self) {
        // What the person answers shows in `home_screen`.
        spawn_local(async {
            install::prompt().await;
        });
    }

    fn language(&self) -> Lang {
        let preferred = navigator().map(|navigator| navigator.languages()).unwrap_or_default();
        let mut tags = preferred.iter().filter_map(|tag| tag.as_string());
        tags.find_map(|tag| Lang::from_tag(&tag)).unwrap_or_default()
    }

    fn maps(&self) -> Maps {
        navigator().and_then(|navigator| navigator.user_agent().ok()).map_or(Maps::default(), |agent| Maps::of(&agent))
    }

    fn online(&self) -> bool {
        navigator().is_none_or(|navigator| navigator.on_line())
    }

    async fn place(&self) -> Option<Spot> {
        let geolocation = web_sys::window()?.navigator().geolocation().ok()?;
        let asked = Promise::new(&mut |found, failed| {
            let options = PositionOptions::new();
            options.set_enable_high_accuracy(true);
            options.set_timeout(PLACE_MS);
            if let Err(error) =
                geolocation.get_current_position_with_error_callback_and_options(&found, Some(&failed), &options)
            {
                drop(failed.call1(&JsValue::NULL, &error));
            }
        });
        let position = JsFuture::from(asked).await.ok()?;
        let number = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok()?.as_f64();
        let coordinates = Reflect::get(&position, &JsValue::from_str("coords")).ok()?;
        Some(Spot {
            lat: number(&coordinates, "latitude")?,
            lon: number(&coordinates, "longitude")?,
            accuracy_m: number(&coordinates, "accuracy")?,
        })
    }

    fn has_address_book(&self) -> bool {
        address_book::known().is_some()
    }

    async fn pick_contact(&self) -> Result<Option<PickedContact>, String> {
        address_book::pick().await.map_err(|error| js_sys::Error::from(error).message().into())
    }

    fn reload(&self) {
        if let Some(window) = web_sys::window() {
            // A page that cannot be loaded again goes on as it is.
            drop(window.location().reload());
        }
    }
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

/// What the browser tells about its storage. It does not everywhere, and never at addresses that are not secure.
fn storage() -> Option<StorageManager> {
    let navigator = navigator()?;
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    storage.is_object().then(|| storage.unchecked_into())
}

/// The answer to a question, if the browser understands it and answers.
async fn answer(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}
