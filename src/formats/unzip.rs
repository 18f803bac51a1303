//! The files in a ZIP archive (PKWARE APPNOTE 6.3.10), read in bounded memory: what an archive says of its sizes is not
//! believed, so one of a few kilobytes that would become gigabytes is refused as soon as it has become too much.

use crate::formats::zip::{CENTRAL, END, LOCAL, check_sum};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// How long the end of an archive is without its comment, and how long a comment may be.
const END_LENGTH: usize = 22;
const COMMENT: usize = u16::MAX as usize;
/// How many files an archive may hold; packages have some dozens.
const MOST_FILES: usize = 4_096;
/// What stands in place of a number that only the 64-bit form of the format can say.
const ELSEWHERE: u32 = u32::MAX;
/// The flag of a file that is encrypted (APPNOTE 4.4.4, bit 0).
const ENCRYPTED: u16 = 1;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// Why an archive, or a file in one, is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotUnzipped {
    /// It is no archive, or only a part of one.
    #[error("this is not a ZIP file, or it is not whole")]
    NotAnArchive,
    /// It holds more files than any package does.
    #[error("it holds {0} files")]
    TooMany(usize),
    /// A file in it needs a password.
    #[error("“{0}” is protected by a password")]
    Protected(String),
    /// A file in it is packed in a way that is not known here.
    #[error("“{0}” is packed in a way that cannot be read")]
    Method(String),
    /// A file in it is damaged.
    #[error("“{0}” is damaged")]
    Damaged(String),
    /// Unpacked, it would be larger than what may be read.
    #[error("“{0}” is larger than {1} bytes")]
    TooLarge(String, usize),
}

/// An archive: its files by their names, none of them unpacked yet.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// How many bytes may still come out of it.
    left: usize,
}

/// What the list at the end of an archive says of one file.
#[derive(Debug)]
struct Entry {
    name: String,
    flags: u16,
    method: u16,
    crc: u32,
    packed: u32,
    at: u32,
}

impl<'a> Archive<'a> {
    /// Reads the list of an archive's files, of which at most so many bytes in all are to be unpacked.
    ///
    /// Folders and what systems add beside files (`__MACOSX`) are left out.
    ///
    /// # Errors
    /// If it is no archive, or holds too many files.
    pub fn open(bytes: &'a [u8], most: usize) -> Result<Archive<'a>, NotUnzipped> {
        let end = end_of(bytes).ok_or(NotUnzipped::NotAnArchive)?;
        let count = usize::from(u16_at(bytes, end + 10).ok_or(NotUnzipped::NotAnArchive)?);
        if count > MOST_FILES {
            return Err(NotUnzipped::TooMany(count));
        }
        let list = u32_at(bytes, end + 16).filter(|at| *at != ELSEWHERE).ok_or(NotUnzipped::NotAnArchive)?;
        let (mut at, mut entries) = (list as usize, Vec::new());
        for _ in 0..count {
            let (entry, next) = Entry::read(bytes, at).ok_or(NotUnzipped::NotAnArchive)?;
            at = next;
            if !entry.name.ends_with('/') && !entry.name.starts_with("__MACOSX/") {
                entries.push(entry);
            }
        }
        Ok(Archive { bytes, entries, left: most })
    }

    /// The names of the files, with their folders, in the order of the archive.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// Unpacks the file of this name; none if there is none. Of several with one name it is the last, as programs read it.
    ///
    /// # Errors
    /// If it is damaged, protected, packed in another way, or if more would come out of the archive than may.
    pub fn take(&mut self, name: &str) -> Result<Option<Vec<u8>>, NotUnzipped> {
        let Some(entry) = self.entries.iter().rfind(|entry| entry.name == name) else { return Ok(None) };
        let named = || name.to_owned();
        if entry.flags & ENCRYPTED != 0 {
            return Err(NotUnzipped::Protected(named()));
        }
        let packed = entry.packed(self.bytes).ok_or_else(|| NotUnzipped::Damaged(named()))?;
        let too_large = || NotUnzipped::TooLarge(named(), self.left);
        let content = match entry.method {
            STORED if packed.len() > self.left => return Err(too_large()),
            STORED => packed.to_vec(),
            DEFLATED => decompress_to_vec_with_limit(packed, self.left).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => too_large(),
                _ => NotUnzipped::Damaged(named()),
            })?,
            _ => return Err(NotUnzipped::Method(named())),
        };
        if check_sum(&content) != entry.crc {
            return Err(NotUnzipped::Damaged(named()));
        }
        self.left -= content.len();
        Ok(Some(content))
    }
}

