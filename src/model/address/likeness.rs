//! Whether two addresses are one door.

use super::street::{Names, name_key};
use super::{Address, Fraction, Number, Second};
use crate::model::order;

/// How sure it is that two addresses are one door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// They are two doors.
    Different,
    /// They may be one: a suffix is missing on one side, “Lot 3” stands for “Apt 3”, a building covers the number, or
    /// one side does not say where it is.
    Maybe,
    /// They are one door in two spellings.
    Same,
}

impl Address {
    /// How sure it is that the two are one door. A person decides where it is only [`Likeness::Maybe`].
    pub fn likeness(&self, other: &Address) -> Likeness {
        Compared::of(self).likeness(&Compared::of(other))
    }
}

/// The pairs among many addresses that are one door, or may be: their places in the row, the lower one first, and how
/// sure it is. Each pair stands there once, in order.
///
/// Not each is compared with each. Two that may be one door meet under a name they share, where they stand by number;
/// from there each looks only as far as its own numbers reach. A building that says it has a thousand numbers so meets
/// the doors of all thousand, and as many doors of one address all meet each other: that many pairs there are.
pub fn alike(addresses: &[Address]) -> Vec<(usize, usize, Likeness)> {
    let compared: Vec<Compared> = addresses.iter().map(Compared::of).collect();
    let mut meetings: Vec<Meeting> =
        compared.iter().enumerate().flat_map(|(at, address)| address.meetings(at)).collect();
    order::sort_by(&mut meetings, |a, b| (&a.name, a.first).cmp(&(&b.name, b.first)));
    let mut pairs = Vec::new();
    for (own, after) in meetings.iter().zip(1..) {
        let met = meetings[after..].iter().take_while(|its| its.name == own.name && its.first <= own.last);
        for its in met.filter(|its| its.at != own.at) {
            let likeness = compared[own.at].likeness(&compared[its.at]);
            if likeness > Likeness::Different {
                pairs.push((own.at.min(its.at), own.at.max(its.at), likeness));
            }
        }
    }
    order::sort_by_key(&mut pairs, |pair| *pair);
    // Two may meet under several names.
    pairs.dedup();
    pairs
}

/// An address under one of the names it is looked for.
struct Meeting {
    name: String,
    /// Its number, or the first of its building.
    first: u32,
    /// Its number, or the last of its building.
    last: u32,
    /// Its place in the row.
    at: usize,
}

/// An address as it is compared, worked out once for comparing it with many.
struct Compared<'a> {
    address: &'a Address,
    door_key: String,
    area: String,
    street: Names,
    /// Letter and units without their sorts: “12A”, “12 Apt A” and “12 Unit A” are alike.
    within: Vec<String>,
    town: String,
}

impl Compared<'_> {
    fn of(address: &Address) -> Compared<'_> {
        let letter =
            address.number.iter().map(|number| number.letter.to_lowercase()).filter(|letter| !letter.is_empty());
        let units = address.units.iter().map(|unit| if unit.name.is_empty() { unit.key() } else { unit.name_key() });
        Compared {
            address,
            door_key: address.door_key(),
            area: name_key(&address.area),
            street: Names::of(&address.street),
            within: letter.chain(units).collect(),
            town: name_key(&address.town),
        }
    }

    fn likeness(&self, other: &Compared) -> Likeness {
        if self.address.is_blank() || other.address.is_blank() {
            return Likeness::Different;
        }
        let doors = if self.door_key == other.door_key {
            Likeness::Same
        } else if self.door_may_be(other) {
            Likeness::Maybe
        } else {
            Likeness::Different
        };
        doors.min(self.place_likeness(other))
    }

    fn door_may_be(&self, other: &Compared) -> bool {
        let (Some(own), Some(its)) = (&self.address.number, &other.address.number) else { return false };
        let areas = self.address.area.is_empty() || other.address.area.is_empty() || self.area == other.area;
        let numbers = but_letter(own) == but_letter(its) || own.covers(its) || its.covers(own);
        areas && numbers && self.within == other.within && self.street.may_be(&other.street)
    }

    /// Villages and their towns share ZIP codes, and one town has several: where the two disagree, nobody can be sure.
    fn place_likeness(&self, other: &Compared) -> Likeness {
        let agree = |own: &str, its: &str| (!own.is_empty() && !its.is_empty()).then(|| own == its);
        if agree(&self.address.state, &other.address.state) == Some(false) {
            return Likeness::Different;
        }
        let (own, its) = (self.address.zip5(), other.address.zip5());
        let zips = agree(own, its);
        match (agree(&self.town, &other.town), zips) {
            (Some(true), Some(false)) | (Some(false), Some(true)) => Likeness::Maybe,
            (Some(false), _) | (_, Some(false)) => Likeness::Different,
            (Some(true), _) | (_, Some(true)) => Likeness::Same,
            (None, None) if self.town == other.town && own == its => Likeness::Same,
            (None, None) => Likeness::Maybe,
        }
    }

    /// Where it meets others: under all that two must share to be one door for sure, and, by number, under all but the
    /// number that they must share to be so perhaps.
    fn meetings(&self, at: usize) -> Vec<Meeting> {
        if self.address.is_blank() {
            return Vec::new();
        }
        let mut meetings = vec![Meeting { name: self.door_key.clone(), first: 0, last: 0, at }];
        if let Some(number) = &self.address.number {
            let within = self.within.join("\n");
            let (first, last) = (number.digits, number.through().unwrap_or_default().max(number.digits));
            let name = |street| format!("{}|{street}|{within}", number.grid);
            meetings.extend(self.street.each().map(|street| Meeting { name: name(street), first, last, at }));
        }
        meetings
    }
}

