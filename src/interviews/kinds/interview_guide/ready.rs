//! Guides that come with the app, one a file.

mod community_stakeholder;
mod event_exit;
mod hub_intercept;
mod key_informant;
mod staff_in_depth;

use crate::model::questionnaire::ready::Ready;

/// Every guide that comes with the app.
pub static READY: &[Ready] = &[
    community_stakeholder::GUIDE,
    key_informant::GUIDE,
    staff_in_depth::GUIDE,
    hub_intercept::GUIDE,
    event_exit::GUIDE,
];

/// The guide of this key.
pub fn ready(key: &str) -> Option<&'static Ready> {
    READY.iter().find(|ready| ready.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::question::{MANNERS, ONE, SCALE, SEVERAL};
    use crate::model::questionnaire::ready::ReadyQuestion;
    use crate::model::questionnaire::{Asked, Asking};
    use crate::model::text::Text;
    use std::collections::BTreeSet;

    fn each_question(mut visit: impl FnMut(&Ready, &'static ReadyQuestion)) {
        READY.iter().for_each(|ready| ready.questions.iter().for_each(|question| visit(ready, question)));
    }

    fn snake_case(key: &str) -> bool {
        key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    }

    fn said_in_both(text: Text) -> bool {
        let sound = |words: &str| !words.is_empty() && words.trim() == words && !words.contains("  ");
        sound(text.en) && sound(text.es)
    }

    #[test]
    fn the_guides_are_those_that_are_promised() {
        let sizes: Vec<(&str, usize)> = READY.iter().map(|ready| (ready.key, ready.questions.len())).collect();
        assert_eq!(
            sizes,
            [
                ("community_stakeholder", 11),
                ("key_informant", 12),
                ("staff_in_depth", 12),
                ("hub_intercept", 5),
                ("event_exit", 5),
            ]
        );
        assert!(READY.iter().all(|known| ready(known.key).is_some_and(|found| found.key == known.key)));
    }

    #[test]
    fn keys_are_their_own() {
        let guides: BTreeSet<&str> = READY.iter().map(|ready| ready.key).collect();
        assert_eq!(guides.len(), READY.len());
        assert!(guides.iter().all(|key| snake_case(key)));
        for ready in READY {
            let keys: BTreeSet<&str> = ready.questions.iter().map(|question| question.key).collect();
            assert_eq!(keys.len(), ready.questions.len(), "{} repeats a key", ready.key);
        }
        each_question(|ready, question| {
            assert!(snake_case(question.key), "{}.{}", ready.key, question.key);
            let answers: BTreeSet<&str> = question.answers.iter().map(|answer| answer.key).collect();
            assert_eq!(answers.len(), question.answers.len(), "{}.{}", ready.key, question.key);
            assert!(answers.iter().all(|key| snake_case(key)), "{}.{}", ready.key, question.key);
        });
    }

    #[test]
    fn everything_is_said_in_both_languages() {
        for ready in READY {
            for text in [ready.name, ready.purpose, ready.intro] {
                assert!(said_in_both(text), "{}: {text:?}", ready.key);
            }
        }
        each_question(|ready, question| {
            let words = [question.part, question.ask].into_iter();
            let words = words.chain(question.prompts.iter().copied());
            let words = words.chain(question.answers.iter().map(|answer| answer.label));
            for text in words.chain((question.help != Text::NONE).then_some(question.help)) {
                assert!(said_in_both(text), "{}.{}: {text:?}", ready.key, question.key);
            }
        });
    }

    #[test]
    fn sections_are_few_and_each_stands_in_one_piece() {
        for ready in READY {
            let mut parts: Vec<&str> = ready.questions.iter().map(|question| question.part.en).collect();
            parts.dedup();
            assert!((2..=4).contains(&parts.len()), "{}: {parts:?}", ready.key);
            assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len(), "{}: {parts:?}", ready.key);
        }
    }

    #[test]
    fn manners_are_known_and_all_are_used() {
        let mut used = BTreeSet::new();
        each_question(|ready, question| {
            used.insert(question.manner);
            let place = format!("{}.{}", ready.key, question.key);
            match question.manner {
                SEVERAL | ONE => assert!(question.answers.len() > 1, "{place}"),
                SCALE => {
                    let keys: Vec<&str> = question.answers.iter().map(|answer| answer.key).collect();
                    assert_eq!(keys, ["low", "high"], "{place}");
                }
                _ => assert!(question.answers.is_empty(), "{place}"),
            }
        });
        assert_eq!(used, MANNERS.iter().map(|manner| manner.key).collect());
    }

    #[test]
    fn a_longer_guide_asks_in_every_way_that_is_counted() {
        for ready in READY.iter().filter(|ready| ready.questions.len() > 5) {
            for manner in [SEVERAL, ONE, SCALE, "yes_no", "number", "list"] {
                let asked = ready.questions.iter().any(|question| question.manner == manner);
                assert!(asked, "{} has no question of the manner {manner}", ready.key);
            }
            assert!(ready.questions.iter().any(|question| question.only_if.is_some()), "{}", ready.key);
        }
    }

    #[test]
    fn a_condition_names_answers_to_an_earlier_question() {
        for ready in READY {
            let asking = Asking::from(ready);
            for (at, question) in ready.questions.iter().enumerate() {
                let Some((earlier, answers)) = question.only_if else { continue };
                let place = format!("{}.{}", ready.key, question.key);
                let earlier = asking.questions[..at].iter().find(|asked| asked.key == earlier).expect(&place);
                let to_tap: BTreeSet<String> = earlier.to_tap().into_iter().map(|answer| answer.key).collect();
                assert!(!answers.is_empty() && answers.iter().all(|key| to_tap.contains(*key)), "{place}");
            }
        }
    }

    #[test]
    fn a_guide_survives_being_written() {
        for ready in READY {
            let asking = Asking::from(ready);
            let json = asking.to_json().unwrap();
            assert_eq!(Asking::from_json(&json).unwrap(), asking);
            assert_eq!(asking.guide, ready.key);
            let keys: Vec<&str> = asking.questions.iter().map(|asked: &Asked| &*asked.key).collect();
            assert_eq!(keys, ready.questions.iter().map(|question| question.key).collect::<Vec<_>>());
        }
    }
}
