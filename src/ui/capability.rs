//! What a capability declares about itself: how its kinds are shown, and what it adds to the screens that all share.
//!
//! The generic screens loop over these declarations and name no capability. A kind that nobody declares is shown by the
//! plain [`Presentation`]. Whatever draws is written with [`views!`](crate::views), [`pages!`](crate::pages) or
//! [`drawn!`](crate::drawn), which leave nothing of it in a native build.

use crate::app::sample::PracticeNotes;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::text::Text;
use crate::ui::route::{Place, Route, View};
use crate::ui::screen::{AnyScreen, At};
use std::sync::OnceLock;

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

/// What draws and moves, in the browser.
#[cfg(target_arch = "wasm32")]
mod browser {
    use super::Links;
    use crate::app::history::Entry;
    use crate::domain::id::Id;
    use crate::domain::text::Message;
    use crate::ui::context::Ui;
    use crate::ui::form::Form;
    use crate::ui::route::Route;
    use leptos::prelude::*;
    use std::sync::Arc;

    /// Draws something that is about no record.
    pub type PageView = fn(Ui) -> AnyView;
    /// Draws something about a record.
    pub type RecordView = fn(Ui, Id) -> AnyView;
    /// Draws what the history of a record adds up to, once it was read.
    pub type HistoryView = fn(Ui, RwSignal<Vec<Entry>>) -> AnyView;
    /// What a form is called, where that is not “New …” or “Edit …”.
    pub type FormHeading = fn(Form) -> Option<Message>;
    /// Where a form leads back to, given the links in it.
    pub type FormBack = fn(Ui, Links<'_>) -> Option<Route>;
    /// Where one goes on after “Done”, given the record and its links.
    pub type AfterDone = fn(Ui, Id, Links<'_>) -> Option<Route>;
    /// Where a record is worked on, where that is not its detail.
    pub type WorkedOn = fn(Ui, Id) -> Route;
    /// What a capability puts on Today.
    pub type TodayPart = fn(Ui) -> Part;

    /// Something that is on Today only while there is any of it.
    #[derive(Clone)]
    pub struct Part {
        /// Whether there is any.
        pub any: Signal<bool>,
        /// Draws it; called only while there is any.
        pub view: Arc<dyn Fn() -> AnyView + Send + Sync>,
    }

    impl Part {
        /// A part that is there while `any` says so.
        pub fn new<V: IntoAny>(
            any: impl Fn() -> bool + Send + Sync + 'static,
            view: impl Fn() -> V + Send + Sync + 'static,
        ) -> Part {
            Part { any: Signal::derive(any), view: Arc::new(move || view().into_any()) }
        }
    }
}

/// A native build draws nothing, so there is no value of these types.
#[cfg(not(target_arch = "wasm32"))]
mod native {
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
    /// Where one goes on after “Done”.
    pub type AfterDone = Infallible;
    /// Where a record is worked on.
    pub type WorkedOn = Infallible;
    /// What a capability puts on Today.
    pub type TodayPart = Infallible;
}

/// Functions of a declaration that exist in the browser alone; natively there are none.
#[macro_export]
macro_rules! drawn {
    ($($function:expr),* $(,)?) => {{
        #[cfg(target_arch = "wasm32")]
        { &[$($function),*] }
        #[cfg(not(target_arch = "wasm32"))]
        { &[] }
    }};
}

/// Views of a record, each a function of the app’s handle and the record’s identity; natively there are none.
#[macro_export]
macro_rules! views {
    ($($view:path),* $(,)?) => {
        $crate::drawn![$(|ui, id| leptos::prelude::IntoAny::into_any($view(ui, id))),*]
    };
}

/// Views that are about no record, each a function of the app’s handle; natively there are none.
#[macro_export]
macro_rules! pages {
    ($($view:path),* $(,)?) => {
        $crate::drawn![$(|ui| leptos::prelude::IntoAny::into_any($view(ui))),*]
    };
}

/// The links in a record or its form: the record that the field with this key names.
pub type Links<'a> = &'a dyn Fn(&str) -> Option<Id>;

/// How the records of a kind are shown, and what its capability adds to the generic screens.
#[derive(Clone, Copy)]
pub struct Presentation {
    /// The place where its records are at home.
    pub place: Place,
    /// The [`Tab`] inside that place that is lit for its records, by its identity.
    pub tab: Option<&'static str>,
    /// The tone of the chip for answers that are not plain: (key of the answer, tone).
    pub tones: &'static [(&'static str, &'static str)],
    /// An example, shown where there is no record yet.
    pub example: Option<Text>,
    /// The screen on which a new one begins; its form, where there is none.
    pub begins: Option<Route>,
    /// Whether the palette finds its records.
    pub in_palette: bool,
    /// Whether Today offers a new one, and so does the key for it where no list is open; the first such kind does.
    pub offered_first: bool,
    /// Whether the records about one of its records stand on its detail, the latest first.
    pub has_timelines: bool,
    /// Whether Today lists an unfinished draft of one.
    pub lists_drafts: bool,
    /// Where an unfinished draft of a new one is gone on with; in its form, where this says nothing.
    pub draft: Option<fn(Id, Links<'_>) -> Option<Route>>,
    /// What stands beside the list.
    pub beside: &'static [PageView],
    /// What stands under the title of a record instead of its quiet line.
    pub under_title: &'static [RecordView],
    /// Chips behind that of the kind.
    pub chips: &'static [RecordView],
    /// Buttons behind “Edit” and “Delete”.
    pub buttons: &'static [RecordView],
    /// What stands above the fields of a record, in order.
    pub above: &'static [RecordView],
    /// What stands below them, in order.
    pub below: &'static [RecordView],
    /// What the history of a record adds up to, above it.
    pub history: &'static [HistoryView],
    /// The bar of actions at the bottom.
    pub actions: &'static [RecordView],
    /// What its form is called.
    pub heading: &'static [FormHeading],
    /// Where its form leads back to, also after “Done”.
    pub back: &'static [FormBack],
    /// Where one goes on after “Done”, where not back.
    pub after: &'static [AfterDone],
    /// Where its records are worked on; on their detail, where this is empty.
    pub worked_on: &'static [WorkedOn],
}

impl Presentation {
    /// At home in this place, without anything of its own.
    pub const fn at(place: Place) -> Presentation {
        Presentation {
            place,
            tab: None,
            tones: &[],
            example: None,
            begins: None,
            in_palette: false,
            offered_first: false,
            has_timelines: true,
            lists_drafts: true,
            draft: None,
            beside: &[],
            under_title: &[],
            chips: &[],
            buttons: &[],
            above: &[],
            below: &[],
            history: &[],
            actions: &[],
            heading: &[],
            back: &[],
            after: &[],
            worked_on: &[],
        }
    }

    /// The same, with this tab lit.
    pub const fn tab(mut self, tab: &'static str) -> Presentation {
        self.tab = Some(tab);
        self
    }

    /// The same, with these tones of its chip.
    pub const fn tones(mut self, tones: &'static [(&'static str, &'static str)]) -> Presentation {
        self.tones = tones;
        self
    }

    /// The same, with an example where there is no record yet.
    pub const fn example(mut self, example: Text) -> Presentation {
        self.example = Some(example);
        self
    }

    /// The same, with new ones beginning on a screen of their own.
    pub const fn begins(mut self, on: Route) -> Presentation {
        self.begins = Some(on);
        self
    }

    /// The same, found by the palette.
    pub const fn in_palette(mut self) -> Presentation {
        self.in_palette = true;
        self
    }

    /// The same, offered as what is new on Today.
    pub const fn offered_first(mut self) -> Presentation {
        self.offered_first = true;
        self
    }

    /// The same, without the records about it on its detail: they stand in a section of its own.
    pub const fn no_timelines(mut self) -> Presentation {
        self.has_timelines = false;
        self
    }

    /// The same, with its drafts not listed on Today: what they belong to stands there itself.
    pub const fn drafts_unlisted(mut self) -> Presentation {
        self.lists_drafts = false;
        self
    }

    /// The same, with drafts of new ones gone on with elsewhere than in the form.
    pub const fn draft(mut self, route: fn(Id, Links<'_>) -> Option<Route>) -> Presentation {
        self.draft = Some(route);
        self
    }

    /// The same, with this beside the list.
    pub const fn beside(mut self, views: &'static [PageView]) -> Presentation {
        self.beside = views;
        self
    }

    /// The same, with this under the title of a record.
    pub const fn under_title(mut self, views: &'static [RecordView]) -> Presentation {
        self.under_title = views;
        self
    }

    /// The same, with these chips behind that of the kind.
    pub const fn chips(mut self, views: &'static [RecordView]) -> Presentation {
        self.chips = views;
        self
    }

    /// The same, with these buttons on the detail.
    pub const fn buttons(mut self, views: &'static [RecordView]) -> Presentation {
        self.buttons = views;
        self
    }

    /// The same, with these sections above the fields.
    pub const fn above(mut self, views: &'static [RecordView]) -> Presentation {
        self.above = views;
        self
    }

    /// The same, with these sections below the fields.
    pub const fn below(mut self, views: &'static [RecordView]) -> Presentation {
        self.below = views;
        self
    }

    /// The same, with what the history adds up to.
    pub const fn history(mut self, views: &'static [HistoryView]) -> Presentation {
        self.history = views;
        self
    }

    /// The same, with these actions at the bottom of the detail.
    pub const fn actions(mut self, views: &'static [RecordView]) -> Presentation {
        self.actions = views;
        self
    }

    /// The same, with a form that may have a name of its own.
    pub const fn heading(mut self, heading: &'static [FormHeading]) -> Presentation {
        self.heading = heading;
        self
    }

    /// The same, with a form that leads back to what it is about.
    pub const fn back(mut self, back: &'static [FormBack]) -> Presentation {
        self.back = back;
        self
    }

    /// The same, with something to go on with after “Done”.
    pub const fn after(mut self, after: &'static [AfterDone]) -> Presentation {
        self.after = after;
        self
    }

    /// The same, worked on elsewhere than on the detail.
    pub const fn worked_on(mut self, at: &'static [WorkedOn]) -> Presentation {
        self.worked_on = at;
        self
    }

    /// The tone of the chip for an answer.
    pub fn tone(&self, answer: Option<&str>) -> &'static str {
        let tone = self.tones.iter().find(|(key, _)| Some(*key) == answer);
        tone.map_or("plain", |(_, tone)| tone)
    }
}

/// One of the ways inside a place, beside others.
#[derive(Clone, Copy, Debug)]
pub struct Tab {
    /// What kinds and screens name it by.
    pub id: &'static str,
    /// The place it is in.
    pub place: Place,
    /// What it says.
    pub name: Text,
    /// Where it leads.
    pub to: Route,
}

/// A named way to a screen.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// What it says.
    pub name: Text,
    /// Where it leads.
    pub to: Route,
}

/// What one kind of outreach work adds to the app.
#[derive(Clone, Copy)]
pub struct Capability {
    /// What it is called in code, in `snake_case`.
    pub id: &'static str,
    /// Its kinds, and how each is shown.
    pub kinds: &'static [(&'static Kind, Presentation)],
    /// Its own screens.
    pub screens: &'static [&'static dyn AnyScreen],
    /// Where its places open.
    pub fronts: &'static [(Place, Route)],
    /// Its ways inside a place.
    pub tabs: &'static [Tab],
    /// Its ways in the palette.
    pub palette: &'static [Way],
    /// Its ways at the top of Reports.
    pub report_ways: &'static [PageView],
    /// Its sections in Reports.
    pub reports: &'static [PageView],
    /// Its rows under “Pick up” on Today.
    pub pick_up: &'static [TodayPart],
    /// Its sections on Today.
    pub today: &'static [TodayPart],
    /// What it says on every screen while it is at work.
    pub banners: &'static [PageView],
    /// What it makes up for practice.
    pub practice: Option<PracticeNotes>,
}

