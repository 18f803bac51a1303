//! A static file server small enough to be broken on purpose: it can be stopped for real,
//! swap the folder it serves, and answer any path wrongly. `make run` serves with it too.

#![allow(dead_code, reason = "every program that includes this uses a part of it")]

pub mod link;
pub mod manner;

use manner::Manner;
use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How a path is answered wrongly.
#[derive(Clone, Debug)]
pub enum Fault {
    /// As if the file had not been uploaded.
    NotFound,
    /// Another content under the same name, as from a stale cache or a captive portal.
    Bytes(Vec<u8>),
    /// The connection is cut after so many bytes of the body.
    Truncated(usize),
    /// Any status, with an empty body.
    Status(u16),
    /// The browser is sent to another address, as by a captive portal.
    Moved(&'static str),
    /// Nothing comes until the fault is taken back, as over a network that is nearly gone.
    Held,
}

/// A running server; dropping it closes the port and cuts every connection.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
    accepting: Option<JoinHandle<()>>,
}

/// What the connections share.
#[derive(Debug)]
struct Site {
    folder: Mutex<PathBuf>,
    /// Where the folder appears: "/" or "/some/path/".
    prefix: String,
    manner: Manner,
    faults: Mutex<HashMap<String, Fault>>,
    /// How everything is answered wrongly that has no fault of its own.
    everywhere: Mutex<Option<Fault>>,
    requests: Mutex<Vec<String>>,
    stopping: AtomicBool,
    open: Mutex<HashMap<u64, TcpStream>>,
    next: AtomicU64,
}

impl Server {
    /// Serves `folder` on a free port.
    pub fn start(folder: impl Into<PathBuf>) -> io::Result<Server> {
        Server::start_at(folder, 0, "/")
    }

    /// Serves `folder` under `prefix` on 127.0.0.1 at `port`; 0 takes a free one.
    pub fn start_at(folder: impl Into<PathBuf>, port: u16, prefix: &str) -> io::Result<Server> {
        Server::start_with(folder, port, prefix, Manner::default())
    }

    /// The same in a manner of its own.
    pub fn start_with(folder: impl Into<PathBuf>, port: u16, prefix: &str, manner: Manner) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let inner = prefix.trim_matches('/');
        let site = Arc::new(Site {
            folder: Mutex::new(folder.into()),
            prefix: if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") },
            manner,
            faults: Mutex::default(),
            everywhere: Mutex::default(),
            requests: Mutex::default(),
            stopping: AtomicBool::new(false),
            open: Mutex::default(),
            next: AtomicU64::new(0),
        });
        let accepting = thread::spawn({
            let site = Arc::clone(&site);
            move || accept(&listener, &site)
        });
        Ok(Server { address, site, accepting: Some(accepting) })
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address of the front page. By name, because browsers hold `localhost` for secure.
    pub fn url(&self) -> String {
        format!("http://localhost:{}{}", self.port(), self.site.prefix)
    }

    /// Answers `path` (relative to the folder, "" for the front page) with a fault from now on.
    pub fn break_path(&self, path: &str, fault: Fault) {
        held(&self.site.faults).insert(path.to_owned(), fault);
    }

    /// Answers every path with a fault from now on.
    pub fn break_all(&self, fault: Fault) {
        *held(&self.site.everywhere) = Some(fault);
    }

    /// Takes every fault back.
    pub fn mend(&self) {
        held(&self.site.faults).clear();
        *held(&self.site.everywhere) = None;
    }

    /// Serves another folder from now on: how a new version is deployed.
    pub fn deploy(&self, folder: impl Into<PathBuf>) {
        *held(&self.site.folder) = folder.into();
    }

    /// The paths asked for so far, relative to the folder, in order; the list starts anew.
    pub fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut *held(&self.site.requests))
    }

    /// Whether `path` was asked for since the list was last taken.
    pub fn was_asked(&self, path: &str) -> bool {
        held(&self.site.requests).iter().any(|asked| asked == path)
    }

    /// Stops, so that the port refuses connections. The same as dropping, but it reads better.
    pub fn stop(self) {}

    /// Blocks for as long as the server runs.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            drop(accepting.join());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.site.stopping.store(true, Ordering::SeqCst);
        // The thread waits in accept(); a connection of our own makes it look up.
        drop(TcpStream::connect(self.address));
        if let Some(accepting) = self.accepting.take() {
            drop(accepting.join());
        }
        for stream in held(&self.site.open).values() {
            drop(stream.shutdown(Shutdown::Both));
        }
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming() {
        if site.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let Ok(copy) = stream.try_clone() else { continue };
        let number = site.next.fetch_add(1, Ordering::SeqCst);
        held(&site.open).insert(number, copy);
        let site = Arc::clone(site);
        thread::spawn(move || {
            // A browser that goes away mid-answer is nobody's problem.
            drop(converse(&stream, &site));
            drop(stream.shutdown(Shutdown::Both));
            held(&site.open).remove(&number);
        });
    }
}

