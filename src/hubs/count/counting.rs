//! Counting as it happens, without a screen: keys, digits, taps, scans and the answers of the store go in; what to keep
//! and what to show comes out.
//!
//! A number that is tapped is kept at once. What is typed on a keyboard may be a scanner's, so it becomes a number only
//! when it is left; until then its text is kept as it goes, and stands there again after a kill, to be asked about as
//! before. Nothing here holds what the book holds: the walk is handed in with every event.

use super::{CountEntry, CountLine, CountWalk, WALK, begin, entry, scanned};
use crate::hubs::kinds::item::MOST;
use crate::hubs::kinds::movement::{COUNT, MOVEMENT, count_fields, movement_fields as movement};
use crate::hubs::scanner::Strokes;
use crate::hubs::stock;
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::text::Message;
use crate::model::typed::{Of, Typed};
use crate::work::command::Command;
use std::collections::BTreeMap;

/// What is known of the tables while something happens.
#[derive(Clone, Copy)]
pub struct Tables<'a> {
    /// The walk, as the book has it now.
    pub walk: &'a CountWalk,
    /// The place in the walk of the item with a code.
    pub place_of: &'a dyn Fn(&str) -> Option<usize>,
}

/// A key that was pressed, whatever has the focus.
#[derive(Clone, Debug, PartialEq)]
pub struct PadKey {
    /// Its name, as browsers tell it.
    pub key: String,
    /// When, in milliseconds by the clock of such events.
    pub at_ms: f64,
    /// Whether it is held down.
    pub repeats: bool,
    /// Whether the number's field has the focus.
    pub in_field: bool,
}

/// What happens while somebody counts.
#[derive(Clone, Debug, PartialEq)]
pub enum CountEvent {
    /// The book has changed.
    Changed,
    /// A digit was tapped on the app's own keypad.
    Digit(char),
    /// The last digit was rubbed out on it.
    RubOut,
    /// One more, or one fewer.
    Step(i64),
    /// There are as many as expected.
    Same,
    /// This now stands in the field, typed on a keyboard or by a scanner.
    Typed(String),
    /// The field was left.
    Left,
    /// A key was pressed.
    Key(PadKey),
    /// The camera saw a barcode.
    Seen(String),
    /// So many items on, or back.
    Turn(isize),
    /// The number that was asked about is meant.
    Meant,
    /// To the item at this place of the walk; behind the last one, to the summary.
    StandAt(usize),
    /// The store has what was given under this ticket, or refused it.
    Kept {
        /// The ticket.
        ticket: u64,
        /// Whether it is in the book.
        ok: bool,
    },
    /// What was typed at an item could not be kept.
    TypedNotKept(Id),
    /// Nobody has typed for a moment.
    Paused,
    /// The page is hidden or left, or this tab may write again: whatever can be kept is kept now.
    Leaving,
    /// The walk is finished; what was typed and became no number goes.
    Finished,
}

/// What is to be done about it.
#[derive(Clone, Debug, PartialEq)]
pub enum CountAct {
    /// Write that so many of an item were found, or that it is not counted after all. Answered with [`CountEvent::Kept`].
    Keep {
        /// Names it in the answer.
        ticket: u64,
        /// The item.
        item: Id,
        /// How many; none where the number was rubbed out.
        amount: Option<i64>,
        /// The place of what was typed for it, which is emptied in the same transaction.
        typed: Option<String>,
    },
    /// Keep what is being typed at an item; nothing in it empties its place. Failing is answered with
    /// [`CountEvent::TypedNotKept`].
    KeepTyped(Id, Typed),
    /// Tell of [`CountEvent::Paused`] a moment from now, counted anew each time.
    Wait,
    /// Something else came under the finger.
    Moved,
    /// The field takes what is typed.
    Focus,
    /// The key does nothing else.
    Swallow,
    /// Say that no item here has this code.
    NoSuchCode(String),
}

/// A number on its way to the book.
#[derive(Clone, Debug, PartialEq)]
struct Given {
    ticket: u64,
    item: Id,
    amount: Option<i64>,
    by_keys: bool,
}

