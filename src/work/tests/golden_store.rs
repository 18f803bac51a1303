//! Writes down what a store of this version holds, for `tests/golden.rs` to keep.

use super::*;
use crate::interviews::kinds::interview::{GRANTS, NOTES};
use crate::interviews::tests::interview::{asking, begin, say, speaker};
use crate::work::consent;

/// A tablet with everything that a line, a segment and a branch can be.
fn lived_in() -> Tablet {
    let (a, b) = (Tablet::new(21), Tablet::new(22));
    let ids = a.partners(12);
    contact(&a, ids[0], "2026-11-20T10:00:00-05:00", &[("said", "They open at nine, “on the dot” 🏮")]);
    b.import(&a.export()).unwrap();
    a.save(ids[1], &[("name", "One, as the first has it"), ("notes", "a")]);
    b.save(ids[1], &[("name", "One, as the other has it")]);
    contact(&b, ids[2], "2026-11-21T10:00:00-05:00", &[("said", "Written elsewhere")]);
    now(a.work.run(Command::Delete("partner", ids[3]))).unwrap();
    let step = a.save(ids[4], &[("city", "Willimantic")]).unwrap();
    now(a.work.run(Command::Undo(step))).unwrap();
    let talk = begin(&a, &asking());
    let (ana, jo) = (speaker(&a, talk, "Ana", &GRANTS), speaker(&a, talk, "Jo", &GRANTS));
    say(&a, talk, Some(ana), "The bus does not come").unwrap();
    say(&a, talk, Some(jo), "Said and taken back").unwrap();
    now(a.work.run(consent::take_back(jo, vec![NOTES], a.work.now().to_stored()))).unwrap();
    now(a.work.run(Command::Erase("partner", ids[5]))).unwrap();
    a.import(&b.export()).unwrap();
    // A copy of the tablet goes on by itself, and both meet.
    let copy = Tablet::with(Rc::new(MemoryStore::with(a.store.contents())), 23);
    a.save(ids[6], &[("notes", "on the tablet")]);
    copy.save(ids[6], &[("notes", "on its copy")]);
    copy.partners(2);
    a.import(&copy.export()).unwrap();
    a.partner("Under a new name");
    now(a.work.tidy_from(2, 1)).unwrap();
    a.save(ids[7], &[("notes", "after the snapshot")]);
    now(a.work.keep_draft(a.draft("partner", ids[8], &[("notes", "half a sent")]))).unwrap();
    a
}

#[test]
#[ignore = "writes the fixture: once for every version that stores anything in another form"]
fn what_a_store_of_this_version_holds_is_written_down() {
    let contents = lived_in().store.contents();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let log = contents.log.into_iter();
    let log: Vec<(String, u32, u64, String)> =
        log.map(|(key, bytes)| (key.stream.dev.to_string(), key.stream.epoch, key.first, text(bytes))).collect();
    let meta: BTreeMap<String, String> = contents.meta.into_iter().map(|(name, bytes)| (name, text(bytes))).collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/golden_salted");
    std::fs::create_dir_all(folder).unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(format!("{folder}/{name}"), bytes).unwrap();
    write("log.json", &serde_json::to_vec(&log).unwrap());
    write("meta.json", &serde_json::to_vec(&meta).unwrap());
    write("snapshot.postcard", &contents.snapshot.unwrap());
}
