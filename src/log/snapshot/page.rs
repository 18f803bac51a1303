//! The records of one kind as they lie in a snapshot.

use super::form::Tables;
use crate::model::id::Id;
use crate::model::packed::{self, END, ID};
use crate::model::record::{Key, Record};
use crate::model::rows::RowPage;
use crate::model::shelf::{Standing, Stored};
use serde::{Deserialize, Serialize};
use std::any::Any;
use std::ops::Range;
use std::sync::Arc;

/// What the directory says of the records of one kind. Their parts lie one behind the other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ShelfForm {
    /// The number of the kind's key.
    pub(super) kind: u32,
    /// How many records there are.
    pub(super) records: usize,
    /// How many bytes these take.
    pub(super) bytes: usize,
    /// By which rules rows were made, how many, and how many bytes their texts take.
    pub(super) rows: Option<(u64, usize, usize)>,
    /// By which rules what is kept up beside them was made, and how many bytes it takes.
    pub(super) beside: Option<(u64, usize)>,
}

/// The records of one kind in a snapshot: identities in order, how each stands, where each ends, rows, and what is kept up
/// beside them.
pub(super) struct SnapshotPage {
    bytes: Arc<Vec<u8>>,
    tables: Arc<Tables>,
    kind: Key,
    count: usize,
    records: Range<usize>,
    ids: usize,
    standings: usize,
    ends: usize,
    rows: Option<(u64, RowPage)>,
    beside: Option<(u64, Range<usize>)>,
}

/// Cuts parts off the beginning of what is left.
struct Cut {
    at: usize,
    end: usize,
}

impl Cut {
    fn part(&mut self, length: usize, times: usize) -> Option<Range<usize>> {
        let from = self.at;
        self.at = from.checked_add(length.checked_mul(times)?).filter(|end| *end <= self.end)?;
        Some(from..self.at)
    }
}

impl SnapshotPage {
    /// The page that lies at a place in a snapshot, and where the next one begins. None if it is not in form.
    pub(super) fn read(
        bytes: &Arc<Vec<u8>>,
        tables: &Arc<Tables>,
        form: &ShelfForm,
        Range { start, end }: Range<usize>,
    ) -> Option<(SnapshotPage, usize)> {
        let mut cut = Cut { at: start, end };
        let count = form.records;
        let records = cut.part(form.bytes, 1)?;
        let (ids, standings, ends) = (cut.part(ID, count)?, cut.part(1, count)?, cut.part(END, count)?);
        let rows = match form.rows {
            None => None,
            Some((rules, rows, text)) => {
                let (ids, ends, text) = (cut.part(ID, rows)?, cut.part(END, rows)?, cut.part(text, 1)?);
                Some((rules, RowPage::read(bytes.clone(), ids, ends, text)?))
            }
        };
        let beside = match form.beside {
            None => None,
            Some((rules, length)) => Some((rules, cut.part(length, 1)?)),
        };
        let page = SnapshotPage {
            bytes: bytes.clone(),
            tables: tables.clone(),
            kind: tables.keys.get(form.kind as usize)?.clone(),
            count,
            records,
            ids: ids.start,
            standings: standings.start,
            ends: ends.start,
            rows,
            beside,
        };
        page.is_in_order().then_some((page, cut.at))
    }

    /// Whether identities rise and records lie one behind the other.
    fn is_in_order(&self) -> bool {
        (1..self.count).all(|place| self.id(place - 1) < self.id(place))
            && packed::fill(&self.bytes, self.ends, self.count, self.records.len())
    }

    /// The keys and streams that its records name by number.
    pub(super) fn tables(&self) -> &Arc<Tables> {
        &self.tables
    }

    /// The bytes of a record.
    pub(super) fn record_bytes(&self, place: usize) -> &[u8] {
        let records = self.bytes.get(self.records.clone()).unwrap_or_default();
        records.get(packed::piece(&self.bytes, self.ends, place)).unwrap_or_default()
    }

    /// How a record stands, as a byte.
    pub(super) fn standing_byte(&self, place: usize) -> u8 {
        self.bytes.get(self.standings + place).copied().unwrap_or_default()
    }
}

const ALIVE: u8 = 1;
const ERASED: u8 = 2;
const SUPERSEDED: u8 = 4;

/// How a record stands, as a byte.
pub(super) fn standing_byte(standing: Standing) -> u8 {
    let bit = |is: bool, bit: u8| if is { bit } else { 0 };
    bit(standing.alive, ALIVE) | bit(standing.erased, ERASED) | bit(standing.superseded, SUPERSEDED)
}

impl Stored for SnapshotPage {
    fn count(&self) -> usize {
        self.count
    }

    fn id(&self, place: usize) -> Id {
        packed::id(&self.bytes, self.ids, place)
    }

    fn standing(&self, place: usize) -> Standing {
        let byte = self.standing_byte(place);
        Standing { alive: byte & ALIVE != 0, erased: byte & ERASED != 0, superseded: byte & SUPERSEDED != 0 }
    }

    fn record(&self, place: usize) -> Option<Record> {
        let erased = self.standing(place).erased;
        self.tables.read(&self.kind, self.id(place), erased, self.record_bytes(place))
    }

    fn rows(&self, rules: u64) -> Option<RowPage> {
        self.rows.as_ref().filter(|(made_by, _)| *made_by == rules).map(|(_, rows)| rows.clone())
    }

    fn beside(&self, rules: u64) -> Option<&[u8]> {
        let (_, range) = self.beside.as_ref().filter(|(made_by, _)| *made_by == rules)?;
        self.bytes.get(range.clone())
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
