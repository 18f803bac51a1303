//! Being an app without being one: kept on the tablet by the service worker, renewed only at a tap, put on the Home
//! Screen.
//!
//! `scripts/build/sw.js` is the other half; the two talk through `{type: 'activate' | 'stands' | 'ready' | 'failed'}`.

use crate::ports::Installed;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Event, EventTarget, MessageEvent, Navigator, RegistrationOptions, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerUpdateViaCache, VisibilityState,
};

/// Beside the page, wherever that is deployed; its folder is also its scope.
const WORKER: &str = "./sw.js";
/// A tablet that is never closed still asks for a newer version this often, when somebody looks at it.
const ASK_AGAIN_MS: f64 = 60.0 * 60.0 * 1000.0;

/// What the person answered to the browser's own installation dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompted {
    /// The app goes to the Home Screen.
    Accepted,
    /// Not now.
    Dismissed,
    /// The browser has no dialogue to show; see [`can_prompt`].
    Unavailable,
}

type Watcher = Rc<dyn Fn(Installed)>;

thread_local! {
    static STATE: RefCell<Installed> = const { RefCell::new(Installed::Installing) };
    static WATCHERS: RefCell<Vec<Watcher>> = const { RefCell::new(Vec::new()) };
    static REGISTRATION: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
    /// Another tab has switched to a newer version than this page's own.
    static OUTDATED: Cell<bool> = const { Cell::new(false) };
    static RELOAD_WANTED: Cell<bool> = const { Cell::new(false) };
    static LAST_ASKED: Cell<f64> = const { Cell::new(0.0) };
}

/// Calls `seen` with the state now, and again whenever it changes.
pub fn watch(seen: impl Fn(Installed) + 'static) {
    let watcher: Watcher = Rc::new(seen);
    WATCHERS.with_borrow_mut(|all| all.push(Rc::clone(&watcher)));
    watcher(STATE.with_borrow(Clone::clone));
}

/// Has the app kept on this tablet, and looks for newer versions from now on. Call it once, when the app stands.
pub fn register() {
    let Some(workers) = workers() else {
        return become_(Installed::Unsupported);
    };
    if cfg!(debug_assertions) {
        // A kept version would hide every change from the developer.
        spawn_local(unregister(workers));
        return become_(Installed::Unsupported);
    }
    tell_it_stands(&workers);
    listen(&workers, "message", |event| heard(&event));
    let mut controlled = workers.controller().is_some();
    listen(&workers, "controllerchange", move |_| {
        if RELOAD_WANTED.get() {
            reload();
        } else if controlled {
            OUTDATED.set(true);
        }
        // From no worker to the first one is not a change of version.
        controlled = true;
        judge();
    });
    spawn_local(install(workers));

    // The network is back, or somebody looks at a tablet that has rested: is there anything newer?
    let Some(window) = web_sys::window() else { return };
    listen(&window, "online", |_| look_again());
    if let Some(document) = window.document() {
        let looked_at = document.clone();
        listen(&document, "visibilitychange", move |_| {
            let rested = js_sys::Date::now() - LAST_ASKED.get() > ASK_AGAIN_MS;
            if rested && looked_at.visibility_state() == VisibilityState::Visible {
                look_again();
            }
        });
    }
}

/// Switches to the version that waits and loads the page again. Only ever at a person's tap, with no draft unsaved.
pub fn apply_update() {
    RELOAD_WANTED.set(true);
    let waiting = REGISTRATION.with_borrow(|known| known.as_ref().and_then(ServiceWorkerRegistration::waiting));
    // The page is loaded again when the new worker has taken over. With none waiting, another tab was faster.
    let asked = waiting.map(|worker| worker.post_message(&message("activate")));
    if !matches!(asked, Some(Ok(()))) {
        reload();
    }
}

