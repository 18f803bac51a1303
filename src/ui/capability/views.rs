//! What a capability draws: the half of its declaration that is loaded when somebody first goes where it is shown.

use super::{AfterDone, FieldHint, FormBack, FormHeading, HistoryView, PageView, RecordView, Shows, TodayPart};
use crate::model::kind::Kind;
use crate::ui::chunk::Chunk;

/// What a capability draws.
pub struct Views {
    /// Its own screens.
    pub screens: &'static [Shows],
    /// What it adds to the screens of its kinds.
    pub kinds: &'static [(&'static Kind, KindViews)],
    /// Its ways at the top of Reports.
    pub report_ways: &'static [PageView],
    /// Its sections in Reports.
    pub reports: &'static [PageView],
    /// What it puts on the detail of records that are another capability’s: (identity of the kind, sections below its own).
    pub on_details: &'static [(&'static str, &'static [RecordView])],
    /// What it says on every screen while it is at work.
    pub banners: &'static [PageView],
}

/// The code of what a capability draws.
pub type ViewsChunk = Chunk<Views>;

impl Views {
    /// Nothing yet.
    pub const fn new() -> Views {
        Views { screens: &[], kinds: &[], report_ways: &[], reports: &[], on_details: &[], banners: &[] }
    }

    /// The same, with these screens of its own.
    pub const fn screens(mut self, screens: &'static [Shows]) -> Views {
        self.screens = screens;
        self
    }

    /// The same, with this on the screens of its kinds.
    pub const fn kinds(mut self, kinds: &'static [(&'static Kind, KindViews)]) -> Views {
        self.kinds = kinds;
        self
    }

    /// The same, with these ways at the top of Reports.
    pub const fn report_ways(mut self, ways: &'static [PageView]) -> Views {
        self.report_ways = ways;
        self
    }

    /// The same, with these sections in Reports.
    pub const fn reports(mut self, views: &'static [PageView]) -> Views {
        self.reports = views;
        self
    }

    /// The same, with these sections on the details of other kinds.
    pub const fn on_details(mut self, sections: &'static [(&'static str, &'static [RecordView])]) -> Views {
        self.on_details = sections;
        self
    }

    /// The same, saying this on every screen.
    pub const fn banners(mut self, views: &'static [PageView]) -> Views {
        self.banners = views;
        self
    }

    /// What it adds to the screens of a kind, if it does.
    pub fn of(&self, kind: &str) -> Option<&KindViews> {
        self.kinds.iter().find(|(known, _)| known.id == kind).map(|(_, views)| views)
    }
}

impl Default for Views {
    fn default() -> Views {
        Views::new()
    }
}

/// What a capability puts on Today. It stands with Today in the part that is needed every day (`ui/everyday.rs`), and not
/// with what else the capability draws.
pub struct OnToday {
    /// Its rows under “Pick up”.
    pub pick_up: &'static [TodayPart],
    /// Its sections.
    pub sections: &'static [TodayPart],
}

/// The code of what a capability puts on Today.
pub type TodayChunk = Chunk<OnToday>;

/// What a capability adds to the list, the detail and the form of one of its kinds.
#[derive(Clone, Copy)]
pub struct KindViews {
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
    /// What stands below fields of its form.
    pub hints: &'static [FieldHint],
    /// What its form is called.
    pub heading: &'static [FormHeading],
    /// Where its form leads back to, also after “Done”.
    pub back: &'static [FormBack],
    /// Where one goes on after “Done”, where not back.
    pub after: &'static [AfterDone],
}

impl KindViews {
    /// Nothing yet.
    pub const fn new() -> KindViews {
        KindViews {
            beside: &[],
            under_title: &[],
            chips: &[],
            buttons: &[],
            above: &[],
            below: &[],
            history: &[],
            actions: &[],
            hints: &[],
            heading: &[],
            back: &[],
            after: &[],
        }
    }

    /// The same, with this beside the list.
    pub const fn beside(mut self, views: &'static [PageView]) -> KindViews {
        self.beside = views;
        self
    }

    /// The same, with this under the title of a record.
    pub const fn under_title(mut self, views: &'static [RecordView]) -> KindViews {
        self.under_title = views;
        self
    }

    /// The same, with these chips behind that of the kind.
    pub const fn chips(mut self, views: &'static [RecordView]) -> KindViews {
        self.chips = views;
        self
    }

    /// The same, with these buttons on the detail.
    pub const fn buttons(mut self, views: &'static [RecordView]) -> KindViews {
        self.buttons = views;
        self
    }

    /// The same, with these sections above the fields.
    pub const fn above(mut self, views: &'static [RecordView]) -> KindViews {
        self.above = views;
        self
    }

    /// The same, with these sections below the fields.
    pub const fn below(mut self, views: &'static [RecordView]) -> KindViews {
        self.below = views;
        self
    }

    /// The same, with what the history adds up to.
    pub const fn history(mut self, views: &'static [HistoryView]) -> KindViews {
        self.history = views;
        self
    }

    /// The same, with these actions at the bottom of the detail.
    pub const fn actions(mut self, views: &'static [RecordView]) -> KindViews {
        self.actions = views;
        self
    }

    /// The same, with this below fields of its form.
    pub const fn hints(mut self, hints: &'static [FieldHint]) -> KindViews {
        self.hints = hints;
        self
    }

    /// The same, with a form that may have a name of its own.
    pub const fn heading(mut self, heading: &'static [FormHeading]) -> KindViews {
        self.heading = heading;
        self
    }

    /// The same, with a form that leads back to what it is about.
    pub const fn back(mut self, back: &'static [FormBack]) -> KindViews {
        self.back = back;
        self
    }

    /// The same, with something to go on with after “Done”.
    pub const fn after(mut self, after: &'static [AfterDone]) -> KindViews {
        self.after = after;
        self
    }
}

impl Default for KindViews {
    fn default() -> KindViews {
        KindViews::new()
    }
}
