//! A whole line, cut into number, street, units, town, state and ZIP code.

use super::place::{self, Tail};
use super::spelling::{Direction, spelled, suffix};
use super::street::{Street, end, firm_end, numbered_end, town};
use super::token::{TokenPiece, Word, pieces, shown};
use super::unit::{Unit, UnitKind, Where, bare_at, own, tidy, unit_at, units_at};
use super::unit_kind::is_needy;
use super::{Address, Number, Post, puerto_rico};

/// Reads a line. With `in_town` the town is known from elsewhere, so words after a street are a remark.
pub(crate) fn read(text: &str, in_town: bool) -> Address {
    let (mut pieces, post) = without_post(pieces(text));
    let mut tail = place::take(&mut pieces, post.is_some());
    if tail.state == "PR" {
        puerto_rico::cut(&mut pieces);
        tail.with_street &= pieces.len() < 2;
    }
    let mut reader = Reader { address: Address { post, ..Address::default() }, town_here: tail.with_street, in_town };
    // Whether a piece further on begins with a house number, worked out from the end so that every piece is read once.
    let mut follows = vec![false; pieces.len()];
    let mut number_follows = false;
    for (piece, follows) in pieces.iter().zip(&mut follows).rev() {
        *follows = number_follows;
        number_follows |= !piece.aside && begins_with_number(&piece.words);
    }
    for (piece, number_follows) in pieces.iter().zip(follows) {
        reader.piece(piece, number_follows);
    }
    let Tail { state, zip, .. } = tail;
    let mut address = Address { original: text.to_owned(), state, zip, ..reader.address };
    tidy(&mut address.units);
    place::settle_halves(&mut address);
    address
}

/// Takes the first post office box or rural route out of its piece; what stood around it are pieces of their own.
fn without_post(pieces: Vec<TokenPiece>) -> (Vec<TokenPiece>, Option<Post>) {
    let mut kept = Vec::with_capacity(pieces.len());
    let mut post = None;
    for mut piece in pieces {
        if post.is_none()
            && !piece.aside
            && let Some((found, at, used)) = Post::find(&piece.words)
        {
            post = Some(found);
            let after = piece.words.split_off(at + used);
            piece.words.truncate(at);
            kept.extend([piece.words, after].map(|words| TokenPiece { words, aside: false }));
        } else {
            kept.push(piece);
        }
    }
    kept.retain(|piece| !piece.words.is_empty());
    (kept, post)
}

/// Whether a piece begins with a house number, perhaps after a unit, and goes on with a street.
fn begins_with_number(words: &[Word]) -> bool {
    if matches!(own(words), Some((_, used)) if used == words.len()) {
        return false;
    }
    let (_, before) = units_at(words, Where::Before);
    let words = &words[before..];
    Number::at_start(words).is_some_and(|(_, used)| used < words.len())
}

/// What is known after some pieces.
#[derive(Default)]
struct Reader {
    address: Address,
    /// Whether the town stands in the piece of the street.
    town_here: bool,
    /// Whether the town is known from elsewhere.
    in_town: bool,
}

impl Reader {
    fn piece(&mut self, piece: &TokenPiece, number_follows: bool) {
        let mut words = piece.words.as_slice();
        if piece.aside {
            return match own(words) {
                Some((units, used)) if used == words.len() => self.address.units.extend(units),
                _ => self.remark(words),
            };
        }
        if let Some((area, used)) = puerto_rico::area(words).filter(|_| self.address.area.is_empty()) {
            self.address.area = area;
            words = &words[used..];
        }
        if let Some(after) = self.quadrant(words) {
            self.address.street.after = Some(after);
            words = &words[1..];
        }
        if words.is_empty() || (!number_follows && self.number_alone(words)) {
            return;
        }
        let streetless = self.address.street.is_empty();
        match own(words) {
            Some((units, used)) if used == words.len() || !streetless => {
                self.address.units.extend(units);
                self.town(&words[used..]);
            }
            _ if streetless && self.is_street(words, number_follows) => self.street(words),
            _ if streetless && number_follows => self.remark(words),
            _ => self.town(words),
        }
    }

    /// The direction that a comma parts from its street: “1800 M Street, NW”. A town never begins with “NW”.
    fn quadrant(&self, words: &[Word]) -> Option<Direction> {
        let street = &self.address.street;
        let open =
            !street.is_empty() && street.suffix.is_some() && street.after.is_none() && self.address.town.is_empty();
        let first = words.first().filter(|_| open)?;
        let fits = words.len() == 1 || spelled("ne nw se sw", &first.folded);
        Direction::read(&first.folded).filter(|_| fits)
    }

    /// Whether a piece is the street: it has a number, or no later one has, and it is not the town of a box.
    fn is_street(&self, words: &[Word], number_follows: bool) -> bool {
        let elsewhere = self.address.post.is_some() || !self.address.area.is_empty();
        let named = firm_end(words).is_some() || spelled("calle ave avenida camino paseo carr", &words[0].folded);
        begins_with_number(words) || (!number_follows && (!elsewhere || named || self.address.number.is_some()))
    }

    /// Reads a piece that is a number alone or with units, its street to follow: “12”, “12 Apt 3”.
    fn number_alone(&mut self, words: &[Word]) -> bool {
        let open = self.address.number.is_none() && self.address.street.is_empty();
        let Some((mut number, mut used)) = Number::at_start(words).filter(|_| open) else { return false };
        if let [letter] = &words[used..]
            && letter.letter().is_some()
            && number.letter.is_empty()
            && number.second.is_none()
        {
            number.letter = letter.folded.to_uppercase();
            used += 1;
        }
        let (units, more) = units_at(&words[used..], Where::Within);
        if used + more < words.len() || unit_at(words, Where::Own).is_some() {
            return false;
        }
        self.address.number = Some(number);
        self.address.units.extend(units);
        true
    }

