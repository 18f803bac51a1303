//! The code book, and how far two people mark the same.

use super::quotes::{codings, follow_quotes, theme_name};
use crate::interviews::kappa::Agreement;
use crate::interviews::kinds::interview::INTERVIEW;
use crate::interviews::kinds::quote::{QUOTE, THEME, theme_fields};
use crate::interviews::quotes::{self, agreement, coders, in_all};
use crate::interviews::{routes, words};
use crate::model::id::Id;
use crate::model::questionnaire::Both;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::narrow::select;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::ui::words as common;
use leptos::prelude::*;

/// The code book.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::THEMES.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Records(INTERVIEW.id, View::List), words::INTERVIEWS.get(ui.lang.get()))),
    });
    let codings = codings(ui);
    let branches = memo(move || {
        ui.follow(QUOTE.id);
        codings.with(|codings| quotes::code_book_with(&ui.work().state().book, &codings.0))
    });
    let row = move |branch: &quotes::Branch| {
        let (theme, depth) = (branch.theme, branch.depth);
        let name = move || theme_name(ui, theme);
        let line = move || {
            let record = ui.record(&THEME, theme)?;
            let words = Both::of(&record, theme_fields::DEFINITION, theme_fields::DEFINITION_ES);
            Some(words.get(ui.lang.get()).to_owned())
        };
        let count = words::QUOTES_FOUND.with("count", branch.quotes);
        let quotes = count.clone();
        let shows = move || words::QUOTES_OF.with("quotes", quotes.clone()).with("theme", name()).say(ui.lang.get());
        view! {
            <li class="theme" style=("--depth", depth.to_string())>
                <a class="row" href=Route::Records(THEME.id, View::One(theme)).href()>
                    <span class="row-title" dir="auto">{move || name()}</span>
                    <span class="row-line" dir="auto">{move || line()}</span>
                </a>
                <a class="quiet" href=routes::QUOTES.at(Some(theme)).href() aria-label=move || shows()>
                    <Icon path=icon_paths::QUOTE/><span>{ui.say(count)}</span>
                </a>
            </li>
        }
    };
    let list = move || {
        branches.with(|branches| match branches.is_empty() {
            true => {
                view! { <Empty path=icon_paths::TAG title=words::NO_THEMES purpose=words::THEMES_WHAT/> }.into_any()
            }
            false => view! {
                <p class="soft">{ui.t(words::THEMES_WHAT)}</p>
                <ul class="rows themes" role="list">{branches.iter().map(row).collect_view()}</ul>
            }
            .into_any(),
        })
    };
    let new = move || ui.go(Route::Records(THEME.id, View::Edit(ui.work().new_id())));
    view! {
        <div class="page" data-stack="">{move || list()}{agreeing(ui)}</div>
        <div class="actions no-print">
            <Quiet path=icon_paths::PLUS text=THEME.new class="primary" on_tap=new/>
        </div>
    }
}

/// What a theme leads to: the quotes that are about it.
pub fn quotes_about(ui: Ui, theme: Id) -> impl IntoView {
    let count = memo(move || {
        follow_quotes(ui);
        let filter = quotes::Filter { theme: Some(theme), ..quotes::Filter::default() };
        ui.look(|book, index| quotes::quotes(book, index, &filter).len())
    });
    let says = move || words::QUOTES_FOUND.with("count", count.get()).say(ui.lang.get());
    view! {
        <div class="deeds">
            <a class="quiet" href=routes::QUOTES.at(Some(theme)).href()>
                <Icon path=icon_paths::QUOTE/><span>{move || says()}</span>
            </a>
        </div>
    }
}

