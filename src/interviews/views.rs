//! What interviews draw: loaded when somebody first goes there.

use super::kinds::interview::{ANSWER, CALLBACK, INTERVIEW, INTERVIEW_PHOTO, SAID, SPEAKER};
use super::kinds::interview_guide::INTERVIEW_GUIDE;
use super::kinds::quote::{QUOTE, THEME};
use super::kinds::recording::{BOOKMARK, RECORDING};
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as interview;
use crate::model::kind::Kind;
use crate::ui::capability::{KindViews, OnToday, Shows, Views};
use crate::{chunk, drawn, pages, shows, views};

const NOTHING: KindViews = KindViews::new();
/// Something of an interview: its form leads back to that.
const OF_ONE: KindViews = NOTHING.back(drawn![interview::back_to_interview]);
/// Something of a person in an interview: its form leads back to what that person agreed to.
const OF_A_PERSON: KindViews = NOTHING.back(drawn![interview::back_to_person]);

static KINDS: &[(&Kind, KindViews)] = &[
    (
        &INTERVIEW,
        NOTHING
            .beside(pages![interview::beside])
            .above(views![interview::told::people, interview::told::said, interview::sound::recordings])
            .actions(views![interview::told::actions]),
    ),
    (&SPEAKER, OF_ONE),
    (&CALLBACK, OF_A_PERSON),
    (&SAID, NOTHING.back(drawn![interview::back_to_talk])),
    (&ANSWER, OF_ONE),
    (&INTERVIEW_PHOTO, OF_A_PERSON),
    (&INTERVIEW_GUIDE, NOTHING.above(views![interview::guides::of_team])),
    (&RECORDING, OF_ONE),
    (&BOOKMARK, OF_ONE),
];

// A quote is gone on with by itself: its wording was changed, or its themes are to be marked.
static KINDS_OF_QUOTES: &[(&Kind, KindViews)] = &[
    (&QUOTE, NOTHING.below(views![interview::quotes::about])),
    (
        &THEME,
        NOTHING.below(views![interview::themes::quotes_about]).after(drawn![|_, _, _| Some(routes::THEMES.route())]),
    ),
];

static SCREENS: &[Shows] = shows![
    routes::BEGIN => interview::begin::screen,
    routes::CONSENT => |ui, (interview, person)| interview::consent::screen(ui, interview, person),
    routes::TALK => interview::talk::screen,
    routes::THANKS => interview::thanks::screen,
    routes::GUIDES => |ui, ()| interview::guides::screen(ui),
    routes::READY_GUIDE => interview::guides::ready,
];

static SCREENS_OF_QUOTES: &[Shows] = shows![
    routes::QUOTES => interview::quotes::screen,
    routes::THEMES => |ui, ()| interview::themes::screen(ui),
    routes::COVERAGE => |ui, ()| interview::coverage::screen(ui),
];

static DRAWN: Views = Views::new().kinds(KINDS).screens(SCREENS).banners(pages![interview::sound::banner]);

chunk! {
    /// What interviews draw.
    pub static VIEWS: Views = interviews => DRAWN;
}

static DRAWN_OF_QUOTES: Views = Views::new().kinds(KINDS_OF_QUOTES).screens(SCREENS_OF_QUOTES);

chunk! {
    /// What quotes, themes and coverage draw.
    pub static VIEWS_OF_QUOTES: Views = quotes => DRAWN_OF_QUOTES;
}

static ON_TODAY: OnToday = OnToday { pick_up: drawn![interview::unfinished::on_today], sections: &[] };

chunk! {
    /// What interviews put on Today.
    pub static TODAY: OnToday = everyday => ON_TODAY;
}
