//! Who could help an event with what it needs: the partners that asks know of, without those that asked not to be
//! contacted.

use crate::asks::{Help, could_help};
use crate::model::book::Book;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::partners::Wary;

/// Who could help an event with what it needs, need by need; nobody who asked not to be contacted, under whichever name.
pub fn helpers(book: &Book, index: &mut Index, event: Id, needs: &[&str]) -> Vec<Help> {
    let wary = Wary::of(book);
    let mut all = could_help(book, index, event, needs);
    all.retain(|help| !wary.is(book, index, help.partner));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing;

    #[test]
    fn whoever_asked_not_to_be_contacted_is_not_proposed_under_any_name() {
        let diner = Id(0x12).to_string();
        let mut book = testing::book(&[
            ("partner", 0x11, &[("name", "Bakery"), ("offers", "Bread")]),
            ("partner", 0x12, &[("name", "Diner"), ("offers", "Food")]),
            ("partner", 0x13, &[("name", "The Diner"), ("same_as", &diner)]),
        ]);
        let found = |book: &Book| {
            let all = helpers(book, &mut Index::default(), Id(0x31), &["refreshments"]);
            all.into_iter().map(|help| help.partner).collect::<Vec<_>>()
        };
        assert_eq!(found(&book), [Id(0x11), Id(0x12)]);
        testing::set(&mut book, "partner", Id(0x13), [("do_not_contact".to_owned(), true.into())]);
        assert_eq!(found(&book), [Id(0x11)]);
    }
}
