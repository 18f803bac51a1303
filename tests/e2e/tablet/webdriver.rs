//! As much of the WebDriver protocol as the tests need: one JSON question, one JSON answer, each on its own connection.

use super::SCREEN;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// One of the three browser engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// All of them, in the order in which they are tested.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The engine this run is for; `scripts/with-driver.sh` says which.
    pub fn of_this_run() -> Engine {
        match std::env::var("PORCHLIGHT_ENGINE").as_deref() {
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok("chromium") | Err(_) => Engine::Chromium,
            Ok(other) => panic!("PORCHLIGHT_ENGINE is {other}; it is chromium, firefox or webkit"),
        }
    }

    /// What the scripts call it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// What a new session asks for: what every driver of the project gets (`scripts/webdriver/`), and a profile and a
    /// download folder of its own.
    fn capabilities(self, profile: &Path, downloads: &Path) -> Value {
        let file = root().join(format!("scripts/webdriver/{}.json", self.name()));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut wanted: Value = serde_json::from_str(&text).unwrap();
        match self {
            Engine::Chromium => {
                let options = &mut wanted["goog:chromeOptions"];
                let args = options["args"].as_array_mut().unwrap();
                args.push(format!("--user-data-dir={}", profile.display()).into());
                args.push("--lang=en-US".into());
                // The screen of every tablet: see `Tablet::open_browser`.
                args.push(format!("--window-size={},{}", SCREEN[0], SCREEN[1]).into());
                let prefs = options["prefs"].as_object_mut().unwrap();
                prefs.insert("download.default_directory".into(), json!(downloads));
                prefs.insert("intl.accept_languages".into(), "en-US".into());
            }
            Engine::Firefox => {
                let options = &mut wanted["moz:firefoxOptions"];
                let args = options["args"].as_array_mut().unwrap();
                args.push("-profile".into());
                args.push(json!(profile));
                let prefs = options["prefs"].as_object_mut().unwrap();
                prefs.insert("browser.download.folderList".into(), 2.into());
                prefs.insert("browser.download.dir".into(), json!(downloads));
                prefs.insert("intl.accept_languages".into(), "en-US".into());
            }
            // Its downloads go where the person's folders are said to be: see `Driver::start`.
            Engine::WebKit => {}
        }
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

/// The folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Why a command was not done.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The protocol's own word, such as `stale element reference`.
    pub error: String,
    pub message: String,
}

/// What WebKit's driver says of an answer in which there is nothing, not even a null.
const NO_ANSWER: &str = "Could not parse script result";

/// What the driver and its browser had to say, in the home folder: the only word there is of a browser that broke.
pub const LOG: &str = "driver.log";

/// A running driver: it ends, and the browser with it, when this is dropped.
///
/// Two of the three drivers hold one session at a time, so every tablet of a test has a driver of its own.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of an engine, with a home folder in which it finds the download folder.
    fn start(engine: Engine, home: &Path, downloads: &Path) -> Driver {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let folders = home.join("user-dirs.dirs");
        std::fs::write(folders, format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display())).unwrap();
        let mut command = Command::new(root().join("scripts/driver.sh"));
        command.arg(engine.name()).arg(port.to_string()).env("XDG_CONFIG_HOME", home).env("LANG", "en_US.UTF-8");
        let log = std::fs::File::create(home.join(LOG)).unwrap();
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let mut driver = Driver { process, port };
        let deadline = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = driver.process.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < deadline, "the driver of {engine:?} did not start: {ended:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
        driver
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let lost = |error: std::io::Error| Refused { error: "connection lost".to_owned(), message: error.to_string() };
        let (status, text) = self.exchange(method, path, body).map_err(lost)?;
        let mut answer: Value = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{method} {path} was answered with {status} and no JSON ({error}): {text}"));
        let value = answer["value"].take();
        if status == 200 {
            return Ok(value);
        }
        let word = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        Err(Refused { error: word("error"), message: word("message") })
    }

    fn exchange(&self, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<(u16, String)> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(330)))?;
        let body = body.map(Value::to_string).unwrap_or_default();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )?;
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or_else(|| std::io::Error::other(format!("no HTTP answer: {line:?}")))?;
        let mut length = None;
        loop {
            line.clear();
            reader.read_line(&mut line)?;
            match line.trim_end().split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().ok()
                }
                Some(_) => {}
                None => break,
            }
        }
        let mut text = Vec::new();
        match length {
            Some(length) => reader.take(length).read_to_end(&mut text)?,
            None => reader.read_to_end(&mut text)?,
        };
        Ok((status, String::from_utf8_lossy(&text).into_owned()))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The script passes it on to what it started, and ends.
        drop(Command::new("kill").arg(self.process.id().to_string()).status());
        drop(self.process.wait());
    }
}

