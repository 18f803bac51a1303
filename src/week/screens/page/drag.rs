//! A line is dragged to another place, with a finger or a mouse. Keys and buttons do the same.

use super::Week;
use crate::model::id::Id;
use crate::ui::parts::{Icon, icon_paths};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

impl Week {
    /// What a line is held by.
    pub(super) fn grip(self, id: Id) -> impl IntoView {
        let begin = move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            event.prevent_default();
            let held = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if held.is_some_and(|held| held.set_pointer_capture(event.pointer_id()).is_ok()) {
                self.dragged.set(Some(id));
            }
        };
        let drag = move |event: PointerEvent| {
            if self.dragged.get_untracked() == Some(id) {
                self.over.set(under(&event).filter(|(over, _)| *over != id));
            }
        };
        let end = move |_: PointerEvent| {
            let over = self.over.get_untracked();
            self.put_down();
            if let Some((at, behind)) = over {
                self.drop_at(id, at, behind);
            }
        };
        view! {
            <span
                class="grip no-print" aria-hidden="true" on:pointerdown=begin on:pointermove=drag on:pointerup=end
                on:pointercancel=move |_| self.put_down()
            ><Icon path=icon_paths::GRIP/></span>
        }
    }

    fn put_down(self) {
        self.dragged.set(None);
        self.over.set(None);
    }
}

/// The line under a pointer, and whether that is in its lower half.
fn under(event: &PointerEvent) -> Option<(Id, bool)> {
    #[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let line = document().element_from_point(x, y)?.closest("[data-line]").ok()??;
    let place = line.get_bounding_client_rect();
    let behind = f64::from(y) > place.top() + place.height() / 2.0;
    Some((line.get_attribute("data-line")?.parse().ok()?, behind))
}
