//! Made-up asks to the made-up partners.

use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::value::Value;
use crate::partners;
use crate::work::practice::Practice;
use chrono::TimeDelta;

/// A made-up ask: partner, what was asked, its kind, days ago, other answers, other days (counted from today).
type Sample = (
    &'static str,
    &'static str,
    &'static str,
    i64,
    &'static [(&'static str, &'static str)],
    &'static [(&'static str, i64)],
);

static SAMPLES: &[Sample] = &[
    (
        "Maple Street Soup Kitchen",
        "A shelf by the door",
        "space",
        94,
        &[("answer", "yes"), ("reply", "Gladly, if it is not in the way of the line.")],
        &[("answered_on", -94), ("thanked_on", -90)],
    ),
    (
        "Hilltop Hardware",
        "Refreshments for the open house",
        "refreshments",
        6,
        &[("answer", "not_yet"), ("next_step", "Ask about the open house again")],
        &[("next_date", 2)],
    ),
    (
        "Radio Quinebaug",
        "A talk on making radio, for teens",
        "talk",
        40,
        &[("answer", "no"), ("reply", "Not this season, nobody is free in the evening.")],
        &[("answered_on", -33)],
    ),
];

/// The asks.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let known = partners::made_up();
    let today = practice.work.now().today();
    let day = |days: i64| Value::text((today + TimeDelta::days(days)).to_string());
    let ask = |(at, (partner, what, kind, ago, texts, days)): (usize, &Sample)| {
        let (_, partner) = known.iter().find(|(name, _)| name == partner)?;
        let own = [
            ("partner", Value::link(*partner)),
            ("what", Value::text(*what)),
            ("kind", Value::text(*kind)),
            ("asked_on", day(-ago)),
            ("staff", practice.staff_at(at).map_or(Value::Null, Value::link)),
        ];
        let texts = texts.iter().map(|(key, text)| (*key, Value::text(*text)));
        let days = days.iter().map(|(key, days)| (*key, day(*days)));
        Some(("ask", practice.work.new_id(), order::values(own.into_iter().chain(texts).chain(days))))
    };
    SAMPLES.iter().enumerate().filter_map(ask).collect()
}
