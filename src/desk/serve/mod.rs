//! Hands out the app, and a place beside it where tablets meet, from one folder.

mod answer;
mod app;
mod notes;
mod password;
mod tls;

use super::args::Args;
use super::error::DeskError;
use super::{Ending, atomic};
use crate::ports::url::Url;
use answer::Site;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use notes::Notes;
use password::Passwords;
use std::fs;
use std::io::{self, Write};
use std::net::{SocketAddr, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tls::Tls;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// Where it listens if nothing else is said: for this computer alone.
const HERE: &str = "127.0.0.1:8080";
/// How many connections there are at once; more have to wait.
const CONNECTIONS: usize = 512;
/// How long somebody may take to say what they want, or to agree on how to encrypt.
const PATIENCE: Duration = Duration::from_secs(20);

/// What to serve, and how.
#[derive(Debug)]
struct Options {
    app: Option<PathBuf>,
    notes: PathBuf,
    listen: SocketAddr,
    passwords: Option<PathBuf>,
    /// The origins whose pages may ask for notes as well.
    pages: Vec<String>,
    tls: Option<(PathBuf, PathBuf)>,
    plain: bool,
    no_password: bool,
    json: bool,
}

impl Options {
    fn read(mut args: Args) -> Result<Options, DeskError> {
        let missing = |what: &str| DeskError::Usage(format!("`serve` needs {what}. `porchlight help serve` says more"));
        let listen = args.word("listen")?.unwrap_or_else(|| HERE.to_owned());
        let at = listen.to_socket_addrs().ok().and_then(|mut all| all.next());
        let listen = at.ok_or_else(|| missing(&format!("--listen HOST:PORT, and “{listen}” is none")))?;
        let tls = match (args.path("tls-cert")?, args.path("tls-key")?) {
            (Some(cert), Some(key)) => Some((cert, key)),
            (None, None) => None,
            _ => return Err(missing("both --tls-cert and --tls-key, or neither")),
        };
        let pages = args.word("allow-origin")?.unwrap_or_default();
        let pages: Vec<String> =
            pages.split(',').map(str::trim).filter(|page| !page.is_empty()).map(str::to_owned).collect();
        if let Some(page) = pages.iter().find(|page| Url::parse(page).is_none_or(|url| url.origin() != **page)) {
            return Err(missing(&format!("--allow-origin https://HOST, and “{page}” is no such origin")));
        }
        let options = Options {
            app: args.path("app")?,
            notes: args.path("notes")?.ok_or_else(|| missing("--notes FOLDER"))?,
            listen,
            passwords: args.path("password-file")?,
            pages,
            tls,
            plain: args.switch("plain")?,
            no_password: args.switch("no-password")?,
            json: args.switch("json")?,
        };
        args.end("serve")?;
        options.are_safe()?;
        Ok(options)
    }

    /// Refuses to show notes to a whole network, unless somebody says that they mean it.
    fn are_safe(&self) -> Result<(), DeskError> {
        let asked = |what: &str| Err(DeskError::Usage(what.to_owned()));
        if !self.pages.is_empty() && self.passwords.is_none() {
            return asked(
                "whoever opens a page of another origin reads all notes unless there is a password: give --password-file as well as --allow-origin",
            );
        }
        match (self.listen.ip().is_loopback(), &self.tls, &self.passwords) {
            (false, None, _) if !self.plain => asked(
                "on a network, notes and passwords need TLS: give --tls-cert and --tls-key. --plain does without: \
                 everybody on the network can then read them",
            ),
            (false, _, None) if !self.no_password => asked(
                "on a network, notes need a password: give --password-file. --no-password does without: \
                 everybody on the network can then read and change all notes",
            ),
            _ => Ok(()),
        }
    }

    /// What whoever starts it should know.
    fn warnings(&self) -> Vec<&'static str> {
        let plain = (!self.listen.ip().is_loopback() && self.tls.is_none())
            .then_some("without TLS, everybody on the network can read all notes and passwords. Tablets will not keep the app for offline use");
        let open = self
            .passwords
            .is_none()
            .then_some("without --password-file, everybody who reaches this address can read and change all notes");
        plain.into_iter().chain(open).collect()
    }
}

