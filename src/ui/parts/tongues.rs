//! The language in which something is read out to somebody, who may speak another than the staff reads.

use crate::model::text::Lang;
use crate::ui::context::Ui;
use crate::ui::words;
use leptos::prelude::*;

/// The preference that keeps the language in which questions were read out last.
const READ_IN: &str = "asks_in";

/// The language that was chosen last, or that of the interface.
pub fn read_in_last(ui: Ui) -> Lang {
    let last = ui.world().prefs.get(READ_IN).and_then(|tag| Lang::from_tag(&tag));
    last.unwrap_or_else(|| ui.lang.get_untracked())
}

/// One tap turns what is read out into the other language. `chosen` hears of it.
pub fn tongues(ui: Ui, lang: RwSignal<Lang>, chosen: impl Fn(Lang) + Send + Sync + 'static) -> impl IntoView {
    tongues_by(ui, lang, std::sync::Arc::new(chosen))
}

fn tongues_by(ui: Ui, lang: RwSignal<Lang>, chosen: std::sync::Arc<dyn Fn(Lang) + Send + Sync>) -> AnyView {
    let one = move |to: Lang| {
        let chosen = chosen.clone();
        let pressed = move || (lang.get() == to).to_string();
        let tap = move |_| {
            lang.set(to);
            ui.world().prefs.set(READ_IN, to.tag());
            chosen(to);
        };
        let name = match to {
            Lang::En => "English",
            Lang::Es => "Español",
        };
        view! { <button type="button" lang=to.tag() aria-pressed=move || pressed() on:click=tap>{name}</button> }
    };
    view! {
        <div class="tongues no-print" role="group" aria-label=ui.t(words::READ_IN)>
            {Lang::ALL.map(one).into_iter().collect_view()}
        </div>
    }
    .into_any()
}
