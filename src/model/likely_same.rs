//! Whether two records of one kind are likely to be one thing: found by what they are called and how they are reached, not
//! by comparing each with each.

use super::address::Address;
use super::book::Book;
use super::field::{Field, FieldType};
use super::id::Id;
use super::kind::Kind;
use super::namesakes::key_words;
use super::record::Record;
use super::same_as::both;
use super::value::Value;
use super::{email, order, phone, sum};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// What two records have in common, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Common {
    /// One barcode.
    Code,
    /// One name, but for spelling.
    Name,
    /// One email address.
    Email,
    /// One phone number.
    Phone,
    /// The same words in their names, in another order.
    Words,
    /// One address.
    Address,
}

impl Common {
    /// How much it speaks for one thing. From [`ENOUGH`] on a person is asked.
    const fn weight(self) -> u32 {
        match self {
            Common::Code => 6,
            Common::Name | Common::Email => 4,
            Common::Phone | Common::Words => 3,
            Common::Address => 2,
        }
    }
}

/// How much must speak for one thing before a person is asked.
const ENOUGH: u32 = 3;
/// What a word speaks that the names share, beside something else.
const A_WORD: u32 = 1;
/// The fewest letters of such a word.
const LETTERS: usize = 4;
/// The fewest digits of a phone number that says anything.
const DIGITS: usize = 7;
/// How many that have something in common are all compared. Among more, as where many have the number of one office, each
/// is compared with the next alone.
const FEW: usize = 12;

/// Two records that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Their kind.
    pub kind: &'static str,
    /// The one that would stand for both: that of which more is known, then the one that was made first, then the first by
    /// identity, so that every tablet proposes the same.
    pub keep: Id,
    /// The one that would be shown as it.
    pub other: Id,
    /// How much speaks for it.
    pub score: u32,
    /// What they have in common.
    pub common: Vec<Common>,
}

/// What a record is found by: each with what it is.
fn keys(kind: &Kind, record: &Record) -> Vec<(Common, String)> {
    let mut keys = Vec::new();
    let title = kind.title();
    let named = [title.map(|field| field.key), title.and_then(|field| field.spanish)].into_iter().flatten();
    for name in named.filter_map(|key| record.text(key)) {
        let mut words = key_words(name);
        if words.is_empty() {
            continue;
        }
        keys.push((Common::Name, words.concat()));
        order::sort_by_key(&mut words, Clone::clone);
        keys.push((Common::Words, words.join(" ")));
    }
    let by = kind.joins.unwrap_or_default().iter().filter_map(|key| kind.field(key));
    for field in by {
        if let Some(value) = record.get(field.key) {
            reached(field, value, &mut keys);
        }
    }
    keys
}

fn reached(field: &Field, value: &Value, keys: &mut Vec<(Common, String)>) {
    if let (FieldType::Address, Value::Map(parts)) = (field.ty, value) {
        let part = |key: &str| parts.get(key).and_then(Value::as_text).unwrap_or_default();
        let line = [part("street"), part("unit")].join(" ");
        let address = Address::parse(&line);
        if !address.is_blank() {
            keys.push((Common::Address, address.door_key()));
        }
        return;
    }
    let Some(text) = value.as_text() else { return };
    if field.barcode {
        let code: String = text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        keys.extend((!code.is_empty()).then_some((Common::Code, code)));
        return;
    }
    // One field may hold either: “kim@example.org or 860 555 0101”.
    if field.ty != FieldType::Phone && text.contains('@') {
        let (first, _) = email::first(text);
        keys.extend(email::is_email(&first).then(|| (Common::Email, first.trim().to_lowercase())));
    }
    if field.ty != FieldType::Email
        && let Some(dialed) = phone::dialed(text).filter(|dialed| dialed.key().len() >= DIGITS)
    {
        keys.push((Common::Phone, dialed.key().to_owned() + "/" + &dialed.extension));
    }
}

/// What a record is compared by: the sums of its keys and of the longer words of its name.
#[derive(Debug)]
struct Compared {
    keys: Box<[(Common, u64)]>,
    words: Box<[u64]>,
    /// How many of its fields hold something.
    known: usize,
}

