//! A copy of every note: made first, given by the next tap, because a share sheet opens only straight from a tap.

use super::tasks::heading;
use super::{CopiesPage, Stage};
use crate::exchange::transfer::ImportError;
use crate::model::text::Message;
use crate::model::version_vector::VersionVector;
use crate::ports::{FileError, OutFile, Sent, TabNews};
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::{sync_words as words, words as common};
use crate::work::command;
use crate::work::workspace::WorkError;
use leptos::prelude::*;
use std::rc::Rc;

/// A copy that is made and has not left.
#[derive(Clone)]
pub struct Made(Rc<(OutFile, VersionVector)>);

/// Makes a copy. Where files can be shared it then waits for a tap, elsewhere it is saved at once.
pub fn make(page: CopiesPage) {
    let ui = page.ui;
    if ui.work().state().book.seen().count() == 0 {
        return ui.toast(words::NOTHING_TO_EXPORT, None);
    }
    let job = page.tasks.look(words::EXPORTING);
    ui.spawn(async move {
        let made = ui.work().export(&job).await;
        if !page.tasks.end() {
            return;
        }
        match made {
            Ok(made) => {
                let made = Made(Rc::new(made));
                page.show(Stage::Copy(made.clone()));
                if !ui.world().files.can_share() {
                    give(page, made, false).await;
                }
            }
            Err(ImportError::Work(WorkError::Cancelled(_))) => ui.toast(command::words::CANCELLED, None),
            Err(error) => {
                ui.warn(error.message());
                page.tasks.announce([words::RESCUE_BY_OFFICE.message()]);
                page.show(Stage::Office);
            }
        }
    });
}

async fn give(page: CopiesPage, made: Made, share: bool) {
    let ui = page.ui;
    let (file, covers) = &*made.0;
    let how = match ui.world().files.give(file.clone(), share).await {
        Ok(how) => how,
        Err(FileError::Cancelled) => return ui.toast(words::NOT_SHARED, None),
        Err(FileError::Failed(cause)) => return ui.warn(words::NOT_GIVEN.with("cause", cause)),
    };
    page.show(Stage::Ready);
    match ui.work().mark_copied(covers, how).await {
        Ok(()) => {
            ui.world().tabs.tell(TabNews::Saved);
            match ui.work().state().missing_from(covers) {
                0 => ui.toast(given(file, how), None),
                missing => ui.warn(lacks(file, missing)),
            }
        }
        Err(error) => ui.warn(words::NOT_MARKED.with("reason", error.message())),
    }
}

fn given(file: &OutFile, how: Sent) -> Message {
    match how {
        Sent::Shared | Sent::Synced => words::SHARED.message(),
        Sent::Downloaded => words::SAVED_FILE.with("file", file.name.as_str()),
    }
}

/// That a copy does not hold all that is known here.
fn lacks(file: &OutFile, missing: u64) -> Message {
    let text = if missing == 1 { words::COPY_LACKS_ONE } else { words::COPY_LACKS };
    text.with("count", missing).with("file", file.name.as_str()).with("size", size(file))
}

/// How many bytes a file has, in words.
pub fn size(file: &OutFile) -> String {
    words::size(file.pieces.iter().map(Vec::len).sum::<usize>() as f64)
}

/// The copy is ready: share it, save it, or leave it.
pub fn view(page: CopiesPage, made: &Made) -> impl IntoView + use<> {
    let ui = page.ui;
    let (file, covers) = &*made.0;
    let what = match ui.work().state().missing_from(covers) {
        0 => words::COPY_WHAT.with("file", file.name.as_str()).with("size", size(file)),
        missing => lacks(file, missing),
    };
    let made = StoredValue::new_local(made.clone());
    let send = move |share| {
        if let Some(made) = made.try_get_value() {
            ui.spawn(give(page, made, share));
        }
    };
    let can_share = ui.world().files.can_share();
    let save = move |class| {
        view! { <Quiet path=icon_paths::DOWNLOAD text=words::SAVE_HERE class=class on_tap=move || send(false)/> }
    };
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, words::COPY_READY)}
                <p>{ui.say(what)}</p>
                {move || (ui.unsaved.get() > 0).then(|| view! { <p>{ui.t(words::COPY_HOLDS_UNSAVED)}</p> })}
                {can_share.then(|| view! { <div class="deeds">{save("quiet")}</div> })}
            </section>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || page.show(Stage::Ready)/>
            {match can_share {
                true => view! {
                    <Quiet path=icon_paths::SHARE text=words::SHARE class="primary" on_tap=move || send(true)/>
                }.into_any(),
                false => save("primary").into_any(),
            }}
        </div>
    }
}
