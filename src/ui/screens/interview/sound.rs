//! The sound of an interview: recorded beside the notes where everyone agreed to it, and heard again afterwards.
//!
//! It goes on while one looks at other screens of the app, and whatever becomes of it, the notes go on without it.

use super::keep;
use crate::app::command::Command;
use crate::app::consent::{self, Grant};
use crate::app::recording::{self, PIECE_MS};
use crate::app::workspace::WorkError;
use crate::domain::date;
use crate::domain::id::Id;
use crate::domain::order;
use crate::domain::text::Message;
use crate::domain::typed::{Of, Typed};
use crate::domain::value::Value;
use crate::kinds::KINDS;
use crate::kinds::interview::{AUDIO, INTERVIEW, QUOTES, SPEAKER};
use crate::kinds::quote::QUOTE;
use crate::kinds::recording::{BOOKMARK, RECORDING};
use crate::ports::{OutFile, Recording, Role, SoundEnd};
use crate::ui::capabilities::interviews::routes;
use crate::ui::context::Ui;
use crate::ui::interview_words as words;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::typing::{APART, Typing};
use leptos::html;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How often the meter is looked at.
const TICK: Duration = Duration::from_millis(250);
/// How many bytes a second of sound takes, about: 32 kbit/s.
const BYTES_A_SECOND: f64 = 4_000.0;
/// How long a quote from a recording is at first, in seconds.
const QUOTE_SECONDS: f64 = 10.0;

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
    /// How many milliseconds were recorded so far.
    fn ms(&self, now: i64) -> i64 {
        self.before + self.since.map_or(0, |since| (now - since).max(0))
    }
}

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

/// Begins to record.
fn start(ui: Ui, interview: Id) {
    let id = ui.work().new_id();
    let on_piece = move |piece| {
        ui.spawn(async move {
            match ui.work().keep_piece(id, piece).await {
                Ok(()) => {}
                // It was erased meanwhile, because somebody does not want to be recorded any longer.
                Err(WorkError::Refused(_)) => end_if(ui, id),
                Err(error) => break_off(ui, interview, id, words::SOUND_STOPPED.with("cause", error.message())),
            }
        });
    };
    // It may end before it is known as begun.
    let over = Rc::new(Cell::new(false));
    let on_end = {
        let over = over.clone();
        move |end: SoundEnd| {
            over.set(true);
            break_off(ui, interview, id, end.message());
        }
    };
    ui.no_sound.set(None);
    ui.spawn(async move {
        let heard = match ui.world().sound.record(PIECE_MS, Box::new(on_piece), Box::new(on_end)).await {
            Ok(heard) => heard,
            Err(error) => return silent(ui, interview, error.message()),
        };
        let row = recording::begin(id, interview, heard.media_type(), ui.work().now());
        let command = Command::Write { label: RECORDING.name.message(), rows: vec![row] };
        if let Err(error) = ui.work().run(command).await {
            heard.stop().await;
            return silent(ui, interview, words::SOUND_STOPPED.with("cause", error.message()));
        }
        if !over.get() {
            ui.hold_sound(Some(heard));
            ui.recording.set(Some(Running { interview, id, since: Some(ui.work().now().ms), before: 0 }));
        }
    });
}

/// Says why an interview has no sound: beside its questions for as long as that holds, and to whoever looks at something
/// else at once.
fn silent(ui: Ui, interview: Id, why: Message) {
    ui.no_sound.set(Some((interview, why.clone())));
    if ui.route.get_untracked() != routes::TALK.at(interview) {
        ui.warn(why);
    }
}

/// Ends a recording that cannot go on. Others that were begun since go on.
fn break_off(ui: Ui, interview: Id, id: Id, why: Message) {
    silent(ui, interview, why);
    end_if(ui, id);
}

/// Ends this recording if it runs, without a word. What keeps the sound from being stored may keep its length from
/// being stored as well; that then follows from the pieces there are.
fn end_if(ui: Ui, id: Id) {
    if ui.recording.with_untracked(|running| running.is_some_and(|running| running.id == id)) {
        end(ui, |_| ());
    }
}

/// Ends the recording, because somebody wants it to.
pub fn stop(ui: Ui) {
    end(ui, move |error| ui.warn(error.message()));
}

fn end(ui: Ui, or_else: impl FnOnce(WorkError) + 'static) {
    let (Some(running), Some(heard)) = (ui.recording.get_untracked(), ui.sound()) else { return };
    ui.recording.set(None);
    ui.hold_sound(None);
    let seconds = running.ms(ui.work().now().ms) as f64 / 1000.0;
    ui.spawn(async move {
        heard.stop().await;
        let rows = vec![recording::finish(running.id, seconds)];
        if let Err(error) = ui.work().run(Command::Write { label: RECORDING.name.message(), rows }).await {
            or_else(error);
        }
    });
}

