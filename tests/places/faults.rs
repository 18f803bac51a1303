//! What stands between a tablet and a server, and breaks what goes through it.

#![allow(dead_code, reason = "every program that includes this uses a part of it")]

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It goes through, and so does the answer.
    None,
    /// Nobody takes it.
    Refused,
    /// Only half of it reaches the server.
    HalfSent,
    /// The server does it, and its answer is lost.
    AnswerLost,
    /// The answer breaks off after this share of it, in tenths.
    AnswerCut(u8),
    /// The answer comes in many small pieces.
    Slow,
    /// It does not reach the server, and this is the answer.
    Status(u16),
    /// The page of a login answers.
    LoginPage,
    /// Nobody ever answers.
    Silent,
}

/// All that can happen to one request of many; whoever is never answered goes on with none.
pub const ALL: [Fault; 12] = [
    Fault::Refused,
    Fault::HalfSent,
    Fault::AnswerLost,
    Fault::AnswerCut(1),
    Fault::AnswerCut(9),
    Fault::Slow,
    Fault::Status(412),
    Fault::Status(507),
    Fault::Status(401),
    Fault::Status(429),
    Fault::Status(500),
    Fault::LoginPage,
];

/// What is to happen.
#[derive(Clone, Copy, Debug)]
pub enum Weather {
    /// Nothing.
    Fair,
    /// Something, to one request in so many, by chance.
    Foul { one_in: u64, seed: u64 },
    /// This, to one request: that which has so many before it.
    Once { before: usize, fault: Fault },
    /// This, to every request.
    Always(Fault),
}

struct Shared {
    upstream: String,
    weather: Mutex<Weather>,
    /// How many requests there were since the weather was made.
    count: Mutex<usize>,
    /// What was broken.
    broken: Mutex<Vec<Fault>>,
    /// What is said in the head of every answer of its own: that pages of another origin may read it.
    says: String,
    /// A header that no answer has any more when it comes out.
    hides: Mutex<&'static str>,
    /// Connections of those who are never answered.
    unanswered: Mutex<Vec<TcpStream>>,
    ends: AtomicBool,
}

/// A proxy; it ends with the test.
pub struct Proxy {
    /// Where it listens, `127.0.0.1:PORT`.
    pub at: String,
    shared: Arc<Shared>,
    serving: Option<JoinHandle<()>>,
}

impl Proxy {
    /// In front of a server.
    pub fn before(upstream: &str) -> Proxy {
        Proxy::saying(upstream, String::new())
    }

    /// In front of a server that a page of this origin may ask. What a browser asks first (`OPTIONS`) goes through always.
    pub fn for_pages(upstream: &str, origin: &str) -> Proxy {
        Proxy::saying(upstream, format!("Access-Control-Allow-Origin: {origin}\r\n"))
    }

    fn saying(upstream: &str, says: String) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap().to_string();
        let shared = Arc::new(Shared {
            upstream: upstream.to_owned(),
            weather: Mutex::new(Weather::Fair),
            count: Mutex::new(0),
            broken: Mutex::default(),
            says,
            hides: Mutex::default(),
            unanswered: Mutex::default(),
            ends: AtomicBool::new(false),
        });
        let on_thread = shared.clone();
        let serving = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if on_thread.ends.load(Ordering::SeqCst) {
                    return;
                }
                // Each on its own: browsers open some that they use later, or never.
                let on_thread = on_thread.clone();
                // A connection that breaks is what this is for.
                std::thread::spawn(move || drop(stream.and_then(|stream| on_thread.pass(stream))));
            }
        });
        Proxy { at, shared, serving: Some(serving) }
    }

    /// From now on, this happens.
    pub fn make(&self, weather: Weather) {
        *self.shared.weather.lock().unwrap() = weather;
        *self.shared.count.lock().unwrap() = 0;
    }

    /// From now on, no answer has this header; empty: each has all of its own.
    pub fn hide(&self, header: &'static str) {
        *self.shared.hides.lock().unwrap() = header;
    }

    /// What was broken since this was asked last.
    pub fn broken(&self) -> Vec<Fault> {
        std::mem::take(&mut self.shared.broken.lock().unwrap())
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.ends.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(&self.at));
        drop(self.serving.take().map(JoinHandle::join));
    }
}

