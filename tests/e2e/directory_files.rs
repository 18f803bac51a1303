//! A directory of services comes from a file of another one, is undone in one step, and leaves as a file.

use crate::accessibility::see_clean;
use crate::tablet::{Site, Tablet};
use std::fs;

/// A service as the API of HSDS gives it.
const SERVICE: &str = r#"[{
    "id": "s1", "name": "Winter coats", "status": "active", "x_local": "kept",
    "organization": {"id": "o1", "name": "Covenant Kitchen", "description": "Meals."},
    "phones": [{"id": "p1", "number": "860-555-0101"}],
    "schedules": [{"id": "h1", "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00", "closes_at": "12:00"}]
}]"#;

#[test]
fn a_directory_is_brought_in_looked_at_first_and_saved_again() {
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    let file = tablet.file("services.json");
    fs::write(&file, SERVICE).unwrap();
    tablet.visit_part("#/directory/help");
    tablet.press("Directory files");
    tablet.press("Choose a file");
    tablet.see("First say where the file is from");
    tablet.fill("Where is the file from?", "211");
    tablet.give_file("Choose a file", &file);
    tablet.see("2 new");
    see_clean(&tablet, "what a directory would bring");
    tablet.press("Bring in 2");
    tablet.see("2 records brought in from 211");
    tablet.saved();

    // What changed there is shown beside what stands here.
    fs::write(&file, SERVICE.replace("860-555-0101", "860-555-0111")).unwrap();
    tablet.give_file("Choose a file", &file);
    tablet.see("1 changed");
    tablet.see("Here: 860-555-0101");
    tablet.see("There: 860-555-0111");
    tablet.press("Bring in 1");
    tablet.saved();
    let saved = tablet.download("Save as HSDS (JSON)");
    let saved = fs::read_to_string(saved).unwrap();
    for words in ["860-555-0111", "\"x_local\": \"kept\"", "Covenant Kitchen"] {
        assert!(saved.contains(words), "{words} is not in {saved}");
    }
    see_clean(&tablet, "directory files");

    // A file that is none says so, and nothing changes.
    fs::write(&file, "{\"a\": ").unwrap();
    tablet.give_file("Choose a file", &file);
    tablet.see("is not whole: line 1");
    tablet.visit_part("#/directory/service");
    tablet.see("Winter coats");
}
