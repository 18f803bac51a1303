//! The words of addresses and the ways they are spelled: suffixes, directions, ordinals, states.
//!
//! Each row holds a word and, in one text, its other spellings, all folded: a fifth of the bytes a table of pairs would
//! take. They are walked from the start, which is quick enough for a few words a line.

/// What stands at the end of a street's name: “Street”, “Avenue”.
#[derive(Debug, PartialEq, Eq)]
pub struct Suffix {
    /// Written out, as people see it.
    pub name: &'static str,
    /// Its abbreviations, those of the Postal Service and those that really occur, folded.
    spellings: &'static str,
    /// Whether a street ends with it even when more words follow: “12 Main St Willimantic”. “Hill” is not like that.
    pub firm: bool,
}

const fn firm(name: &'static str, spellings: &'static str) -> Suffix {
    Suffix { name, spellings, firm: true }
}

const fn soft(name: &'static str, spellings: &'static str) -> Suffix {
    Suffix { name, spellings, firm: false }
}

/// The suffixes of Postal Service Publication 28 that occur in New England, and the commonest elsewhere.
static SUFFIXES: &[Suffix] = &[
    firm("Street", "st str strt"),
    firm("Road", "rd"),
    firm("Avenue", "ave av aven avenu avn"),
    firm("Drive", "dr driv drv"),
    firm("Lane", "ln la"),
    firm("Court", "ct crt"),
    firm("Boulevard", "blvd boul blv"),
    firm("Circle", "cir circ crcl"),
    firm("Terrace", "ter terr"),
    firm("Place", "pl"),
    firm("Parkway", "pkwy pkway pky"),
    firm("Highway", "hwy hiway highwy hiwy"),
    firm("Turnpike", "tpke tpk trnpk turnpk tnpk"),
    firm("Square", "sq sqr"),
    firm("Way", "wy"),
    firm("Alley", "aly ally"),
    firm("Trail", "trl"),
    firm("Extension", "ext extn exten"),
    soft("Bend", "bnd"),
    soft("Bridge", "brg"),
    soft("Brook", "brk"),
    soft("Center", "ctr cntr cent centre"),
    soft("Close", ""),
    soft("Common", "cmn"),
    soft("Commons", "cmns"),
    soft("Corner", "cor"),
    soft("Corners", "cors"),
    soft("Cove", "cv"),
    soft("Crescent", "cres"),
    soft("Crossing", "xing crssng"),
    soft("Estates", "est ests"),
    soft("Falls", "fls"),
    soft("Farm", "frm"),
    soft("Farms", "frms"),
    soft("Field", "fld"),
    soft("Fields", "flds"),
    soft("Forest", "frst"),
    soft("Gardens", "gdns"),
    soft("Glen", "gln"),
    soft("Green", "grn"),
    soft("Grove", "grv"),
    soft("Harbor", "hbr"),
    soft("Heights", "hts"),
    soft("Hill", "hl"),
    soft("Hills", "hls"),
    soft("Hollow", "holw"),
    soft("Island", "isl"),
    soft("Junction", "jct"),
    soft("Lake", "lk"),
    soft("Landing", "lndg"),
    soft("Loop", ""),
    soft("Manor", "mnr"),
    soft("Meadow", "mdw"),
    soft("Meadows", "mdws"),
    soft("Mills", "mls"),
    soft("Mountain", "mtn"),
    soft("Orchard", "orch"),
    soft("Park", "pk"),
    soft("Pass", ""),
    soft("Path", ""),
    soft("Pike", ""),
    soft("Plaza", "plz"),
    soft("Point", "pt"),
    soft("Pond", "pnd"),
    soft("Ridge", "rdg"),
    soft("Row", ""),
    soft("Run", ""),
    soft("Shore", "shr"),
    soft("Shores", "shrs"),
    soft("Spring", "spg"),
    soft("Springs", "spgs"),
    soft("Station", "sta stn"),
    soft("Valley", "vly"),
    soft("View", "vw"),
    soft("Village", "vlg"),
    soft("Walk", ""),
    soft("Woods", "wds"),
];

/// The suffix a folded word spells.
pub fn suffix(word: &str) -> Option<&'static Suffix> {
    // The written form is found without a second copy of it in the table.
    SUFFIXES.iter().find(|suffix| suffix.name.eq_ignore_ascii_case(word) || spelled(suffix.spellings, word))
}

