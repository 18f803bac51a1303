//! Interviews: who spoke, what they said, and what was asked; quotes and themes.

use super::kinds::interview::{
    ANSWER, CALLBACK, INTERVIEW, INTERVIEW_PHOTO, SAID, SPEAKER, said_fields, speaker_fields,
};
use super::kinds::interview_guide::{GUIDE_VERSION, INTERVIEW_GUIDE};
use super::kinds::quote::{CODING, QUOTE, THEME};
use super::kinds::recording::{BOOKMARK, RECORDING};
use super::kinds::wanted::WANTED;
use super::routes;
#[cfg(target_arch = "wasm32")]
use super::screens as interview;
use super::words;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Shows, Tab};
use crate::ui::route::{Place, Route, View};
use crate::work::consent::CONSENT;
use crate::{drawn, pages, shows, views};

const HERE: Presentation = Presentation::at(Place::Outreach).tab("interview");
/// Something of an interview: its form leads back to that.
const OF_ONE: Presentation = HERE.back(drawn![interview::back_to_interview]);
/// Something of a person in an interview: its form leads back to what that person agreed to.
const OF_A_PERSON: Presentation = HERE.back(drawn![interview::back_to_person]);

static KINDS: &[(&Kind, Presentation)] = &[
    (
        &INTERVIEW,
        HERE.begins(routes::BEGIN.route())
            .beside(pages![interview::beside])
            .above(views![interview::told::people, interview::told::said, interview::sound::recordings])
            .no_timelines()
            .actions(views![interview::told::actions]),
    ),
    (
        &SPEAKER,
        OF_ONE.draft(|speaker, links| Some(routes::CONSENT.at((links(speaker_fields::INTERVIEW.key())?, speaker)))),
    ),
    (&CALLBACK, OF_A_PERSON),
    (
        &SAID,
        HERE.drafts_unlisted()
            .draft(|_, links| Some(routes::TALK.at(links(said_fields::INTERVIEW.key())?)))
            .back(drawn![interview::back_to_talk]),
    ),
    (&ANSWER, OF_ONE),
    (&INTERVIEW_PHOTO, OF_A_PERSON),
    (&INTERVIEW_GUIDE, HERE.above(views![interview::guides::of_team])),
    (&GUIDE_VERSION, HERE),
    (&RECORDING, OF_ONE),
    (&BOOKMARK, OF_ONE),
    // A quote is gone on with by itself: its wording was changed, or its themes are to be marked.
    (&QUOTE, HERE.below(views![interview::quotes::about])),
    (&THEME, HERE),
    (&CODING, HERE),
    (&WANTED, HERE),
];

static SCREENS: &[Shows] = shows![
    routes::BEGIN => |ui, ()| interview::begin::screen(ui),
    routes::CONSENT => |ui, (interview, person)| interview::consent::screen(ui, interview, person),
    routes::TALK => interview::talk::screen,
    routes::GUIDES => |ui, ()| interview::guides::screen(ui),
    routes::READY_GUIDE => interview::guides::ready,
    routes::QUOTES => interview::quotes::screen,
    routes::THEMES => |ui, ()| interview::themes::screen(ui),
    routes::COVERAGE => |ui, ()| interview::coverage::screen(ui),
];

/// Interviews: who spoke, what they said, and what was asked; quotes and themes.
pub static INTERVIEWS: Capability = Capability::new("interviews", KINDS)
    .tabs(&[Tab {
        id: "interview",
        place: Place::Outreach,
        name: words::INTERVIEWS,
        to: Route::Records("interview", View::List),
    }])
    .pick_up(drawn![interview::unfinished::on_today])
    .banners(pages![interview::sound::banner])
    .screens(SCREENS)
    .practice(crate::interviews::practice::notes)
    .policies(&[&CONSENT]);
