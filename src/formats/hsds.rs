//! A directory of services as the tables of the Human Services Data Specification, version 3.0 (HSDS, Open Referral,
//! docs.openreferral.org): read from JSON, from a package of tables and from what older versions and a 211 write, and
//! written as both. What the tables mean to the app is not said here; what nobody here knows goes through unchanged.
//!
//! In reading order: the [`shape`] of the tables, the [`tables`] themselves, [`read`](mod@read) that tells what a file is,
//! the older [`dialects`] and what a 211 writes ([`icarol`]), and [`write`](mod@write).

pub mod dialects;
pub mod icarol;
mod json;
mod plain;
pub mod read;
pub mod shape;
pub mod tables;
pub mod write;

#[cfg(test)]
mod tests;
