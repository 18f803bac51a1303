//! One record: what is known, what can be done, what was said, and who changed what.

mod facts;
mod history;
mod joined;
mod timeline;

use crate::model::field::{Field, FieldType};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::text::{Lang, Message, Text};
use crate::model::value::Value;
use crate::model::{date, email, kept, phone, reach, show};
use crate::ui::capability::{self, RecordView};
use crate::ui::context::Ui;
use crate::ui::parts::more::{AT_HAND, at_hand};
use crate::ui::parts::notice::notice;
use crate::ui::parts::row::row_words;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::twice::Twice;
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::words;
use crate::work::command::Command;
use crate::work::consent;
use facts::facts;
use history::history;
use leptos::prelude::*;
use timeline::{timeline, told_of};

/// The most characters of a title that is a name rather than a sentence.
const NAME_LENGTH: usize = 60;

/// A record of any kind; where its details were erased and an anonymous record replaces it, that one.
pub fn detail(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    let at = memo(move || {
        ui.record(kind, id);
        consent::goes_on(&ui.work().state().book, kind.id, id)
    });
    drawn(move || one(ui, kind, at.get()))
}

fn one(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    // With what it lacks itself and has from those that were joined to it.
    let record = memo(move || joined::shown(ui, kind, id));
    // What is settled goes, and the next one comes into its place.
    let guard = Guard::over(move || {
        record.with(|record| {
            record.as_ref().map(|record| record.losers().map(|(_, lost)| lost.stamp).collect::<Vec<_>>())
        })
    });
    // Where the page leads back to a screen, the way there stands above it.
    let listed = capability::of(kind.id).found_on.or_else(|| ui.opened_from(id)).is_none();
    let back = move || {
        listed.then(|| {
            view! {
                <a class="back only-narrow" href=Route::Records(kind.id, View::List).href()>
                    <Icon path=icon_paths::BACK/><span>{ui.t(kind.plural)}</span>
                </a>
            }
        })
    };
    let own = capability::views_of(kind.id);
    let has_timelines = capability::of(kind.id).has_timelines;
    drawn(move || {
        match record.get() {
        None => view! {
            {back()}
            <Empty path=icon_paths::SEARCH title=words::NOT_THERE purpose=words::NOT_THERE_HINT>
                <a class="quiet" href=Route::Deleted.href()>{ui.t(words::RECENTLY_DELETED)}</a>
            </Empty>
        }
        .into_any(),
        Some(record) => view! {
            {back()}
            <article class="detail">
                {head(ui, kind, &record)}
                {joined::notice(ui, kind, id)}
                {deeds(ui, kind, &record)}
                {record.revived().then(|| notice(ui, "care", words::REVIVED))}
                {conflicts(ui, kind, &record, guard)}
                {each(ui, id, own.above)}
                {facts(ui, kind, record.clone())}
                {joined::others(ui, kind, id)}
                {each(ui, id, own.below)}
                {capability::on_detail(kind.id).map(|view| view(ui, id)).collect_view()}
                {told_of(kind).filter(|_| has_timelines).map(|(linked, link)| timeline(ui, linked, link, kind, id)).collect_view()}
                {history(ui, kind, id)}
            </article>
            {offers(ui, kind, id)}
            {each(ui, id, own.actions)}
        }
        .into_any(),
    }
    })
}

/// What a capability adds to a record, in its order.
fn each(ui: Ui, id: Id, views: &'static [RecordView]) -> impl IntoView {
    views.iter().map(|view| view(ui, id)).collect_view()
}

/// New records about this one, each a tap away; the likeliest, which is declared first, stands under the thumb.
fn offers(ui: Ui, kind: &'static Kind, id: Id) -> Option<impl IntoView + use<>> {
    let offered = told_of(kind).filter(|(linked, _)| capability::of(linked.id).offered_on_detail);
    let button = |(at, (linked, link)): (usize, (&'static Kind, &'static str))| {
        let begin = move |_| {
            let new = ui.work().new_id();
            ui.prefill(new, vec![(link, Value::link(id))]);
            ui.go(Route::Records(linked.id, View::Edit(new)));
        };
        let class = if at == 0 { "primary" } else { "quiet" };
        view! {
            <button type="button" class=class on:click=begin>
                <Icon path=icon_paths::PLUS/><span>{ui.t(linked.new)}</span>
            </button>
        }
    };
    let mut buttons: Vec<_> = offered.enumerate().map(button).collect();
    buttons.reverse();
    (!buttons.is_empty()).then(|| view! { <div class="actions">{buttons}</div> })
}

