//! Syncs with the places by itself, one at a time, and says how far it is.

use super::{outside, words};
use crate::exchange::places::Address;
use crate::exchange::sync::{Agreed, SyncError, Synced, Told};
use crate::exchange::syncing::report::Report;
use crate::exchange::syncing::settings::{Reach, Setting};
use crate::exchange::syncing::when::{Event, When};
use crate::ports::{Http, Place, PlaceError, Role};
use crate::ui::context::Ui;
use crate::ui::reactive::effect;
use crate::ui::waking::on_waking;
use crate::work::job::Job;
use crate::work::tablets::tablet_name;
use crate::work::workspace::News;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::time::Duration;

/// A place, and what came of syncing with it.
#[derive(Clone, PartialEq)]
pub struct Known {
    /// How it was set up.
    pub setting: Setting,
    /// What came of it last.
    pub report: Report,
}

/// What is being synced with.
#[derive(Clone)]
struct Running {
    id: String,
    job: Job,
}

/// What is kept for as long as the app runs.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    /// When to sync with each place.
    when: BTreeMap<String, When>,
    /// What was asked for while something else was under way.
    queue: VecDeque<(String, Agreed)>,
    timer: Option<TimeoutHandle>,
    begun: bool,
    signals: Option<Signals>,
}

#[derive(Clone, Copy)]
struct Signals {
    places: RwSignal<Option<Vec<Known>>, LocalStorage>,
    running: RwSignal<Option<Running>, LocalStorage>,
    far: RwSignal<f64>,
}

/// Syncing, wherever it is looked at from. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Syncing {
    ui: Ui,
    signals: Signals,
}

impl Syncing {
    /// The one there is.
    pub fn of(ui: Ui) -> Syncing {
        let kept: Kept = ui.of_room();
        let mut inner = kept.0.borrow_mut();
        let signals = *inner.signals.get_or_insert_with(|| {
            ui.for_the_page(|| Signals {
                places: RwSignal::new_local(None),
                running: RwSignal::new_local(None),
                far: RwSignal::new(0.0),
            })
        });
        Syncing { ui, signals }
    }

    fn inner<R>(self, look: impl FnOnce(&mut Inner) -> R) -> R {
        let kept: Kept = self.ui.of_room();
        let mut inner = kept.0.borrow_mut();
        look(&mut inner)
    }

    /// The places, followed; none until they were read.
    pub fn places(self) -> Option<Vec<Known>> {
        self.signals.places.get()
    }

    /// Whether there is a place, followed.
    pub fn any(self) -> bool {
        self.signals.places.with(|known| known.as_ref().is_some_and(|known| !known.is_empty()))
    }

    /// How far syncing with a place is, from 0 to 1, followed; none where it is not under way.
    pub fn far(self, id: &str) -> Option<f64> {
        let under_way = self.signals.running.with(|running| running.as_ref().is_some_and(|running| running.id == id));
        under_way.then(|| self.signals.far.get())
    }

    /// Stops what is under way, at its next step; it goes on there the next time.
    pub fn stop(self) {
        self.inner(|inner| inner.queue.clear());
        self.signals.running.with_untracked(|running| {
            if let Some(running) = running {
                running.job.cancel();
            }
        });
    }

    /// Reads the places and what came of them.
    pub async fn look(self) {
        let work = self.ui.work();
        let mut known = Vec::new();
        match work.places().await {
            Ok(settings) => {
                for setting in settings {
                    let report = work.place_report(&setting.id).await.unwrap_or_default();
                    known.push(Known { setting, report });
                }
            }
            Err(error) => return self.ui.warn(error.message()),
        }
        self.inner(|inner| inner.when.retain(|id, _| known.iter().any(|one| one.setting.id == *id)));
        self.signals.places.try_set(Some(known));
    }

    /// Begins to sync by itself, once, for as long as the page stands.
    pub fn begin(self) {
        if self.ui.practice() || self.inner(|inner| std::mem::replace(&mut inner.begun, true)) {
            return;
        }
        let ui = self.ui;
        ui.work().listen(move |news| {
            let noted = matches!(news, News::Records(_) | News::Everything);
            if noted && !self.signals.running.with_untracked(Option::is_some) {
                self.hear_all(Event::Noted);
            }
        });
        on_waking(move || self.hear_all(Event::Woke));
        // Whoever takes over from another tab goes on with it, whichever screen began it.
        ui.for_the_page(|| {
            effect(move || {
                if ui.role.get() == Role::Writer {
                    ui.spawn(async move {
                        self.look().await;
                        self.hear_all(Event::Woke);
                    });
                }
            });
        });
    }

    /// Something happened that bears on all places.
    fn hear_all(self, event: Event) {
        let ids = self
            .signals
            .places
            .with_untracked(|known| known.iter().flatten().map(|known| known.setting.id.clone()).collect::<Vec<_>>());
        let now = self.ui.work().now().ms;
        self.inner(|inner| {
            ids.into_iter().for_each(|id| inner.when.entry(id).or_default().hear(event, now, chance()));
        });
        self.wait();
    }

