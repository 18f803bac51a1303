//! Notes out and in.

pub mod office;
pub mod table;
pub mod transfer;
