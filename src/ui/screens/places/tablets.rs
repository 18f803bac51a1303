//! The tablets of the team: this one by its name, and the others as they stood in the places.

use super::runner::Syncing;
use super::section::{row, when};
use super::words;
use crate::exchange::syncing::report::Colleague;
use crate::model::date;
use crate::model::stamp::Stream;
use crate::model::tablet::TABLET;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::drawn;
use crate::ui::route::{Route, View};
use crate::work::tablets::{lost_on, tablet_id, tablet_name};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How many digits name a tablet that nobody has given a name.
const DIGITS: usize = 4;

/// The tablets of the team.
pub fn view(ui: Ui) -> impl IntoView {
    let syncing = Syncing::of(ui);
    drawn(move || {
        if ui.practice() {
            return None;
        }
        ui.follow(TABLET.id);
        let lang = ui.lang.get();
        let work = ui.work();
        let me = work.state().me.stream();
        // Of what several places tell of a tablet, the latest.
        let mut others: BTreeMap<_, Colleague> = BTreeMap::new();
        for colleague in syncing.places().into_iter().flatten().flat_map(|known| known.report.colleagues) {
            let newer = others.get(&colleague.tablet).is_none_or(|known| known.at < colleague.at);
            if newer && colleague.tablet != me {
                others.insert(colleague.tablet, colleague);
            }
        }
        let state = work.state();
        let name_of = |tablet: Stream, said: Option<&str>| {
            let name = tablet_name(&state.book, tablet.dev).or(said).map(str::to_owned);
            name.unwrap_or_else(|| {
                let digits: String = tablet.dev.to_string().chars().take(DIGITS).collect();
                words::UNNAMED.with("digits", digits).say(lang)
            })
        };
        let edit = |dev| Route::Records(TABLET.id, View::Edit(tablet_id(dev))).href();
        let mine = tablet_name(&state.book, me.dev).map(|name| words::THIS.with("name", name).say(lang));
        let (title, line) = match mine {
            Some(name) => (name, Vec::new()),
            None => (words::THIS_UNNAMED.get(lang).to_owned(), vec![words::THIS_WHY.get(lang).to_owned()]),
        };
        let naming = view! {
            <a class="quiet" href=edit(me.dev)><Icon path=icon_paths::PENCIL/><span>{words::TABLET_NAME.get(lang)}</span></a>
        };
        let mut rows = vec![row("plain", icon_paths::TABLET, title, line, naming.into_any())];
        for (tablet, colleague) in others {
            let mut name = name_of(tablet, colleague.name.as_deref());
            let before = tablet.dev == me.dev;
            if before {
                name = words::BEFORE.with("name", name).say(lang);
            }
            let mut lines = vec![match colleague.newest {
                None => words::LAST_SEEN.with("when", when(ui, colleague.at)).say(lang),
                Some(newest) => words::LAST_SEEN_NEWEST
                    .with("when", when(ui, colleague.at))
                    .with("newest", when(ui, newest))
                    .say(lang),
            }];
            if colleague.missing > 0 {
                lines.push(words::NOT_HERE.with("count", colleague.missing).say(lang));
            }
            let lost = lost_on(&state.book, tablet.dev).and_then(date::day);
            if let Some(day) = lost {
                lines.push(words::LOST.with("day", date::say_day(day, lang)).say(lang));
            }
            let deeds = (!before && lost.is_none()).then(|| {
                let label = words::LOST_OF.with("name", name.as_str()).say(lang);
                view! { <a class="quiet" href=edit(tablet.dev) aria-label=label><span>{words::LOST_BUTTON.get(lang)}</span></a> }
            });
            let tone = if colleague.missing > 0 && lost.is_none() { "care" } else { "plain" };
            rows.push(row(tone, icon_paths::TABLET, name, lines, deeds.into_any()));
        }
        Some(view! {
            <section class="group">
                <h2>{words::TABLETS.get(lang)}</h2>
                <ul class="health" role="list">{rows}</ul>
            </section>
        })
    })
}
