//! A new life for a tablet that met itself: a name for what it writes from now on that nobody uses.

use crate::model::id::DeviceId;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use std::collections::BTreeSet;

/// The next life of a device, given all operations that are known of it. `chance` keeps two copies of one tablet apart
/// that both look for one.
///
/// The next one up where there is room, and any free one where a file claims lives up to the last: it need not be
/// greater than the others, only its own.
pub(crate) fn next(dev: DeviceId, present: u32, known: &[&VersionVector], chance: u128) -> u32 {
    let used: BTreeSet<u32> = known
        .iter()
        .flat_map(|seen| seen.streams())
        .filter(|(stream, _)| stream.dev == dev)
        .map(|(stream, _)| stream.epoch)
        .chain([present])
        .collect();
    let latest = used.last().copied().unwrap_or(present);
    let step = 1 + (chance % 0x1_0000) as u32;
    match latest.checked_add(step).filter(|next| *next <= Stream::LAST_EPOCH) {
        Some(next) => next,
        None => {
            let from = 1 + ((chance >> 16) % u128::from(Stream::LAST_EPOCH)) as u32;
            let free = (from..=Stream::LAST_EPOCH).chain(1..from).find(|epoch| !used.contains(epoch));
            // Two thousand million lives would have to be in use.
            free.unwrap_or(from)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_new_life_is_never_one_that_is_known(
            book in prop::collection::vec(prop_oneof![1..20u32, Just(Stream::LAST_EPOCH), any::<u32>()], 0..20),
            file in prop::collection::vec(prop_oneof![1..20u32, Just(Stream::LAST_EPOCH), any::<u32>()], 0..20),
            present in 1..=Stream::LAST_EPOCH,
            chance in any::<u128>(),
        ) {
            let dev = DeviceId(7);
            let seen = |epochs: &[u32]| {
                let mut seen = VersionVector::default();
                seen.extend(epochs.iter().map(|epoch| (Stream { dev, epoch: *epoch }, 1)));
                seen
            };
            let next = next(dev, present, &[&seen(&book), &seen(&file)], chance);
            prop_assert!((1..=Stream::LAST_EPOCH).contains(&next));
            prop_assert!(next != present && !book.contains(&next) && !file.contains(&next));
        }
    }
}
