//! The code book: themes under others, in a circle, and merged.

use super::*;

#[test]
fn a_theme_takes_in_what_is_under_it_and_every_quote_once() {
    let tablet = tablet(1);
    mark(&tablet, 0x52, BUSES, ANA, true);
    mark(&tablet, 0x52, GETTING, ANA, true);
    mark(&tablet, 0x52, GETTING, BEN, true);
    mark(&tablet, 0x54, GETTING, BEN, true);
    mark(&tablet, 0x53, HOURS, BEN, true);
    mark(&tablet, 0x53, CLOSED, BEN, false);
    assert_eq!(ids(&tablet, &about(GETTING)), [0x54, 0x52]);
    assert_eq!(ids(&tablet, &about(BUSES)), [0x52]);
    assert_eq!(tree(&tablet), [(HOURS, 0, 1), (CLOSED, 0, 0), (GETTING, 0, 2), (BUSES, 1, 1)]);
    // What is said of a quote that is gone, or of a theme that is, says nothing.
    now(tablet.work.run(Command::Delete(QUOTE.id, Id(0x54)))).unwrap();
    now(tablet.work.run(Command::Delete(THEME.id, HOURS))).unwrap();
    assert_eq!(ids(&tablet, &about(GETTING)), [0x52]);
    assert_eq!((ids(&tablet, &about(HOURS)), themes(&tablet, 0x53)), (vec![], vec![]));
    assert_eq!(tree(&tablet), [(CLOSED, 0, 0), (GETTING, 0, 1), (BUSES, 1, 1)]);
    // So it is with an interview that was deleted, and what was above a theme leaves it where it is.
    now(tablet.work.run(Command::Delete(INTERVIEW.id, Id(0x12)))).unwrap();
    now(tablet.work.run(Command::Delete(THEME.id, GETTING))).unwrap();
    assert_eq!((ids(&tablet, &Filter::default()), tree(&tablet)), (vec![0x51], vec![(BUSES, 0, 0), (CLOSED, 0, 0)]));
}

#[test]
fn merged_themes_count_as_one_for_everybody() {
    let (a, b) = two();
    mark(&a, 0x53, HOURS, ANA, true);
    mark(&a, 0x52, HOURS, ANA, false);
    mark(&b, 0x53, CLOSED, BEN, true);
    mark(&b, 0x52, CLOSED, BEN, true);
    meet(&a, &b);
    assert_eq!(themes(&a, 0x53), [HOURS, CLOSED]);
    assert_eq!(agreed(&a), [(HOURS, counts(0, 1, 0, 1)), (CLOSED, counts(0, 0, 2, 0))]);
    write(&b, merged(CLOSED, HOURS));
    meet(&a, &b);
    for tablet in [&a, &b] {
        assert_eq!(themes(tablet, 0x53), [HOURS]);
        assert_eq!(agreed(tablet), [(HOURS, counts(1, 0, 1, 0))]);
        assert_eq!(tree(tablet), [(HOURS, 0, 2), (GETTING, 0, 0), (BUSES, 1, 0)]);
        assert_eq!(ids(tablet, &about(CLOSED)), ids(tablet, &about(HOURS)));
        assert_eq!(ids(tablet, &about(HOURS)), [0x53, 0x52]);
    }
    // Taken back under the name it goes by now, though it was marked under the other.
    mark(&b, 0x52, HOURS, BEN, false);
    assert_eq!((themes(&b, 0x52), themes(&b, 0x53)), (vec![], vec![HOURS]));
    assert_eq!(parted(CLOSED), (THEME.id, CLOSED, [("same_as".to_owned(), Value::Null)].into()));
    write(&b, parted(CLOSED));
    assert_eq!((themes(&b, 0x52), themes(&b, 0x53)), (vec![CLOSED], vec![HOURS, CLOSED]));
}

#[test]
fn of_one_theme_under_two_names_the_last_word_of_each_counts() {
    let tablet = tablet(1);
    // Every quote by both, each beginning with another name.
    for quote in 0x51..0x56 {
        for (coder, [first, last], fits) in [(ANA, [HOURS, CLOSED], true), (BEN, [CLOSED, HOURS], false)] {
            mark(&tablet, quote, first, coder, !fits);
            mark(&tablet, quote, last, coder, fits);
        }
    }
    write(&tablet, merged(CLOSED, HOURS));
    assert_eq!(agreed(&tablet), [(HOURS, counts(0, 5, 0, 0))]);
}

