//! Why a typed line makes no doors, and what to do about it.

use super::MAX_DOORS;
use crate::model::address::Side;
use crate::model::text::{Message, Text, quoted, t};

/// The sentences of this module.
pub mod words {
    crate::words! {
        BLANK = "Enter a street and its numbers, for example: Maple St 2-48 even", "Escriba una calle y sus números, por ejemplo: Maple St 2-48 pares";
        NO_STREET = "Which street? Enter its name before “{numbers}”", "¿Qué calle? Escriba su nombre antes de “{numbers}”";
        NO_NUMBERS = "Which numbers on {street}? Enter them after the street, for example 2-48 even", "¿Qué números de {street}? Escríbalos después de la calle, por ejemplo 2-48 pares";
        BACKWARDS = "“{range}” goes backwards. Enter the smaller one first", "“{range}” va al revés. Escriba primero el menor";
        TWO_BLOCKS = "“{range}” goes from one block to another. Enter each block by itself, for example 37-01 to 37-09", "“{range}” va de una cuadra a otra. Escriba cada cuadra por separado, por ejemplo 37-01 a 37-09";
        NONE_ON_SIDE = "“{range}” has no {side} numbers. Change the numbers or the side", "“{range}” no tiene números {side}. Cambie los números o el lado";
        TOO_MANY = "That is more than {max} doors. Enter a shorter range, or several one after another", "Son más de {max} puertas. Escriba un tramo más corto, o varios uno tras otro";
        NOT_A_NUMBER = "“{text}” is not a house number. Enter a number such as 12 or a range such as 2-48", "“{text}” no es un número de casa. Escriba un número como 12 o un tramo como 2-48";
        UNITS_NOWHERE = "“{units}” is at which number? Add it, for example: {units} at 12", "¿En qué número está “{units}”? Agréguelo, por ejemplo: {units} en 12";
        BAD_UNITS = "“{text}” is not a range of units. Enter units such as 1-6, A-D or 1A-1D", "“{text}” no es una serie de unidades. Escriba unidades como 1-6, A-D o 1A-1D";
        TWO_STREETS = "One street at a time. Enter {street} on its own", "Una calle a la vez. Escriba {street} por separado";
        NOT_UNDERSTOOD = "“{text}” does not fit here. Enter a street, its numbers and units, for example: Maple St 2-48 even, apartments 1-6 at 12", "“{text}” no cabe aquí. Escriba una calle, sus números y unidades, por ejemplo: Maple St 2-48 pares, apartamentos 1-6 en 12";
        NOT_IN_RANGE = "Number {number} has units but is not among the numbers. Add it to the range, or change “at {number}”", "El número {number} tiene unidades, pero no está entre los números. Agréguelo al tramo o cambie “en {number}”";
    }
}

/// Why a line makes no doors. Each quotes the words that are wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum RangeFault {
    /// Nothing was typed.
    Blank,
    /// Numbers without a street.
    NoStreet {
        /// The first of the numbers.
        numbers: String,
    },
    /// A street without numbers.
    NoNumbers {
        /// The street.
        street: String,
    },
    /// A range that begins with its end.
    Backwards {
        /// The range as it was typed.
        range: String,
    },
    /// A range of numbers in two halves whose first halves differ.
    TwoBlocks {
        /// The range as it was typed.
        range: String,
    },
    /// A range without any number of the side asked for.
    NoneOnSide {
        /// The range as it was typed.
        range: String,
        /// The side.
        side: Side,
    },
    /// More than [`MAX_DOORS`].
    TooMany,
    /// Something that begins like a number and is none.
    NotANumber {
        /// What was typed.
        text: String,
    },
    /// Units without the number they are at.
    UnitsNowhere {
        /// The units as they were typed.
        units: String,
    },
    /// A range of units whose ends do not belong together.
    BadUnits {
        /// The range as it was typed.
        text: String,
    },
    /// A second street in the same line.
    TwoStreets {
        /// The second street.
        street: String,
    },
    /// Words that are no part of a street, number, side or units.
    NotUnderstood {
        /// The words.
        text: String,
    },
    /// Units at a number that is not among the others.
    NotInRange {
        /// The number.
        number: String,
    },
}

impl RangeFault {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            RangeFault::Blank => words::BLANK.message(),
            RangeFault::NoStreet { numbers } => words::NO_STREET.with("numbers", quoted(numbers)),
            RangeFault::NoNumbers { street } => words::NO_NUMBERS.with("street", quoted(street)),
            RangeFault::Backwards { range } => words::BACKWARDS.with("range", quoted(range)),
            RangeFault::TwoBlocks { range } => words::TWO_BLOCKS.with("range", quoted(range)),
            RangeFault::NoneOnSide { range, side } => {
                words::NONE_ON_SIDE.with("range", quoted(range)).with("side", side_name(*side))
            }
            RangeFault::TooMany => words::TOO_MANY.with("max", MAX_DOORS),
            RangeFault::NotANumber { text } => words::NOT_A_NUMBER.with("text", quoted(text)),
            RangeFault::UnitsNowhere { units } => words::UNITS_NOWHERE.with("units", quoted(units)),
            RangeFault::BadUnits { text } => words::BAD_UNITS.with("text", quoted(text)),
            RangeFault::TwoStreets { street } => words::TWO_STREETS.with("street", quoted(street)),
            RangeFault::NotUnderstood { text } => words::NOT_UNDERSTOOD.with("text", quoted(text)),
            RangeFault::NotInRange { number } => words::NOT_IN_RANGE.with("number", quoted(number)),
        }
    }
}

fn side_name(side: Side) -> Text {
    match side {
        Side::Even => t("even", "pares"),
        Side::Odd => t("odd", "impares"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::words::ALL), Vec::<String>::new());
    }
}
