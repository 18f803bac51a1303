//! What stands at the head of whatever is printed: the library's name and logo, and that practice is practice.

use crate::model::library::{LIBRARY, fields as library};
use crate::model::photo;
use crate::ports;
use crate::ui::context::Ui;
use crate::ui::reactive::drawn;
use crate::work::library::library_id;
use leptos::prelude::*;

/// The head of every print.
pub fn letterhead(ui: Ui) -> impl IntoView {
    drawn(move || {
        let record = ui.record(&LIBRARY, library_id());
        let record = record.as_deref();
        let words = |words: Option<&str>| words.map(str::to_owned).filter(|words| !words.trim().is_empty());
        let name = words(record.and_then(|record| library::NAME.of(record)));
        let line = words(record.and_then(|record| library::LINE.of(record)));
        let logo = record.and_then(|record| record.get(library::LOGO)).and_then(photo::address).map(str::to_owned);
        let practice = ui.practice();
        (name.is_some() || logo.is_some() || practice).then(|| {
            view! {
                <div class="letterhead print-only">
                    {logo.map(|logo| view! { <img src=logo alt=""/> })}
                    <div>
                        {name.map(|name| view! { <b dir="auto">{name}</b> })}
                        {line.map(|line| view! { <span dir="auto">{line}</span> })}
                    </div>
                    {practice.then(|| view! { <strong>{ui.t(ports::PRACTICE)}</strong> })}
                </div>
            }
        })
    })
}
