//! A spreadsheet is imported: picked, its columns matched, previewed, and only then written.

mod column;
mod preview;

use column::column;
use preview::{counts, preview};

use super::import;
use super::read_as::{here, read_as};
use super::tasks::{TaskOutcome, TaskPanel, heading};
use crate::exchange::table::{Holds, Planned, Sheet, Source, TableError, read_sheet_or_other};
use crate::formats::columns::Target;
use crate::formats::csv_import::plan::Namesakes;
use crate::model::kind::Kind;
use crate::model::text::{Text, quoted};
use crate::ports::InFile;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::notice::notice;
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::{capability, sync_words as words, words as common};
use crate::work::command;
use crate::work::workspace::WorkError;
use leptos::prelude::*;
use std::rc::Rc;

/// How many rows and problems a preview shows.
const SHOWN: usize = 200;

/// What the screen holds. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct TablePage {
    ui: Ui,
    tasks: TaskPanel,
    sheet: RwSignal<Option<Rc<Sheet>>, LocalStorage>,
    kind: RwSignal<&'static Kind>,
    targets: RwSignal<Vec<Option<Target>>>,
    planned: RwSignal<Option<Rc<Planned>>, LocalStorage>,
    namesakes: RwSignal<Namesakes>,
}

/// Taking in a spreadsheet.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::TABLE.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Sync, common::SYNC.get(ui.lang.get()))),
    });
    let first = capability::offered_first().or_else(|| capability::kinds().first().copied())?;
    let page = TablePage {
        ui,
        tasks: TaskPanel::new(ui),
        sheet: RwSignal::new_local(None),
        kind: RwSignal::new(first),
        targets: RwSignal::default(),
        planned: RwSignal::new_local(None),
        namesakes: RwSignal::new(Namesakes::Told),
    };
    page.tasks.return_focus(move || page.sheet.with(Option::is_none));
    if let Some(file) = ui.take_file() {
        read(page, file);
    }
    Some(view! {
        {page.tasks.announcer()}
        {move || match (page.tasks.busy(), page.planned.get(), page.sheet.get()) {
            (true, ..) => view! { <div class="page sync">{page.tasks.view()}</div> }.into_any(),
            (_, Some(planned), _) => preview(page, &planned).into_any(),
            (_, None, Some(sheet)) => matching(page, &sheet).into_any(),
            (_, None, None) => start(page).into_any(),
        }}
    })
}

fn start(page: TablePage) -> impl IntoView {
    let ui = page.ui;
    if ui.practice() {
        return view! {
            <div class="page">
                <Empty path=icon_paths::LAMP title=crate::ports::PRACTICE purpose=words::PRACTICE_NO_IMPORT/>
            </div>
        }
        .into_any();
    }
    view! {
        <div class="page sync">
            {page.tasks.result()}
            <section class="empty">
                <Icon path=icon_paths::UPLOAD large=true/>
                <h2>{ui.t(words::TABLE)}</h2>
                <p>{ui.t(words::TABLE_WHAT)}</p>
                <p class="example">{ui.t(words::TABLE_HOW)}</p>
            </section>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::UPLOAD text=words::CHOOSE_FILE class="primary" on_tap=move || pick(page)/>
        </div>
    }
    .into_any()
}

fn pick(page: TablePage) {
    let ui = page.ui;
    let here = ui.here();
    ui.spawn(async move {
        let Some((file, what)) = import::pick_file(ui).await else { return };
        match what {
            Holds::Table | Holds::Page => read(page, file),
            Holds::Notes => {
                ui.hand_over(file);
                ui.go_on(here, Route::Sync);
            }
        }
    });
}

/// What went wrong is said; a cancelled piece of work is only that.
fn tell(ui: Ui, error: &TableError) {
    match error {
        TableError::Work(WorkError::Cancelled(_)) => ui.toast(command::words::CANCELLED, None),
        error => ui.warn(error.message()),
    }
}

fn read(page: TablePage, file: Rc<dyn InFile>) {
    let job = page.tasks.look(words::READING.with("file", file.name()));
    let here = here(page.ui);
    page.ui.spawn(async move {
        let read = read_sheet_or_other(&*file, &here, &job).await;
        if !page.tasks.end() {
            return;
        }
        show(page, read.map(Rc::new));
    });
}

/// Shows a sheet that was read, or says why it was not.
fn show(page: TablePage, read: Result<Rc<Sheet>, TableError>) {
    match read {
        Ok(sheet) => {
            // Of an address book or a calendar it is known what it holds.
            if sheet.source != Source::Table {
                let known = |kind: &Kind| sheet.guess(kind).iter().flatten().count();
                let open = capability::kinds().iter().copied().filter(|kind| !kind.is_private());
                let best = open.rev().max_by_key(|kind| known(kind));
                best.into_iter().for_each(|kind| page.kind.set(kind));
            }
            page.targets.set(sheet.guess(page.kind.get_untracked()));
            page.namesakes.set(Namesakes::Told);
            page.sheet.set(Some(sheet));
        }
        Err(error) => tell(page.ui, &error),
    }
}