fn pause_or_go_on(ui: Ui) {
    let Some(heard) = ui.sound() else { return };
    let now = ui.work().now().ms;
    ui.recording.update(|running| {
        let Some(running) = running else { return };
        match running.since.take() {
            Some(since) => {
                running.before += (now - since).max(0);
                heard.pause();
            }
            None => {
                running.since = Some(now);
                heard.resume();
            }
        }
    });
}

/// Writes down how long a recording is that a kill broke off.
pub fn mend(ui: Ui, interview: Id) {
    let me = ui.work().state().me.dev;
    let runs = ui.recording.get_untracked().map(|running| running.id);
    let broken = ui.look(|book, index| recording::unfinished(book, index, interview, me));
    let Some(id) = broken.filter(|id| Some(*id) != runs && ui.work().state().role == Role::Writer) else { return };
    ui.spawn(async move {
        let work = ui.work();
        if let Ok(pieces) = work.piece_count(id).await {
            keep(ui, RECORDING.name.message(), vec![recording::broken_off(id, pieces)]);
        }
    });
}

/// The recorder beside the questions.
pub fn recorder(ui: Ui, interview: Id, question: impl Fn() -> String + Copy + Send + Sync + 'static) -> impl IntoView {
    let may = Memo::new(move |_| allowed(ui, interview));
    // Whoever takes back that they are recorded is not recorded any longer.
    Effect::new(move |_| {
        let runs_here = ui.recording.get_untracked().filter(|running| running.interview == interview);
        if let (false, Some(running)) = (may.get(), runs_here) {
            end_if(ui, running.id);
        }
    });
    let here =
        Memo::new(move |_| ui.recording.with(|running| running.is_some_and(|running| running.interview == interview)));
    let can = ui.world().sound.can_record();
    let why_silent = move || {
        let (of, why) = ui.no_sound.get()?;
        (of == interview).then(
            || view! { <p class="error" role="alert"><Icon path=icon_paths::WARNING/><span>{ui.say(why)}</span></p> },
        )
    };
    move || {
        if !may.get() {
            return ().into_any();
        }
        match (here.get(), can) {
            (true, _) => under_way(ui, interview, question).into_any(),
            (false, true) => view! {
                <div class="recorder">
                    {why_silent}
                    <Quiet path=icon_paths::MICROPHONE text=words::RECORD on_tap=move || start(ui, interview)/>
                </div>
            }
            .into_any(),
            (false, false) => {
                view! { <p class="soft">{ui.say(crate::ports::SoundError::Unsupported.message())}</p> }.into_any()
            }
        }
    }
}

