//! One repair of what spreadsheets, mail programs and chats do to a line of text, for every door it comes in by: the
//! import of a spreadsheet, a field that is typed in or pasted into, a list of addresses.
//!
//! What is sure is repaired, and said. What cannot be known any more is not guessed: [`damage`] says what happened.

use super::address::place::zip;
use super::email;
use super::field::{Field, FieldType};
use super::text::Text;
use super::unicode::is_hidden;
use std::borrow::Cow;

/// The sentences of this module.
pub mod words {
    crate::words! {
        SIGNS = "{label}: stray characters and spaces were removed, for example in “{now}”", "{label}: se quitaron caracteres y espacios sobrantes, por ejemplo en “{now}”";
        ZERO = "{label}: “{value}” is read as {now}; spreadsheets drop leading zeros. The same goes for others like it in this column", "{label}: “{value}” se lee como {now}; las hojas de cálculo quitan el cero inicial. Lo mismo vale para otros así en esta columna";
        AS_TEXT = "{label}: “{value}” is read as {now}. The same goes for others like it in this column", "{label}: “{value}” se lee como {now}. Lo mismo vale para otros así en esta columna";
        ONE_OF_SEVERAL = "{label}: only {now} is kept. Left out: {rest}", "{label}: solo se conserva {now}. Se omitió: {rest}";
        SHORTENED = "{label}: a spreadsheet shortened this number to “{value}”, and its other digits are lost. Enter the whole number", "{label}: una hoja de cálculo acortó este número a “{value}” y se perdieron las demás cifras. Escriba el número completo";
        FORMULA = "{label}: “{value}” is what a spreadsheet shows in place of something it cannot work out or has no room for. Enter what belongs there", "{label}: “{value}” es lo que una hoja de cálculo muestra en lugar de algo que no puede calcular o que no cabe. Escriba lo que corresponde";
        MADE_A_DATE = "{label}: a spreadsheet turned this into the date “{value}”. Enter what it was", "{label}: una hoja de cálculo convirtió esto en la fecha “{value}”. Escriba lo que decía";
    }
}

/// What a line of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Words.
    Words,
    /// Several lines of words.
    LongText,
    /// A phone number.
    Phone,
    /// An email address.
    Email,
    /// A ZIP code.
    Zip,
    /// An apartment or unit, a house number.
    Unit,
    /// What stands under a barcode.
    Barcode,
    /// A name that must be, a number, a date, an answer: read by others.
    Other,
}

impl Line {
    /// What a field, or a part of it, holds.
    pub fn of(field: &Field, part: Option<&str>) -> Line {
        match (field.ty, part) {
            (FieldType::Address, Some("zip")) => Line::Zip,
            (FieldType::Address, Some("unit")) => Line::Unit,
            (FieldType::Address, _) => Line::Words,
            (FieldType::Text, _) if field.barcode => Line::Barcode,
            (FieldType::Text, _) => Line::Words,
            (FieldType::LongText, _) => Line::LongText,
            (FieldType::Phone, _) => Line::Phone,
            (FieldType::Email, _) => Line::Email,
            _ => Line::Other,
        }
    }
}

/// A line as it is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired<'a> {
    /// What to keep.
    pub text: Cow<'a, str>,
    /// What to say of it where it is another than before: a sentence with the places `label`, `value` and `now`.
    pub changed: Option<Text>,
    /// What else stood there and cannot be kept beside it.
    pub rest: Option<String>,
}

/// Repairs a line that a file holds.
pub fn repair(line: Line, raw: &str) -> Repaired<'_> {
    let plain = match line {
        Line::LongText => long(raw),
        // Answers may stand in lines of their own.
        Line::Other if raw.trim().contains('\n') => {
            Cow::Owned(raw.trim().lines().map(clean).collect::<Vec<_>>().join("\n"))
        }
        _ => clean(raw),
    };
    let seen = if plain == raw.trim() { None } else { Some(words::SIGNS) };
    let (text, changed, rest) = match line {
        Line::Zip => {
            let (first, rest) = first_of(&plain);
            let code = zip(first);
            let changed = (code != first).then(|| match code.starts_with('0') && !first.starts_with('0') {
                true => words::ZERO,
                false => words::AS_TEXT,
            });
            (code, changed, rest)
        }
        Line::Email => {
            let (first, rest) = email::first(&plain);
            let changed = (rest.is_none() && first != *plain).then_some(words::AS_TEXT);
            (first, changed, rest)
        }
        Line::Phone | Line::Barcode => {
            let (first, rest) = first_of(&plain);
            if line == Line::Phone
                && let Some(number) = without_extension(first)
            {
                return Repaired { text: Cow::Owned(number.to_owned()), changed: Some(words::AS_TEXT), rest };
            }
            let whole = first.strip_suffix(".0").filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
            (whole.unwrap_or(first).to_owned(), whole.map(|_| words::AS_TEXT), rest)
        }
        _ => return Repaired { text: plain, changed: seen, rest: None },
    };
    Repaired { text: Cow::Owned(text), changed: changed.or(seen), rest }
}

