//! What every screen has at hand: the workspace, the language, where one is, and what to tell the person.

use crate::model::book::Book;
use crate::model::draft::Draft;
use crate::model::field::Field;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kept::Kept;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::staff::STAFF;
use crate::model::text::{Lang, Message, Text};
use crate::model::value::Value;
use crate::model::{guide, order, show};
use crate::ports::{FileError, InFile, Installed, OutFile, Role, World};
use crate::ui::route::{Here, Route, View, Whereabouts};
use crate::ui::{capability, sync_words, words};
use crate::work::command::{self, Command, Done, Revision};
use crate::work::job::{Cancelled, Job};
use crate::work::status::SaveState;
use crate::work::workspace::{News, WorkError, Workspace};
use leptos::prelude::*;
use std::any::{Any, TypeId};
use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;

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
    /// Whether a form holds something not finished.
    pub dirty: RwSignal<bool>,
    /// Whether a room is at something that must not be interrupted, such as recording.
    pub occupied: RwSignal<bool>,
    drafts: RwSignal<u64>,
    tablet: RwSignal<u64>,
}

struct Held {
    work: Rc<Workspace>,
    world: World,
    /// Counts the changes to the records of each kind.
    changes: HashMap<&'static str, RwSignal<u64>>,
    /// Counts the changes to single records that somebody looks at.
    watched: HashMap<(&'static str, Id), ArcRwSignal<u64>>,
    toasts: u64,
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

impl Ui {
    /// Ties the workspace to signals.
    pub fn new(work: Rc<Workspace>, world: World) -> Ui {
        let lang = world.prefs.get("language").and_then(|tag| Lang::from_tag(&tag));
        let lang = lang.unwrap_or_else(|| world.device.language());
        let changes = capability::kinds().iter().map(|kind| (kind.id, RwSignal::new(0))).collect();
        let held = Held {
            work: work.clone(),
            world,
            changes,
            watched: HashMap::new(),
            toasts: 0,
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
        let message = message.into();
        move || message.say(self.lang.get())
    }

    /// Says what stands at the top while a screen is shown, following what it is made of.
    pub fn head(self, head: impl Fn() -> Head + Send + Sync + 'static) {
        Effect::new(move |_| self.head.set(head()));
    }

    /// Where the person is who taps now.
    pub fn here(self) -> Here {
        let address = address();
        self.held.try_update_value(|held| held.whereabouts.here(address)).unwrap_or_default()
    }

    /// Whether they have been there all the time since.
    pub fn is_still(self, here: Here) -> bool {
        self.here() == here
    }

    /// Goes on after something that took a moment, unless the person has gone elsewhere meanwhile.
    pub fn go_on(self, from: Here, route: Route) {
        if self.is_still(from) {
            self.go(route);
        }
    }

    /// Shows what the address says.
    pub fn follow_address(self) {
        self.route.set(self.here().route());
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

    /// Looks again at everything that depends on preferences.
    pub fn refresh(self) {
        self.tablet.update(|count| *count += 1);
    }

    /// A record, followed; none where it is not there to be seen.
    pub fn record(self, kind: &'static Kind, id: Id) -> Option<Arc<Record>> {
        let signal = self.held.try_update_value(|held| held.watched.entry((kind.id, id)).or_default().clone());
        if let Some(signal) = signal {
            signal.track();
        }
        self.peek(kind, id)
    }

    /// A record as it is now, not followed.
    pub fn peek(self, kind: &'static Kind, id: Id) -> Option<Arc<Record>> {
        self.work().state().book.alive(kind.id, id).cloned()
    }

    /// A field of a kind as the team asks it.
    pub fn field(self, kind: &'static Kind, key: &str) -> Option<&'static Field> {
        guide::field(kind, &self.work().state().book, key)
    }

    /// For whom the contact details of a record are kept, if somebody else than who uses the tablet: in words.
    pub fn kept_from_user(
        self,
        kind: &'static Kind,
        field: &Field,
        get: impl Fn(&str) -> Option<Value>,
    ) -> Option<Message> {
        self.follow_tablet();
        let user = self.work().state().actor;
        let rule = kind.kept_for?;
        let (choice, whom) = (get(rule.field), get(rule.whom));
        let kept = Kept::of(kind, |key| if key == rule.field { choice.as_ref() } else { whom.as_ref() });
        match kept {
            Kept::One(whom) if !kept.shows(kind, field, user) => Some(match self.staff_name(whom) {
                Some(who) => words::KEPT_FOR.with("who", who),
                None => words::KEPT_FOR_NOBODY.message(),
            }),
            _ => None,
        }
    }

    /// What a record is called, followed; none where it is not there.
    pub fn title(self, kind: &'static Kind, id: Id) -> Option<String> {
        self.record(kind, id).map(|record| show::title_in(kind, &record, self.lang.get()))
    }

    /// The name of somebody of the library, followed; none if nobody is known by it.
    pub fn staff_name(self, id: Option<Id>) -> Option<String> {
        self.title(&STAFF, id?).filter(|name| !name.is_empty())
    }

    /// What a record is called in a sentence, followed: by what it is about, or by its title; none if by neither.
    pub fn name(self, kind: &'static Kind, id: Id) -> Option<Message> {
        let record = self.record(kind, id)?;
        let about = kind.about_link().and_then(|(link, to)| self.title(capability::kind(to)?, record.link(link)?));
        match about.filter(|about| !about.is_empty()) {
            Some(about) => Some(command::words::ABOUT.with("kind", kind.name).with("what", about)),
            None => self.title(kind, id).filter(|title| !title.is_empty()).map(Message::same),
        }
    }

    /// What a linked record is called, not followed. For [`show::show`].
    pub fn title_of(self) -> impl Fn(&str, Id) -> Option<String> + Copy {
        move |kind, id| {
            let kind = capability::kind(kind)?;
            self.peek(kind, id).map(|record| show::title_in(kind, &record, self.lang.get_untracked()))
        }
    }

    /// A draft that sets these fields of a record, new or known.
    pub fn draft(self, kind: &'static Kind, id: Id, values: impl IntoIterator<Item = (&'static str, Value)>) -> Draft {
        let (record, work) = (self.peek(kind, id), self.work());
        let mut draft = Draft {
            kind: kind.id.to_owned(),
            id,
            new: record.is_none(),
            values: Default::default(),
            seen: Default::default(),
            begun_ms: work.now().ms,
            by: work.state().actor,
        };
        for (key, value) in values {
            draft.set(record.as_deref(), key, value);
        }
        draft
    }

    /// Looks something up with the help of the index.
    pub fn look<R>(self, look: impl FnOnce(&Book, &mut Index) -> R) -> R {
        self.work().look(look)
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

    /// What a room keeps for as long as the app runs, whatever screen is shown: made when it is first asked for. A
    /// handle, one for each type.
    pub fn of_room<T: Clone + Default + 'static>(self) -> T {
        let known = self.held.try_update_value(|held| {
            let kept = held.rooms.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
            kept.downcast_ref::<T>().cloned()
        });
        known.flatten().unwrap_or_default()
    }

    /// Says something at the bottom of the screen.
    pub fn toast(self, message: impl Into<Message>, undo: Option<u64>) {
        self.push_toast(message.into(), undo.map(TakeBack::Step), false);
    }

    /// Says that a draft was thrown away, and offers to bring it back.
    pub fn toast_draft(self, message: impl Into<Message>, draft: Draft) {
        self.push_toast(message.into(), Some(TakeBack::Draft(draft)), false);
    }

    /// Says what went wrong, until the person has seen it.
    pub fn warn(self, message: impl Into<Message>) {
        self.push_toast(message.into(), None, true);
    }

    fn push_toast(self, message: Message, undo: Option<TakeBack>, wrong: bool) {
        let number = self.held.try_update_value(|held| {
            held.toasts += 1;
            held.toasts
        });
        let Some(number) = number else { return };
        // One at a time: a pile of them would cover what people work on.
        let stays = std::time::Duration::from_secs(if undo.is_some() { 10 } else { 5 });
        self.toasts.set(vec![Toast { number, message, undo, wrong }]);
        if !wrong {
            set_timeout(move || self.toasts.update(|toasts| toasts.retain(|toast| toast.number != number)), stays);
        }
    }

    /// Gives a file away, by the share sheet if asked for, and says what came of it. Practice notes never leave.
    pub fn give(self, file: OutFile, share: bool) {
        if self.practice() {
            return self.toast(words::PRACTICE_NO_EXPORT, None);
        }
        let name = file.name.clone();
        self.spawn(async move {
            match self.world().files.give(file, share).await {
                Ok(_) => self.toast(sync_words::FILE_SAVED.with("file", name), None),
                Err(FileError::Cancelled) => {}
                Err(FileError::Failed(cause)) => self.warn(sync_words::NOT_GIVEN.with("cause", cause)),
            }
        });
    }

    /// Does something in the background of the screen.
    pub fn spawn(self, work: impl Future<Output = ()> + 'static) {
        wasm_bindgen_futures::spawn_local(work);
    }

    /// Works something out that takes a moment, with breaks for the screen, and shows it once it is there. Within an
    /// effect: when the effect runs again or its screen is left, nobody wants to know any more.
    pub fn in_the_background<T, F>(self, work_out: impl FnOnce(Rc<Workspace>, Job) -> F + 'static, to: RwSignal<T>)
    where
        T: Send + Sync + 'static,
        F: Future<Output = Result<T, Cancelled>> + 'static,
    {
        let job = Job::new(self.world().pace, |_| {});
        let wanted = StoredValue::new_local(job.clone());
        on_cleanup(move || {
            wanted.try_with_value(Job::cancel);
        });
        // The screen is painted first.
        request_animation_frame(move || {
            self.spawn(async move {
                if let Ok(found) = work_out(self.work(), job).await {
                    to.try_set(found);
                }
            });
        });
    }

    /// Sends a command and says what came of it.
    pub async fn run(self, command: Command) -> Result<Done, WorkError> {
        let work = self.work();
        let result = work.run(command).await;
        match &result {
            Ok(done) => self.say_done(done),
            Err(error) => self.warn(error.message()),
        }
        result
    }

    /// Sets fields of a record at a tap, and says what came of it. What somebody is writing about it stays a draft.
    pub fn set(self, kind: &'static Kind, id: Id, values: impl IntoIterator<Item = (&'static str, Value)>) {
        self.send(Command::Set { kind: kind.id, id, values: order::values(values) });
    }

    /// Sets what follows from what stands in a record then, at a tap, and says what came of it.
    pub fn revise(self, kind: &'static Kind, id: Id, of: impl Fn(&Record) -> BTreeMap<String, Value> + 'static) {
        self.send(Command::Revise { kind: kind.id, id, revision: Revision::new(of) });
    }

    /// An identity for what is begun here with a tap.
    pub fn next_id(self) -> NextId {
        NextId(StoredValue::new(self.work().new_id()))
    }

    /// Begins something with a tap; whether it was not begun before. The same tap twice begins it once.
    pub async fn begin(self, next: NextId, kind: &'static Kind, label: Message, rows: Vec<RecordWrite>) -> bool {
        let id = next.get();
        let begun = self.run(Command::Once { kind: kind.id, id, label, rows }).await;
        let begun = begun.is_ok_and(|done| done.changed);
        if begun {
            next.0.try_set_value(self.work().new_id());
        }
        begun
    }

    /// Says what was done, or that the store does not have it yet.
    pub fn say_done(self, done: &Done) {
        if !done.changed {
            return;
        }
        let label = done.label.clone();
        self.toast(if done.stored { label } else { words::NOT_STORED_YET.with("what", label) }, done.step);
    }

    /// Takes something back in the background, and says what came of it.
    pub fn take_back(self, what: TakeBack) {
        let draft = match what {
            TakeBack::Step(step) => return self.send(Command::Undo(step)),
            TakeBack::Draft(draft) => draft,
        };
        let here = self.here();
        self.spawn(async move {
            let form = capability::kind(&draft.kind).map(|kind| Route::Records(kind.id, View::Edit(draft.id)));
            match self.work().keep_draft(draft).await {
                Ok(()) => form.into_iter().for_each(|form| self.go_on(here, form)),
                Err(error) => self.warn(error.message()),
            }
        });
    }

    /// Sends a command in the background, and says what came of it.
    pub fn send(self, command: Command) {
        self.spawn(async move {
            // What went wrong has been said.
            drop(self.run(command).await);
        });
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
