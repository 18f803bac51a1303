//! The words of promotion, in both languages.

crate::words! {
    PROMOTION = "Promotion", "Difusión";
    AT = "{day} {at}", "{day}, {at}";
    AT_HOUR = "at {hour}", "a las {hour}";
    AT_ONE = "at {hour}", "a la {hour}";
    FROM_TO = "{day}, {from} to {to}", "{day}, de {from} a {to}";
    UNTIL = "{from} – {to}", "{from} – {to}";
    PLEASE_SHARE = "Hello! Could you help us spread the word about this event?", "¡Hola! ¿Podrían ayudarnos a dar a conocer este evento?";
    THANKS = "Thank you!", "¡Muchas gracias!";
    SUBJECT = "Please share: {name}", "Para compartir: {name}";
    WHO_SHOULD = "Who should hear of it", "Quién debe enterarse";
    ORDER = "First those who agreed to, shared before or offer to; then those whose wishes, languages and audience fit. Partners marked “Do not contact” are never proposed.", "Primero quienes aceptaron, ya compartieron o lo ofrecen; después, aquellos con intereses, idiomas y público que coinciden. Nunca se propone a un socio marcado “No contactar”.";
    NO_PROPOSALS = "No other partner fits this event so far. Type, languages, wishes and what they offer decide who is proposed.", "Por ahora ningún otro socio coincide con este evento. Se propone según el tipo, los idiomas, los intereses y lo que ofrecen.";
    OVER = "This event is over or was canceled, so no partner is proposed. You can still note who shared it.", "Este evento ya pasó o se canceló, así que no se propone a ningún socio. Aún puede anotar quién lo compartió.";
    CHOOSE_ALL = "Choose all {count}", "Elegir los {count}";
    WHY_NOTED = "Noted: should hear of it", "Anotado: debe enterarse";
    WHY_AGREED = "Agreed to spread the word", "Aceptó correr la voz";
    WHY_SHARED = "Shared {count} of our events", "Compartió {count} de nuestros eventos";
    WHY_OFFERS = "Offers: “{words}”", "Ofrece: “{words}”";
    WHY_TAKES_PART = "Works on this event: {capacity}", "Participa en este evento: {capacity}";
    WHY_WISHES = "Interested in: “{words}”", "Le interesa: “{words}”";
    WHY_LANGUAGE = "Reaches people who speak {language}", "Llega a personas que hablan {language}";
    WHY_GOES_WITH = "{type}: goes with “{what}”", "{type}: coincide con “{what}”";
    WHY_PASSES_ON = "{type}: passes news on", "{type}: difunde noticias";
    MESSAGE = "Message", "Mensaje";
    IN_LANGUAGE = "Language of the text", "Idioma del texto";
    BOTH = "Both languages", "Ambos idiomas";
    START_OVER = "Back to the proposed message", "Volver al mensaje propuesto";
    EMAIL_ALL = "Email {count} {count|partner|partners}", "Escribir a {count} {count|socio|socios}";
    EMAIL_HIDDEN = "They do not see each other’s addresses.", "No ven las direcciones de los demás.";
    NO_EMAIL = "No email address: {names}", "Sin correo electrónico: {names}";
    TEXT_ONE = "Text {name}", "Mensaje de texto: {name}";
    COPY = "Copy message", "Copiar mensaje";
    COPIED = "Message copied", "Mensaje copiado";
    NOT_COPIED = "This browser did not copy the message. Select it and copy it yourself", "Este navegador no copió el mensaje. Selecciónelo y cópielo usted";
    SHARE = "Share message", "Compartir mensaje";
    THEN_MARK = "Once it is sent, mark them as told.", "Cuando lo haya enviado, márquelos como avisados.";
    MARK_TOLD = "Mark {count} as told", "Marcar {count} como {count|avisado|avisados}";
    TOLD_MANY = "{name}: {count} {count|partner|partners} told", "{name}: se avisó a {count} {count|socio|socios}";
    TOLD = "Told", "Se les avisó";
    TOLD_ON = "told {day}", "aviso: {day}";
    SHARED_ON = "shared {day}", "compartido: {day}";
    THEY_SHARED = "They shared it", "Lo compartieron";
    SHARED = "Shared it", "Lo compartió";
    SHARED_LABEL = "They shared it: {name}", "Lo compartieron: {name}";
    WHERE_SEEN = "Where was it seen?", "¿Dónde se vio?";
    WHERE_SEEN_OF = "Where was it seen? {name}", "¿Dónde se vio? {name}";
    SHARED_OURS = "They shared {count} of our events; last: {name}.", "Compartieron {count} de nuestros eventos; el último: {name}.";
    TOLD_ONLY = "They were told of {count} of our events.", "Se les avisó de {count} de nuestros eventos.";
    WE_SPREAD = "We agreed to spread the word for them {count} {count|time|times}.", "Nosotros aceptamos correr la voz por ellos {count} {count|vez|veces}.";
    FLYER = "Flyer", "Volante";
    PRINT_FLYER = "Print flyer", "Imprimir volante";
    STRIPS = "Tear-off strips at the bottom", "Tiras para arrancar abajo";
    NO_CODE = "With a web address in the event, or in the line below your library’s name, a code stands here that leads there.", "Con una dirección web en el evento, o en la línea debajo del nombre de su biblioteca, aquí aparece un código que lleva ahí.";
    SCAN = "Scan to learn more", "Escanee para saber más";
    CODE = "A code that leads to the web address", "Un código que lleva a la dirección web";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
