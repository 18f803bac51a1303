//! What remains of a line without what was understood of it.

use std::ops::Range;

/// Signs that go with what stands beside them.
const BEFORE: &[char] = &[',', ';', '–', '—', '-'];
const BEHIND: &[char] = &[',', ';', ':', '.', '–', '—', '-'];

/// Stretches with the blanks and signs beside them, those that then touch as one.
pub(super) fn widened(text: &str, spans: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut wide: Vec<Range<usize>> = Vec::new();
    for span in spans {
        let span = widen(text, span);
        match wide.last_mut() {
            Some(last) if last.end >= span.start => last.end = last.end.max(span.end),
            _ => wide.push(span),
        }
    }
    for span in &mut wide {
        // What stood in parentheses alone goes with them.
        let inside = text[..span.start].ends_with('(') && text[span.end..].starts_with(')');
        if inside {
            *span = widen(text, span.start - 1..span.end + 1);
        }
        if text[span.end..].trim().is_empty() {
            span.start = text[..span.start].trim_end_matches(|c: char| c == ':' || c.is_whitespace()).len();
        }
    }
    wide
}

fn widen(text: &str, span: Range<usize>) -> Range<usize> {
    let before = text[..span.start].trim_end_matches(|c: char| c.is_whitespace() || BEFORE.contains(&c));
    let behind = text[span.end..].trim_start_matches(|c: char| c.is_whitespace() || BEHIND.contains(&c));
    before.len()..text.len() - behind.len()
}

/// The pieces between these stretches, with one space where something was.
pub(super) fn rest(text: &str, spans: &[Range<usize>]) -> String {
    let mut rest = String::new();
    let mut from = 0;
    let ends = spans.iter().map(|span| span.start).chain([text.len()]);
    let begins = spans.iter().map(|span| span.end).chain([text.len()]);
    for (end, next) in ends.zip(begins) {
        let piece = text.get(from..end).unwrap_or_default().trim();
        let closes = piece.starts_with([',', '.', ';', ':', '?', '!', ')', '”', '…']);
        if !rest.is_empty() && !piece.is_empty() && !closes && !rest.ends_with(['(', '“', '¿', '¡']) {
            rest.push(' ');
        }
        rest.push_str(piece);
        from = next;
    }
    rest
}
