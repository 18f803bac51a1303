//! Below the name of something new: what is there already under the same name, so that nobody writes it down twice.

use super::Form;
use crate::model::field::{Field, InRow};
use crate::model::namesakes::{found_by_name, namesakes};
use crate::ui::parts::row::record_row;
use crate::ui::reactive::memo;
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
    let found = memo(move || {
        let name = form.text(field.key);
        // Looked for at a letter, and not once more when a save changes what is there.
        ui.look(|book, index| namesakes(book, index, kind, &name, SHOWN))
    });
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
