//! `list` and `export`: what is true now, as files and tables that anybody can open. What the app withholds is withheld
//! here, too.

use super::args::Args;
use super::error::DeskError;
use super::opened::{Left, Opened, wait};
use super::source::Source;
use super::{Ending, atomic, table};
use crate::exchange::office::{Office, OfficeFile};
use crate::model::fold::fold;
use crate::model::kind::Kind;
use crate::model::text::Lang;
use crate::work::job::Job;
use serde::Serialize;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// What was left out of what is told.
#[derive(Debug, Serialize)]
struct Incomplete {
    /// What could not be read.
    unread: Vec<String>,
    /// What a newer version wrote.
    newer: Vec<String>,
}

/// The files that were written.
#[derive(Debug, Serialize)]
struct Exported {
    files: Vec<Written>,
    #[serde(flatten)]
    incomplete: Incomplete,
}

/// A file that was written.
#[derive(Debug, Serialize)]
struct Written {
    path: String,
    /// The kind whose table it is; none for the file of all.
    kind: Option<&'static str>,
    records: usize,
}

/// The records of a kind, or how many there are of each.
#[derive(Debug, Serialize)]
struct Listed {
    #[serde(skip_serializing_if = "Option::is_none")]
    records: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kinds: Option<Vec<Counted>>,
    #[serde(flatten)]
    incomplete: Incomplete,
}

/// How many records there are of a kind.
#[derive(Debug, Serialize)]
struct Counted {
    kind: &'static str,
    /// What they are called.
    called: String,
    records: usize,
}

/// What the files shall be like.
fn office(args: &mut Args) -> Result<Office, DeskError> {
    let lang = match args.word("lang")?.as_deref() {
        None | Some("en") => Lang::En,
        Some("es") => Lang::Es,
        Some(other) => return Err(DeskError::Usage(format!("there is no --lang {other}: en or es"))),
    };
    Ok(Office { lang, public_only: args.switch("public")? })
}

/// Reads the notes and makes the files of them.
fn files(sources: &[Source], office: Office) -> Result<(Vec<OfficeFile>, Left), DeskError> {
    let (opened, left) = Opened::read(sources)?;
    let made = wait(opened.work.office_export(office, &Job::quiet()))?;
    Ok((made.map_err(|error| DeskError::Failed(error.to_string()))?, left))
}

/// Says what is not among what is told.
fn incomplete(left: Left) -> Result<(Incomplete, Ending), DeskError> {
    let ending = if left.is_empty() { Ending::Well } else { Ending::Wrong };
    for (file, why) in &left.unread {
        super::complain(&format!("{file}: it is not among this: {why}"))?;
    }
    for file in &left.newer {
        super::complain(&format!(
            "{file}: it is not among this: a newer version of Porchlight wrote it. Update this one"
        ))?;
    }
    let unread = left.unread.into_iter().map(|(file, _)| file).collect();
    Ok((Incomplete { unread, newer: left.newer }, ending))
}

/// Exports.
///
/// # Errors
/// Why it cannot.
pub fn export(mut args: Args) -> Result<Ending, DeskError> {
    let json = args.switch("json")?;
    let format = args.word("format")?.unwrap_or_default();
    let wanted = office(&mut args)?;
    let mut paths = args.some_paths("export", "where to, and from what")?;
    args.end("export")?;
    let out = paths.remove(0);
    if !["json", "csv"].contains(&format.as_str()) || paths.is_empty() {
        let said = "`export` is: porchlight export --format json|csv OUT FROM…. `porchlight help export` says more";
        return Err(DeskError::Usage(said.to_owned()));
    }
    let (made, left) = files(&Source::all(&paths)?, wanted)?;
    let mut written = Vec::new();
    if format == "csv" {
        fs::create_dir_all(&out).map_err(DeskError::at(&out, "it cannot be made"))?;
        for (kind, one) in made.into_iter().filter_map(|one| one.kind.map(|kind| (kind, one))) {
            written.push(write(out.join(format!("{}.csv", kind.id)), Some(kind.id), one)?);
        }
    } else if let Some(one) = made.into_iter().find(|one| one.kind.is_none()) {
        written.push(write(out, None, one)?);
    }
    let (incomplete, ending) = incomplete(left)?;
    if json {
        super::say_json(&Exported { files: written, incomplete })?;
    } else {
        let lines = written.iter().map(|one| format!("{}: {} records\n", one.path, one.records));
        super::say(&lines.collect::<String>())?;
    }
    Ok(ending)
}

