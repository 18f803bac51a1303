//! Two of one name: told apart by how they are reached, where they are and who is asked for there.

use crate::model::address::Address;
use crate::model::cell_repair::clean;
use crate::model::field::{Field, FieldType};
use crate::model::fold::fold;
use crate::model::kind::Kind;
use crate::model::phone;
use crate::model::value::Value;

/// What becomes of rows that bear the name of another record, and say something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Namesakes {
    /// What speaks for it decides.
    #[default]
    Told,
    /// They are one record.
    Together,
    /// They are records of their own.
    Apart,
}

/// Which of those of one name a row is about.
pub(super) enum Which {
    /// This one.
    Is(usize),
    /// None of them, but another, as it has nothing in common with this one.
    Another(usize),
    /// Nobody can tell.
    Unknown,
}

/// What two of one name have in common, and what tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Likeness {
    pub(super) same: usize,
    pub(super) other: usize,
    email: bool,
    person: bool,
}

impl Likeness {
    /// Whether they are two, where they stand in one file (or one of them is here already).
    pub(super) fn are_two(self, in_one_file: bool, namesakes: Namesakes) -> bool {
        match (namesakes, in_one_file) {
            (Namesakes::Together, _) => false,
            (Namesakes::Apart, _) => self.other > 0,
            // Of two lines in one file the second would take the place of the first.
            (Namesakes::Told, true) => self.other > 0 && (self.same == 0 || (self.person && !self.email)),
            // A list that is newer may know one thing better; who agrees in nothing is another.
            (Namesakes::Told, false) => self.other > 1 && self.same == 0,
        }
    }
}

/// Compares two of a kind by what each says.
pub(super) fn compare<'v>(
    kind: &Kind,
    one: &dyn Fn(&str) -> Option<&'v Value>,
    two: &dyn Fn(&str) -> Option<&'v Value>,
) -> Likeness {
    let mut likeness = Likeness::default();
    for field in kind.fields() {
        let (Some(one), Some(two)) = (one(field.key), two(field.key)) else { continue };
        let Some(same) = compared(field, one, two) else { continue };
        likeness.same += usize::from(same);
        likeness.other += usize::from(!same);
        likeness.email |= same && field.ty == FieldType::Email;
        likeness.person |= !same && field.ty == FieldType::Text && !field.barcode;
    }
    likeness
}

/// Whether two values are of one; none where they do not tell.
fn compared(field: &Field, one: &Value, two: &Value) -> Option<bool> {
    match field.ty {
        FieldType::Address => same_place(one, two),
        FieldType::Email => Some(folded(one)? == folded(two)?),
        FieldType::Phone => {
            let key = |value: &Value| Some(phone::dialed(value.as_text()?)?.key().to_owned());
            Some(key(one)? == key(two)?)
        }
        // Who is asked for there, and the number on the back of a thing.
        FieldType::Text if field.private || field.barcode => Some(folded(one)? == folded(two)?),
        _ => None,
    }
}

fn folded(value: &Value) -> Option<String> {
    Some(fold(&clean(value.as_text()?))).filter(|text| !text.is_empty())
}

fn same_place(one: &Value, two: &Value) -> Option<bool> {
    let part = |value: &Value, name: &str| value.part(name).and_then(Value::as_text).unwrap_or_default().to_owned();
    let door = |value: &Value| {
        let line = [part(value, "street"), part(value, "unit")].join(" ");
        Some(Address::parse(&line).door_key()).filter(|_| !part(value, "street").is_empty())
    };
    let town = |value: &Value| Some(fold(&part(value, "town"))).filter(|town| !town.is_empty());
    let towns = town(one).zip(town(two)).map(|(one, two)| one == two);
    match door(one).zip(door(two)) {
        Some((one, two)) => Some(one == two && towns != Some(false)),
        None => towns.filter(|same| !same),
    }
}
