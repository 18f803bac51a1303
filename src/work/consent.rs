//! What people agreed to, and what may be kept by it.
//!
//! What somebody said is kept only as long as they allow it. Whoever takes a consent back has what rested on it erased
//! for good, everywhere: the stored words go, a file from before does not bring them back, and a tablet that wrote more
//! of it without knowing lets go of that, too, as soon as it hears of it. What nobody has heard of is another matter: a
//! file that is still missing takes nothing away. What may be kept and what must go is stated in [`law`].

pub mod law;
mod policy;
mod take_back;

use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::gives::Gives;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::kept::{self, ConsentAnswer, Withheld};
use crate::model::kind::{Kind, Kinds, Needs};
use crate::model::record::Record;
use crate::model::text::Lang;
use crate::model::value::Value;
use crate::model::{date, order};
pub use law::{anonymous_id, goes_on, holds_details};
pub use policy::CONSENT;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::iter::successors;
pub use take_back::{take_back, withdraw};

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOT_ALLOWED = "Not saved: {who} did not agree to this, or withdrew consent", "No se guardó: {who} no dio permiso o lo retiró";
        DENIED = "{what}: anything they did not agree to is permanently erased", "{what}: se borró para siempre todo lo que no aceptaron";
        WITHDRAWN = "{what}: contact details permanently erased", "{what}: datos de contacto borrados para siempre";
        TAKEN_BACK = "Consent withdrawn. Permanently erased: {count}", "Consentimiento retirado. Se borró para siempre: {count}";
        PURGED = "Consent was withdrawn on another tablet. Also erased here: {count}", "El consentimiento se retiró en otra tableta. También se borró aquí: {count}";
        SOMEBODY = "someone in this conversation", "alguien de esta conversación";
    }
}

/// How somebody stands to something that they can agree to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// They agreed.
    Given,
    /// They did not agree, or took it back.
    Denied,
    /// Nobody is known to have asked them, or a guardian has not agreed yet.
    NotAsked,
}

/// The kinds whose records are people who agree to something.
fn givers(book: &Book) -> impl Iterator<Item = (&'static Kind, &'static Gives)> {
    book.kinds().iter().filter_map(|kind| Some((*kind, kind.gives?)))
}

/// The record of somebody who can agree to something, whatever its state, and what they can agree to.
pub(crate) fn person(book: &Book, id: Id) -> Option<(&'static Kind, &'static Gives, &Record)> {
    givers(book).find_map(|(kind, gives)| Some((kind, gives, &**book.record(kind.id, id)?)))
}

/// Whether somebody agreed to something. A tablet that heard “no” at the same time as another heard “yes” is believed.
pub fn grant(book: &Book, speaker: Id, what: &str) -> Grant {
    person(book, speaker).map_or(Grant::NotAsked, |(_, gives, record)| stands(gives, record, what))
}

/// The same of their record, which is of this kind.
pub fn of_record(kind: &Kind, record: &Record, what: &str) -> Grant {
    kind.gives.map_or(Grant::NotAsked, |gives| stands(gives, record, what))
}

fn stands(gives: &Gives, record: &Record, what: &str) -> Grant {
    let own = alone(gives, record, what);
    match gives.rests_on(what).map_or(Grant::Given, |first| stands(gives, record, first)) {
        Grant::Given => own,
        // A no is a no, also while it is open whether anything may be written down at all.
        _ if own == Grant::Denied => own,
        other => other,
    }
}

fn alone(gives: &Gives, record: &Record, what: &str) -> Grant {
    if record.erased {
        return Grant::Denied;
    }
    match kept::answer(record, what) {
        ConsentAnswer::No => Grant::Denied,
        ConsentAnswer::Yes if may_agree(gives, record) => Grant::Given,
        _ => Grant::NotAsked,
    }
}