impl Entry {
    /// What stands of a file in the list at this place, and where the next one begins.
    fn read(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
        let sixteen = |beyond: usize| u16_at(bytes, at.checked_add(beyond)?);
        let thirty_two = |beyond: usize| u32_at(bytes, at.checked_add(beyond)?);
        if thirty_two(0)? != CENTRAL {
            return None;
        }
        let [name, extra, comment] = [sixteen(28)?, sixteen(30)?, sixteen(32)?].map(usize::from);
        let begins = at.checked_add(46)?;
        let named = bytes.get(begins..begins.checked_add(name)?)?;
        let entry = Entry {
            // Names of other code pages are not needed to find a table: what is not UTF-8 in them is passed over.
            name: String::from_utf8_lossy(named).replace('\\', "/"),
            flags: sixteen(8)?,
            method: sixteen(10)?,
            crc: thirty_two(16)?,
            packed: thirty_two(20)?,
            at: thirty_two(42)?,
        };
        Some((entry, begins + name + extra + comment))
    }

    /// The bytes of a file as they stand in the archive.
    fn packed<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let at = self.at as usize;
        if u32_at(bytes, at)? != LOCAL || self.packed == ELSEWHERE {
            return None;
        }
        let [name, extra] = [u16_at(bytes, at + 26)?, u16_at(bytes, at + 28)?].map(usize::from);
        let begins = at + 30 + name + extra;
        bytes.get(begins..begins.checked_add(self.packed as usize)?)
    }
}

