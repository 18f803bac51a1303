//! Where in the app one is: the part of the address after `#`, so that any static host serves every screen.

use crate::model::id::Id;
pub use crate::ui::place::Place;
use crate::ui::screen::{AddressValues, AnyScreen, At, Screen};
use std::sync::OnceLock;

/// What is shown of the records of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The list alone.
    List,
    /// One record.
    One(Id),
    /// One record's form; also a new one's.
    Edit(Id),
}

/// Where in the app one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// What matters today.
    Today,
    /// Records of a kind.
    Records(&'static str, View),
    /// A screen that a capability declares.
    Screen(At),
    /// What may be told to anyone.
    Directory,
    /// Counts.
    Reports,
    /// Copies, files, storage.
    Sync,
    /// Taking in a spreadsheet.
    SyncTable,
    /// Setting up a place to sync with, or changing one.
    SyncPlace(Option<Id>),
    /// Signing in at the place that the host of the app offers.
    SyncBeside,
    /// Language, theme, hand.
    Settings,
    /// What the day came to, and who is next.
    Day,
    /// How everything is done, and what Porchlight is.
    Help,
    /// Who is using the tablet?
    Who,
    /// Notes of which two people wrote different things.
    Conflicts,
    /// Records that may be one thing.
    Duplicates,
    /// Deleted records.
    Deleted,
    /// Every part in every state; in development builds.
    Gallery,
}

impl Route {
    /// The address, with its `#`.
    pub fn href(self) -> String {
        match self {
            Route::Today => "#/today".to_owned(),
            Route::Records(kind, View::List) if let Some(found_on) = home(kind).found_on => found_on.href(),
            Route::Records(kind, view) => {
                let base = format!("#/{}/{kind}", home(kind).place.path());
                match view {
                    View::List => base,
                    View::One(id) => format!("{base}/{id}"),
                    View::Edit(id) => format!("{base}/{id}/edit"),
                }
            }
            Route::Screen(at) => format!("#/{}", at.path()),
            Route::Directory => "#/directory".to_owned(),
            Route::Reports => "#/reports".to_owned(),
            Route::Sync => "#/sync".to_owned(),
            Route::SyncTable => "#/sync/table".to_owned(),
            Route::SyncBeside => "#/sync/beside".to_owned(),
            Route::SyncPlace(None) => "#/sync/place".to_owned(),
            Route::SyncPlace(Some(id)) => format!("#/sync/place/{id}"),
            Route::Settings => "#/settings".to_owned(),
            Route::Day => "#/day".to_owned(),
            Route::Help => "#/help".to_owned(),
            Route::Who => "#/who".to_owned(),
            Route::Conflicts => "#/conflicts".to_owned(),
            Route::Duplicates => "#/duplicates".to_owned(),
            Route::Deleted => "#/deleted".to_owned(),
            Route::Gallery => "#/gallery".to_owned(),
        }
    }

