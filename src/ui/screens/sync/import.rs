//! A file is imported: read, previewed, and only then written.

mod preview;

use preview::counts;
pub use preview::view;

use super::tasks::{TaskOutcome, heading};
use super::{CopiesPage, Stage};
use crate::exchange::table::{Holds, holds};
use crate::exchange::transfer::{Confirmed, ImportError, Incoming};
use crate::model::date;
use crate::model::text::{Lang, Message};
use crate::ports::{FileError, InFile};
use crate::ui::context::Ui;
use crate::ui::parts::notice::notice;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::route::Route;
use crate::ui::{capability, sync_words as words, words as common};
use crate::work::command::{self, Command};
use crate::work::job::Job;
use crate::work::last_import::LastImport;
use crate::work::resting::Resting;
use crate::work::workspace::WorkError;
use leptos::prelude::*;
use std::rc::Rc;

/// What may be picked: our own files and tables; a file is known by what it holds.
pub const ACCEPT: &str = ".json,.csv,.tsv,.txt,.vcf,.ics,application/json,text/csv,text/tab-separated-values,text/plain,text/vcard,text/x-vcard,text/calendar";

/// A file that was read.
pub struct Looked {
    file: Rc<dyn InFile>,
    salvage: bool,
    incoming: Incoming,
}

/// A file that cannot be imported as it is.
pub struct ImportFault {
    file: Rc<dyn InFile>,
    message: Message,
    can_salvage: bool,
}

/// Has the person pick a file. A table goes on to its own screen.
pub fn pick(page: CopiesPage) {
    let ui = page.ui;
    let here = ui.here();
    ui.spawn(async move {
        let Some((file, what)) = pick_file(ui).await else { return };
        match what {
            Holds::Notes | Holds::Page => read(page, file, false),
            Holds::Table => {
                ui.hand_over(file);
                ui.go_on(here, Route::SyncTable);
            }
        }
    });
}

/// The file the person picks, and what it holds. What goes wrong is said.
pub async fn pick_file(ui: Ui) -> Option<(Rc<dyn InFile>, Holds)> {
    let file = match ui.world().files.pick(ACCEPT).await {
        Ok(file) => file,
        Err(FileError::Cancelled) => return None,
        Err(FileError::Failed(cause)) => {
            ui.warn(words::NOT_GIVEN.with("cause", cause));
            return None;
        }
    };
    match holds(&*file).await {
        Ok(what) => Some((file, what)),
        Err(error) => {
            ui.warn(error.message());
            None
        }
    }
}

/// Reads a file and shows what taking it in would do.
pub fn read(page: CopiesPage, file: Rc<dyn InFile>, salvage: bool) {
    let ui = page.ui;
    let job = page.tasks.look(words::READING.with("file", file.name()));
    ui.spawn(async move {
        let read = ui.work().read_export(&*file, salvage, &job).await;
        if !page.tasks.end() {
            return;
        }
        match read {
            Ok(incoming) if incoming.preview.fresh == 0 && incoming.preview.faults.is_empty() => {
                // Nothing changes, but now it is known that somebody else holds these notes. Where that cannot be
                // noted, a copy too few is counted, never one too many.
                let label = words::BRINGS_NOTHING.with("file", incoming.name.as_str());
                drop(ui.work().accept(incoming, Confirmed::default(), &job).await);
                let done = command::Done { label, stored: true, step: None, changed: true };
                page.show(Stage::Ready);
                page.tasks.finish(TaskOutcome { done, to: capability::first_list() });
            }
            Ok(incoming) => {
                page.tasks.announce(counts(&incoming.preview));
                page.show(Stage::Preview(Box::new(Looked { file, salvage, incoming })));
            }
            Err(ImportError::Work(WorkError::Cancelled(_))) => {
                page.show(Stage::Ready);
                ui.toast(command::words::CANCELLED, None);
            }
            Err(error) => {
                page.tasks.announce([error.message()]);
                let can_salvage = error.can_salvage();
                page.show(Stage::Fault(ImportFault { file, message: error.message(), can_salvage }));
            }
        }
    });
}

fn take_in(page: CopiesPage) {
    let ui = page.ui;
    let Some(Stage::Preview(looked)) = page.stage.try_update(|stage| std::mem::replace(stage, Stage::Ready)) else {
        return;
    };
    let Looked { file, salvage, incoming } = *looked;
    // What it erases was said and agreed to by a second tap.
    let agreed = incoming.preview.agreed();
    let job = page.tasks.write(words::TAKING_IN, true);
    ui.spawn(async move {
        let taken = ui.work().accept(incoming, agreed, &job).await;
        let stayed = page.tasks.end();
        match taken {
            Ok(done) => page.tasks.finish(TaskOutcome { done, to: capability::first_list() }),
            Err(ImportError::Work(WorkError::Cancelled(_))) => ui.toast(command::words::CANCELLED, None),
            Err(error) => {
                ui.warn(error.message());
                if stayed {
                    // Nothing was imported. What it would do now is shown again.
                    read(page, file, salvage);
                }
            }
        }
    });
}

