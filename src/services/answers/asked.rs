//! What somebody asks for, understood from a few words in English or Spanish.

use super::slips::likeness;
use crate::model::fold::Words;
use crate::model::id::Id;
use crate::services::needs::KNOWN;

/// Words that say nothing of what is needed, folded.
#[rustfmt::skip]
const SAYS_NOTHING: &[&str] = &[
    "a", "an", "the", "i", "we", "me", "my", "for", "of", "in", "on", "at", "to", "with", "and", "or", "is", "are", "can", "do",
    "does", "get", "find", "need", "needs", "want", "where", "who", "what", "help", "some", "any", "today", "tonight", "now",
    "open", "near", "nearby", "here", "there", "place", "places", "please", "someone", "people", "free", "give", "gives",
    "un", "una", "el", "la", "los", "las", "yo", "mi", "mis", "para", "por", "de", "del", "en", "con", "y", "o", "es", "hay",
    "puedo", "puede", "conseguir", "encontrar", "buscar", "busco", "necesito", "necesita", "quiero", "donde", "quien", "que",
    "ayuda", "algo", "alguien", "hoy", "ahora", "abierto", "cerca", "aqui", "lugar", "lugares", "gratis", "dan", "ayudan",
];

/// Who asks and what for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// What was typed.
    pub words: String,
    /// The need that was tapped, by its key.
    pub need: Option<String>,
    /// The need of the team's own list that was tapped.
    pub own_need: Option<Id>,
    /// The language they speak, by its key.
    pub language: Option<String>,
    /// How old they are, in years.
    pub age: Option<i64>,
    /// Whether they have no documents to show.
    pub no_documents: bool,
}

/// What is known of a need by which it may be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnNeed {
    pub id: Id,
    /// The need that comes with the app that it is part of, by its place among those.
    pub part_of: Option<usize>,
    /// Its names and other words for it, folded.
    pub words: Vec<String>,
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Needs that come with the app, by their places among [`KNOWN`].
    pub needs: Vec<usize>,
    /// Needs of the team's own list.
    pub own: Vec<Id>,
    /// What else was said, folded: names, places.
    pub rest: Vec<String>,
    /// All words that say anything, folded: a name may have the word of a need in it.
    pub all: Vec<String>,
}

impl Asked {
    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.needs.is_empty() && self.own.is_empty() && self.rest.is_empty() && self.all.is_empty()
    }
}

/// What words ask for among the needs that come with the app. Only where no word is exactly one of theirs, words with small
/// slips count.
pub fn asked(words: &str) -> Asked {
    understood(words, &[])
}

/// The same with the needs of the team's own list.
pub(super) fn understood(words: &str, own: &[OwnNeed]) -> Asked {
    let all = Words::of(words);
    let typed: Vec<&str> = all.as_str().split(' ').filter(|word| !word.is_empty()).collect();
    let mut asked = Asked::default();
    let mut used = vec![false; typed.len()];
    let known =
        KNOWN.iter().enumerate().flat_map(|(at, need)| need.words.iter().map(move |word| (Of::Known(at), *word)));
    let owned = own.iter().flat_map(|need| need.words.iter().map(|word| (Of::Own(need.id), word.as_str())));
    let terms: Vec<(Of, &str)> = known.chain(owned).filter(|(_, term)| !term.is_empty()).collect();
    for (of, term) in &terms {
        if mark(&typed, &mut used, term) {
            asked.add(*of);
        }
    }
    if asked.is_empty() {
        for (at, word) in typed.iter().enumerate().filter(|(_, word)| !SAYS_NOTHING.contains(*word)) {
            let like = terms.iter().filter_map(|(of, term)| Some((likeness(word, term)?, *of)));
            let like: Vec<(i64, Of)> = like.collect();
            // “Shleter” is a shelter, and no shoe.
            let Some(most) = like.iter().map(|(like, _)| *like).max() else { continue };
            used[at] = true;
            like.iter().filter(|(like, _)| *like == most).for_each(|(_, of)| asked.add(*of));
        }
    }
    let says = || typed.iter().zip(&used).filter(|(word, used)| **used || !SAYS_NOTHING.contains(*word));
    asked.all = says().map(|(word, _)| (*word).to_owned()).collect();
    asked.rest = says().filter(|(_, used)| !**used).map(|(word, _)| (*word).to_owned()).collect();
    asked
}

/// Which need a word is of.
#[derive(Clone, Copy)]
enum Of {
    Known(usize),
    Own(Id),
}

impl Asked {
    fn add(&mut self, of: Of) {
        match of {
            Of::Known(at) if !self.needs.contains(&at) => self.needs.push(at),
            Of::Own(id) if !self.own.contains(&id) => self.own.push(id),
            Of::Known(_) | Of::Own(_) => {}
        }
    }
}

/// Marks the words that begin with those of a term, wherever they do. Says whether any do.
fn mark(typed: &[&str], used: &mut [bool], term: &str) -> bool {
    let parts: Vec<&str> = term.split(' ').collect();
    let mut found = false;
    for at in 0..typed.len() {
        let Some(here) = typed.get(at..at + parts.len()) else { break };
        if here.iter().zip(&parts).all(|(typed, part)| typed.starts_with(part)) {
            used[at..at + parts.len()].iter_mut().for_each(|used| *used = true);
            found = true;
        }
    }
    found
}
