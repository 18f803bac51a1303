//! Addresses as they really stand in lists.

use super::*;
use crate::model::testing::cases;
use proptest::prelude::*;

static TABLE: &str = include_str!("../../../tests/fixtures/addresses.tsv");

/// The rows of the table: the original, then what is expected of it. `\n` stands for a new line.
fn rows() -> impl Iterator<Item = (String, Vec<&'static str>)> {
    TABLE.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        let original = cells.next().unwrap().replace("\\n", "\n");
        (original, cells.collect())
    })
}

fn units(address: &Address) -> String {
    address.units.iter().map(Unit::to_string).collect::<Vec<_>>().join(", ")
}

fn parts(address: &Address) -> Vec<String> {
    let other = [address.area.clone(), address.post.as_ref().map(Post::to_string).unwrap_or_default()];
    vec![
        address.number.as_ref().map(Number::to_string).unwrap_or_default(),
        address.street.to_string(),
        units(address),
        address.town.clone(),
        address.state.clone(),
        address.zip.clone(),
        other.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
    ]
}

#[test]
fn every_address_of_the_table_is_read() {
    let mut wrong = Vec::new();
    for (original, expected) in rows() {
        let address = Address::parse(&original);
        assert_eq!(address.original, original);
        if parts(&address) != expected {
            wrong.push(format!("{original:?}\n  is  {:?}\n  not {expected:?}", parts(&address)));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(rows().count() >= 170);
}

#[test]
fn what_is_shown_is_read_as_the_same_door() {
    for (original, _) in rows() {
        let address = Address::parse(&original);
        let shown = address.to_string();
        let again = Address::parse(&shown);
        assert_eq!(again.key(), address.key(), "{original} → {shown}");
        assert_eq!(again.to_string(), shown, "{original}");
    }
}

/// Two spellings of one door.
pub(crate) static ONE_DOOR: &[[&str; 2]] = &[
    ["12 NO MAIN ST", "12 North Main Street"],
    ["12 N. Main", "12 north main"],
    ["12 Main St", "012 MAIN STREET"],
    ["12 St Mary's St", "12 SAINT MARYS ST"],
    ["12 St. Mary’s Street", "12 saint mary's st"],
    ["12 Third St", "12 3RD ST"],
    ["12 42 St", "12 42nd Street"],
    ["45 State Rte 32", "45 Route 32"],
    ["45 Rt. 32", "45 CT-32"],
    ["45 US Hwy 6", "45 U.S. Route 6"],
    ["45 County Rd 5", "45 Co Road 05"],
    ["12 Ave A", "12 Avenue A"],
    ["12 Main St Apt 3", "Apt 3, 12 Main Street"],
    ["12 Main St Apt 3", "12 Main St #3"],
    ["12 Main St Apt 3", "12 Main St Unit 03"],
    ["12 Main St Apt 3B", "12 Main St Apt 3-B"],
    ["12 Main St Apt 3B", "12 Main St # 3 b"],
    ["12 Main St 2nd Floor", "12 Main St Fl 2"],
    ["12 Main St Second Fl.", "2nd fl, 12 Main St"],
    ["12 Main St REAR", "12 Rear Main St"],
    ["12 Main St Bldg 4 Apt 12", "12 Main St, Apt 12, Building 4"],
    ["12½ Main St", "12-1/2 Main St"],
    ["12-A Main St", "12 A Main St"],
    ["12-16 Main St", "12 – 16 Main St"],
    ["12 & 14 Main St", "12-14 Main St"],
    ["12 Main St, Willimantic CT 06226", "12 Main Street, Willimantic, Connecticut 06226-1234"],
    ["12 Main St, No. Windham", "12 Main St North Windham"],
    ["12 Main St, St Paul MN", "12 Main St, Saint Paul, MN"],
    ["450 S 300 E, Provo UT", "450 South 300 East, Provo, Utah"],
    ["A-17 Calle Amapola", "A17 CALLE AMAPOLA"],
    ["12 Calle Núñez", "12 CALLE NUNEZ"],
    ["12 Ave Ponce de León", "12 Avenida Ponce de Leon"],
    ["12 Winston-Salem St", "12 Winston Salem St"],
    ["12 Mill Pnd Rd", "12 Mill Pond Road"],
    ["PO Box 12", "P.O. BOX 012"],
    ["HC 01 Box 4567", "HCR 1 Box 4567"],
    ["Main St 12", "12 Main St"],
    ["12 Main St (dog!)", "12 Main St"],
    ["12 O'Brien St", "12 OBRIEN ST"],
    ["12 W View", "12 West View"],
];

#[test]
fn one_door_has_one_key_however_it_is_spelled() {
    for [a, b] in ONE_DOOR {
        assert_eq!(Address::parse(a).key(), Address::parse(b).key(), "{a} = {b}");
    }
}

/// Two doors that look alike.
pub(crate) static TWO_DOORS: &[[&str; 2]] = &[
    ["12 Main St", "12 Main Ave"],
    ["12 N Main St", "12 Main St"],
    ["12 N Main St", "12 S Main St"],
    ["12 Main St N", "12 N Main St"],
    ["12 Main Apt 3", "12 Main"],
    ["12 Main St Apt 3", "12 Main St Apt 13"],
    ["12 Main St Apt 1-2", "12 Main St Apt 12"],
    ["12 Main St Apt 3", "12 Main St Apt 3 Rear"],
    ["12 Main St Front", "12 Main St Rear"],
    ["12 Main St Fl 1", "12 Main St Fl 2"],
    ["12 Main St", "12 1/2 Main St"],
    ["12 1/4 Main St", "12 1/2 Main St"],
    ["12 Main St", "12A Main St"],
    ["12A Main St", "12B Main St"],
    ["37-12 82nd St", "3712 82nd St"],
    ["12 Route 6", "12 Route 6A"],
    ["12 County Rd 5", "12 Route 5"],
    ["12 E Street", "12 East Street"],
    ["12 Avenue A", "12 Avenue B"],
    ["12 Park Pl", "12 Park Plz"],
    ["12 Main St, Willimantic", "12 Main St, Windham"],
    ["12 Main St, Windham CT", "12 Main St, Windham ME"],
    ["PO Box 12", "PO Box 13"],
    ["RR 2 Box 14", "RR 3 Box 14"],
    ["12 Main St", "PO Box 12"],
    ["450 S 300 E", "450 N 300 E"],
    ["450 S 300 E", "450 S 300 W"],
    ["Urb Las Lomas, 12 Calle 3", "Urb Las Flores, 12 Calle 3"],
    ["12 3rd St", "12 13th St"],
];

#[test]
fn two_doors_have_two_keys_however_alike_they_look() {
    for [a, b] in TWO_DOORS {
        assert_ne!(Address::parse(a).key(), Address::parse(b).key(), "{a} ≠ {b}");
    }
}

/// What may be one door or two: a person decides.
pub(crate) static PERHAPS_ONE: &[[&str; 2]] = &[
    ["12 Main", "12 Main St"],
    ["12 Spring Hill", "12 Spring Hill Rd"],
    ["12 Main St Apt 3", "12 Main St Lot 3"],
    ["12 Main St Apt 2", "12 Main St 2nd Fl"],
    ["12A Main St", "12 Main St Apt A"],
    ["12-16 Main St", "14 Main St"],
    ["45 Route 6", "45 US Route 6"],
    ["45 Highway 6", "45 US 6"],
    ["12 Main St, Willimantic 06226", "12 Main St, Windham 06226"],
    ["12 Washington St, Boston 02118", "12 Washington St, Boston 02121"],
    ["12 Main St", "12 Main St, Willimantic"],
];

#[test]
fn a_walk_goes_up_the_numbers_and_from_the_front_to_the_rear() {
    let order = [
        "Main St",
        "2 Main St",
        "10 Main St",
        "12 Main St",
        "12 Main St Bldg 1 Apt 2",
        "12 Main St Basement",
        "12 Main St Fl 1",
        "12 Main St Fl 2",
        "12 Main St Front",
        "12 Main St Apt 1",
        "12 Main St #2",
        "12 Main St Apt 10",
        "12 Main St Rear",
        "12-16 Main St",
        "12 1/2 Main St",
        "12A Main St",
        "13 Main St",
        "100 Main St",
        "1 Oak St",
    ];
    let walk: Vec<Walk> = order.iter().map(|text| Address::parse(text).walk()).collect();
    for (at, pair) in walk.windows(2).enumerate() {
        assert!(pair[0] < pair[1], "{} before {}", order[at], order[at + 1]);
    }
    assert!(Address::parse("1 3rd St").walk() < Address::parse("1 12th St").walk());
    assert_eq!(Address::parse("12 Main St").side(), Some(Side::Even));
    assert_eq!(Address::parse("Main St").side(), None);
}

#[test]
fn a_remark_is_kept() {
    for (text, remark) in [
        ("Library, 905 Main St, Willimantic", "Library"),
        ("12 Main St, green house, Willimantic", "green house"),
        ("12 Main St (dog!)", "dog"),
        ("12 Main St c/o Smith", "c/o Smith"),
        ("C/O J Smith 12 Main St", "C/O J Smith"),
        ("12 Main St, 2nd house on left, Windham", "2nd house on left"),
    ] {
        assert_eq!(Address::parse(text).remark.to_lowercase(), remark.to_lowercase(), "{text}");
    }
}

#[test]
fn long_text_takes_time_in_proportion() {
    // Each would take minutes if any step looked at all words for each word.
    for part in
        ["1 N ", "St ", "Apt ", "# ", "Apt 3 ", "12-", "(", "in the ", "Rt 32 ", "PO ", "1/2 ", "a, ", "1 & ", "Urb "]
    {
        let text = part.repeat(4_000);
        let address = Address::parse(&text);
        address.key();
        assert_eq!(address.original.len(), text.len());
        assert!(expand_range(&text).is_err());
    }
}

/// A part of an address in two spellings.
type Twice = (String, String);

fn one_of(pairs: &'static [(&'static str, &'static str)]) -> impl Strategy<Value = Twice> {
    prop::sample::select(pairs).prop_map(|(a, b)| (a.to_owned(), b.to_owned()))
}

prop_compose! {
    fn number()(
        digits in 1u32..2500,
        end in one_of(&[("", ""), ("", ""), ("A", "-a"), (" 1/2", "½"), ("R", " R")]),
    ) -> Twice {
        (format!("{digits}{}", end.0), format!("0{digits}{}", end.1))
    }
}

fn street() -> impl Strategy<Value = Twice> {
    let before = one_of(&[("", ""), ("N ", "North "), ("SO. ", "south "), ("W ", "West "), ("SW ", "southwest ")]);
    let name = one_of(&[
        ("Main", "MAIN"),
        ("St Mary's", "SAINT MARYS"),
        ("Old Post", "old post"),
        ("Third", "3RD"),
        ("McDonald", "MCDONALD"),
        ("O'Brien", "O’BRIEN"),
        ("Mill Pond", "Mill Pnd"),
        ("Mt Hope", "Mount Hope"),
        ("de la Cruz", "DE LA CRUZ"),
        ("Chestnut Hill", "Chestnut Hl"),
    ]);
    let suffix = one_of(&[
        ("St", "STREET"),
        ("Ave.", "Av"),
        ("Rd", "Road"),
        ("Ct", "court"),
        ("Blvd", "BOULEVARD"),
        ("Tpke", "Turnpike"),
    ]);
    let after = one_of(&[("", ""), ("", ""), (" N", " NORTH"), (" SE", " southeast")]);
    let plain = (before, name, suffix, after)
        .prop_map(|(b, n, s, a)| (format!("{}{} {}{}", b.0, n.0, s.0, a.0), format!("{}{} {}{}", b.1, n.1, s.1, a.1)));
    let other = one_of(&[
        ("Route 32", "State Rte 32"),
        ("US Hwy 6", "U.S. 6"),
        ("Avenue A", "AVE A"),
        ("Broadway", "BROADWAY"),
        ("The Green", "the green"),
        ("County Rd 5", "Co Road 5"),
        ("S 300 E", "South 300 East"),
    ]);
    prop_oneof![3 => plain, 1 => other]
}

fn unit() -> impl Strategy<Value = Twice> {
    one_of(&[
        ("", ""),
        (", Apt 3", ", #3"),
        (", Apt 10B", " Apartment 10-B"),
        (" Fl 2", ", 2nd Floor"),
        (", Rear", " (rear)"),
        (" Bldg 2 Apt 4", ", Apt 4, Building 2"),
        (", Lot 14", " lot 014"),
        (" Suite 200", ", STE 200"),
        (", Bsmt", " basement"),
    ])
}

fn place() -> impl Strategy<Value = Twice> {
    one_of(&[
        ("", ""),
        (", Willimantic", "\nWILLIMANTIC"),
        (", Willimantic CT 06226", ", Willimantic, Conn. 06226-1234"),
        (", N Windham, CT", ", NORTH WINDHAM CONNECTICUT"),
        (", Mansfield Ctr, CT 06250", ", Mansfield Center, CT, 06250, USA"),
    ])
}

prop_compose! {
    fn address()(number in number(), street in street(), unit in unit(), place in place()) -> Twice {
        let whole = |pick: fn(&Twice) -> &String| [&number, &street, &unit, &place].map(pick);
        let [a, b] = [whole(|twice| &twice.0), whole(|twice| &twice.1)].map(|[n, s, u, p]| format!("{n} {s}{u}{p}"));
        (a, b)
    }
}

/// One of the addresses above with words taken out, changed or put in.
fn bent() -> impl Strategy<Value = String> {
    let lines: Vec<&str> = [ONE_DOOR, TWO_DOORS, PERHAPS_ONE].into_iter().flatten().flatten().copied().collect();
    let word = prop::sample::select(vec![
        "",
        "",
        "12",
        "12A",
        "12-16",
        "14",
        "N",
        "St",
        "Ave",
        "Main",
        "Hill",
        "Apt",
        "3",
        "#3",
        "Rear",
        "US",
        "Route",
        "6",
        ", Windham",
        "06226",
    ]);
    let bends = prop::collection::vec((any::<prop::sample::Index>(), any::<bool>(), word), 0..3);
    (prop::sample::select(lines), bends).prop_map(|(line, bends)| {
        let mut words: Vec<&str> = line.split(' ').collect();
        for (at, replace, word) in bends {
            let at = at.index(words.len());
            words.splice(at..at + usize::from(replace), [word]);
        }
        words.join(" ")
    })
}

/// An address of a small town, where many are much alike.
fn near() -> impl Strategy<Value = String> {
    let number = prop::sample::select(vec![
        "",
        "12",
        "12",
        "12A",
        "12B",
        "12 1/2",
        "12-16",
        "12-14",
        "14-18",
        "12A/16",
        "10-12",
        "13",
        "14",
        "14A",
        "16",
        "N6W12",
        "N6W14",
        "N6W12-16",
        "A-12",
        "37-12",
        "37-42",
        "1-999999999",
    ]);
    let street = prop::sample::select(vec![
        "Main",
        "Main St",
        "Main Ave",
        "N Main",
        "N Main St",
        "Main St N",
        "Spring Hill",
        "Spring Hill Rd",
        "Spring Hill Hill",
        "Route 6",
        "US Route 6",
        "US 6",
        "Highway 6",
        "Highway Hill",
        "US Route Hill",
        "Old Route 6",
        "Highway",
        "Hill",
        "Urb Las Lomas, Calle 3",
        "Calle 3",
        "",
    ]);
    let unit = prop::sample::select(vec!["", "", "", "Apt 3", "#3", "Lot 3", "Fl 3", "Apt A", "Rear", "Bldg 1 Apt 3"]);
    let place = prop::sample::select(vec![
        "",
        "",
        ", Windham",
        ", Windham CT",
        ", Windham 06226",
        ", Willimantic 06226",
        ", Willimantic",
        ", Windham ME",
        ", NY 11372",
    ]);
    (number, street, unit, place).prop_map(|(number, street, unit, place)| format!("{number} {street} {unit}{place}"))
}

/// Many addresses among which some are one door and some may be.
pub(crate) fn crowd() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop_oneof![2 => near(), 1 => bent(), 1 => address().prop_map(|(a, _)| a)], 2..40)
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn any_two_spellings_are_one_door((a, b) in address()) {
        let (left, right) = (Address::parse(&a), Address::parse(&b));
        prop_assert_eq!(left.key(), right.key());
        prop_assert_eq!(left.likeness(&right), Likeness::Same);
        prop_assert_eq!(left.fault(), None);
    }

    #[test]
    fn two_addresses_share_a_key_only_if_they_share_every_part((a, _) in address(), (b, _) in address()) {
        let (left, right) = (Address::parse(&a), Address::parse(&b));
        prop_assert_eq!(left.key() == right.key(), parts(&left) == parts(&right));
        prop_assert_eq!(left.likeness(&right), right.likeness(&left));
    }

    #[test]
    fn what_is_shown_is_read_again((text, _) in address()) {
        let address = Address::parse(&text);
        let shown = address.to_string();
        let again = Address::parse(&shown);
        prop_assert_eq!(again.key(), address.key());
        prop_assert_eq!(again.to_string(), shown);
    }

    #[test]
    fn the_walk_is_total_and_agrees_with_the_numbers(
        (a, _) in address(), (b, _) in address(), (c, _) in address(),
    ) {
        let [a, b, c] = [a, b, c].map(|text| Address::parse(&text));
        let [x, y, z] = [&a, &b, &c].map(Address::walk);
        prop_assert_eq!(x.cmp(&y), y.cmp(&x).reverse());
        prop_assert_eq!(x == y, a.key() == b.key());
        if x <= y && y <= z {
            prop_assert!(x <= z);
        }
        if a.street == b.street && a.town == b.town && a.number != b.number {
            prop_assert_eq!(x.cmp(&y), a.number.cmp(&b.number));
        }
    }

    #[test]
    fn no_text_is_too_much(text in "\\PC{0,60}|[0-9A-Za-z#&,.'()/ \n–½-]{0,60}|(( ?(12|St|N|Apt|#|-|,|3|Rear|Fl|Box|Rt|é|½|CT|06226|No|the|Urb|at|1-6|even)){0,12})") {
        let address = Address::parse(&text);
        address.key();
        address.fault().map(|fault| fault.message().say(crate::model::text::Lang::Es));
        address.walk();
        Address::parse(&address.to_string());
        let cells = Cells { number: &text, street: &text, unit: &text, town: &text, state: &text, zip: &text };
        Address::from_cells(&cells).to_string();
        if let Err(fault) = expand_range(&text) {
            fault.message().say(crate::model::text::Lang::Es);
        }
    }
}
