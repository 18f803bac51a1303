//! Sorting and ordered maps, written once for all types.
//!
//! The standard sorts are compiled anew for every type and comparison, and the standard maps are collected through
//! them: together a twelfth of the app's code. Here the places are sorted as numbers, by one sort, and things are then
//! put in their places. Half as fast on a hundred thousand things, which is still a blink.

use super::value::Value;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts by a key; equals keep their order. The key is worked out once for each item.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = places(keys.len(), &|a, b| keys[a].cmp(&keys[b]));
    arrange(order, &mut |a, b| items.swap(a, b));
}

/// Sorts by a comparison; equals keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(order, &mut |a, b| items.swap(a, b));
}

/// The first of so many places of which this holds, as it does of all behind it; behind the last one if of none.
pub fn first(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = from.midpoint(to);
        if holds(middle) { to = middle } else { from = middle + 1 }
    }
    from
}

/// A map of pairs; of two with one key the later one stays.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// Values by the keys of their fields, as a record takes them; of two with one key the later one stays.
pub fn values<'a>(pairs: impl IntoIterator<Item = (&'a str, Value)>) -> BTreeMap<String, Value> {
    let mut pairs = pairs.into_iter();
    values_of(&mut || pairs.next())
}

fn values_of<'a>(next: &mut dyn FnMut() -> Option<(&'a str, Value)>) -> BTreeMap<String, Value> {
    let mut values = BTreeMap::new();
    while let Some((key, value)) = next() {
        values.insert(key.to_owned(), value);
    }
    values
}

/// A set of things.
pub fn set<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for thing in things {
        set.insert(thing);
    }
    set
}

/// Which place comes first, second, third.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Swaps things, one pair after the other, until each place holds what `order` says comes there.
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for at in 0..order.len() {
        // What belongs here may have been swapped away from where it stood, to where what stood there belonged.
        let mut from = order[at];
        while from < at {
            from = order[from];
        }
        if from != at {
            swap(at, from);
        }
        order[at] = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cmp::Reverse;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_does(items in prop::collection::vec((0u8..9, any::<String>()), 0..60)) {
            let (mut ours, mut standard) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |(key, _)| Reverse(*key));
            standard.sort_by_key(|(key, _)| Reverse(*key));
            prop_assert_eq!(&ours, &standard);
            sort_by(&mut ours, |a, b| a.1.cmp(&b.1));
            standard.sort_by(|a, b| a.1.cmp(&b.1));
            prop_assert_eq!(ours, standard);
            prop_assert_eq!(map(items.clone()), items.iter().cloned().collect::<BTreeMap<_, _>>());
            prop_assert_eq!(set(items.clone()), items.into_iter().collect::<BTreeSet<_>>());
        }
    }
}