fn head(ui: Ui, kind: &'static Kind, record: &Record) -> impl IntoView {
    let (own, id) = (capability::views_of(kind.id), record.id);
    let words = row_words(ui, kind, record);
    let line = (own.under_title.is_empty() && !words.line.is_empty()).then_some(words.line);
    let whole = Some(show::whole_title(kind, record, ui.lang.get())).filter(|whole| !whole.is_empty());
    let title = whole.filter(|_| capability::of(kind.id).named.is_none()).unwrap_or(words.title);
    let long = (title.chars().count() > NAME_LENGTH).then_some("");
    view! {
        <header class="detail-head">
            <h2 dir="auto" data-long=long>{title}</h2>
            {each(ui, id, own.under_title)}
            {line.map(|line| view! { <p class="soft" dir="auto">{line}</p> })}
            <div class="chips">
                {words.chip.map(|(tone, words)| view! { <Chip tone=tone words=words/> })}
                {each(ui, id, own.chips)}
            </div>
        </header>
    }
}

/// Why a field of a record is not shown to who uses the tablet, if it is not: nobody agreed to it, or it is kept for
/// somebody else.
fn kept_from_user(ui: Ui, kind: &'static Kind, field: &Field, record: &Record) -> Option<Message> {
    if !kept::may_hold(field, record) {
        return Some(words::NOT_AGREED.message());
    }
    ui.kept_from_user(kind, field, |key| record.get(key).cloned())
}

/// A value a record holds or held, in words; where it is kept for somebody else, for whom.
pub fn told(
    ui: Ui,
    kind: &'static Kind,
    field: Option<&Field>,
    record: Option<&Record>,
    value: &Value,
    lang: Lang,
) -> String {
    let Some(field) = field else { return value.as_text().unwrap_or_default().to_owned() };
    match record.and_then(|record| kept_from_user(ui, kind, field, record)) {
        Some(kept) => kept.say(lang),
        None => show::show(field, value, lang, &ui.title_of()),
    }
}

fn deeds(ui: Ui, kind: &'static Kind, record: &Record) -> impl IntoView {
    let id = record.id;
    let of_type = |ty: FieldType| {
        let field = kind.fields().find(|field| field.ty == ty)?;
        record.text(field.key).filter(|_| kept_from_user(ui, kind, field, record).is_none())
    };
    let outside = |says: Text, what: &str, href: String| (ui.say(says.with("what", what)), href);
    let phone = of_type(FieldType::Phone)
        .and_then(|text| Some(outside(words::CALL_OUTSIDE, text, phone::dialed(text)?.link())));
    let email = of_type(FieldType::Email)
        .map(str::trim)
        .filter(|text| email::is_email(text))
        .and_then(|text| Some(outside(words::MAIL_OUTSIDE, text, reach::mail(text)?.1)));
    let delete = move || {
        let here = ui.here();
        ui.spawn(async move {
            if ui.run(Command::Delete(kind.id, id)).await.is_ok() {
                ui.go_on(here, Route::Records(kind.id, View::List));
            }
        });
    };
    let outward = |(label, href): (_, String), path: &'static str, says: Text| {
        view! { <a class="quiet" href=href aria-label=label><Icon path=path/><span>{ui.t(says)}</span></a> }.into_any()
    };
    let call = phone.map(|phone| outward(phone, icon_paths::PHONE, words::CALL));
    let mail = email.map(|email| outward(email, icon_paths::MAIL, words::WRITE));
    let own = capability::views_of(kind.id).buttons.iter().map(|view| view(ui, id));
    let edit = view! {
        <a class="quiet" href=Route::Records(kind.id, View::Edit(id)).href()>
            <Icon path=icon_paths::PENCIL/><span>{ui.t(words::EDIT)}</span>
        </a>
    };
    let delete = view! { <Quiet path=icon_paths::TRASH text=words::DELETE class="danger" on_tap=delete/> };
    // What is done most often first.
    let first = own.len().min(AT_HAND);
    let mut own: Vec<AnyView> = own.collect();
    let rest = own.split_off(first);
    let deeds = call.into_iter().chain(own).chain([edit.into_any()]).chain(mail).chain(rest).chain([delete.into_any()]);
    view! {
        <div class="deeds">
            {at_hand(deeds.collect())}
            {withdraw(ui, kind, record)}
        </div>
        {held_elsewhere(ui, kind, record)}
    }
}

