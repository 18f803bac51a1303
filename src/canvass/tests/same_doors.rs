//! Doors that came in twice, and what becomes of them when somebody decides.

use super::standing::{knock, take_in};
use crate::canvass::doors::{Said, addresses_of, entries_of_text};
use crate::canvass::kinds::door::DOOR;
use crate::canvass::same_doors::{Pair, Pairs, join, keep_apart, pairs};
use crate::canvass::standing::{Rest, canonical_door};
use crate::canvass::streets::{self, StreetWalk, street_id};
use crate::capabilities::kinds::KINDS;
use crate::formats::testing;
use crate::model::address::tests::{ONE_DOOR, PERHAPS_ONE, TWO_DOORS, crowd};
use crate::model::address::{Address, Likeness};
use crate::model::book::Book;
use crate::model::index::Index;
use crate::model::record_write::RecordWrite;
use crate::model::testing::cases;
use crate::work::testing::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn found(tablet: &Tablet) -> Pairs {
    tablet.work.look(|book, index| pairs(book, index, 100))
}

/// The addresses of the pairs, the one to keep first.
fn lines(pairs: &Pairs) -> Vec<[&str; 2]> {
    pairs.pairs.iter().map(|pair| [0, 1].map(|at| pair.known[at].address.as_str())).collect()
}

fn id(tablet: &Tablet, original: &str) -> Id {
    let state = tablet.work.state();
    state.book.records(DOOR.id).find(|door| door.text("original") == Some(original)).unwrap().id
}

fn set(tablet: &Tablet, door: Id, key: &str, value: Value) {
    let mut draft = tablet.draft(DOOR.id, door, &[]);
    draft.set(tablet.work.state().book.record(DOOR.id, door).map(|door| &**door), key, value);
    now(tablet.work.run(Command::Finish(draft))).unwrap();
}

fn write(tablet: &Tablet, row: Option<RecordWrite>) {
    let (_, door, values) = row.unwrap();
    values.into_iter().for_each(|(key, value)| set(tablet, door, &key, value));
}

/// What a person may say of a pair.
type Decide = fn(&Book, Id, Id) -> Option<RecordWrite>;

fn decide(tablet: &Tablet, rule: Decide, one: Id, other: Id) {
    let row = rule(&tablet.work.state().book, one, other);
    write(tablet, row);
}

#[test]
fn joined_doors_stand_as_one_with_the_visits_and_wishes_of_both() {
    let tablet = Tablet::new(1);
    take_in(&tablet, "12 Main\n13 Main St", "Spring");
    take_in(&tablet, "12 Main St, Willimantic CT 06226\n13 Main Street\n12 Oak St", "Autumn");
    let pair = found(&tablet).pairs.remove(0);
    let (short, full) = (id(&tablet, "12 Main"), id(&tablet, "12 Main St, Willimantic CT 06226"));
    assert_eq!((pair.keep, pair.other, pair.likeness), (full, short, Likeness::Maybe));
    assert_eq!(lines(&found(&tablet)), [["12 Main Street, Willimantic, CT 06226", "12 Main, Willimantic"]]);
    assert_eq!(pair.known.map(|known| known.written), ["12 Main St, Willimantic CT 06226", "12 Main"]);

    knock(&tablet, full, "not_home");
    knock(&tablet, short, "not_home");
    knock(&tablet, short, "talked");
    set(&tablet, short, "do_not_contact", Value::Bool(true));
    let [of_full, of_short] = found(&tablet).pairs.remove(0).known;
    assert_eq!((of_full.visits, of_full.do_not_contact), (1, false));
    assert_eq!((of_short.visits, of_short.do_not_contact), (2, true));

    decide(&tablet, join, pair.keep, pair.other);
    assert_eq!(found(&tablet), Pairs::default());
    let present = tablet.work.now();
    let street = |name| {
        let id = street_id(name, "Willimantic");
        tablet.work.look(|book, index| streets::street(book, index, id, present))
    };
    assert_eq!(street("Main"), None);
    let main = street("Main Street").unwrap();
    let doors = main.walk(StreetWalk::Zigzag);
    assert_eq!(
        doors.iter().map(|door| door.address.as_str()).collect::<Vec<_>>(),
        ["12 Main Street", "13 Main Street"]
    );
    assert_eq!(doors[0].id, full);
    assert_eq!((doors[0].standing.attempts, &doors[0].standing.rest), (3, &Some(Rest::DoNotContact)));
    // Its record may go; what happened there and what was wished there stays.
    now(tablet.work.run(Command::Delete(DOOR.id, short))).unwrap();
    let main = street("Main Street").unwrap();
    let doors = main.walk(StreetWalk::Zigzag);
    assert_eq!((doors[0].standing.attempts, &doors[0].standing.rest), (3, &Some(Rest::DoNotContact)));
    // What comes in later is proposed beside the one that stands for both, with all that is known of them.
    let said = Said { list: "Winter".into(), town: "Willimantic".into(), others: true };
    let plan = now(tablet.work.plan_doors(entries_of_text("12-16 Main St"), &said, &Job::quiet())).unwrap();
    now(tablet.work.take_in_doors(&plan, &Job::quiet())).unwrap();
    let later = found(&tablet);
    assert_eq!(lines(&later), [["12 Main Street, Willimantic, CT 06226", "12-16 Main Street, Willimantic"]]);
    assert_eq!((later.pairs[0].known[0].visits, later.pairs[0].known[0].do_not_contact), (3, true));
}

