//! Places where tablets meet that a server keeps, and how one is named, reached and tried.

pub mod address;
mod answer;
mod base64;
pub mod couch;
mod multistatus;
pub mod probe;
pub mod webdav;

pub use address::{Address, AddressError};
pub use couch::Couch;
pub use webdav::WebDav;

#[cfg(test)]
mod tests;
