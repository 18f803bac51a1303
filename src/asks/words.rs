//! The words of asks, in both languages.

crate::words! {
    GIVE_AND_GET = "Give and get", "Dar y recibir";
    WE_ASKED = "We asked {asked} {asked|time|times}; they gave {gave} {gave|time|times}.", "Pedimos {asked} {asked|vez|veces}; nos dieron {gave} {gave|vez|veces}.";
    THEY_ASKED = "They asked {asked} {asked|time|times}; we gave {gave} {gave|time|times}.", "Nos pidieron {asked} {asked|vez|veces}; dimos {gave} {gave|vez|veces}.";
    NOTHING_ASKED = "Nothing was asked yet. Getting started can be as simple as asking a question:", "Aún no se pidió nada. Empezar puede ser tan sencillo como hacer una pregunta:";
    ASK_AGAIN = "Questions to ask", "Preguntas para hacer";
    TODAY = "{who} asked them today: {what}", "{who} les pidió algo hoy: {what}";
    DAYS_AGO = "{who} asked them {days} {days|day|days} ago: {what}", "{who} les pidió algo hace {days} {days|día|días}: {what}";
    A_COLLEAGUE = "A colleague", "Un colega";
    OWED = "Thank-you owed", "Gracias pendientes";
    OWED_SINCE = "{what} · since {day}", "{what} · desde el {day}";
    THANKED = "Thanked", "Ya se le agradeció";
    THANKED_WHOM = "Thanked: {who}", "Ya se le agradeció: {who}";
    THANKED_TODAY = "{who} thanked today", "{who}: se le dio las gracias hoy";
    MORE_OWED = "and {count} more", "y {count} más";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
