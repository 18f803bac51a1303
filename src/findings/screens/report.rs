//! The report: what it would tell of people is looked through first, then it is printed or leaves as a file.

use super::follow_findings;
use crate::findings::report::{self, Report, Shown};
use crate::findings::{routes, words};
use crate::interviews::{INTERVIEW, QUOTE, SPEAKER};
use crate::model::text::{Lang, Message, Text};
use crate::ports::OutFile;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// The languages a report can be in.
const LANGUAGES: [(Text, &[Lang]); 3] = [
    (crate::model::text::t("English", "Inglés"), &[Lang::En]),
    (crate::model::text::t("Spanish", "Español"), &[Lang::Es]),
    (words::BOTH_LANGUAGES, &[Lang::En, Lang::Es]),
];

/// The report of what was found out.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::THE_REPORT.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((routes::FINDINGS.route(), words::FINDINGS.get(ui.lang.get()))),
    });
    let made = memo(move || {
        follow_findings(ui);
        [&INTERVIEW, &SPEAKER].iter().for_each(|kind| ui.follow(kind.id));
        let (policies, now) = (ui.work().state().policies, ui.work().now());
        ui.look(|book, index| report::report(book, index, policies, now))
    });
    let langs = RwSignal::new(match ui.lang.get_untracked() {
        Lang::En => 0_usize,
        Lang::Es => 1,
    });
    let chosen = move || LANGUAGES.get(langs.get()).map_or(&[Lang::En] as &[Lang], |(_, langs)| *langs);
    let body = move || made.with(|made| report::body(made, chosen()));
    let choice = move |at: usize, text: Text| {
        let pressed = move || (langs.get() == at).to_string();
        view! { <button type="button" aria-pressed=move || pressed() on:click=move |_| langs.set(at)>{ui.t(text)}</button> }
    };
    let choices = LANGUAGES.iter().enumerate().map(|(at, (text, _))| choice(at, *text)).collect_view();
    view! {
        <div class="page" data-stack="">
            <div class="tongues no-print" role="group" aria-label=ui.t(words::REPORT_LANGUAGE)>{choices}</div>
            {preview(ui, made)}
            <div class="deeds no-print">
                <Quiet path=icon_paths::DOWNLOAD text=words::AS_PAGE on_tap=move || {
                    let langs = untrack(chosen);
                    save(ui, made, "html", move |report| Ok(report::html(report, langs)));
                }/>
                <Quiet path=icon_paths::DOWNLOAD text=words::AS_TABLE on_tap=move || {
                    let lang = ui.lang.get_untracked();
                    save(ui, made, "csv", move |report| report::csv(report, lang).map_err(|error| error.to_string()));
                }/>
                <Quiet path=icon_paths::DOWNLOAD text=words::AS_DATA on_tap=move || {
                    save(ui, made, "json", move |report| Ok(report::json(report)));
                }/>
            </div>
            <article class="report" inner_html=move || body()></article>
        </div>
        <div class="actions no-print">
            <Quiet path=icon_paths::PRINT text=words::PRINT_REPORT class="primary" on_tap=|| drop(window().print())/>
        </div>
    }
}

fn save(ui: Ui, made: Memo<Report>, ending: &'static str, write: impl Fn(&Report) -> Result<String, String> + 'static) {
    save_text(ui, ending, made.with_untracked(write));
}

fn save_text(ui: Ui, ending: &'static str, text: Result<String, String>) {
    let media_type = match ending {
        "html" => "text/html",
        "csv" => "text/csv",
        _ => "application/json",
    };
    let name = format!("porchlight-findings-{}.{ending}", ui.work().now().today());
    match text {
        Ok(text) => ui.give(OutFile { name, media_type, pieces: vec![text.into_bytes()] }, false),
        Err(error) => ui.warn(Message::same(error)),
    }
}

/// What in it may tell who somebody is.
fn preview(ui: Ui, made: Memo<Report>) -> impl IntoView {
    let shown = memo(move || made.with(|made| report::preview(&ui.work().state().book, made)));
    let row = move |shown: &Shown| {
        let change = shown.quote.map(|quote| {
            view! {
                <a class="quiet" href=Route::Records(QUOTE.id, View::Edit(quote)).href()>
                    <Icon path=icon_paths::PENCIL/><span>{ui.t(words::CHANGE_WORDING)}</span>
                </a>
            }
        });
        view! {
            <li>
                <b dir="auto">{shown.text.clone()}</b>
                <span class="soft">{ui.t(shown.kind.label())}" · "{ui.say(shown.place.message())}</span>
                {change}
            </li>
        }
    };
    let list = move || {
        shown.with(|shown| {
            let (granted, open): (Vec<&Shown>, Vec<&Shown>) = shown.iter().partition(|shown| shown.granted);
            let found = match open.is_empty() {
                true => view! { <p>{ui.t(words::NOTHING_TELLS)}</p> }.into_any(),
                false => view! {
                    <p class="help">{ui.t(words::BEFORE_WHAT)}</p>
                    <ul class="tells" role="list">{open.into_iter().map(row).collect_view()}</ul>
                }
                .into_any(),
            };
            let agreed = words::GRANTED.with("count", granted.len());
            let named = (!granted.is_empty()).then(|| {
                view! {
                    <details class="more">
                        <summary>{ui.say(agreed)}</summary>
                        <ul class="tells" role="list">{granted.into_iter().map(row).collect_view()}</ul>
                    </details>
                }
            });
            view! { {found} {named} }
        })
    };
    view! { <section class="group no-print" data-lamp=""><h2>{ui.t(words::BEFORE_IT_LEAVES)}</h2>{move || list()}</section> }
}
