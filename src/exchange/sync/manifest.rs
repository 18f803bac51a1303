//! What a tablet says of what it has put into a place: which files, and how far it knows of everyone.

use super::piece::Piece;
use crate::log::hash::Sha;
use crate::model::id::Id;
use crate::model::stamp::Stream;
use crate::model::version_vector::VersionVector;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the first line of every manifest says it is.
const KIND: &str = "porchlight.manifest";
/// The version of the form. Readers that know `min_reader` can read it.
const FORMAT: u32 = 1;

/// What a tablet says of what it has put into a place. It alone writes this file, after the files that it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Files that somebody removed for erased words and that it has put here again, for nobody says any more that anything
    /// was erased. Whoever knows better replaces them once more.
    #[serde(default)]
    pub again: BTreeSet<Piece>,
    /// The version of the app that wrote it.
    pub app: String,
    /// The files that it could not read, though others name them. Whoever put them there, or has read them, looks again.
    #[serde(default)]
    pub awaits: BTreeSet<Piece>,
    /// When, milliseconds since 1970 by its clock.
    pub at: i64,
    /// Of the latest larger files, what each was made of: whoever has taken those in has the larger one.
    #[serde(default)]
    pub folded: Vec<(Piece, BTreeSet<Piece>)>,
    /// Its form.
    format: u32,
    /// What it is.
    kind: String,
    /// The form that a reader has to know.
    min_reader: u32,
    /// How many it has written here before, and this one.
    pub n: u64,
    /// What staff call it.
    #[serde(default)]
    pub name: Option<String>,
    /// When it last noted something itself, milliseconds since 1970 by its clock.
    #[serde(default)]
    pub newest: Option<i64>,
    /// The organization whose notes these are.
    pub org: String,
    /// Its earlier lives, in which it writes no more.
    #[serde(default)]
    pub past: BTreeSet<Stream>,
    /// The files it has put here.
    pub pieces: BTreeSet<Piece>,
    /// Files of anybody that held erased words. Others stand in their place among its own.
    #[serde(default)]
    pub removed: BTreeSet<Piece>,
    /// All it knows, wherever it came from.
    pub seen: VersionVector,
    /// How many pieces of sound of each record it has exchanged here.
    #[serde(default)]
    pub sound: BTreeMap<Id, u64>,
    /// Of which records others told of more pieces than it has found here. Whoever has them looks again.
    #[serde(default)]
    pub sound_lacks: BTreeSet<Id>,
    /// Which pieces those are, as a mark: as many of one record need not be the same.
    #[serde(default)]
    pub sound_marks: BTreeMap<Id, u32>,
    /// The tablet, and which of its lives.
    pub tablet: Stream,
}

/// Why a manifest is not used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadManifest {
    /// It is not one, or only half there.
    #[error("it is damaged")]
    Damaged,
    /// A newer version of the app wrote it.
    #[error("a newer version wrote it")]
    Newer,
}

/// The line under a manifest, which proves it.
#[derive(Serialize, Deserialize)]
struct Proof {
    sha256: Sha,
}

impl Manifest {
    /// The first of a tablet in a place.
    pub(super) fn first(tablet: Stream, org: String) -> Manifest {
        Manifest {
            again: BTreeSet::new(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            at: 0,
            awaits: BTreeSet::new(),
            folded: Vec::new(),
            format: FORMAT,
            kind: KIND.to_owned(),
            min_reader: FORMAT,
            n: 0,
            name: None,
            newest: None,
            org,
            past: BTreeSet::new(),
            pieces: BTreeSet::new(),
            removed: BTreeSet::new(),
            seen: VersionVector::default(),
            sound: BTreeMap::new(),
            sound_lacks: BTreeSet::new(),
            sound_marks: BTreeMap::new(),
            tablet,
        }
    }

    /// Whether it says the same as another, whenever either was written.
    pub(super) fn says_as(&self, other: &Manifest) -> bool {
        let (at, n) = (self.at, self.n);
        *self == Manifest { at, n, app: self.app.clone(), ..other.clone() }
    }

    /// As it is put: a JSON array of two lines, the second of which proves the first.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let line = serde_json::to_string(self)?;
        let proof = serde_json::to_string(&Proof { sha256: Sha::of(line.as_bytes()) })?;
        Ok(format!("[{line},\n{proof}]\n").into_bytes())
    }

