//! The words of hours, in both languages, and how a standing is said.

use super::{Clock, OnDay, Standing, Why};
use crate::model::date::{local, say_day, say_near, say_time, say_today};
use crate::model::text::{Lang, Text};
use chrono::NaiveDate;

crate::words! {
    OPEN_NOW = "Open now", "Abierto ahora";
    OPEN_UNTIL = "Open now, until {time}", "Abierto ahora, hasta las {time}";
    OPEN_UNTIL_ONE = "Open now, until {time}", "Abierto ahora, hasta la {time}";
    OPEN_UNTIL_DAY = "Open now, until {day}, {time}", "Abierto ahora, hasta: {day}, {time}";
    AROUND_THE_CLOCK = "Open now, 24 hours", "Abierto ahora, las 24 horas";
    BY_APPOINTMENT = "By appointment", "Con cita";
    CLOSED = "Closed", "Cerrado";
    CLOSED_OPENS = "Closed. Opens: {day}, {time}", "Cerrado. Abre: {day}, {time}";
    ON_DAY = "{day}: {hours}", "{day}: {hours}";
    EVERY_DAY = "Every day: {hours}", "Todos los días: {hours}";
    ALL_DAY = "24 hours", "las 24 horas";
    APPOINTMENT = "by appointment", "con cita";
    OR_APPOINTMENT = "{hours} or by appointment", "{hours} o con cita";
    CALL_THAT_DAY = "call first", "llame primero";
    CALL_FIRST = "Call first", "Llame primero";
    NOT_GIVEN = "We do not have the hours.", "No tenemos el horario.";
    IN_WORDS = "The hours are not clear enough to say whether it is open.", "El horario no es tan claro como para decir si está abierto.";
    RAN_OUT = "The hours we have were good until {day}.", "El horario que tenemos valía hasta el {day}.";
    NOT_YET = "The hours we have start on {day}.", "El horario que tenemos empieza el {day}.";
    UNCLEAR = "The hours for today are not clear.", "El horario de hoy no está claro.";
    HOLIDAY = "It closes on holidays, and today may be one.", "Cierra los días feriados y hoy puede ser uno.";
    NO_YEAR = "Hours may be different today.", "El horario puede ser diferente hoy.";
    NEVER_VERIFIED = "Nobody has checked this yet.", "Nadie lo ha verificado todavía.";
    NOT_VERIFIED = "Last checked on {day}, more than 180 days ago.", "Se verificó por última vez el {day}, hace más de 180 días.";
    READ_AS_ALL_DAY = "Hours from 0:00 to 0:00 are read as open 24 hours.", "El horario de 0:00 a 0:00 se lee como abierto las 24 horas.";
    READ_AS_CLOSED = "Hours from 0:00 to 0:00 are read as closed.", "El horario de 0:00 a 0:00 se lee como cerrado.";
    READ_AS_UNCLEAR = "Hours from 0:00 to 0:00 are read as not clear: call first.", "El horario de 0:00 a 0:00 se lee como poco claro: llame primero.";
}

/// A standing as it is said in full: “Open now, until 5:00 PM”, “Closed. Opens: Monday, 9:00 AM”, “Call first”.
pub fn say(standing: Standing, clock: &Clock, lang: Lang) -> String {
    let when = |ms: i64| (local(ms, clock).date_naive(), say_time(local(ms, clock), lang));
    let near = |day| say_near(day, clock.today(), lang);
    let said = match standing {
        Standing::Open { until: None } => AROUND_THE_CLOCK.message(),
        Standing::Open { until: Some(until) } => match when(until) {
            (day, time) if day == clock.today() && time.starts_with("1:") => OPEN_UNTIL_ONE.with("time", time),
            (day, time) if day == clock.today() => OPEN_UNTIL.with("time", time),
            (day, time) => OPEN_UNTIL_DAY.with("day", near(day)).with("time", time),
        },
        Standing::ByAppointment => BY_APPOINTMENT.message(),
        Standing::Closed { opens: None } => CLOSED.message(),
        Standing::Closed { opens: Some(opens) } => {
            let (day, time) = when(opens);
            CLOSED_OPENS.with("day", near(day)).with("time", time)
        }
        Standing::CallFirst(_) => CALL_FIRST.message(),
    };
    said.say(lang)
}

/// The days on which it is open, or may be, each as a line: “Wednesday, November 25: 9:00 AM–12:00 PM”. Days on which it is
/// closed are left out; where all of them are the same, they are one line.
pub fn days(coming: &[(NaiveDate, OnDay)], clock: &Clock, lang: Lang) -> Vec<String> {
    let said = coming.iter().filter_map(|(day, on)| Some((*day, hours_of(*day, on, clock, lang)?)));
    let said: Vec<(NaiveDate, String)> = said.collect();
    if let Some((_, first)) = said.first().filter(|_| coming.len() > 1 && said.len() == coming.len())
        && said.iter().all(|(_, hours)| hours == first)
    {
        return vec![EVERY_DAY.with("hours", &**first).say(lang)];
    }
    said.into_iter()
        .map(|(day, hours)| ON_DAY.with("day", say_today(day, lang)).with("hours", hours).say(lang))
        .collect()
}

/// The hours of a day in words; none where it is closed.
fn hours_of(day: NaiveDate, on: &OnDay, clock: &Clock, lang: Lang) -> Option<String> {
    match on {
        OnDay::Closed => None,
        OnDay::ByAppointment => Some(APPOINTMENT.get(lang).to_owned()),
        OnDay::CallFirst => Some(CALL_THAT_DAY.get(lang).to_owned()),
        OnDay::Open { spans, by_appointment } => {
            let next = day.succ_opt().map(|next| clock.begins(next));
            let time = |ms: i64| say_time(local(ms, clock), lang);
            let span = |(from, until): &(i64, i64)| match *from == clock.begins(day) && Some(*until) == next {
                true => ALL_DAY.get(lang).to_owned(),
                false => format!("{}–{}", time(*from), time(*until)),
            };
            let hours = spans.iter().map(span).collect::<Vec<_>>().join(", ");
            Some(if *by_appointment { OR_APPOINTMENT.with("hours", hours).say(lang) } else { hours })
        }
    }
}

/// Why somebody must call first, as a sentence.
pub fn why(why: Why, lang: Lang) -> String {
    let on = |text: Text, day| text.with("day", say_day(day, lang));
    let said = match why {
        Why::NotGiven => NOT_GIVEN.message(),
        Why::InWords => IN_WORDS.message(),
        Why::RanOut(day) => on(RAN_OUT, day),
        Why::NotYet(day) => on(NOT_YET, day),
        Why::Unclear => UNCLEAR.message(),
        Why::Holiday => HOLIDAY.message(),
        Why::NoYear => NO_YEAR.message(),
        Why::NotVerified(None) => NEVER_VERIFIED.message(),
        Why::NotVerified(Some(day)) => on(NOT_VERIFIED, day),
    };
    said.say(lang)
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
