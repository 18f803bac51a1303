//! A place where the tablets of a team meet: a folder that something keeps in step, a WebDAV server.

use super::http::Unsaid;
use crate::model::text::Message;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// What a server of another origin has to send, so that a page may ask it for notes: that the page may read, what it may
/// do there, and what it may say.
const ORIGIN: &str = "Access-Control-Allow-Origin: {page}";
const METHODS: &str = "Access-Control-Allow-Methods: PROPFIND, MKCOL, PUT, POST, GET, HEAD, DELETE";
const HEADERS: &str = "Access-Control-Allow-Headers: Authorization, Content-Type, Depth, If-None-Match";

/// The sentences of this module.
pub mod words {
    crate::words! {
        UNREACHABLE = "This place can’t be reached. Check the network and the address. If both are right, the server may be off, or its certificate may have expired: open its address in the browser to see. Details: {cause}", "No se puede llegar a este lugar. Revise la red y la dirección. Si ambas están bien, quizás el servidor esté apagado o su certificado haya vencido: abra su dirección en el navegador para verlo. Detalles: {cause}";
        HIDDEN = "The server at {origin} answers, but does not let this app read its answers. Ask whoever runs it to send these headers (CORS) with every answer, and to answer the method OPTIONS without a password: {headers}. If a sign-in page appears when you open that address in the browser, sign in there first", "El servidor de {origin} responde, pero no permite que esta aplicación lea sus respuestas. Pida a quien lo administra que envíe estos encabezados (CORS) con cada respuesta y que conteste al método OPTIONS sin contraseña: {headers}. Si al abrir esa dirección en el navegador aparece una página de inicio de sesión, primero inicie sesión ahí";
        HIDDEN_IN_PART = "The server at {origin} lets this app read its answers, but not ask for all that syncing needs. Ask whoever runs it to answer the method OPTIONS without a password and with this header (CORS): {headers}", "El servidor de {origin} permite que esta aplicación lea sus respuestas, pero no que pida todo lo que la sincronización necesita. Pida a quien lo administra que conteste al método OPTIONS sin contraseña y con este encabezado (CORS): {headers}";
        BLOCKED = "This app is only allowed to reach its own server. Whoever runs it must allow {origin} in the app’s Content-Security-Policy: make connect TO={origin}", "Esta aplicación solo puede conectarse a su propio servidor. Quien la administra debe permitir {origin} en la Content-Security-Policy de la aplicación: make connect TO={origin}";
        INSECURE = "The browser does not let this app send notes to {origin} without encryption. Use an address that starts with https://", "El navegador no permite que esta aplicación envíe notas a {origin} sin cifrado. Use una dirección que empiece con https://";
        NOT_ALLOWED = "The place did not accept the user name or the password. Check both. Some servers, such as Nextcloud, want an app password", "El lugar no aceptó el nombre de usuario o la contraseña. Revise ambos. Algunos servidores, como Nextcloud, piden una contraseña de aplicación";
        READ_ONLY = "Notes can be read from this place, but not saved there. Ask whoever runs it for the right to write in this folder", "Se pueden leer notas de este lugar, pero no guardarlas ahí. Pida a quien lo administra permiso para escribir en esta carpeta";
        FULL = "This place is full. Free up space there, then sync again", "Este lugar está lleno. Libere espacio ahí y vuelva a sincronizar";
        TOO_LARGE = "The server does not take a file this large. Ask whoever runs it to allow files of at least {megabytes} MB", "El servidor no acepta un archivo tan grande. Pida a quien lo administra que permita archivos de al menos {megabytes} MB";
        BUSY = "The server is busy. Try again in {seconds} {seconds|second|seconds}", "El servidor está ocupado. Intente de nuevo en {seconds} {seconds|segundo|segundos}";
        LOGIN_PAGE = "A web page answered instead of the place: {page}. It may be the sign-in page of a Wi-Fi network or of the server. Sign in there first, or check the address", "En vez del lugar respondió una página web: {page}. Puede ser la página de inicio de sesión de una red wifi o del servidor. Primero inicie sesión ahí, o revise la dirección";
        NOT_A_PLACE = "There is a server at this address, but not a place to sync with. Check the address. Details: {cause}", "En esta dirección hay un servidor, pero no un lugar para sincronizar. Revise la dirección. Detalles: {cause}";
        NO_DATABASE = "The server has no database named {name}, and this user may not create it. Ask whoever runs the server to create it", "El servidor no tiene una base de datos llamada {name} y este usuario no puede crearla. Pida a quien administra el servidor que la cree";
        FAILED = "The place could not do it. Try again. Details: {cause}", "El lugar no pudo hacerlo. Intente de nuevo. Detalles: {cause}";
    }
}

