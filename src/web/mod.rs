//! The browser's side of the ports. Thin: what can be decided without a browser is decided below.

mod address_book;
pub mod clock;
pub mod device;
pub mod fetch;
pub mod files;
pub mod folders;
pub mod ids;
pub mod indexed_db;
pub mod install;
pub mod pace;
mod pick;
mod picture;
pub mod prefs;
mod received;
pub mod sound;
pub mod stop;
pub mod strict;
pub mod tabs;
pub mod unicode;