/// All of a number but its letter.
fn but_letter(number: &Number) -> (&str, u32, Option<Fraction>, &Option<Second>) {
    (&number.grid, number.digits, number.fraction, &number.second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::address::tests::{ONE_DOOR, PERHAPS_ONE, TWO_DOORS, crowd};
    use crate::model::testing::cases;
    use proptest::prelude::*;

    #[test]
    fn spellings_are_the_same_and_doors_are_different() {
        for (pairs, likeness) in [(ONE_DOOR, Likeness::Same), (TWO_DOORS, Likeness::Different)] {
            for [a, b] in pairs {
                assert_eq!(Address::parse(a).likeness(&Address::parse(b)), likeness, "{a} ~ {b}");
            }
        }
    }

    #[test]
    fn what_may_be_one_door_is_asked_about() {
        for [a, b] in PERHAPS_ONE {
            let [left, right] = [a, b].map(|text| Address::parse(text));
            assert_eq!(left.likeness(&right), Likeness::Maybe, "{a} ~ {b}");
            assert_eq!(left.likeness(&right), right.likeness(&left), "{a} ~ {b}");
        }
        let [known, short] = ["12 Main St, Willimantic CT 06226", "12 Main Street, Willimantic"].map(Address::parse);
        assert_ne!(known.key(), short.key());
        assert_eq!(known.door_key(), short.door_key());
        assert_eq!(known.likeness(&short), Likeness::Same);
        assert_eq!(Address::parse("").likeness(&Address::parse("")), Likeness::Different);
    }

    /// What comparing each with each finds.
    fn each_with_each(addresses: &[Address]) -> Vec<(usize, usize, Likeness)> {
        let pair = |a: usize, b: usize| (a, b, addresses[a].likeness(&addresses[b]));
        let pairs = (0..addresses.len()).flat_map(|a| (a + 1..addresses.len()).map(move |b| pair(a, b)));
        pairs.filter(|(.., likeness)| *likeness > Likeness::Different).collect()
    }

    #[test]
    fn whoever_may_be_one_door_meets() {
        let lines: Vec<&str> = [ONE_DOOR, TWO_DOORS, PERHAPS_ONE].into_iter().flatten().flatten().copied().collect();
        let addresses: Vec<Address> = lines.iter().map(|line| Address::parse(line)).collect();
        let found = alike(&addresses);
        assert_eq!(found, each_with_each(&addresses));
        assert!(found.len() > ONE_DOOR.len() + PERHAPS_ONE.len(), "{}", found.len());
        // A building with more numbers than anybody has doors, and what has no address at all.
        let addresses = ["1-999999999 Main St", "", "?", "7 Main St", "8 Main St", "7 Main"].map(Address::parse);
        let maybe = |a, b| (a, b, Likeness::Maybe);
        assert_eq!(alike(&addresses), [maybe(0, 3), maybe(0, 5), maybe(3, 5)]);
    }

    #[test]
    fn a_whole_town_takes_a_blink() {
        // Comparing each with each would take minutes.
        let mut addresses = Vec::new();
        for street in 0..100 {
            for suffix in ["Street", ""] {
                let house = Address::parse(&format!("1 Oak{street} {suffix}"));
                let houses = (1..=100).map(|number| Address { number: Some(Number::plain(number)), ..house.clone() });
                addresses.extend(houses);
            }
        }
        let pairs: Vec<_> = (0..20_000).filter(|at| at % 200 < 100).map(|at| (at, at + 100, Likeness::Maybe)).collect();
        assert_eq!(alike(&addresses), pairs);
    }

    proptest! {
        #![proptest_config(cases(200))]

        #[test]
        fn nobody_of_a_crowd_is_missed(crowd in crowd()) {
            let addresses: Vec<Address> = crowd.iter().map(|line| Address::parse(line)).collect();
            prop_assert_eq!(alike(&addresses), each_with_each(&addresses));
        }
    }
}
