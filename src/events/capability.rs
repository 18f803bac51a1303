//! Outreach events: what is planned and was held, with whom, and who came.

use super::kinds::choices::CANCELED;
use super::kinds::event::EVENT;
use super::kinds::event_partner::EVENT_PARTNER;
use super::kinds::event_staff::EVENT_STAFF;
use super::kinds::promotion::PROMOTION;
use super::kinds::tally_mark::TALLY_MARK;
use super::{routes, views, words};
use crate::model::kind::Kind;
use crate::model::text::t;
use crate::ui::capability::{Capability, Opens, Presentation, Start, Tab, Way};
use crate::ui::route::{Place, Route, View};
use crate::work::calendar::{OnCalendar, Stands};
use crate::work::consent::CONSENT;

const HERE: Presentation = Presentation::at(Place::Outreach).tab("event");
const ALL_EVENTS: Route = Route::Records(EVENT.id, View::List);

static KINDS: &[(&Kind, Presentation)] = &[
    (
        &EVENT,
        HERE.tones(&[("confirmed", "lamp"), ("held", "good"), ("canceled", "wrong")])
            .example(t(
                "“Storytime at the farmers market, Saturday at 10”",
                "“Hora de cuentos en el mercado, el sábado a las 10”",
            ))
            .in_palette()
            .no_timelines(),
    ),
    (&EVENT_PARTNER, HERE),
    (&EVENT_STAFF, HERE),
    (&TALLY_MARK, HERE),
    (&PROMOTION, HERE.tones(&[("told", "lamp"), ("shared", "good")])),
];

/// Outreach events.
pub static EVENTS: Capability = Capability::new("events", KINDS)
    .tabs(&[
        Tab { id: "event", place: Place::Outreach, name: EVENT.plural, to: ALL_EVENTS },
        Tab { id: "calendar", place: Place::Outreach, name: words::CALENDAR, to: routes::CALENDAR.route() },
    ])
    .palette(&[Way { name: EVENT.plural, to: ALL_EVENTS }, Way { name: words::CALENDAR, to: routes::CALENDAR.route() }])
    .screens(routes::ALL)
    .in_reports()
    .on_calendar(&[OnCalendar {
        kind: &EVENT,
        stands: Stands::Happens { starts: "when", ends: Some("ends"), off: Some(("status", CANCELED)) },
    }])
    .starts(&[Start { name: EVENT.new, opens: Opens::New(&EVENT) }])
    .on_details_of(&["partner"])
    .today(&views::TODAY)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);
