use super::*;
use crate::model::testing::cases;
use proptest::prelude::*;

/// A passage of a text by the bytes of its words: the nth place where they stand.
fn nth(text: &str, words: &str, nth: usize) -> Passage {
    let begin = places(text, words).nth(nth).unwrap();
    let from = text[..begin].chars().count();
    Passage { from, to: from + words.chars().count() }
}

/// An anchor as older quotes have it: without what stood around.
fn by_place(exact: &str, was: Passage) -> Anchor<'_> {
    Anchor { exact, was, prefix: "", suffix: "" }
}

/// Where the nth of these words is found after an edit, in words and brackets.
fn found(text: &str, words: &str, which: usize, edited: &str) -> String {
    let anchor = Anchor::of(text, nth(text, words, which)).unwrap();
    let Some(found) = anchor.find(edited) else { return "gone".to_owned() };
    let signs: Vec<char> = edited.chars().collect();
    let part = |signs: &[char]| signs.iter().collect::<String>();
    format!("{}[{}]{}", part(&signs[..found.from]), part(&signs[found.from..found.to]), part(&signs[found.to..]))
}

#[test]
fn what_stands_around_a_quote_decides_not_only_how_near_it_is() {
    let text = "a bus. a bus to Norwich. a bus on Sunday";
    for (which, edited, right) in [
        (
            1,
            "In winter a bus. a bus to Norwich. a bus on Sunday",
            "In winter a bus. [a bus] to Norwich. a bus on Sunday",
        ),
        (
            0,
            "In winter a bus. a bus to Norwich. a bus on Sunday",
            "In winter [a bus]. a bus to Norwich. a bus on Sunday",
        ),
        // The others go, or change places.
        (2, "a bus on Sunday", "[a bus] on Sunday"),
        (1, "a bus on Sunday. a bus to Norwich.", "a bus on Sunday. [a bus] to Norwich."),
        // It stands where it stood, and that is another one now.
        (0, "A car, a bus", "A car, [a bus]"),
        (2, "We take a bus. no: a bus on a Sunday", "We take a bus. no: [a bus] on a Sunday"),
        // What stood around is changed, too.
        (1, "Only a bus. a bus to New London. a bus on Sunday", "Only a bus. [a bus] to New London. a bus on Sunday"),
        (1, "no train", "gone"),
    ] {
        assert_eq!(found(text, "a bus", which, edited), right, "{which} in {edited:?}");
    }
}

#[test]
fn sentences_that_are_said_again_and_again_are_told_apart() {
    let sentence = "There is no bus at all on a Sunday or in the evening. ";
    let text = format!("First. {}Last.", sentence.repeat(6));
    for which in 0..6 {
        let was = nth(&text, "no bus", which);
        let anchor = Anchor::of(&text, was).unwrap();
        let edited = format!("{sentence}{text}");
        let moved = sentence.chars().count();
        assert_eq!(anchor.find(&edited), Some(Passage { from: was.from + moved, to: was.to + moved }), "{which}");
        assert!(anchor.prefix.chars().count() <= MOST_CONTEXT && anchor.suffix.chars().count() <= MOST_CONTEXT);
    }
}

#[test]
fn where_two_places_are_as_good_the_nearest_is_kept() {
    let at = |text: &str, words: &str, from: usize| {
        let was = Passage { from, to: from + words.chars().count() };
        by_place(words, was).find(text).map(|found| (found.from, found.to))
    };
    assert_eq!(at("no bus, no bus", "bus", 11), Some((11, 14)));
    assert_eq!(at("¡ñ! no bus, no bus", "bus", 11), Some((7, 10)));
    assert_eq!(at("¡ñ! no bus, no bus", "bus", 12), Some((15, 18)));
    assert_eq!(at("no bus, no bus", "bus", 8), Some((11, 14)));
    // Just as near: the first.
    assert_eq!(at("no bus, no bus", "bus", 7), Some((3, 6)));
    assert_eq!(at("bus and bus", "bus", 4), Some((0, 3)));
    assert_eq!(at("no bus", "bus", 500), Some((3, 6)));
    // Also where one begins before the old place and ends after it.
    assert_eq!(at("anana", "ana", 1), Some((0, 3)));
    assert_eq!(at("ananas", "nana", 2), Some((1, 5)));
    assert_eq!(at("no train", "bus", 3), None);
    assert_eq!(at("no Bus", "bus", 3), None);
    assert_eq!(at("no bus", "", 3), None);
    // A part of a flag, or of a letter with its mark, is something else.
    assert_eq!(at("x \u{1f1fa}\u{1f1f8}\u{1f1f2}\u{1f1fd}", "\u{1f1f8}\u{1f1f2}", 0), None);
    assert_eq!(at("x Jose\u{301} y Jose", "Jose", 0), Some((10, 14)));
    assert_eq!(at("Jose y Jose\u{301}", "Jose", 9), Some((0, 4)));
}

