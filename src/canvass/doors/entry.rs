//! Addresses read from lines and rows, each with what stood beside it.

use super::said_beside::{except, without_phone};
use super::{AddressPart, STEP, words};
use crate::exchange::table::Sheet;
use crate::model::address::range::{RangeFault, counts_through};
use crate::model::address::{Address, AddressFault, Cells, RowReader, cardinal, expand_range, words_before};
use crate::model::cell_repair::{Line, clean, damage};
use crate::model::fold::fold;
use crate::model::text::{Message, Text, quoted};
use crate::model::typed_lines::{typed_lines, without_bullet};
use crate::work::job::{Cancelled, Job};
use std::borrow::Cow;

/// An address and the line it was read from.
#[derive(Clone, Debug)]
pub struct AddressEntry {
    /// The line, from 1.
    pub line: u64,
    /// The address, or why the line has none.
    pub read: Result<Address, Message>,
    /// What stood there.
    pub original: String,
    /// Words before the address that are no part of it.
    pub before: String,
    /// Whether the town stands in a place of its own, so that it is one.
    pub town_given: bool,
    /// Whether the number and the street stand in places of their own.
    pub in_columns: bool,
}

impl AddressEntry {
    /// The line without the words before its address.
    pub(crate) fn after_words(&self) -> &str {
        self.original.split_once(self.before.as_str()).map_or(&*self.original, |(_, after)| after)
    }

    /// Why what was read as a street may be somebody: words after a number, or with one after them, of which nothing says
    /// that they are a street. One word may be a street and is, unless other words stand where the town would.
    pub(crate) fn doubts_street(&self, address: &Address, others: bool) -> Option<Text> {
        const STREETS: [&str; 9] = ["calle", "camino", "paseo", "avenida", "vereda", "via", "carretera", "the", "old"];
        let street = address.street.to_string();
        let first = street.split(' ').next().map(fold).unwrap_or_default();
        let named = address.street.suffix.is_some()
            || address.street.before.is_some()
            || street.contains(|c: char| c.is_ascii_digit())
            || STREETS.contains(&first.as_str());
        let (words, begins) = (street.split(' ').count(), self.original.starts_with(|c: char| c.is_ascii_digit()));
        match (words, begins) {
            _ if named || self.in_columns => None,
            (2.., false) => Some(words::NO_STREET),
            (1, false) if others => Some(words::NO_STREET),
            (3.., true) => Some(words::LONG_STREET),
            _ => None,
        }
    }
}

/// The addresses of pasted or typed lines: one a line, or a street with its numbers.
pub fn entries_of_text(text: &str) -> Vec<AddressEntry> {
    let lines = typed_lines(text).zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines.flat_map(|(text, line)| entries_of_typed(without_number(without_bullet(text)), line)).collect()
}

/// The addresses of a line, without a phone number in it and without the numbers that it takes out.
fn entries_of_typed(text: &str, line: u64) -> Vec<AddressEntry> {
    let whole = |entry: AddressEntry| AddressEntry {
        read: entry.read.map(|address| Address { original: text.to_owned(), ..address }),
        original: text.to_owned(),
        ..entry
    };
    if let Some((rest, phone)) = without_phone(text) {
        let entries = entries_of_typed(&rest, line).into_iter();
        let with_phone = |entry: AddressEntry| {
            let read = entry.read.map(|address| {
                let remark = [&*address.remark, phone].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>();
                Address { remark: remark.join(", "), ..address }
            });
            whole(AddressEntry { read, ..entry })
        };
        return entries.map(with_phone).collect();
    }
    if let Some((rest, out)) = except(text) {
        let entries = entries_of_line(rest, line);
        let number = |entry: &AddressEntry| entry.read.as_ref().ok()?.number.clone();
        // What is not among them may be meant otherwise, and is asked about.
        if out.iter().all(|out| entries.iter().any(|entry| number(entry).as_ref() == Some(out))) {
            let kept = entries.into_iter().filter(|entry| number(entry).is_none_or(|number| !out.contains(&number)));
            return kept.map(whole).collect();
        }
    }
    entries_of_line(text, line)
}

/// A line without the number that a list puts before it.
fn without_number(bare: &str) -> &str {
    // “2. 22 Maple St”, and not “12. Maple St”: a number follows the number of the list.
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest =
        bare[digits..].strip_prefix(['.', ')']).filter(|rest| digits > 0 && rest.starts_with(char::is_whitespace));
    rest.map(str::trim_start).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(bare)
}

