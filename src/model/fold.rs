//! Text as a search sees it: without case, accents or doubled spaces.

use super::unicode::{base, decompose, is_mark, is_plain};

/// Folds text for comparing and searching: “José  Núñez” becomes “jose nunez”.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Folds text onto the end of what is there. White space is squeezed and never stands at either end.
pub fn fold_onto(folded: &mut String, text: &str) {
    let start = folded.len();
    let mut space = false;
    let mut push = |c: char| {
        if c.is_whitespace() {
            space = true;
            return;
        }
        if std::mem::take(&mut space) && folded.len() > start {
            folded.push(' ');
        }
        folded.push(c);
    };
    if text.is_ascii() {
        // Most text, and several times as fast.
        text.chars().for_each(|c| push(c.to_ascii_lowercase()));
        return;
    }
    let mut letter = |c: char| match c {
        'ß' => "ss".chars().for_each(&mut push),
        'æ' | 'Æ' => "ae".chars().for_each(&mut push),
        'œ' | 'Œ' => "oe".chars().for_each(&mut push),
        'ø' | 'Ø' => push('o'),
        'ł' | 'Ł' => push('l'),
        '‘' | '’' => push('\''),
        _ => c.to_lowercase().for_each(&mut push),
    };
    match text.chars().all(is_plain) {
        true => text.chars().filter_map(base).for_each(&mut letter),
        false => decompose(text).chars().filter(|c| !is_mark(*c)).for_each(&mut letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_and_case_do_not_matter() {
        for (text, folded) in [
            ("José  Núñez", "jose nunez"),
            (" ÉCOLE\n", "ecole"),
            ("O’Brien", "o'brien"),
            ("Straße", "strasse"),
            ("نص عربي", "نص عربي"),
            ("Ǿ Ẓ ẛ ǣ", "o z ſ ae"),
            ("Ελλάδα Йод", "ελλαδα иод"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC*") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn the_fast_way_gives_what_the_slow_way_gives(text in "[ -~\t\n]*") {
            let slow = fold(&format!("é{text}"));
            let lead = if text.starts_with(char::is_whitespace) && !text.trim().is_empty() { " " } else { "" };
            prop_assert_eq!(slow, format!("e{lead}{}", fold(&text)));
        }
    }
}
