//! A spreadsheet comes in: picked, its columns matched, looked at, and only then taken in.

use super::bench::{Bench, Outcome, heading};
use super::import;
use crate::exchange::table::{Holds, Planned, Sheet, TableError, read_sheet};
use crate::formats::columns::Target;
use crate::formats::csv_import::plan::{Outcome as RowOutcome, RowPlan};
use crate::formats::csv_import::{RowProblem, Weight};
use crate::model::field::FieldType;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::text::{Message, Text, excerpt, quoted};
use crate::ports::InFile;
use crate::ui::capability;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::ui::sync_words as words;
use crate::ui::words as common;
use crate::work::command;
use crate::work::workspace::WorkError;
use leptos::prelude::*;
use std::rc::Rc;

/// How many rows and problems a preview shows.
const SHOWN: usize = 200;

/// What the screen holds. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Desk {
    ui: Ui,
    bench: Bench,
    sheet: RwSignal<Option<Rc<Sheet>>, LocalStorage>,
    kind: RwSignal<&'static Kind>,
    targets: RwSignal<Vec<Option<Target>>>,
    planned: RwSignal<Option<Rc<Planned>>, LocalStorage>,
}

/// Taking in a spreadsheet.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::TABLE.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((Route::Sync, common::SYNC.get(ui.lang.get()))),
    });
    let first = capability::offered_first().or_else(|| capability::kinds().first().copied())?;
    let desk = Desk {
        ui,
        bench: Bench::new(ui),
        sheet: RwSignal::new_local(None),
        kind: RwSignal::new(first),
        targets: RwSignal::default(),
        planned: RwSignal::new_local(None),
    };
    desk.bench.return_focus(move || desk.sheet.with(Option::is_none));
    if let Some(file) = ui.take_file() {
        read(desk, file);
    }
    Some(view! {
        {desk.bench.announcer()}
        {move || match (desk.bench.busy(), desk.planned.get(), desk.sheet.get()) {
            (true, ..) => view! { <div class="page sync">{desk.bench.view()}</div> }.into_any(),
            (_, Some(planned), _) => preview(desk, &planned).into_any(),
            (_, None, Some(sheet)) => matching(desk, &sheet).into_any(),
            (_, None, None) => start(desk).into_any(),
        }}
    })
}

fn start(desk: Desk) -> impl IntoView {
    let ui = desk.ui;
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
            {desk.bench.result()}
            <section class="empty">
                <Icon path=icon_paths::UPLOAD large=true/>
                <h2>{ui.t(words::TABLE)}</h2>
                <p>{ui.t(words::TABLE_WHAT)}</p>
                <p class="example">{ui.t(words::TABLE_HOW)}</p>
            </section>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::UPLOAD text=words::CHOOSE_FILE class="primary" on_tap=move || pick(desk)/>
        </div>
    }
    .into_any()
}