#[test]
fn what_was_decided_is_not_asked_again() {
    let tablet = Tablet::new(1);
    take_in(&tablet, "12 Main\n12 Main St\n12 Main Ave\n7 Elm\n7 Elm St", "Spring");
    let [bare, st, ave] = ["12 Main", "12 Main St", "12 Main Ave"].map(|line| id(&tablet, line));
    let asked = || -> BTreeSet<Id> {
        let pairs = found(&tablet).pairs.into_iter();
        pairs.filter(|pair| pair.known[0].address.contains("Main")).map(|pair| pair.keep).collect()
    };
    assert_eq!(asked(), [st, ave].into());
    decide(&tablet, keep_apart, bare, st);
    assert_eq!(asked(), [ave].into());
    decide(&tablet, keep_apart, ave, bare);
    assert_eq!(asked(), [].into());
    // Said again, it stands there once; all that one door is not stands in order.
    decide(&tablet, keep_apart, st, bare);
    {
        let state = tablet.work.state();
        for door in [bare, st, ave] {
            let text = state.book.alive(DOOR.id, door).unwrap().text("not_same_as").unwrap_or_default();
            let expected: BTreeSet<String> = [(bare, st), (bare, ave)]
                .into_iter()
                .filter(|(one, other)| *one.min(other) == door)
                .map(|(one, other)| one.max(other).to_string())
                .collect();
            assert_eq!(text.lines().collect::<Vec<_>>(), Vec::from_iter(&expected), "{door}");
        }
    }
    // Either door may say so, and others may have written beside it.
    let [short, full] = ["7 Elm", "7 Elm St"].map(|line| id(&tablet, line));
    assert_eq!(found(&tablet).pairs.len(), 1);
    for (door, other) in [(short, full), (full, short)] {
        set(&tablet, door, "not_same_as", Value::text(format!("the green one\n {other} \n{door}")));
        assert_eq!(found(&tablet), Pairs::default());
        set(&tablet, door, "not_same_as", Value::Null);
        assert_eq!(found(&tablet).pairs.len(), 1);
    }
    let (first, second) = (short.min(full), short.max(full));
    set(&tablet, first, "not_same_as", Value::text("the green one"));
    decide(&tablet, keep_apart, short, full);
    let text = format!("{second}\nthe green one");
    assert_eq!(tablet.work.state().book.alive(DOOR.id, first).unwrap().text("not_same_as"), Some(&*text));
    // What was said of a door holds for the one that stands for it.
    take_in(&tablet, "12 Main Lot 3\n12 Main St Apt 3\n12 Main St Lot 3", "Autumn");
    let [bare, apt, lot] = ["12 Main Lot 3", "12 Main St Apt 3", "12 Main St Lot 3"].map(|line| id(&tablet, line));
    assert_eq!(found(&tablet).pairs.len(), 3);
    decide(&tablet, keep_apart, bare, apt);
    decide(&tablet, join, lot, bare);
    assert_eq!(found(&tablet), Pairs::default(), "“12 Main Lot 3” is “12 Main St Lot 3” and not “12 Main St Apt 3”");
}

