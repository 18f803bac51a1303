//! The words of both languages that say anything of when, without case and accents.

use crate::model::recurrence::Frequency;
use chrono::Weekday;

/// What makes of a number one that counts: “3rd”, “3.º”, “3er”.
pub(super) const ORDINAL_ENDS: &[&str] =
    &["st", "nd", "rd", "th", "º", "ª", "°", "er", "ro", "ra", "do", "da", "to", "ta"];
/// What may stand right behind the number of an hour.
pub(super) const HOUR_ENDS: &[&str] = &["am", "pm", "a", "p", "h", "hs", "hrs"];

/// The names of the months, and how they are shortened.
const MONTHS: [&[&str]; 12] = [
    &["january", "enero", "jan", "ene"],
    &["february", "febrero", "feb"],
    &["march", "marzo", "mar"],
    &["april", "abril", "apr", "abr"],
    &["may", "mayo"],
    &["june", "junio", "jun"],
    &["july", "julio", "jul"],
    &["august", "agosto", "aug", "ago"],
    &["september", "septiembre", "setiembre", "sept", "sep"],
    &["october", "octubre", "oct"],
    &["november", "noviembre", "nov"],
    &["december", "diciembre", "dec", "dic"],
];

/// The month that a word names, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(month, _)| month)
}

/// How a weekday is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In full, or shortened to what is no other word.
    One,
    /// “Tuesdays”: each of them.
    Many,
    /// Shortened to what is a word of its own: “sat”, “sun”, “mar”.
    Weak,
}

