//! An event is closed: one card for how it went. What is typed and tapped on it is kept as words typed where there is no
//! form are, and becomes notes with one tap. What it makes of them is `events/closing.rs`.

use super::tally::totals;
use super::used;
use crate::asks::{ASK, ask_fields};
use crate::events::closing::{self, At, Card, PartnerLine, StaffLine, Thanks, Wrong, words};
use crate::events::kinds::choices::{CANCELED, HELD};
use crate::events::kinds::event::{EVENT, fields as event_fields};
use crate::events::kinds::event_staff::{EVENT_STAFF, fields as staff_fields};
use crate::events::tally::{self, Sums};
use crate::events::words as events;
use crate::model::author::Author;
use crate::model::field::Choice;
use crate::model::id::Id;
use crate::model::show;
use crate::model::text::Text;
use crate::model::typed::Of;
use crate::partners::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::{APART, Typing};
use crate::ui::words as common;
use crate::work::command::Command;
use leptos::prelude::*;

/// The card of one event. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Screen {
    ui: Ui,
    event: Id,
    status: Typing,
    participants: Typing,
    known_by: Typing,
    went_well: Typing,
    next_step: Typing,
    next_date: Typing,
    minutes: StoredValue<Vec<(StaffLine, Typing)>>,
    thanks: StoredValue<Vec<(PartnerLine, Typing)>>,
    /// What is to be mended before it can be kept.
    wrong: RwSignal<Vec<Wrong>>,
    busy: RwSignal<bool>,
}

/// An event is closed.
pub fn screen(ui: Ui, event: Id) -> impl IntoView {
    let page = Route::Records(EVENT.id, View::One(event));
    ui.head(move || Head {
        title: ui.title(&EVENT, event).unwrap_or_default(),
        line: words::CLOSE.get(ui.lang.get()).to_owned(),
        back: Some((page, EVENT.name.get(ui.lang.get()))),
    });
    Screen::open(ui, event).view(page)
}

impl Screen {
    /// As the event stands when the card is opened; what was typed on it before stands there again.
    fn open(ui: Ui, event: Id) -> Screen {
        let record = ui.peek(&EVENT, event);
        let record = record.as_deref();
        let held = |key: &str| record.and_then(|record| record.get(key)?.as_text()).unwrap_or_default().to_owned();
        let people = ui.look(|book, index| tally::sums(book, index, event)).people();
        let noted = record.and_then(|record| event_fields::PARTICIPANTS.whole_of(record));
        let tallied = Some(people).filter(|people| *people > 0 && held(event_fields::KNOWN_BY.key()).is_empty());
        let number = noted.or(tallied).map(|number| number.to_string()).unwrap_or_default();
        let known_by = match noted {
            None if tallied.is_some() => "counted".to_owned(),
            _ => held(event_fields::KNOWN_BY.key()),
        };
        let typing = |what: &str, otherwise: String| {
            Typing::new(ui, format!("close:{event}:{what}"), Some(Of::new(EVENT.id, event, [])), otherwise)
        };
        let is_canceled = held(event_fields::STATUS.key()) == CANCELED;
        let me = ui.work().state().actor;
        let (staff, partners) =
            ui.look(|book, index| (closing::staff(book, index, event, me), closing::partners(book, index, event)));
        let minutes = staff.into_iter().map(|line| {
            let typed = line.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
            let typing = typing(&format!("minutes:{}", line.row), typed);
            (line, typing)
        });
        let thanks = partners.into_iter().map(|line| {
            let typing = typing(&format!("thanks:{}", line.row), String::new());
            (line, typing)
        });
        Screen {
            ui,
            event,
            status: typing("status", (if is_canceled { CANCELED } else { HELD }).to_owned()),
            participants: typing("participants", number),
            known_by: typing("known_by", known_by),
            went_well: typing("went_well", held(event_fields::WENT_WELL.key())),
            next_step: typing("next_step", held(event_fields::NEXT_STEP.key())),
            next_date: typing("next_date", held(event_fields::NEXT_DATE.key())),
            minutes: StoredValue::new(minutes.collect()),
            thanks: StoredValue::new(thanks.collect()),
            wrong: RwSignal::default(),
            busy: RwSignal::new(false),
        }
    }

    fn is_canceled(self) -> bool {
        self.status.text.with(|status| status == CANCELED)
    }

    /// What is said of thanks to a partner; where nobody said, they are owed for what took place.
    fn thanks_of(self, typing: Typing) -> Thanks {
        let usual = if self.is_canceled() { Thanks::None } else { Thanks::Owed };
        typing.text.with(|thanks| Thanks::of(thanks)).unwrap_or(usual)
    }

    fn card(self) -> Card {
        let text = |typing: Typing| typing.text.get();
        let minutes =
            self.minutes.with_value(|all| all.iter().map(|(line, typing)| (line.clone(), text(*typing))).collect());
        let thanks = self
            .thanks
            .with_value(|all| all.iter().map(|(line, typing)| (line.clone(), self.thanks_of(*typing))).collect());
        Card {
            canceled: self.is_canceled(),
            participants: text(self.participants),
            known_by: text(self.known_by),
            went_well: text(self.went_well),
            minutes,
            thanks,
            next_step: text(self.next_step),
            next_date: text(self.next_date),
        }
    }

