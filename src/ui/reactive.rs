//! Memos and effects that are compiled once for a type and not for every closure, of which there are many.

use leptos::prelude::*;

/// What follows from signals: worked out anew when one of them changes, and told on only where it is another then.
pub fn memo<T: PartialEq + Send + Sync + 'static>(find: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_by(Box::new(find))
}

fn memo_by<T: PartialEq + Send + Sync + 'static>(find: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| find())
}

/// Does something whenever a signal changes that it has read.
pub fn effect(act: impl FnMut() + 'static) {
    effect_by(Box::new(act));
}

fn effect_by(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}

/// A view that is drawn anew whenever a signal changes that it has read.
pub fn drawn<V: IntoView + 'static>(mut draw: impl FnMut() -> V + Send + 'static) -> impl IntoView {
    view! { {move || draw()} }
}
