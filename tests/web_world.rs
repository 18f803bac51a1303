//! The smaller ports in a real browser: files, preferences, the device, time and chance.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

mod pretend;

use js_sys::{Array, Reflect, Uint8Array};
use porchlight::model::date::Zone;
use porchlight::model::fold::fold;
use porchlight::model::text::Lang;
use porchlight::model::unicode;
use porchlight::ports::*;
use porchlight::web::clock::BrowserClock;
use porchlight::web::device::BrowserDevice;
use porchlight::web::files::{BrowserFiles, PickedFile};
use porchlight::web::ids::BrowserIds;
use porchlight::web::prefs::BrowserPrefs;
use pretend::{Pretend, js, navigator};
use std::cell::Cell;
use std::collections::HashSet;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn out_file() -> OutFile {
    let pieces = vec![b"[1,".to_vec(), vec![], "\"é\"]".as_bytes().to_vec()];
    OutFile { name: "notes ñ.json".to_owned(), media_type: "application/json", pieces }
}

/// Makes `<a>.click()` note the link instead of following it.
fn watch_downloads() -> Pretend {
    let prototype = js("return HTMLAnchorElement.prototype");
    Pretend::that(&prototype, "click", &js("self.link = null; return function () { self.link = this; }"))
}

async fn assert_downloaded() {
    assert_eq!(js("return self.link.download"), "notes ñ.json");
    let body =
        js("return fetch(self.link.href).then(async got => got.headers.get('content-type') + ' ' + await got.text())");
    assert_eq!(JsFuture::from(body.unchecked_into::<js_sys::Promise>()).await.unwrap(), "application/json [1,\"é\"]");
}

#[wasm_bindgen_test]
async fn a_file_is_downloaded_whole() {
    let _watched = watch_downloads();
    assert_eq!(BrowserFiles.give(out_file(), false).await, Ok(Sent::Downloaded));
    assert_downloaded().await;
}

#[wasm_bindgen_test]
async fn without_a_share_sheet_files_are_downloaded() {
    let _none = Pretend::that(&navigator(), "canShare", &JsValue::UNDEFINED);
    assert!(!BrowserFiles.can_share());
    let _watched = watch_downloads();
    assert_eq!(BrowserFiles.give(out_file(), true).await, Ok(Sent::Downloaded));
    assert_downloaded().await;
}

#[wasm_bindgen_test]
async fn the_share_sheet_gets_the_file() {
    let _can = Pretend::that(&navigator(), "canShare", &js("return data => data.files.length === 1"));
    let share = js("return data => { self.shared = data.files[0]; return Promise.resolve() }");
    let _sheet = Pretend::that(&navigator(), "share", &share);
    let _watched = watch_downloads();
    assert!(BrowserFiles.can_share());
    assert_eq!(BrowserFiles.give(out_file(), true).await, Ok(Sent::Shared));
    assert_eq!(js("return self.shared.name + self.shared.type + self.shared.size"), "notes ñ.jsonapplication/json8");
    assert_eq!(js("return self.link"), JsValue::NULL, "it is not downloaded besides");
    // Whoever does not ask for it does not get it.
    assert_eq!(BrowserFiles.give(out_file(), false).await, Ok(Sent::Downloaded));
}

#[wasm_bindgen_test]
async fn a_share_sheet_that_is_closed_is_no_failure_and_one_that_refuses_no_loss() {
    let _can = Pretend::that(&navigator(), "canShare", &js("return () => true"));
    let _watched = watch_downloads();
    {
        let _sheet = Pretend::that(
            &navigator(),
            "share",
            &js("return () => Promise.reject(new DOMException('', 'AbortError'))"),
        );
        assert_eq!(BrowserFiles.give(out_file(), true).await, Err(FileError::Cancelled));
        assert_eq!(js("return self.link"), JsValue::NULL);
    }
    let refuse = js("return () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))");
    let _sheet = Pretend::that(&navigator(), "share", &refuse);
    assert_eq!(BrowserFiles.give(out_file(), true).await, Ok(Sent::Downloaded));
    assert_downloaded().await;
}

#[wasm_bindgen_test]
async fn the_share_sheet_is_asked_within_the_tap() {
    // Browsers open it only in the wake of a tap: it must be asked at the first step, before anything is waited for.
    let _can = Pretend::that(&navigator(), "canShare", &js("return () => true"));
    let _sheet = Pretend::that(
        &navigator(),
        "share",
        &js("self.asked = false; return () => { self.asked = true; return Promise.resolve() }"),
    );
    let mut giving = BrowserFiles.give(out_file(), true);
    assert!(futures_util::poll!(&mut giving).is_pending());
    assert_eq!(js("return self.asked"), true);
    assert_eq!(giving.await, Ok(Sent::Shared));
}