/// Repairs what is typed or pasted into a field. Whoever types sees what stands there, so nothing is read into it.
pub fn typed(line: Line, raw: &str) -> Cow<'_, str> {
    match line {
        Line::LongText | Line::Other => Cow::Borrowed(raw),
        Line::Email => match clean(raw) {
            Cow::Borrowed(plain) => Cow::Borrowed(email::bare(plain)),
            Cow::Owned(plain) => Cow::Owned(email::bare(&plain).to_owned()),
        },
        _ => clean(raw),
    }
}

/// A phone number behind which stands the word for an extension, and none.
fn without_extension(text: &str) -> Option<&str> {
    let small = text.to_ascii_lowercase();
    let small = small.trim_end_matches(['.', ':', ' ', '#']);
    let mark = ["extension", "exten", "ext", "x"].iter().find_map(|word| small.strip_suffix(word))?;
    let number = text.get(..mark.len())?.trim_end_matches([' ', ',', ';', '-', '/']);
    number.ends_with(|c: char| c.is_ascii_digit()).then_some(number)
}

/// Of several that an address book keeps in one cell, “a ::: b”, the first, and the others.
fn first_of(text: &str) -> (&str, Option<String>) {
    match text.split_once(":::") {
        Some((first, rest)) if !first.trim().is_empty() => (first.trim(), Some(rest.trim().to_owned())),
        _ => (text, None),
    }
}

/// What a cell says that a spreadsheet was told to keep as it is: `="06278"`, or `'06278`.
fn as_said(text: &str) -> &str {
    // Other words may stand so in a line of their own.
    let is_code = |said: &&str| {
        said.starts_with(|c: char| c.is_ascii_digit())
            && said.bytes().all(|b| b.is_ascii_digit() || b"()+-. ".contains(&b))
    };
    let formula = text.strip_prefix("=\"").and_then(|said| said.strip_suffix('"'));
    formula.or_else(|| text.strip_prefix('\'')).filter(is_code).unwrap_or(text)
}

/// A line without signs that cannot be seen, with plain spaces, and none around it.
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = as_said(text.trim());
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let joins = matches!(letter, '\u{200C}' | '\u{200D}');
        // What joins or parts letters of other scripts, and the pictures of a family, belongs to them.
        let needed = joins
            && clean.chars().next_back().is_some_and(|before| !before.is_ascii())
            && letters.peek().is_some_and(|after| !after.is_ascii());
        match letter {
            c if c.is_whitespace() => {
                if !clean.is_empty() && !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            c if (joins && !needed) || is_hidden(c) || c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean.truncate(clean.trim_end().len());
    if clean == text { Cow::Borrowed(text) } else { Cow::Owned(clean) }
}

/// Several lines without signs that cannot be seen. Those that turn the direction of a script are needed there.
fn long(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let hidden = |c: char| matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    match text.contains(hidden) {
        true => Cow::Owned(text.replace(hidden, "").trim().to_owned()),
        false => Cow::Borrowed(text),
    }
}

/// What a spreadsheet has made of a line so that nobody can tell what stood there: a sentence with the places `label` and
/// `value`.
pub fn damage(line: Line, text: &str) -> Option<Text> {
    let text = text.trim();
    let is_code = matches!(line, Line::Phone | Line::Barcode | Line::Zip | Line::Unit);
    match () {
        () if line == Line::LongText => None,
        () if is_formula(text) => Some(words::FORMULA),
        () if is_code && is_shortened(text) => Some(words::SHORTENED),
        () if line == Line::Unit && is_made_a_date(text) => Some(words::MADE_A_DATE),
        () => None,
    }
}

/// “#REF!”, “#N/A”, or “########” where the column was too narrow.
fn is_formula(text: &str) -> bool {
    let Some(said) = text.strip_prefix('#') else { return false };
    let known = ["REF!", "N/A", "VALUE!", "NAME?", "DIV/0!", "NUM!", "NULL!", "SPILL!", "CALC!", "ERROR!"];
    known.contains(&said) || (said.len() >= 3 && said.bytes().all(|b| b == b'#'))
}

/// “9.78031E+12”: of all digits, only the first ones.
pub fn is_shortened(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['e', 'E']) else { return false };
    let digits = digits.replacen(['.', ','], "", 1);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    power.strip_prefix('+').is_some_and(is_digits) && is_digits(&digits)
}

