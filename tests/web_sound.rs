//! The microphone in a real browser. Chromium and Firefox are given one that beeps (`scripts/webdriver/`).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod pretend;

use js_sys::Promise;
use porchlight::ports::{Recording, Sound, SoundEnd, SoundError, SoundPiece};
use porchlight::web::sound::BrowserSound;
use pretend::{Pretend, js, navigator};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Whether there is a microphone to test with. WebKit gives us none.
fn has_microphone() -> bool {
    js("return /Chrome|Firefox/.test(navigator.userAgent)").is_truthy()
}

async fn wait(promise: JsValue) -> JsValue {
    JsFuture::from(promise.unchecked_into::<Promise>()).await.unwrap()
}

async fn sleep(ms: u32) {
    wait(js(&format!("return new Promise(done => setTimeout(done, {ms}))"))).await;
}

/// What a recording brought, in the order in which it came.
#[derive(Clone, Default)]
struct Heard {
    pieces: Rc<RefCell<Vec<SoundPiece>>>,
    ends: Rc<RefCell<Vec<SoundEnd>>>,
    /// How many pieces there were when the end came.
    before_the_end: Rc<RefCell<Vec<usize>>>,
}

impl Heard {
    async fn record(&self, piece_ms: u32) -> Result<Rc<dyn Recording>, SoundError> {
        let (pieces, ends, at_end) = (self.pieces.clone(), self.ends.clone(), self.clone());
        let on_piece = Box::new(move |piece| pieces.borrow_mut().push(piece));
        let on_end = Box::new(move |end| {
            at_end.before_the_end.borrow_mut().push(at_end.count());
            ends.borrow_mut().push(end);
        });
        BrowserSound.record(piece_ms, on_piece, on_end).await
    }

    fn count(&self) -> usize {
        self.pieces.borrow().len()
    }

    async fn until(&self, count: usize) {
        for _ in 0..500 {
            if self.count() >= count {
                return;
            }
            sleep(20).await;
        }
        panic!("only {} pieces of {count} came", self.count());
    }

    fn assert_in_order(&self) {
        let numbers: Vec<u32> = self.pieces.borrow().iter().map(|piece| piece.number).collect();
        assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>());
        assert!(self.pieces.borrow().iter().all(|piece| !piece.bytes.is_empty()));
    }

    fn bytes(&self) -> Vec<Vec<u8>> {
        self.pieces.borrow().iter().map(|piece| piece.bytes.clone()).collect()
    }
}

/// Notes every stream that is given and every context that is made, in `self.streams` and `self.contexts`.
fn watched() -> [Pretend; 2] {
    js("self.streams = []; self.contexts = [];");
    let devices = js("return navigator.mediaDevices");
    let ask = js("const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        return async wanted => { const stream = await ask(wanted); self.streams.push(stream); return stream }");
    let context = js("return class extends AudioContext { constructor() { super(); self.contexts.push(this) } }");
    [Pretend::that(&devices, "getUserMedia", &ask), Pretend::that(&js_sys::global(), "AudioContext", &context)]
}

/// Whether nothing listens any more.
fn all_is_closed() -> bool {
    js("return self.streams.every(s => s.getTracks().every(track => track.readyState === 'ended'))
        && self.contexts.every(context => context.state === 'closed')")
    .is_truthy()
}

async fn assert_all_is_closed() {
    assert!(js("return self.streams.length > 0").is_truthy());
    // A context takes a moment.
    for _ in 0..100 {
        if all_is_closed() {
            return;
        }
        sleep(20).await;
    }
    panic!("the microphone is open");
}

#[wasm_bindgen_test]
async fn pieces_come_in_order_and_together_are_the_sound() {
    if !has_microphone() {
        return;
    }
    let _watched = watched();
    let heard = Heard::default();
    let recording = heard.record(500).await.unwrap();
    assert!(BrowserSound.can_record());
    heard.until(1).await;
    let media_type = recording.media_type();
    assert!(media_type.starts_with("audio/") && media_type.contains("opus"), "{media_type}");
    let tracks = js("return self.streams[0].getTracks().map(t => t.kind + (t.getSettings().channelCount ?? 1)).join()");
    assert_eq!(tracks, "audio1");
    heard.until(4).await;
    recording.stop().await;
    let count = heard.count();
    assert_all_is_closed().await;
    assert_eq!(recording.level(), 0.0);
    recording.pause();
    recording.resume();
    recording.stop().await;
    sleep(700).await;
    assert_eq!(heard.count(), count, "nothing comes after the end");
    heard.assert_in_order();
    assert_eq!(*heard.ends.borrow(), [], "nobody is told of an end that they asked for");

    // What is cut off by a kill can be played as well, up to there.
    for (pieces, least) in [(heard.bytes(), 1.8), (heard.bytes()[..2].to_vec(), 0.8)] {
        let url = BrowserSound.play(pieces, &media_type).await.unwrap();
        let decoded = format!(
            "return fetch('{url}').then(async got => {{
                const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(await got.arrayBuffer());
                return [got.headers.get('content-type'), sound.duration];
            }})"
        );
        let decoded: js_sys::Array = wait(js(&decoded)).await.unchecked_into();
        // Firefox tells it without the codec.
        let told = decoded.get(0).as_string().unwrap();
        assert!(media_type.starts_with(&told) && told.starts_with("audio/"), "{told}");
        let seconds = decoded.get(1).as_f64().unwrap();
        assert!(seconds >= least, "{seconds}");
        let playable = format!(
            "return new Promise((done, failed) => {{
                const audio = new Audio('{url}');
                audio.onloadedmetadata = () => done('it plays');
                audio.onerror = () => failed(audio.error);
            }})"
        );
        assert_eq!(wait(js(&playable)).await, "it plays");
        BrowserSound.forget(&url);
        assert_eq!(wait(js(&format!("return fetch('{url}').catch(() => 'gone')"))).await, "gone");
        BrowserSound.forget(&url);
    }
}

