//! What a file would do.

use super::{Looked, take_in};
use crate::exchange::transfer::{
    Confirmed, Effect, ImportError, Incoming, Preview, PreviewKind, PreviewRow, PreviewValue,
};
use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::text::{Lang, Message, excerpt};
use crate::model::value::Value;
use crate::model::{order, show};
use crate::ui::context::Ui;
use crate::ui::parts::notice::notice;
use crate::ui::parts::twice::Twice;
use crate::ui::parts::{Chip, Icon, Quiet, icon_paths};
use crate::ui::screens::sync::tasks::heading;
use crate::ui::screens::sync::{CopiesPage, Stage};
use crate::ui::{capability, sync_words as words, words as common};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// So many records of a kind are shown at once.
const FEW: usize = 6;

/// What a file would do, and “Import”.
pub fn view(page: CopiesPage, looked: &Looked) -> impl IntoView + use<> {
    let ui = page.ui;
    let Incoming { name, preview, .. } = &looked.incoming;
    let own = ui.work().state().me.dev;
    let others = preview.devices.iter().filter(|dev| **dev != own).count();
    let origin = words::origin(preview.devices.contains(&own), others);
    let known = (preview.known > 0).then(|| words::COUNT_KNOWN.with("count", preview.known));
    let chips = preview.counts.keys().zip(counts(preview)).map(|(effect, message)| {
        let tone = if *effect == Effect::New { "good" } else { "care" };
        view! { <Chip tone=tone words=Signal::derive(ui.say(message))/> }
    });
    let mended = words::counted(preview.mended, words::COUNT_MENDED_ONE, words::COUNT_MENDED);
    let mended = (preview.mended > 0).then_some(mended);
    let erases = (preview.erases() > 0).then(|| ImportError::Erases(preview.erases()).message());
    let ahead = preview.years_ahead.map(|ahead| ImportError::YearsAhead(ahead).message());
    let asks = preview.agreed() != Confirmed::default();
    let agree = if erases.is_some() { words::ERASE_AND_TAKE_IN } else { words::TAKE_IN_ANYWAY };
    let damaged = preview.faults.first().map(|fault| words::ONLY_WHOLE.with("line", fault.line));
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, words::BRINGS.with("file", name.as_str()))}
                <p class="soft">{ui.say(origin)} {known.map(|known| view! { " · " {ui.say(known)} })}</p>
                <div class="chips">{chips.collect_view()}</div>
                {mended.map(|mended| view! { <p>{ui.say(mended)}</p> })}
            </section>
            {preview.other_org.then(|| notice(ui, "care", words::OTHER_ORG))}
            {preview.parted.then(|| notice(ui, "care", words::PARTED))}
            {damaged.map(|damaged| notice(ui, "wrong", damaged))}
            {ahead.map(|ahead| notice(ui, "wrong", ahead))}
            {erases.map(|erases| erasing(ui, erases, &preview.erasing))}
            {(!preview.kinds.is_empty()).then(|| kinds(ui, preview))}
        </div>
        <div class="actions">
            <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || page.show(Stage::Ready)/>
            {match asks {
                false => view! {
                    <Quiet path=icon_paths::UPLOAD text=words::TAKE_IN class="primary" on_tap=move || take_in(page)/>
                }.into_any(),
                true => view! {
                    <Twice path=icon_paths::UPLOAD text=words::TAKE_IN class="primary" sure=agree
                        on_tap=move || take_in(page)/>
                }.into_any(),
            }}
        </div>
    }
}

/// What a file erases for good, in words and by name.
fn erasing(ui: Ui, said: Message, rows: &[PreviewRow]) -> impl IntoView + use<> {
    let rows: Vec<(String, String)> = rows.iter().map(|row| (row.kind.clone(), row.title.clone())).collect();
    let names = move || {
        let lang = ui.lang.get();
        let name = |(kind, title): &(String, String)| match capability::kind(kind).filter(|_| title.is_empty()) {
            Some(kind) => kind.name.get(lang).to_owned(),
            None => title.clone(),
        };
        rows.iter().map(name).collect::<Vec<_>>().join(" · ")
    };
    view! {
        <div class="notice" data-tone="wrong" role="alert">
            <Icon path=icon_paths::WARNING/>
            <div><p>{ui.say(said)}</p><p dir="auto">{move || names()}</p></div>
        </div>
    }
}

