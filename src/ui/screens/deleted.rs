//! What was deleted in the last 30 days: to bring back, or to erase for good.

use crate::app::command::Command;
use crate::domain::date;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::order;
use crate::domain::show;
use crate::kinds::KINDS;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::route::Route;
use crate::ui::words;
use leptos::prelude::*;

const DAYS: u64 = 30;

#[derive(Clone, PartialEq)]
struct Deleted {
    kind: &'static Kind,
    id: Id,
    title: String,
    at_ms: u64,
}

/// What was deleted lately, the latest first.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::RECENTLY_DELETED.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Settings, words::BACK.get(ui.lang.get()))),
    });
    let deleted = Memo::new(move |_| {
        let lang = ui.lang.get();
        KINDS.iter().for_each(|kind| ui.follow(kind.id));
        let work = ui.work();
        let since = u64::try_from(work.now().ms).unwrap_or(0).saturating_sub(DAYS * 86_400_000);
        let state = work.state();
        let of_kind = |kind: &'static Kind| {
            let records = state.book.records(kind.id).filter(|record| !record.erased);
            records
                .filter_map(|record| {
                    let at_ms = record.deleted()?.ms();
                    let title = show::title_in(kind, record, lang);
                    (at_ms >= since).then_some(Deleted { kind, id: record.id, title, at_ms })
                })
                .collect::<Vec<_>>()
        };
        let mut all: Vec<Deleted> = KINDS.iter().flat_map(|kind| of_kind(kind)).collect();
        order::sort_by_key(&mut all, |deleted| (std::cmp::Reverse(deleted.at_ms), deleted.id));
        all
    });
    view! {
        <div class="page" data-stack="">
            <p>{ui.t(words::RECENTLY_DELETED_WHAT)}</p>
            {move || deleted.with(Vec::is_empty).then(|| view! {
                <Empty path=icon_paths::TRASH title=words::RECENTLY_DELETED purpose=words::RECENTLY_DELETED_NONE/>
            })}
            <ul class="health" role="list">
                <For each=move || deleted.get() key=|deleted| deleted.id let:deleted>{row(ui, deleted)}</For>
            </ul>
        </div>
    }
}

fn row(ui: Ui, deleted: Deleted) -> impl IntoView {
    let Deleted { kind, id, title, at_ms } = deleted;
    let sure = RwSignal::new(false);
    let at = ui.work().now().local(i64::try_from(at_ms).unwrap_or_default());
    let line = move || {
        let lang = ui.lang.get();
        words::DELETED_ON.with("kind", kind.name).with("date", date::say_moment(at, lang)).say(lang)
    };
    let title = move || if title.is_empty() { words::UNTITLED.get(ui.lang.get()).to_owned() } else { title.clone() };
    view! {
        <li data-tone="plain">
            <Icon path=icon_paths::TRASH/>
            <div><b dir="auto">{title}</b><p class="soft">{line}</p></div>
            <div class="deeds">
                <Quiet path=icon_paths::UNDO text=words::BRING_BACK on_tap=move || ui.send(Command::BringBack(kind.id, id))/>
                {move || if sure.get() {
                    view! { <Quiet path=icon_paths::WARNING text=words::ERASE_SURE class="danger"
                        on_tap=move || ui.send(Command::Erase(kind.id, id))/> }.into_any()
                } else {
                    view! { <Quiet path=icon_paths::CLOSE text=words::ERASE class="danger" on_tap=move || sure.set(true)/> }.into_any()
                }}
            </div>
        </li>
    }
}
