//! The records about a record.

use crate::model::field::InRow;
use crate::model::id::Id;
use crate::model::joins::linking_to_all;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::{date, order, show};
use crate::ui::capability;
use crate::ui::context::Ui;
use crate::ui::route::{Route, View};
use leptos::prelude::*;

/// What happened with a record: the records of a kind that are about it or about one that was joined to it, the latest
/// first.
pub(super) fn timeline(
    ui: Ui,
    linked: &'static Kind,
    link: &'static str,
    kind: &'static Kind,
    id: Id,
) -> impl IntoView {
    let (happened, by_whom) = (linked.happened(), linked.by_whom());
    let chip = linked.fields().find(|field| field.in_row == InRow::Chip);
    let rows = move || {
        ui.follow(linked.id);
        ui.follow(kind.id);
        let lang = ui.lang.get();
        let mut entries: Vec<(Option<_>, Id, String, Option<Id>, String)> = ui.look(|book, index| {
            let records = linking_to_all(book, index, (linked.id, link), kind, id);
            let entry = |record: &Record| {
                let how = chip.and_then(|field| Some(show::show(field, record.get(field.key)?, lang, &|_, _| None)));
                let staff = by_whom.and_then(|field| record.link(field.key));
                let when = happened.and_then(|field| record.text(field.key));
                let when = when.and_then(|stored| Some((date::day_of(stored)?, date::moment(stored))));
                (when, record.id, how.unwrap_or_default(), staff, show::title_in(linked, record, lang))
            };
            records.into_iter().map(entry).collect()
        });
        // Moments may be written under different clocks, so they are compared as moments.
        order::sort_by_key(&mut entries, |entry| std::cmp::Reverse(entry.0.map(|(day, moment)| (moment, day))));
        if entries.is_empty() {
            return view! { <p class="soft">{ui.t(linked.purpose)}</p> }.into_any();
        }
        let items = entries.into_iter().map(|(when, id, how, staff, said)| {
            let title = [Some(how), ui.staff_name(staff)].into_iter().flatten().filter(|part| !part.is_empty());
            let title = title.collect::<Vec<_>>().join(", ");
            let day = when.map(|(day, _)| date::say_day(day, lang)).unwrap_or_default();
            view! {
                <li><a href=Route::Records(linked.id, View::One(id)).href()>
                    <time>{day}</time>
                    <span class="row-title" dir="auto">{title}</span>
                    {(!said.is_empty()).then(|| view! { <span class="row-line" dir="auto">{said}</span> })}
                </a></li>
            }
        });
        view! { <ol class="timeline" role="list">{items.collect_view()}</ol> }.into_any()
    };
    view! { <section class="group"><h3>{ui.t(linked.plural)}</h3>{move || rows()}</section> }
}

/// The kinds whose records are about one of this kind, with the link that says so.
pub(super) fn told_of(kind: &'static Kind) -> impl Iterator<Item = (&'static Kind, &'static str)> {
    capability::kinds().iter().filter_map(move |linked| {
        let (link, to) = linked.about_link()?;
        (to == kind.id).then_some((*linked, link))
    })
}
