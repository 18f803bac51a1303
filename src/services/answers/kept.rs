//! What answers need to know of every service, kept up with every change: hours are read when they change, not when
//! somebody asks.

use super::asked::{Asks, OwnNeed, understood};
use super::entry::{Entry, own_needs};
use super::ranking::{Rank, ranked, relevance};
use super::{Answer, Answers, BEST, Word};
use crate::model::book::{Book, Change};
use crate::model::id::Id;
use crate::model::kept_up::KeptUp;
use crate::model::order;
use crate::model::record::Record;
use crate::services::hours::Clock;
use crate::services::kinds::need::NEED;
use crate::services::kinds::organization::ORGANIZATION;
use crate::services::kinds::service::SERVICE;
use crate::services::kinds::site::{SITE, fields as site};
use crate::services::kinds::verification::{VERIFICATION, fields as verification};
use crate::services::needs::KNOWN;
use std::collections::{HashMap, HashSet};

/// What is about a service: its further places, and what was learned of it.
#[derive(Debug, Default)]
struct About {
    sites: Vec<Id>,
    checks: Vec<Id>,
}

/// All services, as answers need them.
#[derive(Debug, Default)]
pub struct Directory {
    entries: HashMap<Id, Entry>,
    about: HashMap<Id, About>,
    /// Services to be read anew before the next answer.
    stale: HashSet<Id>,
    /// The needs of the team's own list; none where they are to be read anew.
    own_needs: Option<Vec<OwnNeed>>,
}

impl KeptUp for Directory {
    fn begin(book: &Book) -> Directory {
        let mut directory = Directory { stale: book.ids(SERVICE.id).collect(), ..Directory::default() };
        for record in book.living(SITE.id).chain(book.living(VERIFICATION.id)) {
            directory.link(record, true);
        }
        directory
    }

    fn go_on(&mut self, book: &Book, most: usize) -> usize {
        let now: Vec<Id> = self.stale.iter().copied().take(most).collect();
        for id in now {
            self.stale.remove(&id);
            let about = self.about.get(&id);
            let (sites, checks) = about.map(|about| (&*about.sites, &*about.checks)).unwrap_or_default();
            match Entry::of(book, id, sites, checks) {
                Some(entry) => self.entries.insert(id, entry),
                None => self.entries.remove(&id),
            };
        }
        self.stale.len()
    }

    fn follow(&mut self, _: &Book, change: &Change) {
        let kind = &*change.after.kind;
        if kind == SERVICE.id {
            self.stale.insert(change.after.id);
        } else if kind == SITE.id || kind == VERIFICATION.id {
            if let Some(before) = &change.before {
                self.link(before, false);
            }
            self.link(&change.after, true);
        } else if kind == ORGANIZATION.id {
            let id = change.after.id;
            self.stale
                .extend(self.entries.values().filter(|entry| entry.organization == Some(id)).map(|entry| entry.id));
        } else if kind == NEED.id {
            self.own_needs = None;
            // A need that was deleted and is there again is named by services that knew nothing of it meanwhile.
            self.stale.extend(self.entries.keys());
        }
    }
}

impl Directory {
    /// The kinds whose records change answers.
    pub const FOLLOWS: [&str; 5] = [SERVICE.id, SITE.id, VERIFICATION.id, ORGANIZATION.id, NEED.id];

    /// Notes what a record is about, or forgets it.
    fn link(&mut self, record: &Record, add: bool) {
        let is_site = *record.kind == *SITE.id;
        let of = if is_site { site::SERVICE.of(record) } else { verification::SERVICE.of(record) };
        let Some(of) = of else { return };
        let about = self.about.entry(of).or_default();
        let list = if is_site { &mut about.sites } else { &mut about.checks };
        list.retain(|id| *id != record.id);
        if add && record.is_alive() {
            list.push(record.id);
            list.sort_unstable();
        }
        self.stale.insert(of);
    }

    /// All services that may be told of: they are offered, and somebody could verify them.
    pub(super) fn told_of(&mut self, book: &Book) -> impl Iterator<Item = &Entry> {
        self.go_on(book, usize::MAX);
        self.entries.values().filter(|entry| entry.offered && !entry.hidden)
    }

    /// A service, whether or not it may be told of.
    pub(super) fn entry(&mut self, book: &Book, service: Id) -> Option<&Entry> {
        self.go_on(book, usize::MAX);
        self.entries.get(&service)
    }

    /// The best answers to a question, now.
    pub fn answers(&mut self, book: &Book, asks: &Asks, clock: &Clock) -> Answers {
        self.go_on(book, usize::MAX);
        let own = self.own_needs.get_or_insert_with(|| own_needs(book));
        let mut asked = understood(&asks.words, own);
        let tapped = asks.need.as_ref().and_then(|key| KNOWN.iter().position(|need| need.key == key));
        asked.needs.extend(tapped.filter(|need| !asked.needs.contains(need)));
        asked.own.extend(asks.own_need.filter(|need| !asked.own.contains(need)));
        let mut found: Vec<(Rank, Answer)> = Vec::new();
        let mut hidden = 0;
        for entry in self.entries.values().filter(|entry| entry.offered) {
            let Some(relevance) = relevance(entry, &asked, own) else { continue };
            let places = entry.places.iter().filter_map(|place| ranked(entry, place, relevance, asks, clock));
            let Some(best) = places.min_by_key(|(rank, answer)| (*rank, answer.site)) else { continue };
            if entry.hidden {
                hidden += 1;
            } else {
                found.push(best);
            }
        }
        order::sort_by_key(&mut found, |(rank, _)| *rank);
        let more = found.len().saturating_sub(BEST);
        let understood = asked.needs.iter().filter_map(|at| KNOWN.get(*at)).map(|need| need.key).collect();
        let best = found.into_iter().take(BEST).map(|(_, answer)| answer).collect();
        Answers { best, more, hidden, understood, own: asked.own }
    }

    /// How old the word of each service is that is offered.
    pub fn words(&mut self, book: &Book) -> Vec<Word> {
        self.go_on(book, usize::MAX);
        let offered = self.entries.values().filter(|entry| entry.offered);
        offered.map(|entry| Word { service: entry.id, verified: entry.verified, hidden: entry.hidden }).collect()
    }
}
