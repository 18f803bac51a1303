//! Addresses are imported: pasted, typed as a street with its numbers, or from a spreadsheet; first previewed, then written.

mod columns;
mod preview;

use columns::columns;

use super::street;
use crate::canvass::doors::{
    AddressEntry, AddressPart, DoorCounts, DoorPlan, Said, entries_of_sheet, entries_of_text, guess_parts,
};
use crate::canvass::kinds::door::{DOOR, fields as door_fields};
use crate::canvass::{routes, words};
use crate::exchange::table::{Holds, Sheet, TableError, read_sheet};
use crate::model::date;
use crate::model::id::Id;
use crate::model::text::{Message, Text};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::route::Route;
use crate::ui::screens::sync::{TaskOutcome, TaskPanel, pick_file};
use crate::ui::typing::{APART, Typing};
use crate::ui::{sync_words, words as common};
use crate::work::command;
use crate::work::workspace::WorkError;
use leptos::prelude::*;
use std::rc::Rc;

/// What the screen holds. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct AddressesPage {
    ui: Ui,
    tasks: TaskPanel,
    text: Typing,
    list: Typing,
    town: Typing,
    sheet: RwSignal<Option<Rc<Sheet>>, LocalStorage>,
    parts: RwSignal<Vec<Option<AddressPart>>>,
    plan: RwSignal<Option<Rc<DoorPlan>>, LocalStorage>,
    /// A door of the list that came in last.
    came: RwSignal<Option<Id>>,
    others: RwSignal<bool>,
}

/// Addresses come in.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::IMPORT_ADDRESSES.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((routes::STREETS.route(), words::CANVASS.get(ui.lang.get()))),
    });
    let today = ui.work().now().today();
    let named = words::LIST_OF.with("date", date::say_day(today, ui.lang.get_untracked()));
    let page = AddressesPage {
        ui,
        tasks: TaskPanel::new(ui),
        text: Typing::new(ui, "addresses", None, String::new()),
        list: Typing::new(ui, "addresses:list", None, named.say(ui.lang.get_untracked())),
        town: Typing::new(ui, "addresses:town", None, ui.world().prefs.get("town").unwrap_or_default()),
        sheet: RwSignal::new_local(None),
        parts: RwSignal::default(),
        plan: RwSignal::new_local(None),
        came: RwSignal::new(None),
        others: RwSignal::new(false),
    };
    page.tasks.return_focus(move || page.plan.with(Option::is_none));
    view! {
        {page.tasks.announcer()}
        {move || match (page.tasks.busy(), page.plan.get()) {
            (true, _) => view! { <div class="page sync">{page.tasks.view()}</div> }.into_any(),
            (_, Some(plan)) => preview::preview(page, &plan).into_any(),
            (_, None) => enter(page).into_any(),
        }}
    }
}

