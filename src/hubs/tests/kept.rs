//! The stock of all hubs, as it is kept up, is what it is worked out to be.

use crate::capabilities::kinds::KINDS;
use crate::hubs::count::walk;
use crate::hubs::health::{Went, of_hub};
use crate::hubs::stock::{Stock, account, accounts, found, lying};
use crate::model::author::Author;
use crate::model::book::Book;
use crate::model::date::Now;
use crate::model::id::Id;
use crate::model::index::Index;
use crate::model::testing::{Written, cases, histories, is_kept_up};
use proptest::prelude::*;
use std::collections::BTreeMap;

const HUBS: [Id; 2] = [Id(0x11), Id(0x12)];
const ITEMS: [Id; 3] = [Id(0x21), Id(0x22), Id(0x23)];
const WALK: Id = Id(0x41);
const TODAY: Now = Now { ms: crate::work::testing::NOON, offset_minutes: 0 };

static WRITTEN: &[Written] = &[
    (
        "movement",
        &[0x31, 0x32, 0x33, 0x34, 0x35, 0x36],
        &[
            ("what", &["stocked", "taken", "moved", "counted", "counted"]),
            ("hub", &["@11", "@12"]),
            ("to", &["@11", "@12", "-"]),
            ("item", &["@21", "@22", "@23", "nowhere"]),
            ("amount", &["#1", "#5", "#12", "many"]),
            ("was", &["#9", "#2", "-"]),
            ("when", &["2026-11-20T12:00:00-05:00", "2026-09-02", "2027-01-01", "2020-01-01"]),
            ("count", &["@41", "-"]),
            (
                "seen",
                &[
                    "00000000000000000000000000000031\n00000000000000000000000000000032",
                    "00000000000000000000000000000033\n00000000000000000000000000000039",
                    "00000000000000000000000000000034\n00000000000000000000000000000035",
                    "-",
                ],
            ),
        ],
    ),
    ("item", &[0x21, 0x22, 0x23], &[("name", &["Books", "Flyers"]), ("same_as", &["@21", "@22", "@23", "-"])]),
    ("shelf", &[0x51, 0x52], &[("hub", &["@11", "@12"]), ("item", &["@21", "@22"]), ("minimum", &["#3", "#20", "-"])]),
    ("hub", &[0x11, 0x12], &[("name", &["Natchaug", "Sweeney"]), ("zones", &["Table 1"])]),
    (
        "hub_visit",
        &[0x61, 0x62],
        &[("hub", &["@11", "@12"]), ("when", &["2026-11-01T12:00:00-05:00", "2026-10-01", "-"])],
    ),
    ("count", &[0x41], &[("hub", &["@11"]), ("when", &["2026-11-02T12:00:00-05:00"])]),
];

/// Everything of one book that is told of stock.
fn told(book: &Book, index: &mut Index) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut went = Went::until(TODAY.today());
    HUBS.iter().for_each(|hub| went.add(book, index, *hub));
    let hubs = HUBS.map(|hub| {
        let all: BTreeMap<Id, _> = accounts(book, index, hub).into_iter().collect();
        let ones = ITEMS.map(|item| account(book, index, hub, item));
        let author = Author { by: None, now: TODAY };
        let written = ITEMS.map(|item| found(book, index, hub, item, WALK, 4, author));
        let health = of_hub(book, index, hub, TODAY.today());
        (all, ones, lying(book, index, hub), health, walk(book, index, hub, WALK), written)
    });
    (hubs, went.told(book))
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn stock_that_is_kept_up_is_what_it_is_worked_out_to_be(
        history in histories(WRITTEN, 1..14),
        from in 0usize..14,
    ) {
        // Before anybody asks, it is worked on a little.
        let prepare = |book: &Book, index: &mut Index| {
            index.prepare::<Stock>(book, 1);
        };
        is_kept_up(KINDS, &history, from, prepare, told)?;
    }
}
