//! Bytes as letters (RFC 4648), for passwords in headers and for documents that hold no text.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes as letters.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut written = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let joined =
            (0..3).fold(0u32, |joined, at| joined << 8 | u32::from(three.get(at).copied().unwrap_or_default()));
        for at in 0..4 {
            let six = (joined >> (18 - 6 * at)) as usize & 63;
            written.push(if at > three.len() { '=' } else { char::from(LETTERS[six]) });
        }
    }
    written
}

/// What [`encode`] wrote; none if it is not that.
pub(super) fn decode(letters: &str) -> Option<Vec<u8>> {
    let full = letters.trim_end_matches('=');
    if !letters.len().is_multiple_of(4) || letters.len() - full.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(full.len() / 4 * 3 + 2);
    for four in full.as_bytes().chunks(4) {
        let mut joined = 0u32;
        for at in 0..4 {
            let six = match four.get(at) {
                Some(letter) => LETTERS.iter().position(|known| known == letter)?,
                None => 0,
            };
            joined = joined << 6 | six as u32;
        }
        bytes.extend(&joined.to_be_bytes()[1..four.len()]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard() {
        for (bytes, letters) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("Jürgen:pä ß", "SsO8cmdlbjpww6Qgw58="),
        ] {
            assert_eq!(encode(bytes.as_bytes()), letters);
            assert_eq!(decode(letters).unwrap(), bytes.as_bytes());
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)).unwrap(), all);
        for wrong in ["Zg", "Z===", "Zg=a", "Z!==", "Zm9v====", "====", "Ü="] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
