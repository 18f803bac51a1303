//! What is shown while code is being loaded, and where it could not be.

use crate::ui::chunk::AnyChunk;
use crate::ui::context::{Head, Ui};
use crate::ui::parts::{Empty, icon_paths};
use crate::ui::words;
use futures_util::future::try_join_all;
use leptos::prelude::*;

/// How far the loading is.
#[derive(Clone, Copy, PartialEq)]
enum Loading {
    UnderWay,
    Failed,
    Done,
}

/// What is drawn with the code of these chunks: at once where it is there; otherwise as soon as it was loaded.
pub fn shown_with(ui: Ui, chunks: Vec<&'static dyn AnyChunk>, draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    shown_by(ui, chunks, Box::new(draw))
}

fn shown_by(ui: Ui, chunks: Vec<&'static dyn AnyChunk>, draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    if chunks.iter().all(|chunk| chunk.is_there()) {
        return draw();
    }
    let state = RwSignal::new(Loading::UnderWay);
    let chunks = StoredValue::new(chunks);
    let load = move || {
        state.set(Loading::UnderWay);
        ui.spawn(async move {
            let wanted = chunks.try_get_value().unwrap_or_default();
            let done = try_join_all(wanted.into_iter().map(|chunk| chunk.obtain())).await;
            ui.chunks.update(|count| *count += 1);
            // Whoever has gone elsewhere meanwhile is not called back.
            state.try_set(if done.is_ok() { Loading::Done } else { Loading::Failed });
        });
    };
    load();
    (move || match state.get() {
        Loading::Done => draw(),
        Loading::UnderWay => view! { <p class="loading" role="status">{ui.t(words::LOADING)}</p> }.into_any(),
        Loading::Failed => {
            ui.head(move || Head { title: words::NOT_LOADED.get(ui.lang.get()).to_owned(), ..Head::default() });
            view! {
                <div class="page">
                    <Empty path=icon_paths::DOWNLOAD title=words::NOT_LOADED_YET purpose=words::NOT_LOADED_HINT>
                        <button type="button" class="primary" on:click=move |_| load()>{ui.t(words::TRY_AGAIN)}</button>
                        // Where another tab has gone on to a newer version, the parts of this one are gone for good.
                        <button type="button" class="quiet" on:click=move |_| ui.world().device.reload()>{ui.t(words::RELOAD)}</button>
                    </Empty>
                </div>
            }
            .into_any()
        }
    })
    .into_any()
}
