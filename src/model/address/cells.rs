//! Addresses in the columns of a spreadsheet, which seldom hold what their headings say.

use super::spelling::{short_number, state};
use super::street::town;
use super::token::{TokenPiece, folded, pieces, shown};
use super::unit::{Unit, tidy};
use super::{Address, Number, Post, line, place};
use std::collections::HashMap;

/// The cells of one row; any may be blank.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cells<'a> {
    /// The house number, often with a unit: “12 Apt 3”.
    pub number: &'a str,
    /// The street, or the whole line.
    pub street: &'a str,
    /// The apartment or unit.
    pub unit: &'a str,
    /// The town, sometimes with state and ZIP code.
    pub town: &'a str,
    /// The state.
    pub state: &'a str,
    /// The ZIP code, its zeros in front perhaps lost.
    pub zip: &'a str,
}

impl Address {
    /// The address in the cells of one row. What a cell says wins over what another cell says besides.
    pub fn from_cells(cells: &Cells) -> Address {
        let line = street_line(cells);
        let mut address = but_unit(&line, cells);
        add_unit(&mut address, cells.unit);
        place::settle_halves(&mut address);
        address.original = said(&line, cells);
        address
    }

    /// The addresses in the cells of many rows, each as [`Address::from_cells`] reads it.
    pub fn from_rows(rows: &[Cells]) -> Vec<Address> {
        let mut reader = RowReader::default();
        rows.iter().map(|cells| reader.read(cells)).collect()
    }
}

/// Reads the cells of many rows, each as [`Address::from_cells`] reads it. What rows have in common is read once, for
/// thousands of doors stand along some dozens of streets.
#[derive(Debug, Default)]
pub struct RowReader {
    streets: HashMap<String, Street>,
    /// What a street is known by, written for one row after the other.
    key: String,
}

/// What is known of a street, town, state and ZIP code.
#[derive(Debug)]
enum Street {
    /// One row named it. Most lists hold some streets with one door, which are not worth looking into.
    Named,
    /// The first house on it, if every other is like it in all but the number.
    Looked(Option<Box<Address>>),
}

impl RowReader {
    /// The address in the cells of the next row.
    pub fn read(&mut self, cells: &Cells) -> Address {
        match digits_alone(cells.number).zip(self.any_house(cells)) {
            Some((digits, house)) => {
                let mut address = Address { number: Some(Number::plain(digits)), ..house.clone() };
                add_unit(&mut address, cells.unit);
                address.original = said(&format!("{} {}", cells.number, cells.street.trim()), cells);
                address
            }
            None => Address::from_cells(cells),
        }
    }

    /// The first house on the street of a row, see [`any_house`]; none before a second row names it.
    fn any_house(&mut self, cells: &Cells) -> Option<&Address> {
        digits_alone(cells.number)?;
        let Cells { street, town, state, zip, .. } = cells;
        self.key.clear();
        // With their lengths, so that nothing in a cell is taken for the next one.
        for cell in [street, town, state, zip] {
            self.key.push_str(&cell.len().to_string());
            self.key.push(' ');
            self.key.push_str(cell);
        }
        match self.streets.get_mut(&self.key) {
            Some(known @ Street::Named) => *known = Street::Looked(any_house(cells).map(Box::new)),
            Some(Street::Looked(_)) => {}
            None => _ = self.streets.insert(self.key.clone(), Street::Named),
        }
        match self.streets.get(&self.key)? {
            Street::Looked(house) => house.as_deref(),
            Street::Named => None,
        }
    }
}

/// The first house on the street of a row, without its number, if the second is like it in all but that: then so is
/// every other. Not where there is a box, for beside “PO Box 12” a number of five digits is a ZIP code.
fn any_house(cells: &Cells) -> Option<Address> {
    // “12 Main St” has its own number, “- 14 Main St” makes one with what stands before it.
    let first = pieces(cells.street).into_iter().next().unwrap_or_default();
    let named = cells.street.starts_with(char::is_alphanumeric) && Number::at_start(&first.words).is_none();
    let house = |number: u32| {
        let mut address = but_unit(&format!("{number} {}", cells.street.trim()), cells);
        address.original.clear();
        (address.number.take() == Some(Number::plain(number)) && address.post.is_none()).then_some(address)
    };
    let first = named.then(|| house(1)).flatten()?;
    (house(2).as_ref() == Some(&first)).then_some(first)
}

/// The number in a cell that holds nothing else.
fn digits_alone(cell: &str) -> Option<u32> {
    // Before “and 1”, 0 begins a building and no other number does.
    short_number(cell).filter(|digits| *digits > 0)
}

