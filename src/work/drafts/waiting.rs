//! How the workspace lets drafts and typed words wait while another tab writes, and stores them once it writes itself.

use super::following::{Following, merged_draft, merged_words, wait};
use crate::model::draft::Draft;
use crate::model::typed::Typed;
use crate::work::error::WorkError;
use crate::work::state::State;
use crate::work::stored::to_bytes;
use crate::work::workspace::{News, Workspace};
use crate::work::{typed, write};
use std::collections::BTreeMap;

impl Workspace {
    /// Lets a draft wait in memory, because another tab writes. One with nothing in it waits no longer.
    ///
    /// # Errors
    /// That another tab writes; or that nobody allows to keep it, and then it does not wait.
    pub(crate) fn await_role_with_draft(&self, draft: Draft) -> Result<(), WorkError> {
        let name = draft.meta_key();
        let draft = write::allowed_draft(&self.state(), &draft);
        if !draft.is_empty() {
            write::may_keep(&self.state(), &draft).map_err(WorkError::Refused)?;
        }
        let empty = draft.is_empty();
        self.change(|state| {
            state.following.take_back_emptying(&mut state.drafts, &name);
            wait(&mut state.following.drafts, &mut state.drafts, name, (!empty).then_some(draft));
        });
        self.tell(News::Drafts);
        Err(WorkError::Following)
    }

    /// Removes a draft whose words stand in another one from now on. Where another tab writes, the draft goes once this one
    /// does, unless the other tab went on with it.
    ///
    /// # Errors
    /// As [`Workspace::keep_draft`].
    pub async fn drop_draft(&self, draft: Draft) -> Result<(), WorkError> {
        let nothing = Draft { values: BTreeMap::default(), ..draft };
        let name = nothing.meta_key();
        let result = self.keep_draft(nothing).await;
        if matches!(result, Err(WorkError::Following)) {
            self.change(|state| state.following.empty(&mut state.drafts, name));
            self.tell(News::Drafts);
        }
        result
    }

    /// Lets typed words wait in memory, because another tab writes.
    ///
    /// # Errors
    /// As [`Workspace::await_role_with_draft`].
    pub(crate) fn await_role_with_typed(&self, typed: Typed) -> Result<(), WorkError> {
        let name = typed.meta_key();
        let empty = typed.text.trim().is_empty();
        if !empty {
            typed::may_keep(&self.state(), &typed).map_err(WorkError::Refused)?;
        }
        self.change(|state| wait(&mut state.following.typed, &mut state.typed, name, (!empty).then_some(typed)));
        self.tell(News::Drafts);
        Err(WorkError::Following)
    }

    /// Drops what waits and may not be kept any more, as the tab that writes drops what the store has of it.
    pub(crate) fn drop_forbidden_waiting(&self) {
        self.change(|state| {
            let allowed = |draft: &Draft| write::may_keep(state, draft).is_ok();
            let drafts = state.following.drafts.iter().filter(|(_, waiting)| !allowed(&waiting.ours));
            let drafts: Vec<String> = drafts.map(|(name, _)| name.clone()).collect();
            let allowed = |words: &Typed| typed::may_keep(state, words).is_ok();
            let typed = state.following.typed.iter().filter(|(_, waiting)| !allowed(&waiting.ours));
            let typed: Vec<String> = typed.map(|(name, _)| name.clone()).collect();
            drafts.iter().for_each(|name| drop(state.following.drafts.remove(name)));
            typed.iter().for_each(|name| drop(state.following.typed.remove(name)));
        });
    }

    /// Stores what waited, once this tab writes and has taken in what the last one wrote. What the store refuses is held
    /// and said by the status. The caller has its turn.
    pub(crate) async fn store_waiting(&self) {
        let Following { drafts, typed, emptied } = self.change(|state| std::mem::take(&mut state.following));
        for name in emptied.into_keys() {
            self.store_one(name, None, |state| &mut state.drafts).await;
        }
        for (name, waiting) in drafts {
            let draft = {
                let state = self.state();
                let record = state.book.alive(&waiting.ours.kind, waiting.ours.id).map(|record| &**record);
                merged_draft(&waiting, state.book.kind(&waiting.ours.kind), record)
            };
            self.store_one(name, draft, |state| &mut state.drafts).await;
        }
        for (name, waiting) in typed {
            let typed = merged_words(&waiting);
            self.store_one(name, Some(typed), |state| &mut state.typed).await;
        }
        self.tell(News::Drafts);
    }

    async fn store_one<T: Clone + serde::Serialize>(
        &self,
        name: String,
        thing: Option<T>,
        of: impl Fn(&mut State) -> &mut BTreeMap<String, T>,
    ) {
        let bytes = thing.as_ref().and_then(|thing| to_bytes(thing).ok());
        self.change(|state| match thing {
            Some(thing) => of(state).insert(name.clone(), thing),
            None => of(state).remove(&name),
        });
        // What may not be kept any more is dropped; what the store refuses is held, and the status says so.
        drop(self.keep_small(name, bytes).await);
    }
}
