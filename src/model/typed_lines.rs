//! Lines of a list that somebody typed or pasted.

use super::unicode::is_hidden;

/// What word processors and chats end lines with, beside the usual: vertical tab, form feed, and the separators of
/// Unicode.
const ENDS: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The lines of a text.
pub fn typed_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split(ENDS))
}

/// A line without the bullet or box that a list puts before it.
pub fn without_bullet(line: &str) -> &str {
    let bullet = |c: char| c.is_whitespace() || is_hidden(c) || "•◦▪▫●○■□‣⁃∙·*–—-➢➤►▶✓✔✗☐☑☒".contains(c);
    let bare = line.trim().trim_start_matches(bullet).trim_end();
    bare.strip_prefix("[ ]").or_else(|| bare.strip_prefix("[x]")).unwrap_or(bare).trim_start()
}
