//! The pieces of a directory, and on which pages they stand: from there the index and what points elsewhere know their
//! page numbers.

use super::columns::{Block, Page, Room, page_of, pages};
use super::contents::{Contents, Entry, Item};
use crate::model::id::Id;
use crate::model::text::Lang;
use std::collections::HashMap;

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The title of the whole: it begins a page.
    Title,
    /// What the services below help with.
    Heading(String),
    /// A service, told in full.
    Entry(Entry),
    /// A service that is told in full on another page.
    See(String, Id),
    /// The heading of the index.
    Index,
    /// A line of the index.
    Row(String, Id),
}

/// A piece of a directory, in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its language.
    pub lang: Lang,
    /// What it is.
    pub what: What,
}

/// All pieces, in order: of each language its title, its services, its index.
pub fn pieces(all: Vec<Contents>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for Contents { lang, items, index } in all {
        let mut add = |what: What| pieces.push(Piece { lang, what });
        add(What::Title);
        for item in items {
            add(match item {
                Item::Heading(name) => What::Heading(name),
                Item::Entry(entry) => What::Entry(entry),
                Item::See { service, name } => What::See(name, service),
            });
        }
        add(What::Index);
        index.into_iter().for_each(|(name, service)| add(What::Row(name, service)));
    }
    pieces
}

/// Pages with what stands on them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    /// The columns of each page, with the places of pieces.
    pub pages: Vec<Page>,
    /// On which page a service is told in full, from 0, for each language.
    entries: HashMap<(Lang, Id), usize>,
}

impl Laid {
    /// Pieces of these heights on pages with this room.
    pub fn of(pieces: &[Piece], heights: &[f64], room: Room) -> Laid {
        let block = |(piece, height): (&Piece, &f64)| Block {
            height: *height,
            leads: matches!(piece.what, What::Title | What::Heading(_) | What::Index),
            begins_page: piece.what == What::Title,
        };
        let blocks: Vec<Block> = pieces.iter().zip(heights).map(block).collect();
        let pages = pages(&blocks, room);
        let numbers = page_of(&pages, blocks.len());
        let entry = |(piece, number): (&Piece, usize)| match &piece.what {
            What::Entry(entry) => Some(((piece.lang, entry.service), number)),
            _ => None,
        };
        let entries = pieces.iter().zip(numbers).filter_map(entry).collect();
        Laid { pages, entries }
    }

    /// The number of the page on which a service is told in full, as it is printed: from 1.
    pub fn number(&self, lang: Lang, service: Id) -> Option<usize> {
        self.entries.get(&(lang, service)).map(|page| page + 1)
    }
}
