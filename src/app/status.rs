//! What the status chip says, always the truth.

use crate::domain::text::Message;
use crate::ports::StoreError;

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
        NEWS = "News", "Avisos";
        ELSEWHERE = "Open in another tab", "Abierto en otra pestaña";
        FOLLOWING = "Open in another tab. Make changes there, or use this tab instead", "Abierto en otra pestaña. Haga cambios allí o use esta pestaña";
        NEVER_COPIED = "No copy has left this tablet yet", "Ninguna copia ha salido aún de esta tableta";
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

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::domain::text::faults(super::words::ALL), Vec::<String>::new());
        assert_eq!(crate::domain::text::faults(crate::ports::words::ALL), Vec::<String>::new());
    }
}
