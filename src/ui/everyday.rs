//! What is needed every day, and only the welcome of a first visit does without: the frame, Today, who is asked, all that
//! writes, and what ties other tabs, keys and idle time to the app.
//!
//! It is fetched beside the notes when the app starts, and behind the welcome on a first visit, so no command can be given
//! before what carries it out is there.

use crate::chunk;
use crate::model::text::Lang;
use crate::ports::Role;
use crate::ui::capability::{self, PageView};
use crate::ui::chunk::{AnyChunk, ChunkMissing};
use crate::ui::context::Ui;
use crate::ui::loading::shown_with;
use crate::ui::reactive::effect;
use crate::ui::screens::who;
use crate::ui::{connect, shell};
use crate::work::practice::{self, PracticeNotes};
use crate::work::workspace::{WorkError, Workspace};
use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, try_join_all};
use leptos::prelude::*;
use std::rc::Rc;

/// The table of what is needed every day.
pub struct Everyday {
    /// Asks who is using the tablet.
    pub ask: PageView,
    /// The frame, with the screen where one is.
    pub frame: PageView,
    /// Ties the world's news to the app.
    connect: fn(Ui),
    /// Writes made-up notes into an empty book.
    pub practice: fn(Rc<Workspace>, &'static [PracticeNotes], Lang) -> Writing,
}

/// Something that is being written.
type Writing = LocalBoxFuture<'static, Result<(), WorkError>>;

static OF_EVERY_DAY: Everyday = Everyday {
    ask: |ui| who::ask(ui).into_any(),
    frame: shell::frame,
    connect: connect::connect,
    practice: |work, made_up, lang| make_up(work, made_up, lang).boxed_local(),
};

chunk! {
    /// What is needed every day.
    pub static EVERYDAY: Everyday = everyday => OF_EVERY_DAY;
}

async fn make_up(work: Rc<Workspace>, made_up: &'static [PracticeNotes], lang: Lang) -> Result<(), WorkError> {
    work.set_role(Role::Writer).await?;
    work.run(practice::notes(&work, made_up.iter().copied(), lang)).await?;
    Ok(())
}

/// The code of all of it: what capabilities put on Today comes in the same file.
fn needed() -> Vec<&'static dyn AnyChunk> {
    let everyday: &'static dyn AnyChunk = &EVERYDAY;
    std::iter::once(everyday).chain(capability::needed_on_today()).collect()
}

/// Loads all of it, unless it is there.
///
/// # Errors
/// If it can be had from nowhere.
pub async fn obtain() -> Result<(), ChunkMissing> {
    try_join_all(needed().into_iter().map(|chunk| chunk.obtain())).await.map(drop)
}

/// Draws something of it, once it is loaded.
pub fn shown(ui: Ui, what: fn(&'static Everyday) -> PageView) -> AnyView {
    shown_with(ui, needed(), move || EVERYDAY.table().map(|everyday| what(everyday)(ui)).into_any())
}

/// Ties the world's news to the app as soon as it is loaded, and once. What that takes is the owner's, which lives as long
/// as the page.
pub fn connect(ui: Ui, owner: Owner) {
    let mut connected = false;
    let mut connect = move || {
        if let Some(everyday) = EVERYDAY.table().filter(|_| !connected) {
            connected = true;
            untrack(|| owner.with(|| (everyday.connect)(ui)));
        }
    };
    connect();
    effect(move || {
        ui.chunks.track();
        connect();
    });
}
