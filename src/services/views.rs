//! What the directory of services draws: loaded when somebody first asks for help.

#[cfg(target_arch = "wasm32")]
use super::checking;
use super::kinds::referral::REFERRAL;
use super::kinds::service::SERVICE;
#[cfg(target_arch = "wasm32")]
use super::referrals::screens as referrals;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as services;
#[cfg(target_arch = "wasm32")]
use super::verifying;
use crate::model::kind::Kind;
use crate::ui::capability::{KindViews, Shows, Views};
use crate::{chunk, pages, shows, views};

static KINDS: &[(&Kind, KindViews)] = &[
    (&REFERRAL, KindViews::new().above(views![referrals::called::section])),
    (&SERVICE, KindViews::new().above(views![checking::section])),
];

static SCREENS: &[Shows] = shows![
    routes::FIND => services::find,
    routes::VERIFY => verifying::screens::screen,
    routes::HEARD => services::heard,
    routes::REFERRALS => referrals::report::screen,
];

static DRAWN: Views = Views::new().kinds(KINDS).screens(SCREENS).report_ways(pages![referrals::report::way]);

chunk! {
    /// What the directory of services draws.
    pub static VIEWS: Views = services => DRAWN;
}
