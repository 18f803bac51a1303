//! Many doors typed in one line: “Maple St 2–48 even, apartments 1-6 at 12”.

mod counted;
pub mod fault;
mod typed;
mod units;
mod words;

pub use counted::counts_through;
pub use fault::RangeFault;

use super::{Address, Number, Side, Unit, line, place};
use std::collections::{BTreeMap, BTreeSet};
use typed::Typed;
use words::Numbers;

/// The most doors one line may make: more than anybody walks, and what a slip of the thumb must not exceed.
pub const MAX_DOORS: usize = 3_000;

/// The doors a typed line stands for, each once, in walking order.
///
/// A street with numbers and ranges before or after it; “even” or “odd” for one side; “apartments 1-6 at 12” for the
/// doors within a house, which then take the place of the house. English and Spanish, hyphens and dashes alike.
/// Without a side a range is both sides.
pub fn expand_range(text: &str) -> Result<Vec<Address>, RangeFault> {
    let typed = Typed::read(text)?;
    let street = line::read(&typed.street, false);
    let doors = doors(&typed)?;
    if street.street.is_empty() {
        return Err(typed.first().map_or(RangeFault::Blank, |numbers| RangeFault::NoStreet { numbers }));
    }
    if let Some(street) = typed.second_street() {
        return Err(RangeFault::TwoStreets { street });
    }
    let unit = street.units.first().map(Unit::to_string);
    if let Some(text) = unit.or(Some(street.remark.clone()).filter(|remark| !remark.is_empty())) {
        return Err(RangeFault::NotUnderstood { text });
    }
    if doors.is_empty() {
        return Err(RangeFault::NoNumbers { street: street.street.to_string() });
    }
    let door = |(number, unit): (Number, Option<Unit>)| {
        let mut door = Address { number: Some(number), ..street.clone() };
        door.units.extend(unit);
        place::settle_halves(&mut door);
        door.original = door.to_string();
        door
    };
    Ok(doors.into_iter().map(door).collect())
}

/// Every door once, in walking order.
fn doors(typed: &Typed) -> Result<Vec<(Number, Option<Unit>)>, RangeFault> {
    let mut houses: BTreeMap<Number, BTreeSet<Unit>> = BTreeMap::new();
    // What is typed twice is counted twice, so that no line makes more work than its doors are worth.
    let mut left = MAX_DOORS;
    let mut spend = |count: usize| left.checked_sub(count).map(|rest| left = rest).ok_or(RangeFault::TooMany);
    for group in &typed.groups {
        for numbers in &group.numbers {
            let all = all(numbers, group.side)?;
            spend(all.len())?;
            houses.extend(all.into_iter().map(|number| (number, BTreeSet::new())));
        }
    }
    for within in &typed.within {
        // “12 Maple St apartments 1-6” can only be at 12.
        let only = houses.keys().next().filter(|_| houses.len() == 1).cloned();
        let at = match (within.at.as_slice(), only) {
            ([], Some(only)) => &[Numbers::One(only)],
            ([], None) => return Err(RangeFault::UnitsNowhere { units: within.typed.clone() }),
            (at, _) => at,
        };
        for numbers in at {
            let mut numbered = all(numbers, None)?;
            // With units alone, the numbers they are at are the numbers. Of a range those count that are there.
            if !typed.groups.is_empty() {
                numbered.retain(|number| houses.contains_key(number));
                if numbered.is_empty() {
                    return Err(RangeFault::NotInRange { number: numbers.to_string() });
                }
            }
            spend(numbered.len() * within.units.len())?;
            for number in numbered {
                houses.entry(number).or_default().extend(within.units.iter().cloned());
            }
        }
    }
    let each = |(number, units): (Number, BTreeSet<Unit>)| {
        let house = units.is_empty().then_some(None);
        house.into_iter().chain(units.into_iter().map(Some)).map(move |unit| (number.clone(), unit))
    };
    Ok(houses.into_iter().flat_map(each).collect())
}