/// Whether they can agree alone, or a parent or guardian has agreed. Who may be under age by what any tablet heard
/// needs a guardian, and one who did not agree by what any tablet heard has not.
fn may_agree(gives: &Gives, record: &Record) -> bool {
    let agrees = gives.guardian.agrees;
    let guardian = record.get(agrees).and_then(Value::as_bool) == Some(true);
    !may_be_minor(gives, record) || (guardian && !said_elsewhere(record, agrees, &Value::Bool(false)))
}

/// Whether anybody has written down that they are under age, also where another tablet's answer stands.
pub(crate) fn may_be_minor(gives: &Gives, record: &Record) -> bool {
    let (age, minor) = (gives.guardian.age, gives.guardian.minor);
    record.text(age) == Some(minor) || said_elsewhere(record, age, &Value::text(minor))
}

/// Whether another tablet wrote this without knowing what stands.
fn said_elsewhere(record: &Record, key: &str, value: &Value) -> bool {
    record.losers().any(|(at, slot)| **at == *key && slot.value == *value)
}

/// Whether everyone who takes part in a conversation agreed to something. One who did not outweighs the others.
pub fn of_everyone(book: &Book, interview: Id, what: &str) -> Grant {
    let interview = interview.to_string();
    let belongs = |key: &str| givers(book).any(|(_, gives)| gives.takes_part_in == key);
    Consents::of(book).among(|key| belongs(key).then_some(&*interview), what)
}

/// Everyone who takes part in a conversation and is not deleted, in the order in which they were added.
pub fn speakers(book: &Book, interview: Id) -> Vec<&Record> {
    let interview = interview.to_string();
    let of = |(kind, gives): (&'static Kind, &'static Gives)| {
        let taking_part = |record: &&Record| record.text(gives.takes_part_in) == Some(&*interview);
        book.living(kind.id).map(|record| &**record).filter(taking_part).collect::<Vec<_>>()
    };
    let mut found: Vec<&Record> = givers(book).flat_map(of).collect();
    order::sort_by_key(&mut found, |record| (record.begun(), record.id));
    found
}

/// Who is known to take part in which conversation, looked up once for many questions.
pub struct Consents<'b> {
    book: &'b Book,
    /// Who can agree to something, in the order of the kinds. They are gathered for the first question that is about
    /// people, and never for what only belongs to something.
    people: OnceCell<Vec<People<'b>>>,
    /// Consents that are thought of as taken back, to see what would go; all of them where none are named.
    without: Option<(Id, Option<&'b [&'static str]>)>,
    /// A record that is thought of as erased.
    erased: Option<Id>,
}

/// The people of one kind.
struct People<'b> {
    kind: &'static Kind,
    gives: &'static Gives,
    /// Who takes part in what, by its identity in letters.
    taking_part: HashMap<&'b str, Vec<&'b Record>>,
}

