//! Prompts that come with the app. They are Porchlight’s own, and say so: the seed document points to icebreakers that others
//! shared, and has none itself.

use crate::model::text::{Text, t};

/// A prompt that comes with the app.
pub struct ReadyPrompt {
    /// What its record is named after. For ever.
    pub key: &'static str,
    /// The question.
    pub words: Text,
    /// For whom, a key of [`super::kinds::AGES`].
    pub age: &'static str,
    /// Its tags.
    pub tags: Text,
}

const QUICK: Text = t("quick", "rápida");
const IN_PAIRS: Text = t("in pairs", "en parejas");
const NEIGHBORHOOD: Text = t("neighborhood", "vecindario");

const fn prompt(key: &'static str, age: &'static str, tags: Text, words: Text) -> ReadyPrompt {
    ReadyPrompt { key, words, age, tags }
}

/// All of them.
pub static READY: &[ReadyPrompt] = &[
    prompt("good_sound", "all", QUICK, t("What is a sound that you like to hear?", "¿Qué sonido le gusta escuchar?")),
    prompt(
        "look_forward",
        "all",
        QUICK,
        t("What are you looking forward to this week?", "¿Qué espera con gusto esta semana?"),
    ),
    prompt(
        "can_teach",
        "adults",
        IN_PAIRS,
        t(
            "What is something small that you could teach someone in ten minutes?",
            "¿Qué cosa pequeña podría enseñarle a alguien en diez minutos?",
        ),
    ),
    prompt(
        "favorite_place",
        "all",
        NEIGHBORHOOD,
        t(
            "Which place around here would you show to someone who is new?",
            "¿Qué lugar de por aquí le mostraría a alguien que acaba de llegar?",
        ),
    ),
    prompt(
        "kindness",
        "adults",
        IN_PAIRS,
        t(
            "When did someone you hardly knew make your day better?",
            "¿Cuándo le alegró el día alguien a quien apenas conocía?",
        ),
    ),
    prompt(
        "animal_today",
        "children",
        QUICK,
        t("If today were an animal, which one would it be?", "Si hoy fuera un animal, ¿cuál sería?"),
    ),
    prompt(
        "song_on_repeat",
        "teens",
        QUICK,
        t(
            "What could you listen to, watch or play again and again?",
            "¿Qué podría escuchar, ver o jugar una y otra vez?",
        ),
    ),
    prompt(
        "good_at_home",
        "families",
        IN_PAIRS,
        t(
            "What is one thing that you like to do together, and who starts it?",
            "¿Qué les gusta hacer juntos y quién lo empieza?",
        ),
    ),
];
