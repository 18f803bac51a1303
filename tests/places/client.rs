//! A client that asks servers as a browser does: it follows redirections, takes answers that are compressed, and takes
//! nothing for an answer that breaks off.

use async_trait::async_trait;
use porchlight::ports::http::{Http, HttpError, Request, Response};
use porchlight::ports::url::Url;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

/// How long a connection may say nothing.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Client;

#[async_trait(?Send)]
impl Http for Client {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        let (mut url, mut redirected) = (request.url.clone(), false);
        for _ in 0..5 {
            let mut answer = once(&request, &url).map_err(|error| HttpError::Unanswered(error.to_string()))?;
            let location = answer.header("location").map(str::to_owned);
            match location.filter(|_| [301, 302, 307, 308].contains(&answer.status)) {
                Some(location) => {
                    let origin = Url::parse(&url).unwrap().origin();
                    url = if location.starts_with('/') { format!("{origin}{location}") } else { location };
                    redirected = true;
                }
                None => {
                    (answer.url, answer.redirected) = (url, redirected);
                    return Ok(answer);
                }
            }
        }
        Err(HttpError::Unanswered("it leads round in circles".into()))
    }

    fn may_reach(&self, _: &str) -> Result<(), HttpError> {
        Ok(())
    }

    fn page(&self) -> Option<Url> {
        None
    }
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

/// One question on a connection of its own.
fn once(request: &Request, url: &str) -> io::Result<Response> {
    let (server, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).unwrap();
    let mut stream = TcpStream::connect(server)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = format!("{} /{path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n", request.method);
    head += "Accept-Encoding: gzip\r\nX-Requested-With: Porchlight\r\n";
    for (name, value) in &request.headers {
        head += &format!("{name}: {value}\r\n");
    }
    let body = request.body.as_deref().unwrap_or_default();
    if request.body.is_some() || ["PUT", "POST"].contains(&request.method) {
        head += &format!("Content-Length: {}\r\n", body.len());
    }
    // Whoever refuses may close before all is sent, and has answered.
    drop(stream.write_all(&[head.as_bytes(), b"\r\n", body].concat()));
    let mut bytes = Vec::new();
    let ended = stream.read_to_end(&mut bytes);
    match Response::read(request.method, &bytes) {
        Err(error) => Err(ended.err().unwrap_or(error)),
        whole => whole,
    }
}

trait Answer: Sized {
    fn read(method: &str, bytes: &[u8]) -> io::Result<Self>;
}

impl Answer for Response {
    fn read(method: &str, bytes: &[u8]) -> io::Result<Response> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(|| broken("no whole head"))?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())).collect();
        let status = status.ok_or_else(|| broken("no status"))?;
        let mut answer = Response { status, headers, ..Response::default() };
        let rest = &bytes[end + 4..];
        if method == "HEAD" || [204, 304].contains(&status) {
            return Ok(answer);
        }
        let length = answer.header("content-length").map(|length| length.parse::<usize>().unwrap_or_default());
        answer.body = match (answer.header("transfer-encoding"), length) {
            (Some(_), _) => joined(rest).ok_or_else(|| broken("it breaks off in its chunks"))?,
            (None, Some(length)) => rest.get(..length).ok_or_else(|| broken("it breaks off"))?.to_vec(),
            (None, None) => rest.to_vec(),
        };
        if answer.header("content-encoding") == Some("gzip") {
            answer.body = unpacked(&answer.body)?;
        }
        Ok(answer)
    }
}

/// What was sent in chunks; none if the last is missing.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(&rest[..line]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        rest = rest.get(line + 2..)?;
        if size == 0 {
            return Some(whole);
        }
        whole.extend(rest.get(..size)?);
        rest = rest.get(size + 2..)?;
    }
}

/// What `gzip` made, by `gzip` itself, which every system has.
fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = Command::new("gzip").arg("-dc").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let (mut to, mut from) = (gzip.stdin.take().unwrap(), gzip.stdout.take().unwrap());
    let bytes = bytes.to_vec();
    let writing = std::thread::spawn(move || to.write_all(&bytes));
    let mut whole = Vec::new();
    from.read_to_end(&mut whole)?;
    writing.join().unwrap()?;
    if gzip.wait()?.success() { Ok(whole) } else { Err(broken("it is not what gzip made")) }
}
