//! What to bring to a hub the next time, with the reason for each line; ticked off there, it becomes stock.

use super::{follow_stock, item_name, signed_hand, zone_name};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::{SHELF, shelf_fields as shelf};
use crate::hubs::kinds::movement::{MOVEMENT, STOCKED};
use crate::hubs::restock::{self, List, RestockLine};
use crate::hubs::{routes, stock, words};
use crate::model::date;
use crate::model::id::Id;
use crate::model::text::Lang;
use crate::ports::OutFile;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Ticks;
use crate::ui::parts::ticked::ticked_row;
use crate::ui::parts::{Chip, Empty, Quiet, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;

/// The restock list of a hub.
pub fn screen(ui: Ui, hub: Id) -> impl IntoView {
    ui.head(move || Head {
        title: words::RESTOCK_LIST.get(ui.lang.get()).to_owned(),
        line: ui.title(&HUB, hub).unwrap_or_default(),
        back: Some((Route::Records(HUB.id, View::One(hub)), words::HUBS.get(ui.lang.get()))),
    });
    let list = memo(move || {
        follow_stock(ui);
        let now = ui.work().now();
        ui.look(|book, index| restock::list(book, index, hub, now))
    });
    let ticks = Ticks::of(move || list.with(|list| list.lines.clone()), |line: &RestockLine| line.lying.item);
    let nothing = memo(move || ticks.rows.with(Vec::is_empty));
    let zones = move || {
        ticks.rows.with(|lines| {
            let chunks = lines.chunk_by(|a, b| a.lying.zone == b.lying.zone);
            chunks.filter_map(|lines| lines.first().map(|line| line.lying.zone.clone())).collect::<Vec<_>>()
        })
    };
    let group = move |zone: String| {
        let (of_zone, named) = (zone.clone(), zone);
        let lines = move || {
            ticks.rows.with(|lines| lines.iter().filter(|line| line.lying.zone == of_zone).cloned().collect::<Vec<_>>())
        };
        view! {
            <section class="group no-print">
                <h2 dir="auto">{move || zone_name(ui, &named)}</h2>
                <ul class="rows" role="list" data-settling=ticks.guard.settling() on:click:capture=ticks.guard.sieve()>
                    <For each=lines key=|line| (line.lying.item, line.bring, line.lying.on_hand, line.target) let:line>
                        {move || row(ui, hub, &line, ticks)}
                    </For>
                </ul>
            </section>
        }
    };
    let body = move || {
        match nothing.get() {
        true => view! {
            <Empty path=icon_paths::CHECK title=words::NOTHING_TO_BRING purpose=words::NOTHING_TO_BRING_WHAT/>
        }
        .into_any(),
        false => view! {
            <p class="soft no-print">{move || words::LASTS.with("days", list.with(|list| list.days)).say(ui.lang.get())}</p>
            <For each=zones key=|zone| zone.clone() let:zone>{group(zone)}</For>
            {move || list.with(|list| paper(ui, hub, list))}
        }
        .into_any(),
    }
    };
    view! {
        <div class="page" data-stack="">{move || body()}</div>
        <div class="actions no-print">
            <Quiet path=icon_paths::PRINT text=words::PRINT_LIST on_tap=|| drop(window().print())/>
            <Quiet path=icon_paths::SHARE text=words::COPY_LIST class="primary" on_tap=move || share(ui, hub, &list.get_untracked())/>
        </div>
    }
}

fn row(ui: Ui, hub: Id, line: &RestockLine, ticks: Ticks<RestockLine, Id>) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let (item, bring) = (line.lying.item, line.bring);
    let seen = line.lying.clone();
    let tick = move || {
        if !ticks.tick(item) {
            return;
        }
        let work = ui.work();
        let id = {
            let state = work.state();
            restock::brought_id(&state.book, &state.me, hub, &seen)
        };
        let row = stock::movement(id, STOCKED, hub, item, bring, signed_hand(ui));
        let label = words::BROUGHT_MANY.with("item", item_name(ui, item)).with("count", bring);
        ui.spawn(async move {
            if ui.run(Command::Once { kind: MOVEMENT.id, id, label, rows: vec![row] }).await.is_err() {
                ticks.untick(&item);
            }
        });
    };
    let name = item_name(ui, item);
    let label = words::BROUGHT.with("item", name.as_str()).say(lang);
    let content = view! {
        <span class="row-title" dir="auto">{name}</span>
        <span class="row-line">{why(line, lang)}</span>
        <Chip tone="lamp" words=words::BRING.with("count", bring).say(lang)/>
    };
    let to = routes::ITEM.at((hub, item)).href();
    ticked_row("tick no-print", label, ticks.mark(item), tick.into(), to, content.into_any())
}

/// Why so many.
fn why(line: &RestockLine, lang: Lang) -> String {
    let week = restock::say_week(line.per_week);
    let there = line.lying.on_hand;
    let because = match line.for_use {
        true => words::WHY_USE.with("there", there).with("week", week),
        false if line.lying.is_unknown() => words::WHY_UNKNOWN.with("target", line.target),
        false => words::WHY_PAR.with("there", there).with("target", line.target),
    };
    let packs = (line.lying.pack > 1).then(|| words::WHY_PACKS.with("pack", line.lying.pack));
    [Some(because), packs].into_iter().flatten().map(|message| message.say(lang)).collect::<Vec<_>>().join(" · ")
}

/// The list on paper.
fn paper(ui: Ui, hub: Id, list: &List) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let rows = list.lines.iter().map(|line| {
        view! {
            <tr>
                <td class="box">"☐"</td>
                <th scope="row" dir="auto">{item_name(ui, line.lying.item)}</th>
                <td dir="auto">{zone_name(ui, &line.lying.zone)}</td>
                <td class="num">{line.bring.to_string()}</td>
                <td>{why(line, lang)}</td>
            </tr>
        }
    });
    let today = date::say_day(ui.work().now().today(), lang);
    let title = words::LIST_OF.with("hub", ui.title(&HUB, hub).unwrap_or_default()).say(lang);
    view! {
        <section class="paper print-only">
            <p>{format!("{title} · {today}")}</p>
            <table>
                <thead><tr>
                    <th scope="col"></th>
                    <th scope="col">{words::ITEM_HEAD.get(lang)}</th>
                    <th scope="col">{SHELF.field(shelf::ZONE.key()).map(|field| field.label.get(lang))}</th>
                    <th scope="col" class="num">{words::BRING_HEAD.get(lang)}</th>
                    <th scope="col">{words::WHY_HEAD.get(lang)}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}

/// Gives the list away as plain text, which any message app takes.
fn share(ui: Ui, hub: Id, list: &List) {
    let lang = ui.lang.get_untracked();
    let title = words::LIST_OF.with("hub", untrack(|| ui.title(&HUB, hub)).unwrap_or_default()).say(lang);
    let name = |line: &RestockLine| untrack(|| item_name(ui, line.lying.item));
    let lines = list.lines.iter().map(|line| format!("{} × {} ({})", line.bring, name(line), why(line, lang)));
    let text = [title].into_iter().chain(lines).collect::<Vec<_>>().join("\n") + "\n";
    let day = ui.work().now().today();
    let file = OutFile {
        name: format!("porchlight-restock-{day}.txt"),
        media_type: "text/plain",
        pieces: vec![text.into_bytes()],
    };
    ui.give(file, true);
}
