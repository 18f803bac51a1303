//! A plan that was written elsewhere is pasted: what its lines become is shown below while it is typed, and added as one step.

use super::page::on_calendar;
use crate::model::date;
use crate::model::phrases::{self, When};
use crate::model::text::Message;
use crate::partners::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::typing::{APART, Typing};
use crate::week::page::{Whose, lines};
use crate::week::parts::Part;
use crate::week::pasting::{Pasted, read, rows};
use crate::week::{routes, words};
use crate::work::command::Command;
use leptos::prelude::*;

/// A plan is pasted.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head {
        title: words::PASTE_PLAN.get(ui.lang.get()).to_owned(),
        back: Some((routes::WEEK.route(), words::WEEK.get(ui.lang.get()))),
        ..Head::default()
    });
    let me = ui.work().state().actor;
    let today = ui.work().now().today();
    let looked = super::page::looked_last(ui, today, me.map_or(Whose::Team, Whose::One));
    let typing = Typing::new(ui, format!("week:{}:paste", looked.week), None, String::new());
    let read = memo(move || {
        ui.follow(PARTNER.id);
        let lang = ui.lang.get();
        typing
            .text
            .with(|text| ui.look(|book, index| read(book, index, text, looked, lang).map_err(|wrong| wrong.say())))
    });
    let count = memo(move || read.with(|read| read.as_ref().map_or(0, Vec::len)));
    let busy = RwSignal::new(false);
    let add = move |_| {
        let Ok(pasted) = read.get_untracked() else { return };
        if busy.get_untracked() || pasted.is_empty() {
            return;
        }
        busy.set(true);
        let (work, here) = (ui.work(), ui.here());
        let staff = match looked.whose {
            Whose::Team => None,
            Whose::One(me) => Some(me),
        };
        let rows = ui.look(|book, index| {
            let there = lines(book, index, &on_calendar(), looked);
            rows(book, (&there, looked), &pasted, staff, &mut || work.new_id())
        });
        let label = words::PASTED.with("count", pasted.len());
        let given = typing.give();
        ui.spawn(async move {
            match typing.become_of(given, Command::Write { label, rows }).await {
                Ok(done) => {
                    ui.say_done(&done);
                    ui.go_on(here, routes::WEEK.route());
                }
                Err(error) => ui.warn(error.message()),
            }
            busy.try_set(false);
        });
    };
    view! {
        <div class="page week" data-stack="">
            <section class="group form">
                <div class="field">
                    <label class="label" for="plan">{ui.t(words::PASTE_HERE)}</label>
                    <p class="help" id="plan-help">{ui.t(words::PASTE_HELP)}</p>
                    <textarea
                        id="plan" rows="10" dir="auto" autocomplete="off" form=APART aria-describedby="plan-help" prop:value=typing.text
                        on:input=move |event| typing.write(event_target_value(&event))
                    ></textarea>
                </div>
            </section>
            {drawn(move || read.with(|read| match read {
                Ok(pasted) => preview(ui, pasted).into_any(),
                Err(wrong) => wrong_text(ui, wrong.clone()).into_any(),
            }))}
        </div>
        <div class="actions">
            <button type="button" class="primary" disabled=move || busy.get() || count.get() == 0 on:click=add>
                <Icon path=icon_paths::PLUS/><span>{move || words::PASTE_ADD.with("count", count.get()).say(ui.lang.get())}</span>
            </button>
        </div>
    }
}

fn wrong_text(ui: Ui, wrong: Message) -> impl IntoView {
    view! { <p class="error" role="alert"><Icon path=icon_paths::WARNING/><span>{ui.say(wrong)}</span></p> }
}

/// What the lines become, under the headings of the page.
fn preview(ui: Ui, pasted: &[Pasted]) -> impl IntoView + use<> {
    let loose = pasted.iter().any(|line| !line.under_heading);
    let parts = Part::ALL.map(|part| {
        let own: Vec<_> = pasted.iter().filter(|line| line.part == part).map(|line| row(ui, line)).collect();
        (!own.is_empty()).then(|| {
            view! {
                <h3>{ui.t(part.whole_name())}</h3>
                <ul class="rows" role="list">{own.into_iter().collect_view()}</ul>
            }
        })
    });
    let loose = loose.then(|| {
        view! { <p class="soft">{ui.say(words::NO_HEADING.with("heading", Part::Outreach.name()))}</p> }
    });
    view! { {loose} {parts.into_iter().collect_view()} }
}

fn row(ui: Ui, line: &Pasted) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let reading = &line.reading;
    let day = reading.day.and_then(|day| phrases::say_when(&When::Day(day)));
    let rule = reading.rule.as_ref().and_then(phrases::say);
    let mut said: Vec<String> = rule.or(day).map(|message| message.say(lang)).into_iter().collect();
    let times = [reading.times.0, reading.times.1].into_iter().flatten().map(|time| date::say_time(time, lang));
    let times: Vec<String> = times.collect();
    said.extend((!times.is_empty()).then(|| times.join(" – ")));
    said.extend(reading.partner.and_then(|partner| ui.title(&PARTNER, partner)));
    said.extend(line.left.then(|| words::LEFT_WORDS.get(lang).to_owned()));
    view! {
        <li class="task" data-indent=line.indent.to_string()><div class="row">
            <span class="row-title" dir="auto">{reading.what.clone()}</span>
            <span class="row-line">{date::capital(&said.join(" · "))}</span>
        </div></li>
    }
}