/// An element of the page, as the driver calls it.
#[derive(Clone, Debug)]
pub struct Element(String);

const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Element {
    /// The element that a script returned, if it did return one.
    pub fn returned(value: &Value) -> Option<Element> {
        value.get(ELEMENT).and_then(Value::as_str).map(|id| Element(id.to_owned()))
    }

    /// As an argument for a script.
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A browser under the driver's control.
pub struct Session {
    pub engine: Engine,
    driver: Driver,
    id: String,
}

impl Session {
    /// Starts a browser with this profile.
    pub fn start(engine: Engine, profile: &Path, home: &Path, downloads: &Path) -> Session {
        let driver = Driver::start(engine, home, downloads);
        let answer = driver.ask("POST", "/session", Some(&engine.capabilities(profile, downloads)));
        let answer = answer.unwrap_or_else(|refused| panic!("{engine:?} did not start: {refused:?}"));
        let id = answer["sessionId"].as_str().unwrap().to_owned();
        Session { engine, driver, id }
    }

    /// Sends a command of the session.
    pub fn post(&self, command: &str, body: Value) -> Result<Value, Refused> {
        self.driver.ask("POST", &format!("/session/{}/{command}", self.id), Some(&body))
    }

    /// Asks something of the session.
    pub fn get(&self, question: &str) -> Result<Value, Refused> {
        self.driver.ask("GET", &format!("/session/{}/{question}", self.id), None)
    }

    /// Runs the body of a function in the page.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, Refused> {
        self.post("execute/sync", json!({ "script": body, "args": arguments }))
    }

    /// Runs the body of a function in the page, which calls back (its last argument) with the answer.
    pub fn script_later(&self, body: &str, arguments: &[Value]) -> Result<Value, Refused> {
        self.post("execute/async", json!({ "script": body, "args": arguments }))
    }

    /// Clicks in the middle of an element.
    pub fn click(&self, element: &Element) -> Result<(), Refused> {
        self.post(&format!("element/{}/click", element.0), json!({})).map(drop)
    }

    /// Types into an element; also gives a path to a file input.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), Refused> {
        self.post(&format!("element/{}/value", element.0), json!({ "text": text })).map(drop)
    }

    /// Presses keys wherever the focus is, one after the other; those in `held` are held meanwhile.
    pub fn keys(&self, held: &[char], keys: &str) -> Result<(), Refused> {
        let down = |key: char| json!({ "type": "keyDown", "value": key });
        let up = |key: char| json!({ "type": "keyUp", "value": key });
        let typed = keys.chars().flat_map(|key| [down(key), up(key)]);
        let held_down = held.iter().copied().map(down);
        let actions: Vec<Value> = held_down.chain(typed).chain(held.iter().rev().copied().map(up)).collect();
        self.post("actions", json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })).map(drop)
    }

    /// Closes the tab one is in.
    pub fn close_tab(&self) -> Result<(), Refused> {
        self.driver.ask("DELETE", &format!("/session/{}/window", self.id), None).map(drop)
    }

    /// Whether the process that WebKit has for the page is gone. It answers nothing then, even where the answer is 1.
    /// (Chromium's and Firefox's drivers say it themselves, and end the session.)
    pub fn page_has_died(&self) -> bool {
        let asked = self.script("return 1", &[]);
        self.engine == Engine::WebKit && asked.is_err_and(|refused| refused.message.contains(NO_ANSWER))
    }

    /// Asks Chromium's own protocol, which says more than WebDriver.
    pub fn chromium(&self, command: &str, parameters: Value) -> Result<Value, Refused> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser that was killed has nothing left to say.
        drop(self.driver.ask("DELETE", &format!("/session/{}", self.id), None));
    }
}