impl<'b> Consents<'b> {
    /// As they stand.
    pub fn of(book: &'b Book) -> Consents<'b> {
        Consents { book, people: OnceCell::new(), without: None, erased: None }
    }

    fn people(&self) -> &[People<'b>] {
        self.people.get_or_init(|| Consents::everyone(self.book))
    }

    fn everyone(book: &'b Book) -> Vec<People<'b>> {
        let of = |(kind, gives): (&'static Kind, &'static Gives)| {
            let mut taking_part: HashMap<&str, Vec<&Record>> = HashMap::new();
            // A person who was deleted by mistake still has a say.
            for record in book.records(kind.id).filter(|record| !record.erased) {
                if let Some(at) = record.text(gives.takes_part_in) {
                    taking_part.entry(at).or_default().push(record);
                }
            }
            People { kind, gives, taking_part }
        };
        givers(book).map(of).collect()
    }

    /// As far as they concern one record: of whoever takes part in what it belongs to, found by the index.
    pub(crate) fn about(book: &'b Book, index: &mut Index, kind: &'static Kind, record: &'b Record) -> Consents<'b> {
        let concerned = with_all_it_goes_with(book, kind, record);
        let of = |(kind, gives): (&'static Kind, &'static Gives)| {
            let mut taking_part: HashMap<&str, Vec<&Record>> = HashMap::new();
            for at in concerned.iter().filter_map(|record| record.text(gives.takes_part_in)) {
                taking_part.entry(at).or_insert_with(|| {
                    let mut all: Vec<&Record> = match at.parse() {
                        Ok(id) => index.linking_to_even_deleted(book, (kind.id, gives.takes_part_in), id),
                        // No identity, but words that somebody else may hold as well.
                        Err(_) => book.records(kind.id).map(|record| &**record).collect(),
                    };
                    all.retain(|record| !record.erased && record.text(gives.takes_part_in) == Some(at));
                    all
                });
            }
            People { kind, gives, taking_part }
        };
        Consents { book, people: OnceCell::from(givers(book).map(of).collect::<Vec<_>>()), without: None, erased: None }
    }

    /// As they would stand once this record were erased.
    pub fn erasing(book: &'b Book, kind: &str, id: Id) -> Consents<'b> {
        let without = book.kind(kind).and_then(|kind| kind.gives).map(|_| (id, None));
        Consents { without, erased: Some(id), ..Consents::of(book) }
    }

    /// As they would stand once this person had taken these back.
    pub fn without(book: &'b Book, speaker: Id, grants: &'b [&'static str]) -> Consents<'b> {
        Consents { without: Some((speaker, Some(grants))), ..Consents::of(book) }
    }

    fn one(&self, gives: &Gives, record: &Record, what: &str) -> Grant {
        let taken_back = |grants: Option<&[&str]>| {
            grants.is_none_or(|grants| {
                successors(Some(what), |what| gives.rests_on(what)).any(|what| grants.contains(&what))
            })
        };
        match self.without {
            Some((speaker, grants)) if record.id == speaker && taken_back(grants) => Grant::Denied,
            _ => stands(gives, record, what),
        }
    }

    /// Whether everyone who speaks in a record agreed to something: the one it names, or where it names nobody, all who
    /// took part. One who did not agree outweighs the others.
    pub fn among<'a>(&self, get: impl Fn(&str) -> Option<&'a str>, what: &str) -> Grant {
        self.among_read(&get, what)
    }

    fn among_read<'a>(&self, get: &dyn Fn(&str) -> Option<&'a str>, what: &str) -> Grant {
        let mut grants: Vec<Grant> = Vec::new();
        for People { kind, gives, taking_part } in self.people() {
            if !gives.grants.contains(&what) {
                continue;
            }
            if let Some(named) = get(gives.named_by).and_then(|id| id.parse::<Id>().ok()) {
                let record = self.book.record(kind.id, named);
                return record.map_or(Grant::NotAsked, |record| self.one(gives, record, what));
            }
            let all = get(gives.takes_part_in).and_then(|at| taking_part.get(at));
            grants.extend(all.into_iter().flatten().map(|record| self.one(gives, record, what)));
        }
        if grants.contains(&Grant::Denied) {
            Grant::Denied
        } else if grants.is_empty() || grants.contains(&Grant::NotAsked) {
            Grant::NotAsked
        } else {
            Grant::Given
        }
    }

    /// What somebody is called whom a record with these values names, as far as that may be told.
    pub(crate) fn named<'a>(&self, get: impl Fn(&str) -> Option<&'a str>) -> Option<&'b str> {
        self.people().iter().find_map(|People { kind, gives, .. }| {
            let record = self.book.alive(kind.id, get(gives.named_by)?.parse().ok()?)?;
            kept::text(kind, record, gives.name)
        })
    }

    /// Whether a record of a kind with these values may not be written: somebody in it is known not to agree, or what it
    /// belongs to was erased.
    pub fn forbid<'a>(&self, kind: &Kind, get: impl Fn(&str) -> Option<&'a str>) -> bool {
        self.must_go(kind, &get, &HashSet::new())
    }

    /// Whether somebody who speaks in a record with these values is known not to agree to it.
    pub fn denied<'a>(&self, kind: &Kind, get: impl Fn(&str) -> Option<&'a str>) -> bool {
        let mut grants = kind.granted.iter().filter_map(|needs| match needs {
            Needs::Grant(what) => Some(what),
            Needs::With(_) | Needs::WithAny(_) => None,
        });
        grants.any(|what| self.among_read(&get, what) == Grant::Denied)
    }

