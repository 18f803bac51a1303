//! What is typed in a tab that follows another one. Such a tab must not write, so drafts and typed words wait in its
//! memory for as long as it lives: they stand where they were typed when one comes back there, and are stored once the
//! tab writes.
//!
//! The other tab may have gone on with the same draft meanwhile. What only one of them changed is taken over from it;
//! where both wrote words into one field, both stay.

use crate::model::draft::Draft;
use crate::model::field::FieldType;
use crate::model::kind::Kind;
use crate::model::order;
use crate::model::record::Record;
use crate::model::typed::Typed;
use crate::model::value::Value;
use std::collections::BTreeMap;

/// Drafts and typed words that wait until this tab writes, by their places in the store.
#[derive(Default)]
pub struct Following {
    pub(crate) drafts: BTreeMap<String, Waiting<Draft>>,
    pub(crate) typed: BTreeMap<String, Waiting<Typed>>,
    /// Drafts whose words stand in others by now, as the store held them then: they go once this tab writes, unless
    /// another tab went on with them.
    pub(crate) emptied: BTreeMap<String, Draft>,
}

/// Something that waits.
pub(crate) struct Waiting<T> {
    /// What the store held when it was begun here.
    base: Option<T>,
    /// What the store holds by now.
    stored: Option<T>,
    /// What was typed here.
    pub(crate) ours: T,
}

impl<T: Clone> Waiting<T> {
    fn begun(stored: Option<T>, ours: T) -> Waiting<T> {
        Waiting { base: stored.clone(), stored, ours }
    }
}

impl Following {
    /// How many drafts and typed words wait.
    pub fn count(&self) -> usize {
        self.drafts.len() + self.typed.len()
    }

    /// Lays what waits over what the store holds by now.
    pub(crate) fn lay_over(&mut self, drafts: &mut BTreeMap<String, Draft>, typed: &mut BTreeMap<String, Typed>) {
        for (name, waiting) in &mut self.drafts {
            waiting.stored = drafts.insert(name.clone(), waiting.ours.clone());
        }
        for (name, waiting) in &mut self.typed {
            waiting.stored = typed.insert(name.clone(), waiting.ours.clone());
        }
        self.emptied.retain(|name, then| {
            let same = drafts.get(name) == Some(then);
            if same {
                drafts.remove(name);
            }
            same
        });
    }

    /// Notes that a draft of the store is to go, and shows it no more.
    pub(crate) fn empty(&mut self, shown: &mut BTreeMap<String, Draft>, name: String) {
        if let Some(stored) = shown.remove(&name) {
            self.emptied.insert(name, stored);
        }
    }

    /// A draft that was to go is written again.
    pub(crate) fn take_back_emptying(&mut self, shown: &mut BTreeMap<String, Draft>, name: &str) {
        if let Some(stored) = self.emptied.remove(name) {
            shown.insert(name.to_owned(), stored);
        }
    }
}

/// Notes what waits under a name, and shows it in place of what the store holds; none where it waits no longer.
pub(crate) fn wait<T: Clone + PartialEq>(
    waiting: &mut BTreeMap<String, Waiting<T>>,
    shown: &mut BTreeMap<String, T>,
    name: String,
    ours: Option<T>,
) {
    let known = waiting.remove(&name);
    let stored = match &known {
        Some(known) => known.stored.clone(),
        None => shown.get(&name).cloned(),
    };
    let Some(ours) = ours.filter(|ours| stored.as_ref() != Some(ours)) else {
        match stored {
            Some(stored) => shown.insert(name, stored),
            None => shown.remove(&name),
        };
        return;
    };
    shown.insert(name.clone(), ours.clone());
    let now = match known {
        Some(known) => Waiting { ours, ..known },
        None => Waiting::begun(stored, ours),
    };
    waiting.insert(name, now);
}

/// A draft that waited, with what another tab made of the same one meanwhile; none where nothing of it is left to do.
pub(crate) fn merged_draft(waiting: &Waiting<Draft>, kind: Option<&Kind>, record: Option<&Record>) -> Option<Draft> {
    let Waiting { base, stored, ours } = waiting;
    if stored == base && !(ours.new && record.is_some()) {
        return Some(ours.clone());
    }
    let was = |key: &str| base.as_ref().and_then(|base| base.values.get(key));
    let touched = ours.values.keys().chain(base.iter().flat_map(|base| base.values.keys()));
    let changed = order::set(touched.filter(|key| ours.values.get(*key) != was(key)));
    let mut merged = match stored {
        Some(stored) => stored.clone(),
        // It was done there: what was changed here is a change to what it became.
        None if record.is_some() => {
            Draft { new: false, values: Default::default(), seen: Default::default(), ..ours.clone() }
        }
        // It was thrown away there, and gone on with here.
        None => return Some(ours.clone()),
    };
    for key in changed {
        let (here, there) = (ours.values.get(key), merged.values.get(key));
        let both = there.filter(|there| Some(*there) != was(key)).zip(here);
        let value = match both {
            Some((there, here)) => both_of(kind, key, there, here),
            None => here.cloned().unwrap_or(Value::Null),
        };
        merged.set(record, key, value);
    }
    (!merged.is_empty()).then_some(merged)
}

/// What two tabs wrote into one field: the words of both; of what is no text, that of the tab where one is.
fn both_of(kind: Option<&Kind>, key: &str, there: &Value, here: &Value) -> Value {
    let ty = kind.and_then(|kind| kind.field(key)).map(|field| field.ty);
    let between = match ty {
        Some(FieldType::LongText) | None => "\n",
        Some(FieldType::Text) => " / ",
        Some(_) => return here.clone(),
    };
    match (there.as_text(), here.as_text()) {
        (Some(there), Some(here)) => Value::Text(both_words(there, here, between)),
        _ => here.clone(),
    }
}

fn both_words(there: &str, here: &str, between: &str) -> String {
    match () {
        // One went on with what the other has.
        () if here.starts_with(there.trim_end()) => here.to_owned(),
        () if there.starts_with(here.trim_end()) => there.to_owned(),
        () => format!("{there}{between}{here}"),
    }
}

/// Typed words that waited, with those of another tab.
pub(crate) fn merged_words(waiting: &Waiting<Typed>) -> Typed {
    let Waiting { base, stored, ours } = waiting;
    match stored {
        Some(stored) if Some(stored) != base.as_ref() => {
            Typed { text: both_words(&stored.text, &ours.text, "\n"), ..ours.clone() }
        }
        _ => ours.clone(),
    }
}
