//! Every field of a record that holds something.

use super::kept_from_user;
use crate::model::field::{Field, FieldType, InRow};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::value::Value;
use crate::model::{check, date, guide, photo, show};
use crate::ui::context::Ui;
use crate::ui::route::{Route, View};
use crate::ui::{capability, words};
use leptos::prelude::*;
use std::sync::Arc;

/// Every field that holds something, in the order of the form.
pub(super) fn facts(ui: Ui, kind: &'static Kind, record: Arc<Record>) -> impl IntoView {
    let fields = guide::fields(kind, &ui.work().state().book);
    let rows = fields.into_iter().filter(|field| !field.kept_by_app()).filter_map(|field| {
        if field.in_row == InRow::Title && !matches!(field.ty, FieldType::LongText) {
            return None;
        }
        let words = fact(ui, field, &record)?;
        let kept = kept_from_user(ui, kind, field, &record);
        let wide = matches!(field.ty, FieldType::LongText | FieldType::Photo);
        let photo = record.get(field.key).filter(|_| field.ty == FieldType::Photo && kept.is_none());
        if let Some(address) = photo.and_then(photo::address) {
            let address = address.to_owned();
            let picture = view! { <img class="photo" src=address alt=ui.t(field.label)/> };
            return Some(view! { <div data-wide=""><dt>{ui.t(field.label)}</dt><dd>{picture}</dd></div> }.into_any());
        }
        // A value this version cannot make sense of is shown as it is, with a word about it.
        let told = record.get(field.key).filter(|_| kept.is_none());
        let odd = told.and_then(|value| check::check_field(field, Some(value)));
        let to = told.and_then(Value::as_link).and_then(|id| detail_of(field, id)).filter(|_| odd.is_none());
        let words = kept.map_or(words, |kept| kept.say(ui.lang.get()));
        let words = match to {
            Some(to) => view! { <a href=to.href() dir="auto">{words}</a> }.into_any(),
            None => words.into_any(),
        };
        Some(
            view! {
                <div data-wide=wide.then_some("")>
                    <dt>{ui.t(field.label)}</dt>
                    <dd dir="auto">{words}{odd.map(|odd| view! { <p class="help">{ui.say(odd.message)}</p> })}</dd>
                </div>
            }
            .into_any(),
        )
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}

/// Where the record is shown that a link leads to.
fn detail_of(field: &Field, id: Id) -> Option<Route> {
    let FieldType::Link(to) = field.ty else { return None };
    Some(Route::Records(capability::kind(to)?.id, View::One(id)))
}

fn fact(ui: Ui, field: &'static Field, record: &Record) -> Option<String> {
    let lang = ui.lang.get();
    let stored = record.get(field.key).map(|value| show::show(field, value, lang, &ui.title_of()));
    let stored = stored.filter(|words| !words.is_empty());
    if let Some(of) = field.latest_of {
        ui.follow(of.kind);
        let derived = || {
            let day = ui.look(|book, index| index.latest(book, of, record.id))?;
            Some(words::FROM_CONTACTS.with("date", date::say_day(day, lang)).say(lang))
        };
        let by_hand = |date: String| words::SET_BY_HAND_NOTE.with("date", date).say(lang);
        return stored.map(by_hand).or_else(derived).or(Some(words::NO_CONTACT_YET.get(lang).to_owned()));
    }
    stored
}