#[test]
fn two_tablets_propose_alike_and_what_either_decided_counts() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let list = "12 Main\n12 Main St\n12 Main Ave\n12 Main Rd\n12 Main Ln";
    take_in(&a, list, "Spring");
    take_in(&b, list, "Spring");
    assert_eq!(found(&a), found(&b));
    let [bare, st, ave, rd, ln] =
        ["12 Main", "12 Main St", "12 Main Ave", "12 Main Rd", "12 Main Ln"].map(|line| id(&a, line));
    assert_eq!(found(&a).pairs.len(), 4);
    // Both write into one field before they meet, so that one of the two values loses.
    set(&a, bare, "not_same_as", Value::text(format!("{st}\n{ave}")));
    set(&b, bare, "not_same_as", Value::text(format!("{st}\n{rd}")));
    a.import(&b.export()).unwrap();
    b.import(&a.export()).unwrap();
    assert_eq!(a.hash(), b.hash());
    assert_eq!(found(&a), found(&b));
    assert_eq!(found(&a).pairs.iter().map(|pair| pair.keep).collect::<Vec<_>>(), [ln]);
    decide(&a, keep_apart, bare, ln);
    assert_eq!(found(&a), Pairs::default());
    // Each joins the pair the other way round: still one door, and nobody is asked.
    take_in(&a, "9 Oak\n9 Oak St", "Autumn");
    b.import(&a.export()).unwrap();
    let pair = found(&a).pairs.remove(0);
    decide(&a, join, pair.keep, pair.other);
    decide(&b, join, pair.other, pair.keep);
    a.import(&b.export()).unwrap();
    assert_eq!(found(&a), Pairs::default());
    let state = a.work.state();
    assert_eq!(canonical_door(&state.book, pair.keep), canonical_door(&state.book, pair.other));
}

/// A book of doors, each with some text fields.
fn book(doors: &[(u128, &[(&str, &str)])]) -> Book {
    let doors: Vec<_> = doors.iter().map(|(id, fields)| (DOOR.id, *id, *fields)).collect();
    testing::book(&doors)
}

fn proposed(book: &Book, most: usize) -> Vec<(u128, u128)> {
    let pairs = pairs(book, &mut Index::default(), most).pairs;
    pairs.into_iter().map(|pair| (pair.keep.0, pair.other.0)).collect()
}

#[test]
fn the_fuller_address_is_kept_then_the_one_with_more_visits_then_the_first() {
    let door = |street, town, zip| [("number", "12"), ("street", street), ("town", town), ("zip", zip)];
    let keeps = |one: [(&str, &str); 4], other: [(&str, &str); 4]| {
        // Whichever comes first by identity.
        let [there, back] = [[&one, &other], [&other, &one]]
            .map(|[one, other]| proposed(&book(&[(1, one.as_slice()), (2, other.as_slice())]), 9));
        (there, back)
    };
    let first = (vec![(1, 2)], vec![(2, 1)]);
    assert_eq!(keeps(door("Main", "Windham", ""), door("Main", "", "")), first);
    assert_eq!(keeps(door("Main", "Windham", "06226"), door("Main", "Windham", "")), first);
    assert_eq!(keeps(door("Main St", "", ""), door("Main", "", "")), first);
    assert_eq!(keeps(door("Main", "Windham", "06226"), door("Main St", "", "")), first, "two parts and one");
    let equal = door("Main St", "Windham", "");
    assert_eq!(keeps(equal, equal), (vec![(1, 2)], vec![(1, 2)]));
    let mut known = book(&[(1, &equal), (2, &equal), (3, &[("same_as", &Id(2).to_string())])]);
    let mut visit = |id, door: u128| {
        testing::set(&mut known, "visit", Id(id), [("door".to_owned(), Value::text(Id(door).to_string()))]);
        proposed(&known, 9)
    };
    assert_eq!(visit(10, 2), [(2, 1)]);
    assert_eq!(visit(11, 1), [(1, 2)]);
    assert_eq!(visit(12, 3), [(2, 1)], "a visit at a door that is the same counts");
    // Entered by hand in one line it is on no street, so it does not take in one that is.
    let line = [("address", "12 Main St"), ("town", "Windham"), ("zip", "06226")];
    let street = [("number", "12"), ("street", "Main")];
    for (one, other, expected) in [(&line[..], &street[..], (2, 1)), (&street, &line, (1, 2))] {
        assert_eq!(proposed(&book(&[(1, one), (2, other)]), 9), [expected]);
    }
}

#[test]
fn a_single_house_stands_for_a_row_of_them_and_never_the_other_way_round() {
    let tablet = Tablet::new(1);
    take_in(&tablet, "12 Main St\n14 Main St\n12-16 Main St, Willimantic CT 06226", "Spring");
    let keeps: Vec<String> = found(&tablet).pairs.into_iter().map(|pair| pair.known[0].address.clone()).collect();
    assert_eq!(keeps, ["12 Main Street, Willimantic", "14 Main Street, Willimantic"]);
    let pair = found(&tablet).pairs.remove(0);
    decide(&tablet, join, pair.keep, pair.other);
    // 14 is now asked about beside 12, which is another house.
    assert_eq!(found(&tablet), Pairs::default());
}

