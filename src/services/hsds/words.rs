//! The sentences about files of a directory.

use super::reading::Noted;
use crate::formats::hsds::read::NotRead;
use crate::formats::unzip::NotUnzipped;
use crate::model::text::Message;

crate::words! {
    FILES = "Directory files", "Archivos del directorio";
    FILES_WHAT = "Bring in the services of a 211 or another directory, or save yours so that others can use it. Files of Open Referral (HSDS) and of iCarol are understood.", "Traiga los servicios de un 211 o de otro directorio, o guarde los suyos para que otros los usen. Se entienden los archivos de Open Referral (HSDS) y de iCarol.";
    WHERE_FROM = "Where is the file from?", "¿De dónde es el archivo?";
    WHERE_FROM_HELP = "Use the same name each time, such as “211 Connecticut”: that is how the next file changes these services and doubles none.", "Use siempre el mismo nombre, por ejemplo “211 Connecticut”: así el próximo archivo cambia estos servicios y no duplica ninguno.";
    SAY_WHERE_FROM = "First say where the file is from", "Primero diga de dónde es el archivo";
    CHOOSE = "Choose a file", "Elegir un archivo";
    BRINGING_IN = "Bringing in {source}…", "Trayendo {source}…";
    READING = "Reading “{file}”…", "Leyendo “{file}”…";
    NEW = "{count} new", "{count} {count|nuevo|nuevos}";
    CHANGED = "{count} changed", "{count} {count|cambiado|cambiados}";
    SAME = "{count} already here", "{count} ya {count|está|están} aquí";
    DELETED = "{count} {count|was|were} deleted here and {count|stays|stay} deleted", "{count} {count|se borró|se borraron} aquí y no {count|vuelve|vuelven}";
    LEFT_OUT = "{count} {count|row is|rows are} not for a directory, as the file says", "{count} {count|fila no es|filas no son} para un directorio, según el archivo";
    MISSING = "The file has no table of {tables}. What belongs there is missing.", "Al archivo le falta la tabla de {tables}. Lo que va ahí no está.";
    CHANGES = "What changed at the source", "Qué cambió en la fuente";
    FIRST_CHANGES = "The first {count} of {all}", "Los primeros {count} de {all}";
    NOW_HERE = "Here: {value}", "Aquí: {value}";
    AT_SOURCE = "There: {value}", "Allá: {value}";
    NOTHING = "nothing", "nada";
    CHECKED_SINCE = "Your team checked this on {day}, after the source did", "Su equipo lo verificó el {day}, después que la fuente";
    TAKE_ALL = "Change also what your team checked since", "Cambiar también lo que su equipo verificó desde entonces";
    BRING_IN = "Bring in {count}", "Traer {count}";
    NOTHING_NEW = "Nothing in this file is new", "En este archivo no hay nada nuevo";
    BROUGHT_IN = "{count} {count|record|records} brought in from {source}", "Se {count|trajo|trajeron} {count} {count|registro|registros} de {source}";
    SAVE = "Save your directory", "Guardar su directorio";
    SAVE_WHAT = "With all services, organizations, and places, and without addresses that stay private, checks, referrals, and notes for staff.", "Con todos los servicios, organizaciones y lugares, y sin las direcciones privadas, las verificaciones, las orientaciones ni las notas para el personal.";
    AS_JSON = "Save as HSDS (JSON)", "Guardar como HSDS (JSON)";
    AS_PACKAGE = "Save as HSDS tables (ZIP)", "Guardar como tablas HSDS (ZIP)";
    NONE_YET = "There are no services to save yet", "Todavía no hay servicios que guardar";
    SWAPPED = "{count} {count|place has|places have} latitude and longitude swapped; Porchlight fixed {count|it|them}", "{count} {count|lugar tenía|lugares tenían} la latitud y la longitud al revés; se corrigieron";
    NO_ORGANIZATION = "{count} {count|service names|services name} an organization that is not in the file", "{count} {count|servicio nombra|servicios nombran} una organización que no está en el archivo";
    TOO_MUCH = "{count} {count|record holds|records hold} more than fits; what Porchlight has no field for was left out there", "{count} {count|registro tiene|registros tienen} más de lo que cabe; ahí se omitió lo que Porchlight no tiene dónde poner";
    NOT_AN_ARCHIVE = "“{file}” is not a whole ZIP file. Get it again", "“{file}” no es un archivo ZIP completo. Descárguelo de nuevo";
    TOO_MANY = "“{file}” holds {count} {count|file|files}. A directory has a few dozen. Check that it is the right one", "“{file}” contiene {count} {count|archivo|archivos}. Un directorio tiene unas docenas. Revise que sea el correcto";
    PROTECTED = "“{inner}” in “{file}” needs a password. Ask for a file without one", "“{inner}” en “{file}” pide una contraseña. Pida un archivo sin contraseña";
    NOT_UNPACKED = "“{inner}” in “{file}” cannot be unpacked. Save the ZIP file again, or get it again", "No se puede descomprimir “{inner}” en “{file}”. Guarde de nuevo el archivo ZIP o descárguelo otra vez";
    TOO_LARGE = "“{inner}” in “{file}” becomes more than {most} MB. Nothing was read. Split the directory", "“{inner}” en “{file}” pasa de {most} MB al descomprimirse. No se leyó nada. Divida el directorio";
    NOT_A_TABLE = "“{inner}” could not be read: {cause}", "No se pudo leer “{inner}”: {cause}";
    NOT_JSON = "“{file}” is not whole: line {line}, character {column}. Get it again", "“{file}” no está completo: línea {line}, carácter {column}. Descárguelo de nuevo";
    NO_DIRECTORY = "“{file}” has no services in it. Choose a file of Open Referral (HSDS) or iCarol, or import it as a spreadsheet", "“{file}” no contiene servicios. Elija un archivo de Open Referral (HSDS) o iCarol, o impórtelo como hoja de cálculo";
    FILE_TOO_BIG = "“{file}” is larger than {most} MB. Split it and bring in the parts", "“{file}” pasa de {most} MB. Divídalo y traiga las partes";
    NOT_GIVEN = "The file could not be read. The browser said: {cause}", "No se pudo leer el archivo. El navegador dijo: {cause}";
}

