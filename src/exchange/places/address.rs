//! What a place is reached by, and what becomes of an address as somebody types it.

use super::{Couch, WebDav};
use crate::model::text::Message;
use crate::ports::http::{Http, HttpError};
use crate::ports::url::{Url, decoded};
use crate::ports::{Place, PlaceError};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;

/// The sentences of this module.
pub mod words {
    crate::words! {
        EMPTY = "Enter the address, such as https://cloud.example.org/remote.php/dav/files/porch", "Escriba la dirección, por ejemplo https://cloud.example.org/remote.php/dav/files/porch";
        NO_ADDRESS = "This is not a web address. It starts with https:// and the name of the server", "Esto no es una dirección web. Empieza con https:// y el nombre del servidor";
        INSECURE = "The browser does not let this app use an address that starts with http://. Use https://", "El navegador no permite que esta aplicación use una dirección que empieza con http://. Use https://";
        NO_NAME = "Enter the name of the database: a small letter first, then small letters, digits and - _ only", "Escriba el nombre de la base de datos: primero una minúscula, después solo minúsculas, números y - _";
    }
}

/// What a place is reached by, with the password: it is kept on this tablet alone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum Address {
    /// A folder of a WebDAV server.
    WebDav {
        /// The address of the folder.
        url: String,
        /// Who asks; empty for nobody.
        user: String,
        /// Their password.
        password: String,
    },
    /// A database of CouchDB.
    Couch {
        /// The address of the server.
        url: String,
        /// The name of the database.
        database: String,
        /// Who asks; empty for nobody.
        user: String,
        /// Their password.
        password: String,
    },
}

/// Why what somebody typed is no address of a place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("there is no address")]
    Empty,
    /// It is none that a browser can ask.
    #[error("it is no web address")]
    NoAddress,
    /// This page may not ask there without encryption.
    #[error("it is not encrypted")]
    Insecure,
    /// This page may not ask at this origin.
    #[error("the page may not ask at {0}")]
    Blocked(String),
    /// A database cannot be called that.
    #[error("it is no name of a database")]
    NoName,
}

impl AddressError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            AddressError::Empty => words::EMPTY.message(),
            AddressError::NoAddress => words::NO_ADDRESS.message(),
            AddressError::Insecure => words::INSECURE.message(),
            AddressError::Blocked(origin) => PlaceError::Blocked(origin.clone()).message(),
            AddressError::NoName => words::NO_NAME.message(),
        }
    }
}

impl Address {
    /// A folder of a WebDAV server, as somebody typed it: without `https://`, with spaces around it, or from this page
    /// on (`./sync/`). A name and password that stand in the address are taken from there.
    ///
    /// # Errors
    /// Why it is no address of a place for this page.
    pub fn webdav(http: &dyn Http, typed: &str, user: &str, password: &str) -> Result<Address, AddressError> {
        let (url, user, password) = read(http, typed, user, password)?;
        Ok(Address::WebDav { url: url.as_folder().to_string(), user, password })
    }

    /// A database, as somebody typed it. Without a name of its own, the database is what the address ends with.
    ///
    /// # Errors
    /// Why it is no address of a place for this page.
    pub fn couch(
        http: &dyn Http,
        typed: &str,
        database: &str,
        user: &str,
        password: &str,
    ) -> Result<Address, AddressError> {
        let (mut url, user, password) = read(http, typed, user, password)?;
        let mut database = database.trim().to_owned();
        if database.is_empty()
            && let (Some(last), Some(parent)) = (url.path().last().cloned(), url.parent())
        {
            (database, url) = (last, parent);
        }
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
        if !database.starts_with(|c: char| c.is_ascii_lowercase()) || !database.chars().all(letter) {
            return Err(AddressError::NoName);
        }
        Ok(Address::Couch { url: url.as_folder().to_string(), database, user, password })
    }

    /// The place itself. Asks it nothing yet.
    ///
    /// # Errors
    /// Why it cannot be asked from here at all.
    pub fn open(&self, http: Rc<dyn Http>) -> Result<Rc<dyn Place>, PlaceError> {
        Ok(match self {
            Address::WebDav { url, user, password } => Rc::new(WebDav::new(http, url, user, password)?),
            Address::Couch { url, database, user, password } => {
                Rc::new(Couch::new(http, url, database, user, password)?)
            }
        })
    }

    /// The same without the password, to be handed to another tablet.
    pub fn without_password(&self) -> Address {
        let mut without = self.clone();
        match &mut without {
            Address::WebDav { password, .. } | Address::Couch { password, .. } => password.clear(),
        }
        without
    }
}

impl fmt::Debug for Address {
    /// Tells no password, wherever it is written to.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (url, user) = match self {
            Address::WebDav { url, user, .. } | Address::Couch { url, user, .. } => (url, user),
        };
        write!(f, "{url} as {user:?}")
    }
}

/// What somebody typed as an address, and who asks there.
fn read(http: &dyn Http, typed: &str, user: &str, password: &str) -> Result<(Url, String, String), AddressError> {
    let typed = typed.trim();
    let (mut user, mut password) = (user.trim().to_owned(), password.to_owned());
    let page = http.page();
    let url = match (typed.split_once("://"), &page) {
        _ if typed.is_empty() => return Err(AddressError::Empty),
        (Some((scheme, rest)), _) => {
            let scheme = match scheme.to_lowercase().as_str() {
                "https" | "davs" | "webdavs" => "https",
                "http" | "dav" | "webdav" => "http",
                _ => return Err(AddressError::NoAddress),
            };
            let server = rest.split(['/', '?', '#']).next().unwrap_or_default();
            if let Some((who, _)) = server.rsplit_once('@') {
                let (name, word) = who.split_once(':').unwrap_or((who, ""));
                if user.is_empty() {
                    (user, password) = (decoded(name), decoded(word));
                }
            }
            Url::parse(&format!("{scheme}://{rest}"))
        }
        (None, Some(page)) if typed.starts_with("./") => {
            // What the page is called itself is no folder.
            let folder =
                if page.to_string().ends_with('/') { page.clone() } else { page.parent().unwrap_or(page.clone()) };
            Some(folder.below(&typed[2..]))
        }
        (None, Some(page)) if typed.starts_with('/') => Url::parse(&format!("{}{typed}", page.origin())),
        (None, _) => {
            let server = typed.split('/').next().unwrap_or_default();
            let likely =
                !server.starts_with('.') && server.contains('.') || server.contains(':') || server == "localhost";
            Url::parse(&format!("https://{typed}")).filter(|_| likely)
        }
    };
    let url = url.ok_or(AddressError::NoAddress)?;
    match http.may_reach(&url.to_string()) {
        Err(HttpError::Insecure) => Err(AddressError::Insecure),
        Err(HttpError::Blocked) => Err(AddressError::Blocked(url.origin())),
        _ => Ok((url, user, password)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_both_languages() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}
