//! Who this device is, and where the stream that it writes ends.

use super::error::WorkError;
use super::stored::to_bytes;
use crate::log::hash::Sha;
use crate::log::segment::Rechain;
use crate::model::id::DeviceId;
use crate::model::stamp::Stream;
use serde::{Deserialize, Serialize};

/// Who this device is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The device.
    pub dev: DeviceId,
    /// Which of its lives.
    pub epoch: u32,
    /// The organization: 32 hexadecimal digits, chosen by the first device.
    pub org: String,
}

impl Identity {
    /// The stream this device writes.
    pub fn stream(&self) -> Stream {
        Stream { dev: self.dev, epoch: self.epoch }
    }
}

/// Where this device's stream ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(crate) seq: u64,
    pub(crate) chain: Sha,
}

impl Head {
    pub(crate) fn start_of(stream: Stream) -> Head {
        Head { seq: 0, chain: Sha::start_of(stream) }
    }

    /// The same, where its stream's chain was counted anew.
    pub(crate) fn after(self, rechain: &Rechain, stream: Stream) -> Head {
        Head { chain: rechain.end(stream, self.seq + 1).unwrap_or(self.chain), ..self }
    }

    /// As it is kept; nothing before the first operation.
    pub(crate) fn stored(&self) -> Result<Option<Vec<u8>>, WorkError> {
        (self.seq > 0).then(|| to_bytes(self)).transpose()
    }
}
