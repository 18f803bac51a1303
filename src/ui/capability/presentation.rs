//! How the records of a kind are shown wherever they are met. What is drawn for them on their own screens is loaded with
//! those, see [`Views`](super::Views).

use super::{Links, WorkedOn};
use crate::model::id::Id;
use crate::model::record::Record;
use crate::model::text::{Lang, Text};
use crate::ui::route::{Place, Route};

/// How the records of a kind are shown.
#[derive(Clone, Copy)]
pub struct Presentation {
    /// The place where its records are at home.
    pub place: Place,
    /// The [`Tab`] inside that place that is lit for its records, by its identity.
    pub tab: Option<&'static str>,
    /// The screen on which its records are found, where it is not their list: a capability shows them better.
    pub found_on: Option<Route>,
    /// What a record is called in a row and on its page, where that follows from several of its fields.
    pub named: Option<fn(&Record, Lang) -> Option<String>>,
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
    /// Whether the record that one is about offers a new one at the bottom of its detail.
    pub offered_on_detail: bool,
    /// Whether the records about one of its records stand on its detail, the latest first.
    pub has_timelines: bool,
    /// Whether Today lists an unfinished draft of one.
    pub lists_drafts: bool,
    /// Where an unfinished draft of a new one is gone on with; in its form, where this says nothing.
    pub draft: Option<fn(Id, Links<'_>) -> Option<Route>>,
    /// Where its records are worked on; on their detail, where this is empty.
    pub worked_on: &'static [WorkedOn],
}

impl Presentation {
    /// At home in this place, without anything of its own.
    pub const fn at(place: Place) -> Presentation {
        Presentation {
            place,
            tab: None,
            found_on: None,
            named: None,
            tones: &[],
            example: None,
            begins: None,
            in_palette: false,
            offered_first: false,
            offered_on_detail: false,
            has_timelines: true,
            lists_drafts: true,
            draft: None,
            worked_on: &[],
        }
    }

    /// The same, with this tab lit.
    pub const fn tab(mut self, tab: &'static str) -> Presentation {
        self.tab = Some(tab);
        self
    }

    /// The same, found on a screen of its own and in no list.
    pub const fn found_on(mut self, screen: Route) -> Presentation {
        self.found_on = Some(screen);
        self
    }

    /// The same, called by what follows from several of its fields.
    pub const fn named(mut self, name: fn(&Record, Lang) -> Option<String>) -> Presentation {
        self.named = Some(name);
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

    /// The same, with a new one offered on the detail of what it is about.
    pub const fn offered_on_detail(mut self) -> Presentation {
        self.offered_on_detail = true;
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
