//! Whether what was entered can be kept, and if not, what to do about it.

use super::barcode::{self, Scanned};
use super::cell_repair::{Line, damage};
use super::email::{self, is_email};
use super::field::{ADDRESS_PARTS, Agrees, Field, FieldType};
use super::id::Id;
use super::kind::Kind;
use super::text::{self, MAX_LINE, MAX_LONG, Message, Text};
use super::typed_number::{self, TypedNumber};
use super::value::Value;
use super::{date, offered, photo};

/// The sentences of this module.
pub mod words {
    crate::words! {
        NO_CONSENT = "{label}: keep this only if “{consent}” is answered Yes. Otherwise clear it", "{label}: consérvelo solo si “{consent}” se respondió con Sí. Si no, bórrelo";
        ENTER = "Enter {label}", "Escriba: {label}";
        CHOOSE = "Choose {label}", "Elija: {label}";
        TOO_LONG = "{label} has {count} characters. Keep it under {max}", "{label} tiene {count} caracteres. Use menos de {max}";
        NOT_A_DAY = "{label}: “{value}” is not a date. Use year-month-day, for example 2026-11-22", "{label}: “{value}” no es una fecha. Use año-mes-día, por ejemplo 2026-11-22";
        DAY_OUT_OF_RANGE = "{label}: the year {year} is not possible. Use a year from 1900 to 2100", "{label}: el año {year} no es posible. Use un año de 1900 a 2100";
        UNFINISHED_DAY = "{label}: the date is not finished. Enter the month, the day, and the year, or clear it", "{label}: la fecha no está completa. Escriba el día, el mes y el año, o bórrela";
        UNFINISHED_TIME = "{label}: the time is not finished. Enter the hour, the minutes, and AM or PM, or clear it", "{label}: la hora no está completa. Escriba la hora, los minutos y a. m. o p. m., o bórrela";
        UNFINISHED_MOMENT = "{label}: the date and time are not finished. Enter both completely, or clear them", "{label}: la fecha y la hora no están completas. Escríbalas enteras o bórrelas";
        NOT_A_MOMENT = "{label}: “{value}” is not a date and time", "{label}: “{value}” no es una fecha con hora";
        NOT_A_NUMBER = "{label}: “{value}” is not a number", "{label}: “{value}” no es un número";
        TWO_NUMBERS = "{label}: “{value}” can mean two numbers. Enter {one} or {other}", "{label}: “{value}” puede ser dos números. Escriba {one} o {other}";
        UNCLEAR_NUMBER = "{label}: it is not clear which number “{value}” is. If you mean {one}, enter {one}", "{label}: no está claro qué número es “{value}”. Si quiere decir {one}, escriba {one}";
        NOT_PICKED = "{label}: pick a name from the list, or add “{value}”", "{label}: elija un nombre de la lista o agregue “{value}”";
        WRONG_BARCODE = "{label}: a digit of “{value}” is wrong or missing. Check the number under the barcode again", "{label}: en “{value}” falta o sobra un dígito, o está mal. Revise el número bajo el código de barras";
        NOT_WHOLE = "{label}: “{value}” is not a whole number", "{label}: “{value}” no es un número entero";
        NUMBER_OUT_OF_RANGE = "{label}: use a number from {min} to {max}", "{label}: use un número de {min} a {max}";
        NOT_OFFERED = "{label}: “{value}” is not one of the answers", "{label}: “{value}” no es una de las respuestas";
        NOT_AN_EMAIL = "{label}: “{value}” is not an email address. Enter a full address, like name@example.org", "{label}: “{value}” no es un correo electrónico. Escriba una dirección completa, como nombre@ejemplo.org";
        NOT_A_PHONE = "{label}: “{value}” has no phone number in it", "{label}: “{value}” no contiene un número de teléfono";
        SEVERAL_EMAILS = "{label}: “{value}” holds more than one email address. Keep one here and write the others into the notes", "{label}: “{value}” contiene más de un correo electrónico. Deje uno aquí y escriba los demás en las notas";
        NOT_A_PLACE = "{label}: latitude goes from −90 to 90, longitude from −180 to 180", "{label}: la latitud va de −90 a 90 y la longitud de −180 a 180";
        BEFORE = "{label} is before “{other}”. Change one of the two", "{label} es antes de “{other}”. Cambie una de las dos fechas";
        MORE_THAN = "{label}: use a number up to {max}, which is “{other}”", "{label}: use un número de hasta {max}, que es “{other}”";
        BLANK_WHILE = "{label}: “{other}” says “{answer}”. Clear the number or change that answer", "{label}: en “{other}” dice “{answer}”. Borre el número o cambie esa respuesta";
        WRONG_SHAPE = "{label} holds something this version can’t read", "{label} contiene algo que esta versión no puede leer";
    }
}

