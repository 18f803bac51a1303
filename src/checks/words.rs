//! The words of health checks, in both languages.

crate::words! {
    CHECKS = "Health checks", "Revisiones periódicas";
    REVIEW = "Review partners", "Revisar los socios";
    REVIEW_WHY = "{count} {count|partner|partners} not reviewed since {day} or earlier", "{count} {count|socio|socios} sin revisar desde el {day} o antes";
    REVIEW_WHAT = "Is this still where things stand with each partner? One tap each; nothing is sent to anyone.", "¿Sigue así la relación con cada socio? Un toque por cada uno; no se envía nada a nadie.";
    NOW_AT = "{number} of {count}", "{number} de {count}";
    SINCE = "Last reviewed: {day}", "Última revisión: {day}";
    LAST_CONTACT = "Last contact: {day}", "Último contacto: {day}";
    NO_CONTACT = "No contact on record", "Sin contactos registrados";
    WHERE = "Where does the relationship stand?", "¿Cómo está la relación?";
    STILL_SO = "Still so", "Sigue así";
    SAVE_NEXT = "Save and next", "Guardar y seguir";
    SKIP = "Skip", "Omitir";
    REVIEWED = "Reviewed: {name}", "Revisión hecha: {name}";
    ALL_DONE = "No partner needs a review now", "Ningún socio necesita revisión por ahora";
    ALL_DONE_WHAT = "Partners come up here again when nobody has reviewed them for a while. How often is set in Settings, under “Your library”.", "Los socios vuelven a aparecer aquí cuando nadie los ha revisado por un tiempo. Cada cuánto se decide en Ajustes, en “Su biblioteca”.";
    REVIEW_ALL = "Review all partners anyway", "Revisar a todos los socios de todos modos";
    OPPORTUNITIES = "Opportunities", "Oportunidades";
    OPPORTUNITIES_WHY = "{count} {count|partner|partners} with something nobody has tried yet", "{count} {count|socio|socios} con algo que nadie ha intentado todavía";
    OPPORTUNITIES_WHAT = "Ideas nobody has followed up, partners who want to do more, and offers nobody has asked about. Whoever asked not to hear from the library is left out.", "Ideas que nadie ha retomado, socios que quieren hacer más y ofertas que nadie ha aprovechado. Quien pidió que la biblioteca no le contacte queda fuera.";
    IDEA = "An idea nobody has followed up", "Una idea que nadie ha retomado";
    EXPANDING = "They want to do more together", "Quieren hacer más en conjunto";
    OFFERS = "They offer “{words}”, and nobody has asked", "Ofrecen “{words}” y nadie lo ha pedido";
    NO_OPPORTUNITIES = "Nothing is waiting to be tried", "No hay nada pendiente por intentar";
    HUBS = "Access hubs and boards", "Centros de acceso y tableros";
    HUBS_WHAT = "Hubs that are short of something, have postings to take down, or have not been visited for a month stand on Today.", "En Hoy aparecen los centros a los que les falta algo, tienen avisos por quitar o no se han visitado en un mes.";
    NOT_NOW = "Not now", "Ahora no";
    PUT_OFF_WHAT = "Nobody on the team sees it on Today until then.", "Hasta entonces no aparece en Hoy para nadie del equipo.";
    REASON = "Why not now?", "¿Por qué ahora no?";
    BUSY = "Too much to do this week", "Hay demasiado que hacer esta semana";
    BREAK = "School break", "Vacaciones escolares";
    FOR_A_WEEK = "Put off for a week", "Posponer una semana";
    FOR_A_MONTH = "Put off for four weeks", "Posponer cuatro semanas";
    PUT_OFF = "Put off until {day}", "Se pospuso hasta el {day}";
    IS_PUT_OFF = "Put off until {day}: {reason}", "Se pospuso hasta el {day}: {reason}";
    SHOW_AGAIN = "Show it on Today again", "Volver a mostrarla en Hoy";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
