//! The code book: themes under themes, and themes that turned out to be one.

use super::coding::{Codings, marked};
use super::names::{folded, listed};
use crate::interviews::kinds::quote::{THEME, theme_fields};
use crate::model::book::Book;
use crate::model::fold::fold;
use crate::model::id::Id;
use crate::model::order;
use crate::model::record::Record;
use crate::model::record_write::RecordWrite;
use crate::model::same_as::{self, SAME_AS};
use crate::model::value::Value;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A theme in its place in the code book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The theme.
    pub theme: Id,
    /// Under how many others it is.
    pub depth: usize,
    /// How many quotes are about it or a theme under it, each counted once.
    pub quotes: usize,
}

/// The code book as a tree: those above before those under them, and beside each other by their names. Themes that were
/// merged into another are not listed.
pub fn code_book(book: &Book) -> Vec<Branch> {
    code_book_with(book, &Codings::of(book))
}

/// The same, where everybody’s marks were gathered before.
pub fn code_book_with(book: &Book, codings: &Codings) -> Vec<Branch> {
    let tree = Tree::of(book);
    let mut quotes: HashMap<Id, usize> = HashMap::new();
    for quote in codings.quotes(book) {
        for theme in order::set(codings.themes(quote).into_iter().flat_map(|theme| tree.upwards(theme))) {
            *quotes.entry(theme).or_default() += 1;
        }
    }
    // In reverse order, because a stack gives back first what was put on it last.
    let mut themes = tree.themes.clone();
    order::sort_by_key(&mut themes, |theme| Reverse((folded(book, *theme), *theme)));
    let mut under: HashMap<Option<Id>, Vec<Id>> = HashMap::new();
    themes.iter().for_each(|theme| under.entry(tree.above.get(theme).copied()).or_default().push(*theme));
    let mut heap = vec![];
    let mut put = |heap: &mut Vec<(Id, usize)>, above: Option<Id>, depth: usize| {
        heap.extend(under.remove(&above).unwrap_or_default().into_iter().map(|theme| (theme, depth)));
    };
    put(&mut heap, None, 0);
    let mut branches = Vec::new();
    while let Some((theme, depth)) = heap.pop() {
        branches.push(Branch { theme, depth, quotes: quotes.get(&theme).copied().unwrap_or_default() });
        put(&mut heap, Some(theme), depth + 1);
    }
    branches
}

/// A theme, or the one that it is an alias of, and all themes under it.
pub fn within(book: &Book, theme: Id) -> HashSet<Id> {
    let theme = same_as::canonical(book, THEME.id, theme);
    let tree = Tree::of(book);
    let mut within = HashSet::from([theme]);
    within.extend(tree.themes.iter().copied().filter(|under| tree.upwards(*under).any(|above| above == theme)));
    within
}

/// The theme of the code book that bears this name in either language, in whatever spelling of case and accents.
pub fn named(book: &Book, name: &str) -> Option<Id> {
    let name = fold(name.trim());
    let bears = |record: &Record| {
        [theme_fields::NAME, theme_fields::NAME_ES]
            .into_iter()
            .filter_map(|field| field.of(record))
            .any(|own| fold(own.trim()) == name)
    };
    book.living(THEME.id).filter(|record| bears(record)).find_map(|record| listed(book, record.id))
}

/// What to write so that somebody sees a theme in a quote that the code book may not have yet: one that bears the name is
/// taken, and otherwise a new one is made under this identity.
pub fn marked_by_name(book: &Book, quote: Id, name: &str, new: Id, staff: Option<Id>) -> Vec<RecordWrite> {
    let name = name.trim();
    match named(book, name) {
        Some(theme) => vec![marked(quote, theme, staff, true)],
        None => {
            vec![(THEME.id, new, order::values(vec![theme_fields::NAME.is(name)])), marked(quote, new, staff, true)]
        }
    }
}

/// What to write so that a theme counts as another from now on, with all that was and will be marked with it.
pub fn merged(theme: Id, into: Id) -> RecordWrite {
    same(theme, Value::link(into))
}

/// What to write so that a merged theme is one of its own again.
pub fn parted(theme: Id) -> RecordWrite {
    same(theme, Value::Null)
}

fn same(theme: Id, value: Value) -> RecordWrite {
    (THEME.id, theme, [(SAME_AS.to_owned(), value)].into())
}

/// Which themes there are, and under which each is.
struct Tree {
    themes: Vec<Id>,
    above: HashMap<Id, Id>,
}

impl Tree {
    fn of(book: &Book) -> Tree {
        let all = book.living(THEME.id);
        let shown: Vec<_> = all.filter(|record| listed(book, record.id) == Some(record.id)).collect();
        let mut above = HashMap::new();
        for record in &shown {
            let up = theme_fields::UNDER.of(*record).and_then(|up| listed(book, up));
            above.extend(up.map(|up| (record.id, up)));
        }
        let mut tree = Tree { themes: shown.into_iter().map(|record| record.id).collect(), above };
        tree.open_circles();
        tree
    }

    /// Of themes that are each under another, in a circle, or one that is under itself, the first by identity is put
    /// above the others, so that every tablet shows the same tree.
    fn open_circles(&mut self) {
        let mut known = BTreeSet::new();
        for theme in &self.themes {
            let (mut path, mut at) = (Vec::new(), *theme);
            while known.insert(at) {
                path.push(at);
                match self.above.get(&at) {
                    Some(up) => at = *up,
                    None => break,
                }
            }
            // Where the way ended because there is no theme above, there is nothing to remove.
            let circle = path.iter().position(|on_it| *on_it == at).map(|begin| &path[begin..]);
            if let Some(first) = circle.and_then(|circle| circle.iter().min()) {
                self.above.remove(first);
            }
        }
    }

    /// A theme and those above it.
    fn upwards(&self, theme: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(Some(theme), |at| self.above.get(at).copied())
    }
}
