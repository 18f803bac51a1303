//! Access hubs: what lies on their tables, and who staffs them.

use super::kinds::hub::HUB;
use super::kinds::hub_visit::HUB_VISIT;
use super::kinds::item::{ITEM, SHELF};
use super::kinds::movement::{COUNT, MOVEMENT};
use super::kinds::posting::POSTING;
use super::routes;
use super::stock::Stock;
use super::views;
use super::words;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Opens, Presentation, Start, Tab, Way};
use crate::ui::route::{Place, Route, View};
use crate::work::calendar::{OnCalendar, Stands};
use crate::work::consent::CONSENT;

const HERE: Presentation = Presentation::at(Place::Community).tab("hub");
const ALL_HUBS: Route = Route::Records("hub", View::List);

static KINDS: &[(&Kind, Presentation)] = &[
    (&HUB, HERE),
    (&ITEM, Presentation::at(Place::Community).tab("item")),
    (&SHELF, HERE),
    (&MOVEMENT, HERE),
    (&COUNT, HERE),
    (&POSTING, HERE),
    (&HUB_VISIT, HERE),
];

static TABS: &[Tab] = &[
    Tab { id: "hub", place: Place::Community, name: words::HUBS, to: ALL_HUBS },
    Tab { id: "item", place: Place::Community, name: ITEM.plural, to: Route::Records("item", View::List) },
];

/// Access hubs: what lies on their tables, and who staffs them.
pub static HUBS: Capability = Capability::new("hubs", KINDS)
    .tabs(TABS)
    .palette(&[Way { name: words::HUBS, to: ALL_HUBS }])
    .starts(&[Start { name: words::COUNT_A_HUB, opens: Opens::Over(&HUB, ALL_HUBS, &Opens::New(&HUB)) }])
    .today(&views::TODAY)
    .on_calendar(&[
        OnCalendar { kind: &HUB_VISIT, stands: Stands::Happens { starts: "when", ends: Some("until"), off: None } },
        OnCalendar { kind: &POSTING, stands: Stands::By { day: "until", done: "down" } },
    ])
    .in_reports()
    .screens(routes::ALL)
    .views(&views::VIEWS)
    .policies(&[&CONSENT])
    .stores(&[Stock::prepare]);
