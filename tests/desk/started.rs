//! A server that was started; it ends with the test.

use super::porchlight;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running `porchlight serve`.
pub struct Started {
    child: Child,
    /// Where it said that it is, `127.0.0.1:PORT`.
    pub at: String,
    /// The first line it wrote.
    pub said: String,
}

impl Started {
    /// Starts it on a free port with these options.
    pub fn with(words: &[&str]) -> Started {
        Started::by(porchlight(&[&["serve", "--listen", "127.0.0.1:0"], words].concat()))
    }

    /// Starts it by a command that becomes it.
    pub fn by(mut command: Command) -> Started {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let at = said.split("://").nth(1).unwrap_or_else(|| panic!("it said “{said}”")).split('/').next().unwrap();
        Started { child, at: at.to_owned(), said }
    }

    /// Kills it at once.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