/// What was read, and which column holds what.
fn matching(page: TablePage, sheet: &Rc<Sheet>) -> impl IntoView + use<> {
    let ui = page.ui;
    let table = &sheet.table;
    let says = match sheet.source {
        Source::Table => words::MATCH_READ,
        Source::Cards => words::MATCH_CARDS,
        Source::Calendar => words::MATCH_CALENDAR,
    };
    let read = says
        .with("file", sheet.name.as_str())
        .with("rows", table.rows.len())
        .with("columns", table.headers.len())
        .with("delimiter", words::delimiter(sheet.delimiter))
        .with("letters", sheet.encoding.label());
    let samples: Vec<String> = (0..table.headers.len())
        .map(|at| sheet.samples(at).into_iter().map(quoted).collect::<Vec<_>>().join(" · "))
        .collect();
    let blank = samples.iter().filter(|samples| samples.is_empty()).count();
    let blank = (blank > 0).then(|| words::counted(blank, words::BLANK_COLUMN_ONE, words::BLANK_COLUMNS));
    let columns = table.headers.iter().cloned().zip(samples).enumerate();
    let columns = columns.filter(|(_, (_, samples))| !samples.is_empty());
    let columns = columns.map(|(at, (header, samples))| column(page, at, header, samples)).collect_view();
    // Cards and calendars have no headings; which letters they are written in can be doubtful.
    let read_as = read_as(ui, page.tasks, sheet, Rc::new(move |sheet| show(page, sheet)));
    let sheet = StoredValue::new_local(sheet.clone());
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let kind = capability::kinds().iter().find(|kind| kind.id == chosen);
        if let (Some(kind), Some(sheet)) = (kind, sheet.try_get_value()) {
            page.targets.set(sheet.guess(kind));
            page.kind.set(kind);
        }
    };
    let kinds = capability::kinds().iter().filter(|kind| !kind.is_private()).map(|kind| {
        view! {
            <option value=kind.id prop:selected=move || page.kind.get() == *kind>{ui.t(kind.name)}</option>
        }
    });
    let look = move || {
        if let Some(sheet) = sheet.try_get_value() {
            plan(page, sheet);
        }
    };
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, words::MATCH_TITLE)}
                <p>{ui.say(read)}</p>
                {blank.map(|blank| view! { <p class="soft">{ui.say(blank)}</p> })}
            </section>
            {read_as}
            <section class="group">
                <div class="field">
                    <label class="label" for="table-kind">{ui.t(words::ROWS_ARE)}</label>
                    <select id="table-kind" on:change=choose>{kinds.collect_view()}</select>
                </div>
                <div role="status">
                    {move || missing(page).map(|label| notice(ui, "care", words::NEEDS.with("label", label)))}
                </div>
            </section>
            <ul class="matches" role="list">{columns}</ul>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || page.sheet.set(None)/>
            {move || missing(page).is_none().then(|| view! {
                <Quiet path=icon_paths::ARROW text=words::LOOK class="primary" on_tap=look/>
            })}
        </div>
    }
}

/// What every row needs and no column gives; rows that give their identity need nothing else.
fn missing(page: TablePage) -> Option<Text> {
    let (kind, targets) = (page.kind.get(), page.targets.get());
    if targets.contains(&Some(Target::Id)) {
        return None;
    }
    let given = |key: &str| targets.iter().flatten().any(|target| target.field().is_some_and(|field| field.key == key));
    kind.fields().find(|field| field.required && !given(field.key)).map(|field| field.label)
}

fn plan(page: TablePage, sheet: Rc<Sheet>) {
    let ui = page.ui;
    let (kind, targets) = (page.kind.get_untracked(), page.targets.get_untracked());
    let namesakes = page.namesakes.get_untracked();
    let job = page.tasks.look(words::PLANNING);
    ui.spawn(async move {
        let planned = ui.work().plan_sheet(&sheet, kind, &targets, namesakes, &job).await;
        if !page.tasks.end() {
            return;
        }
        match planned {
            Ok(planned) => {
                page.tasks.announce(counts(&planned).map(|(_, message)| message));
                page.planned.set(Some(Rc::new(planned)));
            }
            Err(error) => tell(ui, &error),
        }
    });
}

fn take_in(page: TablePage, planned: Rc<Planned>) {
    let ui = page.ui;
    let job = page.tasks.write(words::TAKING_IN, true);
    ui.spawn(async move {
        let taken = ui.work().import_sheet(&planned, &job).await;
        let stayed = page.tasks.end();
        match taken {
            Ok(done) => {
                if stayed {
                    page.planned.set(None);
                    page.sheet.set(None);
                }
                page.tasks.finish(TaskOutcome { done, to: Route::Records(planned.kind.id, View::List) });
            }
            Err(error) => {
                tell(ui, &error);
                let stale = matches!(error, TableError::Work(WorkError::Refused(_)));
                if let (true, true, Some(sheet)) = (stayed, stale, page.sheet.try_get_untracked().flatten()) {
                    // Notes came in meanwhile. What it would do now is shown.
                    plan(page, sheet);
                }
            }
        }
    });
}
