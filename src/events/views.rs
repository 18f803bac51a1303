//! What events draw: loaded when somebody first goes there.

use super::kinds::event::EVENT;
use super::kinds::event_partner::EVENT_PARTNER;
use super::kinds::event_staff::EVENT_STAFF;
use super::kinds::promotion::PROMOTION;
#[cfg(target_arch = "wasm32")]
use super::kinds::promotion::fields as promotion;
use super::kinds::tally_mark::TALLY_MARK;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as events;
use crate::model::kind::Kind;
#[cfg(target_arch = "wasm32")]
use crate::partners::asked_not_to_be_contacted;
use crate::ui::capability::{KindViews, OnToday, Shows, Views};
use crate::{chunk, drawn, pages, shows, views};

const NOTHING: KindViews = KindViews::new();
/// Something of an event: its form leads back to that.
const OF_ONE: KindViews = NOTHING.back(drawn![events::back_to_event]);

static KINDS: &[(&Kind, KindViews)] = &[
    (
        &EVENT,
        NOTHING
            .buttons(views![events::calendar::add_to_calendar])
            .above(views![events::tallied::section])
            .below(views![
                events::counts::section,
                events::used::section,
                events::interviews::section,
                events::people::partners,
                events::helpers::section,
                events::people::staff,
                events::repeat::series
            ])
            .actions(views![events::tallied::way]),
    ),
    (&EVENT_PARTNER, OF_ONE),
    (&EVENT_STAFF, OF_ONE),
    (&TALLY_MARK, OF_ONE),
    (
        &PROMOTION,
        NOTHING
            .hints(drawn![(promotion::PARTNER.key(), |form| asked_not_to_be_contacted(form, promotion::PARTNER))])
            .back(drawn![events::promotion::back]),
    ),
];

static SCREENS: &[Shows] = shows![
    routes::CALENDAR => events::calendar::screen,
    routes::TALLY => events::tally::screen,
    routes::CLOSE => events::closing::screen,
    routes::REPEAT => events::repeat::screen,
    routes::PROMOTION => events::promotion::screen,
    routes::FLYER => events::flyer::screen,
    routes::TOTALS => events::report::screen,
];

static DRAWN: Views = Views::new()
    .kinds(KINDS)
    .screens(SCREENS)
    .report_ways(pages![events::report::way])
    .on_details(&[("partner", views![events::people::together, events::promotion::theirs])]);

chunk! {
    /// What events draw.
    pub static VIEWS: Views = events => DRAWN;
}

static ON_TODAY: OnToday = OnToday { pick_up: &[], sections: drawn![events::to_close::to_close] };

chunk! {
    /// What events put on Today.
    pub static TODAY: OnToday = everyday => ON_TODAY;
}
