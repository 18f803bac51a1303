//! The answers that a question offers, as a record holds them: a list of maps with `key`, `en`, `es` and, for one that
//! is not offered any more, `off`.

use super::text::{Lang, MAX_LINE};
use super::value::Value;
use std::collections::BTreeMap;

/// One answer in the words of the team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    /// What is stored where somebody gives it. For ever: the words change, the key never.
    pub key: String,
    /// In English; may be blank while there is Spanish.
    pub en: String,
    /// In Spanish; may be blank while there is English.
    pub es: String,
    /// Whether it is not offered any more. Those who gave it are still understood.
    pub off: bool,
}

impl Offered {
    /// The words in one language, or in the other where there are none.
    pub fn words(&self, lang: Lang) -> &str {
        let (own, other) = match lang {
            Lang::En => (&self.en, &self.es),
            Lang::Es => (&self.es, &self.en),
        };
        if own.trim().is_empty() { other.trim() } else { own.trim() }
    }

    /// Whether there are no words in it at all.
    pub fn is_blank(&self) -> bool {
        self.words(Lang::En).is_empty()
    }
}

/// The answers a value holds; those without a key are none.
pub fn read(value: &Value) -> Vec<Offered> {
    let Value::List(items) = value else { return Vec::new() };
    let text = |item: &Value, part| item.part(part).and_then(Value::as_text).unwrap_or_default().to_owned();
    let one = |item: &Value| Offered {
        key: text(item, "key"),
        en: text(item, "en"),
        es: text(item, "es"),
        off: item.part("off").and_then(Value::as_bool).unwrap_or(false),
    };
    items.iter().map(one).filter(|answer| !answer.key.is_empty()).collect()
}

/// The value that holds these answers; blank ones are left out.
pub fn write(answers: &[Offered]) -> Value {
    let one = |answer: &Offered| {
        let mut parts: BTreeMap<String, Value> = BTreeMap::new();
        parts.insert("key".into(), Value::text(&*answer.key));
        for (part, words) in [("en", &answer.en), ("es", &answer.es)] {
            if !words.trim().is_empty() {
                parts.insert(part.into(), Value::text(&**words));
            }
        }
        if answer.off {
            parts.insert("off".into(), Value::Bool(true));
        }
        Value::Map(parts)
    };
    let items: Vec<Value> = answers.iter().filter(|answer| !answer.is_blank()).map(one).collect();
    if items.is_empty() { Value::Null } else { Value::List(items) }
}

/// Whether a value is a list of answers that can be kept.
pub fn is_sound(value: &Value) -> bool {
    let Value::List(items) = value else { return false };
    let answers = read(value);
    let own = |answer: &Offered| answers.iter().filter(|other| other.key == answer.key).count() == 1;
    let fits = |words: &str| words.chars().count() <= MAX_LINE;
    let sound = |answer: &Offered| own(answer) && !answer.is_blank() && fits(&answer.en) && fits(&answer.es);
    answers.len() == items.len() && answers.iter().all(sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(key: &str, en: &str, es: &str, off: bool) -> Offered {
        Offered { key: key.into(), en: en.into(), es: es.into(), off }
    }

    #[test]
    fn answers_come_back_as_they_were_written() {
        let answers = [answer("a", "Bus", "Autobús", false), answer("b", "", "Nada", true)];
        let value = write(&answers);
        assert_eq!(read(&value), answers);
        assert!(is_sound(&value));
        assert_eq!(answers[1].words(Lang::En), "Nada");
        assert_eq!(answers[0].words(Lang::Es), "Autobús");
    }

    #[test]
    fn blank_answers_are_not_kept() {
        assert_eq!(write(&[answer("a", " ", "", false)]), Value::Null);
        assert_eq!(read(&write(&[answer("a", "", "", false), answer("b", "Bus", "", false)])).len(), 1);
    }

    #[test]
    fn what_cannot_be_told_apart_is_not_sound() {
        let twice = write(&[answer("a", "Bus", "", false), answer("a", "Train", "", false)]);
        assert!(!is_sound(&twice));
        assert!(!is_sound(&Value::text("Bus")));
        assert!(!is_sound(&Value::List(vec![Value::text("Bus")])));
        assert!(!is_sound(&write(&[answer("a", &"x".repeat(MAX_LINE + 1), "", false)])));
    }
}
