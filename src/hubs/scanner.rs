//! A barcode scanner types like a keyboard, only faster than anybody: what it typed is a code, whatever digits it is
//! made of, and never an amount.

/// The longest time between two keys of a scanner, in milliseconds. Somebody who types fast needs three times that.
pub const PACE_MS: f64 = 35.0;
/// The fewest keys that are taken for a scan: two or three at that pace may be a slip of the hand.
pub const LEAST: usize = 4;

/// The keys that were pressed last, as long as they follow each other at the pace of a scanner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strokes {
    run: String,
    last_ms: f64,
}

impl Strokes {
    /// A letter or digit was pressed at this moment.
    pub fn press(&mut self, letter: char, at_ms: f64) {
        if !self.keeps_pace(at_ms) {
            self.run.clear();
        }
        self.run.push(letter);
        self.last_ms = at_ms;
    }

    /// Enter or Tab was pressed at this moment, with which a scanner ends: the code it typed, if it was one.
    pub fn end(&mut self, at_ms: f64) -> Option<String> {
        let scanned = self.keeps_pace(at_ms) && self.run.chars().count() >= LEAST;
        let run = std::mem::take(&mut self.run);
        scanned.then_some(run)
    }

    /// Something was pressed that no scanner presses: a key held down, an arrow, Backspace.
    pub fn forget(&mut self) {
        self.run.clear();
    }

    fn keeps_pace(&self, at_ms: f64) -> bool {
        !self.run.is_empty() && (0.0..PACE_MS).contains(&(at_ms - self.last_ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Types letters with these pauses before them, and Enter after the last.
    fn typed(letters: &str, pauses: &[f64], enter: f64) -> (Strokes, Option<String>) {
        let (mut strokes, mut at) = (Strokes::default(), 1_000.0);
        for (letter, pause) in letters.chars().zip(pauses.iter().cycle()) {
            at += pause;
            strokes.press(letter, at);
        }
        let ended = strokes.end(at + enter);
        (strokes, ended)
    }

    #[test]
    fn a_scanner_is_told_from_a_person_by_its_pace() {
        for code in ["00042", "30412", "00012348", "9780306406157", "FLYER-7"] {
            assert_eq!(typed(code, &[4.0], 6.0).1.as_deref(), Some(code));
            assert_eq!(typed(code, &[30.0], 30.0).1.as_deref(), Some(code), "a slow scanner");
            assert_eq!(typed(code, &[90.0], 120.0).1, None, "a fast typist");
            assert_eq!(typed(code, &[4.0], 400.0).1, None, "no Enter came with it");
        }
        assert_eq!(typed("120", &[10.0], 10.0).1, None, "too short for a code");
    }

    #[test]
    fn what_a_person_typed_before_is_no_part_of_the_code() {
        let mut strokes = Strokes::default();
        strokes.press('1', 0.0);
        strokes.press('2', 180.0);
        for (at, digit) in "30412".chars().enumerate() {
            strokes.press(digit, 900.0 + 5.0 * at as f64);
        }
        assert_eq!(strokes.end(926.0).as_deref(), Some("30412"));
        assert_eq!(strokes.end(930.0), None, "a second Enter ends nothing");
    }

    #[test]
    fn a_key_held_down_is_no_scanner() {
        let mut strokes = Strokes::default();
        strokes.press('5', 0.0);
        strokes.forget();
        assert_eq!(strokes.end(10.0), None);
    }

    proptest! {
        #[test]
        fn what_people_type_is_never_a_code(digits in "[0-9]{1,14}", pauses in prop::collection::vec(45.0f64..900.0, 1..14)) {
            prop_assert_eq!(typed(&digits, &pauses, 200.0).1, None);
        }

        #[test]
        fn what_scanners_type_is_always_one(code in "[0-9A-Z-]{4,20}", pauses in prop::collection::vec(0.0f64..34.0, 1..14)) {
            let (strokes, ended) = typed(&code, &pauses, 20.0);
            prop_assert_eq!(ended, Some(code));
            prop_assert_eq!(strokes.run, "");
        }
    }
}