/// Runs from the Home Screen or the app list, not in a browser's tab.
pub fn runs_as_app() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let displayed = |mode: &str| {
        let query = window.match_media(&format!("(display-mode: {mode})"));
        matches!(query, Ok(Some(list)) if list.matches())
    };
    let standalone_on_ios = Reflect::get(&window.navigator(), &"standalone".into());
    displayed("standalone") || displayed("fullscreen") || standalone_on_ios.is_ok_and(|is| is.is_truthy())
}

/// An iPhone or iPad, where installing is done by hand through the share menu.
pub fn is_ios() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let agent = window.navigator().user_agent().unwrap_or_default();
    let phone = ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name));
    // An iPad calls itself a Mac, but no Mac can be touched.
    phone || (agent.contains("Macintosh") && window.navigator().max_touch_points() > 1)
}

/// Whether [`prompt`] has a dialogue to show: in Chromium, once it finds the app worth installing.
pub fn can_prompt() -> bool {
    deferred_prompt().is_some()
}

/// Calls `changed` whenever the answer of [`can_prompt`] may have changed.
pub fn watch_prompt(changed: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let changed = Rc::new(changed);
    let on_offer = Rc::clone(&changed);
    listen(&window, "porchlight-can-install", move |_| on_offer());
    listen(&window, "appinstalled", move |_| {
        forget_prompt();
        changed();
    });
}

/// Shows the browser's installation dialogue. Call it from a tap; a dialogue can be shown once.
pub async fn prompt() -> Prompted {
    let Some(dialogue) = deferred_prompt() else { return Prompted::Unavailable };
    forget_prompt();
    let asked = async {
        let show: Function = Reflect::get(&dialogue, &"prompt".into())?.dyn_into()?;
        show.call0(&dialogue)?;
        let choice: Promise = Reflect::get(&dialogue, &"userChoice".into())?.dyn_into()?;
        let choice = JsFuture::from(choice).await?;
        Reflect::get(&choice, &"outcome".into())
    };
    match asked.await {
        Ok(outcome) if outcome == "accepted" => Prompted::Accepted,
        Ok(_) => Prompted::Dismissed,
        Err(_) => Prompted::Unavailable,
    }
}

/// Tells the service worker which app has started: only then does it let go of the version from before.
fn tell_it_stands(workers: &ServiceWorkerContainer) {
    // None on the very first start, and where the person has asked to load past it: then nothing is let go of.
    let Some(worker) = workers.controller() else { return };
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    // The links that the build writes; their addresses carry the hash of what they lead to.
    let address = |id| Reflect::get(&document.get_element_by_id(id)?.into(), &"href".into()).ok();
    let parts: Array = ["app-js", "app-wasm"].into_iter().filter_map(address).collect();
    let stands = message("stands");
    // Setting a field of a fresh object cannot fail, and a message that does not arrive is said again at the next start.
    drop(Reflect::set(&stands, &"parts".into(), &parts));
    drop(worker.post_message(&stands));
}

async fn install(workers: ServiceWorkerContainer) {
    LAST_ASKED.set(js_sys::Date::now());
    let options = RegistrationOptions::new();
    // The worker itself always comes from the server, or a cache could keep a tablet on one version.
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registration: ServiceWorkerRegistration =
        match JsFuture::from(workers.register_with_options(WORKER, &options)).await {
            Ok(registration) => registration.unchecked_into(),
            Err(error) => return become_(Installed::Failed(words(&error))),
        };
    follow_installing(&registration);
    let found = registration.clone();
    listen(&registration, "updatefound", move |_| {
        follow_installing(&found);
        judge();
    });
    REGISTRATION.set(Some(registration));
    judge();
}

/// The worker being installed changes state several times; each may change ours.
fn follow_installing(registration: &ServiceWorkerRegistration) {
    if let Some(worker) = registration.installing() {
        listen(&worker, "statechange", |_| judge());
    }
}

