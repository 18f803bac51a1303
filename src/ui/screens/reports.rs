//! What the notes add up to: the sentence first, then bars, then the table.

use crate::model::date;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::text::{Message, Text};
use crate::ui::capability::{self, PageView, Views};
use crate::ui::context::{Head, Ui};
use crate::ui::reactive::memo;
use crate::ui::words;
use chrono::{Datelike, Months};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One bar: what it counts, and how many.
pub type NamedCount = (String, usize);

/// What each capability counts.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: words::REPORTS.get(ui.lang.get()).to_owned(), ..Head::default() });
    let of_each = |pages: fn(&Views) -> &'static [PageView]| {
        let drawn = capability::loaded().flat_map(pages).map(|view| view(ui));
        drawn.collect_view()
    };
    view! {
        <div class="page" data-stack="">
            <nav class="deeds" aria-label=ui.t(words::REPORTS)>{of_each(|views| views.report_ways)}</nav>
            <p class="soft">{ui.t(words::REPORTS_WHAT)}</p>
            {of_each(|views| views.reports)}
        </div>
    }
}

/// Records of a kind, each counting for so many, by the month in which they happened; the last twelve months.
pub fn by_month(
    ui: Ui,
    kind: &'static str,
    counts_for: fn(&Record) -> usize,
    title: Text,
    told: Text,
    all: &'static str,
) -> impl IntoView {
    let counted = memo(move || {
        ui.follow(kind);
        let work = ui.work();
        let today = work.now().today();
        let since = today.checked_sub_months(Months::new(11)).and_then(|day| day.with_day(1)).unwrap_or(today);
        let mut months: BTreeMap<(i32, u32), usize> = BTreeMap::new();
        let book = &work.state().book;
        let when = book.kind(kind).and_then(Kind::happened);
        for record in book.living(kind) {
            let Some(day) = when.and_then(|when| record.text(when.key)).and_then(date::day_of) else { continue };
            if since <= day && day <= today {
                *months.entry((day.year(), day.month())).or_default() += counts_for(record);
            }
        }
        // A month in which nothing happened is a month, too.
        let mut next = months.keys().next().copied();
        while let Some((year, month)) = next.filter(|month| *month <= (today.year(), today.month())) {
            months.entry((year, month)).or_default();
            next = Some(if month == 12 { (year + 1, 1) } else { (year, month + 1) });
        }
        months
    });
    let bars = move || {
        let lang = ui.lang.get();
        let named = |(year, month): (i32, u32)| date::say_month(year, month, lang);
        counted.get().into_iter().map(|(month, count)| (named(month), count)).collect::<Vec<NamedCount>>()
    };
    let sentence = move || {
        let sum: usize = counted.with(|months| months.values().sum());
        (sum > 0).then(|| told.with(all, sum))
    };
    chart(ui, title.message(), words::MONTH, all_told, sentence, bars)
}

/// These are no counts of people who could be recognized.
pub fn all_told(_row: usize) -> bool {
    true
}

/// A title, a sentence, and a table with bars, with what its rows are as the head of the first column. Paper leaves the building, so a row is printed only if it may be told.
pub fn chart(
    ui: Ui,
    title: Message,
    first: Text,
    may_tell: impl Fn(usize) -> bool + Copy + Send + Sync + 'static,
    sentence: impl Fn() -> Option<Message> + Send + Sync + 'static,
    bars: impl Fn() -> Vec<NamedCount> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    charted(ui, title, first, Arc::new(may_tell), Box::new(sentence), Box::new(bars))
}

/// How wide a bar is. The smallest count can be seen, and nothing is no bar.
pub fn width(count: usize, most: usize) -> String {
    if count == 0 { "0".to_owned() } else { format!("max({}%, 2px)", count * 100 / most) }
}

fn charted(
    ui: Ui,
    title: Message,
    first: Text,
    may_tell: Arc<dyn Fn(usize) -> bool + Send + Sync>,
    sentence: Box<dyn Fn() -> Option<Message> + Send + Sync>,
    bars: Box<dyn Fn() -> Vec<NamedCount> + Send + Sync>,
) -> AnyView {
    // The sentence says the greatest count.
    let greatest = may_tell.clone();
    let unprinted = move || (!greatest(0)).then_some("no-print");
    let region = title.clone();
    let body = move || {
        let bars = bars();
        if bars.is_empty() {
            return view! { <p class="soft">{ui.t(words::NONE_YET)}</p> }.into_any();
        }
        let most = bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        let rows = bars.into_iter().enumerate().map(|(at, (name, count))| view! {
            <tr class=(!may_tell(at)).then_some("no-print")>
                <th scope="row">{name}</th>
                <td class="bar-cell"><span class="bar" aria-hidden="true" style:inline-size=width(count, most)></span></td>
                <td class="num">{count}</td>
            </tr>
        });
        view! {
            <div class="table-wrap" role="region" tabindex="0" aria-label=region.say(ui.lang.get())><table class="bars">
                <thead><tr><th scope="col">{ui.t(first)}</th><th scope="col"><span class="unseen">{ui.t(words::REPORT_BAR)}</span></th><th scope="col" class="num">{ui.t(words::REPORT_COUNT)}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        }
        .into_any()
    };
    view! {
        <section class="group">
            <h2>{ui.say(title)}</h2>
            {move || sentence().map(|message| view! { <p class=unprinted()>{message.say(ui.lang.get())}</p> })}
            {move || body()}
        </section>
    }
    .into_any()
}
