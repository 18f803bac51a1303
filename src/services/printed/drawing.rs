//! How pages of the directory are drawn: their pieces, columns and foot, and pocket cards.

use super::laid::{Laid, Piece, What};
use super::pocket::Asked;
use super::words;
use crate::model::date::say_day;
use crate::model::text::Lang;
use crate::ports;
use chrono::NaiveDate;
use leptos::prelude::*;

/// How many cards stand on a side of paper.
const CARDS: usize = 4;

/// What stands at the foot of every page.
#[derive(Clone, PartialEq, Eq)]
pub struct Foot {
    /// The name of the library; empty where nobody said it.
    pub library: String,
    /// Where it is reached; likewise.
    pub line: String,
    /// When it is printed.
    pub day: NaiveDate,
    /// Whether all of it is made up.
    pub practice: bool,
}

impl Foot {
    fn say(&self, lang: Lang) -> String {
        let practice = self.practice.then(|| ports::PRACTICE.get(lang).to_owned());
        let printed = words::PRINTED_ON.with("day", say_day(self.day, lang)).say(lang);
        let tell = match &*self.line {
            "" => words::TELL_THE_LIBRARY.get(lang).to_owned(),
            line => words::TELL_US.with("where", line).say(lang),
        };
        [practice, Some(printed), Some(tell)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// A page with its columns.
pub fn page(all: &[Piece], laid: &Laid, at: usize, foot: &Foot) -> AnyView {
    let columns = laid.pages.get(at).into_iter().flatten();
    let lang = columns.clone().flatten().find_map(|at| all.get(*at)).map_or(Lang::En, |piece| piece.lang);
    let columns = columns.map(|column| {
        let pieces = column.iter().filter_map(|at| all.get(*at)).map(|one| piece(one, Some(laid), foot)).collect_view();
        view! { <div class="directory-column">{pieces}</div> }
    });
    let number = words::PAGE.with("page", at + 1).say(lang);
    view! {
        <div class="directory-page" lang=lang.tag()>
            <div class="directory-columns">{columns.collect_view()}</div>
            <footer><span dir="auto">{foot.say(lang)}</span><b>{number}</b></footer>
        </div>
    }
    .into_any()
}

/// A piece; before the pages are known with a number as wide as any.
pub fn piece(piece: &Piece, laid: Option<&Laid>, foot: &Foot) -> AnyView {
    let lang = piece.lang;
    let number = |service| match laid {
        Some(laid) => laid.number(lang, service).map(|number| number.to_string()).unwrap_or_default(),
        None => "000".to_owned(),
    };
    let tag = lang.tag();
    match &piece.what {
        What::Title => {
            let library = (!foot.library.is_empty()).then(|| view! { <p dir="auto"><b>{foot.library.clone()}</b></p> });
            view! {
                <div class="directory-title" lang=tag>
                    {library}<h2>{words::TITLE.get(lang)}</h2><p>{foot.say(lang)}</p><p><b>{words::CALL_211.get(lang)}</b></p>
                </div>
            }
            .into_any()
        }
        What::Heading(name) => {
            view! { <div class="directory-heading" lang=tag><h3 dir="auto">{name.clone()}</h3></div> }.into_any()
        }
        What::Index => {
            view! { <div class="directory-heading" lang=tag><h3>{words::INDEX.get(lang)}</h3></div> }.into_any()
        }
        What::Entry(entry) => {
            let by = (!entry.by.is_empty()).then(|| view! { <p dir="auto">{entry.by.clone()}</p> });
            let lines = entry.lines.iter().map(|line| match line.strong {
                true => view! { <p dir="auto"><b>{line.words.clone()}</b></p> }.into_any(),
                false => view! { <p dir="auto">{line.words.clone()}</p> }.into_any(),
            });
            view! {
                <div class="directory-entry" lang=tag><h4 dir="auto">{entry.name.clone()}</h4>{by}{lines.collect_view()}</div>
            }
            .into_any()
        }
        What::See(name, service) => {
            let said = words::SEE.with("name", &**name).with("page", number(*service)).say(lang);
            view! { <div class="directory-see" lang=tag><p dir="auto">{said}</p></div> }.into_any()
        }
        What::Row(name, service) => view! {
            <div class="directory-row" lang=tag><span dir="auto">{name.clone()}</span><b>{number(*service)}</b></div>
        }
        .into_any(),
    }
}

/// A side of paper with the same card four times.
pub fn cards(paper: &'static str, lang: Lang, asked: &[Asked], foot: &Foot) -> AnyView {
    let one = |at: usize| {
        let needs = asked.iter().map(|need| {
            let services = need.services.iter().map(|(name, line)| {
                view! { <p dir="auto"><b>{name.clone()}</b>" "{line.clone()}</p> }
            });
            view! { <h4>{need.name.clone()}</h4>{services.collect_view()} }
        });
        view! {
            <div class="directory-card" aria-hidden=(at > 0).then_some("true")>
                <h3>{words::TITLE.get(lang)}</h3>
                {needs.collect_view()}
                <footer><b>{words::CALL_211.get(lang)}</b><br/><span dir="auto">{foot.say(lang)}</span></footer>
            </div>
        }
    };
    view! {
        <section class="directory-sheet" data-cards="" data-paper=paper lang=lang.tag()>
            {(0..CARDS).map(one).collect_view()}
        </section>
    }
    .into_any()
}
