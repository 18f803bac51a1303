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

/// The words of a text, folded, to look for terms among them. Hyphens and every other sign part words, so “social-media”
/// is two of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Words {
        let mut words = String::with_capacity(text.len() + 1);
        let mut parted = true;
        for letter in fold(text).chars() {
            let parts = !letter.is_alphanumeric();
            if !parts {
                if parted {
                    words.push(' ');
                }
                words.push(letter);
            }
            parted = parts;
        }
        Words(words)
    }

    /// Whether a term stands there, from the beginning of a word: “donat” in “Donations of books”. A term is folded
    /// itself, and has single spaces between its words.
    pub fn have(&self, term: &str) -> bool {
        self.0.match_indices(term).any(|(at, _)| self.0[..at].ends_with(' '))
    }

    /// The words, with single spaces between them.
    pub fn as_str(&self) -> &str {
        self.0.trim_start()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_term_stands_at_the_beginning_of_a_word() {
        for (text, term, stands) in [
            ("Donations of books", "donat", true),
            ("Café y PAN-DULCE", "pan dulce", true),
            ("Social-media posts", "social media", true),
            ("social   media", "social media", true),
            ("(radio)", "radio", true),
            ("Mushrooms", "room", false),
            ("A panel", "pan dulce", false),
            ("antisocial media", "social media", false),
            ("", "a", false),
        ] {
            assert_eq!(Words::of(text).have(term), stands, "{text}: {term}");
        }
        assert_eq!(Words::of(" To-Do:  (Éste) ").as_str(), "to do este");
        assert_eq!(Words::of("– …").as_str(), "");
    }

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
