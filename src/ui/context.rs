//! What every screen has at hand: the workspace, the language, where one is, and what to tell the person.

mod commands;
mod looking;
mod notices;

use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::order;
use crate::model::text::{Lang, Message, Text};
use crate::model::value::Value;
use crate::ports::{InFile, Installed, Role, World};
use crate::ui::capability;
use crate::ui::reactive::effect;
use crate::ui::route::{self, Route};
use crate::ui::whereabouts::{Here, Whereabouts};
use crate::work::status::SaveState;
use crate::work::workspace::{News, Workspace};
use leptos::prelude::*;
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::rc::Rc;

/// Something said at the bottom of the screen for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Tells it from others.
    pub number: u64,
    /// What is said.
    pub message: Message,
    /// What it offers to take back.
    pub undo: Option<TakeBack>,
    /// Whether it tells of something that went wrong; then it stays until dismissed.
    pub wrong: bool,
}

/// What “Undo” takes back.
#[derive(Clone, Debug, PartialEq)]
pub enum TakeBack {
    /// A step of the workspace.
    Step(u64),
    /// The throwing away of a draft.
    Draft(Draft),
}

/// What stands at the top of a screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// The heading.
    pub title: String,
    /// A quiet line under it.
    pub line: String,
    /// Where “back” leads, and its words.
    pub back: Option<(Route, &'static str)>,
}

/// What every screen has at hand. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub struct Ui {
    held: StoredValue<Held, LocalStorage>,
    /// The language of the interface.
    pub lang: RwSignal<Lang>,
    /// Where one is.
    pub route: RwSignal<Route>,
    /// What stands at the top.
    pub head: RwSignal<Head>,
    /// What is said at the bottom.
    pub toasts: RwSignal<Vec<Toast>>,
    /// Whether everything that was done is safe.
    pub save: RwSignal<SaveState>,
    /// How many changes are in this window only, because the store refused them.
    pub unsaved: RwSignal<usize>,
    /// Whether this tab writes.
    pub role: RwSignal<Role>,
    /// Whether the app works offline.
    pub installed: RwSignal<Installed>,
    /// Counts the attempts to load code, see [`chunk`](crate::ui::chunk).
    pub chunks: RwSignal<usize>,
    /// Whether a form holds something not finished.
    pub dirty: RwSignal<bool>,
    /// Whether a room is at something that must not be interrupted, such as recording.
    pub occupied: RwSignal<bool>,
    drafts: RwSignal<u64>,
    tablet: RwSignal<u64>,
}

