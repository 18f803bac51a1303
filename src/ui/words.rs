//! The words of the screens, in both languages. Labels of fields stand with their fields, in `kinds`.

use crate::model::kind::Kind;
use crate::model::text::{Lang, Text};

crate::words! {
    SHOW_MORE = "Show {count} more", "Ver {count} más";
    TAKE_IT_OUT = "Remove", "Quitar";
    BY_THEME = "Theme", "Tema";
    UP = "Up", "Subir";
    DOWN = "Down", "Bajar";
    PUT = "{where}: {question}", "{where}: {question}";
    QUESTIONS_MOVED = "Questions reordered", "Cambió el orden de las preguntas";
    ADD_QUESTION = "Add a question", "Agregar una pregunta";
    APP = "Porchlight", "Porchlight";
    TODAY = "Today", "Hoy";
    OUTREACH = "Outreach", "Alcance";
    COMMUNITY = "Community", "Comunidad";
    DIRECTORY = "Directory", "Directorio";
    REPORTS = "Reports", "Informes";
    COUNTED = "{count} {what}", "{count} {what}";
    PLACES = "Places", "Lugares";
    INSIDE = "In {place}", "En {place}";
    SKIP = "Skip to main content", "Ir al contenido";

    GOOD_MORNING = "Good morning", "Buenos días";
    GOOD_AFTERNOON = "Good afternoon", "Buenas tardes";
    GOOD_EVENING = "Good evening", "Buenas noches";
    GREETING_NAME = "{greeting}, {name}", "{greeting}, {name}";

    READ_IN = "Language of the questions", "Idioma de las preguntas";
    SHOW_LARGE = "Show large", "Mostrar en grande";
    ASKED = "Question, large", "Pregunta en grande";
    NEXT = "Next", "Siguiente";
    WITHDRAW = "Consent withdrawn", "Retiró su consentimiento";
    DETAILS_ELSEWHERE = "Contact details noted here on other days are still kept", "También se conservan datos de contacto anotados aquí otros días";
    LAST_TIME = "Last time", "La última vez";
    ALSO_WRITTEN = "Also written here, by a colleague or earlier:", "También está escrito aquí, por un colega o antes:";
    TWO_ANSWERS = "Two different texts were written here.", "Aquí se escribieron dos textos distintos.";
    DECIDE = "Choose or keep both", "Elegir o conservar los dos";
    DONE = "Done", "Listo";
    CANCEL = "Cancel", "Cancelar";
    BACK = "Back", "Atrás";
    CLOSE = "Close", "Cerrar";
    CLEAR = "Clear", "Quitar selección";
    NOT_AGREED = "Not shown: they did not agree to it", "No se muestra: no dieron permiso";
    KEPT_FOR = "Only for {who}", "Solo para {who}";
    KEPT_FOR_NOBODY = "Only for whoever spoke with them; no name was noted", "Solo para quien habló con ellos; no se anotó el nombre";
    IN_ENGLISH = "English", "Inglés";
    IN_SPANISH = "Spanish", "Español";
    ANSWER_EN = "Answer {number} in English", "Respuesta {number} en inglés";
    ANSWER_ES = "Answer {number} in Spanish", "Respuesta {number} en español";
    OUT = "Remove", "Quitar";
    AGAIN = "Offer again", "Ofrecer otra vez";
    TAKE_OUT = "Remove answer {number}", "Quitar la respuesta {number}";
    OFFER_AGAIN = "Offer answer {number} again", "Ofrecer otra vez la respuesta {number}";
    CHANGE = "Change", "Cambiar";
    UNDO = "Undo", "Deshacer";
    REDO = "Redo", "Rehacer";
    REDO_WHAT = "Redo: {what}", "Rehacer: {what}";
    EDIT = "Edit", "Editar";
    DELETE = "Delete", "Eliminar";
    CALL = "Call", "Llamar";
    WRITE = "Email", "Correo";
    TEXT = "Text", "Mensaje de texto";
    CALL_OUTSIDE = "Call {what}, opens outside Porchlight", "Llamar: {what}, se abre fuera de Porchlight";
    TEXT_OUTSIDE = "Text {what}, opens outside Porchlight", "Mensaje de texto: {what}, se abre fuera de Porchlight";
    MAIL_OUTSIDE = "Email {what}, opens outside Porchlight", "Correo: {what}, se abre fuera de Porchlight";
    WEB_OUTSIDE = "Visit {what}, opens outside Porchlight", "Visitar: {what}, se abre fuera de Porchlight";
    MAP_OUTSIDE = "Show {what} on a map, opens outside Porchlight", "Ver en un mapa: {what}, se abre fuera de Porchlight";
    PRINT = "Print", "Imprimir";
    NEEDED = "required", "obligatorio";
    OPEN = "Open", "Abrir";
    CONTINUE = "Continue", "Continuar";
    ADD = "Add", "Agregar";
    DISMISS = "Dismiss", "Cerrar";

    ONLY_HERE_SHORT = "{count} not backed up", "{count} sin copia";
    STATUS_OPENS = "Copies and storage", "Copias y almacenamiento";

    SEARCH_IN = "Search {kind}", "Buscar: {kind}";
    MORE_ACTIONS = "More actions", "Más acciones";
    FILTER = "Filter", "Filtrar";
    FILTERS_ON = "Filters in use", "Filtros en uso";
    FILTER_OFF = "Remove filter: {what}", "Quitar el filtro: {what}";
    SHOW_FOUND = "Show {count}", "Mostrar {count}";
    SORT_BY = "Sort by", "Ordenar por";
    SORT_TITLE = "Name", "Nombre";
    SORT_CHANGED = "Last changed", "Último cambio";
    SORT_QUIET = "Longest without contact", "Más tiempo sin contacto";
    SORT_WHEN = "Latest first", "Más reciente primero";
    COUNT_ALL = "{count} total", "{count} en total";
    COUNT_FOUND = "{count} found", "{count} {count|resultado|resultados}";
    NOTHING_FOUND = "Nothing found", "No se encontró nada";
    NOTHING_FOUND_HINT = "Try fewer letters, or show all again.", "Pruebe con menos letras o muestre todo de nuevo.";
    SHOW_ALL = "Show all", "Mostrar todo";
    NONE_YET = "Nothing here yet", "Aún no hay nada aquí";
    CHOOSE_ONE = "Choose one from the list", "Elija uno de la lista";
    CHOOSE_ONE_HINT = "It opens here, beside the list.", "Se abre aquí, junto a la lista.";
    NOT_THERE = "Not found", "No se encontró";
    NOT_THERE_HINT = "It was deleted or erased, or it is on another tablet and has not been imported here yet.", "Se eliminó o se borró, o está en otra tableta y aún no se ha importado aquí.";
    UNTITLED = "No name", "Sin nombre";
    EXAMPLE_PARTNER = "For example: Covenant Soup Kitchen, Food and housing, ask for Kim.", "Por ejemplo: Comedor Covenant, Comida y vivienda, preguntar por Kim.";

    DRAFT = "Draft", "Borrador";
    DISCARD_DRAFT = "Discard the draft", "Descartar el borrador";
    DRAFT_DISCARDED = "Draft discarded", "Borrador descartado";
    THINGS_TO_MEND = "Fix {count} {count|thing|things}", "Corrija {count} {count|dato|datos}";
    EDIT_WHAT = "Edit {kind}: {what}", "Editar {kind}: {what}";
    EDIT_KIND = "Edit {kind}", "Editar {kind}";

    FROM_CONTACTS = "{date} (from the log)", "{date} (del registro)";
    NO_CONTACT_YET = "No contact logged yet", "Aún no hay contactos anotados";
    NAMED_DAY = "{field}: {day}", "{field}: {day}";
    SET_BY_HAND = "Enter the date myself", "Escribir la fecha yo";
    SET_BY_HAND_NOTE = "{date} (entered by hand)", "{date} (escrita a mano)";
    NAMESAKE = "Already in the list:", "Ya está en la lista:";
    PICK = "Type a few letters to choose", "Escriba unas letras para elegir";
    ADD_NAMED = "Add “{name}”", "Agregar “{name}”";
    PICK_CONTACT = "Pick from this tablet’s contacts", "Elegir de los contactos de esta tableta";
    FROM_CONTACTS_FILLED = "Filled in: {what}", "Se llenó: {what}";
    NO_CONTACT = "The contact could not be read ({cause}). Type it in instead", "No se pudo leer el contacto ({cause}). Escríbalo";
    TAKE_PHOTO = "Take or choose a photo", "Tomar o elegir una foto";
    NO_PHOTO = "Remove the photo", "Quitar la foto";
    NO_PICTURE = "This picture can’t be used ({cause}). Take or choose another one", "Esta imagen no se puede usar ({cause}). Tome o elija otra";
    USE_PLACE = "Use this tablet’s location", "Usar la ubicación de esta tableta";
    PLACE_FINDING = "Finding the location…", "Buscando la ubicación…";
    PLACE_ACCURATE = "Accurate to about {meters} m", "Precisión de unos {meters} m";
    PLACE_NONE = "This tablet can’t tell where it is. Type the numbers, or leave it blank", "Esta tableta no sabe dónde está. Escriba los números o déjelo en blanco";

    NEXT_STEP = "Next step: {step}", "Próximo paso: {step}";
    QUIET_DAYS = "No contact in {days} {days|day|days}", "{days} {days|día|días} sin contacto";
    DAYS = "{days} {days|day|days}", "{days} {days|día|días}";
    HISTORY = "History: who changed what", "Historial: quién cambió qué";
    STATUS_HISTORY = "Status over time", "Historial de la relación";
    SINCE = "since {date}", "desde el {date}";
    SOMEBODY = "Someone", "Alguien";
    CLEARED = "blank", "en blanco";
    WAS_DELETED = "deleted", "eliminado";
    WAS_RESTORED = "brought back", "recuperado";
    WHO_WHEN = "{who}, {when}", "{who}, {when}";
    REVIVED = "It was deleted on one tablet and changed on another, so it is back.", "Se eliminó en una tableta y se cambió en otra, por eso volvió.";
    CONFLICT_TITLE = "Two people wrote this at the same time: {field}", "Dos personas escribieron esto al mismo tiempo: {field}";
    CONFLICT_KEPT = "Kept", "Se conservó";
    CONFLICT_LOST = "Not kept", "No se conservó";
    CONFLICT_RESTORE = "Use this one instead", "Usar este";
    CONFLICT_KEEP = "Keep what is there", "Dejarlo como está";

    PICK_UP = "Pick up where you left off", "Siga donde lo dejó";
    DUE_THIS_WEEK = "Due this week", "Para esta semana";
    GOING_QUIET = "Going quiet", "Sin contacto hace tiempo";
    NEVER_CONTACTED = "never contacted · added {days} {days|day|days} ago", "nunca contactado · agregado hace {days} {days|día|días}";
    ONLY_ON_THIS_TABLET = "Only on this tablet", "Solo en esta tableta";
    LOG = "Log", "Anotar";
    MARK_DONE = "Done: {step}", "Hecho: {step}";
    ALL_QUIET_TITLE = "Nothing is due", "No hay nada pendiente";
    ALL_QUIET = "Promises, unfinished drafts and partners you haven’t talked to show up here.", "Aquí verá sus compromisos, los borradores y los socios con quienes no ha hablado.";
    OVERDUE = "overdue, {date}", "atrasado, {date}";

    WHO_TITLE = "Who is using this tablet?", "¿Quién usa esta tableta?";
    WHO_WHY = "Your name goes with every note you make, so colleagues know who to ask.", "Su nombre acompaña cada nota que haga, para que sus colegas sepan a quién preguntar.";
    WHO_NEW = "Your name", "Su nombre";
    WHO_NOBODY = "Continue without a name", "Continuar sin nombre";
    WHO_SIGNED_AS = "Notes are signed “{name}”", "Las notas llevan el nombre “{name}”";
    WHO_UNSIGNED = "Notes are not signed", "Las notas no llevan nombre";
    LIBRARY_NONE = "Not set yet. The name and logo go at the top of everything you print.", "Aún sin datos. El nombre y el logotipo encabezan todo lo que se imprime.";
    LIBRARY_SET = "Name, logo and survey year", "Nombre, logotipo y año de la encuesta";
    WHO_CHANGE = "Switch user", "Cambiar de persona";

    WELCOME = "Porchlight", "Porchlight";
    WELCOME_WHAT = "Streets, interviews, hubs and partners, all on this tablet. Works with no internet. Nothing leaves the tablet until you send it.", "Calles, entrevistas, puntos de acceso y socios comunitarios, todo en esta tableta. Funciona sin internet. Nada sale hasta que usted lo envíe.";
    NOTES_ELSEWHERE = "The Porchlight at this address keeps other notes on this tablet:", "El Porchlight de esta dirección guarda otras notas en esta tableta:";
    START = "Start", "Empezar";
    PRACTICE_START = "Practice with sample notes", "Practicar con datos de ejemplo";
    PRACTICE_NOTE = "Practice: these are sample notes. They are never exported or counted.", "Práctica: son datos de ejemplo. Nunca se exportan ni se cuentan.";
    PRACTICE_GOES = "You wrote {count} {count|note|notes} here. {count|It goes|They go} with the sample notes: practice notes never become real ones.", "Usted escribió {count} {count|nota|notas} aquí. Se {count|va|van} con los datos de ejemplo: las notas de práctica nunca se vuelven reales.";
    PRACTICE_END_SURE = "End practice and delete all", "Terminar y eliminar todo";
    PRACTICE_GO_ON = "Keep practicing", "Seguir practicando";
    PRACTICE_END = "End practice", "Terminar la práctica";
    PRACTICE_NO_EXPORT = "These are practice notes; they are never exported. End practice first.", "Son notas de práctica; nunca se exportan. Termine primero la práctica.";

    END_OF_DAY = "End of day", "Fin del día";
    DAY_DONE = "What was done today", "Lo que se hizo hoy";
    DAY_NOTHING = "Nothing yet today.", "Todavía nada hoy.";
    DAY_KIND = "{kind}: {count}", "{kind}: {count}";
    DAY_ANSWER = "{answer}: {count}", "{answer}: {count}";
    DAY_DRAFTS = "{count} {count|note was started and not finished|notes were started and not finished}", "{count} {count|nota empezada sin terminar|notas empezadas sin terminar}";
    DAY_COPY = "A copy before you go", "Una copia antes de irse";
    DAY_COPIED = "Every note is in a copy that was made.", "Todas las notas están en una copia.";
    DAY_NEXT = "Who is next?", "¿Quién sigue?";
    SYNC_SEND = "Send a copy", "Enviar una copia";
    SYNC = "Copies and storage", "Copias y almacenamiento";
    SETTINGS = "Settings", "Ajustes";
    LANGUAGE = "Language", "Idioma";
    THEME = "Theme", "Tema";
    THEME_SYSTEM = "Same as the tablet", "Igual que la tableta";
    THEME_LIGHT = "Light", "Claro";
    THEME_DARK = "Dark", "Oscuro";
    THEME_SUNLIGHT = "Sunlight", "Pleno sol";
    HAND = "Buttons for", "Botones para";
    HAND_RIGHT = "Right hand", "Mano derecha";
    HAND_LEFT = "Left hand", "Mano izquierda";
    ERASE_ALL = "Erase everything on this tablet", "Borrar todo en esta tableta";
    ERASE_ALL_ASK = "Erase everything on this tablet?", "¿Borrar todo en esta tableta?";
    ERASE_ALL_WARN = "{only_here}. Anything without a copy is permanently lost. Copies elsewhere stay as they are.", "{only_here}. Lo que no tiene copia se pierde para siempre. Las copias en otros lugares quedan como están.";
    ERASE_ALL_YES = "Erase everything", "Borrar todo";
    ERASE_ALL_NO = "Keep it all", "Conservar todo";
    RECENTLY_DELETED = "Recently deleted", "Eliminados recientemente";
    RECENTLY_DELETED_WHAT = "Deleted notes can be restored for 30 days. Permanently erase what someone asked you to forget.", "Lo eliminado se puede recuperar por 30 días. Borre para siempre lo que alguien le pidió olvidar.";
    RECENTLY_DELETED_NONE = "Nothing was deleted in the last 30 days.", "No se eliminó nada en los últimos 30 días.";
    DELETED_SOME_TIME = "{kind}, deleted on a tablet whose clock was ahead", "{kind}, se eliminó en una tableta con el reloj adelantado";
    DELETED_ON = "{kind}, deleted {date}", "{kind}, se eliminó el {date}";
    BRING_BACK = "Bring back", "Recuperar";
    BRING_ALL_BACK = "Bring all back", "Recuperar todo";
    ERASE_TOO = "This is permanently erased with it: {what}", "Con esto también se borra para siempre: {what}";
    ERASE = "Erase permanently", "Borrar para siempre";
    ERASE_SURE = "Yes, erase: this cannot be undone", "Sí, borrar: no se puede deshacer";
    ABOUT_VERSION = "Porchlight {version}", "Porchlight {version}";

    ONLY_IN_WINDOW_ONE = "1 change could not be saved. It is in this window only: leave it open.", "No se pudo guardar 1 cambio. Está solo en esta ventana: no la cierre.";
    ONLY_IN_WINDOW = "{count} {count|change|changes} could not be saved. {count|It is|They are} only in this window: leave it open.", "No se {count|pudo|pudieron} guardar {count} {count|cambio|cambios}. {count|Está|Están} solo en esta ventana: no la cierre.";
    NOT_STORED_YET = "Not saved yet: {what}", "Aún sin guardar: {what}";
    TRY_AGAIN = "Try again", "Intentar de nuevo";
    RELOAD = "Reload", "Volver a cargar";
    LOADING = "Loading…", "Cargando…";
    NOT_LOADED = "Not loaded yet", "Todavía sin cargar";
    NOT_LOADED_YET = "This part of Porchlight isn’t on this tablet yet", "Esta parte de Porchlight todavía no está en esta tableta";
    NOT_LOADED_HINT = "Connect to the internet, then try again. If that doesn’t help, reload. Your notes are safe.", "Conéctese a internet y vuelva a intentarlo. Si eso no ayuda, vuelva a cargar. Sus notas están a salvo.";
    SAVE_A_COPY = "Save a copy", "Guardar una copia";
    ALL_STORED = "Everything is saved now", "Ya está todo guardado";
    LEAVING_LOSES = "Some changes are not saved and would be lost.", "Hay cambios sin guardar que se perderían.";
    FOLLOWER = "Porchlight is open in another tab. You can read here, but nothing you type here is saved.", "Porchlight está abierto en otra pestaña. Aquí puede leer, pero lo que escriba aquí no se guarda.";
    FOLLOWER_WAITS = "Porchlight is open in another tab. What you typed here waits in this window and is saved once you use this tab instead.", "Porchlight está abierto en otra pestaña. Lo que escribió aquí espera en esta ventana y se guarda cuando use esta pestaña.";
    TAKING_OVER = "Asking the other tab…", "Preguntando a la otra pestaña…";
    TAKE_OVER = "Use this tab instead", "Usar esta pestaña";
    UPDATE_READY = "A newer Porchlight is ready.", "Hay un Porchlight más nuevo listo.";
    UPDATE_DRAFT_FIRST = "A newer Porchlight is ready. First finish or close what you are writing.", "Hay un Porchlight más nuevo listo. Primero termine o cierre lo que está escribiendo.";
    UPDATE_NOW = "Use it now", "Usarlo ahora";
    OFFLINE_READY = "Ready to use offline: Porchlight now opens with no internet", "Listo para usarse sin conexión: Porchlight ya se abre sin internet";
    UNREAD_BANNER = "{count} stored {count|piece|pieces} of notes can’t be read. Nothing is changed there; a colleague’s export may repair {count|it|them}.", "No se {count|puede|pueden} leer {count} {count|parte guardada|partes guardadas} de las notas. No se cambia nada ahí; la exportación de un colega puede {count|repararla|repararlas}.";

    DIRECTORY_WHAT = "Public information only: no names, phones or emails of people.", "Solo información pública: sin nombres, teléfonos ni correos de personas.";
    DIRECTORY_NONE = "Partners and hubs appear here as soon as someone adds them.", "Los socios y puntos de acceso aparecen aquí en cuanto alguien los agrega.";
    REPORTS_WHAT = "Totals from your notes.", "Totales de sus notas.";
    PARTNERS_BY_STATUS = "Partners by relationship status", "Socios por estado de la relación";
    PARTNERS_BY_TYPE = "Partners by type of organization", "Socios por tipo de organización";
    NO_STATUS_STANDS_OUT = "No one status stands out", "Ningún estado destaca";
    NO_TYPE_STANDS_OUT = "No one type stands out", "Ningún tipo destaca";
    REPORT_SENTENCE = "Most common: {answer}, {count} of {all} {all|partner|partners}", "Lo más común: {answer}, {count} de {all} {all|socio|socios}";
    REPORT_CONTACTS = "Contacts by month", "Contactos por mes";
    REPORT_CONTACTS_SENTENCE = "{count} {count|contact|contacts} in the last 12 months", "{count} {count|contacto|contactos} en los últimos 12 meses";
    MONTH = "Month", "Mes";
    REPORT_BAR = "Bar", "Barra";
    REPORT_COUNT = "Count", "Cantidad";
    REPORT_UNKNOWN = "not recorded", "sin anotar";

    HELP = "Help", "Ayuda";
    RECENT_STEPS = "Recent changes", "Cambios recientes";
    NOTHING_TO_UNDO = "Nothing to undo yet", "Todavía no hay nada que deshacer";
    UNDO_WHAT = "Undo: {what}", "Deshacer: {what}";
    MORE = "More", "Más";
    MORE_DETAILS = "More details", "Más datos";
    NEW = "New", "Nuevo";
    NEW_WHAT = "What would you like to do?", "¿Qué quiere hacer?";
    LOG_CONTACT = "Log a contact", "Anotar un contacto";

    KEYS = "Keyboard shortcuts", "Atajos de teclado";
    KEY_SEARCH = "Search", "Buscar";
    KEY_NEW = "New", "Nuevo";
    KEY_HELP = "These shortcuts", "Estos atajos";
    KEY_PALETTE = "Find anything", "Buscar en todo";
    OTHER_LANGUAGE = "Español", "English";
}

/// How many of each kind, in words: “2 lines of notes, 1 quote”.
pub fn counted_in_words(gone: impl IntoIterator<Item = (&'static Kind, usize)>, lang: Lang) -> String {
    let parts = gone.into_iter().map(|(kind, count)| {
        let what: Text = if count == 1 { kind.name } else { kind.plural };
        COUNTED.with("count", count).with("what", what).say(lang).to_lowercase()
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::model::text::Lang;

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }

    /// A first visit reads them in the page itself, while the app that has them here is on its way.
    #[test]
    fn the_page_says_the_same_before_the_app_is_there() {
        let page = include_str!("../../index.html");
        let shell = page.split_once(r#"<main class="welcome">"#).and_then(|(_, rest)| rest.split_once("</main>"));
        let shell = shell.map(|(shell, _)| shell).unwrap_or_default();
        for words in [super::WELCOME, super::WELCOME_WHAT, super::START, super::PRACTICE_START, super::OTHER_LANGUAGE] {
            let [en, es] = [Lang::En, Lang::Es].map(|lang| words.get(lang));
            let alike = en == es && shell.contains(&format!(">{en}<"));
            assert!(alike || shell.contains(&format!(r#"data-es="{es}">{en}<"#)), "{en}");
        }
    }
}
