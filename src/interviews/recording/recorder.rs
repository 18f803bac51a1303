//! The recorder: one microphone, asked for, recording, in a pause, or closed. It takes what happens, in whatever order,
//! and says what is to be done. Whatever becomes of it, the notes go on without it.

use crate::interviews::recording;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::text::Message;
use crate::ports::SoundPiece;

/// What happens to a recording.
#[derive(Clone, Debug, PartialEq)]
pub enum RecorderEvent {
    /// Somebody wants to record an interview, under this new identity.
    RecordTapped {
        /// The interview.
        interview: Id,
        /// The recording that is to be.
        id: Id,
    },
    /// The microphone is open, and delivers this media type.
    Opened(Id, String),
    /// It could not be opened, and why.
    NotOpened(Id, Message),
    /// The store has the record of the recording.
    Written(Id),
    /// The store refused it, and why.
    NotWritten(Id, Message),
    /// A piece was heard.
    Heard(Id, SoundPiece),
    /// A piece may not be kept, because somebody does not want to be recorded any longer.
    PieceForbidden(Id),
    /// A piece could not be kept, and why.
    PieceFailed(Id, Message),
    /// The microphone ended although nobody stopped it, and why.
    Broke(Id, Message),
    /// A pause, or the end of it.
    PauseTapped,
    /// Somebody wants it to end.
    StopTapped,
    /// Not everyone in an interview agrees to be recorded any longer.
    ConsentGone(Id),
}

/// What is to be done, in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum RecorderEffect {
    /// Ask for the microphone.
    Open(Id),
    /// Write down that a recording begins, before its first piece.
    Begin(Id, RecordWrite),
    /// Keep a piece.
    Keep(Id, SoundPiece),
    /// Hear nothing until it goes on.
    Pause(Id),
    /// Go on hearing.
    Resume(Id),
    /// Close the microphone, if it was opened.
    Close(Id),
    /// Close the microphone; once its last piece was delivered, write down how long the recording is. What keeps the
    /// sound from being stored may keep this from being stored as well; the length then follows from the pieces.
    CloseAndMeasure {
        /// The recording.
        id: Id,
        /// How long it is.
        length: RecordWrite,
        /// Whether somebody waits for it, and is told when that fails.
        aloud: bool,
    },
    /// Write down how long a recording is by the pieces there are of it.
    Measure(Id),
    /// Say why an interview has no sound, to whoever looks at something else.
    Silent(Id, Message),
}

/// A recording under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Running {
    /// The interview.
    pub interview: Id,
    /// The recording.
    pub id: Id,
    /// Since when it runs without a break, in milliseconds since 1970; none in a pause.
    since: Option<i64>,
    /// How much was recorded before, in milliseconds.
    before: i64,
}

impl Running {
    /// How many milliseconds were recorded so far. A clock that is put back takes none away.
    pub fn ms(&self, now: i64) -> i64 {
        self.before + self.since.map_or(0, |since| (now - since).max(0))
    }

    /// Whether it is paused.
    pub fn is_paused(&self) -> bool {
        self.since.is_none()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
enum Stage {
    #[default]
    Closed,
    /// The microphone was asked for, which may take as long as a person does.
    Opening {
        interview: Id,
        id: Id,
    },
    /// The microphone is open, and the record is being written.
    Beginning {
        interview: Id,
        id: Id,
    },
    Running(Running),
}

/// The recorder of this tab. It goes on while one looks at other screens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorder {
    stage: Stage,
    /// Why an interview has no sound, or none any more, until it is recorded again.
    silent: Option<(Id, Message)>,
}

type Effects = Vec<RecorderEffect>;

impl Recorder {
    /// The recording under way.
    pub fn running(&self) -> Option<Running> {
        match self.stage {
            Stage::Running(running) => Some(running),
            _ => None,
        }
    }

    /// Whether an interview is being recorded.
    pub fn records(&self, interview: Id) -> bool {
        self.running().is_some_and(|running| running.interview == interview)
    }

    /// Why an interview has no sound.
    pub fn why_silent(&self, interview: Id) -> Option<Message> {
        self.silent.clone().filter(|(of, _)| *of == interview).map(|(_, why)| why)
    }

