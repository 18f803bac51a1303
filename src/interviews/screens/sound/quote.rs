//! A span of sound as a quote, in the words of whoever listens.

use super::clock;
use crate::interviews::kinds::interview::{QUOTES, SPEAKER};
use crate::interviews::kinds::quote::{QUOTE, quote_fields};
use crate::interviews::{recording, words};
use crate::model::id::Id;
use crate::model::typed::{Of, Typed};
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::drawn;
use crate::ui::typing::{APART, Typing};
use crate::work::command::Command;
use crate::work::consent::{self, Grant};
use leptos::html;
use leptos::prelude::*;

/// How long a quote from a recording is at first, in seconds.
const QUOTE_SECONDS: f64 = 10.0;

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
pub(crate) fn from_sound(ui: Ui, interview: Id, id: Id, node: NodeRef<html::Audio>) -> impl IntoView {
    let may = move || {
        ui.follow(SPEAKER.id);
        consent::of_everyone(&ui.work().state().book, interview, QUOTES) == Grant::Given
    };
    let span = RwSignal::new(None::<(f64, f64)>);
    // The span that is quoted is kept with the words.
    let of = move |span: Option<(f64, f64)>| {
        let (from, until) = span.unwrap_or_default();
        let span = [("from", from.to_string()), ("until", until.to_string())];
        let speaker = only_speaker(ui, interview).map(|id| (quote_fields::SPEAKER.key(), id.to_string()));
        let fields =
            [(quote_fields::INTERVIEW.key(), interview.to_string()), (quote_fields::RECORDING.key(), id.to_string())];
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
    // The quote that is being made: a second tap makes the same.
    let next = StoredValue::new(ui.work().new_id());
    let quote = move || {
        let Some((from, until)) = span.get_untracked() else { return };
        let heard = recording::Span { recording: id, interview, speaker: only_speaker(ui, interview), from, until };
        let id = next.get_value();
        let row = recording::quoted(id, &said.text.get_untracked(), heard);
        let (label, typed) = (words::QUOTED.message(), said.give());
        let command = Command::Once { kind: QUOTE.id, id, label, rows: vec![row] };
        ui.spawn(async move {
            match said.become_of(typed, command).await {
                // The second half of a double tap.
                Ok(done) if !done.changed => {}
                Ok(done) => {
                    next.try_set_value(ui.work().new_id());
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
    let field = QUOTE.field(quote_fields::WORDS.key()).map(|field| field.label);
    drawn(move || {
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
    })
}