fn entries_of_line(text: &str, line: u64) -> Vec<AddressEntry> {
    if let Some((before, rest)) = words_before(text) {
        let with_words = |entry: AddressEntry| AddressEntry {
            read: entry.read.map(|address| Address { original: text.to_owned(), ..address }),
            original: text.to_owned(),
            before: before.to_owned(),
            ..entry
        };
        return entries_of_line(rest, line).into_iter().map(with_words).collect();
    }
    let entry = |read, original: &str| AddressEntry {
        line,
        read,
        original: original.to_owned(),
        before: String::new(),
        town_given: false,
        in_columns: false,
    };
    let address = Address::parse(text);
    // A line that begins with its number is one address; what begins with a street may be many.
    let grid = address.number.as_ref().is_some_and(|number| !number.grid.is_empty());
    // An area of Puerto Rico stands before the number.
    let area = address.state == "PR" && !address.area.is_empty() && address.number.is_some();
    let begins = text.starts_with(|c: char| c.is_ascii_digit()) || grid || area;
    let range = counts_through(text);
    // “PO Box 12, 48 Main St” has its door beside the box.
    let boxed = address.post.is_some() && address.number.is_some();
    if address.fault().is_none() && (begins || boxed) && !range && !names_a_side(text) {
        return vec![entry(Ok(address), text)];
    }
    if let Some(address) = in_words(text).filter(|_| address.fault().is_some()) {
        return vec![entry(Ok(address), text)];
    }
    if let Some(fault @ AddressFault::Post(_)) = address.fault() {
        return vec![entry(Err(fault.message()), text)];
    }
    match expand_range(text) {
        Ok(doors) => doors.into_iter().map(|door| entry(Ok(door), text)).collect(),
        Err(fault @ RangeFault::Backwards { .. }) if names_a_side(text) => vec![entry(Err(fault.message()), text)],
        Err(_) if address.fault().is_none() && !range => vec![entry(Ok(address), text)],
        Err(fault) => vec![entry(Err(fault.message()), text)],
    }
}

/// The address of a line whose number is written in words: “One Elm Street”. Not where such words are more often the name
/// of the street: “Seven Oaks Lane”.
fn in_words(text: &str) -> Option<Address> {
    let (number, rest) = cardinal(text)?;
    let next = fold(rest.split_whitespace().next()?);
    let counted = next.len() > 3 && next.ends_with('s') && !next.ends_with("ss")
        || matches!(&*next, "mile" | "rod" | "corner" | "acre" | "notch" | "pond" | "bridge");
    let address = Address::parse(&format!("{number} {rest}"));
    let is_street = address.street.suffix.is_some() && address.fault().is_none();
    (is_street && !counted).then(|| Address { original: text.to_owned(), ..address })
}

fn names_a_side(text: &str) -> bool {
    let words = fold(text);
    ["even", "odd", "pares", "impares"]
        .iter()
        .any(|side| words.split(|c: char| !c.is_alphanumeric()).any(|w| w == *side))
}

/// Cells with a space between them.
fn joined<'a>(cells: &[&'a str]) -> Cow<'a, str> {
    let mut said = cells.iter().copied().filter(|cell| !cell.is_empty());
    let first = said.next().unwrap_or_default();
    said.fold(Cow::Borrowed(first), |all, cell| Cow::Owned(format!("{all} {cell}")))
}