struct Held {
    /// What lives as long as the page.
    page: Option<Owner>,
    work: Rc<Workspace>,
    world: World,
    /// Counts the changes to the records of each kind.
    changes: HashMap<&'static str, RwSignal<u64>>,
    /// Counts the changes to single records that somebody looks at.
    watched: HashMap<(&'static str, Id), ArcRwSignal<u64>>,
    toasts: u64,
    /// Whether the app itself is going elsewhere, with what it has to say.
    notices_go_along: bool,
    whereabouts: Whereabouts,
    /// What the form of a new record starts with, until it opens.
    prefills: HashMap<Id, Prefill>,
    /// A file that was picked on one screen and is read on another.
    file: Option<Rc<dyn InFile>>,
    /// What rooms keep for as long as the app runs.
    rooms: HashMap<TypeId, Box<dyn Any>>,
}

/// Fields with their values.
pub type Prefill = Vec<(&'static str, Value)>;

/// The language that was chosen on this tablet, or else the one it speaks itself.
pub fn language_of(world: &World) -> Lang {
    let chosen = world.prefs.get("language").and_then(|tag| Lang::from_tag(&tag));
    chosen.unwrap_or_else(|| world.device.language())
}

impl Ui {
    /// Ties the workspace to signals.
    pub fn new(work: Rc<Workspace>, world: World) -> Ui {
        let lang = language_of(&world);
        let changes = capability::kinds().iter().map(|kind| (kind.id, RwSignal::new(0))).collect();
        let held = Held {
            page: Owner::current(),
            work: work.clone(),
            world,
            changes,
            watched: HashMap::new(),
            toasts: 0,
            notices_go_along: false,
            whereabouts: Whereabouts::default(),
            prefills: HashMap::new(),
            file: None,
            rooms: HashMap::new(),
        };
        let ui = Ui {
            held: StoredValue::new_local(held),
            lang: RwSignal::new(lang),
            route: RwSignal::new(Route::Today),
            head: RwSignal::default(),
            toasts: RwSignal::default(),
            save: RwSignal::default(),
            unsaved: RwSignal::new(0),
            role: RwSignal::default(),
            installed: RwSignal::default(),
            chunks: RwSignal::new(0),
            dirty: RwSignal::new(false),
            occupied: RwSignal::new(false),
            drafts: RwSignal::new(0),
            tablet: RwSignal::new(0),
        };
        work.listen(move |news| ui.hear(news));
        ui
    }

    fn hear(self, news: &News) {
        match news {
            News::Records(refs) => {
                let kinds = order::set(refs.iter().map(|(kind, _)| kind.as_str()));
                let (changes, watched) = self.held.with_value(|held| {
                    let changes: Vec<RwSignal<u64>> =
                        kinds.iter().filter_map(|kind| held.changes.get(kind).copied()).collect();
                    let watched = refs.iter().filter_map(|(kind, id)| {
                        let kind = capability::kind(kind)?;
                        held.watched.get(&(kind.id, *id)).cloned()
                    });
                    (changes, watched.collect::<Vec<_>>())
                });
                watched.into_iter().for_each(|signal| signal.update(|count| *count += 1));
                changes.into_iter().for_each(|signal| signal.update(|count| *count += 1));
                self.tablet.update(|count| *count += 1);
            }
            News::Everything => {
                let (changes, watched): (Vec<_>, Vec<_>) = self.held.with_value(|held| {
                    (held.changes.values().copied().collect(), held.watched.values().cloned().collect())
                });
                watched.into_iter().for_each(|signal| signal.update(|count| *count += 1));
                changes.into_iter().for_each(|signal| signal.update(|count| *count += 1));
                self.drafts.update(|count| *count += 1);
                self.tablet.update(|count| *count += 1);
            }
            News::Save => {
                let work = self.work();
                let (save, unsaved) = (work.state().save.clone(), work.state().unsaved.count());
                self.save.set(save);
                self.unsaved.set(unsaved);
            }
            News::Drafts => self.drafts.update(|count| *count += 1),
            News::State => {
                self.role.set(self.work().state().role);
                self.tablet.update(|count| *count += 1);
            }
        }
    }

    /// The workspace.
    pub fn work(self) -> Rc<Workspace> {
        self.held.with_value(|held| held.work.clone())
    }

    /// The world outside.
    pub fn world(self) -> World {
        self.held.with_value(|held| held.world.clone())
    }

    /// Whether these are made-up notes.
    pub fn practice(self) -> bool {
        self.held.with_value(|held| held.world.practice)
    }

    /// Words in the language of the interface, following it when it changes.
    pub fn t(self, text: Text) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || text.get(self.lang.get())
    }

    /// A message in the language of the interface, following it when it changes.
    pub fn say(self, message: impl Into<Message>) -> impl Fn() -> String + Clone + Send + Sync + 'static {
        self.say_message(message.into())
    }

