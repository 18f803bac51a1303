//! The one list of capabilities. To add one: a file that declares it, and a line here; what it makes up for practice stands
//! in [`practice`].

pub mod kinds;
pub mod practice;

use crate::ui::capability::Capability;

/// Every capability, in the order in which they stand on the screens they share.
pub static ALL: &[&Capability] = &[
    &crate::canvass::capability::CANVASS,
    &crate::interviews::capability::INTERVIEWS,
    &crate::interviews::capability::QUOTES,
    &crate::week::capability::WEEKS,
    &crate::week::capability::WEEKS_AT_HAND,
    &crate::partners::capability::PARTNERS,
    &crate::asks::capability::ASKS,
    &crate::hubs::capability::HUBS,
    &crate::events::capability::EVENTS,
    &crate::findings::capability::FINDINGS,
    &crate::worksheets::capability::WORKSHEETS,
    &crate::worksheets::capability::WORKSHEETS_AT_HAND,
    &crate::checks::capability::CHECKS,
    &crate::prompts::capability::PROMPTS,
    &crate::competencies::capability::COMPETENCIES,
    &crate::services::capability::SERVICES,
    &crate::services::hsds::capability::DIRECTORY_FILES,
    &crate::services::printed::capability::PRINTED_DIRECTORY,
    &crate::ui::staff::STAFFED,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::kinds::KINDS;
    use crate::model::id::Id;
    use crate::ui::capability::{self, Presentation, Views};
    use crate::ui::route::{Place, Route, View};
    use crate::ui::screen::AnyScreen;
    use crate::work::consent::CONSENT;
    use crate::work::policy::{Policy, Reach};
    use futures_util::FutureExt;
    use std::collections::BTreeSet;

    fn kinds() -> impl Iterator<Item = &'static (&'static crate::model::kind::Kind, Presentation)> {
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
    fn what_rests_on_consent_is_under_its_policy() {
        for capability in ALL {
            let rests = capability.kinds.iter().any(|(kind, _)| CONSENT.reach(kind) > Reach::Nothing);
            let registered = capability.policies.iter().any(|policy| policy.id() == CONSENT.id());
            assert!(registered || !rests, "{} needs .policies(&[&CONSENT])", capability.id);
        }
        // Several need it, and it is asked once.
        capability::declare(ALL, crate::capabilities::kinds::KINDS);
        assert_eq!(format!("{:?}", capability::registry().policies), "[\"consent\"]");
    }

    #[test]
    fn what_cannot_begin_yet_begins_with_what_it_needs() {
        capability::declare(ALL, crate::capabilities::kinds::KINDS);
        let leads =
            |any: bool| capability::starts().map(|start| start.route(|_| any, || Id(1)).href()).collect::<Vec<_>>();
        assert_eq!(
            leads(true),
            [
                "#/outreach/canvass",
                "#/outreach/interview/new",
                "#/outreach/contact/00000000000000000000000000000001/edit",
                "#/community/partner/00000000000000000000000000000001/edit",
                "#/community/hub",
                "#/outreach/event/00000000000000000000000000000001/edit"
            ]
        );
        assert_eq!(leads(false)[0], "#/outreach/canvass/addresses");
        assert_eq!(leads(false)[4], "#/community/hub/00000000000000000000000000000001/edit");
    }

    #[test]
    fn tabs_lead_to_where_they_are_lit() {
        capability::declare(ALL, crate::capabilities::kinds::KINDS);
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
        capability::declare(ALL, crate::capabilities::kinds::KINDS);
        for place in Place::ALL {
            let opens = Route::parse(&format!("#/{}", place.path()));
            assert_eq!(opens.place(), Some(place));
            let fronts = ALL.iter().flat_map(|capability| capability.fronts).filter(|(at, _)| *at == place).count();
            assert!(fronts <= 1, "{place:?} opens at several screens");
        }
    }

    #[test]
    fn what_stands_on_the_detail_of_others_is_of_kinds_that_are_others() {
        for capability in ALL {
            let drawn = drawn_by(capability).into_iter().flat_map(|views| views.on_details).map(|(of, _)| *of);
            assert_eq!(drawn.collect::<Vec<_>>(), capability.on_details_of, "{}", capability.id);
            for of in capability.on_details_of {
                assert!(kinds().any(|(kind, _)| kind.id == *of), "{}: {of}", capability.id);
                assert!(!capability.kinds.iter().any(|(kind, _)| kind.id == *of), "{}: {of}", capability.id);
            }
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
        capability::declare(ALL, crate::capabilities::kinds::KINDS);
        let plain = capability::of("nobody_declared_this");
        assert_eq!((plain.place, plain.tab, plain.tone(Some("active"))), (Place::Community, None, "plain"));
        let route = Route::Records("nobody_declared_this", View::List);
        assert_eq!(
            (route.href().as_str(), route.place()),
            ("#/community/nobody_declared_this", Some(Place::Community))
        );
    }

    fn screens() -> impl Iterator<Item = &'static dyn AnyScreen> {
        ALL.iter().flat_map(|capability| capability.screens).copied()
    }

    /// What a capability draws. Natively, nothing has to be loaded for it.
    fn drawn_by(capability: &Capability) -> Option<&'static Views> {
        capability.views.map(|views| views.load().now_or_never().unwrap().unwrap())
    }

    #[test]
    fn what_is_declared_is_drawn_and_nothing_else() {
        for capability in ALL {
            let declared: Vec<&str> = capability.screens.iter().map(|screen| screen.pattern()).collect();
            let views = drawn_by(capability);
            let shown = views.into_iter().flat_map(|views| views.screens).map(|shows| shows.screen.pattern());
            assert_eq!(shown.collect::<Vec<_>>(), declared, "{}", capability.id);
            let mut of_kinds = views.into_iter().flat_map(|views| views.kinds).map(|(kind, _)| kind.id);
            let other = of_kinds.find(|drawn| !capability.kinds.iter().any(|(kind, _)| kind.id == *drawn));
            assert_eq!(other, None, "{} draws what is of another’s kind", capability.id);
        }
    }

    /// The addresses of a pattern with and without its optional value.
    fn addresses(pattern: &'static str) -> Vec<Vec<&'static str>> {
        let parts: Vec<&str> = pattern.split('/').collect();
        let shorter = parts.last().filter(|part| part.ends_with('?')).map(|_| parts[..parts.len() - 1].to_vec());
        [Some(parts), shorter].into_iter().flatten().collect()
    }

    /// Whether an address exists that both lead to.
    fn overlap(a: &[&str], b: &[&str]) -> bool {
        let word = |part: &str| !part.starts_with(':');
        let fits = |part: &str, word: &str| match part {
            ":number" => word.parse::<usize>().is_ok(),
            _ => word.parse::<Id>().is_ok(),
        };
        let meet = |(a, b): (&&str, &&str)| match (word(a), word(b)) {
            (true, true) => a == b,
            (true, false) => fits(b, a),
            (false, true) => fits(a, b),
            (false, false) => true,
        };
        a.len() == b.len() && a.iter().zip(b).all(meet)
    }

    #[test]
    fn every_screen_leads_back_to_itself() {
        capability::declare(ALL, crate::capabilities::kinds::KINDS);
        for screen in screens() {
            let params: Vec<&str> = screen.pattern().split('/').filter(|part| part.starts_with(':')).collect();
            assert_eq!(params, screen.parts(), "{}", screen.pattern());
            for address in addresses(screen.pattern()) {
                let mut next = 6u128;
                let part = |part: &&str| {
                    next += 1;
                    match *part {
                        ":number" => next.to_string(),
                        id if id.starts_with(':') => Id(next).to_string(),
                        word => word.to_owned(),
                    }
                };
                let hash = format!("#/{}", address.iter().map(part).collect::<Vec<_>>().join("/"));
                let route = Route::parse(&hash);
                assert_eq!(route.href(), hash);
                assert_eq!((route.place(), route.tab()), (Some(screen.place()), screen.tab()), "{hash}");
                assert_eq!(Place::ALL.iter().find(|place| address[0] == place.path()), Some(&screen.place()), "{hash}");
            }
        }
    }

    #[test]
    fn no_two_addresses_are_one() {
        let of_records = KINDS.iter().flat_map(|kind| {
            ["outreach", "community", "directory", "reports"].into_iter().flat_map(|place| {
                [vec![place, kind.id], vec![place, kind.id, ":id"], vec![place, kind.id, ":id", "edit"]]
            })
        });
        let own: Vec<Vec<&str>> = screens().flat_map(|screen| addresses(screen.pattern())).collect();
        let all: Vec<Vec<&str>> = own.iter().cloned().chain(of_records).collect();
        for (at, one) in own.iter().enumerate() {
            for other in all.iter().skip(at + 1) {
                assert!(!overlap(one, other), "{one:?} and {other:?}");
            }
        }
    }
}
