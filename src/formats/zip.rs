//! Several files as one, because browsers let only one file leave with a tap: a ZIP archive (PKWARE APPNOTE 6.3.10)
//! whose files stand in it as they are. Every system opens it, and nothing is compressed, so a file is never held twice.

use crate::formats::office::NotWritten;
use crate::model::date::Now;
use chrono::{Datelike, Timelike};

pub(super) const LOCAL: u32 = 0x0403_4b50;
pub(super) const CENTRAL: u32 = 0x0201_4b50;
pub(super) const END: u32 = 0x0605_4b50;
/// Version 2.0 of the format, the first with folders and all that is used here.
const VERSION: u16 = 20;
/// Names are UTF-8 (APPNOTE 4.4.4, bit 11).
const UTF_8: u16 = 1 << 11;
/// A file stands in the archive as it is.
const STORED: u16 = 0;

/// An archive of these files, each a name and its content in pieces, in pieces itself.
///
/// # Errors
/// If it would be larger than an archive of this kind can be, four gigabytes, or hold more than 65,535 files.
pub fn zip(files: impl IntoIterator<Item = (String, Vec<Vec<u8>>)>, now: Now) -> Result<Vec<Vec<u8>>, NotWritten> {
    let too_large = || NotWritten::because("more than 4 GB");
    let (mut pieces, mut central, mut count, mut at) = (Vec::new(), Bytes::default(), 0_u16, 0_u64);
    for (name, content) in files {
        let size: u64 = content.iter().map(|piece| piece.len() as u64).sum();
        let entry = Entry {
            crc: !content.iter().fold(!0, |crc, piece| crc_32(crc, piece)),
            size: u32::try_from(size).map_err(|_| too_large())?,
            name: &name,
            moment: dos_moment(now),
        };
        let mut local = Bytes::default();
        local.u32(LOCAL);
        entry.describe(&mut local)?;
        local.bytes(entry.name.as_bytes());
        central.u32(CENTRAL);
        central.u16(VERSION);
        entry.describe(&mut central)?;
        // No comment, on the first disk, with no attributes.
        [0_u16; 3].into_iter().for_each(|nothing| central.u16(nothing));
        central.u32(0);
        central.u32(u32::try_from(at).map_err(|_| too_large())?);
        central.bytes(entry.name.as_bytes());
        at += local.0.len() as u64 + size;
        count = count.checked_add(1).ok_or_else(|| NotWritten::because("more than 65,535 files"))?;
        pieces.push(local.0);
        pieces.extend(content);
    }
    let mut end = Bytes::default();
    end.u32(END);
    [0, 0, count, count].into_iter().for_each(|number| end.u16(number));
    end.u32(u32::try_from(central.0.len()).map_err(|_| too_large())?);
    end.u32(u32::try_from(at).map_err(|_| too_large())?);
    end.u16(0);
    pieces.extend([central.0, end.0]);
    Ok(pieces)
}

/// What is said of a file, both before it and in the list at the end.
struct Entry<'a> {
    crc: u32,
    size: u32,
    name: &'a str,
    /// The time of day and the day.
    moment: [u16; 2],
}

impl Entry<'_> {
    fn describe(&self, to: &mut Bytes) -> Result<(), NotWritten> {
        let length = u16::try_from(self.name.len()).map_err(|_| NotWritten::because("a name is too long"))?;
        let [time, day] = self.moment;
        [VERSION, UTF_8, STORED, time, day].into_iter().for_each(|number| to.u16(number));
        // Its size, as it stands here and as it is.
        [self.crc, self.size, self.size].into_iter().for_each(|number| to.u32(number));
        [length, 0].into_iter().for_each(|number| to.u16(number));
        Ok(())
    }
}

/// Numbers with their lowest byte first.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn u16(&mut self, number: u16) {
        self.bytes(&number.to_le_bytes());
    }

    fn u32(&mut self, number: u32) {
        self.bytes(&number.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }
}

