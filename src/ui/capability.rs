//! What a capability declares about itself: how its kinds are shown, and what it adds to the screens that all share.
//!
//! The generic screens loop over these declarations and name no capability. A kind that nobody declares is shown by the
//! plain [`Presentation`]. What is needed from the start stands in [`Capability`]; what draws its own screens, in its
//! [`Views`], which are loaded when somebody first goes there. Whatever draws is written with [`views!`](crate::views), [`pages!`](crate::pages) or
//! [`drawn!`](crate::drawn), which leave nothing of it in a native build.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod presentation;
mod views;
mod ways;

pub use presentation::Presentation;
pub use views::{KindViews, OnToday, TodayChunk, Views, ViewsChunk};
pub use ways::{Opens, Start, Tab, Way};

use crate::model::id::Id;
use crate::model::index::Prepare;
use crate::model::kind::{Kind, Kinds};
use crate::ui::chunk::AnyChunk;
use crate::ui::route::{self, Addresses, Home, Place, Route, View};
use crate::ui::screen::AnyScreen;
use crate::work::calendar::OnCalendar;
use crate::work::policy::{Policy, Registry};
use std::sync::OnceLock;

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

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

/// Screens with what each shows: `routes::STREET => |ui, (street, _)| street::screen(ui, street)`, given the values of its
/// address; natively they show nothing.
#[macro_export]
macro_rules! shows {
    ($($screen:expr => $view:expr),* $(,)?) => {
        &[$($crate::ui::capability::Shows {
            screen: &$screen,
            view: $crate::drawn![|ui, at| $crate::ui::capability::drawn_at(&$screen, $view, ui, at)],
        }),*]
    };
}

/// The links in a record or its form: the record that the field with this key names.
pub type Links<'a> = &'a dyn Fn(&str) -> Option<Id>;

/// A screen, and what it shows.
pub struct Shows {
    /// Its address.
    pub screen: &'static dyn AnyScreen,
    /// Draws it; natively there is nothing.
    pub view: &'static [ScreenView],
}

/// What one kind of outreach work adds to the app.
#[derive(Clone, Copy)]
pub struct Capability {
    /// What it is called in code, in `snake_case`.
    pub id: &'static str,
    /// Its kinds, and how each is shown.
    pub kinds: &'static [(&'static Kind, Presentation)],
    /// The addresses of its own screens.
    pub screens: &'static [&'static dyn AnyScreen],
    /// What it draws there.
    pub views: Option<&'static ViewsChunk>,
    /// Whether it has ways or sections in Reports.
    pub in_reports: bool,
    /// The kinds of others on whose details it puts something.
    pub on_details_of: &'static [&'static str],
    /// Where its places open.
    pub fronts: &'static [(Place, Route)],
    /// Its ways inside a place.
    pub tabs: &'static [Tab],
    /// Its ways in the palette.
    pub palette: &'static [Way],
    /// What people begin with it.
    pub starts: &'static [Start],
    /// What it puts on Today.
    pub today: Option<&'static TodayChunk>,
    /// What it puts on the calendar.
    pub on_calendar: &'static [OnCalendar],
    /// What its kinds need to be kept to. Several capabilities may register the same one.
    pub policies: &'static [&'static dyn Policy],
    /// What snapshots store of what it keeps up, beside the records that it follows from.
    pub stores: &'static [Prepare],
}

