//! `merge`, `list`, `export` and `salvage`: the notes themselves.

use super::tablet::Tablet;
use super::{Folder, run};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn json_of(words: &[&str]) -> (i32, Value) {
    let (code, out, complaint) = run(&[words, &["--json"]].concat());
    (code, serde_json::from_str(&out).unwrap_or_else(|_| panic!("{words:?}: {out}{complaint}")))
}

/// Every file under a folder, with what is in it.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(contents(&path));
        } else {
            all.insert(path.display().to_string(), fs::read(path).unwrap());
        }
    }
    all
}

/// A place with the notes of one tablet, and a file with those of another.
fn two(name: &str) -> Folder {
    let folder = Folder::new(name);
    let (a, b) = (Tablet::new(1), Tablet::new(100));
    a.note("Soup kitchen");
    a.sync(&folder.at("place"));
    b.note("School");
    folder.write("b.json", b.export());
    folder
}

#[test]
fn notes_of_a_place_and_a_file_meet_in_another_place() {
    let folder = two("merge");
    let (into, place, file) = (folder.at("into"), folder.at("place"), folder.at("b.json"));
    let before = contents(Path::new(&place));
    let (code, _, complaint) = run(&["merge", &into, &place, &file]);
    assert!(
        code == 1 && complaint.contains("another organization") && complaint.contains("--other-org"),
        "{complaint}"
    );
    assert!(!folder.has("into/log"), "nothing is merged then");
    let (code, merged) = json_of(&["merge", &into, &place, &file, "--other-org"]);
    let came: Vec<_> = merged["from"].as_array().unwrap().iter().map(|one| one["came"].as_u64().unwrap()).collect();
    assert_eq!((code, &merged["came"], came), (0, &2.into(), vec![1, 1]));
    assert_eq!(contents(Path::new(&place)), before, "what it was merged from stays as it is");
    assert_eq!(run(&["verify", &into]).0, 0);
    let tablet = Tablet::new(500);
    tablet.sync(&into);
    assert_eq!(tablet.names().into_iter().collect::<Vec<_>>(), ["School", "Soup kitchen"]);

    let stands = contents(&folder.0.join("into/log"));
    let (code, again) = json_of(&["merge", &into, &place, &file, "--other-org"]);
    assert_eq!((code, &again["came"]), (0, &0.into()));
    assert_eq!(contents(&folder.0.join("into/log")), stands, "merging the same again puts nothing there");
    assert_eq!(fs::read_dir(folder.0.join("into/heads")).unwrap().count(), 2, "whoever merges is one and the same");
}

#[test]
fn notes_meet_in_a_file_which_keeps_what_it_held() {
    let folder = two("merge-file");
    let (into, place, file) = (folder.at("all.json"), folder.at("place"), folder.at("b.json"));
    assert_eq!(json_of(&["merge", &into, &place]).1["came"], 1);
    assert_eq!(
        json_of(&["merge", &into, &file, "--other-org"]).1,
        json!({"before": 1, "came": 1, "from": [{"came": 1, "path": file}], "into": into})
    );
    let (_, listed) = json_of(&["list", "partner", &into]);
    assert_eq!(listed["records"].as_array().unwrap().len(), 2);
    assert_eq!(run(&["verify", &into]).0, 0);
}

#[test]
fn nothing_is_merged_where_something_is_not_whole_or_lies_in_the_way() {
    let folder = two("merge-refused");
    let whole = folder.read("b.json");
    let cut = folder.write("cut.json", &whole[..whole.len() - 30]);
    let (code, _, complaint) = run(&["merge", &folder.at("into"), &cut]);
    assert!(code == 1 && complaint.contains(&format!("{cut}: line ")) && complaint.contains("salvage"), "{complaint}");
    folder.write("other/taxes.xls", "x");
    let (code, _, complaint) = run(&["merge", &folder.at("other"), &folder.at("b.json")]);
    assert!(code == 1 && complaint.contains("other things lie in this folder"), "{complaint}");
    assert_eq!(run(&["merge", &folder.at("into")]).0, 2);
    assert_eq!(run(&["merge", &folder.at("b.json")]).0, 2);
}

