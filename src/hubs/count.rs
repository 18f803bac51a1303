//! Counting a hub: one walk along its tables, which can be interrupted at any item and continued later.

pub mod counting;

use super::kinds::hub_visit::fields as hub_visit;
use super::kinds::item::{ITEM, MOST, item_fields as item};
use super::kinds::movement::{count_fields, movement_fields as movement};
use super::stock::{canonical_item, item_at, lying_with};
use crate::model::author::Author;
use crate::model::barcode::{self, Scanned};
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::handle::{LinkField, TextField};
use crate::model::id::{DeviceId, Id};
use crate::model::index::Index;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::stamp::Stamp;
use crate::model::{date, order};
use std::collections::{HashMap, HashSet};

/// What somebody begins and ends at a hub: the fields that say where, when and who.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    hub: LinkField,
    begun: TextField,
    ended: TextField,
    staff: LinkField,
}

impl Session {
    /// The kind of record it is kept as.
    const fn kind(self) -> &'static str {
        self.hub.path().0
    }
}

/// A walk along the tables of a hub.
pub const WALK: Session = Session {
    hub: count_fields::HUB,
    begun: count_fields::WHEN,
    ended: count_fields::FINISHED,
    staff: count_fields::STAFF,
};
/// The time somebody staffs a hub.
pub const TIME: Session =
    Session { hub: hub_visit::HUB, begun: hub_visit::WHEN, ended: hub_visit::UNTIL, staff: hub_visit::STAFF };

/// An item on the walk.
#[derive(Clone, Debug, PartialEq)]
pub struct CountLine {
    /// The item.
    pub item: Id,
    /// The table or board it lies on.
    pub zone: String,
    /// How many should be there according to the movements.
    pub expected: i64,
    /// How many were found, once it is counted.
    pub found: Option<i64>,
    /// Whether nothing was known of it here before this walk, so that nothing could be expected.
    pub first: bool,
}

impl CountLine {
    /// By how many what was found differs from what was expected; nothing while it is not counted, and where nothing
    /// could be expected.
    pub fn difference(&self) -> i64 {
        self.found.filter(|_| !self.first).map_or(0, |found| found - self.expected)
    }
}

/// A walk along the tables of a hub, as far as it got.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CountWalk {
    /// Every item, in walking order.
    pub lines: Vec<CountLine>,
    /// The line whose number was entered last, if any was.
    pub last: Option<usize>,
}

impl CountWalk {
    /// How many items are not counted yet.
    pub fn left(&self) -> usize {
        self.lines.iter().filter(|line| line.found.is_none()).count()
    }

    /// How many items were counted of which nothing had been known.
    pub fn first(&self) -> usize {
        self.lines.iter().filter(|line| line.first && line.found.is_some()).count()
    }

    /// By how many all that was found differs from what was expected.
    pub fn difference(&self) -> i64 {
        self.lines.iter().map(CountLine::difference).sum()
    }
}

/// The walk along a hub, or the time somebody staffs it, that was begun on this device and not ended; the latest if
/// there are several.
///
/// That of another tablet is left to that tablet: two who count at once each finish their own.
pub fn unfinished(book: &Book, index: &mut Index, session: Session, hub: Id, me: DeviceId) -> Option<Id> {
    let open = |record: &&Record| {
        let ended = record.get(session.ended.key()).is_some_and(|value| !value.is_blank());
        !ended && record.slot(session.hub.key()).is_some_and(|slot| slot.stamp.stream.dev == me)
    };
    let begun = index.linking_to(book, session.hub.path(), hub);
    begun.into_iter().filter(open).max_by_key(|record| (record.begun(), record.id)).map(|record| record.id)
}