#[wasm_bindgen_test]
async fn a_piece_that_is_read_slowly_is_not_overtaken() {
    if !has_microphone() {
        return;
    }
    let slow = js("const read = Blob.prototype.arrayBuffer; let count = 0;
        return async function () {
            if (count++ % 2 === 0) await new Promise(done => setTimeout(done, 500));
            return read.call(this);
        }");
    let _slow = Pretend::that(&js("return Blob.prototype"), "arrayBuffer", &slow);
    let heard = Heard::default();
    let recording = heard.record(200).await.unwrap();
    // Firefox writes Ogg a second at a time, however short the pieces that are asked for.
    heard.until(4).await;
    recording.stop().await;
    let count = heard.count();
    sleep(1000).await;
    assert_eq!(heard.count(), count, "stopping waits for the last");
    heard.assert_in_order();
}

#[wasm_bindgen_test]
async fn in_a_pause_nothing_is_heard_and_what_was_heard_before_is_here() {
    if !has_microphone() {
        return;
    }
    let heard = Heard::default();
    let recording = heard.record(60_000).await.unwrap();
    sleep(600).await;
    recording.pause();
    heard.until(1).await;
    sleep(300).await;
    assert_eq!((heard.count(), recording.level()), (1, 0.0));
    recording.resume();
    sleep(600).await;
    recording.stop().await;
    assert!(heard.count() >= 2);
    heard.assert_in_order();
}

#[wasm_bindgen_test]
async fn the_level_follows_the_sound_where_the_browser_tells_it() {
    if !has_microphone() {
        return;
    }
    let heard = Heard::default();
    {
        // What the microphone really hears reaches us only after a tap, and on machines that can be heard.
        let fill = js("self.heard = 0; return samples => samples.fill(self.heard)");
        let _hears = Pretend::that(&js("return AnalyserNode.prototype"), "getFloatTimeDomainData", &fill);
        let recording = heard.record(1000).await.unwrap();
        for (sample, level) in
            [("0", 0.0), ("0.0001", 0.0), ("0.03162", 0.5), ("-0.03162", 0.5), ("1", 1.0), ("9", 1.0)]
        {
            js(&format!("self.heard = {sample}"));
            assert!((recording.level() - level).abs() < 0.001, "{sample}: {}", recording.level());
        }
        recording.stop().await;
        assert_eq!(recording.level(), 0.0);
    }
    for none in [JsValue::UNDEFINED, js("return class { constructor() { throw new Error('none') } }")] {
        let _none = Pretend::that(&js_sys::global(), "AudioContext", &none);
        let recording = heard.record(1000).await.unwrap();
        sleep(100).await;
        assert_eq!(recording.level(), 0.0);
        recording.stop().await;
    }
}

#[wasm_bindgen_test]
async fn a_recording_that_nobody_holds_closes_the_microphone_and_loses_nothing() {
    if !has_microphone() {
        return;
    }
    let _watched = watched();
    let heard = Heard::default();
    let recording = heard.record(60_000).await.unwrap();
    sleep(600).await;
    assert_eq!(heard.count(), 0);
    drop(recording);
    heard.until(1).await;
    assert_all_is_closed().await;
    assert_eq!(*heard.ends.borrow(), []);
}

#[wasm_bindgen_test]
async fn a_microphone_that_is_taken_away_ends_it_after_the_last_piece() {
    if !has_microphone() {
        return;
    }
    let _watched = watched();
    // As the browser reports it, and as it may do without a word.
    for gone in [
        "self.streams.forEach(s => s.getTracks().forEach(track => track.dispatchEvent(new Event('ended'))))",
        "self.streams.forEach(s => s.getTracks().forEach(track => track.stop()))",
    ] {
        let heard = Heard::default();
        let recording = heard.record(60_000).await.unwrap();
        sleep(600).await;
        js(gone);
        heard.until(1).await;
        sleep(300).await;
        assert_eq!(*heard.ends.borrow(), [SoundEnd::TakenAway], "{gone}");
        assert_eq!(*heard.before_the_end.borrow(), [heard.count()]);
        recording.stop().await;
        assert_eq!(heard.ends.borrow().len(), 1);
    }
    assert_all_is_closed().await;
}

#[wasm_bindgen_test]
async fn a_recording_that_fails_says_why() {
    if !has_microphone() {
        return;
    }
    let _watched = watched();
    let heard = Heard::default();
    {
        let lost = js("return () => Promise.reject(new DOMException('gone', 'NotReadableError'))");
        let _lost = Pretend::that(&js("return Blob.prototype"), "arrayBuffer", &lost);
        let _recording = heard.record(200).await.unwrap();
        for _ in 0..200 {
            if !heard.ends.borrow().is_empty() {
                break;
            }
            sleep(20).await;
        }
    }
    assert_eq!(*heard.ends.borrow(), [SoundEnd::Failed("NotReadableError: gone".to_owned())]);
    assert_eq!(heard.count(), 0);
    // One that cannot even begin.
    let broken = js("return () => { throw new DOMException('no such luck', 'UnknownError') }");
    let _broken = Pretend::that(&js("return MediaRecorder.prototype"), "start", &broken);
    let said = heard.record(200).await.err();
    assert_eq!(said, Some(SoundError::Failed("UnknownError: no such luck".to_owned())));
    assert_all_is_closed().await;
    assert_eq!(heard.ends.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn a_microphone_that_nobody_waits_for_any_more_is_closed_at_once() {
    if !has_microphone() {
        return;
    }
    let _watched = watched();
    let heard = Heard::default();
    {
        let mut asking = Box::pin(heard.record(200));
        assert!(futures_util::poll!(&mut asking).is_pending());
    }
    for _ in 0..100 {
        if js("return self.streams.length > 0").is_truthy() {
            break;
        }
        sleep(20).await;
    }
    assert_all_is_closed().await;
    assert_eq!(js("return self.contexts.length"), 0);
}

/// Everything a browser may lack or refuse; these need no microphone.
#[wasm_bindgen_test]
async fn a_refusal_says_what_it_is() {
    if !BrowserSound.can_record() {
        assert_eq!(Heard::default().record(200).await.err(), Some(SoundError::Unsupported));
        return;
    }
    let devices = js("return navigator.mediaDevices");
    for (name, error) in [
        ("NotAllowedError", SoundError::Denied),
        ("SecurityError", SoundError::Denied),
        ("NotFoundError", SoundError::NoMicrophone),
        ("OverconstrainedError", SoundError::NoMicrophone),
        ("NotReadableError", SoundError::Failed("NotReadableError: said".to_owned())),
    ] {
        let refuse = js(&format!("return () => Promise.reject(new DOMException('said', '{name}'))"));
        let _refused = Pretend::that(&devices, "getUserMedia", &refuse);
        assert!(BrowserSound.can_record(), "only asking tells");
        assert_eq!(Heard::default().record(200).await.err(), Some(error), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_browser_that_does_not_record_says_so_without_asking() {
    async fn assert_unsupported() {
        assert!(!BrowserSound.can_record());
        assert_eq!(Heard::default().record(200).await.err(), Some(SoundError::Unsupported));
    }
    {
        let _none = Pretend::that(&navigator(), "mediaDevices", &JsValue::UNDEFINED);
        assert_unsupported().await;
    }
    {
        let _old = Pretend::that(&navigator(), "mediaDevices", &js("return {}"));
        assert_unsupported().await;
    }
    let _none = Pretend::that(&js_sys::global(), "MediaRecorder", &JsValue::UNDEFINED);
    assert_unsupported().await;
}
