//! The words of duplicates: records that may be one thing.

use crate::model::likely_same::Common;
use crate::model::text::Text;

crate::words! {
    TITLE = "Duplicates", "Duplicados";
    PURPOSE = "These may be the same, noted twice. Nothing is joined unless you say so, nothing is lost, and whatever was joined can be taken apart at any time.", "Puede que sean lo mismo, anotado dos veces. Nada se une si usted no lo dice, nada se pierde, y lo que se unió se puede separar cuando sea.";
    LOOKING = "Looking through your notes…", "Revisando las notas…";
    LOOK_FOR = "Find what was noted twice", "Encontrar lo que se anotó dos veces";
    NONE = "No duplicates", "No hay duplicados";
    NONE_WHAT = "When two partners, items or staff members may be the same, they appear here side by side.", "Cuando dos socios, artículos o miembros del personal pueden ser lo mismo, aparecen aquí lado a lado.";
    LEFT = "{count} {count|pair|pairs} to decide", "{count} {count|par|pares} por decidir";
    WHAT_KIND = "{kind}: are these the same?", "{kind}: ¿son lo mismo?";
    STANDS = "“{name}” will be shown for both. What it lacks is filled in from the other.", "“{name}” se mostrará por los dos. Lo que le falta se completa con el otro.";
    SAME = "Same: join them", "Son lo mismo: unirlos";
    DIFFERENT = "Different", "Son distintos";
    LATER = "Decide later", "Decidir después";
    LATER_LEFT = "You left {count} {count|pair|pairs} for later.", "Usted dejó {count} {count|par|pares} para después.";
    SHOW_LATER = "Show them again", "Mostrarlos otra vez";
    EQUAL = "Same", "Igual";
    NOTHING_HERE = "—", "—";
    LINKED = "{what}: {count}", "{what}: {count}";
    SAME_CODE = "Same barcode", "El mismo código de barras";
    SAME_NAME = "Same name", "El mismo nombre";
    SAME_EMAIL = "Same email", "El mismo correo electrónico";
    SAME_PHONE = "Same phone number", "El mismo teléfono";
    SAME_WORDS = "Same words in the name", "Las mismas palabras en el nombre";
    SAME_ADDRESS = "Same address", "La misma dirección";
    SHOWN_AS = "This was joined with “{name}”, which is shown in its place.", "Esto se unió con “{name}”, que se muestra en su lugar.";
    OPEN_SHOWN = "Open “{name}”", "Abrir “{name}”";
    JOINED_WITH = "Joined with this", "Unido con esto";
    JOINED_WHAT = "What was joined says something else here:", "Lo que se unió dice otra cosa aquí:";
    TAKE_APART = "Take apart", "Separar";
    TAKE_APART_WHAT = "Take apart: {what}", "Separar: {what}";
}

/// What two records have in common, in words.
pub fn common(common: Common) -> Text {
    match common {
        Common::Code => SAME_CODE,
        Common::Name => SAME_NAME,
        Common::Email => SAME_EMAIL,
        Common::Phone => SAME_PHONE,
        Common::Words => SAME_WORDS,
        Common::Address => SAME_ADDRESS,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
