//! Cells that name answers.

use super::super::columns::former;
use super::Said;
use crate::model::check;
use crate::model::field::{Choice, Field};
use crate::model::fold::fold;
use crate::model::text::quoted;
use crate::model::value::Value;

/// The answer a cell names, by its label in either language, by its key or by a label that it had before, hyphens and the
/// like aside.
pub(super) fn find_answer(field: &Field, cell: &str) -> Option<&'static Choice> {
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let said = letters(cell);
    let named =
        |choice: &&Choice| [choice.key, choice.label.en, choice.label.es].iter().any(|name| letters(name) == said);
    let formerly = || {
        let names = |(key, _, names): &&(&str, &str, &[&str])| {
            *key == field.key && names.iter().any(|name| letters(name) == said)
        };
        let (_, answer, _) = former::ANSWERS.iter().find(names)?;
        field.offered().iter().find(|choice| choice.key == *answer)
    };
    field.offered().iter().find(named).or_else(formerly)
}

/// Several answers in one cell. Labels may contain commas, so the cell is split only as far as needed.
pub(super) fn read_choices(field: &'static Field, cell: &str) -> Said {
    let mut found: Vec<Value> = Vec::new();
    let mut unknown: Vec<&str> = Vec::new();
    for piece in cell.split([';', '\n', '|']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let pieces = match find_answer(field, piece) {
            Some(_) => vec![piece],
            None => piece.split([',', '/', '&']).map(str::trim).filter(|piece| !piece.is_empty()).collect(),
        };
        for piece in pieces {
            match find_answer(field, piece).map(|answer| Value::text(answer.key)) {
                Some(answer) if found.contains(&answer) => {}
                Some(answer) => found.push(answer),
                None => unknown.push(piece),
            }
        }
    }
    let message = (!unknown.is_empty()).then(|| {
        let value = quoted(&unknown.join(", "));
        check::words::NOT_OFFERED.with("label", field.label).with("value", value)
    });
    Said { value: (!found.is_empty()).then_some(Value::List(found)), problem: message, supposed: None }
}
