//! From an open store to the first screen.

use crate::model::kind::Kinds;
use crate::model::text::Message;
use crate::ports::{MakeOutside, World};
use crate::ui::app::App;
use crate::ui::capability::{self, Capability};
use crate::ui::chunk::{Chunk, ChunkMissing};
use crate::ui::context::{Ui, language_of};
use crate::ui::everyday::{self, EVERYDAY};
use crate::ui::screens::{places, who};
use crate::ui::words;
use crate::work::job::Job;
use crate::work::practice::PracticeNotes;
use crate::work::workspace::{WorkError, Workspace};
use futures_util::future::join;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// Why the app did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The book cannot be opened.
    #[error(transparent)]
    Work(#[from] WorkError),
    /// Something that is needed from the start cannot be loaded.
    #[error(transparent)]
    Code(#[from] ChunkMissing),
}

impl StartError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            StartError::Work(error) => error.message(),
            StartError::Code(_) => words::NOT_LOADED_YET.message(),
        }
    }
}

/// Opens the book, mounts the screens of these capabilities, which declare these kinds, and removes the shell that was painted first.
///
/// # Errors
/// If the book cannot be opened; the caller shows why.
pub async fn start(
    world: World,
    capabilities: &'static [&'static Capability],
    kinds: Kinds,
    practice: &'static Chunk<&'static [PracticeNotes]>,
    outside: &'static Chunk<MakeOutside>,
) -> Result<(), StartError> {
    capability::declare(capabilities, kinds);
    places::declare(outside);
    let quiet = Job::quiet();
    let open =
        Workspace::open(world.store.clone(), world.clock.clone(), world.ids.clone(), capability::registry(), &quiet);
    // Only the welcome is there without what is needed every day, which is then fetched behind it.
    let welcome = who::is_first_visit(&world);
    let everyday = async {
        // Where it cannot be had, its place says so.
        if !welcome {
            everyday::obtain().await.ok();
        }
    };
    let (work, ()) = join(open, everyday).await;
    let work = Rc::new(work?);
    if world.practice && work.state().book.seen().count() == 0 {
        let table = EVERYDAY.load().await?;
        (table.practice)(work.clone(), practice.load().await?, language_of(&world)).await?;
    }
    let Some(root) = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok()) else { return Ok(()) };
    let owner = Owner::new();
    let ui = owner.with(|| Ui::new(work.clone(), world.clone()));
    ui.follow_address();
    let mounted = owner.with(|| {
        mount_to(root, move || {
            provide_context(ui);
            view! { <App/> }
        })
    });
    owner.with(|| everyday::connect(ui, owner.clone()));
    // The app stands as long as the page does.
    mounted.forget();
    std::mem::forget(owner);
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    if welcome {
        ui.spawn(async move {
            everyday::obtain().await.ok();
            ui.chunks.update(|count| *count += 1);
        });
    }
    Ok(())
}