    /// The route of an address. One that goes too far leads as far as it is known; one that leads nowhere, to Today.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_matches('/');
        if let Some(front) = front(path) {
            return front;
        }
        let parts: Vec<&str> = path.split('/').collect();
        let known = (2..=parts.len()).rev().filter_map(|len| parts.get(..len));
        if let Some(at) = known.into_iter().find_map(screen_at) {
            return Route::Screen(at);
        }
        match parts.as_slice() {
            ["outreach" | "community" | "directory" | "reports", kind, rest @ ..] => {
                let Some(known) = homes().iter().find(|home| home.kind == *kind) else { return Route::Today };
                let view = match (rest.first().and_then(|id| id.parse().ok()), rest.get(1)) {
                    (None, _) if let Some(found_on) = known.found_on => return found_on,
                    (None, _) => View::List,
                    (Some(id), Some(&"edit")) => View::Edit(id),
                    (Some(id), _) => View::One(id),
                };
                Route::Records(known.kind, view)
            }
            ["directory"] => Route::Directory,
            ["reports"] => Route::Reports,
            ["sync"] => Route::Sync,
            ["sync", "table"] => Route::SyncTable,
            ["sync", "beside"] => Route::SyncBeside,
            ["sync", "place", rest @ ..] => Route::SyncPlace(rest.first().and_then(|id| id.parse().ok())),
            ["settings"] => Route::Settings,
            ["day"] => Route::Day,
            ["help"] => Route::Help,
            ["who"] => Route::Who,
            ["conflicts"] => Route::Conflicts,
            ["duplicates"] => Route::Duplicates,
            ["deleted"] => Route::Deleted,
            ["gallery"] => Route::Gallery,
            _ => Route::Today,
        }
    }

    /// The tab that is lit inside its place.
    pub fn tab(self) -> Option<&'static str> {
        match self {
            Route::Records(kind, _) => home(kind).tab,
            Route::Screen(at) => at.screen().tab(),
            Route::Directory => Some("directory"),
            _ => None,
        }
    }

    /// The place that is lit in the navigation.
    pub fn place(self) -> Option<Place> {
        match self {
            Route::Today | Route::Day => Some(Place::Today),
            Route::Records(kind, _) => Some(home(kind).place),
            Route::Screen(at) => Some(at.screen().place()),
            Route::Directory => Some(Place::Directory),
            Route::Reports => Some(Place::Reports),
            _ => None,
        }
    }
}

impl Screen<()> {
    /// The way to it.
    pub const fn route(&'static self) -> Route {
        Route::Screen(At::plain(self))
    }
}

impl Screen<Option<Id>> {
    /// The way to it without the value that its address may hold.
    pub const fn route(&'static self) -> Route {
        Route::Screen(At::plain(self))
    }
}

impl<V: AddressValues> Screen<V> {
    /// The way to it with these values.
    pub fn at(&'static self, values: V) -> Route {
        Route::Screen(At::of(self, values))
    }

    /// The values of a route that leads here.
    pub fn values(&'static self, route: Route) -> Option<V> {
        match route {
            Route::Screen(at) if at.screen().pattern() == self.pattern() => V::from_values(at.values()),
            _ => None,
        }
    }
}

/// Where the records of a kind are at home.
#[derive(Clone, Copy, Debug)]
pub struct Home {
    /// The identity of the kind.
    pub kind: &'static str,
    /// The place.
    pub place: Place,
    /// The tab inside it.
    pub tab: Option<&'static str>,
    /// The screen on which they are found, where that is not their list.
    pub found_on: Option<Route>,
}

/// The addresses there are beside those of the app's own screens.
pub struct Addresses {
    /// Of the kinds.
    pub homes: Vec<Home>,
    /// Of the screens that capabilities declare.
    pub screens: Vec<&'static dyn AnyScreen>,
    /// Where places open that a capability moved into.
    pub fronts: Vec<(Place, Route)>,
}

/// What the capabilities of this app declare; set once, by [`capability::declare`](crate::ui::capability::declare).
static ADDRESSES: OnceLock<Addresses> = OnceLock::new();

/// Says which addresses there are; later ones change nothing.
pub(super) fn declare(addresses: impl FnOnce() -> Addresses) {
    ADDRESSES.get_or_init(addresses);
}

fn homes() -> &'static [Home] {
    ADDRESSES.get().map_or(&[], |addresses| addresses.homes.as_slice())
}

/// Where a kind is at home; one that nobody declares is in Community.
fn home(kind: &'static str) -> Home {
    let plain = Home { kind, place: Place::Community, tab: None, found_on: None };
    homes().iter().find(|home| home.kind == kind).copied().unwrap_or(plain)
}

/// The screen that this address leads to.
fn screen_at(path: &[&str]) -> Option<At> {
    ADDRESSES.get()?.screens.iter().find_map(|screen| At::parse(*screen, path))
}

