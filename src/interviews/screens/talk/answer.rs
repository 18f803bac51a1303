//! The place for an answer below a question: answers to tap, or a number, a date or a few words to type.

use super::Talking;
use crate::interviews::interview::conversation::ConversationEvent as Event;
use crate::interviews::words;
use crate::model::near_days;
use crate::model::question::{LIST, ONE, SEVERAL};
use crate::model::questionnaire::{Answer, Asked, keys};
use crate::services::{IN_INTERVIEW, is_need, ways_to_help};
use crate::ui::form::day;
use crate::ui::reactive::{drawn, memo};
use crate::ui::typing::APART;
use leptos::prelude::*;

impl Talking {
    /// Answers to tap, or the place for a number, a date or a few words; nothing for a question answered in notes.
    pub(crate) fn to_answer(self, asked: StoredValue<Asked>) -> impl IntoView {
        let manner = asked.with_value(|asked| asked.manner.clone());
        match &*manner {
            "long_text" => ().into_any(),
            "number" | "date" | "text" => {
                let ty = if manner == "date" { "date" } else { "text" };
                let mode = (manner == "number").then_some("decimal");
                // A date that is not finished says nothing yet, and above all not that there is none.
                let finished = |event: &web_sys::Event| !day::is_unfinished(&event_target(event));
                let left = move |event: leptos::ev::FocusEvent| {
                    if !finished(&event) {
                        self.ui.warn(words::DATE_UNFINISHED.message());
                    }
                };
                view! {
                    <input
                        class="typed-answer" type=ty inputmode=mode autocomplete="off" aria-labelledby="asked-question"
                        prop:value=self.value
                        on:input=move |event| if finished(&event) { self.tell(Event::AnswerTyped(event_target_value(&event))) }
                        on:change=move |event| if finished(&event) { self.tell(Event::AnswerGiven(event_target_value(&event))) }
                        on:blur=left
                    />
                    {(manner == "date").then(|| self.near_days())}
                }
                .into_any()
            }
            LIST => view! {
                <textarea
                    class="typed-answer" rows="4" dir="auto" autocomplete="off" form=APART aria-labelledby="asked-question"
                    prop:value=self.value on:input=move |event| self.tell(Event::AnswerTyped(event_target_value(&event)))
                    on:change=move |event| self.tell(Event::AnswerGiven(event_target_value(&event)))
                ></textarea>
            }
            .into_any(),
            _ => {
                let several = manner == SEVERAL;
                let answers = asked.with_value(|asked| asked.to_tap());
                let row = manner != SEVERAL && manner != ONE;
                let needs: Vec<String> =
                    answers.iter().filter(|answer| is_need(&answer.key, &answer.words.en)).map(|answer| answer.key.clone()).collect();
                let chips = answers.into_iter().map(|answer| self.chip(several, answer)).collect_view();
                view! {
                    <fieldset class="choices" data-row=row.then_some("")>
                        <legend class="unseen">{self.ui.t(words::ANSWERS)}</legend>
                        {chips}
                    </fieldset>
                    {self.needs_heard(needs)}
                }
                .into_any()
            }
        }
    }

    /// The ways to find help for needs that were named, among those that can be.
    fn needs_heard(self, needs: Vec<String>) -> AnyView {
        if needs.is_empty() {
            return ().into_any();
        }
        let named = memo(move || {
            let is = |need: &&String| self.value.with(|value| keys(value).any(|key| key == need.as_str()));
            needs.iter().filter(is).cloned().collect::<Vec<_>>()
        });
        drawn(move || ways_to_help(self.ui, named.get(), IN_INTERVIEW)).into_any()
    }

    /// The days that are offered with one tap.
    fn near_days(self) -> impl IntoView {
        let today = self.ui.work().now().today();
        let chips = move || {
            let chip = |(kept, said): (String, String)| {
                let tapped = kept.clone();
                let pressed = move || self.value.with(|value| *value == kept).to_string();
                let tap = move |_| self.tell(Event::AnswerGiven(tapped.clone()));
                view! { <button type="button" class="filter" aria-pressed=move || pressed() on:click=tap>{said}</button> }
            };
            near_days::for_answer(today, self.lang.get()).into_iter().map(chip).collect_view()
        };
        view! {
            <div class="near-days" role="group" aria-labelledby="asked-question" lang=move || self.lang.get().tag()>
                {move || chips()}
            </div>
        }
    }

    fn chip(self, several: bool, answer: Answer) -> impl IntoView {
        let Answer { key, words } = answer;
        let chosen = {
            let key = key.clone();
            memo(move || self.value.with(|value| keys(value).any(|known| known == key)))
        };
        let tap = move |event| {
            self.tell(Event::AnswerTapped { key: key.clone(), several, on: event_target_checked(&event) });
        };
        view! {
            <label class="choice">
                <input type=if several { "checkbox" } else { "radio" } name="answer" prop:checked=chosen on:change=tap/>
                <span lang=move || self.lang.get().tag()>{move || words.get(self.lang.get()).to_owned()}</span>
            </label>
        }
    }
}
