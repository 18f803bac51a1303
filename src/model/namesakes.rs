//! Records of one kind that bear the same name, or nearly: what somebody is about to write down anew may be there.

use super::address::name_key;
use super::book::Book;
use super::field::FieldType;
use super::id::Id;
use super::index::Index;
use super::kind::Kind;

/// Words that a name is written with as often as without, before it and after it.
const BEFORE: [&str; 5] = ["the", "el", "la", "los", "las"];
const AFTER: [&str; 12] =
    ["inc", "incorporated", "llc", "llp", "pllc", "pc", "co", "company", "corp", "corporation", "ltd", "limited"];

/// Whether people find records of a kind by their names: each must have one, of one line, and it may be told to all.
pub fn found_by_name(kind: &Kind) -> bool {
    kind.title().is_some_and(|title| title.required && !title.private && title.ty == FieldType::Text)
}

/// The records of a kind whose names are the same as this one, or nearly: but for case, accents, punctuation, spaces,
/// an article before it and what sort of company it is. At most so many, in the order of a list.
pub fn namesakes(book: &Book, index: &mut Index, kind: &'static Kind, name: &str, most: usize) -> Vec<Id> {
    let wanted = key(name);
    let Some(first) = wanted.chars().next().filter(|_| found_by_name(kind)) else { return Vec::new() };
    let same = |folded: &str| {
        let title = folded.split('\n').next().unwrap_or_default();
        let letters = title.trim_start_matches(sign);
        // Most names begin with another letter, and are not looked at any further.
        let begins = |words: &str| words.trim_start_matches(sign).starts_with(first);
        let bare = letters.split_once(sign).filter(|(word, _)| BEFORE.contains(word));
        let may_be = begins(letters) || title.contains('&') || bare.is_some_and(|(_, rest)| begins(rest));
        may_be && key(title) == wanted
    };
    let rows = index.rows(book, kind).iter();
    let mut found: Vec<Id> = rows.filter(|row| same(row.folded())).map(|row| row.id).collect();
    index.joined(book, kind).show(&mut found);
    found.truncate(most);
    found
}

fn sign(c: char) -> bool {
    !c.is_alphanumeric()
}

/// A name as it is compared, as the names of streets are, and without the words that come and go.
fn key(name: &str) -> String {
    key_words(name).concat()
}

/// The words of a name as it is compared.
pub(super) fn key_words(name: &str) -> Vec<String> {
    let key = name_key(&name.replace(['.', '’', '\''], ""));
    let words: Vec<&str> = key.split(sign).filter(|word| !word.is_empty()).collect();
    let mut words = words.as_slice();
    if let [first, rest @ ..] = words
        && !rest.is_empty()
        && BEFORE.contains(first)
    {
        words = rest;
    }
    while let [rest @ .., last] = words
        && !rest.is_empty()
        && AFTER.contains(last)
    {
        words = rest;
    }
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::kinds::KINDS;
    use crate::model::testing::{Written, histories};
    use crate::partners::kinds::partner::PARTNER;
    use proptest::prelude::*;

    const WRITTEN: &[Written] = &[(
        "partner",
        &[1, 2, 3, 4, 5, 6],
        &[(
            "name",
            &[
                "The Depot",
                "depot, inc.",
                "la-Dépot",
                "& Sons",
                "And sons LLC",
                "The",
                "Depot Road",
                "-",
                "“The Depot”",
            ],
        )],
    )];

    #[test]
    fn one_name_in_many_spellings_is_one() {
        for (one, other) in [
            ("Covenant Soup Kitchen", "covenant soup kitchen"),
            ("Covenant Soup Kitchen", "The Covenant Soup-Kitchen, Inc."),
            ("Comedor José y María", "El comedor Jose y Maria"),
            ("St. Mary’s Church", "st marys church"),
            ("Y.M.C.A.", "YMCA"),
            ("Smith & Sons Co., Inc", "Smith and Sons"),
            ("Windham Free Press", "WindhamFree Press LLC"),
            ("The Co.", "Co"),
        ] {
            assert_eq!(key(one), key(other), "{one} / {other}");
        }
        for (one, other) in [
            ("Covenant Soup Kitchen", "Covenant Kitchen"),
            ("Library of Windham", "Library of Windham, teens"),
            ("School 1", "School 2"),
            ("Inc.", "LLC"),
            ("The", "El"),
        ] {
            assert_ne!(key(one), key(other), "{one} / {other}");
        }
    }

    #[test]
    fn the_kinds_found_by_name_follow_from_what_they_declare() {
        let by_name: Vec<&str> = KINDS.iter().filter(|kind| found_by_name(kind)).map(|kind| kind.id).collect();
        for kind in ["partner", "hub", "item"] {
            assert!(by_name.contains(&kind), "{by_name:?}");
        }
        // Two people of one name are two people, and a door is known by its address.
        for kind in ["speaker", "door", "visit", "contact", "said"] {
            assert!(!by_name.contains(&kind), "{by_name:?}");
        }
    }

    proptest! {
        /// Whatever is passed over without a closer look bears another name.
        #[test]
        fn all_namesakes_are_found(steps in histories(WRITTEN, 1..8), name in "(The |la |)(Depot|& Sons|Zoo|The)( Inc)?") {
            let (mut book, mut index) = (Book::new(KINDS), Index::default());
            for step in &steps {
                book.apply_all(step);
            }
            let found = namesakes(&book, &mut index, &PARTNER, &name, usize::MAX);
            let same = |id: &Id| book.alive(PARTNER.id, *id).and_then(|partner| partner.text("name")).map(key) == Some(key(&name));
            for id in (1..7).map(Id) {
                prop_assert_eq!(found.contains(&id), same(&id), "{:?}", id);
            }
        }
    }
}
