//! Worksheets where they help: on the page of an event, of a partner that was not heard from, and of a finding.

use super::{begin, begin_as, sheet_row};
use crate::events::{EVENT, over};
use crate::findings::FINDING;
use crate::model::handle::LinkField;
use crate::model::id::Id;
use crate::model::text::Text;
use crate::partners::{PARTNER, is_quiet};
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::worksheets::kinds::ready::{ACTION_PLAN, ACTION_PLANNING, OVERCOMING, REFLECTION, REPAIRING};
use crate::worksheets::kinds::sheet::{SHEET, SHEET_ANSWER, sheet_fields as sheet};
use crate::worksheets::{filling, forms, gatherings, routes, words};
use leptos::prelude::*;

/// The sheets about a record, as rows.
fn about(ui: Ui, link: LinkField, to: Id) -> Memo<Vec<Id>> {
    memo(move || {
        ui.follow(SHEET.id);
        ui.look(|book, index| {
            filling::sheets_about(book, index, link.path(), to).iter().map(|record| record.id).collect()
        })
    })
}

fn rows(ui: Ui, sheets: Memo<Vec<Id>>) -> impl IntoView {
    drawn(move || {
        let sheets = sheets.get();
        (!sheets.is_empty()).then(|| {
            let rows = sheets.into_iter().map(|id| view! { <li>{sheet_row(ui, id)}</li> }).collect_view();
            view! { <ul class="rows" role="list">{rows}</ul> }
        })
    })
}

/// A section with the sheets about a record, and one thing to begin.
fn section(ui: Ui, name: Text, what: Text, sheets: Memo<Vec<Id>>, begin: AnyView) -> AnyView {
    view! {
        <section class="group no-print">
            <h2>{ui.t(name)}</h2>
            {drawn(move || sheets.with(Vec::is_empty).then(|| view! { <p class="soft">{ui.t(what)}</p> }))}
            {rows(ui, sheets)}
            <div class="deeds">{begin}</div>
        </section>
    }
    .into_any()
}

/// On the page of a partner that has gone quiet: the questions about repairing a relationship.
pub fn partner(ui: Ui, partner: Id) -> impl IntoView {
    let sheets = about(ui, sheet::PARTNER, partner);
    let quiet = memo(move || {
        let today = ui.work().now().today();
        let record = ui.record(&PARTNER, partner);
        record.is_some_and(|record| ui.look(|book, index| is_quiet(book, index, &record, today)))
    });
    let next = ui.next_id();
    let start = move || {
        let Some(asking) = forms::form(&ui.work().state().book, REFLECTION) else { return };
        let asking = forms::part(&asking, &[REPAIRING, OVERCOMING, ACTION_PLAN]);
        begin(ui, next, &asking, vec![sheet::PARTNER.is(partner)]);
    };
    drawn(move || {
        let any = sheets.with(|sheets| !sheets.is_empty());
        (any || quiet.get()).then(|| {
            let button = view! { <Quiet path=icon_paths::PENCIL text=words::REPAIR on_tap=start/> }.into_any();
            section(ui, words::WORKSHEETS, words::REPAIR_WHAT, sheets, button)
        })
    })
}

/// On the page of a finding: planning what to do.
pub fn finding(ui: Ui, finding: Id) -> impl IntoView {
    let sheets = about(ui, sheet::FINDING, finding);
    let next = ui.next_id();
    let start = move || {
        if let Some(asking) = forms::form(&ui.work().state().book, ACTION_PLANNING) {
            begin(ui, next, &asking, vec![sheet::FINDING.is(finding)]);
        }
    };
    let button = view! { <Quiet path=icon_paths::PENCIL text=words::PLAN on_tap=start/> }.into_any();
    let known = ui.peek(&FINDING, finding).is_some();
    known.then(|| section(ui, words::WORKSHEETS, words::PLAN_WHAT, sheets, button))
}

/// On the page of an event: preparing it, and afterwards what was learned.
pub fn event(ui: Ui, event: Id) -> impl IntoView {
    let sheets = about(ui, sheet::EVENT, event);
    let count = memo(move || {
        [SHEET.id, SHEET_ANSWER.id].iter().for_each(|kind| ui.follow(kind));
        let id = gatherings::sheet_of(&ui.work().state().book, event)?;
        let record = ui.peek(&SHEET, id).filter(|record| !sheet::NOT_NEEDED.of(&**record))?;
        let filled = ui.look(|book, index| filling::filled(book, index, &record))?;
        Some((id, filled.answered(), filled.lines.len()))
    });
    let is_over = memo(move || {
        let over = ui.record(&EVENT, event).and_then(|record| over(&*record));
        over.is_some_and(|over| over <= ui.work().now().moment())
    });
    let begun = move || match count.get() {
        None => {
            view! { <Quiet path=icon_paths::CHECK text=words::PREPARE on_tap=move || prepare(ui, event)/> }.into_any()
        }
        Some((id, answered, all)) => {
            let said = words::ANSWERED.with("answered", answered).with("count", all);
            let learned = is_over.get().then(|| {
                view! {
                    <a class="quiet" href=routes::FILL.at(id).href()>
                        <Icon path=icon_paths::PENCIL/><span>{ui.t(words::WHAT_WAS_LEARNED)}</span>
                    </a>
                }
            });
            view! { <span class="soft">{ui.say(said)}</span>{learned} }.into_any()
        }
    };
    drawn(move || {
        // What is over and was not prepared needs no preparation.
        let any = sheets.with(|sheets| !sheets.is_empty());
        (any || !is_over.get())
            .then(|| section(ui, words::PREPARE, words::PREPARE_WHAT, sheets, drawn(begun).into_any()))
    })
}

/// Opens the sheet that an event is prepared with; it is begun where nobody has done so.
fn prepare(ui: Ui, event: Id) {
    let work = ui.work();
    let (asking, id) = {
        let state = work.state();
        (forms::for_events(&state.book), filling::of_event(&state.book, event))
    };
    if let Some(asking) = asking {
        begin_as(ui, id, &asking, vec![sheet::EVENT.is(event), sheet::NOT_NEEDED.is(false)]);
    }
}
