//! Small slips of the finger: a letter too many, too few, another one, or two that changed places.

/// How many slips a word of so many letters may have.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether a word that was typed begins with another one, but for small slips.
pub(super) fn begins_like(typed: &str, with: &str) -> bool {
    likeness(typed, with).is_some()
}

/// How like the beginning of what was typed is to a word, more is liker: letters count for it, slips against it. None where
/// it is rather another word. The first letter must be right: it nearly always is, and most words that differ in it alone
/// are others.
pub(super) fn likeness(typed: &str, with: &str) -> Option<i64> {
    // Most words are told apart by their first letter.
    if typed.chars().next() != with.chars().next() {
        return None;
    }
    let (typed, with): (Vec<char>, Vec<char>) = (typed.chars().collect(), with.chars().collect());
    let most = allowed(with.len());
    if most == 0 || typed.len() + most < with.len() {
        return None;
    }
    let slips = distance(&typed, &with);
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    (slips <= most).then(|| count(with.len()) - 3 * count(slips))
}

/// The fewest slips by which some beginning of what was typed is the other word.
fn distance(typed: &[char], with: &[char]) -> usize {
    // Optimal string alignment: `rows[i][j]` for the first i letters typed and the first j of the word.
    let width = with.len() + 1;
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..width).collect();
    let mut best = last.last().copied().unwrap_or(0);
    for (at, letter) in typed.iter().enumerate() {
        let mut row = vec![at + 1; width];
        for to in 1..width {
            let same = usize::from(*letter != with[to - 1]);
            let mut fewest = (last[to - 1] + same).min(last[to] + 1).min(row[to - 1] + 1);
            let turned = at > 0 && to > 1 && *letter == with[to - 2] && typed[at - 1] == with[to - 1];
            if turned {
                fewest = fewest.min(before[to - 2] + 1);
            }
            row[to] = fewest;
        }
        best = best.min(row[width - 1]);
        before = std::mem::replace(&mut last, row);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::begins_like;

    #[test]
    fn small_slips_are_forgiven_and_other_words_are_not() {
        for (typed, with, like) in [
            ("fod", "food", true),
            ("foood", "food", true),
            ("fodo", "food", true),
            ("comdia", "comida", true),
            ("comid", "comida", true),
            ("houssing", "housing", true),
            ("shleter", "shelter", true),
            ("grocreies", "grocer", true),
            ("inmigracon", "inmigra", true),
            ("food", "food", true),
            ("wood", "food", false),
            ("fd", "food", false),
            ("bus", "gas", false),
            ("bed", "bad", false),
            ("fire", "food", false),
            ("", "food", false),
        ] {
            assert_eq!(begins_like(typed, with), like, "{typed}: {with}");
        }
    }
}
