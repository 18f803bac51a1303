//! An operation as a line of canonical JSON (RFC 8785), and a line whose words were erased.
//!
//! A line's hash stands in its stream's chain for ever. So that it tells nothing of what somebody said once the words
//! are gone, every line holds a random `salt` that goes with them: nobody who guesses the words can try them against
//! the hash. Lines written before there was a salt lose their hash as well; the chain is then counted anew from there
//! (see [`crate::log::segment::Rechain`]).

use crate::log::canonical::{self, Object};
use crate::log::hash::Sha;
use crate::log::passed::Passed;
use crate::model::id::{Id, Salt};
use crate::model::letters;
use crate::model::operation::Operation;
use crate::model::stamp::{Stamp, Stream, Tick};
use crate::model::value::Value;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The members of an operation's line. Members a newer version adds are not read here, but stay in the line: lines
/// are kept and passed on as they came. `S` is what is kept of the new values.
#[derive(Default, Deserialize)]
struct Members<S = BTreeMap<String, Value>> {
    #[serde(default)]
    by: Option<Id>,
    /// The words are gone, and the hash with them.
    #[serde(default)]
    erased: bool,
    #[serde(deserialize_with = "letters::deserialize")]
    h: Tick,
    id: Id,
    kind: String,
    #[serde(default)]
    prev: BTreeMap<String, Vec<Stamp>>,
    s: u64,
    #[serde(default)]
    salt: Option<Salt>,
    /// The words are gone, and had a salt: `was` tells nothing of them.
    #[serde(default)]
    salted: bool,
    set: S,
    w: String,
    /// The hash the line had with its words.
    #[serde(default)]
    was: Option<Sha>,
}

impl<S> Members<S> {
    fn form(&self) -> LineForm {
        match (self.was, self.erased) {
            (Some(_), _) => LineForm::Redacted { salted: self.salted },
            (None, true) => LineForm::Cut,
            (None, false) => LineForm::Whole { salted: self.salt.is_some() },
        }
    }

    /// The line with these members, as it was read.
    ///
    /// # Errors
    /// If it says that its words are gone and holds some. `set` says whether there are new values.
    fn line(&self, text: &str, set: bool) -> Result<Line, serde_json::Error> {
        let form = self.form();
        // Whether there is anything in it of what somebody said.
        let words = self.by.is_some() || self.salt.is_some() || !self.prev.is_empty() || set;
        if !matches!(form, LineForm::Whole { .. }) && words {
            return Err(serde::de::Error::custom("words stand in a line that says they are gone"));
        }
        let leaf = self.was.unwrap_or_else(|| Sha::of(text.as_bytes()));
        Ok(Line { text: text.to_owned(), seq: self.s, leaf, form })
    }
}

impl Members {
    /// The line: the members that say anything, in canonical order.
    fn to_json(&self) -> String {
        let mut json = String::new();
        let mut line = Object::open(&mut json);
        if let Some(by) = self.by {
            line.text("by", &by.to_string());
        }
        if self.erased {
            line.yes("erased");
        }
        line.text("h", &self.h.to_string());
        line.text("id", &self.id.to_string());
        line.text("kind", &self.kind);
        if !self.prev.is_empty() {
            let stamp = |json: &mut String, stamp: &Stamp| canonical::text(json, &stamp.to_string());
            canonical::object(line.member("prev"), self.prev.keys(), &mut |json, field| {
                canonical::array(json, &self.prev[field], stamp);
            });
        }
        line.whole("s", self.s);
        if let Some(salt) = self.salt {
            line.text("salt", &salt.to_string());
        }
        if self.salted {
            line.yes("salted");
        }
        canonical::map(line.member("set"), &self.set);
        line.text("w", &self.w);
        if let Some(was) = self.was {
            line.text("was", &was.to_string());
        }
        line.close();
        json
    }
}

/// What is left of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineForm {
    /// All of it. Whether it holds a salt; lines of the first release do not.
    Whole {
        /// Whether its hash will tell nothing of its words once they are gone.
        salted: bool,
    },
    /// Its words are gone and the hash it had with them stands in their place.
    Redacted {
        /// Whether that hash tells nothing of them. The first release kept hashes that do.
        salted: bool,
    },
    /// Its words are gone, and so is the hash it had with them; it counts in the chain as it stands now.
    Cut,
}

/// A line, what it says, and its hash in the stream's chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The JSON, without a line feed.
    pub text: String,
    /// Its place in the stream.
    pub seq: u64,
    /// Its hash; for a redacted line, the hash it had with its words.
    pub leaf: Sha,
    /// What is left of it.
    pub form: LineForm,
}

/// Writes an operation as a line.
pub fn write(op: &Operation, salt: Salt) -> Line {
    let members = Members {
        by: op.by,
        h: op.tick,
        id: op.id,
        kind: op.kind.clone(),
        prev: op.prev.clone(),
        s: op.seq,
        salt: Some(salt),
        set: op.set.clone(),
        w: op.wall.clone(),
        ..Members::default()
    };
    line(&members)
}

