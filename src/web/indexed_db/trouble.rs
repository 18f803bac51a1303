//! Why one try did not succeed.

use crate::ports::StoreError;
use crate::web::strict::DatabaseFault;
use wasm_bindgen::JsValue;

/// Why one try did not succeed.
pub(super) enum Trouble {
    /// The connection is gone. `in_doubt`: the writes were handed over, so they may have been kept all the same.
    Lost { in_doubt: bool },
    /// Another try would not help.
    Final(StoreError),
}

impl Trouble {
    pub(super) fn failed(self) -> StoreError {
        match self {
            Trouble::Lost { .. } => StoreError::Lost,
            Trouble::Final(error) => error,
        }
    }
}

impl From<DatabaseFault> for Trouble {
    fn from(fault: DatabaseFault) -> Trouble {
        match fault.name.as_str() {
            // A forced close aborts what is under way; when nothing was written yet, another try does no harm.
            _ if fault.is_lost_connection() || fault.is_abort() => Trouble::Lost { in_doubt: false },
            "QuotaExceededError" => Trouble::Final(StoreError::Full),
            "ConstraintError" => Trouble::Final(StoreError::Behind),
            "VersionError" => Trouble::Final(StoreError::Newer),
            _ => Trouble::Final(StoreError::Failed(fault.to_string())),
        }
    }
}

impl From<JsValue> for Trouble {
    fn from(value: JsValue) -> Trouble {
        DatabaseFault::thrown(&value).into()
    }
}

impl From<rexie::Error> for Trouble {
    fn from(error: rexie::Error) -> Trouble {
        told_by(&error).into()
    }
}

/// What the browser said, taken from rexie's error.
///
/// rexie wraps the error of idb, whose type it does not export; the exception can only be found in its text, as
/// `…: Name: words`.
pub(super) fn told_by(error: &rexie::Error) -> DatabaseFault {
    let text = match error {
        rexie::Error::IdbError(inner) => inner.to_string(),
        other => other.to_string(),
    };
    if text == "indexed db not found" {
        return DatabaseFault::new("SecurityError", text);
    }
    let mut rest = text.as_str();
    while let Some((head, tail)) = rest.split_once(": ") {
        let exception = head.len() > 5 && head.ends_with("Error") && head.bytes().all(|b| b.is_ascii_alphabetic());
        if exception {
            return DatabaseFault::new(head, tail);
        }
        rest = tail;
    }
    DatabaseFault::new("Error", text)
}

/// Why there is no database.
pub(super) fn not_opened(fault: DatabaseFault) -> StoreError {
    match fault.name.as_str() {
        "VersionError" => StoreError::Newer,
        "QuotaExceededError" => StoreError::Full,
        // Blocked cookies, and private windows.
        "SecurityError" | "InvalidStateError" | "NotSupportedError" | "InvalidAccessError" => {
            StoreError::Unavailable(fault.to_string())
        }
        _ => StoreError::Failed(fault.to_string()),
    }
}
