//! No space left: never “Saved” for what is not.

use crate::tablet::{Engine, Site, Tablet};
use serde_json::json;

/// Chromium alone can be told how much space a site has.
#[test]
fn a_full_tablet_says_not_saved_and_loses_nothing() {
    if Engine::of_this_run() != Engine::Chromium {
        return;
    }
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let space = |bytes: Option<u64>| {
        tablet.chromium("Storage.overrideQuotaForOrigin", json!({ "origin": site.origin(), "quotaSize": bytes }));
    };
    tablet.go("Community");
    tablet.press("New partner");
    tablet.fill("Partner/Company", "Covenant Soup Kitchen");
    space(Some(1));
    // Long enough that the browser cannot fit it into what it has already set aside.
    let much = "const field = control('Notes'); field.value = 'shelf '.repeat(15000); \
                field.dispatchEvent(new Event('input', { bubbles: true }))";
    tablet.run(much, &[]);
    tablet.press("Done");
    tablet.see_chip("Not saved. Free up space, then try again");
    tablet.not_see("Covenant Soup Kitchen added");
    tablet.see_value("Partner/Company", "Covenant Soup Kitchen");

    space(None);
    tablet.press("Done");
    tablet.see("Covenant Soup Kitchen added");
    tablet.saved();
    tablet.reload();
    tablet.go("Community");
    tablet.see_rows(&["Covenant Soup Kitchen"]);
}