impl Given {
    fn text(&self) -> String {
        self.amount.map(|amount| amount.to_string()).unwrap_or_default()
    }
}

/// What stands typed at an item and is no number in the book yet.
#[derive(Clone, Debug, PartialEq)]
struct Words {
    text: String,
    by_keys: bool,
    /// Whether this very text was given to be kept, as text or as a number.
    kept: bool,
}

/// Somebody who counts a hub.
#[derive(Clone, Debug, PartialEq)]
pub struct Counting {
    hub: Id,
    /// The walk, which has a record from the first number on.
    count: Id,
    /// The item one stands before; none at the summary.
    item: Option<Id>,
    /// Its place in the walk, for when the item goes.
    at: usize,
    /// What stands in the field.
    typed: String,
    /// Whether it was typed on a keyboard, as a scanner would, and not tapped.
    by_keys: bool,
    /// Whether the next digit begins a number.
    fresh: bool,
    /// An item and a number of it that somebody said they mean.
    meant: Option<(Id, i64)>,
    /// The keys that were pressed last.
    strokes: Strokes,
    /// The numbers on their way, the latest last.
    given: Vec<Given>,
    tickets: u64,
    /// The latest ticket of each item.
    latest: BTreeMap<Id, u64>,
    words: BTreeMap<Id, Words>,
}

/// The walk along a hub that is gone on with: the `unfinished` one, or one of which only typed text is kept yet; and
/// that text, item by item.
pub fn typed_before(
    typed: &BTreeMap<String, Typed>,
    book: &Book,
    hub: Id,
    unfinished: Option<Id>,
) -> (Option<Id>, BTreeMap<Id, String>) {
    let of_hub = hub.to_string();
    let here = |typed: &&Typed| {
        typed
            .of
            .as_ref()
            .is_some_and(|of| of.kind == COUNT.id && of.fields.get(count_fields::HUB.key()) == Some(&of_hub))
    };
    let kept: Vec<(Id, Id, &str)> = typed
        .values()
        .filter(here)
        .filter_map(|typed| {
            let of = typed.of.as_ref()?;
            Some((of.id, of.fields.get(movement::ITEM.key())?.parse().ok()?, &*typed.text))
        })
        .collect();
    // What was typed in a walk that was finished or deleted is none of this one.
    let begun = |count: &Id| book.record(COUNT.id, *count).is_some();
    let count = unfinished.or_else(|| kept.iter().map(|(count, ..)| *count).find(|count| !begun(count)));
    let of_count = kept.into_iter().filter(|(of, ..)| Some(*of) == count);
    (count, of_count.map(|(_, item, text)| (item, text.to_owned())).collect())
}

/// What [`CountAct::Keep`] writes. The first number of a walk begins it.
pub fn command(
    book: &Book,
    index: &mut Index,
    (hub, count): (Id, Id),
    (item, amount): (Id, Option<i64>),
    (author, label): (Author, Message),
) -> Command {
    let Some(amount) = amount else { return Command::Delete(MOVEMENT.id, stock::counted_id(count, item)) };
    let row = stock::found(book, index, hub, item, count, amount, author);
    let begins = book.alive(COUNT.id, count).is_none().then(|| begin(WALK, count, hub, author));
    Command::Write { label, rows: begins.into_iter().chain([row]).collect() }
}

impl Counting {
    /// Goes on with a walk, given what was typed in it and is no number yet. One stands where that is, or before the
    /// number entered last, which may be half of what was meant.
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

    /// What stands in the field.
    pub fn text(&self) -> &str {
        &self.typed
    }

    /// Where one stands in the walk; its length at the summary.
    pub fn place(&self, walk: &CountWalk) -> usize {
        let known = self.item.and_then(|item| walk.lines.iter().position(|line| line.item == item));
        known.unwrap_or(self.at).min(walk.lines.len())
    }