#[test]
fn what_is_under_a_merged_theme_is_under_the_one_it_became() {
    let tablet = tablet(1);
    write(&tablet, merged(GETTING, HOURS));
    mark(&tablet, 0x52, BUSES, ANA, true);
    assert_eq!(tree(&tablet), [(HOURS, 0, 1), (BUSES, 1, 1), (CLOSED, 0, 0)]);
    let within = |theme| tablet.work.look(|book, _| within(book, theme));
    assert_eq!(within(GETTING), HashSet::from([HOURS, BUSES]));
    // Merged into what was under it, it cannot be under itself.
    write(&tablet, merged(GETTING, BUSES));
    assert_eq!(within(BUSES), HashSet::from([BUSES]));
    assert_eq!(tree(&tablet), [(HOURS, 0, 0), (BUSES, 0, 1), (CLOSED, 0, 0)]);
}

#[test]
fn themes_in_a_circle_are_a_tree_all_the_same() {
    let under = |theme: u128, above: u128| (theme, Id(above).to_string());
    // 2 → 4 → 3 → 2, and 1 and 5 hang below; 6 is under itself.
    let pairs = [under(1, 4), under(2, 4), under(4, 3), under(3, 2), under(5, 1), under(6, 6)];
    let fields: Vec<_> = pairs.iter().map(|(theme, above)| (*theme, [("under", &**above)])).collect();
    let records: Vec<_> = fields.iter().map(|(theme, fields)| ("theme", *theme, &fields[..])).collect();
    let book = testing::book(&records);
    let tree: Vec<_> = code_book(&book).into_iter().map(|branch| (branch.theme.0, branch.depth)).collect();
    assert_eq!(tree, [(2, 0), (3, 1), (4, 2), (1, 3), (5, 4), (6, 0)]);
    let sizes = [1, 2, 3, 4, 5, 6].map(|theme| within(&book, Id(theme)).len());
    assert_eq!(sizes, [2, 5, 4, 3, 1, 1]);
}

#[test]
fn thousands_of_themes_one_under_the_other_are_no_trouble() {
    let above: Vec<String> = (0..3000).map(|theme| Id(theme + 2).to_string()).collect();
    let fields: Vec<_> = above.iter().map(|above| [("under", &**above)]).collect();
    let records: Vec<_> = fields.iter().zip(1..).map(|(fields, theme)| ("theme", theme, &fields[..])).collect();
    let book = testing::book(&records);
    assert_eq!(code_book(&book).last().map(|branch| (branch.theme, branch.depth)), Some((Id(1), 2999)));
}

#[test]
fn a_theme_that_comes_to_mind_is_made_once_and_marked() {
    let tablet = tablet(1);
    let seen = |name: &str, new: u128| {
        let rows = marked_by_name(&tablet.work.state().book, Id(0x52), name, Id(new), Some(ANA));
        rows.into_iter().for_each(|row| write(&tablet, row));
    };
    seen(" Parking ", 0x61);
    assert_eq!(themes(&tablet, 0x52), [Id(0x61)]);
    // The code book has it, in another spelling, in Spanish, or under the name of one that was merged.
    write(&tablet, texts(THEME.id, HOURS, &[("name_es", "Horario de atención")]));
    write(&tablet, merged(CLOSED, HOURS));
    for (name, new) in [("PARKING", 0x62), ("horario de atencion", 0x63), (&folded_name(&tablet, CLOSED), 0x64)] {
        seen(name, new);
        assert!(tablet.work.state().book.record(THEME.id, Id(new)).is_none(), "{name}");
    }
    assert_eq!(themes(&tablet, 0x52), [HOURS, Id(0x61)]);
}

fn folded_name(tablet: &Tablet, theme: Id) -> String {
    crate::model::fold::fold(&crate::model::show::title(
        &THEME,
        tablet.work.state().book.record(THEME.id, theme).unwrap(),
    ))
}
