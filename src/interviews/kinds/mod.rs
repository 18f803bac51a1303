//! The kinds of record of this capability.

pub mod interview;
pub mod interview_guide;
pub mod quote;
pub mod recording;
pub mod wanted;
