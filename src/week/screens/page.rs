//! The page of a week: the headings of the library’s own plan, under each the lines, and a place for the next one.

mod actions;
mod after;
mod drag;
mod entry;
mod question;
mod row;

use crate::model::date;
use crate::model::id::Id;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Message, Text};
use crate::partners::PARTNER;
use crate::ui::capability;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::folded::Folded;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, focus_on, icon_paths, tabs};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::Place;
use crate::week::kinds::TASK;
use crate::week::page::{Line, Looked, Whose, lines};
use crate::week::parts::Part;
use crate::week::screens::doing::write_down;
use crate::week::typed_line::Reading;
use crate::week::writing::{Typed, typed};
use crate::week::{schools, words};
use crate::work::calendar::OnCalendar;
use crate::work::command::Command;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Which page was looked at last, so that coming back shows the same: a day of its week, and whether it was one’s own.
#[derive(Clone, Default)]
struct Looking(Rc<Cell<(Option<NaiveDate>, Option<bool>)>>);

/// The page of a week. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub(in crate::week) struct Week {
    ui: Ui,
    looked: Memo<Looked>,
    lines: Memo<Vec<Line>>,
    /// What is read out: where a line was moved to.
    said: RwSignal<String>,
    /// The line that was just done, of which is asked what became of it.
    asked: RwSignal<Option<Id>>,
    /// The promise that was just kept, of which the same is asked.
    kept: RwSignal<Option<Line>>,
    /// What had the focus last, by its identity.
    had_focus: StoredValue<String>,
    /// The line that is dragged, and the one that it is over, with whether it would come behind that.
    dragged: RwSignal<Option<Id>>,
    over: RwSignal<Option<(Id, bool)>>,
}

/// Follows every kind whose records stand on the page.
pub(in crate::week) fn follow_all(ui: Ui) {
    capability::kinds().iter().filter(|kind| kind.follow_up.is_some()).for_each(|kind| ui.follow(kind.id));
    on_calendar().iter().for_each(|shown| ui.follow(shown.kind.id));
    ui.follow(PARTNER.id);
}

/// What stands on the calendar.
pub(in crate::week) fn on_calendar() -> Vec<OnCalendar> {
    capability::all().iter().flat_map(|capability| capability.on_calendar).copied().collect()
}

/// The page that was looked at last; that of today, where none was.
pub(super) fn looked_last(ui: Ui, today: NaiveDate, mine: Whose) -> Looked {
    let looking: Looking = ui.of_room();
    let (day, of_me) = looking.0.get();
    Looked::at(day.unwrap_or(today), today, if of_me == Some(false) { Whose::Team } else { mine })
}

/// The page of a week.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head { title: words::WEEK.get(ui.lang.get()).to_owned(), ..Head::default() });
    let looking: Looking = ui.of_room();
    let (day, mine) = looking.0.get();
    let me = ui.work().state().actor;
    let today = ui.work().now().today();
    let (day, mine) = (RwSignal::new(day.unwrap_or(today)), RwSignal::new(mine.unwrap_or(me.is_some())));
    effect(move || looking.0.set((Some(day.get()), Some(mine.get()))));
    let looked = memo(move || {
        let whose = me.filter(|_| mine.get()).map_or(Whose::Team, Whose::One);
        Looked::at(day.get(), today, whose)
    });
    let week = Week::of(ui, looked);
    let body = move || {
        looked.track();
        untrack(|| week.body())
    };
    view! {
        {tabs(ui, Place::Outreach)}
        <div class="page week" data-stack="" on:focusin=move |_| week.had_focus.set_value(focused())>
            {week.head(day, me.map(|_| mine))}
            {drawn(body)}
            <p class="unseen" role="status">{move || week.said.get()}</p>
        </div>
        {week.actions()}
    }
}

impl Week {
    /// The lines of a page that is looked at.
    pub(in crate::week) fn of(ui: Ui, looked: Memo<Looked>) -> Week {
        let lines = memo(move || {
            follow_all(ui);
            let looked = looked.get();
            ui.look(|book, index| lines(book, index, &on_calendar(), looked))
        });
        let (said, asked) = (RwSignal::default(), RwSignal::new(None));
        let (kept, dragged, over) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
        let had_focus = StoredValue::default();
        Week { ui, looked, lines, said, asked, kept, had_focus, dragged, over }
    }

