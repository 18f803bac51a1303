//! A tablet with the app on it, used as a person would: one reads words, presses what is called so, fills in what is
//! asked. Whatever takes time is waited for, up to a deadline; then the test fails and shows the page.

#![allow(dead_code, unused_macros, unused_imports, reason = "every program that includes this uses a part of it")]

pub mod chance;
mod desk;
mod died;
mod profile;
pub mod stored;
pub mod turns;
pub mod versions;
mod ways;
pub mod webdriver;

use crate::server::Server;
use crate::server::manner::Manner;
use desk::Desk;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
pub use webdriver::Engine;
use webdriver::{Element, LOG, Refused, Session, root};

/// How long anything may take before it counts as failed. Long, because machines that test are busy.
const PATIENCE: Duration = Duration::from_secs(20);
/// Within what time a page hears of a click, on a machine that is busy with others.
const HEARD_WITHIN: Duration = Duration::from_secs(3);
/// How soon the page is looked at again meanwhile: at first, and in the end, as most things are there at once.
const GLANCES: [Duration; 2] = [Duration::from_millis(4), Duration::from_millis(25)];
/// The width and height of the screen.
const SCREEN: [u32; 2] = [768, 1024];
/// How things are found by their words.
const PAGE: &str = include_str!("page.js");

/// Keys that have no letter.
pub mod key {
    pub const BACKSPACE: char = '\u{E003}';
    pub const TAB: char = '\u{E004}';
    pub const ENTER: char = '\u{E007}';
    pub const SHIFT: char = '\u{E008}';
    pub const CONTROL: char = '\u{E009}';
    pub const ESCAPE: char = '\u{E00C}';
    pub const ALT: char = '\u{E00A}';
    pub const UP: char = '\u{E013}';
    pub const DOWN: char = '\u{E015}';
    pub const RIGHT: char = '\u{E014}';
}

/// Where the release build is.
pub fn dist() -> PathBuf {
    let folder = std::env::var_os("PORCHLIGHT_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    assert!(folder.join("index.html").is_file(), "{} holds no build; run `make build`", folder.display());
    folder
}

/// A build on a static host.
pub struct Site {
    server: Option<Server>,
    folder: PathBuf,
    port: u16,
    prefix: String,
    manner: Manner,
    /// Where notes of all tablets meet, and who may read them, where it is a desk that serves the app.
    desk: Option<(Option<Desk>, PathBuf, Option<PathBuf>)>,
}

impl Site {
    /// A desk that serves the app and, beside it, a place where tablets meet in this folder: for everybody, or for whom
    /// the file of passwords names.
    pub fn desk(notes: &Path, passwords: Option<&Path>) -> Site {
        let desk = Some((None, notes.to_owned(), passwords.map(Path::to_owned)));
        let manner = Manner::default();
        let mut site = Site { server: None, folder: dist(), port: 0, prefix: "/".to_owned(), manner, desk };
        site.come_back();
        site
    }

    /// Puts the app on a host.
    pub fn open() -> Site {
        Site::open_at("/")
    }

    /// Puts the app below a path of a host, as a project page has it.
    pub fn open_at(prefix: &str) -> Site {
        Site::open_with(dist(), prefix)
    }

    /// Puts a build other than the release below a path of a host.
    pub fn open_with(folder: PathBuf, prefix: &str) -> Site {
        Site::open_in(folder, prefix, Manner::default())
    }

    /// Puts a build below a path of a host that answers in a manner of its own.
    pub fn open_in(folder: PathBuf, prefix: &str, manner: Manner) -> Site {
        let mut site = Site { server: None, folder, port: 0, prefix: prefix.to_owned(), manner, desk: None };
        site.come_back();
        site
    }

    /// From now on nothing answers: for the app the network is gone.
    pub fn go_away(&mut self) {
        drop(self.server.take());
        if let Some((desk, ..)) = &mut self.desk {
            drop(desk.take());
        }
    }

    /// Answers again, at the same address, with what it was opened with.
    pub fn come_back(&mut self) {
        if let Some((desk, notes, passwords)) = &mut self.desk {
            let started = Desk::start(notes, self.port, passwords.as_deref());
            self.port = started.port;
            *desk = Some(started);
            return;
        }
        let server = Server::start_with(&self.folder, self.port, &self.prefix, self.manner.clone()).unwrap();
        self.port = server.port();
        self.server = Some(server);
    }

    /// Answers again, at the same address, with another build from the first request on.
    pub fn come_back_with(&mut self, folder: PathBuf) {
        self.folder = folder;
        self.come_back();
    }

    /// What answers, for breaking it and for deploying to it. Going away forgets both.
    pub fn server(&self) -> &Server {
        self.server.as_ref().unwrap()
    }

    /// Whose storage the app uses.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// What was asked for since the last time, relative to the app.
    pub fn take_requests(&self) -> Vec<String> {
        self.server.as_ref().map(Server::take_requests).unwrap_or_default()
    }

    /// Where the app is.
    pub fn url(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.prefix)
    }
}

