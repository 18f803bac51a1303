//! Items are put on the tables of a hub, as many at once as somebody types or pastes. What a line says is shown beneath
//! while it is typed; how it is read is `hubs/item_list.rs`.

use super::{follow_stock, lying, put_item};
use crate::hubs::item_list::{self, Catalog, ItemPlan, Outcome, PlannedItem};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::{ITEM, SHELF, shelf_fields as shelf};
use crate::hubs::{stock, words};
use crate::model::id::Id;
use crate::model::text::Text;
use crate::model::typed::Of;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Chip, Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::{APART, Typing};
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::prelude::*;

/// Items for a hub.
pub fn screen(ui: Ui, hub: Id) -> impl IntoView {
    ui.head(move || Head {
        title: words::PUT_ITEM.get(ui.lang.get()).to_owned(),
        line: ui.title(&HUB, hub).unwrap_or_default(),
        back: Some((Route::Records(HUB.id, View::One(hub)), words::HUBS.get(ui.lang.get()))),
    });
    let typing = Typing::new(ui, format!("items:{hub}"), Some(Of::new(HUB.id, hub, [])), String::new());
    let table = RwSignal::new(String::new());
    let zones = memo(move || ui.record(&HUB, hub).map(|hub| stock::zones(&hub)).unwrap_or_default());
    let catalog = StoredValue::new(None::<Catalog>);
    // Neither the catalog nor the tables are looked through once more for a letter.
    let items = memo(move || {
        follow_stock(ui);
        catalog.set_value(Some(ui.look(|book, _| Catalog::of(book))));
        lying(ui, hub)
    });
    let plan = memo(move || {
        let text = typing.text.get();
        items.with(|items| {
            zones.with(|zones| {
                let of = |catalog: &Option<Catalog>| {
                    catalog.as_ref().map(|catalog| item_list::plan(catalog, items, zones, &table.read(), &text))
                };
                catalog.with_value(of).unwrap_or_default()
            })
        })
    });
    let there = memo(move || ui.record(&HUB, hub).is_some());
    drawn(move || {
        match there.get() {
        false => view! {
            <div class="page"><Empty path=icon_paths::SEARCH title=common::NOT_THERE purpose=common::NOT_THERE_HINT/></div>
        }
        .into_any(),
        true => entry(ui, hub, typing, (table, zones), plan).into_any(),
    }
    })
}

fn entry(
    ui: Ui,
    hub: Id,
    typing: Typing,
    (table, zones): (RwSignal<String>, Memo<Vec<String>>),
    plan: Memo<ItemPlan>,
) -> impl IntoView {
    let count = memo(move || plan.with(|plan| plan.writes().count()));
    let busy = RwSignal::new(false);
    let add = move |_| {
        // A second tap adds nothing.
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let name = untrack(|| ui.title(&HUB, hub)).unwrap_or_default();
        let label = words::LIST_ADDED.with("hub", name).with("count", count.get_untracked());
        let (work, here) = (ui.work(), ui.here());
        let rows = {
            let state = work.state();
            plan.with_untracked(|plan| item_list::rows(&state.book, hub, plan, &mut || work.new_id()))
        };
        let given = typing.give();
        ui.spawn(async move {
            match typing.become_of(given, Command::Write { label, rows }).await {
                Ok(done) => {
                    ui.say_done(&done);
                    ui.go_on(here, Route::Records(HUB.id, View::One(hub)));
                }
                Err(error) => {
                    busy.try_set(false);
                    ui.warn(error.message());
                }
            }
        });
    };
    let tables = move || {
        let offered = zones.with(|zones| {
            let option = |zone: &String| view! { <option value=zone.clone() dir="auto">{zone.clone()}</option> };
            zones.iter().map(option).collect_view()
        });
        zones.with(|zones| !zones.is_empty()).then(|| {
            view! {
                <div class="field">
                    <label class="label" for="items-table">{ui.t(words::LIST_TABLE)}</label>
                    <select id="items-table" prop:value=table on:change=move |event| table.set(event_target_value(&event))>
                        <option value="">{ui.t(words::NO_TABLE)}</option>
                        {offered}
                    </select>
                </div>
            }
        })
    };
    view! {
        <div class="page" data-stack="">
            <section class="group form">
                <div class="field">
                    <label class="label" for="items">{ui.t(words::ITEM_LIST)}</label>
                    <p class="help" id="items-help">{ui.t(words::ITEM_LIST_HELP)}" "{ui.t(words::LIST_SPREADSHEET)}</p>
                    <textarea
                        id="items" rows="8" autocomplete="off" form=APART aria-describedby="items-help" prop:value=typing.text
                        on:input=move |event| typing.write(event_target_value(&event))
                    ></textarea>
                </div>
                {move || tables()}
            </section>
            {move || plan.with(|plan| faults(ui, plan))}
            {move || plan.with(|plan| preview(ui, plan))}
        </div>
        <div class="actions">
            <Quiet path=icon_paths::PENCIL text=words::ONE_ITEM on_tap=move || put_item(ui, hub)/>
            <button type="button" class="primary" disabled=move || busy.get() || count.get() == 0 on:click=add>
                <Icon path=icon_paths::PLUS/>
                <span>{move || match count.get() {
                    0 => words::PUT_ITEM.get(ui.lang.get()).to_owned(),
                    count => words::LIST_ADD.with("count", count).say(ui.lang.get()),
                }}</span>
            </button>
        </div>
    }
}

