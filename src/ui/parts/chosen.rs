//! Who is chosen in a list, to do one thing to all of them.

use crate::model::id::Id;
use crate::model::order;
use crate::ui::reactive::memo;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Who is chosen in a list. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// None while nobody chooses.
    ids: RwSignal<Option<BTreeSet<Id>>>,
    on: Memo<bool>,
}

impl Chosen {
    /// Nobody chooses yet.
    pub fn none() -> Chosen {
        let ids = RwSignal::new(None);
        Chosen { ids, on: memo(move || ids.with(Option::is_some)) }
    }

    /// Whether somebody chooses, followed.
    pub fn is_on(self) -> bool {
        self.on.get()
    }

    /// Whether this one is chosen, followed.
    pub fn has(self, id: Id) -> bool {
        self.ids.with(|ids| ids.as_ref().is_some_and(|ids| ids.contains(&id)))
    }

    /// How many are chosen, followed.
    pub fn count(self) -> usize {
        self.ids.with(|ids| ids.as_ref().map_or(0, BTreeSet::len))
    }

    /// How many of the chosen are not among these, followed.
    pub fn beyond(self, ids: &[Id]) -> usize {
        self.count().saturating_sub(ids.iter().filter(|id| self.has(**id)).count())
    }

    /// Begins to choose, with this one if there is any.
    pub fn begin(self, with: Option<Id>) {
        self.ids.set(Some(order::set(with)));
    }

    /// Chooses one, or no longer.
    pub fn toggle(self, id: Id) {
        self.ids.update(|ids| {
            if let Some(ids) = ids
                && !ids.remove(&id)
            {
                ids.insert(id);
            }
        });
    }

    /// Chooses these as well.
    pub fn add(self, more: impl IntoIterator<Item = Id>) {
        self.ids.update(|ids| ids.get_or_insert_default().extend(more));
    }

    /// Those who are chosen, not followed.
    pub fn now(self) -> BTreeSet<Id> {
        self.ids.get_untracked().unwrap_or_default()
    }

    /// Nobody chooses any more.
    pub fn end(self) {
        self.ids.try_set(None);
    }
}
