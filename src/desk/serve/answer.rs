//! What is answered to whom: the app to everybody, the notes to those who may.

use super::app;
use super::notes::Notes;
use super::password::Passwords;
use dav_server::body::Body;
use dav_server::{DavHandler, DavMethod, DavMethodSet};
use hyper::body::Incoming;
use hyper::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
    ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderMap,
    HeaderName, HeaderValue, IF_NONE_MATCH, ORIGIN, VARY, WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::{Method, Request, Response, StatusCode};
use std::fs;
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::Mutex;

/// Where the notes are, beside the app.
const SYNC: &str = "/sync";
/// What may be asked for there.
const METHODS: &str = "OPTIONS, GET, HEAD, PUT, DELETE, MKCOL, PROPFIND";
/// What a page of another origin may say beside what it asks.
const SAID: &str = "Authorization, Content-Type, Depth, If-None-Match";
/// For how many seconds a browser may remember that.
const REMEMBERED: &str = "3600";
/// How long a wrong password is thought about. They wait for one another, so that nobody can try many.
const DOUBT: Duration = Duration::from_millis(500);
/// Who may use what is answered as part of their page.
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
/// Said with every answer: no other site may show this in a frame, where taps could be stolen, hold on to its window, or
/// read files as anything but what they are.
const ALWAYS: [(HeaderName, &str); 4] = [
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (RESOURCE, "same-origin"),
    (X_FRAME_OPTIONS, "DENY"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
];

/// All that is served.
pub struct Site {
    app: Option<PathBuf>,
    notes: Notes,
    dav: DavHandler,
    passwords: Option<Passwords>,
    /// The origins whose pages may ask for notes as well.
    pages: Vec<String>,
    /// Whether it is there for this computer alone.
    here: bool,
    /// Held by whoever has sent a wrong password.
    doubt: Mutex<()>,
}

impl Site {
    /// The app in a folder, if there is one, and notes that those may read and write who are known; everybody, if nobody
    /// says who that is. `pages`: the origins whose pages may ask for notes as well. `here`: it is there for this computer
    /// alone.
    pub fn new(
        app: Option<PathBuf>,
        notes: Notes,
        passwords: Option<Passwords>,
        pages: Vec<String>,
        here: bool,
    ) -> Site {
        use DavMethod::{Delete, Get, Head, MkCol, Options, PropFind, Put};
        let mut methods = DavMethodSet::none();
        for method in [Options, Get, Head, Put, Delete, MkCol, PropFind] {
            methods.add(method);
        }
        let dav = DavHandler::builder().filesystem(Box::new(notes.clone())).strip_prefix(SYNC).methods(methods);
        Site { app, notes, dav: dav.build_handler(), passwords, pages, here, doubt: Mutex::new(()) }
    }

    /// Answers.
    pub async fn answer(&self, request: Request<Incoming>) -> Response<Body> {
        let path = request.uri().path();
        let inside = path.strip_prefix(SYNC).filter(|rest| rest.is_empty() || rest.starts_with('/'));
        let to_notes = inside.is_some();
        let (mut answer, policy) = match (inside, decoded(path)) {
            (Some(inside), _) => {
                let inside = inside.to_owned();
                (self.to_notes(&inside, request).await, "default-src 'none'; frame-ancestors 'none'; sandbox")
            }
            (None, path) => {
                let (app, path) = (self.app.as_deref(), path.as_deref().and_then(|path| path.strip_prefix('/')));
                let answer = match (app, path) {
                    (Some(app), Some(path)) => app::answer(app, request.method(), path, request.headers()).await,
                    _ => app::empty(StatusCode::NOT_FOUND),
                };
                (answer, "frame-ancestors 'none'")
            }
        };
        let refuses = to_notes && answer.status() == StatusCode::UNAUTHORIZED;
        let head = answer.headers_mut();
        for (name, value) in ALWAYS {
            head.insert(name, HeaderValue::from_static(value));
        }
        if refuses {
            // It tells nothing. By it an app from elsewhere learns that somebody is here, and what has to be allowed.
            head.insert(RESOURCE, HeaderValue::from_static("cross-origin"));
        }
        head.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        answer
    }

    /// What is answered at `/sync`, behind which `inside` stands.
    async fn to_notes(&self, inside: &str, request: Request<Incoming>) -> Response<Body> {
        let is_json = inside.ends_with(".json");
        let page = self.page(&request);
        let mut answer = match self.refusal(&request).await {
            Some(refusal) => refusal,
            None => self.let_in(inside, request).await,
        };
        let read = answer.status() == StatusCode::OK || answer.status() == StatusCode::PARTIAL_CONTENT;
        let head = answer.headers_mut();
        head.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if read && head.contains_key(CONTENT_TYPE) {
            // Whatever somebody puts here is no page of this site.
            let kind = if is_json { "application/json" } else { "application/octet-stream" };
            head.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        if !self.pages.is_empty() {
            head.insert(VARY, HeaderValue::from_static("Origin"));
        }
        if let Some(page) = page {
            head.insert(ACCESS_CONTROL_ALLOW_ORIGIN, page);
            head.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(METHODS));
            head.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static(SAID));
            head.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static(REMEMBERED));
        }
        answer
    }

    /// The origin of the page that asks, if it is another one that may.
    fn page(&self, request: &Request<Incoming>) -> Option<HeaderValue> {
        let said = request.headers().get(ORIGIN)?;
        self.pages.iter().any(|page| said == page.as_str()).then(|| said.clone())
    }

    /// Why somebody is not let in, if they are not.
    async fn refusal(&self, request: &Request<Incoming>) -> Option<Response<Body>> {
        let head = request.headers();
        let Some(passwords) = &self.passwords else {
            // A page from elsewhere may have its own name lead here, and would then read as this site.
            return (self.here && !is_here(head)).then(|| app::empty(StatusCode::FORBIDDEN));
        };
        match head.get(AUTHORIZATION) {
            Some(said) if passwords.admit(said.as_bytes()) => return None,
            Some(_) => {
                let _alone = self.doubt.lock().await;
                tokio::time::sleep(DOUBT).await;
            }
            // That there is a place here is no secret: by this the app finds it.
            None if request.method() == Method::OPTIONS => return Some(what_this_is()),
            None => {}
        }
        let mut refusal = app::empty(StatusCode::UNAUTHORIZED);
        // At this a browser would ask for a password itself, over whatever the app shows.
        if head.get("x-requested-with").is_none_or(|by| by != "Porchlight") {
            let asks = HeaderValue::from_static("Basic realm=\"Porchlight\", charset=\"UTF-8\"");
            refusal.headers_mut().insert(WWW_AUTHENTICATE, asks);
        }
        Some(refusal)
    }

    /// What is answered to somebody who may.
    async fn let_in(&self, inside: &str, mut request: Request<Incoming>) -> Response<Body> {
        let method = request.method().clone();
        let writes = method == Method::PUT || method.as_str() == "MKCOL";
        let path = decoded(inside).map(|path| path.trim_matches('/').to_owned());
        let Some((file, path)) = path.and_then(|path| Some((self.notes.file(&path)?, path))) else {
            return app::empty(if writes { StatusCode::FORBIDDEN } else { StatusCode::NOT_FOUND });
        };
        if method == Method::OPTIONS {
            return what_this_is();
        }
        // The server takes the path as it stands here, with nothing encoded.
        let at = if inside.ends_with('/') || path.is_empty() { "/" } else { "" };
        let Ok(uri) = format!("{SYNC}{}{path}{at}", if path.is_empty() { "" } else { "/" }).parse() else {
            return app::empty(StatusCode::BAD_REQUEST);
        };
        *request.uri_mut() = uri;
        if method == Method::DELETE && file.is_dir() {
            return app::empty(remove_folder(&path, &file));
        }
        if method == Method::PUT {
            if !file.parent().is_some_and(Path::is_dir) {
                return app::empty(StatusCode::CONFLICT);
            }
            if request.headers().contains_key(CONTENT_RANGE) {
                return app::empty(StatusCode::BAD_REQUEST);
            }
        }
        let only_new = request.headers().get(IF_NONE_MATCH).is_some_and(|tags| tags == "*");
        let mut answer = self.dav.handle(request).await;
        // Somebody else has put one of this name there meanwhile.
        if method == Method::PUT && only_new && answer.status() == StatusCode::METHOD_NOT_ALLOWED {
            *answer.status_mut() = StatusCode::PRECONDITION_FAILED;
        }
        answer
    }
}