fn enter(page: AddressesPage) -> impl IntoView {
    let ui = page.ui;
    if ui.practice() {
        return view! {
            <div class="page">
                <Empty path=icon_paths::LAMP title=crate::ports::PRACTICE purpose=sync_words::PRACTICE_NO_IMPORT/>
            </div>
        }
        .into_any();
    }
    let line = move |id: &'static str, label: Text, help: Text, typed: Typing| {
        view! {
            <div class="field">
                <label class="label" for=id>{ui.t(label)}</label>
                <p class="help" id=format!("{id}-help")>{ui.t(help)}</p>
                <input
                    type="text" id=id autocomplete="off" aria-describedby=format!("{id}-help") prop:value=typed.text
                    on:input=move |event| typed.write(event_target_value(&event))
                />
            </div>
        }
    };
    let source = move || {
        match page.sheet.get() {
        Some(sheet) => columns(page, &sheet).into_any(),
        None => view! {
            <div class="field">
                <label class="label" for="addresses">{ui.t(words::ADDRESSES)}</label>
                <p class="help" id="addresses-help">{ui.t(words::ADDRESSES_HELP)}</p>
                <textarea
                    id="addresses" rows="8" aria-describedby="addresses-help" autocomplete="off" form=APART prop:value=page.text.text
                    on:input=move |event| page.text.write(event_target_value(&event))
                ></textarea>
            </div>
            <div class="deeds">
                <Quiet path=icon_paths::UPLOAD text=words::FROM_FILE on_tap=move || pick(page)/>
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <div class="page sync">
            {page.tasks.result()}
            <section class="group form">{move || source()}</section>
            <section class="group form">
                {line("list-name", words::LIST_NAME, words::LIST_NAME_HELP, page.list)}
                {line("list-town", words::LIST_TOWN, words::LIST_TOWN_HELP, page.town)}
            </section>
        </div>
        <div class="actions">
            {move || page.sheet.with(Option::is_some).then(|| view! {
                <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || page.sheet.set(None)/>
            })}
            {move || {
                let walk = start_walking(page);
                let class = if walk.is_some() { "quiet" } else { "primary" };
                view! {
                    <Quiet path=icon_paths::ARROW text=sync_words::LOOK class=class on_tap=move || { page.others.set(false); look(page); }/>
                    {walk}
                }
            }}
        </div>
    }
    .into_any()
}

/// The way to the first street of the list that came in last, for as long as it says so.
fn start_walking(page: AddressesPage) -> Option<impl IntoView + use<>> {
    let ui = page.ui;
    let door = page.came.get().filter(|_| page.tasks.has_result())?;
    let (street, _) = routes::STREET.values(street::at(ui, door))?;
    let name = ui.peek(&DOOR, door).and_then(|record| door_fields::STREET.of(&record).map(str::to_owned));
    let words = words::START_WALKING.with("street", name.unwrap_or_default());
    Some(view! {
        <a class="primary" href=routes::STREET.at((street, None)).href()>
            <span>{ui.say(words)}</span><Icon path=icon_paths::CHEVRON/>
        </a>
    })
}

fn pick(page: AddressesPage) {
    let ui = page.ui;
    let here = ui.here();
    ui.spawn(async move {
        let Some((file, what)) = pick_file(ui).await else { return };
        if what == Holds::Notes {
            // An export of colleagues belongs elsewhere.
            ui.hand_over(file);
            return ui.go_on(here, Route::Sync);
        }
        let job = page.tasks.look(sync_words::READING.with("file", file.name()));
        let read = read_sheet(&*file, &job).await;
        if !page.tasks.end() {
            return;
        }
        if let Ok(sheet) = &read {
            page.list.text.set(sheet.name.rsplit_once('.').map_or(&*sheet.name, |(name, _)| name).to_owned());
        }
        show(page, read.map(Rc::new));
    });
}

/// Shows a sheet that was read, or says why it was not.
fn show(page: AddressesPage, read: Result<Rc<Sheet>, TableError>) {
    match read {
        Ok(sheet) => {
            page.parts.set(guess_parts(&sheet));
            page.sheet.set(Some(sheet));
        }
        Err(error) => page.ui.warn(error.message()),
    }
}

/// Works out what the addresses would do.
fn look(page: AddressesPage) {
    let ui = page.ui;
    let (list, town) = (page.list.text.get_untracked(), page.town.text.get_untracked());
    if list.trim().is_empty() {
        return ui.warn(words::NAME_THE_LIST);
    }
    let others = page.others.get_untracked();
    let sheet = page.sheet.get_untracked();
    let (text, parts) = (page.text.text.get_untracked(), page.parts.get_untracked());
    if sheet.is_none() && text.trim().is_empty() {
        return ui.warn(words::ENTER_FIRST);
    }
    if sheet.is_some() && !parts.contains(&Some(AddressPart::Line)) {
        return ui.warn(words::WHICH_STREET);
    }
    ui.world().prefs.set("town", town.trim());
    let job = page.tasks.look(sync_words::PLANNING);
    ui.spawn(async move {
        let entries: Result<Vec<AddressEntry>, _> = match sheet {
            Some(sheet) => entries_of_sheet(&sheet, &parts, &job).await,
            None => Ok(entries_of_text(&text)),
        };
        let planned = match entries {
            Ok(entries) => ui.work().plan_doors(entries, &Said { list, town, others }, &job).await,
            Err(cancelled) => Err(cancelled),
        };
        if !page.tasks.end() {
            return;
        }
        match planned {
            Ok(plan) => {
                page.tasks.announce(counts(plan.counts).into_iter().map(|(_, message)| message));
                page.plan.set(Some(Rc::new(plan)));
            }
            Err(_) => ui.toast(command::words::CANCELLED, None),
        }
    });
}

/// How many lines do what, with the tone of each.
fn counts(counts: DoorCounts) -> Vec<(&'static str, Message)> {
    let all = [
        ("good", counts.new, words::COUNT_NEW),
        ("care", counts.changed, words::COUNT_CHANGED),
        ("plain", counts.same, words::COUNT_SAME),
        ("plain", counts.repeated, words::COUNT_REPEATED),
        ("care", counts.left_out, words::COUNT_LEFT_OUT),
    ];
    let some = all.into_iter().filter(|(_, count, _)| *count > 0);
    some.map(|(tone, count, text)| (tone, text.with("count", count))).collect()
}

fn take_in(page: AddressesPage, plan: Rc<DoorPlan>) {
    let ui = page.ui;
    let job = page.tasks.write(sync_words::TAKING_IN, true);
    ui.spawn(async move {
        let taken = ui.work().take_in_doors(&plan, &job).await;
        let stayed = page.tasks.end();
        match taken {
            Ok(done) => {
                [page.text, page.list, page.town].into_iter().for_each(Typing::forget);
                if stayed {
                    page.plan.set(None);
                    page.sheet.set(None);
                    page.text.text.set(String::new());
                }
                page.came.try_set(plan.first_door());
                page.tasks.finish(TaskOutcome { done, to: routes::STREETS.route() });
            }
            Err(WorkError::Cancelled(_)) => ui.toast(command::words::CANCELLED, None),
            Err(error) => {
                ui.warn(error.message());
                if stayed {
                    // Notes came in meanwhile. What it would do now is shown.
                    page.plan.set(None);
                    look(page);
                }
            }
        }
    });
}
