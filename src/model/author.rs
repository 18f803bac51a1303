//! Who writes something down, and when.

use super::date::Now;
use super::id::Id;

/// Who writes something down, and when.
#[derive(Clone, Copy, Debug)]
pub struct Author {
    /// Who of the library; nobody where nobody said so.
    pub by: Option<Id>,
    /// The present.
    pub now: Now,
}
