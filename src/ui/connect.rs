//! Ties the world's news to the app: other tabs, the address, the installation, keys, idle time.

use crate::ports::{Role, TabNews};
use crate::ui::context::Ui;
use crate::ui::route::Route;
use crate::ui::screens::places::{self, PLACES};
use crate::ui::{keys, unsaved};
use crate::work::job::Job;
use crate::work::workspace::News;
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;

/// How long the tablet must be left alone before the log is tidied.
const IDLE: Duration = Duration::from_secs(5);

/// Ties all of it to the app, once, for as long as the page stands.
pub fn connect(ui: Ui) {
    let world = ui.world();
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
            let writes = ui.role.get_untracked() == Role::Writer;
            if writes && matches!(news, News::Records(_) | News::Everything | News::Drafts) {
                tabs.tell(TabNews::Saved);
            }
        }
    });
    receive_files(ui);
    persist_with_the_first_note(ui);
    world.device.on_installed(Box::new(move |installed| ui.installed.set(installed)));
    window_event_listener(leptos::ev::hashchange, move |_| ui.follow_address()).forget_listener();
    window_event_listener(leptos::ev::popstate, move |_| ui.follow_address()).forget_listener();
    keys::listen(ui);
    unsaved::watch(ui);
    tidy_when_idle(ui);
    sync_by_itself(ui);
}

/// Asks the browser not to erase notes by itself, once there are any. Nobody waits for the answer.
fn persist_with_the_first_note(ui: Ui) {
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

/// A file that another app has sent is read where one imports it. Nothing comes in while practicing.
fn receive_files(ui: Ui) {
    if ui.practice() {
        return;
    }
    ui.world().files.on_received(Box::new(move |file| {
        let name = file.name().to_lowercase();
        let table = [".csv", ".tsv", ".txt", ".vcf", ".ics"].iter().any(|end| name.ends_with(end));
        ui.hand_over(file);
        ui.go(if table { Route::SyncTable } else { Route::Sync });
    }));
}

/// Syncs by itself where a place is set up. What that takes is loaded behind the first screen.
fn sync_by_itself(ui: Ui) {
    if ui.practice() {
        return;
    }
    ui.spawn(async move {
        // What cannot be read or loaded now is said where syncing is looked at.
        if ui.work().syncs_somewhere().await.unwrap_or(false)
            && places::obtain().await.is_ok()
            && let Some(places) = PLACES.table()
        {
            (places.begin)(ui);
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
        if matches!(news, News::Records(_) | News::Everything) {
            wait();
        }
    });
}
