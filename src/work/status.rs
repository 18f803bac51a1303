//! What the status chip says, always the truth.

use super::backup::Backup;
use crate::model::date::Now;
use crate::model::text::Message;
use crate::ports::StoreError;

/// After how many days a copy is due again.
const COPY_DAYS: i64 = 7;
const DAY_MS: i64 = 86_400_000;

/// The sentences of this module.
pub mod words {
    crate::words! {
        SAVED = "Saved on this tablet", "Guardado en esta tableta";
        SAVING = "Saving…", "Guardando…";
        ONLY_HERE = "{count} notes only on this tablet", "{count} notas solo en esta tableta";
        ONLY_HERE_ONE = "1 note only on this tablet", "1 nota solo en esta tableta";
        ALL_COPIED = "Every note has a copy elsewhere", "Cada nota tiene una copia en otro lugar";
        NOTHING_YET = "No notes yet", "Aún no hay notas";
        MAY_ERASE = "This tablet may erase old notes. Send a copy", "Esta tableta podría borrar notas. Envíe una copia";
        LAST_COPY = "Last copy: {when}", "Última copia: {when}";
        NEWS = "Notices", "Avisos";
        ELSEWHERE = "Open in another tab", "Abierto en otra pestaña";
        NEVER_COPIED = "No copy has been sent from this tablet yet", "Aún no se ha enviado ninguna copia desde esta tableta";
    }
}

/// Whether what was done is safe on this tablet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Everything that was done is on the disk.
    #[default]
    Saved,
    /// Something is on its way there.
    Saving,
    /// The last thing done is not there.
    Failed(StoreError),
}

impl SaveState {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            SaveState::Saved => words::SAVED.message(),
            SaveState::Saving => words::SAVING.message(),
            SaveState::Failed(error) => error.message(),
        }
    }
}

/// How many notes would be lost if this tablet died now.
pub fn only_here(count: u64) -> Message {
    match count {
        0 => words::ALL_COPIED.message(),
        1 => words::ONLY_HERE_ONE.message(),
        _ => words::ONLY_HERE.with("count", count),
    }
}

/// How many whole days ago the last copy left; none if none has. A clock that was set back makes it today.
pub fn days_since_copy(backup: &Backup, now: Now) -> Option<i64> {
    backup.at_ms.map(|at| (now.ms.saturating_sub(at) / DAY_MS).max(0))
}

/// Whether something exists here alone that should have left by now.
pub fn copy_is_due(only_here: u64, days: Option<i64>) -> bool {
    only_here > 0 && days.is_none_or(|days| days >= COPY_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_due_after_a_week_if_there_is_anything_to_lose() {
        let now = Now { ms: 1_795_356_840_000, offset_minutes: -240 };
        let days = |at_ms| days_since_copy(&Backup { at_ms, ..Backup::default() }, now);
        let ago = |days: i64| Some(now.ms - days * DAY_MS);
        assert_eq!([days(None), days(ago(0)), days(ago(6)), days(ago(-400))], [None, Some(0), Some(6), Some(0)]);
        assert_eq!(days(Some(i64::MIN)), Some(i64::MAX / DAY_MS));
        for (only_here, at, due) in
            [(0, None, false), (1, None, true), (1, ago(6), false), (1, ago(7), true), (0, ago(99), false)]
        {
            assert_eq!(copy_is_due(only_here, days(at)), due, "{only_here} {at:?}");
        }
    }

    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::words::ALL), Vec::<String>::new());
        assert_eq!(crate::model::text::faults(crate::ports::words::ALL), Vec::<String>::new());
    }
}
