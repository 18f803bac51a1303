//! Cells that a spreadsheet shows and never runs.
//!
//! Spreadsheets run a cell that begins with `=`, `+`, `-` or `@` as a formula, also one from a file somebody sent.
//! Such a cell gets an apostrophe in front, the spreadsheets' own sign for “this is text”; reading takes it off again.
//! A negative number alone stays as it is: it can do no harm, and with an apostrophe nobody could add it up. A phone
//! number such as `+1-860-555-0100` gets one: it would come out as −1414.

use std::borrow::Cow;

/// The cell as it is written.
pub fn inert(text: &str) -> Cow<'_, str> {
    if runs(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text of a cell, without the apostrophe that [`inert`] put there.
pub fn text_of(cell: &str) -> &str {
    // Text that itself begins with an apostrophe and a sign was given a second one, so this undoes exactly one.
    cell.strip_prefix('\'').filter(|_| runs(cell)).unwrap_or(cell)
}

/// Whether a spreadsheet might run it, apostrophes in front aside.
fn runs(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let sign = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    bare.starts_with(['\t', '\r', '\n']) || (bare.trim_start().starts_with(sign) && !is_negative_number(bare))
}

/// Digits after a minus, with or without a fraction, and few enough that a spreadsheet shows all of them.
fn is_negative_number(text: &str) -> bool {
    let Some(number) = text.strip_prefix('-').filter(|number| number.len() <= 15) else { return false };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_run_gets_an_apostrophe() {
        for (text, cell) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+1 860 555 0100", "'+1 860 555 0100"),
            ("+18605550100", "'+18605550100"),
            ("-2+3", "'-2+3"),
            ("- maybe", "'- maybe"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\r=x", "'\r=x"),
            ("  =x", "'  =x"),
            ("＝1+1", "'＝1+1"),
            ("'=x", "''=x"),
            ("-1e5", "'-1e5"),
            ("-", "'-"),
        ] {
            assert_eq!(inert(text), cell);
            assert_eq!(text_of(cell), text);
        }
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for text in ["", "-5", "-0.25", "'tis", "Ana", "a=b", "12-14", "🏮", "\"", "'-5"] {
            assert_eq!(inert(text), text);
            assert_eq!(text_of(text), text);
        }
    }

    proptest! {
        #[test]
        fn reading_gives_what_was_written(text in "['=+@\t\r ＝－0-9.-]{0,4}\\PC{0,8}") {
            let cell = inert(&text);
            prop_assert_eq!(text_of(&cell), &text);
        }
    }
}
