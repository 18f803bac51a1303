//! How many pieces somebody says were brought, taken or lost.

use super::kinds::movement::{MOVEMENT, movement_fields as movement};
use crate::model::check;
use crate::model::text::Message;
use crate::model::typed_number::number;
use crate::model::value::Value;

/// What was typed as an amount: none where nothing was, nor a zero, by which nothing happens.
///
/// # Errors
/// What to mend, as the form of a movement says it.
pub fn typed_amount(text: &str) -> Result<Option<i64>, Message> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let value = number(text).sure().map_or_else(|| Value::text(text), Value::Number);
    let get = |key: &str| (key == movement::AMOUNT.key()).then_some(&value);
    let field = MOVEMENT.field(movement::AMOUNT.key());
    match (field.and_then(|field| check::check_within(&MOVEMENT, field, get)), &value) {
        (Some(problem), _) => Err(problem.message),
        (None, Value::Number(number)) => Ok(Some(*number as i64).filter(|amount| *amount > 0)),
        (None, _) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Lang;

    #[test]
    fn an_amount_is_a_whole_number_or_it_is_said_what_to_mend() {
        for (text, amount) in [("", None), ("  ", None), ("0", None), ("12", Some(12)), ("1,000", Some(1000))] {
            assert_eq!(typed_amount(text), Ok(amount), "{text}");
        }
        for (text, words) in [
            ("twelve", "“twelve” is not a number"),
            ("1.5", "“1.5” is not a whole number"),
            ("1.000", "“1.000” can mean two numbers. Enter 1000 or 1"),
            ("9780306406157", "use a number from 0 to 100000"),
        ] {
            let said = typed_amount(text).unwrap_err().say(Lang::En);
            assert!(said.contains(words), "{text}: {said}");
        }
    }
}