/// What came of looking once: the thing waited for, or why it is not there yet.
type Glance<T> = Result<T, String>;

impl From<Refused> for String {
    fn from(refused: Refused) -> String {
        format!("{}: {}", refused.error, refused.message)
    }
}

fn there<T>(thing: Option<T>) -> Glance<T> {
    thing.ok_or_else(String::new)
}

fn when(condition: bool) -> Glance<()> {
    there(condition.then_some(()))
}

/// Gives tablets and files names of their own.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A tablet: a browser with a profile and a download folder of its own.
pub struct Tablet {
    /// None only while the browser is closed.
    session: Option<Session>,
    url: String,
    folder: PathBuf,
}

impl Tablet {
    /// A tablet on which nothing was ever opened.
    pub fn new(site: &Site) -> Tablet {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("porchlight-tablet-{}-{number}", std::process::id()));
        for part in ["home", "downloads"] {
            std::fs::create_dir_all(folder.join(part)).unwrap();
        }
        profile::put(Engine::of_this_run(), &folder.join("profile"));
        let mut tablet = Tablet { session: None, url: site.url(), folder };
        tablet.open_browser();
        tablet
    }

    /// A new tablet on which the app was just opened for the first time.
    pub fn visiting(site: &Site) -> Tablet {
        let tablet = Tablet::new(site);
        tablet.visit();
        tablet
    }

    /// A new tablet past the first screens, with nobody's name.
    pub fn ready(site: &Site) -> Tablet {
        let tablet = Tablet::visiting(site);
        tablet.press("Start");
        tablet.press("Continue without a name");
        tablet.saved();
        tablet
    }

    /// Answers the question who is using the tablet, if it is asked: a browser that was killed may have forgotten the
    /// answer, as it keeps preferences less strictly than notes. One that was killed before anything was noted may not
    /// even know that somebody started.
    pub fn past_the_name(&self) {
        let asked = "return !!document.querySelector('.app nav.places') ? 'nothing' : \
                     pressable('Start').length ? 'start' : pressable('Continue without a name').length ? 'name' : null";
        let first = self.until("the first screen", asked, &[]);
        if first == "start" {
            self.press("Start");
        }
        if first != "nothing" {
            self.press("Continue without a name");
        }
        self.saved();
    }

    /// A new tablet past the first screens, used by somebody.
    pub fn of(site: &Site, name: &str) -> Tablet {
        let tablet = Tablet::visiting(site);
        tablet.press("Start");
        tablet.fill("Your name", name);
        tablet.press("Add");
        tablet.saved();
        tablet
    }

    fn open_browser(&mut self) {
        let part = |name| self.folder.join(name);
        let session = Session::start(Engine::of_this_run(), &part("profile"), &part("home"), &part("downloads"));
        self.session = Some(session);
        // Chromium begins with that screen, and takes its time even over a change to the same.
        if self.engine() != Engine::Chromium {
            let [width, height] = SCREEN;
            self.resize(width, height);
        }
    }

    fn session(&self) -> &Session {
        self.session.as_ref().unwrap()
    }

    /// The engine it runs.
    pub fn engine(&self) -> Engine {
        self.session().engine
    }

    /// Asks Chromium's own protocol.
    pub fn chromium(&self, command: &str, parameters: Value) -> Value {
        self.session()
            .chromium(command, parameters)
            .unwrap_or_else(|refused| self.fail(command, &String::from(refused)))
    }

    /// Takes the microphone away, as a person does who does not allow it.
    ///
    /// Chromium alone can be told so and forgets it with [`Tablet::allow_microphone`]; the other engines refuse
    /// whoever asks on this page, until it is loaded anew.
    pub fn deny_microphone(&self) {
        if self.engine() == Engine::Chromium {
            self.set_microphone("denied");
        } else {
            let refuse = "if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = \
                          () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'))";
            self.run(refuse, &[]);
        }
    }

    /// Gives the microphone back after [`Tablet::deny_microphone`]. For Chromium alone.
    pub fn allow_microphone(&self) {
        self.set_microphone("granted");
    }

    fn set_microphone(&self, setting: &str) {
        let permission = json!({ "name": "microphone" });
        let parameters = json!({ "permission": permission, "setting": setting, "origin": self.origin() });
        self.chromium("Browser.setPermission", parameters);
    }

    /// Whose storage the app uses.
    fn origin(&self) -> &str {
        let path = self.url.match_indices('/').nth(2).map_or(self.url.len(), |(at, _)| at);
        &self.url[..path]
    }

    /// Turns or changes the screen.
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height });
        self.session().post("window/rect", size).unwrap_or_else(|refused| panic!("{refused:?}"));
    }

    // ---- Opening and closing ---------------------------------------------------------------------------------------

    /// Opens the app.
    pub fn visit(&self) {
        self.visit_page("");
        self.wait_until_it_stands();
    }

    /// Loads a page by its address below the app's, such as `?from=home`, and waits until it has taken the place of the
    /// page before, whatever is on it.
    ///
    /// Firefox's driver does not wait when both addresses end in the same `#…`: it takes them for one page. It would
    /// answer for the page that is about to go, and with null for what it has asked of it by then.
    pub fn visit_page(&self, address: &str) {
        let url = format!("{}{address}", self.url);
        self.run("window.beforeVisit = true", &[]);
        let went = self.session().post("url", json!({ "url": url }));
        went.unwrap_or_else(|refused| self.fail(&format!("going to {url}"), &String::from(refused)));
        let fresh = "return !window.beforeVisit && document.readyState === 'complete'";
        self.wait(&format!("{url} loading"), || when(self.look(fresh, &[])? == true));
    }

    /// Goes to an address within the app, such as `#/settings`, and waits until the app has heard of it: of two turns
    /// in one breath it would hear only where they ended, and stay on a screen that was to be left and opened anew.
    pub fn visit_part(&self, hash: &str) {
        self.run("turnTo(arguments[0]); location.hash = arguments[0]", &[json!(hash)]);
        self.wait_until_it_turned(hash);
    }

    fn wait_until_it_turned(&self, to: &str) {
        self.wait(&format!("going to {to}"), || when(self.look("return window.turned", &[])? == true));
    }

    /// Opens the page anew as a person does, through the service worker. (Firefox's driver would go past it.)
    pub fn reload(&self) {
        self.run("window.beforeReload = true; location.reload()", &[]);
        let fresh = "return !window.beforeReload && document.readyState === 'complete'";
        self.wait("the page loading anew", || when(self.look(fresh, &[])? == true));
        self.wait_until_it_stands();
    }

    /// Waits until the app has taken the place of the first paint.
    pub fn wait_until_it_stands(&self) {
        let stands = "return document.readyState === 'complete' && !document.querySelector('#shell') && \
                      !!document.querySelector('#app > *')";
        self.wait("the app standing", || when(self.look(stands, &[])? == true));
    }

    /// Kills the browser outright, as a flat battery would.
    pub fn kill(&mut self) {
        kill_all_with(&self.folder.join("profile"));
        self.session = None;
    }

    /// How much memory the process of the page has taken. For Chromium alone, where it is the largest of its kind.
    pub fn page_process_bytes(&self) -> u64 {
        let resident = |number: &str| {
            let status = std::fs::read_to_string(format!("/proc/{number}/status")).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
            line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() * 1024
        };
        let processes = all_with(&self.folder.join("profile"));
        let pages = processes.iter().filter(|(_, command)| command.contains("--type=renderer"));
        pages.map(|(number, _)| resident(number)).max().unwrap_or_default()
    }

    /// Whether the files in which Chromium keeps what its tabs showed hold these words, in either of its spellings.
    pub fn sessions_hold(&self, words: &str) -> bool {
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let folder = std::fs::read_dir(self.folder.join("profile/Default/Sessions")).unwrap();
        let files: Vec<Vec<u8>> = folder.flatten().map(|file| std::fs::read(file.path()).unwrap()).collect();
        let holds = |file: &[u8], what: &[u8]| file.windows(what.len()).any(|part| part == what);
        assert!(files.iter().any(|file| holds(file, b"localhost")), "no session was written down at all");
        files.iter().any(|file| holds(file, words.as_bytes()) || holds(file, &wide))
    }

    /// Starts the browser again after [`Tablet::kill`], with the same profile, and opens the app.
    pub fn reopen(&mut self) {
        self.open_browser();
        self.visit();
    }

    /// Loses its power in the middle of everything, and is switched on again.
    ///
    /// Only Chromium gives its profile back after being killed; the others are opened anew.
    pub fn die_and_come_back(&mut self) {
        if self.engine() == Engine::Chromium {
            self.kill();
            self.reopen();
            self.past_the_name();
        } else {
            self.reload();
        }
    }

    /// The same, and whoever uses the tablet says so again: who that is is a preference, which a browser that is killed may
    /// lose.
    pub fn die_and_come_back_as(&mut self, name: &str) {
        self.die_and_come_back();
        self.visit_part("#/who");
        self.press(name);
        self.saved();
    }

    // ---- Tabs ------------------------------------------------------------------------------------------------------

    /// Opens another tab with the app, goes there, and says how to come back to it.
    pub fn open_tab(&self) -> Tab {
        let opened = self.session().post("window/new", json!({ "type": "tab" })).unwrap_or_else(|r| panic!("{r:?}"));
        let tab = Tab(opened["handle"].clone());
        self.switch_to(&tab);
        self.visit();
        tab
    }

    /// The tab one is in.
    pub fn tab(&self) -> Tab {
        Tab(self.session().get("window").unwrap_or_else(|refused| panic!("{refused:?}")))
    }

    /// Goes to a tab.
    pub fn switch_to(&self, tab: &Tab) {
        self.session().post("window", json!({ "handle": tab.0 })).unwrap_or_else(|refused| panic!("{refused:?}"));
    }

    /// Closes the tab one is in, and goes to another.
    pub fn close_tab(&self, then: &Tab) {
        self.session().close_tab().unwrap_or_else(|refused| panic!("{refused:?}"));
        self.switch_to(then);
    }

    // ---- Reading ---------------------------------------------------------------------------------------------------

    /// All words on the page.
    pub fn text(&self) -> String {
        self.run("return text()", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until these words are on the page.
    pub fn see(&self, words: &str) {
        self.wait(&format!("seeing “{words}”"), || {
            when(self.look("return text()", &[])?.to_string().contains(words))
        });
    }

    /// Waits until these words are nowhere on the page.
    pub fn not_see(&self, words: &str) {
        self.wait(&format!("“{words}” going away"), || {
            when(!self.look("return text()", &[])?.to_string().contains(words))
        });
    }

    /// Waits until something with this name can be pressed.
    pub fn see_button(&self, words: &str) {
        let script = "return pressable(arguments[0]).length > 0";
        self.wait(&format!("seeing the button “{words}”"), || when(self.look(script, &[json!(words)])? == true));
    }

    /// What the status chip says.
    pub fn chip(&self) -> String {
        let chip = self.run("return squeezed(document.querySelector('.status')?.innerText)", &[]);
        chip.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the status chip says this, and perhaps more.
    pub fn see_chip(&self, words: &str) {
        let script = "return squeezed(document.querySelector('.status')?.innerText).startsWith(arguments[0])";
        self.wait(&format!("the chip saying “{words}”"), || when(self.look(script, &[json!(words)])? == true));
    }

    /// Waits until the chip says that what was done is on the disk.
    pub fn saved(&self) {
        self.see_chip("Saved on this tablet");
    }

    /// Waits until a script gives something other than null or false.
    pub fn until(&self, what: &str, script: &str, arguments: &[Value]) -> Value {
        self.until_within(PATIENCE, what, script, arguments)
    }

    /// The same with a patience of its own.
    pub fn until_within(&self, patience: Duration, what: &str, script: &str, arguments: &[Value]) -> Value {
        self.wait_for(patience, what, || {
            let value = self.look(script, arguments)?;
            when(!value.is_null() && value != false).map(|()| value)
        })
    }

    /// The titles of the rows that a list shows.
    pub fn rows(&self) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll('.list .row-title')].filter(shown).map(e => squeezed(e.innerText))";
        serde_json::from_value(self.run(script, &[])).unwrap()
    }

    /// Waits until the list shows exactly these rows.
    pub fn see_rows(&self, wanted: &[&str]) {
        self.wait(&format!("the list being {wanted:?}"), || {
            let rows = self.rows();
            if rows == wanted { Ok(()) } else { Err(format!("it is {rows:?}")) }
        });
    }

    /// What the shown record says of itself, field by field.
    pub fn facts(&self) -> Vec<(String, String)> {
        let script = "return [...document.querySelectorAll('.detail .facts > div')].map(row => \
                      [squeezed(row.querySelector('dt').innerText), squeezed(row.querySelector('dd').innerText)])";
        serde_json::from_value(self.run(script, &[])).unwrap()
    }

    /// Waits until the shown record says this of itself.
    pub fn see_fact(&self, label: &str, words: &str) {
        self.wait(&format!("“{label}” being “{words}”"), || {
            let facts = self.facts();
            let found = facts.iter().any(|(name, value)| name == label && value == words);
            if found { Ok(()) } else { Err(format!("it says {facts:?}")) }
        });
    }

    // ---- Doing -----------------------------------------------------------------------------------------------------

    /// Presses what has this name: a button, a link, a row.
    pub fn press(&self, words: &str) {
        self.wait(&format!("pressing “{words}”"), || {
            let found = self.look("return pressable(arguments[0])", &[json!(words)])?;
            let found: Vec<Element> = found.as_array().into_iter().flatten().filter_map(Element::returned).collect();
            match found.as_slice() {
                [one] => self.click(one),
                [] => Err(format!("nothing there is called “{words}”")),
                many => Err(format!("{} things there are called “{words}”", many.len())),
            }
        });
    }

    /// Taps what has this name, and so many milliseconds later whatever is at that place by then.
    pub fn press_twice(&self, words: &str, gap: u32) {
        self.until(&format!("“{words}”"), "return tapTwice(arguments[0], arguments[1])", &[json!(words), json!(gap)]);
        self.until("the second tap", "return window.tapped", &[]);
    }

    /// Brings an element to the middle of the screen and clicks it there, clear of what sticks to the edges.
    fn click(&self, element: &Element) -> Glance<()> {
        // What is picked from a list goes as soon as it is pressed. The cover of an app that stopped swallows every event.
        // What is drawn anew between the aim and the shot stands where it stood, and does the same.
        let aim = "const [aim] = arguments; aim.scrollIntoView({ block: 'center' }); \
                   window.hit = document.getElementById('stopped')?.hidden === false || 'waiting'; \
                   const again = (target) => !aim.isConnected && \
                       target.closest('a, button, label, summary')?.textContent === aim.textContent; \
                   for (const event of ['pointerdown', 'mousedown', 'click']) { \
                   addEventListener(event, ({ target }) => { window.hit = window.hit === true || aim.contains(target) || again(target); }, \
                   { capture: true, once: true }) }";
        self.look(aim, &[element.argument()])?;
        self.session().click(element)?;
        // WebKit's test browser opens a bar above the page with its first download. Where that comes between the aim and
        // the shot, the driver clicks beside the element and says nothing. It may also say that it has clicked before the
        // page hears of it, so that is waited for. (A page that went with the click knows no more.)
        if self.engine() == Engine::WebKit {
            let begun = Instant::now();
            let mut hit = self.look("return window.hit", &[])?;
            while hit == "waiting" && begun.elapsed() < HEARD_WITHIN {
                std::thread::sleep(GLANCES[0]);
                hit = self.look("return window.hit", &[])?;
            }
            if hit == "waiting" || hit == false {
                return Err("the driver clicked beside it".to_owned());
            }
        }
        Ok(())
    }

    /// Goes to one of the five places.
    pub fn go(&self, place: &str) {
        let script = "const link = [...document.querySelectorAll('nav.places a')] \
                      .find(a => squeezed(a.innerText) === arguments[0]); if (link) turnTo(link.hash); return link";
        self.wait(&format!("a way to {place}"), || {
            let link = there(Element::returned(&self.look(script, &[json!(place)])?))?;
            self.click(&link)
        });
        self.wait_until_it_turned(place);
    }

    /// Writes into the field with this label, in place of what stood there.
    pub fn fill(&self, label: &str, words: &str) {
        let field = self.field(label);
        let ty = self.run("return arguments[0].type", &[field.argument()]);
        if ["date", "datetime-local", "time"].iter().any(|like| ty == **like) {
            // Every engine has its own way to type a date, so it is set.
            let set = "arguments[0].value = arguments[1]; for (const name of ['input', 'change']) \
                       arguments[0].dispatchEvent(new Event(name, { bubbles: true }))";
            self.run(set, &[field.argument(), json!(words)]);
            return;
        }
        let old = self.run("arguments[0].focus(); return arguments[0].value", &[field.argument()]);
        let session = self.session();
        let typed = if old == "" {
            Ok(())
        } else {
            session.keys(&[key::CONTROL], "a").and_then(|()| session.keys(&[], &key::BACKSPACE.to_string()))
        };
        typed
            // WebKit's driver knows a new line only as a key.
            .and_then(|()| session.type_into(&field, &words.replace('\n', &key::ENTER.to_string())))
            .unwrap_or_else(|refused| self.fail(&format!("writing “{words}” into “{label}”"), &String::from(refused)));
    }

    /// Waits for the field with this label.
    fn field(&self, label: &str) -> Element {
        self.wait(&format!("finding the field “{label}”"), || {
            there(Element::returned(&self.look("return control(arguments[0])", &[json!(label)])?))
        })
    }

    /// What stands in the field with this label.
    pub fn value(&self, label: &str) -> String {
        // In one step: what is drawn anew meanwhile would be another field.
        let script = "return control(arguments[0])?.value ?? null";
        self.wait(&format!("finding the field “{label}”"), || {
            there(self.look(script, &[json!(label)])?.as_str().map(str::to_owned))
        })
    }

    /// Waits until this stands in the field with this label.
    pub fn see_value(&self, label: &str, words: &str) {
        self.wait(&format!("“{label}” holding “{words}”"), || {
            let value = self.value(label);
            if value == words { Ok(()) } else { Err(format!("it holds “{value}”")) }
        });
    }

    /// Chooses an answer of a question.
    pub fn choose(&self, question: &str, answer: &str) {
        self.wait(&format!("choosing “{answer}” for “{question}”"), || {
            let arguments = [json!(question), json!(answer)];
            if let Some(chip) = Element::returned(&self.look("return answer(arguments[0], arguments[1])", &arguments)?)
            {
                return self.click(&chip);
            }
            when(self.look("return option(arguments[0], arguments[1])", &arguments)? == true)
        });
    }

    /// Taps the one chip that says so.
    pub fn choose_of(&self, answer: &str) {
        self.wait(&format!("choosing “{answer}”"), || {
            let chips = "return [...reachable().querySelectorAll('label.choice, label.grant')]\
                         .filter(chip => shown(chip) && labelled(chip) === arguments[0])";
            let found = self.look(chips, &[json!(answer)])?;
            let found: Vec<Element> = found.as_array().into_iter().flatten().filter_map(Element::returned).collect();
            match found.as_slice() {
                [one] => self.click(one),
                many => Err(format!("{} chips say “{answer}”", many.len())),
            }
        });
    }

    /// Links a record: types into the field with this label and takes what is offered by this name.
    pub fn pick(&self, label: &str, name: &str) {
        self.fill(label, name);
        self.press(name);
    }

    /// Presses “Undo” on what is said at the bottom of the screen.
    pub fn undo(&self) {
        let undo = "return document.querySelector('.toast .undo')";
        self.wait("taking it back", || self.click(&there(Element::returned(&self.look(undo, &[])?))?));
    }

    /// Presses keys wherever the focus is.
    pub fn keys(&self, keys: &str) {
        self.session().keys(&[], keys).unwrap_or_else(|refused| self.fail("typing", &String::from(refused)));
    }

    /// Presses one key.
    pub fn key(&self, pressed: char) {
        self.chord(&[], pressed);
    }

    /// Waits until what has this name has the focus.
    pub fn has_focus(&self, words: &str) {
        let focused = "return names(document.activeElement).includes(arguments[0])";
        self.until(&format!("“{words}” having the focus"), focused, &[json!(words)]);
    }

    /// Presses Tab until what has this name has the focus.
    pub fn tab_to(&self, words: &str) {
        let here = "const e = document.activeElement; \
                    const labels = [...(e.labels || [])].map(labelled); \
                    return e !== document.body && [...names(e), ...labels].includes(arguments[0])";
        for _ in 0..150 {
            if self.run(here, &[json!(words)]) == true {
                return;
            }
            self.key(key::TAB);
        }
        self.fail(&format!("reaching “{words}” with the Tab key"), "it never had the focus");
    }

    /// Presses a key while others are held.
    pub fn chord(&self, held: &[char], pressed: char) {
        let done = self.session().keys(held, &pressed.to_string());
        done.unwrap_or_else(|refused| self.fail("typing", &String::from(refused)));
    }

    // ---- Files -----------------------------------------------------------------------------------------------------

    /// Presses a button that gives a file, waits for the file, and puts it aside: browsers differ in what they do when
    /// the next one has the same name.
    pub fn download(&self, button: &str) -> PathBuf {
        self.press(button);
        // Some make an empty file first, to hold a name, and the whole one may have another.
        let is_whole = |file: &PathBuf| std::fs::metadata(file).is_ok_and(|file| file.len() > 0);
        let whole = || there(self.downloads().into_iter().find(is_whole));
        let file = self.wait(&format!("the file that “{button}” gives"), whole);
        let aside = self.folder.join(format!("given-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
        std::fs::create_dir(&aside).unwrap();
        let kept = aside.join(file.file_name().unwrap());
        std::fs::rename(&file, &kept).unwrap();
        kept
    }

    fn downloads(&self) -> Vec<PathBuf> {
        let folder = std::fs::read_dir(self.folder.join("downloads")).unwrap();
        // While they are written, all three engines give files a name that begins with a dot or ends otherwise.
        let whole = |file: &PathBuf| {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            !name.starts_with('.') && [".json", ".csv", ".html", ".zip", ".ics"].iter().any(|end| name.ends_with(end))
        };
        folder.map(|file| file.unwrap().path()).filter(whole).collect()
    }

    /// Presses a button that asks for a file, and gives it one in place of the system's own chooser.
    pub fn give_file(&self, button: &str, file: &Path) {
        // Only the app's own click is held back: WebKit's driver clicks as well to give the file.
        let no_chooser = "const hold = event => { if (event.target.matches('input[type=file]')) { \
                          event.preventDefault(); document.removeEventListener('click', hold, true); } }; \
                          document.addEventListener('click', hold, true)";
        self.run(no_chooser, &[]);
        self.press(button);
        let picker = "const all = document.querySelectorAll('input[type=file].file-picker'); \
                      const picker = all[all.length - 1]; if (picker) picker.hidden = false; return picker";
        let picker = self
            .wait(&format!("“{button}” asking for a file"), || there(Element::returned(&self.look(picker, &[])?)));
        let path = file.to_str().unwrap();
        let given = self.session().type_into(&picker, path);
        given.unwrap_or_else(|refused| self.fail(&format!("giving {path}"), &String::from(refused)));
    }

    /// Makes the export that other tablets take in.
    pub fn export(&self) -> PathBuf {
        self.visit_part("#/sync");
        self.download("Back up or share")
    }

    /// Makes the files that an office reads, and gives what this button saves.
    pub fn office_file(&self, of: &str) -> PathBuf {
        self.visit_part("#/sync");
        self.press("Export spreadsheets (CSV)");
        self.press("Make the files");
        let file = self.download(of);
        self.press("Done");
        file
    }

    /// Gives a file to be looked at; what it would do is said before anything is done.
    pub fn import(&self, file: &Path) {
        self.visit_part("#/sync");
        self.give_file("Import a colleague’s copy", file);
    }

    /// Takes in what the preview says.
    pub fn take_in(&self) {
        self.press("Import");
        self.see("imported");
        self.saved();
    }

    /// Where this tablet may keep a file of the test's own.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    // ---- Beneath ---------------------------------------------------------------------------------------------------

    /// Runs the body of a function in the page, once.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.look(script, arguments).unwrap_or_else(|why| self.fail("running a script", &why))
    }

    fn look(&self, script: &str, arguments: &[Value]) -> Glance<Value> {
        Ok(self.session().script(&format!("{PAGE}\n{script}"), arguments)?)
    }

    /// Runs the body of a function that calls back, its last argument, with an answer.
    pub fn run_later(&self, script: &str, arguments: &[Value]) -> Value {
        self.run_for(PATIENCE, script, arguments)
    }

    /// The same with a patience of its own.
    pub fn run_for(&self, patience: Duration, script: &str, arguments: &[Value]) -> Value {
        let limit = json!({ "script": patience.as_millis() as u64 });
        let answer = self.session().post("timeouts", limit);
        let answer = answer.and_then(|_| self.session().script_later(&format!("{PAGE}\n{script}"), arguments));
        answer.unwrap_or_else(|refused| self.fail("running a script", &String::from(refused)))
    }

    /// Looks again and again until there is something to see.
    fn wait<T>(&self, what: &str, glance: impl FnMut() -> Glance<T>) -> T {
        self.wait_for(PATIENCE, what, glance)
    }

    /// The same with a patience of its own.
    fn wait_for<T>(&self, patience: Duration, what: &str, mut glance: impl FnMut() -> Glance<T>) -> T {
        let start = Instant::now();
        let [mut pause, longest] = GLANCES;
        loop {
            match glance() {
                Ok(value) => return value,
                Err(why) if start.elapsed() > patience => self.fail(what, &why),
                Err(_) => std::thread::sleep(pause),
            }
            pause = (pause * 2).min(longest);
        }
    }

    /// A picture of the screen, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        let picture = self.session().get("screenshot").unwrap_or_else(|refused| panic!("{refused:?}"));
        from_base64(picture.as_str().unwrap())
    }

    /// What the browser said before it broke.
    fn last_words(&self) -> String {
        let log = std::fs::read_to_string(self.folder.join("home").join(LOG)).unwrap_or_default();
        let lines: Vec<&str> = log.lines().filter(|line| !line.contains("/dbus/")).collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }

    /// Ends the test with what was on the page.
    pub fn fail(&self, what: &str, why: &str) -> ! {
        let words = self.look("return location.hash + '  ' + text()", &[]);
        let words = words.map_or_else(|why| why, |words| words.as_str().unwrap_or_default().to_owned());
        let log = if why.contains("session") { self.last_words() } else { String::new() };
        let strayed = self.engine() == Engine::WebKit && words.contains(died::STRAYED);
        let broke = if strayed || self.session().page_has_died() { died::noted() } else { "" };
        panic!("In {:?}: {what} did not happen. {broke}{why}\nThe page: {words}\n{log}", self.engine());
    }
}

