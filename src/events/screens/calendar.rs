//! The calendar: a month, a week or a list of what happens, was promised or has to be seen to. On a narrow screen a month
//! and a week are lists, too: days on which nothing stands are left out there.

use crate::events::calendar;
use crate::events::kinds::event::EVENT;
use crate::events::words;
use crate::formats::ics;
use crate::model::date;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::text::Text;
use crate::ports::OutFile;
use crate::ui::capability;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths, tabs};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::{Place, Route, View};
use crate::week::{TASK, times_between};
use crate::work::calendar::{Entry, Why, entries, in_order, month, week};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// How many days a list looks ahead.
const LISTED: u64 = 60;
/// How many entries a day of a month shows; more are a tap away.
const IN_A_DAY: usize = 4;
/// How many months around the one that is shown go into a file.
const FILE: Months = Months::new(12);

/// What is shown at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Span {
    /// A month, in whole weeks.
    #[default]
    Month,
    /// A week.
    Week,
    /// What comes next.
    List,
}

impl Span {
    const ALL: [(Span, Text, &'static str); 3] =
        [(Span::Month, words::MONTH, "month"), (Span::Week, words::WEEK, "week"), (Span::List, words::LIST, "list")];

    /// The days that are shown around this one.
    fn days(self, day: NaiveDate) -> Vec<NaiveDate> {
        match self {
            Span::Month => month(day),
            Span::Week => week(day),
            Span::List => (0..LISTED).filter_map(|ahead| day.checked_add_days(Days::new(ahead))).collect(),
        }
    }

    /// A day in what comes before or after.
    fn step(self, day: NaiveDate, on: bool) -> Option<NaiveDate> {
        let days = match self {
            Span::Month if on => return day.with_day(1)?.checked_add_months(Months::new(1)),
            Span::Month => return day.with_day(1)?.checked_sub_months(Months::new(1)),
            Span::Week => Days::new(7),
            Span::List => Days::new(LISTED),
        };
        if on { day.checked_add_days(days) } else { day.checked_sub_days(days) }
    }
}

/// Where somebody was looking, so that coming back from an event shows the same.
#[derive(Clone, Default)]
struct Looking(Rc<Cell<(Span, Option<NaiveDate>)>>);

/// The calendar. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Calendar {
    ui: Ui,
    today: NaiveDate,
    span: RwSignal<Span>,
    day: RwSignal<NaiveDate>,
    entries: Memo<Vec<Entry>>,
}

/// The calendar.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head { title: words::CALENDAR.get(ui.lang.get()).to_owned(), ..Head::default() });
    let (looking, today): (Looking, _) = (ui.of_room(), ui.work().now().today());
    let (span, day) = looking.0.get();
    let (span, day) = (RwSignal::new(span), RwSignal::new(day.unwrap_or(today)));
    let entries = memo(move || {
        let shown: Vec<_> = capability::all().iter().flat_map(|capability| capability.on_calendar).copied().collect();
        capability::kinds().iter().filter(|kind| kind.follow_up.is_some()).for_each(|kind| ui.follow(kind.id));
        shown.iter().for_each(|shown| ui.follow(shown.kind.id));
        let days = span.get().days(day.get());
        let Some((from, to)) = days.first().zip(days.last()) else { return Vec::new() };
        ui.look(|book, index| {
            let mut entries = entries(book, index, &shown, *from, *to);
            let times = times_between(book, *from, *to).into_iter();
            entries.extend(times.map(|(first, day)| Entry::on(day, &TASK, first)));
            in_order(&mut entries);
            entries
        })
    });
    let calendar = Calendar { ui, today, span, day, entries };
    let keep = move || looking.0.set((span.get(), Some(day.get())));
    effect(keep);
    view! {
        {tabs(ui, Place::Outreach)}
        <div class="page calendar" data-span=move || calendar.name()>
            {calendar.head()}
            {drawn(move || calendar.grid())}
            {move || entries.with(Vec::is_empty).then(|| view! { <p class="soft" role="status">{ui.t(words::NOTHING_THEN)}</p> })}
        </div>
        <div class="actions">
            <Quiet path=icon_paths::DOWNLOAD text=words::CALENDAR_FILE on_tap=move || calendar.save()/>
            <a class="primary" href=new_event(ui)><Icon path=icon_paths::PLUS/><span>{ui.t(EVENT.new)}</span></a>
        </div>
    }
}

