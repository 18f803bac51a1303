//! The server the end-to-end tests break on purpose must itself be right.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

#[path = "server/mod.rs"]
mod server;

use server::link::Link;
use server::manner::Manner;
use server::{Fault, Server};
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A folder with a page and a wasm file, of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("porchlight-{}-{name}", std::process::id()));
    fs::create_dir_all(folder.join("deep")).unwrap();
    fs::write(folder.join("index.html"), "<p>front").unwrap();
    fs::write(folder.join("app.wasm"), b"\0asm....").unwrap();
    fs::write(folder.join("deep/a b.txt"), "deep").unwrap();
    folder
}

fn get(port: u16, path: &str) -> String {
    get_with(port, path, "")
}

fn get_with(port: u16, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n").unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn serves_files_with_their_types() {
    let server = Server::start(folder("types")).unwrap();
    let page = get(server.port(), "/?from=home");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(page.contains("Content-Type: text/html"), "{page}");
    assert!(page.contains("Cache-Control: no-cache"), "{page}");
    assert!(page.ends_with("<p>front"), "{page}");
    assert!(get(server.port(), "/app.wasm").contains("Content-Type: application/wasm\r\n"));
    assert!(get(server.port(), "/deep/a%20b.txt").ends_with("deep"));
    assert!(get(server.port(), "/none.js").starts_with("HTTP/1.1 404"));
    assert_eq!(server.take_requests(), ["", "app.wasm", "deep/a b.txt", "none.js"]);
}

#[test]
fn serves_under_a_path_and_nothing_outside_it() {
    let server = Server::start_at(folder("prefix"), 0, "/library/app").unwrap();
    assert!(server.url().ends_with("/library/app/"));
    assert!(get(server.port(), "/library/app/").ends_with("<p>front"));
    assert!(get(server.port(), "/library/app").contains("Location: /library/app/\r\n"));
    assert!(get(server.port(), "/").starts_with("HTTP/1.1 404"));
    assert!(get(server.port(), "/library/app/../../etc/passwd").starts_with("HTTP/1.1 404"));
    assert!(get(server.port(), "/library/app/%2e%2e/x").starts_with("HTTP/1.1 404"));
}

#[test]
fn stops_for_real_and_starts_again_on_the_same_port() {
    let folder = folder("stop");
    let server = Server::start(&folder).unwrap();
    let port = server.port();
    let mut idle = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    get(port, "/");
    server.stop();
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err());
    assert!(matches!(idle.read(&mut [0; 1]), Ok(0) | Err(_)), "open connections are cut");
    let again = Server::start_at(&folder, port, "/").unwrap();
    assert!(get(again.port(), "/").ends_with("<p>front"));
}

#[test]
fn answers_wrongly_when_told_to() {
    let server = Server::start(folder("faults")).unwrap();
    server.break_path("app.wasm", Fault::NotFound);
    assert!(get(server.port(), "/app.wasm").starts_with("HTTP/1.1 404"));
    server.break_path("app.wasm", Fault::Bytes(b"<html>log in".to_vec()));
    assert!(get(server.port(), "/app.wasm").ends_with("<html>log in"));
    server.break_path("app.wasm", Fault::Truncated(4));
    let cut = get(server.port(), "/app.wasm");
    assert!(cut.contains("Content-Length: 8") && cut.ends_with("\r\n\r\n\0asm"), "{cut}");
    server.break_path("app.wasm", Fault::Status(503));
    assert!(get(server.port(), "/app.wasm").starts_with("HTTP/1.1 503"));
    server.break_all(Fault::Moved("/login"));
    let moved = get(server.port(), "/");
    assert!(moved.starts_with("HTTP/1.1 302") && moved.contains("Location: /login\r\n"), "{moved}");
    assert!(get(server.port(), "/app.wasm").starts_with("HTTP/1.1 503"), "what has a fault of its own keeps it");
    server.mend();
    assert!(get(server.port(), "/").ends_with("<p>front"));
    assert!(get(server.port(), "/app.wasm").ends_with("...."));
    server.break_path("app.wasm", Fault::Held);
    let (port, (tell, told)) = (server.port(), std::sync::mpsc::channel());
    std::thread::spawn(move || tell.send(get(port, "/app.wasm")));
    assert!(get(server.port(), "/").ends_with("<p>front"), "the others go on");
    assert!(told.try_recv().is_err(), "nothing came yet");
    server.mend();
    assert!(told.recv().unwrap().ends_with("...."));
}

#[test]
fn deploys_another_folder() {
    let server = Server::start(folder("old")).unwrap();
    let newer = folder("new");
    fs::write(newer.join("index.html"), "<p>newer").unwrap();
    server.deploy(newer);
    assert!(get(server.port(), "/").ends_with("<p>newer"));
}

#[test]
fn answers_as_a_good_host_does() {
    let folder = folder("host");
    fs::write(folder.join("app-0123456789abcdef_bg.wasm"), b"\0asm....").unwrap();
    fs::write(folder.join("app-0123456789abcdef_bg.wasm.br"), "packed well").unwrap();
    fs::write(folder.join("app-0123456789abcdef_bg.wasm.gz"), "packed").unwrap();
    let server = Server::start_with(folder, 0, "/", Manner { host: true, link: None }).unwrap();
    let page = get_with(server.port(), "/", "Accept-Encoding: gzip, br\r\n");
    assert!(page.contains("frame-ancestors 'none'") && page.contains("Cache-Control: no-cache\r\n"), "{page}");
    assert!(page.ends_with("<p>front") && !page.contains("Content-Encoding"), "{page}");
    let app = "/app-0123456789abcdef_bg.wasm";
    let plain = get(server.port(), app);
    assert!(plain.ends_with("\0asm....") && plain.contains("max-age=31536000, immutable\r\n"), "{plain}");
    let packed = get_with(server.port(), app, "accept-encoding: gzip, deflate, br;q=0.9\r\n");
    assert!(packed.ends_with("packed well") && packed.contains("Content-Encoding: br\r\n"), "{packed}");
    assert!(packed.contains("Content-Type: application/wasm\r\n"), "{packed}");
    let older = get_with(server.port(), app, "Accept-Encoding: gzip\r\n");
    assert!(older.ends_with("packed") && older.contains("Content-Encoding: gzip\r\n"), "{older}");
}

#[test]
fn a_slow_link_takes_its_time_and_loses_nothing() {
    let folder = folder("slow");
    fs::write(folder.join("big.txt"), "x".repeat(10_000)).unwrap();
    let link = Arc::new(Link::new(800_000.0, Duration::from_millis(30)));
    let server = Server::start_with(folder, 0, "/", Manner { host: false, link: Some(link.clone()) }).unwrap();
    let start = Instant::now();
    let answers = std::thread::scope(|both| {
        let ask = || get(server.port(), "/big.txt");
        [both.spawn(ask), both.spawn(ask)].map(|asked| asked.join().unwrap())
    });
    assert!(answers.iter().all(|answer| answer.ends_with(&"x".repeat(10_000))));
    assert!(start.elapsed() >= Duration::from_millis(230), "two of them share 100 bytes a millisecond");
    assert!(link.carried() > 20_000);
}
