//! What happens in a history.

use super::MOST;
use proptest::prelude::*;

/// A year, in milliseconds.
const YEAR: i64 = 365 * 86_400_000;

#[derive(Clone, Debug)]
pub(super) enum Event {
    /// A partner is noted.
    Add,
    /// The name of one that is known is written anew.
    Rename(usize),
    Delete(usize),
    Erase(usize),
    /// The tab is killed and opened again.
    Reopen,
    /// A backup of the tablet is made, or the tablet is put back to it.
    Backup,
    Restore,
    /// The tablet is copied as it is.
    Copy,
    /// Its clock is set to another time, so many milliseconds from noon.
    Clock(i64),
    /// Somebody speaks about one that is known.
    Sound(usize),
    /// One of the place's files of notes loses its second half, or is taken away.
    Cut(usize),
    Lose(usize),
    /// It syncs, come what may.
    Sync,
    /// It begins to, and somebody cancels after so many steps.
    Cancel(u32),
    /// It begins to, and the tab is killed after so many calls of the place.
    Kill(u32),
    /// The place is put back to how it was at its last backup, or a backup of it is made.
    PlaceBackup,
    PlaceRestore,
    /// Two partners, or two items, are said to be the same, or one is taken apart again.
    Join(usize, usize),
    Apart(usize),
    JoinItems(usize, usize),
    ApartItem(usize),
    /// So many of an item are brought to a hub or taken from it, carried to the other one, or found there.
    Brought(usize, usize, i64),
    Carried(usize, usize, i64),
    Counted(usize, usize, i64),
    /// The app is opened in the newer version, or in the older one.
    Update(bool),
    /// What only the newer version knows is written: in a field of a partner, and as a record that goes with it.
    Later(usize),
    /// It exports a file, which another one takes in at once; or which is kept, and taken in some time by whoever.
    Hand(usize),
    Export,
    Import(usize),
}

/// The plainest, of which histories that once failed are kept.
pub(super) fn plain() -> impl Strategy<Value = (usize, Event)> {
    let event = prop_oneof![
        6 => Just(Event::Add),
        4 => (0usize..9).prop_map(Event::Rename),
        1 => (0usize..9).prop_map(Event::Delete),
        1 => (0usize..9).prop_map(Event::Erase),
        1 => Just(Event::Reopen),
        1 => Just(Event::Backup),
        1 => Just(Event::Restore),
        1 => Just(Event::Copy),
        1 => (-YEAR..YEAR).prop_map(Event::Clock),
        9 => Just(Event::Sync),
        1 => (0u32..40).prop_map(Event::Cancel),
        1 => (0usize..9).prop_map(Event::Sound),
        1 => any::<usize>().prop_map(Event::Cut),
        1 => any::<usize>().prop_map(Event::Lose),
        1 => Just(Event::PlaceBackup),
        1 => Just(Event::PlaceRestore),
    ];
    (0..MOST, event)
}

/// All that may happen.
pub(super) fn any_event() -> impl Strategy<Value = (usize, Event)> {
    let some = || 0usize..9;
    let (hub, item) = (0usize..2, 0usize..3);
    let stock = (hub, item, 0i64..30);
    let event = prop_oneof![
        2 => (some(), some()).prop_map(|(one, other)| Event::Join(one, other)),
        1 => some().prop_map(Event::Apart),
        1 => (0usize..3, 0usize..3).prop_map(|(one, other)| Event::JoinItems(one, other)),
        1 => (0usize..3).prop_map(Event::ApartItem),
        3 => stock.clone().prop_map(|(hub, item, by)| Event::Brought(hub, item, by - 10)),
        1 => stock.clone().prop_map(|(hub, item, amount)| Event::Carried(hub, item, amount)),
        1 => stock.prop_map(|(hub, item, amount)| Event::Counted(hub, item, amount)),
        1 => any::<bool>().prop_map(Event::Update),
        3 => some().prop_map(Event::Later),
        2 => (0u32..60).prop_map(Event::Kill),
        1 => (YEAR..9 * YEAR).prop_map(Event::Clock),
        5 => Just(Event::Sync),
    ];
    prop_oneof![3 => plain(), 2 => (0..MOST, event)]
}

/// What happens with files that people hand on, and when.
pub(super) fn with_files() -> impl Strategy<Value = Vec<(usize, usize, Event)>> {
    let event = prop_oneof![
        3 => (0..MOST).prop_map(Event::Hand),
        1 => Just(Event::Export),
        2 => (0usize..9).prop_map(Event::Import),
    ];
    prop::collection::vec((0usize..60, 0..MOST, event), 0..9)
}