/// Something to mend in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field's key.
    pub field: &'static str,
    /// An instruction: what to do.
    pub message: Message,
}

/// Everything to mend in a record with these fields, in their order.
pub fn check<'a>(
    kind: &Kind,
    fields: impl IntoIterator<Item = &'static Field>,
    get: impl Fn(&str) -> Option<&'a Value>,
) -> Vec<Problem> {
    fields.into_iter().filter_map(|field| check_read(kind, field, &get)).collect()
}

/// What to mend in one field, given what stands beside it.
pub fn check_within<'a>(
    kind: &Kind,
    field: &'static Field,
    get: impl Fn(&str) -> Option<&'a Value>,
) -> Option<Problem> {
    check_read(kind, field, &get)
}

fn check_read<'a>(kind: &Kind, field: &'static Field, get: &dyn Fn(&str) -> Option<&'a Value>) -> Option<Problem> {
    let value = get(field.key);
    let lacks = field.consent.filter(|consent| get(consent) != Some(&Value::Bool(true)));
    match lacks.filter(|_| value.is_some_and(|value| !value.is_blank())) {
        Some(consent) => {
            let consent = kind.label(consent);
            let message = words::NO_CONSENT.with("label", field.label).with("consent", consent);
            Some(Problem { field: field.key, message })
        }
        // Nobody can be asked to fill in what is not asked for.
        None if value.is_none_or(Value::is_blank) && !field.is_asked(true, get, |_| None) => None,
        None => check_field(field, value).or_else(|| disagreement(field, &|key| kind.field(key), get)),
    }
}

/// What to mend where a field and others of the record do not agree. `find` knows the others by their keys.
pub fn disagreement<'a>(
    field: &'static Field,
    find: &dyn Fn(&str) -> Option<&'static Field>,
    get: &dyn Fn(&str) -> Option<&'a Value>,
) -> Option<Problem> {
    let value = get(field.key).filter(|value| !value.is_blank())?;
    let said = field.agrees.iter().find_map(|on| match *on {
        Agrees::NotBefore(key) => {
            let other = find(key).filter(|_| is_before(value, get(key)))?;
            Some(words::BEFORE.with("other", other.label))
        }
        Agrees::AtMost(key) => {
            let max = get(key)?.as_number().filter(|max| value.as_number().is_some_and(|number| number > *max))?;
            Some(words::MORE_THAN.with("other", find(key)?.label).with("max", max.to_string()))
        }
        Agrees::BlankWhile(key, answer) => {
            let other = find(key).filter(|_| get(key).and_then(Value::as_text) == Some(answer))?;
            let answer = other.answer(answer).map_or(Text::NONE, |answer| answer.label);
            Some(words::BLANK_WHILE.with("other", other.label).with("answer", answer))
        }
    })?;
    Some(Problem { field: field.key, message: said.with("label", field.label) })
}

/// Whether a day or moment is before another: moments as moments, whatever the clocks showed where they were written, and
/// days as days.
fn is_before(this: &Value, other: Option<&Value>) -> bool {
    let Some((this, other)) = this.as_text().zip(other.and_then(Value::as_text)) else { return false };
    match (date::moment(this), date::moment(other)) {
        (Some(this), Some(other)) => this < other,
        _ => date::day_of(this).zip(date::day_of(other)).is_some_and(|(this, other)| this < other),
    }
}

/// What to mend in one field.
pub fn check_field(field: &'static Field, value: Option<&Value>) -> Option<Problem> {
    let fault = match value.filter(|value| !value.is_blank()) {
        None => field.required.then(|| match field.ty {
            FieldType::Choice(_) | FieldType::Choices(_) | FieldType::Link(_) => words::CHOOSE.message(),
            _ => words::ENTER.message(),
        }),
        Some(value) => damaged(field, value).or_else(|| fault(field, value)),
    };
    fault.map(|message| Problem { field: field.key, message: message.with("label", field.label) })
}

/// What a spreadsheet has made of a text, where nobody can tell any more what stood there.
fn damaged(field: &Field, value: &Value) -> Option<Message> {
    let said = |part, text: &str| damage(Line::of(field, part), text).map(|sentence| quoting(sentence, text));
    match value {
        Value::Text(text) => said(None, text),
        Value::Map(_) if field.ty == FieldType::Address => {
            ADDRESS_PARTS.iter().find_map(|part| said(Some(part), value.part(part)?.as_text()?))
        }
        _ => None,
    }
}

