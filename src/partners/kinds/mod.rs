//! The kinds of record of this capability.

pub mod contact;
pub mod partner;