/// “2-Jan”, “Apr-37”, “10/12/2026”, “2026-01-02 0:00:00”: house numbers and units of two parts come out so.
pub fn is_made_a_date(text: &str) -> bool {
    let text = text.split(' ').next().unwrap_or_default();
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let is_digits = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_month = |text: &&str| {
        let name = text.trim_end_matches('.').to_lowercase();
        let short: String = name.chars().take(3).collect();
        name.len() <= 4
            && "jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic".split(' ').any(|m| m == short)
    };
    match &*parts {
        [day, month] | [month, day] if is_month(month) => is_digits(day) && day.len() <= 4,
        [a, b, c] => {
            is_digits(a)
                && (is_digits(b) || is_month(b))
                && is_digits(c)
                && (a.len() == 4 || c.len() == 4 || is_month(b))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kept(line: Line, raw: &str) -> (String, Option<&'static str>, Option<String>) {
        let Repaired { text, changed, rest } = repair(line, raw);
        let named = |text: Text| words::ALL.iter().find(|(_, other)| *other == text).map_or("", |(name, _)| name);
        (text.into_owned(), changed.map(named), rest)
    }

    #[test]
    fn what_a_spreadsheet_was_told_to_keep_as_it_is_is_read_so() {
        for (cell, said) in [
            ("=\"06278\"", "06278"),
            ("'06278", "06278"),
            ("'860-555-0100", "860-555-0100"),
            ("=\"\"", "=\"\""),
            ("'til noon", "'til noon"),
            ("'02 class", "'02 class"),
            ("=\"a\"&\"b\"", "=\"a\"&\"b\""),
        ] {
            assert_eq!(clean(cell), said, "{cell}");
        }
    }

    #[test]
    fn signs_that_cannot_be_seen_go_and_odd_spaces_become_plain() {
        for (raw, is) in [
            ("\u{200b}Quill Music School\u{200b}", "Quill Music School"),
            ("Harbor\u{a0}Food\u{202f}Shelf", "Harbor Food Shelf"),
            ("  Harbor\tFood  Shelf ", "Harbor Food Shelf"),
            ("\u{feff}Ana\u{200e} \u{202a}Ruiz\u{202c}", "Ana Ruiz"),
            ("soft\u{ad}ly\u{1}", "softly"),
            ("a\u{200d}b", "ab"),
        ] {
            assert_eq!(kept(Line::Words, raw), (is.to_owned(), Some("SIGNS"), None), "{raw:?}");
        }
        for raw in ["Ana", "👩‍👩‍👧 family", "می‌خواهم", "نص عربي"] {
            assert_eq!(kept(Line::Words, raw), (raw.to_owned(), None, None), "{raw}");
        }
        let long = "שלום \u{200f}(a)\n\tb";
        assert_eq!(kept(Line::LongText, long), (long.to_owned(), None, None));
        assert_eq!(kept(Line::LongText, "a\u{200b}b"), ("ab".to_owned(), Some("SIGNS"), None));
    }

    #[test]
    fn a_zip_code_gets_back_what_a_spreadsheet_dropped() {
        for (raw, is, said) in [
            ("06226", "06226", None),
            ("06226-1234", "06226-1234", None),
            ("6226", "06226", Some("ZERO")),
            ("6226.0", "06226", Some("ZERO")),
            ("62261234", "06226-1234", Some("ZERO")),
            ("6226-1234", "06226-1234", Some("ZERO")),
            ("062261234", "06226-1234", Some("AS_TEXT")),
            ("K1A 0B1", "K1A 0B1", None),
        ] {
            let (text, changed, _) = kept(Line::Zip, raw);
            assert_eq!((&*text, changed), (is, said), "{raw}");
        }
    }

    #[test]
    fn of_several_addresses_in_one_cell_the_first_is_kept_and_the_others_are_told() {
        for raw in [
            "ana@example.org; bo@example.org",
            "ana@example.org;bo@example.org",
            "ana@example.org, bo@example.org",
            "ana@example.org bo@example.org",
            "ana@example.org ::: bo@example.org",
            "ana@example.org / bo@example.org",
        ] {
            let (text, _, rest) = kept(Line::Email, raw);
            assert_eq!((&*text, rest.as_deref()), ("ana@example.org", Some("bo@example.org")), "{raw}");
        }
        for raw in [
            "“ana@example.org”",
            "<ana@example.org>",
            "mailto:ana@example.org",
            "Ana Ruiz <ana@example.org>",
            "ana@example.org;",
        ] {
            assert_eq!(kept(Line::Email, raw), ("ana@example.org".to_owned(), Some("AS_TEXT"), None), "{raw}");
        }
        for raw in ["o'brien@example.org", "ana+table@example.org", "jörg@bücher.example", "n/a", "ana at home"] {
            assert_eq!(kept(Line::Email, raw), (raw.to_owned(), None, None));
        }
        let phones = kept(Line::Phone, "860-555-0122 ::: 860-555-0123");
        assert_eq!(phones, ("860-555-0122".to_owned(), None, Some("860-555-0123".to_owned())));
        assert_eq!(kept(Line::Phone, "8605550122.0"), ("8605550122".to_owned(), Some("AS_TEXT"), None));
        for raw in ["860-555-0122 x", "860-555-0122 ext.", "860-555-0122, Ext:", "860-555-0122x"] {
            assert_eq!(kept(Line::Phone, raw), ("860-555-0122".to_owned(), Some("AS_TEXT"), None), "{raw}");
        }
        assert_eq!(kept(Line::Phone, "860-555-0122 x 7").0, "860-555-0122 x 7");
        assert_eq!(kept(Line::Barcode, "9780306406157.0").0, "9780306406157");
    }

    #[test]
    fn what_a_spreadsheet_destroyed_is_not_kept() {
        for (line, text) in [
            (Line::Barcode, "9.78031E+12"),
            (Line::Barcode, "9,78031E+12"),
            (Line::Phone, "8.61E+09"),
            (Line::Zip, "6.23E+07"),
            (Line::Unit, "3.00E+05"),
            (Line::Unit, "2-Jan"),
            (Line::Unit, "ene-02"),
            (Line::Unit, "10/12/2026"),
            (Line::Unit, "2026-01-02"),
            (Line::Words, "#REF!"),
            (Line::Other, "########"),
        ] {
            assert!(damage(line, text).is_some(), "{text}");
        }
        for (line, text) in [
            (Line::Barcode, "LC-00123"),
            (Line::Words, "9.78031E+12"),
            (Line::Unit, "12-E"),
            (Line::Unit, "2-3"),
            (Line::Unit, "#4"),
            (Line::Unit, "2nd"),
            (Line::Words, "#1 Books"),
        ] {
            assert!(damage(line, text).is_none(), "{text}");
        }
    }

    #[test]
    fn what_is_typed_is_only_cleaned() {
        assert_eq!(typed(Line::Zip, " 6226\u{a0}"), "6226");
        assert_eq!(typed(Line::Email, "“ana@example.org” "), "ana@example.org");
        assert_eq!(typed(Line::LongText, " a\n"), " a\n");
        assert_eq!(typed(Line::Other, "1 5 "), "1 5 ");
    }

    proptest! {
        #[test]
        fn a_repaired_line_needs_no_repair(raw in "[\\PC\u{200b}\u{a0}\t]{0,20}") {
            for line in [Line::Words, Line::LongText, Line::Phone, Line::Email, Line::Zip, Line::Unit, Line::Barcode] {
                let once = repair(line, &raw).text.into_owned();
                let twice = repair(line, &once);
                prop_assert_eq!(&*twice.text, &*once);
            }
        }
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}
