//! What outreach work is, in plain data: no clock, no disk, no browser.
//!
//! In reading order: a [`text`] in two languages, the [`field`]s and [`kind`]s that declare what a record holds,
//! the [`value`]s it holds, the [`stamp`] and [`operation`] that change it, the [`record`] that results, and the
//! [`book`] of all records. Beside them stands the [`address`]: what lists say of where a door is.

pub mod guide;
pub mod library;
pub mod question;
pub mod staff;
pub mod suppression;
pub mod version_vector;

pub mod address;
pub mod address_book;
pub mod asked_first;
pub mod asking;
pub mod author;
pub mod barcode;
pub mod book;
pub mod by_hand;
pub mod cell_repair;
pub mod check;
pub mod date;
pub mod degrees;
pub mod draft;
pub mod email;
pub mod field;
pub mod fold;
pub mod gives;
pub mod handle;
pub mod id;
pub mod index;
pub mod joined;
pub mod joins;
pub mod kept;
pub mod kept_up;
pub mod kind;
pub mod languages;
pub mod letters;
pub mod likely_same;
pub mod listed;
pub mod namesakes;
pub mod near_days;
pub mod next_step;
pub mod offered;
pub mod operation;
pub mod order;
pub mod outline;
pub mod packed;
pub mod phone;
pub mod photo;
pub mod phrases;
pub mod query;
pub mod questionnaire;
pub mod rank;
pub mod reach;
pub mod record;
pub mod record_write;
pub mod recurrence;
pub mod rows;
pub mod same_as;
pub mod shelf;
pub mod show;
pub mod stamp;
pub mod sum;
pub mod tablet;
#[cfg(test)]
pub(crate) mod testing;
pub mod text;
pub mod typed;
pub mod typed_lines;
pub mod typed_number;
pub mod unicode;
pub mod value;
