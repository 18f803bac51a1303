//! Keys that were pressed: a person who types a number, or a scanner that types a code.

use super::{CountAct, Counting, PadKey, Tables};
use crate::hubs::count::{CountEntry, scanned};

impl Counting {
    pub(super) fn key(&mut self, key: &PadKey, tables: Tables<'_>, acts: &mut Vec<CountAct>) {
        let mut letters = key.key.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if !key.repeats => self.strokes.press(letter, key.at_ms),
            _ if matches!(&*key.key, "Enter" | "Tab") => {
                if let Some(code) = self.strokes.end(key.at_ms) {
                    // If a button has the focus, the Enter of a scanner would press it.
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

    /// Somebody pressed Enter in the field.
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

    /// A scanner typed the code of an item. What somebody typed before it is the number of the item that is shown.
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
                    // An unlikely number has to be confirmed first.
                    CountEntry::Unlikely(_) => return acts.push(CountAct::Wait),
                    CountEntry::Code(_) => self.read(tables.walk),
                    CountEntry::Amount(_) | CountEntry::Nothing => {}
                }
            }
        }
        self.find(scan.code, tables, acts);
    }

    /// Goes to the item with this code, or says that there is none. Returns whether there is.
    pub(super) fn find(&mut self, code: &str, tables: Tables<'_>, acts: &mut Vec<CountAct>) -> bool {
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
