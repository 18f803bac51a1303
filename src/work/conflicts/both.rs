//! Two texts as one, where neither should go.

use super::{ConflictSide, sides};
use crate::model::field::{Field, FieldType};
use crate::model::order;
use crate::model::record::Record;
use crate::model::value::Value;

/// Between two texts of one line.
const BETWEEN: &str = " / ";

/// A text with what all sides of a conflict say, the earliest first, so that every tablet makes the same; none where the
/// field does not hold words of a person’s own, or where one of them says it all.
pub fn both(field: &Field, record: &Record) -> Option<Value> {
    let lines = match field.ty {
        FieldType::LongText => true,
        FieldType::Text if !field.barcode => false,
        _ => return None,
    };
    let mut sides = sides(record, field.key);
    order::sort_by_key(&mut sides, |side: &ConflictSide| side.stamp);
    let texts = sides.iter().filter_map(|side| side.value.as_text()).map(str::trim);
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let says_all = texts.iter().any(|all| texts.iter().all(|text| all.contains(text)));
    let of_two = |one: String, other: &str| match lines {
        true => joined(&one, other),
        false => one + BETWEEN + other,
    };
    let mut texts = texts.into_iter();
    let first = texts.next().filter(|_| !says_all)?.to_owned();
    Some(Value::text(texts.fold(first, of_two)))
}

/// Two texts of several lines: those with which both begin and end stand once, and between them what either has of its
/// own.
fn joined(one: &str, other: &str) -> String {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
    let begin = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one_left, other_left) = (&one[begin..], &other[begin..]);
    let end = one_left.iter().rev().zip(other_left.iter().rev()).take_while(|(a, b)| a == b).count();
    let (own, shared) = one_left.split_at(one_left.len() - end);
    let others = &other_left[..other_left.len() - end];
    [&one[..begin], own, others, shared].concat().join("\n")
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn what_both_say_stands_once_and_what_one_says_stands() {
        for (one, other, both) in [
            ("a", "b", "a\nb"),
            ("Open daily\nAsk for Kim", "Open daily\nRing twice", "Open daily\nAsk for Kim\nRing twice"),
            ("Kim\nOpen daily", "Ana\nOpen daily", "Kim\nAna\nOpen daily"),
            ("a\na", "a\nb\na", "a\nb\na"),
            ("a\nb\nc", "a\nc", "a\nb\nc"),
        ] {
            assert_eq!(joined(one, other), both);
        }
    }
}
