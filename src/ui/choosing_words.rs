//! The words of choosing several records in a list.

crate::words! {
    CHOOSE = "Choose", "Seleccionar";
    CHOSEN = "{count} chosen", "{count} {count|seleccionado|seleccionados}";
    CHOSEN_HIDDEN = "{count} chosen, {hidden} not in this list", "{count} {count|seleccionado|seleccionados}, {hidden} fuera de esta lista";
    CHOOSE_HINT = "Tap what you want to change or delete", "Toque lo que quiere cambiar o eliminar";
    CHOOSE_HINT_BACK = "Tap what you want to bring back", "Toque lo que quiere recuperar";
    ALL_SHOWN = "All {count}", "Todo: {count}";
    CHOOSE_SHOWN = "Choose all {count} shown", "Seleccionar los {count} de la lista";
    CHANGE_MANY = "Change {count}", "Cambiar {count}";
    DELETE_MANY = "Delete {count}", "Eliminar {count}";
    BRING_BACK_MANY = "Bring back {count}", "Recuperar {count}";
    WHAT_TO_CHANGE = "What should change?", "¿Qué quiere cambiar?";
    AS_IT_IS = "Leave as it is", "Dejar como está";
    WORKING = "Saving…", "Guardando…";
    SHOW_MORE = "Show more", "Mostrar más";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
