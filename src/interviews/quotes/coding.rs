//! Who saw which theme in which quote, and how far two people see the same.

use super::is_there;
use super::names::{folded, listed};
use crate::interviews::kappa::Agreement;
use crate::interviews::kinds::quote::{CODING, coding_fields as coding};
use crate::log::hash::derived_id;
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::stamp::Stamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What one person said of a theme in a quote.
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// Who; nobody where nobody said who they are.
    coder: Option<Id>,
    /// The theme, or the one it is an alias of. None if that is not in the code book any more.
    theme: Option<Id>,
    /// When and where it was last said whether it fits, and that it does.
    said: (Option<Stamp>, bool),
}

/// Everybody’s marks. They may be kept for as long as no mark and no theme changes; whether a quote is still there is
/// looked up anew each time.
#[derive(Clone, Debug, Default)]
pub struct Codings {
    marks: HashMap<Id, Vec<Mark>>,
}

impl Codings {
    /// Gathers all marks, in one pass.
    pub fn of(book: &Book) -> Codings {
        let mut codings = Codings::default();
        let mut names: HashMap<Id, Option<Id>> = HashMap::new();
        for record in book.living(CODING.id) {
            let (Some(quote), Some(theme)) = (coding::QUOTE.of(record), coding::THEME.of(record)) else { continue };
            let fits = record.slot(coding::FITS.key());
            let mark = Mark {
                coder: coding::STAFF.of(record),
                theme: *names.entry(theme).or_insert_with(|| listed(book, theme)),
                said: (fits.map(|slot| slot.stamp), fits.and_then(|slot| slot.value.as_bool()) == Some(true)),
            };
            // Most quotes have one mark, so there is room for one, and not for the four that a list begins with.
            let marks = codings.marks.entry(quote).or_insert_with(|| Vec::with_capacity(1));
            // Of what one person said of one theme under several names, the last word counts. Otherwise a theme that
            // was marked before it was merged could not be taken back.
            match marks.iter_mut().find(|known| (known.coder, known.theme) == (mark.coder, mark.theme)) {
                Some(known) if known.said < mark.said => *known = mark,
                Some(_) => {}
                None => marks.push(mark),
            }
        }
        codings
    }

    /// What a quote is about: the themes that anybody marked and did not take back, none of them an alias, in the
    /// order of their identities.
    pub fn themes(&self, quote: Id) -> Vec<Id> {
        let mut themes: Vec<Id> = self.seen_in(quote).collect();
        if themes.len() > 1 {
            order::sort_by_key(&mut themes, |theme| *theme);
            themes.dedup();
        }
        themes
    }

    /// The quotes that are about one of these themes, whether or not they are still there.
    pub(crate) fn about(&self, themes: &HashSet<Id>) -> HashSet<Id> {
        let about = |quote: Id| self.seen_in(quote).any(|theme| themes.contains(&theme));
        self.marks.keys().copied().filter(|quote| about(*quote)).collect()
    }

    /// The themes that anybody marked in a quote, as often as they did.
    fn seen_in(&self, quote: Id) -> impl Iterator<Item = Id> {
        let marks = self.marks.get(&quote).map(Vec::as_slice).unwrap_or_default();
        marks.iter().filter(|mark| mark.said.1).filter_map(|mark| mark.theme)
    }

    /// The quotes that are there and that somebody looked at, with their marks.
    fn of_quotes(&self, book: &Book) -> impl Iterator<Item = (Id, &[Mark])> {
        self.marks.iter().filter(|(quote, _)| is_there(book, **quote)).map(|(quote, marks)| (*quote, &**marks))
    }

    /// The quotes that are there and that somebody looked at.
    pub(crate) fn quotes(&self, book: &Book) -> impl Iterator<Item = Id> {
        self.of_quotes(book).map(|(quote, _)| quote)
    }
}

/// The identity of what somebody says of a theme in a quote, however often they change their mind.
pub fn coding_id(quote: Id, theme: Id, staff: Option<Id>) -> Id {
    let coder = staff.map_or_else(|| "nobody".to_owned(), |staff| staff.to_string());
    derived_id(&format!("coding {quote} {theme} {coder}"))
}

/// What to write when somebody sees a theme in a quote, or sees that it is not there, or takes a mark back.
pub fn marked(quote: Id, theme: Id, staff: Option<Id>, fits: bool) -> RecordWrite {
    let mut values = vec![coding::QUOTE.is(quote), coding::THEME.is(theme), coding::FITS.is(fits)];
    values.extend(staff.map(|staff| coding::STAFF.is(staff)));
    (CODING.id, coding_id(quote, theme, staff), order::values(values))
}

/// Who looked at quotes, and at how many: whoever said of any theme that it fits or does not. Who looked at most comes
/// first. Marks without a name count for nobody.
pub fn coders(book: &Book) -> Vec<(Id, usize)> {
    let mut looked: BTreeMap<Id, usize> = BTreeMap::new();
    for (_, marks) in Codings::of(book).of_quotes(book) {
        for coder in order::set(marks.iter().filter_map(|mark| mark.coder)) {
            *looked.entry(coder).or_default() += 1;
        }
    }
    let mut coders: Vec<(Id, usize)> = looked.into_iter().collect();
    order::sort_by_key(&mut coders, |(_, quotes)| Reverse(*quotes));
    coders
}

/// How far two people agree, theme by theme in the order of their names, over the quotes that both have looked at: on
/// every theme that either of them sees in any of these.
pub fn agreement(book: &Book, a: Id, b: Id) -> Vec<(Id, Agreement)> {
    let mut quotes = 0;
    let mut seen: BTreeMap<Id, Agreement> = BTreeMap::new();
    for (_, marks) in Codings::of(book).of_quotes(book) {
        if ![a, b].iter().all(|coder| marks.iter().any(|mark| mark.coder == Some(*coder))) {
            continue;
        }
        quotes += 1;
        let mut by: BTreeMap<Id, [bool; 2]> = BTreeMap::new();
        for mark in marks.iter().filter(|mark| mark.said.1) {
            let own = [a, b].map(|coder| mark.coder == Some(coder));
            if let Some(theme) = mark.theme.filter(|_| own != [false, false]) {
                let known = by.entry(theme).or_default();
                *known = [known[0] || own[0], known[1] || own[1]];
            }
        }
        for (theme, by) in by {
            let counts = seen.entry(theme).or_default();
            match by {
                [true, true] => counts.both += 1,
                [true, false] => counts.only_first += 1,
                [false, _] => counts.only_second += 1,
            }
        }
    }
    let mut themes: Vec<(Id, Agreement)> = seen.into_iter().collect();
    for (_, counts) in &mut themes {
        counts.neither = quotes - counts.both - counts.only_first - counts.only_second;
    }
    order::sort_by_key(&mut themes, |(theme, _)| (folded(book, *theme), *theme));
    themes
}

/// How far they agree on all themes together: every quote counts once for each theme.
pub fn in_all(themes: &[(Id, Agreement)]) -> Agreement {
    let mut all = Agreement::default();
    themes.iter().for_each(|(_, counts)| all.add(*counts));
    all
}
