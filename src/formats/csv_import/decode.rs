//! Bytes to text: spreadsheets still write several encodings, and seldom say which.

mod letters;

use crate::model::text::{Message, Text};

/// The sentences of this module.
pub mod words {
    crate::words! {
        GUESSED = "The file does not say which text format it uses. It was read as {format}. Check that accents such as é and ñ look right, or choose another format", "El archivo no dice qué formato de texto usa. Se leyó como {format}. Revise que los acentos y la ñ se vean bien, o elija otro formato";
        WINDOWS = "an older Windows file", "un archivo antiguo de Windows";
        MAC = "an older Mac file", "un archivo antiguo de Mac";
        DOS_850 = "a DOS file", "un archivo de DOS";
        DOS_437 = "a DOS file from the United States", "un archivo de DOS de Estados Unidos";
        UTF_8 = "UTF-8", "UTF-8";
        UTF_16 = "UTF-16 (Excel’s Unicode text)", "UTF-16 (texto Unicode de Excel)";
        DAMAGED_LETTERS = "some letters are damaged", "algunas letras están dañadas";
        DAMAGED = "Some letters of the file are damaged and were replaced by �. Look for them before you import", "Algunas letras del archivo están dañadas y se reemplazaron por �. Búsquelas antes de importar";
    }
}

/// How the letters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16, the lower byte first. Excel's “Unicode Text”.
    Utf16Le,
    /// UTF-16, the upper byte first.
    Utf16Be,
    /// Windows-1252, which Latin-1 is a part of. A guess: nothing in the file says so.
    Windows1252,
    /// The letters of old Macs. A guess, too.
    MacRoman,
    /// Those of DOS in Western Europe. A guess, too.
    Dos850,
    /// Those of DOS in the United States. A guess, too.
    Dos437,
    /// UTF-8 or UTF-16 in which some letters are damaged.
    Damaged,
}

impl Encoding {
    /// Those a person can choose among where the file does not say which it is, the likeliest first.
    pub const OFFERED: [Encoding; 4] = [Encoding::Windows1252, Encoding::MacRoman, Encoding::Dos850, Encoding::Dos437];

    /// Whether it is only a guess.
    pub fn is_guess(self) -> bool {
        Encoding::OFFERED.contains(&self)
    }

    /// What it is called.
    pub fn label(self) -> Text {
        match self {
            Encoding::Utf8 => words::UTF_8,
            Encoding::Utf16Le | Encoding::Utf16Be => words::UTF_16,
            Encoding::Windows1252 => words::WINDOWS,
            Encoding::MacRoman => words::MAC,
            Encoding::Dos850 => words::DOS_850,
            Encoding::Dos437 => words::DOS_437,
            Encoding::Damaged => words::DAMAGED_LETTERS,
        }
    }

    /// What to tell the person, if there is doubt.
    pub fn message(self) -> Option<Message> {
        match self {
            Encoding::Damaged => Some(words::DAMAGED.message()),
            guess => guess.is_guess().then(|| words::GUESSED.with("format", guess.label())),
        }
    }
}

/// The text of a file, without the mark at its start, and how it was written.
pub fn decode(bytes: &[u8]) -> (String, Encoding) {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes, Encoding::Utf16Be);
    }
    if let Some(encoding) = letters::utf16(bytes) {
        let unit = if encoding == Encoding::Utf16Le { u16::from_le_bytes } else { u16::from_be_bytes };
        return utf16(bytes, unit, encoding);
    }
    let (marked, rest) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    if let Ok(text) = std::str::from_utf8(rest) {
        return (unmarked(text), Encoding::Utf8);
    }
    // Letters beyond ASCII that are good UTF-8 hardly ever come about by chance, so one bad byte among many good
    // letters is damage, not another encoding.
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in rest.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if marked || good > bad {
        return (unmarked(&String::from_utf8_lossy(rest)), Encoding::Damaged);
    }
    let guess = letters::guess(rest);
    (letters::text(rest, guess), guess)
}

/// The text of a file whose letters a person has chosen, among those that are [`OFFERED`](Encoding::OFFERED).
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> String {
    letters::text(bytes, encoding)
}

fn unmarked(text: &str) -> String {
    text.trim_start_matches('\u{feff}').to_owned()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, encoding: Encoding) -> (String, Encoding) {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut damaged = !odd.is_empty();
    let letters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    let mut text: String = letters
        .map(|letter| {
            letter.unwrap_or_else(|_| {
                damaged = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    (unmarked(&text), if damaged { Encoding::Damaged } else { encoding })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_usual_encoding_is_read() {
        let utf16 = |unit: fn(u16) -> [u8; 2]| "\u{feff}Núñez 🏮".encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        for (bytes, encoding) in [
            ("Núñez 🏮".as_bytes().to_vec(), Encoding::Utf8),
            ("\u{feff}Núñez 🏮".as_bytes().to_vec(), Encoding::Utf8),
            (utf16(u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(u16::to_be_bytes), Encoding::Utf16Be),
        ] {
            assert_eq!(decode(&bytes), ("Núñez 🏮".to_owned(), encoding));
            assert_eq!(encoding.message(), None);
        }
    }

    #[test]
    fn an_old_windows_file_is_read_and_said_so() {
        let (text, encoding) = decode(b"Jos\xe9 \x93N\xfa\xf1ez\x94 \x80 \x81");
        assert_eq!(text, "José “Núñez” € \u{81}");
        assert_eq!(encoding, Encoding::Windows1252);
        assert!(encoding.message().is_some());
    }

    #[test]
    fn one_bad_byte_does_not_spoil_the_rest() {
        let (text, encoding) = decode(b"Jos\xc3\xa9 N\xc3\xba\xc3\xb1ez \xff");
        assert_eq!((text.as_str(), encoding), ("José Núñez \u{fffd}", Encoding::Damaged));
        assert_eq!(decode(b"\xef\xbb\xbf\xe9").1, Encoding::Damaged);
        assert_eq!(decode(b"\xff\xfea\0b").1, Encoding::Damaged);
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_much(bytes in proptest::collection::vec(any::<u8>(), 0..64), mark in 0..4_usize) {
            let marks: [&[u8]; 4] = [b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"];
            decode(&[marks[mark], &bytes].concat());
        }

        #[test]
        fn good_text_comes_through(text in "\\PC*") {
            prop_assert_eq!(decode(text.as_bytes()), (unmarked(&text), Encoding::Utf8));
        }
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}