fn fault(field: &Field, value: &Value) -> Option<Message> {
    match (field.ty, value) {
        (FieldType::Text, Value::Text(text)) if field.barcode && barcode::read(text) == Scanned::Wrong => {
            Some(quoting(words::WRONG_BARCODE, text))
        }
        (FieldType::Text, Value::Text(text)) if field.time_of_day && text == date::UNFINISHED => {
            Some(words::UNFINISHED_TIME.message())
        }
        (FieldType::Text, Value::Text(text)) => too_long(text, MAX_LINE),
        (FieldType::LongText, Value::Text(text)) => too_long(text, MAX_LONG),
        (FieldType::Phone, Value::Text(text)) => too_long(text, MAX_LINE)
            .or_else(|| (!text.chars().any(char::is_numeric)).then(|| quoting(words::NOT_A_PHONE, text))),
        (FieldType::Email, Value::Text(text)) => {
            too_long(text, MAX_LINE).or_else(|| (!is_email(text)).then(|| quoting(no_email(text), text)))
        }
        (FieldType::Choice(_), Value::Text(key)) => not_offered(field, key),
        (FieldType::Choices(_), Value::List(_)) => value.as_texts().find_map(|key| not_offered(field, key)),
        (FieldType::Date, Value::Text(text)) if text == date::UNFINISHED => Some(words::UNFINISHED_DAY.message()),
        (FieldType::DateTime, Value::Text(text)) if text == date::UNFINISHED => {
            Some(words::UNFINISHED_MOMENT.message())
        }
        (FieldType::Date, Value::Text(text)) => match date::day(text) {
            None => Some(quoting(words::NOT_A_DAY, text)),
            Some(day) => unlikely_year(day),
        },
        (FieldType::DateTime, Value::Text(text)) => match date::moment(text) {
            None => Some(quoting(words::NOT_A_MOMENT, text)),
            Some(moment) => unlikely_year(moment.date_naive()),
        },
        (FieldType::Number { .. }, Value::Text(text)) => Some(unread_number(field, text)),
        (FieldType::Number { min, max }, Value::Number(number)) => {
            if field.whole && number.fract() != 0.0 {
                return Some(quoting(words::NOT_WHOLE, &number.to_string()));
            }
            let outside = !(min..=max).contains(number);
            outside.then(|| words::NUMBER_OUT_OF_RANGE.with("min", min.to_string()).with("max", max.to_string()))
        }
        (FieldType::YesNo, Value::Bool(_)) => None,
        (FieldType::Link(_), Value::Text(text)) => {
            text.parse::<Id>().is_err().then(|| quoting(words::NOT_PICKED, text))
        }
        (FieldType::Address, Value::Map(_)) => ADDRESS_PARTS
            .iter()
            .filter_map(|part| value.part(part)?.as_text())
            .find_map(|text| too_long(text, MAX_LINE)),
        (FieldType::Place, Value::Map(_)) => {
            let within = |name, most: f64| {
                value.part(name).and_then(Value::as_number).is_some_and(|degrees| degrees.abs() <= most)
            };
            (!(within("lat", 90.0) && within("lon", 180.0))).then(|| words::NOT_A_PLACE.message())
        }
        (FieldType::Photo, photo) if photo::address(photo).is_some() => None,
        (FieldType::Answers, answers) if offered::is_sound(answers) => None,
        _ => Some(words::WRONG_SHAPE.message()),
    }
}

fn quoting(sentence: Text, value: &str) -> Message {
    sentence.with("value", text::quoted(value))
}

/// What to say of a number that was typed and could not be read for sure.
fn unread_number(field: &Field, text: &str) -> Message {
    let TypedNumber::Unclear(perhaps) = typed_number::number(text) else { return quoting(words::NOT_A_NUMBER, text) };
    let can_be = |number: &&f64| !field.whole || number.fract() == 0.0;
    let perhaps: Vec<String> = perhaps.iter().filter(can_be).map(f64::to_string).collect();
    match &*perhaps {
        [one, other] => quoting(words::TWO_NUMBERS, text).with("one", one.as_str()).with("other", other.as_str()),
        [one] => quoting(words::UNCLEAR_NUMBER, text).with("one", one.as_str()),
        _ => quoting(words::NOT_WHOLE, text),
    }
}

fn too_long(text: &str, max: usize) -> Option<Message> {
    // Counting bytes first spares counting the characters of every short text.
    let count = if text.len() <= max { 0 } else { text.chars().count() };
    (count > max).then(|| words::TOO_LONG.with("count", count).with("max", max))
}