/// What cannot be read, line by line.
fn faults(ui: Ui, plan: &ItemPlan) -> Option<impl IntoView + use<>> {
    let row = |(line, message): &(usize, crate::model::text::Message)| {
        view! { <tr><td class="num">{line.to_string()}</td><td dir="auto">{ui.say(message.clone())}</td></tr> }
    };
    let rows = plan.faults.iter().map(row).collect_view();
    (!plan.faults.is_empty()).then(|| {
        view! {
            <section class="group">
                <h2 id="items-faults">{ui.t(words::LIST_FAULTS)}</h2>
                <div class="table-wrap" role="region" tabindex="0" aria-labelledby="items-faults">
                    <table>
                        <thead><tr>
                            <th scope="col" class="num">{ui.t(crate::ui::sync_words::LINE)}</th>
                            <th scope="col">{ui.t(crate::ui::sync_words::WHAT_TO_DO)}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

/// What the list would put where.
fn preview(ui: Ui, plan: &ItemPlan) -> Option<impl IntoView + use<>> {
    let head = |field: &'static str| SHELF.field(field).map(|field| ui.t(field.label));
    let rows = plan.items.iter().map(|planned| row(ui, planned)).collect_view();
    (!plan.items.is_empty()).then(|| {
        view! {
            <section class="group">
                <h2 id="items-read">{ui.t(ITEM.plural)}</h2>
                <div class="table-wrap" role="region" tabindex="0" aria-labelledby="items-read">
                    <table>
                        <thead><tr>
                            <th scope="col">{ui.t(ITEM.name)}</th>
                            <th scope="col">{head(shelf::ZONE.key())}</th>
                            <th scope="col" class="num">{ui.t(words::TARGET_HEAD)}</th>
                            <th scope="col" class="num">{ui.t(words::MINIMUM_HEAD)}</th>
                            <th scope="col"></th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

fn row(ui: Ui, planned: &PlannedItem) -> impl IntoView + use<> {
    let (tone, what): (_, Text) = match planned.outcome {
        Outcome::New => ("good", words::LIST_NEW),
        Outcome::Placed => ("good", words::LIST_PLACED),
        Outcome::Changed => ("care", words::LIST_CHANGED),
        Outcome::Same => ("plain", words::LIST_SAME),
    };
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    view! {
        <tr>
            <td dir="auto">{planned.name.clone()}</td>
            <td dir="auto">{planned.zone.clone()}</td>
            <td class="num">{number(planned.par)}</td>
            <td class="num">{number(planned.minimum)}</td>
            <td><Chip tone=tone words=Signal::derive(ui.t(what))/></td>
        </tr>
    }
}
