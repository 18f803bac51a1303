//! A plan that was written elsewhere and is pasted: lines under headings, set in by tabs or spaces, with the bullets of any
//! word processor.
//!
//! Nothing is left out: each line that says anything is one [`Line`]. What is no heading is text, as it stands.

use super::fold::Words;
use super::text::{MAX_LINE, Message, t};
use super::unicode::is_hidden;

/// The most lines that are read at once, blank ones not counted.
pub const MOST_LINES: usize = 1_000;

/// How many spaces a tab is as wide as.
const TAB: usize = 4;

/// A heading to be recognized.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// What it is called in the notes.
    pub key: &'static str,
    /// What people write for it, in any language. Case, accents, hyphens, parentheses and colons do not matter.
    pub labels: &'static [&'static str],
    /// Whether it stands under no other one.
    pub top: bool,
}

/// A line of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Which line of the pasted text it is, from 1, blank ones counted.
    pub number: usize,
    /// The key of the heading that it stands under, or that it is; none before the first one.
    pub section: Option<&'static str>,
    /// Whether it is a heading, or begins with one: its text is then what stood after the colon.
    pub heading: bool,
    /// How far it is set in within its section, from 0.
    pub level: usize,
    /// Whether a ticked box stands before it.
    pub ticked: bool,
    /// What it says, without its bullet.
    pub text: String,
}

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    /// It has so many lines.
    #[error("{lines} lines are too many")]
    TooMany {
        /// Blank ones not counted.
        lines: usize,
    },
    /// This line is longer than a line may be.
    #[error("line {line} is too long")]
    TooLong {
        /// From 1, blank ones counted.
        line: usize,
    },
}

impl NotRead {
    /// What to tell whoever pasted it.
    pub fn say(self) -> Message {
        match self {
            NotRead::TooMany { lines } => t(
                "This text has {lines} lines. Up to {most} can be added at once: paste it in parts.",
                "Este texto tiene {lines} líneas. Se pueden agregar hasta {most} a la vez: péguelo por partes.",
            )
            .with("lines", lines)
            .with("most", MOST_LINES),
            NotRead::TooLong { line } => t(
                "Line {line} of this text has more than {most} characters. Make several lines of it and paste it again.",
                "La línea {line} de este texto tiene más de {most} caracteres. Divídala en varias y vuelva a pegarla.",
            )
            .with("line", line)
            .with("most", MAX_LINE),
        }
    }
}

/// A heading that what follows may stand under.
struct Open {
    key: &'static str,
    /// How far it is set in; a bullet counts as one more.
    depth: usize,
    /// Whether a line below it was set in deeper.
    holds_deeper: bool,
    /// How wide the lines are set in above and at the last one of them.
    widths: Vec<usize>,
}

/// Reads a pasted plan.
///
/// # Errors
/// If it has more lines than [`MOST_LINES`], or one of more than [`MAX_LINE`] characters.
pub fn read(text: &str, headings: &[Heading]) -> Result<Vec<Line>, NotRead> {
    let known: Vec<(Words, &Heading)> = headings
        .iter()
        .flat_map(|heading| heading.labels.iter().map(move |label| (Words::of(label), heading)))
        .collect();
    let mut lines = Vec::new();
    let mut count = 0;
    let mut open: Vec<Open> = Vec::new();
    // What stands before the first heading is set in, too.
    let mut before: Vec<usize> = Vec::new();
    for (number, line) in split(text) {
        let Some(bare) = Bare::of(line) else { continue };
        count += 1;
        if count > MOST_LINES {
            continue;
        }
        if bare.text.chars().nth(MAX_LINE).is_some() {
            return Err(NotRead::TooLong { line: number });
        }
        let depth = bare.width + usize::from(bare.has_bullet);
        let Bare { width, ticked, mut text, .. } = bare;
        let found = heading_of(&text, &known);
        let (heading, level) = match found {
            Some((heading, rest)) => {
                open.retain(|known| known.depth < depth && !heading.top);
                if let Some(above) = open.last_mut() {
                    above.holds_deeper = true;
                }
                text = rest;
                open.push(Open { key: heading.key, depth, holds_deeper: false, widths: Vec::new() });
                (true, 0)
            }
            None => {
                leave(&mut open, depth);
                let widths = open.last_mut().map_or(&mut before, |under| &mut under.widths);
                widths.retain(|known| *known < width);
                widths.push(width);
                (false, widths.len() - 1)
            }
        };
        let section = open.last().map(|under| under.key);
        lines.push(Line { number, section, heading, level, ticked, text });
    }
    if count > MOST_LINES { Err(NotRead::TooMany { lines: count }) } else { Ok(lines) }
}

