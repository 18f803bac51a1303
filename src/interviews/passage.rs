//! A passage of a text: where a quote stands in the note it was taken from.
//!
//! Places are counted in characters (Unicode scalar values), which mean the same to every program that reads the files.
//! A browser counts in UTF-16 units; it is asked and told here.

use crate::model::unicode::is_mark;

/// Joins what stands on either side of it into one sign, as in the picture of a family.
const JOINER: char = '\u{200d}';

/// A passage: the characters of a text from `from` up to, not with, `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Passage {
    /// How many characters stand before it.
    pub from: usize,
    /// How many characters stand before its end.
    pub to: usize,
}

impl Passage {
    /// The passage that was selected in a browser, in UTF-16 units, in whichever direction.
    ///
    /// What a person sees as one sign is taken whole: a flag, a family, a letter with its marks. White space at both
    /// ends is left out. None if nothing is left.
    pub fn of_utf16(text: &str, from: usize, to: usize) -> Option<Passage> {
        let (from, to) = (from.min(to), from.max(to));
        let (mut begin, mut end, mut at) = (text.len(), text.len(), 0);
        for (byte, c) in text.char_indices() {
            let next = at + c.len_utf16();
            if at <= from && from < next {
                begin = byte;
            }
            if at < to && to <= next {
                end = byte + c.len_utf8();
            }
            at = next;
        }
        // A mere cursor selects nothing, not the sign that it stands in.
        if from == to || begin >= end {
            return None;
        }
        begin = if is_within_sign(text, begin) { sign_before(text, begin) } else { begin };
        end = if is_within_sign(text, end) { sign_after(text, end) } else { end };
        let blank = |from: usize, to: usize| text.get(from..to).is_some_and(|sign| sign.trim().is_empty());
        while begin < end && blank(begin, sign_after(text, begin)) {
            begin = sign_after(text, begin);
        }
        while begin < end && blank(sign_before(text, end), end) {
            end = sign_before(text, end);
        }
        (begin < end).then(|| Passage::of_bytes(text, begin, end))
    }

    /// Its words. None if the text has no such passage.
    pub fn words(self, text: &str) -> Option<&str> {
        let begin = byte_at(text, self.from)?;
        let length = byte_at(text.get(begin..)?, self.to.checked_sub(self.from).filter(|length| *length > 0)?)?;
        text.get(begin..begin + length)
    }

    /// Where a browser has it, in UTF-16 units. None if the text has no such passage.
    pub fn to_utf16(self, text: &str) -> Option<(usize, usize)> {
        let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
        let from = units(text.get(..byte_at(text, self.from)?)?);
        Some((from, from + units(self.words(text)?)))
    }

    fn of_bytes(text: &str, begin: usize, end: usize) -> Passage {
        let characters = |to: usize| text.get(..to).unwrap_or_default().chars().count();
        Passage { from: characters(begin), to: characters(end) }
    }
}

/// Whether what stands from one byte up to another begins and ends between signs.
pub(crate) fn is_whole(text: &str, begin: usize, end: usize) -> bool {
    !is_within_sign(text, begin) && !is_within_sign(text, end)
}

/// The byte at which a character begins; for as many characters as there are, the end.
pub(crate) fn byte_at(text: &str, characters: usize) -> Option<usize> {
    text.char_indices().map(|(byte, _)| byte).chain([text.len()]).nth(characters)
}

/// The end of the sign that begins at a byte, or that the byte is within.
fn sign_after(text: &str, mut at: usize) -> usize {
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        at += c.len_utf8();
        if !is_within_sign(text, at) {
            break;
        }
    }
    at
}

/// The beginning of the sign that ends at a byte, or that the byte is within.
fn sign_before(text: &str, mut at: usize) -> usize {
    while let Some(c) = text.get(..at).and_then(|rest| rest.chars().next_back()) {
        at -= c.len_utf8();
        if !is_within_sign(text, at) {
            break;
        }
    }
    at
}

