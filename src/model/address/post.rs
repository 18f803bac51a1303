//! Where mail goes and nobody lives: post office boxes, rural routes, general delivery.

use super::spelling::{ordinal, spelled};
use super::token::Word;
use std::fmt;

/// A place the post knows, at which there is no door to knock.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Post {
    /// A box at the post office; its number in capitals.
    Box(String),
    /// A rural route, and the box along it if it is known.
    Rural {
        /// The route's number, without zeros in front; empty on a star route of no number.
        route: String,
        /// The box's number; empty if none is given.
        number: String,
        /// Whether it is a highway contract route, as is usual in Puerto Rico.
        contract: bool,
    },
    /// Kept at the post office until it is asked for.
    General,
}

impl Post {
    /// The first such place among some words: where it begins, and how many words it takes.
    pub(crate) fn find(words: &[Word]) -> Option<(Post, usize, usize)> {
        (0..words.len()).find_map(|at| Post::at(&words[at..], at == 0).map(|(post, used)| (post, at, used)))
    }

    /// The place at the start of some words. A bare “Box 12” or “RD 2” counts only at the start of a piece.
    fn at(words: &[Word], first: bool) -> Option<(Post, usize)> {
        let word = |at: usize| words.get(at).map_or("", |word| word.folded.as_str());
        let boxed = match (word(0), word(1), word(2)) {
            ("p", "o", "box" | "bx") | ("post", "office", "box") => Some(3),
            ("po", "box" | "bx", _) | ("p", "o", _) | ("lock", "box", _) => Some(2),
            ("pob" | "pobox" | "pmb" | "po", ..) => Some(1),
            ("box" | "bx" | "apartado" | "buzon", ..) if first => Some(1),
            _ => None,
        };
        if let Some((number, used)) = boxed.and_then(|at| name(words, at)) {
            return Some((Post::Box(number), used));
        }
        if let ("general" | "genl" | "gen", "delivery" | "del") = (word(0), word(1)) {
            return Some((Post::General, 2));
        }
        Post::rural(words, first)
    }

    fn rural(words: &[Word], first: bool) -> Option<(Post, usize)> {
        let word = |at: usize| words.get(at).map_or("", |word| word.folded.as_str());
        let (named, contract) = match (word(0), word(1)) {
            ("rural", "route" | "rt" | "rte" | "delivery") | ("r", "r") => (2, false),
            ("star", "route" | "rt" | "rte") => (2, true),
            ("rr" | "rfd", _) => (1, false),
            ("hc" | "hcr", _) => (1, true),
            ("rd", _) if first => (1, false),
            // “Route 2 Box 14” is where the mail goes, “Route 2” is a road.
            ("rt" | "rte" | "route", _) if first && spelled("box bx", word(2)) => (1, false),
            _ => return None,
        };
        let route = name(words, named);
        if route.is_none() && !spelled("box bx", word(named)) {
            return None;
        }
        let (route, used) = route.unwrap_or((String::new(), named));
        let boxed = spelled("box bx buzon bzn", word(used)).then(|| name(words, used + 1)).flatten();
        let (number, used) = boxed.unwrap_or((String::new(), used));
        Some((Post::Rural { route, number, contract }, used))
    }
}

/// The number of a box or route, without zeros in front, and the word after it.
fn name(words: &[Word], at: usize) -> Option<(String, usize)> {
    let marks = words.get(at..)?.iter().take(2).take_while(|word| spelled("# no", &word.folded)).count();
    let word = words.get(at + marks)?;
    let number = word.shown.trim_start_matches('0');
    let boxed = words[..at].last().is_some_and(|word| spelled("box bx", &word.folded));
    let digits = word.folded.chars().any(|c| c.is_ascii_digit()) && ordinal(&word.folded).is_none();
    let is_number = digits || (boxed && word.letter().is_some());
    (is_number && !number.is_empty()).then(|| (number.to_uppercase(), at + marks + 1))
}

impl fmt::Display for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Post::Box(number) => write!(f, "PO Box {number}"),
            Post::General => f.write_str("General Delivery"),
            Post::Rural { route, number, contract } => {
                f.write_str(match (contract, route.is_empty()) {
                    (true, true) => "Star Route",
                    (true, false) => "HC ",
                    (false, _) => "RR ",
                })?;
                f.write_str(route)?;
                if number.is_empty() { Ok(()) } else { write!(f, " Box {number}") }
            }
        }
    }
}