impl Capability {
    /// A capability with these kinds and nothing else.
    pub const fn new(id: &'static str, kinds: &'static [(&'static Kind, Presentation)]) -> Capability {
        Capability {
            id,
            kinds,
            screens: &[],
            views: None,
            in_reports: false,
            on_details_of: &[],
            fronts: &[],
            tabs: &[],
            palette: &[],
            starts: &[],
            today: None,
            on_calendar: &[],
            policies: &[],
            stores: &[],
        }
    }

    /// The same, with screens of its own at these addresses.
    pub const fn screens(mut self, screens: &'static [&'static dyn AnyScreen]) -> Capability {
        self.screens = screens;
        self
    }

    /// The same, drawing this.
    pub const fn views(mut self, views: &'static ViewsChunk) -> Capability {
        self.views = Some(views);
        self
    }

    /// The same, with something in Reports.
    pub const fn in_reports(mut self) -> Capability {
        self.in_reports = true;
        self
    }

    /// The same, with sections on the details of these kinds, which are others’.
    pub const fn on_details_of(mut self, kinds: &'static [&'static str]) -> Capability {
        self.on_details_of = kinds;
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

    /// The same, with these to begin with.
    pub const fn starts(mut self, starts: &'static [Start]) -> Capability {
        self.starts = starts;
        self
    }

    /// The same, with this on Today.
    pub const fn today(mut self, today: &'static TodayChunk) -> Capability {
        self.today = Some(today);
        self
    }

    /// The same, with these on the calendar.
    pub const fn on_calendar(mut self, shown: &'static [OnCalendar]) -> Capability {
        self.on_calendar = shown;
        self
    }

    /// The same, under these policies.
    pub const fn policies(mut self, policies: &'static [&'static dyn Policy]) -> Capability {
        self.policies = policies;
        self
    }

    /// The same, storing this in snapshots.
    pub const fn stores(mut self, stores: &'static [Prepare]) -> Capability {
        self.stores = stores;
        self
    }
}

/// The capabilities of this app, as `main` names them.
static ALL: OnceLock<&'static [&'static Capability]> = OnceLock::new();
static KINDS: OnceLock<Kinds> = OnceLock::new();
static POLICIES: OnceLock<Vec<&'static dyn Policy>> = OnceLock::new();
static STORES: OnceLock<Vec<Prepare>> = OnceLock::new();

/// How a kind is shown that no capability declares.
static PLAIN: Presentation = Presentation::at(Place::Community);

/// Says which capabilities there are, and all their kinds. It is done once, before anything is shown; later lists change
/// nothing.
pub fn declare(list: &'static [&'static Capability], kinds: Kinds) {
    ALL.get_or_init(|| list);
    KINDS.get_or_init(|| kinds);
    POLICIES.get_or_init(|| policies(all()));
    STORES.get_or_init(|| all().iter().flat_map(|capability| capability.stores).copied().collect());
    let home = |(kind, shown): &(&'static Kind, Presentation)| Home {
        kind: kind.id,
        place: shown.place,
        tab: shown.tab,
        found_on: shown.found_on,
    };
    route::declare(|| Addresses {
        homes: presented().map(home).collect(),
        screens: screens().collect(),
        fronts: all().iter().flat_map(|capability| capability.fronts).copied().collect(),
    });
}

/// Everything that people begin with, in the order in which it is offered.
pub fn starts() -> impl Iterator<Item = &'static Start> {
    all().iter().flat_map(|capability| capability.starts)
}

/// Every capability, in the order in which they stand on the screens they share.
pub fn all() -> &'static [&'static Capability] {
    ALL.get().copied().unwrap_or_default()
}

/// Every kind that a capability declares.
pub fn kinds() -> Kinds {
    KINDS.get().copied().unwrap_or_default()
}

/// The policies of these capabilities, each once.
fn policies(list: &[&Capability]) -> Vec<&'static dyn Policy> {
    let mut policies: Vec<&'static dyn Policy> = Vec::new();
    for policy in list.iter().flat_map(|capability| capability.policies) {
        if !policies.iter().any(|known| known.id() == policy.id()) {
            policies.push(*policy);
        }
    }
    policies
}

/// What the workspace is opened with: every kind, and every policy that a capability registers or thing that it stores.
pub fn registry() -> Registry {
    let policies = POLICIES.get().map(Vec::as_slice).unwrap_or_default();
    Registry::new(kinds(), policies).storing(STORES.get().map(Vec::as_slice).unwrap_or_default())
}

/// The kind with this identity.
pub fn kind(id: &str) -> Option<&'static Kind> {
    kinds().iter().copied().find(|kind| kind.id == id)
}

/// Every kind that a capability declares, and how it is shown.
pub fn presented() -> impl Iterator<Item = &'static (&'static Kind, Presentation)> {
    all().iter().flat_map(|capability| capability.kinds)
}

