//! Streets: “NO MAIN ST”, “Avenue A”, “State Rte 32”, “St Mary's St”.

use super::case::title;
use super::spelling::{Direction, Suffix, ordinal, short_number, spelled, state, suffix, to_ordinal};
use super::token::{Word, folded};
use super::unit_kind::is_needy;
use crate::model::fold::fold;
use std::fmt;

/// A street, every part written out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Street {
    /// The direction before the name: North Main Street.
    pub before: Option<Direction>,
    /// The name: “Main”, “Avenue A”, “Route 32”.
    pub name: String,
    /// What stands at the end of it.
    pub suffix: Option<&'static Suffix>,
    /// The direction after everything: Main Street North.
    pub after: Option<Direction>,
}

/// Where a street ends among words that may go on with units and a town.
#[derive(Clone, Copy)]
pub(crate) struct End {
    /// The number of its words.
    pub at: usize,
    /// Whether it surely ends there: at a suffix that ends streets, at the number of a route.
    pub firm: bool,
}

impl Street {
    /// The street that some words name, all of them.
    pub(crate) fn of(words: &[Word]) -> Street {
        let mut street = Street::default();
        let (words, after) = split_after(words);
        street.after = after;
        let (first, rest) = match words {
            // “East Hill” lies to the east of a hill, “East Street” is called East.
            [first, rest @ ..] if leads(rest) => (Direction::read(&first.folded), rest),
            _ => (None, words),
        };
        let words = if first.is_some() { rest } else { words };
        street.before = first;
        if let Some((name, _)) = numbered(words) {
            street.name = name;
            return street;
        }
        let (named, suffix) = split_suffix(words);
        street.suffix = suffix;
        street.name = name(named, suffix.is_some());
        street
    }

    /// Whether there is no street at all.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty()
    }

    /// The street as it is matched: one text for all its spellings.
    pub(crate) fn key(&self) -> String {
        let direction = |direction: Option<Direction>| direction.map_or("", Direction::name);
        let suffix = self.suffix.map_or("", |suffix| suffix.name);
        let key = [direction(self.before), &name_key(&self.name), suffix, direction(self.after)].join("|");
        key.to_lowercase()
    }
}

/// A street by the names it goes by, worked out once for comparing it with many.
pub(crate) struct Names {
    before: Option<Direction>,
    after: Option<Direction>,
    /// The name with its suffix.
    full: String,
    /// The name without its suffix; that of a route without whose it is.
    short: String,
    /// Whether there is no suffix.
    bare: bool,
}

impl Names {
    pub(crate) fn of(street: &Street) -> Names {
        let name = name_key(&street.name);
        let number = ["us route ", "highway "].iter().find_map(|lead| name.strip_prefix(lead));
        Names {
            before: street.before,
            after: street.after,
            full: name_key(&format!("{} {}", street.name, street.suffix.map_or("", |suffix| suffix.name))),
            short: number.map(|number| format!("route {number}")).unwrap_or(name),
            bare: street.suffix.is_none(),
        }
    }

    /// Whether the two may be one street, one of them written without its suffix, or a route without whose it is.
    pub(crate) fn may_be(&self, other: &Names) -> bool {
        (self.before, self.after) == (other.before, other.after)
            && (self.full == other.full
                || self.short == other.full
                || self.full == other.short
                || (self.bare && other.bare && self.short == other.short))
    }

    /// Its names, each once. Two that may be one street share a name, whatever the rule above picks from them.
    pub(crate) fn each(&self) -> impl Iterator<Item = &str> {
        [&self.full, &self.short].into_iter().take(if self.full == self.short { 1 } else { 2 }).map(String::as_str)
    }
}

impl fmt::Display for Street {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let direction = |direction: Option<Direction>| direction.map_or("", Direction::name);
        let suffix = self.suffix.map_or("", |suffix| suffix.name);
        let parts = [direction(self.before), &self.name, suffix, direction(self.after)];
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        f.write_str(parts.next().unwrap_or_default())?;
        parts.try_for_each(|part| write!(f, " {part}"))
    }
}

