//! Addresses in the columns of a spreadsheet, which seldom hold what their headings say.

use super::line;
use super::place;
use super::spelling::state;
use super::street::town;
use super::token::{folded, pieces};
use super::unit::{Unit, tidy};
use super::{Address, Number, Post};

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
        let mut address = line::read(&street_line(cells), !cells.town.trim().is_empty());
        let all = [&*street_line(cells), cells.unit, cells.town, cells.state, cells.zip];
        let said: Vec<&str> = all.into_iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
        address.original = said.join(", ");

        let boxed = pieces(cells.unit).iter().find_map(|piece| Post::find(&piece.words)).map(|(post, ..)| post);
        match boxed {
            Some(post) => address.post = address.post.or(Some(post)),
            None => address.units.extend(Unit::read(cells.unit)),
        }
        tidy(&mut address.units);

        let mut town_pieces = pieces(cells.town);
        let tail = place::take(&mut town_pieces, true);
        if let Some(piece) = town_pieces.first() {
            address.town = town(&piece.words);
        }
        set(&mut address.state, tail.state);
        set(&mut address.zip, tail.zip);
        set(&mut address.state, state_of(cells.state));
        set(&mut address.zip, place::zip(cells.zip));
        place::settle_halves(&mut address);
        address
    }
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

    #[test]
    fn cells_are_read_whatever_their_headings_say() {
        let cells = Cells::default();
        for (cells, expected) in [
            (Cells { number: "12", street: "Main St", ..cells }, "12 Main Street"),
            (Cells { number: "12.0", street: "Main St", zip: "6226.0", ..cells }, "12 Main Street, 06226"),
            (Cells { number: "12 Apt 3", street: "Main St", ..cells }, "12 Main Street, Apt 3"),
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
}