    /// Whether a record of a kind may be shown to others: everyone who speaks in it is known to agree, and so is what
    /// it goes with.
    pub fn may_leave(&self, kind: &Kind, record: &Record) -> bool {
        let leaves = |link: &str| match (record.link(link), target(self.book, kind, link)) {
            (Some(id), Some(to)) if to.granted.is_empty() => {
                Some(self.book.record(to.id, id).is_none_or(|record| record.is_alive()))
            }
            (Some(id), Some(to)) => Some(self.book.alive(to.id, id).is_some_and(|record| self.may_leave(to, record))),
            _ => None,
        };
        kind.granted.iter().all(|needs| match needs {
            Needs::Grant(what) => self.among(|key| record.text(key), what) == Grant::Given,
            Needs::With(link) => leaves(link) != Some(false),
            Needs::WithAny(links) => any_of(links.iter().filter_map(|link| leaves(link))),
        })
    }

    /// Every record that may not be shown to others.
    pub fn withheld(&self) -> Withheld {
        let guarded = self.book.kinds().iter().copied().filter(|kind| !kind.granted.is_empty());
        let of = |kind: &'static Kind| {
            let records = self.book.records(kind.id).filter(|record| record.is_alive());
            records.filter(|record| !self.may_leave(kind, record)).map(|record| (kind.id, record.id))
        };
        guarded.flat_map(of).collect()
    }

    /// Every record that may not be kept any more, in the order of the kinds: what a consent that is not given, or was
    /// taken back, forbids, and what goes with it.
    pub fn to_purge(&self) -> Vec<(&'static str, Id)> {
        let mut gone: Vec<(&'static str, Id)> = Vec::new();
        let mut known: HashSet<Id> = HashSet::new();
        let guarded: Vec<&'static Kind> =
            self.book.kinds().iter().copied().filter(|kind| !kind.granted.is_empty()).collect();
        loop {
            let before = gone.len();
            for kind in &guarded {
                if !self.may_have_to_go(kind, &gone) {
                    continue;
                }
                for record in self.book.standing(kind.id, |standing| !standing.erased) {
                    if self.erased == Some(record.id) {
                        continue;
                    }
                    if !known.contains(&record.id) && self.must_go(kind, &|key| record.text(key), &known) {
                        known.insert(record.id);
                        gone.push((kind.id, record.id));
                    }
                }
            }
            // What goes with something that went is found in the next round.
            if gone.len() == before {
                return gone;
            }
        }
    }

    /// Whether any record of a kind may have to go at all: it rests on somebody's consent, or something that it could
    /// belong to is erased. Where neither holds, none of its records is looked at.
    fn may_have_to_go(&self, kind: &Kind, gone: &[(&'static str, Id)]) -> bool {
        let erased = |link: &str| {
            target(self.book, kind, link).is_some_and(|to| {
                let thought_of = self.erased.is_some_and(|id| self.book.record(to.id, id).is_some());
                thought_of
                    || gone.iter().any(|(kind, _)| *kind == to.id)
                    || self.book.standing(to.id, |standing| standing.erased).next().is_some()
            })
        };
        kind.granted.iter().any(|needs| match needs {
            Needs::Grant(_) => true,
            Needs::With(link) => erased(link),
            Needs::WithAny(links) => links.iter().any(|link| erased(link)),
        })
    }

    fn must_go<'a>(&self, kind: &Kind, get: &dyn Fn(&str) -> Option<&'a str>, gone: &HashSet<Id>) -> bool {
        // Nothing where the link names nothing.
        let kept = |link: &str| match (get(link).and_then(|id| id.parse().ok()), target(self.book, kind, link)) {
            (Some(id), Some(to)) => {
                let erased = || self.book.is_erased(to.id, id);
                Some(!(gone.contains(&id) || self.erased == Some(id) || erased()))
            }
            _ => None,
        };
        kind.granted.iter().any(|needs| match needs {
            Needs::Grant(what) => self.among_read(get, what) == Grant::Denied,
            Needs::With(link) => kept(link) == Some(false),
            Needs::WithAny(links) => !any_of(links.iter().filter_map(|link| kept(link))),
        })
    }
}

/// Whether one of these holds, or there are none.
fn any_of(mut each: impl Iterator<Item = bool>) -> bool {
    let mut none = true;
    each.any(|holds| {
        none = false;
        holds
    }) || none
}

/// A record and, as far as others may be shown it only with those, the records that it belongs to.
fn with_all_it_goes_with<'b>(book: &'b Book, kind: &'static Kind, record: &'b Record) -> Vec<&'b Record> {
    let mut all = vec![record];
    for link in kind.granted.iter().flat_map(|needs| needs.links()) {
        let Some((to, id)) = target(book, kind, link).zip(record.link(link)) else { continue };
        if let Some(belongs_to) = book.record(to.id, id).filter(|_| !to.granted.is_empty()) {
            all.extend(with_all_it_goes_with(book, to, belongs_to));
        }
    }
    all
}

