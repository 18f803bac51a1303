//! A check is put off: why, and for how long.

use crate::checks::kinds::{CHECK_PAUSE, pause_fields as pause};
use crate::checks::pausing::{Check, MONTH, WEEK, paused_until, put_off};
use crate::checks::words;
use crate::model::author::Author;
use crate::model::date;
use crate::model::text::Text;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::Route;
use crate::ui::typing::Typing;
use crate::work::command::Command;
use leptos::prelude::*;

/// The reasons that are one tap away.
const REASONS: [Text; 2] = [words::BUSY, words::BREAK];

/// At the end of a check: that it is put off and why, or the way to put it off.
pub fn section(ui: Ui, check: Check) -> AnyView {
    let paused = memo(move || {
        ui.follow(CHECK_PAUSE.id);
        let today = ui.work().now().today();
        let (id, until) = ui.look(|book, _| paused_until(book, check, today))?;
        let reason = ui.peek(&CHECK_PAUSE, id).and_then(|record| pause::REASON.of(&record).map(str::to_owned));
        Some((id, until, reason.unwrap_or_default()))
    });
    let shown = move || match paused.get() {
        Some((id, until, reason)) => {
            let until = date::say_day(until, ui.lang.get());
            let said = ui.say(words::IS_PUT_OFF.with("day", until).with("reason", reason));
            let again = move || ui.send(Command::Delete(CHECK_PAUSE.id, id));
            view! {
                <section class="group">
                    <p dir="auto">{said}</p>
                    <div class="deeds"><Quiet path=icon_paths::UNDO text=words::SHOW_AGAIN on_tap=again/></div>
                </section>
            }
            .into_any()
        }
        None => view! {
            <section class="group">
                <details class="more"><summary>{ui.t(words::NOT_NOW)}</summary>{why(ui, check)}</details>
            </section>
        }
        .into_any(),
    };
    drawn(shown).into_any()
}

/// Why it is put off, and for how long.
fn why(ui: Ui, check: Check) -> AnyView {
    let reason = Typing::new(ui, format!("put_off:{}", check.key()), None, String::new());
    let busy = RwSignal::new(false);
    let ready = move || !busy.get() && reason.text.with(|reason| !reason.trim().is_empty());
    let keep = move |days: u64| {
        if busy.get_untracked() {
            return;
        }
        let work = ui.work();
        let author = Author { by: work.state().actor, now: work.now() };
        let Some(row) = reason.text.with_untracked(|reason| put_off(check, days, reason, author)) else { return };
        let until = row.2.get(pause::UNTIL.key()).and_then(|until| date::day(until.as_text()?));
        let until = until.map(|until| date::say_day(until, ui.lang.get_untracked())).unwrap_or_default();
        let command = Command::Write { label: words::PUT_OFF.with("day", until), rows: vec![row] };
        let here = ui.here();
        busy.set(true);
        ui.spawn(async move {
            match reason.become_of(reason.give(), command).await {
                Ok(done) => {
                    ui.say_done(&done);
                    ui.go_on(here, Route::Today);
                }
                Err(error) => ui.warn(error.message()),
            }
            busy.try_set(false);
        });
    };
    let ready_made = REASONS.map(|words| {
        let take = move |_| reason.write(words.get(ui.lang.get_untracked()).to_owned());
        view! { <button type="button" class="quiet" on:click=take><span>{ui.t(words)}</span></button> }
    });
    let for_days = move |days: u64, text: Text| {
        view! {
            <button type="button" class="quiet" disabled=move || !ready() on:click=move |_| keep(days)>
                <Icon path=icon_paths::CLOCK/><span>{ui.t(text)}</span>
            </button>
        }
    };
    view! {
      <div data-stack="">
        <p class="soft">{ui.t(words::PUT_OFF_WHAT)}</p>
        <div class="field">
            <label class="label" for="put-off">{ui.t(words::REASON)}</label>
            <input
                id="put-off" type="text" autocomplete="off" prop:value=reason.text
                on:input=move |event| reason.write(event_target_value(&event))
            />
            <div class="deeds">{ready_made.into_iter().collect_view()}</div>
        </div>
        <div class="deeds">
            {for_days(WEEK, words::FOR_A_WEEK)}
            {for_days(MONTH, words::FOR_A_MONTH)}
        </div>
      </div>
    }
    .into_any()
}

/// The reminder of hubs is put off.
pub fn hubs(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head {
        title: words::HUBS.get(ui.lang.get()).to_owned(),
        line: words::CHECKS.get(ui.lang.get()).to_owned(),
        back: None,
    });
    view! {
        <div class="page" data-stack="">
            <p class="soft">{ui.t(words::HUBS_WHAT)}</p>
            {section(ui, Check::Hubs)}
        </div>
    }
}
