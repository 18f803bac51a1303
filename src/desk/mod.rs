//! Porchlight at a desk: what the same notes need where there is no browser, as a program for the command line.
//!
//! It speaks English alone, to whoever looks after the computers of a library; everybody else uses the app.

mod args;
mod atomic;
mod error;
pub mod folder;
mod help;
mod merge;
mod names;
mod office;
mod opened;
mod outlet;
mod salvage;
pub mod serve;
mod source;
mod table;
mod verify;
mod world;
mod wrong;

use args::Args;
use error::DeskError;
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// How a command ended that could be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything is as it should be.
    Well,
    /// It was done, and something is wrong with what it was done to.
    Wrong,
}

/// Carries out what the command line asks for, and says how it went: 0 well, 1 something is wrong, 2 it was not understood.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    match carry_out(Args::of(arguments)) {
        Ok(Ending::Well) => ExitCode::SUCCESS,
        Ok(Ending::Wrong) => ExitCode::from(1),
        // Whoever read what was written wants no more of it.
        Err(DeskError::Told(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Where even that cannot be said, the code still says it.
            drop(writeln!(io::stderr(), "porchlight: {error}"));
            ExitCode::from(if matches!(error, DeskError::Usage(_)) { 2 } else { 1 })
        }
    }
}

fn carry_out(mut args: Args) -> Result<Ending, DeskError> {
    let Some(command) = args.command()? else {
        return say(help::ALL);
    };
    match command.as_str() {
        "help" | "--help" | "-h" => {
            let about = args.command()?;
            say(help::of(about.as_deref().unwrap_or_default()).unwrap_or(help::ALL))
        }
        "--version" | "-V" => say(concat!("porchlight ", env!("CARGO_PKG_VERSION"), "\n")),
        _ if args.asks_for_help() => say(help::of(&command).unwrap_or(help::ALL)),
        "serve" => serve::run(args),
        "verify" => verify::run(args),
        "merge" => merge::run(args),
        "list" => office::list(args),
        "export" => office::export(args),
        "salvage" => salvage::run(args),
        other => Err(DeskError::Usage(format!("there is no command “{other}”. `porchlight help` lists them"))),
    }
}

/// Says something that does not stand in the way of the rest.
fn complain(what: &str) -> Result<(), DeskError> {
    writeln!(io::stderr(), "porchlight: {what}").map_err(DeskError::Told)
}

/// Says it in a form for programs, in one line.
fn say_json(what: &impl serde::Serialize) -> Result<Ending, DeskError> {
    let json = serde_json::to_string(what).map_err(|error| DeskError::Told(error.into()))?;
    say(&format!("{json}\n"))
}

fn say(text: &str) -> Result<Ending, DeskError> {
    io::stdout().write_all(text.as_bytes()).map_err(DeskError::Told)?;
    Ok(Ending::Well)
}
