//! What of a service may be told to anyone beside its public fields.

use super::kinds::service::fields as service;
use crate::model::record::Record;
use crate::model::show::address_line;
use crate::model::value::Value;

/// The address of a service or of one of its places as one line, unless it stays private or there is none. Whatever shows,
/// prints or sends an address to people outside the team asks here. While two tablets disagree about the flag, an address
/// that either of them wanted private stays private.
pub fn public_address(record: &Record) -> Option<String> {
    let flag = service::ADDRESS_PRIVATE.key();
    let says_private = |value: &Value| value.as_bool() == Some(true);
    let disputed = record.losers().filter(|(key, _)| ***key == *flag).any(|(_, slot)| says_private(&slot.value));
    if disputed || record.get(flag).is_some_and(says_private) {
        return None;
    }
    let line = address_line(record.get(service::ADDRESS.key())?);
    (!line.trim().is_empty()).then_some(line)
}
