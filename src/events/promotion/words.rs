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
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