    /// Waits for what is due next.
    fn wait(self) {
        let now = self.ui.work().now().ms;
        let due = self.inner(|inner| {
            if let Some(timer) = inner.timer.take() {
                timer.clear();
            }
            inner.when.values().filter_map(|when| when.wait(now)).min()
        });
        let Some(due) = due else { return };
        let timer = set_timeout_with_handle(move || self.due(), Duration::from_millis(due.unsigned_abs())).ok();
        self.inner(|inner| inner.timer = timer);
    }

    /// Syncs with whatever is due by now.
    fn due(self) {
        // What is hidden is not looked at, and a browser may stop it at any moment. It is due at once when it is seen.
        if document().hidden() || self.ui.role.get_untracked() != Role::Writer {
            return;
        }
        let now = self.ui.work().now().ms;
        let online = self.ui.world().device.online();
        let known = self.signals.places.get_untracked().unwrap_or_default();
        for Known { setting, .. } in known {
            let due = self.inner(|inner| inner.when.get(&setting.id).is_some_and(|when| when.wait(now) == Some(0)));
            if !due {
                continue;
            }
            if online || setting.reach == Reach::Folder {
                self.sync(setting.id, Agreed::default());
            } else {
                // The network that comes back says so.
                self.inner(|inner| inner.when.remove(&setting.id));
            }
        }
        self.wait();
    }

    /// Syncs with every place now.
    pub fn sync_all(self) {
        let known = self.signals.places.get_untracked().unwrap_or_default();
        known.into_iter().for_each(|known| self.sync(known.setting.id, Agreed::default()));
    }

    /// Syncs with a place as soon as nothing else is under way, by what somebody agreed to.
    pub fn sync(self, id: String, agreed: Agreed) {
        if self.ui.role.get_untracked() == Role::Follower {
            return self.ui.toast(words::FOLLOWS, None);
        }
        let begin = self.inner(|inner| {
            inner.when.remove(&id);
            let under_way = self.signals.running.with_untracked(|running| running.as_ref().map(|one| one.id.clone()));
            if under_way.as_ref() != Some(&id) && !inner.queue.iter().any(|(queued, _)| *queued == id) {
                inner.queue.push_back((id, agreed));
            }
            under_way.is_none()
        });
        if begin {
            self.next();
        }
    }

    /// Goes on with what was asked for.
    fn next(self) {
        let Some((id, agreed)) = self.inner(|inner| inner.queue.pop_front()) else { return self.wait() };
        let known = self.signals.places.get_untracked().unwrap_or_default();
        let Some(Known { setting, report }) = known.into_iter().find(|known| known.setting.id == id) else {
            return self.next();
        };
        let far = self.signals.far;
        far.set(0.0);
        let job = Job::new(self.ui.world().pace, move |done| far.set(done.clamp(0.0, 1.0)));
        self.signals.running.set(Some(Running { id: id.clone(), job: job.clone() }));
        self.ui.spawn(async move {
            let work = self.ui.work();
            let result = self.exchange(&setting, agreed, &job).await;
            let now = work.now().ms;
            let report = report.after(&result, now);
            self.inner(|inner| inner.when.entry(id.clone()).or_default().hear(report.event(), now, chance()));
            if let Err(error) = work.keep_place_report(&id, &report).await {
                self.ui.warn(error.message());
            }
            self.look().await;
            self.signals.running.set(None);
            self.next();
        });
    }

    async fn exchange(self, setting: &Setting, agreed: Agreed, job: &Job) -> Result<Synced, SyncError> {
        let work = self.ui.work();
        let place = open(self.ui, setting).await?;
        // Where nothing was noted yet, there is nothing that would be mixed.
        let empty = work.state().book.seen().count() == 0;
        // Sound is large: where the browser tells that every byte costs, it waits for another network.
        let sound = setting.sound && !outside(self.ui).is_ok_and(|outside| outside.http.is_metered());
        let agreed = Agreed { other_org: agreed.other_org || setting.other_org || empty, sound, ..agreed };
        let told = {
            let state = work.state();
            Told { tablet_name: tablet_name(&state.book, state.me.dev).map(str::to_owned) }
        };
        work.sync_as(&*place, &setting.id, &told, agreed, job).await
    }
}

/// Opens a place.
///
/// # Errors
/// Why it cannot be reached.
pub async fn open(ui: Ui, setting: &Setting) -> Result<Rc<dyn Place>, PlaceError> {
    let outside = outside(ui)?;
    match &setting.reach {
        Reach::Folder => outside.folders.open(&setting.id).await,
        Reach::Web(address) => address.open(outside.http),
        Reach::Beside { user, password } => beside(&*outside.http, user, password)?.open(outside.http),
    }
}

/// Where the host that serves the app would offer a place, and who signs in there.
///
/// # Errors
/// Why it cannot be asked from here at all.
pub fn beside(http: &dyn Http, user: &str, password: &str) -> Result<Address, PlaceError> {
    Address::webdav(http, "./sync/", user, password).map_err(|error| PlaceError::Failed(error.to_string()))
}

/// Any number from 0 to 1.
fn chance() -> f64 {
    js_sys::Math::random()
}
