//! After an interview: words of thanks to read out, in the language of whoever was heard, and what comes next.

use super::{prompts_in, tongues};
use crate::interviews::kinds::interview::{INTERVIEW, QUOTES, SPEAKER};
use crate::interviews::{routes, words};
use crate::model::id::Id;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::work::consent::{self, Grant};
use leptos::prelude::*;

/// The end of an interview.
pub fn screen(ui: Ui, interview: Id) -> impl IntoView {
    ui.head(move || Head {
        title: ui.title(&INTERVIEW, interview).unwrap_or_default(),
        line: String::new(),
        back: Some((Route::Records(INTERVIEW.id, View::List), words::INTERVIEWS.get(ui.lang.get()))),
    });
    let lang = prompts_in(ui, Some(interview));
    // What comes next stands where “Finish the interview” was a moment ago.
    let guard = Guard::default();
    guard.moved();
    let may_quote = memo(move || {
        ui.follow(SPEAKER.id);
        let work = ui.work();
        let state = work.state();
        let speakers = consent::speakers(&state.book, interview);
        speakers.into_iter().any(|record| consent::of_record(&SPEAKER, record, QUOTES) == Grant::Given)
    });
    let next = move || if may_quote.get() { words::CHOOSE_QUOTES } else { words::REVIEW_NOTES };
    view! {
        <div class="page consent" data-stack="">
            <div class="aloud">
                {tongues(ui, Some(interview), lang)}
                <p class="soft">{ui.t(words::READ_OUT)}</p>
                <p class="read-out" lang=move || lang.get().tag()>{move || words::THANKS.get(lang.get())}</p>
            </div>
        </div>
        <div class="actions" data-settling=guard.settling() on:click:capture=guard.sieve()>
            <a class="quiet" href=routes::BEGIN.route().href()>
                <Icon path=icon_paths::PLUS/><span>{ui.t(words::NEW_INTERVIEW)}</span>
            </a>
            <a class="primary" href=Route::Records(INTERVIEW.id, View::One(interview)).href()>
                <span>{move || next().get(ui.lang.get())}</span><Icon path=icon_paths::CHEVRON/>
            </a>
        </div>
    }
}
