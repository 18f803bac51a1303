//! Letters beyond ASCII of files that do not say how they are written: every table of letters is tried, and the one
//! that makes words is taken.

use super::Encoding;

/// Bytes 0x80 to 0x9F, the only ones in which Windows-1252 is not Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Bytes 0x80 to 0xFF of old Macs.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// Bytes 0x80 to 0xFF of DOS in Western Europe.
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Bytes 0x80 to 0xFF of DOS in the United States.
const DOS_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// The text of bytes that are one letter each.
pub(super) fn text(bytes: &[u8], encoding: Encoding) -> String {
    let table: Vec<char> = match encoding {
        Encoding::MacRoman => MAC.chars().collect(),
        Encoding::Dos850 => DOS_850.chars().collect(),
        Encoding::Dos437 => DOS_437.chars().collect(),
        _ => WINDOWS.to_vec(),
    };
    let letter = |byte: &u8| {
        let upper = byte.checked_sub(0x80).and_then(|at| table.get(usize::from(at)));
        upper.copied().unwrap_or(char::from(*byte))
    };
    bytes.iter().map(letter).collect()
}

/// How much of a file is looked at to tell its letters.
const LOOKED_AT: usize = 1 << 20;

/// How these bytes are most likely written: a guess, by what makes words. Windows where nothing speaks for another.
pub(super) fn guess(bytes: &[u8]) -> Encoding {
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let mut best = (Encoding::Windows1252, i64::MIN);
    for encoding in Encoding::OFFERED {
        let sense = sense(&text(bytes, encoding));
        if sense > best.1 {
            best = (encoding, sense);
        }
    }
    best.0
}

/// How much the letters of a text beyond ASCII make words.
fn sense(text: &str) -> i64 {
    let mut sum = 0;
    let mut before = [' '; 2];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if !letter.is_ascii() {
            sum += sense_of(before, letter, letters.peek().copied().unwrap_or(' '));
        }
        before = [before[1], letter];
    }
    sum
}

/// The same of one letter, between what stands before and behind it.
fn sense_of([first, before]: [char; 2], letter: char, after: char) -> i64 {
    let in_word = before.is_alphabetic() && after.is_alphabetic();
    let touches = before.is_alphabetic() || after.is_alphabetic();
    match letter {
        c if c.is_control() => -6,
        'á' | 'é' | 'í' | 'ó' | 'ú' | 'ñ' | 'ü' if !touches => -1,
        'á' | 'é' | 'í' | 'ó' | 'ú' | 'ñ' | 'ü' | 'ç' | 'à' | 'è' | 'ì' | 'ò' | 'ù' | 'â' | 'ê' | 'î' | 'ô' | 'û'
        | 'ã' | 'õ' | 'ä' | 'ö' | 'ë' | 'ï' | 'å' | 'ø' | 'æ' | 'œ' | 'ß' | 'ÿ' => {
            let shouts = after.is_uppercase() || before.is_uppercase() && first.is_uppercase();
            let usual = if "áéíóúñü".contains(letter) { 3 } else { 1 };
            if shouts { -2 } else { usual }
        }
        c if c.is_uppercase() && before.is_lowercase() => -4,
        'Á' | 'É' | 'Í' | 'Ó' | 'Ú' | 'Ñ' | 'Ü' => {
            if touches {
                2
            } else {
                -1
            }
        }
        'Ä' | 'Å' | 'Ç' | 'Ö' | 'À' | 'Ã' | 'Õ' | 'Œ' | 'Â' | 'Ê' | 'Ë' | 'È' | 'Î' | 'Ï' | 'Ì' | 'Ô' | 'Ò' | 'Û'
        | 'Ù' | 'Æ' | 'Ø' | 'Š' | 'Ž' => {
            if touches {
                1
            } else {
                -1
            }
        }
        'ª' | 'º' => {
            if before.is_alphanumeric() && !after.is_alphabetic() || before == '.' {
                1
            } else {
                -2
            }
        }
        '¿' | '¡' => {
            if !before.is_alphanumeric() && after.is_alphabetic() {
                3
            } else {
                -3
            }
        }
        '“' | '‘' => {
            if !before.is_alphanumeric() && !after.is_whitespace() {
                2
            } else {
                -2
            }
        }
        '’' if in_word => 2,
        '”' | '’' => {
            if !before.is_whitespace() && !after.is_alphanumeric() {
                2
            } else {
                -2
            }
        }
        '—' if in_word => -1,
        '–' | '—' | '…' => {
            if in_word {
                -3
            } else {
                1
            }
        }
        '°' | '½' | '¼' | '¾' if before.is_ascii_digit() => 1,
        '€' | '£' | '¢' | '¥' if before.is_ascii_digit() || after.is_ascii_digit() => 1,
        '€' | '£' | '¢' | '¥' if !touches => 0,
        '®' | '©' | '™' | '•' | '·' | '«' | '»' | '§' | '\u{a0}' if !in_word => 0,
        '\u{a0}' => -1,
        c if c.is_alphabetic() => -3,
        _ => {
            if touches {
                -3
            } else {
                -1
            }
        }
    }
}