/// A weekday in full or shortened to no other word, several of it, and shortened to a word of its own.
type Names = (Weekday, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const WEEKDAYS: [Names; 7] = [
    (Weekday::Mon, &["monday", "lunes", "mon", "lun"], &["mondays"], &[]),
    (Weekday::Tue, &["tuesday", "martes", "tue", "tues"], &["tuesdays"], &["mar"]),
    (Weekday::Wed, &["wednesday", "miercoles", "mie"], &["wednesdays"], &["wed"]),
    (Weekday::Thu, &["thursday", "jueves", "thu", "thur", "thurs", "jue"], &["thursdays"], &[]),
    (Weekday::Fri, &["friday", "viernes", "fri", "vie"], &["fridays"], &[]),
    (Weekday::Sat, &["saturday", "sabado", "sab"], &["saturdays", "sabados"], &["sat"]),
    (Weekday::Sun, &["sunday", "domingo"], &["sundays", "domingos"], &["sun", "dom"]),
];

/// From Monday to Friday.
pub(super) const WORKDAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// The weekday that a word names.
pub(super) fn weekday(word: &str) -> Option<(Weekday, Form)> {
    WEEKDAYS.iter().find_map(|(day, one, many, weak)| {
        let forms = [(one, Form::One), (many, Form::Many), (weak, Form::Weak)];
        forms.into_iter().find(|(words, _)| words.contains(&word)).map(|(_, form)| (*day, form))
    })
}

/// Numbers in words, from 1 on.
const CARDINALS: [&[&str]; 12] = [
    &["one", "un", "una", "uno"],
    &["two", "dos"],
    &["three", "tres"],
    &["four", "cuatro"],
    &["five", "cinco"],
    &["six", "seis"],
    &["seven", "siete"],
    &["eight", "ocho"],
    &["nine", "nueve"],
    &["ten", "diez"],
    &["eleven", "once"],
    &["twelve", "doce"],
];

/// A number in a word, up to twelve, and fifteen, by which Spanish counts two weeks.
pub(super) fn cardinal(word: &str) -> Option<u32> {
    if matches!(word, "fifteen" | "quince") {
        return Some(15);
    }
    (1..).zip(CARDINALS).find(|(_, words)| words.contains(&word)).map(|(number, _)| number)
}

/// Which one, in words: from 1, or backward from −1.
const ORDINALS: [(i8, &[&str]); 7] = [
    (1, &["first", "primer", "primero", "primera", "primeros"]),
    (2, &["second", "segundo", "segunda", "segundos"]),
    (3, &["third", "tercer", "tercero", "tercera", "terceros"]),
    (4, &["fourth", "cuarto", "cuarta", "cuartos"]),
    (5, &["fifth", "quinto", "quinta"]),
    (-1, &["last", "ultimo", "ultima", "ultimos"]),
    (-2, &["penultimo", "penultima"]),
];

/// Which one a word says.
pub(super) fn ordinal(word: &str) -> Option<i8> {
    ORDINALS.iter().find(|(_, words)| words.contains(&word)).map(|(number, _)| *number)
}

/// What is counted in rules: by how many of which frequency.
pub(super) fn unit(word: &str) -> Option<(Frequency, u32)> {
    Some(match word {
        "day" | "days" | "dia" | "dias" => (Frequency::Daily, 1),
        "week" | "weeks" | "semana" | "semanas" => (Frequency::Weekly, 1),
        "month" | "months" | "mes" | "meses" => (Frequency::Monthly, 1),
        "quarter" | "trimestre" => (Frequency::Monthly, 3),
        "year" | "years" | "ano" | "anos" => (Frequency::Yearly, 1),
        _ => return None,
    })
}

/// Before a weekday they make a name of it, as in “Black Friday”.
pub(super) const NAMES_BEFORE: &[&str] = &[
    "ash", "black", "cyber", "easter", "fat", "giving", "good", "holy", "palm", "super", "taco", "the", "a", "our",
    "their", "my", "your", "his", "her", "un", "su", "sus", "nuestro", "nuestros", "mi",
];
/// Behind a weekday they do.
pub(super) const NAMES_AFTER: &[&str] = &[
    "school",
    "schools",
    "addams",
    "prairie",
    "night football",
    "night lights",
    "night live",
    "best",
    "santo",
    "negro",
    "de carnaval",
    "de ceniza",
    "de ramos",
    "de gloria",
    "de pascua",
    "de resurreccion",
];
/// Before a day they say that it is not that day.
pub(super) const NOT_ON: &[&str] = &[
    "before", "after", "since", "antes", "despues", "desde", "about", "re", "sobre", "until", "till", "hasta",
    "through", "week", "semana",
];
/// Behind a number they say of what it is one, and that it is no day.
pub(super) const COUNTED: &[&str] = &[
    "ages",
    "anos",
    "blocks",
    "books",
    "boxes",
    "copies",
    "copias",
    "cups",
    "dollars",
    "dolares",
    "feet",
    "grade",
    "grader",
    "graders",
    "grades",
    "grado",
    "grados",
    "hours",
    "horas",
    "kids",
    "kits",
    "libros",
    "meals",
    "miles",
    "millas",
    "minutes",
    "minutos",
    "ninos",
    "ninas",
    "pages",
    "paginas",
    "people",
    "percent",
    "personas",
    "pounds",
    "students",
    "estudiantes",
    "alumnos",
    "steps",
    "tables",
    "mesas",
    "times",
    "veces",
    "tickets",
    "boletos",
    "volunteers",
    "voluntarios",
    "weeks",
    "semanas",
    "%",
    "$",
];
/// What a counted thing may be that is no day: “the 4th floor”.
pub(super) const COUNTED_NTH: &[&str] = &[
    "floor",
    "street",
    "st",
    "avenue",
    "ave",
    "grade",
    "grader",
    "graders",
    "grades",
    "anniversary",
    "annual",
    "edition",
    "time",
    "one",
    "row",
    "period",
    "class",
    "ward",
    "district",
    "amendment",
    "century",
    "birthday",
    "place",
    "draft",
    "piso",
    "grado",
    "por",
    "aniversario",
    "calle",
    "edicion",
    "periodo",
    "lugar",
];
