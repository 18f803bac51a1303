//! A list of any length: only the rows in sight are drawn.

use crate::model::id::Id;
use crate::model::listed::Listed;
use crate::ui::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Rows drawn beyond each edge, so that a flick does not show a gap.
const BEYOND: usize = 8;
/// The height of a row before the style is known, in px.
const ROW_PX: f64 = 72.0;

/// A list whose rows all have the height `--row-h`.
#[component]
pub fn VirtualList<V: IntoView + 'static>(
    /// The records, in order.
    #[prop(into)]
    ids: Signal<Arc<Listed>>,
    /// Draws a row.
    row: impl Fn(Id) -> V + Copy + Send + Sync + 'static,
    /// The record to bring into sight, if any.
    #[prop(into)]
    shown: Signal<Option<Id>>,
    /// What the list is called, for screen readers.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    virtual_list(ids, Arc::new(move |id| row(id).into_any()), shown, label)
}

fn virtual_list(
    ids: Signal<Arc<Listed>>,
    row: Arc<dyn Fn(Id) -> AnyView + Send + Sync>,
    shown: Signal<Option<Id>>,
    label: Signal<String>,
) -> AnyView {
    let list = NodeRef::<html::Div>::new();
    let row_px = RwSignal::new(ROW_PX);
    let sight = RwSignal::new((0.0, 0.0));
    let look = move || {
        if let Some(list) = list.get_untracked() {
            let list: &Element = &list;
            sight.set((f64::from(list.scroll_top()), f64::from(list.client_height())));
        }
    };
    effect(move || {
        let Some(element) = list.get() else { return };
        row_px.set(row_height(&element).unwrap_or(ROW_PX));
        look();
        let on_resize = Closure::<dyn FnMut()>::new(look);
        if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(&element);
            let held = StoredValue::new_local(Some((observer, on_resize)));
            on_cleanup(move || {
                held.update_value(|held| {
                    if let Some((observer, _)) = held.take() {
                        observer.disconnect();
                    }
                });
            });
        }
    });
    // The record that is shown comes into sight when it changes, not whenever the list does.
    Effect::new(move |last: Option<Option<Id>>| {
        let shown = shown.get();
        if last.flatten() != shown
            && let (Some(id), Some(element)) = (shown, list.get())
            && let Some(at) = ids.with_untracked(|ids| ids.position(id))
        {
            let (top, height) = sight.get_untracked();
            let (row, row_px) = (at as f64 * row_px.get_untracked(), row_px.get_untracked());
            if row < top || row + row_px > top + height {
                element.set_scroll_top((row - (height - row_px) / 2.0).max(0.0) as i32);
            }
        }
        shown
    });
    let range = memo(move || {
        let (row_px, (top, height)) = (row_px.get(), sight.get());
        in_sight(ids.with(|ids| ids.len()), row_px, top, height)
    });
    let count = memo(move || ids.with(|ids| ids.len()));
    let rows = memo(move || ids.with(|ids| ids.range(range.get())));
    // A row that another one pushes on stays, and moves: it is drawn once for each record that comes into sight.
    let at = move |id: Id| {
        let within = rows.with(|rows| rows.iter().position(|known| *known == id));
        range.get().start + within.unwrap_or_default()
    };
    view! {
        <div class="list" node_ref=list on:scroll=move |_| look()>
            <ul
                class="list-space"
                role="list"
                aria-label=label
                style:block-size=move || format!("{}px", count.get() as f64 * row_px.get())
            >
                <For each=move || rows.get() key=|id| *id let:id>
                    {
                        let at = memo(move || at(id));
                        view! {
                            <li
                                aria-posinset=move || (at.get() + 1).to_string()
                                aria-setsize=move || count.get().to_string()
                                style:translate=move || format!("0 {}px", at.get() as f64 * row_px.get())
                            >
                                {row(id)}
                            </li>
                        }
                    }
                </For>
            </ul>
        </div>
    }
    .into_any()
}

/// The rows to draw: those in sight and a few beyond.
fn in_sight(count: usize, row_px: f64, top: f64, height: f64) -> Range<usize> {
    // Before the first measure a screenful is drawn, so that there is no empty paint.
    let height = if height > 0.0 { height } else { 1000.0 };
    let first = ((top / row_px) as usize).saturating_sub(BEYOND);
    let last = ((top + height) / row_px) as usize + 1 + BEYOND;
    first.min(count)..last.min(count)
}

fn row_height(element: &Element) -> Option<f64> {
    let style = window().get_computed_style(element).ok()??;
    let height = style.get_property_value("--row-h").ok()?;
    height.trim().strip_suffix("px")?.parse().ok().filter(|px| *px > 0.0)
}
