//! Interviews: who spoke, what they said, and what was asked; quotes and themes.

use super::kinds::interview::{ANSWER, CALLBACK, INTERVIEW, INTERVIEW_PHOTO, SAID, SPEAKER};
use super::kinds::interview_guide::{GUIDE_VERSION, INTERVIEW_GUIDE};
use super::kinds::quote::{CODING, QUOTE, THEME};
use super::kinds::recording::{BOOKMARK, RECORDING};
use super::kinds::wanted::WANTED;
#[cfg(target_arch = "wasm32")]
use super::screens as interview;
use super::words;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::ui::capability::{Capability, Presentation, Tab};
use crate::ui::route::{Place, Route, View};
use crate::ui::screen::{AnyScreen, Screen, ScreenView};
use crate::{drawn, pages, views};
#[cfg(target_arch = "wasm32")]
use leptos::prelude::IntoAny;

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
    (&SPEAKER, OF_ONE.draft(|speaker, links| Some(routes::CONSENT.at((links("interview")?, speaker))))),
    (&CALLBACK, OF_A_PERSON),
    (
        &SAID,
        HERE.drafts_unlisted()
            .draft(|_, links| Some(routes::TALK.at(links("interview")?)))
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
    .screens(routes::ALL)
    .practice(super::practice::notes);

/// The screens of interviews.
pub mod routes {
    use super::*;

    /// A screen of interviews.
    const fn screen<V>(pattern: &'static str, view: &'static [ScreenView<V>]) -> Screen<V> {
        Screen::new(Place::Outreach, pattern, view).tab("interview")
    }

    /// A new interview.
    pub static BEGIN: Screen<()> =
        screen("outreach/interview/new", drawn![|ui, ()| interview::begin::screen(ui).into_any()]);
    /// What somebody of an interview agrees to: the interview, and the person.
    pub static CONSENT: Screen<(Id, Id)> = screen(
        "outreach/interview/:id/consent/:id",
        drawn![|ui, (interview, person)| interview::consent::screen(ui, interview, person).into_any()],
    );
    /// An interview being held.
    pub static TALK: Screen<Id> = screen("outreach/interview/:id/talk", views![interview::talk::screen]);
    /// What is asked in interviews.
    pub static GUIDES: Screen<()> =
        screen("outreach/guides", drawn![|ui, ()| interview::guides::screen(ui).into_any()]);
    /// A guide that comes with the app, by its place among them.
    pub static READY_GUIDE: Screen<usize> = screen("outreach/guides/:number", views![interview::guides::ready]);
    /// What was said, word for word; about one theme, or about all.
    pub static QUOTES: Screen<Option<Id>> = screen("outreach/quotes/:id?", views![interview::quotes::screen]);
    /// The code book.
    pub static THEMES: Screen<()> =
        screen("outreach/themes", drawn![|ui, ()| interview::themes::screen(ui).into_any()]);
    /// Who was heard, and who was not.
    pub static COVERAGE: Screen<()> =
        screen("outreach/coverage", drawn![|ui, ()| interview::coverage::screen(ui).into_any()]);

    pub(crate) static ALL: &[&dyn AnyScreen] =
        &[&BEGIN, &CONSENT, &TALK, &GUIDES, &READY_GUIDE, &QUOTES, &THEMES, &COVERAGE];
}
