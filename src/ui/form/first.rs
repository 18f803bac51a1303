//! The form of something new that asks a few things first and folds away the rest.

use super::controls::focus_control;
use super::folded::fold;
use super::{Form, address_book, section_view};
use crate::model::asked_first::{asked_first, speaks_up};
use crate::model::field::Field;
use crate::model::guide::GuidePart;
use crate::ui::words;
use leptos::prelude::*;

/// What is asked first, and the fold with the rest of a form that is laid out so; none where it asks for everything at
/// once.
pub(super) fn view(form: Form, laid_out: &[(GuidePart, bool)]) -> Option<impl IntoView + use<>> {
    let first = asked_first(form.kind);
    let (name, (whole, _)) = (*first.first()?, laid_out.first()?);
    if !form.is_new() {
        return None;
    }
    let part = |of: &GuidePart, fields: Vec<&'static Field>| GuidePart { fields, ..of.clone() };
    let later = |(of, _): &(GuidePart, bool)| {
        let fields: Vec<_> = of.fields.iter().copied().filter(|field| field.asked_first.is_none()).collect();
        (!fields.is_empty()).then(|| part(of, fields))
    };
    let rest: Vec<GuidePart> = laid_out.iter().filter_map(later).collect();
    let folded: Vec<&'static Field> = rest.iter().flat_map(|part| &part.fields).copied().collect();
    let speaks = move |tried: bool| {
        let says = |field: &&'static Field| {
            let problem = form.check(field).filter(|_| tried);
            speaks_up(field, form.value(field.key).as_ref(), problem.as_ref())
        };
        folded.iter().any(says)
    };
    // Whoever begins something new has a name in mind.
    if form.text_now(name.key).is_empty() {
        let id = form.control_id(name);
        request_animation_frame(move || focus_control(&id));
    }
    let rest = rest.iter().map(|part| section_view(form, part)).collect_view();
    let summary = view! { {form.ui.t(words::MORE_DETAILS)} };
    let fold = fold(form, "more rest", Box::new(speaks), summary.into_any(), rest.into_any());
    Some(view! { {address_book::view(form)} {section_view(form, &part(whole, first))} {fold} })
}
