//! A place verified: whose it is, what its tablets say, and every file of notes.

use super::chain::Chains;
use super::{Found, Said, called, gap, scan, tablet};
use crate::desk::error::DeskError;
use crate::exchange::sync::manifest::{self, BadManifest, Manifest};
use crate::exchange::sync::piece::Piece;
use crate::log::hash::Sha;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What may stand at the top of a place.
const TOP: &[&str] = &["org.json", "heads", "log", "blobs", "snap", "probe"];

/// A place that is looked through.
struct Looking<'a> {
    root: &'a Path,
    wrong: Vec<Said>,
    notes: Vec<Said>,
    manifests: BTreeMap<Stream, Manifest>,
    chains: Chains,
    orgs: BTreeSet<String>,
    /// The files of notes that are whole.
    whole: BTreeSet<Piece>,
    /// Those that stand there, whole or not.
    stand: BTreeSet<Piece>,
}

/// Verifies a place.
///
/// # Errors
/// Where the disk fails.
pub fn verify(root: &Path) -> Result<Found, DeskError> {
    let mut looking = Looking {
        root,
        wrong: Vec::new(),
        notes: Vec::new(),
        manifests: BTreeMap::new(),
        chains: Chains::default(),
        orgs: BTreeSet::new(),
        whole: BTreeSet::new(),
        stand: BTreeSet::new(),
    };
    looking.top()?;
    looking.heads()?;
    looking.log()?;
    Ok(looking.found())
}

/// What is in a folder, by name, without what is hidden; nothing if there is no such folder.
fn names(folder: &Path) -> Result<Vec<(String, PathBuf)>, DeskError> {
    let cannot = || DeskError::at(folder, "it cannot be read");
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(cannot())?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(cannot())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push((name, entry.path()));
        }
    }
    names.sort_unstable();
    Ok(names)
}

fn read(file: &Path) -> Result<Vec<u8>, DeskError> {
    fs::read(file).map_err(DeskError::at(file, "it cannot be read"))
}

