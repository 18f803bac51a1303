//! A photo: taken or chosen, made small, and kept in the record like everything else.

use crate::model::field::Field;
use crate::model::photo;
use crate::model::value::Value;
use crate::ports::FileError;
use crate::ui::form::{Form, group};
use crate::ui::parts::{Quiet, icon_paths};
use crate::ui::words;
use leptos::prelude::*;

/// A field that holds a photo.
pub fn view(form: Form, field: &'static Field) -> impl IntoView {
    let ui = form.ui;
    let shown = move || {
        let value = form.value(field.key);
        value.as_ref().and_then(photo::address).map(|address| {
            view! { <img class="photo" src=address.to_owned() alt=ui.t(field.label)/> }
        })
    };
    let take = move || {
        ui.spawn(async move {
            match ui.world().files.pick_picture(photo::MOST).await {
                Ok(address) => form.set(field.key, Value::Text(address)),
                Err(FileError::Cancelled) => {}
                Err(FileError::Failed(cause)) => ui.warn(words::NO_PICTURE.with("cause", cause)),
            }
        });
    };
    let any = move || form.value(field.key).is_some_and(|value| !value.is_blank());
    let controls = view! {
        {move || shown()}
        <div class="deeds">
            <Quiet path=icon_paths::PLUS text=words::TAKE_PHOTO on_tap=take/>
            {move || any().then(|| view! {
                <Quiet path=icon_paths::TRASH text=words::NO_PHOTO on_tap=move || form.set(field.key, Value::Null)/>
            })}
        </div>
    };
    group(form, field, controls)
}
