//! The words of hours, in both languages, and how a standing is said.

use super::{Clock, Standing, Why};
use crate::model::date::{local, say_day, say_near, say_time};
use crate::model::text::{Lang, Text};

crate::words! {
    OPEN_NOW = "Open now", "Abierto ahora";
    OPEN_UNTIL = "Open now, until {time}", "Abierto ahora, hasta las {time}";
    OPEN_UNTIL_ONE = "Open now, until {time}", "Abierto ahora, hasta la {time}";
    OPEN_UNTIL_DAY = "Open now, until {day}, {time}", "Abierto ahora, hasta: {day}, {time}";
    AROUND_THE_CLOCK = "Open now, 24 hours", "Abierto ahora, las 24 horas";
    BY_APPOINTMENT = "By appointment", "Con cita";
    CLOSED = "Closed", "Cerrado";
    CLOSED_OPENS = "Closed. Opens: {day}, {time}", "Cerrado. Abre: {day}, {time}";
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
