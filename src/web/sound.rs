//! The microphone, piece by piece, and sound to be heard.

use crate::ports::{Recording, Sound, SoundEnd, SoundError, SoundPiece};
use crate::web::strict::DatabaseFault;
use async_trait::async_trait;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AnalyserNode, AudioContext, Blob, BlobEvent, BlobPropertyBag, Event, MediaDevices, MediaRecorder,
    MediaRecorderOptions, MediaStream, MediaStreamAudioSourceNode, MediaStreamConstraints, MediaStreamTrack,
    RecordingState, Url,
};

/// What sound is recorded as, the best first: Firefox cannot go to a moment in the WebM that it writes, and can in its
/// Ogg; Chromium writes no Ogg. A browser that knows none of them records as it likes.
const TYPES: [&str; 3] = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
/// Enough for speech: an hour is 14 MB.
const BITS_PER_SECOND: u32 = 32_000;
/// How long the end of a recording is waited for. A browser that never tells must not keep the person waiting.
const END_MS: i32 = 5_000;
/// How many samples the level is taken from, about a twentieth of a second.
const SAMPLES: usize = 2048;
/// What counts as silence, in decibels below the loudest.
const SILENCE_DB: f64 = 60.0;

/// The microphone of this device.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserSound;

#[async_trait(?Send)]
impl Sound for BrowserSound {
    fn can_record(&self) -> bool {
        devices().is_some() && knows("MediaRecorder")
    }

    async fn record(
        &self,
        piece_ms: u32,
        on_piece: Box<dyn Fn(SoundPiece)>,
        on_end: Box<dyn Fn(SoundEnd)>,
    ) -> Result<Rc<dyn Recording>, SoundError> {
        let devices = devices().filter(|_| knows("MediaRecorder")).ok_or(SoundError::Unsupported)?;
        let microphone = Microphone::ask_for(&devices).await?;
        let tape = Tape::begin(microphone, piece_ms, on_piece, on_end).map_err(refused)?;
        Ok(Rc::new(Held(tape)))
    }

    async fn play(&self, pieces: Vec<Vec<u8>>, media_type: &str) -> Result<String, SoundError> {
        // SoundPiece by piece, each let go once the browser has its copy.
        let pieces: Array = pieces.into_iter().map(|piece| Uint8Array::from(piece.as_slice())).collect();
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let sound = Blob::new_with_u8_array_sequence_and_options(&pieces, &options);
        let address = sound.and_then(|sound| Url::create_object_url_with_blob(&sound));
        address.map_err(|error| SoundError::Unplayable(DatabaseFault::thrown(&error).to_string()))
    }

    fn forget(&self, url: &str) {
        // An address that is none any more is forgotten already.
        drop(Url::revoke_object_url(url));
    }
}

/// What has the microphone, where there is something. There is not at addresses that are not secure.
fn devices() -> Option<MediaDevices> {
    let navigator = web_sys::window()?.navigator();
    let devices = Reflect::get(&navigator, &JsValue::from_str("mediaDevices")).ok()?;
    let ask = Reflect::get(&devices, &JsValue::from_str("getUserMedia")).ok()?;
    ask.is_function().then(|| devices.unchecked_into())
}

/// Whether the browser has a class of this name.
fn knows(class: &str) -> bool {
    Reflect::get(&js_sys::global(), &JsValue::from_str(class)).is_ok_and(|class| class.is_function())
}

/// Why nothing is recorded.
fn refused(error: JsValue) -> SoundError {
    let fault = DatabaseFault::thrown(&error);
    match fault.name.as_str() {
        "NotAllowedError" | "SecurityError" => SoundError::Denied,
        "NotFoundError" | "OverconstrainedError" => SoundError::NoMicrophone,
        "NotSupportedError" => SoundError::Unsupported,
        _ => SoundError::Failed(fault.to_string()),
    }
}

