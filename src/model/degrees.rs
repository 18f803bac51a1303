//! Latitude and longitude as maps show them: “41.7106, -72.2081”, “41.7106° N”, “41°42'38"N”.

use super::typed_number::{self, TypedNumber};

/// One of the two directions in which degrees count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// North and south.
    Latitude,
    /// East and west.
    Longitude,
}

impl Axis {
    /// The one a part of a place holds.
    pub fn of(part: &str) -> Axis {
        if part == "lat" { Axis::Latitude } else { Axis::Longitude }
    }

    /// What a letter of the compass says of the sign; none if it belongs to the other axis. West is “O” in Spanish.
    fn sign(self, letter: char) -> Option<f64> {
        match (self, letter.to_ascii_uppercase()) {
            (Axis::Latitude, 'N') | (Axis::Longitude, 'E') => Some(1.0),
            (Axis::Latitude, 'S') | (Axis::Longitude, 'W' | 'O') => Some(-1.0),
            _ => None,
        }
    }
}

/// Reads degrees along an axis.
pub fn read(axis: Axis, text: &str) -> TypedNumber {
    match typed_number::degrees(text) {
        TypedNumber::NoNumber => marked(axis, text).map_or(TypedNumber::NoNumber, TypedNumber::Number),
        read => read,
    }
}

/// Degrees with the signs of degrees, minutes and seconds, and a letter of the compass before or after them.
fn marked(axis: Axis, text: &str) -> Option<f64> {
    let text = super::cell_repair::clean(text);
    let bare = text.trim_matches(|c: char| c.is_ascii_alphabetic() || c == ' ');
    let letters: Vec<char> = text.replacen(bare, "", 1).chars().filter(|c| *c != ' ').collect();
    let sign = match &*letters {
        [] => None,
        [letter] => Some(axis.sign(*letter)?),
        _ => return None,
    };
    let parts: Vec<&str> = bare
        .split(['°', 'º', '˚', '\'', '′', '’', '"', '″', '”'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let (whole, parts) = parts.split_first().filter(|(_, parts)| parts.len() <= 2)?;
    let whole = typed_number::degrees(whole).sure()?;
    let mut size = whole.abs();
    for (part, of) in parts.iter().zip([60.0, 3600.0]) {
        let part = typed_number::degrees(part).sure().filter(|part| (0.0..60.0).contains(part))?;
        size += part / of;
    }
    let size = (size * 1e7).round() / 1e7;
    let sign = match sign {
        // “-72.2° W” says west twice; “-72.2° E” says two things.
        Some(sign) if whole < 0.0 && sign > 0.0 => return None,
        Some(sign) => sign,
        None if whole < 0.0 => -1.0,
        None => 1.0,
    };
    Some(sign * size + 0.0)
}

/// Latitude and longitude in one text.
pub fn pair(text: &str) -> Option<(f64, f64)> {
    let text = super::cell_repair::clean(text);
    let bare = text.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | ' '));
    // A comma with nothing after it but digits may as well stand before the fraction of one number.
    let tight = bare.split_once(',').filter(|(_, lon)| lon.contains(|c: char| !c.is_ascii_digit()));
    let halves = [bare.split_once(';'), bare.split_once(", "), tight, bare.rsplit_once(' ')];
    let read = |(lat, lon): (&str, &str)| {
        let (lat, lon) = (read(Axis::Latitude, lat).sure()?, read(Axis::Longitude, lon).sure()?);
        (lat.abs() <= 90.0 && lon.abs() <= 180.0).then_some((lat, lon))
    };
    let found = halves.into_iter().flatten().find_map(read);
    // “41.7106° N 72.2081° W” is parted behind the letter of the first.
    found.or_else(|| {
        let at = bare.find(['N', 'S']).filter(|at| *at > 0)? + 1;
        read((&bare[..at], &bare[at..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn degrees_are_read_as_maps_show_them() {
        use Axis::{Latitude, Longitude};
        for (axis, text, is) in [
            (Latitude, "41.7106", 41.7106),
            (Latitude, "41.7106° N", 41.7106),
            (Latitude, "41.7106°", 41.7106),
            (Latitude, "N 41.7106", 41.7106),
            (Latitude, "41,7106 N", 41.7106),
            (Latitude, "33.5° S", -33.5),
            (Longitude, "72.2081° W", -72.2081),
            (Longitude, "-72.2081° W", -72.2081),
            (Longitude, "72,2081º O", -72.2081),
            (Longitude, "72°12'29.16\"W", -72.2081),
            (Latitude, "41° 42′ 36″ N", 41.71),
        ] {
            assert_eq!(read(axis, text), TypedNumber::Number(is), "{text}");
        }
        for (axis, text) in [
            (Latitude, "41.7106° W"),
            (Longitude, "72 N"),
            (Longitude, "-72 E"),
            (Latitude, "north"),
            (Latitude, "41°75'"),
            (Latitude, "41.7106, -72.2081"),
        ] {
            assert_eq!(read(axis, text), TypedNumber::NoNumber, "{text}");
        }
    }

    #[test]
    fn a_pair_is_read_as_maps_copy_it() {
        for text in [
            "41.7106, -72.2081",
            "(41.7106,-72.2081)",
            "41.7106;-72.2081",
            "41.7106 -72.2081",
            "41,7106; -72,2081",
            "41,7106, -72,2081",
            "41.7106° N, 72.2081° W",
            "41.7106° N 72.2081° W",
            "41.7106N 72.2081W",
        ] {
            assert_eq!(pair(text), Some((41.7106, -72.2081)), "{text}");
        }
        for text in ["", "41.7106", "41,7106", "here", "41, 72, 3", "Main St, Windham"] {
            assert_eq!(pair(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_stumble(text in "[-0-9NSEWO°'\" ,.;]{0,20}|\\PC{0,20}") {
            read(Axis::Latitude, &text);
            pair(&text);
        }
    }
}
