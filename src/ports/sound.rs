//! The microphone, and sound to be heard.

use super::words;
use crate::model::text::Message;
use async_trait::async_trait;
use std::rc::Rc;

/// Why sound cannot be recorded or played. The interview goes on without it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SoundError {
    /// The person or the browser does not let us use the microphone.
    #[error("the microphone is not allowed")]
    Denied,
    /// There is none.
    #[error("there is no microphone")]
    NoMicrophone,
    /// This browser or address does not record.
    #[error("this browser does not record")]
    Unsupported,
    /// Nothing is recorded for another reason, in the browser's own words.
    #[error("nothing is recorded: {0}")]
    Failed(String),
    /// What was recorded cannot be played, in the browser's own words.
    #[error("it cannot be played: {0}")]
    Unplayable(String),
}

impl SoundError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            SoundError::Denied => words::MICROPHONE_DENIED.message(),
            SoundError::NoMicrophone => words::NO_MICROPHONE.message(),
            SoundError::Unsupported => words::CANNOT_RECORD.message(),
            SoundError::Failed(cause) => words::NOT_RECORDED.with("cause", cause.as_str()),
            SoundError::Unplayable(cause) => words::NOT_PLAYED.with("cause", cause.as_str()),
        }
    }
}

/// Why a recording ended although nobody stopped it. All that was heard before was delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SoundEnd {
    /// The microphone is gone: unplugged, or no longer allowed.
    TakenAway,
    /// Anything else, in the browser's own words.
    Failed(String),
}

impl SoundEnd {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            SoundEnd::TakenAway => words::MICROPHONE_GONE.message(),
            SoundEnd::Failed(cause) => words::SOUND_BROKE_OFF.with("cause", cause.as_str()),
        }
    }
}

/// A piece of a recording. All of them, one after the other, are the sound; without those before it none can be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoundPiece {
    /// Which one it is, from 1 without a gap.
    pub number: u32,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The microphone, and sound to be heard.
#[async_trait(?Send)]
pub trait Sound {
    /// Whether this browser can record at all; whether it may is known when it is asked to.
    fn can_record(&self) -> bool;
    /// Begins to record. May ask the person and take as long as they do.
    ///
    /// Calls back with each piece, in order, as soon as it holds so many milliseconds of sound; a pause and the end
    /// cut one short. Calls back once if it ends although nobody stopped it, after its last piece.
    async fn record(
        &self,
        piece_ms: u32,
        on_piece: Box<dyn Fn(SoundPiece)>,
        on_end: Box<dyn Fn(SoundEnd)>,
    ) -> Result<Rc<dyn Recording>, SoundError>;
    /// Puts pieces together to sound that an `<audio>` can play, and gives its address. It takes up memory until it is
    /// forgotten.
    async fn play(&self, pieces: Vec<Vec<u8>>, media_type: &str) -> Result<String, SoundError>;
    /// Lets go of an address that [`Sound::play`] gave.
    fn forget(&self, url: &str);
}

/// A recording under way. When it is dropped, the microphone is closed and what was heard is still delivered.
#[async_trait(?Send)]
pub trait Recording {
    /// Its media type, such as `audio/webm;codecs=opus`.
    fn media_type(&self) -> String;
    /// Hears nothing until it goes on. What was heard before is delivered at once.
    fn pause(&self);
    /// Goes on after a pause.
    fn resume(&self);
    /// How loud it is at present, from 0 to 1; 0 in a pause, at the end, and where the browser does not tell.
    fn level(&self) -> f64;
    /// Ends it and closes the microphone. Comes back after the last piece was delivered.
    async fn stop(&self);
}