fn new_event(ui: Ui) -> String {
    Route::Records(EVENT.id, View::Edit(ui.work().new_id())).href()
}

impl Calendar {
    fn name(self) -> &'static str {
        Span::ALL.iter().find(|(span, ..)| *span == self.span.get()).map_or("", |(.., name)| name)
    }

    /// What is shown, and ways to what is before and after.
    fn head(self) -> impl IntoView {
        let ui = self.ui;
        let said = move || {
            let (lang, day) = (ui.lang.get(), self.day.get());
            match self.span.get() {
                Span::Month => date::say_whole_month(day, lang),
                span => {
                    let days = span.days(day);
                    let end = |day: Option<&NaiveDate>| date::say_day(day.copied().unwrap_or_default(), lang);
                    let range = words::FROM_TO.with("from", end(days.first())).with("to", end(days.last()));
                    range.say(lang)
                }
            }
        };
        let step = move |on: bool| {
            if let Some(day) = self.span.get_untracked().step(self.day.get_untracked(), on) {
                self.day.set(day);
            }
        };
        let spans = Span::ALL.into_iter().map(|(span, name, _)| {
            let pressed = move || (self.span.get() == span).to_string();
            view! {
                <button type="button" class="filter" aria-pressed=move || pressed() on:click=move |_| self.span.set(span)>
                    {ui.t(name)}
                </button>
            }
        });
        view! {
            <div class="calendar-head">
                <h2 aria-live="polite">{move || said()}</h2>
                <div class="deeds">
                    <Quiet path=icon_paths::BACK text=words::BEFORE on_tap=move || step(false)/>
                    <Quiet path=icon_paths::TODAY text=words::TODAY on_tap=move || self.day.set(self.today)/>
                    <Quiet path=icon_paths::CHEVRON text=words::AFTER on_tap=move || step(true)/>
                </div>
                <div class="filters" role="group" aria-label=ui.t(words::SHOWN)>{spans.collect_view()}</div>
            </div>
        }
    }

    fn grid(self) -> impl IntoView {
        let (ui, span, day) = (self.ui, self.span.get(), self.day.get());
        let lang = ui.lang.get();
        let days = span.days(day).into_iter().filter_map(|of| {
            let entries: Vec<Entry> =
                self.entries.with(|all| all.iter().filter(|entry| entry.day == of).cloned().collect());
            // A list leaves out days on which nothing stands.
            if span == Span::List && entries.is_empty() {
                return None;
            }
            let out = span == Span::Month && of.month() != day.month();
            let more = (span == Span::Month).then(|| entries.len().saturating_sub(IN_A_DAY)).filter(|more| *more > 0);
            let more = more.map(|more| {
                let look = move |_| {
                    self.day.set(of);
                    self.span.set(Span::Week);
                };
                view! {
                    <button type="button" class="more-of-day" on:click=look>
                        {ui.say(words::MORE_OF_DAY.with("count", more))}
                    </button>
                }
            });
            let is_empty = entries.is_empty();
            let rows = entries.into_iter().map(|entry| self.entry(entry)).collect_view();
            Some(view! {
                <li data-out=out.then_some("") data-today=(of == self.today).then_some("") data-empty=is_empty.then_some("")>
                    <h3>
                        <span class="far">{date::say_today(of, lang)}</span>
                        <span class="near" aria-hidden="true"><i>{date::say_weekday(of, lang)}</i>" "{of.day()}</span>
                    </h3>
                    <ul role="list">{rows}</ul>
                    {more}
                </li>
            })
        });
        view! { <ol class="days" role="list">{days.collect_view()}</ol> }
    }

    fn entry(self, entry: Entry) -> impl IntoView {
        let ui = self.ui;
        let lang = ui.lang.get();
        let Entry { kind, id, at, until, why, off, day } = entry;
        let moment = |time: NaiveTime| date::say_time(time, lang);
        let time = match (at, until) {
            // In a month there is room for when it begins.
            (Some(at), Some(_)) if self.span.get() == Span::Month => Some(moment(at)),
            (Some(at), Some(until)) => {
                Some(words::FROM_TO.with("from", moment(at)).with("to", moment(until)).say(lang))
            }
            (Some(at), None) => Some(moment(at)),
            (None, Some(until)) => Some(words::TO.with("to", moment(until)).say(lang)),
            (None, None) => match why {
                Why::Happens => Some(words::ALL_DAY.get(lang).to_owned()),
                Why::Promised | Why::By => None,
            },
        };
        let name = self.named(kind, id, why);
        let what = match why {
            Why::Happens if off => Some(words::IS_OFF.get(lang).to_owned()),
            Why::Happens => None,
            Why::Promised => Some(words::PROMISED.get(lang).to_owned()),
            Why::By => Some(kind.name.get(lang).to_owned()),
        };
        let tone = match why {
            Why::Happens if off => "off",
            Why::Happens => "happens",
            Why::Promised if day < self.today => "late",
            Why::Promised => "promised",
            Why::By => "by",
        };
        view! {
            <li data-tone=tone>
                <a href=Route::Records(kind.id, View::One(id)).href()>
                    {time.map(|time| view! { <time>{time}</time>" " })}
                    <b dir="auto">{name}</b>
                    {what.map(|what| view! { " "<small>{what}</small> })}
                </a>
            </li>
        }
    }

    /// What an entry is called: a promise by what was promised, if somebody said.
    fn named(self, kind: &'static Kind, id: Id, why: Why) -> String {
        let ui = self.ui;
        let record = ui.peek(kind, id);
        let promise = kind.follow_up.filter(|_| why == Why::Promised);
        let step = promise.and_then(|promise| record.as_ref()?.text(promise.step).map(str::to_owned));
        let step = step.filter(|step| !step.trim().is_empty());
        // What happens and what is planned says itself what it is; what was promised, whom it was promised.
        let title = || untrack(|| ui.title(kind, id)).filter(|title| why != Why::Promised && !title.trim().is_empty());
        let about = || untrack(|| ui.name(kind, id)).map(|name| name.say(ui.lang.get_untracked()));
        step.or_else(title).or_else(about).unwrap_or_else(|| kind.name.get(ui.lang.get_untracked()).to_owned())
    }

    /// Gives the events around what is shown as a file for other calendars.
    fn save(self) {
        let ui = self.ui;
        let day = self.day.get_untracked();
        let from = day.checked_sub_months(FILE).unwrap_or(day);
        let to = day.checked_add_months(FILE).unwrap_or(day);
        let lang = ui.lang.get_untracked();
        let entries = ui.look(|book, _| calendar::entries(book, from, to, lang, &ui.title_of()));
        give(ui, entries, words::CALENDAR.get(lang));
    }
}

/// Gives one event as a file for other calendars.
pub fn add_to_calendar(ui: Ui, event: Id) -> impl IntoView {
    let save = move || {
        let Some(record) = ui.peek(&EVENT, event) else { return };
        let name = untrack(|| ui.title(&EVENT, event)).unwrap_or_default();
        let entry = calendar::entry(&record, ui.lang.get_untracked(), &ui.title_of());
        give(ui, entry.into_iter().collect(), &name);
    };
    view! { <Quiet path=icon_paths::DOWNLOAD text=words::TO_CALENDAR on_tap=save/> }
}

fn give(ui: Ui, entries: Vec<ics::Entry>, name: &str) {
    if entries.is_empty() {
        return ui.toast(words::NOTHING_TO_SAVE, None);
    }
    let zone = ui.work().zone();
    let text = ics::write(name, &entries, &*zone, zone.zone_name().as_deref());
    let name = words::FILE_NAME.get(ui.lang.get_untracked()).to_owned();
    let file = OutFile { name, media_type: "text/calendar", pieces: vec![text.into_bytes()] };
    ui.give(file, ui.world().files.can_share());
}
