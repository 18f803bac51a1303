//! Whom an event is held with, who of the library takes part, and on a partner's page the events together.

use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::kinds::event_partner::{EVENT_PARTNER, fields as partner};
use crate::events::kinds::event_staff::{EVENT_STAFF, fields as staff};
use crate::events::words;
use crate::model::fold::fold;
use crate::model::handle::LinkField;
use crate::model::id::Id;
use crate::model::joins::linking_to_all;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::text::Text;
use crate::model::{date, order, show};
use crate::partners::PARTNER;
use crate::ui::context::Ui;
use crate::ui::parts::{Chip, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use leptos::prelude::*;
use std::cmp::Reverse;

/// What a row says: where it leads, its title, its quiet line, its chip.
type Line = (Route, String, String, Option<(&'static str, String)>);

/// Whom the event is held with, each in a capacity.
pub fn partners(ui: Ui, id: Id) -> impl IntoView {
    let rows = memo(move || {
        ui.follow(EVENT_PARTNER.id);
        ui.follow(PARTNER.id);
        let line = |record: &Record| {
            let name = partner::PARTNER.of(record).and_then(|id| (ui.title_of())(PARTNER.id, id));
            let note = partner::NOTE.of(record).unwrap_or_default().to_owned();
            (to(&EVENT_PARTNER, record), name.unwrap_or_default(), note, capacity(record, ui))
        };
        let records = ui.look(|book, index| owned(index.linking_to(book, partner::EVENT.path(), id)));
        let mut rows: Vec<Line> = records.iter().map(line).collect();
        order::sort_by_key(&mut rows, |(_, name, ..)| fold(name));
        rows
    });
    section(ui, words::PARTNERS, words::NO_PARTNERS, rows, Some((&EVENT_PARTNER, partner::EVENT, id)))
}

/// Who of the library takes part, and for how long.
pub fn staff(ui: Ui, id: Id) -> impl IntoView {
    let rows = memo(move || {
        ui.follow(EVENT_STAFF.id);
        let lang = ui.lang.get();
        let records = ui.look(|book, index| owned(index.linking_to(book, staff::EVENT.path(), id)));
        let line = |record: &Record| {
            let name = ui.staff_name(staff::STAFF.of(record)).unwrap_or_default();
            let minutes =
                staff::MINUTES.whole_of(record).map(|minutes| words::MINUTES.with("minutes", minutes).say(lang));
            let role = staff::ROLE.of(record).map(str::to_owned).filter(|role| !role.is_empty());
            let said: Vec<String> = role.into_iter().chain(minutes).collect();
            (to(&EVENT_STAFF, record), name, said.join(" · "), None)
        };
        let mut rows: Vec<Line> = records.iter().map(line).collect();
        order::sort_by_key(&mut rows, |(_, name, ..)| fold(name));
        rows
    });
    section(ui, words::STAFF_INVOLVED, words::NO_STAFF, rows, Some((&EVENT_STAFF, staff::EVENT, id)))
}

/// The events that a partner, under any of its names, took part in; the latest first.
pub fn together(ui: Ui, id: Id) -> impl IntoView {
    let rows = memo(move || {
        [EVENT_PARTNER.id, EVENT.id, PARTNER.id].iter().for_each(|kind| ui.follow(kind));
        let lang = ui.lang.get();
        let records = ui.look(|book, index| owned(linking_to_all(book, index, partner::PARTNER.path(), &PARTNER, id)));
        let line = |record: &Record| {
            let held = ui.peek(&EVENT, partner::EVENT.of(record)?)?;
            let when = event::WHEN.of(&held).and_then(date::moment);
            let said = when.map_or(words::NO_DATE.get(lang).to_owned(), |when| date::say_moment(when, lang));
            let name = show::title_in(&EVENT, &held, lang);
            Some((when, (to(&EVENT, &held), name, said, capacity(record, ui))))
        };
        let mut rows: Vec<_> = records.iter().filter_map(line).collect();
        order::sort_by_key(&mut rows, |(when, _)| Reverse(*when));
        rows.into_iter().map(|(_, line)| line).collect::<Vec<Line>>()
    });
    move || (!rows.with(Vec::is_empty)).then(|| section(ui, words::EVENTS_TOGETHER, Text::NONE, rows, None))
}

fn owned(records: Vec<&Record>) -> Vec<Record> {
    records.into_iter().cloned().collect()
}

fn to(kind: &'static Kind, record: &Record) -> Route {
    Route::Records(kind.id, View::One(record.id))
}

/// In what capacity a partner is there, as a chip.
fn capacity(record: &Record, ui: Ui) -> Option<(&'static str, String)> {
    let field = EVENT_PARTNER.field(partner::CAPACITY.key())?;
    let said = show::show(field, record.get(field.key)?, ui.lang.get(), &|_, _| None);
    Some(("plain", said))
}

/// Rows under a heading, and the button that adds one to the event.
fn section(
    ui: Ui,
    heading: Text,
    none: Text,
    rows: Memo<Vec<Line>>,
    adds: Option<(&'static Kind, LinkField, Id)>,
) -> AnyView {
    let row = |(to, title, line, chip): Line| {
        view! {
            <li><a class="row" href=to.href()>
                <span class="row-title" dir="auto">{title}</span>
                {(!line.is_empty()).then(|| view! { <span class="row-line" dir="auto">{line}</span> })}
                {chip.map(|(tone, words)| view! { <Chip tone=tone words=words/> })}
            </a></li>
        }
    };
    let body = move || match rows.get() {
        rows if rows.is_empty() => view! { <p class="soft">{ui.t(none)}</p> }.into_any(),
        rows => view! { <ul class="rows" role="list">{rows.into_iter().map(row).collect_view()}</ul> }.into_any(),
    };
    let add = adds.map(|(kind, link, event)| {
        let begin = move || {
            let new = ui.work().new_id();
            ui.prefill(new, vec![link.is(event)]);
            ui.go(Route::Records(kind.id, View::Edit(new)));
        };
        view! { <div class="deeds"><Quiet path=icon_paths::PLUS text=kind.new on_tap=begin/></div> }
    });
    view! { <section class="group"><h3>{ui.t(heading)}</h3>{move || body()}{add}</section> }.into_any()
}
