//! What was tallied, on the page of an event, and the way to the tally.

use super::promotion;
use super::tally::{canceled_notice, label, totals};
use crate::events::closing::{open, words as closing};
use crate::events::counting::{came, is_canceled};
use crate::events::kinds::event::{EVENT, fields as event};
use crate::events::kinds::tally_mark::{LANGUAGES, PEOPLE, RESULTS, TALLY_MARK};
use crate::events::tally::{self, Sums};
use crate::events::{routes, words};
use crate::model::id::Id;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use leptos::prelude::*;

/// What was tallied at an event, followed.
fn tallied(ui: Ui, id: Id) -> Memo<Sums> {
    memo(move || {
        ui.follow(TALLY_MARK.id);
        ui.look(|book, index| tally::sums(book, index, id))
    })
}

/// The sums, once anything was tallied; what “Number of Participants” says of them.
pub fn section(ui: Ui, id: Id) -> impl IntoView {
    let sums = tallied(ui, id);
    let any = memo(move || !sums.with(Sums::is_empty));
    let own = memo(move || {
        let event = ui.record(&EVENT, id);
        event.map(|event| (came(&event), is_canceled(&event)))
    });
    let line = move || {
        let lang = ui.lang.get();
        let said = |what: &&str| {
            let count = sums.with(|sums| sums.of(what));
            (count != 0).then(|| format!("{}: {count}", label(what).get(lang)))
        };
        let all = [PEOPLE, LANGUAGES, RESULTS].concat();
        all.iter().filter_map(said).collect::<Vec<_>>().join(" · ")
    };
    let use_it = move || {
        let people = sums.with_untracked(Sums::people);
        ui.set(&EVENT, id, [event::PARTICIPANTS.is_whole(people), event::KNOWN_BY.is("counted")]);
    };
    // What the event says is shown where it differs, with a tap that takes the tally.
    let differing = move || {
        let ((came, _), people) = (own.get()?, sums.with(Sums::people));
        let differs = people > 0 && came != Some(people);
        differs.then(|| {
            let says = came
                .map(|came| view! { <p class="soft">{ui.say(words::TALLY_DIFFERS.with("participants", came))}</p> });
            view! {
                {says}
                <div class="deeds"><button type="button" class="quiet" on:click=move |_| use_it()>
                    <Icon path=icon_paths::CHECK/><span>{ui.say(words::USE_TALLY.with("people", people))}</span>
                </button></div>
            }
        })
    };
    let canceled = move || own.get().is_some_and(|(_, canceled)| canceled).then(|| canceled_notice(ui));
    drawn(move || {
        any.get().then(|| {
            view! {
                <section class="group">
                    <h3>{ui.t(words::TALLY)}</h3>
                    {move || canceled()}
                    {totals(ui, sums)}
                    <p class="soft">{move || line()}</p>
                    {move || differing()}
                </section>
            }
        })
    })
}

/// The ways to the promotion, to the tally and, once that has begun and the event is not closed, to the card that closes
/// it, under the thumb.
pub fn way(ui: Ui, id: Id) -> impl IntoView {
    let sums = tallied(ui, id);
    let says = move || if sums.with(Sums::is_empty) { words::TALLY } else { words::GO_ON_TALLYING };
    let closes = memo(move || {
        let now = ui.work().now().moment();
        ui.record(&EVENT, id).is_some_and(|event| open::can_be_closed(&event, now))
    });
    let close = move || {
        closes.get().then(|| {
            view! {
                <a class="primary" href=routes::CLOSE.at(id).href()>
                    <Icon path=icon_paths::CHECK/><span>{ui.t(closing::CLOSE)}</span>
                </a>
            }
        })
    };
    view! {
        <div class="actions">
            {promotion::way(ui, id)}
            <a class=move || if closes.get() { "quiet" } else { "primary" } href=routes::TALLY.at(id).href()>
                <Icon path=icon_paths::PLUS/><span>{move || says().get(ui.lang.get())}</span>
            </a>
            {move || close()}
        </div>
    }
}