fn under_way(ui: Ui, interview: Id, question: impl Fn() -> String + Copy + Send + Sync + 'static) -> impl IntoView {
    let (now, level, room) = (RwSignal::new(ui.work().now().ms), RwSignal::new(0.0), RwSignal::new(None::<f64>));
    let look = move || {
        now.try_set(ui.work().now().ms);
        level.try_set(ui.sound().map_or(0.0, |heard: Rc<dyn Recording>| heard.level()));
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
    let ms = move || ui.recording.with(|running| running.map_or(0, |running| running.ms(now.get())));
    let paused = move || ui.recording.with(|running| running.is_some_and(|running| running.since.is_none()));
    let said = move || {
        let lang = ui.lang.get();
        let text = if paused() { words::PAUSED } else { words::RECORDING };
        text.with("time", clock(ms() as f64 / 1000.0)).say(lang)
    };
    let space = move || {
        let hours = room.get()?;
        Some(words::ROOM_FOR.with("hours", format!("{:.0}", hours.floor())).say(ui.lang.get()))
    };
    let bookmark = move || {
        let Some(running) = ui.recording.get_untracked() else { return };
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
            <p><span class="dot" aria-hidden="true"></span><b>{said}</b>" "<span class="soft">{space}</span></p>
            <meter min="0" max="1" value=move || level.get().to_string() aria-label=ui.t(words::LEVEL)></meter>
            <div class="deeds">
                <Quiet path=icon_paths::BOOKMARK text=words::BOOKMARK_IT on_tap=bookmark/>
                {move || match paused() {
                    true => view! { <Quiet path=icon_paths::MICROPHONE text=words::GO_ON_RECORDING on_tap=move || pause_or_go_on(ui)/> }.into_any(),
                    false => view! { <Quiet path=icon_paths::PAUSE text=words::PAUSE on_tap=move || pause_or_go_on(ui)/> }.into_any(),
                }}
                <Quiet path=icon_paths::CHECK text=words::STOP on_tap=move || stop(ui)/>
            </div>
        </div>
    }
}

/// What was recorded of an interview, to hear again.
pub fn recordings(ui: Ui, interview: Id) -> impl IntoView {
    mend(ui, interview);
    let all = Memo::new(move |_| {
        ui.follow(RECORDING.id);
        ui.look(|book, index| {
            let mut found = index.linking_to(book, KINDS, (RECORDING.id, "interview"), interview);
            order::sort_by_key(&mut found, |record| (record.begun(), record.id));
            found.into_iter().map(|record| record.id).collect::<Vec<_>>()
        })
    });
    move || {
        let ids = all.get();
        (!ids.is_empty()).then(|| {
            view! {
                <section class="group no-print">
                    <h3>{ui.t(RECORDING.plural)}</h3>
                    {ids.into_iter().map(|id| player(ui, interview, id)).collect_view()}
                </section>
            }
        })
    }
}

fn player(ui: Ui, interview: Id, id: Id) -> impl IntoView {
    let record = Memo::new(move |_| ui.record(&RECORDING, id));
    let length = move || record.with(|record| record.as_ref()?.get("seconds").and_then(Value::as_number));
    let title = move || {
        let lang = ui.lang.get();
        let when = record.with(|record| date::moment(record.as_ref()?.text("when")?));
        let when = when.map(|when| date::say_moment(when, lang)).unwrap_or_default();
        match length() {
            Some(seconds) => format!("{when} · {}", clock(seconds)),
            None => format!("{when} · {}", words::STILL_RECORDING.get(lang)),
        }
    };
    let address = RwSignal::new(None::<String>);
    let missing = RwSignal::new(false);
    let node = NodeRef::<html::Audio>::new();
    let load = move |then: f64| {
        if let Some(audio) = node.get_untracked() {
            return go_to(&audio, then);
        }
        ui.spawn(async move {
            let work = ui.work();
            let media_type = record.with_untracked(|record| {
                record.as_ref().and_then(|record| record.text("media_type")).unwrap_or("audio/webm").to_owned()
            });
            let pieces = match work.pieces(id).await {
                Ok(pieces) if pieces.is_empty() => {
                    missing.try_set(true);
                    return;
                }
                Ok(pieces) => pieces,
                Err(error) => return ui.warn(error.message()),
            };
            match ui.world().sound.play(pieces, &media_type).await {
                Ok(url) => {
                    address.try_set(Some(url));
                    request_animation_frame(move || {
                        if let Some(audio) = node.get_untracked() {
                            go_to(&audio, then);
                        }
                    });
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    on_cleanup(move || {
        if let Some(url) = address.try_get_untracked().flatten() {
            ui.world().sound.forget(&url);
        }
    });
    let save = move || {
        ui.spawn(async move {
            let media_type = record.with_untracked(|record| {
                record.as_ref().and_then(|record| record.text("media_type")).unwrap_or_default().to_owned()
            });
            let (ending, media_type) = match &*media_type {
                of if of.contains("mp4") => ("m4a", "audio/mp4"),
                of if of.contains("ogg") => ("ogg", "audio/ogg"),
                _ => ("webm", "audio/webm"),
            };
            match ui.work().pieces(id).await {
                Ok(pieces) => {
                    let name = format!("porchlight-sound-{}.{ending}", ui.work().now().today());
                    ui.give(OutFile { name, media_type, pieces }, true);
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    let bookmarks = move || {
        ui.follow(BOOKMARK.id);
        let found: Vec<(f64, Id, String)> = ui.look(|book, index| {
            let marks = index.linking_to(book, KINDS, (BOOKMARK.id, "recording"), id);
            let read = |record: &crate::domain::record::Record| {
                let second = record.get("second").and_then(Value::as_number)?;
                Some((second, record.id, record.text("note").unwrap_or_default().to_owned()))
            };
            let mut found: Vec<_> = marks.into_iter().filter_map(read).collect();
            order::sort_by(&mut found, |a, b| a.0.total_cmp(&b.0));
            found
        });
        let row = |(second, _, note): (f64, Id, String)| {
            let name = move || words::PLAY_FROM.with("time", clock(second)).say(ui.lang.get());
            view! {
                <li><button type="button" class="filter" aria-label=name on:click=move |_| load(second)>
                    <Icon path=icon_paths::BOOKMARK/><span>{clock(second)}" "{note}</span>
                </button></li>
            }
        };
        view! { <ul class="filters" role="list">{found.into_iter().map(row).collect_view()}</ul> }
    };
    view! {
        <div class="recording">
            <p class="row-title">{title}</p>
            {move || missing.get().then(|| view! { <p class="soft">{ui.t(words::SOUND_ELSEWHERE)}</p> })}
            {move || address.get().map(|url| view! { <audio controls="" src=url node_ref=node></audio> })}
            {bookmarks}
            <div class="deeds">
                <Quiet path=icon_paths::PLAY text=words::PLAY on_tap=move || load(0.0)/>
                <Quiet path=icon_paths::DOWNLOAD text=words::SAVE_SOUND on_tap=save/>
            </div>
            {quote_from(ui, interview, id, node)}
        </div>
    }
}

fn go_to(audio: &web_sys::HtmlAudioElement, second: f64) {
    audio.set_current_time(second);
    if let Ok(playing) = audio.play() {
        // Where the browser does not let it begin by itself, the controls are there.
        wasm_bindgen_futures::spawn_local(async move { drop(wasm_bindgen_futures::JsFuture::from(playing).await) });
    }
}

/// Who speaks, where it can only be one.
fn only_speaker(ui: Ui, interview: Id) -> Option<Id> {
    let work = ui.work();
    let state = work.state();
    match consent::speakers(&state.book, interview).as_slice() {
        [one] => Some(one.id),
        _ => None,
    }
}

/// A span of sound as a quote: the moment one hears, and what is said there.
fn quote_from(ui: Ui, interview: Id, id: Id, node: NodeRef<html::Audio>) -> impl IntoView {
    let may = move || {
        ui.follow(SPEAKER.id);
        consent::of_everyone(&ui.work().state().book, interview, QUOTES) == Grant::Given
    };
    let span = RwSignal::new(None::<(f64, f64)>);
    // The span that is quoted is kept with the words.
    let of = move |span: Option<(f64, f64)>| {
        let (from, until) = span.unwrap_or_default();
        let span = [("from", from.to_string()), ("until", until.to_string())];
        let speaker = only_speaker(ui, interview).map(|id| ("speaker", id.to_string()));
        let fields = [("interview", interview.to_string()), ("recording", id.to_string())];
        Of::new(QUOTE.id, id, fields.into_iter().chain(span).chain(speaker))
    };
    let place = format!("quote:{id}");
    let known = ui.work().state().typed.get(&Typed::meta_key_of(&place)).and_then(|typed| typed.of.clone());
    let second = |of: &Of, key: &str| of.fields.get(key)?.parse::<f64>().ok();
    span.set(known.and_then(|of| second(&of, "from").zip(second(&of, "until"))));
    let said = Typing::new(ui, place, Some(of(span.get_untracked())), String::new());
    let open = move || {
        let at = node.get_untracked().map_or(0.0, |audio| audio.current_time());
        span.set(Some(((at - QUOTE_SECONDS).max(0.0).floor(), at.max(1.0).ceil())));
        said.belongs_to(of(span.get_untracked()));
    };
    let quote = move || {
        let Some((from, until)) = span.get_untracked() else { return };
        let heard = recording::Span { recording: id, interview, speaker: only_speaker(ui, interview), from, until };
        let row = recording::quoted(ui.work().new_id(), &said.text.get_untracked(), heard);
        let (command, typed) = (Command::Write { label: words::QUOTED.message(), rows: vec![row] }, said.give());
        ui.spawn(async move {
            match said.become_of(typed, command).await {
                Ok(done) => {
                    ui.say_done(&done);
                    span.try_set(None);
                    said.text.try_set(String::new());
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    let cancel = move || {
        span.set(None);
        said.text.set(String::new());
        said.forget();
    };
    let field = QUOTE.field("words").map(|field| field.label);
    move || {
        if !may() {
            return ().into_any();
        }
        match span.get() {
            None => view! { <Quiet path=icon_paths::QUOTE text=words::QUOTE_SOUND on_tap=open/> }.into_any(),
            Some((from, until)) => view! {
                <label class="field">
                    <span class="label">{words::SPAN.with("from", clock(from)).with("until", clock(until)).say(ui.lang.get())}</span>
                    <textarea rows="2" dir="auto" autocomplete="off" form=APART aria-label=move || field.map(|label| label.get(ui.lang.get()))
                        prop:value=said.text on:input=move |event| said.write(event_target_value(&event))></textarea>
                </label>
                <div class="deeds">
                    <Quiet path=icon_paths::CLOSE text=crate::ui::words::CANCEL on_tap=cancel/>
                    <button type="button" class="quiet" disabled=move || said.text.with(|said| said.trim().is_empty()) on:click=move |_| quote()>
                        <Icon path=icon_paths::QUOTE/><span>{ui.t(words::KEEP_QUOTE)}</span>
                    </button>
                </div>
            }.into_any(),
        }
    }
}

/// That sound is recorded is said on every screen, with the way back.
pub fn banner(ui: Ui) -> impl IntoView {
    move || {
        let running = ui.recording.get()?;
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
    }
}
