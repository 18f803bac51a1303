//! A server that is asked, and what its refusals mean.

use super::base64;
use crate::ports::PlaceError;
use crate::ports::http::{Http, HttpError, Request, Response};
use crate::ports::url::{self, Url};
use chrono::NaiveDate;
use std::rc::Rc;

/// How long a server is left alone that does not say how long, in seconds.
const BUSY: u32 = 30;
/// The longest that a server is left alone, in seconds, whatever it asks for.
const BUSY_MOST: u32 = 3_600;

/// What is being done, as far as a refusal means another thing for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// Asking what there is.
    Listing,
    /// Reading a file.
    Reading,
    /// Writing a file of so many bytes, or removing one.
    Writing(usize),
}

/// A server, and who asks it.
pub(super) struct Server {
    http: Rc<dyn Http>,
    /// What every file stands below.
    pub(super) base: Url,
    authorization: Option<String>,
}

impl Server {
    /// A server that is asked in the name of this user; of nobody if there is no name.
    ///
    /// # Errors
    /// [`PlaceError::NotAPlace`] for what is no address; what keeps this page from asking there.
    pub(super) fn new(http: Rc<dyn Http>, address: &str, user: &str, password: &str) -> Result<Server, PlaceError> {
        let base = Url::parse(address).ok_or_else(|| PlaceError::NotAPlace(address.to_owned()))?.as_folder();
        // UTF-8, whatever letters a password has (RFC 7617).
        let basic = || format!("Basic {}", base64::encode(format!("{user}:{password}").as_bytes()));
        let authorization = (!user.is_empty()).then(basic);
        let server = Server { http, base, authorization };
        match server.http.may_reach(&server.base.to_string()) {
            Ok(()) => Ok(server),
            Err(error) => Err(server.unanswered(error)),
        }
    }

    /// Asks for something, and waits for the answer.
    ///
    /// # Errors
    /// Why there is none, or that somebody else answered.
    pub(super) async fn ask(
        &self,
        method: &'static str,
        url: &str,
        headers: &[(&'static str, &str)],
        body: Option<&[u8]>,
    ) -> Result<Response, PlaceError> {
        let mut headers: Vec<_> = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        headers.extend(self.authorization.clone().map(|value| ("Authorization", value)));
        let request = Request { method, url: url.to_owned(), headers, body: body.map(<[u8]>::to_vec) };
        let answer = self.http.send(request).await.map_err(|error| self.unanswered(error))?;
        if !answer.redirected {
            return Ok(answer);
        }
        let to = Url::parse(&answer.url);
        let same_path = to.as_ref().is_some_and(|to| url::names(path_of(url)) == to.path());
        match answer.status {
            // Browsers tell a password to no other server than the one it is for.
            401 if same_path => Err(PlaceError::NotAPlace(answer.url)),
            200..=299 if same_path || method == "GET" && !is_page(&answer) => Ok(answer),
            _ if same_path => Ok(answer),
            _ => Err(PlaceError::LoginPage(answer.url)),
        }
    }

    fn unanswered(&self, error: HttpError) -> PlaceError {
        let server = self.base.origin();
        match error {
            HttpError::Unanswered(_) | HttpError::Silent => PlaceError::Unreachable(format!("{server}: {error}")),
            HttpError::Hidden(unsaid) => {
                let page = self.http.page().map_or_else(|| "*".to_owned(), |page| page.origin());
                PlaceError::Hidden { server, page, unsaid }
            }
            HttpError::Blocked => PlaceError::Blocked(server),
            HttpError::Insecure => PlaceError::Insecure(server),
        }
    }
}

/// The path of an address, as it is written.
fn path_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.find('/').map_or("", |at| &rest[at..]);
    path.split('?').next().unwrap_or_default()
}

/// Whether an answer is a page for people.
pub(super) fn is_page(answer: &Response) -> bool {
    let told = answer.header("content-type").unwrap_or_default().to_lowercase();
    let begins = String::from_utf8_lossy(&answer.body[..answer.body.len().min(200)]).to_lowercase();
    let begins = begins.trim_start_matches('\u{feff}').trim_start();
    told.starts_with("text/html")
        || told.starts_with("application/xhtml")
        || begins.starts_with("<!doctype html")
        || begins.starts_with("<html")
}

/// What a refusal means.
pub(super) fn refused(answer: &Response, doing: Doing) -> PlaceError {
    let told = || format!("{} {}", answer.status, answer.url);
    match (answer.status, doing) {
        (401 | 407, _) => PlaceError::NotAllowed,
        (403, Doing::Writing(_)) => PlaceError::ReadOnly,
        (403, _) => PlaceError::NotAllowed,
        (405 | 501, Doing::Writing(_)) => PlaceError::ReadOnly,
        (405 | 501, _) => PlaceError::NotAPlace(told()),
        (413, Doing::Writing(bytes)) => PlaceError::TooLarge(bytes),
        (507, _) => PlaceError::Full,
        (423 | 429 | 503, _) => PlaceError::Busy(busy(answer)),
        (502 | 504, _) => PlaceError::Unreachable(told()),
        (300..=399, _) => {
            PlaceError::LoginPage(answer.header("location").map_or_else(|| answer.url.clone(), str::to_owned))
        }
        (511, _) => PlaceError::LoginPage(answer.url.clone()),
        (200..=299, _) if is_page(answer) => PlaceError::LoginPage(answer.url.clone()),
        (200..=299 | 404, _) => PlaceError::NotAPlace(told()),
        _ => PlaceError::Failed(told()),
    }
}

/// For how many seconds a server wants to be left alone.
fn busy(answer: &Response) -> u32 {
    let Some(said) = answer.header("retry-after") else { return BUSY };
    // A date is meant by the server's own clock, which it tells as well.
    let until = |date: &str| u32::try_from(seconds(date)?.checked_sub(seconds(answer.header("date")?)?)?.max(0)).ok();
    said.trim().parse().ok().or_else(|| until(said)).unwrap_or(BUSY).clamp(1, BUSY_MOST)
}

/// A date as HTTP writes it (`Fri, 27 Nov 2026 15:14:06 GMT`), in seconds since 1970.
fn seconds(date: &str) -> Option<i64> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut words = date.split_whitespace().skip(1);
    let day = words.next()?.parse().ok()?;
    let month = words.next().filter(|month| month.len() == 3)?;
    let month = MONTHS.find(month).filter(|at| at.is_multiple_of(3))? as u32 / 3 + 1;
    let year = words.next()?.parse().ok()?;
    let mut time = words.next()?.split(':').map(|part| part.parse().ok());
    let (hour, minute, second) = (time.next()??, time.next()??, time.next()??);
    Some(NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(hour, minute, second)?.and_utc().timestamp())
}
