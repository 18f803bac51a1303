//! “What came of it?”: asked once of what was just done. It may be left empty.

use super::{Week, focus_later};
use crate::model::id::Id;
use crate::model::order;
use crate::model::typed::Of as TypedOf;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::typing::{APART, Typing};
use crate::week::kinds::{TASK, fields as task};
use crate::week::page::Line;
use crate::week::words;
use crate::week::writing;
use crate::work::command::Command;
use leptos::prelude::*;
use std::sync::Arc;

/// What is done with the answer.
type Answered = Arc<dyn Fn(Week, &str) -> Option<Command> + Send + Sync>;

impl Week {
    /// The question under a task that was just done: the answer is its note.
    pub(super) fn question(self, id: Id) -> AnyView {
        let of = TypedOf::new(TASK.id, id, []);
        let answered = |id| {
            move |_: Week, said: &str| {
                let values = order::values([task::CAME_OF_IT.is(said)]);
                Some(Command::Set { kind: TASK.id, id, values })
            }
        };
        self.asks(id, of, Arc::new(answered(id)), format!("open-{id}"))
    }

    /// The same of a promise that was just kept, which has no place for a note: the answer is a line that was done.
    pub(super) fn promise_question(self, line: &Line) -> AnyView {
        let id = line.of.id();
        let of = TypedOf::new(TASK.id, writing::noted_id(id), []);
        let line = Line { what: self.named(line), ..line.clone() };
        let answered = move |week: Week, said: &str| {
            let looked = week.looked.get_untracked();
            let rows = week
                .ui
                .look(|book, _| week.lines.with_untracked(|lines| writing::noted(book, lines, looked, &line, said)));
            Some(Command::Write { label: words::NOTED.with("what", line.what.as_str()), rows })
        };
        self.asks(id, of, Arc::new(answered), format!("new-{}", crate::week::parts::Part::FollowUps.key()))
    }

    fn asks(self, id: Id, of: TypedOf, answered: Answered, then: String) -> AnyView {
        let ui = self.ui;
        let typing = Typing::new(ui, format!("came:{id}"), Some(of), String::new());
        let away = move || {
            self.asked.set(None);
            self.kept.set(None);
            focus_later(then.clone());
        };
        let keep = Arc::new(move || {
            let said = typing.text.get_untracked().trim().to_owned();
            let command = if said.is_empty() { None } else { answered(self, &said) };
            let Some(command) = command else {
                typing.forget();
                return away();
            };
            let (given, away) = (typing.give(), away.clone());
            ui.spawn(async move {
                match typing.become_of(given, command).await {
                    Ok(done) => {
                        ui.say_done(&done);
                        away();
                    }
                    Err(error) => ui.warn(error.message()),
                }
            });
        });
        let (name, on_key) = (format!("came-{id}"), keep.clone());
        view! {
            <li class="came no-print">
                <label for=name.clone()>{ui.t(words::CAME_OF_IT)}</label>
                <div class="new-line-field">
                    <input
                        id=name type="text" autocomplete="off" enterkeyhint="done" form=APART dir="auto"
                        prop:value=typing.text on:input=move |event| typing.write(event_target_value(&event))
                        on:keydown=move |event| {
                            let is_end = matches!(event.key().as_str(), "Enter" | "Escape") && !event.is_composing();
                            if is_end {
                                event.prevent_default();
                                on_key();
                            }
                        }
                    />
                    <Quiet path=icon_paths::CHECK text=words::SAVE on_tap=move || keep()/>
                </div>
            </li>
        }
        .into_any()
    }
}
