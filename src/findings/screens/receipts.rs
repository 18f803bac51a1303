//! What a finding rests on: its quotes and counts, and how they are added.

use super::{OFFERED, follow_findings};
use crate::canvass::{VISIT, visit_fields};
use crate::findings::evidence::{Counted, Receipt};
use crate::findings::kinds::finding::{COUNTED, RECEIPT};
use crate::findings::{evidence as findings, words};
use crate::interviews::{self, Codings, Filter, QUOTE, Quote, quote_fields, theme_offers};
use crate::model::id::Id;
use crate::model::text::Text;
use crate::model::{guide, show};
use crate::ui::context::Ui;
use crate::ui::parts::narrow::select;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Chip, Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::prelude::*;

/// What a finding rests on.
pub fn receipts(ui: Ui, id: Id) -> impl IntoView {
    let found = memo(move || {
        follow_findings(ui);
        let policies = ui.work().state().policies;
        ui.look(|book, index| findings::findings(book, index, policies).into_iter().find(|finding| finding.id == id))
    });
    let warnings = move || {
        found.with(|found| {
            let warnings = found.as_ref().map(|finding| finding.warnings.clone()).unwrap_or_default();
            let chip = |warning: findings::Warning| {
                let words = Signal::derive(ui.say(warning.message()));
                view! { <Chip tone="care" words=words/> }
            };
            view! { <div class="chips">{warnings.into_iter().map(chip).collect_view()}</div> }
        })
    };
    let guard = Guard::over(move || {
        found.with(|found| {
            let finding = found.as_ref()?;
            let receipts = finding.for_it.iter().chain(&finding.against).map(|receipt| receipt.id);
            Some(receipts.chain(finding.counts.iter().map(|counted| counted.id)).collect::<Vec<_>>())
        })
    });
    let side = move |stands_for: bool| {
        let (heading, none) = match stands_for {
            true => (words::SPEAKS_FOR, words::NOTHING_FOR),
            false => (words::SPEAKS_AGAINST, words::NOTHING_AGAINST),
        };
        let rows = move || {
            found.with(|found| {
                let finding = found.as_ref()?;
                let receipts = if stands_for { &finding.for_it } else { &finding.against };
                Some(match receipts.is_empty() {
                    true => view! { <p class="soft">{ui.t(none)}</p> }.into_any(),
                    false => view! {
                        <ul class="receipts" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>{receipts.iter().map(|receipt| receipt_view(ui, receipt)).collect_view()}</ul>
                    }
                    .into_any(),
                })
            })
        };
        view! { <section class="group"><h3>{ui.t(heading)}</h3>{move || rows()}</section> }
    };
    let counts = move || {
        found.with(|found| {
            let counts = &found.as_ref()?.counts;
            (!counts.is_empty()).then(|| {
                view! {
                    <ul class="receipts" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>{counts.iter().map(|counted| count_view(ui, counted)).collect_view()}</ul>
                }
            })
        })
    };
    view! {
        {move || warnings()}
        {side(true)}
        {side(false)}
        <section class="group"><h3>{ui.t(words::COUNTED_AT_DOORS)}</h3>{move || counts()}{add_count(ui, id)}</section>
        {add_quotes(ui, id)}
    }
}

fn take_out(ui: Ui, kind: &'static str, id: Id, what: String) -> impl IntoView {
    let name = move || words::TAKE_OUT_WHAT.with("what", what.clone()).say(ui.lang.get());
    view! {
        <button type="button" class="quiet no-print" aria-label=move || name() on:click=move |_| ui.send(Command::Delete(kind, id))>
            <Icon path=icon_paths::CLOSE/><span>{ui.t(common::TAKE_IT_OUT)}</span>
        </button>
    }
}

fn receipt_view(ui: Ui, receipt: &Receipt) -> impl IntoView + use<> {
    let who = receipt.who.clone();
    let words = receipt.words.clone();
    view! {
        <li>
            <blockquote dir="auto">
                <a href=Route::Records(QUOTE.id, View::One(receipt.quote)).href()>{words.clone()}</a>
            </blockquote>
            <p class="soft" dir="auto">{move || who.say(ui.lang.get())}</p>
            {take_out(ui, RECEIPT.id, receipt.id, show::first_line(&words))}
        </li>
    }
}

fn count_view(ui: Ui, counted: &Counted) -> impl IntoView + use<> {
    let (asked, label) = (counted.asked, counted.label);
    let sentence = words::COUNT_SENTENCE
        .with("answer", label)
        .with("people", counted.people)
        .with("all", counted.of)
        .with("doors", counted.doors);
    // Paper leaves the building.
    let may_tell = [counted.people, counted.doors].iter().all(|count| counted.told(*count).is_told());
    view! {
        <li class=(!may_tell).then_some("no-print")>
            <p class="soft">{ui.t(asked)}</p>
            <p>{ui.say(sentence)}</p>
            {take_out(ui, COUNTED.id, counted.id, label.get(ui.lang.get()).to_owned())}
        </li>
    }
}

