//! What is wrong with a file of notes: where, what, and what to do.

use crate::model::text::{Message, Text};

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOT_OURS = "This is not a Porchlight copy. Choose the file that “Back up or share” made", "Este no es un archivo de Porchlight. Elija el archivo que hizo “Copia de seguridad”";
        TRUNCATED = "Line {line}: the file ends too early. Ask for it again, or import the undamaged part", "Línea {line}: el archivo termina antes de tiempo. Pídalo de nuevo o importe lo que no está dañado";
        DAMAGED = "Line {line}: the file was changed or damaged on its way. Ask for it again, or import the undamaged part", "Línea {line}: el archivo se cambió o se dañó en el camino. Pídalo de nuevo o importe lo que no está dañado";
        NOT_JSON = "Line {line} can’t be read: {cause}. Ask for the file again, or import the undamaged part", "No se puede leer la línea {line}: {cause}. Pida el archivo de nuevo o importe lo que no está dañado";
        OUT_OF_ORDER = "Line {line}: expected note {expected}, found {found}. Ask for the file again, or import the undamaged part", "Línea {line}: se esperaba la nota {expected} y está la {found}. Pida el archivo de nuevo o importe lo que no está dañado";
        TOO_LONG = "Line {line} is longer than any note can be. Ask for the file again, or import the undamaged part", "La línea {line} es más larga que cualquier nota. Pida el archivo de nuevo o importe lo que no está dañado";
        NEWER = "Line {line}: a newer Porchlight made this. Update this tablet first; nothing was changed", "Línea {line}: lo hizo un Porchlight más nuevo. Actualice primero esta tableta; no se cambió nada";
        ABSURD_TIME = "Line {line}: a note is dated after the year 2100, which is not possible. Ask for the file again, or import the undamaged part", "Línea {line}: una nota tiene fecha posterior al año 2100, lo que no es posible. Pida el archivo de nuevo o importe lo que no está dañado";
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not begin like a file of ours.
    NotOurs,
    /// It ends before its end.
    Truncated,
    /// A hash or count does not agree with the lines.
    Damaged,
    /// A line is not JSON, or not of the right shape; the reason in the parser's words.
    NotJson(String),
    /// A number is missing or repeated.
    OutOfOrder {
        /// The number that was due.
        expected: u64,
        /// The number that is there.
        found: u64,
    },
    /// A line is longer than any of ours can be.
    TooLong,
    /// A newer version made it, in a form this one must not guess at.
    Newer,
    /// A clock reading from the year 2100 or later.
    AbsurdTime,
}

/// What is wrong, and in which line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault:?}")]
pub struct ReadError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

impl ReadError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        let text: Text = match &self.fault {
            Fault::NotOurs => words::NOT_OURS,
            Fault::Truncated => words::TRUNCATED,
            Fault::Damaged => words::DAMAGED,
            Fault::TooLong => words::TOO_LONG,
            Fault::Newer => words::NEWER,
            Fault::AbsurdTime => words::ABSURD_TIME,
            Fault::NotJson(cause) => return words::NOT_JSON.with("line", self.line).with("cause", cause.as_str()),
            Fault::OutOfOrder { expected, found } => {
                return words::OUT_OF_ORDER.with("line", self.line).with("expected", *expected).with("found", *found);
            }
        };
        text.with("line", self.line)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::words::ALL), Vec::<String>::new());
    }
}