/// A name as it is matched: folded, without apostrophes, hyphens as spaces.
pub(crate) fn name_key(name: &str) -> String {
    let folded = fold(name).replace('\'', "").replace(['-', '/', '|'], " ");
    let same = |word: &str| match word {
        "&" => "and".to_owned(),
        "avenida" | "avda" => "avenue".to_owned(),
        word => word.to_owned(),
    };
    folded.split(' ').filter(|word| !word.is_empty()).map(same).collect::<Vec<_>>().join(" ")
}

/// Whether a direction before these words is one, and not the name itself.
fn leads(rest: &[Word]) -> bool {
    let only_suffix = |rest: &[Word]| rest.iter().all(|word| suffix(&word.folded).is_some_and(|suffix| suffix.firm));
    !rest.is_empty() && !only_suffix(rest)
}

/// Takes a direction off the end.
fn split_after(words: &[Word]) -> (&[Word], Option<Direction>) {
    let [before @ .., last] = words else { return (words, None) };
    let Some(direction) = Direction::read(&last.folded) else { return (words, None) };
    let after_suffix = before.len() > 1 && before.last().is_some_and(|word| suffix(&word.folded).is_some());
    let after_number = before.last().is_some_and(|word| short_number(&word.folded).is_some());
    let broadway = before.last().is_some_and(|word| word.folded == "broadway");
    // “Row E” is the fifth row.
    let written_out = last.folded.len() > 2;
    let named = before.iter().any(|word| Direction::read(&word.folded).is_none());
    let fits = after_suffix || after_number || broadway || written_out;
    if fits && named && lettered(words).is_none() { (before, Some(direction)) } else { (words, None) }
}

/// Takes a suffix off the end, if a name remains.
fn split_suffix(words: &[Word]) -> (&[Word], Option<&'static Suffix>) {
    match words {
        // “The Green”, “Camino de la”
        [before @ .., the, last] if !spelled("the of de calle", &the.folded) => match suffix(&last.folded) {
            Some(suffix) => (&words[..before.len() + 1], Some(suffix)),
            None => (words, None),
        },
        _ => (words, None),
    }
}

/// “Avenue A”, and “Calle 3” of Puerto Rico.
fn lettered(words: &[Word]) -> Option<String> {
    match words {
        [calle, name]
            if calle.folded == "calle" && (name.letter().is_some() || short_number(&name.folded).is_some()) =>
        {
            Some(format!("Calle {}", name.shown.to_uppercase()))
        }
        [avenue, letter] if spelled("avenue ave av", &avenue.folded) && letter.letter().is_some() => {
            Some(format!("Avenue {}", letter.shown.to_uppercase()))
        }
        _ => None,
    }
}

/// The name of a street that is known by number or letter, and how many words it takes.
fn numbered(words: &[Word]) -> Option<(String, usize)> {
    if let Some(name) = words.get(..2).and_then(lettered) {
        return Some((name, 2));
    }
    let (old, words) = match words {
        [old, rest @ ..] if old.folded == "old" => (true, rest),
        _ => (false, words),
    };
    let (road, used, number) = route(words)?;
    let number = number.shown.trim_start_matches('0').to_uppercase();
    Some(if old { (format!("Old {road} {number}"), used + 1) } else { (format!("{road} {number}"), used) })
}

