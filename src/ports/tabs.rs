//! Other tabs of Porchlight.

/// How this tab stands to other tabs of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// It is not known yet.
    #[default]
    Waiting,
    /// It writes.
    Writer,
    /// Another tab writes; this one shows what that one does.
    Follower,
}

/// What another tab says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabNews {
    /// Something was saved; look again.
    Saved,
    /// Everything was erased or replaced; start again.
    Reset,
    /// Another tab asks to become the writer.
    HandOver,
}

/// Other tabs of the app in the same browser.
pub trait Tabs {
    /// Calls back with the role this tab gets, now and whenever it changes.
    fn on_role(&self, callback: Box<dyn Fn(Role)>);
    /// Calls back with what other tabs say.
    fn on_news(&self, callback: Box<dyn Fn(TabNews)>);
    /// Tells the other tabs.
    fn tell(&self, news: TabNews);
    /// Stops writing, for another tab to take over. A follower again afterwards, waiting for its turn.
    fn yield_role(&self);
    /// Asks whoever writes to hand over, and takes its place if it does not answer within a few seconds.
    fn take_over(&self);
}