/// How many records each effect concerns, in words.
pub(super) fn counts(preview: &Preview) -> Vec<Message> {
    preview.counts.iter().map(|(effect, count)| words::effect_count(*effect).with("count", *count)).collect()
}

/// What happens to the records of each kind, folded away where there are many and nothing but new ones.
fn kinds(ui: Ui, preview: &Preview) -> impl IntoView + use<> {
    let names = StoredValue::new(preview.names.clone());
    let declared = |kind: &PreviewKind| {
        let at = capability::kinds().iter().position(|declared| declared.id == kind.kind);
        (at.is_none(), at)
    };
    let mut kinds: Vec<&PreviewKind> = preview.kinds.iter().collect();
    order::sort_by_key(&mut kinds, |kind| declared(kind));
    let kinds = kinds.into_iter().map(|of_kind| {
        let all: usize = of_kind.counts.values().sum();
        // A kind of a newer version goes by its own name.
        let unknown = || words::AS_IT_IS.with("words", of_kind.kind.as_str());
        let name = capability::kind(&of_kind.kind).map_or_else(unknown, |kind| kind.plural.message());
        let counts = of_kind.counts.iter().map(|(effect, count)| words::effect_count(*effect).with("count", *count));
        let counts: Vec<Message> = counts.collect();
        let counts = move || counts.iter().map(|said| said.say(ui.lang.get())).collect::<Vec<_>>().join(" · ");
        let open = all <= FEW || of_kind.counts.keys().any(|effect| *effect != Effect::New);
        let shown = of_kind.rows.len();
        let cut = (shown < all).then(|| words::FIRST_OF.with("shown", shown).with("count", all));
        let rows = of_kind.rows.iter().map(|of| row(ui, of, names)).collect_view();
        view! {
            <details class="more" open=open>
                <summary><span>{ui.say(name)}" " <small>{move || counts()}</small></span></summary>
                {cut.map(|cut| view! { <p class="soft">{ui.say(cut)}</p> })}
                <div class="table-wrap"><table><tbody>{rows}</tbody></table></div>
            </details>
        }
    });
    view! {
        <section class="group">
            <h2>{ui.t(words::WHAT_HAPPENS)}</h2>
            {kinds.collect_view()}
        </section>
    }
}

/// A record: what it is called, the values that would be stored, and what happens.
fn row(ui: Ui, row: &PreviewRow, names: StoredValue<BTreeMap<Id, String>>) -> impl IntoView + use<> {
    let values = row.values.clone();
    let values = move || {
        let lang = ui.lang.get();
        let line = |value: &PreviewValue| {
            let shown = |value: &Option<Value>, field| value.as_ref().map(|value| shown(ui, field, value, names, lang));
            let shown = |value, field| shown(value, field).filter(|said| !said.is_empty());
            let (before, after) = (shown(&value.before, value.field), shown(&value.after, value.field));
            // A link to somebody without a name says nothing.
            if before.is_none() && after.is_none() {
                return None;
            }
            let said = match (before, after) {
                (Some(before), after) => words::VALUE_CHANGED
                    .with("before", before)
                    .with("value", after.unwrap_or_else(|| words::VALUE_GONE.get(lang).to_owned())),
                (None, after) => words::VALUE.with("value", after.unwrap_or_default()),
            };
            Some(view! { <small dir="auto">{said.with("label", value.field.label).say(lang)}</small> })
        };
        values.iter().filter_map(line).collect_view()
    };
    let (title, bare) = (row.title.clone(), row.values.is_empty());
    // What has no name is known by what it holds.
    let title = move || match title.is_empty() {
        true if bare => untitled(ui.lang.get()),
        _ => title.clone(),
    };
    view! {
        <tr>
            <td dir="auto">{move || title()}{move || values()}</td>
            <td>{ui.t(words::effect(row.effect))}</td>
        </tr>
    }
}

fn shown(ui: Ui, field: &Field, value: &Value, names: StoredValue<BTreeMap<Id, String>>, lang: Lang) -> String {
    let known = ui.title_of();
    let title_of = |kind: &str, id: Id| names.with_value(|names| names.get(&id).cloned()).or_else(|| known(kind, id));
    excerpt(&show::show(field, value, lang, &title_of))
}

fn untitled(lang: Lang) -> String {
    common::UNTITLED.get(lang).to_owned()
}
