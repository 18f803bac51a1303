//! The sound of interviews, kept in pieces beside the log.
//!
//! A recording is a record like any other; its sound lies in the store, piece by piece as it comes, under names that
//! begin with the recording's. A tab that is killed loses the piece that was just being heard, and no more. Sound
//! stays on the device that recorded it.

pub mod recorder;

use super::kinds::quote::{QUOTE, quote_fields};
use super::kinds::recording::{BOOKMARK, MOST_SECONDS, RECORDING, bookmark_fields, recording_fields};
use crate::model::book::Book;
use crate::model::date::{self, Now};
use crate::model::id::{DeviceId, Id};
use crate::model::index::Index;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::ports::{Commit, Role, SoundPiece};
use crate::work::error::{self, Refusal, WorkError};
use crate::work::head::Identity;
use crate::work::stored::blobs_of;
use crate::work::tap;
use crate::work::workspace::Workspace;
use std::collections::BTreeSet;

/// How much sound a piece holds, in milliseconds: what is lost at most when a tab is killed.
pub const PIECE_MS: u32 = 5_000;

/// The name of a piece, by which pieces lie in order.
fn name(recording: Id, number: u32) -> String {
    format!("{}{number:06}", blobs_of(recording))
}

/// The recording whose piece has this name; none where it is not the name of a piece.
fn recording_of(name: &str) -> Option<Id> {
    name.split_once('/')?.0.parse().ok()
}

impl Workspace {
    /// Keeps a piece of a recording. Once it comes back, the piece is on the disk.
    ///
    /// # Errors
    /// If the store fails, another tab writes, or the recording was erased meanwhile. The piece is then not kept; it
    /// may be tried again, also after later ones.
    pub async fn keep_piece(&self, recording: Id, piece: SoundPiece) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        if self.state().role == Role::Follower {
            return Err(WorkError::Following);
        }
        let blobs = vec![(name(recording, piece.number), Some(piece.bytes))];
        self.commit_anew(|state| {
            // Consent may be taken back while the microphone is still open.
            if state.book.is_erased(RECORDING.id, recording) {
                return Err(WorkError::Refused(Refusal::Because(error::words::NOT_THERE.message())));
            }
            Ok(Commit { blobs: blobs.clone(), durable: true, ..Commit::default() })
        })
        .await
    }

    /// The pieces of a recording, in order; none if it was recorded elsewhere.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn pieces(&self, recording: Id) -> Result<Vec<Vec<u8>>, WorkError> {
        let found = self.store.blobs(&blobs_of(recording)).await?;
        Ok(found.into_iter().map(|(_, bytes)| bytes).collect())
    }

    /// How many pieces of a recording there are, without reading them.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn piece_count(&self, recording: Id) -> Result<usize, WorkError> {
        Ok(self.store.blob_names(&blobs_of(recording)).await?.len())
    }

    /// The recordings whose sound is kept here. It is nowhere else, unless somebody saved it as a file.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn sounds_here(&self) -> Result<BTreeSet<Id>, WorkError> {
        let names = self.store.blob_names("").await?;
        let state = self.state();
        let is_kept = |id: &Id| state.book.record(RECORDING.id, *id).is_some_and(|record| !record.erased);
        Ok(names.iter().filter_map(|name| recording_of(name)).filter(is_kept).collect())
    }

    /// Removes the sound of recordings that were erased, or that are not known: it is left behind where a tab is killed
    /// between two writes. Therefore a recording must be written down before its first piece.
    ///
    /// # Errors
    /// If the store fails; nothing is lost then, and the next time tries again.
    pub async fn forget_lost(&self) -> Result<(), WorkError> {
        let _turn = self.turn().await;
        if self.state().role != Role::Writer {
            return Ok(());
        }
        let names = self.store.blob_names("").await?;
        let lost: BTreeSet<Id> = {
            let state = self.state();
            // A recording that is not known may be in a segment that cannot be read now and that a copy may restore.
            let all_read = state.unread.is_empty();
            let is_lost = |id: &Id| state.book.record(RECORDING.id, *id).map_or(all_read, |record| record.erased);
            names.iter().filter_map(|name| recording_of(name)).filter(is_lost).collect()
        };
        if lost.is_empty() {
            return Ok(());
        }
        let drop_blobs = lost.into_iter().map(blobs_of).collect();
        Ok(self.commit_quietly(Commit { drop_blobs, durable: true, ..Commit::default() }).await?)
    }
}

