//! The sound of an interview: recorded beside the notes where everyone agreed to it, and heard again afterwards.
//!
//! It goes on while one looks at other screens of the app, and whatever becomes of it, the notes go on without it.
//! [`Recorder`] decides; this does what it asks and draws what stands there.

mod player;
mod quote;

pub use player::recordings;

use super::keep;
use crate::interviews::kinds::interview::{AUDIO, INTERVIEW, SPEAKER};
use crate::interviews::kinds::recording::{BOOKMARK, RECORDING};
use crate::interviews::recording::recorder::{Recorder, RecorderEffect, RecorderEvent as Event};
use crate::interviews::recording::{self, PIECE_MS};
use crate::interviews::{routes, words};
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::ports::{Recording, Role};
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::work::command::Command;
use crate::work::consent::{self, Grant};
use crate::work::workspace::WorkError;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

/// How often the meter is looked at.
const TICK: Duration = Duration::from_millis(250);
/// How many bytes a second of sound takes, about: 32 kbit/s.
const BYTES_A_SECOND: f64 = 4_000.0;

/// A time in a recording: “12:40”.
fn clock(seconds: f64) -> String {
    let seconds = seconds.max(0.0) as u64;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, minutes, seconds) => format!("{minutes}:{seconds:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// Whether everyone in the conversation agreed to be recorded.
fn allowed(ui: Ui, interview: Id) -> bool {
    ui.follow(SPEAKER.id);
    consent::of_everyone(&ui.work().state().book, interview, AUDIO) == Grant::Given
}

/// The recorder, which goes on while one looks at other screens.
fn state(ui: Ui) -> ArcRwSignal<Recorder> {
    ui.of_room()
}

/// Open microphones, by what is recorded.
type Microphones = Rc<RefCell<HashMap<Id, Rc<dyn Recording>>>>;

fn microphones(ui: Ui) -> Microphones {
    ui.of_room()
}

fn microphone(ui: Ui, recording: Id) -> Option<Rc<dyn Recording>> {
    microphones(ui).borrow().get(&recording).cloned()
}

/// Tells the recorder what happened, and does what it asks for.
fn tell(ui: Ui, event: Event) {
    let now = ui.work().now();
    let mut effects = Vec::new();
    state(ui).maybe_update(|recorder| {
        let before = recorder.clone();
        effects = recorder.on(event, now);
        *recorder != before
    });
    let occupied = state(ui).with_untracked(|recorder| recorder.current().is_some());
    ui.occupied.maybe_update(|known| std::mem::replace(known, occupied) != occupied);
    effects.into_iter().for_each(|effect| run(ui, effect));
}

fn run(ui: Ui, effect: RecorderEffect) {
    match effect {
        RecorderEffect::Open(id) => open(ui, id),
        RecorderEffect::Begin(id, row) => ui.spawn(async move {
            match write(ui, row).await {
                Ok(()) => tell(ui, Event::Written(id)),
                Err(error) => tell(ui, Event::NotWritten(id, words::SOUND_STOPPED.with("cause", error.message()))),
            }
        }),
        RecorderEffect::Keep(id, piece) => ui.spawn(async move {
            match ui.work().keep_piece(id, piece).await {
                Ok(()) => {}
                // It was erased meanwhile, because somebody does not want to be recorded any longer.
                Err(WorkError::Refused(_)) => tell(ui, Event::PieceForbidden(id)),
                Err(error) => tell(ui, Event::PieceFailed(id, words::SOUND_STOPPED.with("cause", error.message()))),
            }
        }),
        RecorderEffect::Pause(id) => microphone(ui, id).into_iter().for_each(|heard| heard.pause()),
        RecorderEffect::Resume(id) => microphone(ui, id).into_iter().for_each(|heard| heard.resume()),
        RecorderEffect::Close(id) => {
            if let Some(heard) = microphones(ui).borrow_mut().remove(&id) {
                ui.spawn(async move { heard.stop().await });
            }
        }
        RecorderEffect::CloseAndMeasure { id, length, aloud } => {
            let heard = microphones(ui).borrow_mut().remove(&id);
            ui.spawn(async move {
                if let Some(heard) = heard {
                    heard.stop().await;
                }
                if let Err(error) = write(ui, length).await
                    && aloud
                {
                    ui.warn(error.message());
                }
            });
        }
        RecorderEffect::Measure(id) => measure(ui, id),
        // Beside the questions it is said for as long as it holds.
        RecorderEffect::Silent(interview, why) => {
            if ui.route.get_untracked() != routes::TALK.at(interview) {
                ui.warn(why);
            }
        }
    }
}

/// Asks for the microphone.
fn open(ui: Ui, id: Id) {
    let on_piece = move |piece| tell(ui, Event::Heard(id, piece));
    let on_end = move |end: crate::ports::SoundEnd| tell(ui, Event::Broke(id, end.message()));
    ui.spawn(async move {
        match ui.world().sound.record(PIECE_MS, Box::new(on_piece), Box::new(on_end)).await {
            Ok(heard) => {
                let media_type = heard.media_type();
                microphones(ui).borrow_mut().insert(id, heard);
                tell(ui, Event::Opened(id, media_type));
            }
            Err(error) => tell(ui, Event::NotOpened(id, error.message())),
        }
    });
}

async fn write(ui: Ui, row: RecordWrite) -> Result<(), WorkError> {
    let command = Command::Write { label: RECORDING.name.message(), rows: vec![row] };
    ui.work().run(command).await.map(drop)
}

/// Ends the recording, because somebody wants it to.
pub fn stop(ui: Ui) {
    tell(ui, Event::StopTapped);
}

/// Writes down how long a recording is by its pieces.
fn measure(ui: Ui, id: Id) {
    ui.spawn(async move {
        let work = ui.work();
        if let Ok(pieces) = work.piece_count(id).await {
            keep(ui, RECORDING.name.message(), vec![recording::broken_off(id, pieces)]);
        }
    });
}

/// Writes down how long a recording is that a kill broke off.
pub fn mend(ui: Ui, interview: Id) {
    let me = ui.work().state().me.dev;
    let runs = state(ui).with_untracked(Recorder::current);
    let broken = ui.look(|book, index| recording::unfinished(book, index, interview, me));
    let Some(id) = broken.filter(|id| Some(*id) != runs && ui.work().state().role == Role::Writer) else { return };
    measure(ui, id);
}

/// The recorder beside the questions.
pub fn recorder(ui: Ui, interview: Id, question: impl Fn() -> String + Copy + Send + Sync + 'static) -> impl IntoView {
    let may = memo(move || allowed(ui, interview));
    // Whoever takes back that they are recorded is not recorded any longer.
    effect(move || {
        if !may.get() {
            tell(ui, Event::ConsentGone(interview));
        }
    });
    let here = memo(move || state(ui).with(|recorder| recorder.records(interview)));
    let can = ui.world().sound.can_record();
    let why_silent = move || {
        let why = state(ui).with(|recorder| recorder.why_silent(interview))?;
        Some(view! { <p class="error" role="alert"><Icon path=icon_paths::WARNING/><span>{ui.say(why)}</span></p> })
    };
    drawn(move || {
        if !may.get() {
            return ().into_any();
        }
        match (here.get(), can) {
            (true, _) => under_way(ui, interview, question).into_any(),
            (false, true) => view! {
                <div class="recorder">
                    {move || why_silent()}
                    <Quiet path=icon_paths::MICROPHONE text=words::RECORD on_tap=move || tell(ui, Event::RecordTapped { interview, id: ui.work().new_id() })/>
                </div>
            }
            .into_any(),
            (false, false) => {
                view! { <p class="soft">{ui.say(crate::ports::SoundError::Unsupported.message())}</p> }.into_any()
            }
        }
    })
}

fn under_way(ui: Ui, interview: Id, question: impl Fn() -> String + Copy + Send + Sync + 'static) -> impl IntoView {
    let (now, level, room) = (RwSignal::new(ui.work().now().ms), RwSignal::new(0.0), RwSignal::new(None::<f64>));
    let look = move || {
        now.try_set(ui.work().now().ms);
        let running = state(ui).with_untracked(Recorder::running);
        let heard = running.and_then(|running| microphone(ui, running.id));
        level.try_set(heard.map_or(0.0, |heard| heard.level()));
    };
    let ticking = set_interval_with_handle(look, TICK);
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    ui.spawn(async move {
        let health = ui.world().device.storage_health().await;
        room.try_set(
            health.quota.zip(health.used).map(|(quota, used)| (quota - used).max(0.0) / BYTES_A_SECOND / 3600.0),
        );
    });
    let ms = move || state(ui).with(|recorder| recorder.running().map_or(0, |running| running.ms(now.get())));
    let paused = memo(move || state(ui).with(|recorder| recorder.running().is_some_and(|running| running.is_paused())));
    let said = move || {
        let lang = ui.lang.get();
        let text = if paused.get() { words::PAUSED } else { words::RECORDING };
        text.with("time", clock(ms() as f64 / 1000.0)).say(lang)
    };
    let space = move || {
        // Where there is enough for a day, nobody need think of it.
        let hours = room.get().filter(|hours| *hours < 2.0)?;
        Some(words::ROOM_FOR.with("minutes", format!("{:.0}", (hours * 60.0).floor())).say(ui.lang.get()))
    };
    let bookmark = move || {
        let Some(running) = state(ui).with_untracked(Recorder::running) else { return };
        let second = running.ms(ui.work().now().ms) as f64 / 1000.0;
        let id = {
            let work = ui.work();
            let state = work.state();
            recording::bookmark_id(&state.book, &state.me, running.id, second)
        };
        let row = recording::bookmark(id, running.id, interview, second, &untrack(question));
        let label = words::BOOKMARKED.with("time", clock(second));
        ui.send(Command::Once { kind: BOOKMARK.id, id, label, rows: vec![row] });
    };
    view! {
        <div class="recorder" data-on="">
            <p><span class="dot" aria-hidden="true"></span><b>{move || said()}</b>" "<span class="soft">{move || space()}</span></p>
            <meter min="0" max="1" value=move || level.get().to_string() aria-label=ui.t(words::LEVEL)></meter>
            <div class="deeds">
                <Quiet path=icon_paths::BOOKMARK text=words::BOOKMARK_IT on_tap=bookmark/>
                {move || match paused.get() {
                    true => view! { <Quiet path=icon_paths::MICROPHONE text=words::GO_ON_RECORDING on_tap=move || tell(ui, Event::PauseTapped)/> }.into_any(),
                    false => view! { <Quiet path=icon_paths::PAUSE text=words::PAUSE on_tap=move || tell(ui, Event::PauseTapped)/> }.into_any(),
                }}
                <Quiet path=icon_paths::CHECK text=words::STOP on_tap=move || stop(ui)/>
            </div>
        </div>
    }
}

/// That sound is recorded is said on every screen, with the way back.
pub fn banner(ui: Ui) -> impl IntoView {
    drawn(move || {
        let running = state(ui).with(Recorder::running)?;
        let there = ui.route.get() == routes::TALK.at(running.interview);
        let name = ui.title(&INTERVIEW, running.interview).unwrap_or_default();
        (!there).then(|| {
            view! {
                <div class="banner" data-tone="care" role="status">
                    <Icon path=icon_paths::MICROPHONE/>
                    <p>{ui.say(words::RECORDING_GOES_ON.with("what", name))}</p>
                    <a class="quiet" href=routes::TALK.at(running.interview).href()>{ui.t(words::GO_ON)}</a>
                </div>
            }
        })
    })
}
