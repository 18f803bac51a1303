//! A browser to drive, in whichever engine `scripts/with-driver.sh` has started. Speaks just enough WebDriver for the
//! tests, and waits by asking again until a deadline, never by sleeping for a guessed time.

#![allow(dead_code, reason = "every program that includes this uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on may stop")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(30);

/// A session with an empty profile; dropping it closes the browser.
#[derive(Debug)]
pub struct Browser {
    /// The driver's host and port.
    address: String,
    /// Where the session's commands go.
    session: String,
}

impl Browser {
    /// Opens the engine that `PORCHLIGHT_ENGINE` names at the driver of `WEBDRIVER_URL`.
    pub fn open() -> Browser {
        let url = std::env::var("WEBDRIVER_URL").unwrap_or_else(|_| panic!("run this through scripts/with-driver.sh"));
        let wanted = std::env::var("WASM_BINDGEN_TEST_WEBDRIVER_JSON").unwrap();
        let wanted: Value = serde_json::from_slice(&std::fs::read(wanted).unwrap()).unwrap();
        let mut browser = Browser {
            address: url.trim_start_matches("http://").trim_end_matches('/').to_owned(),
            session: String::new(),
        };
        let made = browser.command("POST", "/session", &json!({ "capabilities": { "alwaysMatch": wanted } }));
        browser.session = format!("/session/{}", made.unwrap()["sessionId"].as_str().unwrap());
        browser.command("POST", "/timeouts", &json!({ "script": 60_000, "pageLoad": 30_000 })).unwrap();
        browser
    }

    pub fn goto(&self, url: &str) {
        self.command("POST", "/url", &json!({ "url": url })).unwrap();
    }

    /// Loads the page again as a person does, and waits until it is a new one. (The drivers' own command bypasses the
    /// service worker in Firefox.)
    pub fn reload(&self) {
        self.run("window.beforeReload = true; location.reload()");
        self.until("the page is loaded again", "return !window.beforeReload && document.readyState === 'complete'");
    }

    /// What the script returns; a promise is awaited.
    pub fn run(&self, script: &str) -> Value {
        self.try_run(script).unwrap()
    }

    /// The first truthy answer of the script, which is asked again and again.
    pub fn until(&self, what: &str, script: &str) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // A page that is just being replaced cannot answer.
            let answer = self.try_run(script);
            match &answer {
                Ok(Value::Null | Value::Bool(false)) | Err(_) => {}
                Ok(Value::String(text)) if text.is_empty() => {}
                Ok(value) => return value.clone(),
            }
            if Instant::now() > deadline {
                let page = self.try_run("return document.body.innerText");
                panic!("It never came to be that {what}. Last answer: {answer:?}. The page: {page:?}");
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Opens a tab, goes there and returns (the tab that was current, the new one).
    pub fn new_tab(&self) -> (String, String) {
        let before = self.command("GET", "/window", &Value::Null).unwrap();
        let made = self.command("POST", "/window/new", &json!({ "type": "tab" })).unwrap();
        let tab = made["handle"].as_str().unwrap().to_owned();
        self.switch_to(&tab);
        (before.as_str().unwrap().to_owned(), tab)
    }

    pub fn switch_to(&self, tab: &str) {
        self.command("POST", "/window", &json!({ "handle": tab })).unwrap();
    }

    fn try_run(&self, script: &str) -> Result<Value, String> {
        self.command("POST", "/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Any command of the WebDriver standard, below the session.
    pub fn command(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut stream = TcpStream::connect(&self.address).map_err(|error| error.to_string())?;
        let head = format!(
            "{method} {}{path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.session,
            self.address,
            body.len()
        );
        let sent = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
        sent.map_err(|error| error.to_string())?;
        let (status, answer) = read_answer(BufReader::new(stream)).map_err(|error| error.to_string())?;
        let answer: Value = serde_json::from_slice(&answer).map_err(|error| error.to_string())?;
        if status == 200 { Ok(answer["value"].clone()) } else { Err(answer["value"]["message"].to_string()) }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            drop(self.command("DELETE", "", &Value::Null));
        }
    }
}

fn read_answer(mut stream: impl BufRead) -> std::io::Result<(u16, Vec<u8>)> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
    let mut length = None;
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let mut body = Vec::new();
    match length {
        Some(length) => stream.take(length).read_to_end(&mut body)?,
        None => stream.read_to_end(&mut body)?,
    };
    Ok((status, body))
}
