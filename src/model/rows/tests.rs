use super::*;
use crate::model::testing::cases;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn row(id: u8, text: &str) -> Row {
    Row { folded: format!("{text}\n").into_boxed_str(), id: Id(id.into()) }
}

fn any_row() -> impl Strategy<Value = Row> {
    (0..20u8, "[ab]{0,2}( [ab]{1,2})?(\n[abc]{1,3}){0,2}").prop_map(|(id, text)| row(id, &text))
}

/// The records of rows in which all words occur: those with them in the title, and the others.
fn naively(rows: &BTreeSet<Row>, words: &[&str]) -> (Vec<Id>, Vec<Id>) {
    let found = rows.iter().filter(|row| words.iter().all(|word| row.folded.contains(word)));
    let title = |row: &&Row| words.iter().all(|word| row.folded.split('\n').next().unwrap_or_default().contains(word));
    let (titles, others): (Vec<&Row>, Vec<&Row>) = found.partition(title);
    let ids = |rows: Vec<&Row>| rows.into_iter().map(|row| row.id).collect();
    (ids(titles), ids(others))
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn rows_that_follow_are_rows_made_anew(
        begin in prop::collection::vec(any_row(), 0..20),
        changes in prop::collection::vec(any_row(), 0..40),
    ) {
        // Of each record there is one row.
        let mut naive: BTreeSet<Row> = BTreeSet::new();
        for row in begin {
            naive.retain(|known| known.id != row.id);
            naive.insert(row);
        }
        let mut rows = Rows::sorted(naive.iter().cloned().collect());
        for change in changes {
            let old = naive.iter().find(|known| known.id == change.id).cloned();
            if let Some(old) = &old {
                rows.remove(old);
                naive.remove(old);
            }
            // Every third goes for good.
            if old.is_none() || !change.folded.len().is_multiple_of(3) {
                rows.insert(change.clone());
                naive.insert(change);
            }
        }
        let all: Vec<Id> = naive.iter().map(|row| row.id).collect();
        prop_assert_eq!(rows.len(), naive.len());
        prop_assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), all.clone());
        for from in 0..=all.len() {
            for to in from..=all.len() {
                prop_assert_eq!(&rows.ids(from..to), &all[from..to]);
            }
        }
        for id in (0..20).map(Id) {
            prop_assert_eq!(rows.position(id), all.iter().position(|known| *known == id));
        }
        let mut before: Option<(Vec<&str>, Found)> = None;
        for words in [vec![], vec!["a"], vec!["ab"], vec!["ab", "c"], vec!["b"], vec!["ba", "b"]] {
            let finders: Vec<Finder<'_>> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
            let found = rows.find(&finders, None);
            prop_assert_eq!(rows.told_apart(&found, true), naively(&naive, &words));
            prop_assert_eq!(rows.told_apart(&found, false).0, found.rows.iter().map(|(place, _)| rows.at(*place).id).collect::<Vec<_>>());
            if let Some((old, among)) = &before && !old.is_empty() && old.iter().all(|old| words.iter().any(|new| new.contains(old))) {
                prop_assert_eq!(&rows.find(&finders, Some(among)).rows, &found.rows);
            }
            before = Some((words, found));
        }
        let laid = Rows::of(rows.page());
        prop_assert_eq!(laid.iter().collect::<Vec<_>>(), rows.iter().collect::<Vec<_>>());
        prop_assert!(laid == laid.clone() && (laid != rows || rows.added.is_empty()));
    }
}

#[test]
fn a_row_that_was_folded_otherwise_goes_by_whose_it_is() {
    let mut rows = Rows::sorted(vec![row(1, "a"), row(2, "b"), row(3, "c")]);
    rows.remove(&row(2, "another fold"));
    assert_eq!(rows.ids(0..9), [Id(1), Id(3)]);
    rows.insert(row(2, "z"));
    rows.remove(&row(2, "another fold"));
    assert_eq!(rows.ids(0..9), [Id(1), Id(3)]);
}

#[test]
fn parts_that_do_not_fit_together_are_no_rows() {
    let page = Rows::sorted(vec![row(1, "a"), row(2, "b")]).page();
    let [ids, ends, text] = page.parts().map(<[u8]>::to_vec);
    let read = |ids: &[u8], ends: &[u8], text: &[u8]| {
        let bytes = Arc::new([ids, ends, text].concat());
        let (one, two, three) = (ids.len(), ids.len() + ends.len(), bytes.len());
        RowPage::read(bytes, 0..one, one..two, two..three)
    };
    assert_eq!(read(&ids, &ends, &text).map(|page| page.len()), Some(2));
    assert!(read(&ids[..16], &ends, &text).is_none());
    assert!(read(&ids, &ends, &text[1..]).is_none());
    let turned: Vec<u8> = [&ends[4..], &ends[..4]].concat();
    assert!(read(&ids, &turned, &text).is_none());
}
