//! The words of conflicts: where two people changed the same thing without knowing of each other.

use crate::model::text::Message;
use crate::work::conflicts::{Conflict, notes};

crate::words! {
    TITLE = "Notes that say two things", "Notas que dicen dos cosas";
    PURPOSE = "Two people changed the same thing without knowing of each other. Nothing is lost: choose what stays. The history keeps both.", "Dos personas cambiaron lo mismo sin saber una de la otra. No se pierde nada: elija qué queda. El historial guarda las dos.";
    ON_TODAY = "Two versions", "Dos versiones";
    ONE = "1 note says two different things", "1 nota dice dos cosas distintas";
    MANY = "{count} notes say two different things", "{count} notas dicen dos cosas distintas";
    CHOOSE = "Choose what stays", "Elija qué queda";
    FIELD = "{kind} · {field}", "{kind} · {field}";
    SHOWN_NOW = "Shown now", "Se muestra ahora";
    KEPT = "Kept", "Se quedó";
    KEEP_THIS = "Keep this", "Dejar esto";
    KEEP_WHAT = "Keep this: {what}", "Dejar esto: {what}";
    LEFT_BLANK = "(left blank)", "(en blanco)";
    ALL_SETTLED = "No note says two different things", "Ninguna nota dice dos cosas distintas";
    NOTHING_TO_CHOOSE = "When two tablets change the same thing at the same time, both versions stand here.", "Cuando dos tabletas cambian lo mismo a la vez, las dos versiones aparecen aquí.";
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
