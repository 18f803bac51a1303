//! The ways that a capability declares into its screens.

use super::new_record;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::text::Text;
use crate::ui::route::{Place, Route};

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

/// What people begin their work with, offered by “New” wherever they are.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// What it says.
    pub name: Text,
    /// What it opens.
    pub opens: Opens,
}

/// What is opened to begin something.
#[derive(Clone, Copy, Debug)]
pub enum Opens {
    /// A screen.
    Screen(Route),
    /// A new record of a kind.
    New(&'static Kind),
    /// A screen about the records of a kind; while there are none, what the first of them is made with.
    Over(&'static Kind, Route, &'static Opens),
}

impl Start {
    /// Where it leads, given whether there is any record of a kind; a new record gets this identity.
    pub fn route(&self, any: impl Fn(&Kind) -> bool, new_id: impl FnOnce() -> Id) -> Route {
        self.opens.route(&any, new_id)
    }
}

impl Opens {
    fn route(&self, any: &impl Fn(&Kind) -> bool, new_id: impl FnOnce() -> Id) -> Route {
        match *self {
            Opens::Screen(to) => to,
            Opens::New(kind) => new_record(kind, new_id),
            Opens::Over(kind, to, _) if any(kind) => to,
            Opens::Over(_, _, first) => first.route(any, new_id),
        }
    }
}