impl Capability {
    /// A capability with these kinds and nothing else.
    pub const fn new(id: &'static str, kinds: &'static [(&'static Kind, Presentation)]) -> Capability {
        Capability {
            id,
            kinds,
            screens: &[],
            fronts: &[],
            tabs: &[],
            palette: &[],
            report_ways: &[],
            reports: &[],
            pick_up: &[],
            today: &[],
            banners: &[],
            practice: None,
        }
    }

    /// The same, with these screens of its own.
    pub const fn screens(mut self, screens: &'static [&'static dyn AnyScreen]) -> Capability {
        self.screens = screens;
        self
    }

    /// The same, being where these places open.
    pub const fn fronts(mut self, fronts: &'static [(Place, Route)]) -> Capability {
        self.fronts = fronts;
        self
    }

    /// The same, with these ways inside a place.
    pub const fn tabs(mut self, tabs: &'static [Tab]) -> Capability {
        self.tabs = tabs;
        self
    }

    /// The same, with these ways in the palette.
    pub const fn palette(mut self, ways: &'static [Way]) -> Capability {
        self.palette = ways;
        self
    }

    /// The same, with these ways at the top of Reports.
    pub const fn report_ways(mut self, ways: &'static [PageView]) -> Capability {
        self.report_ways = ways;
        self
    }

    /// The same, with these sections in Reports.
    pub const fn reports(mut self, views: &'static [PageView]) -> Capability {
        self.reports = views;
        self
    }

    /// The same, with these rows to pick up on Today.
    pub const fn pick_up(mut self, parts: &'static [TodayPart]) -> Capability {
        self.pick_up = parts;
        self
    }

    /// The same, with these sections on Today.
    pub const fn today(mut self, parts: &'static [TodayPart]) -> Capability {
        self.today = parts;
        self
    }

    /// The same, saying this on every screen.
    pub const fn banners(mut self, views: &'static [PageView]) -> Capability {
        self.banners = views;
        self
    }

    /// The same, making this up for practice.
    pub const fn practice(mut self, notes: PracticeNotes) -> Capability {
        self.practice = Some(notes);
        self
    }
}

/// The capabilities of this app, as `main` names them.
static ALL: OnceLock<&'static [&'static Capability]> = OnceLock::new();

