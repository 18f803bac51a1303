//! Copies and storage: syncing, what would be lost, copies out and in, files for the office, and how safe notes are here.

mod export;
mod health;
mod import;
mod office;
mod read_as;
mod table;
mod tasks;

use crate::model::date;
use crate::model::text::Text;
use crate::ports::Sent;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{effect, memo};
use crate::ui::route::Route;
use crate::ui::screens::places::PLACES;
use crate::ui::screens::{conflicts, duplicates};
use crate::ui::{sync_words as words, words as common};
use crate::work::backup::Backup;
use crate::work::status;
pub use import::pick_file;
use leptos::prelude::*;
pub use read_as::read_as;
pub use tasks::{TaskOutcome, TaskPanel, heading};

pub use table::screen as table;

/// What the screen shows, unless something is at work.
enum Stage {
    /// What would be lost, and what can be done.
    Ready,
    /// A copy that waits for the tap that gives it.
    Copy(export::Made),
    /// A file that was read.
    Preview(Box<import::Looked>),
    /// A file that could not be imported.
    Fault(import::ImportFault),
    /// What the office files shall be like.
    Office,
    /// The office files.
    OfficeFiles(office::MadeFiles),
}

/// What the parts of the screen share. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct CopiesPage {
    ui: Ui,
    tasks: TaskPanel,
    stage: RwSignal<Stage, LocalStorage>,
}

impl CopiesPage {
    /// Shows something else; nothing if the screen was left meanwhile.
    fn show(self, stage: Stage) {
        drop(self.stage.try_set(stage));
    }
}

/// Copies and storage.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head { title: common::SYNC.get(ui.lang.get()).to_owned(), ..Head::default() });
    let page = CopiesPage { ui, tasks: TaskPanel::new(ui), stage: RwSignal::new_local(Stage::Ready) };
    page.tasks.return_focus(move || page.stage.with(|stage| matches!(stage, Stage::Ready)));
    if let Some(file) = ui.take_file() {
        import::read(page, file, false);
    }
    view! {
        {page.tasks.announcer()}
        {move || match page.tasks.busy() {
            true => view! { <div class="page sync">{page.tasks.view()}</div> }.into_any(),
            false => page.stage.with(|stage| match stage {
                Stage::Ready => ready(page).into_any(),
                Stage::Copy(made) => export::view(page, made).into_any(),
                Stage::Preview(looked) => import::view(page, looked).into_any(),
                Stage::Fault(fault) => import::fault_view(page, fault).into_any(),
                Stage::Office => office::view(page).into_any(),
                Stage::OfficeFiles(files) => office::files_view(page, files).into_any(),
            }),
        }}
    }
}

fn ready(page: CopiesPage) -> impl IntoView {
    let ui = page.ui;
    // Nothing goes out or comes in while practicing; a tap says so.
    let unless_practice = move |no: Text, act: fn(CopiesPage)| {
        move || match ui.practice() {
            true => ui.toast(no, None),
            false => act(page),
        }
    };
    let office = unless_practice(common::PRACTICE_NO_EXPORT, |page| page.show(Stage::Office));
    let import = unless_practice(words::PRACTICE_NO_IMPORT, import::pick);
    let export = unless_practice(common::PRACTICE_NO_EXPORT, export::make);
    // Where notes go by themselves, syncing comes first.
    let syncs = memo(move || PLACES.table().is_some_and(|places| (places.any)(ui)));
    let export_class = Signal::derive(move || if syncs.get() { "quiet" } else { "primary" });
    view! {
        <div class="page sync">
            {page.tasks.result()}
            {PLACES.table().map(|places| (places.section)(ui))}
            {(!ui.practice()).then(|| copies(ui))}
            {PLACES.table().map(|places| (places.tablets)(ui))}
            <div class="deeds">
                <Quiet path=icon_paths::DIRECTORY text=words::OFFICE on_tap=office/>
                <a class="quiet" href=Route::SyncTable.href()>
                    <Icon path=icon_paths::REPORTS/><span>{ui.t(words::TABLE)}</span>
                </a>
                <a class="quiet" href=Route::Settings.href()>
                    <Icon path=icon_paths::SETTINGS/><span>{ui.t(common::SETTINGS)}</span>
                </a>
            </div>
            {conflicts::row(ui, conflicts::all(ui))}
            {duplicates::row(ui)}
            {move || (!page.tasks.has_result()).then(|| import::last(page))}
            {health::view(ui)}
        </div>
        <div class="actions">
            <Quiet path=icon_paths::UPLOAD text=words::IMPORT on_tap=import/>
            <Quiet path=icon_paths::SHARE text=words::EXPORT class=export_class on_tap=export/>
        </div>
    }
}

