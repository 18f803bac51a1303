//! The sides of a street facing each other, with what came of every door.

use super::{Screen, state_icon};
use crate::canvass::kinds::visit::{COME_BACK, NOT_HOME};
use crate::canvass::knock::KnockEvent;
use crate::canvass::standing::{Rest, Standing};
use crate::canvass::streets::{House, StreetWalk, WalkedStreet};
use crate::canvass::words;
use crate::model::date;
use crate::model::id::Id;
use crate::model::text::{Lang, Message, Text};
use crate::ui::parts::Icon;
use crate::ui::reactive::{effect, memo};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

impl Screen {
    pub(crate) fn sides(self) -> impl IntoView {
        let ui = self.ui;
        // The street follows whoever walks along it, also when they come back to it.
        effect(move || {
            // What is asked there makes the bar higher or lower.
            self.knocking.track();
            if self.here.get().is_some() {
                request_animation_frame(|| {
                    if let Ok(Some(door)) = document().query_selector(".door[aria-current]") {
                        door.scroll_into_view();
                    }
                });
            }
        });
        let standings = memo(move || {
            let all = self.street.with(|street| {
                let doors = street.as_deref().map(|street| street.walk(StreetWalk::UpAndDown)).unwrap_or_default();
                doors.into_iter().map(|door| (door.id, door.standing.clone())).collect::<HashMap<Id, Standing>>()
            });
            Arc::new(all)
        });
        let side = move |name: Text, houses: fn(&WalkedStreet) -> &Vec<House>| {
            let houses = memo(move || {
                self.street.with(|street| {
                    let shape = |house: &House| {
                        let doors = house.doors.iter().map(|door| (door.id, door.unit.clone()));
                        (house.number.clone(), doors.collect::<Vec<_>>())
                    };
                    street
                        .as_deref()
                        .map(|street| houses(street).iter().map(shape).collect::<Vec<_>>())
                        .unwrap_or_default()
                })
            });
            move || {
                houses.with(|houses| {
                    (!houses.is_empty()).then(|| view! {
                    <section class="side">
                        <h2>{ui.t(name)}</h2>
                        <ol role="list">
                            {houses.iter().map(|(number, doors)| self.house(number, doors, standings)).collect_view()}
                        </ol>
                    </section>
                })
                })
            }
        };
        view! {
            <div class="street no-print">
                <div class="sides">
                    {side(words::ODD, |street| &street.odd)}
                    {side(words::EVEN, |street| &street.even)}
                </div>
                {side(words::NO_NUMBER, |street| &street.other)}
            </div>
        }
    }

    fn house(
        self,
        number: &str,
        doors: &[(Id, String)],
        standings: Memo<Arc<HashMap<Id, Standing>>>,
    ) -> impl IntoView + use<> {
        match doors {
            [(id, unit)] => {
                let name = if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") };
                view! { <li>{self.door(*id, name, standings)}</li> }.into_any()
            }
            several => {
                let ids: Vec<Id> = several.iter().map(|(id, _)| *id).collect();
                let inside = move || self.here.get().is_some_and(|here| ids.contains(&here));
                let count = self.ui.say(words::APARTMENTS.with("count", several.len()));
                let doors = several.iter().map(|(id, unit)| {
                    view! { <li>{self.door(*id, unit.clone(), standings)}</li> }
                });
                view! {
                    <li>
                        <details class="house" prop:open=move || inside()>
                            <summary><b>{number.to_owned()}</b><span>{count}</span></summary>
                            <ol role="list">{doors.collect_view()}</ol>
                        </details>
                    </li>
                }
                .into_any()
            }
        }
    }

    fn door(self, id: Id, name: String, standings: Memo<Arc<HashMap<Id, Standing>>>) -> impl IntoView {
        let ui = self.ui;
        let standing = memo(move || standings.with(|all| all.get(&id).cloned()));
        let state = move || standing.with(|standing| standing.as_ref().map_or("new", door_state));
        let said = move || {
            let (lang, today) = (ui.lang.get(), ui.work().now().today());
            standing.with(|standing| standing.as_ref().map(|standing| say_standing(standing, today, lang)))
        };
        let icon = Signal::derive(move || state_icon(state()));
        let current = move || (self.here.get() == Some(id)).then_some("true");
        view! {
            <button type="button" class="door" data-state=move || state() aria-current=move || current() on:click=move |_| self.tell(KnockEvent::StandAt(id))>
                <b dir="auto">{name}</b>
                <span class="door-state"><Icon path=icon/><span>{move || said()}</span></span>
            </button>
        }
    }
}

/// The one word the look of a door follows.
fn door_state(standing: &Standing) -> &'static str {
    match (standing.rest, &standing.last) {
        (Some(Rest::DoNotContact), _) => "do_not_contact",
        (_, None) => "new",
        (_, Some(last)) => last.outcome.key,
    }
}

pub(crate) fn say_standing(standing: &Standing, today: chrono::NaiveDate, lang: Lang) -> String {
    let message: Message = match (standing.rest, &standing.last) {
        (Some(Rest::DoNotContact), _) => words::DO_NOT_CONTACT.message(),
        (_, None) => words::NEW_DOOR.message(),
        (_, Some(last)) if last.outcome.key == NOT_HOME && standing.not_home > 1 => {
            words::NOT_HOME_TIMES.with("count", standing.not_home)
        }
        (rest, Some(last)) => {
            let label = last.outcome.label.get(lang);
            if let (Some(Rest::Until(day)), COME_BACK) = (rest, last.outcome.key) {
                return format!("{label}, {}", date::say_near(day, today, lang));
            }
            return label.to_owned();
        }
    };
    message.say(lang)
}
