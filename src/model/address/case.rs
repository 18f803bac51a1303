//! Names with the capitals people expect, also from lists that are all capitals.

/// Words that stay small within a name.
static SMALL: &[&str] = &["of", "the", "and", "de", "del", "la", "las", "los", "el", "y", "du", "von", "van"];
/// Words that stay all capitals.
static CAPITALS: &[&str] = &["ii", "iii", "iv", "us", "jfk", "mlk", "vfw", "ymca"];

/// A word of a name with its capitals; the first word of a name never stays small.
///
/// A word that already mixes them, such as “LaSalle”, is left as its writer knew it.
pub fn title(word: &str, first: bool) -> String {
    let lower = word.to_lowercase();
    if !first && SMALL.contains(&lower.as_str()) {
        return lower;
    }
    if CAPITALS.contains(&lower.as_str()) {
        return word.to_uppercase();
    }
    if is_mixed(word) {
        return word.to_owned();
    }
    // Ordinals are small, lot names such as “23B” are not.
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        let ordinal = crate::model::address::spelling::ordinal(&lower).is_some();
        return if ordinal { lower } else { word.to_uppercase() };
    }
    let mut titled = String::with_capacity(word.len());
    lower.split_inclusive(['-', '/']).for_each(|part| push_part(&mut titled, part));
    titled
}

/// Whether small and capital letters are mixed beyond a capital at the start of each part.
fn is_mixed(word: &str) -> bool {
    let has = |test: fn(char) -> bool| word.chars().any(test);
    let inner_capital = word
        .split(['-', '/', '\''])
        .any(|part| part.chars().skip(1).any(char::is_uppercase) && part.chars().count() > 2);
    inner_capital && has(char::is_lowercase) && has(char::is_uppercase)
}

fn push_part(titled: &mut String, part: &str) {
    let Some((before, after)) = part.split_once('\'') else { return push_name(titled, part) };
    push_name(titled, before);
    titled.push('\'');
    // “O'Brien” is two names, “Mary's” is one.
    if before.chars().count() == 1 && after.chars().count() > 1 {
        push_name(titled, after);
    } else {
        titled.push_str(after);
    }
}

fn push_name(titled: &mut String, name: &str) {
    let rest = match name.strip_prefix("mc") {
        Some(rest) if rest.chars().count() > 2 => {
            titled.push_str("Mc");
            rest
        }
        _ => name,
    };
    let mut letters = rest.chars();
    titled.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    titled.push_str(letters.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn capitals_stand_where_people_expect_them() {
        for (word, titled) in [
            ("MAIN", "Main"),
            ("main", "Main"),
            ("MCDONALD", "McDonald"),
            ("McDonald", "McDonald"),
            ("MC", "Mc"),
            ("O'BRIEN", "O'Brien"),
            ("o'brien", "O'Brien"),
            ("MARY'S", "Mary's"),
            ("LaSalle", "LaSalle"),
            ("WINSTON-SALEM", "Winston-Salem"),
            ("NÚÑEZ", "Núñez"),
            ("3RD", "3rd"),
            ("23b", "23B"),
            ("a", "A"),
            ("DE", "de"),
            ("Of", "of"),
            ("II", "II"),
        ] {
            assert_eq!(title(word, false), titled, "{word}");
        }
        assert_eq!(title("THE", true), "The");
    }

    proptest! {
        #[test]
        fn a_titled_word_stays_as_it_is(word in "[A-Za-zÀ-ÖØ-Þà-öø-ÿ'0-9-]{0,12}", first: bool) {
            let titled = title(&word, first);
            prop_assert_eq!(title(&titled, first), titled.clone());
        }
    }
}
