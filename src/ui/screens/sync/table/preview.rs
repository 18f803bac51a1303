//! What a spreadsheet would do, row by row.

use super::{SHOWN, TablePage, plan as plan_again, take_in};
use crate::exchange::table::Planned;
use crate::formats::csv_import::plan::{Namesakes, PlanValue, RowOutcome, RowPlan};
use crate::formats::csv_import::{RowProblem, Weight};
use crate::model::field::Field;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::show;
use crate::model::text::{Message, Text, excerpt, quoted};
use crate::model::value::Value;
use crate::ui::context::Ui;
use crate::ui::parts::notice::notice;
use crate::ui::parts::{Chip, Quiet, icon_paths};
use crate::ui::screens::sync::tasks::heading;
use crate::ui::{sync_words as words, words as common};
use leptos::prelude::*;
use std::rc::Rc;

/// What a spreadsheet would do, and “Import”.
pub(super) fn preview(page: TablePage, planned: &Rc<Planned>) -> impl IntoView + use<> {
    let ui = page.ui;
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
    let repeated = planned.repeated();
    let repeated = (writes && repeated > 0).then(|| {
        let message = words::counted(repeated, words::REPEATED_ONE, words::REPEATED);
        notice(ui, "care", message)
    });
    let namesakes = (plan.namesakes > 0).then(|| namesakes(page, plan.namesakes, planned.namesakes));
    let rows = rows(ui, planned.kind, &plan.rows);
    let name = words::WOULD_DO.with("file", planned.name.as_str());
    let planned = StoredValue::new_local(planned.clone());
    let go = move || {
        if let Some(planned) = planned.try_get_value() {
            take_in(page, planned);
        }
    };
    let close = move || {
        page.planned.set(None);
        page.sheet.set(None);
    };
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, name)}
                <div class="chips">{chips.collect_view()}</div>
                {nothing.map(|nothing| view! { <p>{ui.say(nothing)}</p> })}
            </section>
            {namesakes}
            {repeated}
            {mend}
            {notes}
            {rows}
        </div>
        <div class="actions">
            <Quiet path=icon_paths::BACK text=common::BACK on_tap=move || page.planned.set(None)/>
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
pub(super) fn counts(planned: &Planned) -> impl Iterator<Item = (&'static str, Message)> + use<> {
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

/// Whether rows that bear the name of another record are about it.
fn namesakes(page: TablePage, count: usize, now: Namesakes) -> impl IntoView + use<> {
    let ui = page.ui;
    let offered = [
        (Namesakes::Told, words::NAMESAKES_TOLD),
        (Namesakes::Apart, words::NAMESAKES_APART),
        (Namesakes::Together, words::NAMESAKES_TOGETHER),
    ];
    let options = offered.iter().enumerate().map(|(at, (offer, text))| {
        view! { <option value=at.to_string() prop:selected=now == *offer>{ui.t(*text)}</option> }
    });
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let chosen = at.and_then(|at| offered.get(at)).map(|(offer, _)| *offer);
        if let (Some(chosen), Some(sheet)) = (chosen, page.sheet.get_untracked()) {
            page.namesakes.set(chosen);
            plan_again(page, sheet);
        }
    };
    view! {
        <section class="group">
            <div class="field">
                <label class="label" for="table-namesakes">{ui.say(words::NAMESAKES.with("count", count))}</label>
                <select id="table-namesakes" on:change=choose>{options.collect_view()}</select>
            </div>
        </section>
    }
}

/// What was supposed or changed on the way.
fn to_know(ui: Ui, notes: &[&RowProblem]) -> impl IntoView + use<> {
    view! {
        <section class="group">
            <h2 id="table-know">{ui.say(words::KNOW.with("count", notes.len()))}</h2>
            {cut(ui, notes.len())}
            {problem_table(ui, "table-know", notes)}
        </section>
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
        let values = row.values.iter().filter_map(|value| value_line(ui, kind, value)).collect::<Vec<_>>();
        let title = excerpt(&row.title);
        let title =
            move || if title.is_empty() { common::UNTITLED.get(ui.lang.get()).to_owned() } else { title.clone() };
        view! {
            <tr>
                <td class="num">{row.line.to_string()}</td>
                <td dir="auto">
                    {title}
                    {values.into_iter().map(|said| view! { <small>{ui.say(said)}</small> }).collect_view()}
                </td>
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

/// What a row sets, what stood there until now, and what the file has where that was changed on the way.
fn value_line(ui: Ui, kind: &Kind, value: &PlanValue) -> Option<Message> {
    let field = kind.field(value.key)?;
    let said = match &value.before {
        Some(before) => words::VALUE_CHANGED.with("before", shown(ui, field, before)),
        None => words::VALUE.message(),
    };
    let said = said.with("label", field.label).with("value", shown(ui, field, &value.after));
    Some(match value.mended.as_slice() {
        [] => said,
        cells => words::FROM_CELL.with("said", said).with("cell", quoted(&cells.join(" · "))),
    })
}

fn shown(ui: Ui, field: &Field, value: &Value) -> String {
    let work = ui.work();
    let state = work.state();
    let title_of = |kind: &str, id| Some(show::title(state.book.kind(kind)?, state.book.alive(kind, id)?));
    // A link to a record that is yet to be made is known by its name alone.
    let said = show::show(field, value, ui.lang.get_untracked(), &title_of);
    excerpt(if said.is_empty() { value.as_text().unwrap_or_default() } else { &said })
}

/// The labels of some fields, one after another.
fn labels(kind: &Kind, keys: &[&str]) -> Message {
    let labels = keys.iter().filter_map(|key| kind.field(key)).map(|field| Message::from(field.label));
    labels.reduce(|all, label| words::AND.with("all", all).with("one", label)).unwrap_or_else(|| Text::NONE.message())
}
