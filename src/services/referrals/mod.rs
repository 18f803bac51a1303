//! Referrals: somebody asked for help and was told where to find it, or that nothing is open for it. What one tap notes,
//! what is asked when it is called back about, and what all of them add up to. Nobody is named in any of it.

pub mod noting;
pub mod practice;
pub mod report;
#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(test)]
mod tests;
pub mod words;