#[test]
fn what_was_erased_is_gone_after_a_merge_and_its_words_stand_nowhere() {
    let folder = Folder::new("merge-erased");
    let tablet = Tablet::new(1);
    let secret = tablet.note("Whisper");
    tablet.note("Kitchen");
    let old = folder.write("old.json", tablet.export());
    tablet.erase(secret);
    let new = folder.write("new.json", tablet.export());
    let into = folder.at("into");
    assert_eq!(run(&["merge", &into, &old]).0, 0);
    assert_eq!(run(&["merge", &into, &new]).0, 0);
    assert_eq!(run(&["merge", &into, &old]).0, 0, "a file from before does not bring it back");
    let holds = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("Whisper");
    assert!(!contents(Path::new(&into)).values().any(holds));
    let (_, listed) = json_of(&["list", "partner", &into]);
    assert_eq!(listed["records"].as_array().unwrap().len(), 1);
}

#[test]
fn the_office_files_are_those_of_the_app() {
    let folder = Folder::new("export");
    let tablet = Tablet::new(1);
    tablet.practice();
    let notes = folder.write("notes.json", tablet.export());
    let (out, all) = (folder.at("csv"), folder.at("all.json"));
    let (code, exported) = json_of(&["export", "--format", "csv", &out, &notes]);
    assert_eq!((code, &exported["unread"]), (0, &json!([])));
    let app = tablet.office(false);
    assert_eq!(exported["files"].as_array().unwrap().len(), app.len() - 1);
    assert!(app.len() > 5);
    for one in &app {
        let Some(kind) = one.kind else { continue };
        let ours = folder.read(&format!("csv/{}.csv", kind.id));
        assert!(ours == one.file.pieces.concat(), "{}", kind.id);
    }
    let mut told = Vec::new();
    for public in [false, true] {
        let words = ["export", "--format", "json", &all, &notes, "--public"];
        assert_eq!(run(&words[..words.len() - usize::from(!public)]).0, 0);
        let app = tablet.office(public);
        let theirs = app.iter().find(|one| one.kind.is_none()).unwrap().file.pieces.concat();
        let theirs: Value = serde_json::from_slice(&theirs).unwrap();
        let ours: Value = serde_json::from_slice(&folder.read("all.json")).unwrap();
        assert_eq!(ours["records"], theirs["records"], "public: {public}");
        told.push(ours);
    }
    assert_ne!(told[0]["records"], told[1]["records"], "something of it is private");
    for wrong in [
        vec!["export", &out, &notes],
        vec!["export", "--format", "xml", &out, &notes],
        vec!["export", "--format", "csv", &out],
    ] {
        assert_eq!(run(&wrong).0, 2, "{wrong:?}");
    }
}

