//! CSV (RFC 4180) as it leaves. What comes in is read by a library, because other programs write all sorts.

use std::borrow::Cow;

/// Which cells stand in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// Those that would be read as something else without.
    Necessary,
    /// All of them.
    Always,
}

/// Adds a row and the end of its line.
pub fn row<'a>(csv: &mut String, quotes: Quotes, cells: impl IntoIterator<Item = Cow<'a, str>>) {
    let start = csv.len();
    for (at, text) in cells.into_iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        cell(csv, quotes, &text);
    }
    // Readers pass over an empty line.
    if csv.len() == start {
        csv.push_str("\"\"");
    }
    csv.push_str("\r\n");
}

fn cell(csv: &mut String, quotes: Quotes, text: &str) {
    if quotes == Quotes::Necessary && !text.contains([',', '"', '\r', '\n']) {
        return csv.push_str(text);
    }
    csv.push('"');
    for (at, part) in text.split('"').enumerate() {
        if at > 0 {
            csv.push_str("\"\"");
        }
        csv.push_str(part);
    }
    csv.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::cases;
    use csv::{QuoteStyle, Terminator, WriterBuilder};
    use proptest::prelude::*;

    fn any_cell() -> impl Strategy<Value = String> {
        prop_oneof![Just(String::new()), any::<String>(), "[a-c,;\t \"'\r\n\u{0}#\\\\\u{feff}é0-9.+=-]{0,8}"]
    }

    proptest! {
        #![proptest_config(cases(2_000))]

        #[test]
        fn rows_are_written_as_the_library_does(rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..5), 0..5)) {
            for (quotes, style) in [(Quotes::Necessary, QuoteStyle::Necessary), (Quotes::Always, QuoteStyle::Always)] {
                let mut theirs = WriterBuilder::new();
                theirs.terminator(Terminator::CRLF).quote_style(style).flexible(true);
                let mut theirs = theirs.from_writer(Vec::new());
                let mut ours = String::new();
                for cells in &rows {
                    theirs.write_record(cells).unwrap();
                    row(&mut ours, quotes, cells.iter().map(|cell| cell.as_str().into()));
                }
                prop_assert_eq!(ours, String::from_utf8(theirs.into_inner().unwrap()).unwrap());
            }
        }
    }
}