/// A count from canvassing, chosen by its question and its answer.
fn add_count(ui: Ui, finding: Id) -> impl IntoView {
    let offers = move || {
        ui.follow(crate::model::question::QUESTION.id);
        let lang = ui.lang.get();
        let fields = guide::fields(&VISIT, &ui.work().state().book);
        let several = fields.into_iter().filter(|field| {
            matches!(field.ty, crate::model::field::FieldType::Choices(_)) && field.key != visit_fields::TIMES.key()
        });
        let offer = |field: &'static crate::model::field::Field| {
            field.offered().iter().map(move |choice| {
                let words = format!("{} {}", field.label.get(lang), choice.label.get(lang));
                (format!("{} {}", field.key, choice.key), words)
            })
        };
        several.flat_map(offer).collect::<Vec<_>>()
    };
    let add = move |key: Option<String>| {
        let Some((question, answer)) = key.as_deref().and_then(|key| key.split_once(' ')) else { return };
        let rows = vec![findings::counted(finding, question, answer)];
        ui.send(Command::Write { label: words::COUNT_ADDED.message(), rows });
    };
    view! { <div class="narrow no-print">{select(ui, words::ADD_COUNT, common::CHOOSE_ONE, offers, || None, add)}</div> }
}

/// Quotes to add, found by theme and by their words.
fn add_quotes(ui: Ui, finding: Id) -> impl IntoView {
    let filter = RwSignal::new(Filter::default());
    let offered = memo(move || {
        follow_findings(ui);
        filter.with(|filter| {
            ui.look(|book, index| {
                let codings = Codings::of(book);
                let found = interviews::quotes_with(book, index, &codings, filter);
                let there = |quote: &Quote| book.alive(RECEIPT.id, findings::receipt_id(finding, quote.id)).is_some();
                found
                    .into_iter()
                    .filter(|quote| !there(quote))
                    .take(OFFERED)
                    .map(|quote| (quote.id, quote.words, quote.speaker))
                    .collect::<Vec<_>>()
            })
        })
    });
    let guard =
        Guard::over(move || offered.with(|offered| offered.iter().map(|(quote, ..)| *quote).collect::<Vec<_>>()));
    let add = move |quote: Id, stands_for: bool| {
        let label = if stands_for { words::ADDED_FOR } else { words::ADDED_AGAINST };
        let rows = vec![findings::receipt(finding, quote, stands_for)];
        ui.send(Command::Write { label: label.message(), rows });
    };
    let row = move |(quote, said, speaker): (Id, String, Option<Id>)| {
        let who = move || crate::interviews::who_said(ui, speaker);
        let button = move |text: Text, stands_for: bool| {
            let said = said.clone();
            let name = move || format!("{}: {}", text.get(ui.lang.get()), show::first_line(&said));
            view! {
                <button type="button" class="quiet" aria-label=move || name() on:click=move |_| add(quote, stands_for)>
                    <Icon path=icon_paths::PLUS/><span>{ui.t(text)}</span>
                </button>
            }
        };
        view! {
            <li>
                <p dir="auto" class="line-words">{move || ui.record(&QUOTE, quote).and_then(|record| quote_fields::WORDS.of(&record).map(str::to_owned))}</p>
                <p class="soft" dir="auto">{move || who()}</p>
                <div class="deeds">{button.clone()(words::SPEAKS_FOR, true)}{button(words::SPEAKS_AGAINST, false)}</div>
            </li>
        }
    };
    let rows = move || offered.get().into_iter().map(row).collect_view();
    view! {
        <section class="group no-print">
            <h3>{ui.t(words::ADD_QUOTES)}</h3>
            <div class="narrow">
                {select(ui, common::BY_THEME, common::CHOOSE_ONE, move || theme_offers(ui),
                    move || filter.with(|filter| filter.theme.map(|id| id.to_string())),
                    move |key| filter.update(|filter| filter.theme = key.and_then(|key| key.parse().ok())))}
                <label class="narrow-by">
                    <span>{move || common::SEARCH_IN.with("kind", QUOTE.plural).say(ui.lang.get())}</span>
                    <input type="search" autocomplete="off"
                        on:input=move |event| filter.update(|filter| filter.words = event_target_value(&event))/>
                </label>
            </div>
            <ul class="receipts" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>{move || rows()}</ul>
        </section>
    }
}