fn not_offered(field: &Field, key: &str) -> Option<Message> {
    field.answer(key).is_none().then(|| quoting(words::NOT_OFFERED, key))
}

fn unlikely_year(day: chrono::NaiveDate) -> Option<Message> {
    let year = chrono::Datelike::year(&day);
    (!(1900..=2100).contains(&year)).then(|| words::DAY_OUT_OF_RANGE.with("year", year))
}

/// What to say of a text that is no email address.
fn no_email(text: &str) -> Text {
    match email::first(text) {
        (_, Some(_)) => words::SEVERAL_EMAILS,
        (_, None) => words::NOT_AN_EMAIL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::field::choice;
    use crate::model::text::{Lang, t};

    static YES_MAYBE: [crate::model::field::Choice; 1] = [choice("maybe", t("Maybe", "Quizás"))];
    static NAME: Field = Field::text("name").label(t("Name", "Nombre")).required();
    static WHEN: Field = Field::date("when").label(t("When", "Cuándo"));
    static MAIL: Field = Field::email("mail").label(t("Email", "Correo"));
    static MOOD: Field = Field::choice("mood", &YES_MAYBE).label(t("Mood", "Ánimo")).required();
    static SPOT: Field = Field::place("spot").label(t("Spot", "Lugar"));

    fn said(field: &'static Field, value: Value) -> Option<String> {
        check_field(field, Some(&value)).map(|problem| problem.message.say(Lang::En))
    }

    #[test]
    fn problems_are_instructions() {
        assert_eq!(said(&NAME, Value::text("  ")).as_deref(), Some("Enter Name"));
        assert_eq!(said(&MOOD, Value::Null).as_deref(), Some("Choose Mood"));
        assert_eq!(
            said(&NAME, Value::text("x".repeat(10_000))).as_deref(),
            Some("Name has 10000 characters. Keep it under 2000")
        );
        assert_eq!(
            said(&WHEN, Value::text("1023-01-01")).as_deref(),
            Some("When: the year 1023 is not possible. Use a year from 1900 to 2100")
        );
        assert!(said(&WHEN, Value::text("soon")).unwrap().contains("“soon” is not a date"));
        assert!(said(&MAIL, Value::text("a@b")).is_some());
        assert!(said(&MAIL, Value::text("ana@example.org")).is_none());
        assert!(
            said(&SPOT, Value::Map([("lat".into(), Value::Number(91.0)), ("lon".into(), Value::Number(0.0))].into()))
                .is_some()
        );
        assert!(said(&NAME, Value::Number(3.0)).is_some());
    }

    #[test]
    fn what_was_typed_and_not_understood_is_asked_about_and_never_guessed() {
        static HEADS: Field = Field::number("heads", 0.0, 9_999.0).whole().label(t("Heads", "Personas"));
        static HOURS: Field = Field::number("hours", 0.0, 9_999.0).label(t("Hours", "Horas"));
        static WITH: Field = Field::link("with", "staff").label(t("With", "Con"));
        static AT: Field = Field::date_time("at").label(t("At", "A las"));
        static FROM: Field = Field::time_of_day("from").label(t("From", "Desde"));
        for (field, typed, says) in [
            (
                &FROM,
                date::UNFINISHED,
                "From: the time is not finished. Enter the hour, the minutes, and AM or PM, or clear it",
            ),
            (&HOURS, "1.500", "Hours: “1.500” can mean two numbers. Enter 1500 or 1.5"),
            (&HOURS, "1,5", "Hours: “1,5” can mean two numbers. Enter 1.5 or 15"),
            (&HEADS, "1.000", "Heads: “1.000” can mean two numbers. Enter 1000 or 1"),
            (&HEADS, "1.500", "Heads: it is not clear which number “1.500” is. If you mean 1500, enter 1500"),
            (&HEADS, "00042", "Heads: it is not clear which number “00042” is. If you mean 42, enter 42"),
            (&HEADS, "0,5", "Heads: “0,5” is not a whole number"),
            (&HEADS, "1e3", "Heads: “1e3” is not a number"),
            (
                &WHEN,
                date::UNFINISHED,
                "When: the date is not finished. Enter the month, the day, and the year, or clear it",
            ),
            (&AT, date::UNFINISHED, "At: the date and time are not finished. Enter both completely, or clear them"),
            (&WITH, "Ines Moreau", "With: pick a name from the list, or add “Ines Moreau”"),
        ] {
            assert_eq!(said(field, Value::text(typed)).as_deref(), Some(says));
        }
    }

    #[test]
    fn two_thousand_emoji_fit_a_line() {
        assert_eq!(said(&NAME, Value::text("🏮".repeat(2_000))), None);
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }
}
