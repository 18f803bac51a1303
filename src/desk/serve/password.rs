//! Who may read and write notes, by a file of `user:password`.

use crate::desk::error::DeskError;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use subtle::{Choice, ConstantTimeEq};
use unicode_normalization::UnicodeNormalization;

/// Those who may, each as a hash of `user:password`: all are of one length, so that comparing them tells nothing.
#[derive(Debug)]
pub struct Passwords(Vec<[u8; 32]>);

impl Passwords {
    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong with it, and in which line.
    pub fn read(path: &Path) -> Result<Passwords, DeskError> {
        let text = fs::read_to_string(path).map_err(DeskError::at(path, "the passwords"))?;
        if others_can_read(path) {
            let said = "porchlight: warning: everybody on this computer can read the passwords in";
            let _told = writeln!(io::stderr(), "{said} {0}. `chmod 600 {0}` changes that.", path.display());
        }
        let wrong = |what: String| DeskError::Failed(format!("{}: {what}", path.display()));
        Passwords::of(&text).map_err(wrong)
    }

    fn of(text: &str) -> Result<Passwords, String> {
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        let lines = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let known: Result<Vec<_>, String> = lines
            .map(|(at, line)| match line.split_once(':') {
                Some((user, password)) if !user.is_empty() && !password.is_empty() => Ok(hash(line)),
                _ => Err(format!("line {}: it should say user:password", at + 1)),
            })
            .collect();
        match known? {
            known if known.is_empty() => Err("nobody stands in it: it should hold lines of user:password".to_owned()),
            known => Ok(Passwords(known)),
        }
    }

    /// Whether what a browser sends as `Authorization` is one of them.
    pub fn admit(&self, authorization: &[u8]) -> bool {
        let given = std::str::from_utf8(authorization).ok().and_then(|said| {
            let (scheme, said) = said.split_once(' ')?;
            scheme.eq_ignore_ascii_case("basic").then(|| decode(said.trim()))?
        });
        let Some(given) = given.and_then(|given| String::from_utf8(given).ok()) else { return false };
        let given = hash(&given);
        // All are looked at, so that the time it takes does not tell which it was.
        let found = self.0.iter().fold(Choice::from(0), |found, one| found | one.ct_eq(&given));
        found.into()
    }
}

/// Letters with marks are the same however a keyboard makes them.
fn hash(user_and_password: &str) -> [u8; 32] {
    Sha256::digest(user_and_password.nfc().collect::<String>().as_bytes()).into()
}

/// Undoes Base64.
fn decode(text: &str) -> Option<Vec<u8>> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut held, mut out) = (0_u32, 0, Vec::new());
    for letter in text.trim_end_matches('=').bytes() {
        let value = LETTERS.iter().position(|one| *one == letter)?;
        bits = bits << 6 | u32::try_from(value).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    Some(out)
}

#[cfg(unix)]
fn others_can_read(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o004 != 0)
}

#[cfg(not(unix))]
fn others_can_read(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_in_the_file_are_let_in() {
        let known = Passwords::of("\u{feff}# staff\r\nrosa:p:w\r\n\r\nmüller:grün\n").unwrap();
        // rosa:p:w, müller:grün, and the latter with its marks apart, as some keyboards send it.
        for right in ["Basic cm9zYTpwOnc=", "basic bcO8bGxlcjpncsO8bg==", "Basic bXXMiGxsZXI6Z3J1zIhu"] {
            assert!(known.admit(right.as_bytes()), "{right}");
        }
        // rosa:p:x, rosa:, "", noise, another scheme.
        for wrong in ["Basic cm9zYTpwOng=", "Basic cm9zYTo=", "Basic ", "Basic ***", "Basic", "Bearer cm9zYTpwOnc="] {
            assert!(!known.admit(wrong.as_bytes()), "{wrong}");
        }
    }

    #[test]
    fn a_file_that_lets_nobody_in_or_everybody_is_refused() {
        assert_eq!(Passwords::of("rosa:x\nmaria").unwrap_err(), "line 2: it should say user:password");
        assert_eq!(Passwords::of("rosa:").unwrap_err(), "line 1: it should say user:password");
        assert!(Passwords::of("# nobody\n").is_err());
    }
}
