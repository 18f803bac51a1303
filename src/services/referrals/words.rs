//! The words of referrals, in both languages.

crate::words! {
    REFERRED = "Referred", "Se le envió aquí";
    REFERRED_TO = "Referred: {service}", "Se le envió aquí: {service}";
    NOTHING_OPEN = "Nothing open for this", "Nada abierto para esto";
    NOTED = "Referral noted: {need}", "Orientación anotada: {need}";
    IS_NOTED = "Noted", "Anotado";
    KEEPS = "A referral keeps the hour, the need, the language, where they asked and what was offered. No name and no number.", "Una orientación guarda la hora, la necesidad, el idioma, dónde preguntaron y qué se ofreció. Ni nombre ni número.";
    NOT_KEPT = "This is noted as “{need}”. The words you typed are not kept: they could be a name.", "Esto se anota como “{need}”. Lo que escribió no se guarda: podría ser un nombre.";
    WILL_CALL = "Was a call back agreed?", "¿Se acordó volver a llamar?";
    WILL_CALL_WHAT = "Only the day is kept here. Who it is stays with you: if they agree, keep their name and number with a contact.", "Aquí solo se guarda el día. Quién es lo sabe usted: si la persona está de acuerdo, guarde su nombre y su número con un contacto.";
    WHO_IT_IS = "Who this was is not kept. Whoever agreed to call back knows.", "No se guarda quién era. Lo sabe quien quedó en volver a llamar.";
    CALLING_BACK = "Call back: {day}", "Volver a llamar: {day}";
    NEXT_PERSON = "Next person", "Siguiente persona";
    CHANGE = "Change this referral", "Cambiar esta orientación";
    FIND_FOR = "Find help: {need}", "Encontrar ayuda: {need}";
    HEARD_HERE = "What do people need?", "¿Qué necesita la gente?";
    HEARD_HERE_WHAT = "Tap a need to see where to find help. You come back here.", "Toque una necesidad para ver dónde hay ayuda. Después vuelve aquí.";
    BACK_WHERE = "Back to where you were", "Volver a donde estaba";
    NONE = "No referrals in the last 12 months", "Ninguna orientación en los últimos 12 meses";
    NONE_WHAT = "Under “Find help”, tap “Referred” or “Nothing open for this”.", "En “Encontrar ayuda”, toque “Se le envió aquí” o “Nada abierto para esto”.";
    NOTHING_OF = "Nothing open: {count} of {all} {all|referral|referrals} in the last 12 months", "Nada abierto: {count} de {all} {all|orientación|orientaciones} en los últimos 12 meses";
    ALL_OF = "{all} {all|referral|referrals} in the last 12 months", "{all} {all|orientación|orientaciones} en los últimos 12 meses";
    ALL_REFERRALS = "All referrals", "Todas las orientaciones";
    NOTHING_BY_NEED = "Nothing open for this, by need", "Nada abierto para esto, por necesidad";
    OFFERED_BY_NEED = "Something was offered, by need", "Se ofreció algo, por necesidad";
    BY_LANGUAGE = "By language", "Por idioma";
    BY_MONTH = "By month", "Por mes";
    MONTH = "Month", "Mes";
    MONTH_OF = "{month} {year}", "{month} de {year}";
    NOT_SAID = "Not recorded", "Sin anotar";
    TOPIC = "What was counted", "Qué se contó";
    ANSWER = "Answer", "Respuesta";
    COUNT = "Referrals", "Orientaciones";
    SAVE = "Save for others", "Guardar para otros";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
