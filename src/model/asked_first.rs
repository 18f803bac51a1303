//! What the form of a new record asks first, where a kind declares it: the few fields that one knows on the way. All
//! others wait behind a fold, which stands open as soon as one of them has something to say.

use super::check::Problem;
use super::field::{Field, Start};
use super::kind::Kind;
use super::order;
use super::value::Value;

/// The fields that are asked first, in the order in which they are asked; none where a kind has no such.
pub fn asked_first(kind: &Kind) -> Vec<&'static Field> {
    let mut first: Vec<&'static Field> = kind.fields().filter(|field| field.asked_first.is_some()).collect();
    order::sort_by_key(&mut first, |field| field.asked_first);
    first
}

/// Whether a field behind the fold has something to say: it holds more than it starts with, or is to be mended.
pub fn speaks_up(field: &Field, value: Option<&Value>, problem: Option<&Problem>) -> bool {
    let begun = |value: &Value| match field.start {
        Start::Blank => !value.is_blank(),
        Start::Choice(key) => value.as_text() != Some(key),
        // Who and when is filled in by itself.
        Start::Now | Start::Me => false,
    };
    problem.is_some() || value.is_some_and(begun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capabilities::kinds::KINDS;
    use crate::model::check;
    use crate::partners::kinds::partner::PARTNER;

    #[test]
    fn a_new_partner_begins_with_name_phone_and_email() {
        let keys: Vec<&str> = asked_first(&PARTNER).iter().map(|field| field.key).collect();
        assert_eq!(keys, ["name", "contact_phone", "contact_email"]);
    }

    #[test]
    fn what_must_be_filled_in_is_never_behind_the_fold() {
        for kind in KINDS.iter().filter(|kind| !asked_first(kind).is_empty()) {
            // What only another answer asks for stands beside that.
            for field in kind.fields().filter(|field| field.required && field.asked.is_empty()) {
                assert!(field.asked_first.is_some(), "{} {}", kind.id, field.key);
            }
        }
    }

    #[test]
    fn the_fold_opens_for_what_has_something_to_say() {
        let field = |key| PARTNER.field(key).unwrap();
        let says = |key, value: Value| speaks_up(field(key), Some(&value), None);
        assert!(says("notes", Value::text("ask for Kim")));
        assert!(says("status", Value::text("active")));
        for (key, value) in [("notes", Value::text(" ")), ("status", Value::text("new")), ("staff", Value::text("7"))] {
            assert!(!says(key, value), "{key}");
        }
        assert!(!speaks_up(field("notes"), None, None));
        let value = Value::text("the day it rained");
        let problem = check::check_field(field("last_contact"), Some(&value));
        assert!(problem.is_some() && speaks_up(field("staff"), None, problem.as_ref()));
    }
}
