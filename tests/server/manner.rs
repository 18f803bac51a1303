//! What a good host adds to the plain bytes of a file.

use super::link::Link;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How a server answers, apart from what it serves.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// As a good host does: with the headers that README.md asks for, and compressed where `FILE.br` or `FILE.gz` lies
    /// beside a file and the browser takes it.
    pub host: bool,
    /// Over a slow network.
    pub link: Option<Arc<Link>>,
}

/// What no answer of a good host lacks: no other site may show the app in a frame, where taps could be stolen, or hold
/// on to its window.
const ALWAYS: &str = "Content-Security-Policy: frame-ancestors 'none'\r\nX-Frame-Options: DENY\r\n\
                      Cross-Origin-Opener-Policy: same-origin\r\nVary: Accept-Encoding\r\n";

/// The file to send for this one, and what is said of it in the head, given what the browser accepts.
pub fn of_a_host(file: &Path, accepts: &str) -> (PathBuf, String) {
    let caching = if named_by_content(file) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let head = format!("{ALWAYS}Cache-Control: {caching}\r\n");
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        let packed = PathBuf::from(format!("{}.{ending}", file.display()));
        let taken = accepts.split(',').any(|one| one.split(';').next().is_some_and(|one| one.trim() == encoding));
        if taken && fs::exists(&packed).unwrap_or_default() {
            return (packed, format!("{head}Content-Encoding: {encoding}\r\n"));
        }
    }
    (file.to_owned(), head)
}

/// Whether a file carries its content's hash in its name, so that what lies in a cache is never stale.
fn named_by_content(file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.split(['-', '_', '.']).any(|part| part.len() >= 15 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