#[wasm_bindgen_test]
async fn a_picked_file_is_read_in_pieces() {
    let all: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let parts = Array::of1(&Uint8Array::from(all.as_slice()));
    let file = PickedFile::new(web_sys::File::new_with_u8_array_sequence(&parts, "in.json").unwrap());
    assert_eq!((file.name().as_str(), file.size()), ("in.json", 100_000));
    assert_eq!(file.read(0, 10).await.unwrap(), all[..10]);
    assert_eq!(file.read(99_990, 100).await.unwrap(), all[99_990..]);
    assert_eq!(file.read(5, usize::MAX).await.unwrap(), all[5..]);
    assert_eq!(file.read(100_000, 10).await, Ok(vec![]));
    assert_eq!(file.read(u64::MAX, 10).await, Ok(vec![]));
    assert_eq!(file.read(7, 0).await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn a_file_that_went_away_is_an_error() {
    let parts = Array::of1(&Uint8Array::new_with_length(10));
    let file = web_sys::File::new_with_u8_array_sequence(&parts, "gone").unwrap();
    let gone = "const piece = new Blob(); piece.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotFoundError')); return () => piece;";
    Reflect::set(&file, &"slice".into(), &js(gone)).unwrap();
    assert_eq!(PickedFile::new(file).read(0, 10).await, Err(FileError::Failed("NotFoundError: moved".to_owned())));
}

#[wasm_bindgen_test]
fn a_preference_stays_as_the_first_script_reads_it() {
    let prefs = BrowserPrefs::at("/test/", false);
    prefs.set("theme", "dark \"é\"");
    assert_eq!(prefs.get("theme").as_deref(), Some("dark \"é\""));
    assert_eq!(js("return JSON.parse(localStorage.getItem('porchlight /test/ theme'))"), "dark \"é\"");
    assert_eq!(prefs.get("never-set"), None);
    js("localStorage.setItem('porchlight /test/ theme', 'not JSON')");
    assert_eq!(prefs.get("theme"), None);
    js("localStorage.clear()");
}

#[wasm_bindgen_test]
fn two_apps_of_one_site_share_no_preference_but_how_they_looked_before() {
    js("localStorage.setItem('town', '\"Willimantic\"'); localStorage.setItem('theme', '\"sunlight\"')");
    let (first, other) = (BrowserPrefs::at("/", true), BrowserPrefs::at("/test/", false));
    assert_eq!([first.get("town"), other.get("town")], [Some("Willimantic".to_owned()), None]);
    assert_eq!(other.get("theme").as_deref(), Some("sunlight"));
    first.set("town", "Mansfield");
    other.set("town", "Storrs");
    assert_eq!([first.get("town"), other.get("town")], [Some("Mansfield".to_owned()), Some("Storrs".to_owned())]);
    js("localStorage.clear()");
}

#[wasm_bindgen_test]
fn everything_erased_leaves_no_preference_that_tells_of_anybody() {
    let plain = "localStorage.setItem('town', '\"Willimantic\"'); localStorage.setItem('not ours', 'stays')";
    js(plain);
    let (first, other) = (BrowserPrefs::at("/", true), BrowserPrefs::at("/test/", false));
    for name in ["town", "interview_guide", "theme", "language"] {
        first.set(name, "x");
        other.set(name, "y");
    }
    other.forget_all_but(&LOOKS);
    assert_eq!(js("return localStorage.getItem('town')"), "\"Willimantic\"");
    first.forget_all_but(&LOOKS);
    let left = js("return Object.keys(localStorage).sort().join()");
    assert_eq!(
        left,
        "not ours,porchlight / language,porchlight / theme,porchlight /test/ language,porchlight /test/ theme"
    );
    assert_eq!(first.get("town"), None);
    js("localStorage.clear()");
}

#[wasm_bindgen_test]
fn preferences_that_cannot_be_kept_do_no_harm() {
    let prefs = BrowserPrefs::at("/", true);
    {
        let prototype = js("return Storage.prototype");
        let full = js("return () => { throw new DOMException('full', 'QuotaExceededError') }");
        let _full = Pretend::that(&prototype, "setItem", &full);
        prefs.set("test-full", "x");
    }
    assert_eq!(prefs.get("test-full"), None);
    let window: JsValue = web_sys::window().unwrap().into();
    let _none = Pretend::that(&window, "localStorage", &JsValue::NULL);
    prefs.set("test-none", "x");
    assert_eq!(prefs.get("test-none"), None);
    prefs.forget_all_but(&[]);
}

#[wasm_bindgen_test]
fn notes_are_asked_to_stay_in_passing_where_nobody_is_asked() {
    let storage = js("self.asked = 0; return { persist: () => { self.asked += 1; return Promise.resolve(false) } }");
    let _storage = Pretend::that(&navigator(), "storage", &storage);
    for (agent, asked) in [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", 0),
        ("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1", 1),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", 2),
    ] {
        let _agent = Pretend::that(&navigator(), "userAgent", &agent.into());
        BrowserDevice.persist_in_passing();
        assert_eq!(js("return self.asked"), asked);
    }
}

#[wasm_bindgen_test]
fn the_clock_is_the_browsers() {
    let before = js_sys::Date::now() as i64;
    let now = BrowserClock.now();
    assert!((before..=js_sys::Date::now() as i64).contains(&now.ms));
    // Its own idea of local time agrees with ours, with the sign of the offset right.
    let local = js("const d = new Date(1790000000000); return d.getHours() * 60 + d.getMinutes()").as_f64().unwrap();
    let offset = js("return new Date(1790000000000).getTimezoneOffset()").as_f64().unwrap();
    assert_eq!(local, (1_790_000_000.0_f64 / 60.0).floor().rem_euclid(1440.0) - offset);
    // Each season has the offset of its own.
    for ms in [1_768_478_400_000_i64, 1_784_116_800_000] {
        let theirs = js(&format!("return new Date({ms}).getTimezoneOffset()")).as_f64().unwrap();
        assert_eq!(f64::from(BrowserClock.offset_at(ms)), 0.0 - theirs);
    }
    let prototype = js("return Date.prototype");
    let _far = Pretend::that(&prototype, "getTimezoneOffset", &js("return () => -345"));
    assert_eq!(BrowserClock.now().offset_minutes, 345);
}

#[wasm_bindgen_test]
fn random_numbers_are_all_different_in_every_part() {
    let numbers: Vec<u128> = (0..1000).map(|_| BrowserIds.random()).collect();
    for shift in [0, 64] {
        let halves: HashSet<u64> = numbers.iter().map(|number| (number >> shift) as u64).collect();
        assert_eq!(halves.len(), 1000);
    }
    let broken = js("return () => { throw new Error('no chance') }");
    let _broken = Pretend::that(&js("return Crypto.prototype"), "getRandomValues", &broken);
    let numbers: HashSet<u128> = (0..1000).map(|_| BrowserIds.random()).collect();
    assert_eq!(numbers.len(), 1000);
    assert!(numbers.iter().any(|number| number >> 120 != 0));
}

#[wasm_bindgen_test]
async fn storage_health_is_told_where_the_browser_tells_it() {
    let health = BrowserDevice.storage_health().await;
    let there = js("return !!navigator.storage").is_truthy();
    assert_eq!(health.persisted.is_some(), there);
    assert_eq!(health.quota.is_some(), there);
    assert!(health.quota.is_none_or(|quota| quota > 0.0) && health.used.is_none_or(|used| used >= 0.0));
}

#[wasm_bindgen_test]
async fn a_browser_that_says_nothing_about_its_storage_is_no_failure() {
    {
        let _none = Pretend::that(&navigator(), "storage", &JsValue::UNDEFINED);
        assert_eq!(BrowserDevice.storage_health().await, StorageHealth::default());
        assert!(!BrowserDevice.ask_to_persist().await);
    }
    // One that knows half of it, and one that fails.
    let half = js(
        "return { persisted: () => Promise.resolve(true), estimate: () => Promise.reject(new Error('no')), persist() { throw 1 } }",
    );
    let _half = Pretend::that(&navigator(), "storage", &half);
    let known = StorageHealth { persisted: Some(true), ..StorageHealth::default() };
    assert_eq!(BrowserDevice.storage_health().await, known);
    assert!(!BrowserDevice.ask_to_persist().await);
}

#[wasm_bindgen_test]
fn the_language_is_the_first_that_we_speak() {
    for (tags, lang) in
        [("['fr-FR', 'es-MX', 'en']", Lang::Es), ("['en-US', 'es']", Lang::En), ("['fr']", Lang::En), ("[]", Lang::En)]
    {
        let _speaks = Pretend::that(&navigator(), "languages", &js(&format!("return {tags}")));
        assert_eq!(BrowserDevice.language(), lang, "{tags}");
    }
}

#[wasm_bindgen_test]
fn the_network_is_there_or_not() {
    for there in [true, false] {
        let _network = Pretend::that(&navigator(), "onLine", &there.into());
        assert_eq!(BrowserDevice.online(), there);
    }
}

#[wasm_bindgen_test]
fn whether_it_works_offline_is_told_at_once() {
    let told = Rc::new(Cell::new(0));
    let count = told.clone();
    BrowserDevice.on_installed(Box::new(move |_| count.set(count.get() + 1)));
    assert_eq!(told.get(), 1);
}

#[wasm_bindgen_test]
fn an_ordinary_tab_is_not_on_the_home_screen() {
    assert!(matches!(BrowserDevice.home_screen(), HomeScreen::Unknown | HomeScreen::CanAsk));
    let _standalone = Pretend::that(&navigator(), "standalone", &true.into());
    assert_eq!(BrowserDevice.home_screen(), HomeScreen::Installed);
}

#[wasm_bindgen_test]
fn the_browser_takes_letters_of_other_scripts_apart() {
    unicode::decompose_with(porchlight::web::unicode::decompose);
    for (text, folded) in
        [("Ελλάδα Йод", "ελλαδα иод"), ("\u{d55c}", "\u{1112}\u{1161}\u{11ab}"), ("José Núñez", "jose nunez")]
    {
        assert_eq!(fold(text), folded);
    }
}
