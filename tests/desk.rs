//! `porchlight` at a desk: the built program, used as somebody who looks after computers would use it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "desk/http.rs"]
mod http;
#[path = "desk/meet.rs"]
mod meet;
#[path = "desk/notes.rs"]
mod notes;
#[path = "desk/serve.rs"]
mod serve;
#[path = "desk/started.rs"]
mod started;
#[path = "desk/tablet.rs"]
mod tablet;
#[path = "desk/tls.rs"]
mod tls;
#[path = "desk/verify.rs"]
mod verify;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for each test; it goes with it.
#[derive(Debug)]
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("porchlight-desk-{}-{name}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    /// The path of something in it, as a word of a command line.
    fn at(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// A file in it, with the folders it needs.
    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self.at(name)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }

    fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// The program.
fn porchlight(words: &[&str]) -> Command {
    let mut command = Command::new(Path::new(env!("CARGO_BIN_EXE_porchlight")));
    command.args(words);
    command
}

/// Runs it to its end. Gives what it ended with, what it said and what it complained of.
fn run(words: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = porchlight(words).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn a_command_line_that_is_not_understood_says_what_is_wrong_and_ends_with_2() {
    for (words, said) in [
        (vec!["serv"], "there is no command “serv”"),
        (vec!["serve"], "`serve` needs --notes FOLDER"),
        (vec!["serve", "--notes", ".", "--lisen", "x"], "`serve` takes no --lisen"),
        (vec!["serve", "--notes"], "missing argument for option '--notes'"),
        (vec!["serve", "--notes", ".", "--listen", "nowhere"], "“nowhere” is none"),
        (vec!["serve", "--notes", ".", "--tls-cert", "x"], "both --tls-cert and --tls-key"),
        (
            vec!["serve", "--notes", ".", "--allow-origin", "https://a.example/app"],
            "“https://a.example/app” is no such origin",
        ),
        (vec!["serve", "--notes", ".", "--allow-origin", "*"], "“*” is no such origin"),
        (vec!["serve", "--notes", ".", "--allow-origin", "https://a.example"], "give --password-file"),
        (vec!["serve", "--notes", ".", "--listen", "0.0.0.0:0"], "need TLS"),
        (vec!["serve", "--notes", ".", "--listen", "0.0.0.0:0", "--plain"], "need a password"),
    ] {
        let (code, out, complaint) = run(&words);
        assert_eq!((code, out.as_str()), (2, ""), "{words:?}");
        assert!(complaint.contains(said), "{words:?}: {complaint}");
    }
}

#[test]
fn help_is_there_however_somebody_asks() {
    for words in [&[][..], &["help"], &["--help"], &["-h"], &["help", "nonsense"]] {
        let (code, out, _) = run(words);
        assert_eq!((code, out.contains("porchlight serve")), (0, true), "{words:?}");
    }
    assert_eq!(run(&["help", "serve"]), run(&["serve", "--help"]));
    assert!(run(&["--version"]).1.starts_with("porchlight 0."));
}