/// The time on the wall, and the day, as MS-DOS wrote them: two seconds a step, years from 1980.
fn dos_moment(now: Now) -> [u16; 2] {
    let moment = now.moment();
    let year = moment.year().clamp(1980, 2107) - 1980;
    let bits = |number: u32| u16::try_from(number).unwrap_or_default();
    let time = bits(moment.hour() << 11 | moment.minute() << 5 | (moment.second() / 2));
    let day = bits(u32::try_from(year).unwrap_or_default() << 9 | moment.month() << 5 | moment.day());
    [time, day]
}

/// The check sum of a file.
pub(super) fn check_sum(bytes: &[u8]) -> u32 {
    !crc_32(!0, bytes)
}

/// Goes on with a check sum (CRC-32 of ISO 3309, as ZIP has it, without its last inversion).
fn crc_32(crc: u32, bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    bytes.iter().fold(crc, |crc, byte| {
        let [low, ..] = crc.to_le_bytes();
        TABLE[usize::from(low ^ byte)] ^ crc >> 8
    })
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let (mut crc, mut bit) = (at as u32, 0);
        while bit < 8 {
            crc = if crc & 1 == 1 { 0xedb8_8320 ^ crc >> 1 } else { crc >> 1 };
            bit += 1;
        }
        table[at] = crc;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The names and contents of an archive, read from the list at its end, as programs read it.
    fn read(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
        let number = |at: usize, bytes: usize| {
            archive[at..at + bytes].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
        };
        let end = archive.len() - 22;
        assert_eq!(number(end, 4), END as usize);
        let (count, size, mut at) = (number(end + 10, 2), number(end + 12, 4), number(end + 16, 4));
        assert_eq!(at + size, end, "the list ends where the end begins");
        let files = (0..count).map(|_| {
            assert_eq!(number(at, 4), CENTRAL as usize);
            let (crc, size, name) = (number(at + 16, 4), number(at + 24, 4), number(at + 28, 2));
            let local = number(at + 42, 4);
            let named = archive[at + 46..at + 46 + name].to_vec();
            at += 46 + name;
            assert_eq!(number(local, 4), LOCAL as usize);
            assert_eq!(&archive[local + 4..local + 30], &archive[at - name - 40..at - name - 14], "said twice alike");
            let begins = local + 30 + name;
            assert_eq!(&archive[local + 30..begins], named.as_slice());
            let content = archive[begins..begins + size].to_vec();
            assert_eq!(!crc_32(!0, &content) as usize, crc);
            (String::from_utf8(named).unwrap(), content)
        });
        files.collect()
    }

    #[test]
    fn the_check_sum_is_the_one_that_all_know() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(!crc_32(!0, b"123456789"), 0xcbf4_3926);
        assert_eq!(!crc_32(crc_32(!0, b"1234"), b"56789"), 0xcbf4_3926, "piece by piece");
    }

    #[test]
    fn the_moment_is_that_on_the_wall() {
        // 2026-11-26 14:35:09, seven hours west.
        let ms = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap().and_hms_opt(21, 35, 9).unwrap();
        let now = Now { ms: ms.and_utc().timestamp_millis(), offset_minutes: -420 };
        assert_eq!(dos_moment(now), [14 << 11 | 35 << 5 | 4, 46 << 9 | 11 << 5 | 26]);
    }

    proptest! {
        #[test]
        fn what_goes_in_comes_out(files in prop::collection::vec(("[a-zé/.-]{1,12}", prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..4)), 0..6)) {
            let archive = zip(files.clone(), Now { ms: 0, offset_minutes: 0 }).unwrap();
            let wanted: Vec<(String, Vec<u8>)> = files.into_iter().map(|(name, pieces)| (name, pieces.concat())).collect();
            prop_assert_eq!(read(&archive.concat()), wanted);
        }
    }
}
