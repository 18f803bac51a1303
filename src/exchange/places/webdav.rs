//! A folder of a WebDAV server (RFC 4918) as a place: Nextcloud, Apache, and many others.
//!
//! Nothing rests on what servers say of versions: ETags are weak, wrong or missing, and some heed no conditions. So a file
//! that never changes is looked for before it is put, and whoever reads proves what comes.

use super::answer::{Doing, Server, is_page, refused};
use super::multistatus::{self, NotListing};
use crate::ports::http::{Http, Response};
use crate::ports::url::{Url, names};
use crate::ports::{Place, PlaceError};
use async_trait::async_trait;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What is asked of every file in a folder: nothing but that it is there.
const PROPFIND: &[u8] =
    br#"<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:"><d:prop><d:resourcetype/></d:prop></d:propfind>"#;

/// A folder of a WebDAV server.
pub struct WebDav {
    server: Server,
    /// The folders that are known to be there.
    folders: RefCell<BTreeSet<String>>,
}

impl WebDav {
    /// The folder at this address, in the name of this user; of nobody if there is no name. Asks nothing yet.
    ///
    /// # Errors
    /// [`PlaceError::NotAPlace`] for what is no address; [`PlaceError::Blocked`] or [`PlaceError::Insecure`] where the
    /// page may not ask there.
    pub fn new(http: Rc<dyn Http>, address: &str, user: &str, password: &str) -> Result<WebDav, PlaceError> {
        Ok(WebDav { server: Server::new(http, address, user, password)?, folders: RefCell::default() })
    }

