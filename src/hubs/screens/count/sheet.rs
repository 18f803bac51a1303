//! The count sheet on paper.

use super::{Screen, item_name, zone_name};
use crate::hubs::count::CountLine;
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::{SHELF, shelf_fields as shelf};
use crate::hubs::words;
use crate::model::date;
use crate::ui::parts::{Quiet, icon_paths};
use leptos::prelude::*;

impl Screen {
    /// The count sheet on paper, for a day without tablets.
    pub(crate) fn sheet(self) -> impl IntoView {
        let ui = self.ui;
        let rows = move || {
            self.walk.with(|walk| {
                let row = |line: &CountLine| {
                    view! {
                        <tr>
                            <td dir="auto">{zone_name(ui, &line.zone)}</td>
                            <th scope="row" dir="auto">{item_name(ui, line.item)}</th>
                            <td class="num">{(!line.first).then(|| line.expected.to_string())}</td>
                            <td class="notes"></td>
                        </tr>
                    }
                };
                walk.lines.iter().map(row).collect_view()
            })
        };
        let said = move || {
            let lang = ui.lang.get();
            let today = date::say_day(ui.work().now().today(), lang);
            let hub = ui.title(&HUB, self.hub).unwrap_or_default();
            words::SHEET_DATE.with("hub", hub).with("date", today).say(lang)
        };
        view! {
            <div class="deeds no-print">
                {ui.world().files.can_scan().then(|| view! {
                    <Quiet path=icon_paths::SEARCH text=words::SCAN on_tap=move || self.look()/>
                })}
                <Quiet path=icon_paths::PRINT text=words::PRINT_SHEET on_tap=|| drop(window().print())/>
            </div>
            <section class="paper print-only">
                <p>{move || said()}</p>
                <table>
                    <thead><tr>
                        <th scope="col">{move || SHELF.field(shelf::ZONE.key()).map(|field| field.label.get(ui.lang.get()))}</th>
                        <th scope="col">{ui.t(words::ITEM_HEAD)}</th>
                        <th scope="col" class="num">{ui.t(words::EXPECTED_HEAD)}</th>
                        <th scope="col">{ui.t(words::FOUND_HEAD)}</th>
                    </tr></thead>
                    <tbody>{move || rows()}</tbody>
                </table>
            </section>
        }
    }
}
