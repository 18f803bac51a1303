//! How the card that closes an event looks, section by section.

use super::super::tally::totals;
use super::super::used;
use super::Screen;
use crate::asks::{ASK, ask_fields};
use crate::events::closing::follow_ups;
use crate::events::closing::{At, PartnerLine, StaffLine, Thanks, words};
use crate::events::kinds::choices::{CANCELED, HELD};
use crate::events::kinds::event::{EVENT, fields as event_fields};
use crate::events::kinds::event_staff::{EVENT_STAFF, fields as staff_fields};
use crate::events::kinds::tally_mark::TALLY_MARK;
use crate::events::tally::{self, Sums};
use crate::events::words as events;
use crate::model::field::Choice;
use crate::model::show;
use crate::model::text::Text;
use crate::partners::PARTNER;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::{APART, Typing};
use crate::ui::words as common;
use leptos::prelude::*;

impl Screen {
    /// The whole card.
    pub(super) fn view(self, page: Route) -> impl IntoView {
        let ui = self.ui;
        let status = |key: &str| EVENT.field(event_fields::STATUS.key()).and_then(|field| field.answer(key));
        let status: Vec<&'static Choice> = [HELD, CANCELED].into_iter().filter_map(status).collect();
        let status: Vec<(&'static str, Text)> = status.iter().map(|choice| (choice.key, choice.label)).collect();
        let took_place = StoredValue::new(status);
        let held = memo(move || !self.is_canceled());
        view! {
            <div class="page" data-stack="">
                <p class="soft">{ui.t(words::CLOSE_WHAT)}</p>
                <section class="group">
                    {move || self.one_of(words::TOOK_PLACE, "close-status", &took_place.get_value(), self.status, false)}
                    {drawn(move || held.get().then(|| self.who_came()))}
                </section>
                {self.staff()}
                {used::adding(ui, self.event)}
                {self.partners()}
                {self.afterwards()}
            </div>
            <div class="actions">
                <a class="quiet" href=page.href()><Icon path=icon_paths::CLOSE/><span>{ui.t(common::CANCEL)}</span></a>
                <button type="button" class="primary" disabled=move || self.busy.get() on:click=move |_| self.close(page)>
                    <Icon path=icon_paths::CHECK/><span>{ui.t(words::CLOSE)}</span>
                </button>
            </div>
        }
    }

    /// How many came, and how that is known.
    fn who_came(self) -> AnyView {
        let ui = self.ui;
        let sums = memo(move || {
            ui.follow(TALLY_MARK.id);
            ui.look(|book, index| tally::sums(book, index, self.event))
        });
        let tallied = memo(move || !sums.with(Sums::is_empty));
        let known_by = EVENT.field(event_fields::KNOWN_BY.key());
        let answers: Vec<(&'static str, Text)> = known_by
            .map(|field| field.offered().iter().map(|choice| (choice.key, choice.label)).collect())
            .unwrap_or_default();
        view! {
            {drawn(move || tallied.get().then(|| totals(ui, sums)))}
            {self.number(event_fields::PARTICIPANTS.key(), "close-participants", self.participants)}
            {self.one_of(EVENT.label(event_fields::KNOWN_BY.key()), "close-known-by", &answers, self.known_by, true)}
            {self.fault(At::KnownBy)}
        }
        .into_any()
    }

    /// A number of the event.
    fn number(self, key: &str, id: &'static str, typing: Typing) -> AnyView {
        let ui = self.ui;
        let help = EVENT.field(key).map_or(Text::NONE, |field| field.help);
        view! {
            <div class="field few-digits">
                <label class="label" for=id>{ui.t(EVENT.label(key))}</label>
                <p class="help" id="close-help">{ui.t(help)}</p>
                <input
                    id=id type="text" inputmode="numeric" autocomplete="off" aria-describedby="close-help"
                    prop:value=typing.text aria-invalid=move || self.is_wrong(At::Participants)
                    on:input=move |event| typing.write(event_target_value(&event))
                />
                {self.fault(At::Participants)}
            </div>
        }
        .into_any()
    }

    fn is_wrong(self, at: At) -> Option<&'static str> {
        self.wrong.with(|wrong| wrong.iter().any(|wrong| wrong.at == at)).then_some("true")
    }

    /// What is to be mended there.
    fn fault(self, at: At) -> AnyView {
        let ui = self.ui;
        let said = move || {
            let found = self.wrong.with(|wrong| wrong.iter().find(|wrong| wrong.at == at).cloned());
            found.map(|wrong| {
                view! {
                    <p class="error"><Icon path=icon_paths::WRONG/><span>{ui.say(wrong.message)}</span></p>
                }
            })
        };
        view! { <div role="status">{move || said()}</div> }.into_any()
    }

    /// One answer of several; some can be taken back.
    fn one_of(
        self,
        legend: Text,
        name: &'static str,
        answers: &[(&'static str, Text)],
        typing: Typing,
        can_clear: bool,
    ) -> AnyView {
        let ui = self.ui;
        let clear = move || {
            (can_clear && typing.text.with(|text| !text.is_empty())).then(|| {
                view! {
                    <button type="button" class="clear" on:click=move |_| typing.write(String::new())>
                        {ui.t(common::CLEAR)}
                    </button>
                }
            })
        };
        let answer = |(key, words): &(&'static str, Text)| {
            let (key, words) = (*key, *words);
            view! {
                <label class="choice">
                    <input
                        type="radio" name=name prop:checked=move || typing.text.with(|text| text == key)
                        on:change=move |_| typing.write(key.to_owned())
                    />
                    <span>{ui.t(words)}</span>
                </label>
            }
        };
        view! {
            <fieldset class="field">
                <legend class="label">{ui.t(legend)}</legend>
                <div class="choices">{answers.iter().map(answer).collect_view()}{move || clear()}</div>
            </fieldset>
        }
        .into_any()
    }

    /// How many minutes it took whom.
    fn staff(self) -> AnyView {
        let ui = self.ui;
        let line = move |(line, typing): &(StaffLine, Typing)| {
            let (typing, at) = (*typing, At::Minutes(line.row));
            let id = format!("minutes-{}", line.row);
            let name = ui.staff_name(line.staff);
            let name = move || name.clone().unwrap_or_else(|| words::NO_NAME.get(ui.lang.get()).to_owned());
            view! {
                <div class="field few-digits">
                    <label class="label" for=id.clone() dir="auto">
                        {move || words::MINUTES_OF.with("name", name()).say(ui.lang.get())}
                    </label>
                    <input
                        id=id type="text" inputmode="numeric" autocomplete="off" prop:value=typing.text
                        aria-invalid=move || self.is_wrong(at)
                        on:input=move |event| typing.write(event_target_value(&event))
                    />
                    {self.fault(at)}
                </div>
            }
        };
        let lines = move || self.minutes.with(|all| all.iter().map(line).collect_view());
        let add = move || {
            let new = ui.work().new_id();
            ui.prefill(new, vec![staff_fields::EVENT.is(self.event)]);
            ui.go(Route::Records(EVENT_STAFF.id, View::Edit(new)));
        };
        view! {
            <section class="group">
                <h2>{ui.t(events::STAFF_INVOLVED)}</h2>
                {drawn(lines)}
                <div class="deeds"><Quiet path=icon_paths::PLUS text=EVENT_STAFF.new on_tap=add/></div>
            </section>
        }
        .into_any()
    }

    /// Which partner is owed thanks, and what to ask them next.
    fn partners(self) -> AnyView {
        let ui = self.ui;
        let line = move |(line, typing): &(PartnerLine, Typing)| self.partner(line, *typing);
        let section = move || {
            let lines = self.thanks.with(|all| all.iter().map(line).collect::<Vec<_>>());
            (!lines.is_empty()).then(|| {
                view! {
                    <section class="group">
                        <h2>{ui.t(words::THANKS)}</h2>
                        {lines}
                    </section>
                }
            })
        };
        drawn(section).into_any()
    }

    fn partner(self, line: &PartnerLine, typing: Typing) -> AnyView {
        let (ui, partner, thanked) = (self.ui, line.partner, line.thanked);
        let name = ui.peek(&PARTNER, partner).map(|record| show::title(&PARTNER, &record)).unwrap_or_default();
        let group = format!("thanks-{}", line.row);
        let answer = |thanks: Thanks| {
            let words = match thanks {
                Thanks::Owed => words::THANKS_OWED,
                Thanks::Said => words::THANKS_SAID,
                Thanks::None => words::THANKS_NONE,
            };
            view! {
                <label class="choice">
                    <input
                        type="radio" name=group.clone() prop:checked=move || self.thanks_of(typing) == thanks
                        on:change=move |_| typing.write(thanks.key().to_owned())
                    />
                    <span>{ui.t(words)}</span>
                </label>
            }
        };
        let answers = match thanked {
            true => view! { <p class="soft">{ui.t(words::THANKS_SAID)}</p> }.into_any(),
            false => {
                view! { <div class="choices">{Thanks::ALL.map(answer).into_iter().collect_view()}</div> }.into_any()
            }
        };
        let ask = move |_| {
            let new = ui.work().new_id();
            ui.prefill(new, vec![ask_fields::PARTNER.is(partner), ask_fields::EVENT.is(self.event)]);
            ui.go(Route::Records(ASK.id, View::Edit(new)));
        };
        let label = words::NEXT_ASK_OF.with("name", name.as_str());
        view! {
            <fieldset class="field">
                <legend class="label" dir="auto">{name}</legend>
                {answers}
                <div class="deeds"><button type="button" class="quiet" aria-label=ui.say(label) on:click=ask>
                    <Icon path=icon_paths::QUOTE/><span>{ui.t(words::NEXT_ASK)}</span>
                </button></div>
            </fieldset>
        }
        .into_any()
    }

    /// What went well, and what is to be done by when.
    fn afterwards(self) -> AnyView {
        let ui = self.ui;
        let (went_well, step, date) = (self.went_well, self.next_step, self.next_date);
        let room = memo(move || self.more.with(Vec::len) < follow_ups::MOST);
        view! {
            <section class="group">
                <h2>{ui.t(words::AFTERWARDS)}</h2>
                <div class="field">
                    <label class="label" for="close-went-well">{ui.t(EVENT.label(event_fields::WENT_WELL.key()))}</label>
                    <textarea
                        id="close-went-well" rows="3" autocomplete="off" form=APART prop:value=went_well.text
                        on:input=move |event| went_well.write(event_target_value(&event))
                    ></textarea>
                </div>
                <div class="field">
                    <label class="label" for="close-step">{ui.t(EVENT.label(event_fields::NEXT_STEP.key()))}</label>
                    <input
                        id="close-step" type="text" autocomplete="off" prop:value=step.text
                        on:input=move |event| step.write(event_target_value(&event))
                    />
                </div>
                <div class="field">
                    <label class="label" for="close-date">{ui.t(EVENT.label(event_fields::NEXT_DATE.key()))}</label>
                    <input
                        id="close-date" type="date" autocomplete="off" prop:value=date.text
                        on:input=move |event| date.write(event_target_value(&event))
                    />
                    {self.fault(At::NextDate)}
                </div>
                <For each=move || 0..self.more.with(Vec::len) key=|at| *at let:at>{self.follow_up(at)}</For>
                {drawn(move || room.get().then(|| {
                    view! { <div class="deeds"><Quiet path=icon_paths::PLUS text=words::ANOTHER on_tap=move || self.another()/></div> }
                }))}
            </section>
        }
        .into_any()
    }

    /// What else is to be done, and by when.
    fn follow_up(self, at: usize) -> AnyView {
        let ui = self.ui;
        let Some((step, day)) = self.more.with_untracked(|more| more.get(at).copied()) else { return ().into_any() };
        let (step_id, day_id) = (format!("close-step-{at}"), format!("close-date-{at}"));
        view! {
            <fieldset class="field">
                <legend class="unseen">{ui.t(words::ANOTHER)}</legend>
                <div class="field">
                    <label class="label" for=step_id.clone()>{ui.t(words::ANOTHER)}</label>
                    <input
                        id=step_id type="text" autocomplete="off" dir="auto" prop:value=step.text
                        aria-invalid=move || self.is_wrong(At::Step(at))
                        on:input=move |event| step.write(event_target_value(&event))
                    />
                    {self.fault(At::Step(at))}
                </div>
                <div class="field">
                    <label class="label" for=day_id.clone()>{ui.t(words::BY_WHEN)}</label>
                    <input
                        id=day_id type="date" autocomplete="off" prop:value=day.text
                        aria-invalid=move || self.is_wrong(At::Day(at))
                        on:input=move |event| day.write(event_target_value(&event))
                    />
                    {self.fault(At::Day(at))}
                </div>
            </fieldset>
        }
        .into_any()
    }
}