impl Shared {
    fn next(&self) -> Fault {
        let mut count = self.count.lock().unwrap();
        let before = *count;
        *count += 1;
        let fault = match *self.weather.lock().unwrap() {
            Weather::Foul { one_in, seed } => {
                let roll = mixed(seed.wrapping_add(before as u64));
                if roll.is_multiple_of(one_in) { ALL[(roll / one_in) as usize % ALL.len()] } else { Fault::None }
            }
            Weather::Once { before: at, fault } if at == before => fault,
            Weather::Always(fault) => fault,
            _ => Fault::None,
        };
        if fault != Fault::None {
            self.broken.lock().unwrap().push(fault);
        }
        fault
    }

    fn pass(&self, mut client: TcpStream) -> std::io::Result<()> {
        let (request, body_at) = request(&mut client)?;
        let fault = if request.starts_with(b"OPTIONS ") { Fault::None } else { self.next() };
        match fault {
            Fault::Refused => return client.shutdown(Shutdown::Both),
            Fault::Silent => {
                self.unanswered.lock().unwrap().push(client);
                return Ok(());
            }
            _ => {}
        }
        let canned = match fault {
            Fault::Status(429) => "429 Too Many Requests\r\nRetry-After: 7",
            Fault::Status(412) => "412 Precondition Failed",
            Fault::Status(507) => "507 Insufficient Storage",
            Fault::Status(401) => "401 Unauthorized",
            Fault::Status(_) => "500 Internal Server Error",
            Fault::LoginPage => "200 OK\r\nContent-Type: text/html",
            _ => "",
        };
        if !canned.is_empty() {
            let page = "<!DOCTYPE html><html><body>Accept the terms to go online</body></html>";
            let (says, length) = (&self.says, page.len());
            let head = format!("HTTP/1.1 {canned}\r\n{says}Connection: close\r\nContent-Length: {length}\r\n\r\n");
            client.write_all(&self.shown(head.into_bytes()))?;
            return if request.starts_with(b"HEAD") { Ok(()) } else { client.write_all(page.as_bytes()) };
        }
        let mut server = TcpStream::connect(&self.upstream)?;
        if fault == Fault::HalfSent {
            server.write_all(&request[..body_at + (request.len() - body_at) / 2])?;
            server.shutdown(Shutdown::Both)?;
            return client.shutdown(Shutdown::Both);
        }
        server.write_all(&request)?;
        let mut answer = Vec::new();
        server.read_to_end(&mut answer)?;
        let answer = self.shown(answer);
        match fault {
            Fault::AnswerLost => {}
            Fault::AnswerCut(tenths) => client.write_all(&answer[..answer.len() * usize::from(tenths) / 10])?,
            Fault::Slow => {
                client.set_nodelay(true)?;
                for piece in answer.chunks(answer.len().div_ceil(16).max(1)) {
                    client.write_all(piece)?;
                    std::thread::yield_now();
                }
            }
            _ => client.write_all(&answer)?,
        }
        client.shutdown(Shutdown::Both)
    }

    /// An answer as it comes out.
    fn shown(&self, answer: Vec<u8>) -> Vec<u8> {
        let hidden = *self.hides.lock().unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let Some(end) = end.filter(|_| !hidden.is_empty()) else { return answer };
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let is_hidden = |line: &str| line.split(':').next().is_some_and(|name| name.eq_ignore_ascii_case(hidden));
        let kept: Vec<&str> = head.split("\r\n").filter(|line| !is_hidden(line)).collect();
        [kept.join("\r\n").as_bytes(), &answer[end..]].concat()
    }
}

/// A whole request, and where its body begins. It is the only one of its connection, whatever it said.
fn request(client: &mut TcpStream) -> std::io::Result<(Vec<u8>, usize)> {
    let mut bytes = Vec::new();
    let mut piece = [0; 64 * 1024];
    loop {
        let head = bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|end| end + 4);
        if let Some(head) = head {
            let said = String::from_utf8_lossy(&bytes[..head]).to_lowercase();
            let length = said.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if bytes.len() >= head + length.unwrap_or(0usize) {
                return Ok(alone(&bytes, head));
            }
        }
        match client.read(&mut piece)? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => bytes.extend(&piece[..read]),
        }
    }
}

/// The same request, after whose answer the server closes, and where its body begins.
fn alone(request: &[u8], body_at: usize) -> (Vec<u8>, usize) {
    let head = String::from_utf8_lossy(&request[..body_at - 4]).into_owned();
    let lines = head.split("\r\n").filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
    let head = [lines.collect::<Vec<_>>().join("\r\n").as_bytes(), b"\r\nConnection: close\r\n\r\n"].concat();
    ([&head, &request[body_at..]].concat(), head.len())
}

/// A number by chance that follows from another (SplitMix64).
fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
