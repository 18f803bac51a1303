//! What addresses would bring, before they are imported.

use super::{AddressesPage, counts, look, take_in};
use crate::canvass::doors::{DoorLine, DoorPlan};
use crate::canvass::kinds::door::DOOR;
use crate::canvass::words;
use crate::model::text::excerpt;
use crate::ui::context::Ui;
use crate::ui::parts::notice::notice;
use crate::ui::parts::{Chip, Quiet, icon_paths};
use crate::ui::screens::sync::heading;
use crate::ui::{sync_words, words as common};
use leptos::prelude::*;
use std::rc::Rc;

/// How many problems and streets a preview shows.
const SHOWN: usize = 200;

pub(crate) fn preview(page: AddressesPage, plan: &Rc<DoorPlan>) -> impl IntoView + use<> {
    let ui = page.ui;
    let chips = counts(plan.counts)
        .into_iter()
        .map(|(tone, message)| view! { <Chip tone=tone words=Signal::derive(ui.say(message))/> })
        .collect_view();
    let nothing = plan.counts.new + plan.counts.changed == 0;
    // What was skipped is told below.
    let nothing = nothing && (plan.counts.wary == 0 || page.others.get_untracked());
    let known = plan.counts.same + plan.counts.repeated > 0;
    let streets = plan.streets.iter().take(SHOWN).map(|(street, count)| {
        view! { <tr><td dir="auto">{street.clone()}</td><td class="num">{count.to_string()}</td></tr> }
    });
    let streets = streets.collect_view();
    let wary = (plan.counts.wary > 0).then(|| wary(page, plan.counts.wary));
    let problems = plan.problems.iter().take(SHOWN).map(|problem| {
        view! {
            <tr>
                <td class="num">{problem.line.to_string()}</td>
                <td dir="auto">
                    {ui.say(problem.message.clone())}" "
                    <small>{ui.say(sync_words::IT_SAID.with("cell", excerpt(&problem.original)))}</small>
                </td>
            </tr>
        }
    });
    let problems = problems.collect_view();
    let cut = (plan.problems.len() > SHOWN)
        .then(|| sync_words::FIRST_OF.with("shown", SHOWN).with("count", plan.problems.len()));
    let (any_street, any_problem) = (!plan.streets.is_empty(), !plan.problems.is_empty());
    let kept = StoredValue::new_local(plan.clone());
    let take = move || {
        if let Some(plan) = kept.try_get_value() {
            take_in(page, plan);
        }
    };
    view! {
        <div class="page sync">
            <section class="group">
                {heading(ui, words::WOULD_BRING.with("list", plan.list.as_str()))}
                <div class="chips">{chips}</div>
            </section>
            {nothing.then(|| notice(ui, "plain", if known { words::NOTHING_NEW } else { words::NOTHING_READ }))}
            {wary}
            {any_street.then(|| view! {
                <section class="group">
                    <h2 id="new-streets">{ui.t(words::NEW_DOORS)}</h2>
                    <div class="table-wrap" role="region" tabindex="0" aria-labelledby="new-streets">
                        <table>
                            <thead><tr>
                                <th scope="col">{ui.t(words::STREETS)}</th>
                                <th scope="col" class="num">{ui.t(DOOR.plural)}</th>
                            </tr></thead>
                            <tbody>{streets}</tbody>
                        </table>
                    </div>
                </section>
            })}
            {doors(ui, &plan.doors, plan.counts.new)}
            {any_problem.then(|| view! {
                <section class="group">
                    <h2 id="address-problems">{ui.t(words::LOOK_AT)}</h2>
                    {cut.map(|cut| view! { <p class="soft">{ui.say(cut)}</p> })}
                    <div class="table-wrap" role="region" tabindex="0" aria-labelledby="address-problems">
                        <table>
                            <thead><tr>
                                <th scope="col" class="num">{ui.t(sync_words::LINE)}</th>
                                <th scope="col">{ui.t(sync_words::WHAT_TO_DO)}</th>
                            </tr></thead>
                            <tbody>{problems}</tbody>
                        </table>
                    </div>
                </section>
            })}
        </div>
        <div class="actions">
            <Quiet path=icon_paths::BACK text=common::BACK on_tap=move || page.plan.set(None)/>
            {(!nothing).then(|| view! {
                <Quiet path=icon_paths::UPLOAD text=sync_words::TAKE_IN class="primary" on_tap=take/>
            })}
        </div>
    }
}

/// Whether doors that may be ones where nobody wants to be contacted come in.
fn wary(page: AddressesPage, count: usize) -> impl IntoView + use<> {
    let ui = page.ui;
    let now = page.others.get_untracked();
    let choose = move |event| {
        page.others.set(event_target_value(&event) == "others");
        look(page);
    };
    view! {
        <section class="group">
            <div class="field">
                <label class="label" for="wary-doors">{ui.say(words::WARY.with("count", count))}</label>
                <select id="wary-doors" on:change=choose>
                    <option value="skip" prop:selected=!now>{ui.t(words::WARY_LEAVE)}</option>
                    <option value="others" prop:selected=now>{ui.t(words::WARY_OTHERS)}</option>
                </select>
            </div>
        </section>
    }
}

/// The new doors as they will be stored, with what stood there where that was another.
fn doors(ui: Ui, doors: &[DoorLine], of: usize) -> Option<impl IntoView + use<>> {
    let row = |door: &DoorLine| {
        let original = (!door.original.is_empty())
            .then(|| view! { <small>{ui.say(sync_words::IT_SAID.with("cell", excerpt(&door.original)))}</small> });
        view! {
            <tr>
                <td class="num">{door.line.to_string()}</td>
                <td dir="auto">{door.address.clone()}" "{original}</td>
            </tr>
        }
    };
    let cut = (of > doors.len()).then(|| sync_words::FIRST_OF.with("shown", doors.len()).with("count", of));
    (!doors.is_empty()).then(|| {
        view! {
            <section class="group">
                <h2 id="door-lines">{ui.t(DOOR.plural)}</h2>
                {cut.map(|cut| view! { <p class="soft">{ui.say(cut)}</p> })}
                <div class="table-wrap" role="region" tabindex="0" aria-labelledby="door-lines">
                    <table>
                        <thead><tr>
                            <th scope="col" class="num">{ui.t(sync_words::LINE)}</th>
                            <th scope="col">{ui.t(DOOR.name)}</th>
                        </tr></thead>
                        <tbody>{doors.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}
