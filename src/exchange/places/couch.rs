//! A database of CouchDB, or of a server that speaks as it does, as a place: one for each organization.
//!
//! Each file is a document named after its path. So notes travel by one engine, whatever keeps them, and the database
//! may be replicated and clustered by its own means: what never changes cannot be in conflict, and of a manifest that two
//! servers have otherwise, the older one is passed over like that of any place that was put back.
//!
//! Removing a document leaves a mark that says so, without words, and copies of the database learn of it by that mark.
//! What the document held goes when the database is compacted, which is asked for. The mark itself is never purged: a
//! copy that has not heard of the removal would bring the words back.

use super::answer::{Doing, Server, is_page, refused};
use super::base64;
use crate::model::text::Message;
use crate::ports::http::{Http, Response};
use crate::ports::url::encoded;
use crate::ports::{Place, PlaceError};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The sentences of this module.
pub mod words {
    crate::words! {
        KEEPS_REMOVED = "This database still keeps what was erased until it is compacted. This user may not do that: ask whoever runs the server to compact the database", "Esta base de datos conserva lo que se eliminó hasta que se compacte. Este usuario no puede hacerlo: pida a quien administra el servidor que compacte la base de datos";
    }
}

/// How often a document is written or removed anew when another has changed it meanwhile.
const TRIES: usize = 20;
/// What every request with a body says of it.
const JSON: (&str, &str) = ("Content-Type", "application/json");

/// A database of CouchDB.
pub struct Couch {
    server: Server,
    database: String,
    /// The versions of documents, as they were last told.
    versions: RefCell<BTreeMap<String, String>>,
    /// Whether what was removed may still lie there.
    keeps_removed: Cell<bool>,
}

/// A document that holds a file, as text if it is any.
#[derive(Default, Serialize, Deserialize)]
struct Document {
    #[serde(rename = "_rev", skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
}

/// What the server says of something written.
#[derive(Deserialize)]
struct Written {
    rev: String,
}

/// What the server says of what it did not do.
#[derive(Deserialize)]
struct Refusal {
    error: String,
}

/// A listing.
#[derive(Deserialize)]
struct Listing {
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
}

impl Couch {
    /// The database of this name at a server, in the name of this user; of nobody if there is no name. Asks nothing yet.
    ///
    /// # Errors
    /// [`PlaceError::NotAPlace`] for what is no address; [`PlaceError::Blocked`] or [`PlaceError::Insecure`] where the
    /// page may not ask there.
    pub fn new(
        http: Rc<dyn Http>,
        address: &str,
        database: &str,
        user: &str,
        password: &str,
    ) -> Result<Couch, PlaceError> {
        Ok(Couch {
            server: Server::new(http, address, user, password)?,
            database: database.to_owned(),
            versions: RefCell::default(),
            keeps_removed: Cell::new(false),
        })
    }

    /// Asks about the database: `then` is what its address ends with.
    async fn ask(&self, method: &'static str, then: &str, body: Option<&[u8]>) -> Result<Response, PlaceError> {
        let url = format!("{}{}{then}", self.server.base, encoded(&self.database));
        let headers: &[_] =
            if body.is_some() { &[("Accept", "application/json"), JSON] } else { &[("Accept", "application/json")] };
        let answer = self.server.ask(method, &url, headers, body).await?;
        // Whatever it has to say, it says in JSON.
        let refusal = || serde_json::from_slice::<Refusal>(&answer.body).map_or(String::new(), |refusal| refusal.error);
        match answer.status {
            200..=299 if is_page(&answer) => Err(PlaceError::LoginPage(answer.url)),
            404 if !["not_found", "no_db_file"].contains(&&*refusal()) => Err(refused(&answer, Doing::Listing)),
            _ => Ok(answer),
        }
    }

    /// The document of a file, if there is one. Its version is remembered.
    async fn document(&self, name: &str) -> Result<Option<Document>, PlaceError> {
        let answer = self.ask("GET", &at(name), None).await?;
        match answer.status {
            200 => {}
            404 => {
                self.versions.borrow_mut().remove(name);
                return Ok(None);
            }
            _ => return Err(refused(&answer, Doing::Reading)),
        }
        let document: Document = read(&answer)?;
        if let Some(version) = &document.version {
            self.versions.borrow_mut().insert(name.to_owned(), version.clone());
        }
        Ok(Some(document))
    }

