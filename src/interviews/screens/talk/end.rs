//! Every question with how it stands, and what follows the last one: what was put off, and the end.

use super::Talking;
use crate::interviews::interview::conversation::ConversationEvent as Event;
use crate::interviews::interview::{Stands, Turn};
use crate::interviews::kinds::interview::{HELD, INTERVIEW};
use crate::interviews::screens::{hand, sound};
use crate::interviews::{interview as talks, routes, words};
use crate::model::text::Text;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::prelude::*;

impl Talking {
    /// Every question with how it stands, to go to.
    pub(crate) fn all_questions(self) -> impl IntoView {
        let ui = self.ui;
        let rows = move || {
            let here = self.at.get();
            self.talk.with(|talk| {
                let turns = talk.as_ref().map(|talk| &*talk.turns).unwrap_or_default();
                let row = |(at, turn): (usize, &Turn)| {
                    let ask = turn.asked.ask.get(ui.lang.get()).to_owned();
                    let stands = if at == here { words::NOW_HERE } else { stands(turn.stands) };
                    view! {
                        <li><button type="button" class="row" on:click=move |_| self.tell(Event::GoTo(at))>
                            <span class="row-title" dir="auto">{ask}</span>
                            <span class="row-end">{ui.t(stands)}</span>
                        </button></li>
                    }
                };
                turns.iter().enumerate().filter(|(_, turn)| turn.applies).map(row).collect_view()
            })
        };
        view! {
            <details class="more">
                <summary>{ui.t(words::ALL_QUESTIONS)}</summary>
                <ol class="rows" role="list">{move || rows()}</ol>
                <div class="deeds">
                    <a class="quiet" href=Route::Records(INTERVIEW.id, View::One(self.interview)).href()>
                        <Icon path=icon_paths::PERSON/><span>{ui.t(words::PEOPLE)}</span>
                    </a>
                    <Quiet path=icon_paths::ARROW text=words::TO_THE_END on_tap=move || self.tell(Event::ToTheEnd)/>
                </div>
            </details>
        }
    }

    /// Behind the last question: what was put off, and the end.
    pub(crate) fn end(self) -> impl IntoView + use<> {
        let ui = self.ui;
        let put_off = move || {
            self.talk.with(|talk| {
                let talk = talk.as_ref()?;
                let off = talk.put_off();
                let row = |at: usize| {
                    let ask = talk.turns.get(at)?.asked.ask.get(ui.lang.get()).to_owned();
                    Some(view! {
                        <li><button type="button" class="row" on:click=move |_| self.tell(Event::GoTo(at))>
                            <span class="row-title" dir="auto">{ask}</span>
                            <span class="row-end"><Icon path=icon_paths::CHEVRON/></span>
                        </button></li>
                    })
                };
                (!off.is_empty()).then(|| {
                    view! {
                        <section class="group" data-lamp="">
                            <h3>{ui.t(words::STILL_TO_ASK)}</h3>
                            <ul class="rows" role="list">{off.iter().map(|at| row(*at)).collect_view()}</ul>
                        </section>
                    }
                })
            })
        };
        let counts = move || {
            self.talk.with(|talk| {
                let count = |stands| talk.as_ref().map_or(0, |talk| talk.count(stands));
                words::END_COUNTS
                    .with("answered", count(Stands::Answered))
                    .with("skipped", count(Stands::Skipped))
                    .with("open", count(Stands::Open) + count(Stands::Later))
                    .say(ui.lang.get())
            })
        };
        let end = move |outcome: &'static str| {
            let called = untrack(|| ui.title(&INTERVIEW, self.interview)).unwrap_or_default();
            sound::stop(ui);
            let rows = vec![talks::end(self.interview, outcome, hand(ui))];
            let command = Command::Write { label: words::ENDED.with("what", called), rows };
            let to = routes::THANKS.at(self.interview);
            let here = ui.here();
            ui.spawn(async move {
                if ui.run(command).await.is_ok() {
                    ui.go_on(here, to);
                }
            });
        };
        view! {
            <div class="page" data-stack="">
                <section class="group">
                    <h2>{ui.t(words::END_TITLE)}</h2>
                    <p>{move || counts()}</p>
                </section>
                {move || put_off()}
                {self.all_questions()}
            </div>
            <div class="actions" data-settling=self.guard.settling() on:click:capture=self.guard.sieve()>
                <Quiet path=icon_paths::BACK text=common::BACK on_tap=move || self.tell(Event::Back)/>
                <Quiet path=icon_paths::CLOSE text=words::BREAK_OFF on_tap=move || end("broken_off")/>
                <Quiet path=icon_paths::CHECK text=words::FINISH class="primary" on_tap=move || end(HELD)/>
            </div>
        }
    }
}

fn stands(stands: Stands) -> Text {
    match stands {
        Stands::Open => words::OPEN_YET,
        Stands::Answered => words::ANSWERED,
        Stands::Skipped => words::SKIPPED,
        Stands::Later => words::LATER,
    }
}
