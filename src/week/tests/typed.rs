use super::*;
use crate::model::phrases::When;
use crate::model::text::Lang;
use crate::week::typed_line::{Answers, Reader, Reading};

fn partners() -> Book {
    testing::book(&[
        ("partner", 0x11, &[("name", "Windham Middle School")]),
        ("partner", 0x12, &[("name", "Maple Street Soup Kitchen")]),
        ("partner", 0x13, &[("name", "Maple Street Bakery")]),
        ("partner", 0x14, &[("name", "Maple")]),
    ])
}

fn answered(line: &str, answers: &Answers) -> Reading {
    let reader = Reader { today: day(TODAY), lang: Lang::En, done: false };
    reader.read(&partners(), &mut Index::default(), line, answers)
}

fn read(line: &str) -> Reading {
    answered(line, &Answers::default())
}

#[test]
fn a_line_of_the_plan_is_a_day_what_is_to_be_done_and_a_partner() {
    let reading = read("Feb 9 classroom presentations @Middle School");
    assert_eq!(
        (reading.what.as_str(), reading.day, reading.partner),
        ("classroom presentations", Some(day("2027-02-09")), Some(Id(0x11)))
    );
    assert!(reading.is_ready());
    let reading = read("@Windham Middle School, 8:45-10:51 research skills");
    assert_eq!((reading.what.as_str(), reading.partner), ("research skills", Some(Id(0x11))));
    assert_eq!(reading.times, (date::time_of_day("08:45"), date::time_of_day("10:51")));
    let reading = read("Small Business Support");
    assert_eq!((reading.what.as_str(), reading.day, reading.partner), ("Small Business Support", None, None));
}

#[test]
fn what_comes_again_has_a_rule_and_its_first_day() {
    let reading = read("Local Professionals Coffee Chat, second Tuesday of the month");
    assert_eq!(reading.what, "Local Professionals Coffee Chat");
    assert_eq!(reading.day, Some(day("2027-02-09")));
    assert_eq!(reading.rule.unwrap().to_string(), "FREQ=MONTHLY;BYDAY=2TU");
}

#[test]
fn the_words_after_an_at_sign_are_as_many_as_name_a_partner() {
    let reading = read("Call @Maple Street Bakery about the oven");
    assert_eq!((reading.what.as_str(), reading.partner), ("Call about the oven", Some(Id(0x13))));
    assert_eq!(read("Coffee @Maple").partner, Some(Id(0x14)), "who is called so exactly");
    assert_eq!(read("mail ana@windham.example").asks.partner, None, "an address is no partner");
    let reading = read("Coffee @Maple Street, then home");
    let asked = reading.asks.partner.clone().unwrap();
    assert_eq!(asked, ("Maple Street".to_owned(), vec![Id(0x13), Id(0x12)]));
    assert!(!reading.is_ready());
}

#[test]
fn what_cannot_be_known_is_asked_and_stays_words_if_nobody_knows() {
    let line = "Coffee @Maple Street";
    let chosen = answered(line, &Answers { partner: Some(Some(Id(0x12))), ..Answers::default() });
    assert_eq!((chosen.what.as_str(), chosen.partner, chosen.is_ready()), ("Coffee", Some(Id(0x12)), true));
    let left = answered(line, &Answers { partner: Some(None), ..Answers::default() });
    assert_eq!((left.what.as_str(), left.partner, left.is_ready()), (line, None, true));
    let nobody = read("Meet @Quiet Corner Chorus");
    assert_eq!(nobody.asks.partner, Some(("Quiet Corner Chorus".to_owned(), Vec::new())));

    for line in ["February 30th storytime", "Storytime 13/2", "Coffee chat second Tuesday of"] {
        let reading = read(line);
        let asked = reading.asks.when.clone().unwrap_or_else(|| panic!("{line}: {reading:?}"));
        assert!(!reading.is_ready() && reading.day.is_none(), "{line}");
        let left = answered(line, &Answers { when: Some(None), ..Answers::default() });
        assert_eq!((left.what.as_str(), left.day, left.is_ready()), (line, None, true));
        if let Some(when @ When::Day(on)) = asked.choices.first() {
            let chosen = answered(line, &Answers { when: Some(Some(when.clone())), ..Answers::default() });
            assert_eq!((chosen.day, chosen.is_ready()), (Some(*on), true), "{line}");
        }
    }
}

#[test]
fn under_outreach_done_days_are_those_that_were() {
    let reader = Reader { today: day(TODAY), lang: Lang::En, done: true };
    let reading =
        reader.read(&partners(), &mut Index::default(), "Monday Teen Drop-In Shelter Visit", &Answers::default());
    assert_eq!((reading.what.as_str(), reading.day), ("Teen Drop-In Shelter Visit", Some(day("2027-02-01"))));
}
