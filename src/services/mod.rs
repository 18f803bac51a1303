//! Where people can get help: the services around the library, when they are open, how sure that is, and the three best
//! answers to what somebody asks for.

pub mod answers;
pub mod capability;
#[cfg(target_arch = "wasm32")]
pub mod checking;
#[cfg(target_arch = "wasm32")]
pub mod handing;
pub mod hours;
pub mod hsds;
pub mod kinds;
pub mod needs;
pub mod practice;
pub mod printed;
pub mod public;
pub mod referrals;
pub mod routes;
#[cfg(target_arch = "wasm32")]
pub mod screens;
pub mod telling;
#[cfg(test)]
mod tests;
pub mod to_check;
pub mod verifying;
pub mod views;
pub mod words;

pub use kinds::referral::{AT_DOOR, AT_HUB, IN_INTERVIEW, REFERRAL};
pub use kinds::service::SERVICE;
pub use public::public_address;
pub use referrals::noting::is_need;
#[cfg(target_arch = "wasm32")]
pub use referrals::screens::heard::{all_ways as all_ways_to_help, ways as ways_to_help};
pub use routes::HEARD;
