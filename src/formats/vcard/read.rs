//! The text of an address book's export to cards: lines that were folded, in every version of the format, as phones and
//! programs write it and not only as it is specified.

use crate::formats::content_line;
use crate::formats::csv_import::decode::{Encoding, decode, decode_as};

/// One card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The line where it begins, from 1.
    pub line: u64,
    /// What it says, in its order.
    pub properties: Vec<Property>,
}

/// One thing that a card says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Property {
    /// Its name, in capitals.
    pub name: String,
    /// What binds it to others, such as the label of a number to the number; empty for most.
    pub group: String,
    /// What sort of number or address it is, in small letters: “cell”, “work”, “pref”.
    pub types: Vec<String>,
    /// What it says. Marks are still escaped, see [`text`](crate::formats::content_line::text).
    pub value: String,
}

/// A property whose lines are still being gathered.
struct Open {
    property: Property,
    quoted_printable: bool,
    base64: bool,
    charset: String,
}

/// What stands in a file: its cards, and lines that are in none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// The cards, also those that say nothing.
    pub cards: Vec<Card>,
    /// The lines outside of any card.
    pub outside: Vec<(u64, String)>,
}

/// The names that a line may begin with; any other that does not begin with “X-” is most likely not meant as one.
const NAMES: &[&str] = &[
    "BEGIN",
    "END",
    "VERSION",
    "FN",
    "N",
    "NICKNAME",
    "ORG",
    "TITLE",
    "ROLE",
    "TEL",
    "EMAIL",
    "ADR",
    "LABEL",
    "NOTE",
    "URL",
    "PHOTO",
    "LOGO",
    "SOUND",
    "KEY",
    "BDAY",
    "ANNIVERSARY",
    "DEATHDATE",
    "GENDER",
    "CATEGORIES",
    "REV",
    "UID",
    "PRODID",
    "TZ",
    "GEO",
    "MAILER",
    "CLASS",
    "SORT-STRING",
    "SOURCE",
    "NAME",
    "PROFILE",
    "KIND",
    "MEMBER",
    "RELATED",
    "LANG",
    "IMPP",
    "XML",
    "AGENT",
    "CALURI",
    "CALADRURI",
    "FBURL",
    "CLIENTPIDMAP",
];

/// Whether a text is an export of an address book.
pub fn is_vcard(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("begin:vcard"))
}

/// Reads the cards of a file. One that has no end ends where the next one begins.
pub fn cards(text: &str) -> Cards {
    let text = text.replace("\r\n", "\n");
    let mut read = Cards::default();
    let (mut card, mut open): (Option<Card>, Option<Open>) = (None, None);
    let mut folds_keep_space = false;
    for (number, line) in (1..).zip(text.split(['\n', '\r'])) {
        // Files that were put together have their marks in the middle.
        let line = line.trim_start_matches('\u{feff}');
        if let Some(open) = &mut open {
            if open.quoted_printable && open.property.value.ends_with('=') {
                open.property.value.pop();
                open.property.value.push_str(line);
                continue;
            }
            if let Some(rest) = line.strip_prefix([' ', '\t']) {
                // The oldest version folds only between words, and keeps their space.
                if folds_keep_space && !open.base64 {
                    open.property.value.push(' ');
                }
                open.property.value.push_str(if folds_keep_space { rest.trim_start() } else { rest });
                continue;
            }
        }
        if line.trim().is_empty() {
            continue;
        }
        let begun = begin(line, open.as_ref());
        let Some(next) = begun else {
            match &mut open {
                // A line that was broken without a fold.
                Some(open) if open.base64 => open.property.value.push_str(line.trim()),
                Some(open) => {
                    open.property.value.push_str("\\n");
                    open.property.value.push_str(line);
                }
                None => read.outside.push((number, line.to_owned())),
            }
            continue;
        };
        if let (Some(card), Some(done)) = (&mut card, open.take()) {
            card.properties.push(done.done());
        }
        let marks_card = next.property.value.trim().eq_ignore_ascii_case("vcard");
        match &*next.property.name {
            "BEGIN" if marks_card => {
                read.cards.extend(card.take());
                folds_keep_space = false;
                card = Some(Card { line: number, properties: Vec::new() });
            }
            "END" if marks_card => read.cards.extend(card.take()),
            "VERSION" if card.is_some() => folds_keep_space = next.property.value.trim() == "2.1",
            _ if card.is_some() => open = Some(next),
            _ => read.outside.push((number, line.to_owned())),
        }
    }
    if let (Some(card), Some(done)) = (&mut card, open.take()) {
        card.properties.push(done.done());
    }
    read.cards.extend(card);
    read
}

/// What a line begins; none if it goes on with what the line before it said.
fn begin(line: &str, before: Option<&Open>) -> Option<Open> {
    let (named, parameters, value) = content_line::split(line)?;
    let (group, name) = named.rsplit_once('.').unwrap_or(("", named));
    let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let name = name.to_ascii_uppercase();
    let known = NAMES.contains(&&*name) || name.starts_with("X-");
    let goes_on = before.is_some_and(|before| !known && before.property.name == "NOTE");
    if name.is_empty() || !is_word(&name) || !is_word(group) || goes_on {
        return None;
    }
    let property = Property { name, group: group.to_ascii_lowercase(), value: value.to_owned(), types: Vec::new() };
    let mut open = Open { property, quoted_printable: false, base64: false, charset: String::new() };
    parameters.iter().for_each(|parameter| open.take(parameter));
    Some(open)
}

impl Open {
    /// Takes in what stands beside the name. The oldest version leaves out of what it is a value.
    fn take(&mut self, parameter: &str) {
        let (key, values) = parameter.split_once('=').unwrap_or(("", parameter));
        let key = key.trim().to_ascii_lowercase();
        for value in values.split(',').map(|value| value.trim().trim_matches('"')) {
            for value in value.split(',').map(str::to_ascii_lowercase) {
                match (&*key, &*value) {
                    ("encoding" | "", "quoted-printable" | "q") => self.quoted_printable = true,
                    ("encoding" | "", "base64" | "b") => self.base64 = true,
                    ("charset", _) => self.charset = value,
                    ("pref", _) => self.property.types.push("pref".to_owned()),
                    ("type" | "", _) if !value.is_empty() => self.property.types.push(value),
                    _ => {}
                }
            }
        }
    }

    fn done(mut self) -> Property {
        if self.quoted_printable {
            let bytes = printed(self.property.value.as_bytes());
            self.property.value = match &*self.charset {
                "iso-8859-1" | "latin1" | "windows-1252" | "us-ascii" => decode_as(&bytes, Encoding::Windows1252),
                _ => decode(&bytes).0,
            };
        }
        self.property
    }
}

/// The bytes of a text in which some are written as “=C3”. What is not is kept as it is.
fn printed(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let code = text.get(at + 1..at + 3).and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|_| *byte == b'=').and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    bytes
}
