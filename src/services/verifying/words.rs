//! The words of the calls by which services are verified, in both languages.

crate::words! {
    VERIFY = "Verify services", "Verificar servicios";
    WHAT = "One call after the other, about two minutes each: first the services you can no longer be sure of, and among those the ones you give most.", "Una llamada tras otra, de unos dos minutos: primero los servicios de los que ya nadie está seguro, y de esos los que más se ofrecen.";
    NOW_AT = "{number} of {count}", "{number} de {count}";
    SAY = "Say:", "Diga:";
    HELLO = "Hello, I am calling from the library. We keep a list of where people can get help, and we want to be sure that what we say about you is right. Do you have two minutes?", "Hola, llamo de la biblioteca. Tenemos una lista de lugares donde la gente puede recibir ayuda y queremos estar seguros de que lo que decimos de ustedes es correcto. ¿Tiene dos minutos?";
    HELLO_FROM = "Hello, I am calling from {library}. We keep a list of where people can get help, and we want to be sure that what we say about you is right. Do you have two minutes?", "Hola, llamo de {library}. Tenemos una lista de lugares donde la gente puede recibir ayuda y queremos estar seguros de que lo que decimos de ustedes es correcto. ¿Tiene dos minutos?";
    THEN = "Then read each line to them, and change what is different.", "Después léales cada línea y cambie lo que sea diferente.";
    ADDRESS_IS = "Address: {address}", "Dirección: {address}";
    ADDRESS_STAYS = "The address stays private. Do not say it.", "La dirección se mantiene privada. No la diga.";
    WAS = "Was: {what}", "Antes: {what}";
    WAS_NOTHING = "Was: nothing", "Antes: nada";
    NO_PHONE = "No phone number is known.", "No se sabe ningún teléfono.";
    MISSED = "Nobody could be reached on {day}", "El {day} no se pudo contactar a nadie";
    GIVEN = "Given {count} {count|time|times} in the last 180 days", "Se ofreció {count} {count|vez|veces} en los últimos 180 días";
    SKIP = "Skip", "Omitir";
    NOT_REACHED = "Could not reach", "No se pudo contactar";
    STILL_SO = "Still so", "Sigue igual";
    SAVE_CHANGES = "Save what changed", "Guardar lo que cambió";
    KEPT = "{name}: checked", "Verificado: {name}";
    KEPT_CHANGED = "{name}: checked and changed", "Verificado y cambiado: {name}";
    KEPT_NOT_REACHED = "{name}: could not be reached", "No se pudo contactar: {name}";
    ALL_DONE = "Every service was verified lately", "Todos los servicios se verificaron hace poco";
    ALL_DONE_WHAT = "A service comes up here again 90 days after it was last verified.", "Un servicio vuelve a aparecer aquí 90 días después de la última verificación.";
    ENOUGH = "That is all for this round", "Eso es todo por esta vez";
    ENOUGH_WHAT = "{count} {count|service was|services were} skipped. You can go through {count|it|them} again.", "{count|Se omitió|Se omitieron} {count} {count|servicio|servicios}. Puede {count|repasarlo|repasarlos}.";
    AGAIN = "Go through the rest", "Repasar los demás";
    HIDDEN = "In no answer", "En ninguna respuesta";
    HIDDEN_WHAT = "Nobody could reach these twice, so nobody is sent there. Try once more, or open one and say that it is no longer offered.", "Dos veces no se pudo contactar a estos, así que no se envía a nadie ahí. Inténtelo otra vez o abra uno y diga que ya no se ofrece.";
    TRY_AGAIN = "Try once more", "Intentar otra vez";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
