//! What declarations draw and where they lead, in the browser.

use super::Links;
use crate::model::id::Id;
use crate::model::text::Message;
use crate::ui::context::Ui;
use crate::ui::form::Form;
use crate::ui::route::Route;
use crate::ui::screen::{AddressValues, At, Screen};
use crate::work::history::HistoryEntry;
use leptos::prelude::*;
use std::sync::Arc;

/// Draws something that is about no record.
pub type PageView = fn(Ui) -> AnyView;
/// Draws something about a record.
pub type RecordView = fn(Ui, Id) -> AnyView;
/// Draws what the history of a record adds up to, once it was read.
pub type HistoryView = fn(Ui, RwSignal<Vec<HistoryEntry>>) -> AnyView;
/// What a form is called, where that is not “New …” or “Edit …”.
pub type FormHeading = fn(Form) -> Option<Message>;
/// Where a form leads back to, given the links in it.
pub type FormBack = fn(Ui, Links<'_>) -> Option<Route>;
/// What stands below a field of a form, by its key: what is worth a thought once it is answered.
pub type FieldHint = (&'static str, fn(Form) -> AnyView);
/// Where one goes on after “Done”, given the record and its links.
pub type AfterDone = fn(Ui, Id, Links<'_>) -> Option<Route>;
/// Where a record is worked on, where that is not its detail.
pub type WorkedOn = fn(Ui, Id) -> Route;
/// What a capability puts on Today.
pub type TodayPart = fn(Ui) -> TodaySection;

/// Draws a screen that somebody is at.
pub type ScreenView = fn(Ui, At) -> Option<AnyView>;

/// What a screen shows with the values of its address, if they are of its type.
pub fn drawn_at<V: AddressValues, T: IntoAny>(
    _: &Screen<V>,
    view: impl FnOnce(Ui, V) -> T,
    ui: Ui,
    at: At,
) -> Option<AnyView> {
    Some(view(ui, V::from_values(at.values())?).into_any())
}

/// Something that is on Today only while there is any of it.
#[derive(Clone)]
pub struct TodaySection {
    /// Whether there is any.
    pub any: Signal<bool>,
    /// Draws it; called only while there is any.
    pub view: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

impl TodaySection {
    /// A part that is there while `any` says so.
    pub fn new<V: IntoAny>(
        any: impl Fn() -> bool + Send + Sync + 'static,
        view: impl Fn() -> V + Send + Sync + 'static,
    ) -> TodaySection {
        TodaySection { any: Signal::derive(any), view: Arc::new(move || view().into_any()) }
    }
}
