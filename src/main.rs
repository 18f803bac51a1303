//! Starts the app: wires the browser's side of the ports into the app and mounts the screens.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(browser::run());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Porchlight runs in a browser. `make run` builds and serves it.");
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::Reflect;
    use porchlight::domain::text::Message;
    use porchlight::ports::{Prefs, World};
    use porchlight::ui;
    use porchlight::web::clock::BrowserClock;
    use porchlight::web::device::BrowserDevice;
    use porchlight::web::files::BrowserFiles;
    use porchlight::web::ids::BrowserIds;
    use porchlight::web::indexed_db::IndexedDb;
    use porchlight::web::install;
    use porchlight::web::pace::BrowserPace;
    use porchlight::web::prefs::BrowserPrefs;
    use porchlight::web::sound::BrowserSound;
    use porchlight::web::tabs::BrowserTabs;
    use std::rc::Rc;
    use wasm_bindgen::{JsCast, JsValue};

    /// The database of the notes.
    const NOTES: &str = "porchlight";
    /// The database of made-up notes, apart from the real ones.
    const PRACTICE: &str = "porchlight-practice";

    pub async fn run() {
        let prefs = BrowserPrefs;
        let practice = prefs.get("practice").is_some_and(|answer| answer == "yes");
        let name = if practice { PRACTICE } else { NOTES };
        let store = match IndexedDb::open(name).await {
            Ok(store) => store,
            Err(error) => return fail(&error.message()),
        };
        let world = World {
            store: Rc::new(store),
            clock: Rc::new(BrowserClock),
            pace: Rc::new(BrowserPace),
            ids: Rc::new(BrowserIds),
            files: Rc::new(BrowserFiles),
            tabs: Rc::new(BrowserTabs::join(name)),
            device: Rc::new(BrowserDevice),
            sound: Rc::new(BrowserSound),
            prefs: Rc::new(prefs),
            practice,
        };
        match ui::start(world).await {
            Ok(()) => install::register(),
            Err(error) => fail(&error.message()),
        }
    }

    /// Shows the plain page that was there before the app, with the reason.
    fn fail(message: &Message) {
        let porchlight = Reflect::get(&js_sys::global(), &JsValue::from_str("porchlight"));
        let failed = porchlight.and_then(|porchlight| Reflect::get(&porchlight, &JsValue::from_str("failed")));
        if let Ok(failed) = failed
            && let Some(failed) = failed.dyn_ref::<js_sys::Function>()
        {
            drop(failed.call1(&JsValue::NULL, &JsValue::from_str(&message.to_string())));
        }
    }
}
