//! `verify`: whole, damaged, missing, foreign, newer.

use super::tablet::Tablet;
use super::{Folder, run};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

/// What it ended with, and what it found.
fn verify(path: &str) -> (i32, Value) {
    let (code, out, complaint) = run(&["verify", "--json", path]);
    assert_eq!(complaint, "");
    let mut report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["ok"] == true, code == 0);
    (code, report["found"][0].take())
}

/// What it said of what: the word and the file or tablet.
fn said(of: &Value) -> Vec<(String, String)> {
    let word = |said: &Value, key: &str| said[key].as_str().unwrap().to_owned();
    let mut all: Vec<_> = of.as_array().unwrap().iter().map(|said| (word(said, "what"), word(said, "at"))).collect();
    all.sort();
    all
}

/// A place where two tablets have met; each has put one file there.
fn place(name: &str) -> Folder {
    let folder = Folder::new(name);
    let (a, b) = (Tablet::new(1), Tablet::new(100));
    for n in 0..20 {
        a.note(&format!("Kitchen {n}"));
    }
    b.note("School");
    a.sync(&folder.at(""));
    b.sync(&folder.at(""));
    folder
}

/// The files of notes in a place, by their paths within it, the longest first.
fn files(folder: &Folder) -> Vec<String> {
    let mut all: Vec<PathBuf> = Vec::new();
    for tablet in fs::read_dir(folder.0.join("log")).unwrap() {
        all.extend(fs::read_dir(tablet.unwrap().path()).unwrap().map(|file| file.unwrap().path()));
    }
    all.sort_by_key(|file| std::cmp::Reverse(fs::metadata(file).unwrap().len()));
    all.iter().map(|file| file.strip_prefix(&folder.0).unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn a_place_that_is_whole_says_what_each_tablet_has() {
    let folder = place("verify-whole");
    let (code, found) = verify(&folder.at(""));
    assert_eq!(
        (code, &found["is"], &found["operations"], &found["files"]),
        (0, &"place".into(), &21.into(), &2.into())
    );
    assert_eq!((said(&found["wrong"]), said(&found["notes"])), (vec![], vec![]));
    let operations: Vec<u64> =
        found["tablets"].as_array().unwrap().iter().map(|one| one["operations"].as_u64().unwrap()).collect();
    assert_eq!(operations.iter().sum::<u64>(), 21);
    assert_eq!(operations.len(), 2);
    let (code, out, _) = run(&["verify", &folder.at("")]);
    assert!(code == 0 && out.contains(": whole\n") && out.contains("21 operations of 2 tablets in 2 files"), "{out}");
}

#[test]
fn whatever_is_cut_or_changed_in_a_place_is_found() {
    for (n, change) in [
        |bytes: &mut Vec<u8>| bytes.truncate(bytes.len() / 2),
        |bytes: &mut Vec<u8>| bytes[700] ^= 1,
        |bytes: &mut Vec<u8>| bytes.clear(),
        |bytes: &mut Vec<u8>| bytes.extend(b" "),
        |bytes: &mut Vec<u8>| *bytes = b"<html>Log in</html>".to_vec(),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = place(&format!("verify-damaged-{n}"));
        let file = &files(&folder)[0];
        let mut bytes = folder.read(file);
        change(&mut bytes);
        folder.write(file, bytes);
        let (code, found) = verify(&folder.at(""));
        assert_eq!(code, 1, "{n}");
        assert!(said(&found["wrong"]).contains(&("damaged".into(), file.clone())), "{n}: {found}");
    }
}

#[test]
fn what_is_missing_is_named_with_its_operations() {
    let folder = place("verify-missing");
    let file = files(&folder).remove(0);
    fs::remove_file(folder.0.join(&file)).unwrap();
    let (code, found) = verify(&folder.at(""));
    let wrong = said(&found["wrong"]);
    assert_eq!((code, wrong.len(), &wrong[1]), (1, 2, &("missing".to_owned(), file.clone())));
    assert_eq!(wrong[0].0, "gap");
    let tablet = file.split('/').nth(1).unwrap();
    let of = found["tablets"].as_array().unwrap().iter().find(|one| one["tablet"] == tablet).unwrap();
    assert_eq!((&of["operations"], &of["missing"]), (&0.into(), &serde_json::json!([[1, 20]])));
}

#[test]
fn what_is_none_of_ours_is_named_and_nothing_is_wrong_with_it() {
    let folder = place("verify-foreign");
    for name in ["desktop.ini", "heads/~$a b#c.json", "log/notes.txt", "heads/.hidden"] {
        folder.write(name, "hello");
    }
    let (code, found) = verify(&folder.at(""));
    let foreign =
        ["desktop.ini", "heads/~$a b#c.json", "log/notes.txt"].map(|at| ("foreign".to_owned(), at.to_owned()));
    assert_eq!((code, said(&found["notes"])), (0, foreign.to_vec()));
}

#[test]
fn what_a_newer_version_wrote_is_not_called_whole() {
    let folder = place("verify-newer");
    let head =
        fs::read_dir(folder.0.join("heads")).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let head = format!("heads/{head}");
    let text = String::from_utf8(folder.read(&head)).unwrap();
    let line = text[1..].split(",\n").next().unwrap().replace("\"min_reader\":1", "\"min_reader\":2");
    let hash: String = Sha256::digest(&line).iter().map(|byte| format!("{byte:02x}")).collect();
    folder.write(&head, format!("[{line},\n{{\"sha256\":\"{hash}\"}}]\n"));
    let (code, found) = verify(&folder.at(""));
    assert_eq!((code, said(&found["wrong"])), (1, vec![("newer".to_owned(), head.clone())]));
    folder.write(&head, &text[..text.len() / 2]);
    let (code, found) = verify(&folder.at(""));
    assert_eq!((code, said(&found["wrong"])), (1, vec![("damaged".to_owned(), head)]));
}

/// The file of one operation that a tablet has put into a folder as the last of two.
fn second(name: &str, words: [&str; 2]) -> (Folder, Vec<String>) {
    let folder = Folder::new(name);
    let tablet = Tablet::new(1);
    for word in words {
        tablet.note(word);
        tablet.sync(&folder.at(""));
    }
    let mut both = files(&folder);
    both.sort();
    (folder, both)
}

#[test]
fn a_history_that_was_put_together_from_two_is_found_by_its_chain() {
    let (folder, ours) = second("verify-chain", ["One", "Two"]);
    let (copy, theirs) = second("verify-chain-copy", ["Uno", "Dos"]);
    assert_eq!(verify(&folder.at("")).0, 0);
    // Each file proves itself, but the second does not follow upon the first.
    fs::remove_file(folder.0.join(&ours[1])).unwrap();
    folder.write(&theirs[1], copy.read(&theirs[1]));
    let (code, found) = verify(&folder.at(""));
    assert!(code == 1 && said(&found["wrong"]).contains(&("broken-chain".into(), theirs[1].clone())), "{found}");
    // With all of it there, it is a tablet that was copied.
    folder.write(&theirs[0], copy.read(&theirs[0]));
    let (_, found) = verify(&folder.at(""));
    assert!(said(&found["notes"]).iter().any(|(what, _)| what == "two-histories"), "{found}");
    assert!(!said(&found["wrong"]).iter().any(|(what, _)| what == "broken-chain"), "{found}");
}

#[test]
fn an_exported_file_is_proven_line_by_line() {
    let folder = Folder::new("verify-file");
    let tablet = Tablet::new(1);
    tablet.practice();
    let bytes = tablet.export();
    let path = folder.write("notes.json", &bytes);
    let (code, found) = verify(&path);
    assert_eq!((code, &found["is"]), (0, &"file".into()));
    assert!(found["operations"].as_u64().unwrap() > 50);
    let line = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    for (n, (change, word)) in [
        (bytes[..bytes.len() - 40].to_vec(), "damaged"),
        ([&bytes[..line + 200], b"x", &bytes[line + 200..]].concat(), "damaged"),
        (b"{\"format\":1}".to_vec(), "damaged"),
        (
            String::from_utf8(bytes.clone()).unwrap().replacen("\"min_reader\":1", "\"min_reader\":9", 1).into_bytes(),
            "newer",
        ),
        (Vec::new(), "damaged"),
    ]
    .into_iter()
    .enumerate()
    {
        folder.write("notes.json", change);
        let (code, found) = verify(&path);
        assert_eq!((code, found["wrong"][0]["what"].as_str()), (1, Some(word)), "{n}: {found}");
    }
    assert_eq!(run(&["verify", &folder.at("nothing")]).0, 1);
    assert_eq!(run(&["verify"]).0, 2);
}

#[test]
fn a_line_that_never_ends_takes_no_memory() {
    let folder = Folder::new("verify-long");
    let tablet = Tablet::new(1);
    tablet.note("Kitchen");
    let mut bytes = tablet.export();
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    bytes.splice(end..end, std::iter::repeat_n(b'x', 30 << 20).chain([b'\n']));
    let (code, found) = verify(&folder.write("notes.json", bytes));
    assert!(code == 1 && found["wrong"][0]["said"].as_str().unwrap().contains("longer than any line"), "{found}");
}