/// Where a place opens that a capability moved into, by the word for the place in the address.
fn front(place: &str) -> Option<Route> {
    ADDRESSES.get()?.fronts.iter().find(|(at, _)| at.path() == place).map(|(_, route)| *route)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities;
    use crate::ui::capability;

    /// Every address there was before capabilities declared theirs: people have them in their history.
    const OLD: &[&str] = &[
        "outreach/canvass",
        "outreach/canvass/{7}",
        "outreach/canvass/{7}/{8}",
        "outreach/canvass/turf/{9}",
        "outreach/canvass/addresses",
        "outreach/canvass/guide",
        "outreach/canvass/same",
        "outreach/canvass/heard",
        "outreach/interview/new",
        "outreach/interview/{7}/consent/{8}",
        "outreach/interview/{7}/talk",
        "outreach/guides",
        "outreach/guides/2",
        "outreach/quotes",
        "outreach/quotes/{7}",
        "outreach/themes",
        "outreach/coverage",
        "reports/findings",
        "reports/findings/report",
        "community/hub/{7}/count",
        "community/hub/{7}/restock",
        "community/hub/{7}/time",
        "community/hub/{7}/item/{8}",
    ];

    #[test]
    fn old_addresses_lead_where_they_led() {
        capability::declare(capabilities::ALL, capabilities::kinds::KINDS);
        for address in OLD {
            let with_ids = |text: String, n: u128| text.replace(&format!("{{{n}}}"), &Id(n).to_string());
            let hash = format!("#/{}", (7..10).fold((*address).to_owned(), with_ids));
            let Route::Screen(at) = Route::parse(&hash) else { panic!("{hash}") };
            assert_eq!(Route::Screen(at).href(), hash);
        }
        // What goes too far, or names nothing, leads as far as it is known.
        let hub = format!("#/community/hub/{}", Id(7));
        for (hash, to) in [
            ("#/outreach", "#/outreach/canvass"),
            ("#/community", "#/community/partner"),
            ("#/outreach/canvass/turf/nonsense", "#/outreach/canvass"),
            ("#/outreach/canvass/nonsense", "#/outreach/canvass"),
            ("#/outreach/quotes/nonsense", "#/outreach/quotes"),
            // What is found on a screen of its own had a list beside it once.
            ("#/outreach/quote", "#/outreach/quotes"),
            ("#/outreach/theme", "#/outreach/themes"),
            ("#/reports/finding", "#/reports/findings"),
            ("#/reports/finding/nonsense", "#/reports/findings"),
            ("#/outreach/guides/nonsense", "#/outreach/guides"),
            ("#/outreach/interview/nonsense/talk", "#/outreach/interview"),
            (&format!("{hub}/item/nonsense"), &hub),
            (&format!("{hub}/nonsense"), &hub),
        ] {
            assert_eq!(Route::parse(hash).href(), to, "{hash}");
        }
    }

    #[test]
    fn every_route_leads_back_to_itself() {
        capability::declare(capabilities::ALL, capabilities::kinds::KINDS);
        let records = capability::kinds().iter().flat_map(|kind| {
            [View::List, View::One(Id(7)), View::Edit(Id(7))].map(|view| Route::Records(kind.id, view))
        });
        let rest = [
            Route::Today,
            Route::Directory,
            Route::Reports,
            Route::Sync,
            Route::SyncTable,
            Route::Settings,
            Route::Day,
            Route::Help,
            Route::Who,
            Route::Conflicts,
            Route::Duplicates,
            Route::Deleted,
            Route::Gallery,
        ];
        for route in records.chain(rest) {
            let leads = match route {
                Route::Records(kind, View::List) => capability::of(kind).found_on.unwrap_or(route),
                route => route,
            };
            assert_eq!(Route::parse(&route.href()), leads);
        }
    }

    #[test]
    fn addresses_that_lead_nowhere_lead_to_today() {
        capability::declare(capabilities::ALL, capabilities::kinds::KINDS);
        for hash in ["", "#", "#/", "#/nonsense", "#/community/nonsense", "#/community/nonsense/1", "#//"] {
            assert_eq!(Route::parse(hash), Route::Today, "{hash}");
        }
        assert_eq!(Route::parse("#/community"), Route::Records("partner", View::List));
        assert_eq!(Route::parse("#/community/partner/xyz"), Route::Records("partner", View::List));
    }
}
