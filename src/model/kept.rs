//! What of a record may be shown at all, and to whom: a field that rests on somebody's consent counts as empty until
//! they said yes; contact details are for everyone of the team or only for the one who was trusted with them; and some
//! kinds, such as self-assessments, are wholly for the one person who writes them.
//!
//! Consent is enforced: what somebody denied is erased (see `work::consent`), and what nobody was asked about is shown
//! nowhere. Whom something is kept for is discretion among colleagues on a shared tablet, not a lock: whoever holds the
//! tablet can choose another name, and an export has everything, so that nothing is lost. Lists, searches, details,
//! forms and the files for the office keep to it.

use super::field::Field;
use super::id::Id;
use super::kind::{KeptFor, KeptWhat, Kind};
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

/// Whether this user of the tablet may know of a record at all.
pub fn record_shown(kind: &Kind, record: &Record, user: Option<Id>) -> bool {
    !kind.is_private() || Kept::of(kind, |key| record.get(key)) == Kept::One(user) && user.is_some()
}

/// Whom what a record keeps for somebody is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Everyone of the team.
    Team,
    /// This person alone; for nobody, where no name was noted.
    One(Option<Id>),
}

impl Kept {
    /// Whom a record of this kind, of which this reads the fields, keeps it for.
    pub fn of<'a>(kind: &Kind, get: impl Fn(&str) -> Option<&'a Value>) -> Kept {
        let text = |key| get(key).and_then(Value::as_text);
        let for_one = |rule: &KeptFor| match rule.what {
            KeptWhat::ContactDetails { field, one } => text(field) == Some(one),
            KeptWhat::Everything => true,
        };
        match kind.kept_for.filter(for_one) {
            Some(rule) => Kept::One(text(rule.whom).and_then(|id| id.parse().ok())),
            None => Kept::Team,
        }
    }

    /// Whether this user of the tablet may see a field. Nobody in particular sees what the whole team may see.
    pub fn shows(self, kind: &Kind, field: &Field, user: Option<Id>) -> bool {
        let guarded = match kind.kept_for.map(|rule| rule.what) {
            Some(KeptWhat::Everything) => true,
            Some(KeptWhat::ContactDetails { field: choice, .. }) => field.consent.is_some() || choice == field.key,
            None => false,
        };
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
    use crate::model::field::InRow;

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
            if let KeptWhat::ContactDetails { field, one } = rule.what {
                assert!(kind.field(field).unwrap().answer(one).is_some(), "{}", kind.id);
            }
            assert_eq!(kind.field(rule.whom).unwrap().ty, crate::model::field::FieldType::Link("staff"));
        }
        assert!(KINDS.iter().any(|kind| kind.kept_for.is_some() && !kind.is_private()));
        assert!(KINDS.iter().any(|kind| kind.is_private()));
    }

    #[test]
    fn what_is_wholly_for_one_person_is_offered_to_nobody_else() {
        for kind in KINDS.iter().filter(|kind| kind.is_private()) {
            // What it would be called by is said to nobody, see `show` and `index`.
            let searched = |field: &Field| field.searchable && field.in_row != InRow::Title;
            let open = |field: &Field| field.public || searched(field) || field.filter || !field.private;
            assert!(!kind.fields().any(|field| open(field)), "{}", kind.id);
            let in_rows = kind.fields().filter(|field| matches!(field.in_row, InRow::Line | InRow::Chip)).count();
            let told = kind.follow_up.is_some() || kind.about.is_some() || kind.happened().is_some();
            assert!(in_rows == 0 && !told && kind.joins.is_none(), "{}", kind.id);
        }
    }
}
