//! Asks to partners. The smallest capability: a kind, what declares it, and notes for practice.

pub mod ask;
pub mod capability;
pub mod practice;
#[cfg(test)]
mod tests;
pub mod views;
