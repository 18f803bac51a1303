//! What stands on the command line.

use super::error::DeskError;
use lexopt::{Arg, Parser, ValueExt};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// The options that a value follows; all others are switches.
const WITH_VALUE: &[&str] =
    &["app", "notes", "listen", "allow-origin", "password-file", "tls-cert", "tls-key", "format", "lang"];

/// The command line, read from left to right.
#[derive(Debug)]
pub struct Args {
    parser: Parser,
    /// What comes behind the command, once it is read.
    rest: Option<Rest>,
    help: bool,
}

/// What comes behind the command.
#[derive(Debug, Default)]
struct Rest {
    values: BTreeMap<String, OsString>,
    switches: Vec<String>,
    paths: Vec<PathBuf>,
}

fn usage(error: lexopt::Error) -> DeskError {
    DeskError::Usage(error.to_string())
}

impl Args {
    /// Of these words, without the name of the program.
    pub fn of(words: impl Iterator<Item = OsString>) -> Args {
        let words: Vec<OsString> = words.collect();
        let help = words.iter().skip(1).any(|word| word == "--help" || word == "-h");
        Args { parser: Parser::from_args(words), rest: None, help }
    }

    /// The next word, if there is one, for which `--help`, `-h`, `--version` and `-V` are words, too.
    ///
    /// # Errors
    /// Where another option comes first.
    pub fn command(&mut self) -> Result<Option<String>, DeskError> {
        match self.parser.next().map_err(usage)? {
            None => Ok(None),
            Some(Arg::Value(word)) => word.string().map(Some).map_err(usage),
            Some(Arg::Long(name @ ("help" | "version"))) => Ok(Some(format!("--{name}"))),
            Some(Arg::Short(letter @ ('h' | 'V'))) => Ok(Some(format!("-{letter}"))),
            Some(other) => Err(usage(other.unexpected())),
        }
    }

    /// Whether help is asked for behind the command.
    pub fn asks_for_help(&self) -> bool {
        self.help
    }

    fn rest(&mut self) -> Result<&mut Rest, DeskError> {
        if self.rest.is_none() {
            let mut rest = Rest::default();
            while let Some(arg) = self.parser.next().map_err(usage)? {
                match arg {
                    Arg::Long(name) if WITH_VALUE.contains(&name) => {
                        let name = name.to_owned();
                        let value = self.parser.value().map_err(usage)?;
                        rest.values.insert(name, value);
                    }
                    Arg::Long(name) => rest.switches.push(name.to_owned()),
                    Arg::Value(path) => rest.paths.push(path.into()),
                    Arg::Short(_) => return Err(usage(arg.unexpected())),
                }
            }
            self.rest = Some(rest);
        }
        Ok(self.rest.get_or_insert_default())
    }

    /// The path behind `--name`, if it is given.
    ///
    /// # Errors
    /// Where the command line cannot be read.
    pub fn path(&mut self, name: &str) -> Result<Option<PathBuf>, DeskError> {
        Ok(self.rest()?.values.remove(name).map(PathBuf::from))
    }

    /// The word behind `--name`, if it is given.
    ///
    /// # Errors
    /// Where the command line cannot be read, or the word is no Unicode.
    pub fn word(&mut self, name: &str) -> Result<Option<String>, DeskError> {
        self.rest()?.values.remove(name).map(|value| value.string().map_err(usage)).transpose()
    }

    /// Whether `--name` is given.
    ///
    /// # Errors
    /// Where the command line cannot be read.
    pub fn switch(&mut self, name: &str) -> Result<bool, DeskError> {
        let switches = &mut self.rest()?.switches;
        let before = switches.len();
        switches.retain(|given| given != name);
        Ok(switches.len() < before)
    }

    /// What is given besides options, in order.
    ///
    /// # Errors
    /// Where the command line cannot be read.
    pub fn paths(&mut self) -> Result<Vec<PathBuf>, DeskError> {
        Ok(std::mem::take(&mut self.rest()?.paths))
    }

    /// The same, where at least one is needed.
    ///
    /// # Errors
    /// Where the command line cannot be read, or holds none.
    pub fn some_paths(&mut self, command: &str, what: &str) -> Result<Vec<PathBuf>, DeskError> {
        let paths = self.paths()?;
        let missing = || DeskError::Usage(format!("`{command}` needs {what}. `porchlight help {command}` says more"));
        if paths.is_empty() { Err(missing()) } else { Ok(paths) }
    }

    /// Sees to it that nothing is left which nobody asked for.
    ///
    /// # Errors
    /// What is left.
    pub fn end(&mut self, command: &str) -> Result<(), DeskError> {
        let rest = self.rest()?;
        let option = rest.values.keys().chain(&rest.switches).next().map(|name| format!("--{name}"));
        let left = option.or_else(|| rest.paths.first().map(|path| format!("“{}”", path.display())));
        left.map_or(Ok(()), |left| {
            let said = format!("`{command}` takes no {left}. `porchlight help {command}` says what it takes");
            Err(DeskError::Usage(said))
        })
    }
}