/// Whether a folded word is one of some spellings in one text.
pub fn spelled(spellings: &str, word: &str) -> bool {
    // Looked at for every word of tens of thousands of addresses, so without cutting the text into pieces.
    let (text, word) = (spellings.as_bytes(), word.as_bytes());
    let one = !word.is_empty() && memchr::memchr(b' ', word).is_none();
    let mut from = 0;
    while one && from + word.len() <= text.len() {
        let end = from + word.len();
        if text[from..end] == *word && text.get(end).is_none_or(|after| *after == b' ') {
            return true;
        }
        match memchr::memchr(b' ', &text[from..]) {
            Some(length) => from += length + 1,
            None => return false,
        }
    }
    false
}

/// A direction before or after a street's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// N
    North,
    /// S
    South,
    /// E
    East,
    /// W
    West,
    /// NE
    Northeast,
    /// NW
    Northwest,
    /// SE
    Southeast,
    /// SW
    Southwest,
}

/// A direction, as people see it and as it is abbreviated.
static DIRECTIONS: &[(Direction, &str, &str)] = &[
    (Direction::North, "North", "n no nth"),
    (Direction::South, "South", "s so sth"),
    (Direction::East, "East", "e"),
    (Direction::West, "West", "w"),
    (Direction::Northeast, "Northeast", "ne"),
    (Direction::Northwest, "Northwest", "nw"),
    (Direction::Southeast, "Southeast", "se"),
    (Direction::Southwest, "Southwest", "sw"),
];

impl Direction {
    /// The direction a folded word spells.
    pub fn read(word: &str) -> Option<Direction> {
        let found = DIRECTIONS.iter().find(|(_, name, short)| name.eq_ignore_ascii_case(word) || spelled(short, word));
        found.map(|(direction, ..)| *direction)
    }

    /// Written out: “North”.
    pub fn name(self) -> &'static str {
        DIRECTIONS.iter().find(|(direction, ..)| *direction == self).map_or("", |(_, name, _)| name)
    }
}

/// Ordinals in words, from first on.
static ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
     fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
/// Tens, as ordinals and as the first half of one: “thirtieth”, “thirty-first”.
static TENS: &[(&str, &str)] = &[
    ("twentieth", "twenty"),
    ("thirtieth", "thirty"),
    ("fortieth", "forty"),
    ("fiftieth", "fifty"),
    ("sixtieth", "sixty"),
    ("seventieth", "seventy"),
    ("eightieth", "eighty"),
    ("ninetieth", "ninety"),
];

/// The number of an ordinal in digits or words, folded: “3rd”, “third”, “twenty third”.
pub fn ordinal(words: &str) -> Option<u32> {
    let digits = words.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.starts_with(|c: char| c.is_ascii_digit()) {
        let number = short_number(digits)?;
        return spelled("st nd rd th", &words[digits.len()..]).then_some(number);
    }
    let tens = |(tens, word): (u32, &(&str, &str))| {
        if word.0 == words {
            return Some(tens * 10);
        }
        let one = words.strip_prefix(word.1)?.strip_prefix([' ', '-'])?;
        Some(tens * 10 + below_twenty(one).filter(|one| *one < 10)?)
    };
    below_twenty(words).or_else(|| (2..).zip(TENS).find_map(tens))
}

fn below_twenty(word: &str) -> Option<u32> {
    (1..).zip(ORDINALS.split_ascii_whitespace()).find(|(_, ordinal)| *ordinal == word).map(|(number, _)| number)
}

/// An ordinal as it is written on street signs: “3rd”.
pub fn to_ordinal(number: u32) -> String {
    let end = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}

/// A number of up to nine digits; longer runs are telephone numbers and the like.
pub fn short_number(digits: &str) -> Option<u32> {
    let short = !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|b| b.is_ascii_digit());
    short.then(|| digits.parse().ok()).flatten()
}

