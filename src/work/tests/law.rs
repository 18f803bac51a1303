//! The law of consent and belonging, tried by random histories on three tablets: whatever is agreed to, refused, taken
//! back, erased, merged, undone and settled, in whatever order, no word is left anywhere outside what is allowed.

use super::{Tablet, now};
use crate::canvass::kinds::door::DOOR;
use crate::canvass::kinds::visit::VISIT;
use crate::capabilities::kinds::KINDS;
use crate::exchange::office::Office;
use crate::findings::report::{all_files, report};
use crate::hubs::kinds::hub::HUB;
use crate::hubs::kinds::item::{ITEM, SHELF};
use crate::hubs::kinds::movement::{MOVED, MOVEMENT};
use crate::interviews::kinds::interview::{
    ANSWER, CALL_BACK, CALLBACK, GRANTS, INTERVIEW, NOTES, QUOTES, SAID, SPEAKER,
};
use crate::interviews::kinds::quote::QUOTE;
use crate::log::hash::Sha;
use crate::log::snapshot::records_hash;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::testing::cases;
use crate::model::text::{Lang, Message};
use crate::model::typed::{Of, Typed};
use crate::model::value::Value;
use crate::partners::kinds::contact::CONTACT;
use crate::partners::kinds::partner::PARTNER;
use crate::ports::StoreError;
use crate::work::command::Command;
use crate::work::conflicts;
use crate::work::consent::{self, law};
use crate::work::job::Job;
use crate::work::testing::BY_CONSENT;
use memchr::memmem;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A step on one of the tablets. Numbers choose among what there is.
#[derive(Clone, Debug)]
enum Act {
    Visit(usize),
    /// A field of a visit gets a word of its own.
    Tell(usize, &'static str),
    Clear(usize, &'static str),
    Agree(usize, Option<bool>),
    Withdraw(usize),
    Speaker(usize, u8),
    Grant(usize, usize, bool),
    Name(usize, &'static str),
    TakeBack(usize, u8),
    Say(usize, usize),
    Quote(usize),
    Reach(usize),
    Contact,
    /// Something lies on the tables of a hub.
    Shelf(usize),
    /// Something is brought to a hub, or from one hub to the other.
    Move(usize, Option<usize>),
    Draft(usize, &'static str),
    DraftLine(usize, usize),
    /// An answer is being typed where there is no form.
    Type(usize),
    /// A form is done.
    Finish(usize),
    /// The tablet is full from now on, or has space again.
    Full(bool),
    Delete(usize),
    BringBack(usize),
    Erase(usize),
    Settle(usize, bool),
    Undo,
    Hear(usize),
    Idle,
    Reopen,
}

fn act() -> impl Strategy<Value = Act> {
    let field = || prop_oneof![Just("phone"), Just("person"), Just("heard"), Just("promised")];
    let about = || prop_oneof![Just("name"), Just("organisation"), Just("neighbourhood")];
    let nth = || 0usize..60;
    prop_oneof![
        3 => nth().prop_map(Act::Visit),
        6 => (nth(), field()).prop_map(|(at, field)| Act::Tell(at, field)),
        2 => (nth(), field()).prop_map(|(at, field)| Act::Clear(at, field)),
        6 => (nth(), prop_oneof![4 => Just(Some(true)), 3 => Just(Some(false)), 1 => Just(None)])
            .prop_map(|(at, yes)| Act::Agree(at, yes)),
        1 => nth().prop_map(Act::Withdraw),
        3 => (nth(), prop_oneof![2 => Just(63u8), 1 => any::<u8>()]).prop_map(|(at, mask)| Act::Speaker(at, mask)),
        3 => (nth(), 0usize..6, any::<bool>()).prop_map(|(at, grant, yes)| Act::Grant(at, grant, yes)),
        2 => (nth(), about()).prop_map(|(at, field)| Act::Name(at, field)),
        1 => (nth(), 1u8..64).prop_map(|(at, mask)| Act::TakeBack(at, mask)),
        4 => (nth(), nth()).prop_map(|(at, who)| Act::Say(at, who)),
        3 => nth().prop_map(Act::Quote),
        2 => nth().prop_map(Act::Reach),
        1 => Just(Act::Contact),
        1 => nth().prop_map(Act::Shelf),
        2 => (nth(), prop::option::of(nth())).prop_map(|(from, to)| Act::Move(from, to)),
        2 => (nth(), field()).prop_map(|(at, field)| Act::Draft(at, field)),
        1 => (nth(), nth()).prop_map(|(at, who)| Act::DraftLine(at, who)),
        1 => nth().prop_map(Act::Type),
        1 => nth().prop_map(Act::Finish),
        2 => prop_oneof![1 => Just(true), 2 => Just(false)].prop_map(Act::Full),
        1 => nth().prop_map(Act::Delete),
        1 => nth().prop_map(Act::BringBack),
        1 => nth().prop_map(Act::Erase),
        2 => (nth(), any::<bool>()).prop_map(|(at, lost)| Act::Settle(at, lost)),
        2 => Just(Act::Undo),
        8 => (0usize..3).prop_map(Act::Hear),
        4 => Just(Act::Idle),
        1 => Just(Act::Reopen),
    ]
}

/// A word that is written once, and where.
#[derive(Clone, Debug)]
struct Word {
    canary: String,
    kind: &'static str,
    id: Id,
    field: &'static str,
    /// What it belongs to, where it is typed for a record that is not there yet.
    of: BTreeMap<&'static str, Id>,
}

struct World {
    tablets: [Tablet; 3],
    /// Which of them are full.
    full: [bool; 3],
    words: Vec<Word>,
    /// Everything there ever was, in the order in which it was made.
    made: Vec<(&'static str, Id)>,
    /// The latest words of each visit's open field, and which visits were erased, deleted or undone.
    heard: BTreeMap<Id, String>,
    muddied: bool,
    step: usize,
}

fn link(id: Id) -> Value {
    Value::link(id)
}

impl World {
    fn new() -> World {
        let world = World {
            tablets: [1, 2, 3].map(Tablet::new),
            full: [false; 3],
            words: Vec::new(),
            made: Vec::new(),
            heard: BTreeMap::new(),
            muddied: false,
            step: 0,
        };
        let mut world = world;
        for n in 0..2u128 {
            world.write(0, INTERVIEW.id, Id(0x10 + n), [("called", Value::text("One")), ("outcome", "held".into())]);
            world.write(0, DOOR.id, Id(0x20 + n), [("address", Value::text("1 Maple Street"))]);
            world.write(0, HUB.id, Id(0x40 + n), [("name", Value::text("School"))]);
            world.made.extend([(INTERVIEW.id, Id(0x10 + n)), (DOOR.id, Id(0x20 + n)), (HUB.id, Id(0x40 + n))]);
        }
        world.write(0, PARTNER.id, Id(0x30), [("name", Value::text("Kitchen"))]);
        world.write(0, ITEM.id, Id(0x42), [("name", Value::text("Flyers"))]);
        world.made.extend([(PARTNER.id, Id(0x30)), (ITEM.id, Id(0x42))]);
        for at in [1, 2] {
            world.hear(at, 0);
        }
        world
    }

    fn write<const N: usize>(&self, at: usize, kind: &'static str, id: Id, values: [(&str, Value); N]) -> bool {
        let values = values.map(|(key, value)| (key.to_owned(), value)).into();
        let label = Message::same("Written");
        now(self.tablets[at].work.run(Command::Write { label, rows: vec![(kind, id, values)] })).is_ok()
    }

    fn hear(&self, at: usize, from: usize) {
        if at != from {
            let taken = self.tablets[at].import(&self.export(from));
            assert!(taken.is_ok() || self.full[at], "{taken:?}");
        }
    }

    /// What a tablet gives away, which it does also where it cannot note that it did.
    fn export(&self, from: usize) -> Vec<u8> {
        now(self.tablets[from].work.export(&Job::quiet())).unwrap().0.pieces.concat()
    }

    fn is_full(&mut self, at: usize, full: bool) {
        self.full[at] = full;
        self.tablets[at].store.fail_with(full.then_some(StoreError::Full));
        if !full {
            // What may not be kept any more is let go of instead.
            drop(now(self.tablets[at].work.save_again()));
            assert!(self.tablets[at].work.state().unsaved.is_empty());
        }
    }

    /// The last word is typed for a record that is not there yet.
    fn typed_for(&mut self, of: impl IntoIterator<Item = (&'static str, Id)>) {
        self.words.last_mut().unwrap().of.extend(of);
    }

    fn word(&mut self, kind: &'static str, id: Id, field: &'static str) -> Value {
        let canary = format!("qz{}zq", self.words.len());
        self.words.push(Word { canary: canary.clone(), kind, id, field, of: BTreeMap::new() });
        Value::Text(format!("about {canary} indeed 860"))
    }

    /// One of the records of a kind that this tablet knows, or of any kind.
    fn pick(&self, at: usize, kind: Option<&str>, nth: usize) -> Option<(&'static str, Id)> {
        let state = self.tablets[at].work.state();
        let of = |(of, id): &&(&'static str, Id)| {
            kind.is_none_or(|kind| kind == *of) && state.book.record(of, *id).is_some_and(|record| !record.erased)
        };
        let known: Vec<_> = self.made.iter().filter(of).collect();
        (!known.is_empty()).then(|| *known[nth % known.len()])
    }

    fn run(&self, at: usize, command: Command) {
        drop(now(self.tablets[at].work.run(command)));
    }

    fn act(&mut self, at: usize, act: Act) {
        self.step += 1;
        for tablet in &self.tablets {
            tablet.clock.0.set(tablet.clock.0.get() + 1_000);
        }
        let visit = |world: &World, nth| world.pick(at, Some(VISIT.id), nth).map(|(_, id)| id);
        let speaker = |world: &World, nth| world.pick(at, Some(SPEAKER.id), nth).map(|(_, id)| id);
        match act {
            Act::Visit(nth) => {
                let Some((_, door)) = self.pick(at, Some(DOOR.id), nth) else { return };
                let id = self.tablets[at].work.new_id();
                let when = Value::text(self.tablets[at].work.now().to_stored());
                self.write(at, VISIT.id, id, [("door", link(door)), ("outcome", "talked".into()), ("when", when)]);
                // Later steps meet what it goes on as, too.
                self.made.extend([(VISIT.id, id), (VISIT.id, consent::anonymous_id(id))]);
            }
            Act::Tell(nth, field) => {
                let Some(id) = visit(self, nth) else { return };
                let value = self.word(VISIT.id, id, field);
                let canary = self.words.last().unwrap().canary.clone();
                if self.write(at, VISIT.id, id, [(field, value)]) && field == "heard" {
                    // It takes the place of what was heard before a record went on without its details.
                    let book = self.tablets[at].work.state().book.clone();
                    self.heard.retain(|known, _| consent::goes_on(&book, VISIT.id, *known) != id);
                    self.heard.insert(id, canary);
                }
            }
            Act::Clear(nth, field) => {
                let Some(id) = visit(self, nth) else { return };
                self.muddied |= field == "heard";
                self.write(at, VISIT.id, id, [(field, Value::Null)]);
            }
            Act::Agree(nth, yes) => {
                let Some(id) = visit(self, nth) else { return };
                self.write(at, VISIT.id, id, [("consent", yes.map_or(Value::Null, Value::Bool))]);
            }
            Act::Withdraw(nth) => {
                let Some(id) = visit(self, nth) else { return };
                self.run(at, consent::withdraw(VISIT.id, id));
            }
            Act::Speaker(nth, mask) => {
                let Some((_, interview)) = self.pick(at, Some(INTERVIEW.id), nth) else { return };
                let id = self.tablets[at].work.new_id();
                let name = self.word(SPEAKER.id, id, "name");
                let mut values = vec![("interview".to_owned(), link(interview)), ("name".to_owned(), name)];
                values.extend(
                    GRANTS.iter().enumerate().map(|(bit, key)| ((*key).to_owned(), Value::Bool(mask & 1 << bit != 0))),
                );
                let rows = vec![(SPEAKER.id, id, values.into_iter().collect())];
                self.run(at, Command::Write { label: Message::same("Asked"), rows });
                self.made.extend([(SPEAKER.id, id), (SPEAKER.id, consent::anonymous_id(id))]);
            }
            Act::Grant(nth, grant, yes) => {
                let Some(id) = speaker(self, nth) else { return };
                self.write(at, SPEAKER.id, id, [(GRANTS[grant], Value::Bool(yes))]);
            }
            Act::Name(nth, field) => {
                let Some(id) = speaker(self, nth) else { return };
                let value = self.word(SPEAKER.id, id, field);
                self.write(at, SPEAKER.id, id, [(field, value)]);
            }
            Act::TakeBack(nth, mask) => {
                let Some(id) = speaker(self, nth) else { return };
                let grants = GRANTS.iter().enumerate().filter(|(bit, _)| mask & 1 << bit != 0).map(|(_, key)| *key);
                let when = self.tablets[at].work.now().to_stored();
                self.run(at, consent::take_back(id, grants.collect(), when));
            }
            Act::Say(nth, who) => {
                let Some((_, interview)) = self.pick(at, Some(INTERVIEW.id), nth) else { return };
                let id = self.tablets[at].work.new_id();
                let value = self.word(SAID.id, id, "words");
                match speaker(self, who).filter(|_| who % 3 != 0) {
                    Some(who) => self.write(
                        at,
                        SAID.id,
                        id,
                        [("interview", link(interview)), ("words", value), ("speaker", link(who))],
                    ),
                    None => self.write(at, SAID.id, id, [("interview", link(interview)), ("words", value)]),
                };
                self.made.push((SAID.id, id));
            }
            Act::Quote(nth) => {
                let Some((_, line)) = self.pick(at, Some(SAID.id), nth) else { return };
                let Some(said) = self.tablets[at].work.state().book.record(SAID.id, line).cloned() else { return };
                let id = self.tablets[at].work.new_id();
                let value = self.word(QUOTE.id, id, "words");
                let of = |key: &str| said.get(key).cloned().unwrap_or_default();
                let values = [
                    ("interview", of("interview")),
                    ("speaker", of("speaker")),
                    ("said", link(line)),
                    ("words", value),
                ];
                self.write(at, QUOTE.id, id, values);
                self.made.push((QUOTE.id, id));
            }
            Act::Reach(nth) => {
                let Some(who) = speaker(self, nth) else { return };
                let interview = self.tablets[at]
                    .work
                    .state()
                    .book
                    .record(SPEAKER.id, who)
                    .and_then(|record| record.get("interview").cloned());
                let id = self.tablets[at].work.new_id();
                let value = self.word(CALLBACK.id, id, "phone");
                let interview = interview.unwrap_or_default();
                self.write(at, CALLBACK.id, id, [("speaker", link(who)), ("interview", interview), ("phone", value)]);
                self.made.push((CALLBACK.id, id));
            }
            Act::Contact => {
                let id = self.tablets[at].work.new_id();
                let value = self.word(CONTACT.id, id, "said");
                self.write(at, CONTACT.id, id, [("partner", link(Id(0x30))), ("said", value)]);
                self.made.push((CONTACT.id, id));
            }
            Act::Shelf(nth) => {
                let Some((_, hub)) = self.pick(at, Some(HUB.id), nth) else { return };
                let id = self.tablets[at].work.new_id();
                let value = self.word(SHELF.id, id, "zone");
                self.write(at, SHELF.id, id, [("hub", link(hub)), ("item", link(Id(0x42))), ("zone", value)]);
                self.made.push((SHELF.id, id));
            }
            Act::Move(from, to) => {
                let Some((_, hub)) = self.pick(at, Some(HUB.id), from) else { return };
                let to = to.and_then(|to| self.pick(at, Some(HUB.id), to)).map(|(_, to)| to).filter(|to| *to != hub);
                let id = self.tablets[at].work.new_id();
                let value = self.word(MOVEMENT.id, id, "note");
                let (what, to) = to.map_or(("stocked", Value::Null), |to| (MOVED, link(to)));
                let item = ("item", link(Id(0x42)));
                let values = [("what", what.into()), ("hub", link(hub)), ("to", to), item, ("note", value)];
                self.write(at, MOVEMENT.id, id, values);
                self.made.push((MOVEMENT.id, id));
            }
            Act::Draft(nth, field) => {
                let Some(id) = visit(self, nth) else { return };
                let value = self.word(VISIT.id, id, field);
                let mut draft = self.tablets[at].draft(VISIT.id, id, &[]);
                let record = self.tablets[at].work.state().book.record(VISIT.id, id).cloned();
                draft.set(record.as_deref(), field, value);
                drop(now(self.tablets[at].work.keep_draft(draft)));
            }
            Act::DraftLine(nth, who) => {
                let Some((_, interview)) = self.pick(at, Some(INTERVIEW.id), nth) else { return };
                let id = self.tablets[at].work.new_id();
                let mut draft = self.tablets[at].draft(SAID.id, id, &[]);
                let value = self.word(SAID.id, id, "words");
                draft.set(None, "words", value);
                draft.set(None, "interview", link(interview));
                self.typed_for([("interview", interview)]);
                if let Some(who) = speaker(self, who) {
                    draft.set(None, "speaker", link(who));
                    self.typed_for([("speaker", who)]);
                }
                drop(now(self.tablets[at].work.keep_draft(draft)));
            }
            Act::Type(nth) => {
                let Some((_, interview)) = self.pick(at, Some(INTERVIEW.id), nth) else { return };
                let id = self.tablets[at].work.new_id();
                let Value::Text(text) = self.word(ANSWER.id, id, "value") else { return };
                self.typed_for([("interview", interview)]);
                let of = Some(Of::new(ANSWER.id, id, [("interview", interview.to_string())]));
                drop(now(self.tablets[at].work.keep_typed(Typed { place: format!("answer {id}"), text, of })));
            }
            Act::Finish(nth) => {
                let drafts: Vec<_> = self.tablets[at].work.state().drafts.values().cloned().collect();
                let Some(draft) = (!drafts.is_empty()).then(|| drafts[nth % drafts.len()].clone()) else { return };
                self.muddied |= draft.values.contains_key("heard");
                self.run(at, Command::Finish(draft));
            }
            Act::Full(full) => self.is_full(at, full),
            Act::Delete(nth) => {
                let Some((kind, id)) = self.pick(at, None, nth) else { return };
                self.run(at, Command::Delete(kind, id));
            }
            Act::BringBack(nth) => {
                let Some((kind, id)) = self.pick(at, None, nth) else { return };
                self.run(at, Command::BringBack(kind, id));
            }
            Act::Erase(nth) => {
                let Some((kind, id)) = self.pick(at, None, nth) else { return };
                self.muddied = true;
                self.run(at, Command::Erase(kind, id));
            }
            Act::Settle(nth, lost) => {
                let Some((kind, id)) = self.pick(at, None, nth) else { return };
                let record = self.tablets[at].work.state().book.record(kind, id).cloned();
                let Some(record) = record else { return };
                let Some((key, loser)) = record.losers().find(|(key, _)| !key.starts_with('_')) else { return };
                self.muddied |= **key == *"heard";
                let winner = record.slot(key).map(|slot| slot.value.clone()).unwrap_or_default();
                let keep = if lost { loser.value.clone() } else { winner };
                self.run(at, Command::Settle { kind, id, field: key.to_string(), keep });
            }
            Act::Undo => {
                let step = self.tablets[at].work.state().undo.last().map(|step| step.number);
                self.muddied |= step.is_some();
                if let Some(step) = step {
                    self.run(at, Command::Undo(step));
                }
            }
            Act::Hear(from) => self.hear(at, from),
            Act::Idle => {
                let work = &self.tablets[at].work;
                let mut tidied = now(work.compact());
                // As after thousands of notes: with a snapshot, which holds the words of every record.
                if !work.state().unsaved.has_steps() {
                    tidied = tidied.and_then(|()| now(work.tidy_from(2, 1)));
                }
                assert!(tidied.is_ok() || self.full[at], "{tidied:?}");
            }
            Act::Reopen => {
                // What was not stored goes with the window.
                self.muddied |= self.tablets[at].work.state().unsaved.has_steps();
                self.tablets[at] = self.tablets[at].reopened();
            }
        }
    }

    /// Whether a book allows a word to stand anywhere, stated anew and simply.
    fn allows(&self, book: &Book, word: &Word) -> bool {
        let record = book.record(word.kind, word.id);
        match word.kind {
            kind if kind == VISIT.id || kind == SPEAKER.id => {
                let guarded = matches!(word.field, "phone" | "person" | "name" | "organisation");
                let question = if kind == VISIT.id { "consent" } else { NOTES };
                match record {
                    None => true,
                    // What is not guarded may go on as nobody's, but not of somebody who is forgotten.
                    Some(record) if record.erased => {
                        let at = book.record(kind, consent::goes_on(book, kind, word.id));
                        !guarded
                            && at.is_some_and(|record| {
                                !record.erased && !law::is_denial(book.kind(kind).unwrap(), record)
                            })
                    }
                    Some(record) => !(guarded && said_no(record, question)),
                }
            }
            _ => match record {
                Some(record) => {
                    let of = |key: &str| record.text(key).and_then(|id| id.parse::<Id>().ok());
                    !record.erased && !self.denied(book, word.kind, &of)
                }
                None => !self.denied(book, word.kind, &|key| word.of.get(key).copied()),
            },
        }
    }

    fn denied(&self, book: &Book, kind: &str, of: &dyn Fn(&str) -> Option<Id>) -> bool {
        let needs: &[&str] = match kind {
            kind if kind == SAID.id || kind == ANSWER.id => &[NOTES],
            kind if kind == QUOTE.id => &[NOTES, QUOTES],
            kind if kind == CALLBACK.id => &[NOTES, CALL_BACK],
            _ => &[],
        };
        let denies = |speaker: &Record| speaker.erased || needs.iter().any(|grant| said_no(speaker, grant));
        let by = match (of("speaker"), of("interview")) {
            (Some(who), _) => book.record(SPEAKER.id, who).is_some_and(|record| denies(record)),
            (None, Some(interview)) => {
                let interview = interview.to_string();
                let mut part = book.records(SPEAKER.id).filter(|record| record.text("interview") == Some(&*interview));
                part.any(|record| denies(record))
            }
            _ => false,
        };
        let gone = |kind: &str, key: &str| of(key).is_some_and(|id| book_erased(book, kind, id));
        // What was carried from one hub to another belongs to both.
        let hubs = match of("to") {
            Some(_) if kind == MOVEMENT.id => gone(HUB.id, "hub") && gone(HUB.id, "to"),
            _ => gone(HUB.id, "hub"),
        };
        by && !needs.is_empty()
            || hubs
            || gone(ITEM.id, "item")
            || gone(INTERVIEW.id, "interview")
            || gone(PARTNER.id, "partner")
            || gone(SAID.id, "said")
    }

    fn check(&self, at: usize) -> Result<(), TestCaseError> {
        let tablet = &self.tablets[at];
        let contents = tablet.store.contents();
        let stored: Vec<u8> = contents
            .log
            .into_values()
            .chain(contents.meta.into_values())
            .chain(contents.snapshot)
            .flat_map(|bytes| [bytes, b"\n".to_vec()].concat())
            .collect();
        let export = self.export(at);
        let report = tablet.work.look(|book, index| report(book, index, BY_CONSENT, tablet.work.now()));
        let mut told: Vec<u8> = all_files(&report).concat().into_bytes();
        let office = Office { lang: Lang::En, public_only: false };
        let files = now(tablet.work.office_export(office, &Job::quiet())).unwrap();
        told.extend(files.into_iter().flat_map(|file| file.file.pieces).flatten());
        // What any search looks through.
        let rows = |kind: &&'static Kind| -> Vec<String> {
            tablet.work.look(|book, index| index.rows(book, kind).iter().map(|row| row.folded().to_owned()).collect())
        };
        let mut found = KINDS.iter().flat_map(rows).collect::<String>();
        let book = tablet.work.state().book.clone();
        // What somebody is asked to choose from.
        for conflict in tablet.work.look(|book, index| conflicts::conflicts(book, index, None)) {
            let record = book.record(conflict.kind, conflict.id).unwrap();
            let sides = conflicts::sides(record, &conflict.field);
            found.extend(sides.iter().filter_map(|side| side.value.as_text()));
        }
        let found = found.into_bytes();
        for word in &self.words {
            let holds = |bytes: &[u8]| memmem::find(bytes, word.canary.as_bytes()).is_some();
            if !self.allows(&book, word) {
                prop_assert!(!holds(&stored), "{:?} is stored on {}", word, at);
                prop_assert!(!holds(&export), "{:?} is exported by {}", word, at);
            }
            // What nobody agreed to is told to nobody, whether it was denied or not.
            let guarded =
                matches!(word.field, "phone" | "person" | "name" | "organisation") && word.kind != CALLBACK.id;
            let question = if word.kind == VISIT.id { "consent" } else { NOTES };
            let agreed = !guarded
                || book.record(word.kind, word.id).is_some_and(|record| {
                    record.get(question) == Some(&Value::Bool(true)) && !said_no(record, question)
                });
            if !self.allows(&book, word) || !agreed {
                prop_assert!(!holds(&told), "{:?} is told by {}", word, at);
                prop_assert!(!holds(&found), "{:?} is found on {}", word, at);
            }
        }
        prop_assert!(law::due(&book).is_empty());
        Ok(())
    }
}

fn said_no(record: &Record, question: &str) -> bool {
    let no = |value: &Value| *value == Value::Bool(false);
    record.slot(question).is_some_and(|slot| no(&slot.value))
        || record.losers().any(|(key, slot)| **key == *question && no(&slot.value))
}

/// What the records of a tablet say. Under which names it came is each tablet's own where one lost what others had heard of
/// it by then, and went on under the same numbers.
fn truth(tablet: &Tablet) -> Sha {
    records_hash(&tablet.work.state().book).unwrap()
}

fn book_erased(book: &Book, kind: &str, id: Id) -> bool {
    book.record(kind, id).is_some_and(|record| record.erased)
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn no_word_stands_outside_what_is_allowed_whatever_happens_on_three_tablets(
        acts in prop::collection::vec((0usize..3, act()), 1..60),
    ) {
        let mut world = World::new();
        for (at, act) in acts {
            world.act(at, act);
            let book = world.tablets[at].work.state().book.clone();
            prop_assert!(law::due(&book).is_empty(), "{:?}", law::due(&book));
        }
        (0..3).try_for_each(|at| world.check(at))?;
        (0..3).for_each(|at| world.is_full(at, false));
        (0..3).try_for_each(|at| world.check(at))?;
        // Everybody hears of everybody; what somebody lets go of by it is news for the others.
        for _ in 0..4 {
            let first = truth(&world.tablets[0]);
            if world.tablets.iter().all(|tablet| truth(tablet) == first) {
                break;
            }
            for (at, from) in [(0, 1), (0, 2), (1, 0), (2, 0), (1, 2), (2, 1)] {
                world.hear(at, from);
            }
        }
        (0..3).try_for_each(|at| world.check(at))?;
        let truths: Vec<_> = world.tablets.iter().map(truth).collect();
        prop_assert!(truths[0] == truths[1] && truths[1] == truths[2], "the tablets differ");
        prop_assert!(world.tablets.iter().all(|tablet| tablet.reopened().hash() == tablet.hash()));
        if !world.muddied {
            // The last that was heard at a door is not lost by anything that was denied.
            let book = world.tablets[0].work.state().book.clone();
            for (visit, canary) in &world.heard {
                let at = consent::goes_on(&book, VISIT.id, *visit);
                let record = book.record(VISIT.id, at).unwrap();
                let values = record.slots().map(|(_, slot)| slot).chain(record.losers().map(|(_, slot)| slot));
                let stands = values.filter_map(|slot| slot.value.as_text()).any(|text| text.contains(canary.as_str()));
                prop_assert!(stands, "{} of {} is lost", canary, visit);
            }
        }
    }
}
