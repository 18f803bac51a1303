//! Partners, and what was said with them.

use super::kinds::contact::CONTACT;
use super::kinds::partner::PARTNER;
use super::views;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Opens, Presentation, Start, Tab, Way};
use crate::ui::route::{Place, Route, View};
use crate::ui::words;
use crate::work::consent::CONSENT;

const ALL_PARTNERS: Route = Route::Records(PARTNER.id, View::List);
const ALL_CONTACTS: Route = Route::Records(CONTACT.id, View::List);

static KINDS: &[(&Kind, Presentation)] = &[
    (
        &PARTNER,
        Presentation::at(Place::Community)
            .tab("partner")
            .tones(&[("active", "good"), ("quiet", "care"), ("lapsed", "care")])
            .example(words::EXAMPLE_PARTNER)
            .in_palette()
            .offered_first(),
    ),
    (&CONTACT, Presentation::at(Place::Outreach).tab("contact").offered_on_detail()),
];

static TABS: &[Tab] = &[
    Tab { id: "partner", place: Place::Community, name: PARTNER.plural, to: ALL_PARTNERS },
    Tab { id: "contact", place: Place::Outreach, name: CONTACT.plural, to: ALL_CONTACTS },
];

/// Partners, and what was said with them.
pub static PARTNERS: Capability = Capability::new("partners", KINDS)
    .fronts(&[(Place::Community, ALL_PARTNERS)])
    .tabs(TABS)
    .palette(&[Way { name: words::OUTREACH, to: ALL_CONTACTS }, Way { name: words::COMMUNITY, to: ALL_PARTNERS }])
    .starts(&[
        Start { name: words::LOG_CONTACT, opens: Opens::New(&CONTACT) },
        Start { name: PARTNER.new, opens: Opens::New(&PARTNER) },
    ])
    .today(&views::TODAY)
    .in_reports()
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);
