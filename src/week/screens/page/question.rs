//! “What came of it?”: asked once of what was just done. It may be left empty.

use super::{Week, focus_later, one_value};
use crate::model::id::Id;
use crate::model::typed::Of;
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::typing::{APART, Typing};
use crate::week::kinds::{TASK, fields as task};
use crate::week::words;
use crate::work::command::Command;
use leptos::prelude::*;

impl Week {
    /// The question under a line that was just done.
    pub(super) fn question(self, id: Id) -> impl IntoView {
        let ui = self.ui;
        let typing = Typing::new(ui, format!("came:{id}"), Some(Of::new(TASK.id, id, [])), String::new());
        let away = move || {
            self.asked.set(None);
            focus_later(format!("open-{id}"));
        };
        let keep = move || {
            let said = typing.text.get_untracked().trim().to_owned();
            if said.is_empty() {
                typing.forget();
                return away();
            }
            let values = one_value(task::CAME_OF_IT.is(said));
            let given = typing.give();
            ui.spawn(async move {
                match typing.become_of(given, Command::Set { kind: TASK.id, id, values }).await {
                    Ok(done) => {
                        ui.say_done(&done);
                        away();
                    }
                    Err(error) => ui.warn(error.message()),
                }
            });
        };
        let name = format!("came-{id}");
        view! {
            <li class="came no-print">
                <label for=name.clone()>{ui.t(words::CAME_OF_IT)}</label>
                <div class="new-line-field">
                    <input
                        id=name type="text" autocomplete="off" enterkeyhint="done" form=APART dir="auto"
                        prop:value=typing.text on:input=move |event| typing.write(event_target_value(&event))
                        on:keydown=move |event| match event.key().as_str() {
                            "Enter" if !event.is_composing() => {
                                event.prevent_default();
                                keep();
                            }
                            "Escape" => keep(),
                            _ => {}
                        }
                    />
                    <Quiet path=icon_paths::CHECK text=words::SAVE on_tap=keep/>
                </div>
            </li>
        }
    }
}
