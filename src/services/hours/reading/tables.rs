//! The words of both languages that say when, without case and accents.

use chrono::Weekday;

/// How a weekday is written in short, from Monday.
pub const ABBREVIATED: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The names of the months and how they are shortened. “Mar” is rather a Tuesday in Spanish.
pub const MONTHS: [&[&str]; 12] = [
    &["january", "enero", "jan", "ene"],
    &["february", "febrero", "feb"],
    &["march", "marzo"],
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

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["monday", "mondays", "mon", "lunes", "lun"]),
    (Weekday::Tue, &["tuesday", "tuesdays", "tues", "tue", "tu", "martes", "mar"]),
    (Weekday::Wed, &["wednesday", "wednesdays", "weds", "wed", "miercoles", "mier", "mie"]),
    (Weekday::Thu, &["thursday", "thursdays", "thurs", "thur", "thu", "th", "jueves", "jue"]),
    (Weekday::Fri, &["friday", "fridays", "fri", "viernes", "vie"]),
    (Weekday::Sat, &["saturday", "saturdays", "sat", "sa", "sabado", "sabados", "sab"]),
    (Weekday::Sun, &["sunday", "sundays", "sun", "su", "domingo", "domingos", "dom"]),
];

/// Ranges whose ends are single letters.
pub(super) const LETTERS: [(&str, Weekday, &str, Weekday); 6] = [
    ("m", Weekday::Mon, "f", Weekday::Fri),
    ("m", Weekday::Mon, "th", Weekday::Thu),
    ("m", Weekday::Mon, "sa", Weekday::Sat),
    ("l", Weekday::Mon, "v", Weekday::Fri),
    ("l", Weekday::Mon, "j", Weekday::Thu),
    ("l", Weekday::Mon, "s", Weekday::Sat),
];

/// Words that name several days.
pub(super) const SEVERAL: &[(&str, &[Weekday])] = &[
    ("mwf", &[Weekday::Mon, Weekday::Wed, Weekday::Fri]),
    ("tth", &[Weekday::Tue, Weekday::Thu]),
    ("daily", &EVERY_DAY),
    ("everyday", &EVERY_DAY),
    ("every day", &EVERY_DAY),
    ("seven days a week", &EVERY_DAY),
    ("7 days a week", &EVERY_DAY),
    ("diario", &EVERY_DAY),
    ("diariamente", &EVERY_DAY),
    ("todos los dias", &EVERY_DAY),
    ("cada dia", &EVERY_DAY),
    ("weekdays", &WORKDAYS),
    ("entre semana", &WORKDAYS),
    ("dias de semana", &WORKDAYS),
    ("dias laborables", &WORKDAYS),
    ("weekends", &WEEKEND),
    ("fines de semana", &WEEKEND),
    ("fin de semana", &WEEKEND),
];

pub(super) const EVERY_DAY: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
const WORKDAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
const WEEKEND: [Weekday; 2] = [Weekday::Sat, Weekday::Sun];

/// Which one of the month a word says; −1 for the last.
const ORDINALS: &[(i8, &[&str])] = &[
    (1, &["first", "primer", "primero"]),
    (2, &["second", "segundo"]),
    (3, &["third", "tercer", "tercero"]),
    (4, &["fourth", "cuarto"]),
    (5, &["fifth", "quinto"]),
    (-1, &["last", "ultimo"]),
];
/// What makes of a number one that counts.
pub(super) const ORDINAL_ENDS: &[&str] = &["st", "nd", "rd", "th", "º", "ª", "°", "er", "ro", "do", "to"];
/// What may follow the weekday of a month.
pub(super) const OF_THE_MONTH: &[&str] = &[
    "of the month",
    "of each month",
    "of every month",
    "each month",
    "every month",
    "monthly",
    "del mes",
    "de cada mes",
    "cada mes",
];
/// What stands between two ends.
pub(super) const TO: &[&str] =
    &["-", "–", "—", "to", "through", "thru", "until", "till", "til", "hasta las", "hasta", "a las", "a la", "al", "a"];
/// What says nothing of its own.
pub(super) const FILLERS: &[&str] = &[
    ",", ":", ".", "&", "/", "(", ")", "|", "•", "*", "and", "y", "from", "de", "open", "abierto", "abre", "hours",
    "horario", "horas", "on", "los", "las", "el", "la", "at", "each", "every", "cada", "are", "is",
];
/// Closed.
pub(super) const CLOSED: &[&str] = &["closed", "cerrado", "cerrada", "cierra"];
/// On holidays, behind “closed”.
pub(super) const HOLIDAYS: &[&str] = &[
    "on all major holidays",
    "on major holidays",
    "on federal holidays",
    "on legal holidays",
    "on holidays",
    "all major holidays",
    "major holidays",
    "federal holidays",
    "legal holidays",
    "holidays",
    "los dias feriados",
    "los dias festivos",
    "en dias feriados",
    "en dias festivos",
    "dias feriados",
    "dias festivos",
    "los feriados",
    "feriados",
    "festivos",
];
/// By appointment, besides other hours.
pub(super) const OR_BY_APPOINTMENT: &[&str] =
    &["or by appointment", "and by appointment", "or by appt", "o con cita previa", "o con cita", "y con cita"];
/// By appointment.
pub(super) const BY_APPOINTMENT: &[&str] = &[
    "by appointment only",
    "by appointment",
    "by appt only",
    "by appt",
    "appointment only",
    "solo con cita previa",
    "solo con cita",
    "con cita previa",
    "con cita",
    "solo por cita",
    "por cita",
];
/// All day and all night, on days that are named.
pub(super) const ALL_DAY: &[&str] =
    &["24 hours a day", "24 hours", "24 hrs", "24 h", "24 horas", "las 24 horas", "all day", "todo el dia"];
/// All day and all night, every day.
pub(super) const ALWAYS: &[&str] = &["24 / 7", "24 hours a day , 7 days a week", "24 hours / 7 days a week"];

pub(super) const NOON: &[&str] = &["12 noon", "noon", "el mediodia", "mediodia"];
pub(super) const MIDNIGHT: &[&str] = &["12 midnight", "midnight", "la medianoche", "medianoche"];
/// The halves of a day, the morning first, right behind the number of an hour.
pub(super) const HALVES_GLUED: [&[&str]; 2] = [&["am", "a . m .", "a . m", "a"], &["pm", "p . m .", "p . m", "p"]];
/// The same behind a space, where “9 a 5” is from 9 to 5.
pub(super) const HALVES: [&[&str]; 2] = [
    &["am", "a . m .", "a . m", "a m", "in the morning", "de la manana", "de la madrugada"],
    &["pm", "p . m .", "p . m", "p m", "in the afternoon", "in the evening", "de la tarde", "de la noche"],
];

/// The weekday that a word names.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(_, names)| names.contains(&word)).map(|(weekday, _)| *weekday)
}

/// The month that a word names, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(month, _)| month)
}

/// Which one of the month a word says.
pub(super) fn ordinal(word: &str) -> Option<i8> {
    ORDINALS.iter().find(|(_, names)| names.contains(&word)).map(|(nth, _)| *nth)
}
