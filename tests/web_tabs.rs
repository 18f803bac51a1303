//! Tabs that share a database: one writes, the others follow. Two of the app's objects in one page stand for two tabs;
//! the browser's locks and channels do not know the difference.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use futures_util::future::poll_fn;
use js_sys::{Function, Object, Promise, Reflect};
use porchlight::ports::{Role, TabNews, Tabs};
use porchlight::web::tabs::BrowserTabs;
use std::cell::RefCell;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What came, in order, and who waits for more.
struct Log<T>(Rc<RefCell<(Vec<T>, Option<Waker>)>>);

impl<T: Copy + PartialEq + std::fmt::Debug + 'static> Log<T> {
    fn new() -> Log<T> {
        Log(Rc::default())
    }

    fn writer(&self) -> Box<dyn Fn(T)> {
        let log = self.0.clone();
        Box::new(move |entry| {
            let mut log = log.borrow_mut();
            log.0.push(entry);
            if let Some(waiting) = log.1.take() {
                waiting.wake();
            }
        })
    }

    /// Waits until this many have come, and checks them all.
    async fn is(&self, expected: &[T]) {
        poll_fn(|context| {
            let mut log = self.0.borrow_mut();
            log.1 = Some(context.waker().clone());
            if log.0.len() < expected.len() { Poll::Pending } else { Poll::Ready(()) }
        })
        .await;
        assert_eq!(self.0.borrow().0, expected);
    }
}

/// A tab, with the roles it got and the news it heard.
struct Tab {
    tabs: BrowserTabs,
    roles: Log<Role>,
    news: Log<TabNews>,
}

fn tab(database: &str) -> Tab {
    let tabs = BrowserTabs::join(database);
    let (roles, news) = (Log::new(), Log::new());
    tabs.on_role(roles.writer());
    tabs.on_news(news.writer());
    Tab { tabs, roles, news }
}

use Role::{Follower, Waiting, Writer};

#[wasm_bindgen_test]
async fn one_writes_and_the_others_follow() {
    let (a, b) = (tab("roles"), tab("roles"));
    a.roles.is(&[Waiting, Writer]).await;
    b.roles.is(&[Waiting, Follower]).await;
    let elsewhere = tab("another-database");
    elsewhere.roles.is(&[Waiting, Writer]).await;
}

#[wasm_bindgen_test]
async fn who_asks_late_is_told_the_role_there_is() {
    let a = tab("late");
    a.roles.is(&[Waiting, Writer]).await;
    let late = Log::new();
    a.tabs.on_role(late.writer());
    late.is(&[Writer]).await;
}

#[wasm_bindgen_test]
async fn when_the_writer_closes_the_next_takes_over() {
    let a = tab("closing");
    a.roles.is(&[Waiting, Writer]).await;
    let b = tab("closing");
    b.roles.is(&[Waiting, Follower]).await;
    let c = tab("closing");
    c.roles.is(&[Waiting, Follower]).await;
    drop(a);
    b.roles.is(&[Waiting, Follower, Writer]).await;
    // One that closes while it waits is passed over.
    let d = tab("closing");
    d.roles.is(&[Waiting, Follower]).await;
    drop(c);
    drop(b);
    d.roles.is(&[Waiting, Follower, Writer]).await;
}

#[wasm_bindgen_test]
async fn the_writer_yields_when_asked() {
    let a = Rc::new(tab("yielding"));
    a.roles.is(&[Waiting, Writer]).await;
    let weak = Rc::downgrade(&a);
    a.tabs.on_news(Box::new(move |news| {
        if let (TabNews::HandOver, Some(a)) = (news, weak.upgrade()) {
            a.tabs.yield_role();
        }
    }));
    let b = tab("yielding");
    b.roles.is(&[Waiting, Follower]).await;
    b.tabs.tell(TabNews::HandOver);
    b.roles.is(&[Waiting, Follower, Writer]).await;
    a.roles.is(&[Waiting, Writer, Follower]).await;
    // And it gets its turn again.
    b.tabs.yield_role();
    a.roles.is(&[Waiting, Writer, Follower, Writer]).await;
    b.roles.is(&[Waiting, Follower, Writer, Follower]).await;
}

#[wasm_bindgen_test]
async fn yielding_with_nobody_there_gives_the_role_back() {
    let a = tab("alone");
    a.tabs.yield_role();
    a.roles.is(&[Waiting, Writer]).await;
    a.tabs.yield_role();
    a.roles.is(&[Waiting, Writer, Follower, Writer]).await;
}

#[wasm_bindgen_test]
async fn a_writer_may_yield_as_soon_as_it_is_one() {
    let a = Rc::new(BrowserTabs::join("eager"));
    let roles = Log::new();
    a.on_role(roles.writer());
    let (weak, yielded) = (Rc::downgrade(&a), RefCell::new(false));
    a.on_role(Box::new(move |role| {
        if let (Writer, Some(a)) = (role, weak.upgrade())
            && !yielded.replace(true)
        {
            a.yield_role();
        }
    }));
    roles.is(&[Waiting, Writer, Follower, Writer]).await;
}

