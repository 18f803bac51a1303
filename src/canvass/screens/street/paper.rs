//! The street on paper: a list with codes and boxes, for a day without tablets.

use super::sides::say_standing;
use super::{Screen, first_outcomes};
use crate::canvass::kinds::door::DOOR;
use crate::canvass::knock::Knocking;
use crate::canvass::standing::Rest;
use crate::canvass::{code, words};
use crate::model::date;
use leptos::prelude::*;

impl Screen {
    /// Prints the street.
    pub(crate) fn print(self) {
        self.paper.set(true);
        request_animation_frame(move || {
            // It stays, unseen, for browsers that go on before the paper is out.
            if let Err(error) = window().print() {
                leptos::logging::error!("printing failed: {error:?}");
            }
        });
    }

    pub(crate) fn paper_twin(self) -> impl IntoView {
        let ui = self.ui;
        let (lang, today) = (ui.lang.get(), ui.work().now().today());
        let heads =
            first_outcomes().map(|outcome| view! { <th scope="col">{outcome.label.get(lang)}</th> }).collect_view();
        let rows = self.street.with(|street| {
            let doors =
                street.as_deref().map(|street| street.walk(self.knocking.with(Knocking::walk))).unwrap_or_default();
            doors
                .into_iter()
                // Whoever asked not to be contacted stands on no list that people walk with.
                .filter(|door| door.standing.rest != Some(Rest::DoNotContact))
                .map(|door| {
                    let last = say_standing(&door.standing, today, lang);
                    let boxes = first_outcomes().map(|_| view! { <td class="box">"☐"</td> }).collect_view();
                    view! {
                        <tr>
                            <td class="num">{code::code(door.id)}</td>
                            <th scope="row" dir="auto">{door.address.clone()}</th>
                            <td>{last}</td>
                            {boxes}
                            <td class="notes"></td>
                        </tr>
                    }
                })
                .collect_view()
        });
        let town = self.street.with(|street| street.as_deref().map(|street| street.town.clone()).unwrap_or_default());
        view! {
            <section class="paper print-only" data-walked="">
                <p dir="auto">{town}</p>
                <p>{words::PAPER_DATE.with("date", date::say_day(today, lang)).say(lang)}</p>
                <table>
                    <thead><tr>
                        <th scope="col">{words::PAPER_CODE.get(lang)}</th>
                        <th scope="col">{DOOR.name.get(lang)}</th>
                        <th scope="col">{words::PAPER_LAST.get(lang)}</th>
                        {heads}
                        <th scope="col">{words::PAPER_NOTES.get(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    }
}
