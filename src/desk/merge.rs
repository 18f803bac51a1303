//! `merge`: the notes of several places and files in one.

use super::args::Args;
use super::error::DeskError;
use super::folder::{FolderPlace, LookedAt};
use super::opened::{Anyone, Left, Opened, name_of, somebody, wait, with_place};
use super::source::{Source, is_place};
use super::{Ending, wrong};
use crate::exchange::sync::{Agreed, Told};
use crate::exchange::transfer::ImportError;
use crate::log::segment::LONGEST_LINE;
use crate::work::head::Identity;
use crate::work::job::Job;
use serde::Serialize;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Where a place keeps who merges into it, so that it is one and the same the next time. It is hidden from tablets.
const ME: &str = ".porchlight-desk.json";

/// What tablets show beside what was merged into a place.
const CALLED: &str = "porchlight merge";

/// What came of it.
#[derive(Debug, Serialize)]
struct Merged {
    into: String,
    /// How many operations there were before, and how many came.
    before: u64,
    came: u64,
    /// What was read, and how many operations came of each.
    from: Vec<From>,
}

/// What came of one source.
#[derive(Debug, Serialize)]
struct From {
    path: String,
    came: u64,
}

/// Merges.
///
/// # Errors
/// Why it cannot. What is in the place stays.
pub fn run(mut args: Args) -> Result<Ending, DeskError> {
    let json = args.switch("json")?;
    let agreed =
        Agreed { other_org: args.switch("other-org")?, years_ahead: args.switch("years-ahead")?, ..Agreed::default() };
    let mut paths = args.some_paths("merge", "where to, and from what")?;
    args.end("merge")?;
    let into = paths.remove(0);
    if paths.is_empty() {
        return Err(DeskError::Usage("`merge` needs to know from what: porchlight merge INTO FROM…".to_owned()));
    }
    let sources = Source::all(&paths)?;
    let merged = if into.extension().is_some_and(|ending| ending == "json") && !into.is_dir() {
        into_file(&into, &sources, agreed)?
    } else {
        into_place(&into, &sources, agreed)?
    };
    if json {
        super::say_json(&merged)?;
    } else {
        let lines = merged.from.iter().map(|from| format!("  {}: {} new operations\n", from.path, from.came));
        let lines: String = lines.collect();
        super::say(&format!(
            "{}: {} operations, {} of them new\n{lines}",
            merged.into,
            merged.before + merged.came,
            merged.came
        ))?;
    }
    Ok(Ending::Well)
}

/// Writes all there is into one file. One that stands there is among what is merged.
fn into_file(into: &Path, sources: &[Source], agreed: Agreed) -> Result<Merged, DeskError> {
    let stands = into.exists().then(|| Source::File(into.to_owned()));
    let org = stands.iter().chain(sources).find_map(org_of);
    let opened = Opened::by(&somebody(org))?;
    if let Some(source) = &stands {
        take(&opened, source, agreed)?;
    }
    let (before, from) = (opened.operations(), take_all(&opened, sources, agreed)?);
    let (file, _) =
        wait(opened.work.export(&Job::quiet()))?.map_err(|error| DeskError::Failed(wrong::import(&error)))?;
    super::atomic::write(into, &file.pieces)?;
    let came = opened.operations() - before;
    Ok(Merged { into: into.display().to_string(), before, came, from })
}