/// Where the end of an archive begins: the last that is one, for a comment may follow it.
fn end_of(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let first = last.saturating_sub(COMMENT);
    (first..=last).rev().find(|at| u32_at(bytes, *at) == Some(END))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let found = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(found.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let found = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(found.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::zip::zip;
    use crate::model::date::Now;
    use proptest::prelude::*;

    const NOON: Now = Now { ms: 0, offset_minutes: 0 };

    /// An archive of one file, packed.
    fn packed(name: &str, content: &[u8]) -> Vec<u8> {
        let deflated = miniz_oxide::deflate::compress_to_vec(content, 6);
        let mut bytes = zip([(name.to_owned(), vec![deflated.clone()])], NOON).unwrap().concat();
        let list = bytes.len() - END_LENGTH - 46 - name.len();
        for (at, from) in [(0, 8), (list, 10)] {
            bytes[at + from..at + from + 2].copy_from_slice(&DEFLATED.to_le_bytes());
        }
        let (crc, size) = (check_sum(content).to_le_bytes(), u32::try_from(content.len()).unwrap().to_le_bytes());
        bytes[list + 16..list + 20].copy_from_slice(&crc);
        bytes[list + 24..list + 28].copy_from_slice(&size);
        bytes
    }

    #[test]
    fn a_packed_file_is_unpacked() {
        let bytes = packed("package/services.csv", b"id,name\n1,Food pantry\n");
        let mut archive = Archive::open(&bytes, 1_000).unwrap();
        assert_eq!(archive.names().collect::<Vec<_>>(), ["package/services.csv"]);
        assert_eq!(archive.take("package/services.csv").unwrap().unwrap(), b"id,name\n1,Food pantry\n");
        assert_eq!(archive.take("services.csv"), Ok(None));
    }

    #[test]
    fn what_would_become_too_much_is_refused() {
        // Ten megabytes in some ten kilobytes, and the list says that it is small.
        let mut bytes = packed("big.csv", &vec![b'x'; 10 << 20]);
        assert!(bytes.len() < 20_000);
        let size = bytes.len() - END_LENGTH - 46 - "big.csv".len() + 24;
        bytes[size..size + 4].copy_from_slice(&100_u32.to_le_bytes());
        let mut archive = Archive::open(&bytes, 1 << 20).unwrap();
        assert_eq!(archive.take("big.csv"), Err(NotUnzipped::TooLarge("big.csv".into(), 1 << 20)));
        // What several files come to in all counts.
        let two = [("a".to_owned(), vec![vec![0; 600]]), ("b".to_owned(), vec![vec![0; 600]])];
        let bytes = zip(two, NOON).unwrap().concat();
        let mut archive = Archive::open(&bytes, 1_000).unwrap();
        assert!(archive.take("a").is_ok());
        assert_eq!(archive.take("b"), Err(NotUnzipped::TooLarge("b".into(), 400)));
    }

    #[test]
    fn what_is_damaged_or_protected_says_so() {
        let good = packed("a.csv", b"some words that are there twice, some words");
        let list = good.len() - END_LENGTH - 46 - "a.csv".len();
        let with = |at: usize, byte: u8| {
            let mut bytes = good.clone();
            bytes[at] = byte;
            Archive::open(&bytes, 1_000).map(|mut archive| archive.take("a.csv"))
        };
        assert_eq!(with(38, 0xff).unwrap(), Err(NotUnzipped::Damaged("a.csv".into())), "another letter");
        assert_eq!(with(list + 8, 1).unwrap(), Err(NotUnzipped::Protected("a.csv".into())));
        assert_eq!(with(list + 10, 12).unwrap(), Err(NotUnzipped::Method("a.csv".into())), "bzip2");
        assert_eq!(Archive::open(b"id,name\n", 1_000).unwrap_err(), NotUnzipped::NotAnArchive);
        let many = (0..5_000).map(|at| (format!("{at}.csv"), Vec::new()));
        let bytes = zip(many, NOON).unwrap().concat();
        assert_eq!(Archive::open(&bytes, 1_000).unwrap_err(), NotUnzipped::TooMany(5_000));
    }

    #[test]
    fn what_systems_add_is_left_out() {
        let files = ["a/", "a/services.csv", "__MACOSX/a/._services.csv"];
        let bytes = zip(files.map(|name| (name.to_owned(), Vec::new())), NOON).unwrap().concat();
        let archive = Archive::open(&bytes, 1_000).unwrap();
        assert_eq!(archive.names().collect::<Vec<_>>(), ["a/services.csv"]);
    }

    proptest! {
        #[test]
        fn what_we_pack_is_read(files in prop::collection::btree_map("[a-zé/.-]{0,11}[a-z]", prop::collection::vec(any::<u8>(), 0..90), 0..6)) {
            let pieces = files.iter().map(|(name, content)| (name.clone(), vec![content.clone()]));
            let bytes = zip(pieces, NOON).unwrap().concat();
            let mut archive = Archive::open(&bytes, 10_000).unwrap();
            for (name, content) in files {
                prop_assert_eq!(archive.take(&name).unwrap(), Some(content));
            }
        }

        /// Whatever bytes there are: an answer, and no more memory than was allowed.
        #[test]
        fn nothing_breaks(content in prop::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = packed("a.csv", &content);
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(mut archive) = Archive::open(&bytes, 1_000) {
                let names: Vec<String> = archive.names().map(str::to_owned).collect();
                for name in names {
                    prop_assert!(archive.take(&name).ok().flatten().is_none_or(|content| content.len() <= 1_000));
                }
            }
        }
    }
}
