use super::*;
use proptest::prelude::*;

fn known(names: &[&str]) -> Known {
    let mut known = Known::default();
    names.iter().for_each(|name| known.add_name(name));
    known.add_phone("ext. 4471");
    known
}

fn told(text: &str) -> Vec<(Tells, String)> {
    tell(text, &known(&["Ana Ruiz", "José Núñez", "Mark de la Cruz", "Seán O’Brien", "Jo", "M", "王芳", "Parent 3"]))
}

#[test]
fn names_are_found_however_they_are_written() {
    for (text, found) in [
        ("Ask ana ruiz about it", &["ana ruiz"][..]),
        ("ANA-RUIZ", &["ANA-RUIZ"]),
        ("Ruiz, Ana", &["Ruiz", "Ana"]),
        ("That is Ana's", &["Ana"]),
        ("Ba\u{301}nana and banana, Anaheim, Mariana", &[]),
        ("jose\u{301} said, and Nun\u{303}ez, JOSÉ", &["jose\u{301}", "Nun\u{303}ez", "JOSÉ"]),
        ("A\u{200b}na", &["A\u{200b}na"]),
        ("Mrs. O'Brien and Sean", &["Brien", "Sean"]),
        ("Mark was there. Will you mark it de la calle? cruz", &["Mark"]),
        ("mark de la cruz", &["mark de la cruz"]),
        ("Jo went, jo no", &["Jo"]),
        ("M is a letter, parent of 3, Parent 3", &["Parent 3"]),
        ("我和王芳说话", &["王芳"]),
    ] {
        let names: Vec<String> = told(text)
            .into_iter()
            .map(|(kind, text)| {
                assert_eq!(kind, Tells::Name, "{text}");
                text
            })
            .collect();
        assert_eq!(names, found, "{text}");
    }
}

#[test]
fn numbers_letters_and_doors_by_which_somebody_is_reached_are_found() {
    use Tells::{Address, Email, Number, Phone};
    for (text, found) in [
        ("Call 860-555-0100 or (860) 555 0199.", &[(Phone, "860-555-0100"), (Phone, "(860) 555 0199")][..]),
        (
            "+1 860.555.0100, 8605550100, 555-0100",
            &[(Phone, "+1 860.555.0100"), (Phone, "8605550100"), (Phone, "555-0100")],
        ),
        ("extension 4471 not 4472", &[(Phone, "4471")]),
        (
            "card 21200012345678, ssn 123-45-6789, zip 06226",
            &[(Number, "21200012345678"), (Number, "123-45-6789"), (Number, "06226")],
        ),
        ("in 2019-2026, on 11/22/2026 or 2026-11-22, 3 kids, 40 hours, 9-5, 1,200 people", &[]),
        ("write to jo.b+x@mail.example.org.", &[(Email, "jo.b+x@mail.example.org")]),
        ("meet @ noon, a@b, @handle", &[]),
        ("I live at 12 Maple Street, really", &[(Address, "12 Maple Street")]),
        ("at 12 n. maple st and 14B Old Post Rd.", &[(Address, "12 n. maple st"), (Address, "14B Old Post Rd")]),
        ("12-14 Prospect Hill", &[(Address, "12-14 Prospect Hill")]),
        ("en la calle Luna número 12, o 45 Calle Sol", &[(Address, "calle Luna número 12"), (Address, "45 Calle Sol")]),
        (
            "Avenida de la Paz 7, apt 3B, Route 32, P.O. Box 81",
            &[(Address, "Avenida de la Paz 7"), (Address, "apt 3B"), (Address, "Route 32"), (Address, "Box 81")],
        ),
        ("3 kids walk up the hill; 12 of us in the street; 2 people on my road", &[]),
        ("tengo 3 hijos la otra calle. 5 veces. Street", &[]),
        ("at 860\n555", &[]),
    ] {
        let expected: Vec<(Tells, String)> = found.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect();
        assert_eq!(told(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_in_a_text_stops_the_search(text in "\\PC{0,40}", name in "\\PC{0,12}") {
        let whole = format!("{name} {text}");
        for (_, found) in tell(&whole, &known(&[&name])) {
            prop_assert!(whole.contains(&found));
        }
    }

    #[test]
    fn a_name_is_found_wherever_it_stands(
        before in "[a-z ]{0,12}",
        after in "[ ,.!?a-z]{0,12}",
        name in "[B-Z][a-z]{4,8}",
    ) {
        prop_assume!(!NOBODY.contains(&&*name.to_lowercase()));
        let text = format!("{before} {name} {after}");
        prop_assert!(tell(&text, &known(&[&name])).iter().any(|(kind, found)| *kind == Tells::Name && *found == name));
    }
}

/// Words that stand in names and name nobody, as long as the names that are made up above.
const NOBODY: [&str; 1] = ["santa"];