    /// Puts a document in place of this version; `false` if there is another one.
    async fn send(&self, name: &str, bytes: &[u8], version: Option<String>) -> Result<bool, PlaceError> {
        let (text, base64) = match std::str::from_utf8(bytes) {
            Ok(text) => (Some(text.to_owned()), None),
            Err(_) => (None, Some(base64::encode(bytes))),
        };
        let document = Document { version, text, base64 };
        let body = serde_json::to_vec(&document).map_err(|error| PlaceError::Failed(error.to_string()))?;
        let mut answer = self.ask("PUT", &at(name), Some(&body)).await?;
        if answer.status == 404 {
            self.create().await?;
            answer = self.ask("PUT", &at(name), Some(&body)).await?;
        }
        match answer.status {
            200..=299 => {
                let written: Written = read(&answer)?;
                self.versions.borrow_mut().insert(name.to_owned(), written.rev);
                Ok(true)
            }
            409 => Ok(false),
            _ => Err(refused(&answer, Doing::Writing(bytes.len()))),
        }
    }

    /// Makes the database. One that is there already stays.
    async fn create(&self) -> Result<(), PlaceError> {
        let answer = self.ask("PUT", "", None).await?;
        match answer.status {
            200..=299 | 412 => Ok(()),
            401 | 403 => Err(PlaceError::NoDatabase(self.database.clone())),
            _ => Err(refused(&answer, Doing::Writing(0))),
        }
    }
}

#[async_trait(?Send)]
impl Place for Couch {
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError> {
        let begins = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let key = |name: &str| encoded(&format!("\"{name}\""));
        let within = format!("/_all_docs?startkey={}&endkey={}", key(&begins), key(&format!("{begins}\u{fff0}")));
        let answer = self.ask("GET", &within, None).await?;
        match answer.status {
            200 => {}
            404 => return Ok(Vec::new()),
            _ => return Err(refused(&answer, Doing::Listing)),
        }
        let listing: Listing = read(&answer)?;
        // What begins with `_` is the database's own.
        let ids = listing.rows.iter().map(|row| &*row.id).filter(|id| !id.starts_with('_'));
        let names = ids.filter_map(|id| id.strip_prefix(&*begins)?.split('/').next().map(str::to_owned));
        Ok(names.collect::<BTreeSet<_>>().into_iter().collect())
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError> {
        let Some(document) = self.document(name).await? else { return Ok(None) };
        let bytes = document.base64.and_then(|letters| base64::decode(&letters));
        // Somebody else's document is a file without anything of ours.
        Ok(Some(document.text.map(String::into_bytes).or(bytes).unwrap_or_default()))
    }

    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError> {
        self.send(name, bytes, None).await
    }

    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        let mut version = self.versions.borrow().get(name).cloned();
        for _ in 0..TRIES {
            if self.send(name, bytes, version).await? {
                return Ok(());
            }
            version = self.document(name).await?.and_then(|document| document.version);
        }
        Err(PlaceError::Busy(1))
    }

    async fn remove(&self, name: &str) -> Result<(), PlaceError> {
        // Where copies of the database wrote it otherwise each, another version comes to light when one is removed.
        let mut tries = 0;
        while let Some(version) = self.document(name).await?.and_then(|document| document.version) {
            let answer = self.ask("DELETE", &format!("{}?rev={}", at(name), encoded(&version)), None).await?;
            tries += 1;
            match answer.status {
                200..=299 | 404 | 409 if tries < TRIES => {}
                200..=299 | 404 | 409 => return Err(PlaceError::Busy(1)),
                _ => return Err(refused(&answer, Doing::Writing(0))),
            }
        }
        let answer = self.ask("POST", "/_compact", Some(b"{}")).await;
        match answer.map_or_else(Err, |answer| match answer.status {
            200..=299 => Ok(()),
            _ => Err(refused(&answer, Doing::Writing(0))),
        }) {
            Ok(()) => self.keeps_removed.set(false),
            Err(error @ (PlaceError::Unreachable(_) | PlaceError::Busy(_) | PlaceError::LoginPage(_))) => {
                return Err(error);
            }
            Err(_) => self.keeps_removed.set(true),
        }
        Ok(())
    }

    fn caution(&self) -> Option<Message> {
        self.keeps_removed.get().then(|| words::KEEPS_REMOVED.message())
    }
}

/// What the address of a document ends with.
fn at(name: &str) -> String {
    format!("/{}", encoded(name))
}

/// What an answer says.
fn read<'a, T: Deserialize<'a>>(answer: &'a Response) -> Result<T, PlaceError> {
    serde_json::from_slice(&answer.body).map_err(|error| match error.is_eof() {
        true => PlaceError::Unreachable(error.to_string()),
        false => PlaceError::NotAPlace(answer.url.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_both_languages() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}
