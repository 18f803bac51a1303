//! What servers answer, and what becomes of it. Real servers are asked in `tests/places.rs`.

mod addresses;
mod couch;
mod probing;
mod webdav;

use crate::ports::http::{Http, HttpError, Request, Response};
use crate::ports::reach;
use crate::ports::url::Url;
use crate::ports::{Place, PlaceError};
use async_trait::async_trait;
use futures_util::FutureExt;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Answers what it was told to, in turn.
#[derive(Default)]
struct Scripted {
    answers: RefCell<VecDeque<Result<Response, HttpError>>>,
    asked: RefCell<Vec<Request>>,
    page: Option<&'static str>,
    policy: &'static str,
}

#[async_trait(?Send)]
impl Http for Scripted {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        let answer = self.answers.borrow_mut().pop_front();
        let url = request.url.clone();
        self.asked.borrow_mut().push(request);
        let mut answer = answer.expect("an answer to everything that is asked")?;
        if answer.url.is_empty() {
            answer.url = url;
        }
        Ok(answer)
    }

    fn may_reach(&self, url: &str) -> Result<(), HttpError> {
        let Some(page) = self.page() else { return Ok(()) };
        reach::may_reach(&page, &[self.policy.to_owned()], &Url::parse(url).unwrap())
    }

    fn page(&self) -> Option<Url> {
        Url::parse(self.page?)
    }
}

impl Scripted {
    fn of(answers: impl IntoIterator<Item = Response>) -> Rc<Scripted> {
        Rc::new(Scripted { answers: RefCell::new(answers.into_iter().map(Ok).collect()), ..Scripted::default() })
    }

    fn fails(error: HttpError, page: Option<&'static str>) -> Rc<Scripted> {
        Rc::new(Scripted { answers: RefCell::new([Err(error)].into()), page, ..Scripted::default() })
    }

    /// What was asked: method and address, without the server.
    fn asked(&self) -> Vec<String> {
        assert!(self.answers.borrow().is_empty(), "it asked for less");
        let line = |request: &Request| {
            let path = request.url.split_once("example").map_or(&*request.url, |(_, path)| path);
            format!("{} {path}", request.method)
        };
        self.asked.take().iter().map(line).collect()
    }

    /// A header of the last request.
    fn last(&self, name: &str) -> Option<String> {
        let asked = self.asked.borrow();
        asked.last()?.headers.iter().find(|(said, _)| *said == name).map(|(_, value)| value.clone())
    }
}

fn status(status: u16) -> Response {
    Response { status, ..Response::default() }
}

fn says(status: u16, body: &str) -> Response {
    Response { status, body: body.into(), ..Response::default() }
}

fn with(mut answer: Response, name: &str, value: &str) -> Response {
    answer.headers.push((name.to_owned(), value.to_owned()));
    answer
}

/// An answer that somebody else gave in the end.
fn from(answer: Response, url: &str) -> Response {
    Response { url: url.to_owned(), redirected: true, ..answer }
}

fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing to wait for")
}
