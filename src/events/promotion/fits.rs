//! What about an event and about a partner goes together: by language, age group, type, and by what the partner says it
//! would like or offers. Words are compared as a search does, without case and accents, from the beginning of a word.

use super::Why;
use crate::events::kinds::event::fields as event;
use crate::model::fold::{Words, fold};
use crate::model::handle::PartsField;
use crate::model::record::Record;
use crate::model::text::excerpt;
use crate::model::value::Value;
use crate::partners::partner_fields as partner;

/// What says in the words of a partner that it can spread the word, in both languages.
const WAYS: &[&str] = &[
    "flyer",
    "flier",
    "poster",
    "newsletter",
    "bulletin",
    "mailing list",
    "email list",
    "social media",
    "facebook",
    "instagram",
    "on air",
    "radio",
    "announce",
    "spread the word",
    "spreading the word",
    "promot",
    "volante",
    "cartel",
    "boletin",
    "lista de correo",
    "redes sociales",
    "al aire",
    "anunci",
    "correr la voz",
    "corren la voz",
    "difund",
    "difusion",
    "promocion",
];

/// The words by which a type of event is wished for.
const BY_TYPE: &[(&str, &[&str])] = &[
    ("presentation", &["presentation", "talk", "speaker", "presentacion", "charla"]),
    ("school_visit", &["school visit", "class visit", "visita a la escuela", "visita escolar"]),
    ("booth", &["booth", "fair", "feria"]),
    ("storytime", &["storytime", "story time", "hora de cuentos", "cuentos"]),
    ("class", &["class", "workshop", "lesson", "clase", "taller", "curso"]),
    ("performance", &["performance", "concert", "movie", "concierto", "pelicula", "teatro"]),
    ("parade", &["parade", "desfile"]),
    ("kit", &["kit", "craft", "manualidad"]),
];

/// The words by which people of an age group are spoken of.
const BY_AGE: &[(&str, &[&str])] = &[
    ("ages_0_5", &["toddler", "baby", "babies", "preschool", "bebe", "preescolar"]),
    ("ages_6_11", &["kids", "children", "ninos", "ninas"]),
    ("ages_12_18", &["teen", "youth", "jovenes", "adolescente"]),
    ("ages_19", &["adult", "senior", "older people", "personas mayores"]),
    ("all_ages", &["famil"]),
];

/// The words for languages other than English.
const BY_LANGUAGE: &[(&str, &[&str])] = &[
    ("es", &["spanish", "bilingual", "espanol", "bilingue"]),
    ("pt", &["portuguese", "portugues"]),
    ("ht", &["haitian", "creole", "haitiano", "criollo"]),
    ("zh", &["chinese", "chino"]),
];

/// Which types of organization reach people of an age group.
const REACH: &[(&str, &[&str])] = &[
    ("ages_0_5", &["early_childhood"]),
    ("ages_6_11", &["school", "youth"]),
    ("ages_12_18", &["school", "youth"]),
    ("ages_19", &["business", "health", "food_housing", "faith"]),
    ("all_ages", &["school", "early_childhood", "youth", "health", "food_housing", "faith"]),
];

/// Which types of organization pass news on, whatever it is about.
const PASS_ON: &[&str] = &["media", "library"];

/// Which types of organization go with a type of event.
const TYPES: &[(&str, &[&str])] = &[
    ("school_visit", &["school"]),
    ("performance", &["arts"]),
    ("parade", &["business", "fire_police", "school"]),
    ("storytime", &["early_childhood"]),
    ("booth", &["business"]),
];

/// Words in names of events that say nothing of what they are about, beside those of fewer than five letters.
const COMMON: &[&str] = &[
    "about",
    "after",
    "annual",
    "biblioteca",
    "celebration",
    "community",
    "comunidad",
    "comunitaria",
    "comunitario",
    "event",
    "events",
    "evento",
    "eventos",
    "library",
    "monthly",
    "outreach",
    "partner",
    "program",
    "programa",
    "public",
    "publica",
    "spring",
    "summer",
    "table",
    "their",
    "weekly",
    "winter",
    "your",
    "desde",
    "entre",
    "hasta",
    "nuestra",
    "nuestro",
    "sobre",
    "verano",
    "anual",
];
/// How many letters a word of a name has at least that says something.
const TELLING: usize = 5;

/// What an event is about, in the words that partners use.
pub(super) struct Terms {
    kind: String,
    audience: String,
    languages: Vec<String>,
    words: Vec<String>,
}

impl Terms {
    /// Of this event.
    pub(super) fn of(record: &Record) -> Terms {
        let kind = event::TYPE.of(record).unwrap_or_default().to_owned();
        let audience = event::AUDIENCE.of(record).unwrap_or_default().to_owned();
        let languages = several(event::LANGUAGES, record);
        let mut words: Vec<String> =
            [BY_TYPE, BY_AGE].iter().zip([&kind, &audience]).flat_map(|(table, key)| row(table, key)).collect();
        words.extend(languages.iter().flat_map(|language| row(BY_LANGUAGE, language)));
        let name = fold(event::NAME.of(record).unwrap_or_default());
        let telling = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= TELLING);
        words.extend(telling.filter(|word| !COMMON.contains(word)).map(str::to_owned));
        Terms { kind, audience, languages, words }
    }

    /// What about a partner goes with it.
    pub(super) fn why(&self, record: &Record) -> Vec<Why> {
        let kind = partner::TYPE.of(record).unwrap_or_default();
        let mut why = Vec::new();
        let offers = partner::OFFERS.of(record).filter(|offers| says(offers, WAYS.iter().copied()));
        why.extend(offers.map(|offers| Why::Offers(excerpt(offers.trim()))));
        let asked = [partner::WISHES, partner::INTEREST].into_iter().filter_map(|field| field.of(record));
        let like = asked.into_iter().find(|asked| says(asked, self.words.iter().map(String::as_str)));
        why.extend(like.map(|asked| Why::Wishes(excerpt(asked.trim()))));
        let theirs = several(partner::LANGUAGES, record);
        let common = self.languages.iter().find(|language| *language != "en" && theirs.contains(language));
        why.extend(common.map(|language| Why::Language(language.clone())));
        let reached = row(REACH, &self.audience).any(|reaches| reaches == kind);
        why.extend(reached.then(|| Why::Reaches(self.audience.clone())));
        why.extend(PASS_ON.contains(&kind).then_some(Why::PassesOn));
        why.extend(row(TYPES, &self.kind).any(|goes| goes == kind).then_some(Why::Type));
        why
    }
}

fn row<'t>(table: &'t [(&str, &'t [&'t str])], key: &str) -> impl Iterator<Item = String> + 't {
    let found = table.iter().find(|(known, _)| *known == key);
    found.into_iter().flat_map(|(_, words)| words.iter()).map(|word| (*word).to_owned())
}

fn several(field: PartsField, record: &Record) -> Vec<String> {
    field.of(record).into_iter().flat_map(Value::as_texts).map(str::to_owned).collect()
}

/// Whether one of these terms stands in a text, at the beginning of a word.
fn says<'t>(text: &str, mut terms: impl Iterator<Item = &'t str>) -> bool {
    let words = Words::of(text);
    terms.any(|term| words.have(term))
}
