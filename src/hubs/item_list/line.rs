//! One line of a list of items.

use crate::hubs::kinds::item::MOST;
use crate::hubs::words;
use crate::model::barcode::{self, Scanned};
use crate::model::cell_repair::clean;
use crate::model::fold::fold;
use crate::model::text::Message;
use crate::model::typed_lines::without_bullet;

/// What a line of the list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListLine {
    /// Nothing: it is blank, or heads the columns of a spreadsheet.
    Nothing,
    /// The items below lie on this table.
    Table(String),
    /// An item.
    Item {
        /// What it is called.
        name: String,
        /// How many there should be.
        par: Option<i64>,
        /// How many there must be.
        minimum: Option<i64>,
    },
    /// What is wrong with it.
    Fault(Message),
}

/// Words that stand before a target, or head its column.
const PAR: [&str; 6] = ["target", "par", "goal", "full", "meta", "ideal"];
/// Words that stand before a minimum, or head its column.
const MINIMUM: [&str; 6] = ["min", "minimum", "at least", "minimo", "low", "reorder"];
/// Words that head the column of names.
const NAMES: [&str; 6] = ["item", "items", "name", "articulo", "articulos", "nombre"];
/// Signs that stand between a name and its numbers.
const BETWEEN: &[char] = &[',', ';', '|', '·', ':', '-', '–', '—', '='];

/// Reads a line of the list: a table with a colon behind it or one that the hub has, or an item with its numbers.
pub fn read_line(text: &str, zones: &[String]) -> ListLine {
    // The columns of a spreadsheet.
    let text = text.replace('\t', "|");
    let line = clean(&text);
    let line = without_number(without_bullet(&line));
    if line.is_empty() || is_heading(line) {
        return ListLine::Nothing;
    }
    let table = line.strip_suffix(':').map(str::trim_end).filter(|table| !table.is_empty());
    if let Some(table) = table.or_else(|| zones.iter().any(|zone| fold(zone) == fold(line)).then_some(line)) {
        return ListLine::Table(table.to_owned());
    }
    if barcode::read(line) != Scanned::NoBarcode {
        return ListLine::Item { name: line.to_owned(), par: None, minimum: None };
    }
    let (name, par, minimum) = numbers(line.trim_end_matches(['|', ' ']));
    let name = name.trim_end_matches(|c: char| c.is_whitespace() || BETWEEN.contains(&c)).trim();
    if name.is_empty() {
        return ListLine::Fault(words::LIST_NO_NAME.message());
    }
    match [par, minimum].into_iter().flatten().find(|number| *number > MOST as i64) {
        Some(_) => ListLine::Fault(words::TOO_MANY.with("most", MOST.to_string())),
        None => ListLine::Item { name: name.to_owned(), par, minimum },
    }
}

/// “2. Picture books” and “2) Picture books”, as a list with numbers has them.
fn without_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let named = rest.strip_prefix(['.', ')']).filter(|name| rest.len() < line.len() && name.starts_with(' '));
    named.map_or(line, str::trim_start)
}

/// “Item, Target, Minimum”: the first row of a spreadsheet.
fn is_heading(line: &str) -> bool {
    let cells: Vec<String> = line.split(['\t', ',', ';', '|']).map(fold).collect();
    let is = |cell: Option<&String>, known: &[&str]| {
        cell.is_some_and(|cell| known.contains(&cell.trim_end_matches(['.', ' '])))
    };
    cells.len() > 1 && is(cells.first(), &NAMES) && (is(cells.get(1), &PAR) || is(cells.get(1), &MINIMUM))
}

/// A name, and the target and the minimum behind it: “14 / 6”, “14, 6”, “14”, “target 14 · min. 6”, “min. 6”.
fn numbers(line: &str) -> (&str, Option<i64>, Option<i64>) {
    let Some((rest, last)) = last_number(line) else { return (line, None, None) };
    let (before, says) = label(rest);
    match says {
        Some(Says::Par) => return (before, Some(last), None),
        Some(Says::Minimum) => {
            let bare = before.trim_end_matches([' ', '/', ',', ';', '|', '·']);
            let Some((rest, first)) = last_number(bare) else { return (before, None, Some(last)) };
            let (name, says) = label(rest);
            // “Books of grade 5 min. 6”: without a word or a sign that says so, 5 is no target.
            let apart = says == Some(Says::Par) || bare.len() < before.trim_end().len();
            return if apart { (name, Some(first), Some(last)) } else { (before, None, Some(last)) };
        }
        None => {}
    }
    let Some(split) = before.trim_end().strip_suffix(['/', ',', ';', '|', '·']) else {
        return (before, Some(last), None);
    };
    match last_number(split) {
        Some((rest, first)) => (label(rest).0, Some(first), Some(last)),
        // A blank cell where the target would stand.
        None if split.trim_end().ends_with('|') => (split, None, Some(last)),
        None => (before, Some(last), None),
    }
}

/// A line without the whole number at its end, and that number, if something sets it apart from what stands before it.
/// A comma between three digits belongs to the number, as long as that can be one.
fn last_number(line: &str) -> Option<(&str, i64)> {
    let line = line.trim_end();
    let is_digit = |c: char| c.is_ascii_digit();
    let plain = line.trim_end_matches(is_digit);
    if plain.len() == line.len() || !plain.is_empty() && !plain.ends_with(apart) {
        return None;
    }
    let grouped = line.trim_end_matches(|c: char| is_digit(c) || c == ',').len();
    let grouped = line.get(grouped..).unwrap_or_default();
    let mut groups = grouped.split(',');
    let first = groups.next().unwrap_or_default();
    let threes = grouped.contains(',') && (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    let whole: Option<i64> = grouped.replace(',', "").parse().ok();
    match whole.filter(|whole| threes && *whole <= MOST as i64) {
        Some(whole) => Some((line.get(..line.len() - grouped.len()).unwrap_or_default(), whole)),
        None => Some((plain, line.get(plain.len()..)?.parse().ok()?)),
    }
}

/// Whether a sign sets a number apart from what stands before it. “3-D” and “A4” keep their numbers.
fn apart(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '/' | ',' | ';' | '|' | '·' | ':' | '=')
}

/// What the word before a number says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Par,
    Minimum,
}

/// A line without the word at its end that says what the number behind it is.
fn label(line: &str) -> (&str, Option<Says>) {
    let bare = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '.'));
    let ends_with = |word: &&str| {
        let start = bare.char_indices().rev().nth(word.chars().count() - 1).map(|(at, _)| at)?;
        let (before, end) = bare.split_at_checked(start)?;
        (fold(end) == **word && (before.is_empty() || before.ends_with(apart))).then_some(before)
    };
    let found = |known: &'static [&'static str]| known.iter().find_map(|word| ends_with(word));
    if let Some(before) = found(&PAR) {
        return (before, Some(Says::Par));
    }
    found(&MINIMUM).map_or((line, None), |before| (before, Some(Says::Minimum)))
}