fn target(book: &Book, kind: &Kind, link: &str) -> Option<&'static Kind> {
    book.kind(kind.field(link)?.links_to()?)
}

/// What somebody agrees to, as they were asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreed {
    /// What they agree to. Everything else they do not.
    pub grants: Vec<&'static str>,
    /// The words that were shown to them, or read out.
    pub words: String,
    /// The language of those words.
    pub lang: Lang,
}

/// What to write of it in their record.
pub fn asked(gives: &'static Gives, agreed: Agreed, author: Author) -> Vec<(&'static str, Value)> {
    let granted = gives.grants.iter().map(|grant| (*grant, Value::Bool(agreed.grants.contains(grant))));
    let how = [
        (gives.asked.when, Value::text(date::stored(author.now.moment()))),
        (gives.asked.lang, Value::text(agreed.lang.tag())),
        (gives.asked.words, Value::Text(agreed.words)),
    ];
    let by = author.by.map(|by| (gives.asked.by, Value::link(by)));
    granted.chain(how).chain(by).collect()
}

/// The other records about the same as this one that hold such details, the latest first: whoever takes consent back may
/// mean these, too.
pub fn held_elsewhere(book: &Book, index: &mut Index, kind: &'static Kind, record: &Record) -> Vec<Id> {
    let asks = kind.fields().any(|field| field.consent.is_some());
    let about = kind.about_link().filter(|_| asks).and_then(|(link, _)| Some((link, record.link(link)?)));
    let Some((link, about)) = about else { return Vec::new() };
    let mut found = index.linking_to(book, (kind.id, link), about);
    found.retain(|other| other.id != record.id && holds_details(kind, other));
    order::sort_by_key(&mut found, |other| Reverse((other.begun(), other.id)));
    found.into_iter().map(|other| other.id).collect()
}

/// How many records of each kind, for saying what goes.
pub fn counted(kinds: Kinds, gone: &[(&'static str, Id)]) -> Vec<(&'static Kind, usize)> {
    let of = |kind: &'static Kind| (kind, gone.iter().filter(|(id, _)| *id == kind.id).count());
    kinds.iter().copied().map(of).filter(|(_, count)| *count > 0).collect()
}
