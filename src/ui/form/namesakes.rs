//! Below the name of something new: what is there already under the same name, so that nobody writes it down twice.

use super::Form;
use crate::model::field::{Field, InRow};
use crate::model::namesakes::{found_by_name, namesakes};
use crate::ui::parts::row::record_row;
use crate::ui::reactive::effect;
use crate::ui::typing::KEEP_AFTER;
use crate::ui::words;
use leptos::prelude::*;

/// How many are shown.
const SHOWN: usize = 3;

/// Whether a field is the name of something new that people find by its name.
pub(super) fn looked_for(form: Form, field: &Field) -> bool {
    form.is_new() && field.in_row == InRow::Title && found_by_name(form.kind)
}

/// What bears the name that is being typed. It takes nothing away from whoever types on: two may bear one name.
pub(super) fn view(form: Form, field: &'static Field) -> impl IntoView {
    let (ui, kind) = (form.ui, form.kind);
    let found = RwSignal::new(Vec::new());
    // All names are looked through, and not at every letter: the fingers come first.
    let mut look = debounce(KEEP_AFTER, move |name: String| {
        let names = ui.look(|book, index| namesakes(book, index, kind, &name, SHOWN));
        found.try_set(names);
    });
    effect(move || look(form.text(field.key)));
    let rows = move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let row = |id| view! { <li>{record_row(ui, kind, id, || false)}</li> };
            view! {
                <p class="help">{ui.t(words::NAMESAKE)}</p>
                <ul class="rows" role="list">{found.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! { <div class="namesakes" role="status">{move || rows()}</div> }
}
