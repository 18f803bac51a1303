//! Who was heard, and who is missing by the plan.

use crate::interviews::coverage::{CoverageLine, coverage};
use crate::interviews::kinds::interview::{INTERVIEW, SPEAKER};
use crate::interviews::kinds::wanted::WANTED;
use crate::interviews::words;
use crate::partners::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// Who was heard.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::WHO_WAS_HEARD.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Records(INTERVIEW.id, View::List), words::INTERVIEWS.get(ui.lang.get()))),
    });
    let covered = memo(move || {
        [&INTERVIEW, &SPEAKER, &WANTED, &PARTNER].iter().for_each(|kind| ui.follow(kind.id));
        coverage(&ui.work().state().book)
    });
    let planned = move || {
        covered.with(|all| all.lines_by_side.iter().flat_map(|(_, lines)| lines).any(|line| line.wanted.is_some()))
    };
    let sentence = move || {
        covered.with(|all| {
            let text = if all.refused == 0 { words::NOBODY_DECLINED } else { words::HEARD_SENTENCE };
            text.with("people", all.people)
                .with("interviews", all.interviews)
                .with("refused", all.refused)
                .say(ui.lang.get())
        })
    };
    let gaps = move || {
        let gaps = covered.with(|all| all.gaps(ui.lang.get()));
        match gaps.is_empty() {
            true => view! { <p>{ui.t(if planned() { words::NO_GAPS } else { words::NO_PLAN })}</p> }.into_any(),
            false => {
                let rows =
                    gaps.into_iter().map(|gap| view! { <li><Icon path=icon_paths::WARNING/><span>{gap}</span></li> });
                view! { <ul class="ticks" role="list">{rows.collect_view()}</ul> }.into_any()
            }
        }
    };
    let sides = move || {
        covered.with(|all| {
            let side = |(side, lines): &(crate::model::field::Choice, Vec<CoverageLine>)| {
                let most =
                    lines.iter().map(|line| line.heard.max(line.wanted.unwrap_or_default())).max().unwrap_or(1).max(1);
                let rows = lines.iter().map(|line| bar(ui, line, most)).collect_view();
                (!lines.is_empty()).then(|| view! {
                    <section class="group"><h2>{ui.t(side.label)}</h2><ul class="covered-by" role="list">{rows}</ul></section>
                })
            };
            all.lines_by_side.iter().map(side).collect_view()
        })
    };
    let add = move || ui.go(Route::Records(WANTED.id, View::Edit(ui.work().new_id())));
    view! {
        <p class="print-only">{ui.t(words::COVERAGE_ON_PAPER)}</p>
        <div class="page no-print" data-stack="">
            <p class="sentence">{move || sentence()}</p>
            <section class="group"><h2>{ui.t(words::GAPS)}</h2>{move || gaps()}</section>
            {move || sides()}
        </div>
        <div class="actions no-print">
            <a class="quiet" href=Route::Records(WANTED.id, View::List).href()>
                <Icon path=icon_paths::CHECK/><span>{ui.t(words::THE_PLAN)}</span>
            </a>
            <Quiet path=icon_paths::PLUS text=WANTED.new class="primary" on_tap=add/>
        </div>
    }
}

/// People of one sort: how many were heard, of how many the plan asks for.
fn bar(ui: Ui, line: &CoverageLine, most: usize) -> impl IntoView + use<> {
    let share = |count: usize| format!("{:.1}%", count as f64 * 100.0 / most as f64);
    // Set one by one: the page's own policy forbids a style in the markup.
    let (heard, wanted) = (share(line.heard), share(line.wanted.unwrap_or_default()));
    let count = match line.wanted {
        Some(wanted) => words::OF_PLAN.with("heard", line.heard).with("wanted", wanted),
        None => crate::model::text::Message::same(line.heard.to_string()),
    };
    let short = (line.gap > 0).then_some("");
    view! {
        <li class="covered" data-short=short style=("--share", heard) style=("--wanted", wanted) data-planned=line.wanted.map(|_| "")>
            <span dir="auto">{ui.say(line.what.clone())}</span>
            <span class="covered-bar" aria-hidden="true"></span>
            <b>{ui.say(count)}</b>
        </li>
    }
}