impl Drop for Tablet {
    fn drop(&mut self) {
        // Nobody needs what the browser would put in order before it closes.
        kill_all_with(&self.folder.join("profile"));
        self.session = None;
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// A tab of a browser.
#[derive(Clone, Debug)]
pub struct Tab(Value);

/// Every process that was started with this folder, and its command line.
fn all_with(folder: &Path) -> Vec<(String, String)> {
    let folder = folder.to_str().unwrap();
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let numbered = processes.filter_map(|process| {
        let number = process.file_name().into_string().ok()?;
        let command = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
        let command = String::from_utf8_lossy(&command).into_owned();
        (number.bytes().all(|byte| byte.is_ascii_digit()) && command.contains(folder)).then_some((number, command))
    });
    numbered.collect()
}

/// Kills every process that was started with this folder, all in one breath.
fn kill_all_with(folder: &Path) {
    let numbers: Vec<String> = all_with(folder).into_iter().map(|(number, _)| number).collect();
    if !numbers.is_empty() {
        drop(Command::new("kill").arg("-KILL").args(numbers).status());
    }
}

/// The bytes that stand written in letters.
pub fn from_base64(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => u32::from(byte - b'A'),
        b'a'..=b'z' => u32::from(byte - b'a') + 26,
        b'0'..=b'9' => u32::from(byte - b'0') + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u32> =
        text.bytes().filter(|byte| *byte != b'=' && !byte.is_ascii_whitespace()).map(digit).collect();
    let group = |group: &[u32]| {
        let bits = group.iter().enumerate().fold(0, |bits, (at, digit)| bits | digit << (18 - 6 * at));
        let [_, bytes @ ..] = bits.to_be_bytes();
        bytes.into_iter().take(group.len() - 1).collect::<Vec<u8>>()
    };
    digits.chunks(4).flat_map(group).collect()
}
