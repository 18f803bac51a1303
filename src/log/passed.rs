//! Values that are read and not kept: as strictly as a [`Value`](crate::model::value::Value), in no memory.

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// Values by their names.
#[derive(Default)]
pub(crate) struct Passed {
    /// Whether there were any.
    pub(crate) any: bool,
}

/// One value of any shape.
struct PassedValue;

impl<'de> Deserialize<'de> for Passed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Passed, D::Error> {
        deserializer.deserialize_map(PassedVisitor)
    }
}

impl<'de> Deserialize<'de> for PassedValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PassedValue, D::Error> {
        deserializer.deserialize_any(PassedVisitor).map(|_| PassedValue)
    }
}

struct PassedVisitor;

impl<'de> Visitor<'de> for PassedVisitor {
    type Value = Passed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_unit<E>(self) -> Result<Passed, E> {
        Ok(Passed::default())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Passed, E> {
        Ok(Passed::default())
    }

    fn visit_i64<E>(self, _: i64) -> Result<Passed, E> {
        Ok(Passed::default())
    }

    fn visit_u64<E>(self, _: u64) -> Result<Passed, E> {
        Ok(Passed::default())
    }

    fn visit_f64<E>(self, _: f64) -> Result<Passed, E> {
        Ok(Passed::default())
    }

    fn visit_str<E>(self, _: &str) -> Result<Passed, E> {
        Ok(Passed::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Passed, A::Error> {
        while seq.next_element::<PassedValue>()?.is_some() {}
        Ok(Passed::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Passed, A::Error> {
        let mut any = false;
        while map.next_entry::<PassedValue, PassedValue>()?.is_some() {
            any = true;
        }
        Ok(Passed { any })
    }
}
