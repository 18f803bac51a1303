//! Where somebody is in the app, where they came from, and whether they are still there.

use crate::model::id::Id;
use crate::ui::route::{Route, View};
use std::collections::HashMap;

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
#[derive(Clone, Debug, Default)]
pub struct Whereabouts {
    now: Here,
    /// On which screen each form was begun.
    forms: HashMap<Id, Route>,
    /// From which screen of a room each page was opened.
    pages: HashMap<Id, Route>,
}

impl Whereabouts {
    /// Notes where the address leads now.
    pub fn arrive(&mut self, route: Route) {
        if route == self.now.route {
            return;
        }
        // Whoever looks something up meanwhile comes back to the form, and from there to where it was begun.
        if let Route::Records(_, View::Edit(id)) = route
            && is_page(self.now.route)
        {
            self.forms.insert(id, self.now.route);
        }
        if let Route::Records(_, View::One(id)) = route {
            match self.now.route {
                Route::Screen(at) if !at.is_about(id) => self.pages.insert(id, self.now.route),
                // Whoever works on it, changes it, or looks something up meanwhile comes back to the page, and from there to
                // the screen.
                Route::Screen(_) | Route::Records(_, View::One(_) | View::Edit(_)) | Route::Help | Route::Settings => {
                    None
                }
                _ => self.pages.remove(&id),
            };
        }
        self.now = Here { route, moves: self.now.moves + 1 };
    }

    /// The page on which the form that is shown was begun, to be noted with its place in the browser's history. What was
    /// `noted` there before counts once the app was opened anew and knows nothing better.
    pub fn origin(&mut self, noted: Option<Route>) -> Option<Route> {
        let Route::Records(_, View::Edit(id)) = self.now.route else { return None };
        if let Some(noted) = noted.filter(|noted| is_page(*noted)) {
            self.forms.entry(id).or_insert(noted);
        }
        self.forms.get(&id).copied()
    }

    /// The page to which the form of a record leads back, since it was begun there: that of a record it links to, or for
    /// a record that is known already a screen of a room.
    pub fn back_from(&self, id: Id, new: bool, links_to: impl Fn(Id) -> bool) -> Option<Route> {
        let back = *self.forms.get(&id)?;
        match back {
            Route::Records(_, View::One(page)) => links_to(page),
            Route::Screen(_) => !new,
            _ => false,
        }
        .then_some(back)
    }

    /// The screen of a room from which the page of a record was opened, as long as it was opened from nowhere else since.
    pub fn opened_from(&self, page: Id) -> Option<Route> {
        self.pages.get(&page).copied()
    }

    /// Where they are, given what the address says: it changes before the screen does.
    pub fn here(&mut self, address: Route) -> Here {
        self.arrive(address);
        self.now
    }
}

