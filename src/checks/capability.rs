//! Health checks: on Today once a week, and two screens of their own.

use super::kinds::{CHECK_PAUSE, PARTNER_REVIEW};
use super::{routes, views, words};
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Way};
use crate::ui::route::Place;
use crate::work::consent::CONSENT;

static KINDS: &[(&Kind, Presentation)] = &[
    (&PARTNER_REVIEW, Presentation::at(Place::Community).tab("partner")),
    (&CHECK_PAUSE, Presentation::at(Place::Community)),
];

/// Health checks.
pub static CHECKS: Capability = Capability::new("checks", KINDS)
    .palette(&[
        Way { name: words::REVIEW, to: routes::REVIEW.route() },
        Way { name: words::OPPORTUNITIES, to: routes::OPPORTUNITIES.route() },
    ])
    .screens(routes::ALL)
    .today(&views::TODAY)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);
