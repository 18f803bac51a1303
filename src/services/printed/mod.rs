//! The directory on paper: pages in two columns, a booklet to fold, and pocket cards, in English, Spanish or both.
//!
//! In reading order: the [`contents`], in which pieces they are [`laid`] on pages (in [`columns`]), how pages stand on the
//! sheets of a [`booklet`], and the [`pocket`] card.

pub mod booklet;
pub mod capability;
pub mod columns;
pub mod contents;
#[cfg(target_arch = "wasm32")]
pub mod drawing;
pub mod laid;
pub mod pocket;
#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(test)]
mod tests;
pub mod words;