impl Looking<'_> {
    fn foreign(&mut self, name: String) {
        self.notes.push(Said::new("foreign", name, "this is no file of Porchlight’s; it is left alone"));
    }

    fn top(&mut self) -> Result<(), DeskError> {
        for (name, path) in names(self.root)? {
            if name == "org.json" {
                let said: Option<serde_json::Value> = serde_json::from_slice(&read(&path)?).ok();
                match said.as_ref().and_then(|said| said["org"].as_str()) {
                    Some(org) => _ = self.orgs.insert(org.to_owned()),
                    None => self.wrong.push(Said::new("damaged", name, "it does not say whose notes these are")),
                }
            } else if !TOP.contains(&name.as_str()) {
                self.foreign(name);
            }
        }
        Ok(())
    }

    fn heads(&mut self) -> Result<(), DeskError> {
        for (name, path) in names(&self.root.join("heads"))? {
            let shown = format!("heads/{name}");
            let Some(tablet) = name.strip_suffix(".json").and_then(manifest::tablet_of) else {
                self.foreign(shown);
                continue;
            };
            match Manifest::from_bytes(tablet, &read(&path)?) {
                Ok(manifest) => {
                    self.orgs.insert(manifest.org.clone());
                    self.manifests.insert(tablet, manifest);
                }
                Err(BadManifest::Damaged) => {
                    let said = "it is damaged, so what this tablet has put here is not known. It writes it anew with its next sync";
                    self.wrong.push(Said::new("damaged", shown, said));
                }
                Err(BadManifest::Newer) => {
                    self.wrong.push(Said::new(
                        "newer",
                        shown,
                        "a newer version of Porchlight wrote this. Update this one",
                    ));
                }
            }
        }
        Ok(())
    }

    fn log(&mut self) -> Result<(), DeskError> {
        for (folder, path) in names(&self.root.join("log"))? {
            if manifest::tablet_of(&folder).is_none() || !path.is_dir() {
                self.foreign(format!("log/{folder}"));
                continue;
            }
            for (name, path) in names(&path)? {
                let shown = format!("log/{folder}/{name}");
                match name.strip_suffix(".json").and_then(|name| name.parse::<Piece>().ok()) {
                    Some(piece) => self.piece(piece, &shown, &path)?,
                    None => self.foreign(shown),
                }
            }
        }
        Ok(())
    }

    /// Proves a file of notes: by its name, which holds its hash, and by what stands in it.
    fn piece(&mut self, piece: Piece, shown: &str, path: &Path) -> Result<(), DeskError> {
        self.stand.insert(piece.clone());
        let as_named = hash(path)?.to_string().starts_with(piece.digits());
        let (chains, orgs) = (&mut self.chains, &mut self.orgs);
        let mut holds = VersionVector::default();
        let faults = scan::scan(path, |passing| {
            let segment = passing.segment();
            holds.insert_range(segment.stream, segment.first(), segment.last());
            if as_named {
                orgs.insert(segment.org.clone());
                chains.take(shown, segment);
            }
        })?;
        if let Some(fault) = faults.first() {
            self.wrong.push(scan::said(shown, fault));
        } else if !as_named || holds != piece.operations() {
            self.wrong.push(Said::new("damaged", shown, "it does not hold what its name says"));
        } else {
            self.whole.insert(piece);
        }
        Ok(())
    }

    fn found(mut self) -> Found {
        let named: BTreeSet<Piece> = self.manifests.values().flat_map(|one| one.pieces.iter().cloned()).collect();
        let removed: BTreeSet<&Piece> = self.manifests.values().flat_map(|one| &one.removed).collect();
        for (tablet, manifest) in &self.manifests {
            for piece in manifest.pieces.iter().filter(|piece| !self.stand.contains(piece) && !removed.contains(piece))
            {
                let at = format!("log/{}/{piece}.json", called(*tablet));
                self.wrong.push(Said::new("missing", at, "its tablet says that it has put this here, and it is not"));
            }
        }
        for piece in self.stand.iter().filter(|piece| !named.contains(piece)) {
            let said = "no tablet names this: it is on its way, or left over";
            self.notes.push(Said::new("not-named", format!("{piece}.json"), said));
        }
        self.chains.judge(&mut self.wrong, &mut self.notes);
        let mut promised = VersionVector::default();
        self.manifests.values().for_each(|one| promised.join(&one.seen));
        let gaps = self.chains.gaps(&promised);
        self.wrong.extend(gaps.iter().map(|(stream, missing)| gap(*stream, missing)));
        let mut streams: BTreeSet<Stream> = self.chains.holds().streams().map(|(stream, _)| stream).collect();
        streams.extend(self.manifests.keys().chain(gaps.iter().map(|(stream, _)| stream)));
        let tablets = streams.into_iter().map(|stream| {
            let told = self.manifests.get(&stream);
            super::Tablet {
                name: told.and_then(|one| one.name.clone()),
                app: told.map(|one| one.app.clone()),
                at: told.map(|one| one.at),
                ..tablet(stream, &self.chains, &gaps)
            }
        });
        let tablets = tablets.collect();
        Found {
            path: self.root.display().to_string(),
            is: "place",
            ok: self.wrong.is_empty(),
            orgs: self.orgs.into_iter().filter(|org| !org.is_empty()).collect(),
            files: self.whole.len(),
            operations: self.chains.holds().count(),
            tablets,
            wrong: self.wrong,
            notes: self.notes,
        }
    }
}

/// The hash of a file, in little memory.
fn hash(path: &Path) -> Result<Sha, DeskError> {
    use sha2::{Digest, Sha256};
    let cannot = || DeskError::at(path, "it cannot be read");
    let mut file = File::open(path).map_err(cannot())?;
    let (mut hasher, mut part) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut part).map_err(cannot())? {
            0 => return Ok(Sha(hasher.finalize().into())),
            read => hasher.update(&part[..read]),
        }
    }
}