/// How far two people mark the same.
fn agreeing(ui: Ui) -> impl IntoView {
    let people = memo(move || {
        follow_quotes(ui);
        coders(&ui.work().state().book)
    });
    let (first, second) = (RwSignal::new(None::<Id>), RwSignal::new(None::<Id>));
    let one = move || first.get().or_else(|| people.with(|people| people.first().map(|(id, _)| *id)));
    let two = move || {
        let one = one();
        let other = move || people.with(|people| people.iter().map(|(id, _)| *id).find(|id| Some(*id) != one));
        second.get().or_else(other)
    };
    let name = move |id: Id| ui.staff_name(Some(id)).unwrap_or_default();
    let offers = move || {
        let option = |(id, count): &(Id, usize)| {
            let words = words::CODER_OPTION.with("who", name(*id)).with("count", *count).say(ui.lang.get());
            (id.to_string(), words)
        };
        people.with(|people| people.iter().map(option).collect::<Vec<_>>())
    };
    let held = move |id: Option<Id>| id.map(|id| id.to_string());
    let table = move || {
        let (one, two) = one().zip(two()).filter(|(one, two)| one != two)?;
        follow_quotes(ui);
        let rows = agreement(&ui.work().state().book, one, two);
        let all = in_all(&rows);
        let lang = ui.lang.get();
        let percent = all.observed().map_or_else(String::new, |share| format!("{:.0}%", share * 100.0));
        let sentence = words::KAPPA_SENTENCE
            .with("one", name(one))
            .with("two", name(two))
            .with("percent", percent)
            .with("kappa", kappa(ui, &all))
            .say(lang);
        let row = |what: String, agreement: &Agreement| {
            view! {
                <tr>
                    <th scope="row" dir="auto">{what}</th>
                    <td class="num">{agreement.both}</td>
                    <td class="num">{agreement.only_first}</td>
                    <td class="num">{agreement.only_second}</td>
                    <td class="num">{agreement.neither}</td>
                    <td class="num">{kappa(ui, agreement)}</td>
                </tr>
            }
        };
        let body = rows.iter().map(|(theme, agreement)| row(theme_name(ui, *theme), agreement)).collect_view();
        (!rows.is_empty()).then(|| {
            view! {
                <p>{sentence}</p>
                <div class="table-wrap" tabindex="0" role="region" aria-label=ui.t(words::AGREEMENT)><table>
                    <thead><tr>
                        <th scope="col">{ui.t(common::BY_THEME)}</th>
                        <th scope="col" class="num">{ui.t(words::BOTH_MARKED)}</th>
                        <th scope="col" class="num">{words::ONLY_ONE.with("who", name(one)).say(lang)}</th>
                        <th scope="col" class="num">{words::ONLY_ONE.with("who", name(two)).say(lang)}</th>
                        <th scope="col" class="num">{ui.t(words::NEITHER)}</th>
                        <th scope="col" class="num">{ui.t(words::KAPPA)}</th>
                    </tr></thead>
                    <tbody>{body}{row(words::IN_ALL.get(lang).to_owned(), &all)}</tbody>
                </table></div>
            }
        })
    };
    let parse = |key: Option<String>| key.and_then(|key| key.parse().ok());
    let enough = move || people.with(|people| people.len() > 1);
    view! {
        <section class="group">
            <h2>{ui.t(words::AGREEMENT)}</h2>
            <p class="soft">{ui.t(words::AGREEMENT_WHAT)}</p>
            {move || match enough() {
                false => view! { <p>{ui.t(words::AGREEMENT_NONE)}</p> }.into_any(),
                true => view! {
                    <div class="narrow">
                        {select(ui, words::FIRST_CODER, words::FIRST_CODER, offers, move || held(one()), move |key| first.set(parse(key)))}
                        {select(ui, words::SECOND_CODER, words::SECOND_CODER, offers, move || held(two()), move |key| second.set(parse(key)))}
                    </div>
                    {move || table()}
                }.into_any(),
            }}
        </section>
    }
}

/// Kappa in figures.
fn kappa(ui: Ui, agreement: &Agreement) -> String {
    agreement.kappa().map_or_else(|| words::NO_KAPPA.get(ui.lang.get()).to_owned(), |kappa| format!("{kappa:.2}"))
}
