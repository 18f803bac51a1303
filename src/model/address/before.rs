//! Words that stand before an address in its line: whose door it is, most often.

use super::puerto_rico::{area, begins_like_area};
use super::spelling::spelled;
use super::street::{firm_end, numbered_end};
use super::token::{Word, pieces};
use super::unit::{Where, unit_at};
use super::unit_kind::is_needy;
use super::{Direction, Number, Post};

/// Words that tell something of the numbers after them: “even side of Maple St”, “No. 12”, “números pares de la …”.
static OF_NUMBERS: &str = "even evens odd odds pares par impares impar nones both ambos sides side lados lado of from to numbers \
     number numeros numero num no # de del la las los el at en in only";

/// Parts a line into words that are no part of the address and the address after them. None if it begins with the
/// address, or where that cannot be told.
///
/// An address begins with a number only if what follows is surely a street: “Odalys Freyre, 50 Maple St”, and not
/// “Maple St 50” or “Route 32 100-102”.
pub fn words_before(text: &str) -> Option<(&str, &str)> {
    let starts_word =
        |at: usize| text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-' && c != '.');
    let digit = |(at, c): &(usize, char)| c.is_ascii_digit() && starts_word(*at);
    let (at, _) = text.char_indices().find(digit)?;
    let (head, rest) = text.split_at(at);
    let named: Vec<Word> = pieces(head).into_iter().flat_map(|piece| piece.words).collect();
    let first = pieces(rest).into_iter().next()?;
    let (_, used) = Number::at_start(&first.words)?;
    let street = &first.words[used..];
    let sure = street.len() > 1 && firm_end(street).is_some();
    let of_address = |word: &Word| {
        is_needy(&word.folded) || spelled(OF_NUMBERS, &word.folded) || Direction::read(&word.folded).is_some()
    };
    let calle = "calle camino avenida ave paseo carretera carr via vereda";
    // “PO Box 12, 48 Main St”: a box is nobody's name.
    let boxed = [&named[..], &first.words[..used]].concat();
    let other = firm_end(&named).is_some()
        || Post::find(&boxed).is_some()
        || named.first().is_some_and(|word| spelled(calle, &word.folded))
        || numbered_end(&first.words) > 0
        || area(&named).is_some()
        || (begins_like_area(&named)
            && pieces(rest).iter().flat_map(|piece| &piece.words).any(|word| word.folded == "pr"))
        || unit_at(&named, Where::Own).is_some()
        || named.iter().any(of_address)
        || pieces(head).iter().any(|piece| firm_end(&piece.words).is_some());
    let head = head.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    (sure && !named.is_empty() && !other).then_some((head, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_named_before_an_address_is_no_part_of_it() {
        for (text, head, rest) in [
            ("Odalys Freyre, 50 Maple St", "Odalys Freyre", "50 Maple St"),
            ("Odalys Freyre 50 Maple St Apt 2", "Odalys Freyre", "50 Maple St Apt 2"),
            ("Mr & Mrs Bo Tarnow 52 Maple St", "Mr & Mrs Bo Tarnow", "52 Maple St"),
            ("Freyre: 50 Maple St, Windham", "Freyre", "50 Maple St, Windham"),
            ("Odalys F. - 50 North Main St", "Odalys F.", "50 North Main St"),
            ("(Odalys) 50 Maple St", "Odalys", "50 Maple St"),
            ("Green House, 12 Maple Ave", "Green House", "12 Maple Ave"),
            ("Odalys Freyre 48 Oak St, PO Box 12", "Odalys Freyre", "48 Oak St, PO Box 12"),
        ] {
            assert_eq!(words_before(text), Some((head, rest)), "{text}");
        }
    }

    #[test]
    fn what_begins_with_its_address_is_left_as_it_is() {
        for text in [
            "50 Maple St",
            "12 – 16 Main St",
            "Maple St 50",
            "Maple St 2-8 even, apartments 1-3 at 4",
            "Maple St, Windham CT 06226, 12",
            "even 2-8 Maple St",
            "even side of Maple St from 2 through 8",
            "both sides of Maple St 1-3",
            "números pares del 2 al 6 de la Calle Luna",
            "Apt 3 - 12 Main St",
            "Unit 4, 12 Main St",
            "Apts 1-2 at 12 Maple St",
            "Rear 12 Main St",
            "No. 12 Main St",
            "# 12 Main St",
            "Route 32 100-102",
            "N Route 32 12",
            "US 6 10-12 even",
            "Calle 3 1-5 impares",
            "Urb Villa Rica, 7 Calle Luna",
            "Maple St 1-9 odd, 2 Oak St",
            "W151 N9612 Meadow View Dr",
            "PO Box 12, 48 Main St",
            "PO Box 12 48 Main St",
            "Broadway 12",
            "Windham",
            "",
        ] {
            assert_eq!(words_before(text), None, "{text}");
        }
    }
}
