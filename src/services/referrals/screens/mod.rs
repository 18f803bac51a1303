//! Referrals where they are noted and looked at.

pub mod called;
pub mod heard;
pub mod noting;
pub mod report;
