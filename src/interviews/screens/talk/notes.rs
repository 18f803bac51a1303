//! What is said to a question: the lines that were noted, the one that is being written, and who says it.

use super::{Talking, speaker_name};
use crate::interviews::interview::conversation::ConversationEvent as Event;
use crate::interviews::kinds::interview::{NOTES, SAID, SPEAKER, said_fields};
use crate::interviews::words;
use crate::model::date;
use crate::model::id::Id;
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::APART;
use crate::work::consent::{self, Grant};
use leptos::prelude::*;

impl Talking {
    /// The lines that were noted, and the one being written.
    pub(crate) fn notes(self) -> impl IntoView {
        let ui = self.ui;
        let lines = memo(move || {
            let at = self.at.get();
            self.talk.with(|talk| Some(talk.as_ref()?.turns.get(at)?.lines.clone())).unwrap_or_default()
        });
        let row = move |id: Id| {
            let record = move || ui.record(&SAID, id);
            let time = move || Some(date::say_time(date::moment(said_fields::WHEN.of(&record()?)?)?, ui.lang.get()));
            let said = move || record().and_then(|record| said_fields::WORDS.of(&record).map(str::to_owned));
            let who = move || speaker_name(ui, said_fields::SPEAKER.of(&record()?)?);
            view! {
                <li><a href=Route::Records(SAID.id, View::Edit(id)).href()>
                    <time>{move || time()}</time>
                    {move || who().map(|who| view! { <b dir="auto">{who}</b> })}
                    <span dir="auto">{move || said()}</span>
                </a></li>
            }
        };
        let key = move |event: leptos::ev::KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                self.tell(Event::LineEntered);
            }
        };
        view! {
            <section class="said" aria-label=ui.t(words::YOUR_NOTES)>
                {self.speakers()}
                <ol role="list"><For each=move || lines.get() key=|id| *id let:id>{row(id)}</For></ol>
                <textarea
                    rows="2" dir="auto" autocomplete="off" form=APART node_ref=self.input enterkeyhint="enter"
                    aria-label=ui.t(words::YOUR_NOTES) placeholder=ui.t(words::WRITE_HERE)
                    prop:value=self.typed on:keydown=key
                    on:input=move |event| self.tell(Event::LineTyped(event_target_value(&event)))
                ></textarea>
            </section>
        }
    }

    /// Who is speaking, where there are several.
    fn speakers(self) -> impl IntoView {
        let ui = self.ui;
        let people = memo(move || {
            ui.follow(SPEAKER.id);
            let work = ui.work();
            let state = work.state();
            let speakers = consent::speakers(&state.book, self.interview);
            let agreed = speakers.iter().filter(|record| consent::of_record(&SPEAKER, record, NOTES) == Grant::Given);
            (agreed.map(|record| record.id).collect::<Vec<_>>(), speakers.len())
        });
        effect(move || {
            let (agreed, all) = people.get();
            self.tell(Event::Speakers(agreed, all));
        });
        let one = move |id: Option<Id>| {
            let name = move || match id {
                None => words::EVERYONE.get(ui.lang.get()).to_owned(),
                Some(id) => speaker_name(ui, id).unwrap_or_else(|| words::NAMELESS.get(ui.lang.get()).to_owned()),
            };
            let pressed = move || (self.speaker.get() == id).to_string();
            let tap = move |_| {
                self.tell(Event::SpeakerTapped(id));
            };
            view! { <button type="button" class="filter" dir="auto" aria-pressed=move || pressed() on:click=tap>{move || name()}</button> }
        };
        drawn(move || {
            let (agreed, all) = people.get();
            (all > 1).then(|| {
                let everyone = (agreed.len() == all).then_some(None);
                let buttons = everyone.into_iter().chain(agreed.into_iter().map(Some)).map(one).collect_view();
                view! { <div class="filters" role="group" aria-label=ui.t(words::SAID_BY)>{buttons}</div> }
            })
        })
    }
}
