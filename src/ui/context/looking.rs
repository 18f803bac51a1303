//! Looking into the book from a screen.

use super::Ui;
use crate::model::book::Book;
use crate::model::draft::Draft;
use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kept::Kept;
use crate::model::kind::{KeptWhat, Kind};
use crate::model::query::{self, Query};
use crate::model::record::Record;
use crate::model::staff::STAFF;
use crate::model::text::{Lang, Message};
use crate::model::value::Value;
use crate::model::{guide, show};
use crate::ui::reactive::effect;
use crate::ui::{capability, words};
use crate::work::command::{self};
use leptos::prelude::*;
use std::sync::Arc;

impl Ui {
    /// A record, followed; none where it is not there to be seen.
    pub fn record(self, kind: &'static Kind, id: Id) -> Option<Arc<Record>> {
        let signal = self.held.try_update_value(|held| held.watched.entry((kind.id, id)).or_default().clone());
        if let Some(signal) = signal {
            signal.track();
        }
        self.peek(kind, id)
    }

    /// A record as it is now, not followed.
    pub fn peek(self, kind: &'static Kind, id: Id) -> Option<Arc<Record>> {
        self.work().state().book.alive(kind.id, id).cloned()
    }

    /// A field of a kind as the team asks it.
    pub fn field(self, kind: &'static Kind, key: &str) -> Option<&'static Field> {
        guide::field(kind, &self.work().state().book, key)
    }

    /// For whom the contact details of a record are kept, if somebody else than who uses the tablet: in words.
    pub fn kept_from_user(
        self,
        kind: &'static Kind,
        field: &Field,
        get: impl Fn(&str) -> Option<Value>,
    ) -> Option<Message> {
        self.follow_tablet();
        let user = self.work().state().actor;
        let rule = kind.kept_for?;
        let choice = match rule.what {
            KeptWhat::ContactDetails { field, .. } => get(field),
            KeptWhat::Everything => None,
        };
        let whom = get(rule.whom);
        let kept = Kept::of(kind, |key| if key == rule.whom { whom.as_ref() } else { choice.as_ref() });
        match kept {
            Kept::One(whom) if !kept.shows(kind, field, user) => Some(match self.staff_name(whom) {
                Some(who) => words::KEPT_FOR.with("who", who),
                None => words::KEPT_FOR_NOBODY.message(),
            }),
            _ => None,
        }
    }

    /// What a record is called, followed; none where it is not there.
    pub fn title(self, kind: &'static Kind, id: Id) -> Option<String> {
        self.record(kind, id).map(|record| show::title_in(kind, &record, self.lang.get()))
    }

    /// The name of somebody of the library, followed; none if nobody is known by it.
    pub fn staff_name(self, id: Option<Id>) -> Option<String> {
        self.title(&STAFF, id?).filter(|name| !name.is_empty())
    }

    /// What a record is about, by its title, followed; none where it is about nothing that has one.
    pub fn about(self, kind: &'static Kind, id: Id) -> Option<String> {
        let record = self.record(kind, id)?;
        let about = kind.about_link().and_then(|(link, to)| self.title(capability::kind(to)?, record.link(link)?));
        about.filter(|about| !about.is_empty())
    }

    /// What a record is called in a sentence, followed: by what it is about, or by its title; none if by neither.
    pub fn name(self, kind: &'static Kind, id: Id) -> Option<Message> {
        match self.about(kind, id) {
            Some(about) => Some(command::words::ABOUT.with("kind", kind.name).with("what", about)),
            None => self.title(kind, id).filter(|title| !title.is_empty()).map(Message::same),
        }
    }

    /// The records of a kind with what they are called, in the order of a list, followed.
    pub fn all_named(self, kind: &'static Kind) -> Vec<(Id, String)> {
        self.follow(kind.id);
        let lang = self.lang.get();
        let all = self.look(|book, index| query::run(book, index, kind, &Query { lang, ..Query::default() }));
        let named = |id: Id| Some((id, show::title_in(kind, &*self.peek(kind, id)?, lang)));
        all.into_iter().filter_map(named).collect()
    }

    /// What a linked record is called, not followed. For [`show::show`].
    pub fn title_of(self) -> impl Fn(&str, Id) -> Option<String> + Copy {
        self.titled(show::title_in)
    }

    /// The same on a record's own page, where there is room for the whole name.
    pub fn whole_title_of(self) -> impl Fn(&str, Id) -> Option<String> + Copy {
        self.titled(show::whole_title)
    }

    fn titled(self, say: fn(&Kind, &Record, Lang) -> String) -> impl Fn(&str, Id) -> Option<String> + Copy {
        move |kind, id| {
            let kind = capability::kind(kind)?;
            self.peek(kind, id).map(|record| say(kind, &record, self.lang.get_untracked()))
        }
    }

    /// A draft that sets these fields of a record, new or known.
    pub fn draft(self, kind: &'static Kind, id: Id, values: impl IntoIterator<Item = (&'static str, Value)>) -> Draft {
        let (record, work) = (self.peek(kind, id), self.work());
        let mut draft = Draft {
            kind: kind.id.to_owned(),
            id,
            new: record.is_none(),
            values: Default::default(),
            seen: Default::default(),
            begun_ms: work.now().ms,
            by: work.state().actor,
        };
        for (key, value) in values {
            draft.set(record.as_deref(), key, value);
        }
        draft
    }

    /// What is looked up anew whenever records of these kinds change, and not before what is drawn now is painted: nothing
    /// that goes through many records keeps a screen waiting.
    pub fn look_after_paint<T: Send + Sync + 'static, const N: usize>(
        self,
        kinds: [&'static str; N],
        look: fn(Ui) -> Vec<T>,
    ) -> RwSignal<Vec<T>> {
        let found = RwSignal::new(Vec::new());
        effect(move || {
            kinds.iter().for_each(|kind| self.follow(kind));
            request_animation_frame(move || {
                found.try_set(look(self));
            });
        });
        found
    }

    /// Looks something up with the help of the index.
    pub fn look<R>(self, look: impl FnOnce(&Book, &mut Index) -> R) -> R {
        self.work().look(look)
    }
}