/// “Route 32”, “US Hwy 6”, “County Rd 5”: what it is, how many words it takes, its number.
///
/// A state's route is called by its number alone, as people do; those of the country and the county are not, because
/// two of one number may cross.
fn route(words: &[Word]) -> Option<(&'static str, usize, &Word)> {
    static ROADS: &str = "route rt rte highway hwy road rd";
    let word = |at: usize| words.get(at).map_or("", |word| word.folded.as_str());
    let road = |at: usize| spelled(ROADS, word(at));
    let (named, used) = match word(0) {
        "route" | "rt" | "rte" | "sr" => ("Route", 1),
        "state" if road(1) => ("Route", 2),
        "st" if spelled("route rt rte", word(1)) => ("Route", 2),
        "highway" | "hwy" => ("Highway", 1),
        "us" => ("US Route", if road(1) { 2 } else { 1 }),
        "county" | "co" | "cty" if road(1) => ("County Road", 2),
        "cr" => ("County Road", 1),
        "private" if spelled("road rd", word(1)) => ("Private Road", 2),
        "carr" | "carretera" => ("Carretera", 1),
        code if state(code).is_some() && spelled("route rt rte highway hwy", word(1)) => ("Route", 2),
        code if code.len() == 2 && code != "la" && state(code).is_some() => ("Route", 1),
        _ => return None,
    };
    let number = words.get(used)?;
    let digits = number.folded.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let numeric = digits.len() <= 4 && number.folded.len() <= digits.len() + 1 && short_number(digits).is_some();
    // Wisconsin's county roads have letters.
    let letters = number.folded.len() <= 2 && number.folded.bytes().all(|b| b.is_ascii_alphabetic());
    let letter = named == "County Road" && letters && !is_needy(&number.folded);
    (numeric || letter).then_some((named, used + 1, number))
}

/// A name with its words written out and in capitals.
fn name(words: &[Word], suffixed: bool) -> String {
    let whole = folded(words);
    let number = ordinal(&whole).or_else(|| short_number(&whole).filter(|_| suffixed));
    if let Some(number) = number {
        return to_ordinal(number);
    }
    // “No” and “So” alone are “North” and “South”; “E” alone is the street of that letter.
    if let [word] = words {
        let direction = Direction::read(&word.folded).filter(|_| word.letter().is_none());
        return direction.map_or_else(|| title(&word.shown, true), |direction| direction.name().to_owned());
    }
    let word = |at: usize| written_out(words, at);
    (0..words.len()).map(word).collect::<Vec<_>>().join(" ")
}

fn written_out(words: &[Word], at: usize) -> String {
    let word = &words[at];
    let last = at + 1 == words.len();
    let after_old = at > 0 && words[at - 1].folded == "old";
    let full = match word.folded.as_str() {
        // “Main St & High St”
        "st" if !last && !spelled("& and at", &words[at + 1].folded) => Some("Saint"),
        "mt" => Some("Mount"),
        "ft" => Some("Fort"),
        "ave" | "av" | "blvd" | "pt" => suffix(&word.folded).map(|suffix| suffix.name),
        "c/" if at == 0 => Some("Calle"),
        "la" => None,
        // Only abbreviations: “Centre” is how that street is called.
        short
            if at > 0
                && short.len() <= 5
                && suffix(short).is_some_and(|suffix| !suffix.name.eq_ignore_ascii_case(short)) =>
        {
            suffix(short).map(|suffix| suffix.name)
        }
        short if after_old && !last => Direction::read(short).map(Direction::name),
        _ => None,
    };
    full.map_or_else(|| title(&word.shown, at == 0), str::to_owned)
}

/// Where a street ends among words that may go on. `town` tells that a town follows in the same words.
pub(crate) fn end(words: &[Word], town: bool) -> End {
    if let Some(at) = firm_end(words) {
        return End { at, firm: true };
    }
    if !town || words.len() < 2 {
        return End { at: words.len(), firm: false };
    }
    // “12 Fox Run Windham CT”
    let soft = (1..words.len() - 1).rev().find(|at| suffix(&words[*at].folded).is_some());
    if let Some(at) = soft {
        return End { at: at + 1, firm: true };
    }
    // “12 Maple New London CT”
    static TOWN_STARTS: &str =
        "new north south east west n no s so e w old fort ft saint st mount mt san santa port lake great los las el";
    let last = words.len() - 1;
    let two = last > 1 && spelled(TOWN_STARTS, &words[last - 1].folded);
    End { at: if two { last - 1 } else { last }, firm: true }
}

