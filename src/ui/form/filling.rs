//! A form being filled in: what stands in it, and when its draft is kept, as [`DraftKeeper`] decides.

use super::{day, field_view, problem_summary, start_value};
use crate::model::asking;
use crate::model::check::{self, Problem};
use crate::model::date;
use crate::model::draft::Draft;
use crate::model::field::Field;
use crate::model::guide::{self, GuidePart};
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::show;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::ui::context::Ui;
use crate::ui::parts::tongues;
use crate::ui::reactive::memo;
use crate::ui::typing::KEEP_AFTER;
use crate::work::drafts::keeper::DraftKeeper;
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// How long a press takes, most of the time.
const AFTER_A_PRESS: Duration = Duration::from_millis(300);

/// A form being filled in. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Form {
    pub(super) ui: Ui,
    pub(super) kind: &'static Kind,
    pub(super) id: Id,
    pub(super) record: StoredValue<Option<Arc<Record>>>,
    pub(super) draft: RwSignal<Draft>,
    /// Whether a draft waited for it when it was opened.
    pub(super) resumed: bool,
    /// Fields whose problems may be shown: they were left, or Done was tapped.
    pub(super) left: RwSignal<BTreeSet<&'static str>>,
    pub(super) tried: RwSignal<bool>,
    /// Counts how often fields were filled in by anything but typing: what is typed stands in its control already.
    pub(super) filled: RwSignal<u32>,
    /// Decides when the draft is kept, finished, thrown away.
    pub(super) keeper: StoredValue<DraftKeeper>,
    /// Dates that somebody began to enter in this form and that were not finished.
    pub(super) begun: StoredValue<BTreeSet<&'static str>>,
    pub(super) timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    /// What is asked, as the team words it when the form is opened.
    pub(super) parts: StoredValue<Vec<GuidePart>>,
    /// The questions that are read out, by their keys.
    pub(super) aloud: StoredValue<BTreeSet<&'static str>>,
    /// The language in which they are.
    pub(super) read_in: RwSignal<Lang>,
    /// Which of the questions that can be turned toward somebody is shown large now, counted from nothing.
    pub(super) large: RwSignal<Option<usize>>,
}

impl Form {
    /// Opens the form of a record, new or known.
    pub fn open(ui: Ui, kind: &'static Kind, id: Id) -> Form {
        let record = ui.peek(kind, id);
        let work = ui.work();
        let known = work.state().drafts.values().find(|draft| draft.kind == kind.id && draft.id == id).cloned();
        let (resumed, prefilled) = (known.is_some(), ui.take_prefill(id));
        let known = known.map(|mut draft| {
            // A date that was not finished cannot be shown again; where there is a former one, that one still stands.
            let former = |key: &str| record.as_ref().and_then(|record| record.get(key)).is_some();
            let begun = Value::text(date::UNFINISHED);
            draft.values.retain(|key, value| *value != begun || !former(key));
            draft.seen.retain(|key, _| draft.values.contains_key(key));
            draft
        });
        let draft = known.unwrap_or_else(|| {
            let mut draft = ui.draft(kind, id, []);
            if draft.new {
                let starts = kind.fields().filter_map(|field| Some((field.key, start_value(ui, field)?)));
                for (key, value) in starts.chain(prefilled) {
                    draft.set(None, key, value);
                }
            }
            draft
        });
        let parts = guide::parts(kind, &work.state().book);
        let read_out = parts.iter().filter(|part| part.section.aloud).flat_map(|part| &part.fields);
        Form {
            ui,
            kind,
            id,
            record: StoredValue::new(record),
            draft: RwSignal::new(draft),
            resumed,
            left: RwSignal::default(),
            tried: RwSignal::new(false),
            filled: RwSignal::new(0),
            keeper: StoredValue::default(),
            begun: StoredValue::default(),
            timer: StoredValue::new_local(None),
            aloud: StoredValue::new(read_out.map(|field| field.key).collect()),
            read_in: RwSignal::new(tongues::read_in_last(ui)),
            large: RwSignal::new(None),
            parts: StoredValue::new(parts),
        }
    }

