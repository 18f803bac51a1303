//! A record and what to set of it, before it is an operation.

use super::id::Id;
use super::value::Value;
use std::collections::BTreeMap;

/// A record, by its kind and identity, and the fields to set of it: what a rule works out and a command writes. The
/// record is made if it is not there yet; fields that are not named stay as they are.
pub type RecordWrite = (&'static str, Id, BTreeMap<String, Value>);
