//! The last import, as it is remembered so that it can be taken back.

use crate::model::date::Now;
use crate::model::text::Message;
use crate::model::version_vector::VersionVector;
use serde::{Deserialize, Serialize};

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOTES_IMPORTED = "{count} notes imported from “{file}”", "{count} notas importadas de “{file}”";
        NOTE_IMPORTED = "1 note imported from “{file}”", "1 nota importada de “{file}”";
        ROWS_IMPORTED = "{count} rows imported from “{file}”", "{count} filas importadas de “{file}”";
        ROW_IMPORTED = "1 row imported from “{file}”", "1 fila importada de “{file}”";
        DOORS_IMPORTED = "{count} {count|door|doors} imported from “{file}”", "{count} {count|puerta importada|puertas importadas} de “{file}”";
        CHANGED_MEANWHILE = "New notes arrived in the meantime. Check the preview again", "Mientras tanto llegaron notas nuevas. Revise de nuevo la vista previa";
        STAY_ERASED = "{count} records stay permanently erased", "{count} registros siguen borrados para siempre";
        STAYS_ERASED_ONE = "1 record stays permanently erased", "1 registro sigue borrado para siempre";
        AND = "{said}. {more}", "{said}. {more}";
        STAYS = "{count} {count|record stays|records stay}, since there are newer notes on {count|it|them}", "{count|Queda|Quedan} {count} {count|registro|registros}, porque {count|tiene|tienen} notas más recientes";
        REDONE = "Imported again: {what}", "Importado de nuevo: {what}";
        ONLY_ERASED = "Not undone: the import only erased things, and what is permanently erased does not come back", "No se deshizo: la importación solo borró, y lo borrado para siempre no vuelve";
    }
}

/// What was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Imported {
    /// Notes of other tablets.
    Notes,
    /// Rows of a spreadsheet.
    Rows,
    /// Doors of a list of addresses.
    Doors,
}

/// The last import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LastImport {
    /// What was taken in.
    pub what: Imported,
    /// How many of them.
    pub count: usize,
    /// The name of the file.
    pub file: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// How many records it erased for good: taking it back does not bring those back.
    #[serde(default)]
    pub erased: usize,
    /// The operations known before.
    pub(crate) before: VersionVector,
    /// The operations it brought.
    pub(crate) brought: VersionVector,
    /// The step that takes it back, while the app is open.
    #[serde(skip)]
    pub(crate) step: Option<u64>,
}

impl LastImport {
    /// An import that is about to be done.
    pub(crate) fn now(what: Imported, count: usize, file: &str, now: Now) -> LastImport {
        let (before, brought) = (VersionVector::default(), VersionVector::default());
        LastImport { what, count, file: file.to_owned(), at_ms: now.ms, erased: 0, before, brought, step: None }
    }

    /// In words: “22 notes taken in from “notes.json””.
    pub fn label(&self) -> Message {
        let text = match (self.what, self.count) {
            (Imported::Notes, 1) => words::NOTE_IMPORTED,
            (Imported::Notes, _) => words::NOTES_IMPORTED,
            (Imported::Doors, _) => words::DOORS_IMPORTED,
            (Imported::Rows, 1) => words::ROW_IMPORTED,
            (Imported::Rows, _) => words::ROWS_IMPORTED,
        };
        text.with("count", self.count).with("file", self.file.as_str())
    }

    /// What taking it back does not bring back; none if it brings back everything.
    pub fn stays_erased(&self) -> Option<Message> {
        match self.erased {
            0 => None,
            1 => Some(words::STAYS_ERASED_ONE.message()),
            count => Some(words::STAY_ERASED.with("count", count)),
        }
    }
}
