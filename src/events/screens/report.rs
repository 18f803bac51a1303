//! What the events of a year add up to: the sentences first, then what the annual survey asks for, then bars.

use crate::events::counting::totals::Sum;
use crate::events::kinds::choices::{AUDIENCES, TYPES};
use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::kinds::event_partner::EVENT_PARTNER;
use crate::events::kinds::event_staff::EVENT_STAFF;
use crate::events::kinds::promotion::PROMOTION;
use crate::events::report::{self, By, Line, Report, rules_here, words};
use crate::events::{routes, words as events};
use crate::formats::csv_write::Quotes;
use crate::formats::office::sheet;
use crate::model::date;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::library::LIBRARY;
use crate::model::text::{Message, Text};
use crate::partners::PARTNER;
use crate::ports::OutFile;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::screens::reports::width;
use crate::ui::words as common;
use crate::work::library::library_id;
use chrono::NaiveDate;
use leptos::prelude::*;

/// How many rows of a table are shown at once.
const SHOWN: usize = 12;

/// The way to it at the top of Reports.
pub fn way(ui: Ui) -> impl IntoView {
    view! {
        <a class="quiet" href=routes::TOTALS.route().href()>
            <Icon path=icon_paths::REPORTS/><span>{ui.t(words::TITLE)}</span>
        </a>
    }
}

/// What the events of a year add up to.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    ui.head(move || Head {
        title: words::TITLE.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Reports, common::REPORTS.get(ui.lang.get()))),
    });
    let later = RwSignal::new(0);
    let days = memo(move || {
        ui.follow(LIBRARY.id);
        let today = ui.work().now().today();
        let year = ui.look(|book, _| report::year(rules_here(book), today, later.get()));
        year.unwrap_or((today, today))
    });
    let report = memo(move || {
        [&EVENT, &EVENT_PARTNER, &EVENT_STAFF, &PROMOTION, &PARTNER].iter().for_each(|kind| ui.follow(kind.id));
        let (title_of, today) = (ui.title_of(), ui.work().now().today());
        ui.look(|book, index| report::report(book, index, days.get(), today, &title_of))
    });
    let between = move || {
        let (lang, (from, to)) = (ui.lang.get(), days.get());
        events::FROM_TO.with("from", date::say_day(from, lang)).with("to", date::say_day(to, lang)).say(lang)
    };
    view! {
        <div class="page" data-stack="">
            <div class="calendar-head">
                <h2 aria-live="polite">{move || between()}</h2>
                <div class="deeds no-print">
                    <Quiet path=icon_paths::BACK text=events::BEFORE on_tap=move || later.update(|later| *later -= 1)/>
                    <Quiet path=icon_paths::TODAY text=words::SAME_YEAR on_tap=move || later.set(0)/>
                    <Quiet path=icon_paths::CHEVRON text=events::AFTER on_tap=move || later.update(|later| *later += 1)/>
                    <a class="quiet" href=Route::Records(LIBRARY.id, View::Edit(library_id())).href()>
                        <Icon path=icon_paths::PENCIL/><span>{ui.t(words::SET_YEAR)}</span>
                    </a>
                </div>
            </div>
            {drawn(move || report.with(|report| body(ui, report)))}
        </div>
        <div class="actions no-print">
            <Quiet path=icon_paths::PRINT text=common::PRINT on_tap=|| drop(window().print())/>
            <Quiet
                path=icon_paths::DOWNLOAD text=words::SAVE class="primary"
                on_tap=move || report.with_untracked(|report| save(ui, report, days.get_untracked()))
            />
        </div>
    }
}

fn body(ui: Ui, report: &Report) -> impl IntoView + use<> {
    let said = sentences(report).into_iter().map(|message| view! { <p>{ui.say(message)}</p> }).collect_view();
    let answer = |choices: &'static [Choice]| {
        move |key: &String| {
            choices.iter().find(|choice| choice.key == *key).map(|choice| choice.label.get(ui.lang.get()).to_owned())
        }
    };
    let partner = move |id: &Id| ui.title(&PARTNER, *id);
    let tables = (report.held() > 0).then(|| {
        view! {
            {survey(ui, report)}
            {by(ui, words::BY_TYPE, words::TYPE, &report.by_type, answer(TYPES))}
            {by(ui, words::BY_AUDIENCE, words::AGE_GROUP, &report.by_audience, answer(AUDIENCES))}
            {by(ui, words::BY_PLACE, EVENT.label(event::LOCATION.key()), &report.by_place, |place: &String| Some(place.clone()))}
            {by(ui, words::BY_PARTNER, PARTNER.name, &report.by_partner, partner)}
        {by(ui, words::BY_PROMOTER, PARTNER.name, &report.by_promoter, partner)}
        }
    });
    view! {
        <div>{said}</div>
        {undecided(ui, &report.undecided)}
        {tables}
    }
}

/// The most telling first; what is not known is said, too.
fn sentences(report: &Report) -> Vec<Message> {
    let told = |text: Text, sum: Sum| text.with("events", count(sum.events)).with("people", people(sum));
    let totals = &report.totals;
    let some = |sum: Sum| sum.events > 0;
    let sessions = words::SESSIONS_HELD.with("sessions", count(totals.sessions.events));
    let all = [
        (report.held() == 0).then(|| words::NONE_HELD.message()),
        some(totals.sessions).then(|| sessions.with("people", people(totals.sessions))),
        some(totals.outreach).then(|| told(words::BEYOND, totals.outreach)),
        some(totals.recordings).then(|| told(words::VIEWS, totals.recordings)),
        some(report.promoted).then(|| told(words::SHARED, report.promoted).with("held", count(report.held()))),
        report.per_hour().map(|people| {
            words::PER_HOUR.with("people", format!("{people:.1}")).with("events", count(report.staffed.events))
        }),
        (report.unknown() > 0).then(|| words::UNKNOWN.with("events", count(report.unknown()))),
        (report.not_closed > 0).then(|| words::NOT_CLOSED.with("events", count(report.not_closed))),
    ];
    all.into_iter().flatten().collect()
}

