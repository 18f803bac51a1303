//! The words of the access hubs, in both languages.

crate::words! {
    HUBS = "Hubs", "Puntos de acceso";
    COUNT = "Count", "Contar";
    GO_ON_COUNTING = "Go on counting", "Seguir contando";
    RESTOCK_LIST = "Restock list", "Lista de reposición";
    CLONE_HUB = "Clone hub", "Clonar el punto";
    CLONE_NAME = "{name} (new place)", "{name} (lugar nuevo)";
    CLONED = "{name}: tables, places and amounts are there", "{name}: ya tiene mesas, lugares y cantidades";
    PUT_ITEM = "Put an item there", "Poner un artículo";
    ON_THE_TABLES = "On the tables", "En las mesas";
    NO_TABLE = "Without a table", "Sin mesa";
    NOTHING_THERE = "Nothing has its place here yet. Put items there, then count or add stock.", "Aún no hay artículos aquí. Ponga artículos y luego cuente o añada existencias.";
    SHOULD_BE = "should be {count}", "deben ser {count}";
    AT_LEAST = "at least {count}", "al menos {count}";
    COUNTED_ON = "counted {date}", "contado el {date}";
    NEVER_COUNTED = "never counted", "nunca contado";
    LESS_THAN_NOTHING = "{count}: something was not written down", "{count}: algo no se anotó";
    THERE_NOW = "There now: {count}", "Hay ahora: {count}";
    WHY_SO_MANY = "Why so many", "Por qué hay tantos";
    MAKES = "Makes the number", "Forma el número";
    IN_COUNT = "in a count already", "ya está en un conteo";
    COUNT_LINE = "Counted: {count}", "Contado: {count}";
    COUNT_LINE_WAS = "Counted: {count}, expected {was}", "Contado: {count}, se esperaban {was}";
    CHANGE_AMOUNTS = "How many there should be", "Cuántos debe haber";
    NOTHING_HAPPENED = "Nothing was written down for it here yet.", "Aún no se ha anotado nada de él aquí.";

    BOARD = "On the board", "En el tablero";
    BOARD_EMPTY = "Nothing hangs here yet.", "Aún no hay nada aquí.";
    TAKE_DOWN_SINCE = "Take it down: over since {date}", "Quítelo: pasó el {date}";
    MISSING = "It belongs here and does not hang", "Debe estar y no está";
    UP_UNTIL = "until {date}", "hasta el {date}";
    UP_ALWAYS = "no date", "sin fecha";
    TAKEN_DOWN = "Taken down", "Quitado";
    PUT_UP = "Put up", "Poner";
    DEED_OF = "{deed}: {title}", "{deed}: {title}";
    UNSPOKEN = "Nothing hangs here in: {languages}", "No hay nada en: {languages}";

    SINCE = "Since {time}, {minutes} minutes", "Desde las {time}, {minutes} minutos";
    START_TIME = "Start", "Empezar";
    START_TIME_WHAT = "Tally who comes by thumb. It is kept at every tap, also when the tablet is closed.", "Cuente con el pulgar a quien viene. Se guarda en cada toque, también si se cierra la tableta.";
    ONE_MORE = "{what}: one more, {count} so far", "{what}: uno más, van {count}";
    ONE_FEWER = "{what}: one fewer", "{what}: uno menos";
    WRITE_NOTES = "Questions and notes", "Preguntas y notas";
    TAKEN_FROM_HERE = "Taken during this time", "Se llevaron en este turno";
    TAKE_ONE = "{item}: one taken, {count} so far", "{item}: se llevaron uno, van {count}";
    TAKE_BACK_ONE = "{item}: one fewer taken", "{item}: uno menos";
    TOOK_ONE = "{item}: one taken", "{item}: se llevaron uno";
    TIME_ENDED = "{hub}: time noted", "{hub}: turno anotado";

    LAST_THERE = "Somebody was there: {date}", "Hubo alguien: {date}";
    LAST_COUNTED = "Counted: {date}", "Contado: {date}";
    WEEKLY = "About {week} a week go", "Se van unos {week} por semana";
    SHORT = "{count} under minimum", "{count} bajo el mínimo";
    OWED = "{count} below zero", "{count} bajo cero";
    STALE = "{count} to take down", "{count} por quitar";
    ALONE = "nobody there for {days} days", "nadie ha ido en {days} días";
    NEVER_THERE = "nobody was there yet", "aún no ha ido nadie";
    WENT_BY_ITEM = "What people took from the hubs", "Lo que la gente se llevó de los puntos";
    WENT_BY_WEEK = "Taken from the hubs, week by week", "Llevado de los puntos, por semana";
    WENT_SENTENCE = "In twelve weeks {all} went; most of all {item}: {count}", "En doce semanas se fueron {all}; lo que más, {item}: {count}";
    WEEK_OF = "week of {date}", "semana del {date}";
    PEOPLE_BY_MONTH = "People at the hubs, month by month", "Personas en los puntos, por mes";
    PEOPLE_SENTENCE = "{all} people came to the hubs in the last twelve months", "{all} personas vinieron a los puntos en los últimos doce meses";

    OF_ALL = "{counted} of {all}", "{counted} de {all}";
    EXPECTED = "Expected: {count}", "Se esperaban: {count}";
    FEWER = "One fewer", "Uno menos";
    MORE = "One more", "Uno más";
    SAME = "Same", "Igual";
    SKIP_ITEM = "Skip", "Saltar";
    NEXT_ITEM = "Next item", "Siguiente";
    DIFFERS = "Differs by {count}", "Diferencia: {count}";
    AS_EXPECTED = "As expected", "Como se esperaba";
    NOT_COUNTED_YET = "Not counted yet: {count}", "Sin contar: {count}";
    DIFFERENCES = "Differences so far: {count}", "Diferencias hasta ahora: {count}";
    SCAN = "Scan a barcode", "Escanear un código";
    NO_CODE_SEEN = "No barcode was seen. Hold the camera closer, and steady", "No se vio ningún código. Acerque la cámara y no la mueva";
    NO_SUCH_CODE = "No item here has the code {code}", "Ningún artículo aquí tiene el código {code}";
    RUB_OUT = "Rub out", "Borrar una cifra";
    IS_A_CODE = "“{code}” is a code, not how many. Enter looks for its item", "«{code}» es un código, no una cantidad. Con Intro se busca su artículo";
    SO_MANY = "{count} pieces? {was} were expected", "¿{count} piezas? Se esperaban {was}";
    SO_MANY_YES = "Yes, {count}", "Sí, {count}";
    TOO_MANY = "Use a whole number from 0 to {most}", "Use un número entero de 0 a {most}";
    DIGITS = "Digits", "Cifras";
    COUNT_DONE = "Every table was walked", "Se recorrieron todas las mesas";
    COUNT_LEFT = "Not counted: {count}. They keep what was known of them.", "Sin contar: {count}. Se queda lo que se sabía.";
    ALL_AS_EXPECTED = "Everything is as expected", "Todo es como se esperaba";
    FINISH = "Finish", "Terminar";
    BACK_TO_COUNT = "Back to the count", "Volver al conteo";
    COUNT_FINISHED = "{hub}: counted", "{hub}: contado";
    COUNT_SAVED = "{item}: {count}", "{item}: {count}";
    PRINT_SHEET = "Print the count sheet", "Imprimir la hoja de conteo";
    SHEET_DATE = "{hub}, printed {date}. Key it in under Count, in this order.", "{hub}, impreso el {date}. Páselo en Contar, en este orden.";
    ITEM_HEAD = "Item", "Artículo";
    EXPECTED_HEAD = "Expected", "Se esperaban";
    FOUND_HEAD = "Found", "Encontrados";

    BRING = "Bring {count}", "Llevar {count}";
    BRING_HEAD = "Bring", "Llevar";
    WHY_HEAD = "Why", "Por qué";
    WHY_PAR = "{there} there, should be {target}", "hay {there}, deben ser {target}";
    WHY_USE = "{there} there, about {week} a week go", "hay {there}, se van unos {week} por semana";
    WHY_PACKS = "in packs of {pack}", "en paquetes de {pack}";
    LASTS = "So that it lasts {days} days", "Para que dure {days} días";
    NOTHING_TO_BRING = "Nothing to bring", "No hay que llevar nada";
    NOTHING_TO_BRING_WHAT = "Everything that is known to be needed is there. Say how many there should be, or count, to learn more.", "Está todo lo que se sabe que hace falta. Diga cuántos debe haber, o cuente, para saber más.";
    BROUGHT = "Brought: {item}", "Traído: {item}";
    BROUGHT_MANY = "{item}: {count} added", "{item}: {count} añadidos";
    PRINT_LIST = "Print the list", "Imprimir la lista";
    COPY_LIST = "Share as text", "Compartir como texto";
    LIST_OF = "Restock list for {hub}", "Lista de reposición para {hub}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
