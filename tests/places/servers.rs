//! Servers that others wrote, each started for a test on a port of its own and ended with it.

#![allow(dead_code, reason = "every program that includes this uses a part of it")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Who may write, with letters that are not ASCII.
pub const USER: &str = "zoë";
pub const PASSWORD: &str = "pä ß#1";

/// The folder below which notes are put, with all that an address has to encode.
pub const FOLDER: &str = "Büro #1 50% & mehr";

/// A server that runs.
pub struct Server {
    child: Child,
    folder: PathBuf,
    /// Where it listens, `127.0.0.1:PORT`.
    pub at: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
        drop(fs::remove_dir_all(&self.folder));
    }
}

impl Server {
    /// All bytes of all files that it keeps.
    pub fn kept(&self) -> Vec<u8> {
        fn walk(folder: &Path, all: &mut Vec<u8>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => walk(&path, all),
                    false => all.extend(fs::read(path).unwrap()),
                }
            }
        }
        let mut all = Vec::new();
        walk(&self.folder.join("kept"), &mut all);
        all
    }

    /// Waits until somebody answers.
    fn started(mut child: Child, folder: PathBuf, port: u16) -> Server {
        let at = format!("127.0.0.1:{port}");
        let begun = Instant::now();
        while TcpStream::connect(&at).is_err() {
            let ended = child.try_wait().unwrap();
            let log = || fs::read_to_string(folder.join("log")).unwrap_or_default();
            assert!(ended.is_none(), "it ended with {ended:?}: {}", log());
            assert!(begun.elapsed() < Duration::from_secs(60), "nobody answers: {}", log());
            std::thread::sleep(Duration::from_millis(20));
        }
        Server { child, folder, at }
    }
}

/// A program, wherever it is; it says which package brings it if it is nowhere.
fn program(name: &str, package: &str) -> Command {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/places/node_modules/.bin");
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&folders).chain(["/usr/sbin".into(), "/usr/bin".into(), tools]);
    match folders.map(|folder| folder.join(name)).find(|path| path.exists()) {
        Some(path) => Command::new(path),
        None => panic!("there is no {name}: `make setup-test` installs {package}"),
    }
}

/// A folder of its own that every user may write in, since some servers change theirs.
fn folder(name: &str) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::SeqCst);
    let folder = std::env::temp_dir().join(format!("porchlight-places-{}-{count}-{name}", std::process::id()));
    drop(fs::remove_dir_all(&folder));
    for made in [folder.clone(), folder.join("kept"), folder.join("locks")] {
        fs::create_dir_all(&made).unwrap();
        fs::set_permissions(&made, fs::Permissions::from_mode(0o777)).unwrap();
    }
    folder
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn spawn(command: &mut Command, log: &Path) -> Child {
    let log = fs::File::create(log).unwrap();
    command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap()
}

/// Apache with mod_dav; it may compress what it sends.
pub fn apache(compressing: bool) -> Server {
    let compress = if compressing { "SetOutputFilter DEFLATE" } else { "" };
    apache_with(if compressing { &["filter", "deflate"] } else { &[] }, compress, "Require valid-user")
}

/// Apache with mod_dav, which lets pages of this origin ask for all that syncing asks for.
pub fn apache_for_pages(origin: &str) -> Server {
    let allow = |what: &str, value: &str| format!("Header always set Access-Control-{what} \"{value}\"\n");
    // A browser would otherwise remember for a while what it was allowed.
    let allows = allow("Allow-Origin", origin)
        + &allow("Allow-Methods", "PROPFIND, MKCOL, PUT, POST, GET, HEAD, DELETE")
        + &allow("Allow-Headers", "Authorization, Content-Type, Depth, If-None-Match")
        + &allow("Max-Age", "0");
    // A browser asks first, without a password.
    apache_with(&["headers"], &allows, "<LimitExcept OPTIONS>\nRequire valid-user\n</LimitExcept>")
}

