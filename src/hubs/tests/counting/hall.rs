//! A hub with four items, and somebody who counts it on a tablet.

use crate::hubs::count::counting::{CountAct, CountEvent, Counting, PadKey, Tables, command, typed_before};
use crate::hubs::count::{self, CountEntry, CountWalk};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::SHELF;
use crate::hubs::kinds::movement::COUNT;
use crate::hubs::stock::shelf_id;
use crate::model::author::Author;
use crate::model::order;
use crate::work::testing::*;
use std::collections::VecDeque;

pub(super) const HUB_ID: Id = Id(0x11);
/// Items in walking order, with their codes.
pub(super) const ITEMS: [(Id, &str, &str); 4] = [
    (Id(0x21), "Atlas", "9780306406157"),
    (Id(0x22), "Bus map", "30412"),
    (Id(0x23), "Card forms", "00042"),
    (Id(0x24), "Dictionary", ""),
];
pub(super) const ATLAS: Id = ITEMS[0].0;
pub(super) const BUS: Id = ITEMS[1].0;
pub(super) const CARDS: Id = ITEMS[2].0;
pub(super) const DICTIONARY: Id = ITEMS[3].0;

/// Somebody who counts on a tablet. What is to be kept waits until it is let through, as on a slow disk.
pub(super) struct Hall {
    pub(super) tablet: Tablet,
    pub(super) count: Id,
    pub(super) counting: Counting,
    pub(super) waiting: VecDeque<CountAct>,
    /// What was said.
    pub(super) said: Vec<CountAct>,
    pub(super) clock_ms: f64,
}

pub(super) fn hub(tablet: &Tablet) {
    let text = |key: &'static str, value: String| (key, Value::Text(value));
    let mut rows = vec![(HUB.id, HUB_ID, order::values([text("name", "Natchaug".into())]))];
    for (at, (id, name, code)) in ITEMS.into_iter().enumerate() {
        rows.push((ITEM.id, id, order::values([text("name", name.into()), text("code", code.into())])));
        let place = [
            text("hub", HUB_ID.to_string()),
            text("item", id.to_string()),
            ("order", Value::Number(at as f64)),
            ("par", Value::Number(5.0)),
        ];
        rows.push((SHELF.id, shelf_id(HUB_ID, id), order::values(place)));
    }
    now(tablet.work.run(Command::Write { label: HUB.name.message(), rows })).unwrap();
}

impl Hall {
    pub(super) fn new() -> Hall {
        let tablet = Tablet::new(1);
        hub(&tablet);
        Hall::at(tablet)
    }

    pub(super) fn at(tablet: Tablet) -> Hall {
        let me = tablet.work.state().me.dev;
        let unfinished = tablet.work.look(|book, index| count::unfinished(book, index, count::WALK, HUB_ID, me));
        let (count, typed) = {
            let state = tablet.work.state();
            typed_before(&state.typed, &state.book, HUB_ID, unfinished)
        };
        let count = count.unwrap_or_else(|| tablet.work.new_id());
        let walk = tablet.work.look(|book, index| count::walk(book, index, HUB_ID, count));
        let counting = Counting::new(HUB_ID, count, typed, &walk);
        Hall { tablet, count, counting, waiting: VecDeque::new(), said: Vec::new(), clock_ms: 0.0 }
    }

    /// The same after the tab was killed: whatever waited is gone.
    pub(super) fn killed(self) -> Hall {
        Hall::at(self.tablet.reopened())
    }

    pub(super) fn walk(&self) -> CountWalk {
        self.tablet.work.look(|book, index| count::walk(book, index, HUB_ID, self.count))
    }

    pub(super) fn with<R>(&self, look: impl FnOnce(&Counting, Tables<'_>) -> R) -> R {
        let walk = self.walk();
        let state = self.tablet.work.state();
        let place_of = |code: &str| count::place_of_code(&state.book, &walk, code);
        look(&self.counting, Tables { walk: &walk, place_of: &place_of })
    }

    /// Something happens; what is to be kept waits.
    pub(super) fn tell(&mut self, event: CountEvent) {
        let mut counting = self.counting.clone();
        let acts = self.with(|_, tables| counting.on(event, tables));
        self.counting = counting;
        for act in acts {
            match act {
                CountAct::Keep { .. } | CountAct::KeepTyped(..) => self.waiting.push_back(act),
                act => self.said.push(act),
            }
        }
    }

    /// Lets through what waits, one after the other, and what that brings.
    pub(super) fn settle(&mut self) {
        while self.settle_one() {}
    }

    pub(super) fn settle_one(&mut self) -> bool {
        let Some(act) = self.waiting.pop_front() else { return false };
        let work = &self.tablet.work;
        match act {
            CountAct::Keep { ticket, item, amount, typed } => {
                let author = Author { by: None, now: work.now() };
                let said = (author, COUNT.name.message());
                let command = work.look(|book, index| command(book, index, (HUB_ID, self.count), (item, amount), said));
                let places: Vec<String> = typed.into_iter().collect();
                let ok = now(work.run_typed(command, &places)).is_ok();
                self.tell(CountEvent::Kept { ticket, ok });
            }
            CountAct::KeepTyped(item, typed) => {
                if let Err(WorkError::Following | WorkError::Store(_)) = now(work.keep_typed(typed)) {
                    self.tell(CountEvent::TypedNotKept(item));
                }
            }
            _ => {}
        }
        true
    }

    pub(super) fn then(&mut self, event: CountEvent) {
        self.tell(event);
        self.settle();
    }

    pub(super) fn taps(&mut self, digits: &str) {
        digits.chars().for_each(|digit| self.then(CountEvent::Digit(digit)));
    }

    /// Somebody types into the field, over what stands there.
    pub(super) fn types(&mut self, text: &str) {
        for (at, letter) in text.char_indices() {
            self.clock_ms += 180.0;
            self.press(&letter.to_string());
            self.tell(CountEvent::Typed(text[..at + letter.len_utf8()].to_owned()));
        }
    }

    pub(super) fn press(&mut self, key: &str) {
        let key = PadKey { key: key.into(), at_ms: self.clock_ms, repeats: false, in_field: true };
        self.tell(CountEvent::Key(key));
    }

    /// A scanner types into the field, behind what stands there.
    pub(super) fn scans(&mut self, code: &str) {
        self.clock_ms += 500.0;
        let before = self.counting.text().to_owned();
        for (at, letter) in code.char_indices() {
            self.clock_ms += 5.0;
            self.press(&letter.to_string());
            self.tell(CountEvent::Typed(format!("{before}{}", &code[..=at])));
        }
        self.clock_ms += 5.0;
        self.press("Enter");
    }

    pub(super) fn enter(&mut self) {
        self.clock_ms += 200.0;
        self.press("Enter");
        self.settle();
    }

    pub(super) fn here(&self) -> Option<Id> {
        self.with(|counting, tables| counting.line(tables.walk).map(|line| line.item))
    }

    pub(super) fn entry(&self) -> CountEntry {
        self.with(|counting, tables| counting.entry(tables))
    }

    pub(super) fn found(&self, item: Id) -> Option<i64> {
        self.walk().lines.iter().find(|line| line.item == item).unwrap().found
    }

    pub(super) fn field(&self) -> (Option<Id>, &str) {
        (self.here(), self.counting.text())
    }

    pub(super) fn follow(&self, follow: bool) {
        now(self.tablet.work.set_role(if follow { Role::Follower } else { Role::Writer })).unwrap();
    }
}
