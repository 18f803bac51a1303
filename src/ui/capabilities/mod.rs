//! The one list of capabilities. To add one: a file that declares it, and a line here.

pub mod canvass;
pub mod findings;
pub mod hubs;
pub mod interviews;
pub mod partners;
pub mod staff;

use crate::ui::capability::Capability;

/// Every capability, in the order in which they stand on the screens they share.
pub static ALL: &[&Capability] = &[
    &canvass::CANVASS,
    &interviews::INTERVIEWS,
    &partners::PARTNERS,
    &hubs::HUBS,
    &findings::FINDINGS,
    &staff::STAFFED,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::KINDS;
    use crate::ui::capability::{self, Presentation};
    use crate::ui::route::{Place, Route, View};
    use std::collections::BTreeSet;

    fn kinds() -> impl Iterator<Item = &'static (&'static crate::domain::kind::Kind, Presentation)> {
        ALL.iter().flat_map(|capability| capability.kinds)
    }

    #[test]
    fn every_kind_belongs_to_one_capability() {
        let declared: Vec<&str> = kinds().map(|(kind, _)| kind.id).collect();
        let once: BTreeSet<&str> = declared.iter().copied().collect();
        assert_eq!(once.len(), declared.len(), "a kind is declared twice");
        assert_eq!(once, KINDS.iter().map(|kind| kind.id).collect::<BTreeSet<_>>());
        let names: BTreeSet<&str> = ALL.iter().map(|capability| capability.id).collect();
        assert_eq!(names.len(), ALL.len());
    }

    #[test]
    fn tabs_lead_to_where_they_are_lit() {
        capability::declare(ALL);
        for tab in ALL.iter().flat_map(|capability| capability.tabs) {
            assert_eq!((tab.to.place(), tab.to.tab()), (Some(tab.place), Some(tab.id)), "{tab:?}");
        }
        for (kind, presentation) in kinds() {
            let Some(tab) = presentation.tab else { continue };
            let tabs: Vec<_> = capability::tabs_of(presentation.place).map(|tab| tab.id).collect();
            assert!(tabs.contains(&tab), "{}: {tab}", kind.id);
        }
    }

    #[test]
    fn each_place_opens_at_one_screen() {
        capability::declare(ALL);
        for place in Place::ALL {
            let opens = Route::parse(&format!("#/{}", place.path()));
            assert_eq!(opens.place(), Some(place));
            let fronts = ALL.iter().flat_map(|capability| capability.fronts).filter(|(at, _)| *at == place).count();
            assert!(fronts <= 1, "{place:?} opens at several screens");
        }
    }

    #[test]
    fn tones_are_of_answers_that_are_offered() {
        for (kind, presentation) in kinds() {
            let offered: Vec<&str> = kind.fields().flat_map(|field| field.offered()).map(|choice| choice.key).collect();
            for (answer, tone) in presentation.tones {
                assert!(offered.contains(answer), "{}: {answer}", kind.id);
                assert!(["good", "care", "wrong", "plain", "lamp"].contains(tone), "{}: {tone}", kind.id);
            }
        }
    }

    #[test]
    fn a_kind_that_nobody_declares_is_at_home_in_community() {
        capability::declare(ALL);
        let plain = capability::of("nobody_declared_this");
        assert_eq!((plain.place, plain.tab, plain.tone(Some("active"))), (Place::Community, None, "plain"));
        let route = Route::Records("nobody_declared_this", View::List);
        assert_eq!(
            (route.href().as_str(), route.place()),
            ("#/community/nobody_declared_this", Some(Place::Community))
        );
    }
}
