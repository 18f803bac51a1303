//! Notes out and in.

pub mod no_table;
pub mod office;
pub mod places;
pub mod sync;
pub mod syncing;
pub mod table;
pub mod transfer;