/// Each of some numbers that is on a side.
fn all(numbers: &Numbers, side: Option<Side>) -> Result<Vec<Number>, RangeFault> {
    let fits = |number: &Number| side.is_none_or(|side| number.side() == side);
    let found: Vec<Number> = match numbers {
        Numbers::One(number) => [number.clone()].into_iter().filter(fits).collect(),
        // The bound comes before the walk: a slip of the thumb makes “2-48000000”.
        Numbers::Range(from, to) if to.abs_diff(*from) as usize > 2 * MAX_DOORS => return Err(RangeFault::TooMany),
        Numbers::Range(from, to) => (*from..=*to).map(Number::plain).filter(fits).collect(),
        Numbers::Halves(_, from, to, _) if to.abs_diff(*from) as usize > 2 * MAX_DOORS => {
            return Err(RangeFault::TooMany);
        }
        Numbers::Halves(block, from, to, digits) => {
            let digits = *digits;
            let half = |half: u32| Number::of_halves(*block, &format!("{half:0digits$}"));
            (*from..=*to).map(half).filter(fits).collect()
        }
    };
    match side {
        Some(side) if found.is_empty() => Err(RangeFault::NoneOnSide { range: numbers.to_string(), side }),
        _ => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Lang;
    use proptest::prelude::*;

    /// The doors without their street: “2 4 6”, “12 Apt 1”.
    fn doors(text: &str) -> (String, String) {
        let doors = expand_range(text).unwrap();
        let street = doors[0].street.to_string();
        let short = |door: &Address| {
            assert_eq!(door.street.to_string(), street);
            let number = door.number.as_ref().map(Number::to_string).unwrap_or_default();
            [number].into_iter().chain(door.units.iter().map(Unit::to_string)).collect::<Vec<_>>().join(" ")
        };
        (street.clone(), doors.iter().map(short).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn a_range_is_its_doors() {
        for (text, street, expected) in [
            ("Maple St 2–8 even", "Maple Street", "2, 4, 6, 8"),
            ("Maple St 2-8 even", "Maple Street", "2, 4, 6, 8"),
            ("Maple St 1-4", "Maple Street", "1, 2, 3, 4"),
            ("Maple St 1-9 odd", "Maple Street", "1, 3, 5, 7, 9"),
            ("2-8 even Maple St", "Maple Street", "2, 4, 6, 8"),
            ("even 2-8 Maple St", "Maple Street", "2, 4, 6, 8"),
            ("Maple St, 2 - 8, even", "Maple Street", "2, 4, 6, 8"),
            ("Maple Ave 2 to 4", "Maple Avenue", "2, 3, 4"),
            ("Maple Ave 12", "Maple Avenue", "12"),
            ("Maple St 1-3 odd, 2-4 even", "Maple Street", "1, 2, 3, 4"),
            ("US 6 10-12 even", "US Route 6", "10, 12"),
            ("Maple St even side 2 to 8", "Maple Street", "2, 4, 6, 8"),
            ("even side of Maple St from 2 through 8", "Maple Street", "2, 4, 6, 8"),
            ("both sides of Maple St 1-3", "Maple Street", "1, 2, 3"),
            ("Maple St 1-8 even numbers only", "Maple Street", "2, 4, 6, 8"),
            ("Maple St 2–6 pares", "Maple Street", "2, 4, 6"),
            ("Maple St 1 a 5 impares", "Maple Street", "1, 3, 5"),
            ("números pares del 2 al 6 de la Calle Luna", "Calle Luna", "2, 4, 6"),
            ("Calle 3 1-5 impares", "Calle 3", "1, 3, 5"),
            ("Maple St 12", "Maple Street", "12"),
            ("12 Maple St", "Maple Street", "12"),
            ("Maple St 2-6 even, 1-3, 12A, 12", "Maple Street", "1, 2, 3, 4, 6, 12, 12A"),
            ("N MAIN ST 2, 4 and 10", "North Main Street", "2, 4, 10"),
            ("Route 32 100-102", "Route 32", "100, 101, 102"),
            ("100-102 Route 32", "Route 32", "100, 101, 102"),
            ("County Rd 5 1-3 odd", "County Road 5", "1, 3"),
            ("3rd St 1-3", "3rd Street", "1, 2, 3"),
            ("Odd Fellows Rd 1-4 odd", "Odd Fellows Road", "1, 3"),
            ("St Mary's St 1-2", "Saint Mary's Street", "1, 2"),
            ("Avenue A 1-2", "Avenue A", "1, 2"),
            ("No Main St 1-2", "North Main Street", "1, 2"),
            ("Maple St 3-3", "Maple Street", "3"),
            ("Maple St 10–14 even, apartments 1-3 at 12", "Maple Street", "10, 12 Apt 1, 12 Apt 2, 12 Apt 3, 14"),
            ("Maple St 16, apts A-C at 16", "Maple Street", "16 Apt A, 16 Apt B, 16 Apt C"),
            ("Maple St, units 1–2 at 12 and 14", "Maple Street", "12 Unit 1, 12 Unit 2, 14 Unit 1, 14 Unit 2"),
            (
                "Maple St 12-16 even, units 1-2 at 12, 16",
                "Maple Street",
                "12 Unit 1, 12 Unit 2, 14, 16 Unit 1, 16 Unit 2",
            ),
            ("Maple St 2-4 pares, apartamentos 1-2 en 4", "Maple Street", "2, 4 Apt 1, 4 Apt 2"),
            ("Maple St 4, apts 1, 2 and 5 at 4", "Maple Street", "4 Apt 1, 4 Apt 2, 4 Apt 5"),
            ("Maple St 4, apts 1 to 3 at number 4", "Maple Street", "4 Apt 1, 4 Apt 2, 4 Apt 3"),
            ("Maple St 4, apts 1A-1C at 4", "Maple Street", "4 Apt 1A, 4 Apt 1B, 4 Apt 1C"),
            ("Maple St 4, floors 1-3 at 4", "Maple Street", "4 Floor 1, 4 Floor 2, 4 Floor 3"),
            ("12 Maple St apts 1-2", "Maple Street", "12 Apt 1, 12 Apt 2"),
            ("Apts 1-2 at 12 Maple St", "Maple Street", "12 Apt 1, 12 Apt 2"),
            ("Maple St 12 1/2, 14½", "Maple Street", "12 1/2, 14 1/2"),
            ("Maple St 2..4", "Maple Street", "2, 3, 4"),
            ("Par Rd 1-2", "Par Road", "1, 2"),
            ("lado par de Maple St 1-4", "Maple Street", "2, 4"),
            ("Maple St 2-6 even, apt 1 at 2-4", "Maple Street", "2 Apt 1, 4 Apt 1, 6"),
        ] {
            assert_eq!(doors(text), (street.to_owned(), expected.to_owned()), "{text}");
        }
        let door = &expand_range("Maple St, Willimantic CT 06226, 12").unwrap()[0];
        assert_eq!(door.original, "12 Maple Street, Willimantic, CT 06226");
        assert_eq!(door.key(), Address::parse("12 Maple St Willimantic CT 06226").key());
    }

    #[test]
    fn what_cannot_be_counted_says_what_and_what_to_do() {
        for (text, said) in [
            ("", "Enter a street and its numbers, for example: Maple St 2-48 even"),
            (" , ", "Enter a street and its numbers, for example: Maple St 2-48 even"),
            ("2-48 even", "Which street? Enter its name before “2-48”"),
            ("Maple St even", "Which numbers on Maple Street? Enter them after the street, for example 2-48 even"),
            ("Maple St 48-2", "“48-2” goes backwards. Enter the smaller one first"),
            ("Maple St 48 to 2", "“48 to 2” goes backwards. Enter the smaller one first"),
            ("Maple St 3-3 even", "“3-3” has no even numbers. Change the numbers or the side"),
            (
                "Maple St 1-99999999",
                "That is more than 3000 doors. Enter a shorter range, or several one after another",
            ),
            ("Maple St 1-3001", "That is more than 3000 doors. Enter a shorter range, or several one after another"),
            (
                "Maple St 1-1000, apts 1-100 at 1-1000",
                "That is more than 3000 doors. Enter a shorter range, or several one after another",
            ),
            ("Maple St 2-48x", "“2-48x” is not a house number. Enter a number such as 12 or a range such as 2-48"),
            ("Maple St 2-8, apts 1-6", "“apts 1-6” is at which number? Add it, for example: apts 1-6 at 12"),
            ("Maple St 2-8, apts A-6 at 4", "“A-6” is not a range of units. Enter units such as 1-6, A-D or 1A-1D"),
            (
                "Maple St 2-8, apartments at 4",
                "“apartments” is not a range of units. Enter units such as 1-6, A-D or 1A-1D",
            ),
            ("Maple St 1-9 odd, Oak St 2-8 even", "One street at a time. Enter Oak St on its own"),
            (
                "Maple St 12-16, Rear",
                "“Rear” does not fit here. Enter a street, its numbers and units, for example: \
                 Maple St 2-48 even, apartments 1-6 at 12",
            ),
            ("Maple St 2-8, apts D-A at 4", "“D-A” goes backwards. Enter the smaller one first"),
            (
                "Maple St 2-8 even, apts 1-6 at 5",
                "Number 5 has units but is not among the numbers. Add it to the range, or change “at 5”",
            ),
        ] {
            assert_eq!(
                expand_range(text).map_err(|fault| fault.message().say(Lang::En)),
                Err(said.to_owned()),
                "{text}"
            );
        }
        let fault = expand_range("Maple St 3-3 pares").unwrap_err();
        assert_eq!(fault.message().say(Lang::Es), "“3-3” no tiene números pares. Cambie los números o el lado");
    }

    proptest! {
        #[test]
        fn a_range_has_every_number_of_its_side_once(from in 0u32..900, more in 0u32..60, side in 0usize..3) {
            let word = ["", " even", " odd"][side];
            let wanted: Vec<u32> = (from..=from + more).filter(|n| side == 0 || (n % 2 == 0) == (side == 1)).collect();
            match expand_range(&format!("Maple St {from}–{}{word}", from + more)) {
                Ok(doors) => {
                    let numbers: Vec<u32> = doors.iter().filter_map(|door| Some(door.number.as_ref()?.digits)).collect();
                    prop_assert_eq!(numbers, wanted);
                    prop_assert!(doors.iter().map(Address::walk).is_sorted());
                    prop_assert!(doors.iter().all(|door| Address::parse(&door.original).key() == door.key()));
                }
                Err(fault) => {
                    prop_assert!(wanted.is_empty(), "{:?}", fault);
                }
            }
        }
    }
}
