//! Porchlight served from two folders of one site: whose notes are whose, and what is left when everything is erased.

use crate::tablet::versions::copy;
use crate::tablet::{Site, Tablet, dist};
use serde_json::json;

#[test]
fn two_folders_of_one_site_keep_their_notes_apart_and_erase_only_their_own() {
    let folder = std::env::temp_dir().join(format!("porchlight-{}-folders", std::process::id()));
    for name in ["a", "b"] {
        copy(&dist(), &folder.join(name));
    }
    let site = Site::open_with(folder, "/");
    let tablet = Tablet::new(&site);
    let open = |name: &str| {
        tablet.visit_page(name);
        tablet.wait_until_it_stands();
    };
    open("a/");
    tablet.press("Start");
    tablet.press("Continue without a name");
    // How often the browser is asked to keep notes; Firefox would ask the person, and is not asked.
    let count = "window.asked = 0; \
                 if (navigator.storage) navigator.storage.persist = async () => { window.asked += 1; return true }";
    tablet.run(count, &[]);
    tablet.add_partner("Covenant Soup Kitchen");
    tablet.add_partner("Natchaug Table");
    let asked = "return !navigator.storage || /Firefox/.test(navigator.userAgent) ? 1 : window.asked";
    assert_eq!(tablet.run(asked, &[]), 1, "once, with the first note");

    open("b/");
    tablet.see(&format!("The Porchlight at this address keeps other notes on this tablet: {}a/", site.url()));
    tablet.press("Start");
    tablet.press("Continue without a name");
    tablet.go("Community");
    tablet.see("Nothing here yet");
    tablet.add_partner("Windham Textile Museum");
    tablet.visit_part("#/sync");
    tablet.see("Other notes on this tablet");

    open("a/#/settings");
    tablet.choose_of("Dark");
    tablet.press("Erase everything on this tablet");
    tablet.press("Erase everything");
    tablet.see("Practice with sample notes");
    let left = "return Object.keys(localStorage).filter(key => !key.startsWith('porchlight /b/')).sort()";
    assert_eq!(tablet.run(left, &[]), json!(["porchlight /a/ theme"]));
    open("b/#/community");
    tablet.see_rows(&["Windham Textile Museum"]);
}
