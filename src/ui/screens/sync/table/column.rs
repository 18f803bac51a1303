//! A column of a spreadsheet, and the field it holds.

use super::TablePage;
use crate::formats::columns::Target;
use crate::formats::csv_import::columns::name_part;
use crate::model::field::FieldType;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::sync_words as words;
use leptos::prelude::*;

/// A column by its name and some of what is in it, with the fields it may hold.
pub(super) fn column(page: TablePage, at: usize, header: String, samples: String) -> impl IntoView {
    let ui = page.ui;
    let id = format!("column-{at}");
    let name = match header.is_empty() {
        true => words::COLUMN_NUMBER.with("number", at + 1),
        false => words::AS_IT_IS.with("words", header),
    };
    let chosen = move || page.targets.with(|targets| targets.get(at).copied().flatten());
    let choose = move |event| {
        let number = event_target_value(&event).parse::<usize>().ok();
        let target = number.and_then(|number| Target::offered(page.kind.get_untracked()).get(number).copied());
        page.targets.update(|targets| {
            // One column at a time gives a field, unless it can hold what several say.
            let shared = |target: Target| {
                let ty = target.field().map(|field| field.ty);
                matches!(ty, Some(FieldType::LongText | FieldType::Choices(_)))
            };
            if target.is_some_and(|target| !shared(target)) {
                // The parts of a person's name go together.
                let headers =
                    page.sheet.with_untracked(|sheet| sheet.as_ref().map(|sheet| sheet.table.headers.clone()));
                let headers = headers.unwrap_or_default();
                let is_name = |at: usize| headers.get(at).is_some_and(|header| name_part(header).is_some());
                let others = targets.iter_mut().enumerate().filter(|(_, other)| **other == target);
                others.filter(|(other, _)| !(is_name(at) && is_name(*other))).for_each(|(_, other)| *other = None);
            }
            if let Some(place) = targets.get_mut(at) {
                *place = target;
            }
        });
    };
    // Another kind has other fields, so all answers are made anew with it.
    let answers = move || {
        let lang = ui.lang.get();
        let offered = Target::offered(page.kind.get()).into_iter().enumerate();
        let answer = |(number, target): (usize, Target)| {
            view! {
                <option value=number.to_string() prop:selected=move || chosen() == Some(target)>
                    {target.label(lang)}
                </option>
            }
        };
        offered.map(answer).collect_view()
    };
    view! {
        <li>
            <label for=id.clone() dir="auto">{ui.say(name)}<small>{samples}</small></label>
            <Icon path=icon_paths::ARROW/>
            <select id=id on:change=choose>
                <option value="" prop:selected=move || chosen().is_none()>{ui.t(words::LEAVE_OUT)}</option>
                {move || answers()}
            </select>
        </li>
    }
}
