//! Who writes something down, and when.

use crate::domain::date::Now;
use crate::domain::id::Id;

/// Who writes something down, and when.
#[derive(Clone, Copy, Debug)]
pub struct Author {
    /// Who of the library; nobody where nobody said so.
    pub by: Option<Id>,
    /// The present.
    pub now: Now,
}
