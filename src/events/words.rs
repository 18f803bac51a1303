//! The words of events, in both languages.

crate::words! {
    COPY = "Copy event", "Copiar evento";
    COPIED = "{name} copied. Choose the date of the copy", "{name}: se copió. Elija la fecha de la copia";
    PARTNERS = "Partner Organization", "Organización asociada";
    NO_PARTNERS = "Who did you work with? In what capacity?", "¿Con quién trabajó? ¿En calidad de qué?";
    STAFF_INVOLVED = "Staff Involved", "Personal que participó";
    NO_STAFF = "Nobody is noted yet.", "Aún no hay nadie anotado.";
    MINUTES = "{minutes} {minutes|minute|minutes}", "{minutes} {minutes|minuto|minutos}";
    ALL_MINUTES = "{minutes} {minutes|minute|minutes} in all", "{minutes} {minutes|minuto|minutos} en total";
    EVENTS_TOGETHER = "Events together", "Eventos juntos";
    NO_DATE = "no date yet", "aún sin fecha";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
