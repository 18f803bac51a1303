//! The screens of interviews: their addresses.

use crate::model::id::Id;
use crate::ui::place::Place;
use crate::ui::screen::{AnyScreen, Screen};

/// A screen of interviews.
const fn screen<V>(pattern: &'static str) -> Screen<V> {
    Screen::new(Place::Outreach, pattern).tab("interview")
}

/// A new interview; perhaps at an event.
pub static BEGIN: Screen<Option<Id>> = screen("outreach/interview/new/:id?");
/// What somebody of an interview agrees to: the interview, and the person.
pub static CONSENT: Screen<(Id, Id)> = screen("outreach/interview/:id/consent/:id");
/// An interview being held.
pub static TALK: Screen<Id> = screen("outreach/interview/:id/talk");
/// The end of an interview: thanks, and what comes next.
pub static THANKS: Screen<Id> = screen("outreach/interview/:id/thanks");
/// What is asked in interviews.
pub static GUIDES: Screen<()> = screen("outreach/guides");
/// A guide that comes with the app, by its place among them.
pub static READY_GUIDE: Screen<usize> = screen("outreach/guides/:number");
/// What was said, word for word; about one theme, or about all.
pub static QUOTES: Screen<Option<Id>> = screen("outreach/quotes/:id?");
/// The code book.
pub static THEMES: Screen<()> = screen("outreach/themes");
/// Who was heard, and who was not.
pub static COVERAGE: Screen<()> = screen("outreach/coverage");

/// Those for holding interviews.
pub static OF_INTERVIEWS: &[&dyn AnyScreen] = &[&BEGIN, &CONSENT, &TALK, &THANKS, &GUIDES, &READY_GUIDE];
/// Those that show what is made of them.
pub static OF_QUOTES: &[&dyn AnyScreen] = &[&QUOTES, &THEMES, &COVERAGE];
