//! The week: in Outreach as a page and as what is to be followed up, on Today by what is to be done now.

use super::kinds::{DONE, TASK};
use super::{routes, views, words};
use crate::model::kind::Kind;
use crate::model::text::t;
use crate::ui::capability::{Capability, Presentation, Tab, Way};
use crate::ui::route::{Place, Route, View};
use crate::work::calendar::{OnCalendar, Stands};
use crate::work::consent::CONSENT;

static KINDS: &[(&Kind, Presentation)] = &[(
    &TASK,
    Presentation::at(Place::Outreach).tab("week").tones(&[("follow_up", "lamp"), ("done", "good")]).example(t(
        "“Feb 3 classroom presentations @Middle School”",
        "“3 de febrero, presentaciones en clase @Middle School”",
    )),
)];

/// The week.
pub static WEEKS: Capability = Capability::new("week", KINDS)
    .tabs(&[
        Tab { id: "week", place: Place::Outreach, name: words::WEEK, to: routes::WEEK.route() },
        Tab { id: "follow_ups", place: Place::Outreach, name: words::FOLLOW_UPS, to: routes::FOLLOW_UPS.route() },
    ])
    .palette(&[
        Way { name: words::WEEK, to: routes::WEEK.route() },
        Way { name: words::FOLLOW_UPS, to: routes::FOLLOW_UPS.route() },
        Way { name: TASK.plural, to: Route::Records(TASK.id, View::List) },
    ])
    .screens(routes::ALL)
    .on_calendar(&[OnCalendar { kind: &TASK, stands: Stands::Planned { day: "day", done: ("state", DONE) } }])
    .today(&views::TODAY)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);

/// The week where it helps: what stands on the pages of others is loaded with those, and its own screens are not.
pub static WEEKS_AT_HAND: Capability =
    Capability::new("week_at_hand", &[]).on_details_of(&["event"]).views(&views::VIEWS_AT_HAND);
