//! The words of conflicts: where two people changed the same thing without knowing of each other.

use crate::model::text::Message;
use crate::work::conflicts::{Conflict, notes};

crate::words! {
    TITLE = "Notes with two versions", "Notas con dos versiones";
    PURPOSE = "Two people changed the same thing without knowing about each other. Nothing is lost: choose which one to use. The history keeps both.", "Dos personas cambiaron lo mismo sin saber una de la otra. No se pierde nada: elija cuál usar. El historial guarda las dos.";
    ON_TODAY = "Two versions", "Dos versiones";
    ONE = "1 note has two versions", "1 nota tiene dos versiones";
    MANY = "{count} notes have two versions", "{count} notas tienen dos versiones";
    CHOOSE = "Choose which one to use", "Elija cuál usar";
    FIELD = "{kind} · {field}", "{kind} · {field}";
    SHOWN_NOW = "Shown now", "Se muestra ahora";
    KEPT = "Kept", "Se conservó";
    KEEP_THIS = "Use this one", "Usar esta";
    KEEP_WHAT = "Use this one: {what}", "Usar esta: {what}";
    LEFT_BLANK = "(left blank)", "(en blanco)";
    ALL_SETTLED = "No note has two versions", "Ninguna nota tiene dos versiones";
    NOTHING_TO_CHOOSE = "When two tablets change the same thing at the same time, both versions appear here.", "Cuando dos tabletas cambian lo mismo al mismo tiempo, las dos versiones aparecen aquí.";
    MORE = "Show the next {count}", "Mostrar las siguientes: {count}";
}

/// How many notes are in conflict, in a sentence.
pub fn say_two_things(conflicts: &[Conflict]) -> Message {
    match notes(conflicts) {
        1 => ONE.message(),
        count => MANY.with("count", count),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
