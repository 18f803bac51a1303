//! How a form asks: what stands folded at its end, what is said of it there, and which questions are shown large.

use super::field::{Field, FieldType, InRow};
use super::guide::GuidePart;
use super::id::Id;
use super::kind::Kind;
use super::show;
use super::text::Lang;
use super::value::Value;

/// The sections of a form in the order it shows them, each with whether it stands folded: what an answer calls for comes
/// first, and what is known already after all that is still to be asked.
pub fn laid_out<'p, 'a>(
    parts: &'p [GuidePart],
    get: impl Fn(&str) -> Option<&'a Value> + Copy,
) -> Vec<(&'p GuidePart, bool)> {
    let folded = |part: &&GuidePart| part.section.folds && part.section.is_known(get);
    let called_for = |part: &&GuidePart| {
        part.section.first_for.is_some_and(|(field, answer)| get(field).and_then(Value::as_text) == Some(answer))
    };
    let (known, open): (Vec<&GuidePart>, Vec<&GuidePart>) = parts.iter().partition(folded);
    let (first, later): (Vec<&GuidePart>, Vec<&GuidePart>) = open.into_iter().partition(called_for);
    let open = first.into_iter().chain(later).map(|part| (part, false));
    open.chain(known.into_iter().map(|part| (part, true))).collect()
}

/// What a folded section holds, on one line: what a row of a list would show of it.
pub fn summary<'a>(
    part: &GuidePart,
    get: impl Fn(&str) -> Option<&'a Value>,
    lang: Lang,
    title_of: &dyn Fn(&str, Id) -> Option<String>,
) -> String {
    let shown = part.fields.iter().filter(|field| field.in_row != InRow::No);
    let said = shown.filter_map(|field| Some(show::show(field, get(field.key)?, lang, title_of)));
    said.map(|said| show::first_line(&said)).filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The questions that can be turned toward the person who is asked: those with answers to tap, and the team's own.
pub fn shown_large(kind: &Kind, parts: &[GuidePart]) -> Vec<&'static Field> {
    let tapped = |field: &&Field| matches!(field.ty, FieldType::Choice(_) | FieldType::Choices(_) | FieldType::YesNo);
    let of_the_team = |field: &&Field| kind.field(field.key).is_none();
    let asked = parts.iter().filter(|part| part.section.aloud && part.section.guide).flat_map(|part| &part.fields);
    asked.copied().filter(|field| tapped(field) || of_the_team(field)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvass::kinds::visit::VISIT;
    use crate::capabilities::kinds::KINDS;
    use crate::model::book::Book;
    use crate::model::guide;
    use std::collections::BTreeMap;

    fn values(values: &[(&'static str, &str)]) -> BTreeMap<&'static str, Value> {
        values.iter().map(|(key, value)| (*key, Value::text(*value))).collect()
    }

    fn order(held: &BTreeMap<&'static str, Value>) -> Vec<(&'static str, bool)> {
        let parts = guide::parts(&VISIT, &Book::new(KINDS));
        laid_out(&parts, |key| held.get(key)).iter().map(|(part, folded)| (part.section.name.en, *folded)).collect()
    }

    const KNOWN: [(&str, &str); 3] =
        [("door", "0000000000000000000000000000000a"), ("outcome", "talked"), ("when", "2026-11-27T09:14:00-05:00")];

    #[test]
    fn what_a_tap_has_written_down_stands_folded_behind_the_questions() {
        let (conversation, rest) = (("The conversation", false), [("Follow-up", false), ("Only if they agree", false)]);
        let known = [[conversation].as_slice(), &rest, &[("The visit", true)]].concat();
        assert_eq!(order(&values(&KNOWN)), known);
        // A visit that is written down from nothing is asked for all of it, first things first.
        let new = [[("The visit", false), conversation].as_slice(), &rest].concat();
        for lacking in 0..KNOWN.len() {
            let held: Vec<_> =
                KNOWN.iter().enumerate().filter(|(at, _)| *at != lacking).map(|(_, known)| *known).collect();
            assert_eq!(order(&values(&held)), new);
        }
        assert_eq!(order(&values(&[KNOWN[0], KNOWN[2], ("outcome", " ")])), new);
    }

    #[test]
    fn whoever_comes_back_on_another_day_is_asked_for_the_day_first() {
        let come_back = order(&values(&[KNOWN[0], ("outcome", "come_back"), KNOWN[2]]));
        let names = ["Follow-up", "The conversation", "Only if they agree", "The visit"];
        assert_eq!(come_back.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names);
    }

    #[test]
    fn what_is_folded_is_said_in_a_line() {
        let parts = guide::parts(&VISIT, &Book::new(KINDS));
        let held = values(&KNOWN);
        let title = |kind: &str, _| (kind == "door").then(|| "1 Maple Street".to_owned());
        let said = |lang| summary(&parts[0], |key| held.get(key), lang, &title);
        assert_eq!(said(Lang::En), "1 Maple Street · Talked · Nov 27, 2026, 9:14 AM");
        assert_eq!(said(Lang::Es), "1 Maple Street · Hablamos · 27 nov. 2026, 9:14 a. m.");
    }

    #[test]
    fn notes_of_the_staff_are_not_turned_toward_the_person() {
        let parts = guide::parts(&VISIT, &Book::new(KINDS));
        let keys: Vec<&str> = shown_large(&VISIT, &parts).iter().map(|field| field.key).collect();
        assert_eq!(keys, ["aware", "barriers", "needs", "language"]);
    }
}