fn apache_with(more: &[&str], settings: &str, require: &str) -> Server {
    let folder = folder("apache");
    let (port, at) = (free_port(), folder.display().to_string());
    let users = folder.join("users");
    let made = program("htpasswd", "the Debian package apache2-utils")
        .args(["-bcs"])
        .arg(&users)
        .args([USER, PASSWORD])
        .output();
    assert!(made.unwrap().status.success());
    let modules =
        ["mpm_prefork", "authn_core", "authn_file", "authz_core", "authz_user", "auth_basic", "dav", "dav_fs", "mime"];
    let modules = modules.iter().chain(more);
    let modules: String =
        modules.map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n")).collect();
    let config = format!(
        "{modules}ServerRoot {at}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {at}/pid\nMutex file:{at}/locks\n\
         ErrorLog {at}/log\nTypesConfig /dev/null\nAddType application/json .json\nUser nobody\nGroup nogroup\n\
         DocumentRoot {at}/kept\nDavLockDB {at}/locks/dav\n<Directory {at}/kept>\nDav On\n{settings}\nAuthType Basic\n\
         AuthName places\nAuthUserFile {at}/users\n{require}\n</Directory>\n"
    );
    fs::write(folder.join("conf"), config).unwrap();
    let mut command = program("apache2", "the Debian package apache2-bin");
    // As one process, which ends when it is ended.
    let child = spawn(command.args(["-X", "-f"]).arg(folder.join("conf")), &folder.join("out"));
    Server::started(child, folder, port)
}

/// lighttpd with mod_webdav.
pub fn lighttpd() -> Server {
    let folder = folder("lighttpd");
    let (port, at) = (free_port(), folder.display().to_string());
    fs::write(folder.join("users"), format!("{USER}:{PASSWORD}\n")).unwrap();
    let config = format!(
        "server.modules = (\"mod_auth\", \"mod_authn_file\", \"mod_webdav\")\nserver.document-root = \"{at}/kept\"\n\
         server.bind = \"127.0.0.1\"\nserver.port = {port}\nserver.errorlog = \"{at}/log\"\n\
         mimetype.assign = (\".json\" => \"application/json\")\nwebdav.activate = \"enable\"\n\
         auth.backend = \"plain\"\nauth.backend.plain.userfile = \"{at}/users\"\n\
         auth.require = (\"/\" => (\"method\" => \"basic\", \"realm\" => \"places\", \"require\" => \"valid-user\"))\n"
    );
    fs::write(folder.join("conf"), config).unwrap();
    let mut command = program("lighttpd", "the Debian packages lighttpd and lighttpd-mod-webdav");
    let child = spawn(command.args(["-D", "-f"]).arg(folder.join("conf")), &folder.join("out"));
    Server::started(child, folder, port)
}

/// rclone, which offers a folder over WebDAV.
pub fn rclone() -> Server {
    let folder = folder("rclone");
    let port = free_port();
    let mut command = program("rclone", "the Debian package rclone");
    command.args(["serve", "webdav", "--config", "/dev/null", "--addr", &format!("127.0.0.1:{port}")]);
    command.args(["--user", USER, "--pass", PASSWORD, "--dir-cache-time", "0s"]).arg(folder.join("kept"));
    command.env("XDG_CACHE_HOME", folder.join("locks"));
    let child = spawn(&mut command, &folder.join("log"));
    Server::started(child, folder, port)
}

/// PouchDB Server, which speaks as CouchDB does. CouchDB itself is in no package of Debian.
pub fn pouchdb() -> Server {
    let folder = folder("pouchdb");
    let port = free_port();
    let mut command = program("pouchdb-server", "pouchdb-server from npm, into .tools/places/");
    command.args(["--port", &port.to_string(), "--in-memory", "--no-stdout-logs"]).current_dir(&folder);
    let child = spawn(&mut command, &folder.join("log"));
    Server::started(child, folder, port)
}

/// Porchlight's own server.
pub fn porchlight() -> Server {
    porchlight_with(&[])
}

/// Porchlight's own server, which lets pages of this origin ask.
pub fn porchlight_for_pages(origin: &str) -> Server {
    porchlight_with(&["--allow-origin", origin])
}

fn porchlight_with(more: &[&str]) -> Server {
    let folder = folder("porchlight");
    fs::write(folder.join("users"), format!("{USER}:{PASSWORD}\n")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_porchlight"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--notes"]).arg(folder.join("kept"));
    command.arg("--password-file").arg(folder.join("users")).args(more).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let at =
        said.split("://").nth(1).and_then(|rest| rest.split('/').next()?.trim().parse::<std::net::SocketAddr>().ok());
    let port = at.unwrap_or_else(|| panic!("it said “{said}”")).port();
    Server::started(child, folder, port)
}
