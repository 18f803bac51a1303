//! The law of consent and belonging as a policy: it goes by what kinds declare (`gives`, `granted`, and fields
//! `with_consent`), so it says nothing of kinds that declare none of these.

use super::{Consents, law, words};
use crate::model::book::Book;
use crate::model::draft::Draft;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kept::Withheld;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::text::{Arg, Message, Text};
use crate::model::value::Value;
use crate::work::error;
use crate::work::plan::NewOperation;
use crate::work::policy::{Gate, Policy, Reach, ToPurge, Write};
use std::cell::OnceCell;

/// What people agreed to may be kept, and what belongs to something goes with it.
pub static CONSENT: Consent = Consent;

/// The policy of [`CONSENT`].
pub struct Consent;

impl Policy for Consent {
    fn id(&self) -> &'static str {
        "consent"
    }

    fn gate<'b>(&self, book: &'b Book) -> Gate<'b> {
        // Who agreed to what is gathered once for all writes, and not at all where nothing rests on it.
        let consents = OnceCell::new();
        Box::new(move |write| {
            if write.kind.granted.is_empty() {
                return None;
            }
            refuse(consents.get_or_init(|| Consents::of(book)), write)
        })
    }

    fn draft(&self, book: &Book, draft: &Draft) -> Draft {
        law::allowed_of(book, draft)
    }

    fn finished(&self, kind: &'static Kind, draft: &Draft) -> Draft {
        law::refused(kind, draft)
    }

    fn reach(&self, kind: &'static Kind) -> Reach {
        law::reach(kind)
    }

    fn bears_on(&self, book: &Book, kind: &'static Kind) -> bool {
        law::bears_on(book, kind)
    }

    fn breaks(&self, book: &Book, records: &[&Record]) -> bool {
        law::broken(book, records.iter().copied())
    }

    fn purge(&self, book: &Book) -> ToPurge {
        law::due(book)
    }

    fn purged(&self) -> Option<Text> {
        Some(words::PURGED)
    }

    fn leaves(&self, kind: &'static Kind, record: &Record) -> Vec<NewOperation> {
        law::denial(kind, record).into_iter().collect()
    }

    fn stranded(&self, before: &Book, after: &Book) -> Vec<NewOperation> {
        law::stranded(before, after)
    }

    fn moved(&self, book: &Book, kind: &'static Kind, draft: &Draft) -> Option<Draft> {
        law::moved(draft, kind, book)
    }

    fn stays(&self, kind: &'static Kind, key: &str, value: &Value) -> bool {
        law::stays(kind, key, value)
    }

    fn withheld(&self, book: &Book) -> Withheld {
        Consents::of(book).withheld()
    }

    fn withholds(&self, book: &Book, index: &mut Index, kind: &'static Kind, record: &Record) -> bool {
        let guarded = record.is_alive() && !kind.granted.is_empty();
        guarded && !Consents::about(book, index, kind, record).may_leave(kind, record)
    }

    fn goes_with(&self, book: &Book, kind: &'static Kind, id: Id) -> Vec<(&'static str, Id)> {
        Consents::erasing(book, kind.id, id).to_purge()
    }

    fn is_trace(&self, kind: &'static Kind, record: &Record) -> bool {
        law::is_denial(kind, record)
    }
}

/// Why something may not be written: somebody who speaks in it has not agreed, or what it belongs to was erased.
fn refuse(consents: &Consents, write: &Write) -> Option<Message> {
    let text = |key: &str| write.text(key);
    if !consents.forbid(write.kind, text) {
        return None;
    }
    if !consents.denied(write.kind, text) {
        return Some(error::words::WAS_ERASED.message());
    }
    let who = consents.named(text).map_or(Arg::Text(words::SOMEBODY), |name| Arg::Same(name.to_owned()));
    Some(words::NOT_ALLOWED.with("who", who))
}
