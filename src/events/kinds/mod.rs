//! The kinds of record of this capability.

pub mod choices;
pub mod event;
pub mod event_partner;
pub mod event_staff;
pub mod promotion;
pub mod tally_mark;
