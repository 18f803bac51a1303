//! Where in the app one is: the part of the address after `#`, so that any static host serves every screen.

use crate::domain::id::Id;
use crate::domain::text::Text;
use crate::kinds;
use crate::ui::capability;
use crate::ui::words;

/// One of the five places of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What matters today.
    Today,
    /// Canvassing, contacts; later interviews and events.
    Outreach,
    /// Partners, hubs, map.
    Community,
    /// What may be told to anyone.
    Directory,
    /// Counts and findings.
    Reports,
}

impl Place {
    /// All five, in the order of the navigation.
    pub const ALL: [Place; 5] = [Place::Today, Place::Outreach, Place::Community, Place::Directory, Place::Reports];

    /// What stands in the address.
    pub const fn path(self) -> &'static str {
        match self {
            Place::Today => "today",
            Place::Outreach => "outreach",
            Place::Community => "community",
            Place::Directory => "directory",
            Place::Reports => "reports",
        }
    }

    /// What it is called.
    pub const fn name(self) -> Text {
        match self {
            Place::Today => words::TODAY,
            Place::Outreach => words::OUTREACH,
            Place::Community => words::COMMUNITY,
            Place::Directory => words::DIRECTORY,
            Place::Reports => words::REPORTS,
        }
    }
}

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
    /// The streets to canvass.
    Canvass,
    /// A street, and the door where one stands.
    Street(Id, Option<Id>),
    /// A turf.
    Turf(Id),
    /// Addresses come in.
    Addresses,
    /// What is asked at the doors.
    Guide,
    /// Doors that may be one.
    SameDoors,
    /// What was heard at the doors.
    Heard,
    /// A new interview.
    NewInterview,
    /// What somebody of an interview agrees to: the interview, and the person.
    Consent(Id, Id),
    /// An interview being held.
    Talk(Id),
    /// What is asked in interviews.
    Guides,
    /// A guide that comes with the app, by its place among them.
    ReadyGuide(usize),
    /// What was said, word for word; about one theme, or about all.
    Quotes(Option<Id>),
    /// The code book.
    Themes,
    /// Who was heard, and who was not.
    Coverage,
    /// What was found out.
    Findings,
    /// The report of what was found out.
    FindingsReport,
    /// The count of a hub.
    HubCount(Id),
    /// What to bring to a hub.
    Restock(Id),
    /// Somebody staffs a hub.
    HubTime(Id),
    /// An item at a hub.
    HubItem(Id, Id),
    /// What may be told to anyone.
    Directory,
    /// Counts.
    Reports,
    /// Copies, files, storage.
    Sync,
    /// Taking in a spreadsheet.
    SyncTable,
    /// Language, theme, hand.
    Settings,
    /// Who is using the tablet?
    Who,
    /// Notes of which two people wrote different things.
    Conflicts,
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
            Route::Records(kind, view) => {
                let base = format!("#/{}/{kind}", capability::of(kind).place.path());
                match view {
                    View::List => base,
                    View::One(id) => format!("{base}/{id}"),
                    View::Edit(id) => format!("{base}/{id}/edit"),
                }
            }
            Route::Canvass => "#/outreach/canvass".to_owned(),
            Route::Street(street, None) => format!("#/outreach/canvass/{street}"),
            Route::Street(street, Some(door)) => format!("#/outreach/canvass/{street}/{door}"),
            Route::Turf(turf) => format!("#/outreach/canvass/turf/{turf}"),
            Route::Addresses => "#/outreach/canvass/addresses".to_owned(),
            Route::Guide => "#/outreach/canvass/guide".to_owned(),
            Route::SameDoors => "#/outreach/canvass/same".to_owned(),
            Route::Heard => "#/outreach/canvass/heard".to_owned(),
            Route::NewInterview => "#/outreach/interview/new".to_owned(),
            Route::Consent(interview, person) => format!("#/outreach/interview/{interview}/consent/{person}"),
            Route::Talk(interview) => format!("#/outreach/interview/{interview}/talk"),
            Route::Guides => "#/outreach/guides".to_owned(),
            Route::ReadyGuide(at) => format!("#/outreach/guides/{at}"),
            Route::Quotes(None) => "#/outreach/quotes".to_owned(),
            Route::Quotes(Some(theme)) => format!("#/outreach/quotes/{theme}"),
            Route::Themes => "#/outreach/themes".to_owned(),
            Route::Coverage => "#/outreach/coverage".to_owned(),
            Route::Findings => "#/reports/findings".to_owned(),
            Route::FindingsReport => "#/reports/findings/report".to_owned(),
            Route::HubCount(hub) => format!("#/community/hub/{hub}/count"),
            Route::Restock(hub) => format!("#/community/hub/{hub}/restock"),
            Route::HubTime(hub) => format!("#/community/hub/{hub}/time"),
            Route::HubItem(hub, item) => format!("#/community/hub/{hub}/item/{item}"),
            Route::Directory => "#/directory".to_owned(),
            Route::Reports => "#/reports".to_owned(),
            Route::Sync => "#/sync".to_owned(),
            Route::SyncTable => "#/sync/table".to_owned(),
            Route::Settings => "#/settings".to_owned(),
            Route::Who => "#/who".to_owned(),
            Route::Conflicts => "#/conflicts".to_owned(),
            Route::Deleted => "#/deleted".to_owned(),
            Route::Gallery => "#/gallery".to_owned(),
        }
    }

    /// The route of an address; Today for one that leads nowhere.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_matches('/');
        if let Some(front) = capability::front(path) {
            return front;
        }
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["outreach", "canvass", "addresses"] => Route::Addresses,
            ["outreach", "canvass", "turf", turf] => turf.parse().map_or(Route::Canvass, Route::Turf),
            ["outreach", "canvass", "guide"] => Route::Guide,
            ["outreach", "canvass", "same"] => Route::SameDoors,
            ["outreach", "canvass", "heard"] => Route::Heard,
            ["outreach", "canvass", rest @ ..] => match rest.first().and_then(|street| street.parse().ok()) {
                Some(street) => Route::Street(street, rest.get(1).and_then(|door| door.parse().ok())),
                None => Route::Canvass,
            },
            ["outreach", "interview", "new"] => Route::NewInterview,
            ["outreach", "interview", interview, "consent", person] => match (interview.parse(), person.parse()) {
                (Ok(interview), Ok(person)) => Route::Consent(interview, person),
                _ => Route::Records("interview", View::List),
            },
            ["outreach", "interview", interview, "talk"] => {
                interview.parse().map_or(Route::Records("interview", View::List), Route::Talk)
            }
            ["outreach", "guides", at] => at.parse().map_or(Route::Guides, Route::ReadyGuide),
            ["outreach", "guides"] => Route::Guides,
            ["outreach", "quotes", rest @ ..] => Route::Quotes(rest.first().and_then(|theme| theme.parse().ok())),
            ["outreach", "themes"] => Route::Themes,
            ["outreach", "coverage"] => Route::Coverage,
            ["reports", "findings", "report"] => Route::FindingsReport,
            ["reports", "findings"] => Route::Findings,
            ["outreach" | "community" | "reports", kind, rest @ ..] => {
                let Some(kind) = kinds::kind(kind) else { return Route::Today };
                let id = rest.first().and_then(|id| id.parse().ok());
                match (id, rest.get(1)) {
                    (None, _) => Route::Records(kind.id, View::List),
                    (Some(hub), Some(&"count")) if kind.id == "hub" => Route::HubCount(hub),
                    (Some(hub), Some(&"restock")) if kind.id == "hub" => Route::Restock(hub),
                    (Some(hub), Some(&"time")) if kind.id == "hub" => Route::HubTime(hub),
                    (Some(hub), Some(&"item")) if kind.id == "hub" => {
                        let item = rest.get(2).and_then(|item| item.parse().ok());
                        item.map_or(Route::Records(kind.id, View::One(hub)), |item| Route::HubItem(hub, item))
                    }
                    (Some(id), Some(&"edit")) => Route::Records(kind.id, View::Edit(id)),
                    (Some(id), _) => Route::Records(kind.id, View::One(id)),
                }
            }
            ["directory"] => Route::Directory,
            ["reports"] => Route::Reports,
            ["sync"] => Route::Sync,
            ["sync", "table"] => Route::SyncTable,
            ["settings"] => Route::Settings,
            ["who"] => Route::Who,
            ["conflicts"] => Route::Conflicts,
            ["deleted"] => Route::Deleted,
            ["gallery"] => Route::Gallery,
            _ => Route::Today,
        }
    }

    /// Which of the places inside Outreach or Community it belongs to.
    pub fn tab(self) -> Option<&'static str> {
        match self {
            Route::Records(kind, _) => capability::of(kind).tab,
            Route::HubCount(_) | Route::Restock(_) | Route::HubTime(_) | Route::HubItem(..) => Some("hub"),
            _ if self.interviews() => Some("interview"),
            _ if self.canvasses() => Some("canvass"),
            _ => None,
        }
    }

    /// Whether it is a screen of canvassing.
    fn canvasses(self) -> bool {
        use Route::{Addresses, Canvass, Guide, Heard, SameDoors, Street, Turf};
        matches!(self, Canvass | Street(..) | Turf(_) | Addresses | Guide | SameDoors | Heard)
    }

    /// Whether it is a screen of interviews.
    fn interviews(self) -> bool {
        use Route::{Consent, Coverage, Guides, NewInterview, Quotes, ReadyGuide, Talk, Themes};
        matches!(self, NewInterview | Consent(..) | Talk(_) | Guides | ReadyGuide(_) | Quotes(_) | Themes | Coverage)
    }

    /// The place that is lit in the navigation.
    pub fn place(self) -> Option<Place> {
        match self {
            Route::Today => Some(Place::Today),
            Route::Records(kind, _) => Some(capability::of(kind).place),
            _ if self.canvasses() || self.interviews() => Some(Place::Outreach),
            Route::Findings | Route::FindingsReport => Some(Place::Reports),
            Route::HubCount(_) | Route::Restock(_) | Route::HubTime(_) | Route::HubItem(..) => Some(Place::Community),
            Route::Directory => Some(Place::Directory),
            Route::Reports => Some(Place::Reports),
            _ => None,
        }
    }
}