    /// Every place on the card where something is typed or tapped.
    fn places(self) -> Vec<Typing> {
        let own = [self.status, self.participants, self.known_by, self.went_well, self.next_step, self.next_date];
        let minutes = self.minutes.with_value(|all| all.iter().map(|(_, typing)| *typing).collect::<Vec<_>>());
        let thanks = self.thanks.with_value(|all| all.iter().map(|(_, typing)| *typing).collect::<Vec<_>>());
        own.into_iter().chain(minutes).chain(thanks).collect()
    }

    fn close(self, page: Route) {
        let (ui, event) = (self.ui, self.event);
        if self.busy.get_untracked() {
            return;
        }
        let work = ui.work();
        let author = Author { by: work.state().actor, now: work.now() };
        let (card, lang) = (untrack(|| self.card()), ui.lang.get_untracked());
        let rows = match ui.look(|book, index| closing::rows(book, index, (event, &card), author, lang)) {
            Ok(Some(rows)) => rows,
            Ok(None) => return ui.warn(common::NOT_THERE.message()),
            Err(wrong) => {
                if let Some(first) = wrong.first() {
                    ui.warn(first.message.clone());
                }
                return self.wrong.set(wrong);
            }
        };
        self.wrong.set(Vec::new());
        self.busy.set(true);
        let name = untrack(|| ui.title(&EVENT, event)).unwrap_or_default();
        let command = Command::Write { label: words::CLOSED.with("name", name), rows };
        let given = self.places().into_iter().filter_map(|typing| Some((typing, typing.give()?))).collect();
        let here = ui.here();
        ui.spawn(async move {
            match Typing::all_become(ui, given, command).await {
                Ok(done) => {
                    ui.say_done(&done);
                    ui.go_on(here, page);
                }
                Err(error) => ui.warn(error.message()),
            }
            self.busy.try_set(false);
        });
    }

    fn view(self, page: Route) -> impl IntoView {
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
                    {move || self.one_of(words::TOOK_PLACE, "close-status", &took_place.get_value(), self.status)}
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
            ui.follow(crate::events::kinds::tally_mark::TALLY_MARK.id);
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
            {self.one_of(label(event_fields::KNOWN_BY.key()), "close-known-by", &answers, self.known_by)}
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
                <label class="label" for=id>{ui.t(label(key))}</label>
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

    /// One answer of several.
    fn one_of(self, legend: Text, name: &'static str, answers: &[(&'static str, Text)], typing: Typing) -> AnyView {
        let ui = self.ui;
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
                <div class="choices">{answers.iter().map(answer).collect_view()}</div>
            </fieldset>
        }
        .into_any()
    }

    /// How many minutes it took whom.
    fn staff(self) -> AnyView {
        let ui = self.ui;
        let line = |(line, typing): &(StaffLine, Typing)| {
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
        let lines = self.minutes.with_value(|all| all.iter().map(line).collect_view());
        let add = move || {
            let new = ui.work().new_id();
            ui.prefill(new, vec![staff_fields::EVENT.is(self.event)]);
            ui.go(Route::Records(EVENT_STAFF.id, View::Edit(new)));
        };
        view! {
            <section class="group">
                <h2>{ui.t(events::STAFF_INVOLVED)}</h2>
                {lines}
                <div class="deeds"><Quiet path=icon_paths::PLUS text=EVENT_STAFF.new on_tap=add/></div>
            </section>
        }
        .into_any()
    }

    /// Which partner is owed thanks, and what to ask them next.
    fn partners(self) -> AnyView {
        let ui = self.ui;
        let line = |(line, typing): &(PartnerLine, Typing)| self.partner(line, *typing);
        let lines = self.thanks.with_value(|all| all.iter().map(line).collect::<Vec<_>>());
        (!lines.is_empty())
            .then(|| {
                view! {
                    <section class="group">
                        <h2>{ui.t(words::THANKS)}</h2>
                        {lines}
                    </section>
                }
            })
            .into_any()
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
        view! {
            <section class="group">
                <h2>{ui.t(words::AFTERWARDS)}</h2>
                <div class="field">
                    <label class="label" for="close-went-well">{ui.t(label(event_fields::WENT_WELL.key()))}</label>
                    <textarea
                        id="close-went-well" rows="3" autocomplete="off" form=APART prop:value=went_well.text
                        on:input=move |event| went_well.write(event_target_value(&event))
                    ></textarea>
                </div>
                <div class="field">
                    <label class="label" for="close-step">{ui.t(label(event_fields::NEXT_STEP.key()))}</label>
                    <input
                        id="close-step" type="text" autocomplete="off" prop:value=step.text
                        on:input=move |event| step.write(event_target_value(&event))
                    />
                </div>
                <div class="field">
                    <label class="label" for="close-date">{ui.t(label(event_fields::NEXT_DATE.key()))}</label>
                    <input
                        id="close-date" type="date" autocomplete="off" prop:value=date.text
                        on:input=move |event| date.write(event_target_value(&event))
                    />
                    {self.fault(At::NextDate)}
                </div>
            </section>
        }
        .into_any()
    }
}

/// What a question of the event’s form is called.
fn label(key: &str) -> Text {
    EVENT.field(key).map_or(Text::NONE, |field| field.label)
}
