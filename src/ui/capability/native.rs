//! A native build draws nothing, so there is no value of these types.

use std::convert::Infallible;

/// Draws something that is about no record.
pub type PageView = Infallible;
/// Draws something about a record.
pub type RecordView = Infallible;
/// Draws what the history of a record adds up to.
pub type HistoryView = Infallible;
/// What a form is called, where that is not “New …” or “Edit …”.
pub type FormHeading = Infallible;
/// Where a form leads back to.
pub type FormBack = Infallible;
/// What stands below a field of a form.
pub type FieldHint = Infallible;
/// Where one goes on after “Done”.
pub type AfterDone = Infallible;
/// Where a record is worked on.
pub type WorkedOn = Infallible;
/// What a capability puts on Today.
pub type TodayPart = Infallible;
/// Draws a screen.
pub type ScreenView = Infallible;