fn line(members: &Members) -> Line {
    let text = members.to_json();
    let leaf = members.was.unwrap_or_else(|| Sha::of(text.as_bytes()));
    Line { leaf, text, seq: members.s, form: members.form() }
}

/// Reads a line that a stream wrote. It is filed there, too, unless the reader knows of a branch.
///
/// # Errors
/// If it is not JSON, lacks a member, or says that its words are gone and holds some: such a line would take the place
/// of the true one.
pub fn read(writer: Stream, text: &str) -> Result<(Operation, Line), serde_json::Error> {
    let members: Members = serde_json::from_str(text)?;
    let line = members.line(text, !members.set.is_empty())?;
    let op = Operation {
        stream: writer,
        writer,
        seq: members.s,
        tick: members.h,
        wall: members.w,
        by: members.by,
        kind: members.kind,
        id: members.id,
        set: members.set,
        prev: members.prev,
    };
    Ok((op, line))
}

/// As [`read`], for whoever passes the line on: what it says is checked as strictly, and not kept. Gives its clock
/// reading beside it.
///
/// # Errors
/// As [`read`].
pub fn check(text: &str) -> Result<(Tick, Line), serde_json::Error> {
    let members: Members<Passed> = serde_json::from_str(text)?;
    Ok((members.h, members.line(text, members.set.any)?))
}

