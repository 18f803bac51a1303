//! Counting, as a state machine without a screen: keys, digits, taps, scans and the answers of the store go in; what to
//! store and what to show comes out.
//!
//! A number that is tapped is stored at once. What is typed on a keyboard may come from a scanner, so it becomes a
//! number only when the field is left. Until then it is stored as typed text, which the field shows again after the app
//! was killed. Nothing here repeats what the book holds: the walk is passed in with every event.

mod book;
mod events;
mod kept;
mod keys;

pub use book::{command, typed_before};
pub use events::{CountAct, CountEvent, PadKey, Tables};

use super::{CountEntry, CountLine, CountWalk, entry};
use crate::hubs::kinds::item::MOST;
use crate::hubs::scanner::Strokes;
use crate::model::id::Id;
use kept::{Given, Words};
use std::collections::BTreeMap;

/// Somebody who counts a hub.
#[derive(Clone, Debug, PartialEq)]
pub struct Counting {
    hub: Id,
    /// The walk, which has a record from the first number on.
    count: Id,
    /// The item that is shown; none at the summary.
    item: Option<Id>,
    /// Its place in the walk, in case the item disappears from it.
    at: usize,
    /// What the field holds.
    typed: String,
    /// Whether that was typed on a keyboard, as a scanner does, rather than tapped.
    by_keys: bool,
    /// Whether the next digit that is tapped begins a new number.
    fresh: bool,
    /// An item, and the unlikely number of it that somebody confirmed.
    meant: Option<(Id, i64)>,
    /// The keys that were pressed last.
    strokes: Strokes,
    /// The numbers that were given to the store and not answered yet, the latest last.
    given: Vec<Given>,
    tickets: u64,
    /// The latest ticket of each item.
    latest: BTreeMap<Id, u64>,
    words: BTreeMap<Id, Words>,
}

impl Counting {
    /// Continues a walk, given the text that was typed in it and is no number yet. It shows the item with that text, or
    /// the one whose number was entered last, since that number may be incomplete.
    pub fn new(hub: Id, count: Id, typed: BTreeMap<Id, String>, walk: &CountWalk) -> Counting {
        let words = |text: String| Words { text, by_keys: true, kept: true };
        let mut counting = Counting {
            hub,
            count,
            item: None,
            at: 0,
            typed: String::new(),
            by_keys: false,
            fresh: true,
            meant: None,
            strokes: Strokes::default(),
            given: Vec::new(),
            tickets: 0,
            latest: BTreeMap::new(),
            words: typed.into_iter().map(|(item, text)| (item, words(text))).collect(),
        };
        let half = walk.lines.iter().rposition(|line| counting.words.contains_key(&line.item));
        counting.stand(half.or(walk.last).unwrap_or(0), walk);
        counting
    }

    /// What the field holds.
    pub fn text(&self) -> &str {
        &self.typed
    }

    /// The place in the walk of what is shown; the length of the walk at the summary.
    pub fn place(&self, walk: &CountWalk) -> usize {
        let known = self.item.and_then(|item| walk.lines.iter().position(|line| line.item == item));
        known.unwrap_or(self.at).min(walk.lines.len())
    }

