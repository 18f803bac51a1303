//! The words of “Copies and storage”, in both languages.

use crate::exchange::transfer::Effect;
use crate::formats::csv_import::decode::Encoding;
use crate::model::text::{Message, Text};

crate::words! {
    EXPORT = "Export", "Exportar";
    IMPORT = "Import", "Importar";
    OFFICE = "Office export", "Exportar para la oficina";
    PRACTICE_NO_IMPORT = "Real notes do not come in among practice notes. Remove the practice notes first.", "Las notas reales no entran entre las de práctica. Quite primero las de práctica.";
    TABLE = "Import a spreadsheet", "Importar una tabla";

    COPIES = "Copies", "Copias";
    IN_A_FILE = "Every note is in a file you saved", "Cada nota está en un archivo que usted guardó";
    IN_NO_FILE = "{count} notes are in no file you saved", "{count} notas no están en ningún archivo que usted guardó";
    IN_NO_FILE_ONE = "1 note is in no file you saved", "1 nota no está en ningún archivo que usted guardó";
    ALL_READABLE = "What can be read has a copy elsewhere. Some of it cannot be read, see below", "Lo que se puede leer tiene una copia en otro lugar. Una parte no se puede leer, vea abajo";
    LAST_SHARED = "Last copy: {when}, sent from this tablet", "Última copia: {when}, enviada desde esta tableta";
    LAST_SAVED = "Last copy: {when}, saved on this tablet. Send that file on or move it, or it is lost with the tablet", "Última copia: {when}, guardada en esta tableta. Envíe o mueva ese archivo, o se perderá con la tableta";
    FROM_COLLEAGUES = "A colleague’s file holds them all", "El archivo de un colega las tiene todas";
    EMPTY_WHAT = "When there are notes, this is where a copy leaves and colleagues’ notes come in.", "Cuando haya notas, de aquí sale una copia y aquí entran las notas de colegas.";

    SOUND_ONE = "The sound of 1 recording is on this tablet alone", "El sonido de 1 grabación está solo en esta tableta";
    SOUND = "The sound of {count} recordings is on this tablet alone", "El sonido de {count} grabaciones está solo en esta tableta";
    SOUND_WHAT = "A copy carries the notes and not the sound. What must not be lost with the tablet is saved as a file where the interview is read.", "Una copia lleva las notas y no el sonido. Lo que no deba perderse con la tableta se guarda como archivo donde se lee la entrevista.";

    WORK_PERCENT = "{what} {percent} %", "{what} {percent} %";
    EXPORTING = "Making the copy…", "Haciendo la copia…";
    READING = "Reading “{file}”…", "Leyendo «{file}»…";
    TAKING_IN = "Taking it in…", "Incorporando…";
    TAKING_BACK = "Taking it back…", "Deshaciendo…";
    LAST_IMPORT = "Last import", "Última importación";
    PLANNING = "Looking at every row…", "Revisando cada fila…";
    MAKING_FILES = "Making the files…", "Haciendo los archivos…";

    COPY_READY = "The copy is ready", "La copia está lista";
    COPY_WHAT = "“{file}”, {size}, with every note on this tablet. Only colleagues should get it: it holds people’s names and phone numbers.", "«{file}», {size}, con todas las notas de esta tableta. Solo para colegas: contiene nombres y teléfonos de personas.";
    COPY_HOLDS_UNSAVED = "It also holds what could not be saved on this tablet. Import it here once there is space, and that is back.", "También contiene lo que no se pudo guardar en esta tableta. Cuando haya espacio, impórtelo aquí y volverá.";
    COPY_LACKS = "“{file}”, {size}. {count} notes are not in it: they stand in stored pieces that cannot be read. “Office export” holds them as they are now; a colleague’s export brings them back. Only colleagues should get this file: it holds people’s names and phone numbers.", "«{file}», {size}. Le faltan {count} notas: están en partes guardadas que no se pueden leer. «Exportar para la oficina» las tiene como están ahora; la exportación de un colega las trae de vuelta. Solo para colegas: contiene nombres y teléfonos de personas.";
    COPY_LACKS_ONE = "“{file}”, {size}. 1 note is not in it: it stands in a stored piece that cannot be read. “Office export” holds it as it is now; a colleague’s export brings it back. Only colleagues should get this file: it holds people’s names and phone numbers.", "«{file}», {size}. Le falta 1 nota: está en una parte guardada que no se puede leer. «Exportar para la oficina» la tiene como está ahora; la exportación de un colega la trae de vuelta. Solo para colegas: contiene nombres y teléfonos de personas.";
    SHARE = "Share", "Compartir";
    SAVE_HERE = "Save to this tablet", "Guardar en esta tableta";
    SHARED = "Copy sent", "Copia enviada";
    SAVED_FILE = "“{file}” is saved on this tablet. Send it on or move it to another place", "«{file}» está guardado en esta tableta. Envíelo o muévalo a otro lugar";
    NOT_SHARED = "Nothing was sent, so nothing is marked as copied", "No se envió nada, así que nada queda marcado como copiado";
    NOT_GIVEN = "The file could not leave: {cause}. Try again", "El archivo no pudo salir: {cause}. Intente de nuevo";
    NOT_MARKED = "The copy left, but this tablet could not note that. {reason}", "La copia salió, pero esta tableta no pudo anotarlo. {reason}";
    NOTHING_TO_EXPORT = "There are no notes yet, so there is nothing to export", "Aún no hay notas, así que no hay nada que exportar";
    RESCUE_BY_OFFICE = "“Office export” needs no storage: it saves what you see as a rescue.", "«Exportar para la oficina» no necesita almacenamiento: salva lo que usted ve.";

    BRINGS = "What “{file}” brings", "Lo que trae «{file}»";
    BRINGS_NOTHING = "Everything in “{file}” is here already. Nothing was changed", "Todo lo de «{file}» ya está aquí. No se cambió nada";
    CANNOT_TAKE_IN = "“{file}” was not taken in", "«{file}» no se incorporó";
    COUNT_CONFLICT = "{count} with two versions", "Con dos versiones: {count}";
    COUNT_NEW = "{count} new", "Nuevas: {count}";
    COUNT_CHANGED = "{count} changed", "Cambian: {count}";
    COUNT_DELETED = "{count} deleted", "Se eliminan: {count}";
    COUNT_ERASED = "{count} erased for good", "Se borran para siempre: {count}";
    COUNT_MENDED = "{count} notes that could not be read come back whole", "Vuelven completas {count} notas que no se podían leer";
    COUNT_MENDED_ONE = "1 note that could not be read comes back whole", "Vuelve completa 1 nota que no se podía leer";
    COUNT_KNOWN = "{count} notes are here already", "Ya están aquí: {count} notas";
    EFFECT_CONFLICT = "Two versions: one stays, the other is kept beside it", "Dos versiones: una se queda y la otra se guarda al lado";
    EFFECT_NEW = "New", "Nueva";
    EFFECT_CHANGED = "Changed", "Cambia";
    EFFECT_DELETED = "Deleted", "Se elimina";
    EFFECT_ERASED = "Erased for good", "Se borra para siempre";
    FROM_ONE = "From 1 tablet", "De 1 tableta";
    FROM_SEVERAL = "From {count} tablets", "De {count} tabletas";
    FROM_SELF = "From this tablet", "De esta tableta";
    FROM_SELF_AND_ONE = "From this tablet and 1 other", "De esta tableta y 1 más";
    FROM_SELF_AND = "From this tablet and {count} others", "De esta tableta y {count} más";
    OTHER_ORG = "This file comes from a tablet that was set up apart from yours. If you know the sender, take it in: from then on the two belong together.", "Este archivo viene de una tableta que se preparó aparte de la suya. Si conoce a quien lo envía, incorpórelo: desde entonces las dos van juntas.";
    PARTED = "A tablet was copied, or put back to an older state, and both of them went on. Both histories are kept; where they differ, you can choose.", "Se copió una tableta o se devolvió a un estado anterior, y las dos siguieron. Se conservan ambas historias; donde difieren, usted puede elegir.";
    ONLY_WHOLE = "The file is damaged, first in line {line}. Only what is whole comes in. Ask for the file again to get the rest", "El archivo está dañado, primero en la línea {line}. Solo entra lo que está completo. Pida el archivo de nuevo para tener el resto";
    WHAT_HAPPENS = "What happens", "Qué pasa";
    KIND = "Kind", "Tipo";
    NAME = "Name", "Nombre";
    FIRST_OF = "The first {shown} of {count}", "Los primeros {shown} de {count}";
    TAKE_IN = "Take in", "Incorporar";
    ERASE_AND_TAKE_IN = "Erase them and take in", "Borrarlos e incorporar";
    TAKE_IN_ANYWAY = "Take in anyway", "Incorporar de todos modos";
    TAKE_IN_WHOLE = "Take in what is whole", "Incorporar lo que está completo";
    CHOOSE_OTHER = "Another file", "Otro archivo";

    OFFICE_WHAT = "A table for each kind, for any spreadsheet program, and one JSON file for programs. They are for reading: the copy that colleagues take in is “Export”.", "Una tabla por cada tipo, para cualquier hoja de cálculo, y un archivo JSON para programas. Son para leer: la copia que incorporan los colegas es «Exportar».";
    OFFICE_LANGUAGE = "Language of the tables", "Idioma de las tablas";
    LEAVE_OUT_PEOPLE = "Leave out people’s contact details", "Omitir los datos de contacto de personas";
    LEAVE_OUT_WHY = "Names, phones, emails, main contact information, notes and what was said. Read what is left before you give the files away.", "Nombres, teléfonos, correos, información principal de contacto, notas y lo que se dijo. Lea lo que queda antes de dar los archivos.";
    MAKE_FILES = "Make the files", "Hacer los archivos";
    FILES_READY = "The files are ready", "Los archivos están listos";
    FILES_PUBLIC = "Names, phones, emails, main contact information, notes and what was said are left out. Read what is left before you give the files away.", "Se omiten nombres, teléfonos, correos, información principal de contacto, notas y lo que se dijo. Lea lo que queda antes de dar los archivos.";
    FILES_PRIVATE = "They hold people’s names, phones and emails. Give them only to colleagues who may see them.", "Contienen nombres, teléfonos y correos de personas. Délos solo a colegas que puedan verlos.";
    EVERYTHING = "Everything, for programs", "Todo, para programas";
    FILE_LINE = "{file} · {size} · {count} entries", "{file} · {size} · {count} registros";
    FILE_SAVE = "Save: {what}", "Guardar: {what}";
    FILE_SHARE = "Share: {what}", "Compartir: {what}";
    SAVE = "Save", "Guardar";
    FILE_SAVED = "“{file}” is saved on this tablet", "«{file}» está guardado en esta tableta";
    FILE_SENT = "“{file}” is sent", "«{file}» se envió";

    TABLE_WHAT = "Bring a list you already have: partners from a spreadsheet, saved as CSV. You see what would happen before anything does.", "Traiga una lista que ya tiene: socios de una hoja de cálculo guardada como CSV. Verá lo que pasaría antes de que pase.";
    TABLE_HOW = "In Excel, Numbers or Google Sheets: open the file, choose Save as, Export or Download, then CSV.", "En Excel, Numbers o Google Sheets: abra el archivo, elija Guardar como, Exportar o Descargar y luego CSV.";
    CHOOSE_FILE = "Choose a file", "Elegir un archivo";
    MATCH_TITLE = "Which column holds what?", "¿Qué contiene cada columna?";
    MATCH_READ = "“{file}”: {rows} rows, {columns} columns, {delimiter}; letters: {letters}.", "«{file}»: {rows} filas, {columns} columnas, {delimiter}; letras: {letters}.";
    BY_COMMA = "separated by commas", "separadas por comas";
    BY_SEMICOLON = "separated by semicolons", "separadas por punto y coma";
    BY_TAB = "separated by tabs", "separadas por tabuladores";
    BY_BAR = "separated by bars", "separadas por barras";
    UTF_8 = "UTF-8, as usual today", "UTF-8, lo usual hoy";
    UTF_16 = "UTF-16, as Excel’s Unicode text", "UTF-16, como el texto Unicode de Excel";
    WINDOWS = "an older Windows file", "un archivo antiguo de Windows";
    DAMAGED_LETTERS = "damaged in places", "dañadas en algunos lugares";
    ROWS_ARE = "Each row is one", "Cada fila es un registro de tipo";
    AS_IT_IS = "{words}", "{words}";
    AND = "{all}, {one}", "{all}, {one}";
    COLUMN_NUMBER = "Column {number}", "Columna {number}";
    LEAVE_OUT = "Leave out", "Omitir";
    BLANK_COLUMNS = "{count} columns are blank and left out.", "{count} columnas están en blanco y se omiten.";
    BLANK_COLUMN_ONE = "1 column is blank and left out.", "1 columna está en blanco y se omite.";
    NEEDS = "No column is read as “{label}”, which every row needs. Choose one below.", "Ninguna columna se lee como «{label}», que cada fila necesita. Elija una abajo.";
    LOOK = "Preview", "Vista previa";
    WOULD_DO = "What “{file}” would do", "Lo que haría «{file}»";
    COUNT_SAME = "{count} here already", "Ya están aquí: {count}";
    COUNT_LEFT_OUT = "{count} left out", "Se omiten: {count}";
    COUNT_LINKED = "{count} names added beside them", "Nombres que se añaden: {count}";
    SAME = "Here already", "Ya está aquí";
    ROW_NEW = "New", "Nuevo";
    ROW_CHANGED = "Changes: {fields}", "Cambia: {fields}";
    ROW_LEFT_OUT = "Left out", "Se omite";
    ROWS = "Rows", "Filas";
    MEND = "Left out, to put right", "Omitido, por corregir";
    MEND_HOW = "The rest comes in all the same. Put the spreadsheet right and import it again: what is here already stays as it is.", "Lo demás entra igual. Corrija la hoja e impórtela otra vez: lo que ya está aquí queda igual.";
    REPEATED = "{count} rows bear a name that stands in an earlier row too. They go into one record, and where they differ the last row stays. If they are different ones, go back and choose another column for “{label}”.", "{count} filas llevan un nombre que ya está en una fila anterior. Van a un solo registro y, donde difieren, queda la última. Si son distintos, vuelva y elija otra columna para «{label}».";
    REPEATED_ONE = "1 row bears a name that stands in an earlier row too. It goes into the same record, and where they differ the last row stays. If they are different ones, go back and choose another column for “{label}”.", "1 fila lleva un nombre que ya está en una fila anterior. Va al mismo registro y, donde difieren, queda la última. Si son distintos, vuelva y elija otra columna para «{label}».";
    KNOW = "Worth knowing ({count})", "Conviene saber ({count})";
    LINE = "Line", "Línea";
    IN_COLUMN = "Column: {column}.", "Columna: {column}.";
    WHAT_TO_DO = "What to do", "Qué hacer";
    IT_SAID = "It said: {cell}", "Decía: {cell}";
    SHOW_THEM = "Open the list", "Abrir la lista";

    STORAGE = "Storage", "Almacenamiento";
    KEPT = "Your notes stay until you erase them", "Sus notas se quedan hasta que usted las borre";
    KEPT_WHAT = "The browser promised not to clear them by itself.", "El navegador prometió no borrarlas por sí mismo.";
    MAY_GO = "This tablet may erase old notes", "Esta tableta podría borrar notas";
    MAY_GO_WHAT = "The browser has not promised to keep them when space runs out.", "El navegador no ha prometido guardarlas si falta espacio.";
    ASK_TO_KEEP = "Ask it to keep them", "Pedirle que las guarde";
    ASKED = "The browser did not promise it. Send copies often, or put Porchlight on the Home Screen", "El navegador no lo prometió. Envíe copias a menudo o ponga Porchlight en la pantalla de inicio";
    NOT_SAID = "This browser does not say whether it keeps notes", "Este navegador no dice si conserva las notas";
    NOT_SAID_WHAT = "Send copies often.", "Envíe copias a menudo.";
    SPACE = "{free} free", "{free} libres";
    SPACE_USED = "Porchlight uses {used}.", "Porchlight usa {used}.";
    SPACE_LITTLE = "Porchlight uses {used}. Free up space on this tablet soon.", "Porchlight usa {used}. Libere pronto espacio en esta tableta.";
    COPY_TODAY = "Last copy: today", "Última copia: hoy";
    COPY_ONE_DAY = "Last copy: 1 day ago", "Última copia: hace 1 día";
    COPY_DAYS = "Last copy: {days} days ago", "Última copia: hace {days} días";
    COPY_DUE = "Send one now: what is only here is lost with the tablet.", "Envíe una ahora: lo que solo está aquí se pierde con la tableta.";
    COPY_FINE = "Send one every week, and after a long day.", "Envíe una cada semana y después de un día largo.";
    OFFLINE_READY = "Ready for offline", "Listo sin conexión";
    OFFLINE_READY_WHAT = "Porchlight opens without a network.", "Porchlight se abre sin red.";
    OFFLINE_UPDATE_WHAT = "Porchlight opens without a network. A newer one waits for your tap, above.", "Porchlight se abre sin red. Uno más nuevo espera su toque, arriba.";
    OFFLINE_WAIT = "Getting ready for offline…", "Preparándose para usarse sin conexión…";
    OFFLINE_WAIT_WHAT = "Keep the network on for a moment.", "Deje la red encendida un momento.";
    OFFLINE_NO = "Not ready for offline", "No está listo sin conexión";
    OFFLINE_NO_WHAT = "This browser or address cannot open Porchlight without a network. Your notes stay.", "Este navegador o esta dirección no puede abrir Porchlight sin red. Sus notas se quedan.";
    OFFLINE_FAILED_WHAT = "It could not be stored: {cause}. Your notes stay. Reload with a network to try again.", "No se pudo guardar: {cause}. Sus notas se quedan. Vuelva a cargar con red para intentarlo de nuevo.";
    UNREAD = "{count} stored pieces cannot be read", "{count} partes guardadas no se pueden leer";
    UNREAD_ONE = "1 stored piece cannot be read", "1 parte guardada no se puede leer";
    UNREAD_WHAT = "They are left as they are, and copies lack what stands in them. Import a colleague’s export: what it holds of them comes back. Of what you erase for good, lines in them that can be told to be of it go as well; what is too damaged to tell may stay until then.", "Quedan como están, y a las copias les falta lo que hay en ellas. Importe una exportación de un colega: lo que tenga de ellas vuelve. De lo que borre para siempre también se van las líneas que se reconozcan; lo demasiado dañado puede quedar hasta entonces.";
    SAVING_FAILS = "Saving fails", "No se puede guardar";
    SAVING_FAILS_WHAT = "{reason}. “Export” still works: send a copy first.", "{reason}. «Exportar» sigue funcionando: envíe primero una copia.";
    ON_HOME = "Porchlight is on the Home Screen", "Porchlight está en la pantalla de inicio";
    ELSEWHERE = "Other notes on this tablet", "Otras notas en esta tableta";
    ELSEWHERE_WHAT = "The Porchlight at {address} keeps notes of its own here.", "El Porchlight de {address} guarda aquí sus propias notas.";
    ELSEWHERE_OPEN = "Open it", "Abrirlo";
    TO_HOME = "Put Porchlight on the Home Screen", "Poner Porchlight en la pantalla de inicio";
    TO_HOME_WHAT = "It opens like any other app, and browsers keep its notes longer.", "Se abre como cualquier otra aplicación y los navegadores guardan sus notas por más tiempo.";
    TO_HOME_BUTTON = "Put it there", "Ponerlo";
    TO_HOME_STEPS = "In Safari, tap Share (the square with the arrow), then “Add to Home Screen”, then “Add”.", "En Safari, toque Compartir (el cuadrado con la flecha), luego «Agregar a inicio» y luego «Agregar».";
    STEPS_AND_MOVE = "{steps} {move}", "{steps} {move}";
    TO_HOME_MOVE = "It starts empty there: export here first, and import that copy there.", "Allí empieza vacío: primero exporte aquí y luego importe esa copia allí.";
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

/// How the letters of a file are written.
pub fn letters(encoding: Encoding) -> Text {
    match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le | Encoding::Utf16Be => UTF_16,
        Encoding::Windows1252 => WINDOWS,
        Encoding::Damaged => DAMAGED_LETTERS,
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
