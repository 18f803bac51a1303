//! An event is held again: copied, or made a series; and on the page of a session the way to the others.

use crate::events::kinds::event::EVENT;
use crate::events::series::{self, MOST, MOST_WEEKS, NoSeries};
use crate::events::{copying, routes, words};
use crate::model::date;
use crate::model::id::Id;
use crate::model::phrases;
use crate::model::text::{Message, Text};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::work::command::Command;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The way to repeat an event.
fn way(ui: Ui, event: Id) -> impl IntoView {
    view! {
        <a class="quiet" href=routes::REPEAT.at(event).href()>
            <Icon path=icon_paths::SYNC/><span>{ui.t(words::REPEAT)}</span>
        </a>
    }
}

/// Makes another event like this one, and opens its form for the date.
fn copy(ui: Ui, event: Id) -> impl IntoView {
    let next = ui.next_id();
    let copy = move || {
        let (work, copy, here) = (ui.work(), next.get(), ui.here());
        let name = untrack(|| ui.title(&EVENT, event)).unwrap_or_default();
        let rows = ui.look(|book, index| copying::copied(book, index, event, copy, &mut || work.new_id()));
        let Some(rows) = rows else { return };
        ui.spawn(async move {
            if ui.begin(next, &EVENT, words::COPIED.with("name", name), rows).await {
                ui.go_on(here, Route::Records(EVENT.id, View::Edit(copy)));
            }
        });
    };
    view! { <Quiet path=icon_paths::CALENDAR text=words::COPY on_tap=copy/> }
}

/// An event is repeated: every so many weeks, until a day.
pub fn screen(ui: Ui, event: Id) -> impl IntoView {
    let page = Route::Records(EVENT.id, View::One(event));
    ui.head(move || Head {
        title: ui.title(&EVENT, event).unwrap_or_default(),
        line: words::REPEAT.get(ui.lang.get()).to_owned(),
        back: Some((page, EVENT.name.get(ui.lang.get()))),
    });
    let (weeks, until) = (RwSignal::new("1".to_owned()), RwSignal::new(String::new()));
    let typed = memo(move || {
        let first = ui.record(&EVENT, event).ok_or(NoSeries::NoDate).and_then(|record| series::day_of(&record))?;
        let weeks: u32 = weeks.with(|weeks| weeks.trim().parse().map_err(|_| NoSeries::Weeks))?;
        let until = until.with(|until| date::day(until).ok_or(NoSeries::NoLastDay))?;
        Ok((first, weeks, until))
    });
    let days = memo(move || typed.get().and_then(|(first, weeks, until)| series::days(first, weeks, until)));
    let in_words = move || {
        let (first, weeks, until) = typed.get().ok()?;
        Some(date::capital(&phrases::say(&series::rule(first, weeks, until))?.say(ui.lang.get())))
    };
    // How many of them are new.
    let new = memo(move || {
        ui.follow(EVENT.id);
        let zone = ui.work().zone();
        let days = days.get().ok()?;
        Some(ui.look(|book, index| series::sessions(book, index, event, &days, &*zone)).1)
    });
    let add = move || {
        let Ok(days) = days.get_untracked() else { return };
        let (zone, here) = (ui.work().zone(), ui.here());
        let (rows, count) = ui.look(|book, index| series::sessions(book, index, event, &days, &*zone));
        if rows.is_empty() {
            return;
        }
        let name = untrack(|| ui.title(&EVENT, event)).unwrap_or_default();
        let label = words::SESSIONS_ADDED.with("name", name).with("count", count);
        ui.spawn(async move {
            if ui.run(Command::Write { label, rows }).await.is_ok() {
                ui.go_on(here, page);
            }
        });
    };
    let said = move || {
        let lang = ui.lang.get();
        match days.get() {
            Err(why) => view! { <p class="soft" role="status">{says(why).say(lang)}</p> }.into_any(),
            Ok(days) => {
                let there = days.len() - 1 - new.get().unwrap_or(0);
                let there = (there > 0).then(|| words::SESSIONS_THERE.with("count", there).say(lang));
                let day = |day: NaiveDate| view! { <li>{date::capital(&date::say_day(day, lang))}</li> };
                view! {
                    {in_words().map(|rule| view! { <p>{rule}</p> })}
                    {there.map(|there| view! { <p class="soft">{there}</p> })}
                    <ol class="session-days">{days.into_iter().map(day).collect_view()}</ol>
                }
                .into_any()
            }
        }
    };
    let button = move || {
        let lang = ui.lang.get();
        new.get().filter(|new| *new > 0).map(|new| words::ADD_SESSIONS.with("count", new).say(lang))
    };
    view! {
        <div class="page" data-stack="">
            <p class="soft">{ui.t(words::REPEAT_WHAT)}</p>
            <div class="field few-digits">
                <label for="weeks">{ui.t(words::EVERY_WEEKS)}</label>
                <input
                    id="weeks" type="text" inputmode="numeric" autocomplete="off" prop:value=move || weeks.get()
                    on:input=move |event| weeks.set(event_target_value(&event))
                />
            </div>
            <div class="field">
                <label for="last-day">{ui.t(words::LAST_DAY)}</label>
                <input id="last-day" type="date" autocomplete="off" on:input=move |event| until.set(event_target_value(&event))/>
            </div>
            {move || said()}
        </div>
        <div class="actions">
            <a class="quiet" href=page.href()><Icon path=icon_paths::CLOSE/><span>{ui.t(common::CANCEL)}</span></a>
            {move || button().map(|words| view! {
                <button type="button" class="primary" on:click=move |_| add()><Icon path=icon_paths::PLUS/><span>{words}</span></button>
            })}
        </div>
    }
}

