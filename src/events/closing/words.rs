//! The words of what comes after an event, in both languages.

crate::words! {
    USED = "Resources used from stock", "Recursos usados de las existencias";
    USE = "Use from stock", "Usar de las existencias";
    USE_WHAT = "What is used here is taken off the stock of the hub. The library’s own storeroom can be a hub, too.", "Lo que se usa aquí se descuenta de las existencias del punto. El almacén de la biblioteca también puede ser un punto.";
    FROM = "From which hub", "De qué punto";
    CHOOSE = "Choose", "Elegir";
    WHICH_ITEM = "Which item", "Qué artículo";
    HOW_MANY = "How many were used", "Cuántos se usaron";
    THERE = "{item} ({count} there)", "{item} (hay {count})";
    UNCOUNTED = "{item} (not counted)", "{item} (sin contar)";
    NO_HUBS = "There is no hub with stock yet", "Aún no hay ningún punto con existencias";
    NOTHING_THERE = "Nothing is in stock there", "Ahí no hay existencias";
    ADD = "Add to what was used", "Agregar a lo usado";
    USED_SO_MANY = "{item}: {count} used", "{item}: se {count|usó|usaron} {count}";
    TAKE_OUT = "Take back: {item}", "Quitar: {item}";
    CLOSE = "Close the event", "Cerrar el evento";
    CLOSE_WHAT = "How it went, on one card, saved all at once. What you leave open comes to Today.", "Cómo salió, en una sola tarjeta que se guarda de una vez. Lo que deje pendiente aparece en Hoy.";
    TOOK_PLACE = "Did it take place?", "¿Se realizó?";
    AFTERWARDS = "What went well, and what is next", "Qué salió bien y qué sigue";
    ANOTHER = "Another follow-up", "Otro seguimiento";
    WHAT_TO_DO = "Say what is to be done", "Diga qué hay que hacer";
    BY_WHEN = "By when", "Para cuándo";
    MINUTES_OF = "{name}: minutes", "{name}: minutos";
    NO_NAME = "Library staff", "Personal de la biblioteca";
    THANKS = "Thank-yous", "Agradecimientos";
    THANKS_OWED = "Thank-you owed", "Gracias pendientes";
    THANKS_SAID = "Thanked", "Ya se le agradeció";
    THANKS_NONE = "Not needed", "No hace falta";
    NEXT_ASK = "Next ask", "Próxima petición";
    NEXT_ASK_OF = "Next ask: {name}", "Próxima petición: {name}";
    CLOSED = "{name} closed", "{name}: se cerró";
    TO_CLOSE = "Events to close", "Eventos por cerrar";
    ENDED = "Ended: {day}", "Terminó: {day}";
    NO_NUMBER = "Number of Participants is missing", "Falta el número de participantes";
    MORE_TO_CLOSE = "and {count} more", "y {count} más";
    GAVE = "{capacity}: {event}", "{capacity}: {event}";
    INTERVIEWS = "Interviews held here", "Entrevistas realizadas aquí";
    COULD_HELP = "Who could help", "Quién podría ayudar";
    NOBODY_OFFERS = "No partner is known to offer this yet: {needs}", "Aún no se sabe de ningún socio que lo ofrezca: {needs}";
    THEY_OFFER = "{need}: they offer “{words}”", "{need}: ofrecen “{words}”";
    GAVE_BEFORE = "{need}: they gave it before", "{need}: ya lo dieron antes";
    ON_SPONSOR_LIST = "{need}: on the sponsor list", "{need}: en la lista de patrocinadores";
    ASK_THEM = "Ask", "Pedir";
    ASK_WHOM = "Ask {name}", "Pedir a {name}";
    FOR_WHAT = "{need}: {event}", "{need}: {event}";
    MORE_HELPERS = "and {count} more", "y {count} más";
    ITEM_COUNT = "{count} × {item}", "{count} × {item}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
