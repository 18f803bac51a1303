//! Which quote comes next for whoever tags them.

use super::*;
use crate::interviews::quotes::{AfterQuotes, after_quotes, next_untagged};

fn next(tablet: &Tablet, me: Id, here: u128) -> Option<u128> {
    tablet.work.look(|book, index| next_untagged(book, index, Some(me), Id(here))).map(|quote| quote.0)
}

fn after(tablet: &Tablet, me: Id, interview: u128) -> AfterQuotes {
    tablet.work.look(|book, index| after_quotes(book, index, Some(me), Id(interview)))
}

#[test]
fn the_next_quote_is_one_that_oneself_has_not_tagged() {
    let tablet = tablet(1);
    // In the order in which they are listed, and on from the beginning: 0x55, 0x53, 0x54, 0x52, 0x51.
    assert_eq!(next(&tablet, ANA, 0x53), Some(0x54));
    assert_eq!(next(&tablet, ANA, 0x51), Some(0x55));
    mark(&tablet, 0x54, GETTING, ANA, true);
    mark(&tablet, 0x52, GETTING, BEN, true);
    assert_eq!(next(&tablet, ANA, 0x53), Some(0x52));
    // That no theme fits is said, too.
    mark(&tablet, 0x52, HOURS, ANA, false);
    assert_eq!(next(&tablet, ANA, 0x53), Some(0x51));
    for quote in [0x55, 0x51] {
        mark(&tablet, quote, GETTING, ANA, true);
    }
    assert_eq!(next(&tablet, ANA, 0x55), Some(0x53));
    assert_eq!(next(&tablet, ANA, 0x53), None);
    assert_eq!(next(&tablet, BEN, 0x53), Some(0x54));
}

#[test]
fn quotes_of_an_interview_lead_to_their_tags_and_these_to_the_themes() {
    let tablet = tablet(1);
    assert_eq!(after(&tablet, ANA, 0x13), AfterQuotes::Nothing);
    assert_eq!(after(&tablet, ANA, 0x11), AfterQuotes::Tag(Id(0x51)));
    mark(&tablet, 0x51, BUSES, ANA, true);
    assert_eq!(after(&tablet, ANA, 0x11), AfterQuotes::Themes);
    assert_eq!(after(&tablet, BEN, 0x11), AfterQuotes::Tag(Id(0x51)));
    assert!(matches!(after(&tablet, ANA, 0x12), AfterQuotes::Tag(_)));
}