fn pick(desk: Desk) {
    let ui = desk.ui;
    let here = ui.here();
    ui.spawn(async move {
        let Some((file, what)) = import::pick_file(ui).await else { return };
        match what {
            Holds::Table => read(desk, file),
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

fn read(desk: Desk, file: Rc<dyn InFile>) {
    let job = desk.bench.look(words::READING.with("file", file.name()));
    desk.ui.spawn(async move {
        let read = read_sheet(&*file, &job).await;
        if !desk.bench.end() {
            return;
        }
        match read {
            Ok(sheet) => {
                desk.targets.set(sheet.guess(desk.kind.get_untracked()));
                desk.sheet.set(Some(Rc::new(sheet)));
            }
            Err(error) => tell(desk.ui, &error),
        }
    });
}

/// What was read, and which column holds what.
fn matching(desk: Desk, sheet: &Rc<Sheet>) -> impl IntoView + use<> {
    let ui = desk.ui;
    let table = &sheet.table;
    let read = words::MATCH_READ
        .with("file", sheet.name.as_str())
        .with("rows", table.rows.len())
        .with("columns", table.headers.len())
        .with("delimiter", words::delimiter(sheet.delimiter))
        .with("letters", words::letters(sheet.encoding));
    let samples: Vec<String> = (0..table.headers.len())
        .map(|at| sheet.samples(at).into_iter().map(quoted).collect::<Vec<_>>().join(" · "))
        .collect();
    let blank = samples.iter().filter(|samples| samples.is_empty()).count();
    let blank = (blank > 0).then(|| words::counted(blank, words::BLANK_COLUMN_ONE, words::BLANK_COLUMNS));
    let columns = table.headers.iter().cloned().zip(samples).enumerate();
    let columns = columns.filter(|(_, (_, samples))| !samples.is_empty());
    let columns = columns.map(|(at, (header, samples))| column(desk, at, header, samples)).collect_view();
    let sheet = StoredValue::new_local(sheet.clone());
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let kind = capability::kinds().iter().find(|kind| kind.id == chosen);
        if let (Some(kind), Some(sheet)) = (kind, sheet.try_get_value()) {
            desk.targets.set(sheet.guess(kind));
            desk.kind.set(kind);
        }
    };
    let kinds = capability::kinds().iter().map(|kind| {
        view! {
            <option value=kind.id prop:selected=move || desk.kind.get() == *kind>{ui.t(kind.name)}</option>
        }
    });
    let look = move || {
        if let Some(sheet) = sheet.try_get_value() {
            plan(desk, sheet);
        }
    };
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, words::MATCH_TITLE)}
                <p>{ui.say(read)}</p>
                {blank.map(|blank| view! { <p class="soft">{ui.say(blank)}</p> })}
            </section>
            {sheet.try_with_value(|sheet| sheet.encoding.message()).flatten().map(|message| import::notice(ui, "care", message))}
            <section class="group">
                <div class="field">
                    <label class="label" for="table-kind">{ui.t(words::ROWS_ARE)}</label>
                    <select id="table-kind" on:change=choose>{kinds.collect_view()}</select>
                </div>
                <div role="status">
                    {move || missing(desk).map(|label| import::notice(ui, "care", words::NEEDS.with("label", label)))}
                </div>
            </section>
            <ul class="matches" role="list">{columns}</ul>
        </div>
        <div class="actions">
            <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || desk.sheet.set(None)/>
            {move || missing(desk).is_none().then(|| view! {
                <Quiet path=icon_paths::ARROW text=words::LOOK class="primary" on_tap=look/>
            })}
        </div>
    }
}

/// What every row needs and no column gives; rows that give their identity need nothing else.
fn missing(desk: Desk) -> Option<Text> {
    let (kind, targets) = (desk.kind.get(), desk.targets.get());
    if targets.contains(&Some(Target::Id)) {
        return None;
    }
    let given = |key: &str| targets.iter().flatten().any(|target| target.field().is_some_and(|field| field.key == key));
    kind.fields().find(|field| field.required && !given(field.key)).map(|field| field.label)
}

fn column(desk: Desk, at: usize, header: String, samples: String) -> impl IntoView {
    let ui = desk.ui;
    let id = format!("column-{at}");
    let name = match header.is_empty() {
        true => words::COLUMN_NUMBER.with("number", at + 1),
        false => words::AS_IT_IS.with("words", header),
    };
    let chosen = move || desk.targets.with(|targets| targets.get(at).copied().flatten());
    let choose = move |event| {
        let number = event_target_value(&event).parse::<usize>().ok();
        let target = number.and_then(|number| Target::offered(desk.kind.get_untracked()).get(number).copied());
        desk.targets.update(|targets| {
            // One column at a time gives a field, unless it can hold what several say.
            let shared = |target: Target| {
                let ty = target.field().map(|field| field.ty);
                matches!(ty, Some(FieldType::LongText | FieldType::Choices(_)))
            };
            if target.is_some_and(|target| !shared(target)) {
                targets.iter_mut().filter(|other| **other == target).for_each(|other| *other = None);
            }
            if let Some(place) = targets.get_mut(at) {
                *place = target;
            }
        });
    };
    // Another kind has other fields, so all answers are made anew with it.
    let answers = move || {
        let lang = ui.lang.get();
        let offered = Target::offered(desk.kind.get()).into_iter().enumerate();
        let answer = |(number, target): (usize, Target)| {
            view! {
                <option value=number.to_string() prop:selected=move || chosen() == Some(target)>
                    {target.label(lang)}
                </option>
            }
        };
        offered.map(answer).collect_view()
    };
    view! {
        <li>
            <label for=id.clone() dir="auto">{ui.say(name)}<small>{samples}</small></label>
            <Icon path=icon_paths::ARROW/>
            <select id=id on:change=choose>
                <option value="" prop:selected=move || chosen().is_none()>{ui.t(words::LEAVE_OUT)}</option>
                {answers}
            </select>
        </li>
    }
}