#[test]
fn records_are_listed_as_a_table_and_as_json() {
    let folder = two("list");
    let (place, file) = (folder.at("place"), folder.at("b.json"));
    let before = contents(&folder.0);
    let (code, out, _) = run(&["list", "partner", &place, &file]);
    assert!(code == 0 && out.lines().count() == 3 && out.contains("Soup kitchen") && out.contains("School"), "{out}");
    assert_eq!(run(&["list", "Partners", &place, &file]).1, out);
    let (_, listed) = json_of(&["list", "partner", &place]);
    assert_eq!(listed["records"][0]["name"], "Soup kitchen");
    // In one line, as the file of all has them; a kind of which there is none has none.
    let all = folder.at("all.json");
    assert_eq!(json_of(&["export", "--format", "json", &all, &place, &file]).0, 0);
    let everything: Value = serde_json::from_slice(&folder.read("all.json")).unwrap();
    fs::remove_file(all).unwrap();
    let (code, out, _) = run(&["list", "partner", &place, &file, "--json"]);
    assert_eq!((code, out.lines().count()), (0, 1));
    let listed: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(listed, json!({"records": everything["records"]["partner"], "unread": [], "newer": []}));
    assert_eq!(listed["records"].as_array().unwrap().len(), 2);
    let none = json!({"records": [], "unread": [], "newer": []});
    assert_eq!(json_of(&["list", "finding", &place]), (0, none));
    assert_eq!(run(&["list", "finding", &place]).1, "none\n");
    let (_, counted) = json_of(&["list", &place, &file]);
    assert_eq!(counted["kinds"], json!([{"called": "Partners", "kind": "partner", "records": 2}]));
    assert_eq!(contents(&folder.0), before, "looking changes nothing");
    let (code, _, complaint) = run(&["list", "dragon", &place]);
    assert!(code == 2 && complaint.contains("there is no kind “dragon”. There are: door, "), "{complaint}");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_told() {
    let folder = two("unread");
    let whole = folder.read("b.json");
    let cut = folder.write("cut.json", &whole[..whole.len() - 30]);
    let (code, out, complaint) = run(&["list", "partner", &folder.at("place"), &cut]);
    assert!(code == 1 && out.contains("Soup kitchen") && complaint.contains(&cut), "{out} {complaint}");
    for words in [&["list"][..], &["list", "partner"], &["export", "--format", "json", &folder.at("out.json")]] {
        let (code, told) = json_of(&[words, &[&folder.at("place"), &cut]].concat());
        assert_eq!((code, &told["unread"], &told["newer"]), (1, &json!([cut]), &json!([])), "{words:?}");
    }
}

#[test]
fn what_is_whole_of_a_damaged_file_is_kept() {
    let folder = Folder::new("salvage");
    let tablet = Tablet::new(1);
    (0..10).for_each(|n| _ = tablet.note(&format!("Partner {n}")));
    let whole = tablet.export();
    let at = whole.windows(9).position(|words| words == b"Partner 7").unwrap();
    let cut = folder.write("cut.json", &whole[..at]);
    let before = folder.read("cut.json");
    let out = folder.at("out.json");
    let (code, salvaged) = json_of(&["salvage", &out, &cut]);
    assert_eq!((code, &salvaged["operations"], &salvaged["damaged"][0]["file"]), (1, &7.into(), &json!(cut)));
    assert_eq!(folder.read("cut.json"), before);
    assert_eq!(run(&["verify", &out]).0, 0);
    assert_eq!(json_of(&["list", "partner", &out]).1["records"].as_array().unwrap().len(), 7);
    let (code, _, complaint) = run(&["salvage", &out, &cut]);
    assert!(code == 1 && complaint.contains("it is there already"), "{complaint}");
    let (code, salvaged) = json_of(&["salvage", &folder.at("again.json"), &folder.write("whole.json", &whole)]);
    assert_eq!(
        (code, salvaged["operations"].as_u64(), &salvaged["damaged"], &salvaged["missing"]),
        (0, Some(10), &json!([]), &json!([]))
    );
}

#[test]
fn what_is_whole_of_a_damaged_place_is_kept_also_without_its_heads() {
    let folder = Folder::new("salvage-place");
    let (tablet, place) = (Tablet::new(1), folder.at("place"));
    for words in [["A", "B"], ["C", "D"], ["E", "F"]] {
        words.iter().for_each(|word| _ = tablet.note(word));
        tablet.sync(&place);
    }
    let heads = contents(&folder.0.join("place/heads"));
    heads.keys().for_each(|head| fs::write(head, "{").unwrap());
    // Of the second of three files, the end of its second line is gone.
    let files = contents(&folder.0.join("place/log"));
    assert_eq!(files.len(), 3);
    let (name, bytes) = files.iter().nth(1).unwrap();
    fs::write(name, &bytes[..bytes.len() - 300]).unwrap();
    assert_eq!(json_of(&["list", &place]).0, 1, "it is not taken for whole");
    let (code, salvaged) = json_of(&["salvage", &folder.at("out.json"), &place]);
    assert_eq!((code, &salvaged["operations"], salvaged["damaged"].as_array().unwrap().len()), (1, &5.into(), 1));
    assert_eq!(salvaged["missing"][0]["ranges"], json!([[4, 4]]));
    assert_eq!(run(&["verify", &folder.at("out.json")]).0, 1, "what is missing is missing there, too");
}