    /// The recording that is asked for, begun or under way.
    pub fn current(&self) -> Option<Id> {
        self.whole().map(|(_, id)| id)
    }

    fn whole(&self) -> Option<(Id, Id)> {
        match self.stage {
            Stage::Closed => None,
            Stage::Opening { interview, id } | Stage::Beginning { interview, id } => Some((interview, id)),
            Stage::Running(Running { interview, id, .. }) => Some((interview, id)),
        }
    }

    /// Takes what happened. Gives what is to be done.
    pub fn on(&mut self, event: RecorderEvent, now: Now) -> Effects {
        use RecorderEvent as Event;
        match event {
            Event::RecordTapped { interview, id } => self.record(interview, id, now),
            Event::Opened(id, media_type) => match self.stage {
                Stage::Opening { interview, id: asked } if asked == id => {
                    self.stage = Stage::Beginning { interview, id };
                    vec![RecorderEffect::Begin(id, recording::begin(id, interview, media_type, now))]
                }
                // Nobody waits for it any more.
                _ => vec![RecorderEffect::Close(id)],
            },
            Event::NotOpened(id, why) => self.break_off(id, why, now),
            Event::Written(id) => match self.stage {
                Stage::Beginning { interview, id: begun } if begun == id => {
                    self.stage = Stage::Running(Running { interview, id, since: Some(now.ms), before: 0 });
                    Vec::new()
                }
                // It was over before it was known as begun.
                _ => vec![RecorderEffect::Close(id), RecorderEffect::Measure(id)],
            },
            Event::NotWritten(id, why) => self.break_off(id, why, now),
            // Also what is heard last, while the microphone closes.
            Event::Heard(id, piece) => vec![RecorderEffect::Keep(id, piece)],
            Event::PieceForbidden(id) if self.current() == Some(id) => self.end(false, now),
            Event::PieceForbidden(_) => Vec::new(),
            Event::PieceFailed(id, why) | Event::Broke(id, why) => self.break_off(id, why, now),
            Event::PauseTapped => self.pause_or_go_on(now),
            Event::StopTapped => self.end(true, now),
            Event::ConsentGone(interview) if self.whole().is_some_and(|(of, _)| of == interview) => {
                self.end(false, now)
            }
            Event::ConsentGone(_) => Vec::new(),
        }
    }

    fn record(&mut self, interview: Id, id: Id, now: Now) -> Effects {
        // A second tap while the microphone is asked for, or is open already.
        if self.whole().is_some_and(|(of, _)| of == interview) {
            return Vec::new();
        }
        // There is one microphone: what was recorded elsewhere ends as it does by a tap.
        let mut effects = self.end(true, now);
        self.stage = Stage::Opening { interview, id };
        self.silent = None;
        effects.push(RecorderEffect::Open(id));
        effects
    }

    /// Ends a recording that cannot go on, and says why. Others that were begun since go on.
    fn break_off(&mut self, id: Id, why: Message, now: Now) -> Effects {
        let Some((interview, _)) = self.whole().filter(|(_, current)| *current == id) else { return Vec::new() };
        let mut effects = self.end(false, now);
        self.silent = Some((interview, why.clone()));
        effects.push(RecorderEffect::Silent(interview, why));
        effects
    }

    fn end(&mut self, aloud: bool, now: Now) -> Effects {
        match std::mem::take(&mut self.stage) {
            Stage::Closed => Vec::new(),
            Stage::Opening { id, .. } | Stage::Beginning { id, .. } => vec![RecorderEffect::Close(id)],
            Stage::Running(running) => {
                let length = recording::finish(running.id, running.ms(now.ms) as f64 / 1000.0);
                vec![RecorderEffect::CloseAndMeasure { id: running.id, length, aloud }]
            }
        }
    }

    fn pause_or_go_on(&mut self, now: Now) -> Effects {
        let Stage::Running(running) = &mut self.stage else { return Vec::new() };
        match running.since.take() {
            Some(since) => {
                running.before += (now.ms - since).max(0);
                vec![RecorderEffect::Pause(running.id)]
            }
            None => {
                running.since = Some(now.ms);
                vec![RecorderEffect::Resume(running.id)]
            }
        }
    }
}
