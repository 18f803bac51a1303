//! A line of the page: ticked, opened, moved, and what else is done with it.

use super::{Week, focus_again, focus_later, near};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::text::Text;
use crate::model::{date, order, show};
use crate::partners::PARTNER;
use crate::ui::capability;
use crate::ui::parts::more::More;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::week::kinds::TASK;
use crate::week::order::Step;
use crate::week::page::{Line, Of};
use crate::week::parts::Part;
use crate::week::screens::doing::write_down;
use crate::week::{schools, words, writing};
use crate::work::command::Command;
use chrono::Days;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

impl Week {
    /// A line, followed.
    pub(super) fn row(self, id: Id) -> impl IntoView {
        let ui = self.ui;
        // A row that is about to go shows what it showed.
        let line = Memo::new(move |before: Option<&Option<Line>>| {
            let now = self.lines.with(|all| all.iter().find(|line| line.of.id() == id).cloned());
            now.or_else(|| before.cloned().flatten())
        });
        let of = move |of: fn(&Line) -> bool| move || line.with(|line| line.as_ref().is_some_and(of)).then_some("");
        let is_event = memo(move || line.with(|line| matches!(line.as_ref().map(|line| line.of), Some(Of::Event(_)))));
        let is_task = memo(move || {
            line.with(|line| matches!(line.as_ref().map(|line| line.of), Some(Of::Task(_) | Of::Time(..))))
        });
        let named = move || line.get().map(|line| self.named(&line)).unwrap_or_default();
        let done = move || line.with(|line| line.as_ref().is_some_and(|line| line.done));
        let indent = move || line.with(|line| line.as_ref().map_or(0, |line| line.indent)).to_string();
        let tick = move || {
            view! {
                <label class="tick"><input
                    type="checkbox" id=format!("tick-{id}") aria-label=move || words::MARK_DONE.with("what", named()).say(ui.lang.get())
                    prop:checked=move || done() on:change=move |event| self.tick(id, event_target_checked(&event))
                /></label>
            }
        };
        view! {
            <li
                class="ticked task" id=format!("line-{id}") data-line=id.to_string() data-indent=indent
                data-done=of(|line| line.done) data-carried=of(|line| line.carried.is_some()) data-went-on=of(|line| line.went_on)
                data-over=move || self.over.get().filter(|(over, _)| *over == id).map(|(_, behind)| if behind { "behind" } else { "before" })
                data-dragged=move || (self.dragged.get() == Some(id)).then_some("")
                on:keydown=move |event| self.key(id, &event)
            >
                {drawn(move || is_task.get().then(|| self.grip(id)))}
                {drawn(move || match is_event.get() {
                    true => view! { <span class="tick" aria-hidden="true">"•"</span> }.into_any(),
                    false => tick().into_any(),
                })}
                <a class="row" id=format!("open-{id}") href=move || line.get().map(|line| opens(&line).href())>
                    <span class="row-title" dir="auto">{move || named()}</span>
                    <span class="row-line" dir="auto">{move || line.get().map(|line| self.beside(&line))}</span>
                    {move || line.get().and_then(|line| self.when(&line)).map(|when| view! { <span class="row-end">{when}</span> })}
                </a>
                {super::super::made::links(ui, id)}
                {drawn(move || line.get().filter(is_in_done).and_then(|line| self.follows(&line)).map(|next| view! {
                    <div class="task-next no-print" role="group" aria-label=named>{next}</div>
                }))}
                {drawn(move || is_task.get().then(|| view! {
                    <div class="task-more no-print"><More>{drawn(move || line.get().map(|line| self.deeds(&line)))}</More></div>
                }))}
            </li>
            {drawn(move || (self.asked.get() == Some(id)).then(|| self.question(id)))}
        }
    }

    /// What a line says: a promise without words is called by its kind.
    pub(super) fn named(self, line: &Line) -> String {
        self.named_in(line, self.ui.lang.get())
    }