fn write(path: PathBuf, kind: Option<&'static str>, one: OfficeFile) -> Result<Written, DeskError> {
    atomic::write(&path, &one.file.pieces)?;
    Ok(Written { path: path.display().to_string(), kind, records: one.records })
}

/// Lists.
///
/// # Errors
/// Why it cannot.
pub fn list(mut args: Args) -> Result<Ending, DeskError> {
    let json = args.switch("json")?;
    let wanted = office(&mut args)?;
    let mut paths = args.some_paths("list", "a kind, and a folder or files")?;
    args.end("list")?;
    let kind = kind_of(&paths[0]);
    if kind.is_some() || !paths[0].exists() {
        let word = paths.remove(0);
        if kind.is_none() {
            let all: Vec<&str> = crate::capabilities::kinds::KINDS.iter().map(|kind| kind.id).collect();
            let said = format!("there is no kind “{}”. There are: {}", word.display(), all.join(", "));
            return Err(DeskError::Usage(said));
        }
    }
    if paths.is_empty() {
        return Err(DeskError::Usage("`list` needs to know from what: porchlight list KIND FROM…".to_owned()));
    }
    let (made, left) = files(&Source::all(&paths)?, wanted)?;
    let (incomplete, ending) = incomplete(left)?;
    match (kind, json) {
        (Some(kind), true) => {
            super::say_json(&Listed { records: Some(records(&made, kind)?), kinds: None, incomplete })?
        }
        (Some(kind), false) => {
            let csv = made.iter().find(|one| one.kind.is_some_and(|one| one.id == kind.id));
            super::say(&csv.map_or_else(|| Ok("none\n".to_owned()), |one| table::of_csv(&one.file.pieces.concat()))?)?
        }
        (None, _) => {
            let counted = made.iter().filter_map(|one| one.kind.map(|kind| (kind, one.records)));
            let kinds: Vec<Counted> = counted
                .map(|(kind, records)| Counted {
                    kind: kind.id,
                    called: kind.plural.get(wanted.lang).to_owned(),
                    records,
                })
                .collect();
            if json {
                super::say_json(&Listed { records: None, kinds: Some(kinds), incomplete })?
            } else {
                let rows =
                    kinds.iter().map(|one| vec![one.records.to_string(), one.kind.to_owned(), one.called.clone()]);
                super::say(&table::of(rows.collect()))?
            }
        }
    };
    Ok(ending)
}

/// The kind of this name, as it is stored or called.
fn kind_of(word: &Path) -> Option<&'static Kind> {
    let word = fold(word.to_str()?);
    let kinds = crate::capabilities::kinds::KINDS.iter().copied();
    let called = |kind: &Kind, lang| fold(kind.plural.get(lang)) == word;
    kinds.into_iter().find(|kind| fold(kind.id) == word || called(kind, Lang::En) || called(kind, Lang::Es))
}

/// The records of a kind, as the file of all holds them.
fn records(made: &[OfficeFile], kind: &Kind) -> Result<Value, DeskError> {
    let all = made.iter().find(|one| one.kind.is_none()).map(|one| one.file.pieces.concat()).unwrap_or_default();
    let mut all: Value = serde_json::from_slice(&all).map_err(|error| DeskError::Failed(error.to_string()))?;
    Ok(all["records"].get_mut(kind.id).map_or_else(|| Value::Array(Vec::new()), Value::take))
}
