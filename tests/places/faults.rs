//! What stands between a tablet and a server, and breaks what goes through it.

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
}

/// All that can happen.
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
}

struct Shared {
    upstream: String,
    weather: Mutex<Weather>,
    /// How many requests there were since the weather was made.
    count: Mutex<usize>,
    /// What was broken.
    broken: Mutex<Vec<Fault>>,
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
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap().to_string();
        let shared = Arc::new(Shared {
            upstream: upstream.to_owned(),
            weather: Mutex::new(Weather::Fair),
            count: Mutex::new(0),
            broken: Mutex::default(),
            ends: AtomicBool::new(false),
        });
        let on_thread = shared.clone();
        let serving = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if on_thread.ends.load(Ordering::SeqCst) {
                    return;
                }
                // A connection that breaks is what this is for.
                drop(stream.and_then(|stream| on_thread.pass(stream)));
            }
        });
        Proxy { at, shared, serving: Some(serving) }
    }

    /// From now on, this happens.
    pub fn make(&self, weather: Weather) {
        *self.shared.weather.lock().unwrap() = weather;
        *self.shared.count.lock().unwrap() = 0;
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
            _ => Fault::None,
        };
        if fault != Fault::None {
            self.broken.lock().unwrap().push(fault);
        }
        fault
    }

    fn pass(&self, mut client: TcpStream) -> std::io::Result<()> {
        let fault = self.next();
        if fault == Fault::Refused {
            return client.shutdown(Shutdown::Both);
        }
        let (request, body_at) = request(&mut client)?;
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
            let head = format!("HTTP/1.1 {canned}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", page.len());
            client.write_all(head.as_bytes())?;
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
}

/// A whole request, and where its body begins.
fn request(client: &mut TcpStream) -> std::io::Result<(Vec<u8>, usize)> {
    let mut bytes = Vec::new();
    let mut piece = [0; 64 * 1024];
    loop {
        let head = bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|end| end + 4);
        if let Some(head) = head {
            let said = String::from_utf8_lossy(&bytes[..head]).to_lowercase();
            let length = said.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if bytes.len() >= head + length.unwrap_or(0usize) {
                return Ok((bytes, head));
            }
        }
        match client.read(&mut piece)? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => bytes.extend(&piece[..read]),
        }
    }
}

/// A number by chance that follows from another (SplitMix64).
fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