/// The number of directions before a name: one or none.
fn lead(words: &[Word]) -> usize {
    usize::from(words.first().is_some_and(|word| Direction::read(&word.folded).is_some()) && leads(&words[1..]))
}

/// The number of words that name a street by its number or letter: “N Route 32”. None if it is not such.
pub(crate) fn numbered_end(words: &[Word]) -> usize {
    let lead = lead(words);
    numbered(&words[lead..]).map_or(0, |(_, used)| lead + used)
}

/// The saints of streets and towns, with the endings they have there.
static SAINTS: &str = "andrew andrews ann anne annes anns anthony anthonys augustine charles clair claire cloud \
     francis george georges germain helena james johns john johnsbury joseph josephs lawrence louis luke lukes mark \
     marks martin martins mary marys matthew matthews michael michaels nicholas patrick patricks paul pauls peter \
     peters petersburg regis rose stephen stephens theresa thomas vincent";

/// The end of a street that surely ends before its words do, or with them.
pub(crate) fn firm_end(words: &[Word]) -> Option<usize> {
    let lead = lead(words);
    let named = &words[lead..];
    let numbered = numbered_end(words);
    if numbered > 0 {
        return Some(with_direction(words, numbered));
    }
    // “S 300 E” of Utah
    if let [number, after, ..] = named
        && short_number(&number.folded).is_some()
        && Direction::read(&after.folded).is_some()
        && (lead > 0 || named.len() == 2)
    {
        return Some(lead + 2);
    }
    let ends = |at: &usize| {
        let (word, last) = (&words[*at].folded, at + 1 == words.len());
        let firm = |word: &Word| suffix(&word.folded).is_some_and(|suffix| suffix.firm);
        let after_firm = *at > 1 && firm(&words[at - 1]);
        // “Old St Mary's Ct”, “N St James Pl”
        let leads = |word: &Word| word.folded == "old" || Direction::read(&word.folded).is_some();
        let saint =
            words.get(at + 1).is_some_and(|next| spelled(SAINTS, &next.folded)) && words[..*at].iter().all(leads);
        // The second “St” of “Elm St St Louis” begins the town; “La” is a lane only at the very end.
        let begins = word == "st" && !last && (after_firm || saint);
        firm(&words[*at]) && !begins && (word != "la" || last)
    };
    if let Some(at) = (1..words.len()).rev().find(ends) {
        return Some(with_direction(words, at + 1));
    }
    let broadway = named.first().is_some_and(|word| word.folded == "broadway");
    broadway.then(|| with_direction(words, lead + 1))
}

/// Takes in a direction after the end, unless it begins a town: “Main St North Windham”.
fn with_direction(words: &[Word], end: usize) -> usize {
    let Some(word) = words.get(end) else { return end };
    if Direction::read(&word.folded).is_none() {
        return end;
    }
    let compound = matches!(word.folded.as_str(), "ne" | "nw" | "se" | "sw");
    let fits = match words.get(end + 1) {
        None => true,
        // “No. 3” is a unit.
        Some(next) => compound || (next.is_numeric() && word.folded != "no"),
    };
    if fits { end + 1 } else { end }
}

/// The name of a town, written out: “No. Windham” and “North Windham” are one.
pub(crate) fn town(words: &[Word]) -> String {
    let word = |at: usize| {
        let word = &words[at];
        let (first, more) = (at == 0, words.len() > 1);
        let direction = Direction::read(&word.folded).filter(|_| first && more);
        let abbreviated = || suffix(&word.folded).filter(|suffix| !first && !suffix.firm && word.folded.len() <= 4);
        match word.folded.as_str() {
            "st" if more => "Saint".to_owned(),
            "mt" if more => "Mount".to_owned(),
            "ft" if more => "Fort".to_owned(),
            _ => match direction.map(Direction::name).or_else(|| abbreviated().map(|suffix| suffix.name)) {
                Some(full) => full.to_owned(),
                None => title(&word.shown, first),
            },
        }
    };
    (0..words.len()).map(word).collect::<Vec<_>>().join(" ")
}