/// How far a walk along a hub got.
pub fn walk(book: &Book, index: &mut Index, hub: Id, count: Id) -> CountWalk {
    let mut found: HashMap<Id, (Stamp, i64, Option<i64>, bool)> = HashMap::new();
    // An item without a shelf that was counted as zero stays on the walk; otherwise all after it would move up.
    let mut counted_here: HashSet<Id> = HashSet::new();
    for record in index.linking_to(book, movement::COUNT.path(), count) {
        counted_here.extend(item_at(book, record, hub));
        let item = movement::ITEM.of(record);
        let Some((item, slot)) = item.zip(record.slot(movement::AMOUNT.key())) else { continue };
        let Some(amount) = slot.value.as_whole() else { continue };
        let was = movement::WAS.whole_of(record);
        let name = canonical_item(book, item);
        // Two items that were found to be the same during the count: the later of the two numbers is shown.
        if found.get(&name).is_none_or(|(stamp, ..)| *stamp < slot.stamp) {
            let knew_of = movement::SEEN.of(record).unwrap_or_default();
            found.insert(name, (slot.stamp, amount, was, knew_of.trim().is_empty()));
        }
    }
    let lines: Vec<CountLine> = lying_with(book, index, hub, &counted_here)
        .into_iter()
        .map(|row| {
            let counted = found.get(&row.item);
            CountLine {
                expected: counted.and_then(|(_, _, was, _)| *was).unwrap_or(row.on_hand),
                found: counted.map(|(_, amount, ..)| *amount),
                first: counted.map_or(row.is_unknown(), |(.., first)| *first),
                item: row.item,
                zone: row.zone,
            }
        })
        .collect();
    let last = (0..lines.len()).filter_map(|at| Some((found.get(&lines[at].item)?.0, at))).max().map(|(_, at)| at);
    CountWalk { lines, last }
}

/// The place in a walk of the item with this code under its barcode, or with this code of the library's own.
pub fn place_of_code(book: &Book, walk: &CountWalk, code: &str) -> Option<usize> {
    let same = |known: &str| match (barcode::read(known), barcode::read(code)) {
        (Scanned::Number(known), Scanned::Number(code)) => known == code,
        _ => fold(known.trim()) == fold(code.trim()),
    };
    let mut coded = book.living(ITEM.id).filter(|item| item::CODE.of(item).is_some_and(same));
    coded.find_map(|item| {
        let name = canonical_item(book, item.id);
        walk.lines.iter().position(|line| line.item == name)
    })
}

/// What is entered where a number of pieces belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountEntry {
    /// Nothing.
    Nothing,
    /// So many pieces.
    Amount(i64),
    /// A number of pieces that somebody has to confirm: it is far more than should be there, and as long as the code of
    /// an item may be.
    Unlikely(i64),
    /// Not a number of pieces; perhaps the code of an item.
    Code(String),
}

/// From here on, a number is as likely to be the code of an item as a number of pieces.
const LIKELY: i64 = 1_000;

/// Reads what was entered at an item of which `expected` should be there. A number with a leading zero is not a number
/// of pieces, and neither is the code of an item that is `known` here, unless it is as short as the numbers people
/// enter.
pub fn entry(text: &str, expected: i64, known: impl Fn(&str) -> bool) -> CountEntry {
    let text = text.trim();
    #[expect(clippy::cast_possible_truncation, reason = "a hundred thousand")]
    let most = MOST as i64;
    let leading_zero = text.len() > 1 && text.starts_with('0');
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse::<i64>().ok().filter(|number| digits && !leading_zero && *number <= most) {
        None if text.is_empty() => CountEntry::Nothing,
        None => CountEntry::Code(text.to_owned()),
        Some(number) if number >= LIKELY && known(text) => CountEntry::Code(text.to_owned()),
        Some(number) if number >= LIKELY && number > expected.saturating_mul(2) => CountEntry::Unlikely(number),
        Some(number) => CountEntry::Amount(number),
    }
}

/// What the field holds when the Enter of a scanner comes, taken apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scan<'a> {
    /// The number that somebody had entered before the scan; none if the field holds nothing but the code.
    pub before: Option<&'a str>,
    /// The code.
    pub code: &'a str,
}

