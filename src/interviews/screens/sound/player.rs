//! What was recorded of an interview, to hear again, to save, and to find its bookmarks in.

use super::{clock, mend, quote};
use crate::interviews::kinds::recording::{BOOKMARK, RECORDING, bookmark_fields as bookmark, recording_fields};
use crate::interviews::words;
use crate::model::id::Id;
use crate::model::record::Record;
use crate::model::{date, order};
use crate::ports::OutFile;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use leptos::html;
use leptos::prelude::*;

/// What was recorded of an interview, to hear again.
pub fn recordings(ui: Ui, interview: Id) -> impl IntoView {
    mend(ui, interview);
    let all = memo(move || {
        ui.follow(RECORDING.id);
        ui.look(|book, index| {
            let mut found = index.linking_to(book, recording_fields::INTERVIEW.path(), interview);
            order::sort_by_key(&mut found, |record| (record.begun(), record.id));
            found.into_iter().map(|record| record.id).collect::<Vec<_>>()
        })
    });
    drawn(move || {
        let ids = all.get();
        (!ids.is_empty()).then(|| {
            view! {
                <section class="group no-print">
                    <h3>{ui.t(RECORDING.plural)}</h3>
                    {ids.into_iter().map(|id| player(ui, interview, id)).collect_view()}
                </section>
            }
        })
    })
}

fn player(ui: Ui, interview: Id, id: Id) -> impl IntoView {
    let record = memo(move || ui.record(&RECORDING, id));
    let length = move || record.with(|record| recording_fields::SECONDS.of(record.as_ref()?));
    let title = move || {
        let lang = ui.lang.get();
        let when = record.with(|record| date::moment(recording_fields::WHEN.of(record.as_ref()?)?));
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
                record
                    .as_ref()
                    .and_then(|record| recording_fields::MEDIA_TYPE.of(record))
                    .unwrap_or("audio/webm")
                    .to_owned()
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
                record
                    .as_ref()
                    .and_then(|record| recording_fields::MEDIA_TYPE.of(record))
                    .unwrap_or_default()
                    .to_owned()
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
            let marks = index.linking_to(book, bookmark::RECORDING.path(), id);
            let read = |record: &Record| {
                let second = bookmark::SECOND.of(record)?;
                Some((second, record.id, bookmark::NOTE.of(record).unwrap_or_default().to_owned()))
            };
            let mut found: Vec<_> = marks.into_iter().filter_map(read).collect();
            order::sort_by(&mut found, |a, b| a.0.total_cmp(&b.0));
            found
        });
        let row = |(second, _, note): (f64, Id, String)| {
            let name = move || words::PLAY_FROM.with("time", clock(second)).say(ui.lang.get());
            view! {
                <li><button type="button" class="filter" aria-label=move || name() on:click=move |_| load(second)>
                    <Icon path=icon_paths::BOOKMARK/><span>{clock(second)}" "{note}</span>
                </button></li>
            }
        };
        view! { <ul class="filters" role="list">{found.into_iter().map(row).collect_view()}</ul> }
    };
    view! {
        <div class="recording">
            <p class="row-title">{move || title()}</p>
            {move || missing.get().then(|| view! { <p class="soft">{ui.t(words::SOUND_ELSEWHERE)}</p> })}
            {move || address.get().map(|url| view! { <audio controls="" src=url node_ref=node></audio> })}
            {move || bookmarks()}
            <div class="deeds">
                <Quiet path=icon_paths::PLAY text=words::PLAY on_tap=move || load(0.0)/>
                <Quiet path=icon_paths::DOWNLOAD text=words::SAVE_SOUND on_tap=save/>
            </div>
            {quote::from_sound(ui, interview, id, node)}
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
