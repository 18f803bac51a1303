//! Made-up asks to the made-up partners.

use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::model::value::Value;
use crate::partners;
use crate::work::practice::Practice;
use chrono::TimeDelta;

/// A made-up ask: partner, what was asked, its kind, days ago, other answers, other days (counted from today).
type Sample = (&'static str, Text, &'static str, i64, &'static [(&'static str, Text)], &'static [(&'static str, i64)]);

static SAMPLES: &[Sample] = &[
    (
        "Maple Street Soup Kitchen",
        t("A shelf by the door", "Un estante junto a la puerta"),
        "space",
        94,
        &[
            ("answer", Text::same("yes")),
            ("reply", t("Gladly, if it is not in the way of the line.", "Con gusto, si no estorba la fila.")),
        ],
        &[("answered_on", -94), ("thanked_on", -90)],
    ),
    (
        "Hilltop Hardware",
        t("Refreshments for the open house", "Refrigerios para el día de puertas abiertas"),
        "refreshments",
        6,
        &[
            ("answer", Text::same("not_yet")),
            ("next_step", t("Ask about the open house again", "Preguntar otra vez por el día de puertas abiertas")),
        ],
        &[("next_date", 2)],
    ),
    (
        "Radio Quinebaug",
        t("A talk on making radio, for teens", "Una charla sobre cómo se hace radio, para jóvenes"),
        "talk",
        40,
        &[
            ("answer", Text::same("no")),
            (
                "reply",
                t(
                    "Not this season, nobody is free in the evening.",
                    "Esta temporada no, nadie está libre por la noche.",
                ),
            ),
        ],
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
            ("what", Value::text(what.get(practice.lang))),
            ("kind", Value::text(*kind)),
            ("asked_on", day(-ago)),
            ("staff", practice.staff_at(at).map_or(Value::Null, Value::link)),
        ];
        let texts = texts.iter().map(|(key, text)| (*key, Value::text(text.get(practice.lang))));
        let days = days.iter().map(|(key, days)| (*key, day(*days)));
        Some(("ask", practice.work.new_id(), order::values(own.into_iter().chain(texts).chain(days))))
    };
    SAMPLES.iter().enumerate().filter_map(ask).collect()
}
