//! What a file would do.

use super::{Looked, take_in};
use crate::exchange::transfer::{Confirmed, Effect, ImportError, Incoming, Preview, PreviewRow};
use crate::model::text::{Lang, Message};
use crate::ui::context::Ui;
use crate::ui::parts::twice::Twice;
use crate::ui::parts::{Chip, Icon, Quiet, icon_paths};
use crate::ui::screens::sync::tasks::heading;
use crate::ui::screens::sync::{CopiesPage, Stage};
use crate::ui::{capability, sync_words as words, words as common};
use leptos::prelude::*;

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
            {(!preview.rows.is_empty()).then(|| rows(ui, preview))}
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

/// Something to know, beside what is shown.
pub fn notice(ui: Ui, tone: &'static str, message: impl Into<Message>) -> impl IntoView {
    notice_of(ui, tone, message.into())
}

fn notice_of(ui: Ui, tone: &'static str, message: Message) -> AnyView {
    view! {
        <div class="notice" data-tone=tone>
            <Icon path=icon_paths::WARNING/>
            <div><p>{ui.say(message)}</p></div>
        </div>
    }
    .into_any()
}

/// How many records each effect concerns, in words.
pub(super) fn counts(preview: &Preview) -> Vec<Message> {
    preview.counts.iter().map(|(effect, count)| words::effect_count(*effect).with("count", *count)).collect()
}

fn rows(ui: Ui, preview: &Preview) -> impl IntoView + use<> {
    let of: usize = preview.counts.values().sum();
    let shown = preview.rows.len();
    let cut = (shown < of).then(|| words::FIRST_OF.with("shown", shown).with("count", of));
    let row = |row: &PreviewRow| {
        // A kind of a newer version goes by its own name.
        let unknown = || words::AS_IT_IS.with("words", row.kind.as_str());
        let kind = capability::kind(&row.kind).map_or_else(unknown, |kind| kind.name.message());
        let title = row.title.clone();
        let title = move || if title.is_empty() { untitled(ui.lang.get()) } else { title.clone() };
        view! {
            <tr><td dir="auto">{move || title()}</td><td>{ui.t(words::effect(row.effect))}</td><td>{ui.say(kind)}</td></tr>
        }
    };
    view! {
        <section class="group">
            <h2 id="brings-rows">{ui.t(words::WHAT_HAPPENS)}</h2>
            {cut.map(|cut| view! { <p class="soft">{ui.say(cut)}</p> })}
            <div class="table-wrap" role="region" tabindex="0" aria-labelledby="brings-rows">
                <table>
                    <thead><tr>
                        <th scope="col">{ui.t(words::NAME)}</th>
                        <th scope="col">{ui.t(words::WHAT_HAPPENS)}</th>
                        <th scope="col">{ui.t(words::KIND)}</th>
                    </tr></thead>
                    <tbody>{preview.rows.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn untitled(lang: Lang) -> String {
    common::UNTITLED.get(lang).to_owned()
}
