//! Asking servers, by the browser's `fetch`.

use super::tabs::pass;
use crate::ports::http::{Http, HttpError, Request, Response, Unsaid};
use crate::ports::reach;
use crate::ports::url::Url;
use async_trait::async_trait;
use futures_util::future::{Either, select};
use js_sys::{Array, ArrayBuffer, Promise, Reflect, Uint8Array};
use std::pin::pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect};

/// How long an answer may take, in milliseconds.
const PATIENCE_MS: usize = 60_000;
/// How many bytes may take a millisecond more, there or back: 10 KB a second are little, and still something.
const SLOWEST: usize = 10;

/// Servers, as the browser lets the page ask them.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserHttp;

/// What breaks off what was asked when nobody waits for it any longer.
struct Abort(AbortController);

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[async_trait(?Send)]
impl Http for BrowserHttp {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        self.may_reach(&request.url)?;
        let abort = Abort(AbortController::new().map_err(unanswered)?);
        let bytes = request.body.as_ref().map_or(0, Vec::len);
        let answer = match within(bytes, fetch(init(&request, &abort)?, &request.url)).await? {
            Ok(answer) => answer,
            Err(cause) if same_origin(&request.url) || offline() => return Err(unanswered(cause)),
            Err(cause) => once_more(&request, bytes, &abort, cause).await?,
        };
        read(&answer).await
    }

    fn may_reach(&self, url: &str) -> Result<(), HttpError> {
        match (self.page(), Url::parse(url)) {
            (Some(page), Some(url)) => reach::may_reach(&page, &policies(), &url),
            _ => Ok(()),
        }
    }

    fn page(&self) -> Option<Url> {
        let location = web_sys::window()?.location();
        Url::parse(&format!("{}{}", location.origin().ok()?, location.pathname().ok()?))
    }

    fn is_metered(&self) -> bool {
        // Chromium tells, the others do not.
        let told = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
        let connection = web_sys::window().and_then(|window| told(&window.navigator(), "connection"));
        let Some(connection) = connection.filter(|connection| connection.is_object()) else { return false };
        let cellular =
            told(&connection, "type").and_then(|kind| kind.as_string()).is_some_and(|kind| kind == "cellular");
        cellular || told(&connection, "saveData").is_some_and(|saves| saves.is_truthy())
    }
}

fn unanswered(cause: JsValue) -> HttpError {
    let told = cause.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    HttpError::Unanswered(told.unwrap_or_else(|| format!("{cause:?}")))
}

/// The same, unless it takes too long for so many bytes.
async fn within<T>(bytes: usize, work: impl Future<Output = T>) -> Result<T, HttpError> {
    let time = i32::try_from(PATIENCE_MS + bytes / SLOWEST).unwrap_or(i32::MAX);
    match select(pin!(work), pin!(pass(time))).await {
        Either::Left((done, _)) => Ok(done),
        Either::Right(_) => Err(HttpError::Silent),
    }
}

async fn fetch(init: RequestInit, url: &str) -> Result<web_sys::Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    Ok(JsFuture::from(window.fetch_with_str_and_init(url, &init)).await?.unchecked_into())
}

/// Asks a server of another origin that gave no answer again, or finds out what it does not say. The browser tells the page
/// no more than that it may not read, so less and less is asked for, until it may.
async fn once_more(
    request: &Request,
    bytes: usize,
    abort: &Abort,
    cause: JsValue,
) -> Result<web_sys::Response, HttpError> {
    let answers = async |method: &str, mode: RequestMode| {
        let init = RequestInit::new();
        init.set_method(method);
        init.set_mode(mode);
        init.set_cache(RequestCache::NoStore);
        init.set_credentials(RequestCredentials::Omit);
        init.set_signal(Some(&abort.0.signal()));
        Ok::<_, HttpError>(within(0, fetch(init, &request.url)).await?.is_ok())
    };
    // What comes of this is shown to nobody, so no server has to allow it.
    if !answers("GET", RequestMode::NoCors).await? {
        return Err(unanswered(cause));
    }
    // This needs no more than one header.
    if !answers("GET", RequestMode::Cors).await? {
        return Err(HttpError::Hidden(Unsaid::Origin));
    }
    // A network that was gone for a moment is no fault of the server’s.
    if let Ok(answer) = within(bytes, fetch(init(request, abort)?, &request.url)).await? {
        return Ok(answer);
    }
    Err(HttpError::Hidden(match request.method {
        "GET" | "HEAD" | "POST" => Unsaid::Headers,
        // Asking what there is changes nothing, so it can be asked without more.
        "PROPFIND" if answers("PROPFIND", RequestMode::Cors).await? => Unsaid::Headers,
        "PROPFIND" => Unsaid::Methods,
        _ => Unsaid::MethodsOrHeaders,
    }))
}

fn init(request: &Request, abort: &Abort) -> Result<RequestInit, HttpError> {
    let headers = Headers::new().map_err(unanswered)?;
    if same_origin(&request.url) {
        // Servers that see it send no question for a password, which the browser would show. It shows none for other
        // origins, and they would have to allow it: CouchDB does not, unless somebody sees to it.
        headers.set("X-Requested-With", "Porchlight").map_err(unanswered)?;
    }
    for (name, value) in &request.headers {
        headers.set(name, value).map_err(unanswered)?;
    }
    let own = request.headers.iter().any(|(name, _)| *name == "Authorization");
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_headers(&headers);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Follow);
    // Who names a password is nobody else: a session of the browser's would come between.
    let credentials = same_origin(&request.url) && !own;
    init.set_credentials(if credentials { RequestCredentials::SameOrigin } else { RequestCredentials::Omit });
    init.set_signal(Some(&abort.0.signal()));
    if let Some(body) = &request.body {
        init.set_body(&Uint8Array::from(&body[..]));
    }
    Ok(init)
}

/// The whole of an answer.
async fn read(answer: &web_sys::Response) -> Result<Response, HttpError> {
    let pairs = js_sys::try_iter(&answer.headers()).map_err(unanswered)?;
    let pair = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    let headers: Vec<_> = pairs.into_iter().flatten().flatten().filter_map(pair).collect();
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let bytes: Promise<ArrayBuffer> = answer.array_buffer().map_err(unanswered)?.unchecked_into();
    // Where it is not told how much comes, it is as much as a file of notes may be.
    let bytes = within(length.unwrap_or(4_000_000), JsFuture::from(bytes)).await?.map_err(unanswered)?;
    Ok(Response {
        status: answer.status(),
        headers,
        body: Uint8Array::new(&bytes).to_vec(),
        url: answer.url(),
        redirected: answer.redirected(),
    })
}

fn same_origin(url: &str) -> bool {
    let page = BrowserHttp.page();
    page.zip(Url::parse(url)).is_some_and(|(page, url)| page.origin() == url.origin())
}

fn offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}

/// The policies that the page itself says it has. Those that came with it are told to nobody.
fn policies() -> Vec<String> {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector_all("meta[http-equiv]").ok());
    let Some(found) = found else { return Vec::new() };
    let metas = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<web_sys::Element>().ok());
    let is_policy = |meta: &web_sys::Element| {
        meta.get_attribute("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("Content-Security-Policy"))
    };
    metas.filter(is_policy).filter_map(|meta| meta.get_attribute("content")).collect()
}