/// Why a file was not read.
pub fn why(error: &NotRead, file: &str) -> Message {
    match error {
        NotRead::Archive(NotUnzipped::NotAnArchive) => NOT_AN_ARCHIVE.with("file", file),
        NotRead::Archive(NotUnzipped::TooMany(count)) => TOO_MANY.with("file", file).with("count", *count),
        NotRead::Archive(NotUnzipped::Protected(inner)) => PROTECTED.with("file", file).with("inner", inner.as_str()),
        NotRead::Archive(NotUnzipped::Method(inner) | NotUnzipped::Damaged(inner)) => {
            NOT_UNPACKED.with("file", file).with("inner", inner.as_str())
        }
        NotRead::Archive(NotUnzipped::TooLarge(inner, _)) => {
            let most = crate::formats::hsds::read::MAX_UNPACKED >> 20;
            TOO_LARGE.with("file", file).with("inner", inner.as_str()).with("most", most)
        }
        NotRead::Table(inner, cause) => NOT_A_TABLE.with("inner", inner.as_str()).with("cause", cause.message()),
        NotRead::Json { line, column } => NOT_JSON.with("file", file).with("line", *line).with("column", *column),
        NotRead::Nothing => NO_DIRECTORY.with("file", file),
    }
}

/// What could not be taken as it stood, counted.
pub fn noted(noted: &[Noted]) -> Vec<Message> {
    let count = |is: fn(&Noted) -> bool| noted.iter().filter(|one| is(one)).count();
    let all = [
        (SWAPPED, count(|one| matches!(one, Noted::Swapped(_)))),
        (NO_ORGANIZATION, count(|one| matches!(one, Noted::NoOrganization(_)))),
        (TOO_MUCH, count(|one| matches!(one, Noted::TooMuch(_)))),
    ];
    all.into_iter().filter(|(_, count)| *count > 0).map(|(words, count)| words.with("count", count)).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
