//! `salvage`: what is whole of damaged places and files, in one file that is whole.

use super::args::Args;
use super::error::DeskError;
use super::opened::{Anyone, Opened, somebody, wait};
use super::source::Source;
use super::{Ending, atomic, wrong};
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use crate::work::job::Job;
use serde::Serialize;
use std::path::Path;

/// What came of it.
#[derive(Debug, Serialize)]
struct Salvaged {
    /// The file that was written.
    out: String,
    /// How many operations are in it.
    operations: u64,
    damaged: Vec<Damaged>,
    /// Operations that are known to have been, and are in none of the files.
    missing: Vec<Missing>,
}

/// A file in which something is wrong.
#[derive(Debug, Serialize)]
struct Damaged {
    file: String,
    /// What is wrong with it first.
    said: String,
}

/// What is missing of a tablet.
#[derive(Debug, Serialize)]
struct Missing {
    /// `{device}-{epoch}`.
    tablet: String,
    /// From and to, both among them.
    ranges: Vec<(u64, u64)>,
}

/// Salvages.
///
/// # Errors
/// Why it cannot. What was read stays as it is.
pub fn run(mut args: Args) -> Result<Ending, DeskError> {
    let json = args.switch("json")?;
    let mut paths = args.some_paths("salvage", "where to, and from what")?;
    args.end("salvage")?;
    let out = paths.remove(0);
    if paths.is_empty() {
        return Err(DeskError::Usage("`salvage` needs to know from what: porchlight salvage OUT FROM…".to_owned()));
    }
    if out.exists() {
        // What is damaged may be all there is of something.
        let said = format!("{}: it is there already, and nothing is written over. Choose another name", out.display());
        return Err(DeskError::Failed(said));
    }
    let salvaged = salvage(&out, &Source::all(&paths)?)?;
    let whole = salvaged.damaged.is_empty() && salvaged.missing.is_empty();
    if json {
        super::say_json(&salvaged)?;
    } else {
        let damaged = salvaged.damaged.iter().map(|one| format!("  damaged: {}: {}\n", one.file, one.said));
        let missing = salvaged
            .missing
            .iter()
            .map(|one| format!("  missing: {}: operations {}\n", one.tablet, shown(&one.ranges)));
        let lines: String = damaged.chain(missing).collect();
        super::say(&format!("{}: {} operations are whole\n{lines}", salvaged.out, salvaged.operations))?;
    }
    Ok(if whole { Ending::Well } else { Ending::Wrong })
}

fn salvage(out: &Path, sources: &[Source]) -> Result<Salvaged, DeskError> {
    let opened = Opened::by(&somebody(None))?;
    let mut damaged = Vec::new();
    for source in sources {
        match source {
            Source::Place(path) => damaged.extend(opened.salvage_place(path)?),
            Source::File(path) => match opened.take(path, true, Anyone::May)? {
                Ok(faults) => {
                    damaged.extend(faults.iter().map(|fault| (path.display().to_string(), wrong::read(fault))))
                }
                Err(error) => damaged.push((path.display().to_string(), wrong::import(&error))),
            },
        }
    }
    let (file, _) =
        wait(opened.work.export(&Job::quiet()))?.map_err(|error| DeskError::Failed(wrong::import(&error)))?;
    atomic::write(out, &file.pieces)?;
    let own = opened.work.state().me.stream();
    let missing = missing(opened.work.state().book.seen(), own);
    let damaged = damaged.into_iter().map(|(file, said)| Damaged { file, said }).collect();
    Ok(Salvaged { out: out.display().to_string(), operations: opened.operations(), damaged, missing })
}

/// What stands between operations that are known.
fn missing(seen: &VersionVector, own: Stream) -> Vec<Missing> {
    let of = |(stream, ranges): (Stream, &[(u64, u64)])| {
        let begins = std::iter::once(0).chain(ranges.iter().map(|(_, to)| *to));
        let gaps = begins.zip(ranges).filter(|(before, (from, _))| before + 1 < *from);
        let ranges: Vec<(u64, u64)> = gaps.map(|(before, (from, _))| (before + 1, from - 1)).collect();
        Missing { tablet: format!("{}-{}", stream.dev, stream.epoch), ranges }
    };
    seen.streams().filter(|(stream, _)| *stream != own).map(of).filter(|one| !one.ranges.is_empty()).collect()
}

fn shown(ranges: &[(u64, u64)]) -> String {
    let one = |(from, to): &(u64, u64)| if from == to { from.to_string() } else { format!("{from} to {to}") };
    ranges.iter().map(one).collect::<Vec<_>>().join(", ")
}