/// All that the cells say but for the unit.
fn but_unit(line: &str, cells: &Cells) -> Address {
    let mut address = line::read(line, !cells.town.trim().is_empty());
    let mut town_pieces = pieces(cells.town);
    let tail = place::take(&mut town_pieces, true);
    if let Some(piece) = town_pieces.first() {
        address.town = town(&piece.words);
    }
    set(&mut address.state, tail.state);
    set(&mut address.zip, tail.zip);
    set(&mut address.state, state_of(cells.state));
    set(&mut address.zip, place::zip(cells.zip));
    address
}

fn add_unit(address: &mut Address, cell: &str) {
    let boxed = pieces(cell).iter().find_map(|piece| Post::find(&piece.words)).map(|(post, ..)| post);
    match boxed {
        Some(post) => address.post = address.post.take().or(Some(post)),
        None => {
            // “Attn: Kim” names somebody, and no door.
            let (care_of, of_unit): (Vec<_>, Vec<_>) =
                pieces(cell).into_iter().partition(|piece| piece.words.first().is_some_and(line::is_care_of));
            for TokenPiece { words, .. } in care_of {
                let more = shown(&words);
                address.remark = [&*address.remark, &more]
                    .into_iter()
                    .filter(|said| !said.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ");
            }
            address.units.extend(Unit::read_pieces(of_unit));
        }
    }
    tidy(&mut address.units);
}

/// What the cells say, number and street first, in one line.
fn said(line: &str, cells: &Cells) -> String {
    let all = [line, cells.unit, cells.town, cells.state, cells.zip];
    let said: Vec<&str> = all.into_iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
    said.join(", ")
}

fn set(held: &mut String, said: String) {
    if !said.is_empty() {
        *held = said;
    }
}

/// Number and street in one line, the number once.
fn street_line(cells: &Cells) -> String {
    let (number, street) = (cells.number.trim(), cells.street.trim());
    // Spreadsheets make “12.0” of 12.
    let number = number.strip_suffix(".0").unwrap_or(number);
    let repeated = Number::read(number).is_some_and(|number| {
        let first = pieces(street).into_iter().next().unwrap_or_default();
        Number::at_start(&first.words).is_some_and(|(own, used)| own == number && used < first.words.len())
    });
    if repeated || number.is_empty() { street.to_owned() } else { format!("{number} {street}").trim_end().to_owned() }
}

/// The letters of a state, or what the cell says in capitals.
fn state_of(cell: &str) -> String {
    let words: Vec<String> = pieces(cell).iter().map(|piece| folded(&piece.words)).collect();
    let name = words.join(" ").replace(' ', "-");
    state(&name).map_or_else(|| cell.trim().to_uppercase(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::address::tests::crowd;
    use crate::model::testing::cases;
    use proptest::prelude::*;

    #[test]
    fn cells_are_read_whatever_their_headings_say() {
        let cells = Cells::default();
        for (cells, expected) in [
            (Cells { number: "12", street: "Main St", ..cells }, "12 Main Street"),
            (Cells { number: "12.0", street: "Main St", zip: "6226.0", ..cells }, "12 Main Street, 06226"),
            (Cells { number: "12 Apt 3", street: "Main St", ..cells }, "12 Main Street, Apt 3"),
            // Whoever a letter is for is no apartment.
            (Cells { number: "12", street: "Main St", unit: "Attn: Kim Lee", ..cells }, "12 Main Street"),
            (Cells { number: "12", street: "Main St", unit: "Apt 3, c/o Kim Lee", ..cells }, "12 Main Street, Apt 3"),
            (Cells { number: "12, Apt 3", street: "Main St", ..cells }, "12 Main Street, Apt 3"),
            (Cells { number: "12 A", street: "Main St", ..cells }, "12A Main Street"),
            (Cells { number: "12 Rear", street: "Main St", ..cells }, "12 Main Street, Rear"),
            (Cells { number: "Apt 3, 12", street: "Main St", ..cells }, "12 Main Street, Apt 3"),
            (Cells { number: "12", street: "12 Main St Apt 3", unit: "3", ..cells }, "12 Main Street, Apt 3"),
            (Cells { street: "12 Main St", unit: "3", ..cells }, "12 Main Street, #3"),
            (Cells { street: "12 Main St", unit: "2nd", ..cells }, "12 Main Street, Floor 2"),
            (Cells { street: "12 Main St", unit: "Garden level", ..cells }, "12 Main Street, Unit Garden Level"),
            (Cells { street: "12 Main St", unit: "N/A", ..cells }, "12 Main Street"),
            (Cells { street: "12 Main St", unit: "-", ..cells }, "12 Main Street"),
            (Cells { street: "12 Main St", unit: "N", ..cells }, "12 Main Street, #N"),
            (Cells { street: "12 Main St", unit: "PO Box 45", ..cells }, "12 Main Street, PO Box 45"),
            (
                Cells { street: "12 Main St, Willimantic, CT 06226", town: "Willimantic", ..cells },
                "12 Main Street, Willimantic, CT 06226",
            ),
            (
                Cells { number: "12", street: "MAIN ST", town: "WILLIMANTIC, CT 06226", ..cells },
                "12 Main Street, Willimantic, CT 06226",
            ),
            (
                Cells { number: "12", street: "Main", town: "No. Windham", state: "Conn.", zip: "062561234", ..cells },
                "12 Main, North Windham, CT 06256-1234",
            ),
            (Cells { number: "450", street: "300 E", ..cells }, "450 300 East"),
            (Cells { number: "12", street: "42 St", ..cells }, "12 42nd Street"),
            (Cells { number: "37-42", street: "82nd St", zip: "11372", ..cells }, "37-42 82nd Street, 11372"),
            (Cells { street: "Main St", unit: "3", ..cells }, "Main Street, #3"),
            (cells, ""),
        ] {
            let address = Address::from_cells(&cells);
            assert_eq!(address.to_string(), expected, "{cells:?}");
            assert_eq!(Address::parse(expected).key(), address.key(), "{cells:?}");
        }
        let address =
            Address::from_cells(&Cells { number: "12", street: "Main St", unit: "3", town: "Storrs", ..cells });
        assert_eq!(address.original, "12 Main St, 3, Storrs");
    }

    fn read_one_by_one(rows: &[Cells]) {
        let one_by_one: Vec<Address> = rows.iter().map(Address::from_cells).collect();
        assert_eq!(Address::from_rows(rows), one_by_one, "{rows:?}");
    }

    #[test]
    fn many_rows_are_read_as_each_by_itself() {
        let cells = Cells { town: "Willimantic", ..Cells::default() };
        // What stands beside a number can make more of it than a number.
        for street in [
            "Main St",
            "A Main St",
            "and 5 Main St",
            "and 1 Main St",
            "y 1 Main St",
            "St",
            "Floor",
            "Fl Main St",
            "Fl 1 Main St",
            "Rear",
            "B 3",
            "a",
            "4th St",
            "42 St",
            "1/2 Main St",
            "- 14 Main St",
            "7 Main St",
            "PO Box 12",
        ] {
            let numbers = [
                "7",
                "1",
                "0",
                "3",
                "12",
                "12A",
                "012",
                "12.0",
                "12-16",
                "1234567",
                "123456789",
                "99999",
                "",
                " 5",
                "½",
            ];
            let rows: Vec<Cells> = numbers.into_iter().map(|number| Cells { number, street, ..cells }).collect();
            read_one_by_one(&rows);
        }
    }

    proptest! {
        #![proptest_config(cases(100))]

        #[test]
        fn rows_have_nothing_in_common_that_they_do_not_share(
            streets in prop_oneof![
                crowd(),
                prop::collection::vec("(( ?(a|y|and|3rd|42|1/2|St|N|Apt|#|-|,|3|Rear|Fl|Box|Rt|½|CT|06226|No|the|Urb|Main|1|5)){1,6})", 1..4),
            ],
            cells in prop::collection::vec((0usize..40, "[0-9]{0,9}|[0-9]{1,2}[A-B]|\\PC{0,3}", 0usize..6, 0usize..4), 1..20),
        ) {
            let units = ["", "3", "Apt 3", "2nd Fl", "PO Box 3", "Rear"];
            let places = [("", "", ""), ("Windham", "", ""), ("Flushing", "NY", "11372"), ("", "HI", "6226")];
            // Often without the number in front, as the cell of a street is.
            let bare = |line: &String| line.split_once(' ').map_or(line.clone(), |(_, rest)| rest.to_owned());
            let streets: Vec<String> = streets.iter().map(bare).collect();
            let rows: Vec<Cells> = cells.iter().map(|(at, number, unit, place)| {
                let (town, state, zip) = places[*place];
                Cells { number, street: &streets[at % streets.len()], unit: units[*unit], town, state, zip }
            }).collect();
            read_one_by_one(&rows);
        }
    }
}
