//! The words of “Copies and storage”, in both languages.

use crate::exchange::transfer::Effect;
use crate::model::text::{Message, Text};

crate::words! {
    EXPORT = "Back up or share", "Copia de seguridad";
    IMPORT = "Import a colleague’s copy", "Importar copia";
    OFFICE = "Export spreadsheets (CSV)", "Exportar a hojas de cálculo";
    PRACTICE_NO_IMPORT = "Real notes can’t be mixed with practice notes. End practice first.", "Las notas reales no se mezclan con las de práctica. Termine primero la práctica.";
    TABLE = "Import a spreadsheet", "Importar hoja de cálculo";

    COPIES = "Only on this tablet", "Solo en esta tableta";
    OLDEST = "The oldest was written: {when}", "La más antigua se escribió: {when}";
    IN_A_FILE = "Every note is in a file you saved", "Todas las notas están en un archivo que usted guardó";
    IN_NO_FILE = "{count} notes are not in any file you saved", "{count} notas no están en ningún archivo que usted guardó";
    IN_NO_FILE_ONE = "1 note is not in any file you saved", "1 nota no está en ningún archivo que usted guardó";
    ALL_READABLE = "Everything that can be read has a copy elsewhere. Some notes can’t be read: see below", "Todo lo que se puede leer tiene una copia en otro lugar. Una parte no se puede leer: vea abajo";
    LAST_SHARED = "Last copy: {when}, sent from this tablet", "Última copia: {when}, enviada desde esta tableta";
    LAST_SAVED = "Last copy: {when}, saved on this tablet. Send or move that file: if this tablet is lost, so is the copy", "Última copia: {when}, guardada en esta tableta. Envíe o mueva ese archivo: si se pierde la tableta, se pierde la copia";
    LAST_SYNCED = "Last synced: {when}", "Última sincronización: {when}";
    FROM_COLLEAGUES = "A colleague’s file has them all", "El archivo de un colega las tiene todas";
    EMPTY_WHAT = "Once there are notes, you send copies from here and import colleagues’ notes.", "Cuando haya notas, desde aquí se envían copias y se importan las notas de colegas.";

    SOUND_ONE = "The audio of 1 recording is only on this tablet", "El audio de 1 grabación está solo en esta tableta";
    SOUND = "The audio of {count} recordings is only on this tablet", "El audio de {count} grabaciones está solo en esta tableta";
    SOUND_WHAT = "A copy holds the notes but not the audio. To keep a recording safe, open its interview and save it as a file, or turn on “Sync recordings, too” for a place.", "Una copia lleva las notas, pero no el audio. Para conservar una grabación, abra su entrevista y guárdela como archivo, o active “Sincronizar también las grabaciones” en un lugar.";

    WORK_PERCENT = "{what} {percent}%", "{what} {percent}%";
    EXPORTING = "Making the copy…", "Haciendo la copia…";
    READING = "Reading “{file}”…", "Leyendo “{file}”…";
    TAKING_IN = "Importing…", "Importando…";
    TAKING_BACK = "Undoing…", "Deshaciendo…";
    LAST_IMPORT = "Last import", "Última importación";
    IMPORT_AGAIN = "Import again", "Importar de nuevo";
    UNDO_REST = "Undo the rest", "Deshacer el resto";
    NOTED_SINCE = "Noted there since: {notes}.", "Anotado ahí desde entonces: {notes}.";
    WOULD_STAY = "{staying} imported {staying|record stays|records stay}, because {staying|it was|they were} worked on since. The other {going} {going|goes|go} away.", "{staying|Queda|Quedan} {staying} {staying|registro importado|registros importados}, porque se {staying|trabajó|trabajaron} después. {going|Se va el otro|Se van los otros} {going}.";
    PLANNING = "Checking every row…", "Revisando cada fila…";
    MAKING_FILES = "Making the files…", "Haciendo los archivos…";

    COPY_READY = "The copy is ready", "La copia está lista";
    COPY_WHAT = "“{file}”, {size}, with every note on this tablet. Only for colleagues: it holds people’s names and phone numbers.", "“{file}”, {size}, con todas las notas de esta tableta. Solo para colegas: contiene nombres y teléfonos de personas.";
    COPY_HOLDS_UNSAVED = "It also holds what could not be saved on this tablet. Import it here once there is space to get that back.", "También contiene lo que no se pudo guardar en esta tableta. Cuando haya espacio, impórtelo aquí para recuperarlo.";
    COPY_LACKS = "“{file}”, {size}. {count} notes are missing: they are stored in pieces that can’t be read. “Export spreadsheets (CSV)” has them as they are now; a colleague’s copy brings them back. Only for colleagues: the file holds people’s names and phone numbers.", "“{file}”, {size}. Le faltan {count} notas: están en partes guardadas que no se pueden leer. “Exportar a hojas de cálculo” las tiene como están ahora; la copia de un colega las trae de vuelta. Solo para colegas: contiene nombres y teléfonos de personas.";
    COPY_LACKS_ONE = "“{file}”, {size}. 1 note is missing: it is stored in a piece that can’t be read. “Export spreadsheets (CSV)” has it as it is now; a colleague’s copy brings it back. Only for colleagues: the file holds people’s names and phone numbers.", "“{file}”, {size}. Le falta 1 nota: está en una parte guardada que no se puede leer. “Exportar a hojas de cálculo” la tiene como está ahora; la copia de un colega la trae de vuelta. Solo para colegas: contiene nombres y teléfonos de personas.";
    SHARE = "Share", "Compartir";
    SAVE_HERE = "Save to this tablet", "Guardar en esta tableta";
    SHARED = "Copy sent", "Copia enviada";
    SAVED_FILE = "“{file}” is saved on this tablet. Send or move that file: if this tablet is lost, so is the copy", "“{file}” está guardado en esta tableta. Envíe o mueva ese archivo: si se pierde la tableta, se pierde la copia";
    NOT_SHARED = "Nothing was sent, so nothing is marked as copied", "No se envió nada, así que nada queda marcado como copiado";
    NOT_GIVEN = "The file could not be sent: {cause}. Try again", "No se pudo enviar el archivo: {cause}. Intente de nuevo";
    NOT_MARKED = "The copy was sent, but this tablet could not note that. {reason}", "La copia se envió, pero esta tableta no pudo anotarlo. {reason}";
    NOTHING_TO_EXPORT = "There are no notes yet, so there is nothing to export", "Aún no hay notas, así que no hay nada que exportar";
    RESCUE_BY_OFFICE = "“Export spreadsheets (CSV)” needs no storage: it saves what you see as a rescue.", "“Exportar a hojas de cálculo” no necesita almacenamiento: rescata lo que usted ve.";

    BRINGS = "Preview of “{file}”", "Vista previa de “{file}”";
    BRINGS_NOTHING = "Everything in “{file}” is already here. Nothing was changed", "Todo lo de “{file}” ya está aquí. No se cambió nada";
    CANNOT_TAKE_IN = "“{file}” was not imported", "“{file}” no se importó";
    COUNT_CONFLICT = "{count} with two versions", "Con dos versiones: {count}";
    COUNT_NEW = "{count} new", "Nuevas: {count}";
    COUNT_CHANGED = "{count} changed", "Cambian: {count}";
    COUNT_DELETED = "{count} deleted", "Se eliminan: {count}";
    COUNT_ERASED = "{count} permanently erased", "Se borran para siempre: {count}";
    COUNT_MENDED = "{count} notes that could not be read are restored", "Se recuperan {count} notas que no se podían leer";
    COUNT_MENDED_ONE = "1 note that could not be read is restored", "Se recupera 1 nota que no se podía leer";
    COUNT_KNOWN = "{count} {count|note is|notes are} already here", "Ya {count|está|están} aquí: {count} {count|nota|notas}";
    EFFECT_CONFLICT = "Two versions: one is used, the other is kept", "Dos versiones: se usa una y se guarda la otra";
    EFFECT_NEW = "New", "Nueva";
    EFFECT_CHANGED = "Changed", "Cambia";
    EFFECT_DELETED = "Deleted", "Se elimina";
    EFFECT_ERASED = "Permanently erased", "Se borra para siempre";
    FROM_ONE = "From 1 tablet", "De 1 tableta";
    FROM_SEVERAL = "From {count} tablets", "De {count} tabletas";
    FROM_SELF = "From this tablet", "De esta tableta";
    FROM_SELF_AND_ONE = "From this tablet and 1 other", "De esta tableta y 1 más";
    FROM_SELF_AND = "From this tablet and {count} others", "De esta tableta y {count} más";
    OTHER_ORG = "This file comes from a tablet that was set up separately from yours. If you know the sender, import it. From then on, the two tablets can share notes.", "Este archivo viene de una tableta que se preparó aparte de la suya. Si conoce a quien lo envía, impórtelo. Desde entonces podrán compartir notas.";
    PARTED = "A tablet was copied, or restored to an older state, and both were used after that. Both histories are kept; where they differ, you can choose.", "Se copió una tableta o se devolvió a un estado anterior, y las dos se siguieron usando. Se conservan ambas historias; donde difieren, usted puede elegir.";
    ONLY_WHOLE = "The file is damaged, first in line {line}. Only the undamaged part will be imported. Ask for the file again to get the rest", "El archivo está dañado, primero en la línea {line}. Solo se importa lo que no está dañado. Pida el archivo de nuevo para tener el resto";
    WHAT_HAPPENS = "What will happen", "Qué pasará";
    NAME = "Name", "Nombre";
    FIRST_OF = "The first {shown} of {count}", "Los primeros {shown} de {count}";
    TAKE_IN = "Import", "Importar";
    ERASE_AND_TAKE_IN = "Erase them and import", "Borrarlos e importar";
    TAKE_IN_ANYWAY = "Import anyway", "Importar de todos modos";
    TAKE_IN_WHOLE = "Import the undamaged part", "Importar lo que no está dañado";
    CHOOSE_OTHER = "Another file", "Otro archivo";

    OFFICE_WHAT = "A table for each type of note, for any spreadsheet program, and one JSON file. They are for reading: the copy that colleagues import is “Back up or share”.", "Una tabla por cada tipo de nota, para cualquier hoja de cálculo, y un archivo JSON. Son para leer: la copia que importan los colegas es “Copia de seguridad”.";
    OFFICE_LANGUAGE = "Language of the tables", "Idioma de las tablas";
    LEAVE_OUT_PEOPLE = "Leave out people’s contact details", "Omitir los datos de contacto de las personas";
    LEAVE_OUT_WHY = "Names, phones, emails, main contact information, notes and what was said. Check what remains before you share the files.", "Nombres, teléfonos, correos, información principal de contacto, notas y lo que se dijo. Revise lo que queda antes de compartir los archivos.";
    MAKE_FILES = "Make the files", "Hacer los archivos";
    FILES_READY = "The files are ready", "Los archivos están listos";
    FILES_PUBLIC = "Names, phones, emails, main contact information, notes and what was said are left out. Check what remains before you share the files.", "Se omiten nombres, teléfonos, correos, información principal de contacto, notas y lo que se dijo. Revise lo que queda antes de compartir los archivos.";
    FILES_PRIVATE = "They hold people’s names, phones and emails. Share them only with colleagues who may see them.", "Contienen nombres, teléfonos y correos de personas. Compártalos solo con colegas que puedan verlos.";
    EVERYTHING = "Everything (JSON)", "Todo (JSON)";
    FILE_LINE = "{file} · {size} · {count} {count|entry|entries}", "{file} · {size} · {count} {count|registro|registros}";
    SAVE_ALL = "Save all as one ZIP file", "Guardar todo en un archivo ZIP";
    SHARE_ALL = "Share all", "Compartir todo";
    ONE_BY_ONE = "One file at a time", "Un archivo a la vez";
    FILE_SAVE = "Save: {what}", "Guardar: {what}";
    FILE_SHARE = "Share: {what}", "Compartir: {what}";
    SAVE = "Save", "Guardar";
    FILE_SAVED = "“{file}” is saved on this tablet", "“{file}” está guardado en esta tableta";
    FILE_SENT = "“{file}” was sent", "“{file}” se envió";

    TABLE_WHAT = "Import a list you already have: partners from a spreadsheet, saved as CSV, contacts from an address book (.vcf), or a school’s events from a calendar (.ics). You see a preview before anything is changed.", "Importe una lista que ya tiene: socios de una hoja de cálculo guardada como CSV, contactos de una libreta de direcciones (.vcf) o los eventos de una escuela de un calendario (.ics). Verá una vista previa antes de que algo cambie.";
    TABLE_HOW = "In Excel, Numbers or Google Sheets: open the file, choose Save as, Export or Download, then CSV.", "En Excel, Numbers o Google Sheets: abra el archivo, elija Guardar como, Exportar o Descargar y luego CSV.";
    CHOOSE_FILE = "Choose a file", "Elegir un archivo";
    MATCH_TITLE = "Which column holds what?", "¿Qué contiene cada columna?";
    MATCH_READ = "“{file}”: {rows} {rows|row|rows}, {columns} {columns|column|columns}, {delimiter}; text format: {letters}.", "“{file}”: {rows} {rows|fila|filas}, {columns} {columns|columna|columnas}, {delimiter}; formato de texto: {letters}.";
    MATCH_CALENDAR = "“{file}”: events from a calendar, {rows} {rows|row|rows}.", "“{file}”: eventos de un calendario, {rows} {rows|fila|filas}.";
    MATCH_CARDS = "“{file}”: contacts from an address book, {rows} {rows|row|rows}; text format: {letters}.", "“{file}”: contactos de una libreta de direcciones, {rows} {rows|fila|filas}; formato de texto: {letters}.";
    BY_COMMA = "separated by commas", "separadas por comas";
    BY_SEMICOLON = "separated by semicolons", "separadas por punto y coma";
    BY_TAB = "separated by tabs", "separadas por tabuladores";
    BY_BAR = "separated by bars", "separadas por barras";
    HEADINGS_IN = "Where are the column headings?", "¿Dónde están los encabezados de las columnas?";
    NO_HEADINGS = "Nowhere: every line is a row", "En ninguna parte: cada línea es una fila";
    IN_LINE = "In line {line}: {cells}", "En la línea {line}: {cells}";
    IN_LINES = "In lines {line} and {last}: {cells}", "En las líneas {line} y {last}: {cells}";
    TEXT_FORMAT = "Text format", "Formato de texto";
    ROWS_ARE = "What each row is", "Qué es cada fila";
    AS_IT_IS = "{words}", "{words}";
    AND = "{all}, {one}", "{all}, {one}";
    COLUMN_NUMBER = "Column {number}", "Columna {number}";
    LEAVE_OUT = "Leave out", "Omitir";
    BLANK_COLUMNS = "{count} columns are blank and left out.", "{count} columnas están en blanco y se omiten.";
    BLANK_COLUMN_ONE = "1 column is blank and left out.", "1 columna está en blanco y se omite.";
    NEEDS = "No column is matched to “{label}”, which every row needs. Choose one below.", "Ninguna columna corresponde a “{label}”, que cada fila necesita. Elija una abajo.";
    LOOK = "Preview", "Vista previa";
    WOULD_DO = "Preview of “{file}”", "Vista previa de “{file}”";
    COUNT_SAME = "{count} already here", "Ya están aquí: {count}";
    COUNT_LEFT_OUT = "{count} skipped", "Se omiten: {count}";
    COUNT_LINKED = "{count} linked {count|name|names} added", "Nombres vinculados que se agregan: {count}";
    SAME = "Already here", "Ya está aquí";
    ROW_NEW = "New", "Nuevo";
    ROW_CHANGED = "Changes: {fields}", "Cambia: {fields}";
    ROW_LEFT_OUT = "Skipped", "Se omite";
    ROWS = "Rows", "Filas";
    MEND = "Skipped, needs a fix", "Omitidas, por corregir";
    MEND_HOW = "Skipped cells. Everything else will be imported. Fix the spreadsheet and import it again: notes that are already here stay as they are.", "Celdas omitidas. Lo demás sí se importará. Corrija la hoja e impórtela otra vez: lo que ya está aquí queda igual.";
    REPEATED = "{count} rows have the same name as an earlier row and are combined with it into one record; where they differ, the last row is used.", "{count} filas tienen el mismo nombre que una fila anterior y se combinan con ella en un solo registro; donde difieren, se usa la última.";
    REPEATED_ONE = "1 row has the same name as an earlier row and is combined with it into one record; where they differ, the last row is used.", "1 fila tiene el mismo nombre que una fila anterior y se combina con ella en un solo registro; donde difieren, se usa la última.";
    NAMESAKES = "{count} {count|row has|rows have} the name of another record, with other details. Are they the same?", "{count} {count|fila tiene|filas tienen} el nombre de otro registro, con otros datos. ¿Son lo mismo?";
    NAMESAKES_TOLD = "Go by phone, email, address and contact", "Según teléfono, correo, dirección y contacto";
    NAMESAKES_APART = "No: keep each as a record of its own", "No: que cada una sea un registro aparte";
    NAMESAKES_TOGETHER = "Yes: combine them", "Sí: combinarlas";
    VALUE = "{label}: {value}", "{label}: {value}";
    VALUE_CHANGED = "{label}: {value}; until now {before}", "{label}: {value}; hasta ahora {before}";
    VALUE_GONE = "nothing", "nada";
    FROM_CELL = "{said}; in the file “{cell}”", "{said}; en el archivo, “{cell}”";
    KNOW = "Please check ({count})", "Por favor, revise ({count})";
    LINE = "Line", "Línea";
    IN_COLUMN = "Column: {column}.", "Columna: {column}.";
    WHAT_TO_DO = "What to do", "Qué hacer";
    IT_SAID = "Your line: {cell}", "Su línea: {cell}";
    SHOW_THEM = "Open the list", "Abrir la lista";

    STORAGE = "Storage", "Almacenamiento";
    KEPT = "Your notes stay until you erase them", "Sus notas se quedan hasta que usted las borre";
    KEPT_WHAT = "The browser promised not to delete them on its own.", "El navegador prometió no borrarlas por su cuenta.";
    MAY_GO = "Notes aren’t protected yet", "Las notas aún no están protegidas";
    MAY_GO_WHAT = "The browser has not promised to keep them if space runs out.", "El navegador no ha prometido guardarlas si falta espacio.";
    ASK_TO_KEEP = "Protect my notes", "Proteger mis notas";
    ASKED = "The browser said no. Send copies often, or add Porchlight to the Home Screen", "El navegador no lo aceptó. Envíe copias a menudo o agregue Porchlight a la pantalla de inicio";
    NOT_SAID = "This browser does not say whether it protects notes", "Este navegador no dice si protege las notas";
    NOT_SAID_WHAT = "Send copies often.", "Envíe copias a menudo.";
    SPACE = "{free} free", "{free} libres";
    SPACE_USED = "Porchlight uses {used}.", "Porchlight usa {used}.";
    SPACE_LITTLE = "Porchlight uses {used}. Free up space on this tablet soon.", "Porchlight usa {used}. Libere pronto espacio en esta tableta.";
    COPY_TODAY = "Last copy: today", "Última copia: hoy";
    COPY_ONE_DAY = "Last copy: 1 day ago", "Última copia: hace 1 día";
    COPY_DAYS = "Last copy: {days} days ago", "Última copia: hace {days} días";
    COPY_DUE = "Send one now: notes that are only here are lost with the tablet.", "Envíe una ahora: lo que solo está aquí se pierde con la tableta.";
    COPY_FINE = "Send one every week, and after a long day.", "Envíe una cada semana y después de un día largo.";
    OFFLINE_READY = "Ready to use offline", "Listo para usarse sin conexión";
    OFFLINE_READY_WHAT = "Porchlight opens with no internet.", "Porchlight se abre sin internet.";
    OFFLINE_UPDATE_WHAT = "Porchlight opens with no internet. A newer version is ready: tap it above.", "Porchlight se abre sin internet. Hay una versión más nueva lista: tóquela arriba.";
    OFFLINE_WAIT = "Getting ready to work offline…", "Preparándose para usarse sin conexión…";
    OFFLINE_WAIT_WHAT = "Stay connected for a moment.", "Siga en línea un momento.";
    OFFLINE_NO = "Not ready to use offline", "No está listo para usarse sin conexión";
    OFFLINE_NO_WHAT = "This browser or address can’t open Porchlight with no internet. Your notes are safe.", "Este navegador o esta dirección no puede abrir Porchlight sin internet. Sus notas están a salvo.";
    OFFLINE_FAILED_WHAT = "It could not be stored: {cause}. Your notes are safe. Reload while connected to try again.", "No se pudo guardar: {cause}. Sus notas están a salvo. Vuelva a cargar con conexión para intentarlo de nuevo.";
    UNREAD = "{count} stored pieces can’t be read", "{count} partes guardadas no se pueden leer";
    UNREAD_ONE = "1 stored piece can’t be read", "1 parte guardada no se puede leer";
    UNREAD_WHAT = "Nothing in them is changed, and copies don’t include them. Import a colleague’s copy: whatever it has of them comes back. When you erase something permanently, the lines in them that clearly belong to it are erased too; lines that are too damaged to recognize may stay until then.", "No se cambia nada en ellas, y las copias no las incluyen. Importe la copia de un colega: lo que tenga de ellas vuelve. Cuando borre algo para siempre, también se borran las líneas que se reconozcan; las demasiado dañadas pueden quedar hasta entonces.";
    SAVING_FAILS = "Saving fails", "No se puede guardar";
    SAVING_FAILS_WHAT = "{reason}. “Back up or share” still works: send a copy first.", "{reason}. “Copia de seguridad” sigue funcionando: envíe primero una copia.";
    ON_HOME = "Porchlight is on the Home Screen", "Porchlight está en la pantalla de inicio";
    ELSEWHERE = "Other notes on this tablet", "Otras notas en esta tableta";
    ELSEWHERE_WHAT = "The Porchlight at {address} keeps its own notes here.", "El Porchlight de {address} guarda aquí sus propias notas.";
    ELSEWHERE_OPEN = "Open it", "Abrirlo";
    TO_HOME = "Add Porchlight to the Home Screen", "Agregar Porchlight a la pantalla de inicio";
    TO_HOME_WHAT = "It opens like any other app, and browsers keep its notes longer.", "Se abre como cualquier otra aplicación y los navegadores guardan sus notas por más tiempo.";
    TO_HOME_BUTTON = "Add", "Agregar";
    TO_HOME_STEPS = "In Safari, tap Share (the square with the arrow), then “Add to Home Screen”, then “Add”.", "En Safari, toque Compartir (el cuadrado con la flecha), luego “Agregar a inicio” y luego “Agregar”.";
    STEPS_AND_MOVE = "{steps} {move}", "{steps} {move}";
    TO_HOME_MOVE = "It starts empty there: make a copy here first, then import that copy there.", "Allí empieza vacío: primero haga aquí una copia y luego impórtela allí.";
}

