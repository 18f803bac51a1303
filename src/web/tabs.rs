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

/// Tabs that share a database, by a Web Lock and a BroadcastChannel.
///
/// The tab that holds the lock writes, until it closes or yields; the others wait in the lock's queue, and the first
/// of them is the next. A tab that becomes the writer must look at the store again before it writes: the one before
/// may have written until the last moment.
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
        shared.ask(true);
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
            self.shared.ask(false);
            self.shared.be(Role::Follower);
            give_back(&release);
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

impl Shared {
    /// Asks for the lock: now or never, which tells at once whether another tab has it, or in the queue.
    fn ask(self: &Rc<Shared>, now_or_never: bool) {
        let request = || {
            let options = Object::new();
            Reflect::set(&options, &JsValue::from_str("ifAvailable"), &JsValue::from_bool(now_or_never)).ok()?;
            let weak = Rc::downgrade(self);
            let granted = Closure::once_into_js(move |lock: JsValue| granted(&weak, &lock));
            self.locks.as_ref()?.request(&self.name, &options, granted.unchecked_ref()).ok()
        };
        let Some(asked) = request() else { return self.be(Role::Writer) };
        let weak = Rc::downgrade(self);
        spawn_local(async move {
            let refused = JsFuture::from(asked).await.is_err();
            if let Some(shared) = weak.upgrade().filter(|_| refused) {
                shared.refused();
            }
        });
    }

    /// The lock was taken from us by force, or the browser grants none at all here.
    fn refused(self: &Rc<Shared>) {
        if self.release.take().is_some() {
            self.ask(false);
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
fn granted(shared: &Weak<Shared>, lock: &JsValue) -> JsValue {
    let Some(shared) = shared.upgrade() else { return JsValue::UNDEFINED };
    if lock.is_null() {
        shared.ask(false);
        shared.be(Role::Follower);
        return JsValue::UNDEFINED;
    }
    let held = Promise::new(&mut |resolve, _| {
        shared.release.replace(Some(resolve.unchecked_into()));
    });
    shared.be(Role::Writer);
    held.into()
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