#[test]
fn what_the_app_keeps_is_no_conflict_for_a_person() {
    let (a, b) = (Tablet::new(1), Tablet::new(2));
    let list = "12 Main\n12 Main St\n12 Main Ave";
    take_in(&a, list, "Spring");
    take_in(&b, list, "Spring");
    b.import(&a.export()).unwrap();
    a.import(&b.export()).unwrap();
    let [bare, st, ave] = ["12 Main", "12 Main St", "12 Main Ave"].map(|line| id(&a, line));
    set(&a, bare, "not_same_as", Value::text(st.to_string()));
    set(&b, bare, "not_same_as", Value::text(ave.to_string()));
    a.import(&b.export()).unwrap();
    let door = a.work.state().book.alive(DOOR.id, bare).unwrap().clone();
    assert_eq!(door.losers().count(), 1);
    assert_eq!(door.losers().filter(|(key, _)| DOOR.asks_about(key)).count(), 0);
}

#[test]
fn pairs_stand_along_the_streets_and_only_so_many() {
    let door = |number, street| [("number", number), ("street", street), ("town", "Windham")];
    let mut known = book(&[
        (1, &door("12", "Main St")),
        (2, &door("12", "Main")),
        (3, &door("2", "Main St")),
        (4, &door("2", "Main")),
        (5, &door("100", "Elm St")),
        (6, &door("100", "Elm")),
        (7, &door("9", "Oak St")),
        (8, &door("9", "Oak")),
        (9, &door("12", "Main Ave")),
    ]);
    let all = [(5, 6), (9, 2), (3, 4), (1, 2), (7, 8)];
    assert_eq!(proposed(&known, 9), all);
    assert_eq!(proposed(&known, 2), all[..2]);
    let more = |known: &Book, most| pairs(known, &mut Index::default(), most).more;
    assert_eq!([0, 2, 5, 9].map(|most| more(&known, most)), [5, 3, 0, 0]);
    // What is not there, or stands in the name of another, is not proposed; and nothing is written to it.
    let mut say = |id, key: &str, value: Value| {
        testing::set(&mut known, DOOR.id, Id(id), [(key.to_owned(), value)]);
        known.clone()
    };
    say(5, "_deleted", Value::Bool(true));
    say(7, "_erased", Value::Bool(true));
    say(1, "same_as", Value::text(Id(3).to_string()));
    let known = say(4, "same_as", Value::text(Id(1).to_string()));
    assert_eq!(proposed(&known, 9), [(9, 2)]);
    for gone in [Id(5), Id(7), Id(77)] {
        assert_eq!((join(&known, gone, Id(2)), join(&known, Id(2), gone)), (None, None));
        assert_eq!((keep_apart(&known, gone, Id(2)), keep_apart(&known, Id(2), gone)), (None, None));
    }
    assert_eq!((join(&known, Id(2), Id(2)), keep_apart(&known, Id(2), Id(2))), (None, None));
    assert_eq!(join(&known, Id(1), Id(4)), None, "both stand in the name of a third already");
    let (_, door, values) = join(&known, Id(4), Id(2)).unwrap();
    assert_eq!((door, values), (Id(2), [("same_as".to_owned(), Value::text(Id(3).to_string()))].into()));
}

#[test]
fn an_address_is_read_back_from_the_fields_it_went_into() {
    let tablet = Tablet::new(1);
    let areas: &[[&str; 2]] = &[["Urb Las Lomas, 12 Calle 3", "Cond El Monte Apt 302"]];
    let lines: Vec<&str> = [ONE_DOOR, TWO_DOORS, PERHAPS_ONE, areas].into_iter().flatten().flatten().copied().collect();
    take_in(&tablet, &lines.join("\n"), "Spring");
    let state = tablet.work.state();
    let doors: Vec<&Record> = state.book.records(DOOR.id).map(|door| &**door).collect();
    assert!(doors.len() >= 70, "{}", doors.len());
    for (door, read) in doors.iter().zip(addresses_of(&doors)) {
        let mut address = Address::parse(door.text("original").unwrap());
        if address.town.is_empty() {
            address.town = "Willimantic".into();
        }
        assert_eq!(read.key(), address.key(), "{}", address.original);
    }
    // By hand, only the line is asked for.
    for (fields, line) in [
        (&[("address", "12 Main, Windham CT 06226")][..], "12 Main, Windham, CT, 06226"),
        (&[("address", "12 Main St"), ("number", "12"), ("unit", "3"), ("zip", "6226")], "12 Main St #3, 06226"),
        (&[("address", "Main St"), ("number", "12A"), ("street", " ")], "12A Main St"),
        (&[("address", "green house"), ("number", "12"), ("street", "Main St")], "12 Main St"),
    ] {
        let known = book(&[(1, fields)]);
        assert_eq!(
            addresses_of(&[known.record(DOOR.id, Id(1)).unwrap()]).remove(0).key(),
            Address::parse(line).key(),
            "{line}"
        );
    }
}

