//! What partners and their contacts add to the screens that all kinds share.

use super::kinds::contact::{CONTACT, fields as contact};
use super::kinds::partner::{PARTNER, fields as partner};
use super::quiet::{self, Quiet};
use super::wary::Wary;
use super::words as own_words;
use crate::model::field::{Field, InRow};
use crate::model::handle::{LinkField, TextField};
use crate::model::id::Id;
use crate::model::joins::linking_to_all;
use crate::model::record::Record;
use crate::model::text::Text;
use crate::model::value::Value;
use crate::model::{date, order, query, show};
use crate::ui::capability::TodaySection;
use crate::ui::context::{Ui, use_ui};
use crate::ui::form::Form;
use crate::ui::parts::notice::notice;
use crate::ui::parts::{Chip, Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::screens::reports::{NamedCount, all_told, by_month, chart};
use crate::ui::words;
use crate::work::history::HistoryEntry;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How many quiet partners are named on Today.
const QUIET_SHOWN: usize = 5;

/// The chip that says how long ago the last contact with a partner was.
pub fn days_since_contact(ui: Ui, id: Id) -> impl IntoView {
    let days = || {
        let (field, record) = (PARTNER.field(partner::LAST_CONTACT.key())?, ui.peek(&PARTNER, id)?);
        let last = ui.look(|book, index| query::day_in(book, index, field, &record))?;
        Some((ui.work().now().today() - last).num_days()).filter(|days| *days > 0)
    };
    let words = days().map(|days| words::QUIET_DAYS.with("days", days).say(ui.lang.get()));
    words.map(|words| view! { <Chip tone="plain" words=words/> })
}

/// What was promised to a partner and is not done yet, the earliest first.
pub fn next_steps(ui: Ui, id: Id) -> impl IntoView {
    let open = memo(move || {
        ui.follow(CONTACT.id);
        ui.follow(PARTNER.id);
        let Some(promise) = CONTACT.follow_up else { return Vec::new() };
        let mut open: Vec<(Option<NaiveDate>, String, Id)> = ui.look(|book, index| {
            let contacts = linking_to_all(book, index, contact::PARTNER.path(), &PARTNER, id).into_iter();
            let open = contacts.filter(|record| record.get(promise.done) != Some(&Value::Bool(true)));
            let step = |record: &Record| {
                Some((record.text(promise.by).and_then(date::day), record.text(promise.step)?.to_owned(), record.id))
            };
            open.filter_map(step).collect()
        });
        // What has no day comes after what has one.
        order::sort_by_key(&mut open, |(by, _, id)| (by.is_none(), *by, *id));
        open
    });
    let row = move |(by, step, contact): &(Option<NaiveDate>, String, Id)| {
        let by = by.map(|day| date::say_near(day, ui.work().now().today(), ui.lang.get()));
        view! {
            <li><a class="row" href=Route::Records(CONTACT.id, View::One(*contact)).href()>
                <Icon path=icon_paths::CLOCK/>
                <span class="row-title" dir="auto">{ui.say(words::NEXT_STEP.with("step", step.clone()))}</span>
                {by.map(|by| view! { <span class="row-line">{by}</span> })}
            </a></li>
        }
    };
    drawn(move || {
        open.with(|open| {
            (!open.is_empty())
                .then(|| view! { <ul class="rows" role="list">{open.iter().map(row).collect_view()}</ul> })
        })
    })
}

/// With whom a contact was.
pub fn with_whom(ui: Ui, id: Id) -> impl IntoView {
    let partner = ui.peek(&CONTACT, id).and_then(|record| contact::PARTNER.of(&record));
    let of = partner.and_then(|id| Some((id, ui.title(&PARTNER, id)?)));
    of.map(|(id, name)| {
        view! { <p><a href=Route::Records(PARTNER.id, View::One(id)).href() dir="auto">{name}</a></p> }
    })
}

/// Where the relationship stood, and since when: the changes of the one field that the chip shows.
pub fn status_history(ui: Ui, entries: RwSignal<Vec<HistoryEntry>>) -> AnyView {
    let went = move || {
        let lang = ui.lang.get();
        let field = PARTNER.fields().find(|field| field.in_row == InRow::Chip)?;
        let step = |entry: HistoryEntry| {
            let change = entry.changes.iter().find(|change| change.field == field.key)?;
            let since = date::moment(&entry.wall).map(|moment| date::say_day(moment.date_naive(), lang))?;
            let stood = show::show(field, &change.new, lang, &ui.title_of());
            let stood = if stood.is_empty() { words::CLEARED.get(lang).to_owned() } else { stood };
            let since = words::SINCE.with("date", since).say(lang);
            Some(view! { <li><p><b>{stood}</b>" "<span class="soft">{since}</span></p></li> })
        };
        let steps: Vec<_> = entries.get().into_iter().filter_map(step).collect();
        (!steps.is_empty()).then(|| {
            view! {
                <h3>{ui.t(words::STATUS_HISTORY)}</h3>
                <ol class="history" role="list">{steps}</ol>
            }
        })
    };
    went.into_any()
}

/// Below the partner that is picked in a form: that they asked not to be contacted. It keeps nobody from going on.
pub fn asked_not_to_be_contacted(form: Form, link: LinkField) -> AnyView {
    let ui = use_ui();
    let name = memo(move || {
        let picked = form.value(link.key())?.as_link()?;
        ui.follow(PARTNER.id);
        let wary = ui.look(|book, index| Wary::of(book).is(book, index, picked));
        wary.then(|| ui.title(&PARTNER, picked)).flatten()
    });
    let said = move || Some(notice(ui, "care", own_words::DO_NOT_CONTACT.with("name", name.get()?)));
    view! { <div role="status">{move || said()}</div> }.into_any()
}

/// Partners that nobody has been in touch with for too long.
pub fn going_quiet(ui: Ui) -> TodaySection {
    let quiet = ui.look_after_paint([PARTNER.id, CONTACT.id], |ui| {
        let day = ui.work().now().today();
        ui.look(|book, index| quiet::going_quiet(book, index, day))
    });
    let rows = move || {
        let rows = quiet.get().into_iter().take(QUIET_SHOWN).map(|quiet| quiet_row(ui, quiet)).collect_view();
        view! {
            <section class="group">
                <h2>{ui.t(words::GOING_QUIET)}</h2>
                <ul class="rows" role="list">{rows}</ul>
            </section>
        }
    };
    TodaySection::new(move || quiet.with(|quiet| !quiet.is_empty()), rows)
}

fn quiet_row(ui: Ui, quiet: Quiet) -> impl IntoView {
    let name = ui.title(&PARTNER, quiet.partner).unwrap_or_default();
    let text = if quiet.ever { words::QUIET_DAYS } else { words::NEVER_CONTACTED };
    view! {
        <li><a class="row" href=Route::Records(PARTNER.id, View::One(quiet.partner)).href()>
            <span class="row-title" dir="auto">{name}</span>
            <span class="row-line">{ui.say(text.with("days", quiet.days))}</span>
            <span class="row-go"><span>{ui.t(words::OPEN)}</span><Icon path=icon_paths::CHEVRON/></span>
        </a></li>
    }
}

/// Partners by where the relationship stands and what they are; contacts by month.
pub fn reports(ui: Ui) -> impl IntoView {
    let by_field =
        |field: TextField, title, tie| PARTNER.field(field.key()).map(|field| partners_by(ui, field, title, tie));
    view! {
        {by_field(partner::STATUS, words::PARTNERS_BY_STATUS, words::NO_STATUS_STANDS_OUT)}
        {by_field(partner::TYPE, words::PARTNERS_BY_TYPE, words::NO_TYPE_STANDS_OUT)}
        {by_month(ui, CONTACT.id, |_| 1, words::REPORT_CONTACTS, words::REPORT_CONTACTS_SENTENCE, "count")}
    }
}

/// Partners by one of their fields; where several answers are the most common ones, it is said that none stands out.
fn partners_by(ui: Ui, field: &'static Field, title: Text, tie: Text) -> impl IntoView {
    let counted = memo(move || {
        ui.follow(PARTNER.id);
        let work = ui.work();
        let mut counts: BTreeMap<Option<&'static str>, usize> = BTreeMap::new();
        for record in work.state().book.living(PARTNER.id) {
            let answer = record.text(field.key).and_then(|key| field.answer(key)).map(|choice| choice.key);
            *counts.entry(answer).or_default() += 1;
        }
        counts
    });
    let bars = move || {
        let lang = ui.lang.get();
        let named = |key: Option<&'static str>| {
            let label = key.and_then(|key| field.answer(key)).map_or(words::REPORT_UNKNOWN, |choice| choice.label);
            label.get(lang).to_owned()
        };
        let mut bars: Vec<NamedCount> = counted.get().into_iter().map(|(key, count)| (named(key), count)).collect();
        order::sort_by(&mut bars, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        bars
    };
    let sentence = move || {
        let bars = bars();
        let all: usize = bars.iter().map(|(_, count)| count).sum();
        let (answer, count) = bars.first()?;
        if bars.get(1).is_some_and(|(_, next)| next == count) {
            return Some(tie.message());
        }
        Some(words::REPORT_SENTENCE.with("count", *count).with("all", all).with("answer", answer.to_lowercase()))
    };
    chart(ui, title.message(), field.label, all_told, sentence, bars)
}
