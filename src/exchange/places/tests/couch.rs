//! CouchDB, answer by answer.

use super::*;
use crate::exchange::places::Couch;

const MISSING: &str = r#"{"error":"not_found","reason":"missing"}"#;
const CONFLICT: &str = r#"{"error":"conflict","reason":"Document update conflict."}"#;

fn place(http: &Rc<Scripted>) -> Couch {
    Couch::new(http.clone(), "https://c.example/couch", "porch", "anna", "word").unwrap()
}

fn body(http: &Scripted) -> String {
    String::from_utf8(http.asked.borrow().last().unwrap().body.clone().unwrap()).unwrap()
}

#[test]
fn a_file_is_a_document_named_after_its_path() {
    let http = Scripted::of([says(201, r#"{"ok":true,"id":"log/t/a.json","rev":"1-a"}"#)]);
    assert_eq!(now(place(&http).put_new("log/t/a.json", "[\"ä\"]".as_bytes())), Ok(true));
    assert_eq!(body(&http), r#"{"text":"[\"ä\"]"}"#);
    assert_eq!(http.asked(), ["PUT /couch/porch/log%2Ft%2Fa.json"]);
    let http = Scripted::of([says(200, r#"{"_id":"x","_rev":"1-a","text":"[\"ä\"]"}"#), says(404, MISSING)]);
    let there = place(&http);
    assert_eq!(now(there.get("x")), Ok(Some("[\"ä\"]".into())));
    assert_eq!(now(there.get("y")), Ok(None));
    let http = Scripted::of([says(201, r#"{"rev":"1-a"}"#), says(200, r#"{"_rev":"1-a","base64":"/wA="}"#)]);
    let there = place(&http);
    now(there.put_new("x", &[255, 0])).unwrap();
    assert_eq!(body(&http), r#"{"base64":"/wA="}"#);
    assert_eq!(now(there.get("x")), Ok(Some(vec![255, 0])));
    let http = Scripted::of([says(200, r#"{"_id":"x","_rev":"1-a","views":{}}"#)]);
    assert_eq!(now(place(&http).get("x")), Ok(Some(vec![])), "somebody else's document");
}

#[test]
fn what_never_changes_is_put_once_and_the_manifest_over_whatever_version_is_there() {
    assert_eq!(now(place(&Scripted::of([says(409, CONFLICT)])).put_new("x", b"1")), Ok(false));
    let http = Scripted::of([
        says(409, CONFLICT),
        says(200, r#"{"_rev":"3-c","text":"old"}"#),
        says(201, r#"{"rev":"4-d"}"#),
        says(201, r#"{"rev":"5-e"}"#),
    ]);
    let there = place(&http);
    now(there.put("x", b"1")).unwrap();
    assert_eq!(http.asked.borrow()[2].body.as_deref(), Some(&br#"{"_rev":"3-c","text":"1"}"#[..]));
    now(there.put("x", b"2")).unwrap();
    assert_eq!(body(&http), r#"{"_rev":"4-d","text":"2"}"#, "what was written last is known");
}

#[test]
fn a_database_that_is_not_there_is_empty_and_made_when_something_is_put() {
    let http = Scripted::of([says(404, r#"{"error":"not_found","reason":"no_db_file"}"#)]);
    assert_eq!(now(place(&http).names("heads")), Ok(vec![]));
    let http = Scripted::of([says(404, MISSING), says(201, "{}"), says(201, r#"{"rev":"1-a"}"#)]);
    assert_eq!(now(place(&http).put_new("x", b"1")), Ok(true));
    assert_eq!(http.asked(), ["PUT /couch/porch/x", "PUT /couch/porch", "PUT /couch/porch/x"]);
    let http = Scripted::of([says(404, MISSING), says(401, r#"{"error":"unauthorized"}"#)]);
    assert_eq!(now(place(&http).put_new("x", b"1")), Err(PlaceError::NoDatabase("porch".into())));
}

#[test]
fn a_listing_names_files_and_folders() {
    let rows = r#"{"rows":[{"id":"log/t1/a.json"},{"id":"log/t1/b.json"},{"id":"log/t2/a.json"},{"id":"log/c.json"}]}"#;
    let http = Scripted::of([says(200, rows)]);
    assert_eq!(now(place(&http).names("log")).unwrap(), ["c.json", "t1", "t2"]);
    assert_eq!(http.asked(), ["GET /couch/porch/_all_docs?startkey=%22log%2F%22&endkey=%22log%2F%EF%BF%B0%22"]);
    let http = Scripted::of([says(200, r#"{"rows":[{"id":"_design/x"},{"id":"org.json"},{"id":"log/a"}]}"#)]);
    assert_eq!(now(place(&http).names("")).unwrap(), ["log", "org.json"]);
}

#[test]
fn what_is_removed_goes_in_all_its_versions_and_the_database_is_compacted() {
    let version = |rev: &str| says(200, &format!(r#"{{"_rev":"{rev}","text":"words"}}"#));
    let answers =
        [version("2-b"), says(200, "{}"), version("2-a"), says(409, CONFLICT), version("3-a"), says(200, "{}")];
    let http = Scripted::of(answers.into_iter().chain([says(404, MISSING), says(202, "{}")]));
    let there = place(&http);
    now(there.remove("x")).unwrap();
    assert_eq!(there.caution(), None);
    let asked = http.asked();
    let removed: Vec<_> = asked.iter().filter(|asked| asked.starts_with("DELETE")).collect();
    assert_eq!(
        removed,
        ["DELETE /couch/porch/x?rev=2-b", "DELETE /couch/porch/x?rev=2-a", "DELETE /couch/porch/x?rev=3-a"]
    );
    assert_eq!(asked.last().unwrap(), "POST /couch/porch/_compact");
}

#[test]
fn who_may_not_compact_is_told_that_words_may_lie_there() {
    let http = Scripted::of([says(404, MISSING), says(401, r#"{"error":"unauthorized"}"#)]);
    let there = place(&http);
    now(there.remove("x")).unwrap();
    assert!(there.caution().is_some());
    http.answers.borrow_mut().extend([Ok(says(404, MISSING)), Ok(says(202, "{}"))]);
    now(there.remove("x")).unwrap();
    assert_eq!(there.caution(), None);
    // Whoever cannot be asked is asked again.
    let http = Scripted::of([says(404, MISSING), status(503)]);
    assert_eq!(now(place(&http).remove("x")), Err(PlaceError::Busy(30)));
}

#[test]
fn what_is_no_couchdb_is_told() {
    let read = |answer: Response| now(place(&Scripted::of([answer])).get("x")).unwrap_err();
    assert!(matches!(read(says(404, "<html>")), PlaceError::NotAPlace(_)));
    assert!(matches!(read(says(404, "Not Found")), PlaceError::NotAPlace(_)));
    assert!(matches!(read(says(200, "<!doctype html>")), PlaceError::LoginPage(_)));
    assert!(matches!(read(says(200, "[]]")), PlaceError::NotAPlace(_)));
    assert!(matches!(read(says(200, r#"{"text":"wor"#)), PlaceError::Unreachable(_)), "it breaks off");
    assert_eq!(read(says(401, r#"{"error":"unauthorized"}"#)), PlaceError::NotAllowed);
    let write = |answer: Response| now(place(&Scripted::of([answer])).put_new("x", b"12")).unwrap_err();
    assert_eq!(write(says(403, r#"{"error":"forbidden"}"#)), PlaceError::ReadOnly);
    assert_eq!(write(says(413, "{}")), PlaceError::TooLarge(2));
}