/// Why there is no series, in words.
fn says(why: NoSeries) -> Message {
    match why {
        NoSeries::NoDate => words::NO_DATE_TO_REPEAT.message(),
        NoSeries::Weeks => words::WEEKS_BETWEEN.with("most", usize::try_from(MOST_WEEKS).unwrap_or(usize::MAX)),
        NoSeries::NoLastDay => words::NO_LAST_DAY.message(),
        NoSeries::Nothing => words::NO_MORE_SESSIONS.message(),
        NoSeries::TooMany(count) => words::TOO_MANY_SESSIONS.with("count", count).with("most", MOST),
    }
}

/// Which session of a series this is, the way to its neighbors, changing those that come later, and making more of them.
pub fn series(ui: Ui, id: Id) -> impl IntoView {
    let all = memo(move || {
        ui.follow(EVENT.id);
        let (all, later) = ui.look(|book, index| (series::all(book, index, id), series::later(book, index, id).len()));
        let at = all.iter().position(|session| *session == id)?;
        let neighbor = |at: Option<usize>| at.and_then(|at| all.get(at)).copied();
        Some((at + 1, all.len(), neighbor(at.checked_sub(1)), neighbor(Some(at + 1)), later))
    });
    let change = move || {
        let zone = ui.work().zone();
        let (rows, count) = ui.look(|book, index| series::change_later(book, index, id, &*zone));
        ui.send(Command::Write { label: words::LATER_CHANGED.with("count", count), rows });
    };
    let to = move |session: Option<Id>, path: &'static str, text: Text| {
        session.map(|session| {
            view! {
                <a class="quiet" href=Route::Records(EVENT.id, View::One(session)).href()>
                    <Icon path=path/><span>{ui.t(text)}</span>
                </a>
            }
        })
    };
    let one_of_several = move || {
        let (number, count, before, after, later) = all.get().filter(|(_, count, ..)| *count > 1)?;
        let apply = words::CHANGE_LATER.with("count", later);
        Some(view! {
            <p>{ui.say(words::SESSION_OF.with("number", number).with("all", count))}</p>
            <div class="deeds">
                {to(before, icon_paths::BACK, words::EARLIER)}
                {to(after, icon_paths::CHEVRON, words::LATER)}
            </div>
            {(later > 0).then(|| view! {
                <p class="soft">{ui.t(words::CHANGE_LATER_WHAT)}</p>
                <div class="deeds"><button type="button" class="quiet" on:click=move |_| change()>
                    <Icon path=icon_paths::CHECK/><span>{ui.say(apply)}</span>
                </button></div>
            })}
        })
    };
    view! {
        <section class="group">
            <h3>{ui.t(words::AGAIN)}</h3>
            {drawn(move || one_of_several())}
            <div class="deeds">{copy(ui, id)}{way(ui, id)}</div>
        </section>
    }
}
