//! The languages that people around here speak.

use super::field::{Choice, choice};
use super::text::t;

/// Languages people may want to be spoken to in; English and Spanish first, as the teams speak them.
pub static LANGUAGES: &[Choice] = &[
    choice("en", t("English", "Inglés")),
    choice("es", t("Spanish", "Español")),
    choice("pt", t("Portuguese", "Portugués")),
    choice("ht", t("Haitian Creole", "Criollo haitiano")),
    choice("zh", t("Chinese", "Chino")),
    choice("other", t("Another language", "Otro idioma")),
];
