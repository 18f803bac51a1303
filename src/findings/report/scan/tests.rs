use super::*;
use proptest::prelude::*;

fn known(names: &[&str]) -> KnownNames {
    let mut known = KnownNames::default();
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
        ("Ruiz, Ana", &["Ruiz, Ana"]),
        ("That is Ana's", &["Ana"]),
        ("Ba\u{301}nana and banana, Anaheim, Mariana", &[]),
        ("Jose\u{301} said, and Nun\u{303}ez, JOSÉ", &["Jose\u{301}", "Nun\u{303}ez, JOSÉ"]),
        ("jose nunez, jose\u{301} nu\u{301}n\u{303}ez", &["jose nunez", "jose\u{301} nu\u{301}n\u{303}ez"]),
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
        prop_assume!(!is_no_name(&name.to_lowercase()));
        let text = format!("{before} {name} {after}");
        prop_assert!(tell(&text, &known(&[&name])).iter().any(|(kind, found)| *kind == Tells::Name && *found == name));
    }
}

/// The names that are found in a text where one is known.
fn found(name: &str, text: &str) -> Vec<String> {
    tell(text, &known(&[name])).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn a_word_alone_is_a_name_only_where_it_is_written_as_one() {
    for (name, text, names) in [
        ("Rosa Quiñones", "una casa rosa; rosa said", &[][..]),
        ("Rosa Quiñones", "Rosa said. ROSA! la quinones", &["Rosa", "ROSA"]),
        ("Rosa", "una casa rosa, Rosa", &["Rosa"]),
        ("Marisol", "marisol, MARISOL", &["marisol", "MARISOL"]),
        ("José Núñez", "me lo dijo josé ayer; la nunez no", &["josé"]),
        ("Mrs. Odalys Peña", "odalys vino, una peña no", &["odalys"]),
        ("Dr. Lee", "mi hijo lee mucho, Lee too", &["Lee"]),
        ("Lee", "mi hijo lee mucho", &[]),
        ("marisol vega", "Marisol saw the vega, Vega", &["Marisol", "Vega"]),
        ("ana de la cruz", "Ana; ana de la cruz", &["Ana", "ana de la cruz"]),
        ("أحمد علي", "قال أحمد ذلك", &["أحمد"]),
        ("Sunday Okafor", "on sunday, Sunday Okafor", &["Sunday Okafor"]),
    ] {
        assert_eq!(found(name, text), names, "{name}: {text}");
    }
}

#[test]
fn a_whole_name_is_found_in_whatever_letters_and_order() {
    for (name, text, names) in [
        ("Rosa Quiñones", "rosa quinones came", &["rosa quinones"][..]),
        ("Ana María Ruiz Pérez", "la ana ruiz; PÉREZ, ANA", &["ana ruiz", "PÉREZ, ANA"]),
        ("Ana Cruz", "ana de la cruz", &["ana de la cruz"]),
        ("Ana & Luis Pérez", "I know luis perez", &["luis perez"]),
        ("Grace Will", "grace will come", &["grace will"]),
        ("Rosa Call", "rosa call came", &["rosa call"]),
        ("Ana Ruiz", "Ana. Ana said", &["Ana", "Ana"]),
        ("Mark Price", "mark the other price", &[]),
    ] {
        assert_eq!(found(name, text), names, "{name}: {text}");
    }
    // Words of two people are no name of one.
    assert_eq!(tell("grace hope", &known(&["Grace Lima", "Hope Ortiz"])), []);
}

#[test]
fn instructions_where_a_name_should_stand_name_nobody() {
    let father = "Father Tom left; ask for the office";
    for (name, text, names) in [
        (father, "People come to ask. Ask more of them! Who left the office? The father", &[][..]),
        (father, "Father Tom, Tom", &["Tom", "Tom"]),
        ("Ask for Ana Ruiz", "Ask Ana, ask ana ruiz", &["Ana", "ana ruiz"]),
        ("Front Desk", "Ask at the front desk. Front Desk", &[]),
        ("ask for the manager", "Ask for the manager", &[]),
        ("ask", "Ask. ASK", &[]),
        ("Llame a la señora Díaz en la oficina", "La Señora dijo: llame a la oficina. Díaz", &["Díaz"]),
        ("Pregunte por Marisol", "Pregunte. Marisol", &["Marisol"]),
        ("Kim Lee, front desk", "kim lee at the front desk", &["kim lee"]),
    ] {
        assert_eq!(found(name, text), names, "{name}: {text}");
    }
}
