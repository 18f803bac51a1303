//! Why nobody can knock at an address, and what to do about it.

use super::{Address, Post};
use crate::model::text::{Message, quoted};

/// The sentences of this module.
pub mod words {
    crate::words! {
        BLANK = "There is no address. Enter the number and the street", "No hay dirección. Escriba el número y la calle";
        NO_NUMBER = "“{street}” has no house number. Enter it before the street", "“{street}” no tiene número de casa. Escríbalo antes de la calle";
        NO_STREET = "“{number}” has no street. Enter the street after the number", "“{number}” no tiene calle. Escriba la calle después del número";
        LAND = "Number 0 on {street} is a lot without a house. Enter the house number, or remove it from the list", "El número 0 de {street} es un terreno sin casa. Escriba el número de la casa o quítelo de la lista";
        POST = "{post} is where mail goes; there is no door. Enter the street address", "{post} es donde llega el correo; no hay puerta. Escriba la dirección de la casa";
    }
}

/// Why nobody can knock there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum AddressFault {
    /// Nothing is known.
    Blank,
    /// A street without a number.
    NoNumber(String),
    /// A number without a street.
    NoStreet(String),
    /// The number 0, which assessors give to land without a house.
    Land(String),
    /// Mail goes there and nobody lives there.
    Post(Post),
}

impl AddressFault {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            AddressFault::Blank => words::BLANK.message(),
            AddressFault::NoNumber(street) => words::NO_NUMBER.with("street", quoted(street)),
            AddressFault::NoStreet(number) => words::NO_STREET.with("number", quoted(number)),
            AddressFault::Land(street) => words::LAND.with("street", quoted(street)),
            AddressFault::Post(post) => words::POST.with("post", quoted(&post.to_string())),
        }
    }
}

impl Address {
    /// Why nobody can knock there; none if there is a door.
    pub fn fault(&self) -> Option<AddressFault> {
        // An apartment in a building of a known name has a door without a number: “Cond El Monte Apt 302”.
        let named_building = !self.area.is_empty() && !self.units.is_empty();
        match (&self.number, self.street.is_empty(), &self.post) {
            (Some(number), false, _) if number.digits == 0 && number.grid.is_empty() => {
                Some(AddressFault::Land(self.street.to_string()))
            }
            (Some(_), false, _) => None,
            (Some(_), true, _) if !self.area.is_empty() => None,
            (_, _, Some(post)) => Some(AddressFault::Post(post.clone())),
            (Some(number), true, None) => Some(AddressFault::NoStreet(number.to_string())),
            (None, _, None) if named_building => None,
            (None, false, None) => Some(AddressFault::NoNumber(self.street.to_string())),
            (None, true, None) => Some(AddressFault::Blank),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Lang;

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
    }

    #[test]
    fn what_lacks_a_door_says_why() {
        for (text, said) in [
            ("", "There is no address. Enter the number and the street"),
            ("Main St", "“Main Street” has no house number. Enter it before the street"),
            ("12", "“12” has no street. Enter the street after the number"),
            (
                "0 Main St",
                "Number 0 on Main Street is a lot without a house. Enter the house number, or remove it from the list",
            ),
            ("P.O. Box 12", "PO Box 12 is where mail goes; there is no door. Enter the street address"),
            ("RR 2 Box 14, Windham", "RR 2 Box 14 is where mail goes; there is no door. Enter the street address"),
        ] {
            let fault = Address::parse(text).fault().map(|fault| fault.message().say(Lang::En));
            assert_eq!(fault.as_deref(), Some(said), "{text}");
        }
        for text in ["12 Main St", "12 Main St PO Box 3", "N6W23001 Bluemound Rd", "Cond El Monte Apt 302"] {
            assert_eq!(Address::parse(text).fault(), None, "{text}");
        }
    }
}