    /// Which week it is, and ways to those before and after.
    fn head(self, day: RwSignal<NaiveDate>, mine: Option<RwSignal<bool>>) -> impl IntoView {
        let ui = self.ui;
        let said = move || {
            let (looked, lang) = (self.looked.get(), ui.lang.get());
            let [from, to] = [looked.week, looked.last()].map(|day| date::say_day(day, lang));
            words::FROM_TO.with("from", from).with("to", to).say(lang)
        };
        let step = move |on: bool| {
            let week = Days::new(7);
            let to = day.with_untracked(|day| if on { day.checked_add_days(week) } else { day.checked_sub_days(week) });
            if let Some(to) = to {
                day.set(to);
            }
        };
        let today = self.looked.with_untracked(|looked| looked.today);
        let whose = move |mine: RwSignal<bool>| {
            let one = move |of_me: bool, name: Text| {
                view! {
                    <button type="button" class="filter" aria-pressed=move || (mine.get() == of_me).to_string() on:click=move |_| mine.set(of_me)>
                        {ui.t(name)}
                    </button>
                }
            };
            view! {
                <div class="filters" role="group" aria-label=ui.t(words::WHOSE)>
                    {one(true, words::MINE)}{one(false, words::TEAM)}
                </div>
            }
        };
        view! {
            <p class="print-only paper-title">{ui.t(words::TITLE)}</p>
            <div class="calendar-head">
                <h2 aria-live="polite">{move || said()}</h2>
                <div class="deeds">
                    <Quiet path=icon_paths::BACK text=words::BEFORE on_tap=move || step(false)/>
                    <Quiet path=icon_paths::TODAY text=words::THIS_WEEK on_tap=move || day.set(today)/>
                    <Quiet path=icon_paths::CHEVRON text=words::AFTER on_tap=move || step(true)/>
                </div>
                {mine.map(whose)}
            </div>
        }
    }

    /// All parts with their headings.
    fn body(self) -> impl IntoView {
        let part = |part: Part| {
            view! {
                {part.new_headings().map(|(depth, text)| self.heading(depth, text)).collect_view()}
                {self.part(part)}
            }
        };
        view! {
            {Part::ALL.map(part).into_iter().collect_view()}
            <p class="help no-print">{self.ui.t(words::PRESS_KEYS)}</p>
        }
    }

    fn heading(self, depth: usize, text: Text) -> AnyView {
        let words = self.ui.t(text);
        match depth {
            0 => view! { <h2>{words}</h2> }.into_any(),
            1 => view! { <h3>{words}</h3> }.into_any(),
            _ => view! { <h4>{words}</h4> }.into_any(),
        }
    }

    /// The lines of a part, and a place for the next one.
    fn part(self, part: Part) -> impl IntoView {
        let ids = memo(move || {
            self.lines
                .with(|all| all.iter().filter(|line| line.part == part).map(|line| line.of.id()).collect::<Vec<Id>>())
        });
        let guard = Guard::over(move || ids.get());
        // What was promised may be very much.
        let folded = (part == Part::FollowUps).then(|| Folded::of(self.ui, memo(move || ids.with(Vec::len))));
        view! {
            <ul
                class="rows tasks" role="list" aria-label=self.ui.t(part.name()) data-settling=guard.settling() on:click:capture=guard.sieve()
                data-empty=move || ids.with(Vec::is_empty).then_some("") data-done-part=(part == Part::Done).then_some("")
                data-folded=move || folded.and_then(Folded::folded)
            >
                <For each=move || ids.get() key=|id| *id let:id>{self.row(id)}</For>
            </ul>
            {folded.map(Folded::more)}
            {(part == Part::FollowUps).then(|| drawn(move || {
                self.kept.get().map(|line| view! { <ul class="rows" role="list">{self.promise_question(&line)}</ul> })
            }))}
            {self.entry(part)}
            {(part == Part::ReachOut).then(|| self.schools())}
        }
    }

