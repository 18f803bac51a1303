//! The words of the directory of services, in both languages.

crate::words! {
    ORGANIZATIONS = "Organizations", "Organizaciones";
    EXAMPLE_SERVICE = "Food pantry: Mon and Wed 9-12, no documents needed", "Despensa de comida: lun y mié 9-12, no piden documentos";
    FIND_HELP = "Find help", "Encontrar ayuda";
    WHAT_IS_NEEDED = "What is needed?", "¿Qué se necesita?";
    WHAT_IS_NEEDED_HINT = "Type it in English or Spanish, or tap a need.", "Escríbalo en español o en inglés, o toque una necesidad.";
    NEEDS = "Needs", "Necesidades";
    WHO_ASKS = "Who is asking?", "¿Quién pregunta?";
    THEIR_LANGUAGE = "Their language", "Su idioma";
    ANY_LANGUAGE = "Any language", "Cualquier idioma";
    THEIR_AGE = "Their age", "Su edad";
    HAVE_NO_DOCUMENTS = "They have no documents to show", "No tiene documentos que mostrar";
    UNDERSTOOD = "Looking for: {needs}", "Buscando: {needs}";
    THE_BEST = "The best we know: {count} {count|answer|answers}", "Lo mejor que sabemos: {count} {count|respuesta|respuestas}";
    MORE = "{count} more {count|service|services} may help", "{count} {count|servicio|servicios} más {count|puede|pueden} ayudar";
    NOTHING = "We know of no service for this", "No conocemos ningún servicio para esto";
    NOTHING_WHAT = "Call 211, or add a service that you know.", "Llame al 211 o agregue un servicio que conozca.";
    HIDDEN = "{count} {count|service is|services are} left out because nobody could reach {count|it|them} twice", "{count|Se omite|Se omiten} {count} {count|servicio|servicios} porque dos veces no se pudo contactar";
    WITHOUT_A_CAR = "Without a car", "Sin carro";
    CHECKED_TODAY = "Checked today", "Verificado hoy";
    CHECKED_TODAY_BY = "Checked today by {name}", "Verificado hoy por {name}";
    CHECKED = "Checked {count} {count|day|days} ago", "Verificado hace {count} {count|día|días}";
    CHECKED_BY = "Checked {count} {count|day|days} ago by {name}", "Verificado hace {count} {count|día|días} por {name}";
    NEVER_CHECKED = "Not checked yet", "Sin verificar todavía";
    SPEAKS = "{language} spoken there", "Hablan {language}";
    SPEAKS_NOT = "{language} is not listed there", "No consta que hablen {language}";
    NO_DOCUMENTS = "No documents needed", "No piden documentos";
    ASKS_DOCUMENTS = "They ask for documents", "Piden documentos";
    SAY_WHEN_CALLING = "When you call, ask: Are you open today? What should I bring?", "Al llamar, pregunte: ¿Abren hoy? ¿Qué debo llevar?";
    GIVE = "Give this to them", "Entregar esto";
    VERIFY = "Verify", "Verificar";
    COPIED = "Copied. Paste it into a message.", "Copiado. Péguelo en un mensaje.";
    NOT_COPIED = "The tablet did not copy it. Write it down instead.", "La tableta no lo copió. Mejor anótelo.";
    CARD_PHONE = "Phone: {phone}", "Teléfono: {phone}";
    CARD_HOURS = "Hours: {hours}", "Horario: {hours}";
    CARD_BRING = "Bring: {what}", "Lleve: {what}";
    CARD_COST = "Cost: {what}", "Costo: {what}";
    CARD_FREE = "Free of charge", "Gratis";
    CARD_ASK = "Call before you go. Ask: Are you open today? What should I bring?", "Llame antes de ir. Pregunte: ¿Abren hoy? ¿Qué debo llevar?";
    CARD_AS_OF = "As of {day}", "Al {day}";
    CARD_FROM = "{library}, {day}", "{library}, {day}";
    SCAN_TO_CALL = "Scan this with a phone to call", "Escanee esto con un teléfono para llamar";
    SCAN_FOR_THE_WAY = "Scan this with a phone for the way there", "Escanee esto con un teléfono para saber cómo llegar";
    SCAN_TO_KEEP = "Scan this with a phone to keep it", "Escanee esto con un teléfono para guardarlo";
    FOR_STAFF = "For staff", "Para el personal";
    BACK_TO_ANSWERS = "Back to the answers", "Volver a las respuestas";
    CARD = "Card to hand over", "Tarjeta para entregar";
    CARD_LANGUAGE = "Language of the card", "Idioma de la tarjeta";
    NO_CARD = "Nobody could verify this service. Do not give it to anyone.", "Nadie pudo verificar este servicio. No se lo dé a nadie.";
    SHARE = "Share", "Compartir";
    COPY = "Copy", "Copiar";
    CHECK = "Ask them to check this", "Pedirles que lo revisen";
    CHECK_WHAT = "Sends them what people are told, and asks whether it is still right.", "Les envía lo que se le dice a la gente y pregunta si todavía es correcto.";
    CHECK_LANGUAGE = "Language of the letter", "Idioma de la carta";
    CHECK_SUBJECT = "How we list you: {service}", "Así aparecen en nuestra lista: {service}";
    CHECK_HELLO = "This is what {library} tells people about you:", "Esto es lo que {library} le dice a la gente sobre ustedes:";
    CHECK_HELLO_US = "This is what the library tells people about you:", "Esto es lo que la biblioteca le dice a la gente sobre ustedes:";
    CHECK_ASK = "Is this still right? Tell us what changed.", "¿Todavía es correcto? Díganos qué cambió.";
    PRINT_RECEIPT = "Print on a receipt, {width} mm", "Imprimir en un recibo, {width} mm";
    PRINT_A6 = "Print on a small card (A6)", "Imprimir en una tarjeta (A6)";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
