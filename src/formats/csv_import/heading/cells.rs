//! What a cell looks like by itself: a heading, or an entry.

use super::super::columns::is_usual;
use crate::model::email;
use crate::model::fold::fold;

/// What an entry of a table looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// An email address.
    Email,
    /// A phone number.
    Phone,
    /// A ZIP code.
    Zip,
    /// A web address.
    Web,
    /// A house number and a street.
    Street,
    /// A day, perhaps with a time.
    Day,
    /// Another number, or an amount.
    Number,
    /// Words, and what nothing is known of.
    Words,
}

/// What a cell looks like.
pub fn looks(cell: &str) -> Looks {
    let cell = cell.trim().trim_start_matches('\'');
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let is_year = digits == 4 && cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
    let starts_with_digit = cell.starts_with(|c: char| c.is_ascii_digit());
    let zip = || {
        let (first, rest) = cell.split_once('-').unwrap_or((cell, "0000"));
        first.len() == 5 && rest.len() == 4 && digits + 1 >= cell.len() && letters == 0
    };
    let web = || {
        let small = cell.to_lowercase();
        ["http://", "https://", "www."].iter().any(|start| small.starts_with(start))
    };
    let apart = |signs: &[char]| cell.split(|c: char| signs.contains(&c) || c == ' ' || c == 'T').count() > 2;
    match () {
        () if cell.contains('@') && email::is_email(&email::first(cell).0) => Looks::Email,
        () if web() => Looks::Web,
        () if digits == 0 || is_year => Looks::Words,
        () if zip() => Looks::Zip,
        () if letters <= 4
            && digits >= 6
            && starts_with_digit
            && apart(&['/', '.'])
            && !cell.contains('(')
            && digits < 10 =>
        {
            Looks::Day
        }
        () if letters <= 4
            && (5..=8).contains(&digits)
            && starts_with_digit
            && apart(&['/', '-', '.'])
            && digits != 7 =>
        {
            Looks::Day
        }
        () if letters <= 4 && (7..=15).contains(&digits) && cell.contains(['-', '(', ' ', '.', '+']) => Looks::Phone,
        () if letters == 0 && digits == 10 => Looks::Phone,
        () if letters == 0 => Looks::Number,
        () if starts_with_digit && letters > 1 && cell.contains(' ') => Looks::Street,
        () => Looks::Words,
    }
}

/// The words of a heading, folded; “StreetNo”, “street_no” and “Street No.” are alike.
pub fn words_of(heading: &str) -> Vec<String> {
    let mut apart = String::new();
    let mut before = ' ';
    for letter in heading.chars() {
        if letter.is_uppercase() && before.is_lowercase() || letter == '#' {
            apart.push(' ');
        }
        apart.push(letter);
        before = letter;
    }
    let folded = fold(&apart);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '#').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// How much speaks for a cell being a heading: nothing, some of its words, or most of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Names {
    Nothing,
    Perhaps,
    Surely,
}

/// Whether the words of a cell are those of a heading.
pub(super) fn names(cell: &str) -> Names {
    if !matches!(looks(cell), Looks::Words) || cell.chars().count() > 80 {
        return Names::Nothing;
    }
    if is_usual(cell) {
        return Names::Surely;
    }
    let words = words_of(cell);
    let said: Vec<&String> = words.iter().filter(|word| !LITTLE.contains(&word.as_str())).collect();
    let known = said.iter().filter(|word| is_known(word)).count();
    match (known, said.len()) {
        (0, _) => Names::Nothing,
        (known, all) if 2 * known > all => Names::Surely,
        _ => Names::Perhaps,
    }
}

fn is_known(word: &str) -> bool {
    let is = |word: &str| WORDS.split_whitespace().any(|known| known == word);
    let run_together = |word: &str| {
        WORDS
            .split_whitespace()
            .any(|known| known.len() > 2 && word.strip_prefix(known).is_some_and(|rest| rest.len() > 2 && is(rest)))
    };
    is(word)
        || word.strip_suffix('s').is_some_and(is)
        || word.strip_suffix("es").is_some_and(is)
        || word.bytes().all(|b| b.is_ascii_digit() || b == b'#')
        || word.trim_end_matches(|c: char| c.is_ascii_digit()) != word
            && is(word.trim_end_matches(|c: char| c.is_ascii_digit()))
        || run_together(word)
}

/// Words that say nothing by themselves.
const LITTLE: &[&str] = &[
    "of", "the", "a", "and", "or", "for", "to", "in", "on", "is", "de", "del", "la", "el", "los", "las", "y", "o",
    "por", "e",
];

/// What headings say, in English and Spanish, folded; each in the singular.
const WORDS: &str = "\
name nombre first last middle given family surname apellido apellidos full title titulo prefix suffix \
organization org agency company business group partner member account employer \
organizacion empresa agencia negocio grupo socio \
contact contacto person persona poc point main primary secondary preferred method \
phone tel telephone telefono celular cell mobile movil fax extension ext number numero num nbr no \
email mail correo electronico website web url site sitio \
address addr direccion domicilio street calle line unit unidad apt apartment apartamento suite ste room \
city town municipality municipio pueblo ciudad locality state estado st province provincia region county condado country pais \
zip zipcode postal postcode code codigo cp lat latitude latitud lon lng long longitude longitud coordinate location ubicacion place lugar \
house hse hno pre predir postdir dir direction half frac precinct ward district party \
date fecha day dia time hora when cuando month mes year start end begin due deadline birthday \
type tipo kind category categoria sector status relationship role rol position job department \
staff personal library librarian biblioteca bibliotecario bibliotecaria assigned owner manager \
note nota comment comentario remark observacion description descripcion detail detalle summary resumen \
interest interes goal meta audience language idioma lengua \
id key ref reference referencia record index row fila column columna field \
item articulo isbn barcode quantity qty cantidad amount count total price precio cost stock author autor publisher genre \
event evento previous next follow up followup step paso last ultimo ultima proximo \
how what who why which como que quien question pregunta answer respuesta said happened \
value label";
