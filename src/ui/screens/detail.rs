//! One record: what is known, what can be done, what was said, and who changed what.

use crate::app::command::Command;
use crate::app::consent;
use crate::app::history::Entry;
use crate::domain::check;
use crate::domain::date;
use crate::domain::field::{Field, FieldType, InRow};
use crate::domain::id::Id;
use crate::domain::kept;
use crate::domain::kind::Kind;
use crate::domain::operation::DELETED;
use crate::domain::order;
use crate::domain::photo;
use crate::domain::record::Record;
use crate::domain::show;
use crate::domain::text::{Lang, Message};
use crate::domain::value::Value;
use crate::kinds::KINDS;
use crate::kinds::guide;
use crate::ui::capability::{self, RecordView};
use crate::ui::context::Ui;
use crate::ui::parts::row::row_words;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::words;
use leptos::prelude::*;
use std::sync::Arc;

/// A record of any kind; where it went on as nobody's, that one.
pub fn detail(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    let at = Memo::new(move |_| {
        ui.record(kind, id);
        consent::goes_on(&ui.work().state().book, kind.id, id)
    });
    move || one(ui, kind, at.get())
}

fn one(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    let record = Memo::new(move |_| ui.record(kind, id));
    // What is settled goes, and the next one comes into its place.
    let guard = Guard::over(move || {
        record.with(|record| {
            record.as_ref().map(|record| record.losers().map(|(_, lost)| lost.stamp).collect::<Vec<_>>())
        })
    });
    let back = move || {
        view! {
            <a class="back only-narrow" href=Route::Records(kind.id, View::List).href()>
                <Icon path=icon_paths::BACK/><span>{ui.t(kind.plural)}</span>
            </a>
        }
    };
    let own = capability::of(kind.id);
    move || {
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
                {deeds(ui, kind, &record)}
                {record.revived().then(|| view! {
                    <div class="notice" data-tone="care"><Icon path=icon_paths::WARNING/><div><p>{ui.t(words::REVIVED)}</p></div></div>
                })}
                {conflicts(ui, kind, &record, guard)}
                {each(ui, id, own.above)}
                {facts(ui, kind, record.clone())}
                {each(ui, id, own.below)}
                {told_of(kind).filter(|_| own.has_timelines).map(|(linked, link)| timeline(ui, linked, link, id)).collect_view()}
                {history(ui, kind, id)}
            </article>
            {each(ui, id, own.actions)}
        }
        .into_any(),
    }
    }
}

/// What a capability adds to a record, in its order.
fn each(ui: Ui, id: Id, views: &'static [RecordView]) -> impl IntoView {
    views.iter().map(|view| view(ui, id)).collect_view()
}