fn plan(desk: Desk, sheet: Rc<Sheet>) {
    let ui = desk.ui;
    let (kind, targets) = (desk.kind.get_untracked(), desk.targets.get_untracked());
    let job = desk.bench.look(words::PLANNING);
    ui.spawn(async move {
        let planned = ui.work().plan_sheet(&sheet, kind, &targets, &job).await;
        if !desk.bench.end() {
            return;
        }
        match planned {
            Ok(planned) => {
                desk.bench.announce(counts(&planned).map(|(_, message)| message));
                desk.planned.set(Some(Rc::new(planned)));
            }
            Err(error) => tell(ui, &error),
        }
    });
}

fn take_in(desk: Desk, planned: Rc<Planned>) {
    let ui = desk.ui;
    let job = desk.bench.write(words::TAKING_IN, true);
    ui.spawn(async move {
        let taken = ui.work().take_in_sheet(&planned, &job).await;
        let stayed = desk.bench.end();
        match taken {
            Ok(done) => {
                if stayed {
                    desk.planned.set(None);
                    desk.sheet.set(None);
                }
                desk.bench.finish(Outcome { done, to: Route::Records(planned.kind.id, View::List) });
            }
            Err(error) => {
                tell(ui, &error);
                let stale = matches!(error, TableError::Work(WorkError::Refused(_)));
                if let (true, true, Some(sheet)) = (stayed, stale, desk.sheet.try_get_untracked().flatten()) {
                    // Notes came in meanwhile. What it would do now is shown.
                    plan(desk, sheet);
                }
            }
        }
    });
}

/// What a spreadsheet would do, and “Take in”.
fn preview(desk: Desk, planned: &Rc<Planned>) -> impl IntoView + use<> {
    let ui = desk.ui;
    let plan = &planned.plan;
    let chips = counts(planned).map(|(tone, message)| {
        view! { <Chip tone=tone words=Signal::derive(ui.say(message))/> }
    });
    let writes = !plan.writes.is_empty();
    let nothing = (!writes && plan.counts.same > 0).then(|| words::BRINGS_NOTHING.with("file", planned.name.as_str()));
    let (notes, mend): (Vec<&RowProblem>, Vec<&RowProblem>) =
        plan.problems.iter().partition(|problem| problem.weight == Weight::Note);
    let mend = (!mend.is_empty()).then(|| to_mend(ui, &mend));
    let notes = (!notes.is_empty()).then(|| to_know(ui, &notes));
    let title = planned.kind.title().map_or(Text::NONE, |title| title.label);
    let repeated = planned.repeated();
    let repeated = (writes && repeated > 0).then(|| {
        let message = words::counted(repeated, words::REPEATED_ONE, words::REPEATED).with("label", title);
        import::notice(ui, "care", message)
    });
    let rows = rows(ui, planned.kind, &plan.rows);
    let name = words::WOULD_DO.with("file", planned.name.as_str());
    let planned = StoredValue::new_local(planned.clone());
    let go = move || {
        if let Some(planned) = planned.try_get_value() {
            take_in(desk, planned);
        }
    };
    let close = move || {
        desk.planned.set(None);
        desk.sheet.set(None);
    };
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, name)}
                <div class="chips">{chips.collect_view()}</div>
                {nothing.map(|nothing| view! { <p>{ui.say(nothing)}</p> })}
            </section>
            {repeated}
            {mend}
            {rows}
            {notes}
        </div>
        <div class="actions">
            <Quiet path=icon_paths::BACK text=common::BACK on_tap=move || desk.planned.set(None)/>
            {match writes {
                true => view! {
                    <Quiet path=icon_paths::UPLOAD text=words::TAKE_IN class="primary" on_tap=go/>
                }.into_any(),
                false => view! {
                    <Quiet path=icon_paths::CHECK text=common::DONE class="primary" on_tap=close/>
                }.into_any(),
            }}
        </div>
    }
}

fn cut(ui: Ui, of: usize) -> Option<impl IntoView> {
    let words = words::FIRST_OF.with("shown", SHOWN).with("count", of);
    (of > SHOWN).then(|| view! { <p class="soft">{ui.say(words)}</p> })
}

/// How many rows do what, in words, with the tone of each.
fn counts(planned: &Planned) -> impl Iterator<Item = (&'static str, Message)> + use<> {
    let counts = planned.plan.counts;
    let counts = [
        ("good", words::COUNT_NEW, counts.new),
        ("care", words::COUNT_CHANGED, counts.changed),
        ("plain", words::COUNT_SAME, counts.same),
        ("wrong", words::COUNT_LEFT_OUT, counts.left_out),
        ("plain", words::COUNT_LINKED, counts.linked),
    ];
    let counts = counts.into_iter().filter(|(_, _, count)| *count > 0);
    counts.map(|(tone, text, count)| (tone, text.with("count", count)))
}

