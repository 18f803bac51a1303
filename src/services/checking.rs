//! On the page of a service: it is handed over, or its organization is asked whether it is still so.

use super::answers::{Directory, as_it_stands};
use super::handing::{Handed, Handing, clock, dialog};
use super::to_check::{Letter, language_of, letter};
use super::words;
use crate::model::id::Id;
use crate::model::text::Lang;
use crate::ui::context::Ui;
use crate::ui::parts::{Icon, Quiet, icon_paths, sharing};
use crate::ui::reactive::{drawn, memo};
use crate::ui::words as common;
use leptos::prelude::*;

/// What can be done with an entry.
pub fn section(ui: Ui, id: Id) -> impl IntoView {
    let handing = Handing(RwSignal::new(None));
    let lang = RwSignal::new(ui.look(|book, _| language_of(book, id, ui.lang.get_untracked())));
    let printed = RwSignal::new(false);
    let found = memo(move || {
        Directory::FOLLOWS.iter().for_each(|kind| ui.follow(kind));
        let (clock, lang) = (clock(ui), lang.get());
        ui.look(|book, index| letter(book, &as_it_stands(book, index, id, &clock)?, &clock, lang))
    });
    let give = move || {
        let lang = ui.lang.get_untracked();
        handing.0.set(Some(Handed { service: id, site: None, lang }));
    };
    let text = move || found.with_untracked(|found| found.as_ref().map(|found| found.text.clone()).unwrap_or_default());
    let share = move || sharing::share_or_copy(ui, text(), words::COPIED, words::NOT_COPIED);
    let print = move || {
        printed.set(true);
        // Once the paper is drawn.
        request_animation_frame(|| drop(window().print()));
    };
    let after = window_event_listener_untyped("afterprint", move |_| printed.set(false));
    on_cleanup(move || after.remove());
    let links = move || {
        // What is for practice never leaves.
        let Letter { email, message, .. } = found.get().filter(|_| !ui.practice())?;
        let link = |path: &'static str, text, to: Option<String>| {
            to.map(|to| view! { <a class="quiet" href=to><Icon path=path/><span>{ui.t(text)}</span></a> })
        };
        Some(view! { {link(icon_paths::MAIL, common::WRITE, email)}{link(icon_paths::PHONE, common::TEXT, message)} })
    };
    let one = move |to: Lang, name: &'static str| {
        let is = move || (lang.get() == to).to_string();
        view! { <button type="button" lang=to.tag() aria-pressed=is on:click=move |_| lang.set(to)>{name}</button> }
    };
    let paper = move || {
        let letter = printed.get().then(|| found.get()).flatten()?;
        let lines = letter.text.split('\n').map(|line| view! { <p dir="auto">{line.to_owned()}</p> }).collect_view();
        Some(
            view! { <article class="handed-paper print-only" data-paper="letter" lang=lang.get().tag()>{lines}</article> },
        )
    };
    let asks = move || {
        found.with(Option::is_some).then(|| {
            let send = if sharing::can_share() { words::SHARE } else { words::COPY };
            view! {
                <section class="group no-print">
                    <h2>{ui.t(words::CHECK)}</h2>
                    <p class="soft">{ui.t(words::CHECK_WHAT)}</p>
                    <div class="tongues" role="group" aria-label=ui.t(words::CHECK_LANGUAGE)>
                        {one(Lang::En, "English")}{one(Lang::Es, "Español")}
                    </div>
                    <div class="deeds">
                        {drawn(links)}
                        <Quiet path=icon_paths::SHARE text=send on_tap=share/>
                        <Quiet path=icon_paths::PRINT text=common::PRINT on_tap=print/>
                    </div>
                </section>
            }
        })
    };
    view! {
        <div class="deeds no-print"><Quiet path=icon_paths::SHARE text=words::GIVE on_tap=give/></div>
        {drawn(asks)}
        {drawn(paper)}
        {dialog(ui, handing)}
    }
}