    /// Reads what [`Manifest::to_bytes`] wrote, whole and of this tablet.
    pub(crate) fn from_bytes(tablet: Stream, bytes: &[u8]) -> Result<Manifest, BadManifest> {
        #[derive(Deserialize)]
        struct Version {
            kind: String,
            min_reader: u32,
        }
        let text = std::str::from_utf8(bytes).map_err(|_| BadManifest::Damaged)?;
        let whole = text.strip_prefix('[').and_then(|text| text.trim_end().strip_suffix(']'));
        let (line, proof) = whole.and_then(|whole| whole.split_once(",\n")).ok_or(BadManifest::Damaged)?;
        let proof: Proof = serde_json::from_str(proof).map_err(|_| BadManifest::Damaged)?;
        if proof.sha256 != Sha::of(line.as_bytes()) {
            return Err(BadManifest::Damaged);
        }
        let version: Version = serde_json::from_str(line).map_err(|_| BadManifest::Damaged)?;
        match version.kind == KIND {
            true if version.min_reader > FORMAT => return Err(BadManifest::Newer),
            true => {}
            false => return Err(BadManifest::Damaged),
        }
        let manifest: Manifest = serde_json::from_str(line).map_err(|_| BadManifest::Damaged)?;
        if manifest.tablet == tablet { Ok(manifest) } else { Err(BadManifest::Damaged) }
    }
}

/// What a tablet is called in names of files and folders: `{device}-{epoch}`.
pub(crate) fn called(tablet: Stream) -> String {
    format!("{}-{}", tablet.dev, tablet.epoch)
}

/// Which tablet is called so, if any.
pub(crate) fn tablet_of(name: &str) -> Option<Stream> {
    let (dev, epoch) = name.split_once('-')?;
    let tablet = Stream { dev: dev.parse().ok()?, epoch: epoch.parse().ok()? };
    (called(tablet) == name).then_some(tablet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::DeviceId;

    const BLUE: Stream = Stream { dev: DeviceId(7), epoch: 2 };

    #[test]
    fn a_manifest_is_read_whole_or_not_at_all() {
        let mut manifest = Manifest::first(BLUE, "org, \n\"the old one\"".into());
        manifest.seen.insert_range(BLUE, 1, 9);
        let bytes = manifest.to_bytes().unwrap();
        assert_eq!(Manifest::from_bytes(BLUE, &bytes), Ok(manifest.clone()));
        for cut in 0..bytes.len() - 2 {
            assert_eq!(Manifest::from_bytes(BLUE, &bytes[..cut]), Err(BadManifest::Damaged), "cut at {cut}");
        }
        for at in 0..bytes.len() - 2 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            assert_eq!(Manifest::from_bytes(BLUE, &flipped), Err(BadManifest::Damaged), "flipped at {at}");
        }
        assert_eq!(Manifest::from_bytes(Stream { epoch: 1, ..BLUE }, &bytes), Err(BadManifest::Damaged));
        // A version before said less of itself, and a later one may say more.
        let told = serde_json::to_value(&manifest).unwrap();
        let mut members = told.as_object().unwrap().clone();
        for later in
            ["again", "awaits", "sound", "sound_lacks", "sound_marks", "folded", "name", "newest", "past", "removed"]
        {
            members.remove(later).unwrap();
        }
        members.insert("a later thought".into(), true.into());
        let line = serde_json::to_string(&members).unwrap();
        let proof = serde_json::to_string(&Proof { sha256: Sha::of(line.as_bytes()) }).unwrap();
        assert_eq!(Manifest::from_bytes(BLUE, format!("[{line},\n{proof}]\n").as_bytes()), Ok(manifest.clone()));
        manifest.min_reader = 2;
        assert_eq!(Manifest::from_bytes(BLUE, &manifest.to_bytes().unwrap()), Err(BadManifest::Newer));
    }

    #[test]
    fn a_name_says_which_tablet_it_is() {
        assert_eq!(tablet_of(&called(BLUE)), Some(BLUE));
        for other in [
            "",
            ".json",
            "7-2.json",
            "0000000000000007-02.json",
            "0000000000000007-2.json.tmp",
            "~$0000000000000007-2.json",
        ] {
            assert_eq!(tablet_of(other), None, "{other}");
        }
    }
}