/// Leaves the headings that a line so deep does not stand under. One that is no deeper than its heading stands under it
/// where none is, as in a plan without any tabs; and the outermost one is left for another heading alone.
fn leave(open: &mut Vec<Open>, depth: usize) {
    while let [_, .., last] = &**open {
        if last.depth < depth || last.depth == depth && !last.holds_deeper {
            break;
        }
        open.pop();
    }
    if let Some(last) = open.last_mut() {
        last.holds_deeper |= depth > last.depth;
    }
}

/// The lines of a text with their numbers, however their ends are written: also as word processors write one within a
/// paragraph.
fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut number = 0;
    let mut after_return = false;
    text.split_inclusive(is_end).filter_map(move |line| {
        let ends_return = std::mem::replace(&mut after_return, line.ends_with('\r'));
        if ends_return && line == "\n" {
            return None;
        }
        number += 1;
        Some((number, line.trim_end_matches(is_end)))
    })
}

/// A line without its bullet.
struct Bare {
    width: usize,
    has_bullet: bool,
    ticked: bool,
    text: String,
}

impl Bare {
    /// None if it says nothing.
    fn of(line: &str) -> Option<Bare> {
        let line: String = line.chars().filter(|c| !is_hidden(*c)).collect();
        let start = line.trim_start();
        let indent = line[..line.len() - start.len()].chars();
        let width = indent.map(|c| if c == '\t' { TAB } else { 1 }).sum();
        let mut rest = start;
        let mut has_bullet = false;
        let mut ticked = false;
        // A bullet and a box, or a number and a box.
        for _ in 0..2 {
            if let Some((after, is_ticked)) = without_box(rest) {
                (rest, has_bullet, ticked) = (after.trim_start(), true, is_ticked);
                break;
            }
            let Some(after) = without_bullet(rest) else { break };
            (rest, has_bullet) = (after.trim_start(), true);
        }
        // Of a line of dashes nothing would be left.
        let rest = if rest.contains(char::is_alphanumeric) { rest } else { start };
        let text = rest.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(Bare { width, has_bullet, ticked, text })
    }
}

/// What follows a box, and whether it is ticked.
fn without_box(text: &str) -> Option<(&str, bool)> {
    let boxes = [("[ ]", false), ("[]", false), ("[x]", true), ("[X]", true), ("☐", false), ("☑", true), ("☒", true)];
    let boxes = boxes.into_iter().chain([("✓", true), ("✔", true)]);
    let mut found = boxes.filter_map(|(sign, ticked)| Some((text.strip_prefix(sign)?, ticked)));
    found.next()
}

/// What follows a bullet or a number.
fn without_bullet(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let after = &text[first.len_utf8()..];
    // Fonts of signs have theirs in Unicode’s private area.
    let is_sign = "•◦▪▫■□●○‣⁃∙·➢➤►▶–—-−*".contains(first) || ('\u{f000}'..='\u{f0ff}').contains(&first);
    if is_sign && !after.starts_with(first) {
        return Some(after);
    }
    // Word sets a tab after what it counts or marks with, which may be any sign or letter.
    let (mark, behind) = text.split_at(text.find(char::is_whitespace)?);
    let is_tab = behind.starts_with('\t');
    let digits = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let is_closed = mark.ends_with([')', '.']);
    let is_letter = digits.chars().count() == 1 && mark.ends_with(')');
    let is_mark = is_closed && (is_number || is_letter)
        || is_tab && (mark.chars().count() == 1 && !is_number || is_closed && mark.chars().count() <= 5);
    is_mark.then_some(behind)
}

/// The heading that a line is, and what stands after its colon.
fn heading_of<'h>(text: &str, known: &[(Words, &'h Heading)]) -> Option<(&'h Heading, String)> {
    let find = |words: &str| {
        let wanted = Words::of(words);
        known.iter().find(|(label, _)| *label == wanted && !wanted.as_str().is_empty()).map(|(_, heading)| *heading)
    };
    if let Some(heading) = find(text) {
        return Some((heading, String::new()));
    }
    let (words, rest) = text.split_once([':', '：'])?;
    Some((find(words)?, rest.trim().to_owned()))
}

#[cfg(test)]
mod tests;
