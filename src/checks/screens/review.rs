//! Partners are looked at, one after the other: is it still so?

use super::put_off;
use crate::checks::pausing::Check;
use crate::checks::review::{ToReview, by_review, reviewed, to_review};
use crate::checks::words;
use crate::model::author::Author;
use crate::model::{date, query, show};
use crate::partners::{PARTNER, partner_fields as partner};
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::work::command::Command;
use leptos::prelude::*;

/// Where somebody stands in the list. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Review {
    ui: Ui,
    /// Who is to be looked at, as it was when the screen was opened: nobody moves while somebody taps.
    all: RwSignal<Vec<ToReview>>,
    /// Which one it is, from 0.
    at: RwSignal<usize>,
    /// The status that was tapped, until it is kept.
    chosen: RwSignal<Option<&'static str>>,
    busy: RwSignal<bool>,
}

/// Partners are looked at, one after the other.
pub fn screen(ui: Ui, (): ()) -> impl IntoView {
    let today = ui.work().now().today();
    let review = Review {
        ui,
        all: RwSignal::new(ui.look(|book, index| to_review(book, index, today))),
        at: RwSignal::new(0),
        chosen: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    ui.head(move || Head {
        title: words::REVIEW.get(ui.lang.get()).to_owned(),
        line: words::CHECKS.get(ui.lang.get()).to_owned(),
        back: None,
    });
    let one = memo(move || review.all.with(|all| all.get(review.at.get()).copied()));
    let shown = move || match one.get() {
        Some(one) => review.one(one),
        None => view! {
            <Empty path=icon_paths::CHECK title=words::ALL_DONE purpose=words::ALL_DONE_WHAT>
                {(!ui.look(|book, index| by_review(book, index)).is_empty()).then(|| view! {
                    <Quiet path=icon_paths::SYNC text=words::REVIEW_ALL on_tap=move || review.begin_with_all()/>
                })}
            </Empty>
        }
        .into_any(),
    };
    view! {
        <div class="page" data-stack="">
            {drawn(shown)}
            {put_off::section(ui, Check::Partners)}
        </div>
    }
}

impl Review {
    /// One partner: what is known, where it stands, and whether that is still so.
    fn one(self, one: ToReview) -> AnyView {
        let ui = self.ui;
        let record = memo(move || ui.record(&PARTNER, one.partner));
        let name = move || record.get().map(|record| show::title(&PARTNER, &record)).unwrap_or_default();
        let last = move || {
            let (field, record) = (PARTNER.field(partner::LAST_CONTACT.key())?, record.get()?);
            let day = ui.look(|book, index| query::day_in(book, index, field, &record));
            let lang = ui.lang.get();
            Some(match day {
                Some(day) => words::LAST_CONTACT.with("day", date::say_day(day, lang)).say(lang),
                None => words::NO_CONTACT.get(lang).to_owned(),
            })
        };
        let held = memo(move || record.get().and_then(|record| partner::STATUS.of(&record).map(str::to_owned)));
        let number = move || {
            let count = self.all.with(Vec::len);
            ui.say(words::NOW_AT.with("number", self.at.get() + 1).with("count", count))
        };
        let since = move || ui.say(words::SINCE.with("day", date::say_day(one.since, ui.lang.get())));
        let answers = PARTNER.field(partner::STATUS.key()).map(|field| field.offered()).unwrap_or_default();
        let answer = |choice: &'static crate::model::field::Choice| {
            let (key, label) = (choice.key, choice.label);
            let is = move || match self.chosen.get() {
                Some(chosen) => chosen == key,
                None => held.with(|held| held.as_deref() == Some(key)),
            };
            view! {
                <label class="choice">
                    <input
                        type="radio" name="review-status" prop:checked=is on:change=move |_| self.chosen.set(Some(key))
                    />
                    <span>{ui.t(label)}</span>
                </label>
            }
        };
        let changed = move || self.chosen.get().is_some_and(|chosen| held.with(|held| held.as_deref() != Some(chosen)));
        let keep = move || if changed() { words::SAVE_NEXT } else { words::STILL_SO }.get(ui.lang.get());
        view! {
            <p class="soft">{ui.t(words::REVIEW_WHAT)}</p>
            <section class="group" aria-labelledby="review-name">
                <p class="soft" role="status">{move || number()}</p>
                <h2 id="review-name" dir="auto">
                    <a href=Route::Records(PARTNER.id, View::One(one.partner)).href()>{move || name()}</a>
                </h2>
                <p>{move || since()}</p>
                <p>{move || last()}</p>
                <fieldset class="field">
                    <legend class="label">{ui.t(words::WHERE)}</legend>
                    <div class="choices">{answers.iter().map(answer).collect_view()}</div>
                </fieldset>
                <div class="deeds">
                    <button type="button" class="quiet" on:click=move |_| self.next()>
                        <Icon path=icon_paths::CHEVRON/><span>{ui.t(words::SKIP)}</span>
                    </button>
                    <button type="button" class="primary" disabled=move || self.busy.get() on:click=move |_| self.keep(one)>
                        <Icon path=icon_paths::CHECK/><span>{move || keep()}</span>
                    </button>
                </div>
            </section>
        }
        .into_any()
    }

    fn begin_with_all(self) {
        self.all.set(self.ui.look(|book, index| by_review(book, index)));
        self.at.set(0);
    }

    fn next(self) {
        self.chosen.set(None);
        self.at.update(|at| *at += 1);
    }

    fn keep(self, one: ToReview) {
        let ui = self.ui;
        if self.busy.get_untracked() {
            return;
        }
        let work = ui.work();
        let author = Author { by: work.state().actor, now: work.now() };
        let status = self.chosen.get_untracked().unwrap_or_default();
        let rows = ui.look(|book, _| reviewed(book, one.partner, status, author));
        // Whoever was deleted meanwhile needs no review.
        if rows.is_empty() {
            return self.next();
        }
        let name = untrack(|| ui.title(&PARTNER, one.partner)).unwrap_or_default();
        let command = Command::Write { label: words::REVIEWED.with("name", name), rows };
        let at = self.at.get_untracked();
        self.busy.set(true);
        ui.spawn(async move {
            // Whoever has gone on meanwhile is not moved.
            if ui.run(command).await.is_ok() && self.at.try_get_untracked() == Some(at) {
                self.next();
            }
            self.busy.try_set(false);
        });
    }
}