    /// [`Ui::say`], of one type whatever becomes the message: views are compiled anew for every type they show.
    fn say_message(self, message: Message) -> impl Fn() -> String + Clone + Send + Sync + 'static {
        move || message.say(self.lang.get())
    }

    /// Says what stands at the top while a screen is shown, following what it is made of.
    pub fn head(self, head: impl Fn() -> Head + Send + Sync + 'static) {
        self.head_by(Box::new(head));
    }

    fn head_by(self, head: Box<dyn Fn() -> Head + Send + Sync>) {
        effect(move || self.head.set(head()));
    }

    /// Where the person is who taps now.
    pub fn here(self) -> Here {
        let address = address();
        self.held.try_update_value(|held| held.whereabouts.here(address)).unwrap_or_default()
    }

    /// Where the form of a record leads back to, see [`Whereabouts::back_from`].
    pub fn back_from(self, id: Id, new: bool, links_to: impl Fn(Id) -> bool) -> Option<Route> {
        self.held.with_value(|held| held.whereabouts.back_from(id, new, links_to))
    }

    /// The screen of a room, or the page of a record that is `linked` to, on which the form that is open was begun.
    pub fn form_begun_on(self, linked: impl Fn(Id) -> bool) -> Option<Route> {
        match self.route.get_untracked() {
            Route::Records(_, route::View::Edit(id)) => self.back_from(id, false, linked),
            _ => None,
        }
    }

    /// From where the page of a record was opened, see [`Whereabouts::opened_from`].
    pub fn opened_from(self, page: Id) -> Option<Route> {
        self.held.with_value(|held| held.whereabouts.opened_from(page))
    }

    /// Whether they have been there all the time since.
    pub fn is_still(self, here: Here) -> bool {
        self.here() == here
    }

    /// Goes on after something that took a moment, unless the person has gone elsewhere meanwhile.
    pub fn go_on(self, from: Here, route: Route) {
        if self.is_still(from) {
            if route != from.route() {
                self.take_notices_along();
            }
            self.go(route);
        }
    }

    /// The app itself goes elsewhere next: what it has just said is meant for where one comes to.
    pub fn take_notices_along(self) {
        self.held.update_value(|held| held.notices_go_along = true);
    }

    /// Shows what the address says. What was said where one was is put away, unless it told of something wrong.
    pub fn follow_address(self) {
        let route = self.here().route();
        if let Route::Records(_, crate::ui::route::View::Edit(_)) = route {
            self.note_origin();
        }
        let along = self.held.try_update_value(|held| std::mem::take(&mut held.notices_go_along)).unwrap_or_default();
        if !along && route != self.route.get_untracked() {
            self.toasts.update(|toasts| toasts.retain(|toast| toast.wrong));
        }
        self.route.set(route);
    }

    /// Notes with the place in the browser's history on which page the form that is shown was begun: that outlives a
    /// reload.
    fn note_origin(self) {
        let Ok(history) = window().history() else { return };
        let noted = history.state().ok().and_then(|state| state.as_string());
        let known = noted.as_deref().map(Route::parse);
        let origin = self.held.try_update_value(|held| held.whereabouts.origin(known)).flatten();
        if let Some(origin) = origin.map(Route::href).filter(|origin| noted.as_ref() != Some(origin))
            && let Err(error) = history.replace_state(&origin.into(), "")
        {
            leptos::logging::error!("where the form was begun is not noted: {error:?}");
        }
    }

    /// Goes somewhere else in the app, at once. What waited for anything goes by [`Ui::go_on`].
    pub fn go(self, route: Route) {
        let location = window().location();
        if let Err(error) = location.set_hash(&route.href()) {
            leptos::logging::error!("the address cannot be set: {error:?}");
        }
    }

    /// The whole address of another path of this site.
    pub fn address_of(self, path: &str) -> String {
        format!("{}{path}", window().location().origin().unwrap_or_default())
    }

    /// Follows changes to any record of a kind.
    pub fn follow(self, kind: &str) {
        if let Some(signal) = self.held.with_value(|held| held.changes.get(kind).copied()) {
            signal.track();
        }
    }

    /// Follows changes to drafts.
    pub fn follow_drafts(self) {
        self.drafts.track();
    }

    /// Whether words typed in this tab wait until it writes, followed.
    pub fn waits(self) -> bool {
        self.drafts.track();
        self.work().state().following.count() > 0
    }

    /// Follows changes to the state of the tablet: copies, role, user, and everything saved.
    pub fn follow_tablet(self) {
        self.tablet.track();
    }

    /// How many notes exist on this tablet alone, followed. Practice notes do not count.
    pub fn only_here(self) -> u64 {
        self.follow_tablet();
        if self.practice() { 0 } else { self.work().state().only_here() }
    }

    /// Looks again at everything that depends on preferences.
    pub fn refresh(self) {
        self.tablet.update(|count| *count += 1);
    }

    /// Says what the form of a new record shall start with.
    pub fn prefill(self, id: Id, values: Prefill) {
        self.held.update_value(|held| {
            held.prefills.insert(id, values);
        });
    }

    /// What the form of a new record shall start with.
    pub fn take_prefill(self, id: Id) -> Prefill {
        self.held.try_update_value(|held| held.prefills.remove(&id)).flatten().unwrap_or_default()
    }

    /// Hands a file that was picked here to the screen that reads it.
    pub fn hand_over(self, file: Rc<dyn InFile>) {
        self.held.update_value(|held| held.file = Some(file));
    }

    /// The file another screen has handed over.
    pub fn take_file(self) -> Option<Rc<dyn InFile>> {
        self.held.try_update_value(|held| held.file.take()).flatten()
    }

    /// Makes signals and effects that live as long as the page, whichever screen asks for them first.
    pub fn for_the_page<R>(self, make: impl FnOnce() -> R) -> R {
        match self.held.with_value(|held| held.page.clone()) {
            Some(page) => page.with(make),
            None => make(),
        }
    }

    /// What a room keeps for as long as the app runs, whatever screen is shown: made when it is first asked for. A
    /// handle, one for each type.
    pub fn of_room<T: Clone + Default + 'static>(self) -> T {
        let known = self.held.try_update_value(|held| {
            let kept = held.rooms.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
            kept.downcast_ref::<T>().cloned()
        });
        known.flatten().unwrap_or_default()
    }
}

/// Where the address leads.
fn address() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// The identity of what is begun next: it stays the same until that is begun, so that a second tap begins nothing more.
#[derive(Clone, Copy)]
pub struct NextId(StoredValue<Id>);

impl NextId {
    /// The identity, as it is now.
    pub fn get(self) -> Id {
        self.0.get_value()
    }
}

/// What every screen has at hand.
pub fn use_ui() -> Ui {
    expect_context::<Ui>()
}
