//! From an open store to the first screen.

use crate::model::kind::Kinds;
use crate::model::text::Message;
use crate::ports::{Role, TabNews, World};
use crate::ui::capability::{self, Capability};
use crate::ui::chunk::{Chunk, ChunkMissing};
use crate::ui::context::Ui;
use crate::ui::shell::App;
use crate::ui::{unsaved, words};
use crate::work::job::Job;
use crate::work::practice::{self as sample, PracticeNotes};
use crate::work::workspace::{WorkError, Workspace};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long the tablet must be left alone before the log is tidied.
const IDLE: Duration = Duration::from_secs(5);

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
) -> Result<(), StartError> {
    capability::declare(capabilities, kinds);
    let work = Workspace::open(
        world.store.clone(),
        world.clock.clone(),
        world.ids.clone(),
        capability::registry(),
        &Job::quiet(),
    )
    .await?;
    let work = Rc::new(work);
    if world.practice && work.state().book.seen().count() == 0 {
        work.set_role(Role::Writer).await?;
        let made_up = practice.load().await?;
        work.run(sample::notes(&work, made_up.iter().copied())).await?;
    }
    let Some(root) = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok()) else { return Ok(()) };
    let owner = Owner::new();
    let ui = owner.with(|| Ui::new(work.clone(), world.clone()));
    ui.follow_address();
    connect(ui, &world);
    let mounted = owner.with(|| {
        mount_to(root, move || {
            provide_context(ui);
            view! { <App/> }
        })
    });
    // The app stands as long as the page does.
    mounted.forget();
    std::mem::forget(owner);
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    Ok(())
}

/// Ties the world's news to the app: other tabs, the address, the installation, idle time.
fn connect(ui: Ui, world: &World) {
    let tabs = world.tabs.clone();
    tabs.on_role(Box::new(move |role| {
        ui.spawn(async move {
            let work = ui.work();
            if let Err(error) = work.set_role(role).await {
                ui.warn(error.message());
            }
            // Nothing is lost if it fails, and the next start tries again.
            if let Err(error) = work.forget_lost().await {
                leptos::logging::warn!("sound of no recording could not be removed: {error}");
            }
        });
    }));
    let handing = tabs.clone();
    tabs.on_news(Box::new(move |news| match news {
        TabNews::Saved => ui.spawn(async move {
            let work = ui.work();
            if let Err(error) = work.catch_up().await {
                ui.warn(error.message());
            }
        }),
        TabNews::Reset => ui.world().device.reload(),
        TabNews::HandOver if ui.role.get_untracked() == Role::Writer => {
            let handing = handing.clone();
            ui.spawn(async move {
                // What is being saved is saved before another tab takes over.
                let work = ui.work();
                // What this window alone holds does not go to another one by itself.
                if let Err(error) = work.save_again().await {
                    return ui.warn(error.message());
                }
                if work.set_role(Role::Follower).await.is_ok() {
                    handing.yield_role();
                }
            });
        }
        TabNews::HandOver => {}
    }));
    ui.work().listen({
        let tabs = world.tabs.clone();
        move |news| {
            use crate::work::workspace::News;
            let writes = ui.role.get_untracked() == Role::Writer;
            if writes && matches!(news, News::Records(_) | News::Everything | News::Drafts) {
                tabs.tell(TabNews::Saved);
            }
        }
    });
    persist_with_the_first_note(ui);
    world.device.on_installed(Box::new(move |installed| ui.installed.set(installed)));
    window_event_listener(leptos::ev::hashchange, move |_| ui.follow_address()).forget_listener();
    window_event_listener(leptos::ev::popstate, move |_| ui.follow_address()).forget_listener();
    unsaved::watch(ui);
    tidy_when_idle(ui);
}

/// Asks the browser not to erase notes by itself, once there are any. Nobody waits for the answer.
fn persist_with_the_first_note(ui: Ui) {
    use crate::work::workspace::News;
    let asked = Cell::new(ui.practice());
    ui.work().listen(move |news| {
        if matches!(news, News::Records(_) | News::Everything | News::State)
            && ui.work().state().book.seen().count() > 0
            && !asked.replace(true)
        {
            ui.world().device.persist_in_passing();
        }
    });
}

/// A listener that stays for the life of the page.
trait ForgetListener {
    fn forget_listener(self);
}

impl ForgetListener for WindowListenerHandle {
    fn forget_listener(self) {
        std::mem::forget(self);
    }
}

/// Tidies the log some time after the last change, when nobody waits for anything.
fn tidy_when_idle(ui: Ui) {
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let wait = move || {
        waiting.update_value(|handle| {
            if let Some(handle) = handle.take() {
                handle.clear();
            }
            let tidy = move || {
                ui.spawn(async move {
                    let work = ui.work();
                    // Nothing is lost if it fails, and the next idle time tries again.
                    let job = Job::new(ui.world().pace, |_| {});
                    let verified = work.verify(&job).await;
                    let prepared = work.prepare_snapshot(&job).await;
                    if let Err(error) = verified.and(prepared).and(work.compact().await) {
                        leptos::logging::warn!("the log could not be tidied: {error}");
                    }
                });
            };
            *handle = set_timeout_with_handle(tidy, IDLE).ok();
        });
    };
    wait();
    ui.work().listen(move |news| {
        if matches!(news, crate::work::workspace::News::Records(_) | crate::work::workspace::News::Everything) {
            wait();
        }
    });
}
