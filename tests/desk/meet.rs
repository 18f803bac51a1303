//! Two tablets meet through `serve`, by the very code with which the app speaks to it.

use super::http::{Answer, ask};
use super::started::Started;
use super::tablet::Tablet;
use super::{Folder, run};
use async_trait::async_trait;
use porchlight::exchange::places::probe::probe;
use porchlight::exchange::places::webdav::WebDav;
use porchlight::ports::PlaceError;
use porchlight::ports::http::{Http, HttpError, Request, Response};
use porchlight::ports::url::Url;
use porchlight::work::memory::SeededIds;
use std::fs;
use std::path::Path;
use std::rc::Rc;

/// A client that asks as the app does.
struct App;

#[async_trait(?Send)]
impl Http for App {
    async fn send(&self, request: Request) -> Result<Response, HttpError> {
        let (at, path) = request.url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).unwrap();
        let mut lines: Vec<String> = request.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        lines.push("X-Requested-With: Porchlight".to_owned());
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let body = request.body.as_deref().unwrap_or_default();
        let Answer { status, head, body } = ask(at, request.method, &format!("/{path}"), &lines, body);
        Ok(Response { status, headers: head.into_iter().collect(), body, url: request.url, redirected: false })
    }

    fn may_reach(&self, _: &str) -> Result<(), HttpError> {
        Ok(())
    }

    fn page(&self) -> Option<Url> {
        None
    }
}

/// Whether any file under a folder holds a word.
fn holds(folder: &Path, word: &str) -> bool {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).any(|path| match path.is_dir() {
        true => holds(&path, word),
        false => String::from_utf8_lossy(&fs::read(path).unwrap()).contains(word),
    })
}

#[test]
fn tablets_that_meet_at_a_desk_end_with_the_same_notes() {
    let folder = Folder::new("meet");
    fs::create_dir(folder.0.join("notes")).unwrap();
    let passwords = folder.write("passwords", "rosa:grün & s3cret\n");
    let server = Started::with(&["--notes", &folder.at("notes"), "--password-file", &passwords]);
    let url = format!("http://{}/sync/", server.at);
    let place = |password| WebDav::new(Rc::new(App), &url, "rosa", password).unwrap();
    let right = place("grün & s3cret");
    assert_eq!(super::tablet::now(probe(&right, &SeededIds::default())), Ok(()));
    let refused = super::tablet::now(probe(&place("wrong"), &SeededIds::default())).unwrap_err();
    assert_eq!(refused.cause, Some(PlaceError::NotAllowed));

    let (a, b) = (Tablet::new(1), Tablet::new(100));
    a.note("Kitchen");
    let secret = a.note("Whisper");
    b.note("School");
    a.meet(&right);
    b.meet(&right);
    a.meet(&right);
    assert_eq!(a.names().into_iter().collect::<Vec<_>>(), ["Kitchen", "School", "Whisper"]);
    assert_eq!(a.names(), b.names());
    assert!(holds(&folder.0.join("notes"), "Whisper"));

    b.erase(secret);
    b.meet(&right);
    a.meet(&right);
    b.meet(&right);
    assert_eq!(a.names().into_iter().collect::<Vec<_>>(), ["Kitchen", "School"]);
    assert!(!holds(&folder.0.join("notes"), "Whisper"), "no file of the place holds what was erased");
    let (code, out, _) = run(&["verify", &folder.at("notes")]);
    assert_eq!(code, 0, "{out}");
}
