//! The end of a count: what was found to differ, and what was left out.

use super::{Screen, item_name, signed, signed_hand};
use crate::hubs::count::counting::{CountEvent, Counting};
use crate::hubs::count::{self, CountWalk};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::movement::COUNT;
use crate::hubs::{routes, words};
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;

impl Screen {
    /// What was found to differ, and what was left out.
    pub(crate) fn summary(self) -> impl IntoView {
        let ui = self.ui;
        let rows = move || {
            self.walk.with(|walk| {
                let odd = walk.lines.iter().enumerate().filter(|(_, line)| line.difference() != 0);
                let rows = odd.map(|(at, line)| {
                    let said = words::COUNT_LINE_WAS.with("count", line.found.unwrap_or(0)).with("was", line.expected);
                    let difference = signed(line.difference());
                    view! {
                        <li><button type="button" class="row" on:click=move |_| { self.tell(CountEvent::StandAt(at)); }>
                            <span class="row-title" dir="auto">{item_name(ui, line.item)}</span>
                            <span class="row-line">{ui.say(said)}</span>
                            <span class="row-end">{difference}</span>
                        </button></li>
                    }
                });
                let rows: Vec<_> = rows.collect();
                match rows.is_empty() && walk.left() + walk.first() < walk.lines.len() {
                    true => view! { <p>{ui.t(words::ALL_AS_EXPECTED)}</p> }.into_any(),
                    false => view! { <ul class="rows" role="list">{rows}</ul> }.into_any(),
                }
            })
        };
        let first = move || {
            let first = self.walk.with(CountWalk::first);
            (first > 0).then(|| view! { <p>{ui.say(words::COUNTED_FIRST.with("count", first))}</p> })
        };
        let left = move || {
            let left = self.walk.with(CountWalk::left);
            (left > 0).then(|| view! { <p class="soft">{ui.say(words::COUNT_LEFT.with("count", left))}</p> })
        };
        let finish = move || {
            let hand = signed_hand(ui);
            // What was counted says what to bring next time.
            let restock = routes::RESTOCK.at(self.hub);
            let counting = self.counting.get_value();
            if ui.peek(&COUNT, self.id).is_none() && !counting.with_untracked(Counting::waits) {
                // Nothing was counted, so there is nothing to finish.
                return ui.go(Route::Records(HUB.id, View::One(self.hub)));
            }
            let name = untrack(|| ui.title(&HUB, self.hub)).unwrap_or_default();
            let label = words::COUNT_FINISHED.with("hub", name);
            let command = Command::Write { label, rows: vec![count::finish(count::WALK, self.id, hand)] };
            let here = ui.here();
            // Text that was typed in this walk and became no number is dropped with it.
            let (work, places) = (ui.work(), counting.with_untracked(Counting::places));
            ui.spawn(async move {
                match work.run_typed(command, &places).await {
                    Ok(done) => {
                        self.tell_of(&counting, CountEvent::Finished);
                        ui.say_done(&done);
                        ui.go_on(here, restock);
                    }
                    Err(error) => ui.warn(error.message()),
                }
            });
        };
        let last = move || self.walk.with_untracked(|walk| walk.lines.len()).saturating_sub(1);
        view! {
            <div class="page" data-stack="">
                {self.progress()}
                <section class="group">
                    <h2>{ui.t(words::COUNT_DONE)}</h2>
                    {move || first()}
                    {move || rows()}
                    {move || left()}
                </section>
            </div>
            <div class="actions" data-settling=self.guard.settling() on:click:capture=self.guard.sieve()>
                <Quiet path=icon_paths::BACK text=words::BACK_TO_COUNT on_tap=move || { self.tell(CountEvent::StandAt(last())); }/>
                <Quiet path=icon_paths::CHECK text=words::FINISH class="primary" on_tap=finish/>
            </div>
        }
    }
}
