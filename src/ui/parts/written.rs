//! A place on a screen where one field of a record is written, without a form: what is typed is kept as it is typed, and
//! becomes part of the record when the place is left. What a colleague writes there meanwhile is never overwritten unseen:
//! both are kept, and somebody decides.

use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::typed::Of;
use crate::model::value::Value;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::route::{Route, View};
use crate::ui::typing::{APART, Typing};
use crate::ui::words;
use crate::work::command::Command;
use leptos::prelude::*;
use std::sync::Arc;

/// Which field of which record is written there.
pub struct WrittenIn {
    /// The kind of the record.
    pub kind: &'static Kind,
    /// The record; it may not be there yet.
    pub id: Id,
    /// The text.
    pub field: &'static str,
    /// What a new record holds beside it.
    pub named: Vec<(&'static str, Value)>,
}

/// The place. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
struct Place {
    ui: Ui,
    at: StoredValue<WrittenIn>,
    typing: Typing,
    record: Memo<Option<Arc<Record>>>,
    /// What the record holds.
    kept: Memo<String>,
    /// What is being written, with what its writer had seen; none while nobody has touched the place.
    draft: StoredValue<Option<Draft>>,
    /// What stood in the record when it was touched.
    seen: RwSignal<Option<String>>,
    /// Whether it is becoming part of the record, and whether it is to be given once more after that.
    giving: StoredValue<Option<bool>>,
}

/// A place of so many lines; `id` is the name of its control, which a label elsewhere names.
pub fn written(ui: Ui, at: WrittenIn, id: String, lines: u32) -> AnyView {
    Place::new(ui, at).view(id, lines)
}

impl Place {
    fn new(ui: Ui, at: WrittenIn) -> Place {
        let (kind, record, field) = (at.kind, at.id, at.field);
        let name = format!("{}:{record}:{field}", kind.id);
        let links = at.named.iter().filter_map(|(key, value)| Some((*key, value.as_link()?.to_string())));
        let of = Of::new(kind.id, record, links);
        let record = memo(move || ui.record(kind, record));
        let held = move |record: &Option<Arc<Record>>| {
            record.as_ref().and_then(|record| record.text(field)).unwrap_or_default().to_owned()
        };
        let kept = memo(move || record.with(held));
        let now = kept.get_untracked();
        let place = Place {
            ui,
            at: StoredValue::new(at),
            typing: Typing::new(ui, name, Some(of), now.clone()),
            record,
            kept,
            draft: StoredValue::new(None),
            seen: RwSignal::new(None),
            giving: StoredValue::new(None),
        };
        // Words that a killed tab left there become part of the record, unless something else has come to stand in it.
        if place.typing.text.with_untracked(|text| *text != now) {
            place.touch();
            place.seen.set(Some(String::new()));
            if now.is_empty() {
                place.give();
            }
        }
        effect(move || {
            let kept = place.kept.get();
            let idle = place.draft.with_value(Option::is_none) && place.giving.with_value(Option::is_none);
            if idle && place.typing.text.with_untracked(|text| *text != kept) {
                place.typing.text.set(kept);
            }
        });
        on_cleanup(move || place.give());
        place
    }

    /// Notes what its writer has seen.
    fn touch(self) {
        if self.draft.with_value(Option::is_some) || self.giving.with_value(Option::is_some) {
            return;
        }
        let text = self.typing.text.get_untracked();
        let draft = self.at.with_value(|at| {
            let written = at.named.iter().cloned().chain([(at.field, Value::text(text))]);
            self.ui.draft(at.kind, at.id, written)
        });
        self.draft.set_value(Some(draft));
        self.seen.set(Some(self.kept.get_untracked()));
    }

    fn write(self, text: String) {
        self.typing.write(text);
        self.touch();
    }

    /// What stands there becomes part of the record.
    fn give(self) {
        if self.giving.try_with_value(Option::is_some).unwrap_or(true) {
            self.giving.try_set_value(Some(true));
            return;
        }
        let Some(text) = self.typing.text.try_get_untracked() else { return };
        let Some(mut draft) = self.draft.try_update_value(Option::take).flatten() else { return };
        let field = self.at.with_value(|at| at.field);
        let record = self.at.with_value(|at| self.ui.peek(at.kind, at.id));
        // Of a record that was not there, nothing was seen.
        let known = record.as_deref().filter(|_| !draft.new);
        draft.set(known, field, Value::text(text.as_str()));
        if !draft.values.contains_key(field) {
            self.seen.try_set(None);
            return self.typing.forget();
        }
        let (given, again) = (self.typing.give(), draft.clone());
        self.giving.set_value(Some(false));
        self.ui.spawn(async move {
            let done = self.typing.become_of(given, Command::Enter(draft)).await;
            let once_more = self.giving.try_update_value(Option::take).flatten() == Some(true);
            match done {
                Ok(_) => {
                    self.seen.try_set(None);
                    // Somebody has gone on writing meanwhile.
                    if self.typing.text.try_with_untracked(|now| *now != text) == Some(true) {
                        self.touch();
                        if once_more {
                            self.give();
                        }
                    }
                }
                Err(error) => {
                    self.draft.try_set_value(Some(again));
                    self.ui.warn(error.message());
                }
            }
        });
    }

    fn view(self, id: String, lines: u32) -> AnyView {
        let ui = self.ui;
        let beside = memo(move || {
            let (kept, text) = (self.kept.get(), self.typing.text.get());
            let seen = self.seen.get()?;
            (!kept.trim().is_empty() && kept != seen && kept != text).then_some(kept)
        });
        let beside = move || {
            beside.get().map(|kept| {
                view! {
                    <div class="beside-written"><p class="soft">{ui.t(words::ALSO_WRITTEN)}</p><p dir="auto">{kept}</p></div>
                }
            })
        };
        let (kind, field, record) = self.at.with_value(|at| (at.kind, at.field, at.id));
        let two = memo(move || {
            let lost = |record: &Arc<Record>| record.losers().any(|(key, _)| **key == *field);
            self.record.with(|record| record.as_ref().is_some_and(lost))
        });
        let two = move || {
            two.get().then(|| {
                view! {
                    <p class="error"><Icon path=icon_paths::WARNING/><span>{ui.t(words::TWO_ANSWERS)}</span>
                        <a href=Route::Records(kind.id, View::One(record)).href()>{ui.t(words::DECIDE)}</a></p>
                }
            })
        };
        view! {
            <textarea
                id=id rows=lines.to_string() dir="auto" autocomplete="off" form=APART prop:value=self.typing.text
                on:input=move |event| self.write(event_target_value(&event)) on:change=move |_| self.give()
            ></textarea>
            <div role="status">{drawn(beside)}{drawn(two)}</div>
        }
        .into_any()
    }
}
