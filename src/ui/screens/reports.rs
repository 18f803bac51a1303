//! What the notes add up to: the sentence first, then bars, then the table.

use crate::app::hubs::{self, Use};
use crate::domain::date;
use crate::domain::field::Field;
use crate::domain::order;
use crate::domain::record::Record;
use crate::domain::text::{Message, Text};
use crate::kinds::contact::CONTACT;
use crate::kinds::hub::HUB;
use crate::kinds::hub_visit::HUB_VISIT;
use crate::kinds::item::ITEM;
use crate::kinds::movement::MOVEMENT;
use crate::kinds::partner::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::route::Route;
use crate::ui::{hub_words, interview_words, words};
use chrono::{Datelike, Months, NaiveDate};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// One bar: what it counts, and how many.
pub type Bar = (String, usize);

/// Counts of partners and contacts.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::REPORTS.get(ui.lang.get()).to_owned(), ..Head::default() });
    let by_field = |key: &'static str| PARTNER.field(key).map(|field| partners_by(ui, field));
    view! {
        <div class="page" data-stack="">
            <nav class="deeds" aria-label=ui.t(words::REPORTS)>
                <a class="quiet" href=Route::Findings.href()>
                    <Icon path=icon_paths::QUOTE/><span>{ui.t(interview_words::FINDINGS)}</span>
                </a>
            </nav>
            <p class="soft">{ui.t(words::REPORTS_WHAT)}</p>
            {by_field("status")}
            {by_field("type")}
            {contacts_by_month(ui)}
            {of_hubs(ui)}
        </div>
    }
}