    /// What a field holds, followed.
    pub fn value(self, key: &str) -> Option<Value> {
        self.record.with_value(|record| self.draft.with(|draft| draft.get(record.as_deref(), key).cloned()))
    }

    /// What a field holds now.
    pub fn value_now(self, key: &str) -> Option<Value> {
        untrack(|| self.value(key))
    }

    /// The text a field holds now.
    pub fn text_now(self, key: &str) -> String {
        self.value_now(key).and_then(|value| value.as_text().map(str::to_owned)).unwrap_or_default()
    }

    /// The text a field holds, followed.
    pub fn text(self, key: &str) -> String {
        self.value(key).and_then(|value| value.as_text().map(str::to_owned)).unwrap_or_default()
    }

    /// What a field holds, as a person reads it, followed; nothing where it holds nothing.
    pub fn shown(self, key: &str) -> String {
        let shown = self.kind.field(key).zip(self.value(key));
        let lang = self.ui.lang.get();
        shown.map(|(field, value)| show::show(field, &value, lang, &self.ui.title_of())).unwrap_or_default()
    }

    /// What stood in a field, as a person reads it, where somebody typed something else, followed.
    pub fn was(self, field: &'static Field) -> Option<String> {
        if !self.draft.with(|draft| draft.values.contains_key(field.key)) {
            return None;
        }
        let lang = self.ui.lang.get();
        let shown = |value: &Value| show::show(field, value, lang, &self.ui.title_of());
        Some(self.record.with_value(|record| record.as_ref()?.get(field.key).map(shown)).unwrap_or_default())
    }

