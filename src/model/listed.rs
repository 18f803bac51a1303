//! What a list shows: records in order, looked at a screenful at a time.

use super::id::Id;
use super::rows::Rows;
use std::ops::Range;

/// Records in order. All of a kind are not written down one by one, which would take longer the more there are.
#[derive(Clone, Debug, PartialEq)]
pub enum Listed {
    /// All of a kind, in the order of their rows.
    All(Rows),
    /// These.
    Some(Vec<Id>),
}

impl From<Vec<Id>> for Listed {
    fn from(ids: Vec<Id>) -> Listed {
        Listed::Some(ids)
    }
}

impl Listed {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Listed::All(rows) => rows.len(),
            Listed::Some(ids) => ids.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Some of them, as far as there are so many.
    pub fn range(&self, range: Range<usize>) -> Vec<Id> {
        match self {
            Listed::All(rows) => rows.ids(range),
            Listed::Some(ids) => ids.get(range.start..range.end.min(ids.len())).unwrap_or_default().to_vec(),
        }
    }

    /// Where one stands.
    pub fn position(&self, id: Id) -> Option<usize> {
        match self {
            Listed::All(rows) => rows.position(id),
            Listed::Some(ids) => ids.iter().position(|known| *known == id),
        }
    }
}
