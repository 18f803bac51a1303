//! HTTP by hand, so that a test sends exactly what it says, right or wrong.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// By their names in small letters.
    pub head: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    /// What was said under a name; nothing, if nothing was.
    pub fn said(&self, name: &str) -> &str {
        self.head.get(name).map(String::as_str).unwrap_or_default()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// Takes apart what came until the connection was closed.
    pub fn of(bytes: &[u8]) -> Answer {
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("there is no whole answer: {:?}", String::from_utf8_lossy(bytes)));
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let (first, rest) = head.split_once("\r\n").unwrap_or((head, ""));
        let pairs = rest.lines().filter_map(|line| line.split_once(':'));
        let head: BTreeMap<_, _> =
            pairs.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())).collect();
        let body = match head.get("transfer-encoding") {
            Some(_) => joined(&bytes[end + 4..]),
            None => bytes[end + 4..].to_vec(),
        };
        Answer { status: first.split(' ').nth(1).unwrap().parse().unwrap(), head, body }
    }
}

/// What was sent in chunks.
fn joined(mut rest: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(line) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..line]).unwrap(), 16).unwrap();
        if size == 0 {
            break;
        }
        out.extend(&rest[line + 2..line + 2 + size]);
        rest = &rest[line + 2 + size + 2..];
    }
    out
}

/// The bytes of a request that is the only one of its connection; `head` are whole lines.
pub fn request(method: &str, path: &str, head: &[&str], body: &[u8]) -> Vec<u8> {
    let hosted = head.iter().any(|line| line.to_ascii_lowercase().starts_with("host:"));
    let host = if hosted { "" } else { "Host: localhost\r\n" };
    let length = body.len();
    let lines: String = head.iter().map(|line| format!("{line}\r\n")).collect();
    let head =
        format!("{method} {path} HTTP/1.1\r\n{host}Connection: close\r\nContent-Length: {length}\r\n{lines}\r\n");
    [head.as_bytes(), body].concat()
}

/// Asks whoever listens there.
pub fn ask(at: &str, method: &str, path: &str, head: &[&str], body: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(at).unwrap();
    // Whoever refuses may close before all has been sent.
    drop(stream.write_all(&request(method, path, head, body)));
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    Answer::of(&answer)
}
