//! Who was told of an event and who shared it; and on a partner's page, what it shared.

use super::Screen;
use crate::asks;
use crate::events::kinds::event::EVENT;
use crate::events::kinds::promotion::{PROMOTION, TOLD_HOW, fields as promotion};
use crate::events::promotion::standing::{Standing, State, promoted, shared, standings};
use crate::events::promotion::words;
use crate::model::date;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::order;
use crate::partners::PARTNER;
use crate::ui::context::Ui;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Chip, Icon, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;

impl Screen {
    /// Who was told, and who shared it.
    pub(super) fn told(self) -> impl IntoView {
        let Screen { ui, event, .. } = self;
        let rows = memo(move || {
            ui.follow(PROMOTION.id);
            ui.follow(PARTNER.id);
            let mut all = ui.look(|book, index| standings(book, index, event));
            all.retain(|standing| standing.state != State::Should);
            order::sort_by_key(&mut all, |standing| {
                (fold(&(ui.title_of())(PARTNER.id, standing.partner).unwrap_or_default()), standing.partner)
            });
            all
        });
        let guard = Guard::over(move || rows.with(|rows| rows.iter().map(|row| row.partner).collect::<Vec<Id>>()));
        let none = memo(move || rows.with(Vec::is_empty));
        drawn(move || match none.get() {
            true => None,
            false => Some(view! {
                <section class="group">
                    <h2>{ui.t(words::TOLD)}</h2>
                    <ul class="rows told-of" role="list" data-settling=guard.settling() on:click:capture=guard.sieve()>
                        <For each=move || rows.get() key=|row| row.clone() let:row>{self.told_row(row)}</For>
                    </ul>
                </section>
            }),
        })
    }

    fn told_row(self, standing: Standing) -> impl IntoView {
        let Screen { ui, event, .. } = self;
        let Standing { partner, record, state } = standing;
        let name = ui.title(&PARTNER, partner).unwrap_or_default();
        let note = memo(move || ui.record(&PROMOTION, record));
        let line = move || {
            let lang = ui.lang.get();
            let note = note.get()?;
            let day = |stored: Option<&str>| {
                stored.and_then(date::day).map(|day| date::say_near(day, ui.work().now().today(), lang))
            };
            let how = promotion::TOLD_HOW.of(&*note).and_then(|how| TOLD_HOW.iter().find(|choice| choice.key == how));
            let by = promotion::TOLD_BY.of(&*note).and_then(|by| ui.staff_name(Some(by)));
            let told = day(promotion::TOLD_ON.of(&*note)).map(|day| words::TOLD_ON.with("day", day).say(lang));
            let told = [told, how.map(|how| how.label.get(lang).to_owned()), by].into_iter().flatten();
            let shared = day(promotion::SHARED_ON.of(&*note)).filter(|_| state == State::Shared);
            let shared = shared.map(|day| words::SHARED_ON.with("day", day).say(lang));
            let seen = promotion::SEEN.of(&*note).filter(|_| state == State::Shared).map(str::to_owned);
            Some(told.chain(shared).chain(seen).collect::<Vec<_>>().join(" · "))
        };
        let unseen = move || note.with(|note| note.as_ref().is_some_and(|note| promotion::SEEN.of(&**note).is_none()));
        let share = {
            let name = name.clone();
            move |_| {
                let today = ui.work().now().today();
                let row = ui.look(|book, index| shared(book, index, event, partner, today));
                let label = words::SHARED_LABEL.with("name", name.as_str());
                if let Some(row) = row {
                    ui.send(Command::Write { label, rows: vec![row] });
                }
            }
        };
        let label = words::SHARED_LABEL.with("name", name.as_str());
        let seen_label = words::WHERE_SEEN_OF.with("name", name.as_str());
        let edit = Route::Records(PROMOTION.id, View::Edit(record)).href();
        view! {
            <li>
                <a class="row" href=Route::Records(PROMOTION.id, View::One(record)).href()>
                    <span class="row-title" dir="auto">{name}</span>
                    <span class="row-line" dir="auto">{line}</span>
                    {(state == State::Shared).then(|| view! { <Chip tone="good" words=Signal::derive(ui.say(words::SHARED.message()))/> })}
                </a>
                {(state == State::Told).then(|| view! {
                    <button type="button" class="quiet" aria-label=ui.say(label) on:click=share>
                        <Icon path=icon_paths::SHARE/><span>{ui.t(words::THEY_SHARED)}</span>
                    </button>
                })}
                {drawn(move || (state == State::Shared && unseen()).then(|| view! {
                    <a class="quiet" aria-label=ui.say(seen_label.clone()) href=edit.clone()>
                        <Icon path=icon_paths::PENCIL/><span>{ui.t(words::WHERE_SEEN)}</span>
                    </a>
                }))}
            </li>
        }
    }
}

/// On a partner's page: what it shared of the library's events, and how often the library spread the word for it.
pub fn theirs(ui: Ui, partner: Id) -> impl IntoView {
    let sum = memo(move || {
        [PROMOTION.id, EVENT.id, PARTNER.id, "ask"].iter().for_each(|kind| ui.follow(kind));
        ui.look(|book, index| (promoted(book, index, partner), asks::spreading_the_word(book, index, partner).we))
    });
    let said = move || {
        let (promoted, we) = sum.get();
        let lang = ui.lang.get();
        let last = promoted.last.and_then(|last| ui.title(&EVENT, last)).unwrap_or_default();
        let shared = (promoted.shared > 0)
            .then(|| words::SHARED_OURS.with("count", promoted.shared).with("name", last).say(lang));
        let told = (promoted.shared == 0 && promoted.told > 0)
            .then(|| words::TOLD_ONLY.with("count", promoted.told).say(lang));
        let we = (we > 0).then(|| words::WE_SPREAD.with("count", we).say(lang));
        [shared, told, we].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let any = memo(move || sum.with(|(promoted, we)| promoted.told > 0 || *we > 0));
    drawn(move || {
        any.get().then(|| {
            view! { <section class="group"><h3>{ui.t(words::PROMOTION)}</h3><p dir="auto">{move || said()}</p></section> }
        })
    })
}
