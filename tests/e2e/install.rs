//! Opened once, then never online again.

use crate::server::Fault;
use crate::tablet::versions::built;
use crate::tablet::{Site, Tablet};
use serde_json::json;

#[test]
fn opens_and_keeps_notes_with_the_network_gone() {
    never_online_again("/");
}

#[test]
fn does_so_below_a_path_of_its_host_too() {
    never_online_again("/library/porchlight/");
}

fn never_online_again(prefix: &str) {
    let mut site = Site::open_at(prefix);
    let tablet = Tablet::ready(&site);
    tablet.visit_part("#/sync");
    tablet.see("Ready to use offline");
    site.go_away();

    tablet.reload();
    tablet.add_partner("Covenant Soup Kitchen");

    tablet.reload();
    tablet.go("Community");
    tablet.see_rows(&["Covenant Soup Kitchen"]);
}

#[test]
fn the_welcome_can_be_read_while_the_app_is_on_its_way() {
    let site = Site::open();
    // Without what keeps it, the app comes over the network every time.
    let unkept = || site.server().break_path("sw.js", Fault::NotFound);
    let slow = || site.server().break_path(&built("_bg.wasm"), Fault::Held);
    unkept();
    let frame = "const drawn = words => !!document.querySelector(`#shell ${words}`)?.getClientRects().length; \
                 return [drawn('nav'), drawn('.welcome')]";

    slow();
    let tablet = Tablet::new(&site);
    tablet.visit_page("");
    tablet.see("Nothing leaves the tablet until you send it");
    assert_eq!(tablet.run(frame, &[]), json!([false, true]));
    site.server().mend();
    unkept();
    tablet.wait_until_it_stands();
    tablet.press("Start");
    tablet.press("Continue without a name");
    // What they said is kept by then.
    tablet.until_there("nav.places a[aria-current]");

    slow();
    tablet.visit_page("");
    let places = format!("const [nav, welcome] = (() => {{ {frame} }})(); return (nav && !welcome) || null");
    tablet.until("the places, for who has started", &places, &[]);
    site.server().mend();
    tablet.wait_until_it_stands();
}
