//! Doors that may be one: both are shown with what is known of them, and a person decides.

use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::visit::VISIT;
use crate::canvass::same_doors::{KnownDoors, Pair, Pairs};
use crate::canvass::{routes, same_doors as doors, words};
use crate::model::address::Likeness;
use crate::model::id::Id;
use crate::model::text::Text;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Chip, Empty, Icon, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// How many pairs are shown at a time.
const SHOWN: usize = 50;

/// Doors that may be one.
pub fn screen(ui: Ui) -> impl IntoView {
    ui.head(move || Head {
        title: words::SAME_DOORS.get(ui.lang.get()).to_owned(),
        line: String::new(),
        back: Some((routes::STREETS.route(), words::CANVASS.get(ui.lang.get()))),
    });
    let found = RwSignal::new(None::<Pairs>);
    let intro = NodeRef::<html::P>::new();
    effect(move || {
        ui.follow(DOOR.id);
        ui.follow(VISIT.id);
        // With tens of thousands of doors it takes a moment: the screen stands first. It may be gone by then.
        let look = move || drop(found.try_set(Some(ui.look(|book, index| doors::pairs(book, index, SHOWN)))));
        set_timeout(look, Duration::ZERO);
    });
    let pairs = move || found.with(|found| found.as_ref().map(|found| found.pairs.clone()).unwrap_or_default());
    let guard = Guard::over(pairs);
    let more = move || found.with(|found| found.as_ref().map_or(0, |found| found.more));
    // What is shown of them changes with them, and the screen around them only when there are none left.
    let any = memo(move || found.with(|found| found.as_ref().map(|found| !found.pairs.is_empty())));
    drawn(move || {
        match any.get() {
        None => view! { <div class="page"><p class="soft" role="status">{ui.t(words::COMPARING)}</p></div> }.into_any(),
        Some(false) => view! {
            <div class="page"><Empty path=icon_paths::OUTREACH title=words::NO_SAME_DOORS purpose=words::NO_SAME_DOORS_WHAT/></div>
        }
        .into_any(),
        Some(true) => view! {
            <div class="page" data-stack="" data-settling=guard.settling() on:click:capture=guard.sieve()>
                <p tabindex="-1" node_ref=intro>{ui.t(words::SAME_DOORS_WHAT)}</p>
                <For each=pairs key=|pair| pair.clone() let:pair>{row(ui, &pair, intro)}</For>
                {move || (more() > 0).then(|| view! { <p class="soft">{ui.say(words::MORE_PAIRS.with("count", more()))}</p> })}
            </div>
        }
        .into_any(),
    }
    })
}

fn row(ui: Ui, pair: &Pair, intro: NodeRef<html::P>) -> impl IntoView + use<> {
    let [kept, other] = &pair.known;
    let (keep_id, other_id) = (pair.keep, pair.other);
    let heading = format!("pair-{keep_id}-{other_id}");
    let alike = if pair.likeness == Likeness::Same { words::SURELY_ONE } else { words::PERHAPS_ONE };
    let decide = move |one: bool| {
        let work = ui.work();
        let book = &work.state().book;
        let row = match one {
            true => doors::join(book, keep_id, other_id),
            false => doors::keep_apart(book, keep_id, other_id),
        };
        // The pair goes away with its buttons; who works with the keyboard goes on from the top.
        if let Some(intro) = intro.get_untracked() {
            drop(intro.focus());
        }
        row.map(|row| (if one { doors::words::JOINED } else { doors::words::KEPT_APART }, row))
    };
    let address = kept.address.clone();
    let send = move |one: bool| {
        if let Some((text, row)) = decide(one) {
            ui.send(Command::Write { label: text.with("door", address.as_str()), rows: vec![row] });
        }
    };
    let button = |path: &'static str, text: Text, one: bool| {
        // Read out of their place, the buttons of all pairs would be called alike.
        let name = ui.say(words::VISIT_AT.with("outcome", text).with("door", kept.address.as_str()));
        let send = send.clone();
        view! {
            <button type="button" class="quiet" aria-label=name on:click=move |_| send(one)>
                <Icon path=path/><span>{ui.t(text)}</span>
            </button>
        }
    };
    view! {
        <section class="conflict" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()><Icon path=icon_paths::WARNING/><span>{ui.t(alike)}</span></h2>
            <div class="sides">{side(ui, keep_id, kept)}{side(ui, other_id, other)}</div>
            <div class="deeds">
                {button(icon_paths::OUTREACH, words::ONE_DOOR, true)}
                {button(icon_paths::TWO_DOORS, words::TWO_DOORS, false)}
            </div>
        </section>
    }
}

/// What is known of one of the two.
fn side(ui: Ui, id: Id, known: &KnownDoors) -> impl IntoView + use<> {
    // What was entered is shown where the address does not say it all: “12 Main, green house”.
    let written = (!known.address.starts_with(&known.written))
        .then(|| ui.say(words::AS_WRITTEN.with("address", known.written.as_str())));
    let visits = words::VISITS.with("count", known.visits);
    view! {
        <div>
            <p><a href=Route::Records(DOOR.id, View::One(id)).href() dir="auto">{known.address.clone()}</a></p>
            {written.map(|written| view! { <p class="soft" dir="auto">{written}</p> })}
            <p class="soft">{ui.say(visits)}</p>
            {known.do_not_contact.then(|| view! { <Chip tone="wrong" words=Signal::derive(ui.say(words::DO_NOT_CONTACT.message()))/> })}
        </div>
    }
}