    /// The item one stands before.
    pub fn line<'w>(&self, walk: &'w CountWalk) -> Option<&'w CountLine> {
        walk.lines.get(self.place(walk))
    }

    /// What the field says.
    pub fn entry(&self, tables: Tables<'_>) -> CountEntry {
        let line = self.line(tables.walk);
        let known = |code: &str| (tables.place_of)(code).is_some();
        match entry(&self.typed, line.map_or(0, |line| line.expected), known) {
            // A thumb taps no codes, who was asked knows, and what was counted is not asked about again.
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

    /// Whether something would be lost if the page went now.
    pub fn is_unkept(&self) -> bool {
        !self.given.is_empty() || self.words.values().any(|words| !words.kept)
    }

    /// Whether a number is on its way to the book.
    pub fn waits(&self) -> bool {
        !self.given.is_empty()
    }

    /// The places of all that was typed and became no number; finishing empties them.
    pub fn places(&self) -> Vec<String> {
        self.words.keys().map(|item| self.place_name(*item)).collect()
    }

    /// Something happened.
    pub fn on(&mut self, event: CountEvent, tables: Tables<'_>) -> Vec<CountAct> {
        let mut acts = Vec::new();
        let walk = tables.walk;
        // The item one stood before may be gone, or one of its name have come in its place.
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
                // What is left of a code that was typed is asked about as all of it was.
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

    /// Stands somewhere, and shows what is known there: what was typed, a number on its way, or what was found.
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
        // What was typed after a number was given is newer than it.
        let typed = self.words.get(&line.item).filter(|words| {
            let text = words.text.trim();
            !text.is_empty() && given.as_deref() != Some(text)
        });
        if let Some(words) = typed {
            (self.typed, self.by_keys) = (words.text.clone(), words.by_keys);
            // A number that was broken off is gone on with.
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
        // What is asked about is answered first.
        if matches!(self.entry(tables), CountEntry::Unlikely(_)) {
            return;
        }
        acts.push(CountAct::Moved);
        self.go(self.place(tables.walk).saturating_add_signed(by), tables.walk, acts);
    }

    /// Takes what was tapped, and keeps it at once.
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

    /// Keeps the number that stands there. What is typed on a keyboard is kept as one only when it is left: a scanner
    /// types like one, and the first digits of a barcode are no number of pieces.
    fn keep(&mut self, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        if let (Some(item), CountEntry::Amount(amount)) = (self.item, self.entry(tables)) {
            self.fresh = false;
            self.give(item, Some(amount), tables.walk, acts);
        }
    }

    /// How many are on their way to the book, or in it.
    fn counted(&self, line: &CountLine) -> Option<i64> {
        let given = self.given.iter().rev().find(|given| given.item == line.item);
        given.map_or(line.found, |given| given.amount)
    }

    fn give(&mut self, item: Id, amount: Option<i64>, walk: &CountWalk, acts: &mut Vec<CountAct>) {
        if walk.lines.iter().find(|line| line.item == item).and_then(|line| self.counted(line)) == amount {
            return self.forget_words(item, acts);
        }
        self.tickets += 1;
        let ticket = self.tickets;
        let given = Given { ticket, item, amount, by_keys: self.by_keys };
        let typed = self.words.contains_key(&item).then(|| self.place_name(item));
        if let Some(words) = self.words.get_mut(&item) {
            (words.text, words.kept) = (given.text(), true);
        }
        self.latest.insert(item, ticket);
        self.given.push(given);
        acts.push(CountAct::Keep { ticket, item, amount, typed });
    }

    fn kept(&mut self, ticket: u64, ok: bool, acts: &mut Vec<CountAct>) {
        let Some(at) = self.given.iter().position(|given| given.ticket == ticket) else { return };
        let given = self.given.remove(at);
        if self.latest.get(&given.item) != Some(&ticket) {
            // Another number has taken its place.
            return;
        }
        let text = given.text();
        let words = self.words.get_mut(&given.item).filter(|words| !words.text.trim().is_empty());
        let typed_on = words.as_ref().is_some_and(|words| words.text.trim() != text);
        match ok {
            true if typed_on => {
                // Its place may have been emptied with what was kept.
                words.into_iter().for_each(|words| words.kept = false);
                acts.push(CountAct::Wait);
            }
            true if words.is_some() => self.forget_words(given.item, acts),
            true => {}
            false => {
                if !typed_on && given.amount.is_some() {
                    self.words.insert(given.item, Words { text, by_keys: given.by_keys, kept: false });
                }
                self.keep_words(acts);
            }
        }
    }

    /// What stands in the field is typed text of where one stands.
    fn note_words(&mut self) {
        if let Some(item) = self.item
            && (!self.typed.trim().is_empty() || self.words.contains_key(&item))
        {
            let words = Words { text: self.typed.clone(), by_keys: self.by_keys, kept: false };
            self.words.insert(item, words);
        }
    }

    fn keep_words(&mut self, acts: &mut Vec<CountAct>) {
        let unkept = self.words.iter_mut().filter(|(_, words)| !words.kept);
        let due: Vec<(Id, String)> = unkept
            .map(|(item, words)| {
                words.kept = true;
                (*item, words.text.clone())
            })
            .collect();
        acts.extend(due.into_iter().map(|(item, text)| CountAct::KeepTyped(item, self.typed_at(item, text))));
    }

    /// What was typed at an item is a number that is kept, a code, or rubbed out.
    fn forget_words(&mut self, item: Id, acts: &mut Vec<CountAct>) {
        if self.words.remove(&item).is_some() {
            acts.push(CountAct::KeepTyped(item, self.typed_at(item, String::new())));
        }
    }

    fn place_name(&self, item: Id) -> String {
        format!("count:{}:{item}", self.count)
    }

    fn typed_at(&self, item: Id, text: String) -> Typed {
        let fields = [(count_fields::HUB.key(), self.hub.to_string()), (movement::ITEM.key(), item.to_string())];
        Typed { place: self.place_name(item), text, of: Some(Of::new(COUNT.id, self.count, fields)) }
    }

    fn key(&mut self, key: &PadKey, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        let mut letters = key.key.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if !key.repeats => self.strokes.press(letter, key.at_ms),
            _ if matches!(&*key.key, "Enter" | "Tab") => {
                if let Some(code) = self.strokes.end(key.at_ms) {
                    // On a button, the Enter of a scanner would press it.
                    acts.push(CountAct::Swallow);
                    self.scanned(&code, tables, acts);
                } else if key.key == "Enter" && key.in_field {
                    acts.push(CountAct::Swallow);
                    if !key.repeats {
                        self.entered(tables, acts);
                    }
                }
            }
            _ if key.key == "Shift" => {}
            _ => self.strokes.forget(),
        }
    }

    /// What was typed is entered.
    fn entered(&mut self, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        match (self.entry(tables), self.item) {
            (CountEntry::Amount(_), _) => self.turn(1, tables, acts),
            (CountEntry::Code(code), Some(item)) => {
                self.forget_words(item, acts);
                if !self.find(&code, tables, acts) {
                    self.read(tables.walk);
                }
            }
            _ => {}
        }
    }

    /// A scanner typed the code of an item. What somebody typed before it is the number of the item where they stand.
    fn scanned(&mut self, heard: &str, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        let typed = self.typed.clone();
        let scan = scanned(&typed, heard, |code| (tables.place_of)(code).is_some());
        match (scan.before, self.item) {
            (None, item) => {
                item.into_iter().for_each(|item| self.forget_words(item, acts));
                self.read(tables.walk);
            }
            (Some(before), item) => {
                self.typed = before.to_owned();
                if item.is_some_and(|item| self.words.contains_key(&item)) {
                    self.note_words();
                }
                self.keep(tables, acts);
                match self.entry(tables) {
                    // What is asked about is answered first.
                    CountEntry::Unlikely(_) => return acts.push(CountAct::Wait),
                    CountEntry::Code(_) => self.read(tables.walk),
                    CountEntry::Amount(_) | CountEntry::Nothing => {}
                }
            }
        }
        self.find(scan.code, tables, acts);
    }

    /// Goes to the item with this code, or says that there is none; whether there is.
    fn find(&mut self, code: &str, tables: Tables<'_>, acts: &mut Vec<CountAct>) -> bool {
        let found = (tables.place_of)(code);
        match found {
            Some(at) => {
                acts.push(CountAct::Moved);
                self.go(at, tables.walk, acts);
            }
            None => acts.push(CountAct::NoSuchCode(code.to_owned())),
        }
        found.is_some()
    }
}