    async fn ask(
        &self,
        method: &'static str,
        url: &Url,
        headers: &[(&'static str, &str)],
        body: Option<&[u8]>,
    ) -> Result<Response, PlaceError> {
        self.server.ask(method, &url.to_string(), headers, body).await
    }

    /// Sees to it that a folder is there, and all those it stands in. Where it may not be made it may be there all the
    /// same: putting a file tells.
    async fn make(&self, folder: &Url) -> Result<(), PlaceError> {
        // Upwards to the first that is there or can be made, then down again, each once.
        let mut missing = Vec::new();
        let mut next = Some(folder.clone());
        while let Some(here) = next.filter(|here| !here.path().is_empty()) {
            if self.is_made(&here).await? {
                break;
            }
            next = here.parent();
            missing.push(here);
        }
        for here in missing.iter().rev() {
            self.is_made(here).await?;
        }
        Ok(())
    }

    /// Makes a folder; `false` if there is nothing to make it in.
    async fn is_made(&self, folder: &Url) -> Result<bool, PlaceError> {
        let name = folder.to_string();
        if self.folders.borrow().contains(&name) {
            return Ok(true);
        }
        let answer = self.ask("MKCOL", folder, &[], None).await?;
        match answer.status {
            404 | 409 => return Ok(false),
            // It is made, is there, or may not be made.
            200..=299 | 403 | 405 | 501 => {}
            _ => return Err(refused(&answer, Doing::Writing(0))),
        }
        self.folders.borrow_mut().insert(name);
        Ok(true)
    }

    /// Puts a file, on a condition if there is one; `false` if that is not met.
    async fn send(&self, name: &str, bytes: &[u8], only_new: bool) -> Result<bool, PlaceError> {
        let url = self.server.base.below(name);
        let kind = if name.ends_with(".json") { "application/json" } else { "application/octet-stream" };
        let condition = only_new.then_some(("If-None-Match", "*"));
        let headers: Vec<_> = [("Content-Type", kind)].into_iter().chain(condition).collect();
        for again in [false, true] {
            if let Some(folder) = url.parent() {
                self.make(&folder).await?;
            }
            let answer = self.ask("PUT", &url, &headers, Some(bytes)).await?;
            match answer.status {
                200..=299 => return Ok(true),
                412 if only_new => return Ok(false),
                // Somebody has removed the folder.
                404 | 409 if !again => self.folders.borrow_mut().clear(),
                _ => return Err(refused(&answer, Doing::Writing(bytes.len()))),
            }
        }
        Ok(false)
    }

    /// Whether there is a file of this name.
    async fn is_there(&self, name: &str) -> Result<bool, PlaceError> {
        let answer = self.ask("HEAD", &self.server.base.below(name), &[], None).await?;
        match answer.status {
            200..=299 if is_page(&answer) => Err(PlaceError::LoginPage(answer.url)),
            200..=299 => Ok(true),
            404 | 410 => Ok(false),
            401 | 403 | 429 | 503 => Err(refused(&answer, Doing::Reading)),
            // It does not know the question.
            _ => Ok(self.get(name).await?.is_some()),
        }
    }
}

#[async_trait(?Send)]
impl Place for WebDav {
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError> {
        let url = self.server.base.below(folder).as_folder();
        let headers = [("Depth", "1"), ("Content-Type", "application/xml; charset=utf-8")];
        let answer = self.ask("PROPFIND", &url, &headers, Some(PROPFIND)).await?;
        match answer.status {
            207 => {}
            404 | 410 => return Ok(Vec::new()),
            _ => return Err(refused(&answer, Doing::Listing)),
        }
        match multistatus::hrefs(&answer.body) {
            Ok(hrefs) => Ok(children(&url, &hrefs)),
            Err(NotListing::Page) => Err(PlaceError::LoginPage(answer.url)),
            Err(NotListing::Cut) => Err(PlaceError::Unreachable(NotListing::Cut.to_string())),
            Err(NotListing::Other) => Err(PlaceError::NotAPlace(answer.url)),
        }
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError> {
        let answer = self.ask("GET", &self.server.base.below(name), &[], None).await?;
        match answer.status {
            200 if !is_page(&answer) => Ok(Some(answer.body)),
            404 | 410 => Ok(None),
            _ => Err(refused(&answer, Doing::Reading)),
        }
    }

    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError> {
        // Some servers put it whatever the condition says.
        Ok(!self.is_there(name).await? && self.send(name, bytes, true).await?)
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        self.send(name, bytes, false).await.map(drop)
    }

    async fn remove(&self, name: &str) -> Result<(), PlaceError> {
        let answer = self.ask("DELETE", &self.server.base.below(name), &[], None).await?;
        match answer.status {
            200 | 202 | 204 | 404 | 410 => Ok(()),
            _ => Err(refused(&answer, Doing::Writing(0))),
        }
    }
}

/// The names of what stands in a folder, of which these addresses are listed, with its own among them.
fn children(folder: &Url, hrefs: &[String]) -> Vec<String> {
    let mut listed: Vec<Vec<String>> = hrefs.iter().map(|href| path(folder, href)).collect();
    let own = folder.path();
    // A server behind another one may know its folders by other names: then the shortest is the folder itself.
    if !listed.iter().any(|path| path.starts_with(own)) {
        let shortest = listed.iter().min_by_key(|path| path.len()).cloned().unwrap_or_default();
        listed.retain(|path| path.starts_with(&shortest));
        return last_below(&shortest, listed);
    }
    last_below(own, listed)
}

fn last_below(folder: &[String], listed: Vec<Vec<String>>) -> Vec<String> {
    let below = listed.into_iter().filter(|path| path.len() == folder.len() + 1 && path.starts_with(folder));
    below
        .filter_map(|mut path| path.pop())
        .filter(|name| !name.contains('/'))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// The names on the way to what is listed, whether its address is written whole, without the server, or from here.
fn path(folder: &Url, href: &str) -> Vec<String> {
    if let Some(url) = Url::parse(href) {
        return url.path().to_vec();
    }
    let here = if href.starts_with('/') { &[] } else { folder.path() };
    here.iter().cloned().chain(names(href)).collect()
}