    /// The fields in which somebody typed something else than stood there.
    pub fn changed(self) -> Vec<&'static Field> {
        let draft = self.draft.get();
        self.kind.fields().filter(|field| draft.values.contains_key(field.key)).collect()
    }

    /// Whether there is no record yet.
    pub fn is_new(self) -> bool {
        self.draft.with_untracked(|draft| draft.new)
    }

    /// The text the record itself holds, whatever was typed.
    pub(super) fn kept_text(self, key: &str) -> Option<String> {
        self.record.with_value(|record| record.as_ref()?.text(key).map(str::to_owned))
    }

    /// Looks at the dates and times once more: a browser tells of one that is not finished only when it is asked.
    pub(super) fn look_at_days(self) {
        self.parts.with_value(|parts| {
            let fields = parts.iter().flat_map(|part| &part.fields);
            let days = fields.filter(|field| field.by_parts());
            days.for_each(|field| day::look(self, field));
        });
    }

    /// What is to be mended, once somebody tried to finish: each leads to its field, if that is asked here.
    pub fn to_mend(self, summary: NodeRef<html::Div>) -> AnyView {
        problem_summary(self, summary).into_any()
    }

    /// The control of a field.
    pub fn field(self, field: &'static Field) -> AnyView {
        field_view(self, field)
    }

    /// What a new record starts with, before anyone types.
    pub fn start(self, key: &str, value: Value) {
        self.draft.update(|draft| draft.set(None, key, value));
    }

    /// Fills in fields, also where they are typed into.
    pub fn fill(self, values: impl IntoIterator<Item = (&'static str, Value)>) {
        values.into_iter().for_each(|(key, value)| self.set(key, value));
        self.filled.try_update(|count| *count += 1);
    }

    /// Somebody typed or chose something. It is kept a moment after the last time.
    pub fn set(self, key: &str, value: Value) {
        // What took a moment to find may come when the form is left.
        if self.is_left() {
            return;
        }
        self.record.with_value(|record| self.draft.update(|draft| draft.set(record.as_deref(), key, value)));
        if !self.keeper.try_update_value(DraftKeeper::typed).unwrap_or(false) {
            return;
        }
        self.ui.dirty.set(true);
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.keep(), KEEP_AFTER).ok();
        });
    }

    /// Whether there is nothing of anybody's to be thrown away, followed: what a form starts with is nobody's.
    pub(super) fn is_untouched(self) -> bool {
        let dirty = self.ui.dirty.get();
        self.draft.with(Draft::is_empty) || !(self.resumed || dirty)
    }

    /// Keeps the draft now, if there is anything the store does not have.
    pub fn keep(self) {
        if !self.keeper.try_update_value(DraftKeeper::keep).unwrap_or(false) {
            return;
        }
        let Some(draft) = self.draft.try_get_untracked() else { return };
        let ui = self.ui;
        ui.spawn(async move {
            let work = ui.work();
            if let Err(error) = work.keep_draft(draft).await {
                // Tried again at the next keystroke, and when the page is hidden.
                self.keeper.try_update_value(DraftKeeper::not_kept);
                ui.warn(error.message());
            }
        });
    }

    /// Notes that a field was left, so that its problem may be shown. One without anything in it is no problem before
    /// “Done”: whoever leaves it may come back. And what is pressed meanwhile must not move before the finger is up.
    pub(super) fn leave(self, field: &'static Field) {
        // What has the focus loses it, too, when the form is taken away.
        if self.is_left() || self.value_now(field.key).is_none_or(|value| value.is_blank()) {
            return;
        }
        let left = self.left;
        let note = move || {
            left.try_update(|left| left.insert(field.key));
        };
        set_timeout(note, AFTER_A_PRESS);
    }

    /// What is to be mended in a field, once it may be shown.
    pub(super) fn problem(self, field: &'static Field) -> Memo<Option<Problem>> {
        memo(move || {
            let shown = self.tried.get() || self.left.with(|left| left.contains(field.key));
            if shown { self.check(field) } else { None }
        })
    }

    pub(super) fn problems(self) -> Vec<Problem> {
        self.parts.with_value(|parts| {
            parts.iter().flat_map(|part| &part.fields).filter_map(|field| self.check(field)).collect()
        })
    }

    /// What is to be mended in a field, as things stand in the draft.
    pub(super) fn check(self, field: &'static Field) -> Option<Problem> {
        self.record.with_value(|record| {
            self.draft.with(|draft| check::check_within(self.kind, field, |key| draft.get(record.as_deref(), key)))
        })
    }

    /// Whether it asks for a field, followed.
    pub(super) fn asks(self, field: &'static Field) -> bool {
        self.record.with_value(|record| {
            let record = record.as_deref();
            self.draft.with(|draft| {
                field.is_asked(draft.new, |key| draft.get(record, key), |key| record.and_then(|record| record.get(key)))
            })
        })
    }

    /// The language of a question, followed: what is read out may be in another than what the staff reads.
    pub(super) fn lang_of(self, field: &Field) -> Lang {
        match self.aloud.with_value(|aloud| aloud.contains(field.key)) {
            true => self.read_in.get(),
            false => self.ui.lang.get(),
        }
    }

    /// The language of a question as a page says it, where it may be another than that around it.
    pub(super) fn tongue(self, field: &Field) -> impl Fn() -> Option<&'static str> + Send + Sync + 'static {
        let aloud = self.aloud.with_value(|aloud| aloud.contains(field.key));
        move || aloud.then(|| self.read_in.get().tag())
    }

    /// The sections in the order they are shown, each with whether it stands folded: as things stand now, since nothing
    /// moves while somebody fills it in.
    pub(super) fn laid_out(self) -> Vec<(GuidePart, bool)> {
        self.record.with_value(|record| {
            self.draft.with_untracked(|draft| {
                let get = |key: &str| draft.get(record.as_deref(), key);
                self.parts.with_value(|parts| {
                    asking::laid_out(parts, get).into_iter().map(|(part, folded)| (part.clone(), folded)).collect()
                })
            })
        })
    }

    /// What a folded section holds, in a line, followed.
    pub(super) fn summary(self, part: &GuidePart) -> String {
        let (lang, title_of) = (self.ui.lang.get(), self.ui.title_of());
        self.record.with_value(|record| {
            self.draft.with(|draft| asking::summary(part, |key| draft.get(record.as_deref(), key), lang, &title_of))
        })
    }

    pub(super) fn control_id(self, field: &Field) -> String {
        format!("f-{}", field.key)
    }

    /// Whether the form is off the screen.
    pub(super) fn is_left(self) -> bool {
        self.keeper.try_with_value(|_| ()).is_none()
    }
}
