//! The addresses that doors have, by their fields.

use crate::canvass::kinds::door::fields as door;
use crate::model::address::{Address, Cells, Number};
use crate::model::fold::fold;
use crate::model::handle::TextField;
use crate::model::record::Record;

/// What tells doors apart: number, street and unit in one spelling, and the town.
pub(crate) fn key(address: &Address) -> String {
    format!("{}|{}", address.door_key(), fold(&address.town))
}

pub(crate) fn key_of(door: &Record) -> String {
    key(&Address::from_cells(&Cells { state: "", zip: "", ..cells_of(door) }))
}

fn cells_of(record: &Record) -> Cells<'_> {
    let cell = |field: TextField| field.of(record).unwrap_or_default();
    Cells {
        number: cell(door::NUMBER),
        street: cell(door::STREET),
        unit: cell(door::UNIT),
        town: cell(door::TOWN),
        state: cell(door::STATE),
        zip: cell(door::ZIP),
    }
}

/// The addresses that doors have by their fields.
pub fn addresses_of(doors: &[&Record]) -> Vec<Address> {
    let rows: Vec<Cells> = doors.iter().map(|door| cells_of_line(door).unwrap_or_else(|| cells_of(door))).collect();
    let mut addresses = Address::from_rows(&rows);
    for (address, door) in addresses.iter_mut().zip(doors) {
        if cells_of_line(door).is_some() {
            // What the line lacks, the number's field may have.
            address.number = address.number.take().or_else(|| Number::read(cells_of(door).number));
        } else if address.area.is_empty() && !line_of(door).starts_with(|c: char| c.is_ascii_digit()) {
            // An area of Puerto Rico has no field of its own; it stands in front of the line.
            address.area = Address::parse(line_of(door)).area;
        }
    }
    addresses
}

fn line_of(record: &Record) -> &str {
    door::ADDRESS.of(record).unwrap_or_default()
}

/// The cells of a door that is on no street: whoever enters one by hand may leave it at the line.
fn cells_of_line(door: &Record) -> Option<Cells<'_>> {
    let cells = cells_of(door);
    cells.street.trim().is_empty().then(|| Cells { number: "", street: line_of(door), ..cells })
}