/// How many bytes, as people say it: “1.2 GB”.
pub fn size(bytes: f64) -> String {
    let units = [("GB", 1e9), ("MB", 1e6), ("KB", 1e3)];
    match units.into_iter().find(|(_, unit)| bytes >= *unit) {
        Some((name, unit)) if bytes < 10.0 * unit => format!("{:.1} {name}", bytes / unit),
        Some((name, unit)) => format!("{:.0} {name}", bytes / unit),
        None => format!("{:.0} B", bytes.max(0.0)),
    }
}

/// Words for some, for one and for several.
pub fn counted(count: usize, one: Text, several: Text) -> Message {
    if count == 1 { one.message() } else { several.with("count", count) }
}

/// How many records an import treats so.
pub fn effect_count(effect: Effect) -> Text {
    match effect {
        Effect::Conflict => COUNT_CONFLICT,
        Effect::New => COUNT_NEW,
        Effect::Changed => COUNT_CHANGED,
        Effect::Deleted => COUNT_DELETED,
        Effect::Erased => COUNT_ERASED,
    }
}

/// What an import does to a record.
pub fn effect(effect: Effect) -> Text {
    match effect {
        Effect::Conflict => EFFECT_CONFLICT,
        Effect::New => EFFECT_NEW,
        Effect::Changed => EFFECT_CHANGED,
        Effect::Deleted => EFFECT_DELETED,
        Effect::Erased => EFFECT_ERASED,
    }
}

