//! The microphone, piece by piece, and sound to be heard.

mod tape;

use crate::ports::{Recording, Sound, SoundEnd, SoundError, SoundPiece};
use crate::web::strict::DatabaseFault;
use async_trait::async_trait;
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use tape::{Held, Tape};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AnalyserNode, AudioContext, Blob, BlobPropertyBag, MediaDevices, MediaStream, MediaStreamAudioSourceNode,
    MediaStreamConstraints, MediaStreamTrack, Url,
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
