//! `verify`: proves every file by its hashes and every tablet's history by its chain, and reads nothing into anything.

mod chain;
mod place;
mod scan;

use super::Ending;
use super::args::Args;
use super::error::DeskError;
use super::source::Source;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use chain::Chains;
use chrono::SecondsFormat;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

/// What was found at one place, or in one file.
#[derive(Debug, Serialize)]
pub struct Found {
    path: String,
    /// `place` or `file`.
    is: &'static str,
    /// Whether nothing is wrong.
    ok: bool,
    /// Whose notes these are.
    orgs: Vec<String>,
    /// How many files of notes are whole.
    files: usize,
    /// How many operations are whole.
    operations: u64,
    tablets: Vec<Tablet>,
    /// What is wrong.
    wrong: Vec<Said>,
    /// What is worth knowing and not wrong.
    notes: Vec<Said>,
}

/// What there is of a tablet.
#[derive(Debug, Serialize)]
struct Tablet {
    /// `{device}-{epoch}`.
    tablet: String,
    /// What staff call it.
    name: Option<String>,
    /// The version of the app that it wrote with last.
    app: Option<String>,
    /// When it put something there last, milliseconds since 1970 by its own clock.
    at: Option<i64>,
    /// How many of its operations are here.
    operations: u64,
    /// The numbers of those that are not, though later ones are, or it says that it has put them here.
    missing: Vec<(u64, u64)>,
}

/// Something to say of a file.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Said {
    /// `damaged`, `missing`, `gap`, `broken-chain`, `newer`; `foreign`, `not-named`, `two-histories`.
    what: &'static str,
    /// Which file, or which tablet.
    at: String,
    /// In the words of a person.
    said: String,
}

impl Said {
    fn new(what: &'static str, at: impl Into<String>, said: impl Into<String>) -> Said {
        Said { what, at: at.into(), said: said.into() }
    }
}

/// All that was found.
#[derive(Serialize)]
struct Report {
    ok: bool,
    found: Vec<Found>,
}

/// Verifies.
///
/// # Errors
/// Why it cannot.
pub fn run(mut args: Args) -> Result<Ending, DeskError> {
    let json = args.switch("json")?;
    let sources = Source::all(&args.some_paths("verify", "a folder or files")?)?;
    args.end("verify")?;
    let found: Result<Vec<Found>, DeskError> = sources
        .iter()
        .map(|source| match source {
            Source::Place(path) => place::verify(path),
            Source::File(path) => file(path),
        })
        .collect();
    let found = found?;
    let report = Report { ok: found.iter().all(|one| one.ok), found };
    if json {
        super::say_json(&report)?;
    } else {
        let said: Vec<String> = report.found.iter().map(text).collect();
        super::say(&said.join("\n"))?;
    }
    Ok(if report.ok { Ending::Well } else { Ending::Wrong })
}

/// Verifies a file that somebody exported.
fn file(path: &Path) -> Result<Found, DeskError> {
    let (mut chains, mut orgs) = (Chains::default(), std::collections::BTreeSet::new());
    let mut segments = 0;
    let faults = scan::scan(path, |passing| {
        segments += 1;
        orgs.insert(passing.segment().org.clone());
        chains.take("", passing.segment());
    })?;
    let shown = path.display().to_string();
    let mut wrong: Vec<Said> = faults.iter().map(|fault| scan::said(&shown, fault)).collect();
    let mut notes = Vec::new();
    chains.judge(&mut wrong, &mut notes);
    let gaps = chains.gaps(&VersionVector::default());
    wrong.extend(gaps.iter().map(|(stream, missing)| gap(*stream, missing)));
    let tablets = chains.holds().streams().map(|(stream, _)| tablet(stream, &chains, &gaps)).collect();
    Ok(Found {
        path: shown,
        is: "file",
        ok: wrong.is_empty(),
        orgs: orgs.into_iter().collect(),
        files: usize::from(segments > 0 || faults.is_empty()),
        operations: chains.holds().count(),
        tablets,
        wrong,
        notes,
    })
}

/// What is here of a tablet, as far as its operations tell.
fn tablet(stream: Stream, chains: &Chains, gaps: &[(Stream, Vec<(u64, u64)>)]) -> Tablet {
    let own = chains.holds().streams().find(|(one, _)| *one == stream);
    let missing = gaps.iter().find(|(one, _)| *one == stream).map(|(_, missing)| missing.clone());
    Tablet {
        tablet: called(stream),
        name: None,
        app: None,
        at: None,
        operations: own.map_or(0, |(_, ranges)| ranges.iter().map(|(from, to)| to - from + 1).sum()),
        missing: missing.unwrap_or_default(),
    }
}

fn gap(stream: Stream, missing: &[(u64, u64)]) -> Said {
    let ranges: Vec<String> = missing
        .iter()
        .map(|(from, to)| if from == to { from.to_string() } else { format!("{from} to {to}") })
        .collect();
    Said::new("gap", called(stream), format!("its operations {} are not here", ranges.join(", ")))
}

/// What a tablet is called in names of files.
fn called(stream: Stream) -> String {
    format!("{}-{}", stream.dev, stream.epoch)
}

/// What was found, for a person.
fn text(found: &Found) -> String {
    let mut text = format!("{}: {}\n", found.path, if found.ok { "whole" } else { "SOMETHING IS WRONG" });
    let count = |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
    let tablets = count(found.tablets.len(), "tablet", "tablets");
    let files =
        if found.is == "place" { format!(" in {}", count(found.files, "file", "files")) } else { String::new() };
    let mut line = |words: String| _ = writeln!(text, "  {words}");
    line(format!("{} operations of {tablets}{files}", found.operations));
    for tablet in &found.tablets {
        let name = tablet.name.as_ref().map(|name| format!(" “{name}”")).unwrap_or_default();
        let when = tablet.at.and_then(chrono::DateTime::from_timestamp_millis);
        let when = when.map(|at| format!(", last written {}", at.to_rfc3339_opts(SecondsFormat::Secs, true)));
        let when = when.unwrap_or_default();
        let app = tablet.app.as_ref().map(|app| format!(" by version {app}")).unwrap_or_default();
        line(format!("{}{name}: {} operations{when}{app}", tablet.tablet, tablet.operations));
    }
    for said in &found.wrong {
        line(format!("wrong: {}: {}", said.at, said.said));
    }
    for said in &found.notes {
        line(format!("note: {}: {}", said.at, said.said));
    }
    text
}
