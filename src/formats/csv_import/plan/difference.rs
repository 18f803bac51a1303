//! What a cell changes of a value that is there.

use super::identity::wall_clock;
use crate::model::cell_repair::clean;
use crate::model::field::{Field, FieldType};
use crate::model::value::Value;
use std::borrow::Cow;

/// What a field is to hold that holds something already, where the cell says something else.
pub(super) fn changed(field: &Field, old: &Value, value: Value) -> Option<Value> {
    let new = match (field.ty, old, value) {
        (FieldType::Choices(_), Value::List(before), Value::List(mut items)) => {
            // Answers of a newer version cannot have been read; they stay.
            let strange = |item: &&Value| item.as_text().is_none_or(|key| field.answer(key).is_none());
            items.extend(before.iter().filter(strange).cloned());
            let same = before.len() == items.len() && before.iter().all(|item| items.contains(item));
            return (!same).then_some(Value::List(items));
        }
        (FieldType::Address, Value::Map(before), Value::Map(parts)) => {
            let mut merged = before.clone();
            for (name, part) in parts {
                if !before.get(&name).is_some_and(|known| same_words(known, &part)) {
                    merged.insert(name, part);
                }
            }
            Value::Map(merged)
        }
        (FieldType::Place, Value::Map(_), place @ Value::Map(_)) => {
            let same = ["lat", "lon"].iter().all(|part| old.part(part) == place.part(part));
            // The same spot may be known more exactly: its accuracy stays.
            return (!same).then_some(place);
        }
        (FieldType::DateTime, Value::Text(before), Value::Text(moment)) => {
            let same = wall_clock(before).is_some_and(|clock| wall_clock(&moment) == Some(clock));
            return (!same && *before != moment).then_some(Value::Text(moment));
        }
        (_, _, value) => value,
    };
    (!same_words(old, &new)).then_some(new)
}

/// Whether two values say the same, line endings, white space and signs that cannot be seen aside.
fn same_words(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => {
            a == b || plain(a) == plain(b) || (!b.contains('\n') && clean(&plain(a)) == clean(b))
        }
        _ => a == b,
    }
}

fn plain(text: &str) -> String {
    let text = text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<Cow<'_, str>> = text.trim().lines().map(clean).collect();
    lines.join("\n")
}