/// Serves until the program is ended.
///
/// # Errors
/// Why it cannot.
pub fn run(args: Args) -> Result<Ending, DeskError> {
    let options = Options::read(args)?;
    let site = Arc::new(site(&options)?);
    let tls = options.tls.as_ref().map(|(cert, key)| Tls::open(cert, key).map(Arc::new)).transpose()?;
    for warning in options.warnings() {
        writeln!(io::stderr(), "porchlight: warning: {warning}.").map_err(DeskError::Told)?;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build();
    let runtime = runtime.map_err(|error| DeskError::Failed(format!("no threads could be started: {error}")))?;
    runtime.block_on(serve(&options, site, tls))
}

fn site(options: &Options) -> Result<Site, DeskError> {
    let notes = folder(&options.notes, "the folder of the notes")?;
    atomic::sweep(&notes).map_err(DeskError::at(&notes, "it cannot be written to"))?;
    let app = options.app.as_deref().map(|app| folder(app, "the folder of the app")).transpose()?;
    if let Some(app) = &app {
        if !app.join("index.html").is_file() {
            let said = format!(
                "{}: there is no index.html, so this is no built app. `make build` makes one in dist/",
                app.display()
            );
            return Err(DeskError::Failed(said));
        }
        if notes.starts_with(app) {
            let said =
                format!("{}: the notes lie in the folder of the app, so everybody could read them", notes.display());
            return Err(DeskError::Failed(said));
        }
    }
    let passwords = options.passwords.as_deref().map(Passwords::read).transpose()?;
    Ok(Site::new(app, Notes::at(notes), passwords, options.pages.clone(), options.listen.ip().is_loopback()))
}

/// A folder that is there, by its full name.
fn folder(path: &Path, what: &'static str) -> Result<PathBuf, DeskError> {
    let full = fs::canonicalize(path).map_err(DeskError::at(path, what))?;
    fs::read_dir(&full).map_err(DeskError::at(path, what))?;
    Ok(full)
}

async fn serve(options: &Options, site: Arc<Site>, tls: Option<Arc<Tls>>) -> Result<Ending, DeskError> {
    let cannot = |error| {
        DeskError::Failed(format!("{} cannot be listened at: {error}. Choose another with --listen", options.listen))
    };
    let listener = TcpListener::bind(options.listen).await.map_err(cannot)?;
    let at = listener.local_addr().map_err(cannot)?;
    announce(options, at)?;
    let free = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(permit) = Arc::clone(&free).acquire_owned().await else { return Ok(Ending::Well) };
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // One visitor was gone again, or too many files are open: there will be others.
                drop(writeln!(io::stderr(), "porchlight: a connection was not taken: {error}"));
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let (site, tls) = (Arc::clone(&site), tls.clone());
        tokio::spawn(async move {
            converse(stream, site, tls).await;
            drop(permit);
        });
    }
}

/// Says where it is, in the first line.
fn announce(options: &Options, at: SocketAddr) -> Result<(), DeskError> {
    let url = format!("{}://{at}/", if options.tls.is_some() { "https" } else { "http" });
    let mut out = io::stdout();
    // Nobody can open 0.0.0.0 in a browser.
    let every = if at.ip().is_unspecified() { ", by every name and address of this computer" } else { "" };
    let said = if options.json {
        writeln!(
            out,
            "{}",
            serde_json::json!({"app": options.app.is_some(), "sync": format!("{url}sync/"), "url": url})
        )
    } else if options.app.is_some() {
        writeln!(out, "Porchlight is at {url}{every}, and tablets meet at {url}sync/ (Ctrl-C stops it)")
    } else {
        writeln!(out, "Tablets meet at {url}sync/{every} (Ctrl-C stops it)")
    };
    said.and_then(|()| out.flush()).map_err(DeskError::Told)
}

/// Answers whatever comes over one connection. A visitor who goes away in the middle is nobody's problem.
async fn converse(stream: TcpStream, site: Arc<Site>, tls: Option<Arc<Tls>>) {
    drop(stream.set_nodelay(true));
    let answering = service_fn(move |request| {
        let site = Arc::clone(&site);
        async move { Ok::<_, std::convert::Infallible>(site.answer(request).await) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    match tls {
        None => drop(http.serve_connection(TokioIo::new(stream), answering).await),
        Some(tls) => {
            if let Ok(Ok(stream)) = tokio::time::timeout(PATIENCE, tls.acceptor().accept(stream)).await {
                drop(http.serve_connection(TokioIo::new(stream), answering).await);
            }
        }
    }
}
