//! Made-up worksheets that somebody filled in.

use super::filling;
use super::forms;
use super::kinds::ready::{GATHERING, REFLECTION};
use super::kinds::sheet::{GROUP, SHEET_ANSWER, answer_fields as answer, sheet_fields as sheet};
use crate::model::author::Author;
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::work::practice::Practice;
use chrono::TimeDelta;

/// A made-up sheet: its worksheet, days ago, the group if it was one, and answers by the keys of the questions.
type Sample = (&'static str, i64, Option<Text>, &'static [(&'static str, Text)]);

static SAMPLES: &[Sample] = &[
    (
        REFLECTION,
        120,
        None,
        &[
            (
                "whom_to_approach",
                t(
                    "Whoever already feeds people, teaches them, or cuts their hair. They know everyone.",
                    "Quienes ya dan de comer, enseñan o cortan el pelo. Conocen a todo el mundo.",
                ),
            ),
            (
                "repairing",
                t(
                    "I call, say that we let it slide, and ask what changed on their side.",
                    "Llamo, digo que lo dejamos pasar y pregunto qué cambió de su lado.",
                ),
            ),
        ],
    ),
    (
        GATHERING,
        30,
        Some(t("Outreach team, fall meeting", "Equipo de extensión, reunión de otoño")),
        &[
            (
                "why",
                t(
                    "Newcomers know their neighbors’ names when they leave.",
                    "Quienes llegaron hace poco se van sabiendo cómo se llaman sus vecinos.",
                ),
            ),
            ("outcome", t("Two people who plan to meet again.", "Dos personas que piensan volver a verse.")),
        ],
    ),
];

/// The sheets.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let now = practice.work.now();
    let made = |(at, (key, ago, group, answers)): (usize, &Sample)| {
        let asking = forms::form(&practice.work.state().book, key)?;
        let id = practice.work.new_id();
        let day = (now.today() - TimeDelta::days(*ago)).to_string();
        let group = group.map(|group| [sheet::FOR_WHOM.is(GROUP), sheet::GROUP.is(group.get(practice.lang))]);
        let about = group.into_iter().flatten().chain([sheet::FILLED_ON.is(day)]);
        let author = Author { by: practice.staff_at(at), now };
        let mut rows = filling::begin(id, &asking, about, author).ok()?;
        rows.extend(answers.iter().map(|(question, words)| {
            let written = [answer::VALUE.is(words.get(practice.lang))];
            let values = order::values(filling::named(id, question).into_iter().chain(written));
            (SHEET_ANSWER.id, filling::answer_id(id, question), values)
        }));
        Some(rows)
    };
    SAMPLES.iter().enumerate().filter_map(made).flatten().collect()
}