    /// The line that is shown.
    pub fn line<'w>(&self, walk: &'w CountWalk) -> Option<&'w CountLine> {
        walk.lines.get(self.place(walk))
    }

    /// What the content of the field is read as.
    pub fn entry(&self, tables: Tables<'_>) -> CountEntry {
        let line = self.line(tables.walk);
        let known = |code: &str| (tables.place_of)(code).is_some();
        match entry(&self.typed, line.map_or(0, |line| line.expected), known) {
            // Nobody taps a code on the keypad, and what was confirmed or stored already is not asked about again.
            CountEntry::Unlikely(number)
                if !self.by_keys
                    || line.is_some_and(|line| {
                        self.meant == Some((line.item, number)) || self.counted(line) == Some(number)
                    }) =>
            {
                CountEntry::Amount(number)
            }
            entry => entry,
        }
    }

    /// Whether something would be lost if the page were closed now.
    pub fn is_unkept(&self) -> bool {
        !self.given.is_empty() || self.words.values().any(|words| !words.kept)
    }

    /// Whether the store has yet to answer for a number.
    pub fn waits(&self) -> bool {
        !self.given.is_empty()
    }

    /// The places of all typed text that is no number yet; finishing the walk empties them.
    pub fn places(&self) -> Vec<String> {
        self.words.keys().map(|item| self.place_name(*item)).collect()
    }

    /// Something happened.
    pub fn on(&mut self, event: CountEvent, tables: Tables<'_>) -> Vec<CountAct> {
        let mut acts = Vec::new();
        let walk = tables.walk;
        // The item that was shown may be gone, or another may be counted in its place.
        let place = self.place(walk);
        match self.line(walk).map(|line| line.item) {
            item if item != self.item => self.stand(place, walk),
            Some(_) => self.at = place,
            None => {}
        }
        match event {
            CountEvent::Changed => {}
            CountEvent::Digit(digit) => self.digit(digit, tables, &mut acts),
            CountEvent::RubOut => {
                self.typed.pop();
                // The rest of a code that was typed has to be confirmed as the whole of it had.
                match self.entry(tables) {
                    CountEntry::Unlikely(_) => {
                        self.note_words();
                        acts.push(CountAct::Wait);
                    }
                    _ => self.enter(self.typed.clone(), tables, &mut acts),
                }
            }
            CountEvent::Step(by) => {
                let expected = self.line(walk).map_or(0, |line| line.expected);
                let from = match self.entry(tables) {
                    CountEntry::Amount(number) => number,
                    _ => expected,
                };
                self.enter((from + by).max(0).to_string(), tables, &mut acts);
            }
            CountEvent::Same => {
                let expected = self.line(walk).map_or(0, |line| line.expected);
                self.enter(expected.max(0).to_string(), tables, &mut acts);
                self.turn(1, tables, &mut acts);
            }
            CountEvent::Typed(text) => {
                self.by_keys = true;
                self.typed = text;
                self.note_words();
                acts.push(CountAct::Wait);
            }
            CountEvent::Left => self.keep(tables, &mut acts),
            CountEvent::Key(key) => self.key(&key, tables, &mut acts),
            CountEvent::Seen(code) => {
                self.find(&code, tables, &mut acts);
            }
            CountEvent::Turn(by) => self.turn(by, tables, &mut acts),
            CountEvent::Meant => {
                if let (Some(item), CountEntry::Unlikely(number)) = (self.item, self.entry(tables)) {
                    self.meant = Some((item, number));
                    self.turn(1, tables, &mut acts);
                }
            }
            CountEvent::StandAt(at) => self.go(at, walk, &mut acts),
            CountEvent::Kept { ticket, ok } => self.kept(ticket, ok, &mut acts),
            CountEvent::TypedNotKept(item) => {
                let none = || Words { text: String::new(), by_keys: true, kept: false };
                self.words.entry(item).or_insert_with(none).kept = false;
            }
            CountEvent::Paused | CountEvent::Leaving => self.keep_words(&mut acts),
            CountEvent::Finished => self.words.clear(),
        }
        acts
    }

    /// Shows the item at a place, with what is known of it: what was typed, a number not answered yet, or what was
    /// found.
    fn stand(&mut self, at: usize, walk: &CountWalk) {
        let line = walk.lines.get(at);
        self.item = line.map(|line| line.item);
        self.at = if line.is_none() && !walk.lines.is_empty() { usize::MAX } else { at };
        self.read(walk);
    }

    fn read(&mut self, walk: &CountWalk) {
        (self.typed, self.by_keys, self.fresh) = (String::new(), false, true);
        let Some(line) = self.line(walk) else { return };
        let given = self.given.iter().rev().find(|given| given.item == line.item).map(Given::text);
        // Text that differs from the number given last was typed after it.
        let typed = self.words.get(&line.item).filter(|words| {
            let text = words.text.trim();
            !text.is_empty() && given.as_deref() != Some(text)
        });
        if let Some(words) = typed {
            (self.typed, self.by_keys) = (words.text.clone(), words.by_keys);
            // The next digit continues a number that was interrupted.
            self.fresh = words.text.trim().parse::<u32>().is_err();
        } else {
            let found = || line.found.map(|found| found.to_string());
            self.typed = given.or_else(found).unwrap_or_default();
        }
    }

    fn go(&mut self, at: usize, walk: &CountWalk, acts: &mut Vec<CountAct>) {
        self.stand(at, walk);
        self.keep_words(acts);
        acts.push(CountAct::Focus);
    }

    fn turn(&mut self, by: isize, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        self.keep(tables, acts);
        // An unlikely number has to be confirmed first.
        if matches!(self.entry(tables), CountEntry::Unlikely(_)) {
            return;
        }
        acts.push(CountAct::Moved);
        self.go(self.place(tables.walk).saturating_add_signed(by), tables.walk, acts);
    }

    /// Takes what was tapped, and stores it at once.
    fn enter(&mut self, text: String, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        self.by_keys = false;
        self.typed = text;
        match (self.entry(tables), self.item) {
            (CountEntry::Nothing, Some(item)) => {
                self.give(item, None, tables.walk, acts);
                self.forget_words(item, acts);
            }
            (CountEntry::Amount(_), _) => self.keep(tables, acts),
            _ => self.note_words(),
        }
    }

    fn digit(&mut self, digit: char, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        let before = if self.fresh { "" } else { self.typed.trim() };
        // A digit too many is a slip of the thumb.
        if let Ok(number) = format!("{before}{digit}").parse::<u32>()
            && f64::from(number) <= MOST
        {
            self.enter(number.to_string(), tables, acts);
        }
    }

    /// Stores the number in the field. For what is typed on a keyboard this is done only when the field is left: a
    /// scanner types like one, and the first digits of a barcode are not a number of pieces.
    fn keep(&mut self, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        if let (Some(item), CountEntry::Amount(amount)) = (self.item, self.entry(tables)) {
            self.fresh = false;
            self.give(item, Some(amount), tables.walk, acts);
        }
    }
}
