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
use super::views;
use super::words;
use crate::drawn;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Tab};
use crate::ui::route::{Place, Route, View};
use crate::work::consent::CONSENT;

const HERE: Presentation = Presentation::at(Place::Outreach).tab("interview");

static KINDS: &[(&Kind, Presentation)] = &[
    (&INTERVIEW, HERE.begins(routes::BEGIN.route()).no_timelines()),
    (
        &SPEAKER,
        HERE.draft(|speaker, links| Some(routes::CONSENT.at((links(speaker_fields::INTERVIEW.key())?, speaker)))),
    ),
    (&CALLBACK, HERE),
    (&SAID, HERE.drafts_unlisted().draft(|_, links| Some(routes::TALK.at(links(said_fields::INTERVIEW.key())?)))),
    (&ANSWER, HERE),
    (&INTERVIEW_PHOTO, HERE),
    (&INTERVIEW_GUIDE, HERE),
    (&GUIDE_VERSION, HERE),
    (&RECORDING, HERE),
    (&BOOKMARK, HERE),
    (&QUOTE, HERE),
    (&THEME, HERE),
    (&CODING, HERE),
    (&WANTED, HERE),
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
    .screens(routes::ALL)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);