/// The states, the District and the island, each with the names it goes by.
static STATES: &[(&str, &str)] = &[
    ("AL", "alabama"),
    ("AK", "alaska"),
    ("AZ", "arizona"),
    ("AR", "arkansas"),
    ("CA", "california calif"),
    ("CO", "colorado"),
    ("CT", "connecticut conn"),
    ("DE", "delaware"),
    ("DC", "district-of-columbia"),
    ("FL", "florida fla"),
    ("GA", "georgia"),
    ("HI", "hawaii"),
    ("ID", "idaho"),
    ("IL", "illinois"),
    ("IN", "indiana"),
    ("IA", "iowa"),
    ("KS", "kansas"),
    ("KY", "kentucky"),
    ("LA", "louisiana"),
    ("ME", "maine"),
    ("MD", "maryland"),
    ("MA", "massachusetts mass"),
    ("MI", "michigan"),
    ("MN", "minnesota"),
    ("MS", "mississippi"),
    ("MO", "missouri"),
    ("MT", "montana"),
    ("NE", "nebraska"),
    ("NV", "nevada"),
    ("NH", "new-hampshire"),
    ("NJ", "new-jersey"),
    ("NM", "new-mexico"),
    ("NY", "new-york"),
    ("NC", "north-carolina"),
    ("ND", "north-dakota"),
    ("OH", "ohio"),
    ("OK", "oklahoma"),
    ("OR", "oregon"),
    ("PA", "pennsylvania penna"),
    ("PR", "puerto-rico"),
    ("RI", "rhode-island"),
    ("SC", "south-carolina"),
    ("SD", "south-dakota"),
    ("TN", "tennessee tenn"),
    ("TX", "texas"),
    ("UT", "utah"),
    ("VT", "vermont"),
    ("VA", "virginia"),
    ("WA", "washington"),
    ("WV", "west-virginia"),
    ("WI", "wisconsin wis"),
    ("WY", "wyoming"),
];

/// The two letters of a state, by them or by its name; the words of a name are joined with hyphens.
pub fn state(words: &str) -> Option<&'static str> {
    let found = STATES.iter().find(|(code, names)| code.eq_ignore_ascii_case(words) || spelled(names, words));
    found.map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fold::fold;
    use proptest::prelude::*;

    #[test]
    fn no_spelling_stands_for_two_suffixes() {
        let mut seen = std::collections::BTreeSet::new();
        for suffix in SUFFIXES {
            let name = fold(suffix.name);
            assert!(seen.insert(name.clone()), "{name}");
            for spelling in suffix.spellings.split_ascii_whitespace() {
                assert!(seen.insert(spelling.to_owned()), "{spelling}");
                assert_eq!(super::suffix(spelling).map(|found| found.name), Some(suffix.name));
            }
        }
    }

    proptest! {
        #[test]
        fn a_word_is_spelled_where_it_stands_by_itself(spellings in "[ab]{0,2}( [ab]{0,2}){0,4}", word in "[ab ]{0,3}") {
            let whole = !word.is_empty() && spellings.split(' ').any(|spelling| spelling == word);
            prop_assert_eq!(spelled(&spellings, &word), whole);
        }
    }

    #[test]
    fn directions_are_read_however_they_are_written() {
        for (word, direction) in [
            ("n", Direction::North),
            ("no", Direction::North),
            ("south", Direction::South),
            ("sw", Direction::Southwest),
        ] {
            assert_eq!(Direction::read(word), Some(direction), "{word}");
            assert_eq!(Direction::read(&fold(direction.name())), Some(direction));
        }
        assert_eq!(Direction::read("nope"), None);
    }

    #[test]
    fn ordinals_in_words_and_digits_are_one() {
        for (words, number) in [
            ("first", 1),
            ("3rd", 3),
            ("third", 3),
            ("nineteenth", 19),
            ("twentieth", 20),
            ("twenty-third", 23),
            ("forty second", 42),
            ("112th", 112),
        ] {
            assert_eq!(ordinal(words), Some(number), "{words}");
            assert_eq!(ordinal(&to_ordinal(number)), Some(number));
        }
        for words in ["", "3", "twenty", "twenty twelfth", "thirdly", "99999999999th", "3rds"] {
            assert_eq!(ordinal(words), None, "{words}");
        }
        assert_eq!([11, 12, 13, 101, 111].map(to_ordinal), ["11th", "12th", "13th", "101st", "111th"]);
    }

    #[test]
    fn a_state_is_known_by_its_letters_and_its_name() {
        assert_eq!(state("ct"), Some("CT"));
        assert_eq!(state("conn"), Some("CT"));
        assert_eq!(state("rhode-island"), Some("RI"));
        assert_eq!(state("zz"), None);
        assert_eq!(state(""), None);
    }
}
