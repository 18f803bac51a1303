//! What follows from a line in one tap: a contact that is logged, a follow-up, an ask; and from a thought, an event, an ask or
//! an interview guide. Each opens its form with what is known filled in.

use super::Week;
use crate::asks::{ASK, ask_fields as ask};
use crate::events::{EVENT, event_fields as event};
use crate::interviews::{INTERVIEW_GUIDE, guide_fields as guide};
use crate::model::date;
use crate::model::handle::LinkField;
use crate::model::kind::Kind;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::partners::{CONTACT, contact_fields as contact};
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::route::{Route, View};
use crate::week::kinds::{FOLLOW_UP, OUTREACH, TASK, fields as task};
use crate::week::page::{Line, Of};
use crate::week::parts::Part;
use crate::week::words;
use leptos::prelude::*;

/// At what time somebody was spoken with, where nobody said: the middle of the day.
const NOON: &str = "12:00";

impl Week {
    /// What can follow from a line, the likeliest first.
    pub(super) fn follows(self, line: &Line) -> Option<AnyView> {
        let (done, idea) = (line.done, line.part == Part::Ideas);
        if !done && !idea {
            return None;
        }
        let ask_it = {
            let line = line.clone();
            move || self.ask(&line)
        };
        let ask_it = view! { <Quiet path=icon_paths::QUOTE text=words::MAKE_ASK on_tap=ask_it/> };
        let line = line.clone();
        if idea {
            let (for_event, for_guide) = (line.clone(), line);
            let event = move || {
                self.begin(&EVENT, vec![event::NAME.is(for_event.what.as_str())], leads_back(&for_event, event::TASK));
            };
            let guide = move || {
                let name = match self.ui.lang.get_untracked() {
                    Lang::En => guide::NAME,
                    Lang::Es => guide::NAME_ES,
                };
                let values = vec![name.is(for_guide.what.as_str())];
                self.begin(&INTERVIEW_GUIDE, values, leads_back(&for_guide, guide::TASK));
            };
            return Some(
                view! {
                    <Quiet path=icon_paths::CALENDAR text=words::MAKE_EVENT on_tap=event/>
                    {ask_it}
                    <Quiet path=icon_paths::TAG text=words::MAKE_GUIDE on_tap=guide/>
                }
                .into_any(),
            );
        }
        let log = line.partner.map(|_| {
            let line = line.clone();
            view! { <Quiet path=icon_paths::PERSON text=words::LOG_CONTACT on_tap=move || self.log(&line)/> }
        });
        let next = move || self.next(&line);
        Some(
            view! {
                {log}
                <Quiet path=icon_paths::ARROW text=words::NEW_FOLLOW_UP on_tap=next/>
                {ask_it}
            }
            .into_any(),
        )
    }

    /// Opens the form of something new with these values, and a link to the line it is made of.
    fn begin(self, kind: &'static Kind, mut values: Vec<(&'static str, Value)>, back: Option<(&'static str, Value)>) {
        let id = self.ui.work().new_id();
        values.extend(back);
        self.ui.prefill(id, values);
        self.ui.go(Route::Records(kind.id, View::Edit(id)));
    }

    /// A contact with the partner, on the day and at the time of the line, with what became of it as what was said.
    fn log(self, line: &Line) {
        let mut values: Vec<_> = line.partner.map(|partner| contact::PARTNER.is(partner)).into_iter().collect();
        if let Some(day) = line.day.or(line.done_on) {
            let time = date::time_of_day(&line.times.0).map_or_else(|| NOON.to_owned(), date::stored_time);
            let when = date::from_local(&format!("{day}T{time}"), &*self.ui.work().zone());
            values.extend(when.map(|when| contact::WHEN.is(when)));
        }
        let said = [line.what.as_str(), line.came_of_it.as_str()];
        let said: Vec<&str> = said.into_iter().filter(|words| !words.is_empty()).collect();
        values.push(contact::SAID.is(said.join("\n")));
        self.begin(&CONTACT, values, leads_back(line, contact::TASK));
    }

    /// A follow-up that leads back to the line.
    fn next(self, line: &Line) {
        let mut values = vec![task::SECTION.is(OUTREACH), task::STATE.is(FOLLOW_UP)];
        if let Of::Event(id) = line.of {
            values.push(task::EVENT.is(id));
        }
        values.extend(line.partner.map(|partner| task::PARTNER.is(partner)));
        self.begin(&TASK, values, leads_back(line, task::AFTER));
    }

    fn ask(self, line: &Line) {
        let mut values = vec![ask::WHAT.is(line.what.as_str())];
        if let Of::Event(id) = line.of {
            values = vec![ask::EVENT.is(id)];
        }
        values.extend(line.partner.map(|partner| ask::PARTNER.is(partner)));
        self.begin(&ASK, values, leads_back(line, ask::TASK));
    }
}

/// The link to a line in what is made of it. One time of a task that comes again is none of its own until something is done
/// with it; what is made of it leads to the first.
fn leads_back(line: &Line, link: LinkField) -> Option<(&'static str, Value)> {
    match line.of {
        Of::Task(id) | Of::Time(id, _) => Some(link.is(id)),
        Of::Promise(..) | Of::Event(_) => None,
    }
}