impl Compared {
    fn of(kind: &Kind, record: &Record) -> Compared {
        let keys = keys(kind, record).into_iter().map(|(common, key)| (common, sum::sum(key.as_bytes())));
        let words = kind.title().and_then(|field| record.text(field.key)).map(key_words).unwrap_or_default();
        let words = words.iter().filter(|word| word.chars().count() >= LETTERS);
        let is_known = |field: &&Field| record.get(field.key).is_some_and(|value| !value.is_blank());
        let known = kind.fields().filter(is_known).count();
        Compared { keys: keys.collect(), words: words.map(|word| sum::sum(word.as_bytes())).collect(), known }
    }

    /// What two records have in common, and how much it speaks for one thing.
    fn with(&self, other: &Compared) -> (u32, Vec<Common>) {
        let common = self.keys.iter().filter(|key| other.keys.contains(key)).map(|(common, _)| *common);
        let mut common: BTreeSet<Common> = order::set(common);
        if common.contains(&Common::Name) {
            common.remove(&Common::Words);
        }
        let a_word = self.words.iter().any(|word| other.words.contains(word));
        let score: u32 = common.iter().map(|common| common.weight()).sum();
        (score + if a_word { A_WORD } else { 0 }, common.into_iter().collect())
    }
}

/// The records of a kind, found by what they have in common as they are looked at.
#[derive(Debug, Default)]
pub struct Found {
    /// Which records have a key.
    by_key: HashMap<(Common, u64), Vec<Id>>,
    compared: Comparing,
}

impl Found {
    /// Looks at one record.
    pub fn add(&mut self, kind: &Kind, record: &Record) {
        let compared = Compared::of(kind, record);
        for key in &compared.keys {
            let ids = self.by_key.entry(*key).or_default();
            if ids.last() != Some(&record.id) {
                ids.push(record.id);
            }
        }
        self.compared.0.insert(record.id, compared);
    }

    /// The pairs that have something in common, each once, and what compares them.
    pub fn met(self) -> (Vec<(Id, Id)>, Comparing) {
        let mut pairs = Vec::new();
        for mut ids in self.by_key.into_values().filter(|ids| ids.len() > 1) {
            order::sort_by_key(&mut ids, |id| *id);
            let reach = if ids.len() > FEW { 1 } else { FEW };
            for (at, one) in ids.iter().enumerate() {
                pairs.extend(ids.iter().skip(at + 1).take(reach).map(|other| both(*one, *other)));
            }
        }
        order::sort_by_key(&mut pairs, |pair| *pair);
        pairs.dedup();
        (pairs, self.compared)
    }
}

/// Compares records by what they were when they were looked at. Worked out once for each: whoever shares a phone number
/// with ten others is compared with all of them.
#[derive(Debug, Default)]
pub struct Comparing(HashMap<Id, Compared>);

impl Comparing {
    /// Two records as a pair about which a person is asked; none where too little speaks for it, or where one is not there.
    pub fn pair(&self, book: &Book, kind: &'static Kind, one: Id, other: Id) -> Option<Pair> {
        let [first, second] = [self.0.get(&one)?, self.0.get(&other)?];
        let (score, common) = first.with(second);
        if score < ENOUGH || one == other {
            return None;
        }
        let stands =
            |id: Id, compared: &Compared| Some((Reverse(compared.known), book.alive(kind.id, id)?.begun(), id));
        let (one_stands, other_stands) = (stands(one, first)?, stands(other, second)?);
        let (keep, other) = if one_stands <= other_stands { (one, other) } else { (other, one) };
        Some(Pair { kind: kind.id, keep, other, score, common })
    }
}

/// Pairs in the order in which a person is asked about them: the likeliest first.
pub fn in_order(pairs: &mut [Pair]) {
    order::sort_by(pairs, |a, b| {
        (Reverse(a.score), a.kind, a.keep, a.other).cmp(&(Reverse(b.score), b.kind, b.keep, b.other))
    });
}
