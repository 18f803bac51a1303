//! Files for the office: what they shall be like, then one button for all of them in one file, because browsers let only
//! one file leave with a tap, and one for each.

use super::tasks::heading;
use super::{CopiesPage, Stage, export};
use crate::exchange::office::{Office, OfficeError, OfficeFile, all_in_one};
use crate::model::text::{Lang, Message};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::{sync_words as words, words as common};
use leptos::prelude::*;
use std::rc::Rc;

/// Files that are made and may leave.
#[derive(Clone)]
pub struct MadeFiles {
    files: Rc<Vec<OfficeFile>>,
    public_only: bool,
}

fn make(page: CopiesPage, office: Office) {
    let ui = page.ui;
    let job = page.tasks.look(words::MAKING_FILES);
    ui.spawn(async move {
        let made = ui.work().office_export(office, &job).await;
        if !page.tasks.end() {
            return;
        }
        match made {
            Ok(files) => {
                page.show(Stage::OfficeFiles(MadeFiles { files: Rc::new(files), public_only: office.public_only }));
            }
            Err(error @ OfficeError::Cancelled(_)) => ui.toast(error.message(), None),
            Err(error) => ui.warn(error.message()),
        }
    });
}

/// What the files shall be like.
pub fn view(page: CopiesPage) -> impl IntoView {
    let ui = page.ui;
    let lang = RwSignal::new(ui.lang.get_untracked());
    let public_only = RwSignal::new(true);
    let choice = move |answer: Lang, name: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="office-language" prop:checked=move || lang.get() == answer
                    on:change=move |_| lang.set(answer)/>
                <span lang=answer.tag()>{name}</span>
            </label>
        }
    };
    let make_files =
        move || make(page, Office { lang: lang.get_untracked(), public_only: public_only.get_untracked() });
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, words::OFFICE)}
                <p>{ui.t(words::OFFICE_WHAT)}</p>
            </section>
            <fieldset class="field">
                <legend class="label">{ui.t(words::OFFICE_LANGUAGE)}</legend>
                <div class="choices">{choice(Lang::En, "English")}{choice(Lang::Es, "Español")}</div>
            </fieldset>
            <div class="field">
                <label class="switch">
                    <input type="checkbox" role="switch" aria-describedby="office-people" prop:checked=public_only
                        on:change=move |event| public_only.set(event_target_checked(&event))/>
                    <span>{ui.t(words::LEAVE_OUT_PEOPLE)}</span>
                </label>
                <p class="help" id="office-people">{ui.t(words::LEAVE_OUT_WHY)}</p>
            </div>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || page.show(Stage::Ready)/>
            <Quiet path=icon_paths::DIRECTORY text=words::MAKE_FILES class="primary" on_tap=make_files/>
        </div>
    }
}

/// The files, each with its buttons.
pub fn files_view(page: CopiesPage, made: &MadeFiles) -> impl IntoView + use<> {
    let ui = page.ui;
    let note = if made.public_only { words::FILES_PUBLIC } else { words::FILES_PRIVATE };
    let all = StoredValue::new_local(made.files.clone());
    let give_all = move |share| {
        let now = ui.work().now();
        match all.try_with_value(|files| all_in_one(files, now)) {
            Some(Ok(file)) => ui.give(file, share),
            Some(Err(error)) => ui.warn(error.message()),
            None => {}
        }
    };
    let items: Vec<_> = (0..made.files.len()).map(|at| item(page, made.files.clone(), at)).collect();
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, words::FILES_READY)}
                <p>{ui.t(note)}</p>
            </section>
            <section class="group">
                {heading(ui, words::ONE_BY_ONE)}
                <ul class="health" role="list">{items}</ul>
            </section>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::CHECK text=common::DONE on_tap=move || page.show(Stage::Ready)/>
            {ui.world().files.can_share().then(|| view! {
                <Quiet path=icon_paths::SHARE text=words::SHARE_ALL on_tap=move || give_all(true)/>
            })}
            <Quiet path=icon_paths::DOWNLOAD text=words::SAVE_ALL class="primary" on_tap=move || give_all(false)/>
        </div>
    }
}

fn item(page: CopiesPage, files: Rc<Vec<OfficeFile>>, at: usize) -> Option<impl IntoView + use<>> {
    let ui = page.ui;
    let office = files.get(at)?;
    let what: Message = office.kind.map_or(words::EVERYTHING, |kind| kind.plural).into();
    let line = words::FILE_LINE
        .with("file", office.file.name.as_str())
        .with("size", export::size(&office.file))
        .with("count", office.records);
    let icon = if office.kind.is_some() { icon_paths::REPORTS } else { icon_paths::DIRECTORY };
    let files = StoredValue::new_local(files);
    let give = move |share| {
        let file = files.try_with_value(|files| files.get(at).map(|office| office.file.clone()));
        if let Some(file) = file.flatten() {
            ui.give(file, share);
        }
    };
    let share = ui.world().files.can_share().then(|| {
        let label = ui.say(words::FILE_SHARE.with("what", what.clone()));
        view! {
            <button type="button" class="quiet" aria-label=label on:click=move |_| give(true)>
                <Icon path=icon_paths::SHARE/><span>{ui.t(words::SHARE)}</span>
            </button>
        }
    });
    let save_label = ui.say(words::FILE_SAVE.with("what", what.clone()));
    Some(view! {
        <li data-tone="plain">
            <Icon path=icon/>
            <div><b>{ui.say(what)}</b><p class="soft">{ui.say(line)}</p></div>
            <div class="deeds">
                <button type="button" class="quiet" aria-label=save_label on:click=move |_| give(false)>
                    <Icon path=icon_paths::DOWNLOAD/><span>{ui.t(words::SAVE)}</span>
                </button>
                {share}
            </div>
        </li>
    })
}
