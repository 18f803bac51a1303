//! Files as they come in: exports of other tablets, and a spreadsheet of addresses.

use super::{STREAM, written, years};
use async_trait::async_trait;
use porchlight::log::document::Writer;
use porchlight::log::hash::Sha;
use porchlight::log::line;
use porchlight::log::segment::{MOST, Segment};
use porchlight::model::id::Salt;
use porchlight::model::record_write::RecordWrite;
use porchlight::ports::{FileError, InFile};
use std::io::Write;

/// A file in memory.
pub struct Bytes(pub Vec<u8>);

#[async_trait(?Send)]
impl InFile for Bytes {
    fn name(&self) -> String {
        "notes.json".to_owned()
    }

    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    async fn read(&self, offset: u64, most: usize) -> Result<Vec<u8>, FileError> {
        let from = usize::try_from(offset).unwrap().min(self.0.len());
        Ok(self.0[from..(from + most).min(self.0.len())].to_vec())
    }
}

/// An export with so many partners, as another tablet would have made it.
pub fn partners(count: usize) -> Vec<u8> {
    export(count, super::partner)
}

/// An export of records numbered from one, as another tablet would have made it.
pub fn export(count: usize, row: impl Fn(usize) -> RecordWrite) -> Vec<u8> {
    let stream = STREAM;
    let (mut writer, mut before, mut out) = (Writer::default(), Sha::start_of(stream), Vec::new());
    for from in (1..=count).step_by(MOST) {
        let lines = (from..(from + MOST).min(count + 1))
            .map(|number| line::write(&written(number as u64, row(number)), Salt(number as u128)));
        let segment = Segment { stream, writer: stream, org: "bench".to_owned(), before, lines: lines.collect() };
        before = segment.after();
        out.extend(writer.segment(&segment));
    }
    out.extend(writer.finish());
    out
}

/// A list of addresses as a town gives it: so many doors on streets of a hundred, one street of four hundred.
pub fn addresses(count: usize) -> Vec<u8> {
    let mut out = b"House,Street,Unit,City,ZIP\n".to_vec();
    for door in 0..count {
        let (street, number) =
            if door < 400 { (0, door + 1) } else { ((door - 400) / 100 + 1, (door - 400) % 100 + 1) };
        let unit = if number % 25 == 0 { "APT 2" } else { "" };
        writeln!(out, "{number},NO STREET{street:03} AV,{unit},WILLIMANTIC,06226").unwrap();
    }
    out
}

/// What lies at many hubs, and all that happened there.
pub fn hubs() -> Vec<u8> {
    export(years::AT_HUBS, |number| years::at_hubs(number - 1))
}