/// Whether a form that is begun there can lead back there.
fn is_page(route: Route) -> bool {
    match route {
        Route::Screen(at) => !at.screen().aside(),
        route => matches!(route, Route::Records(_, View::One(_))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interviews::routes::TALK;

    #[test]
    fn a_form_leads_back_to_the_page_where_it_was_begun() {
        let (partner, contact) = (Id(1), Id(2));
        let page = Route::Records("partner", View::One(partner));
        let form = Route::Records("contact", View::Edit(contact));
        let begun_on = |from: &[Route]| {
            let mut whereabouts = Whereabouts::default();
            from.iter().for_each(|route| whereabouts.arrive(*route));
            whereabouts
        };
        let about = |id: Id| id == partner;
        assert_eq!(begun_on(&[page, form]).back_from(contact, true, about), Some(page));
        assert_eq!(begun_on(&[page, form]).back_from(contact, false, about), Some(page));
        assert_eq!(begun_on(&[page, form, Route::Help, form]).back_from(contact, true, about), Some(page));
        assert_eq!(
            begun_on(&[page, form, Route::Records("contact", View::Edit(Id(3))), form]).back_from(contact, true, about),
            Some(page)
        );
        // What is new here has nothing to do with the page, is its own page, or was begun in a list.
        assert_eq!(begun_on(&[page, form]).back_from(contact, true, |_| false), None);
        assert_eq!(
            begun_on(&[Route::Records("contact", View::One(contact)), form]).back_from(contact, false, about),
            None
        );
        assert_eq!(begun_on(&[Route::Records("contact", View::List), form]).back_from(contact, true, about), None);
        assert_eq!(begun_on(&[form]).back_from(contact, true, about), None);
        // A screen of a room shows what is known, and is left behind by what is new.
        let talk = TALK.at(Id(8));
        assert_eq!(begun_on(&[talk, form]).back_from(contact, false, about), Some(talk));
        assert_eq!(begun_on(&[talk, form]).back_from(contact, true, about), None);
    }

    #[test]
    fn what_is_looked_at_meanwhile_is_not_where_a_form_was_begun() {
        let form = Route::Records("visit", View::Edit(Id(2)));
        let (talk, aside) = (TALK.at(Id(8)), crate::services::HEARD.at((1, 0)));
        let mut whereabouts = Whereabouts::default();
        [talk, form, aside, form].iter().for_each(|route| whereabouts.arrive(*route));
        assert_eq!(whereabouts.back_from(Id(2), false, |_| false), Some(talk));
    }

    #[test]
    fn a_form_leads_back_to_where_it_was_begun_after_the_page_was_loaded_anew() {
        let (partner, contact) = (Id(1), Id(2));
        let page = Route::Records("partner", View::One(partner));
        let form = Route::Records("contact", View::Edit(contact));
        let arrived = |at: &[Route]| {
            let mut whereabouts = Whereabouts::default();
            at.iter().for_each(|route| whereabouts.arrive(*route));
            whereabouts
        };
        let noted = arrived(&[page, form]).origin(None);
        assert_eq!(noted, Some(page));
        let mut anew = arrived(&[form]);
        assert_eq!(anew.origin(noted), Some(page));
        assert_eq!(anew.back_from(contact, true, |id| id == partner), Some(page));
        // What is known better counts, no page leads back to a list, and no screen but a form has an origin.
        let other = Route::Records("partner", View::One(Id(3)));
        assert_eq!(arrived(&[page, form]).origin(Some(other)), Some(page));
        assert_eq!(arrived(&[form]).origin(Some(Route::Records("contact", View::List))), None);
        assert_eq!(arrived(&[form]).origin(None), None);
        assert_eq!(arrived(&[page]).origin(noted), None);
    }

    #[test]
    fn a_page_leads_back_to_the_screen_it_was_opened_from() {
        let street = TALK.at(Id(8));
        let (door, visit) = (Id(1), Id(2));
        let page = Route::Records("door", View::One(door));
        let opened_from = |way: &[Route]| {
            let mut whereabouts = Whereabouts::default();
            way.iter().for_each(|route| whereabouts.arrive(*route));
            whereabouts.opened_from(door)
        };
        assert_eq!(opened_from(&[street, page]), Some(street));
        // What is looked up, written or changed meanwhile leads back to the page.
        for aside in [
            Route::Records("door", View::Edit(door)),
            Route::Records("visit", View::Edit(visit)),
            Route::Records("visit", View::One(visit)),
            TALK.at(door),
            Route::Help,
        ] {
            assert_eq!(opened_from(&[street, page, aside, page]), Some(street), "{aside:?}");
        }
        for other in [Route::Records("door", View::List), Route::Today, Route::Directory] {
            assert_eq!(opened_from(&[street, page, other, page]), None, "{other:?}");
        }
        assert_eq!(opened_from(&[page]), None);
    }

    #[test]
    fn a_late_answer_goes_on_only_where_the_person_still_is() {
        let (guide, talk) = (Route::Records("question", View::Edit(Id(7))), TALK.at(Id(8)));
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
            let tapped = whereabouts.here(TALK.at(Id(0)));
            for to in &moves {
                whereabouts.arrive(TALK.at(Id(*to)));
            }
            let stayed = moves.iter().all(|to| *to == 0);
            let still = whereabouts.here(TALK.at(Id(moves.last().copied().unwrap_or(0)))) == tapped;
            proptest::prop_assert_eq!(still, stayed);
        }
    }
}