/// The last import and the way to take it back, also after the app was closed; or the way to do it again.
pub fn last(page: CopiesPage) -> impl IntoView {
    let ui = page.ui;
    ui.follow_tablet();
    let (taken, undone) = (ui.work().state().last_import.clone(), ui.work().state().undone_import());
    match (taken, undone) {
        (Some(taken), _) => Some(taken_in(page, &taken).into_any()),
        (None, Some((step, label))) => {
            let redo = move || ui.send(Command::Undo(step));
            let button = view! { <Quiet path=icon_paths::DOWNLOAD text=words::IMPORT_AGAIN on_tap=redo/> };
            Some(last_section(ui, view! { <b dir="auto">{ui.say(label)}</b> }.into_any(), button.into_any()).into_any())
        }
        (None, None) => None,
    }
}

fn last_section(ui: Ui, told: AnyView, button: AnyView) -> impl IntoView {
    view! {
        <section class="group">
            <h2>{ui.t(words::LAST_IMPORT)}</h2>
            <ul class="health" role="list">
                <li data-tone="plain">
                    <Icon path=icon_paths::DOWNLOAD/>
                    <div>{told}</div>
                    {button}
                </li>
            </ul>
        </section>
    }
}

fn taken_in(page: CopiesPage, taken: &LastImport) -> impl IntoView + use<> {
    let ui = page.ui;
    let at = ui.work().local(taken.at_ms);
    let line = move || date::say_moment(at, ui.lang.get());
    let take_back = move || {
        let job = page.tasks.write(words::TAKING_BACK, true);
        ui.spawn(async move {
            let undone = ui.work().undo_import(&job).await;
            page.tasks.end();
            match undone {
                Ok(done) => ui.toast(done.label, done.step),
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    // What was noted since at what it brought is said before anything is taken away.
    let rests = RwSignal::new(None::<Resting>);
    let ask = move || {
        ui.spawn(async move {
            match ui.work().resting_on_import(&Job::quiet()).await {
                Ok(resting) if resting.going > 0 && resting.staying > 0 => drop(rests.try_set(Some(resting))),
                _ => take_back(),
            }
        });
    };
    let told = view! {
        <b dir="auto">{ui.say(taken.label())}</b>
        <p class="soft">{move || line()}</p>
        {taken.stays_erased().map(|erased| view! { <p class="soft">{ui.say(erased)}</p> })}
    };
    let button = view! { <Quiet path=icon_paths::UNDO text=common::UNDO on_tap=ask/> };
    let warned = move || {
        let resting = rests.get()?;
        Some(view! {
            <div class="notice" data-tone="care" role="alert">
                <Icon path=icon_paths::WARNING/>
                <div>
                    <p>{move || resting_words(&resting, ui.lang.get())}</p>
                    <div class="deeds">
                        <Quiet path=icon_paths::UNDO text=words::UNDO_REST on_tap=take_back/>
                        <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || rests.set(None)/>
                    </div>
                </div>
            </div>
        })
    };
    view! { {last_section(ui, told.into_any(), button.into_any())} {move || warned()} }
}

/// What was noted since at what an import brought, and what would stay for its sake.
fn resting_words(resting: &Resting, lang: Lang) -> String {
    let notes = (!resting.notes.is_empty()).then(|| {
        let notes = common::counted_in_words(resting.notes.iter().copied(), lang);
        words::NOTED_SINCE.with("notes", notes).say(lang)
    });
    let stay = words::WOULD_STAY.with("staying", resting.staying).with("going", resting.going).say(lang);
    notes.into_iter().chain([stay]).collect::<Vec<_>>().join(" ")
}

/// What is wrong with a file, and what can be done.
pub fn fault_view(page: CopiesPage, fault: &ImportFault) -> impl IntoView + use<> {
    let ui = page.ui;
    let title = words::CANNOT_TAKE_IN.with("file", fault.file.name());
    let file = StoredValue::new_local(fault.file.clone());
    let salvage = move || {
        if let Some(file) = file.try_get_value() {
            read(page, file, true);
        }
    };
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, title)}
                {notice(ui, "wrong", fault.message.clone())}
                {fault.can_salvage.then(|| view! {
                    <div class="deeds"><Quiet path=icon_paths::CHECK text=words::TAKE_IN_WHOLE on_tap=salvage/></div>
                })}
            </section>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || page.show(Stage::Ready)/>
            <Quiet path=icon_paths::UPLOAD text=words::CHOOSE_OTHER class="primary" on_tap=move || pick(page)/>
        </div>
    }
}
