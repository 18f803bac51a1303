//! A photo as a record keeps it: a small JPEG, written in letters, so that it travels with everything else.

use super::value::Value;

/// How a photo begins.
const HEAD: &str = "data:image/jpeg;base64,";

/// The most characters of a photo: about 90 kB, enough to see how a table should look.
pub const MOST: usize = 120_000;

/// The photo in a value, as the address of a picture; none if it is no photo of ours, and then it is never shown as one.
pub fn address(value: &Value) -> Option<&str> {
    let text = value.as_text()?;
    let letters = text.strip_prefix(HEAD)?;
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    (text.len() <= MOST && !letters.is_empty() && letters.bytes().all(sound)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_small_picture_is_a_photo() {
        let photo = |text: &str| address(&Value::text(text)).is_some();
        assert!(photo("data:image/jpeg;base64,/9j/4AAQ+w=="));
        for other in [
            "",
            "data:image/jpeg;base64,",
            "data:image/svg+xml;base64,PHN2Zz4=",
            "https://example.org/photo.jpg",
            "data:image/jpeg;base64,\" onerror=\"alert(1)",
        ] {
            assert!(!photo(other), "{other}");
        }
        assert!(!photo(&format!("{HEAD}{}", "A".repeat(MOST))));
        assert_eq!(address(&Value::Number(1.0)), None);
    }
}