fn count(events: u64) -> usize {
    usize::try_from(events).unwrap_or(usize::MAX)
}

fn people(sum: Sum) -> usize {
    usize::try_from(sum.people).unwrap_or(0)
}

/// Events that need an answer before it is known whether they count.
fn undecided(ui: Ui, events: &[Id]) -> impl IntoView + use<> {
    let row = move |id: &Id| {
        let name = ui.title(&EVENT, *id).unwrap_or_default();
        view! {
            <li><a class="row" href=Route::Records(EVENT.id, View::One(*id)).href()>
                <span class="row-title" dir="auto">{name}</span>
                <span class="row-go"><Icon path=icon_paths::CHEVRON/></span>
            </a></li>
        }
    };
    (!events.is_empty()).then(|| {
        view! {
            <section class="group no-print">
                <h2>{ui.t(words::UNDECIDED)}</h2>
                <ul class="rows" role="list">{events.iter().take(SHOWN).map(row).collect_view()}</ul>
                {(events.len() > SHOWN).then(|| view! { <p class="soft">{ui.say(events::MORE_OF_DAY.with("count", events.len() - SHOWN))}</p> })}
            </section>
        }
    })
}

/// What the survey asks for.
fn survey(ui: Ui, report: &Report) -> impl IntoView + use<> {
    let number = |number: Option<u16>| number.map(|number| view! { <small>{number}</small>" " });
    let row = move |line: Line| {
        view! {
            <tr data-sum=line.is_sum.then_some("")>
                <th scope="row">{ui.t(line.name)}</th>
                <td class="num">{number(line.sessions_no)}{line.sessions}</td>
                <td class="num">{number(line.attendance_no)}{line.attendance}</td>
            </tr>
        }
    };
    let rows = report::lines(&report.totals).into_iter().map(row).collect_view();
    view! {
        <section class="group">
            <h2>{ui.t(words::FOR_SURVEY)}</h2>
            <div class="table-wrap" role="region" tabindex="0" aria-label=ui.t(words::FOR_SURVEY)><table class="survey">
                <thead><tr>
                    <th scope="col">{ui.t(words::WHAT)}</th>
                    <th scope="col" class="num">{ui.t(words::SESSIONS)}</th>
                    <th scope="col" class="num">{ui.t(words::ATTENDANCE)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table></div>
            <p class="soft">{ui.t(words::NUMBERS)}</p>
        </section>
    }
}

/// Events and participants by something, as bars of events.
fn by<K>(ui: Ui, title: Text, first: Text, sums: &By<K>, name: impl Fn(&K) -> Option<String>) -> Option<AnyView> {
    let not_said = words::NOT_SAID.get(ui.lang.get());
    let name = |key: &Option<K>| key.as_ref().and_then(&name).unwrap_or_else(|| not_said.to_owned());
    let rows: Vec<(String, Sum)> = sums.iter().map(|(key, sum)| (name(key), *sum)).collect();
    bars(ui, title, first, rows)
}

fn bars(ui: Ui, title: Text, first: Text, rows: Vec<(String, Sum)>) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let most = rows.iter().map(|(_, sum)| count(sum.events)).max().unwrap_or(1).max(1);
    let row = |(name, sum): (String, Sum)| {
        view! {
            <tr>
                <th scope="row" dir="auto">{name}</th>
                <td class="bar-cell"><span class="bar" aria-hidden="true" style:inline-size=width(count(sum.events), most)></span></td>
                <td class="num">{sum.events}</td>
                <td class="num">{sum.people}</td>
            </tr>
        }
    };
    let more = rows.len().saturating_sub(SHOWN);
    let rows = rows.into_iter().take(SHOWN).map(row).collect_view();
    Some(
        view! {
            <section class="group">
                <h2>{ui.t(title)}</h2>
                <div class="table-wrap" role="region" tabindex="0" aria-label=ui.t(title)><table class="bars" data-people="">
                    <thead><tr>
                        <th scope="col">{ui.t(first)}</th>
                        <th scope="col"><span class="unseen">{ui.t(common::REPORT_BAR)}</span></th>
                        <th scope="col" class="num">{ui.t(EVENT.plural)}</th>
                        <th scope="col" class="num">{ui.t(words::PARTICIPANTS)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
                {(more > 0).then(|| view! { <p class="soft">{ui.say(events::MORE_OF_DAY.with("count", more))}</p> })}
            </section>
        }
        .into_any(),
    )
}

/// Gives the lines of the survey as a spreadsheet.
fn save(ui: Ui, report: &Report, (from, to): (NaiveDate, NaiveDate)) {
    let lang = ui.lang.get_untracked();
    match sheet(Quotes::Always, report::rows(&report.totals, lang)) {
        Ok(csv) => {
            let name = words::FILE_NAME.with("from", from.to_string()).with("to", to.to_string()).say(lang);
            ui.give(OutFile { name, media_type: "text/csv", pieces: vec![csv.into_bytes()] }, false);
        }
        Err(error) => ui.warn(error.message()),
    }
}
