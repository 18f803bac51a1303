//! An event is closed: one card for how it went. What is typed and tapped on it is kept as words typed where there is no
//! form are, and becomes notes with one tap. What it makes of them is `events/closing.rs`.

mod card;

use crate::asks::ASK;
use crate::events::closing::follow_ups::{self, FollowUp};
use crate::events::closing::{self, Card, PartnerLine, StaffLine, Thanks, Wrong, words};
use crate::events::kinds::choices::{CANCELED, HELD};
use crate::events::kinds::event::{EVENT, fields as event_fields};
use crate::events::kinds::event_partner::EVENT_PARTNER;
use crate::events::kinds::event_staff::EVENT_STAFF;
use crate::events::kinds::tally_mark::TALLY_MARK;
use crate::events::tally;
use crate::model::author::Author;
use crate::model::id::Id;
use crate::model::typed::Of;
use crate::partners::PARTNER;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::focus_on;
use crate::ui::reactive::effect;
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
    /// What else is to be done, and by when.
    more: RwSignal<Vec<(Typing, Typing)>>,
    /// What places that come later belong to.
    owner: StoredValue<Owner>,
    minutes: RwSignal<Vec<(StaffLine, Typing)>>,
    thanks: RwSignal<Vec<(PartnerLine, Typing)>>,
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

/// What stands on the card where nobody typed: what the event says, and what its tally counted. Followed.
fn stands(ui: Ui, event: Id) -> [String; 6] {
    ui.follow(TALLY_MARK.id);
    let record = ui.record(&EVENT, event);
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
    let is_canceled = held(event_fields::STATUS.key()) == CANCELED;
    let text =
        [event_fields::WENT_WELL, event_fields::NEXT_STEP, event_fields::NEXT_DATE].map(|field| held(field.key()));
    let [went_well, next_step, next_date] = text;
    [(if is_canceled { CANCELED } else { HELD }).to_owned(), number, known_by, went_well, next_step, next_date]
}

/// A place on the card of an event; what was typed there before stands there again.
fn typing(ui: Ui, event: Id, what: &str, otherwise: String) -> Typing {
    Typing::new(ui, format!("close:{event}:{what}"), Some(Of::new(EVENT.id, event, [])), otherwise)
}

/// The places of one more follow-up.
fn follow_up(ui: Ui, event: Id, at: usize) -> (Typing, Typing) {
    let place = |what: &str| typing(ui, event, &format!("{what}:{at}"), String::new());
    (place("step"), place("day"))
}

fn said(step: Typing, day: Typing) -> FollowUp {
    FollowUp { step: step.text.get(), day: day.text.get() }
}

/// Those in which something was typed before, with those between them.
fn follow_ups(ui: Ui, event: Id) -> Vec<(Typing, Typing)> {
    let mut all: Vec<_> = (0..follow_ups::MOST).map(|at| follow_up(ui, event, at)).collect();
    let is_blank = |(step, day): &(Typing, Typing)| untrack(|| said(*step, *day).is_blank());
    let count = all.iter().rposition(|places| !is_blank(places)).map_or(0, |last| last + 1);
    all.truncate(count);
    all
}

/// Where nobody typed, what is known by now stands instead of what was.
fn follow(typing: Typing, before: &str, now: &str) {
    if before != now && typing.text.with_untracked(|text| text == before) {
        typing.text.set(now.to_owned());
    }
}

impl Screen {
    /// As the event stands, or as it was filled in before.
    fn open(ui: Ui, event: Id) -> Screen {
        let typing = |what: &str, otherwise: String| typing(ui, event, what, otherwise);
        let [status, participants, known_by, went_well, next_step, next_date] = untrack(|| stands(ui, event));
        let card = Screen {
            ui,
            event,
            status: typing("status", status),
            participants: typing("participants", participants),
            known_by: typing("known_by", known_by),
            went_well: typing("went_well", went_well),
            next_step: typing("next_step", next_step),
            next_date: typing("next_date", next_date),
            more: RwSignal::new(follow_ups(ui, event)),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            minutes: RwSignal::default(),
            thanks: RwSignal::default(),
            wrong: RwSignal::default(),
            busy: RwSignal::new(false),
        };
        card.follow(untrack(|| stands(ui, event)));
        card.follow_people();
        card
    }

