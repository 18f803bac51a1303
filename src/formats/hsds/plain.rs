//! HTML as plain text: what other programs keep of a description with its tags, for people who read words.

/// The marks that begin a new line.
const LINES: &[&str] = &["br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol"];

/// The signs that stand in descriptions by their names; all others by their numbers, or as they are.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("rdquo", '”'),
    ("ldquo", '“'),
    ("bull", '•'),
    ("hellip", '…'),
    ("eacute", 'é'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
];

/// The words of a text that may have tags: lines where a browser would begin one, and signs in place of their names. A text
/// without tags and signs stays as it is.
pub(super) fn text(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.trim().to_owned();
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        let (mark, after) = rest[at..].split_at(1);
        rest = after;
        let taken = if mark == "<" { tag(&mut out, after) } else { sign(&mut out, after) };
        match taken {
            Some(length) => rest = &after[length..],
            // It is the sign itself.
            None => out.push_str(mark),
        }
    }
    out.push_str(rest);
    let lines = out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Reads a tag after its “<”; gives how long it is.
fn tag(out: &mut String, after: &str) -> Option<usize> {
    let begins = after.strip_prefix('/').unwrap_or(after);
    if !begins.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
        return None;
    }
    let end = after.find('>')?;
    let name: String = begins.chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    if LINES.contains(&name.as_str()) {
        out.push('\n');
    }
    if name == "li" && !after.starts_with('/') {
        out.push_str("• ");
    }
    Some(end + 1)
}

/// Reads a sign after its “&”; gives how long its name is.
fn sign(out: &mut String, after: &str) -> Option<usize> {
    let end = after.char_indices().take(10).find(|(_, c)| *c == ';')?.0;
    let name = &after[..end];
    let by_number = || {
        let number = name.strip_prefix('#')?;
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|sign| !sign.is_control())
    };
    let found = NAMED.iter().find(|(named, _)| *named == name).map(|(_, sign)| *sign).or_else(by_number)?;
    out.push(found);
    Some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::text;
    use proptest::prelude::*;

    #[test]
    fn tags_become_lines_and_signs_letters() {
        let cases = [
            ("Food  pantry", "Food  pantry"),
            ("<p>Food &amp; clothing.</p><p>Open&nbsp;daily<br/>9&ndash;5</p>", "Food & clothing.\nOpen daily\n9–5"),
            ("<ul><li>ID</li><li>Proof of address</li></ul>", "• ID\n• Proof of address"),
            ("Caf&eacute; &#8217;s &#x27;", "Café ’s '"),
            ("Ages < 5 & up", "Ages < 5 & up"),
            ("income <200% of poverty", "income <200% of poverty"),
            ("&bogus; &#0; &", "&bogus; &#0; &"),
            ("<a href=\"x\">Call</a> <b>first", "Call first"),
            ("<script", "<script"),
        ];
        for (html, wanted) in cases {
            assert_eq!(text(html), wanted, "{html}");
        }
    }

    proptest! {
        #[test]
        fn whatever_it_is_it_ends(html in "[a-z<>&;#/x0-9 é]{0,40}") {
            let once = text(&html);
            prop_assert!(once.len() <= html.len() + 4 * html.matches("<li").count());
        }
    }
}
