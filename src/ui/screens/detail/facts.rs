//! Every field of a record that holds something.

use super::kept_from_user;
use crate::model::field::{Field, FieldType, InRow};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::reach::{self, Piece, Reach};
use crate::model::record::Record;
use crate::model::text::Text;
use crate::model::value::Value;
use crate::model::{check, date, guide, photo, query, show};
use crate::ui::context::Ui;
use crate::ui::route::{Route, View};
use crate::ui::{capability, words};
use leptos::prelude::*;
use std::sync::Arc;

/// Every field that holds something, in the order of the form.
pub(super) fn facts(ui: Ui, kind: &'static Kind, record: Arc<Record>) -> impl IntoView {
    let fields = guide::fields(kind, &ui.work().state().book);
    let title = show::whole_title(kind, &record, ui.lang.get());
    let rows = fields.into_iter().filter(|field| !field.kept_by_app()).filter_map(|field| {
        let words = fact(ui, field, &record)?;
        // What stands above as the title is said once.
        if field.in_row == InRow::Title && (field.ty != FieldType::LongText || words.trim() == title) {
            return None;
        }
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
        let pieces =
            told.map(|value| reach::pieces(field, value, &words, ui.world().device.maps())).unwrap_or_default();
        let messages = messages(ui, &pieces);
        let words = match to {
            Some(to) => view! { <a href=to.href() dir="auto">{words}</a> }.into_any(),
            None if pieces.iter().any(|piece| piece.to.is_some()) => linked(ui, pieces).into_any(),
            None => words.into_any(),
        };
        Some(
            view! {
                <div data-wide=wide.then_some("")>
                    <dt>{ui.t(field.label)}</dt>
                    <dd dir="auto">{words}{odd.map(|odd| view! { <p class="help">{ui.say(odd.message)}</p> })}</dd>
                    {messages}
                </div>
            }
            .into_any(),
        )
    });
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}

/// Words of which some lead out of the app.
fn linked(ui: Ui, pieces: Vec<Piece>) -> impl IntoView {
    let piece = |Piece { words, to }: Piece| match to {
        Some(to) => way_out(ui, to, &words, words.clone()).into_any(),
        None => words.into_any(),
    };
    pieces.into_iter().map(piece).collect_view()
}

/// A text message to each of the numbers.
fn messages(ui: Ui, pieces: &[Piece]) -> Option<impl IntoView + use<>> {
    let message = |piece: &Piece| {
        let (_, call) = piece.to.as_ref()?;
        Some(way_out(ui, reach::text_message(call)?, &piece.words, words::TEXT.get(ui.lang.get()).to_owned()))
    };
    let messages: Vec<_> = pieces.iter().filter_map(message).collect();
    (!messages.is_empty()).then(|| view! { <dd class="beside no-print">{messages}</dd> })
}

/// A link that leads out of the app, which is said to whoever hears it. Web pages open beside the app, whose place they
/// would take otherwise.
fn way_out(ui: Ui, (reach, href): (Reach, String), what: &str, words: String) -> impl IntoView + use<> {
    let label = ui.say(outside(reach).with("what", what));
    let beside = href.starts_with("http");
    let (target, rel) = (beside.then_some("_blank"), beside.then_some("noopener noreferrer"));
    view! { <a href=href target=target rel=rel aria-label=label>{words}</a> }
}

/// What a link that leads out of the app is called.
fn outside(reach: Reach) -> Text {
    match reach {
        Reach::Call => words::CALL_OUTSIDE,
        Reach::Text => words::TEXT_OUTSIDE,
        Reach::Mail => words::MAIL_OUTSIDE,
        Reach::Web => words::WEB_OUTSIDE,
        Reach::Map => words::MAP_OUTSIDE,
    }
}

/// Where the record is shown that a link leads to.
fn detail_of(field: &Field, id: Id) -> Option<Route> {
    let to = field.links_to()?;
    Some(Route::Records(capability::kind(to)?.id, View::One(id)))
}

fn fact(ui: Ui, field: &'static Field, record: &Record) -> Option<String> {
    let lang = ui.lang.get();
    let stored = record.get(field.key).map(|value| show::show(field, value, lang, &ui.whole_title_of()));
    let stored = stored.filter(|words| !words.is_empty());
    if let Some(of) = field.latest_of {
        ui.follow(of.kind);
        let derived = || {
            let day = ui.look(|book, index| query::latest_day(book, index, of, record))?;
            Some(words::FROM_CONTACTS.with("date", date::say_day(day, lang)).say(lang))
        };
        let by_hand = |date: String| words::SET_BY_HAND_NOTE.with("date", date).say(lang);
        return stored.map(by_hand).or_else(derived).or(Some(words::NO_CONTACT_YET.get(lang).to_owned()));
    }
    stored
}
