//! The words of the access hubs, in both languages.

crate::words! {
    HUBS = "Hubs", "Puntos de acceso";
    COUNT_A_HUB = "Count a hub", "Contar un punto";
    COUNT = "Count", "Contar";
    GO_ON_COUNTING = "Continue counting", "Seguir contando";
    RESTOCK_LIST = "Restock list", "Lista de reposición";
    CLONE_HUB = "Copy to a new hub", "Copiar a un punto nuevo";
    CLONE_NAME = "{name} (new location)", "{name} (lugar nuevo)";
    CLONED = "{name}: tables, places and amounts copied", "{name}: se copiaron mesas, lugares y cantidades";
    PUT_ITEM = "Add items", "Agregar artículos";
    ITEM_LIST = "Items, one per line", "Artículos, uno por línea";
    ITEM_LIST_HELP = "“Picture books 14 / 6” means target 14, minimum 6. A line with a colon at the end, such as “Front table:”, names a table.", "“Libros ilustrados 14 / 6” significa meta 14, mínimo 6. Una línea con dos puntos al final, como “Mesa 1:”, es una mesa.";
    LIST_TABLE = "Table for items without one", "Mesa para los artículos que no la traen";
    LIST_NO_NAME = "Write the item’s name before the number", "Escriba el nombre del artículo antes del número";
    LIST_NO_CODE = "No item has the barcode {code}. Add the item first, or write its name", "Ningún artículo tiene el código {code}. Agréguelo primero o escriba su nombre";
    LIST_WRONG_CODE = "A digit is wrong in the barcode {code}", "Hay un dígito equivocado en el código {code}";
    LIST_TWO_OF_A_NAME = "More than one item is called “{name}”. Write the barcode of the one you mean", "Más de un artículo se llama “{name}”. Escriba el código de barras del que busca";
    LIST_TWICE = "“{name}” is already on line {line}", "“{name}” ya está en la línea {line}";
    LIST_MINIMUM = "The minimum ({minimum}) is more than the target ({par})", "El mínimo ({minimum}) es mayor que la meta ({par})";
    LIST_NEW = "New item", "Artículo nuevo";
    LIST_PLACED = "In the catalog", "En el catálogo";
    LIST_CHANGED = "Already here, will change", "Ya está aquí, cambiará";
    LIST_SAME = "Already here", "Ya está aquí";
    LIST_FAULTS = "Needs a fix", "Por corregir";
    LIST_ADD = "Add {count} {count|item|items}", "Agregar {count} {count|artículo|artículos}";
    LIST_ADDED = "{hub}: {count} {count|item|items} added", "{hub}: se {count|agregó|agregaron} {count} {count|artículo|artículos}";
    LIST_SPREADSHEET = "You can also paste rows from a spreadsheet: name, target, minimum.", "También puede pegar filas de una hoja de cálculo: nombre, meta, mínimo.";
    TARGET_HEAD = "Target", "Meta";
    MINIMUM_HEAD = "Min.", "Mín.";
    ONE_ITEM = "One item, with details", "Un artículo, con detalles";
    ON_THE_TABLES = "On the tables", "En las mesas";
    NO_TABLE = "No table", "Sin mesa";
    NOTHING_THERE = "No items yet. Add some, then count.", "Aún no hay artículos. Agregue y luego cuente.";
    SHOULD_BE = "target {count}", "meta {count}";
    AT_LEAST = "min. {count}", "mín. {count}";
    COUNTED_ON = "counted {date}", "contado el {date}";
    NEVER_COUNTED = "not counted yet", "aún sin contar";
    LESS_THAN_NOTHING = "{count}: something was not recorded", "{count}: algo no se anotó";
    THERE_NOW = "There now: {count}", "Hay ahora: {count}";
    WHY_SO_MANY = "Stock history", "Historial";
    MAKES = "Counts now", "Cuenta ahora";
    IN_COUNT = "before the last count", "antes del último conteo";
    COUNT_LINE = "Counted: {count}", "Contado: {count}";
    COUNT_LINE_WAS = "Counted: {count}, expected {was}", "Contado: {count}, se esperaban {was}";
    HOW_MANY = "{what}: how many?", "{what}: ¿cuántos?";
    WITH_A_NOTE = "With a note", "Con una nota";
    HAPPENED = "{item}: {what}, {count}", "{item}: {what}, {count}";
    CHANGE_AMOUNTS = "Target and minimum", "Meta y mínimo";
    NOTHING_HAPPENED = "Nothing recorded here yet.", "Aún no hay nada anotado aquí.";

    BOARD = "On the board", "En el tablero";
    BOARD_EMPTY = "Nothing posted yet.", "Aún no hay anuncios.";
    TAKE_DOWN_SINCE = "Take down: ended {date}", "Quitar: terminó el {date}";
    MISSING = "Missing: it should be posted here", "Falta: debe estar aquí";
    UP_UNTIL = "until {date}", "hasta el {date}";
    UP_ALWAYS = "no end date", "sin fecha";
    TAKEN_DOWN = "Take down", "Quitar";
    PUT_UP = "Post again", "Poner otra vez";
    DEED_OF = "{deed}: {title}", "{deed}: {title}";
    UNSPOKEN = "Nothing posted in: {languages}", "No hay nada en: {languages}";

    SINCE = "Since {time}, {minutes} {minutes|minute|minutes}", "Desde las {time}, {minutes} {minutes|minuto|minutos}";
    START_TIME = "Start", "Empezar";
    START_TIME_WHAT = "Tap once for each person. Every tap is saved.", "Toque una vez por persona. Cada toque se guarda.";
    ONE_MORE = "{what}: one more, {count} so far", "{what}: uno más, van {count}";
    ONE_FEWER = "{what}: one fewer", "{what}: uno menos";
    WRITE_NOTES = "Questions and notes", "Preguntas y notas";
    TAKEN_FROM_HERE = "Taken during this shift", "Se llevaron en este turno";
    TAKE_ONE = "{item}: one taken, {count} so far", "{item}: se llevaron uno, van {count}";
    TAKE_BACK_ONE = "{item}: one fewer taken", "{item}: uno menos";
    TOOK_ONE = "{item}: one taken", "{item}: se llevaron uno";
    TIME_ENDED = "{hub}: shift saved", "{hub}: turno guardado";

    LAST_THERE = "Last visit: {date}", "Última visita: {date}";
    NEVER_VISITED = "Last visit: none yet", "Última visita: ninguna";
    LAST_COUNTED = "Last count: {date}", "Último conteo: {date}";
    NO_COUNT = "Last count: none yet", "Último conteo: ninguno";
    WEEKLY = "About {week} taken a week", "Se llevan unos {week} por semana";
    SHORT = "{count} under minimum", "{count} bajo el mínimo";
    OWED = "{count} below zero", "{count} bajo cero";
    UNKNOWN = "{count} not counted yet", "{count} sin contar";
    STALE = "{count} to take down", "{count} por quitar";
    ALONE = "not visited in {days} {days|day|days}", "sin visita en {days} {days|día|días}";
    NEVER_THERE = "not visited yet", "aún sin visita";
    WENT_BY_ITEM = "What people took from the hubs", "Lo que la gente se llevó de los puntos";
    WENT_BY_WEEK = "Taken from the hubs, week by week", "Llevado de los puntos, por semana";
    WENT_SENTENCE = "{all} taken over twelve weeks; most of all {item}: {count}", "En doce semanas se llevaron {all}; lo que más, {item}: {count}";
    WEEK = "Week", "Semana";
    WEEK_OF = "week of {date}", "semana del {date}";
    PEOPLE_BY_MONTH = "People at the hubs, month by month", "Personas en los puntos, por mes";
    PEOPLE_SENTENCE = "{all} {all|person|people} came to the hubs in the last twelve months", "{all} {all|persona vino|personas vinieron} a los puntos en los últimos doce meses";

    OF_ALL = "{counted} of {all}", "{counted} de {all}";
    EXPECTED = "Expected: {count}", "Se esperaban: {count}";
    FEWER = "One fewer", "Uno menos";
    MORE = "One more", "Uno más";
    FIRST_COUNT = "Not counted here before", "Aquí no se ha contado antes";
    SAME = "Same", "Igual";
    SKIP_ITEM = "Skip", "Omitir";
    NEXT_ITEM = "Next item", "Siguiente";
    DIFFERS = "Difference: {count}", "Diferencia: {count}";
    AS_EXPECTED = "As expected", "Como se esperaba";
    NOT_COUNTED_YET = "Not counted yet: {count}", "Sin contar: {count}";
    DIFFERENCES = "Differences so far: {count}", "Diferencias hasta ahora: {count}";
    SCAN = "Scan a barcode", "Escanear un código";
    NO_CODE_SEEN = "No barcode was seen. Hold the camera closer, and steady", "No se vio ningún código. Acerque la cámara y no la mueva";
    NO_SUCH_CODE = "No item here has the code {code}", "Ningún artículo aquí tiene el código {code}";
    RUB_OUT = "Delete digit", "Borrar dígito";
    IS_A_CODE = "“{code}” is a code, not a quantity. Press Enter to find its item", "“{code}” es un código, no una cantidad. Presione Enter para buscar su artículo";
    SO_MANY = "{count} pieces? {was} were expected", "¿{count} piezas? Se esperaban {was}";
    SO_MANY_NEW = "{count} pieces?", "¿{count} piezas?";
    SO_MANY_YES = "Yes, {count}", "Sí, {count}";
    TOO_MANY = "Use a whole number from 0 to {most}", "Use un número entero de 0 a {most}";
    DIGITS = "Number pad", "Teclado numérico";
    COUNT_DONE = "Count complete", "Conteo completo";
    COUNT_LEFT = "Not counted: {count}. They keep their last known amount.", "Sin contar: {count}. Se queda la última cantidad conocida.";
    COUNTED_FIRST = "{count} {count|item|items} counted for the first time", "{count} {count|artículo contado|artículos contados} por primera vez";
    ALL_AS_EXPECTED = "Everything is as expected", "Todo es como se esperaba";
    FINISH = "Finish", "Terminar";
    BACK_TO_COUNT = "Back to the count", "Volver al conteo";
    COUNT_FINISHED = "{hub}: counted", "{hub}: contado";
    COUNT_SAVED = "{item}: {count}", "{item}: {count}";
    PRINT_SHEET = "Print the count sheet", "Imprimir la hoja de conteo";
    SHEET_DATE = "{hub}, printed {date}. Enter the numbers under Count, in this order.", "{hub}, impreso el {date}. Escriba los números en Contar, en este orden.";
    ITEM_HEAD = "Item", "Artículo";
    EXPECTED_HEAD = "Expected", "Se esperaban";
    FOUND_HEAD = "Found", "Encontrados";

    BRING = "Bring {count}", "Llevar {count}";
    BRING_HEAD = "Bring", "Llevar";
    WHY_HEAD = "Why", "Por qué";
    WHY_PAR = "{there} there, target {target}", "hay {there}, meta {target}";
    WHY_USE = "{there} there, about {week} taken a week", "hay {there}, se llevan unos {week} por semana";
    WHY_UNKNOWN = "not counted yet, target {target}", "aún sin contar, meta {target}";
    WHY_PACKS = "in packs of {pack}", "en paquetes de {pack}";
    LASTS = "Enough for {days} {days|day|days}", "Suficiente para {days} {days|día|días}";
    NOTHING_TO_BRING = "Nothing to bring", "No hay que llevar nada";
    NOTHING_TO_BRING_WHAT = "Everything is stocked, as far as we know. Set targets or count to learn more.", "Hasta donde se sabe, no falta nada. Ponga metas o cuente para saber más.";
    BROUGHT = "Brought: {item}", "Traído: {item}";
    BROUGHT_MANY = "{item}: {count} added", "{item}: se agregaron {count}";
    PRINT_LIST = "Print the list", "Imprimir la lista";
    COPY_LIST = "Share as text", "Compartir como texto";
    LIST_OF = "Restock list for {hub}", "Lista de reposición para {hub}";
    NOT_NOW = "Not now", "Ahora no";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
