//! Starts the app: wires the browser's side of the ports into the app and mounts the screens. Natively it is the program
//! for a desk.

#[cfg(target_arch = "wasm32")]
fn main() {
    porchlight::web::stop::watch_for_panics();
    wasm_bindgen_futures::spawn_local(browser::run());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    porchlight::desk::run(std::env::args_os().skip(1))
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use futures_util::FutureExt;
    use porchlight::capabilities;
    use porchlight::capabilities::practice::PRACTICE as PRACTICE_NOTES;
    use porchlight::chunk;
    use porchlight::model::unicode;
    use porchlight::ports::{MakeOutside, Outside, Prefs, STARTED, Store, StoreError, World};
    use porchlight::ui;
    use porchlight::web::clock::BrowserClock;
    use porchlight::web::device::BrowserDevice;
    use porchlight::web::fetch::BrowserHttp;
    use porchlight::web::files::BrowserFiles;
    use porchlight::web::folders::BrowserFolders;
    use porchlight::web::ids::BrowserIds;
    use porchlight::web::indexed_db::IndexedDb;
    use porchlight::web::pace::BrowserPace;
    use porchlight::web::prefs::BrowserPrefs;
    use porchlight::web::sound::BrowserSound;
    use porchlight::web::tabs::BrowserTabs;
    use porchlight::web::{install, stop};
    use porchlight::work::claim::{self, Claim};
    use std::rc::Rc;

    /// The database of the notes.
    const NOTES: &str = "porchlight";
    /// How the name of the database ends in which the folders to sync with are remembered.
    const FOLDERS: &str = " folders";
    /// The database of made-up notes, apart from the real ones.
    const PRACTICE: &str = "porchlight-practice";

    static MAKE: MakeOutside = |name| Outside {
        http: Rc::new(BrowserHttp),
        folders: Rc::new(BrowserFolders::of(&format!("{name}{FOLDERS}"))),
    };

    chunk! {
        /// What reaches servers and folders, beside what syncs with them.
        static OUTSIDE: MakeOutside = places => MAKE;
    }

    pub async fn run() {
        unicode::decompose_with(porchlight::web::unicode::decompose);
        match open().await {
            Ok(world) => {
                match ui::start(world, capabilities::ALL, capabilities::kinds::KINDS, &PRACTICE_NOTES, &OUTSIDE).await {
                    Ok(()) => install::register(),
                    Err(error) => stop::did_not_start(&error.message().to_string()),
                }
            }
            Err(error) => stop::did_not_start(&error.message().to_string()),
        }
    }

    /// The world, with the notes that are this app's: several may be served from one site.
    async fn open() -> Result<World, StoreError> {
        let path = path();
        let (plain, apart) = (IndexedDb::open(NOTES).await?, format!(" {path}"));
        let noted_apart = async || match BrowserPrefs::at(&path, false).get(STARTED) {
            // Nothing is opened for whoever comes for the first time.
            None => Ok(false),
            Some(_) => claim::holds_notes(&IndexedDb::open(&format!("{NOTES}{apart}")).await?).await,
        };
        let (first, suffix, elsewhere) = match claim::claim(&plain, &path, noted_apart).await? {
            Claim::Ours => (true, String::new(), None),
            Claim::Theirs(theirs) => (false, apart, claim::holds_notes(&plain).await?.then_some(theirs)),
            Claim::Apart => (false, apart, None),
        };
        let prefs = BrowserPrefs::at(&path, first);
        let practice = prefs.get("practice").is_some_and(|answer| answer == "yes");
        let made_up = format!("{PRACTICE}{suffix}");
        let name = if practice { made_up.clone() } else { format!("{NOTES}{suffix}") };
        let store = if name == NOTES { plain } else { IndexedDb::open(&name).await? };
        Ok(World {
            store: Rc::new(store),
            clock: Rc::new(BrowserClock),
            pace: Rc::new(BrowserPace::default()),
            ids: Rc::new(BrowserIds),
            files: Rc::new(BrowserFiles),
            tabs: Rc::new(BrowserTabs::join(&name)),
            device: Rc::new(BrowserDevice),
            sound: Rc::new(BrowserSound),
            prefs: Rc::new(prefs),
            name,
            practice,
            erase_practice: Rc::new(move || {
                let made_up = made_up.clone();
                async move { IndexedDb::open(&made_up).await?.clear().await }.boxed_local()
            }),
            elsewhere,
        })
    }

    /// The folder this page is served from.
    fn path() -> String {
        let location = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
        location.rfind('/').map_or_else(|| "/".to_owned(), |end| location[..=end].to_owned())
    }
}
