//! When something was said to be so, in an order all devices agree on.

use super::id::DeviceId;
use super::letters;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A reading of a hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
///
/// One number, so that a full counter simply carries into the next millisecond.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Tick(pub u64);

impl Tick {
    /// The first millisecond of the year 2100. No clock of ours gets there; a tick from there is damage.
    pub const TOO_LATE_MS: u64 = 4_102_444_800_000;

    /// The last tick before it. A clock that was led here by damage stays here.
    pub const LAST: Tick = Tick((Tick::TOO_LATE_MS << 16) - 1);

    /// The first tick of a millisecond.
    pub const fn from_ms(ms: u64) -> Tick {
        Tick(ms << 16)
    }

    /// Milliseconds since 1970.
    pub const fn ms(self) -> u64 {
        self.0 >> 16
    }

    /// Whether the tick lies at or after the year 2100, where nothing of ours can be.
    pub const fn is_absurd(self) -> bool {
        self.ms() >= Tick::TOO_LATE_MS
    }
}

impl fmt::Display for Tick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}-{:04x}", self.ms(), self.0 & 0xffff)
    }
}

impl fmt::Debug for Tick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Text that is not a clock reading or stamp.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a time stamp")]
pub struct BadStamp(pub String);

fn bad(text: &str) -> BadStamp {
    BadStamp(text.chars().take(80).collect())
}

fn hex(text: &str, digits: usize) -> Option<u64> {
    letters::hexadecimal(text, digits).and_then(|number| u64::try_from(number).ok())
}

impl FromStr for Tick {
    type Err = BadStamp;
    fn from_str(text: &str) -> Result<Tick, BadStamp> {
        let read = || {
            let (ms, counter) = text.split_once('-')?;
            Some(Tick(hex(ms, 12)? << 16 | hex(counter, 4)?))
        };
        read().ok_or_else(|| bad(text))
    }
}

/// One sequence of operations: a device, in one of its lives.
///
/// A device that finds itself restored or copied starts a new epoch, so that no two operations share a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Stream {
    /// The device.
    pub dev: DeviceId,
    /// Which of its lives, from 1.
    pub epoch: u32,
}

impl Stream {
    /// The last epoch that is read or made: half of what the number could hold, so that there is always room to count.
    pub const LAST_EPOCH: u32 = 1 << 31;
}

/// When and where a value was written. The order of stamps decides which of two values wins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Stamp {
    /// The clock reading.
    pub tick: Tick,
    /// Who wrote; decides between equal readings.
    pub stream: Stream,
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.tick, self.stream.dev, self.stream.epoch)
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Stamp {
    type Err = BadStamp;
    fn from_str(text: &str) -> Result<Stamp, BadStamp> {
        let read = || {
            let (tick, stream) = (text.get(..17)?, text.get(17..)?.strip_prefix('-')?);
            let (dev, epoch) = stream.split_once('-')?;
            let canonical = !epoch.starts_with(['+', '0']);
            let stream = Stream { dev: dev.parse().ok()?, epoch: epoch.parse().ok().filter(|_| canonical)? };
            Some(Stamp { tick: tick.parse().ok()?, stream })
        };
        read().ok_or_else(|| bad(text))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Stamp, D::Error> {
        letters::deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_survives_being_written() {
        let stream = Stream { dev: DeviceId(7), epoch: 3 };
        let stamp = Stamp { tick: Tick(0x0191_0000_0000_002a), stream };
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
    }

    #[test]
    fn damaged_stamps_are_refused() {
        let good = Stamp::default().to_string();
        for text in ["", "-", "é", &good[1..], &good.replace('-', "_"), "000000000000-0000-0000000000000000-01"] {
            assert!(text.parse::<Stamp>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_full_counter_carries_into_the_next_millisecond() {
        let full = Tick(Tick::from_ms(5).0 | 0xffff);
        assert_eq!(Tick(full.0 + 1), Tick::from_ms(6));
    }
}