    /// Schools that were not heard from lately, each added with one tap.
    fn schools(self) -> impl IntoView {
        let ui = self.ui;
        let found = memo(move || {
            ui.follow("contact");
            ui.follow(PARTNER.id);
            let today = self.looked.get().today;
            let there: Vec<Id> = self.lines.with(|all| all.iter().filter_map(|line| line.partner).collect());
            let mut found = ui.look(|book, index| schools::proposed(book, index, today));
            found.retain(|id| !there.contains(id));
            found
        });
        let one = move |partner: Id| {
            let name = ui.title(&PARTNER, partner).unwrap_or_default();
            let label = words::REACH_OUT_TO.with("partner", name.as_str());
            let add = {
                let name = name.clone();
                move |_| self.reach_out(partner, &name)
            };
            view! {
                <button type="button" class="quiet" aria-label=ui.say(label) on:click=add>
                    <Icon path=icon_paths::PLUS/><span dir="auto">{name}</span>
                </button>
            }
        };
        drawn(move || {
            let found = found.get();
            (!found.is_empty()).then(|| {
                view! {
                    <div class="no-print">
                        <p class="help">{ui.t(words::SUGGESTED)}</p>
                        <div class="deeds">{found.into_iter().map(one).collect_view()}</div>
                    </div>
                }
            })
        })
    }

    fn reach_out(self, partner: Id, name: &str) {
        let (ui, looked) = (self.ui, self.looked.get_untracked());
        let reading = Reading { what: name.to_owned(), partner: Some(partner), ..Reading::default() };
        let staff = match looked.whose {
            Whose::Team => None,
            Whose::One(me) => Some(me),
        };
        let line = Typed { reading: &reading, part: Part::ReachOut, indent: 0, staff, after: None };
        let id = ui.work().new_id();
        let rows = ui.look(|book, _| self.lines.with_untracked(|lines| typed(book, lines, looked, &line, id)));
        ui.send(Command::Write { label: words::ADDED.with("what", name), rows });
    }

    /// A line as it is now, not followed.
    fn line(self, id: Id) -> Option<Line> {
        self.lines.with_untracked(|all| all.iter().find(|line| line.of.id() == id).cloned())
    }

    /// Writes something of a line; what went wrong is said, and nothing else: the page shows it.
    async fn write(self, label: Message, rows: Vec<RecordWrite>) -> bool {
        let written = match write_down(self.ui, rows).await {
            Ok(rows) if rows.is_empty() => return true,
            Ok(rows) => self.ui.work().run(Command::Write { label, rows }).await.map(drop),
            Err(error) => Err(error),
        };
        written.inspect_err(|error| self.ui.warn(error.message())).is_ok()
    }

    /// Writes something of a line and says so, with a way to take it back.
    async fn write_and_say(self, label: Message, rows: Vec<RecordWrite>) -> bool {
        match write_down(self.ui, rows).await {
            Ok(rows) => self.ui.run(Command::Write { label, rows }).await.is_ok(),
            Err(error) => {
                self.ui.warn(error.message());
                false
            }
        }
    }

    /// Says where a line stands now among those of its part.
    fn say_place(self, id: Id) {
        let said = self.lines.with_untracked(|all| {
            let line = all.iter().find(|line| line.of.id() == id)?;
            let part: Vec<&Line> = all.iter().filter(|other| other.part == line.part).collect();
            let at = part.iter().position(|other| other.of.id() == id)?;
            let said = words::MOVED_TO.with("what", line.what.as_str()).with("place", at + 1).with("count", part.len());
            Some(said.say(self.ui.lang.get_untracked()))
        });
        self.said.set(said.unwrap_or_default());
    }

    /// Sets fields of a task at a tap; of one time of a task that comes again, as a record that begins with it.
    async fn set(self, line: &Line, values: std::collections::BTreeMap<String, crate::model::value::Value>) -> bool {
        use crate::week::page::Of;
        use crate::week::writing::change;
        let ui = self.ui;
        if let Of::Task(id) = line.of {
            return ui.run(Command::Set { kind: TASK.id, id, values }).await.is_ok();
        }
        let Some(row) = ui.look(|book, _| change(book, line.of, values)) else { return false };
        let label = crate::work::command::words::CHANGED.with("what", line.what.as_str());
        self.write_and_say(label, vec![row]).await
    }
}

/// Puts the focus on something once what is being drawn now is there.
fn focus_later(id: String) {
    request_animation_frame(move || focus_on(&id));
}

/// Gives the focus back to what had it last, where it was lost as lines were put in another order. Whoever has gone on
/// meanwhile keeps it.
fn focus_again(had_focus: StoredValue<String>) {
    request_animation_frame(move || {
        let lost = document().active_element().is_none_or(|now| document().body().is_some_and(|body| *body == now));
        if let Some(id) = had_focus.try_get_value().filter(|_| lost) {
            focus_on(&id);
        }
    });
}

/// The identity of what has the focus.
fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// A day near to one, in words.
fn near(ui: Ui, day: NaiveDate, today: NaiveDate) -> String {
    date::say_near(day, today, ui.lang.get())
}