    /// Reads the piece of the street, which may hold everything else too.
    fn street(&mut self, mut words: &[Word]) {
        if is_care_of(&words[0]) {
            let at = words.iter().position(Word::is_numeric).unwrap_or(words.len());
            self.remark(&words[..at]);
            words = &words[at..];
        }
        let (before, kept) = (self.address.number.is_some(), self.address.units.len());
        if !before {
            let (units, used) = units_at(words, Where::Before);
            self.address.units.extend(units);
            words = self.number(&words[used..]);
        }
        if self.address.number.is_some() {
            words = self.units_between(words);
        }
        let start = numbered_end(words).max(1);
        let cut =
            (start..words.len()).find(|at| unit_at(&words[*at..], Where::Within).is_some()).unwrap_or(words.len());
        let (named, units) = words.split_at(cut);
        let end = end(named, self.town_here && !self.in_town && units.is_empty());
        let (named, rest) = named.split_at(end.at);
        self.address.street = Street::of(named);
        self.after_street(rest, end.firm);
        self.after_street(units, false);
        if self.address.number.is_none() {
            self.promote(kept);
        }
    }

    /// Units, and then a town, after a street in the same piece.
    fn after_street(&mut self, mut words: &[Word], firm: bool) {
        let (units, used) = units_at(words, Where::After);
        self.address.units.extend(units);
        words = &words[used..];
        // “12 Main St 3R”, “12 Main St 3rd Fl L”
        let bare = firm || (used > 0 && words.len() == 1);
        if let Some((unit, used)) = bare_at(words).filter(|_| bare) {
            let (units, more) = units_at(&words[used..], Where::After);
            self.address.units.push(unit);
            self.address.units.extend(units);
            words = &words[used + more..];
        }
        self.town(words);
    }

    /// Takes the house number, and the letter that stands apart from it: “12 A Main St”.
    fn number<'a>(&mut self, words: &'a [Word]) -> &'a [Word] {
        // “No. 12 Main St”, “# 12 Main St”
        let mark = words.len() > 2 && spelled("no num number #", &words[0].folded) && words[1].is_numeric();
        let numbered = if mark { &words[1..] } else { words };
        let Some((mut number, used)) = Number::at_start(numbered) else { return words };
        let rest = &numbered[used..];
        let is_firm = |word: &Word| suffix(&word.folded).is_some_and(|suffix| suffix.firm);
        match rest {
            // “42 St” is a street, “42 St Apt 3” too.
            [only, after @ ..]
                if is_firm(only)
                    && number == Number::plain(number.digits)
                    && (after.is_empty() || unit_at(after, Where::After).is_some()) =>
            {
                words
            }
            [letter, next, more @ ..]
                if letter.letter().is_some_and(|c| c.is_ascii_alphabetic())
                    && Direction::read(&letter.folded).is_none()
                    && number.letter.is_empty()
                    && number.second.is_none()
                    // “12 A Street”
                    && (suffix(&next.folded).is_none() || more.iter().any(is_firm) || numbered_end(&rest[1..]) > 0) =>
            {
                number.letter = letter.folded.to_uppercase();
                self.address.number = Some(number);
                &rest[1..]
            }
            _ => {
                self.address.number = Some(number);
                rest
            }
        }
    }

    /// Takes units that stand between number and street: “12 Rear Main St”, “12 Apt 3 Main St”.
    fn units_between<'a>(&mut self, mut words: &'a [Word]) -> &'a [Word] {
        while let [first, rest @ ..] = words {
            let named = |rest: &[Word]| match rest {
                [] => false,
                [only] => suffix(&only.folded).is_none(),
                _ => true,
            };
            if spelled("rear bsmt basement", &first.folded) && named(rest) {
                let kind = if first.folded == "rear" { UnitKind::Rear } else { UnitKind::Basement };
                self.address.units.push(Unit::new(kind, ""));
                words = rest;
                continue;
            }
            let floor = first.is_numeric();
            match unit_at(words, Where::Within) {
                Some((Some(unit), used)) if (is_needy(&first.folded) || floor) && named(&words[used..]) => {
                    self.address.units.push(unit);
                    words = &words[used..];
                }
                _ => break,
            }
        }
        words
    }

    /// “Main St 12” and “#12 Main St” have a house number where others have a unit.
    fn promote(&mut self, from: usize) {
        let units = &mut self.address.units;
        let bare = units.iter().skip(from).position(|unit| unit.kind == UnitKind::Bare).map(|at| at + from);
        if let Some((at, number)) = bare.and_then(|at| Some((at, Number::read(&units[at].name)?))) {
            units.remove(at);
            self.address.number = Some(number);
        }
    }

    /// Takes words as the town if they can be one. The last that can is the town.
    fn town(&mut self, words: &[Word]) {
        if words.is_empty() {
            return;
        }
        let digits = words.iter().any(|word| word.folded.chars().any(|c| c.is_ascii_digit()));
        let care_of = words.iter().any(is_care_of);
        if digits || care_of || self.in_town {
            return self.remark(words);
        }
        let earlier = std::mem::replace(&mut self.address.town, town(words));
        self.add_remark(&earlier);
    }

    fn remark(&mut self, words: &[Word]) {
        self.add_remark(&shown(words));
    }

    fn add_remark(&mut self, more: &str) {
        let remark = &mut self.address.remark;
        if !remark.is_empty() && !more.is_empty() {
            remark.push_str(", ");
        }
        remark.push_str(more);
    }
}

/// Whether a name follows and not an address: “c/o Smith”.
pub(crate) fn is_care_of(word: &Word) -> bool {
    spelled("c/o attn attention", &word.folded)
}