/// Whether the characters on both sides of a byte are seen as one sign.
///
/// These are the rules of Unicode’s Annex 29 that the scripts and pictures of our notes need, without its tables. What
/// follows a joiner always belongs to it, so a passage may come out a letter longer than it had to, never a sign short.
fn is_within_sign(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return false };
    match (last, next) {
        ('\r', '\n') => true,
        _ if stands_alone(last) || stands_alone(next) => false,
        _ if extends(next) => true,
        (JOINER, _) => !next.is_whitespace(),
        // Flags are pairs: this one is a second half if it follows an odd number of halves.
        _ if is_half_flag(next) => before.chars().rev().take_while(|c| is_half_flag(*c)).count() % 2 == 1,
        _ => false,
    }
}

/// Whether nothing ever joins it: ends of lines and other controls.
fn stands_alone(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether it belongs to what stands before it.
fn extends(c: char) -> bool {
    match c {
        // Joiners and what keeps letters apart, colors of skin, the letters of a flag’s name. Marks that choose how a
        // sign looks are combining marks.
        '\u{200c}' | JOINER | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' => true,
        _ => is_mark(c),
    }
}

fn is_half_flag(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interviews::anchor::Anchor;
    use crate::model::testing::cases;
    use crate::model::value::Value;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Signs, each whole: letters of many scripts, marks, pictures, flags, ends of lines.
    const SIGNS: [&str; 34] = [
        "a",
        "Z",
        "9",
        ".",
        "ñ",
        "n\u{303}",
        "e\u{301}\u{323}",
        "\u{5e9}",
        "\u{5e9}\u{5c1}\u{5b8}",
        "\u{5dd}",
        "\u{633}",
        "\u{644}\u{651}\u{64e}",
        "\u{627}",
        "\u{61f}",
        "\u{200f}",
        "\u{939}\u{93f}",
        "\u{4f60}",
        "\u{1f600}",
        "\u{1d54f}",
        "\u{1f44d}\u{1f3fd}",
        "\u{2764}\u{fe0f}",
        "1\u{fe0f}\u{20e3}",
        "\u{845b}\u{e0100}",
        "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}",
        "\u{1f469}\u{1f3fe}\u{200d}\u{2695}\u{fe0f}",
        "\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}",
        "\u{1f1fa}\u{1f1f8}",
        "\u{1f1f5}\u{1f1f7}",
        "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        " ",
        "\u{a0}",
        "\t",
        "\n",
        "\r\n",
    ];

    fn signs(most: usize) -> impl Strategy<Value = Vec<&'static str>> {
        prop::collection::vec(prop::sample::select(SIGNS.to_vec()), 0..most)
    }

    /// Any text: whole signs, or whatever characters there are.
    fn text() -> impl Strategy<Value = String> {
        prop_oneof![signs(40).prop_map(|signs| signs.concat()), any::<String>()]
    }

    fn units(text: &str) -> usize {
        text.encode_utf16().count()
    }

    fn selected(text: &str, words: &str) -> Passage {
        let from = units(&text[..text.find(words).unwrap()]);
        Passage::of_utf16(text, from, from + units(words)).unwrap()
    }

    fn words_of(text: &str, from: usize, to: usize) -> Option<&str> {
        Passage::of_utf16(text, from, to).map(|passage| passage.words(text).unwrap())
    }

    fn find_again(text: &str, exact: &str, was: Passage) -> Option<Passage> {
        Anchor { exact, was, prefix: "", suffix: "" }.find(text)
    }

    /// Goes through everything that a passage goes through, and finds it unchanged at the end.
    fn survives(text: &str, passage: Passage) {
        let words = passage.words(text).unwrap();
        let (from, to) = passage.to_utf16(text).unwrap();
        let browser: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(String::from_utf16(&browser[from..to]).unwrap(), words);
        assert_eq!(Passage::of_utf16(text, from, to), Some(passage));
        let number = |at: usize| Value::Number(at as f64);
        let fields = [
            ("note", Value::text(text)),
            ("words", Value::text(words)),
            ("from", number(passage.from)),
            ("to", number(passage.to)),
        ];
        let stored = Value::Map(fields.map(|(key, value)| (key.to_owned(), value)).into());
        let read: Value = serde_json::from_str(&serde_json::to_string(&stored).unwrap()).unwrap();
        let place = |key| read.part(key).and_then(Value::as_number).unwrap() as usize;
        let again = Passage { from: place("from"), to: place("to") };
        assert_eq!(again.words(read.part("note").and_then(Value::as_text).unwrap()), Some(words));
        assert_eq!(read.part("words").and_then(Value::as_text), Some(words));
    }

    #[test]
    fn a_sign_is_taken_whole_wherever_the_selection_cuts_it() {
        for sign in SIGNS.iter().filter(|sign| !sign.trim().is_empty()) {
            let text = format!("x{sign}{sign}y");
            for cut in 0..units(sign) {
                let (from, to) = (1 + cut, 1 + units(sign));
                assert_eq!(words_of(&text, from, to), Some(*sign), "{sign:?} from {cut}");
                // Up to the middle of the second one, if it has a middle.
                let both = if cut == 0 { sign.to_string() } else { sign.repeat(2) };
                assert_eq!(words_of(&text, 1, to + cut), Some(&*both), "{sign:?} to {cut}");
            }
        }
    }

    #[test]
    fn white_space_at_the_ends_is_left_out() {
        let text = "  uno\r\n\u{a0} dos \r\n";
        assert_eq!(words_of(text, 0, units(text)), Some("uno\r\n\u{a0} dos"));
        assert_eq!(words_of(text, 6, units(text)), Some("dos"));
        // A mark on a space is something to see.
        assert_eq!(words_of("a \u{301} b", 1, 4), Some(" \u{301}"));
        // A mark at the start of a line is no part of the line before.
        assert_eq!(words_of("a\n\u{301}b", 0, 2), Some("a"));
        assert_eq!(words_of("a\u{200d} b", 3, 4), Some("b"));
    }

    #[test]
    fn nothing_selected_is_nothing() {
        for (text, from, to) in [
            ("", 0, 0),
            ("", 0, 9),
            ("abc", 1, 1),
            ("abc", 3, 9),
            ("abc", 7, 9),
            ("a \r\n b", 1, 5),
            ("\u{1f600}", 1, 1),
            ("e\u{301}", 1, 1),
        ] {
            assert_eq!(Passage::of_utf16(text, from, to), None, "{text:?} {from} {to}");
        }
        // Beyond the end is up to the end, and backwards is forwards.
        assert_eq!(Passage::of_utf16("abc", 1, usize::MAX), Some(Passage { from: 1, to: 3 }));
        assert_eq!(Passage::of_utf16("abc", 2, 0), Some(Passage { from: 0, to: 2 }));
    }

    #[test]
    fn a_passage_that_the_text_has_not_has_no_words() {
        for (from, to) in [(0, 4), (2, 2), (2, 1), (3, 4), (9, 9), (usize::MAX, usize::MAX)] {
            let passage = Passage { from, to };
            assert_eq!((passage.words("añb"), passage.to_utf16("añb")), (None, None), "{from} {to}");
        }
        assert_eq!(Passage { from: 1, to: 3 }.words("añb"), Some("ñb"));
    }

    proptest! {
        #[test]
        fn what_is_selected_survives_and_is_never_less(
            text in text(), from in 0usize..120, to in 0usize..120,
        ) {
            let Some(passage) = Passage::of_utf16(&text, from, to) else {
                let browser: Vec<u16> = text.encode_utf16().collect();
                let (from, to) = (from.min(to).min(browser.len()), from.max(to).min(browser.len()));
                let rest = String::from_utf16_lossy(&browser[from..to]);
                prop_assert!(rest.trim().is_empty(), "{:?} is something", rest);
                return Ok(());
            };
            survives(&text, passage);
            // All that was selected is in it, but for white space.
            let (begin, end) = passage.to_utf16(&text).unwrap();
            let mut at = 0;
            for c in text.chars() {
                let next = at + c.len_utf16();
                let chosen = at < from.max(to) && next > from.min(to) && !c.is_whitespace();
                prop_assert!(!chosen || (begin <= at && next <= end), "{:?} at {} is left out", c, at);
                at = next;
            }
        }

        #[test]
        fn no_sign_is_ever_split(signs in signs(40), from in 0usize..120, to in 0usize..120) {
            let text = signs.concat();
            let mut edges = BTreeSet::from([0]);
            edges.extend(signs.iter().scan(0, |at, sign| { *at += sign.chars().count(); Some(*at) }));
            if let Some(passage) = Passage::of_utf16(&text, from, to) {
                prop_assert!(edges.contains(&passage.from) && edges.contains(&passage.to), "{:?}", passage);
                let words = passage.words(&text).unwrap();
                prop_assert_eq!(words.trim(), words);
            }
        }

        #[test]
        fn a_passage_survives_an_edit_before_it_or_after_it(
            [before, words, after] in [signs(12), signs(6), signs(12)], changed in signs(12),
        ) {
            // Marked, so that it stands nowhere else.
            let words = format!("«{}»", words.concat());
            let text = [&before.concat(), &*words, &after.concat()].concat();
            let was = selected(&text, &words);
            prop_assert_eq!(was.words(&text), Some(&*words));
            let later = [&before.concat(), &*words, &changed.concat()].concat();
            prop_assert_eq!(find_again(&later, &words, was), Some(was));
            let earlier = [&changed.concat(), &*words, &after.concat()].concat();
            let moved = changed.concat().chars().count();
            let found = Passage { from: moved, to: moved + was.to - was.from };
            prop_assert_eq!(find_again(&earlier, &words, was), Some(found));
            let gone = [before.concat(), changed.concat(), after.concat()].concat();
            prop_assert_eq!(find_again(&gone, &words, was), None);
        }

        #[test]
        fn common_words_are_found_as_near_as_they_stand(
            [before, words, after] in [signs(8), signs(3), signs(8)], changed in signs(8),
        ) {
            let text = [before.concat(), words.concat(), after.concat()].concat();
            let from = units(&before.concat());
            let Some(was) = Passage::of_utf16(&text, from, from + units(&words.concat())) else { return Ok(()) };
            let words = was.words(&text).unwrap();
            let edited = [changed.concat(), text[before.concat().len()..].to_owned()].concat();
            let found = find_again(&edited, words, was);
            prop_assert_eq!(found.and_then(|found| found.words(&edited)), Some(words));
            // As near as looking at every place finds it.
            let count = was.to - was.from;
            let near = (0..edited.chars().count()).map(|from| Passage { from, to: from + count });
            let near = near.filter(|at| at.words(&edited) == Some(words)).filter(|at| {
                let (from, to) = at.to_utf16(&edited).unwrap();
                *at == was || Passage::of_utf16(&edited, from, to) == Some(*at)
            });
            prop_assert_eq!(found, near.min_by_key(|at| at.from.abs_diff(was.from)));
        }
    }

    proptest! {
        #![proptest_config(cases(12))]
        #[test]
        fn long_notes_are_no_different(signs in signs(60), place in 0usize..40_000, length in 1usize..2_000) {
            let sentence = format!("{}.", signs.concat());
            let text = sentence.repeat(40_000 / sentence.chars().count() + 1);
            prop_assert!(text.chars().count() >= 40_000);
            let from = place * units(&text) / 40_000;
            let Some(passage) = Passage::of_utf16(&text, from, from + length) else { return Ok(()) };
            survives(&text, passage);
            let words = passage.words(&text).unwrap();
            let earlier = format!("Primero esto. {text}");
            let found = find_again(&earlier, words, passage);
            prop_assert_eq!(found.and_then(|found| found.words(&earlier)), Some(words));
        }
    }
}