/// The addresses of a sheet's rows.
///
/// # Errors
/// If the person cancels.
pub async fn entries_of_sheet(
    sheet: &Sheet,
    parts: &[Option<AddressPart>],
    job: &Job,
) -> Result<Vec<AddressEntry>, Cancelled> {
    let column = |part| parts.iter().position(|held| *held == Some(part));
    let columns = AddressPart::ALL.map(column);
    let rows = &sheet.table.rows;
    let (mut entries, mut reader) = (Vec::with_capacity(rows.len()), RowReader::default());
    for (at, (line, cells)) in rows.iter().enumerate() {
        let [street, number, half, before, kind, after, unit_kind, unit, town, state, zip] =
            columns.map(|column| column.and_then(|at| cells.get(at)).map_or_else(Cow::default, |cell| clean(cell)));
        let in_words =
            cardinal(&number).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| Cow::Owned(number.to_string()));
        let number: Cow<str> = Cow::Owned(joined(&[&in_words.unwrap_or(number), &half]).into_owned());
        // A street that is written out has its kind already.
        let kind = if fold(&street).ends_with(&format!(" {}", fold(&kind))) { "" } else { &*kind };
        let street = joined(&[&before, &street, kind, &after]);
        // The sort alone says nothing.
        let unit = if unit.is_empty() { unit } else { joined(&[&unit_kind, &unit]) };
        let damaged =
            [(AddressPart::Number, &number), (AddressPart::Unit, &unit)].into_iter().find_map(|(part, cell)| {
                Some(damage(Line::Unit, cell)?.with("label", part.label()).with("value", quoted(cell)))
            });
        let [number, street, unit, town, state, zip] = [&*number, &*street, &*unit, &*town, &*state, &*zip];
        let address = reader.read(&Cells { number, street, unit, town, state, zip });
        let (original, town_given) = (address.original.clone(), !town.is_empty());
        let in_columns = !number.is_empty();
        entries.push(AddressEntry {
            line: *line,
            original,
            read: damaged.map_or(Ok(address), Err),
            before: String::new(),
            town_given,
            in_columns,
        });
        if at % STEP == STEP - 1 {
            job.step(at, rows.len() * 2).await?;
        }
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let said = |entry: AddressEntry| entry.read.map_or_else(|_| "?".to_owned(), |address| address.to_string());
        entries_of_text(text).into_iter().map(said).collect()
    }

    #[test]
    fn the_bullets_of_a_list_are_no_part_of_an_address() {
        let list = "• 16 Maple St\n- 18 Maple St\n1. 20 Maple St\n2) 22 Maple St\n☐ 24 Maple St\n12. Maple St\n[ ] 26 Maple St";
        let numbers = [16, 18, 20, 22, 24, 12, 26].map(|number| format!("{number} Maple Street"));
        assert_eq!(read(list), numbers);
    }

    #[test]
    fn every_end_of_a_line_ends_it_and_hidden_signs_go() {
        let numbers = [34, 36, 38].map(|number| format!("{number} Maple Street"));
        assert_eq!(read("34 Maple St\u{b}36 Maple St\u{2028}38 Maple St"), numbers);
        assert_eq!(read("26 Maple St,\u{200b} Windham CT"), ["26 Maple Street, Windham, CT"]);
    }

    #[test]
    fn numbers_with_letters_in_front_are_numbers() {
        for (line, is) in [
            ("W151 N9612 Meadow View Dr, Germantown, WI 53022", "W151N9612 Meadow View Drive, Germantown, WI 53022"),
            ("W151N9612 Meadow View Dr Germantown WI 53022", "W151N9612 Meadow View Drive, Germantown, WI 53022"),
            ("S76 W17501 Janesville Rd, Muskego, WI 53150", "S76W17501 Janesville Road, Muskego, WI 53150"),
            ("B-7 Calle 3, Urb Villa Rica, Bayamon PR 00959", "Urb Villa Rica, B7 Calle 3, Bayamon, PR 00959"),
            ("C-9 Calle 4, Urb Villa Rica, Bayamon PR 00959", "Urb Villa Rica, C9 Calle 4, Bayamon, PR 00959"),
            ("Urb Villa Rica, B7 Calle 3, Bayamon PR 00959", "Urb Villa Rica, B7 Calle 3, Bayamon, PR 00959"),
        ] {
            assert_eq!(read(line), [is], "{line}");
        }
    }

    #[test]
    fn a_quadrant_after_a_comma_tells_streets_apart() {
        for (line, is) in [
            ("1800 M Street, NW, Washington, DC 20036", "1800 M Street Northwest, Washington, DC 20036"),
            ("1800 M Street, SE, Washington, DC 20036", "1800 M Street Southeast, Washington, DC 20036"),
            ("18 Maple Ave., NE, Apt 4, Atlanta, GA 30303", "18 Maple Avenue Northeast, Apt 4, Atlanta, GA 30303"),
            (
                "235 Peach Street, NE Suite 2000, Atlanta, GA 30303",
                "235 Peach Street Northeast, Suite 2000, Atlanta, GA 30303",
            ),
        ] {
            assert_eq!(read(line), [is], "{line}");
        }
    }

    #[test]
    fn numbers_in_two_halves_are_counted_through() {
        let odd = ["37-01", "37-03", "37-05", "37-07", "37-09"].map(|number| format!("{number} 82nd Street"));
        for line in [
            "82nd St 37-01 to 37-09 odd",
            "37-01 to 37-09 82nd St odd",
            "82nd St, 37-01 through 37-09, odd",
            "82nd St 37-01 - 37-09 odd",
            "82nd St 37-01 thru 09 odd",
            "82nd St 37-01, 37-03, 37-05, 37-07 and 37-09",
        ] {
            assert_eq!(read(line), odd, "{line}");
        }
        assert_eq!(read("37-01 to 37-09 82nd St").len(), 9);
        assert_eq!(read("12 to 15 Maple St, Windham, CT")[3], "15 Maple Street, Windham, CT");
        assert_eq!(read("Calle Luna 12 a 14"), ["12 Calle Luna", "13 Calle Luna", "14 Calle Luna"]);
        assert_eq!(read("37-01 thru 37-09 82 Street odd"), odd);
        assert_eq!(read("82 Street 37-01 to 37-03 odd"), odd[..2]);
        assert_eq!(read("Oak St 48-2 even"), ["?"]);
        for line in ["82nd St 37-09 to 37-01", "82nd St 37-01 to 38-09 odd", "37-01 to 38-09 82nd St"] {
            assert_eq!(read(line), ["?"], "{line}");
        }
        assert_eq!(read("37-01 82nd St, Jackson Heights, NY 11372"), ["37-01 82nd Street, Jackson Heights, NY 11372"]);
    }

    #[test]
    fn house_numbers_in_words_are_numbers() {
        for (line, is) in [
            ("One Elm Street", "1 Elm Street"),
            ("Fifty N. Front St.", "50 North Front Street"),
            ("Twenty-One Oak Ave, Windham, CT 06280", "21 Oak Avenue, Windham, CT 06280"),
            ("One Hundred Five Main St, Apt 3", "105 Main Street, Apt 3"),
            ("one elm st", "1 Elm Street"),
            ("Seven Oaks Lane", "?"),
            ("Ten Rod Road", "?"),
            ("Five Mile River Rd 2-4 even", "2 Five Mile River Road"),
        ] {
            assert_eq!(read(line)[0], is, "{line}");
        }
    }

    #[test]
    fn ne_is_a_quadrant_unless_a_town_or_zip_code_says_nebraska() {
        for (line, is) in [
            ("12 Maple St, NE", "12 Maple Street Northeast"),
            ("12 Maple St NE", "12 Maple Street Northeast"),
            ("12 Maple St, Apt 4, NE", "12 Maple Street Northeast, Apt 4"),
            ("12 Maple St, NE 20002", "12 Maple Street Northeast, 20002"),
            ("12 Maple St, NE 68102", "12 Maple Street, NE 68102"),
            ("12 Maple St, Omaha, NE", "12 Maple Street, Omaha, NE"),
            ("12 Maple St, Omaha NE 68102", "12 Maple Street, Omaha, NE 68102"),
            ("12 Maple St Omaha NE", "12 Maple Street, Omaha, NE"),
            ("12 Maple St, Nebraska", "12 Maple Street, NE"),
        ] {
            assert_eq!(read(line), [is], "{line}");
        }
    }

    #[test]
    fn lines_of_puerto_rico_need_no_commas() {
        for (line, is) in [
            ("B-7 Calle 3 Urb Villa Rica Bayamon PR 00959", "Urb Villa Rica, B7 Calle 3, Bayamon, PR 00959"),
            ("Urb Villa Rica B7 Calle 3 Bayamon PR 00959", "Urb Villa Rica, B7 Calle 3, Bayamon, PR 00959"),
            ("C-9 Calle 4 Urb Villa Rica, Bayamón, PR 00959", "Urb Villa Rica, C9 Calle 4, Bayamón, PR 00959"),
            ("123 Calle Luna San Juan PR 00901", "123 Calle Luna, San Juan, PR 00901"),
            ("45 Calle Sol Apt 3 Bo Playa Ponce PR 00716", "Barrio Playa, 45 Calle Sol, Apt 3, Ponce, PR 00716"),
            ("Urb Las Lomas 1234 Calle 21 San Juan PR 00921", "Urb Las Lomas, 1234 Calle 21, San Juan, PR 00921"),
            ("B7 Calle 3 Villa Rica Bayamon PR 00959", "Urb Villa Rica, B7 Calle 3, Bayamon, PR 00959"),
            ("B7 Calle 3, Jardines del Este, Bayamon, PR", "Urb Jardines del Este, B7 Calle 3, Bayamon, PR"),
            (
                "Villa Carolina, 45-12 Calle 40, Carolina PR 00985",
                "Urb Villa Carolina, 45-12 Calle 40, Carolina, PR 00985",
            ),
            ("12 Calle Carolina, Ponce PR 00730", "12 Calle Carolina, Ponce, PR 00730"),
        ] {
            assert_eq!(read(line), [is], "{line}");
        }
    }

    #[test]
    fn a_country_is_no_town() {
        let is = ["12 Main Street, Windham, CT 06280"];
        for line in [
            "12 Main St Windham CT 06280 US",
            "12 Main St, Windham, CT 06280, United States of America",
            "12 Main St, Windham, CT 06280, U.S.A.",
            "12 Main St, Windham, CT 06280 USA",
            "12 Main St, Windham, CT 06280, Estados Unidos",
        ] {
            assert_eq!(read(line), is, "{line}");
        }
    }
}