#[wasm_bindgen_test]
async fn who_loses_the_lock_by_force_follows() {
    let a = tab("stolen");
    a.roles.is(&[Waiting, Writer]).await;
    let steal = Function::new_no_args(
        "return new Promise(stolen => navigator.locks.request('porchlight-writer-stolen', { steal: true }, () => {
            stolen();
            return new Promise(give => self.giveBack = give);
        }));",
    );
    let stolen: Promise = steal.call0(&JsValue::NULL).unwrap().unchecked_into();
    JsFuture::from(stolen).await.unwrap();
    a.roles.is(&[Waiting, Writer, Follower]).await;
    Function::new_no_args("self.giveBack();").call0(&JsValue::NULL).unwrap();
    a.roles.is(&[Waiting, Writer, Follower, Writer]).await;
}

#[wasm_bindgen_test]
async fn a_tab_that_answers_hands_over_and_is_not_robbed() {
    let a = Rc::new(tab("asking"));
    a.roles.is(&[Waiting, Writer]).await;
    let weak = Rc::downgrade(&a);
    a.tabs.on_news(Box::new(move |news| {
        if let (TabNews::HandOver, Some(a)) = (news, weak.upgrade()) {
            a.tabs.yield_role();
        }
    }));
    let b = tab("asking");
    b.roles.is(&[Waiting, Follower]).await;
    b.tabs.take_over();
    b.roles.is(&[Waiting, Follower, Writer]).await;
    // Back again before the patience of the first question has run out: nobody is robbed later.
    b.tabs.yield_role();
    a.roles.is(&[Waiting, Writer, Follower, Writer]).await;
    let late = Function::new_no_args("return new Promise(late => setTimeout(late, 3500))");
    JsFuture::from(late.call0(&JsValue::NULL).unwrap().unchecked_into::<Promise>()).await.unwrap();
    assert_eq!(b.roles.0.borrow().0, [Waiting, Follower, Writer, Follower]);
}

#[wasm_bindgen_test]
async fn a_tab_that_sleeps_is_robbed_of_its_turn_and_follows_when_it_wakes_up() {
    // Nobody answers here, as nothing is wired to the news.
    let asleep = tab("sleeping");
    asleep.roles.is(&[Waiting, Writer]).await;
    let (b, c) = (tab("sleeping"), tab("sleeping"));
    b.roles.is(&[Waiting, Follower]).await;
    c.roles.is(&[Waiting, Follower]).await;
    b.tabs.take_over();
    b.roles.is(&[Waiting, Follower, Writer]).await;
    asleep.roles.is(&[Waiting, Writer, Follower]).await;
    // The place that the robber had in the queue before is not taken up again.
    b.tabs.yield_role();
    c.roles.is(&[Waiting, Follower, Writer]).await;
    drop(c);
    asleep.roles.is(&[Waiting, Writer, Follower, Writer]).await;
    drop(asleep);
    b.roles.is(&[Waiting, Follower, Writer, Follower, Writer]).await;
}

#[wasm_bindgen_test]
async fn a_tab_that_writes_already_is_told_so_once_more() {
    let a = tab("already");
    a.roles.is(&[Waiting, Writer]).await;
    a.tabs.take_over();
    a.roles.is(&[Waiting, Writer, Writer]).await;
}

#[wasm_bindgen_test]
async fn news_reach_the_others_and_not_oneself() {
    let (a, b, elsewhere) = (tab("news"), tab("news"), tab("other-news"));
    for news in [TabNews::Saved, TabNews::Reset, TabNews::HandOver, TabNews::Saved] {
        a.tabs.tell(news);
    }
    b.news.is(&[TabNews::Saved, TabNews::Reset, TabNews::HandOver, TabNews::Saved]).await;
    b.tabs.tell(TabNews::Reset);
    a.news.is(&[TabNews::Reset]).await;
    elsewhere.news.is(&[]).await;
}

#[wasm_bindgen_test]
async fn news_of_a_later_version_are_not_understood_and_do_no_harm() {
    let a = tab("future");
    let say =
        "const c = new BroadcastChannel('porchlight-news-future'); c.postMessage({ new: 1 }); c.postMessage('saved?');
        c.postMessage('saved'); c.close();";
    Function::new_no_args(say).call0(&JsValue::NULL).unwrap();
    a.news.is(&[TabNews::Saved]).await;
}

#[wasm_bindgen_test]
async fn without_locks_every_tab_writes() {
    let navigator: Object = web_sys::window().unwrap().navigator().unchecked_into();
    let none = Object::new();
    Reflect::set(&none, &"value".into(), &JsValue::UNDEFINED).unwrap();
    Reflect::set(&none, &"configurable".into(), &true.into()).unwrap();
    assert!(Reflect::define_property(&navigator, &"locks".into(), &none).unwrap());
    let (a, b) = (tab("no-locks"), tab("no-locks"));
    assert!(Reflect::delete_property(&navigator, &"locks".into()).unwrap());
    a.roles.is(&[Writer]).await;
    b.roles.is(&[Writer]).await;
    a.tabs.yield_role();
    a.roles.is(&[Writer]).await;
}