/// How a kind is shown that no capability declares.
static PLAIN: Presentation = Presentation::at(Place::Community);

/// Says which capabilities there are. It is done once, before anything is shown; later lists change nothing.
pub fn declare(list: &'static [&'static Capability]) {
    ALL.get_or_init(|| list);
}

/// Every capability, in the order in which they stand on the screens they share.
pub fn all() -> &'static [&'static Capability] {
    ALL.get().copied().unwrap_or_default()
}

/// Every kind that a capability declares, and how it is shown.
pub fn kinds() -> impl Iterator<Item = &'static (&'static Kind, Presentation)> {
    all().iter().flat_map(|capability| capability.kinds)
}

/// How the records of a kind are shown.
pub fn of(kind: &str) -> &'static Presentation {
    kinds().find(|(known, _)| known.id == kind).map_or(&PLAIN, |(_, presentation)| presentation)
}

/// The kind that is offered first where a new record may be of any.
pub fn offered_first() -> Option<&'static Kind> {
    kinds().find(|(_, presentation)| presentation.offered_first).map(|(kind, _)| *kind)
}

/// Where a new record of a kind begins.
pub fn new_record(kind: &'static Kind, id: impl FnOnce() -> Id) -> Route {
    of(kind.id).begins.unwrap_or_else(|| Route::Records(kind.id, View::Edit(id())))
}

/// The tabs of a place.
pub fn tabs_of(place: Place) -> impl Iterator<Item = &'static Tab> {
    all().iter().flat_map(|capability| capability.tabs).filter(move |tab| tab.place == place)
}

/// The screen of a capability that this address leads to.
pub fn screen_at(path: &[&str]) -> Option<At> {
    let mut screens = all().iter().flat_map(|capability| capability.screens);
    screens.find_map(|screen| At::parse(*screen, path))
}

/// The screen at which a place opens that a capability moved into, by the word for the place in the address.
pub fn front(place: &str) -> Option<Route> {
    let mut fronts = all().iter().flat_map(|capability| capability.fronts);
    fronts.find(|(at, _)| at.path() == place).map(|(_, route)| *route)
}

/// What these make up for practice.
pub fn practice(list: &[&Capability]) -> impl Iterator<Item = PracticeNotes> {
    list.iter().filter_map(|capability| capability.practice)
}

/// The list where one starts: that of the kind that is offered first.
pub fn first_list() -> Route {
    offered_first().map_or(Route::Today, |kind| Route::Records(kind.id, View::List))
}