    /// Where nobody typed, the card shows what a colleague noted meanwhile: closing it never writes over that.
    fn follow(self, stood: [String; 6]) {
        let stood = StoredValue::new(stood);
        effect(move || {
            let stands = stands(self.ui, self.event);
            for (typing, (before, now)) in self.own().into_iter().zip(stood.get_value().into_iter().zip(&stands)) {
                follow(typing, &before, now);
            }
            stood.set_value(stands);
        });
    }

    /// Whoever takes part has a line; who is added while the card is open gets one, and who is taken off loses theirs.
    fn follow_people(self) {
        let owner = self.owner.get_value();
        untrack(|| self.people(&owner));
        effect(move || {
            [EVENT_STAFF.id, EVENT_PARTNER.id, ASK.id, PARTNER.id].iter().for_each(|kind| self.ui.follow(kind));
            untrack(|| self.people(&owner));
        });
    }

    /// Brings the lines up to date; those that stay keep what was typed in them.
    fn people(self, owner: &Owner) {
        let (ui, event, me) = (self.ui, self.event, self.ui.work().state().actor);
        let (staff, partners) =
            ui.look(|book, index| (closing::staff(book, index, event, me), closing::partners(book, index, event)));
        let place = |what: &str, row: Id, otherwise: String| {
            owner.with(|| typing(ui, event, &format!("{what}:{row}"), otherwise))
        };
        let shown = self.minutes.get();
        if shown.iter().map(|(line, _)| line).ne(&staff) {
            let said = |line: &StaffLine| line.minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
            let kept = |line: StaffLine| match shown.iter().find(|(known, _)| known.row == line.row) {
                None => (line.clone(), place("minutes", line.row, said(&line))),
                Some((before, typing)) => {
                    follow(*typing, &said(before), &said(&line));
                    (line, *typing)
                }
            };
            self.minutes.set(staff.into_iter().map(kept).collect());
        }
        let shown = self.thanks.get();
        if shown.iter().map(|(line, _)| line).ne(&partners) {
            let kept = |line: PartnerLine| {
                let known = shown.iter().find(|(known, _)| known.row == line.row).map(|(_, typing)| *typing);
                (line.clone(), known.unwrap_or_else(|| place("thanks", line.row, String::new())))
            };
            self.thanks.set(partners.into_iter().map(kept).collect());
        }
    }

    /// The places about the event itself.
    fn own(self) -> [Typing; 6] {
        [self.status, self.participants, self.known_by, self.went_well, self.next_step, self.next_date]
    }

    /// A place for one more follow-up, with the focus in it.
    fn another(self) {
        let at = self.more.with_untracked(Vec::len);
        let places = self.owner.get_value().with(|| follow_up(self.ui, self.event, at));
        self.more.update(|more| more.push(places));
        request_animation_frame(move || focus_on(&format!("close-step-{at}")));
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
        let minutes = self.minutes.with(|all| all.iter().map(|(line, typing)| (line.clone(), text(*typing))).collect());
        let thanks =
            self.thanks.with(|all| all.iter().map(|(line, typing)| (line.clone(), self.thanks_of(*typing))).collect());
        Card {
            canceled: self.is_canceled(),
            participants: text(self.participants),
            known_by: text(self.known_by),
            went_well: text(self.went_well),
            minutes,
            thanks,
            next_step: text(self.next_step),
            next_date: text(self.next_date),
            more: self.more.with(|more| more.iter().map(|(step, day)| said(*step, *day)).collect()),
        }
    }

    /// Every place on the card where something is typed or tapped.
    fn places(self) -> Vec<Typing> {
        let minutes = self.minutes.with_untracked(|all| all.iter().map(|(_, typing)| *typing).collect::<Vec<_>>());
        let thanks = self.thanks.with_untracked(|all| all.iter().map(|(_, typing)| *typing).collect::<Vec<_>>());
        let more = self.more.with_untracked(|all| all.iter().flat_map(|(step, day)| [*step, *day]).collect::<Vec<_>>());
        self.own().into_iter().chain(more).chain(minutes).chain(thanks).collect()
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
