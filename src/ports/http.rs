//! Asking a server for something, as a browser does.

use super::url::Url;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// What is asked of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What is to be done: `GET`, `PUT`, `PROPFIND` …
    pub method: &'static str,
    /// The address, encoded.
    pub url: String,
    /// What is said beside it.
    pub headers: Vec<(&'static str, String)>,
    /// What is sent, if anything.
    pub body: Option<Vec<u8>>,
}

/// What a server answered, whatever it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The number that says how it went: 200, 404 …
    pub status: u16,
    /// What is said beside it, by names in lower case. A server of another origin tells a page few of them.
    pub headers: Vec<(String, String)>,
    /// All that was sent.
    pub body: Vec<u8>,
    /// Who answered in the end: the address after all redirections.
    pub url: String,
    /// Whether that is another one than was asked.
    pub redirected: bool,
}

impl Response {
    /// What is said under a name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(said, _)| said == name).map(|(_, value)| value.as_str())
    }
}

/// What a server of another origin does not send, so that a page may ask it nothing, or not this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unsaid {
    /// That pages of this origin may read what it answers: `Access-Control-Allow-Origin`.
    #[default]
    Origin,
    /// That they may do this: `Access-Control-Allow-Methods`.
    Methods,
    /// That they may say this: `Access-Control-Allow-Headers`.
    Headers,
    /// One of the last two.
    MethodsOrHeaders,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HttpError {
    /// Nothing answered: there is no network, the server is off, or its certificate is not good.
    #[error("nothing answered: {0}")]
    Unanswered(String),
    /// No answer came in the time that is given to one.
    #[error("no answer came in time")]
    Silent,
    /// The server answered, and does not allow this page to ask that: it does not send this.
    #[error("the server does not let pages of other sites ask: {0:?}")]
    Hidden(Unsaid),
    /// The page's own Content-Security-Policy does not let it ask there.
    #[error("this page does not allow itself to ask there")]
    Blocked,
    /// The page came encrypted, and the address is not.
    #[error("a page that came encrypted may not ask without encryption")]
    Insecure,
}

/// Asks servers for things.
#[async_trait(?Send)]
pub trait Http {
    /// Asks, and waits for the whole answer. An answer that says “no” is an answer, too. Dropping the future breaks it off.
    ///
    /// # Errors
    /// Why there is no answer. The server may have done what it was asked all the same.
    async fn send(&self, request: Request) -> Result<Response, HttpError>;

    /// Whether this page may ask there at all, as far as it can be known without asking.
    ///
    /// # Errors
    /// [`HttpError::Blocked`] or [`HttpError::Insecure`].
    fn may_reach(&self, url: &str) -> Result<(), HttpError>;

    /// The address of the page; none outside a browser.
    fn page(&self) -> Option<Url>;

    /// Whether the device tells that every byte costs, as over a phone’s network, or that few should be spent.
    fn is_metered(&self) -> bool {
        false
    }
}
