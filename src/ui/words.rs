//! The words of the screens, in both languages. Labels of fields stand with their fields, in `kinds`.

use crate::model::kind::Kind;
use crate::model::text::{Lang, Text};

crate::words! {
    TAKE_IT_OUT = "Take out", "Quitar";
    BY_THEME = "Theme", "Tema";
    UP = "Up", "Subir";
    DOWN = "Down", "Bajar";
    PUT = "{where}: {question}", "{where}: {question}";
    ADD_QUESTION = "Add a question", "Añadir una pregunta";
    APP = "Porchlight", "Porchlight";
    TODAY = "Today", "Hoy";
    OUTREACH = "Outreach", "Visitas";
    COMMUNITY = "Community", "Comunidad";
    DIRECTORY = "Directory", "Directorio";
    REPORTS = "Reports", "Informes";
    COUNTED = "{count} {what}", "{count} {what}";
    PLACES = "Places", "Lugares";
    INSIDE = "In {place}", "En {place}";
    SKIP = "Skip to the page", "Ir a la página";

    GOOD_MORNING = "Good morning", "Buenos días";
    GOOD_AFTERNOON = "Good afternoon", "Buenas tardes";
    GOOD_EVENING = "Good evening", "Buenas noches";
    GREETING_NAME = "{greeting}, {name}", "{greeting}, {name}";

    ASK_IN = "In English, large", "En español, en grande";
    ASK_IN_WHAT = "In English, large: {question}", "En español, en grande: {question}";
    ASKED = "A question, large", "Una pregunta, en grande";
    WITHDRAW = "Consent withdrawn", "Retiró su consentimiento";
    DETAILS_ELSEWHERE = "Contact details from here are kept from other times, too", "También hay datos de contacto de aquí de otras veces";
    DONE = "Done", "Listo";
    CANCEL = "Cancel", "Cancelar";
    BACK = "Back", "Atrás";
    CLOSE = "Close", "Cerrar";
    CLEAR = "Clear", "Borrar";
    NOT_AGREED = "Not shown: they have not agreed", "No se muestra: no lo han aceptado";
    KEPT_FOR = "Kept for {who}", "Reservado para {who}";
    KEPT_FOR_NOBODY = "Kept for whoever spoke with them; no name was noted", "Reservado para quien habló con ellos; no se anotó el nombre";
    IN_ENGLISH = "English", "Inglés";
    IN_SPANISH = "Spanish", "Español";
    ANSWER_EN = "Answer {number} in English", "Respuesta {number} en inglés";
    ANSWER_ES = "Answer {number} in Spanish", "Respuesta {number} en español";
    OUT = "Take out", "Quitar";
    AGAIN = "Offer again", "Ofrecer otra vez";
    TAKE_OUT = "Take out answer {number}", "Quitar la respuesta {number}";
    OFFER_AGAIN = "Offer answer {number} again", "Ofrecer otra vez la respuesta {number}";
    CHANGE = "Change", "Cambiar";
    UNDO = "Undo", "Deshacer";
    EDIT = "Edit", "Editar";
    DELETE = "Delete", "Eliminar";
    CALL = "Call", "Llamar";
    WRITE = "Write", "Escribir";
    PRINT = "Print", "Imprimir";
    NEEDED = "needed", "necesario";
    OPEN = "Open", "Abrir";
    CONTINUE = "Continue", "Continuar";
    ADD = "Add", "Añadir";
    DISMISS = "Dismiss", "Cerrar";

    ONLY_HERE_SHORT = "{count} only here", "{count} solo aquí";
    STATUS_OPENS = "Copies and storage", "Copias y almacenamiento";

    SEARCH_IN = "Search {kind}", "Buscar: {kind}";
    SHOW_ONLY = "Show only", "Mostrar solo";
    SORT_BY = "Sort by", "Ordenar por";
    SORT_TITLE = "Name", "Nombre";
    SORT_CHANGED = "Changed last", "Último cambio";
    SORT_QUIET = "Longest without contact", "Más tiempo sin contacto";
    SORT_WHEN = "Latest first", "Lo más reciente";
    COUNT_ALL = "{count} in all", "{count} en total";
    COUNT_FOUND = "{count} found", "{count} encontrados";
    NOTHING_FOUND = "Nothing found", "No se encontró nada";
    NOTHING_FOUND_HINT = "Try fewer letters, or show all again.", "Pruebe con menos letras o muestre todo de nuevo.";
    SHOW_ALL = "Show all", "Mostrar todo";
    NONE_YET = "Nothing here yet", "Aún no hay nada aquí";
    CHOOSE_ONE = "Choose one from the list", "Elija uno de la lista";
    CHOOSE_ONE_HINT = "It opens here, beside the list.", "Se abre aquí, junto a la lista.";
    NOT_THERE = "It is not here", "No está aquí";
    NOT_THERE_HINT = "It was deleted or erased, or it is on another tablet and has not come yet.", "Se eliminó o se borró, o está en otra tableta y aún no ha llegado.";
    UNTITLED = "Without a name", "Sin nombre";
    EXAMPLE_PARTNER = "For example: Covenant Soup Kitchen, Food and housing, ask for Kim.", "Por ejemplo: Comedor Covenant, Comida y vivienda, preguntar por Kim.";

    DRAFT = "Draft", "Borrador";
    DRAFT_OF = "Draft: {what}", "Borrador: {what}";
    DRAFT_KEPT = "Kept as a draft", "Guardado como borrador";
    DISCARD_DRAFT = "Discard the draft", "Descartar el borrador";
    DRAFT_DISCARDED = "Draft discarded", "Borrador descartado";
    THINGS_TO_MEND = "{count} things to put right", "{count} cosas por corregir";
    ONE_THING_TO_MEND = "1 thing to put right", "1 cosa por corregir";
    EDIT_WHAT = "Edit: {what}", "Editar: {what}";

    FROM_CONTACTS = "From contacts: {date}", "De los contactos: {date}";
    NO_CONTACT_YET = "No contact logged yet", "Aún no hay contactos anotados";
    SET_BY_HAND = "Set by hand", "Puesto a mano";
    SET_BY_HAND_NOTE = "{date} (set by hand)", "{date} (puesto a mano)";
    PICK = "Type a few letters to choose", "Escriba unas letras para elegir";
    ADD_NAMED = "Add “{name}”", "Añadir «{name}»";
    NOBODY_FOUND = "Nothing found by that name", "No se encontró nada con ese nombre";
    TAKE_PHOTO = "Take or choose a photo", "Tomar o elegir una foto";
    NO_PHOTO = "Remove the photo", "Quitar la foto";
    NO_PICTURE = "This is no picture that can be kept ({cause}). Take or choose another one", "Esta imagen no se puede guardar ({cause}). Tome o elija otra";
    USE_PLACE = "Use this tablet’s place", "Usar el lugar de esta tableta";
    PLACE_FINDING = "Finding the place…", "Buscando el lugar…";
    PLACE_ACCURATE = "Accurate to about {metres} m", "Precisión de unos {metres} m";
    PLACE_NONE = "This tablet cannot tell where it is. Type the numbers, or leave it blank", "Esta tableta no sabe dónde está. Escriba los números o déjelo en blanco";

    NEXT_STEP = "Next step: {step}", "Próximo paso: {step}";
    BY_DATE = "by {date}", "para el {date}";
    QUIET_DAYS = "{days} days quiet", "{days} días sin contacto";
    DAYS = "{days} days", "{days} días";
    NEVER = "never", "nunca";
    HISTORY = "History: who changed what", "Historial: quién cambió qué";
    STATUS_HISTORY = "How the relationship went", "Cómo fue la relación";
    SINCE = "since {date}", "desde el {date}";
    SOMEBODY = "Somebody", "Alguien";
    CLEARED = "blank", "en blanco";
    WAS_DELETED = "deleted", "eliminado";
    WAS_RESTORED = "brought back", "recuperado";
    WHO_WHEN = "{who}, {when}", "{who}, {when}";
    REVIVED = "It was deleted on one tablet and changed on another, so it is back.", "Se eliminó en una tableta y se cambió en otra, por eso está de vuelta.";
    CONFLICT_TITLE = "Two people wrote this at the same time: {field}", "Dos personas escribieron esto a la vez: {field}";
    CONFLICT_KEPT = "Kept", "Se quedó";
    CONFLICT_LOST = "Not kept", "No se quedó";
    CONFLICT_RESTORE = "Use this one instead", "Usar este";
    CONFLICT_KEEP = "Keep what is there", "Dejarlo como está";

    PICK_UP = "Pick up where you left off", "Siga donde lo dejó";
    DUE_THIS_WEEK = "Due this week", "Para esta semana";
    GOING_QUIET = "Going quiet", "Sin contacto hace tiempo";
    NEVER_CONTACTED = "never contacted · {days} days here", "nunca contactado · {days} días aquí";
    ONLY_ON_THIS_TABLET = "Only on this tablet", "Solo en esta tableta";
    MORE_QUIET = "All partners, longest without contact first", "Todos los socios, primero los de más tiempo";
    LOG = "Log", "Anotar";
    MARK_DONE = "Done: {step}", "Hecho: {step}";
    WITH_PARTNER = "{partner}", "{partner}";
    ALL_QUIET_TITLE = "Nothing is due", "No hay nada pendiente";
    ALL_QUIET = "Next steps you promise, drafts you did not finish and partners going quiet appear here.", "Aquí aparecen los próximos pasos que promete, los borradores sin terminar y los socios sin contacto.";
    OVERDUE = "overdue, {date}", "atrasado, {date}";

    WHO_TITLE = "Who is using this tablet?", "¿Quién usa esta tableta?";
    WHO_WHY = "Your name goes with every note you make, so that colleagues know whom to ask.", "Su nombre acompaña cada nota que haga, para que sus colegas sepan a quién preguntar.";
    WHO_NEW = "Your name", "Su nombre";
    WHO_ELSE = "Someone else", "Otra persona";
    WHO_NOBODY = "Go on without a name", "Seguir sin nombre";
    WHO_SIGNED_AS = "Notes are signed “{name}”", "Las notas llevan el nombre «{name}»";
    WHO_UNSIGNED = "Notes are not signed", "Las notas no llevan nombre";
    WHO_CHANGE = "Someone else is using it", "La usa otra persona";

    WELCOME = "Porchlight", "Porchlight";
    WELCOME_WHAT = "Partners, contacts and notes, kept on this tablet. It works with no network at all, and nothing leaves the tablet unless you send it.", "Socios, contactos y notas, guardados en esta tableta. Funciona sin ninguna red, y nada sale de la tableta si usted no lo envía.";
    NOTES_ELSEWHERE = "Other notes are kept on this tablet by the Porchlight at", "El Porchlight de esta dirección guarda otras notas en esta tableta:";
    START = "Start", "Empezar";
    PRACTISE = "Practise with made-up notes", "Practicar con notas inventadas";
    PRACTICE_NOTE = "Practice: these notes are made up. They are never exported or counted.", "Práctica: estas notas son inventadas. Nunca se exportan ni se cuentan.";
    PRACTICE_END = "Remove them", "Quitarlas";
    PRACTICE_NO_EXPORT = "These are practice notes; they are never exported. Remove them first.", "Son notas de práctica; nunca se exportan. Quítelas primero.";

    SYNC_SEND = "Send a copy", "Enviar una copia";
    SYNC = "Copies and storage", "Copias y almacenamiento";
    SETTINGS = "Settings", "Ajustes";
    LANGUAGE = "Language", "Idioma";
    THEME = "Theme", "Tema";
    THEME_SYSTEM = "As the tablet has it", "Como la tableta";
    THEME_LIGHT = "Light", "Claro";
    THEME_DARK = "Dark", "Oscuro";
    THEME_SUNLIGHT = "Sunlight", "Pleno sol";
    HAND = "Hand", "Mano";
    HAND_RIGHT = "Right-handed", "Diestra";
    HAND_LEFT = "Left-handed", "Zurda";
    ERASE_ALL = "Erase everything on this tablet", "Borrar todo en esta tableta";
    ERASE_ALL_ASK = "Erase everything on this tablet?", "¿Borrar todo en esta tableta?";
    ERASE_ALL_WARN = "{only_here}. What has no copy is lost for good. Copies elsewhere stay as they are.", "{only_here}. Lo que no tiene copia se pierde para siempre. Las copias en otros lugares quedan como están.";
    ERASE_ALL_YES = "Erase everything", "Borrar todo";
    ERASE_ALL_NO = "Keep it all", "Conservar todo";
    RECENTLY_DELETED = "Recently deleted", "Eliminados recientemente";
    RECENTLY_DELETED_WHAT = "What was deleted in the last 30 days can come back. Erase for good what a person asked you to forget.", "Lo eliminado en los últimos 30 días puede volver. Borre para siempre lo que una persona le pidió olvidar.";
    RECENTLY_DELETED_NONE = "Nothing was deleted in the last 30 days.", "No se eliminó nada en los últimos 30 días.";
    DELETED_SOME_TIME = "{kind}, deleted on a tablet whose clock was ahead", "{kind}, eliminado en una tableta con el reloj adelantado";
    DELETED_ON = "{kind}, deleted {date}", "{kind}, eliminado: {date}";
    BRING_BACK = "Bring back", "Recuperar";
    ERASE_TOO = "What belongs to it is erased for good, too: {what}", "También se borra para siempre lo que le pertenece: {what}";
    ERASE = "Erase for good", "Borrar para siempre";
    ERASE_SURE = "Really erase: it cannot come back", "Sí, borrar: no podrá volver";
    ABOUT_VERSION = "Porchlight {version}", "Porchlight {version}";

    ONLY_IN_WINDOW_ONE = "1 change could not be saved. It is in this window only: leave it open.", "No se pudo guardar 1 cambio. Está solo en esta ventana: no la cierre.";
    ONLY_IN_WINDOW = "{count} changes could not be saved. They are in this window only: leave it open.", "No se pudieron guardar {count} cambios. Están solo en esta ventana: no la cierre.";
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
    FOLLOWER = "Porchlight is open in another tab. You can read here; nothing you type here is kept.", "Porchlight está abierto en otra pestaña. Aquí puede leer; lo que escriba aquí no se guarda.";
    FOLLOWER_WAITS = "Porchlight is open in another tab. What you typed here waits in this window and is kept once you use it instead.", "Porchlight está abierto en otra pestaña. Lo que escribió aquí espera en esta ventana y se guarda cuando use esta.";
    TAKING_OVER = "Asking the other tab…", "Preguntando a la otra pestaña…";
    TAKE_OVER = "Use this tab instead", "Usar esta pestaña";
    UPDATE_READY = "A newer Porchlight is ready.", "Hay un Porchlight más nuevo listo.";
    UPDATE_DRAFT_FIRST = "A newer Porchlight is ready. Finish or leave what you are writing first.", "Hay un Porchlight más nuevo listo. Primero termine o deje lo que está escribiendo.";
    UPDATE_NOW = "Use it now", "Usarlo ahora";
    OFFLINE_READY = "Ready for offline: Porchlight now opens without a network", "Listo sin conexión: Porchlight ya se abre sin red";
    UNREAD_BANNER = "{count} stored pieces cannot be read. They are left as they are; a colleague’s export may mend them.", "{count} partes guardadas no se pueden leer. Se dejan como están; una exportación de un colega puede repararlas.";

    DIRECTORY_WHAT = "What may be told to anyone: partners and hubs, where they are and what they offer. No person’s name, phone or email is here.", "Lo que se puede decir a cualquiera: socios y puntos de acceso, dónde están y qué ofrecen. No hay nombres, teléfonos ni correos de personas.";
    DIRECTORY_NONE = "Partners and hubs appear here as soon as somebody adds them.", "Los socios y puntos de acceso aparecen aquí en cuanto alguien los añade.";
    REPORTS_WHAT = "What the notes add up to.", "Lo que suman las notas.";
    REPORT_PARTNERS_BY = "Partners by {field}", "Socios por {field}";
    REPORT_SENTENCE = "{count} of {all} partners: {answer}", "{count} de {all} socios: {answer}";
    REPORT_CONTACTS = "Contacts by month", "Contactos por mes";
    REPORT_CONTACTS_SENTENCE = "{count} contacts in the last 12 months", "{count} contactos en los últimos 12 meses";
    REPORT_ANSWER = "Answer", "Respuesta";
    REPORT_BAR = "As a bar", "Como barra";
    REPORT_COUNT = "Count", "Cantidad";
    REPORT_UNKNOWN = "not said", "sin decir";

    HELP = "Keys and help", "Teclas y ayuda";
    KEY_SEARCH = "Search", "Buscar";
    KEY_NEW = "New", "Nuevo";
    KEY_HELP = "This help", "Esta ayuda";
    KEY_PALETTE = "Find anything", "Encontrar lo que sea";
    KEY_DONE = "Done with the form", "Terminar el formulario";
    GO_TO = "Go to {place}", "Ir a {place}";
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
        for words in [super::WELCOME, super::WELCOME_WHAT, super::START, super::PRACTISE, super::OTHER_LANGUAGE] {
            let [en, es] = [Lang::En, Lang::Es].map(|lang| words.get(lang));
            let alike = en == es && shell.contains(&format!(">{en}<"));
            assert!(alike || shell.contains(&format!(r#"data-es="{es}">{en}<"#)), "{en}");
        }
    }
}