/// The recording of an interview that was begun on this device and not ended; the latest if there are several.
///
/// That of another tablet is left to that tablet: its sound is there.
pub fn unfinished(book: &Book, index: &mut Index, interview: Id, me: DeviceId) -> Option<Id> {
    let begun = index.linking_to(book, recording_fields::INTERVIEW.path(), interview);
    let open = begun.into_iter().filter(|record| {
        let ended = record.get(recording_fields::SECONDS.key()).is_some_and(|value| !value.is_blank());
        !ended && record.slot(recording_fields::INTERVIEW.key()).is_some_and(|slot| slot.stamp.stream.dev == me)
    });
    open.max_by_key(|record| (record.begun(), record.id)).map(|record| record.id)
}

/// What to write when a recording begins.
pub fn begin(recording: Id, interview: Id, media_type: String, now: Now) -> RecordWrite {
    let values = [
        recording_fields::INTERVIEW.is(interview),
        recording_fields::WHEN.is(date::stored(now.moment())),
        recording_fields::MEDIA_TYPE.is(media_type),
    ];
    (RECORDING.id, recording, order::values(values))
}

/// The identity of the bookmark of a moment: two taps within a second mark it once.
pub fn bookmark_id(book: &Book, me: &Identity, recording: Id, second: f64) -> Id {
    let seen = format!("{recording} {:.0}", second.floor());
    tap::identity(book, me, BOOKMARK.id, &seen, |mark| bookmark_fields::RECORDING.of(mark) == Some(recording))
}

/// What to write when the moment after so many seconds of a recording is marked, while a question is asked.
pub fn bookmark(bookmark: Id, recording: Id, interview: Id, second: f64, question: &str) -> RecordWrite {
    let values = [
        bookmark_fields::RECORDING.is(recording),
        bookmark_fields::INTERVIEW.is(interview),
        bookmark_fields::SECOND.is((second * 10.0).round() / 10.0),
        bookmark_fields::QUESTION.is(question),
    ];
    (BOOKMARK.id, bookmark, order::values(values))
}

/// A part of a recording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The recording.
    pub recording: Id,
    /// The interview it is of.
    pub interview: Id,
    /// Who is heard, if that is sure.
    pub speaker: Option<Id>,
    /// The second it begins with.
    pub from: f64,
    /// The second it ends with.
    pub until: f64,
}

/// What to write when somebody puts down the words that are heard in a part of a recording, as a quote.
pub fn quoted(quote: Id, words: &str, heard: Span) -> RecordWrite {
    let values = [
        quote_fields::WORDS.is(words.trim()),
        quote_fields::INTERVIEW.is(heard.interview),
        quote_fields::RECORDING.is(heard.recording),
        quote_fields::SECOND.is(heard.from),
        quote_fields::UNTIL.is(heard.until),
    ];
    let speaker = heard.speaker.map(|speaker| quote_fields::SPEAKER.is(speaker));
    (QUOTE.id, quote, order::values(values.into_iter().chain(speaker)))
}

/// What to write when a recording ends after so many seconds.
pub fn finish(recording: Id, seconds: f64) -> RecordWrite {
    let seconds = recording_fields::SECONDS.is(seconds.round().clamp(0.0, MOST_SECONDS));
    (RECORDING.id, recording, order::values([seconds]))
}

/// What to write of a recording that a kill broke off, by how many pieces of it there are.
pub fn broken_off(recording: Id, pieces: usize) -> RecordWrite {
    finish(recording, pieces as f64 * f64::from(PIECE_MS) / 1_000.0)
}