/// UTF-16 that does not say so: every other byte is nothing, for most letters are ASCII.
pub(super) fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..LOOKED_AT.min(bytes.len()) & !1)?;
    let (pairs, _) = start.as_chunks::<2>();
    let nothing = |at: usize| pairs.iter().filter(|pair| pair[at] == 0 && pair[1 - at] != 0).count();
    let (upper, lower) = (nothing(1), nothing(0));
    let most = |many: usize, few: usize| pairs.len() > 2 && 2 * many > pairs.len() && 20 * few < pairs.len();
    match () {
        () if most(upper, lower) => Some(Encoding::Utf16Le),
        () if most(lower, upper) => Some(Encoding::Utf16Be),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text in the letters of such a file.
    fn bytes(text_: &str, encoding: Encoding) -> Vec<u8> {
        let all: Vec<char> =
            (0..=255_u8).flat_map(|byte| text(&[byte], encoding).chars().collect::<Vec<_>>()).collect();
        text_.chars().map(|c| all.iter().position(|known| *known == c).unwrap() as u8).collect()
    }

    #[test]
    fn every_table_has_a_letter_for_every_byte() {
        for table in [MAC, DOS_850, DOS_437] {
            assert_eq!(table.chars().count(), 128);
        }
        for byte in 0..=127_u8 {
            for encoding in Encoding::OFFERED {
                assert_eq!(text(&[byte], encoding), char::from(byte).to_string());
            }
        }
    }

    #[test]
    fn letters_are_guessed_by_what_makes_words() {
        let texts = [
            "Partner/Company;Town\rCafé Señorial;Windham\r",
            "Name,Contact\nComedor José,Peña\n",
            "Nombre,Notas\nAcción Social,¿Cuándo? Mañana a las 3\n",
            "Name\nIglesia Jesús es el Señor\nNúñez & García\n",
            "Name,City\nPANADERÍA LÓPEZ,MAYAGÜEZ\nEL CAÑÓN,AÑASCO\n",
            "Name\nÁngel Ibáñez\nÉlodie Lefèvre\nÓscar Ruiz\n",
            "Name\nCentro de Educación\n",
            "Name,Note\nPiñata Party,¡Sí!\n",
        ];
        for said in texts {
            for encoding in [Encoding::Windows1252, Encoding::MacRoman, Encoding::Dos850] {
                let found = guess(&bytes(said, encoding));
                assert_eq!(text(&bytes(said, encoding), found), said, "{said}: {encoding:?} is read as {found:?}");
            }
        }
        for said in ["Peña;José\n", "Café Señorial\n", "¿Qué?\n", "AÑO\n"] {
            let found = guess(&bytes(said, Encoding::Dos437));
            assert_eq!(text(&bytes(said, Encoding::Dos437), found), said, "{said}");
        }
        for said in ["“Books” – and O’Brien’s\n", "50 € · 3½ hours\n", "Smith—Jones\n"] {
            let found = guess(&bytes(said, Encoding::Windows1252));
            assert_eq!(text(&bytes(said, Encoding::Windows1252), found), said);
        }
        for said in ["“Books” – and O’Brien’s\n", "Hall’s Café – “open”\n"] {
            let found = guess(&bytes(said, Encoding::MacRoman));
            assert_eq!(text(&bytes(said, Encoding::MacRoman), found), said);
        }
    }

    #[test]
    fn utf_16_without_a_mark_is_known() {
        for said in
            ["Name;Town\r\nPeña;Windham\r\n", "Nombre\tCiudad\nJosé\tNorwich\n", "a,b\n1,2\n", "“Ñandú”,x\ny,z\n"]
        {
            let le: Vec<u8> = said.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let be: Vec<u8> = said.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!((utf16(&le), utf16(&be)), (Some(Encoding::Utf16Le), Some(Encoding::Utf16Be)), "{said}");
            assert_eq!((super::super::decode(&le).0, super::super::decode(&be).0), (said.to_owned(), said.to_owned()));
            assert_eq!(utf16(said.as_bytes()), None);
        }
        assert_eq!(utf16(b"A\0na,1\nBo,2\n"), None);
    }
}