/// Derives the state from the workers the browser holds.
fn judge() {
    let Some(registration) = REGISTRATION.with_borrow(Clone::clone) else { return };
    let waiting = registration.waiting().is_some();
    become_(if registration.active().is_some() {
        // Whatever became active was stored whole before, so it counts even while it still takes over.
        if waiting || OUTDATED.get() { Installed::UpdateWaiting } else { Installed::Ready }
    } else if waiting || registration.installing().is_some() {
        Installed::Installing
    } else {
        // The worker has said why already, or soon will, or was stopped before it could.
        match STATE.with_borrow(Clone::clone) {
            Installed::Failed(reason) => Installed::Failed(reason),
            _ => Installed::Failed("the first version could not be stored".to_owned()),
        }
    });
}

fn heard(event: &Event) {
    let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
    let field = |name: &str| Reflect::get(&event.data(), &name.into()).ok().and_then(|value| value.as_string());
    match field("type").as_deref() {
        Some("ready") => judge(),
        Some("failed") => {
            let reason = field("reason").unwrap_or_default();
            web_sys::console::warn_1(&format!("Porchlight: a version was not stored: {reason}").into());
            let has_one =
                REGISTRATION.with_borrow(|known| known.as_ref().is_some_and(|known| known.active().is_some()));
            // With an older version in place nothing is lost, and the next look tries again.
            if !has_one {
                become_(Installed::Failed(reason));
            }
        }
        _ => {}
    }
}

/// Looks for a newer version; where nothing is kept yet, tries to keep the first one again.
fn look_again() {
    let known = REGISTRATION.with_borrow(Clone::clone);
    let Some(registration) = known.filter(|known| known.active().is_some()) else {
        if let Some(workers) = workers() {
            spawn_local(install(workers));
        }
        return;
    };
    LAST_ASKED.set(js_sys::Date::now());
    let Ok(asked) = registration.update() else { return };
    spawn_local(async move {
        // Offline is the usual reason to fail here, and normal.
        drop(JsFuture::from(asked).await);
        judge();
    });
}

fn become_(state: Installed) {
    if STATE.with_borrow(|now| *now == state) {
        return;
    }
    STATE.set(state.clone());
    // A copy of the list, since a watcher may well call `watch`.
    for watcher in WATCHERS.with_borrow(Clone::clone) {
        watcher(state.clone());
    }
}

async fn unregister(workers: ServiceWorkerContainer) {
    let Ok(found) = JsFuture::from(workers.get_registration()).await else { return };
    if let Ok(registration) = found.dyn_into::<ServiceWorkerRegistration>()
        && let Ok(unregistered) = registration.unregister()
    {
        drop(JsFuture::from(unregistered).await);
    }
}

/// `None` in a private window of Firefox and at plain http addresses, where the property is missing.
fn workers() -> Option<ServiceWorkerContainer> {
    let navigator: Navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"serviceWorker".into()).ok()?.dyn_into().ok()
}

/// The event that `scripts/build/boot.js` caught before the app stood.
fn deferred_prompt() -> Option<JsValue> {
    let boot = boot()?;
    let kept = Reflect::get(&boot, &"installPrompt".into()).ok()?;
    (!kept.is_falsy()).then_some(kept)
}

fn forget_prompt() {
    if let Some(boot) = boot() {
        // Nothing is lost if it stays: a used dialogue answers with an error.
        drop(Reflect::delete_property(&boot, &"installPrompt".into()));
    }
}

fn boot() -> Option<Object> {
    let window = web_sys::window()?;
    Reflect::get(&window, &"porchlight".into()).ok()?.dyn_into().ok()
}

fn reload() {
    // A page that cannot be loaded again goes on as it is.
    drop(web_sys::window().map(|window| window.location().reload()));
}

fn message(kind: &str) -> JsValue {
    let message = Object::new();
    // Setting a field of a fresh object cannot fail.
    drop(Reflect::set(&message, &"type".into(), &kind.into()));
    message.into()
}

fn words(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}

/// Listens for as long as the page lives.
fn listen(target: &EventTarget, name: &str, heard: impl FnMut(Event) + 'static) {
    let heard = Closure::<dyn FnMut(Event)>::new(heard);
    if target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref()).is_ok() {
        heard.forget();
    }
}