/// Puts into a place what it lacks.
fn into_place(into: &Path, sources: &[Source], agreed: Agreed) -> Result<Merged, DeskError> {
    if !into.exists() {
        fs::create_dir_all(into).map_err(DeskError::at(into, "it cannot be made"))?;
    } else if !into.is_dir() {
        let said = format!("{}: merge into a folder, or into a file whose name ends with .json", into.display());
        return Err(DeskError::Usage(said));
    } else if !is_place(into) && fs::read_dir(into).map_err(DeskError::at(into, "it cannot be read"))?.next().is_some()
    {
        let said = format!("{}: other things lie in this folder, and no notes. Choose an empty one", into.display());
        return Err(DeskError::Failed(said));
    }
    let place = FolderPlace::at(into);
    let org = std::iter::once(&Source::Place(into.to_owned())).chain(sources).find_map(org_of);
    let opened = Opened::by(&me(into, org))?;
    // Whoever merges reads what is there, writes nothing, and only then knows what is new.
    if is_place(into) {
        let looked_at = LookedAt::of(&place);
        wait(opened.work.sync(&looked_at, "before", Agreed { years_ahead: true, ..agreed }, &Job::quiet()))?
            .map_err(with_place(into))?;
    }
    let (before, from) = (opened.operations(), take_all(&opened, sources, agreed)?);
    let (name, told) = (name_of(into), Told { tablet_name: Some(CALLED.to_owned()) });
    let agreed = Agreed { years_ahead: true, ..agreed };
    let synced = wait(opened.work.sync_as(&place, &name, &told, agreed, &Job::quiet()))?.map_err(with_place(into))?;
    let me = serde_json::to_vec(&opened.work.state().me).map_err(|error| DeskError::Failed(error.to_string()))?;
    super::atomic::write(&into.join(ME), &[me])?;
    let mut left = Left::default();
    left.of_place(into, synced);
    for (file, why) in
        left.unread.into_iter().chain(left.newer.into_iter().map(|file| (file, "a newer version wrote it".to_owned())))
    {
        super::complain(&format!("{file}: it was left as it is: {why}"))?;
    }
    Ok(Merged { into: into.display().to_string(), before, came: opened.operations() - before, from })
}

/// Who merges into a place.
fn me(place: &Path, org: Option<String>) -> Identity {
    let known = fs::read(place.join(ME)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    known.unwrap_or_else(|| somebody(org))
}

fn take_all(opened: &Opened, sources: &[Source], agreed: Agreed) -> Result<Vec<From>, DeskError> {
    let one = |source: &Source| {
        let before = opened.operations();
        take(opened, source, agreed)?;
        Ok(From { path: source.path().display().to_string(), came: opened.operations() - before })
    };
    sources.iter().map(one).collect()
}

/// Takes in all of a source, or nothing is merged: half of it would look like all.
fn take(opened: &Opened, source: &Source, agreed: Agreed) -> Result<(), DeskError> {
    match source {
        Source::File(path) => {
            let failed = |error| {
                DeskError::Failed(format!(
                    "{}: {}. `porchlight salvage` keeps what is whole",
                    path.display(),
                    wrong::import(&error)
                ))
            };
            opened.take(path, false, Anyone::As(agreed))?.map_err(failed)?;
        }
        Source::Place(path) => {
            let place = FolderPlace::at(path);
            let synced = wait(opened.work.sync(&LookedAt::of(&place), &name_of(path), agreed, &Job::quiet()))?;
            let mut left = Left::default();
            let synced = synced.map_err(with_place(path))?;
            if let Some(ahead) = synced.years_ahead {
                return Err(with_place(path)(ImportError::YearsAhead(ahead).into()));
            }
            left.of_place(path, synced);
            if let Some((file, why)) = left.unread.first() {
                return Err(DeskError::Failed(format!("{file}: {why}. `porchlight salvage` keeps what is whole")));
            }
            if let Some(file) = left.newer.first() {
                return Err(DeskError::Failed(format!(
                    "{file}: a newer version of Porchlight wrote this. Update this one"
                )));
            }
        }
    }
    Ok(())
}

/// Whose notes these are, as far as they say at their beginning.
fn org_of(source: &Source) -> Option<String> {
    let (file, most): (PathBuf, u64) = match source {
        Source::Place(path) => (path.join("org.json"), 1 << 10),
        Source::File(path) => (path.clone(), LONGEST_LINE as u64),
    };
    let mut line = Vec::new();
    BufReader::new(File::open(file).ok()?.take(most)).read_until(b'\n', &mut line).ok()?;
    let text = std::str::from_utf8(&line).ok()?.trim_start_matches(['\u{feff}', '[']).trim_end().trim_end_matches(',');
    let said: serde_json::Value = serde_json::from_str(text).ok()?;
    said["org"].as_str().filter(|org| !org.is_empty()).map(str::to_owned)
}