/// Whose notes a file brings: this tablet's own, and those of so many others.
pub fn origin(own: bool, others: usize) -> Message {
    match (own, others) {
        (true, 0) => FROM_SELF.message(),
        (true, others) => counted(others, FROM_SELF_AND_ONE, FROM_SELF_AND),
        (false, others) => counted(others, FROM_ONE, FROM_SEVERAL),
    }
}

/// How the cells of a table are told apart.
pub fn delimiter(delimiter: char) -> Text {
    match delimiter {
        ';' => BY_SEMICOLON,
        '\t' => BY_TAB,
        '|' => BY_BAR,
        _ => BY_COMMA,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Lang;

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(ALL), Vec::<String>::new());
    }

    #[test]
    fn bytes_are_said_in_units_people_know() {
        let said = [0.0, 12.0, 1_200.0, 26_600_000.0, 1_240_000_000.0, 64e9, -1.0].map(size);
        assert_eq!(said, ["0 B", "12 B", "1.2 KB", "27 MB", "1.2 GB", "64 GB", "0 B"]);
    }

    #[test]
    fn one_is_said_as_one() {
        let said = |own, others| origin(own, others).say(Lang::En);
        assert_eq!([said(true, 0), said(true, 1)], ["From this tablet", "From this tablet and 1 other"]);
        assert_eq!([said(false, 1), said(false, 3)], ["From 1 tablet", "From 3 tablets"]);
    }
}
