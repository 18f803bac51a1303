//! New doors that may be ones where nobody wants to be contacted, in another spelling. The wish of somebody is not lost
//! to a letter: such a door waits until a person has looked.

use super::addresses::addresses_of;
use crate::canvass::kinds::door::{DOOR, fields as door};
use crate::model::address::{Address, Likeness};
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::record::Record;
use std::collections::HashMap;

/// The doors where nobody wants to be contacted, by their house numbers.
pub(crate) struct Wary {
    by_number: HashMap<u32, Vec<Address>>,
}

impl Wary {
    pub(crate) fn of(book: &Book) -> Wary {
        let doors: Vec<&Record> =
            book.records(DOOR.id).map(|door| &**door).filter(|record| door::DO_NOT_CONTACT.of(record)).collect();
        let mut by_number: HashMap<u32, Vec<Address>> = HashMap::new();
        for address in addresses_of(&doors) {
            let number = address.number.as_ref().map(|number| number.digits).unwrap_or_default();
            by_number.entry(number).or_default().push(address);
        }
        Wary { by_number }
    }

    /// The door where nobody wants to be contacted that a new one may be.
    pub(crate) fn like(&self, address: &Address) -> Option<&Address> {
        let number = address.number.as_ref().map(|number| number.digits).unwrap_or_default();
        self.by_number.get(&number)?.iter().find(|known| may_be(known, address))
    }
}

/// Whether two addresses may be one door, where a letter of the street or the town may be wrong.
fn may_be(known: &Address, new: &Address) -> bool {
    // A place is compared by itself below: towns are spelled in more ways than doors.
    let bare = |address: &Address| {
        let (town, state, zip) = Default::default();
        Address { town, state, zip, ..address.clone() }
    };
    let [one, two] = [bare(known), bare(new)];
    may_be_there(known, new) && (one.likeness(&two) > Likeness::Different || misspelled(&one, &two))
}

/// The same number and unit on a street that differs in a letter.
fn misspelled(known: &Address, new: &Address) -> bool {
    let same = Address { street: known.street.clone(), ..new.clone() };
    let kinds = known.street.suffix.zip(new.street.suffix).is_none_or(|(one, two)| one.name == two.name);
    kinds && near(&known.street.name, &new.street.name) && known.likeness(&same) > Likeness::Different
}

/// Whether they may be in one place. Villages and their towns share ZIP codes, and a list may name either.
fn may_be_there(known: &Address, new: &Address) -> bool {
    let said = |one: &str, two: &str| !one.is_empty() && !two.is_empty();
    let zip = |address: &Address| address.zip.get(..5).unwrap_or_default().to_owned();
    let (one, two) = (zip(known), zip(new));
    let states = !said(&known.state, &new.state) || known.state == new.state;
    let towns = !said(&known.town, &new.town) || near(&known.town, &new.town);
    states && (towns || !said(&one, &two) || one == two)
}

/// Whether two names are one but for a letter or two.
fn near(one: &str, two: &str) -> bool {
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
    let (one, two) = (letters(one), letters(two));
    let numbered = |name: &[char]| name.iter().any(char::is_ascii_digit);
    // “3rd” and “33rd” are two streets.
    if one == two || numbered(&one) || numbered(&two) {
        return one == two;
    }
    let longest = one.len().max(two.len());
    let most = match longest {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    one.len().abs_diff(two.len()) <= most && distance(&one, &two) <= most
}

/// How many letters must be changed, left out, put in or swapped with their neighbor.
fn distance(one: &[char], two: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=two.len()).collect()];
    for (at, letter) in one.iter().enumerate() {
        let mut row = vec![at + 1];
        for (to, other) in two.iter().enumerate() {
            let change = rows[at][to] + usize::from(letter != other);
            let mut least = change.min(rows[at][to + 1] + 1).min(row[to] + 1);
            if at > 0 && to > 0 && one[at - 1] == *other && *letter == two[to - 1] {
                least = least.min(rows[at - 1][to - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(one: &str, two: &str) -> bool {
        may_be(&Address::parse(one), &Address::parse(two))
    }

    #[test]
    fn a_door_in_another_spelling_may_be_one_where_nobody_wants_to_be_contacted() {
        let known = "12 Maple St, Willimantic, CT 06226";
        for new in [
            "12 Maple St, Windham, CT 06226",
            "12 Maple St",
            "12 Maple",
            "12 Maple Street, Wilimantic",
            "12 Mapel St, Willimantic",
            "12 Maple St, Windham",
            "12 Maples St, Willimantic, CT",
            "12 Maple Str., WILLIMANTIC CT 06226-1234",
        ] {
            assert!(may(known, new) && may(new, known), "{new}");
        }
        for new in [
            "14 Maple St, Willimantic, CT 06226",
            "12 Maple St, Norwich, CT 06360",
            "12 Maple St, Willimantic, MA",
            "12 Maple Ct, Willimantic, CT 06226",
            "12 Oak St, Willimantic, CT 06226",
            "12 Maple St, Apt 3, Willimantic, CT 06226",
        ] {
            assert!(!may(known, new), "{new}");
        }
        assert!(!may("12 3rd St, Windham", "12 33rd St, Windham"));
    }
}
