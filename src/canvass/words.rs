//! The words of canvassing, in both languages.

use super::standing::Rest;
use crate::model::date;
use crate::model::text::{Lang, Message};
use chrono::NaiveDate;

crate::words! {
    CANVASS = "Canvass", "Recorrido";
    IMPORT_ADDRESSES = "Import addresses", "Importar direcciones";
    ADDRESSES = "Addresses", "Direcciones";
    ADDRESSES_HELP = "One a line, or a street with its numbers: Maple St 2–48 even, apartments 1–6 at 12", "Una por línea, o una calle con sus números: Maple St 2–48 pares, apartamentos 1–6 en 12";
    FROM_FILE = "From a spreadsheet", "De una hoja de cálculo";
    LIST_OF = "Addresses of {date}", "Direcciones del {date}";
    LIST_NAME = "Name of the list", "Nombre de la lista";
    LIST_NAME_HELP = "A newer list under the same name brings the old one up to date.", "Una lista más nueva con el mismo nombre pone al día la anterior.";
    LIST_TOWN = "Town", "Ciudad";
    LIST_TOWN_HELP = "Where a line does not name one.", "Cuando una línea no la nombra.";
    NAME_THE_LIST = "Give the list a name first", "Primero póngale nombre a la lista";
    ENTER_FIRST = "Enter addresses first, or choose a file", "Primero escriba direcciones o elija un archivo";
    WHICH_STREET = "Choose which column holds the street", "Elija qué columna contiene la calle";
    WOULD_BRING = "What “{list}” would bring", "Lo que traería «{list}»";
    COUNT_NEW = "{count} new doors", "Puertas nuevas: {count}";
    COUNT_CHANGED = "{count} brought up to date", "Se ponen al día: {count}";
    COUNT_SAME = "{count} here already", "Ya están aquí: {count}";
    COUNT_REPEATED = "{count} twice in the list", "Dos veces en la lista: {count}";
    COUNT_LEFT_OUT = "{count} left out", "Se omiten: {count}";
    NOTHING_NEW = "Every door of this list is here already", "Todas las puertas de esta lista ya están aquí";
    NEW_DOORS = "New doors", "Puertas nuevas";
    LOOK_AT = "To look at", "Para revisar";
    WHAT_WE_HEARD = "What we heard", "Lo que nos dijeron";
    NOTHING_HEARD = "No visits yet", "Aún no hay visitas";
    FOR_OTHERS = "Save for others", "Guardar para otros";
    FOR_OTHERS_RULE = "On paper and in the file for others: {rule}", "En papel y en el archivo para otros: {rule}";
    GUIDE = "Questions at the door", "Preguntas en la puerta";
    GUIDE_WHAT = "What is asked, in this order. Reword a question, leave it out, or add your own: what was answered before stays.", "Qué se pregunta, en este orden. Reformule una pregunta, omítala o añada las suyas: lo ya respondido se conserva.";
    NOT_ASKED = "Left out for now", "Omitidas por ahora";
    PRINT_GUIDE = "Print the questions", "Imprimir las preguntas";
    HALF = "One language is missing", "Falta un idioma";
    SAME_DOORS = "Doors that may be one", "Puertas que quizá sean una";
    SAME_DOORS_WHAT = "These doors may have come in twice. As one door, their visits and wishes stand together; nothing is deleted, and you can take it back.", "Estas puertas quizá llegaron dos veces. Como una sola puerta, sus visitas y deseos quedan juntos; no se elimina nada y se puede deshacer.";
    NO_SAME_DOORS = "No two doors look like one", "Ninguna puerta parece repetida";
    NO_SAME_DOORS_WHAT = "Their addresses are compared each time you come here. Come back when a new list is in.", "Sus direcciones se comparan cada vez que viene aquí. Vuelva cuando llegue otra lista.";
    COMPARING = "Comparing the addresses…", "Comparando las direcciones…";
    SURELY_ONE = "One address in two spellings", "Una dirección escrita de dos formas";
    PERHAPS_ONE = "Perhaps one address", "Quizá la misma dirección";
    ONE_DOOR = "One door", "Una puerta";
    TWO_DOORS = "Two doors", "Dos puertas";
    AS_WRITTEN = "Entered as “{address}”", "Escrita como «{address}»";
    VISITS = "Visits: {count}", "Visitas: {count}";
    MORE_PAIRS = "And {count} more after these", "Y {count} más después de estas";
    TURFS = "Turfs", "Zonas";
    NEW_TURF = "New turf", "Nueva zona";
    PICK_STREETS = "Pick streets or sides", "Elija calles o lados";
    WHOLE_STREET = "whole street", "toda la calle";
    COVERAGE = "{visited} of {doors} doors", "{visited} de {doors} puertas";
    TAKE_ALONG = "Take it along on this tablet", "Llevarla en esta tableta";
    GIVE_BACK = "Give it back", "Devolverla";
    TAKEN_HERE = "On this tablet", "En esta tableta";
    TAKEN_ELSEWHERE = "On another tablet", "En otra tableta";
    HERE_SINCE = "{who} took this turf along on this tablet: {when}", "{who} llevó esta zona en esta tableta: {when}";
    ELSEWHERE_SINCE = "{who} took this along on another tablet: {when}. Talk to each other before you knock", "{who} la llevó en otra tableta: {when}. Hablen antes de llamar a una puerta";
    NO_STREETS = "No streets yet", "Aún no hay calles";
    NO_STREETS_WHAT = "Bring the addresses you want to visit: a spreadsheet, pasted lines, or a street with its numbers. Then walk them door by door, with no network.", "Traiga las direcciones que quiere visitar: una hoja de cálculo, líneas pegadas o una calle con sus números. Luego recórralas puerta por puerta, sin red.";
    STREETS = "Streets", "Calles";
    FIND_STREET = "Search streets, or type a door code", "Busque calles o escriba un código de puerta";
    WRONG_CODE = "This is no door code: a digit is wrong, or two are swapped", "No es un código de puerta: un dígito está mal o dos están cambiados";
    NO_SUCH_CODE = "No door here has this code", "Ninguna puerta aquí tiene este código";
    PRINT_STREET = "Print the street list", "Imprimir la lista de la calle";
    PAPER_CODE = "Code", "Código";
    PAPER_NOTES = "Notes", "Notas";
    PAPER_LAST = "Last time", "Última vez";
    PAPER_DATE = "Printed {date}. Type a code under Canvass to open its door.", "Impreso el {date}. Escriba un código en Recorrido para abrir su puerta.";
    STREET_LINE = "{visited} of {doors} doors · {talked} talked", "{visited} de {doors} puertas · {talked} conversaciones";
    WAITING = "{count} waiting", "{count} por visitar";
    ALL_DONE = "Done for now", "Listo por ahora";
    ODD = "odd", "impares";
    EVEN = "even", "pares";
    NO_NUMBER = "without a number", "sin número";
    NO_STREET_NAME = "Without a street", "Sin calle";
    NOT_THERE = "This street is not here", "Esta calle no está aquí";
    NOT_THERE_HINT = "Its doors were deleted, or they are on another tablet and have not come yet.", "Sus puertas se eliminaron, o están en otra tableta y aún no han llegado.";
    APARTMENTS = "{count} apartments", "{count} apartamentos";
    HERE = "You are here", "Está aquí";
    NEXT_DOOR = "Next door", "Siguiente puerta";
    NO_NEXT = "No door of this street waits for a knock today", "Hoy no queda ninguna puerta por visitar en esta calle";
    LAST_NEVER = "Last: never", "Última vez: nunca";
    LAST = "Last: {when}, {outcome}", "Última vez: {when}, {outcome}";
    LAST_BY = "{last}, {who}", "{last}, {who}";
    TRY_NEXT = "Try again: {when}", "Intente otra vez: {when}";
    MORE = "More", "Más";
    OTHER_ANSWERS = "Other answers…", "Otras respuestas…";
    WHAT_HAPPENED = "What happened?", "¿Qué pasó?";
    WISHES = "What they wish", "Qué desean";
    DO_NOT_CONTACT = "Do not contact", "No contactar";
    CONTACT_AGAIN = "Contact is all right again", "Se puede contactar otra vez";
    SEND_SPANISH = "Send someone who speaks Spanish", "Enviar a alguien que hable español";
    OPEN_DOOR = "Everything about this door", "Todo sobre esta puerta";
    WALK_UP_DOWN = "Up one side, down the other", "Subir por un lado y bajar por el otro";
    WALK_ZIGZAG = "From side to side", "De un lado al otro";
    WALK = "Order of walking", "Orden del recorrido";
    VISIT_AT = "{outcome}: {door}", "{outcome}: {door}";
    REST_ATTEMPTS = "Tried {count} times: leave it now", "Se intentó {count} veces: déjela por ahora";
    REST_UNTIL = "Not before {date}", "No antes del {date}";
    REST_SETTLED = "Done here", "Listo aquí";
    NEW_DOOR = "Not tried yet", "Aún sin visitar";
    NOT_HOME_TIMES = "Not home ×{count}", "No estaban ×{count}";
    HEARD = "“{heard}”", "«{heard}»";
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
