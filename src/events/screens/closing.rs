//! An event is closed: one card for how it went. What is typed and tapped on it is kept as words typed where there is no
//! form are, and becomes notes with one tap. What it makes of them is `events/closing.rs`.

mod card;

use crate::events::closing::{self, Card, PartnerLine, StaffLine, Thanks, Wrong, words};
use crate::events::kinds::choices::{CANCELED, HELD};
use crate::events::kinds::event::{EVENT, fields as event_fields};
use crate::events::tally;
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::typed::Of;
use crate::ui::context::{Head, Ui};
use crate::ui::route::{Route, View};
use crate::ui::typing::Typing;
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
}
