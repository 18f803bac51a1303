//! Lines of a name, parameters and a value, as address books (vCard, RFC 6350) and calendars (iCalendar, RFC 5545) have
//! them alike.

/// What a line says: its name as it was written, its parameters and its value; none where it has no colon.
pub fn split(line: &str) -> Option<(&str, Vec<&str>, &str)> {
    let colon = outside_quotes(line, ':').next()?;
    let mut pieces = split_outside_quotes(&line[..colon], ';');
    let name = pieces.remove(0).trim();
    Some((name, pieces, &line[colon + 1..]))
}

/// Where a mark stands outside of quotation marks.
fn outside_quotes(text: &str, mark: char) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    text.char_indices().filter_map(move |(at, letter)| {
        quoted ^= letter == '"';
        (letter == mark && !quoted).then_some(at)
    })
}

/// The pieces between marks that stand outside of quotation marks.
fn split_outside_quotes(text: &str, mark: char) -> Vec<&str> {
    let mut from = 0;
    let mut pieces = Vec::new();
    for at in outside_quotes(text, mark) {
        pieces.push(&text[from..at]);
        from = at + mark.len_utf8();
    }
    pieces.push(&text[from..]);
    pieces
}

/// A value as one text, its marks no longer escaped.
pub fn text(value: &str) -> String {
    parts_at(value, None).concat()
}

/// A value in the parts that semicolons tell apart.
pub fn parts(value: &str) -> Vec<String> {
    parts_at(value, Some(';'))
}

fn parts_at(value: &str, mark: Option<char>) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        if Some(letter) == mark {
            parts.push(String::new());
            continue;
        }
        let Some(last) = parts.last_mut() else { break };
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => last.push('\n'),
                Some(escaped @ ('\\' | ';' | ',' | ':')) => last.push(escaped),
                Some(other) => last.extend(['\\', other]),
                None => last.push('\\'),
            },
            '\r' => {}
            letter => last.push(letter),
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

/// A text as a value: what marks it has are escaped, and what is no text at all is left out.
pub fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let text = text.replace("\r\n", "\n");
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' | '\r' => value.push_str("\\n"),
            '\t' => value.push('\t'),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}

/// How many bytes a line may have before it is folded.
const LINE: usize = 75;

/// A line folded at 75 bytes, no letter of which is split, with its end.
pub fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / LINE * 3 + 2);
    let mut long = 0;
    for letter in line.chars() {
        if long + letter.len_utf8() > LINE {
            folded.push_str("\r\n ");
            long = 1;
        }
        folded.push(letter);
        long += letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}