fn head(ui: Ui, kind: &'static Kind, record: &Record) -> impl IntoView {
    let (own, id) = (capability::of(kind.id), record.id);
    let words = row_words(ui, kind, record);
    let line = (own.under_title.is_empty() && !words.line.is_empty()).then_some(words.line);
    view! {
        <header class="detail-head">
            <h2 dir="auto">{words.title}</h2>
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
    let phone: Option<String> =
        of_type(FieldType::Phone).map(|phone| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect());
    let email = of_type(FieldType::Email).filter(|email| !email.contains(['?', '&', ' '])).map(str::to_owned);
    let delete = move || {
        let here = ui.here();
        ui.spawn(async move {
            if ui.run(Command::Delete(kind.id, id)).await.is_ok() {
                ui.go_on(here, Route::Records(kind.id, View::List));
            }
        });
    };
    view! {
        <div class="deeds">
            {phone.filter(|phone| !phone.is_empty()).map(|phone| view! {
                <a class="quiet" href=format!("tel:{phone}")><Icon path=icon_paths::PHONE/><span>{ui.t(words::CALL)}</span></a>
            })}
            {email.map(|email| view! {
                <a class="quiet" href=format!("mailto:{email}")><Icon path=icon_paths::MAIL/><span>{ui.t(words::WRITE)}</span></a>
            })}
            <a class="quiet" href=Route::Records(kind.id, View::Edit(id)).href()>
                <Icon path=icon_paths::PENCIL/><span>{ui.t(words::EDIT)}</span>
            </a>
            <Quiet path=icon_paths::TRASH text=words::DELETE class="danger" on_tap=delete/>
            {each(ui, id, capability::of(kind.id).buttons)}
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
        view! { <li><a class="quiet" href=Route::Records(kind.id, View::One(id)).href()>{name}</a></li> }
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

/// Every field that holds something, in the order of the form.
fn facts(ui: Ui, kind: &'static Kind, record: Arc<Record>) -> impl IntoView {
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
        let words = kept.map_or(words, |kept| kept.say(ui.lang.get()));
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

fn fact(ui: Ui, field: &'static Field, record: &Record) -> Option<String> {
    let lang = ui.lang.get();
    let stored = record.get(field.key).map(|value| show::show(field, value, lang, &ui.title_of()));
    let stored = stored.filter(|words| !words.is_empty());
    if let Some(of) = field.latest_of {
        ui.follow(of.kind);
        let derived = || {
            let day = ui.look(|book, index| index.latest(book, KINDS, of, record.id))?;
            Some(words::FROM_CONTACTS.with("date", date::say_day(day, lang)).say(lang))
        };
        let by_hand = |date: String| words::SET_BY_HAND_NOTE.with("date", date).say(lang);
        return stored.map(by_hand).or_else(derived).or(Some(words::NO_CONTACT_YET.get(lang).to_owned()));
    }
    stored
}

/// What happened with a record: the records of a kind that are about it, the latest first.
fn timeline(ui: Ui, linked: &'static Kind, link: &'static str, id: Id) -> impl IntoView {
    let moment = linked.fields().find(|field| field.ty == FieldType::DateTime);
    let chip = linked.fields().find(|field| field.in_row == InRow::Chip);
    let rows = move || {
        ui.follow(linked.id);
        let lang = ui.lang.get();
        let mut entries: Vec<(Option<_>, Id, String, Option<Id>, String)> = ui.look(|book, index| {
            let records = index.linking_to(book, KINDS, (linked.id, link), id);
            let entry = |record: &Record| {
                let how = chip.and_then(|field| Some(show::show(field, record.get(field.key)?, lang, &|_, _| None)));
                let staff = record.text("staff").and_then(|id| id.parse().ok());
                let when = moment.and_then(|field| record.text(field.key)).and_then(date::moment);
                (when, record.id, how.unwrap_or_default(), staff, show::title_in(linked, record, lang))
            };
            records.into_iter().map(entry).collect()
        });
        order::sort_by_key(&mut entries, |entry| std::cmp::Reverse(entry.0));
        if entries.is_empty() {
            return view! { <p class="soft">{ui.t(linked.purpose)}</p> }.into_any();
        }
        let items = entries.into_iter().map(|(when, id, how, staff, said)| {
            let title = [Some(how), ui.staff_name(staff)].into_iter().flatten().filter(|part| !part.is_empty());
            let title = title.collect::<Vec<_>>().join(", ");
            let day = when.map(|when| date::say_day(when.date_naive(), lang)).unwrap_or_default();
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
    view! { <section class="group"><h3>{ui.t(linked.plural)}</h3>{rows}</section> }
}

/// The kinds whose records are about one of this kind, with the link that says so.
fn told_of(kind: &'static Kind) -> impl Iterator<Item = (&'static Kind, &'static str)> {
    KINDS.iter().filter_map(move |linked| {
        let (link, to) = linked.about_link()?;
        (to == kind.id).then_some((*linked, link))
    })
}

/// The way for a person to take back consent, where there is something that it allowed to keep.
fn withdraw(ui: Ui, kind: &'static Kind, record: &Record) -> Option<impl IntoView + use<>> {
    let id = record.id;
    consent::holds_details(kind, record).then_some(())?;
    let sure = RwSignal::new(false);
    let erase = move || {
        let here = ui.here();
        ui.spawn(async move {
            if ui.run(Command::Withdraw(kind.id, id)).await.is_ok() {
                ui.go_on(here, Route::Records(kind.id, View::One(consent::nobody(id))));
            }
        });
    };
    Some(move || match sure.get() {
        true => {
            view! { <Quiet path=icon_paths::WARNING text=words::ERASE_SURE class="danger" on_tap=erase/> }.into_any()
        }
        false => {
            view! { <Quiet path=icon_paths::CLOSE text=words::WITHDRAW class="danger" on_tap=move || sure.set(true)/> }
                .into_any()
        }
    })
}

/// Who changed what: read when it is opened, and again when the record changes.
fn history(ui: Ui, kind: &'static Kind, id: Id) -> impl IntoView {
    let open = RwSignal::new(false);
    let entries = RwSignal::new(Vec::<Entry>::new());
    Effect::new(move |_| {
        if !open.get() {
            return;
        }
        ui.record(kind, id);
        ui.spawn(async move {
            match ui.work().history(kind.id, id).await {
                Ok(read) => entries.set(read),
                Err(error) => ui.warn(error.message()),
            }
        });
    });
    let items = move || {
        let lang = ui.lang.get();
        entries.get().into_iter().map(|entry| entry_view(ui, kind, id, entry, lang)).collect_view()
    };
    let went = capability::of(kind.id).history.iter().map(|view| view(ui, entries)).collect_view();
    let toggle = move |event: web_sys::Event| {
        use wasm_bindgen::JsCast;
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    view! {
        <details class="more" on:toggle=toggle>
            <summary>{ui.t(words::HISTORY)}</summary>
            {went}
            <ol class="history" role="list">{items}</ol>
        </details>
    }
}

fn entry_view(ui: Ui, kind: &'static Kind, id: Id, entry: Entry, lang: Lang) -> impl IntoView {
    let who = ui.staff_name(entry.by);
    let who = who.unwrap_or_else(|| words::SOMEBODY.get(lang).to_owned());
    let when = date::moment(&entry.wall).map(|moment| date::say_moment(moment, lang)).unwrap_or(entry.wall);
    let record = ui.peek(kind, id);
    // What the app notes down for itself is nobody's change.
    let told_of = entry.changes.into_iter().filter(|change| change.field == DELETED || !change.field.starts_with('_'));
    let lines = told_of.map(|change| {
        let field = ui.field(kind, &change.field);
        let shown = |value: &Value| {
            let words = told(ui, kind, field, record.as_deref(), value, lang);
            if words.is_empty() { words::CLEARED.get(lang).to_owned() } else { words }
        };
        if change.field == DELETED {
            let text = if change.new == Value::Bool(true) { words::WAS_DELETED } else { words::WAS_RESTORED };
            return view! { <p><b>{ui.t(text)}</b></p> }.into_any();
        }
        let label = field.map_or_else(|| change.field.clone(), |field| field.label.get(lang).to_owned());
        if field.is_some_and(Field::kept_by_app) {
            // What the app keeps for itself is no words: that it changed is said.
            return view! { <p class="soft">{label}</p> }.into_any();
        }
        let (old, new) = (change.old.as_ref().map(shown), shown(&change.new));
        view! {
            <p>
                <span class="soft">{label}</span>" "
                {old.map(|old| view! { <del dir="auto">{old}</del>" "<Icon path=icon_paths::ARROW/>" " })}
                <ins dir="auto">{new}</ins>
            </p>
        }
        .into_any()
    });
    view! {
        <li>
            <p class="soft">{words::WHO_WHEN.with("who", who).with("when", when).say(lang)}</p>
            {lines.collect_view()}
        </li>
    }
}