/// The same line with everything a person said taken out, and its hash, too, where words could be guessed by it.
///
/// What is left follows from the line alone, so that all tablets that erase it keep the same.
///
/// # Errors
/// If the line is not an operation.
pub fn redact(writer: Stream, whole: &Line) -> Result<Line, serde_json::Error> {
    let salted = match whole.form {
        LineForm::Whole { salted } | LineForm::Redacted { salted } => salted,
        LineForm::Cut => return Ok(whole.clone()),
    };
    let (op, _) = read(writer, &whole.text)?;
    Ok(line(&Members {
        erased: !salted,
        h: op.tick,
        id: op.id,
        kind: op.kind,
        s: op.seq,
        salted,
        w: op.wall,
        was: salted.then_some(whole.leaf),
        ..Members::default()
    }))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::model::id::DeviceId;
    use proptest::prelude::*;

    /// Any value a field may hold, and some that none of ours does.
    pub(crate) fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            (-1.0e15..1.0e15f64).prop_map(Value::Number),
            "\\PC{0,12}".prop_map(Value::Text),
            Just(Value::text("<img src=x onerror=alert(1)> \u{202e}\u{0}\n🏮")),
        ];
        leaf.prop_recursive(2, 8, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::List),
                prop::collection::btree_map("[a-z]{1,4}|é|😀", inner, 0..3).prop_map(Value::Map),
            ]
        })
    }

    prop_compose! {
        fn any_operation()(
            seq in 1u64..1_000_000, tick in any::<u64>(), by in any::<Option<u128>>(), id in any::<u128>(),
            set in prop::collection::btree_map("[a-z_]{1,6}", any_value(), 0..4),
            seen in any::<u64>(),
        ) -> Operation {
            let stream = Stream { dev: DeviceId(9), epoch: 2 };
            let stamp = Stamp { tick: Tick(seen), stream };
            let prev = set.keys().take(1).map(|key| (key.clone(), vec![stamp])).collect();
            Operation {
                stream, writer: stream, seq, tick: Tick(tick), wall: "2026-10-02T09:14:03-04:00".into(), by: by.map(Id),
                kind: "partner".into(), id: Id(id), set, prev,
            }
        }
    }

    proptest! {
        #[test]
        fn a_line_says_what_was_written(op in any_operation()) {
            let line = write(&op, SALT);
            prop_assert!(!line.text.contains('\n'));
            let (read, same) = read(op.stream, &line.text).unwrap();
            prop_assert_eq!(&same, &line);
            prop_assert_eq!(check(&line.text).unwrap(), (op.tick, same));
            // Negative zero is the one number JSON's canonical form does not keep.
            prop_assert_eq!(write(&read, SALT), line);
        }

        #[test]
        fn a_line_is_what_the_library_for_canonical_json_writes(op in any_operation(), salt in any::<u128>()) {
            let mut members = serde_json::json!({
                "h": op.tick.to_string(), "id": op.id, "kind": op.kind, "prev": op.prev, "s": op.seq,
                "salt": Salt(salt), "set": op.set, "w": op.wall,
            });
            let object = members.as_object_mut().unwrap();
            object.extend(op.by.map(|by| ("by".to_owned(), by.to_string().into())));
            object.retain(|name, value| name != "prev" || *value != serde_json::json!({}));
            let line = write(&op, Salt(salt));
            prop_assert_eq!(&line.text, &canonical_by_the_library(&members));
            let left = serde_json::json!({
                "h": op.tick.to_string(), "id": op.id, "kind": op.kind, "s": op.seq, "set": {}, "salted": true,
                "w": op.wall, "was": line.leaf,
            });
            prop_assert_eq!(redact(op.stream, &line).unwrap().text, canonical_by_the_library(&left));
            let cut = serde_json::json!({
                "erased": true, "h": op.tick.to_string(), "id": op.id, "kind": op.kind, "s": op.seq, "set": {}, "w": op.wall,
            });
            prop_assert_eq!(redact(op.stream, &unsalted(&op)).unwrap().text, canonical_by_the_library(&cut));
        }

        #[test]
        fn a_line_is_checked_as_it_is_read(op in any_operation(), cut in any::<prop::sample::Index>(), by in any::<u8>()) {
            // Whatever became of a line on its way: both say the same of it.
            let mut bytes = write(&op, SALT).text.into_bytes();
            let at = cut.index(bytes.len());
            bytes[at] = by;
            let damaged = String::from_utf8_lossy(&bytes);
            let read = read(op.stream, &damaged).map(|(op, line)| (op.tick, line)).map_err(|error| error.to_string());
            prop_assert_eq!(check(&damaged).map_err(|error| error.to_string()), read);
        }

        #[test]
        fn a_redacted_line_keeps_its_place_and_hash(op in any_operation()) {
            let line = write(&op, SALT);
            let redacted = redact(op.stream, &line).unwrap();
            let (gone, same) = read(op.stream, &redacted.text).unwrap();
            prop_assert_eq!((gone.seq, gone.id, same.leaf), (op.seq, op.id, line.leaf));
            prop_assert!(gone.set.is_empty());
            prop_assert_eq!(&redact(op.stream, &redacted).unwrap(), &redacted);
        }

        #[test]
        fn erased_words_cannot_be_tried_against_what_is_left(op in any_operation(), salt in any::<u128>()) {
            // Whoever guesses every word has a line that differs in its salt alone, and no hash that proves it.
            let redacted = redact(op.stream, &write(&op, Salt(salt))).unwrap();
            prop_assert!(!redacted.text.contains(&Salt(salt).to_string()));
            let guess = write(&op, Salt(salt ^ 1));
            prop_assert!(redacted.leaf != guess.leaf && redacted.leaf != unsalted(&op).leaf);
            // A line without salt loses its hash as well, and so does one that an older version had redacted.
            let old = unsalted(&op);
            let cut = redact(op.stream, &old).unwrap();
            prop_assert_eq!(cut.form, LineForm::Cut);
            prop_assert!(!cut.text.contains(&old.leaf.to_string()) && cut.leaf != old.leaf);
            let kept_hash = line(&Members { was: Some(old.leaf), ..members_left(&op) });
            prop_assert_eq!(redact(op.stream, &kept_hash).unwrap(), cut);
        }

        #[test]
        fn a_line_with_words_never_passes_for_one_whose_words_are_gone(op in any_operation()) {
            prop_assume!(!op.set.is_empty() || op.by.is_some());
            let truth = write(&op, SALT);
            for forged in [
                Members { was: Some(truth.leaf), salted: true, set: op.set.clone(), by: op.by, ..members_left(&op) },
                Members { erased: true, set: op.set.clone(), by: op.by, ..members_left(&op) },
            ] {
                let forged = line(&forged).text;
                prop_assert!(read(op.stream, &forged).is_err() && check(&forged).is_err());
            }
        }
    }

    fn canonical_by_the_library(json: &serde_json::Value) -> String {
        serde_json_canonicalizer::to_string(json).unwrap()
    }

    const SALT: Salt = Salt(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);

    /// What is left of an operation when its words are gone.
    fn members_left(op: &Operation) -> Members {
        Members { h: op.tick, id: op.id, kind: op.kind.clone(), s: op.seq, w: op.wall.clone(), ..Members::default() }
    }

    /// A line as the first release wrote it.
    fn unsalted(op: &Operation) -> Line {
        line(&Members { by: op.by, prev: op.prev.clone(), set: op.set.clone(), ..members_left(op) })
    }

    #[test]
    fn members_stand_in_canonical_order() {
        let op = Operation {
            stream: Stream::default(),
            writer: Stream::default(),
            seq: 1,
            tick: Tick(42),
            wall: "2026-10-02T09:14:03-04:00".into(),
            by: None,
            kind: "partner".into(),
            id: Id(1),
            set: [("name".to_owned(), Value::text("Café"))].into(),
            prev: BTreeMap::new(),
        };
        assert_eq!(
            write(&op, SALT).text,
            r#"{"h":"000000000000-002a","id":"00000000000000000000000000000001","kind":"partner","s":1,"salt":"0123456789abcdef0123456789abcdef","set":{"name":"Café"},"w":"2026-10-02T09:14:03-04:00"}"#
        );
    }

    #[test]
    fn a_number_that_is_not_finite_reads_as_cleared() {
        let json =
            r#"{"h":"000000000000-002a","id":"00000000000000000000000000000001","kind":"k","s":1,"set":{},"w":""}"#;
        let mut op = read(Stream::default(), json).unwrap().0;
        op.set.insert("n".into(), Value::Number(f64::NAN));
        let written = write(&op, SALT);
        assert_eq!(read(Stream::default(), &written.text).unwrap().0.set["n"], Value::Null);
    }
}