/// Why a place could not do as asked. Nothing here was changed by it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum PlaceError {
    /// Nothing answered: there is no network, or the place is off.
    #[error("the place cannot be reached: {0}")]
    Unreachable(String),
    /// The server answers and does not let a page of another origin ask. Holds its origin, that of the page, and what it
    /// does not say.
    #[error("{server} does not let pages of {page} ask: {unsaid:?}")]
    Hidden {
        /// The origin of the server.
        server: String,
        /// The origin of the page.
        page: String,
        /// What it does not say.
        #[serde(default)]
        unsaid: Unsaid,
    },
    /// The page's own Content-Security-Policy forbids it to ask at this origin.
    #[error("the page may not ask at {0}")]
    Blocked(String),
    /// The page came encrypted, and this origin would be asked without encryption.
    #[error("{0} would be asked without encryption")]
    Insecure(String),
    /// It does not let this tablet in: the name or the password is wrong, or a permission has lapsed.
    #[error("the place does not let this tablet in")]
    NotAllowed,
    /// It can be read and not be written.
    #[error("the place cannot be written to")]
    ReadOnly,
    /// No space is left there.
    #[error("the place is full")]
    Full,
    /// It takes no file of so many bytes.
    #[error("the place takes no file of {0} bytes")]
    TooLarge(usize),
    /// It asks to be left alone for so many seconds.
    #[error("the place is busy for {0} seconds")]
    Busy(u32),
    /// A page for people answered at this address, such as that of a login.
    #[error("a page for people answered: {0}")]
    LoginPage(String),
    /// Something else answers there.
    #[error("this is no place to sync with: {0}")]
    NotAPlace(String),
    /// There is no database of this name, and this user may not make one.
    #[error("there is no database {0}, and it may not be made")]
    NoDatabase(String),
    /// Anything else, in the place's own words.
    #[error("{0}")]
    Failed(String),
}

impl PlaceError {
    /// What to tell the person: what failed, and what to do.
    pub fn message(&self) -> Message {
        match self {
            PlaceError::Unreachable(cause) => words::UNREACHABLE.with("cause", cause.as_str()),
            PlaceError::Hidden { server, page, unsaid } => {
                let (text, headers) = match unsaid {
                    Unsaid::Origin => {
                        (words::HIDDEN, format!("{}; {METHODS}; {HEADERS}", ORIGIN.replace("{page}", page)))
                    }
                    Unsaid::Methods => (words::HIDDEN_IN_PART, METHODS.to_owned()),
                    Unsaid::Headers => (words::HIDDEN_IN_PART, HEADERS.to_owned()),
                    Unsaid::MethodsOrHeaders => (words::HIDDEN_IN_PART, format!("{METHODS}; {HEADERS}")),
                };
                text.with("origin", server.as_str()).with("headers", headers)
            }
            PlaceError::Blocked(origin) => words::BLOCKED.with("origin", origin.as_str()),
            PlaceError::Insecure(origin) => words::INSECURE.with("origin", origin.as_str()),
            PlaceError::NotAllowed => words::NOT_ALLOWED.message(),
            PlaceError::ReadOnly => words::READ_ONLY.message(),
            PlaceError::Full => words::FULL.message(),
            PlaceError::TooLarge(bytes) => words::TOO_LARGE.with("megabytes", bytes.div_ceil(1_000_000)),
            PlaceError::Busy(seconds) => words::BUSY.with("seconds", *seconds as usize),
            PlaceError::LoginPage(page) => words::LOGIN_PAGE.with("page", page.as_str()),
            PlaceError::NotAPlace(cause) => words::NOT_A_PLACE.with("cause", cause.as_str()),
            PlaceError::NoDatabase(name) => words::NO_DATABASE.with("name", name.as_str()),
            PlaceError::Failed(cause) => words::FAILED.with("cause", cause.as_str()),
        }
    }
}

/// A place where the tablets of a team meet. Names are paths with `/` between folders, of letters, digits, `-` and `.`.
///
/// Nothing is expected of it but this: what was put can be had again some time later. Listings may lag, an answer may be
/// lost after the place has done what it was asked, and whoever reads may meet a file that is only half there.
#[async_trait(?Send)]
pub trait Place {
    /// The names of the files and folders in a folder, without its own; none if there is no such folder.
    async fn names(&self, folder: &str) -> Result<Vec<String>, PlaceError>;
    /// A file; none if there is none of this name.
    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, PlaceError>;
    /// Puts a file that never changes. `false` if there is one of this name, which then stays as it is.
    async fn put_new(&self, name: &str, bytes: &[u8]) -> Result<bool, PlaceError>;
    /// Puts a file, in place of one of this name if there is one.
    async fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PlaceError>;
    /// Removes a file; one that is not there is gone already.
    async fn remove(&self, name: &str) -> Result<(), PlaceError>;
    /// What a person should know of this place although nothing failed, such as that it keeps what was removed.
    fn caution(&self) -> Option<Message> {
        None
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
