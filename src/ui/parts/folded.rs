//! A long list that shows its first rows; a tap shows the rest. On paper all of it stands.

use super::{Icon, icon_paths};
use crate::ui::context::Ui;
use crate::ui::reactive::{drawn, memo};
use crate::ui::words;
use leptos::prelude::*;

/// How many rows are shown; `style/parts.css` counts as many.
const SHOWN: usize = 12;

/// A list that is folded while it is long and nobody opened it. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Folded {
    ui: Ui,
    open: RwSignal<bool>,
    count: Memo<usize>,
}

impl Folded {
    /// A list of so many rows.
    pub fn of(ui: Ui, count: Memo<usize>) -> Folded {
        Folded { ui, open: RwSignal::new(false), count }
    }

    /// For `data-folded` of the list. One row alone is not folded: the button would take its place.
    pub fn folded(self) -> Option<&'static str> {
        (!self.open.get() && self.count.get() > SHOWN + 1).then_some("")
    }

    /// The button that shows the rest.
    pub fn more(self) -> AnyView {
        let folded = memo(move || self.folded().is_some());
        let label = move || words::SHOW_MORE.with("count", self.count.get() - SHOWN).say(self.ui.lang.get());
        let button = move || {
            folded.get().then(|| {
                view! {
                    <div class="deeds no-print">
                        <button type="button" class="quiet" on:click=move |_| self.open.set(true)>
                            <Icon path=icon_paths::DOWN/><span>{label}</span>
                        </button>
                    </div>
                }
            })
        };
        drawn(button).into_any()
    }
}
