//! The words of conflicts: where two people changed the same thing without knowing of each other.

use crate::model::text::Message;
use crate::work::conflicts::{Conflict, notes};

crate::words! {
    TITLE = "Conflicts", "Conflictos";
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
    BOTH = "Both, as one text", "Ambas, en un solo texto";
    KEEP_BOTH = "Keep both", "Conservar ambas";
    KEEP_BOTH_WHAT = "Keep both: {what}", "Conservar ambas: {what}";
    MANY_AT_ONCE = "Decide many at once", "Decidir varios a la vez";
    RULES = "“Ours” is what was written on this tablet. You see what will happen before anything changes.", "“La nuestra” es la que se escribió en esta tableta. Usted ve qué va a pasar antes de que algo cambie.";
    ALWAYS_NEWER = "Always the newer one", "Siempre la más reciente";
    ALWAYS_OURS = "Always ours", "Siempre la nuestra";
    WOULD_NEWER = "{count} {count|conflict|conflicts} will be decided: the version that was written last is used. The history keeps the others, and “Undo” brings them back.", "{count|Se decidirá|Se decidirán} {count} {count|conflicto|conflictos}: se usa la versión que se escribió al final. El historial guarda las demás, y “Deshacer” las recupera.";
    WOULD_OURS = "{count} {count|conflict|conflicts} will be decided: the version that was written on this tablet is used. The history keeps the others, and “Undo” brings them back.", "{count|Se decidirá|Se decidirán} {count} {count|conflicto|conflictos}: se usa la versión que se escribió en esta tableta. El historial guarda las demás, y “Deshacer” las recupera.";
    WOULD_LEAVE = "{count} {count|stays|stay} for you to decide: not exactly one version was written on this tablet.", "{count} {count|queda|quedan} para que usted decida: no hay exactamente una versión escrita en esta tableta.";
    NONE_OURS = "None of these was written on this tablet, so nothing would be decided.", "Ninguna se escribió en esta tableta, así que no se decidiría nada.";
    DECIDE = "Decide {count}", "Decidir {count}";
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