/// Where else details are kept that came from there, so that whoever is asked to forget somebody finds them all.
fn held_elsewhere(ui: Ui, kind: &'static Kind, record: &Record) -> Option<impl IntoView + use<>> {
    let others = ui.look(|book, index| consent::held_elsewhere(book, index, kind, record));
    let when = move |id: Id| {
        let other = ui.record(kind, id)?;
        let moment = kind.fields().find(|field| field.ty == FieldType::DateTime);
        Some(date::say_moment(date::moment(other.text(moment?.key)?)?, ui.lang.get()))
    };
    let row = move |id: Id| {
        let name = move || when(id).unwrap_or_else(|| kind.name.get(ui.lang.get()).to_owned());
        view! { <li><a class="quiet" href=Route::Records(kind.id, View::One(id)).href()>{move || name()}</a></li> }
    };
    (!others.is_empty()).then(|| {
        view! {
            <section class="group no-print">
                <h3>{ui.t(words::DETAILS_ELSEWHERE)}</h3>
                <ul class="deeds" role="list">{others.into_iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}

/// Values that lost to another without having been seen by it: both are shown, one tap settles it.
fn conflicts(ui: Ui, kind: &'static Kind, record: &Record, guard: Guard) -> impl IntoView {
    let lang = ui.lang.get();
    let shown = |field, value: &Value| told(ui, kind, field, Some(record), value, lang);
    let id = record.id;
    record
        .losers()
        .filter(|(key, _)| kind.asks_about(key))
        .enumerate()
        .filter_map(|(at, (key, loser))| {
            let field = ui.field(kind, key);
            let winner = &record.slot(key)?.value;
            let label = field.map_or_else(|| key.to_string(), |field| field.label.get(lang).to_owned());
            let heading = format!("conflict-{at}");
            let settle = |keep: &Value| {
                let (field, keep) = (key.to_string(), keep.clone());
                move |_| ui.send(Command::Settle { kind: kind.id, id, field: field.clone(), keep: keep.clone() })
            };
            Some(view! {
                <section
                    class="conflict" aria-labelledby=heading.clone()
                    data-settling=guard.settling() on:click:capture=guard.sieve()
                >
                    <h3 id=heading.clone()><Icon path=icon_paths::WARNING/>
                        <span>{ui.say(words::CONFLICT_TITLE.with("field", label))}</span></h3>
                    <dl class="sides">
                        <div><dt>{ui.t(words::CONFLICT_KEPT)}</dt><dd dir="auto">{shown(field, winner)}</dd></div>
                        <div><dt>{ui.t(words::CONFLICT_LOST)}</dt><dd dir="auto">{shown(field, &loser.value)}</dd></div>
                    </dl>
                    <div class="deeds">
                        <button type="button" class="quiet" on:click=settle(&loser.value)>{ui.t(words::CONFLICT_RESTORE)}</button>
                        <button type="button" class="quiet" on:click=settle(winner)>{ui.t(words::CONFLICT_KEEP)}</button>
                    </div>
                </section>
            })
        })
        .collect_view()
}

/// The way for a person to take back consent, where there is something that it allowed to keep.
fn withdraw(ui: Ui, kind: &'static Kind, record: &Record) -> Option<impl IntoView + use<>> {
    let id = record.id;
    consent::holds_details(kind, record).then_some(())?;
    let erase = move || {
        let here = ui.here();
        ui.spawn(async move {
            if ui.run(consent::withdraw(kind.id, id)).await.is_ok() {
                ui.go_on(here, Route::Records(kind.id, View::One(consent::anonymous_id(id))));
            }
        });
    };
    Some(view! { <Twice path=icon_paths::CLOSE text=words::WITHDRAW sure=words::ERASE_SURE on_tap=erase/> })
}
