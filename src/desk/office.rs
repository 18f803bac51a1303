//! `list` and `export`: what is true now, as files and tables that anybody can open. What the app withholds is withheld
//! here, too.

use super::args::Args;
use super::error::DeskError;
use super::opened::{Left, Opened};
use super::outlet::{Counted, Counts, Files, Records, Table, Written, make};
use super::source::Source;
use super::{Ending, table};
use crate::exchange::office::Office;
use crate::model::fold::fold;
use crate::model::kind::Kind;
use crate::model::text::Lang;
use serde::Serialize;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

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

/// How many records there are of each kind.
#[derive(Debug, Serialize)]
struct Listed {
    kinds: Vec<Counted>,
    #[serde(flatten)]
    incomplete: Incomplete,
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
    let (opened, left) = Opened::read(&Source::all(&paths)?)?;
    let tables = format == "csv";
    if tables {
        fs::create_dir_all(&out).map_err(DeskError::at(&out, "it cannot be made"))?;
    }
    let mut files = Files::at(&out, tables);
    make(&opened, wanted, None, &mut files)?;
    let written = files.end()?;
    let (incomplete, ending) = incomplete(left)?;
    if json {
        super::say_json(&Exported { files: written, incomplete })?;
    } else {
        let lines = written.iter().map(|one| format!("{}: {} records\n", one.path, one.records));
        super::say(&lines.collect::<String>())?;
    }
    Ok(ending)
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
    let (opened, left) = Opened::read(&Source::all(&paths)?)?;
    let (incomplete, ending) = incomplete(left)?;
    let mut out = BufWriter::new(io::stdout().lock());
    match (kind, json) {
        (Some(kind), true) => {
            out.write_all(b"{\"records\":").map_err(DeskError::Told)?;
            make(&opened, wanted, Some(kind), &mut Records::into(&mut out))?;
            // What else there is to say goes on in the same braces.
            let rest = serde_json::to_string(&incomplete).map_err(|error| DeskError::Told(error.into()))?;
            writeln!(out, ",{}", rest.trim_start_matches('{')).map_err(DeskError::Told)?;
        }
        (Some(kind), false) => {
            let mut csv = Table::default();
            make(&opened, wanted, Some(kind), &mut csv)?;
            match csv.0.as_slice() {
                [] => out.write_all(b"none\n").map_err(DeskError::Told)?,
                csv => table::of_csv(csv, &mut out)?,
            }
        }
        (None, _) => {
            let mut counts = Counts::called_in(wanted.lang);
            make(&opened, wanted, None, &mut counts)?;
            let kinds = counts.kinds;
            let text = if json {
                let listed = serde_json::to_string(&Listed { kinds, incomplete });
                format!("{}\n", listed.map_err(|error| DeskError::Told(error.into()))?)
            } else {
                let rows =
                    kinds.iter().map(|one| vec![one.records.to_string(), one.kind.to_owned(), one.called.clone()]);
                table::of(rows.collect())
            };
            out.write_all(text.as_bytes()).map_err(DeskError::Told)?;
        }
    }
    out.flush().map_err(DeskError::Told)?;
    Ok(ending)
}

/// The kind of this name, as it is stored or called.
fn kind_of(word: &Path) -> Option<&'static Kind> {
    let word = fold(word.to_str()?);
    let kinds = crate::capabilities::kinds::KINDS.iter().copied();
    let called = |kind: &Kind, lang| fold(kind.plural.get(lang)) == word;
    kinds.into_iter().find(|kind| fold(kind.id) == word || called(kind, Lang::En) || called(kind, Lang::Es))
}