/// Says that this is a place to sync with.
fn what_this_is() -> Response<Body> {
    let mut answer = app::empty(StatusCode::OK);
    answer.headers_mut().insert("dav", HeaderValue::from_static("1"));
    answer.headers_mut().insert(ALLOW, HeaderValue::from_static(METHODS));
    answer
}

/// Removes a folder that nothing is in. One with notes stays: somebody who means that is at this computer.
fn remove_folder(path: &str, folder: &Path) -> StatusCode {
    if path.is_empty() {
        return StatusCode::FORBIDDEN;
    }
    match fs::remove_dir(folder) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(error) if error.kind() == ErrorKind::NotFound => StatusCode::NOT_FOUND,
        Err(_) => StatusCode::FORBIDDEN,
    }
}

/// Whether somebody asks for this computer by a name that no other site can have.
fn is_here(head: &HeaderMap) -> bool {
    let host = head.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').filter(|(_, port)| !port.ends_with(']')).map_or(host, |(name, _)| name);
    ["localhost", "[::1]"].contains(&name) || name.parse::<Ipv4Addr>().is_ok_and(|at| at.is_loopback())
}

/// Undoes `%XX`; none where that is none, or makes no text.
fn decoded(path: &str) -> Option<String> {
    let (mut out, mut rest) = (Vec::with_capacity(path.len()), path.as_bytes());
    while let Some((first, more)) = rest.split_first() {
        rest = if *first == b'%' {
            let (digits, behind) = more.split_at_checked(2)?;
            let digits = std::str::from_utf8(digits).ok().filter(|two| !two.starts_with('+'))?;
            out.push(u8::from_str_radix(digits, 16).ok()?);
            behind
        } else {
            out.push(*first);
            more
        };
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_read_or_refused() {
        assert_eq!(decoded("/a%20b%C3%A4").as_deref(), Some("/a bä"));
        for broken in ["%", "%2", "%zz", "%+1", "%ff"] {
            assert_eq!(decoded(broken), None, "{broken}");
        }
    }

    #[test]
    fn only_names_of_this_computer_are_here() {
        let asks = |host: &'static str| is_here(&HeaderMap::from_iter([(HOST, HeaderValue::from_static(host))]));
        assert!(["localhost", "localhost:8080", "127.0.0.1:80", "[::1]:8080", "[::1]"].into_iter().all(asks));
        assert!(
            !["evil.example", "evil.example:8080", "localhost.evil.example", "127.evil.example", ""]
                .into_iter()
                .any(asks)
        );
    }
}