/// Notes in which the same few words come again and again.
fn note(most: usize) -> impl Strategy<Value = String> {
    let words = ["no bus", "bus", "the", "library", "closes", "ñandú", "\u{1f468}\u{200d}\u{1f469}", "e\u{301}l", "."];
    let words = prop::collection::vec(prop::sample::select(words.to_vec()), 1..most);
    words.prop_map(|words| words.iter().map(|word| format!("{word} ")).collect())
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn the_passage_that_was_meant_is_found_after_edits_elsewhere(
        parts in prop::collection::vec(note(24), 2..6),
        which in 0usize..6,
        (cut, changed) in (0usize..400, note(12)),
        (cut_after, changed_after) in (0usize..400, note(12)),
    ) {
        let words = "no bus";
        let text = parts.join(&format!("{words} "));
        let which = which % places(&text, words).count();
        let was = nth(&text, words, which);
        let anchor = Anchor::of(&text, was).unwrap();
        // Everything outside of what is kept may change: it is cut anywhere, and something else is put there.
        let begin = byte_at(&text, was.from).unwrap() - anchor.prefix.len();
        let end = begin + anchor.prefix.len() + words.len() + anchor.suffix.len();
        let (head, tail) = (&text[..begin], &text[end..]);
        let head = format!("{}{changed}", first_characters(head, cut));
        let tail = format!("{changed_after}{}", last_characters(tail, cut_after % 60));
        let kept = &text[begin..end];
        let edited = [&*head, kept, &*tail].concat();
        let from = head.chars().count() + anchor.prefix.chars().count();
        // Where the whole passage was written a second time, nobody can say which one was meant.
        prop_assume!(places(&edited, kept).nth(1).is_none());
        prop_assert_eq!(anchor.find(&edited), Some(Passage { from, to: from + words.chars().count() }));
    }

    #[test]
    fn a_note_that_did_not_change_keeps_every_quote_where_it_is(text in note(60), which in 0usize..40) {
        let words = "bus";
        let count = places(&text, words).count();
        prop_assume!(count > 0);
        let was = nth(&text, words, which % count);
        prop_assert_eq!(Anchor::of(&text, was).unwrap().find(&text), Some(was));
        prop_assert_eq!(by_place(words, was).find(&text), Some(was));
    }

    #[test]
    fn words_changed_right_beside_a_quote_do_not_move_it(
        sentences in prop::collection::vec("[a-z]{3,9} [a-z]{2,7} [a-z]{4,9} no bus [a-z]{3,9} [a-z]{2,7} [a-z]{4,9}[.] ", 2..8),
        which in 0usize..8,
        ahead in "[a-z ]{0,90}",
        (before, after) in ("[a-z]{0,5} ", " [a-z]{0,5}"),
    ) {
        let which = which % sentences.len();
        let text = sentences.concat();
        let was = nth(&text, "no bus", which);
        let mut changed = sentences.clone();
        changed[which] = changed[which].replace(" no bus ", &format!(" {before}no bus{after} "));
        let edited = format!("{ahead}{}", changed.concat());
        let found = Anchor::of(&text, was).unwrap().find(&edited);
        prop_assert_eq!(found, Some(nth(&edited, "no bus", which)), "{} in {}", which, edited);
    }
}

#[test]
fn a_letter_of_the_longest_note_is_found_where_it_was_meant() {
    let text = format!("{}Not one. {}", "no bus, no train. ".repeat(2_700), "no bus, no train. ".repeat(2_700));
    let was = nth(&text, "N", 0);
    let anchor = Anchor::of(&text, Passage { from: was.from + 4, to: was.from + 5 }).unwrap();
    assert_eq!(anchor.exact, "o");
    let edited = text.replace("Not one", "Not a one").replacen("no bus", "no, no bus", 9);
    let right = nth(&edited, "Not a one", 0).from + 6;
    assert_eq!(anchor.find(&edited), Some(Passage { from: right, to: right + 1 }));
}