/// How the records of a kind are shown.
pub fn of(kind: &str) -> &'static Presentation {
    presented().find(|(known, _)| known.id == kind).map_or(&PLAIN, |(_, presentation)| presentation)
}

/// The kind that is offered first where a new record may be of any.
pub fn offered_first() -> Option<&'static Kind> {
    presented().find(|(_, presentation)| presentation.offered_first).map(|(kind, _)| *kind)
}

/// Where a new record of a kind begins.
pub fn new_record(kind: &'static Kind, id: impl FnOnce() -> Id) -> Route {
    of(kind.id).begins.unwrap_or_else(|| Route::Records(kind.id, View::Edit(id())))
}

/// What is added to the screens of a kind where nothing is.
static NO_VIEWS: KindViews = KindViews::new();

/// What the capability of a kind adds to its screens, as far as it is loaded.
pub fn views_of(kind: &str) -> &'static KindViews {
    loaded().find_map(|views| views.of(kind)).unwrap_or(&NO_VIEWS)
}

/// What the capabilities draw whose views are loaded.
pub fn loaded() -> impl Iterator<Item = &'static Views> {
    all().iter().filter_map(|capability| capability.views?.table())
}

/// What capabilities put on the detail of a kind that is another's.
pub fn on_detail(kind: &'static str) -> impl Iterator<Item = &'static RecordView> {
    let sections = loaded().flat_map(|views| views.on_details);
    sections.filter(move |(of, _)| *of == kind).flat_map(|(_, views)| *views)
}

/// The code that the screens of a kind need beside their own.
pub fn needed_for(kind: &str) -> impl Iterator<Item = &'static dyn AnyChunk> {
    let shows = move |capability: &&&Capability| {
        capability.kinds.iter().any(|(known, _)| known.id == kind) || capability.on_details_of.contains(&kind)
    };
    needed(all().iter().filter(shows).copied())
}

/// The code that a screen of a capability needs.
pub fn needed_at(screen: &dyn AnyScreen) -> impl Iterator<Item = &'static dyn AnyChunk> {
    let has =
        move |capability: &&&Capability| capability.screens.iter().any(|known| known.pattern() == screen.pattern());
    needed(all().iter().filter(has).copied())
}

/// The code that Reports need.
pub fn needed_in_reports() -> impl Iterator<Item = &'static dyn AnyChunk> {
    needed(all().iter().filter(|capability| capability.in_reports).copied())
}

fn needed(capabilities: impl Iterator<Item = &'static Capability>) -> impl Iterator<Item = &'static dyn AnyChunk> {
    capabilities.filter_map(|capability| capability.views).map(|views| views as &dyn AnyChunk)
}

/// The code of what capabilities put on Today.
pub fn needed_on_today() -> impl Iterator<Item = &'static dyn AnyChunk> {
    all().iter().filter_map(|capability| capability.today).map(|today| today as &dyn AnyChunk)
}

/// What the capabilities put on Today, as far as it is loaded.
pub fn on_today() -> impl Iterator<Item = &'static OnToday> {
    all().iter().filter_map(|capability| capability.today?.table())
}

/// The tabs of a place.
pub fn tabs_of(place: Place) -> impl Iterator<Item = &'static Tab> {
    all().iter().flat_map(|capability| capability.tabs).filter(move |tab| tab.place == place)
}

/// The addresses of the screens of all capabilities.
fn screens() -> impl Iterator<Item = &'static dyn AnyScreen> {
    all().iter().flat_map(|capability| capability.screens).copied()
}

/// What draws a screen, if it is loaded.
#[cfg(target_arch = "wasm32")]
pub fn view_at(screen: &dyn AnyScreen) -> Option<ScreenView> {
    let mut shown = loaded().flat_map(|views| views.screens);
    shown.find(|shows| shows.screen.pattern() == screen.pattern())?.view.first().copied()
}

/// The list where one starts: that of the kind that is offered first.
pub fn first_list() -> Route {
    offered_first().map_or(Route::Today, |kind| Route::Records(kind.id, View::List))
}
