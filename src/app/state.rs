//! What the workspace holds in memory: the book, who this device is, what exists elsewhere, what can be undone.

use crate::app::status::SaveState;
use crate::app::taken_in::TakenIn;
use crate::app::unsaved::Unsaved;
use crate::app::workspace::{WorkError, to_bytes};
use crate::domain::book::{Book, Change};
use crate::domain::draft::Draft;
use crate::domain::id::{DeviceId, Id};
use crate::domain::index::Index;
use crate::domain::seen::Seen;
use crate::domain::stamp::Stream;
use crate::domain::text::Message;
use crate::domain::typed::Typed;
use crate::log::clock::HybridClock;
use crate::log::fault::ReadError;
use crate::log::hash::Sha;
use crate::log::segment::Rechain;
use crate::ports::{Role, SegmentKey, Sent};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// How many steps can be undone.
const UNDO_STEPS: usize = 20;

/// Who this device is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The device.
    pub dev: DeviceId,
    /// Which of its lives.
    pub epoch: u32,
    /// The organisation: 32 hexadecimal digits, chosen by the first device.
    pub org: String,
}

impl Identity {
    /// The stream this device writes.
    pub fn stream(&self) -> Stream {
        Stream { dev: self.dev, epoch: self.epoch }
    }
}

/// Where this device's stream ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(crate) seq: u64,
    pub(crate) chain: Sha,
}

impl Head {
    pub(crate) fn start_of(stream: Stream) -> Head {
        Head { seq: 0, chain: Sha::start_of(stream) }
    }

    /// The same, where its stream's chain was counted anew.
    pub(crate) fn after(self, rechain: &Rechain, stream: Stream) -> Head {
        Head { chain: rechain.end(stream, self.seq + 1).unwrap_or(self.chain), ..self }
    }

    /// As it is kept; nothing before the first operation.
    pub(crate) fn stored(&self) -> Result<Option<Vec<u8>>, WorkError> {
        (self.seq > 0).then(|| to_bytes(self)).transpose()
    }
}

/// What is known to exist outside this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// The operations in the last copy that left.
    pub seen: Seen,
    /// The operations in the files that were saved on this device.
    #[serde(default)]
    pub saved: Seen,
    /// When it left, milliseconds since 1970.
    pub at_ms: Option<i64>,
    /// How it left.
    #[serde(default)]
    pub how: Option<Sent>,
}

/// A stored segment that could not be read. It is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub key: SegmentKey,
    /// Why.
    pub error: ReadError,
    /// The operations it holds, first and last, where its header can be read.
    pub(crate) holds: Option<(Stream, u64, u64)>,
}

/// A step that can be undone: for each record what it was and what it became.
#[derive(Clone, Debug)]
pub struct UndoStep {
    /// Names the step.
    pub number: u64,
    /// What the step did: “12 Maple deleted”.
    pub label: Message,
    pub(crate) changes: Vec<Change>,
}

/// Everything in memory.
pub struct State {
    /// All records.
    pub book: Book,
    /// Ways into the book.
    pub index: Index,
    /// Who this device is.
    pub me: Identity,
    /// Who is using it.
    pub actor: Option<Id>,
    /// What exists elsewhere.
    pub backup: Backup,
    /// Drafts by their place in the store, also those that the store refused.
    pub drafts: BTreeMap<String, Draft>,
    /// Typed words that are no draft of a form, in the same way.
    pub typed: BTreeMap<String, Typed>,
    /// What is not in the store yet.
    pub unsaved: Unsaved,
    /// Whether this tab may write.
    pub role: Role,
    /// Whether everything that was done is safe.
    pub save: SaveState,
    /// Stored segments that could not be read.
    pub unread: Vec<Unread>,
    /// The last import, if it was not taken back.
    pub taken_in: Option<TakenIn>,
    pub(crate) undo: Vec<UndoStep>,
    pub(crate) head: Head,
    pub(crate) clock: HybridClock,
    pub(crate) steps: u64,
    pub(crate) snapshot_covers: u64,
    /// How often stored segments were replaced so far, as this tab knows it.
    pub(crate) generation: u64,
    /// Whether something that nobody allows to keep any more could not be let go of yet.
    pub(crate) owes_letting_go: bool,
}

impl State {
    /// How many operations exist on this device alone, as far as is known.
    pub fn only_here(&self) -> u64 {
        self.book.seen().count_missing_from(&self.backup.seen)
    }

    pub(crate) fn push_step(&mut self, label: Message, changes: Vec<Change>) -> u64 {
        // A record that a step changed several times is taken back to what it was before the first.
        let mut net: Vec<Change> = Vec::with_capacity(changes.len());
        let mut at = HashMap::new();
        for change in changes {
            let place = *at.entry((change.after.kind.clone(), change.after.id)).or_insert(net.len());
            match net.get_mut(place) {
                Some(first) => first.after = change.after,
                None => net.push(change),
            }
        }
        self.steps += 1;
        self.undo.push(UndoStep { number: self.steps, label, changes: net });
        let over = self.undo.len().saturating_sub(UNDO_STEPS);
        self.undo.drain(..over);
        self.steps
    }
}
