//! Interviews: consent, conversations, sound, quotes.

#[cfg(test)]
pub(crate) mod tests;

pub mod anchor;
pub mod capability;
pub mod coverage;
pub mod guides;
pub mod interview;
pub mod kappa;
pub mod kinds;
pub mod passage;
pub mod practice;
pub mod quotes;
pub mod recording;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod views;
pub mod who;
pub mod words;

pub(crate) use coverage::held;
pub use coverage::{Coverage, coverage};
pub use kinds::interview::{
    CALLBACK, COMMUNITY, INTERVIEW, NOTES, SPEAKER, callback_fields, interview_fields, speaker_fields,
};
pub use kinds::interview_guide::{GUIDE_VERSION, INTERVIEW_GUIDE, guide_fields, version_fields};
pub use kinds::quote::{QUOTE, quote_fields};
pub use kinds::wanted::{BY_NEIGHBORHOOD, BY_ROLE};
pub use quotes::{Codings, Filter, Quote, quotes_with};
pub use routes::BEGIN;
#[cfg(target_arch = "wasm32")]
pub use screens::quotes::follow_quotes;
#[cfg(target_arch = "wasm32")]
pub use screens::quotes::theme_offers;
#[cfg(target_arch = "wasm32")]
pub use screens::quotes::who_said;
pub use who::Who;
pub use words::START_INTERVIEW;
