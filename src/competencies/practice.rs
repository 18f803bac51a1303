//! A made-up self-assessment of one of the made-up staff.

use super::assessing;
use super::kinds::point_fields as point;
use super::list::COMPETENCIES;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::work::practice::Practice;
use chrono::TimeDelta;

/// What was said of the first points of a competency: its place, the level, and what shows it.
static SAMPLES: &[(usize, &str, Text)] = &[
    (
        2,
        "growing",
        t(
            "People tell me things now that they never told the survey.",
            "La gente ya me cuenta lo que nunca puso en la encuesta.",
        ),
    ),
    (5, "sure", t("Three partners called me first this year.", "Este año tres socios me llamaron primero.")),
];

/// The self-assessment.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let Some(who) = practice.staff_at(0) else { return Vec::new() };
    let day = practice.work.now().today() - TimeDelta::days(200);
    let (id, begun) = assessing::begin(who, day);
    let said = SAMPLES.iter().filter_map(|(at, level, shows)| {
        let key = COMPETENCIES.get(*at)?.point_key(0);
        let (kind, record, mut values) = assessing::said(id, who, &key, point::LEVEL.is(*level));
        let (shows_key, shows) = point::SHOWS.is(shows.get(practice.lang));
        values.insert(shows_key.to_owned(), shows);
        Some((kind, record, values))
    });
    std::iter::once(begun).chain(said).collect()
}
