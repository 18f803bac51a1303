//! What of a record may be shown at all, and to whom: a field that rests on somebody's consent counts as empty until
//! they said yes, and contact details are for everyone of the team or only for the one who was trusted with them.
//!
//! Consent is enforced: what somebody denied is erased (see `work::consent`), and what nobody was asked about is shown
//! nowhere. Whom something is kept for is discretion among colleagues on a shared tablet, not a lock: whoever holds the
//! tablet can choose another name, and an export has everything, so that nothing is lost. Lists, searches, details,
//! forms and the files for the office keep to it.

use super::field::Field;
use super::id::Id;
use super::kind::Kind;
use super::record::Record;
use super::value::Value;
use std::collections::HashSet;

/// Records that may not leave, by kind and identity, because somebody does not allow it.
pub type Withheld = HashSet<(&'static str, Id)>;

/// What a record's own question of consent says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentAnswer {
    /// They agreed.
    Yes,
    /// They did not, or took it back.
    No,
    /// Nobody knows.
    Open,
}

/// How a question of consent is answered in a record. A no that any tablet heard without knowing of the yes outweighs
/// it, until somebody who knows of both settles it.
pub fn answer(record: &Record, question: &str) -> ConsentAnswer {
    let no = Value::Bool(false);
    let said_elsewhere = || record.losers().any(|(key, slot)| **key == *question && slot.value == no);
    match record.get(question) {
        Some(value) if *value == no => ConsentAnswer::No,
        _ if said_elsewhere() => ConsentAnswer::No,
        Some(Value::Bool(true)) => ConsentAnswer::Yes,
        _ => ConsentAnswer::Open,
    }
}

/// Whether a field may hold something in this record: it rests on no consent, or somebody gave it. What it holds
/// otherwise counts as nothing.
pub fn may_hold(field: &Field, record: &Record) -> bool {
    field.consent.is_none_or(|question| answer(record, question) == ConsentAnswer::Yes)
}

/// The text of a field as far as it may be held; none where it has none.
pub fn text<'r>(kind: &Kind, record: &'r Record, key: &str) -> Option<&'r str> {
    record.text(key).filter(|_| kind.field(key).is_none_or(|field| may_hold(field, record)))
}

/// Whether this user of the tablet may see a field of a record: the one question that every screen, search and file
/// asks. Nobody in particular sees what the whole team may see.
pub fn shown(kind: &Kind, field: &Field, record: &Record, user: Option<Id>) -> bool {
    may_hold(field, record) && Kept::of(kind, |key| record.get(key)).shows(kind, field, user)
}

/// Whom the contact details of a record are kept for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Everyone of the team.
    Team,
    /// This person alone; for nobody, where no name was noted.
    One(Option<Id>),
}

impl Kept {
    /// Whom a record of this kind, of which this reads the fields, keeps them for.
    pub fn of<'a>(kind: &Kind, get: impl Fn(&str) -> Option<&'a Value>) -> Kept {
        let text = |key| get(key).and_then(Value::as_text);
        match kind.kept_for {
            Some(rule) if text(rule.field) == Some(rule.one) => {
                Kept::One(text(rule.whom).and_then(|id| id.parse().ok()))
            }
            _ => Kept::Team,
        }
    }

    /// Whether this user of the tablet may see a field. Nobody in particular sees what the whole team may see.
    pub fn shows(self, kind: &Kind, field: &Field, user: Option<Id>) -> bool {
        let guarded = field.consent.is_some() || kind.kept_for.is_some_and(|rule| rule.field == field.key);
        match self {
            Kept::One(whom) if guarded => whom.is_some() && whom == user,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvass::kinds::visit::VISIT;
    use crate::capabilities::kinds::KINDS;

    #[test]
    fn what_is_kept_for_one_is_shown_to_nobody_else() {
        let (ana, jo) = (Id(1), Id(2));
        let phone = VISIT.field("phone").unwrap();
        for (seen_by, staff, user, shown) in [
            (None, Some(ana), Some(jo), true),
            (Some("team"), Some(ana), None, true),
            (Some("one"), Some(ana), Some(ana), true),
            (Some("one"), Some(ana), Some(jo), false),
            (Some("one"), Some(ana), None, false),
            (Some("one"), None, None, false),
            (Some("one"), None, Some(jo), false),
        ] {
            let (seen_by, staff) = (seen_by.map(Value::text), staff.map(Value::link));
            let kept = Kept::of(&VISIT, |key| match key {
                "seen_by" => seen_by.as_ref(),
                "staff" => staff.as_ref(),
                _ => None,
            });
            assert_eq!(kept.shows(&VISIT, phone, user), shown, "{seen_by:?} {staff:?} {user:?}");
            assert!(kept.shows(&VISIT, VISIT.field("outcome").unwrap(), user));
        }
    }

    #[test]
    fn every_rule_names_fields_of_its_kind() {
        for kind in KINDS {
            let Some(rule) = kind.kept_for else { continue };
            assert!(kind.field(rule.field).unwrap().answer(rule.one).is_some(), "{}", kind.id);
            assert_eq!(kind.field(rule.whom).unwrap().ty, crate::model::field::FieldType::Link("staff"));
        }
        assert!(KINDS.iter().any(|kind| kind.kept_for.is_some()));
    }
}