/// What was left out: rows before cells.
fn to_mend(ui: Ui, problems: &[&RowProblem]) -> impl IntoView + use<> {
    let mut sorted = problems.to_vec();
    order::sort_by_key(&mut sorted, |problem| (std::cmp::Reverse(problem.weight), problem.line));
    view! {
        <section class="group">
            <h2 id="table-mend">{ui.t(words::MEND)}</h2>
            <p>{ui.t(words::MEND_HOW)}</p>
            {cut(ui, problems.len())}
            {problem_table(ui, "table-mend", &sorted)}
        </section>
    }
}

/// What is worth knowing, and costs nothing.
fn to_know(ui: Ui, notes: &[&RowProblem]) -> impl IntoView + use<> {
    view! {
        <details class="more">
            <summary id="table-know">{ui.say(words::KNOW.with("count", notes.len()))}</summary>
            {cut(ui, notes.len())}
            {problem_table(ui, "table-know", notes)}
        </details>
    }
}

fn problem_table(ui: Ui, named_by: &'static str, problems: &[&RowProblem]) -> impl IntoView + use<> {
    let row = |problem: &&RowProblem| {
        // The message quotes short cells itself; what was left out of a long row is shown so that it is not lost.
        let quoted = problem.message.args.iter().any(|(name, _)| *name == "value");
        let cell = (!quoted && !problem.cell.is_empty()).then(|| words::IT_SAID.with("cell", excerpt(&problem.cell)));
        let column = problem.column.clone().map(|column| words::IN_COLUMN.with("column", column));
        view! {
            <tr>
                <td class="num">{problem.line.to_string()}</td>
                <td dir="auto">
                    {ui.say(problem.message.clone())}
                    {column.map(|column| view! { " " <small>{ui.say(column)}</small> })}
                    {cell.map(|cell| view! { " " <small>{ui.say(cell)}</small> })}
                </td>
            </tr>
        }
    };
    view! {
        <div class="table-wrap" role="region" tabindex="0" aria-labelledby=named_by>
            <table>
                <thead><tr>
                    <th scope="col" class="num">{ui.t(words::LINE)}</th>
                    <th scope="col">{ui.t(words::WHAT_TO_DO)}</th>
                </tr></thead>
                <tbody>{problems.iter().take(SHOWN).map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn rows(ui: Ui, kind: &'static Kind, rows: &[RowPlan]) -> impl IntoView + use<> {
    let row = |row: &RowPlan| {
        let outcome: Message = match &row.outcome {
            RowOutcome::New => words::ROW_NEW.into(),
            RowOutcome::Same => words::SAME.into(),
            RowOutcome::LeftOut => words::ROW_LEFT_OUT.into(),
            RowOutcome::Changed(keys) => words::ROW_CHANGED.with("fields", labels(kind, keys)),
        };
        let title = excerpt(&row.title);
        let title =
            move || if title.is_empty() { common::UNTITLED.get(ui.lang.get()).to_owned() } else { title.clone() };
        view! {
            <tr>
                <td class="num">{row.line.to_string()}</td>
                <td dir="auto">{title}</td>
                <td>{ui.say(outcome)}</td>
            </tr>
        }
    };
    view! {
        <section class="group">
            <h2 id="table-rows">{ui.t(words::ROWS)}</h2>
            {cut(ui, rows.len())}
            <div class="table-wrap" role="region" tabindex="0" aria-labelledby="table-rows">
                <table>
                    <thead><tr>
                        <th scope="col" class="num">{ui.t(words::LINE)}</th>
                        <th scope="col">{ui.t(words::NAME)}</th>
                        <th scope="col">{ui.t(words::WHAT_HAPPENS)}</th>
                    </tr></thead>
                    <tbody>{rows.iter().take(SHOWN).map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

/// The labels of some fields, one after another.
fn labels(kind: &Kind, keys: &[&str]) -> Message {
    let labels = keys.iter().filter_map(|key| kind.field(key)).map(|field| Message::from(field.label));
    labels.reduce(|all, label| words::AND.with("all", all).with("one", label)).unwrap_or_else(|| Text::NONE.message())
}