/// What was scanned, given what the field holds and the keys that were `heard` at a scanner's pace. A slow tablet may
/// report the first keys of a scan too far apart. So if no item here has the `heard` code, what precedes it is taken
/// for the beginning of the code, not for a number of pieces.
pub fn scanned<'a>(typed: &'a str, heard: &'a str, known: impl Fn(&str) -> bool) -> Scan<'a> {
    match typed.strip_suffix(heard) {
        Some("") => Scan { before: None, code: typed },
        Some(_) if known(typed) || !known(heard) => Scan { before: None, code: typed },
        before => Scan { before: Some(before.unwrap_or(typed)), code: heard },
    }
}

/// What to write when a walk begins, or when somebody begins to staff a hub.
pub fn begin(session: Session, id: Id, hub: Id, author: Author) -> RecordWrite {
    let mut values = vec![session.hub.is(hub), session.begun.is(date::stored(author.now.moment()))];
    values.extend(author.by.map(|by| session.staff.is(by)));
    (session.kind(), id, order::values(values))
}

/// What to write when it ends.
pub fn finish(session: Session, id: Id, author: Author) -> RecordWrite {
    (session.kind(), id, order::values([session.ended.is(date::stored(author.now.moment()))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn here(code: &str) -> bool {
        ["00042", "30412", "00012348", "12"].contains(&code)
    }

    #[test]
    fn no_part_of_a_code_that_came_haltingly_is_a_number_of_pieces() {
        let known = |code: &str| ["9780306406157", "00042"].contains(&code);
        let said = |typed, heard| {
            let Scan { before, code } = scanned(typed, heard, known);
            (before.map(str::to_owned), code.to_owned())
        };
        for heard in ["9780306406157", "0306406157", "6157"] {
            assert_eq!(said("9780306406157", heard), (None, "9780306406157".to_owned()));
        }
        assert_eq!(said("4006381333931", "333931"), (None, "4006381333931".to_owned()), "nobody here knows it");
        assert_eq!(said("1200042", "00042"), (Some("12".to_owned()), "00042".to_owned()), "twelve, then a scan");
        assert_eq!(said("24", "00042"), (Some("24".to_owned()), "00042".to_owned()), "scanned beside the box");
        assert_eq!(said("", "00042"), (Some(String::new()), "00042".to_owned()));
    }

    #[test]
    fn a_code_is_never_taken_for_a_number_of_pieces() {
        for code in ["00042", "30412", "00012348", "007", "9780306406157", "FLYER-7", "100001"] {
            assert_eq!(entry(code, 6, here), CountEntry::Code(code.to_owned()));
        }
        assert_eq!(entry(" 12 ", 6, here), CountEntry::Amount(12), "as short as numbers of pieces are, it is one");
        for (text, amount) in [("0", 0), ("7", 7), ("999", 999)] {
            assert_eq!(entry(text, 6, here), CountEntry::Amount(amount));
        }
        assert_eq!(entry("30413", 6, here), CountEntry::Unlikely(30_413), "a code that is not known is asked about");
        assert_eq!(entry("2400", 2_000, here), CountEntry::Amount(2_400), "where there are many, many are counted");
        assert_eq!(entry("", 6, here), CountEntry::Nothing);
    }

    proptest! {
        #[test]
        fn what_begins_with_zero_or_is_long_is_never_an_amount(text in "0[0-9]{1,12}|[1-9][0-9]{5,17}", expected in 0i64..100_000) {
            let read = entry(&text, expected, |_| false);
            prop_assert!(text == "100000" || read == CountEntry::Code(text), "{read:?}");
        }

        #[test]
        fn nothing_makes_it_stumble(text in ".{0,30}", expected in any::<i64>()) {
            entry(&text, expected, here);
        }
    }
}
