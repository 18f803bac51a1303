//! The words of canvassing, in both languages.

use super::standing::Rest;
use crate::model::date;
use crate::model::text::{Lang, Message};
use chrono::NaiveDate;

crate::words! {
    WALK_A_STREET = "Walk a street", "Recorrer una calle";
    CANVASS = "Canvass", "Recorrido";
    IMPORT_ADDRESSES = "Import addresses", "Importar direcciones";
    ADDRESSES = "Addresses", "Direcciones";
    ADDRESSES_HELP = "One per line, or a street with its numbers: Maple St 2–48 even, apartments 1–6 at 12", "Una por línea, o una calle con sus números: Maple St 2–48 pares, apartamentos 1–6 en 12";
    FROM_FILE = "From a spreadsheet", "De una hoja de cálculo";
    LIST_OF = "Addresses from {date}", "Direcciones del {date}";
    LIST_NAME = "Name of the list", "Nombre de la lista";
    LIST_NAME_HELP = "Import again under the same name to update this list.", "Importe otra vez con el mismo nombre para actualizar la lista.";
    LIST_TOWN = "Town", "Ciudad";
    LIST_TOWN_HELP = "Used when a line has no town.", "Se usa si la línea no trae ciudad.";
    NAME_THE_LIST = "Name the list first", "Primero póngale nombre a la lista";
    ENTER_FIRST = "Enter addresses first, or choose a file", "Primero escriba direcciones o elija un archivo";
    WHICH_STREET = "Choose the column with the street", "Elija la columna con la calle";
    WOULD_BRING = "Preview of “{list}”", "Vista previa de “{list}”";
    COUNT_NEW = "{count} new {count|door|doors}", "Puertas nuevas: {count}";
    COUNT_CHANGED = "{count} updated", "Se actualizan: {count}";
    COUNT_SAME = "{count} already here", "Ya están aquí: {count}";
    COUNT_REPEATED = "{count} listed twice", "Dos veces en la lista: {count}";
    COUNT_LEFT_OUT = "{count} skipped", "Se omiten: {count}";
    WARY = "{count} of these may be {count|a door|doors} where nobody wants to be contacted. What should happen to {count|it|them}?", "{count} de estas {count|puede ser una puerta|pueden ser puertas} donde no quieren que los contacten. ¿Qué hacemos?";
    WARY_LEAVE = "Skip them until someone has checked", "Omitir hasta que alguien las revise";
    WARY_OTHERS = "They are different doors: import them", "Son otras puertas: importarlas";
    NOTHING_NEW = "Every door on this list is already here", "Todas las puertas de esta lista ya están aquí";
    NOTHING_READ = "No door in this list could be read", "No se pudo leer ninguna puerta de esta lista";
    NEW_DOORS = "New doors", "Puertas nuevas";
    LOOK_AT = "Needs a fix", "Por corregir";
    WHAT_WE_HEARD = "What we heard", "Lo que nos dijeron";
    NOTHING_HEARD = "No visits yet", "Aún no hay visitas";
    FOR_OTHERS = "Export the totals", "Exportar los totales";
    FOR_OTHERS_RULE = "On paper and in the exported file: {rule}", "En papel y en el archivo exportado: {rule}";
    GUIDE = "Questions at the door", "Preguntas en la puerta";
    GUIDE_WHAT = "Questions, in order. Change, hide or add your own; earlier answers are kept.", "Preguntas, en orden. Cámbielas, ocúltelas o agregue otras; las respuestas anteriores se conservan.";
    EDIT_QUESTION = "Edit question: {question}", "Editar pregunta: {question}";
    NOT_ASKED = "Hidden for now", "Ocultas por ahora";
    PRINT_GUIDE = "Print the questions", "Imprimir las preguntas";
    HALF = "One language is missing", "Falta un idioma";
    SAME_DOORS = "Possible duplicates", "Posibles duplicados";
    SAME_DOORS_WHAT = "These doors may be on the lists twice. Merge them to see all visits and requests in one place; nothing is deleted, and you can undo it.", "Estas puertas quizá están dos veces en las listas. Únalas para ver juntas sus visitas y peticiones; no se elimina nada y se puede deshacer.";
    NO_SAME_DOORS = "No duplicates found", "No se encontraron duplicados";
    NO_SAME_DOORS_WHAT = "Addresses are compared each time you open this page. Come back after importing a new list.", "Las direcciones se comparan cada vez que abre esta página. Regrese después de importar otra lista.";
    COMPARING = "Comparing the addresses…", "Comparando las direcciones…";
    SURELY_ONE = "One address, spelled two ways", "Una dirección escrita de dos formas";
    PERHAPS_ONE = "May be the same address", "Quizá la misma dirección";
    ONE_DOOR = "Same door", "Es la misma";
    TWO_DOORS = "Different doors", "Son distintas";
    AS_WRITTEN = "Entered as “{address}”", "Escrita como “{address}”";
    VISITS = "Visits: {count}", "Visitas: {count}";
    MORE_PAIRS = "And {count} more after these", "Y {count} más después de estas";
    TURFS = "Turfs", "Zonas";
    NEW_TURF = "New turf", "Nueva zona";
    PICK_STREETS = "Pick streets or sides", "Elija calles o lados";
    WHOLE_STREET = "Whole street", "Toda la calle";
    COVERAGE = "{visited} of {doors} {doors|door|doors}", "{visited} de {doors} {doors|puerta|puertas}";
    TAKE_ALONG = "Check out to this tablet", "Llevar en esta tableta";
    GIVE_BACK = "Check in", "Devolver";
    TAKEN_HERE = "On this tablet", "En esta tableta";
    TAKEN_ELSEWHERE = "On another tablet", "En otra tableta";
    HERE_SINCE = "{who} checked this turf out to this tablet: {when}", "{who} lleva esta zona en esta tableta: {when}";
    ELSEWHERE_SINCE = "{who} checked this turf out to another tablet: {when}. Talk to each other before you knock", "{who} la lleva en otra tableta: {when}. Hablen antes de tocar puertas";
    NO_STREETS = "No streets yet", "Aún no hay calles";
    NO_STREETS_WHAT = "Import the addresses you want to visit: a spreadsheet, pasted lines, or a street with its numbers. Then walk them door by door, with no internet.", "Importe las direcciones que quiere visitar: una hoja de cálculo, líneas pegadas o una calle con sus números. Luego recórralas puerta por puerta, sin internet.";
    STREETS = "Streets", "Calles";
    FIND_STREET = "Search streets, or type a door code", "Busque calles o escriba un código de puerta";
    WRONG_CODE = "This is not a door code: a digit is wrong, or two are swapped", "No es un código de puerta: un dígito está mal o dos están cambiados";
    NO_SUCH_CODE = "No door here has this code", "Ninguna puerta aquí tiene este código";
    PRINT_STREET = "Print the street list", "Imprimir la lista de la calle";
    PAPER_CODE = "Code", "Código";
    PAPER_NOTES = "Notes", "Notas";
    PAPER_LAST = "Last visit", "Última visita";
    PAPER_DATE = "Printed {date}. Type a code under Canvass to open its door.", "Impreso el {date}. Escriba un código en Recorrido para abrir su puerta.";
    STREET_LINE = "{visited} of {doors} {doors|door|doors} · {talked} talked", "{visited} de {doors} {doors|puerta|puertas} · {talked} {talked|conversación|conversaciones}";
    WAITING = "{count} to visit", "{count} por visitar";
    ALL_DONE = "Done for now", "Listo por ahora";
    ODD = "Odd side", "Lado impar";
    EVEN = "Even side", "Lado par";
    NO_NUMBER = "No number", "Sin número";
    NO_STREET_NAME = "No street", "Sin calle";
    NOT_THERE = "Street not found", "No se encontró la calle";
    NOT_THERE_HINT = "Its doors were deleted, or they are on another tablet and have not been imported here yet.", "Sus puertas se eliminaron, o están en otra tableta y aún no se han importado aquí.";
    APARTMENTS = "{count} {count|apartment|apartments}", "{count} {count|apartamento|apartamentos}";
    HERE = "You are here", "Usted está aquí";
    COME_BACK_WHEN = "Come back when?", "¿Cuándo regresar?";
    THIS_EVENING = "This evening", "Esta noche";
    ANOTHER_DAY = "Pick a date", "Elegir fecha";
    COMING_BACK = "Come back {when}: {door}", "Regresar {when}: {door}";
    IN_THE_EVENING = "this evening", "esta noche";
    AVOIDED = "They asked not to be contacted", "Pidieron que no los contacten";
    AVOIDED_TAP_AGAIN = "They asked not to be contacted. Tap again to log a visit anyway.", "Pidieron que no los contacten. Toque otra vez para anotar la visita de todos modos.";
    STREET_DONE = "{street} is done for today: {talked} talked, {again} to try again", "{street} ya está por hoy: {talked} {talked|conversación|conversaciones}, {again} por intentar de nuevo";
    START_WALKING = "Start walking: {street}", "Empezar a recorrer: {street}";
    NEXT_STREET = "Next street: {street}", "Siguiente calle: {street}";
    ALL_STREETS = "All streets", "Todas las calles";
    NEXT_DOOR = "Next door", "Siguiente";
    NO_NEXT = "This street is done for today", "Esta calle ya está por hoy";
    LAST_NEVER = "Not visited yet", "Aún sin visitar";
    LAST = "Last visit: {when}, {outcome}", "Última visita: {when}, {outcome}";
    LAST_BY = "{last}, {who}", "{last}, {who}";
    TRY_NEXT = "Best time: {when}", "Mejor momento: {when}";
    MORE = "More", "Más";
    OTHER_ANSWERS = "Other answers…", "Otras respuestas…";
    WHAT_HAPPENED = "What happened?", "¿Qué pasó?";
    DO_NOT_CONTACT = "Do not contact", "No contactar";
    CONTACT_AGAIN = "OK to contact again", "Se puede contactar otra vez";
    SEND_SPANISH = "Send someone who speaks Spanish", "Enviar a alguien que hable español";
    OPEN_DOOR = "Door details", "Detalles de la puerta";
    WALK_UP_DOWN = "Up one side, down the other", "Subir por un lado y bajar por el otro";
    WALK_ZIGZAG = "Cross back and forth", "Cruzando de lado a lado";
    WALK = "Walking order", "Orden del recorrido";
    VISIT_AT = "{outcome}: {door}", "{outcome}: {door}";
    REST_ATTEMPTS = "Tried {count} {count|time|times}: leave it for now", "Se intentó {count} {count|vez|veces}: déjela por ahora";
    REST_UNTIL = "Try again: {date} or later", "Regresar: {date} o después";
    REST_SETTLED = "Done here", "Lista";
    NEW_DOOR = "Not visited yet", "Aún sin visitar";
    NOT_HOME_TIMES = "Not home ×{count}", "No había nadie ×{count}";
    HEARD = "“{heard}”", "“{heard}”";
    SPEAKS = "Speaks: {language}", "Habla: {language}";
}

/// Why a door is left alone.
pub fn rest(rest: Rest, today: NaiveDate, lang: Lang) -> Message {
    match rest {
        Rest::DoNotContact => DO_NOT_CONTACT.message(),
        Rest::Attempts(count) => REST_ATTEMPTS.with("count", count),
        Rest::Until(day) => REST_UNTIL.with("date", date::say_near(day, today, lang)),
        Rest::Settled => REST_SETTLED.message(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
