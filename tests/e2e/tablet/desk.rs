//! `porchlight serve`, as a library would run it: the app, and a place beside it.

use super::dist;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running server; dropping it ends it.
pub struct Desk {
    child: Child,
    /// Where it listens.
    pub port: u16,
}

impl Desk {
    /// Serves the release and a folder of notes at a port; 0 takes a free one. With a password file, who may.
    pub fn start(notes: &Path, port: u16, passwords: Option<&Path>) -> Desk {
        // What measures says where the release of it is.
        let built = || env!("CARGO_BIN_EXE_porchlight").into();
        let mut command = Command::new(std::env::var_os("PORCHLIGHT_DESK").unwrap_or_else(built));
        command.arg("serve").arg("--app").arg(dist()).arg("--notes").arg(notes);
        command.arg("--listen").arg(format!("127.0.0.1:{port}"));
        if let Some(passwords) = passwords {
            command.arg("--password-file").arg(passwords);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let (_, rest) = said.split_once("http://127.0.0.1:").unwrap_or_else(|| panic!("it said {said:?}"));
        let port = rest.split('/').next().unwrap().parse().unwrap();
        Desk { child, port }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
