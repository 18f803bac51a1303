//! The directory of services: under Directory.

use super::kinds::need::NEED;
use super::kinds::organization::ORGANIZATION;
use super::kinds::referral::REFERRAL;
use super::kinds::service::SERVICE;
use super::kinds::site::SITE;
use super::kinds::verification::VERIFICATION;
use super::referrals::noting;
use super::{routes, views, words};
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Tab, Way};
use crate::ui::route::{Place, Route, View};
use crate::ui::words as common;
use crate::work::consent::CONSENT;

const SERVICES_TAB: &str = "service";
const ALL_SERVICES: Route = Route::Records(SERVICE.id, View::List);
const ALL_ORGANIZATIONS: Route = Route::Records(ORGANIZATION.id, View::List);
const HERE: Presentation = Presentation::at(Place::Directory).tab(SERVICES_TAB);

static KINDS: &[(&Kind, Presentation)] = &[
    (
        &SERVICE,
        HERE.tones(&[("active", "good"), ("temporarily_closed", "care")]).example(words::EXAMPLE_SERVICE).in_palette(),
    ),
    (&ORGANIZATION, Presentation::at(Place::Directory).tab("organization")),
    (&SITE, HERE.offered_on_detail()),
    (&VERIFICATION, HERE.tones(&[("still_so", "good"), ("not_reached", "care")]).offered_on_detail()),
    (&NEED, HERE),
    (&REFERRAL, HERE.tones(&[("nothing_open", "care"), ("nothing_known", "care")]).named(noting::named)),
];

static TABS: &[Tab] = &[
    Tab { id: routes::FIND_TAB, place: Place::Directory, name: words::FIND_HELP, to: routes::FIND.route() },
    Tab { id: SERVICES_TAB, place: Place::Directory, name: SERVICE.plural, to: ALL_SERVICES },
    Tab { id: "organization", place: Place::Directory, name: words::ORGANIZATIONS, to: ALL_ORGANIZATIONS },
    Tab { id: "directory", place: Place::Directory, name: common::DIRECTORY, to: Route::Directory },
];

/// The directory of services.
pub static SERVICES: Capability = Capability::new("services", KINDS)
    .tabs(TABS)
    .palette(&[
        Way { name: words::FIND_HELP, to: routes::FIND.route() },
        Way { name: super::verifying::words::VERIFY, to: routes::VERIFY.route() },
        Way { name: SERVICE.plural, to: ALL_SERVICES },
        Way { name: ORGANIZATION.plural, to: ALL_ORGANIZATIONS },
        Way { name: NEED.plural, to: Route::Records(NEED.id, View::List) },
        Way { name: REFERRAL.plural, to: Route::Records(REFERRAL.id, View::List) },
    ])
    .screens(routes::ALL)
    .in_reports()
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);
