//! A made-up prompt of the team, and how one went.

use super::bank;
use super::kinds::{PROMPT, PROMPT_USE, prompt_fields as prompt, use_fields as used};
use crate::model::order;
use crate::model::record_write::RecordWrite;
use crate::model::text::{Text, t};
use crate::work::practice::Practice;
use chrono::TimeDelta;

const QUESTION: Text =
    t("What did your street smell like when you were little?", "¿A qué olía su calle cuando era niña o niño?");
const WENT: Text = t(
    "Everyone laughed at “wet dog”. Give people a minute to think first.",
    "Todos se rieron con “perro mojado”. Conviene dar un minuto para pensar.",
);

/// The prompts.
pub fn notes(practice: &Practice<'_>) -> Vec<RecordWrite> {
    let id = practice.work.new_id();
    let day = practice.work.now().today() - TimeDelta::days(21);
    let mut values = vec![
        prompt::EN.is(QUESTION.en),
        prompt::ES.is(QUESTION.es),
        prompt::AGE.is("adults"),
        prompt::TAGS.is(t("in pairs", "en parejas").get(practice.lang)),
        prompt::INCLUSIVE.is(true),
        prompt::AGE_APPROPRIATE.is(true),
        prompt::PRESUMES.is(false),
    ];
    values.retain(|(_, value)| !value.is_blank());
    let mut use_of = vec![used::PROMPT.is(id), used::ON.is(day.to_string()), used::WENT.is(WENT.get(practice.lang))];
    use_of.extend(practice.staff_at(0).map(|staff| used::STAFF.is(staff)));
    let adopted = bank::adopted(&practice.work.state().book, bank::ready_id("good_sound"), practice.lang);
    let own = [(PROMPT.id, id, order::values(values)), (PROMPT_USE.id, practice.work.new_id(), order::values(use_of))];
    own.into_iter().chain(adopted).collect()
}
