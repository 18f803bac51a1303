//! House numbers in words: “One Elm Street”.

use crate::model::fold::fold;

const ONES: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
                    eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

/// The number in words that a text begins with, and what follows it; none beyond 9,999, and none where something else
/// begins.
pub fn cardinal(text: &str) -> Option<(u32, &str)> {
    let (mut sum, mut part) = (0_u32, 0_u32);
    let mut rest = text.trim_start();
    let mut read = None;
    loop {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = fold(&rest[..end]);
        let ones = place(ONES, &word).map(|at| at + 1);
        let tens = place(TENS, &word).map(|at| 10 * (at + 2));
        match (ones, tens) {
            (Some(ones), _) if part % 10 == 0 && (part % 100 == 0 || ones < 10) => part += ones,
            (_, Some(tens)) if part % 100 == 0 => part += tens,
            _ if word == "hundred" && (1..100).contains(&part) => part *= 100,
            _ if word == "thousand" && (1..10).contains(&part) && sum == 0 => (sum, part) = (part * 1_000, 0),
            // “One Hundred and Five”
            _ if word == "and" && part >= 100 && part % 100 == 0 => {
                rest = rest[end..].trim_start();
                continue;
            }
            _ => break,
        }
        let after = &rest[end..];
        // “Twenty-One”
        rest = after.strip_prefix('-').unwrap_or(after).trim_start();
        read = Some((sum + part, after.trim_start()));
    }
    read.filter(|(number, _)| *number > 0)
}

fn place(words: &str, word: &str) -> Option<u32> {
    (0..).zip(words.split_ascii_whitespace()).find(|(_, known)| *known == word).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read_up_to_where_they_end() {
        for (text, number, rest) in [
            ("One Elm Street", 1, "Elm Street"),
            ("Fifty N. Front St.", 50, "N. Front St."),
            ("Twenty-One Oak Ave", 21, "Oak Ave"),
            ("Forty Two Oak Ave", 42, "Oak Ave"),
            ("One Hundred and Five Main St", 105, "Main St"),
            ("two hundred twelve main st", 212, "main st"),
            ("One Thousand Two Hundred Main St", 1200, "Main St"),
            ("Ten", 10, ""),
        ] {
            assert_eq!(cardinal(text), Some((number, rest)), "{text}");
        }
        for text in ["", "Elm Street", "Onega St", "Hundred Acre Rd", "12 Main St", "And One St"] {
            assert_eq!(cardinal(text), None, "{text}");
        }
    }
}
