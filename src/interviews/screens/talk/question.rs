//! The question one stands at, large, with the ways on and back.

use super::Talking;
use crate::interviews::interview::Turn;
use crate::interviews::interview::conversation::ConversationEvent as Event;
use crate::interviews::screens::{sound, tongues};
use crate::interviews::words;
use crate::model::questionnaire::Asked;
use crate::model::text::Lang;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::words as common;
use leptos::prelude::*;

impl Talking {
    /// A question, the place for its answer, what is said to it, and what one can do.
    pub(crate) fn question(self, turn: Turn) -> impl IntoView + use<> {
        let ui = self.ui;
        let asked = StoredValue::new(turn.asked);
        let both =
            move |read: fn(&Asked, Lang) -> String| move || asked.with_value(|asked| read(asked, self.lang.get()));
        let part = both(|asked, lang| asked.part.get(lang).to_owned());
        let ask = both(|asked, lang| asked.ask.get(lang).to_owned());
        // Help is for whoever asks, so it is in their language.
        let help = move || asked.with_value(|asked| asked.help.get(ui.lang.get()).to_owned());
        let tag = move || self.lang.get().tag();
        let prompts = move || {
            asked.with_value(|asked| {
                let lang = self.lang.get();
                let items =
                    asked.prompts.iter().map(|prompt| view! { <li lang=lang.tag()>{prompt.get(lang).to_owned()}</li> });
                (!asked.prompts.is_empty()).then(|| {
                    view! {
                        <details class="more"><summary>{ui.t(words::ASK_FURTHER)}</summary>
                            <ul>{items.collect_view()}</ul></details>
                    }
                })
            })
        };
        let number = move || {
            self.talk.with(|talk| {
                let (number, all) = talk.as_ref().map_or((1, 1), |talk| talk.number(self.at.get()));
                (number, all)
            })
        };
        let counted = move || {
            let (number, all) = number();
            words::NUMBER_OF.with("number", number).with("all", all).say(ui.lang.get())
        };
        let first = move || self.talk.with(|talk| talk.as_ref().is_none_or(|talk| talk.back(self.at.get()).is_none()));
        view! {
            <div class="page talk">
                <div class="talk-head">
                    <div class="progress">
                        <label for="asked">{move || counted()}</label>
                        <progress id="asked" max=move || number().1.to_string() value=move || number().0.to_string()></progress>
                    </div>
                    {tongues(ui, Some(self.interview), self.lang)}
                </div>
                <section class="asking" aria-live="polite">
                    <p class="soft" lang=move || tag()>{part}</p>
                    <h2 id="asked-question" lang=move || tag() dir="auto">{ask}</h2>
                    {move || Some(help()).filter(|help| !help.is_empty()).map(|help| view! { <p class="help">{help}</p> })}
                    {move || prompts()}
                </section>
                {self.to_answer(asked)}
                {self.notes()}
                {sound::recorder(ui, self.interview, move || self.key())}
                {self.all_questions()}
            </div>
            <div class="actions talk-go" data-settling=self.guard.settling() on:click:capture=self.guard.sieve()>
                <button type="button" class="quiet" disabled=move || first() on:click=move |_| self.tell(Event::Back)>
                    <Icon path=icon_paths::BACK/><span>{ui.t(common::BACK)}</span>
                </button>
                <button type="button" class="quiet" on:click=move |_| self.tell(Event::Later)><span>{ui.t(words::ASK_LATER)}</span></button>
                <button type="button" class="quiet" on:click=move |_| self.tell(Event::Skip)><span>{ui.t(words::SKIP_IT)}</span></button>
                <button type="button" class="primary" on:click=move |_| self.tell(Event::Next)>
                    <span>{ui.t(common::NEXT)}</span><Icon path=icon_paths::CHEVRON/>
                </button>
            </div>
        }
    }
}
