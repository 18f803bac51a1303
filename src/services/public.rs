//! What of a service may be told to anyone beside its public fields.

use super::kinds::service::fields as service;
use crate::model::record::Record;
use crate::model::show::address_line;
use crate::model::value::Value;

/// Whether an address stays private. While two tablets disagree about the flag, an address that either of them wanted private
/// does. Whatever shows, prints or sends an address to people outside the team, or writes it into a file for them, asks here.
pub fn keeps_address_private(record: &Record) -> bool {
    let flag = service::ADDRESS_PRIVATE.key();
    let says_private = |value: &Value| value.as_bool() == Some(true);
    let disputed = record.losers().filter(|(key, _)| ***key == *flag).any(|(_, slot)| says_private(&slot.value));
    disputed || record.get(flag).is_some_and(says_private)
}

/// The address of a service or of one of its places as one line, unless it stays private or there is none.
pub fn public_address(record: &Record) -> Option<String> {
    if keeps_address_private(record) {
        return None;
    }
    let line = address_line(record.get(service::ADDRESS.key())?);
    (!line.trim().is_empty()).then_some(line)
}
