//! Email addresses as people paste them.

/// Loose on purpose: it is for catching slips of the thumb, not for deciding what mail servers accept.
pub fn is_email(text: &str) -> bool {
    let text = text.trim();
    let stray = |c: char| {
        c.is_whitespace() || matches!(c, ';' | ',' | '<' | '>' | '(' | ')' | '"' | '“' | '”' | '„' | '«' | '»')
    };
    text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && domain.contains('.')
            && !domain.contains('@')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
    }) && !text.contains(stray)
}

/// An address without the quotation marks, brackets or `mailto:` around it.
pub fn bare(text: &str) -> &str {
    let around = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';'
            )
    };
    let within = text.trim_matches(around);
    let within = within.strip_prefix("mailto:").unwrap_or(within).trim_matches(around);
    if is_email(within) { within } else { text }
}

/// The first address of a text, and the others that stand beside it. A text without any stays as it is.
pub fn first(text: &str) -> (String, Option<String>) {
    let bare = bare(text);
    if is_email(bare) || !text.contains('@') {
        return (bare.to_owned(), None);
    }
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|' | '/' | '<' | '>'));
    let mut found = parts.map(self::bare).filter(|part| is_email(part));
    let Some(first) = found.next() else { return (text.to_owned(), None) };
    let rest: Vec<&str> = found.filter(|other| *other != first).collect();
    (first.to_owned(), (!rest.is_empty()).then(|| rest.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_name_and_one_domain() {
        for text in
            ["ana@example.org", "o'brien@example.org", "ana+table@example.org", "a@b.museum", "jörg@bücher.example"]
        {
            assert!(is_email(text), "{text}");
        }
        for text in [
            "a@b",
            "ana.example.org",
            "a@b.org;c@d.org",
            "a@b.org,c@d.org",
            "a b@c.org",
            "“a@b.org”",
            "a@@b.org",
            "@b.org",
        ] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn words_around_an_address_are_no_part_of_it() {
        assert_eq!(first("write to ana@example.org please"), ("ana@example.org".to_owned(), None));
        assert_eq!(first("ana@example.org; ana@example.org"), ("ana@example.org".to_owned(), None));
        assert_eq!(first("ana@"), ("ana@".to_owned(), None));
    }
}
