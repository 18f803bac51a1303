//! Asks to partners: on the partner by what they are about, on Today by what is promised in them.

use super::ask::ASK;
use super::views;
use crate::model::kind::Kind;
use crate::model::text::t;
use crate::ui::capability::{Capability, Presentation, Tab, Way};
use crate::ui::route::{Place, Route, View};
use crate::work::consent::CONSENT;

const ALL_ASKS: Route = Route::Records(ASK.id, View::List);

static KINDS: &[(&Kind, Presentation)] = &[(
    &ASK,
    Presentation::at(Place::Community)
        .tab("ask")
        .tones(&[("yes", "good"), ("not_yet", "lamp")])
        .example(t(
            "“Could you provide refreshments for an upcoming community meeting at the library?”",
            "“¿Podrían ofrecer refrigerios para una próxima reunión comunitaria en la biblioteca?”",
        ))
        .offered_on_detail(),
)];

/// Asks to partners.
pub static ASKS: Capability = Capability::new("asks", KINDS)
    .tabs(&[Tab { id: "ask", place: Place::Community, name: ASK.plural, to: ALL_ASKS }])
    .palette(&[Way { name: ASK.plural, to: ALL_ASKS }])
    .on_details_of(&["partner"])
    .today(&views::TODAY)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);
