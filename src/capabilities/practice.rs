//! What all capabilities make up for practice. It is loaded only where somebody practices.

use crate::work::practice::PracticeNotes;
use crate::{asks, canvass, chunk, hubs, interviews, partners};

/// What each makes up, in the order in which it is written.
pub static NOTES: &[PracticeNotes] = &[
    canvass::practice::notes,
    interviews::practice::notes,
    partners::practice::notes,
    asks::practice::notes,
    hubs::practice::notes,
];

chunk! {
    /// What all capabilities make up for practice.
    pub static PRACTICE: &'static [PracticeNotes] = practice => NOTES;
}