/// Answers one request after the other on one connection.
fn converse(stream: &TcpStream, site: &Site) -> io::Result<()> {
    // Small answers leave at once instead of waiting for more to send.
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream);
    while let Some(asked) = read_head(&mut lines)? {
        if let Some(link) = &site.manner.link {
            link.turn_around();
        }
        if !answer(stream, site, &asked)? {
            break;
        }
    }
    Ok(())
}

/// What is asked for: the first line of a request, and the one header that matters here.
struct Asked {
    method: String,
    target: String,
    /// How an answer may be compressed.
    accepts: String,
}

/// The head of the next request.
fn read_head(lines: &mut impl BufRead) -> io::Result<Option<Asked>> {
    let mut head = String::new();
    loop {
        let mut line = String::new();
        let read = lines.take(8192).read_line(&mut line)?;
        if read == 0 || head.len() > 65536 {
            return Ok(None);
        }
        if line == "\r\n" || line == "\n" {
            break;
        }
        head.push_str(&line);
    }
    let mut words = head.split_whitespace();
    let accepts = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("accept-encoding").then(|| value.to_owned())
    });
    Ok(match (words.next(), words.next()) {
        (Some(method), Some(target)) => {
            Some(Asked { method: method.to_owned(), target: target.to_owned(), accepts: accepts.unwrap_or_default() })
        }
        _ => None,
    })
}

/// What plain answers say besides: nothing is taken from a cache without asking.
const PLAINLY: &str = "Cache-Control: no-cache\r\n";

/// Whether the connection can go on after this answer.
fn answer(mut stream: &TcpStream, site: &Site, asked: &Asked) -> io::Result<bool> {
    let body_too = asked.method == "GET";
    let send = |status: &str, kind: &str, more: &str, body: &[u8]| {
        let length = body.len();
        let nosniff = "X-Content-Type-Options: nosniff";
        let head =
            format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{more}{nosniff}\r\n\r\n");
        let answer = [head.as_bytes(), if body_too { body } else { b"" }].concat();
        site.manner.link.as_ref().map_or_else(|| (&*stream).write_all(&answer), |link| link.carry(stream, &answer))
    };
    if !body_too && asked.method != "HEAD" {
        send("405 Method Not Allowed", "text/plain", PLAINLY, b"")?;
        return Ok(false);
    }
    let target = asked.target.split(['?', '#']).next().unwrap_or_default();
    if format!("{target}/") == site.prefix {
        let location = format!("{PLAINLY}Location: {}\r\n", site.prefix);
        send("301 Moved Permanently", "text/plain", &location, b"")?;
        return Ok(true);
    }
    let path = target.strip_prefix(site.prefix.as_str()).map(decode);
    if let Some(path) = &path {
        held(&site.requests).push(path.clone());
    }
    let fault = loop {
        let fault = path.as_ref().and_then(|path| held(&site.faults).get(path).cloned());
        match fault.or_else(|| held(&site.everywhere).clone()) {
            Some(Fault::Held) if site.stopping.load(Ordering::SeqCst) => return Ok(false),
            Some(Fault::Held) => thread::sleep(Duration::from_millis(10)),
            fault => break fault,
        }
    };
    let file = path.and_then(|path| file_of(&held(&site.folder), &path));
    let kind = file.as_deref().map_or("text/plain", content_type);
    let (file, more) = match file {
        Some(file) if site.manner.host => {
            let (file, more) = manner::of_a_host(&file, &asked.accepts);
            (Some(file), more)
        }
        file => (file, PLAINLY.to_owned()),
    };

    match (fault, file.map(fs::read)) {
        (Some(Fault::Status(status)), _) => send(&format!("{status} Fault"), kind, PLAINLY, b"")?,
        (Some(Fault::Moved(address)), _) => {
            send("302 Found", "text/plain", &format!("{PLAINLY}Location: {address}\r\n"), b"")?;
        }
        (Some(Fault::Bytes(bytes)), _) => send("200 OK", kind, PLAINLY, &bytes)?,
        (Some(Fault::Truncated(length)), Some(Ok(bytes))) => {
            write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n", bytes.len())?;
            stream.write_all(&bytes[..length.min(bytes.len())])?;
            return Ok(false);
        }
        (None, Some(Ok(bytes))) => send("200 OK", kind, &more, &bytes)?,
        _ => send("404 Not Found", "text/plain", PLAINLY, b"Not found")?,
    }
    Ok(true)
}

/// The file a path stands for, if it stays inside the folder.
fn file_of(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(path);
    match inside {
        true if file.is_dir() => Some(file.join("index.html")),
        true => Some(file),
        false => None,
    }
}

/// Undoes %XX; what is no valid escape stays as it is.
fn decode(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = (bytes[at] == b'%').then(|| path.get(at + 1..at + 3)).flatten();
        match escape.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
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
