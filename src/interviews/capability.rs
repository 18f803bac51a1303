//! Interviews: who spoke, what they said, and what was asked; quotes and themes.

use super::kinds::interview::{
    ANSWER, CALLBACK, INTERVIEW, INTERVIEW_PHOTO, SAID, SPEAKER, said_fields, speaker_fields,
};
use super::kinds::interview_guide::{GUIDE_VERSION, INTERVIEW_GUIDE};
use super::kinds::quote::{CODING, QUOTE, THEME};
use super::kinds::recording::{BOOKMARK, RECORDING};
use super::kinds::wanted::{self, WANTED};
use super::routes;
use super::views;
use super::words;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Opens, Presentation, Start, Tab, Way};
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
];

static KINDS_OF_QUOTES: &[(&Kind, Presentation)] = &[
    (&QUOTE, HERE.found_on(routes::QUOTES.route())),
    (&THEME, HERE.found_on(routes::THEMES.route())),
    (&CODING, HERE),
    (&WANTED, HERE.named(wanted::named)),
];

/// Interviews: who spoke, what they said, and what was asked; quotes and themes.
pub static INTERVIEWS: Capability = Capability::new("interviews", KINDS)
    .tabs(&[Tab {
        id: "interview",
        place: Place::Outreach,
        name: words::INTERVIEWS,
        to: Route::Records("interview", View::List),
    }])
    .palette(&[Way { name: words::INTERVIEWS, to: Route::Records("interview", View::List) }])
    .starts(&[Start { name: words::START_INTERVIEW, opens: Opens::Screen(routes::BEGIN.route()) }])
    .today(&views::TODAY)
    .screens(routes::OF_INTERVIEWS)
    .views(&views::VIEWS)
    .policies(&[&CONSENT]);

/// What is made of interviews: quotes, themes, and who was heard. A capability of its own, since somebody who holds an
/// interview needs none of it.
pub static QUOTES: Capability = Capability::new("quotes", KINDS_OF_QUOTES)
    .screens(routes::OF_QUOTES)
    .views(&views::VIEWS_OF_QUOTES)
    .policies(&[&CONSENT]);