/// What exists elsewhere of what is known here.
#[derive(Clone, Copy, PartialEq)]
struct Copied {
    only_here: u64,
    /// How many notes stand in no file that was saved here.
    in_no_file: u64,
    /// How many stored pieces cannot be read.
    unread: usize,
}

/// What would be lost if this tablet died now, and when a copy last left.
fn copies(ui: Ui) -> impl IntoView {
    let state = memo(move || {
        ui.follow_tablet();
        let work = ui.work();
        let state = work.state();
        let copied =
            Copied { only_here: state.only_here(), in_no_file: state.in_no_file(), unread: state.unread.len() };
        (state.book.seen().count() > 0, copied, state.backup.at_ms, state.backup.how)
    });
    let title = move || {
        let message = match state.get() {
            (false, ..) => status::words::NOTHING_YET.message(),
            (true, Copied { only_here: 0, unread: 1.., .. }, ..) => words::ALL_READABLE.message(),
            (true, Copied { only_here: 0, in_no_file, .. }, Some(_), Some(Sent::Downloaded)) => match in_no_file {
                0 => words::IN_A_FILE.message(),
                1 => words::IN_NO_FILE_ONE.message(),
                count => words::IN_NO_FILE.with("count", count),
            },
            (true, copied, ..) => status::only_here(copied.only_here),
        };
        message.say(ui.lang.get())
    };
    let line = move || {
        let (any, Copied { only_here, .. }, at_ms, how) = state.get();
        let when = |ms| date::say_moment(ui.work().local(ms), ui.lang.get());
        let message = match (at_ms, how) {
            (None, _) if !any => words::EMPTY_WHAT.message(),
            (None, _) if only_here == 0 => words::FROM_COLLEAGUES.message(),
            (None, _) => status::words::NEVER_COPIED.message(),
            (Some(ms), Some(Sent::Shared)) => words::LAST_SHARED.with("when", when(ms)),
            (Some(ms), Some(Sent::Downloaded)) => words::LAST_SAVED.with("when", when(ms)),
            (Some(ms), Some(Sent::Synced)) => words::LAST_SYNCED.with("when", when(ms)),
            (Some(ms), None) => status::words::LAST_COPY.with("when", when(ms)),
        };
        message.say(ui.lang.get())
    };
    let oldest = RwSignal::new(None);
    effect(move || {
        let waiting = state.get().1.only_here > 0;
        ui.spawn(async move {
            // What cannot be read is told of below.
            let found = if waiting { ui.work().oldest_only_here().await.ok().flatten() } else { None };
            oldest.try_set(found);
        });
    });
    let since = move || {
        let ms = oldest.get()?;
        let when = date::say_moment(ui.work().local(ms), ui.lang.get());
        Some(view! { <p class="soft">{ui.say(words::OLDEST.with("when", when))}</p> })
    };
    let tone = move || match state.get() {
        (true, Copied { only_here: 0, unread: 0, .. }, at, how) if at.is_none() || how != Some(Sent::Downloaded) => {
            "good"
        }
        (false, ..) => "plain",
        _ => "care",
    };
    let icon = Signal::derive(move || if tone() == "good" { icon_paths::CHECK } else { icon_paths::TABLET });
    view! {
        <section class="group">
            <h2>{ui.t(words::COPIES)}</h2>
            <ul class="health" role="list">
                <li data-tone=move || tone()>
                    <Icon path=icon/>
                    <div><b>{move || title()}</b>{move || since()}<p class="soft">{move || line()}</p></div>
                </li>
            </ul>
        </section>
    }
}

/// The last copy that left this tablet, as it is now.
fn backup(ui: Ui) -> Backup {
    ui.work().state().backup.clone()
}