fn partners_by(ui: Ui, field: &'static Field) -> impl IntoView {
    let counted = Memo::new(move |_| {
        ui.follow(PARTNER.id);
        let work = ui.work();
        let mut counts: BTreeMap<Option<&'static str>, usize> = BTreeMap::new();
        for partner in work.state().book.records(PARTNER.id).filter(|partner| partner.is_alive()) {
            let answer = partner.text(field.key).and_then(|key| field.answer(key)).map(|choice| choice.key);
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
        let mut bars: Vec<Bar> = counted.get().into_iter().map(|(key, count)| (named(key), count)).collect();
        order::sort_by(&mut bars, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        bars
    };
    let sentence = move || {
        let bars = bars();
        let all: usize = bars.iter().map(|(_, count)| count).sum();
        let (answer, count) = bars.into_iter().next()?;
        Some(words::REPORT_SENTENCE.with("count", count).with("all", all).with("answer", answer.to_lowercase()))
    };
    chart(ui, words::REPORT_PARTNERS_BY.with("field", field.label), field.label, all_told, sentence, bars)
}

fn contacts_by_month(ui: Ui) -> impl IntoView {
    by_month(ui, CONTACT.id, |_| 1, words::REPORT_CONTACTS, words::REPORT_CONTACTS_SENTENCE, "count")
}

/// Records of a kind, each counting for so many, by the month in which they happened; the last twelve months.
fn by_month(
    ui: Ui,
    kind: &'static str,
    counts_for: fn(&Record) -> usize,
    title: Text,
    told: Text,
    all: &'static str,
) -> impl IntoView {
    let counted = Memo::new(move |_| {
        ui.follow(kind);
        let work = ui.work();
        let today = work.now().today();
        let since = today.checked_sub_months(Months::new(11)).and_then(|day| day.with_day(1)).unwrap_or(today);
        let mut months: BTreeMap<(i32, u32), usize> = BTreeMap::new();
        for record in work.state().book.records(kind).filter(|record| record.is_alive()) {
            let Some(day) = record.text("when").and_then(date::day_of) else { continue };
            if since <= day && day <= today {
                *months.entry((day.year(), day.month())).or_default() += counts_for(record);
            }
        }
        months
    });
    let bars = move || {
        let lang = ui.lang.get();
        let named = |(year, month): (i32, u32)| date::say_month(year, month, lang);
        counted.get().into_iter().map(|(month, count)| (named(month), count)).collect::<Vec<Bar>>()
    };
    let sentence = move || {
        let sum: usize = counted.with(|months| months.values().sum());
        (sum > 0).then(|| told.with(all, sum))
    };
    chart(ui, title.message(), title, all_told, sentence, bars)
}

/// What people took from the hubs, and how many came.
fn of_hubs(ui: Ui) -> impl IntoView {
    let used = RwSignal::new(Use::default());
    Effect::new(move |_| {
        [&HUB, &ITEM, &MOVEMENT].iter().for_each(|kind| ui.follow(kind.id));
        ui.in_the_background(async |work, job| hubs::use_of_hubs(&work, &job).await, used);
    });
    let items = move || used.with(|used| used.items.clone());
    let weeks = move || {
        let lang = ui.lang.get();
        let named = |day: NaiveDate| hub_words::WEEK_OF.with("date", date::say_day(day, lang)).say(lang);
        used.with(|used| used.weeks.iter().map(|(day, went)| (named(*day), *went)).collect::<Vec<Bar>>())
    };
    let sentence = move || {
        used.with(|used| {
            let (item, count) = used.items.first()?;
            let all: usize = used.items.iter().map(|(_, count)| count).sum();
            Some(hub_words::WENT_SENTENCE.with("all", all).with("item", item.as_str()).with("count", *count))
        })
    };
    view! {
        {chart(ui, hub_words::WENT_BY_ITEM.message(), ITEM.name, all_told, sentence, items)}
        {chart(ui, hub_words::WENT_BY_WEEK.message(), hub_words::WENT_BY_WEEK, all_told, || None, weeks)}
        {by_month(
            ui,
            HUB_VISIT.id,
            |visit| ["adults", "children"].iter().filter_map(|key| visit.get(key)?.as_number()).sum::<f64>() as usize,
            hub_words::PEOPLE_BY_MONTH,
            hub_words::PEOPLE_SENTENCE,
            "all",
        )}
    }
}

/// These are no counts of people who could be recognized.
fn all_told(_row: usize) -> bool {
    true
}

/// A title, a sentence, and a table with bars. Paper leaves the building, so a row is printed only if it may be told.
pub fn chart(
    ui: Ui,
    title: Message,
    first: Text,
    may_tell: impl Fn(usize) -> bool + Copy + Send + Sync + 'static,
    sentence: impl Fn() -> Option<Message> + Send + Sync + 'static,
    bars: impl Fn() -> Vec<Bar> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    // The sentence says the greatest count.
    let unprinted = move || (!may_tell(0)).then_some("no-print");
    let body = move || {
        let bars = bars();
        if bars.is_empty() {
            return view! { <p class="soft">{ui.t(words::NONE_YET)}</p> }.into_any();
        }
        let most = bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        let rows = bars.into_iter().enumerate().map(|(at, (name, count))| view! {
            <tr class=(!may_tell(at)).then_some("no-print")>
                <th scope="row">{name}</th>
                <td class="bar-cell"><span class="bar" aria-hidden="true" style:inline-size=format!("{}%", count * 100 / most)></span></td>
                <td class="num">{count}</td>
            </tr>
        });
        view! {
            <div class="table-wrap" role="region" tabindex="0" aria-label=ui.t(first)><table class="bars">
                <thead><tr><th scope="col">{ui.t(words::REPORT_ANSWER)}</th><th scope="col"><span class="unseen">{ui.t(words::REPORT_BAR)}</span></th><th scope="col" class="num">{ui.t(words::REPORT_COUNT)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        }
        .into_any()
    };
    view! {
        <section class="group">
            <h2>{ui.say(title)}</h2>
            {move || sentence().map(|message| view! { <p class=unprinted()>{message.say(ui.lang.get())}</p> })}
            {body}
        </section>
    }
}