/// Leaves a promise to itself. One that fails with nobody waiting would be reported as an error of the page.
fn leave(promise: Result<Promise, JsValue>) {
    if let Ok(promise) = promise {
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// The open microphone. It closes when this is dropped.
struct Microphone(MediaStream);

impl Microphone {
    async fn ask_for(devices: &MediaDevices) -> Result<Microphone, SoundError> {
        let sound = Object::new();
        // One channel, if the microphone has it; no microphone is turned away for having two.
        drop(Reflect::set(&sound, &JsValue::from_str("channelCount"), &JsValue::from_f64(1.0)));
        let constraints = MediaStreamConstraints::new();
        constraints.set_audio(&sound);
        let asked = devices.get_user_media_with_constraints(&constraints).map_err(refused)?;
        let mut unanswered = Unanswered(Some(asked.clone()));
        let answer = JsFuture::from(asked).await;
        unanswered.0 = None;
        Ok(Microphone(answer.map_err(refused)?.unchecked_into()))
    }

    fn tracks(&self) -> impl Iterator<Item = MediaStreamTrack> + use<> {
        self.0.get_tracks().into_iter().map(JsCast::unchecked_into)
    }
}

impl Drop for Microphone {
    fn drop(&mut self) {
        for track in self.tracks() {
            track.set_onended(None);
            track.stop();
        }
    }
}

/// The question for the microphone. Should nobody wait for the answer any more when it comes, a microphone that is
/// allowed all the same is closed at once: nothing may listen that nobody knows of.
struct Unanswered(Option<Promise>);

impl Drop for Unanswered {
    fn drop(&mut self) {
        if let Some(asked) = self.0.take() {
            spawn_local(async move {
                if let Ok(stream) = JsFuture::from(asked).await {
                    drop(Microphone(stream.unchecked_into()));
                }
            });
        }
    }
}

/// How loud it is.
struct Meter {
    context: AudioContext,
    analyser: AnalyserNode,
    /// Here so that it is not collected as garbage, after which nothing would be heard.
    _source: MediaStreamAudioSourceNode,
    samples: RefCell<Vec<f32>>,
}

impl Meter {
    /// Listens to a microphone; none where the browser cannot. It has no say in whether there is a recording.
    fn of(microphone: &Microphone) -> Option<Meter> {
        let context = AudioContext::new().ok()?;
        let nodes = || {
            let source = context.create_media_stream_source(&microphone.0)?;
            let analyser = context.create_analyser()?;
            analyser.set_fft_size(SAMPLES as u32);
            source.connect_with_audio_node(&analyser)?;
            Ok::<_, JsValue>((source, analyser))
        };
        let Ok((source, analyser)) = nodes() else {
            leave(context.close());
            return None;
        };
        // Some browsers begin with a break.
        leave(context.resume());
        Some(Meter { context, analyser, _source: source, samples: RefCell::new(vec![0.0; SAMPLES]) })
    }

    fn level(&self) -> f64 {
        let mut samples = self.samples.borrow_mut();
        self.analyser.get_float_time_domain_data(&mut samples);
        loudness(&samples)
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        leave(self.context.close());
    }
}

/// How loud samples between −1 and 1 are, from 0 for silence to 1, by decibels, as people hear it.
fn loudness(samples: &[f32]) -> f64 {
    let power = samples.iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>() / samples.len().max(1) as f64;
    // The logarithm of nothing is minus infinity, which is silence too.
    (1.0 + 10.0 * power.log10() / SILENCE_DB).clamp(0.0, 1.0)
}

/// The recording as the app holds it.
struct Held(Rc<Tape>);

#[async_trait(?Send)]
impl Recording for Held {
    fn media_type(&self) -> String {
        // Firefox names it only once it has begun.
        let told = self.0.recorder.mime_type();
        if told.is_empty() { self.0.wanted.unwrap_or_default().to_owned() } else { told }
    }

    fn pause(&self) {
        let recorder = &self.0.recorder;
        if recorder.state() == RecordingState::Recording {
            // Neither fails while it records. What was heard so far may not wait for the end of the pause.
            drop(recorder.pause());
            drop(recorder.request_data());
        }
    }

    fn resume(&self) {
        if self.0.recorder.state() == RecordingState::Paused {
            drop(self.0.recorder.resume());
        }
    }

    fn level(&self) -> f64 {
        if self.0.recorder.state() != RecordingState::Recording {
            return 0.0;
        }
        self.0.meter.borrow().as_ref().map_or(0.0, Meter::level)
    }

    async fn stop(&self) {
        self.0.hang_up();
        let window = web_sys::window();
        let in_time = window.and_then(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&self.0.tell_over, END_MS).ok()
        });
        // It is never rejected, and where nothing could end it nobody waits.
        if in_time.is_some() {
            drop(JsFuture::from(self.0.over.clone()).await);
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.hang_up();
    }
}

/// A recording as the browser's events see it. They hold on to it until it is over, so that what was heard last is
/// delivered even if nobody holds the recording any more.
struct Tape {
    recorder: MediaRecorder,
    /// What it was asked to be recorded as.
    wanted: Option<&'static str>,
    microphone: RefCell<Option<Microphone>>,
    meter: RefCell<Option<Meter>>,
    on_piece: Box<dyn Fn(SoundPiece)>,
    on_end: Box<dyn Fn(SoundEnd)>,
    /// What came and is not delivered yet, since reading it takes its time.
    waiting: RefCell<VecDeque<Blob>>,
    delivering: Cell<bool>,
    delivered: Cell<u32>,
    /// Whether the recorder has brought its last.
    run_out: Cell<bool>,
    /// Whether the app ended it.
    hung_up: Cell<bool>,
    why: RefCell<Option<SoundEnd>>,
    finished: Cell<bool>,
    /// Comes when it is over.
    over: Promise,
    tell_over: Function,
}

impl Tape {
    fn begin(
        microphone: Microphone,
        piece_ms: u32,
        on_piece: Box<dyn Fn(SoundPiece)>,
        on_end: Box<dyn Fn(SoundEnd)>,
    ) -> Result<Rc<Tape>, JsValue> {
        let options = MediaRecorderOptions::new();
        options.set_audio_bits_per_second(BITS_PER_SECOND);
        let wanted = TYPES.into_iter().find(|media_type| MediaRecorder::is_type_supported(media_type));
        if let Some(wanted) = wanted {
            options.set_mime_type(wanted);
        }
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&microphone.0, &options)?;
        let mut tell_over = None;
        let over = Promise::new(&mut |resolve, _| tell_over = Some(resolve));
        let tracks: Vec<MediaStreamTrack> = microphone.tracks().collect();
        let tape = Rc::new(Tape {
            recorder,
            wanted,
            meter: RefCell::new(Meter::of(&microphone)),
            microphone: RefCell::new(Some(microphone)),
            on_piece,
            on_end,
            waiting: RefCell::default(),
            delivering: Cell::new(false),
            delivered: Cell::new(0),
            run_out: Cell::new(false),
            hung_up: Cell::new(false),
            why: RefCell::new(None),
            finished: Cell::new(false),
            over,
            tell_over: tell_over.ok_or("a promise without an end")?,
        });
        tape.recorder.set_ondataavailable(Some(&tape.on(|tape, event| {
            tape.take(event.unchecked_ref::<BlobEvent>().data());
        })));
        tape.recorder.set_onstop(Some(&tape.on(|tape, _| tape.run_out())));
        tape.recorder.set_onerror(Some(&tape.on(|tape, event| {
            let error = Reflect::get(&event, &JsValue::from_str("error")).unwrap_or_default();
            tape.break_off(SoundEnd::Failed(DatabaseFault::thrown(&error).to_string()));
        })));
        for track in &tracks {
            // Not when it is stopped by us.
            track.set_onended(Some(&tape.on(|tape, _| tape.break_off(SoundEnd::TakenAway))));
        }
        if let Err(error) = tape.recorder.start_with_time_slice(i32::try_from(piece_ms).unwrap_or(i32::MAX)) {
            tape.hung_up.set(true);
            tape.finish();
            return Err(error);
        }
        Ok(tape)
    }

    /// What an event of the browser calls. It belongs to JavaScript, and goes when the event is no longer heard.
    fn on(self: &Rc<Tape>, heard: impl Fn(&Rc<Tape>, Event) + 'static) -> Function {
        let tape = self.clone();
        Closure::<dyn Fn(Event)>::new(move |event| heard(&tape, event)).into_js_value().unchecked_into()
    }

    /// Something was recorded.
    fn take(self: &Rc<Tape>, sound: Option<Blob>) {
        // A recorder that was stopped right after a piece has nothing more.
        let Some(sound) = sound.filter(|sound| sound.size() > 0.0) else { return };
        self.waiting.borrow_mut().push_back(sound);
        if !self.delivering.replace(true) {
            spawn_local(self.clone().deliver());
        }
    }

    /// Reads what came and hands it on, one after the other, so that none overtakes another.
    async fn deliver(self: Rc<Tape>) {
        while let Some(sound) = self.next() {
            match JsFuture::from(sound.array_buffer()).await {
                Ok(buffer) => {
                    let number = self.delivered.get() + 1;
                    self.delivered.set(number);
                    (self.on_piece)(SoundPiece { number, bytes: Uint8Array::new(&buffer).to_vec() });
                }
                Err(error) => {
                    // What comes after a gap cannot be played.
                    self.break_off(SoundEnd::Failed(DatabaseFault::thrown(&error).to_string()));
                    self.finish();
                    self.waiting.borrow_mut().clear();
                }
            }
        }
        self.delivering.set(false);
        if self.run_out.get() {
            self.finish();
        }
    }

    fn next(&self) -> Option<Blob> {
        self.waiting.borrow_mut().pop_front()
    }

    /// The recorder has brought its last.
    fn run_out(&self) {
        self.run_out.set(true);
        if !self.delivering.get() {
            self.finish();
        }
    }

    /// The recording cannot go on.
    fn break_off(&self, why: SoundEnd) {
        self.why.borrow_mut().get_or_insert(why);
        self.end();
    }

    /// The app wants no more.
    fn hang_up(&self) {
        self.hung_up.set(true);
        self.end();
    }

    /// Stops the recorder, which then brings its last and says so, and closes the microphone.
    fn end(&self) {
        if self.recorder.state() != RecordingState::Inactive {
            drop(self.recorder.stop());
        }
        drop(self.meter.take());
        drop(self.microphone.take());
    }

    /// Nothing more comes. Once.
    fn finish(&self) {
        if self.finished.replace(true) {
            return;
        }
        self.end();
        // With the last event that is heard the browser lets go of this.
        self.recorder.set_ondataavailable(None);
        self.recorder.set_onstop(None);
        self.recorder.set_onerror(None);
        drop(self.tell_over.call0(&JsValue::NULL));
        if !self.hung_up.get() {
            // A recorder that nobody stopped and that did not fail stops when it hears nothing any more.
            (self.on_end)(self.why.take().unwrap_or(SoundEnd::TakenAway));
        }
    }
}
