//! Whether two addresses are one door.

use super::street::name_key;
use super::{Address, Number};

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
        if self.is_blank() || other.is_blank() {
            return Likeness::Different;
        }
        let doors = if self.door_key() == other.door_key() {
            Likeness::Same
        } else if self.door_may_be(other) {
            Likeness::Maybe
        } else {
            Likeness::Different
        };
        doors.min(self.place_likeness(other))
    }

    fn door_may_be(&self, other: &Address) -> bool {
        let (Some(own), Some(its)) = (&self.number, &other.number) else { return false };
        let areas = self.area.is_empty() || other.area.is_empty() || name_key(&self.area) == name_key(&other.area);
        let plain = |number: &Number| Number { letter: String::new(), ..number.clone() };
        let numbers = plain(own) == plain(its) || own.covers(its) || its.covers(own);
        areas && numbers && self.within() == other.within() && self.street.may_be(&other.street)
    }

    /// Letter and units without their sorts: “12A”, “12 Apt A” and “12 Unit A” are alike.
    fn within(&self) -> Vec<String> {
        let letter = self.number.iter().map(|number| number.letter.to_lowercase()).filter(|letter| !letter.is_empty());
        let units = self.units.iter().map(|unit| if unit.name.is_empty() { unit.key() } else { unit.name_key() });
        letter.chain(units).collect()
    }

    /// Villages and their towns share ZIP codes, and one town has several: where the two disagree, nobody can be sure.
    fn place_likeness(&self, other: &Address) -> Likeness {
        let agree = |own: &str, its: &str| (!own.is_empty() && !its.is_empty()).then(|| own == its);
        if agree(&self.state, &other.state) == Some(false) {
            return Likeness::Different;
        }
        let (own, its) = (name_key(&self.town), name_key(&other.town));
        let zips = agree(self.zip5(), other.zip5());
        match (agree(&own, &its), zips) {
            (Some(true), Some(false)) | (Some(false), Some(true)) => Likeness::Maybe,
            (Some(false), _) | (_, Some(false)) => Likeness::Different,
            (Some(true), _) | (_, Some(true)) => Likeness::Same,
            (None, None) if own == its && self.zip5() == other.zip5() => Likeness::Same,
            (None, None) => Likeness::Maybe,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::address::tests::{ONE_DOOR, TWO_DOORS};

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
        for [a, b] in [
            ["12 Main", "12 Main St"],
            ["12 Spring Hill", "12 Spring Hill Rd"],
            ["12 Main St Apt 3", "12 Main St Lot 3"],
            ["12 Main St Apt 2", "12 Main St 2nd Fl"],
            ["12A Main St", "12 Main St Apt A"],
            ["12-16 Main St", "14 Main St"],
            ["45 Route 6", "45 US Route 6"],
            ["45 Highway 6", "45 US 6"],
            ["12 Main St, Willimantic 06226", "12 Main St, Windham 06226"],
            ["12 Washington St, Boston 02118", "12 Washington St, Boston 02121"],
            ["12 Main St", "12 Main St, Willimantic"],
        ] {
            let [left, right] = [a, b].map(Address::parse);
            assert_eq!(left.likeness(&right), Likeness::Maybe, "{a} ~ {b}");
            assert_eq!(left.likeness(&right), right.likeness(&left), "{a} ~ {b}");
        }
        let [known, short] = ["12 Main St, Willimantic CT 06226", "12 Main Street, Willimantic"].map(Address::parse);
        assert_ne!(known.key(), short.key());
        assert_eq!(known.door_key(), short.door_key());
        assert_eq!(known.likeness(&short), Likeness::Same);
        assert_eq!(Address::parse("").likeness(&Address::parse("")), Likeness::Different);
    }
}
