//! A spreadsheet of addresses: how it was read, and which column holds what.

use super::{AddressesPage, show};
use crate::canvass::doors::AddressPart;
use crate::exchange::table::Sheet;
use crate::model::text::quoted;
use crate::ui::screens::sync::{heading, read_as};
use crate::ui::sync_words;
use leptos::prelude::*;
use std::rc::Rc;

/// Which column holds what.
pub(super) fn columns(page: AddressesPage, sheet: &Rc<Sheet>) -> impl IntoView + use<> {
    let ui = page.ui;
    let title = sync_words::MATCH_TITLE;
    let column = |(at, header): (usize, &String)| {
        let samples = sheet.samples(at).into_iter().map(quoted).collect::<Vec<_>>().join(" · ");
        let id = format!("column-{at}");
        let chosen = move |event| {
            let wanted = event_target_value(&event);
            let part = wanted.parse::<usize>().ok().and_then(|at| AddressPart::ALL.get(at).copied());
            page.parts.update(|parts| {
                // Each part comes from one column.
                parts.iter_mut().filter(|held| part.is_some() && **held == part).for_each(|held| *held = None);
                if let Some(held) = parts.get_mut(at) {
                    *held = part;
                }
            });
        };
        let holds = move || page.parts.with(|parts| parts.get(at).copied().flatten());
        let offered = AddressPart::ALL.iter().enumerate().map(|(number, part)| {
            view! {
                <option value=number.to_string() prop:selected=move || holds() == Some(*part)>{ui.t(part.label())}</option>
            }
        });
        let name = match header.is_empty() {
            true => sync_words::COLUMN_NUMBER.with("number", at + 1),
            false => sync_words::AS_IT_IS.with("words", header.clone()),
        };
        (!samples.is_empty()).then(|| {
            view! {
                <li>
                    <label for=id.clone() dir="auto">{ui.say(name)}<small dir="auto">{samples}</small></label>
                    <select id=id on:change=chosen>
                        <option value="" prop:selected=move || holds().is_none()>{ui.t(sync_words::LEAVE_OUT)}</option>
                        {offered.collect_view()}
                    </select>
                </li>
            }
        })
    };
    let columns = sheet.table.headers.iter().enumerate().filter_map(column).collect_view();
    view! {
        {heading(ui, title)}
        {read_as(ui, page.tasks, sheet, Rc::new(move |sheet| show(page, sheet)))}
        <ul class="matches" role="list">{columns}</ul>
    }
}
