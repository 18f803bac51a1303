//! What happened at the door where one is, always under the thumb.

use super::{FIRST, Screen, first_outcomes, state_icon};
use crate::canvass::kinds::door::{DOOR, fields as door};
use crate::canvass::kinds::visit::{OUTCOMES, TIMES};
use crate::canvass::knock::{ComeBack, KnockEvent, Knocking};
use crate::canvass::standing::{Last, Rest};
use crate::canvass::streets::{self, StreetWalk};
use crate::canvass::{routes, words};
use crate::model::field::Choice;
use crate::model::languages::LANGUAGES;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::model::{date, show};
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::memo;
use crate::ui::route::{Route, View};
use leptos::prelude::*;

impl Screen {
    /// What happened at the door where one is, always under the thumb.
    pub(crate) fn knock_bar(self) -> impl IntoView {
        let ui = self.ui;
        let address = move || self.here.get().and_then(|door| ui.title(&DOOR, door)).unwrap_or_default();
        let chip = move |outcome: &'static Choice| {
            let icon = FIRST.contains(&outcome.key).then(|| view! { <Icon path=state_icon(outcome.key)/> });
            view! {
                <button
                    type="button" class="outcome" data-settling=self.guard.settling()
                    on:click=move |tap| if self.guard.takes(&tap) { self.tell(KnockEvent::Knocked(outcome)) }
                >
                    {icon}<span>{ui.t(outcome.label)}</span>
                </button>
            }
        };
        let rare = move || {
            let others = OUTCOMES.iter().filter(|outcome| !FIRST.contains(&outcome.key));
            view! {
                <div class="more-answers" role="group" aria-label=ui.t(words::OTHER_ANSWERS)>
                    {others.map(chip).collect_view()}
                    {self.wishes()}
                </div>
            }
        };
        let more = memo(move || self.knocking.with(Knocking::shows_more));
        let asks_when = memo(move || {
            let here = self.here.get();
            here.is_some_and(|door| self.knocking.with(|knocking| knocking.asks_when(door)))
        });
        view! {
            <div class="actions knock no-print">
                {move || self.done()}
                <div class="knock-door">
                    <h2 dir="auto">{move || address()}</h2>
                    {move || self.avoided()}
                    <p class="soft">{move || self.last_time()}</p>
                    {move || self.heard().map(|heard| view! { <p dir="auto">{heard}</p> })}
                </div>
                {move || more.get().then(rare)}
                {move || asks_when.get().then(|| self.when())}
                <div class="outcomes" role="group" aria-label=ui.t(words::WHAT_HAPPENED)>
                    {move || (!asks_when.get()).then(|| view! {
                        {first_outcomes().map(chip).collect_view()}
                        <button type="button" class="outcome" aria-expanded=move || more.get().to_string()
                            on:click=move |_| self.tell(KnockEvent::More)
                        >
                            <Icon path=icon_paths::MORE/><span>{ui.t(words::MORE)}</span>
                        </button>
                    })}
                    <button type="button" class="outcome" data-next="" on:click=move |_| self.tell(KnockEvent::Next)>
                        <span>{ui.t(words::NEXT_DOOR)}</span><Icon path=icon_paths::CHEVRON/>
                    </button>
                </div>
            </div>
        }
    }

    /// The days that are offered to come back, once it was noted that one comes back.
    fn when(self) -> impl IntoView {
        let ui = self.ui;
        let now = ui.work().now();
        let chips = ComeBack::offered(now).into_iter().map(|when| {
            let said = move || match when.evening {
                true => words::THIS_EVENING.get(ui.lang.get()).to_owned(),
                false => date::capital(&date::say_near(when.day, now.today(), ui.lang.get())),
            };
            view! {
                <button type="button" class="outcome" data-settling=self.guard.settling()
                    on:click=move |tap| if self.guard.takes(&tap) { self.tell(KnockEvent::ComeBack(when)) }
                ><Icon path=icon_paths::CLOCK/><span>{move || said()}</span></button>
            }
        });
        view! {
            <div class="outcomes" data-days="" role="group" aria-label=ui.t(words::COME_BACK_WHEN)>
                <p class="soft">{ui.t(words::COME_BACK_WHEN)}</p>
                {chips.collect_view()}
                <button type="button" class="outcome" data-settling=self.guard.settling()
                    on:click=move |tap| if self.guard.takes(&tap) { self.tell(KnockEvent::AnotherDay) }
                ><Icon path=icon_paths::CALENDAR/><span>{ui.t(words::ANOTHER_DAY)}</span></button>
            </div>
        }
    }

    /// What came of the street once no door waits any more, and where to go on.
    fn done(self) -> Option<impl IntoView> {
        let ui = self.ui;
        let walk = self.knocking.with(Knocking::walk);
        let (name, done) = self.street.with(|street| {
            let street = street.as_deref()?;
            Some((street.name.clone(), street.done(walk)?))
        })?;
        let said = words::STREET_DONE.with("street", name).with("talked", done.talked).with("again", done.again);
        let now = ui.work().now();
        let all = ui.look(|book, index| streets::all(book, index, now));
        let next = streets::next_street(&all, self.id).map(|next| (next.id, next.name.clone()));
        let (to, words) = match next {
            Some((id, name)) => (routes::STREET.at((id, None)), words::NEXT_STREET.with("street", name)),
            None => (routes::STREETS.route(), words::ALL_STREETS.message()),
        };
        Some(view! {
            <div class="street-done">
                <p role="status">{ui.say(said)}</p>
                <a class="quiet" href=to.href()><span>{ui.say(words)}</span><Icon path=icon_paths::CHEVRON/></a>
            </div>
        })
    }

    /// That those behind the door do not want to be contacted.
    fn avoided(self) -> Option<impl IntoView> {
        let door = self.here.get()?;
        let avoided = self.standing()?.rest == Some(Rest::DoNotContact);
        let words = match self.knocking.with(|knocking| knocking.warns_of(door)) {
            true => words::AVOIDED_TAP_AGAIN,
            false => words::AVOIDED,
        };
        avoided.then(|| {
            view! { <p class="error" role="status"><Icon path=icon_paths::WRONG/><span>{self.ui.t(words)}</span></p> }
        })
    }

    /// What those behind the door wish, and everything about it.
    fn wishes(self) -> impl IntoView {
        let ui = self.ui;
        let avoided = move || {
            let record = self.here.get().and_then(|door| ui.record(&DOOR, door));
            record.is_some_and(|record| door::DO_NOT_CONTACT.of(&record))
        };
        let contact = move |_| self.tell(KnockEvent::Wish(door::DO_NOT_CONTACT.key(), Value::Bool(!untrack(avoided))));
        let spanish = move |_| self.tell(KnockEvent::Wish(door::LANGUAGE.key(), "es".into()));
        let open = move |_| {
            if let Some(door) = self.here.get_untracked() {
                ui.go(Route::Records(DOOR.id, View::One(door)));
            }
        };
        let walk_words = move || {
            let text = if self.knocking.with(Knocking::walk) == StreetWalk::Zigzag {
                words::WALK_UP_DOWN
            } else {
                words::WALK_ZIGZAG
            };
            text.get(ui.lang.get())
        };
        view! {
            <button type="button" class="outcome" on:click=contact>
                <Icon path=icon_paths::CLOSE/>
                <span>{move || if avoided() { words::CONTACT_AGAIN } else { words::DO_NOT_CONTACT }.get(ui.lang.get())}</span>
            </button>
            <button type="button" class="outcome" on:click=spanish>
                <Icon path=icon_paths::LANGUAGE/><span>{ui.t(words::SEND_SPANISH)}</span>
            </button>
            <button type="button" class="outcome" on:click=open>
                <Icon path=icon_paths::OUTREACH/><span>{ui.t(words::OPEN_DOOR)}</span>
            </button>
            <button type="button" class="outcome" on:click=move |_| self.tell(KnockEvent::OtherWalk)>
                <Icon path=icon_paths::SORT/><span>{move || walk_words()}</span>
            </button>
            <button type="button" class="outcome" on:click=move |_| self.tell(KnockEvent::Print)>
                <Icon path=icon_paths::PRINT/><span>{ui.t(words::PRINT_STREET)}</span>
            </button>
        }
    }

    /// When somebody was here last, what came of it, and when to try again.
    fn last_time(self) -> String {
        let ui = self.ui;
        let (lang, today) = (ui.lang.get(), ui.work().now().today());
        let standing = self.standing();
        let Some(last) = standing.as_ref().and_then(|standing| standing.last.as_ref()) else {
            return words::LAST_NEVER.get(lang).to_owned();
        };
        let mut said = vec![say_last(ui, last, lang)];
        let said_above = [Rest::Settled, Rest::DoNotContact];
        if let Some(rest) =
            standing.as_ref().and_then(|standing| standing.rest).filter(|rest| !said_above.contains(rest))
        {
            said.push(words::rest(rest, today, lang).say(lang));
        }
        let part = standing.as_ref().and_then(|standing| standing.try_next);
        if let Some(time) = part.and_then(|part| TIMES.iter().find(|time| time.key == part)) {
            said.push(words::TRY_NEXT.with("when", time.label).say(lang));
        }
        let speaks = self.here.get().and_then(|id| door::LANGUAGE.of(&ui.record(&DOOR, id)?).map(str::to_owned));
        if let Some(language) = LANGUAGES.iter().find(|language| Some(language.key) == speaks.as_deref()) {
            said.push(words::SPEAKS.with("language", language.label).say(lang));
        }
        said.join(" · ")
    }

    /// What was said the last time.
    fn heard(self) -> Option<String> {
        let heard = self.standing()?.last?.heard;
        let heard = show::first_line(&heard);
        (!heard.is_empty()).then(|| words::HEARD.with("heard", heard).say(self.ui.lang.get()))
    }
}

fn say_last(ui: Ui, last: &Last, lang: Lang) -> String {
    let when = date::moment(&last.when).map(|moment| date::say_moment(moment, lang));
    let said = words::LAST
        .with("when", when.unwrap_or_else(|| last.when.clone()))
        .with("outcome", last.outcome.label.get(lang).to_lowercase());
    match ui.staff_name(last.by) {
        Some(who) => words::LAST_BY.with("last", said).with("who", who).say(lang),
        None => said.say(lang),
    }
}
