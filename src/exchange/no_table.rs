//! Files that are no table, told by how they begin: people rename files, and guest networks put a page in their place.

use crate::model::text::Text;

/// The sentences of this module.
pub mod words {
    crate::words! {
        WORKBOOK = "“{file}” is a spreadsheet program’s own file. Open it there, choose “Save as” and “CSV”, and import that file", "“{file}” es un archivo propio de un programa de hojas de cálculo. Ábralo allí, elija “Guardar como” y “CSV”, e importe ese archivo";
        PAGE = "“{file}” is a web page, not a table. If you downloaded it over a guest network, sign in there and download it again. If a program saved it, choose “CSV” there", "“{file}” es una página web, no una tabla. Si la descargó en una red para visitantes, inicie sesión en ella y descárguela otra vez. Si la guardó un programa, elija allí “CSV”";
        CARD = "“{file}” is a contact card, not a table. In the address book, save or export the list as CSV and import that file", "“{file}” es una tarjeta de contacto, no una tabla. En la libreta de direcciones, guarde o exporte la lista como CSV e importe ese archivo";
        CALENDAR = "“{file}” is a calendar, not a table. Save a list as CSV and import that file", "“{file}” es un calendario, no una tabla. Guarde una lista como CSV e importe ese archivo";
        LETTER = "“{file}” is an email or a letter, not a table. Save the attachment or the list in it as CSV and import that file", "“{file}” es un correo o una carta, no una tabla. Guarde como CSV el adjunto o la lista que contiene e importe ese archivo";
        NOT_TEXT = "“{file}” has no table that can be read as text. Save the spreadsheet as CSV and import that file", "“{file}” no contiene una tabla que se pueda leer como texto. Guarde la hoja como CSV e importe ese archivo";
    }
}

/// What a file is that is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// The own format of a spreadsheet program.
    Workbook,
    /// A web page.
    Page,
    /// A card of an address book.
    Card,
    /// A calendar.
    Calendar,
    /// An email, or a text that a word processor wrote.
    Letter,
    /// Anything else.
    Other,
}

impl NoTable {
    /// What to tell the person: a sentence with the place `file`.
    pub fn says(self) -> Text {
        match self {
            NoTable::Workbook => words::WORKBOOK,
            NoTable::Page => words::PAGE,
            NoTable::Card => words::CARD,
            NoTable::Calendar => words::CALENDAR,
            NoTable::Letter => words::LETTER,
            NoTable::Other => words::NOT_TEXT,
        }
    }
}

/// What the bytes are where they begin like a file that is no text.
pub(super) fn no_text(bytes: &[u8]) -> Option<NoTable> {
    // Workbooks are ZIP archives, old ones compound files.
    const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];
    const OTHERS: [&[u8]; 11] = [
        b"\x1f\x8b",
        b"%PDF",
        b"%!PS",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"RIFF",
        b"SQLite format 3",
        b"\0\x01\0\0Standard",
        b"7z\xbc\xaf",
        b"Rar!",
    ];
    let begins = |known: &[&[u8]]| known.iter().any(|start| bytes.starts_with(start));
    // Pictures and sound of a phone.
    let media = bytes.get(4..8) == Some(b"ftyp");
    match () {
        () if begins(&WORKBOOKS) => Some(NoTable::Workbook),
        () if begins(&OTHERS) || media => Some(NoTable::Other),
        () => None,
    }
}

/// What a text is where it begins like one that is no table.
pub(super) fn not_a_table(text: &str) -> Option<NoTable> {
    let start: String = text.trim_start().chars().take(400).collect::<String>().to_lowercase();
    let begins = |known: &[&str]| known.iter().any(|known| start.starts_with(known));
    // Two lines such as “From: …” in a row; a table has no heading with a colon and a space.
    let is_header = |line: &str| {
        let names = [
            "from:",
            "to:",
            "subject:",
            "date:",
            "received:",
            "return-path:",
            "delivered-to:",
            "message-id:",
            "mime-version:",
            "content-type:",
            "x-",
        ];
        names.iter().any(|name| line.starts_with(name)) && line.contains(": ")
    };
    match () {
        () if begins(&[
            "<!--",
            "<!doctype",
            "<html",
            "<head",
            "<body",
            "<table",
            "<?xml",
            "<meta",
            "<script",
            "<kml",
            "<gpx",
            "<svg",
            "<workbook",
            "<div",
            "<p>",
            "<style",
            "<title",
            "<center",
            "<font",
        ]) =>
        {
            Some(NoTable::Page)
        }
        () if begins(&["begin:vcard"]) => Some(NoTable::Card),
        () if begins(&["begin:vcalendar"]) => Some(NoTable::Calendar),
        () if begins(&["{\\rtf"]) || start.lines().take(2).filter(|line| is_header(line)).count() == 2 => {
            Some(NoTable::Letter)
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_told_by_how_it_begins() {
        for (text, is) in [
            ("<!DOCTYPE html><html><body>Sign in", NoTable::Page),
            ("\n  <html><head>", NoTable::Page),
            ("<table><tr><td>Name</td></tr></table>", NoTable::Page),
            ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", NoTable::Page),
            ("BEGIN:VCARD\nVERSION:3.0\nFN:Odalys Freyre", NoTable::Card),
            ("begin:vcalendar\r\nVERSION:2.0", NoTable::Calendar),
            ("{\\rtf1\\ansi Name", NoTable::Letter),
            ("From: Ana <ana@example.org>\nTo: Bo\n\nHere is the list", NoTable::Letter),
        ] {
            assert_eq!(not_a_table(text), Some(is), "{text}");
        }
        for text in [
            "Name,Phone\nAna,1",
            "From,To\n1,2",
            "Subject: Math,Teacher\nx,y",
            "<5 years,Name\n1,Ana",
            "From: a,b\nAna: c,d",
        ] {
            assert_eq!(not_a_table(text), None, "{text}");
        }
        assert_eq!(no_text(b"PK\x03\x04"), Some(NoTable::Workbook));
        assert_eq!(no_text(b"\0\0\0\x18ftypheic"), Some(NoTable::Other));
        assert_eq!(no_text(b"Name,Phone"), None);
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}
