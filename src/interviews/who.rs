//! How somebody who was interviewed may be spoken of to others.

use super::kinds::interview::{COMMUNITY, GIVES, NAMED, ROLES, SPEAKER, VOICES, speaker_fields as speaker};
use crate::model::field::Choice;
use crate::model::handle::TextField;
use crate::model::record::Record;
use crate::model::text::Lang;
use crate::work::consent::{Grant, may_be_minor, of_record};

/// The sentences of this module.
pub mod words {
    crate::words! {
        SOMEBODY = "Someone", "Alguien";
        SOMEBODY_FROM = "Someone from {place}", "Alguien de {place}";
        ON_THE_STAFF = "Someone on the staff", "Alguien del personal";
    }
}

/// How somebody may be spoken of to others: all that a report ever knows of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Their name, where they agreed to be named and are of full age.
    pub name: Option<String>,
    /// As whom they speak.
    pub role: Option<&'static Choice>,
    /// Where they live.
    pub neighborhood: Option<String>,
    /// Whose voice it is.
    pub voice: Option<&'static Choice>,
}

impl Who {
    /// As somebody's record and what they agreed to have it.
    pub fn of(record: &Record) -> Who {
        let words =
            |field: TextField| field.of(record).map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned);
        let named = of_record(&SPEAKER, record, NAMED) == Grant::Given && !may_be_minor(&GIVES, record);
        Who {
            name: words(speaker::NAME).filter(|_| named),
            role: chosen(ROLES, speaker::ROLE.of(record)),
            neighborhood: words(speaker::NEIGHBORHOOD),
            voice: chosen(VOICES, speaker::VOICE.of(record)),
        }
    }

    /// In words: “Parent or caregiver, Prospect Hill”.
    pub fn say(&self, lang: Lang) -> String {
        // “Other” says nothing of anybody.
        let role = self.role.filter(|role| role.key != "other").map(|role| role.label.get(lang));
        let first = match (&self.name, role) {
            (Some(name), Some(role)) => format!("{name}, {}", lower_first(role)),
            (Some(name), None) => name.clone(),
            (None, Some(role)) => role.to_owned(),
            (None, None) => match (self.voice.filter(|voice| voice.key != COMMUNITY), &self.neighborhood) {
                (Some(_), _) => words::ON_THE_STAFF.get(lang).to_owned(),
                (None, Some(place)) => return words::SOMEBODY_FROM.with("place", place.as_str()).say(lang),
                (None, None) => words::SOMEBODY.get(lang).to_owned(),
            },
        };
        match &self.neighborhood {
            Some(place) => format!("{first}, {place}"),
            None => first,
        }
    }
}

/// The choice with this key.
pub fn chosen(choices: &'static [Choice], key: Option<&str>) -> Option<&'static Choice> {
    choices.iter().find(|choice| Some(choice.key) == key)
}

/// A label as it stands within a sentence.
pub fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}
