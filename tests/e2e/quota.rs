//! No space left: never “Saved” for what is not.

use crate::tablet::{Engine, Site, Tablet};
use serde_json::json;
use std::time::{Duration, Instant};

/// Chromium alone can be told how much space a site has.
#[test]
fn a_full_tablet_says_not_saved_and_loses_nothing() {
    if Engine::of_this_run() != Engine::Chromium {
        return;
    }
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let origin = site.origin();
    let space_is = |parameters| tablet.chromium("Storage.overrideQuotaForOrigin", parameters);
    // Chromium notices only after a while that the space has shrunk, so partners are added until it does.
    let started = Instant::now();
    space_is(json!({ "origin": origin, "quotaSize": 1 }));
    let mut kept = Vec::new();
    let refused = loop {
        let name = format!("Partner {:03}", kept.len());
        tablet.go("Community");
        tablet.press("New partner");
        tablet.fill("Partner/Company", &name);
        tablet.press("Done");
        let answer = "const words = text(); return words.includes(`${arguments[0]} added`) ? 'added' : \
                      words.includes('Not saved') ? 'not saved' : null";
        match tablet.until("an answer", answer, &[json!(name)]).as_str() {
            Some("added") => kept.push(name),
            _ => break name,
        }
        assert!(started.elapsed() < Duration::from_secs(120), "there was always space: {kept:?}");
    };
    tablet.see_chip("Not saved. Free up space, then try again");
    tablet.not_see(&format!("{refused} added"));
    tablet.see_value("Partner/Company", &refused);

    space_is(json!({ "origin": origin }));
    tablet.press("Done");
    tablet.see(&format!("{refused} added"));
    tablet.saved();
    kept.push(refused);
    tablet.reload();
    tablet.go("Community");
    tablet.see(&format!("{} in all", kept.len()));
}