    pub(super) fn named_in(self, line: &Line, lang: crate::model::text::Lang) -> String {
        crate::week::screens::follow_ups::named_in(self.ui, line, lang)
    }

    /// Everything that the page says of a line, in one line.
    pub(super) fn whole(self, line: &Line) -> String {
        let beside = self.beside(line);
        let said = self.when(line).into_iter().chain([self.named(line)]).collect::<Vec<_>>().join(": ");
        if beside.is_empty() { said } else { format!("{said} ({beside})") }
    }

    /// What stands below: with whom, whose, since when, what became of it.
    fn beside(self, line: &Line) -> String {
        let (ui, lang) = (self.ui, self.ui.lang.get());
        let looked = self.looked.get();
        let mut said: Vec<String> = Vec::new();
        if let Of::Promise(kind, id, _) = line.of {
            said.push(kind.name.get(lang).to_owned());
            // What it was promised at, where that is no partner.
            let at = if line.partner.is_none() && !line.what.trim().is_empty() { self.about(kind, id) } else { None };
            said.extend(at);
        }
        let partner = line.partner.and_then(|partner| Some((partner, ui.title(&PARTNER, partner)?)));
        if let Some((partner, name)) = partner {
            said.push(name);
            if line.part == Part::ReachOut {
                let before = ui.look(|book, index| schools::is_continuing(book, index, partner));
                said.push((if before { words::CONTINUING } else { words::FIRST_TIME }).get(lang).to_owned());
            }
        }
        if looked.whose == crate::week::page::Whose::Team {
            said.extend(ui.staff_name(line.staff));
        }
        if line.repeats {
            said.push(words::REPEATS.get(lang).to_owned());
        }
        if let Some(since) = line.carried {
            said.push(words::CARRIED.with("day", date::say_day(since, lang)).say(lang));
        }
        if line.went_on {
            said.push(words::WENT_ON.get(lang).to_owned());
        }
        if let Some(on) = line.done_on {
            said.push(words::DONE_ON.with("day", near(ui, on, looked.today)).say(lang));
        }
        if !line.came_of_it.is_empty() {
            said.push(show::first_line(&line.came_of_it));
        }
        said.join(" · ")
    }

    /// What a record is about, by its name.
    fn about(self, kind: &'static Kind, id: Id) -> Option<String> {
        self.ui.about(kind, id).or_else(|| self.ui.title(kind, id).filter(|title| !title.is_empty()))
    }

