//! Other tabs of the app: who writes, and word of what was written.

use crate::ports::{Role, TabNews, Tabs};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`, which web-sys counts as unstable.
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, name: &str, options: &Object, granted: &Function) -> Result<Promise, JsValue>;
}

/// How long another tab may take to hand over. What it is saving takes milliseconds; a tab that sleeps never answers.
const PATIENCE_MS: i32 = 3_000;

/// Tabs that share a database, by a Web Lock and a BroadcastChannel.
///
/// The tab that holds the lock writes, until it closes, yields or is robbed of it; the others wait in the lock's
/// queue, and the first of them is the next. A tab that becomes the writer must look at the store again before it
/// writes: the one before may have written until the last moment.
///
/// A browser puts tabs to sleep that nobody looks at, with the lock in their hands. Such a tab is robbed; when it
/// wakes up it learns so before long, and follows.
///
/// Where the browser has no locks every tab writes. Then, and when somebody takes the lock by force, what each commit
/// expects of the store is what keeps two writers apart.
pub struct BrowserTabs {
    shared: Rc<Shared>,
    /// Receives the news; here so that it lives as long as the channel.
    _heard: Closure<dyn Fn(MessageEvent)>,
}

struct Shared {
    name: String,
    locks: Option<Locks>,
    channel: Option<BroadcastChannel>,
    role: Cell<Role>,
    /// Numbers the requests for the lock. Only the latest one counts; one that comes true late is given back.
    asked: Cell<u64>,
    /// Gives the lock back, while we hold it.
    release: RefCell<Option<Function>>,
    on_role: Callbacks<Role>,
    on_news: Callbacks<TabNews>,
}

type Callback<T> = Rc<dyn Fn(T)>;

struct Callbacks<T>(RefCell<Vec<Callback<T>>>);

impl<T: Copy> Callbacks<T> {
    fn call(&self, with: T) {
        // From a copy, since a callback may well add another.
        let all = self.0.borrow().clone();
        all.iter().for_each(|callback| callback(with));
    }
}

impl BrowserTabs {
    /// Joins the tabs that use the database of this name.
    pub fn join(database: &str) -> BrowserTabs {
        let shared = Rc::new(Shared {
            name: format!("porchlight-writer-{database}"),
            locks: locks(),
            channel: BroadcastChannel::new(&format!("porchlight-news-{database}")).ok(),
            role: Cell::new(Role::Waiting),
            asked: Cell::new(0),
            release: RefCell::new(None),
            on_role: Callbacks(RefCell::default()),
            on_news: Callbacks(RefCell::default()),
        });
        let weak = Rc::downgrade(&shared);
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let news = event.data().as_string().and_then(|word| news(&word));
            if let (Some(shared), Some(news)) = (weak.upgrade(), news) {
                shared.on_news.call(news);
            }
        });
        if let Some(channel) = &shared.channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        shared.ask(Asking::NowOrNever);
        BrowserTabs { shared, _heard: heard }
    }
}

impl Tabs for BrowserTabs {
    fn on_role(&self, callback: Box<dyn Fn(Role)>) {
        let callback: Callback<Role> = Rc::from(callback);
        self.shared.on_role.0.borrow_mut().push(callback.clone());
        callback(self.shared.role.get());
    }

    fn on_news(&self, callback: Box<dyn Fn(TabNews)>) {
        self.shared.on_news.0.borrow_mut().push(Rc::from(callback));
    }

    fn tell(&self, news: TabNews) {
        if let Some(channel) = &self.shared.channel {
            // It fails only on a closed channel. Who misses news finds out at the next commit.
            drop(channel.post_message(&JsValue::from_str(word(news))));
        }
    }

    fn yield_role(&self) {
        let release = self.shared.release.take();
        if let Some(release) = release {
            // Those who wait already come before us.
            self.shared.ask(Asking::InTurn);
            self.shared.be(Role::Follower);
            give_back(&release);
        }
    }

    fn take_over(&self) {
        match self.shared.role.get() {
            // It may not have come through, such as when the store could not be read.
            Role::Writer => self.shared.on_role.call(Role::Writer),
            Role::Waiting => {}
            Role::Follower => {
                self.tell(TabNews::HandOver);
                let (weak, waiting) = (Rc::downgrade(&self.shared), self.shared.asked.get());
                spawn_local(async move {
                    pass(PATIENCE_MS).await;
                    let still_waits =
                        |shared: &Rc<Shared>| shared.role.get() == Role::Follower && shared.asked.get() == waiting;
                    if let Some(shared) = weak.upgrade().filter(still_waits) {
                        shared.ask(Asking::ByForce);
                    }
                });
            }
        }
    }
}

impl Drop for BrowserTabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.shared.channel {
            channel.set_onmessage(None);
            channel.close();
        }
        if let Some(release) = self.shared.release.take() {
            give_back(&release);
        }
    }
}

/// How the lock is asked for.
#[derive(Clone, Copy)]
enum Asking {
    /// Which tells at once whether another tab has it.
    NowOrNever,
    /// When all those who asked before have had it.
    InTurn,
    /// Taken from whoever has it.
    ByForce,
}

impl Shared {
    fn ask(self: &Rc<Shared>, asking: Asking) {
        let number = self.asked.get() + 1;
        self.asked.set(number);
        let request = || {
            let options = Object::new();
            let option = match asking {
                Asking::NowOrNever => Some("ifAvailable"),
                Asking::InTurn => None,
                Asking::ByForce => Some("steal"),
            };
            if let Some(option) = option {
                Reflect::set(&options, &JsValue::from_str(option), &JsValue::TRUE).ok()?;
            }
            let weak = Rc::downgrade(self);
            let granted = Closure::once_into_js(move |lock: JsValue| granted(&weak, number, &lock));
            self.locks.as_ref()?.request(&self.name, &options, granted.unchecked_ref()).ok()
        };
        let Some(asked) = request() else { return self.be(Role::Writer) };
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            let refused = JsFuture::from(asked).await.is_err();
            if let Some(shared) = weak.upgrade().filter(|shared| refused && shared.asked.get() == number) {
                shared.refused();
            }
        });
    }

    /// The lock was taken from us by force, or the browser grants none at all here.
    fn refused(self: &Rc<Shared>) {
        if self.release.take().is_some() {
            self.ask(Asking::InTurn);
            self.be(Role::Follower);
        } else {
            self.be(Role::Writer);
        }
    }

    fn be(&self, role: Role) {
        if self.role.replace(role) != role {
            self.on_role.call(role);
        }
    }
}

/// Answers the browser that comes with the lock, or without: the lock is ours until the promise returned resolves.
fn granted(shared: &Weak<Shared>, number: u64, lock: &JsValue) -> JsValue {
    let Some(shared) = shared.upgrade().filter(|shared| shared.asked.get() == number) else {
        return JsValue::UNDEFINED;
    };
    if lock.is_null() {
        shared.ask(Asking::InTurn);
        shared.be(Role::Follower);
        return JsValue::UNDEFINED;
    }
    let held = Promise::new(&mut |resolve, _| {
        shared.release.replace(Some(resolve.unchecked_into()));
    });
    shared.be(Role::Writer);
    held.into()
}

/// Lets so much time pass.
pub(super) async fn pass(ms: i32) {
    let time = Promise::new(&mut |resolve, _| {
        let timer =
            web_sys::window().map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms));
        if !matches!(timer, Some(Ok(_))) {
            // Without a timer there is nothing to wait for.
            drop(resolve.call0(&JsValue::NULL));
        }
    });
    drop(JsFuture::from(time).await);
}

fn give_back(release: &Function) {
    // The function that resolves a promise does not throw.
    drop(release.call0(&JsValue::UNDEFINED));
}

/// The browser's locks. There are none in old browsers and at addresses that are not secure.
fn locks() -> Option<Locks> {
    let locks = Reflect::get(&web_sys::window()?.navigator(), &JsValue::from_str("locks")).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

// The words for the news. Tabs with another version of the app must understand them: they stay.

fn word(news: TabNews) -> &'static str {
    match news {
        TabNews::Saved => "saved",
        TabNews::Reset => "reset",
        TabNews::HandOver => "hand-over",
    }
}

fn news(word_heard: &str) -> Option<TabNews> {
    [TabNews::Saved, TabNews::Reset, TabNews::HandOver].into_iter().find(|news| word(*news) == word_heard)
}