/// Where somebody was when they tapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here {
    route: Route,
    moves: u64,
}

impl Default for Here {
    fn default() -> Here {
        Here { route: Route::Today, moves: 0 }
    }
}

impl Here {
    /// Where that was.
    pub fn route(self) -> Route {
        self.route
    }
}

/// Where somebody is, and how often they went elsewhere: what finishes late goes on only where they still are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts(Here);

impl Whereabouts {
    /// Notes where the address leads now.
    pub fn arrive(&mut self, route: Route) {
        if route != self.0.route {
            self.0 = Here { route, moves: self.0.moves + 1 };
        }
    }

    /// Where they are, given what the address says: it changes before the screen does.
    pub fn here(&mut self, address: Route) -> Here {
        self.arrive(address);
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::capabilities;

    #[test]
    fn every_route_leads_back_to_itself() {
        capability::declare(capabilities::ALL);
        let records = crate::kinds::KINDS.iter().flat_map(|kind| {
            [View::List, View::One(Id(7)), View::Edit(Id(7))].map(|view| Route::Records(kind.id, view))
        });
        let rest = [
            Route::Today,
            Route::Canvass,
            Route::Street(Id(7), None),
            Route::Street(Id(7), Some(Id(8))),
            Route::Turf(Id(9)),
            Route::Addresses,
            Route::Guide,
            Route::SameDoors,
            Route::Heard,
            Route::NewInterview,
            Route::Consent(Id(7), Id(8)),
            Route::Talk(Id(7)),
            Route::Guides,
            Route::ReadyGuide(2),
            Route::Quotes(None),
            Route::Quotes(Some(Id(7))),
            Route::Themes,
            Route::Coverage,
            Route::Findings,
            Route::FindingsReport,
            Route::HubCount(Id(7)),
            Route::Restock(Id(7)),
            Route::HubTime(Id(7)),
            Route::HubItem(Id(7), Id(8)),
            Route::Directory,
            Route::Reports,
            Route::Sync,
            Route::SyncTable,
            Route::Settings,
            Route::Who,
            Route::Conflicts,
            Route::Deleted,
            Route::Gallery,
        ];
        for route in records.chain(rest) {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn a_late_answer_goes_on_only_where_the_person_still_is() {
        let (guide, talk) = (Route::Records("question", View::Edit(Id(7))), Route::Talk(Id(8)));
        let mut whereabouts = Whereabouts::default();
        let tapped = whereabouts.here(guide);
        assert_eq!(whereabouts.here(guide), tapped, "nothing happened meanwhile");
        // They went on at once. The address says so before the screen has followed.
        assert_ne!(whereabouts.here(talk), tapped);
        // They came back: what they do there now is not what they did then.
        assert_ne!(whereabouts.here(guide), tapped);
        let again = whereabouts.here(guide);
        whereabouts.arrive(guide);
        assert_eq!(whereabouts.here(guide), again, "hearing twice of one address is no move");
    }

    proptest::proptest! {
        #[test]
        fn nobody_is_moved_who_went_anywhere(moves in proptest::collection::vec(0u128..4, 0..8)) {
            let mut whereabouts = Whereabouts::default();
            let tapped = whereabouts.here(Route::Talk(Id(0)));
            for to in &moves {
                whereabouts.arrive(Route::Talk(Id(*to)));
            }
            let stayed = moves.iter().all(|to| *to == 0);
            let still = whereabouts.here(Route::Talk(Id(moves.last().copied().unwrap_or(0)))) == tapped;
            proptest::prop_assert_eq!(still, stayed);
        }
    }

    #[test]
    fn addresses_that_lead_nowhere_lead_to_today() {
        capability::declare(capabilities::ALL);
        for hash in ["", "#", "#/", "#/nonsense", "#/community/nonsense", "#/community/nonsense/1", "#//"] {
            assert_eq!(Route::parse(hash), Route::Today, "{hash}");
        }
        assert_eq!(Route::parse("#/community"), Route::Records("partner", View::List));
        assert_eq!(Route::parse("#/community/partner/xyz"), Route::Records("partner", View::List));
    }
}
