//! The files of the app, with the headers that a good host sends.

use dav_server::body::Body;
use hyper::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap,
    IF_NONE_MATCH, LOCATION, VARY,
};
use hyper::{Method, Response, StatusCode};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A file that is there, as one answer is made of it.
struct Found {
    /// What it is, by its name.
    kind: &'static str,
    /// How its bytes are compressed.
    encoding: Option<&'static str>,
    etag: String,
    bytes: Vec<u8>,
}

/// What to answer somebody who asks for a path, without the `/` it begins with and with nothing encoded.
pub async fn answer(app: &Path, method: &Method, path: &str, head: &HeaderMap) -> Response<Body> {
    if method != Method::GET && method != Method::HEAD {
        let mut refused = empty(StatusCode::METHOD_NOT_ALLOWED);
        refused.headers_mut().insert(ALLOW, const { hyper::header::HeaderValue::from_static("GET, HEAD") });
        return refused;
    }
    let said = |name| head.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (accepts, known) = (said(ACCEPT_ENCODING), said(IF_NONE_MATCH));
    let Some(file) = file_of(app, path) else { return empty(StatusCode::NOT_FOUND) };
    if file.is_dir() {
        // What its page names beside itself stands in it.
        return moved(path);
    }
    let caching = if named_by_content(&file) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let found = match tokio::task::spawn_blocking(move || find(&file, &accepts)).await {
        Ok(Ok(found)) => found,
        Ok(Err(error)) if error.kind() == io::ErrorKind::PermissionDenied => return empty(StatusCode::FORBIDDEN),
        _ => return empty(StatusCode::NOT_FOUND),
    };
    let same = known.split(',').any(|one| one.trim().trim_start_matches("W/") == found.etag);
    let answer =
        Response::builder().header(CACHE_CONTROL, caching).header(ETAG, &found.etag).header(VARY, "Accept-Encoding");
    let answer = match found.encoding {
        Some(encoding) => answer.header(CONTENT_ENCODING, encoding),
        None => answer,
    };
    let answer = if same {
        answer.status(StatusCode::NOT_MODIFIED).body(Body::empty())
    } else {
        let answer = answer.header(CONTENT_TYPE, found.kind).header(CONTENT_LENGTH, found.bytes.len());
        let body = if method == Method::HEAD { Body::empty() } else { hyper::body::Bytes::from(found.bytes).into() };
        answer.body(body)
    };
    answer.unwrap_or_else(|_| empty(StatusCode::INTERNAL_SERVER_ERROR))
}

/// An answer without a body.
pub fn empty(status: StatusCode) -> Response<Body> {
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_LENGTH, const { hyper::header::HeaderValue::from_static("0") });
    answer
}

/// Sends whoever asks for a folder to the same with `/` behind it.
fn moved(path: &str) -> Response<Body> {
    let last = path.rsplit('/').next().unwrap_or_default();
    let answer = Response::builder().status(StatusCode::MOVED_PERMANENTLY).header(LOCATION, format!("{last}/"));
    answer.header(CONTENT_LENGTH, 0).body(Body::empty()).unwrap_or_else(|_| empty(StatusCode::NOT_FOUND))
}

/// The file that a path means: the page of a folder for one that ends with `/`. None if it leads out of the folder, or to
/// something hidden.
fn file_of(app: &Path, path: &str) -> Option<PathBuf> {
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    path.split('/').all(plain).then(|| path.split('/').fold(app.to_owned(), |at, part| at.join(part)))
}

/// Reads a file, or the compressed one that lies beside it where a browser takes that.
fn find(file: &Path, accepts: &str) -> io::Result<Found> {
    let taken =
        |encoding: &str| accepts.split(',').any(|one| one.split(';').next().is_some_and(|one| one.trim() == encoding));
    let packed = [("br", "br"), ("gzip", "gz")].into_iter().find_map(|(encoding, ending)| {
        let packed = PathBuf::from(format!("{}.{ending}", file.display()));
        (taken(encoding) && packed.is_file()).then_some((encoding, packed))
    });
    let (encoding, sent) = packed.map_or((None, file.to_owned()), |(encoding, packed)| (Some(encoding), packed));
    let about = fs::metadata(&sent)?;
    let age = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_micros();
    let etag = format!("\"{:x}-{age:x}-{}\"", about.len(), encoding.unwrap_or("plain"));
    Ok(Found { kind: content_type(file), encoding, etag, bytes: fs::read(&sent)? })
}

/// Whether a file carries its content's hash in its name, so that what lies in a cache is never stale.
fn named_by_content(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.split(['-', '_', '.']).any(|part| part.len() >= 15 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("ico") => "image/x-icon",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        // Browsers compile while loading only if the type says that it is wasm.
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_a_file_of_the_app_and_nowhere_else() {
        let app = Path::new("/app");
        assert_eq!(file_of(app, ""), Some("/app/index.html".into()));
        assert_eq!(file_of(app, "docs/"), Some("/app/docs/index.html".into()));
        assert_eq!(file_of(app, "sw.js"), Some("/app/sw.js".into()));
        for out in ["..", "../etc/passwd", "a/../../b", ".git/config", "a//b", "/etc/passwd", "a\\..\\b", "C:"] {
            assert_eq!(file_of(app, out), None, "{out}");
        }
    }
}
