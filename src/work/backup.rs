//! What is known to exist outside this device.

use crate::model::version_vector::VersionVector;
use crate::ports::Sent;
use serde::{Deserialize, Serialize};

/// What is known to exist outside this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// The operations in the last copy that left.
    pub seen: VersionVector,
    /// The operations in the files that were saved on this device.
    #[serde(default)]
    pub saved: VersionVector,
    /// When it left, milliseconds since 1970.
    pub at_ms: Option<i64>,
    /// How it left.
    #[serde(default)]
    pub how: Option<Sent>,
}
