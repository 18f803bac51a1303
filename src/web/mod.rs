//! The browser's side of the ports. Thin: what can be decided without a browser is decided below.

pub mod indexed_db;
pub mod strict;
