//! Every kind that a capability declares, and what the tests ask of each.

use crate::model::kind::Kind;

/// Every kind this version knows, in the order of the capabilities.
pub static KINDS: &[&Kind] = &all_of();

const fn all_of() -> [&'static Kind; count()] {
    // The first one stands everywhere until it is replaced.
    let mut kinds: [&'static Kind; count()] = [crate::capabilities::ALL[0].kinds[0].0; count()];
    let (mut capability, mut at) = (0, 0);
    while capability < crate::capabilities::ALL.len() {
        let own = crate::capabilities::ALL[capability].kinds;
        let mut kind = 0;
        while kind < own.len() {
            kinds[at] = own[kind].0;
            at += 1;
            kind += 1;
        }
        capability += 1;
    }
    kinds
}

const fn count() -> usize {
    let (mut capability, mut count) = (0, 0);
    while capability < crate::capabilities::ALL.len() {
        count += crate::capabilities::ALL[capability].kinds.len();
        capability += 1;
    }
    count
}

/// The kind with this identity.
#[cfg(test)]
pub(crate) fn kind(id: &str) -> Option<&'static Kind> {
    KINDS.iter().copied().find(|kind| kind.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::{Agrees, Field, FieldType, InRow, Start, When};
    use crate::model::kind::Needs;
    use crate::model::same_as::{NOT_SAME_AS, SAME_AS};
    use crate::model::text::Text;
    use crate::model::value::Value;
    use std::collections::BTreeSet;

    fn snake_case(key: &str) -> bool {
        key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    }

    fn said_in_both(text: Text) -> bool {
        !text.en.trim().is_empty() && !text.es.trim().is_empty()
    }

    fn each_field(mut visit: impl FnMut(&Kind, &'static Field)) {
        KINDS.iter().for_each(|kind| kind.fields().for_each(|field| visit(kind, field)));
    }

    #[test]
    fn what_can_be_joined_has_a_place_to_say_so() {
        for kind in KINDS.iter().filter(|kind| kind.joins.is_some()) {
            let link = kind.field(SAME_AS).and_then(Field::links_to);
            assert_eq!(link, Some(kind.id), "{}", kind.id);
            assert!(kind.field(NOT_SAME_AS).is_some_and(Field::kept_by_app), "{}", kind.id);
            for key in kind.joins.unwrap_or_default() {
                assert!(kind.field(key).is_some(), "{}: {key}", kind.id);
            }
        }
    }

    #[test]
    fn kinds_have_names_of_their_own() {
        let ids: BTreeSet<&str> = KINDS.iter().map(|kind| kind.id).collect();
        assert_eq!(ids.len(), KINDS.len());
        for kind in KINDS {
            assert!(snake_case(kind.id), "{}", kind.id);
            for text in [kind.name, kind.plural, kind.new, kind.purpose] {
                assert!(said_in_both(text), "{}: {text:?}", kind.id);
            }
            let titles = kind.fields().filter(|field| field.in_row == InRow::Title).count();
            assert_eq!(titles, 1, "{} has one title", kind.id);
        }
    }

    #[test]
    fn fields_have_keys_and_labels_of_their_own() {
        for kind in KINDS {
            let keys: BTreeSet<&str> = kind.fields().map(|field| field.key).collect();
            assert_eq!(keys.len(), kind.fields().count(), "{} repeats a key", kind.id);
            let labels: BTreeSet<&str> = kind.fields().map(|field| field.label.en).collect();
            assert_eq!(labels.len(), kind.fields().count(), "{} repeats a label", kind.id);
        }
        each_field(|kind, field| {
            let place = format!("{}.{}", kind.id, field.key);
            assert!(snake_case(field.key), "{place}");
            assert!(said_in_both(field.label), "{place}");
            assert_eq!(field.help.en.is_empty(), field.help.es.is_empty(), "{place}: help in one language only");
        });
    }

    #[test]
    fn choices_have_keys_of_their_own_and_both_languages() {
        each_field(|kind, field| {
            let keys: BTreeSet<&str> = field.offered().iter().map(|choice| choice.key).collect();
            assert_eq!(keys.len(), field.offered().len(), "{}.{}", kind.id, field.key);
            for choice in field.offered() {
                assert!(snake_case(choice.key) && said_in_both(choice.label), "{}.{}: {choice:?}", kind.id, field.key);
            }
            if let Start::Choice(key) = field.start {
                assert!(field.answer(key).is_some(), "{}.{} starts with an answer it offers", kind.id, field.key);
            }
        });
    }

    #[test]
    fn links_and_derivations_lead_somewhere() {
        each_field(|at, field| {
            if let FieldType::Link(to) = field.ty {
                assert!(kind(to).is_some(), "{}.{} links to {to}", at.id, field.key);
            }
            if let Some(of) = field.latest_of {
                let from = kind(of.kind).unwrap();
                assert_eq!(from.field(of.link).unwrap().ty, FieldType::Link(at.id));
                let date = from.field(of.date).unwrap();
                assert!(matches!(date.ty, FieldType::Date | FieldType::DateTime));
                assert_eq!(field.ty, FieldType::Date);
            }
        });
    }

    #[test]
    fn what_must_agree_is_there_and_of_one_sort() {
        let is_day = |field: &Field| matches!(field.ty, FieldType::Date | FieldType::DateTime);
        each_field(|kind, field| {
            for on in field.agrees {
                let sound = match *on {
                    Agrees::NotBefore(other) => is_day(field) && kind.field(other).is_some_and(is_day),
                    Agrees::AtMost(other) => [Some(field), kind.field(other)]
                        .iter()
                        .all(|field| field.is_some_and(|field| matches!(field.ty, FieldType::Number { .. }))),
                    Agrees::BlankWhile(other, answer) => kind.field(other).unwrap().answer(answer).is_some(),
                };
                assert!(sound, "{}.{}: {on:?}", kind.id, field.key);
            }
        });
    }

    #[test]
    fn what_the_app_fills_in_is_asked_for_once_it_is_there() {
        let asked = |kind: &str, held: &[&str], new: bool| {
            let value = Value::text("held");
            let kept = |key: &str| held.contains(&key).then_some(&value);
            let fields = super::kind(kind).unwrap().fields();
            let fields = fields.filter(|field| field.asked.iter().any(|when| matches!(when, When::Held(_))));
            fields.filter(|field| field.is_asked(new, kept, kept)).map(|field| field.key).collect::<Vec<_>>()
        };
        for (kind, held, fields) in [
            ("turf", "taken_at", ["taken_at", "taken_by", "taken_on"].as_slice()),
            ("turf", "name", &["streets"]),
            ("posting", "down", &["down"]),
            ("contact", "next_step", &["next_done"]),
            ("ask", "next_date", &["next_done"]),
            ("visit", "again", &["again_done"]),
            ("hub_visit", "when", &["until"]),
        ] {
            assert_eq!(asked(kind, &[], true), [""; 0], "{kind}");
            assert_eq!(asked(kind, &[], false), [""; 0], "{kind}");
            assert_eq!(asked(kind, &[held], false), fields, "{kind}");
        }
        each_field(|kind, field| {
            let held = field.asked.iter().filter_map(|when| match when {
                When::Held(fields) => Some(*fields),
                _ => None,
            });
            for section in kind.sections {
                let answer = section.first_for.map(|(field, answer)| kind.field(field).unwrap().answer(answer));
                assert!(answer.is_none_or(|answer| answer.is_some()), "{}: {:?}", kind.id, section.first_for);
            }
            for held in held.flatten() {
                assert!(!field.required && kind.field(held).is_some(), "{}.{}: {held}", kind.id, field.key);
            }
        });
    }

    #[test]
    fn what_is_being_typed_does_not_ask_for_more() {
        let done = kind("contact").unwrap().field("next_done").unwrap();
        let typed = Value::text("Send three dates");
        assert!(!done.is_asked(true, |_| Some(&typed), |_| None));
    }

    #[test]
    fn consent_is_a_question_of_the_same_kind() {
        each_field(|kind, field| {
            let Some(consent) = field.consent else { return };
            let question = kind.field(consent).unwrap();
            assert_eq!(question.ty, FieldType::YesNo, "{}.{}", kind.id, field.key);
            // What somebody allows to write down of them at all may be told where nothing names them.
            assert!(
                (field.private || question.key == crate::interviews::kinds::interview::NOTES) && !field.required,
                "{}.{}",
                kind.id,
                field.key
            );
        });
    }

    #[test]
    fn what_is_said_in_spanish_is_text_that_a_search_finds() {
        each_field(|kind, field| {
            let Some(spanish) = field.spanish else { return };
            let spanish = kind.field(spanish).unwrap();
            assert!(spanish.ty == field.ty && spanish.searchable, "{}.{}", kind.id, field.key);
        });
    }

    #[test]
    fn what_needs_a_grant_says_whose_it_is() {
        for kind in KINDS {
            for needs in kind.granted {
                match needs {
                    Needs::Grant(grant) => {
                        assert_eq!(
                            crate::interviews::kinds::interview::SPEAKER.field(grant).unwrap().ty,
                            FieldType::YesNo,
                            "{}",
                            kind.id
                        );
                        assert_eq!(kind.field("interview").unwrap().ty, FieldType::Link("interview"), "{}", kind.id);
                    }
                    Needs::With(_) | Needs::WithAny(_) => {
                        for link in needs.links() {
                            assert!(matches!(kind.field(link).unwrap().ty, FieldType::Link(_)), "{}.{link}", kind.id);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_reaches_a_person_is_private() {
        each_field(|kind, field| {
            if matches!(field.ty, FieldType::Phone | FieldType::Email) {
                // What an organization itself is reached by is no person's.
                let of_all = ["organization", "service", "service_site"].contains(&kind.id);
                assert!(field.private || of_all && field.public, "{}.{}", kind.id, field.key);
            }
            // The library's own logo is no photo of anybody.
            if field.ty == FieldType::Photo && kind.id != "library" {
                assert!(field.private, "{}.{}", kind.id, field.key);
            }
            assert!(!(field.private && field.public), "{}.{} is for nobody and for everybody", kind.id, field.key);
        });
    }
}