/// What comparing every two doors finds, their identities in order.
fn each_with_each(book: &Book) -> BTreeSet<(Id, Id, Likeness)> {
    let doors: Vec<&Record> = book.records(DOOR.id).map(|door| &**door).filter(|door| door.is_alive()).collect();
    let said: BTreeSet<[Id; 2]> = doors
        .iter()
        .flat_map(|door| {
            let others = door.text("not_same_as").unwrap_or_default().lines().map(|line| line.parse().unwrap());
            others.flat_map(|other: Id| [[door.id, other], [other, door.id]])
        })
        .map(|pair| pair.map(|door| canonical_door(book, door)))
        .collect();
    let shown: Vec<_> = doors.into_iter().filter(|door| canonical_door(book, door.id) == door.id).collect();
    let addresses = addresses_of(&shown);
    let mut pairs = BTreeSet::new();
    for (one, own) in shown.iter().zip(&addresses) {
        for (other, its) in shown.iter().zip(&addresses).filter(|(other, _)| other.id > one.id) {
            let likeness = own.likeness(its);
            if likeness > Likeness::Different && !said.contains(&[one.id, other.id]) {
                pairs.insert((one.id, other.id, likeness));
            }
        }
    }
    pairs
}

/// What is said of a door by the way: nothing, that it is another, that it is not another, or that it is gone.
fn remark() -> impl Strategy<Value = (&'static str, u128)> {
    let about = |key| (1..40u128).prop_map(move |other| (key, other));
    prop_oneof![6 => about(""), 2 => about("same_as"), 2 => about("not_same_as"), 1 => about("_deleted")]
}

/// Puts a door into a book, its address as a list would bring it in or, by hand, in the line alone.
fn enter(book: &mut Book, id: Id, line: &str, by_hand: bool) {
    let address = Address::parse(line);
    let units: Vec<String> = address.units.iter().map(ToString::to_string).collect();
    let fields = match by_hand {
        true => vec![("address", line.to_owned())],
        false => vec![
            ("address", address.street_line()),
            ("number", address.number.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("street", address.street.to_string()),
            ("unit", units.join(", ")),
            ("town", address.town),
            ("state", address.state),
            ("zip", address.zip),
        ],
    };
    testing::set(book, DOOR.id, id, fields.into_iter().map(|(key, text)| (key.to_owned(), Value::Text(text))));
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn no_pair_is_missed_or_made_up(
        crowd in crowd(),
        remarks in prop::collection::vec((remark(), any::<bool>()), 40),
        most in 0usize..9,
    ) {
        let mut known = Book::new(KINDS);
        for ((line, ((key, other), by_hand)), id) in crowd.iter().zip(remarks).zip(1..) {
            enter(&mut known, Id(id), line, by_hand);
            let value = if key == "_deleted" { Value::Bool(true) } else { Value::text(Id(other).to_string()) };
            if !key.is_empty() {
                testing::set(&mut known, DOOR.id, Id(id), [(key.to_owned(), value)]);
            }
        }
        let open = |book: &Book, most| pairs(book, &mut Index::default(), most);
        let doors = |pair: &Pair| (pair.keep.min(pair.other), pair.keep.max(pair.other), pair.likeness);
        let all = open(&known, usize::MAX).pairs;
        let expected = each_with_each(&known);
        prop_assert_eq!(all.len(), expected.len(), "each stands there once");
        prop_assert_eq!(all.iter().map(doors).collect::<BTreeSet<_>>(), expected);
        // Cut short, it is the beginning of the same.
        let some = open(&known, most);
        prop_assert_eq!(&some.pairs, &all[..most.min(all.len())]);
        prop_assert_eq!(some.more, all.len() - some.pairs.len());
        // Decided either way, a pair is gone.
        let Some(pair) = all.first() else { return Ok(()) };
        for (decide, joins) in [(join as Decide, true), (keep_apart, false)] {
            let (kind, door, values) = decide(&known, pair.keep, pair.other).unwrap();
            let mut decided = known.clone();
            testing::set(&mut decided, kind, door, values);
            prop_assert!(!open(&decided, usize::MAX).pairs.iter().any(|left| doors(left) == doors(pair)));
            let one = canonical_door(&decided, pair.keep) == canonical_door(&decided, pair.other);
            prop_assert_eq!(one, joins);
        }
    }
}
