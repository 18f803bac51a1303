//! A recording as the browser hears it.

use super::{BITS_PER_SECOND, END_MS, Meter, Microphone, TYPES};
use crate::ports::{Recording, SoundEnd, SoundPiece};
use crate::web::strict::DatabaseFault;
use async_trait::async_trait;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobEvent, Event, MediaRecorder, MediaRecorderOptions, MediaStreamTrack, RecordingState};

/// The recording as the app holds it.
pub(super) struct Held(pub(super) Rc<Tape>);

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
pub(super) struct Tape {
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
    pub(super) fn begin(
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
    pub(super) fn on(self: &Rc<Tape>, heard: impl Fn(&Rc<Tape>, Event) + 'static) -> Function {
        let tape = self.clone();
        Closure::<dyn Fn(Event)>::new(move |event| heard(&tape, event)).into_js_value().unchecked_into()
    }

    /// Something was recorded.
    pub(super) fn take(self: &Rc<Tape>, sound: Option<Blob>) {
        // A recorder that was stopped right after a piece has nothing more.
        let Some(sound) = sound.filter(|sound| sound.size() > 0.0) else { return };
        self.waiting.borrow_mut().push_back(sound);
        if !self.delivering.replace(true) {
            spawn_local(self.clone().deliver());
        }
    }

    /// Reads what came and hands it on, one after the other, so that none overtakes another.
    pub(super) async fn deliver(self: Rc<Tape>) {
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

    pub(super) fn next(&self) -> Option<Blob> {
        self.waiting.borrow_mut().pop_front()
    }

    /// The recorder has brought its last.
    pub(super) fn run_out(&self) {
        self.run_out.set(true);
        if !self.delivering.get() {
            self.finish();
        }
    }

    /// The recording cannot go on.
    pub(super) fn break_off(&self, why: SoundEnd) {
        self.why.borrow_mut().get_or_insert(why);
        self.end();
    }

    /// The app wants no more.
    pub(super) fn hang_up(&self) {
        self.hung_up.set(true);
        self.end();
    }

    /// Stops the recorder, which then brings its last and says so, and closes the microphone.
    pub(super) fn end(&self) {
        if self.recorder.state() != RecordingState::Inactive {
            drop(self.recorder.stop());
        }
        drop(self.meter.take());
        drop(self.microphone.take());
    }

    /// Nothing more comes. Once.
    pub(super) fn finish(&self) {
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
