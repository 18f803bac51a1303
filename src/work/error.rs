//! Why something was not done. Nothing was changed then.

use super::job::Cancelled;
use crate::log::fault::{Fault, ReadError};
use crate::model::check::Problem;
use crate::model::text::{Message, Text};
use crate::ports::StoreError;

/// The sentences of this module.
pub mod words {
    crate::words! {
        NOT_THERE = "It isn’t there anymore", "Ya no está";
        WAS_ERASED = "Not saved: it was permanently erased, and nothing more can be noted about it", "No se guardó: se borró para siempre y ya no se puede anotar nada más";
        MEND_FIRST = "Fix what is marked first", "Corrija primero lo que está marcado";
        CANCELLED = "Canceled. Nothing was changed", "Cancelado. No se cambió nada";
        TOO_LONG = "Not saved: it is too long for one note. Make it shorter", "No se guardó: es demasiado largo para una sola nota. Acórtelo";
        UNREADABLE = "Not saved: the tablet could not read it back. Copy your words, then reload ({cause})", "No se guardó: la tableta no pudo volver a leerlo. Copie sus palabras y vuelva a cargar ({cause})";
        FOLLOWING = "Not saved: Porchlight is open in another tab. Use this tab instead, or make changes there", "No se guardó: Porchlight está abierto en otra pestaña. Use esta pestaña o haga los cambios allí";
    }
}

/// Why something cannot be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// These fields need mending first.
    Problems(Vec<Problem>),
    /// For this reason.
    Because(Message),
}

impl Refusal {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            Refusal::Problems(_) => words::MEND_FIRST.message(),
            Refusal::Because(message) => message.clone(),
        }
    }
}

/// A refusal for a reason that needs no more words.
pub(crate) fn because(text: Text) -> Refusal {
    Refusal::Because(text.message())
}

/// Why something was not done. Nothing was changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WorkError {
    /// What was asked cannot be done, and why.
    #[error("{0:?}")]
    Refused(Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The person cancelled.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Another tab writes.
    #[error("another tab writes")]
    Following,
    /// It could not be read again once it is stored.
    #[error("it could not be read back: {0}")]
    Unreadable(ReadError),
}

impl WorkError {
    /// What to tell the person.
    pub fn message(&self) -> Message {
        match self {
            WorkError::Refused(refusal) => refusal.message(),
            WorkError::Store(error) => error.message(),
            WorkError::Cancelled(_) => words::CANCELLED.message(),
            WorkError::Following => words::FOLLOWING.message(),
            WorkError::Unreadable(ReadError { fault: Fault::TooLong, .. }) => words::TOO_LONG.message(),
            WorkError::Unreadable(error) => words::UNREADABLE.with("cause", error.to_string()),
        }
    }
}