    /// Its day and time.
    fn when(self, line: &Line) -> Option<String> {
        let lang = self.ui.lang.get();
        let looked = self.looked.get();
        let time = |stored: &String| {
            date::time_of_day(stored).map_or_else(|| stored.clone(), |time| date::say_time(time, lang))
        };
        let day = line.day.map(|day| match (looked.week..=looked.last()).contains(&day) {
            true => {
                use chrono::Datelike;
                format!("{} {}", date::say_weekday(day, lang), day.day())
            }
            false => date::say_day(day, lang),
        });
        let times = [&line.times.0, &line.times.1].into_iter().filter(|time| !time.is_empty()).map(time);
        let times = times.collect::<Vec<_>>().join("–");
        let said: Vec<String> = day.into_iter().chain((!times.is_empty()).then_some(times)).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// Ticks a line, or takes the tick away.
    fn tick(self, id: Id, on: bool) {
        let (ui, today) = (self.ui, self.looked.with_untracked(|looked| looked.today));
        let Some(line) = self.line(id) else { return };
        ui.spawn(async move {
            let done = match line.of {
                Of::Promise(kind, id, done) => {
                    let values = order::values([(done, crate::model::value::Value::Bool(on))]);
                    let kept = ui.run(Command::Set { kind: kind.id, id, values }).await.is_ok();
                    if kept && on {
                        self.kept.try_set(Some(line));
                        focus_later(format!("came-{id}"));
                    }
                    return;
                }
                Of::Event(_) => return,
                Of::Task(_) | Of::Time(..) => {
                    self.set(&line, if on { writing::done(today) } else { writing::to_do() }).await
                }
            };
            // Asked once, where nothing was said of it yet.
            if done && on && line.came_of_it.is_empty() {
                self.asked.try_set(Some(id));
                focus_later(format!("came-{id}"));
            } else if done && !on {
                self.asked.try_update(|asked| *asked = asked.filter(|asked| *asked != id));
            }
        });
    }

    fn key(self, id: Id, event: &KeyboardEvent) {
        let only_alt = event.alt_key() && !event.ctrl_key() && !event.meta_key() && !event.shift_key();
        if !only_alt {
            return;
        }
        match event.key().as_str() {
            "ArrowUp" => self.step(id, Step::Up),
            "ArrowDown" => self.step(id, Step::Down),
            "ArrowRight" => self.indent(id, true),
            "ArrowLeft" => self.indent(id, false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Moves a line up or down.
    fn step(self, id: Id, step: Step) {
        let seed = self.ui.work().new_id();
        self.rearrange(id, move |week, line| {
            week.ui.look(|book, _| week.lines.with_untracked(|all| writing::step(book, all, line.of, step, seed)))
        });
    }

    /// Moves a line to where another one stands.
    pub(super) fn drop_at(self, id: Id, at: Id, behind: bool) {
        let seed = self.ui.work().new_id();
        self.rearrange(id, move |week, line| {
            week.ui
                .look(|book, _| week.lines.with_untracked(|all| writing::drop_at(book, all, line.of, at, behind, seed)))
        });
    }

    fn indent(self, id: Id, further_in: bool) {
        self.rearrange(id, move |week, line| {
            week.ui.look(|book, _| week.lines.with_untracked(|all| writing::indent(book, all, line.of, further_in)))
        });
    }

    /// Writes what moves a line, keeps the focus on it, and says where it stands then.
    fn rearrange(self, id: Id, rows: impl FnOnce(Week, &Line) -> Vec<crate::model::record_write::RecordWrite>) {
        let Some(line) = self.line(id) else { return };
        let rows = rows(self, &line);
        let lang = self.ui.lang.get_untracked();
        if rows.is_empty() {
            return self.said.set(words::STAYS.with("what", line.what.as_str()).say(lang));
        }
        self.ui.spawn(async move {
            let label = words::MOVED.with("what", line.what.as_str());
            if self.write(label, rows).await {
                match self.line(id).filter(|now| now.indent != line.indent) {
                    Some(now) => {
                        let said =
                            words::INDENTED.with("what", now.what.as_str()).with("level", i32::from(now.indent) + 1);
                        self.said.set(said.say(lang));
                    }
                    None => self.say_place(id),
                }
                focus_again(self.had_focus);
            }
        });
    }

    /// What is done less often with a line; with an event, what follows from it.
    fn deeds(self, line: &Line) -> AnyView {
        let (ui, id, of) = (self.ui, line.of.id(), line.of);
        let looked = self.looked.get_untracked();
        let has_place = line.part != Part::Done;
        let edit = if matches!(of, Of::Time(..)) { words::EDIT_ONE } else { words::EDIT };
        let button = |path, text: Text, act: Box<dyn Fn() + Send + Sync>| view! { <Quiet path=path text=text on_tap=move || act()/> };
        let placing = has_place.then(|| {
            view! {
                {button(icon_paths::UP, words::UP, Box::new(move || self.step(id, Step::Up)))}
                {button(icon_paths::DOWN, words::DOWN, Box::new(move || self.step(id, Step::Down)))}
                {button(icon_paths::CHEVRON, words::FURTHER_IN, Box::new(move || self.indent(id, true)))}
                {button(icon_paths::BACK, words::FURTHER_OUT, Box::new(move || self.indent(id, false)))}
            }
        });
        let next = move || self.to_week(id, looked.week.checked_add_days(Days::new(7)));
        let here = move || self.to_week(id, Some(looked.today));
        let open = (!line.done).then(|| {
            let carried = line.carried.is_some() || !looked.is_present();
            let follows = line.part != Part::FollowUps;
            view! {
                {follows.then(|| button(icon_paths::ARROW, words::AS_FOLLOW_UP, Box::new(move || self.follow_up(id))))}
                {carried.then(|| button(icon_paths::TODAY, words::TO_THIS_WEEK, Box::new(here)))}
                {button(icon_paths::CALENDAR, words::TO_NEXT_WEEK, Box::new(next))}
            }
        });
        let delete = matches!(of, Of::Task(_)).then(|| {
            let delete = move || ui.send(Command::Delete(TASK.id, id));
            button(icon_paths::TRASH, crate::ui::words::DELETE, Box::new(delete))
        });
        let skip =
            matches!(of, Of::Time(..)).then(|| button(icon_paths::CLOSE, words::SKIP, Box::new(move || self.skip(id))));
        let ends =
            line.repeats.then(|| button(icon_paths::CHECK, words::END_SERIES, Box::new(move || self.end_with(id))));
        view! {
            {(!is_in_done(line)).then(|| self.follows(line))}
            {placing}
            {open}
            {button(icon_paths::PENCIL, edit, Box::new(move || self.edit(id)))}
            {skip}
            {ends}
            {delete}
        }
        .into_any()
    }

    fn to_week(self, id: Id, week: Option<chrono::NaiveDate>) {
        let ui = self.ui;
        let Some((line, week)) = self.line(id).zip(week) else { return };
        let Some(row) = ui.look(|book, _| writing::to_week(book, &line, week)) else { return };
        let label = words::MOVED.with("what", line.what.as_str());
        ui.spawn(async move {
            self.write_and_say(label, vec![row]).await;
        });
    }

    /// One time of a task that comes again does not take place: it becomes a record that is deleted, so that it stays away.
    fn skip(self, id: Id) {
        let Some(line) = self.line(id) else { return };
        let Some(row) = self.ui.look(|book, _| writing::skip(book, line.of)) else { return };
        let label = words::SKIPPED.with("what", line.what.as_str());
        self.ui.spawn(async move {
            self.write_and_say(label, vec![row]).await;
        });
    }

    /// A task comes again for the last time.
    fn end_with(self, id: Id) {
        let Some(line) = self.line(id) else { return };
        let Some((row, day)) = self.ui.look(|book, _| writing::end_with(book, line.of)) else { return };
        let day = date::say_day(day, self.ui.lang.get_untracked());
        let label = words::ENDED.with("what", line.what.as_str()).with("day", day);
        self.ui.send(Command::Write { label, rows: vec![row] });
    }

    fn follow_up(self, id: Id) {
        let Some(line) = self.line(id) else { return };
        self.ui.spawn(async move {
            self.set(&line, writing::follow_up()).await;
        });
    }

    /// Opens the form of a task. One time of a task that comes again becomes a record first, so that the others stay.
    fn edit(self, id: Id) {
        let (ui, here) = (self.ui, self.ui.here());
        let Some(line) = self.line(id) else { return };
        ui.spawn(async move {
            let row = match line.of {
                Of::Time(..) => ui.look(|book, _| writing::change(book, line.of, order::values([]))),
                _ => None,
            };
            match write_down(ui, row.into_iter().collect()).await {
                Ok(_) => ui.go_on(here, Route::Records(TASK.id, View::Edit(id))),
                Err(error) => ui.warn(error.message()),
            }
        });
    }
}

/// Whether a line stands under what was done: what follows from it is at hand there.
fn is_in_done(line: &Line) -> bool {
    line.part == Part::Done
}

/// Where a line leads: to its record, and one time that is none yet to the task that comes again.
fn opens(line: &Line) -> Route {
    let detail = |kind: &'static str, id| Route::Records(kind, View::One(id));
    match line.of {
        Of::Task(id) | Of::Time(id, _) => detail(TASK.id, id),
        Of::Event(id) => detail("event", id),
        Of::Promise(kind, id, _) => capability::kind(kind.id).map_or(Route::Today, |kind| detail(kind.id, id)),
    }
}
