//! Opened once, then never online again.

use crate::tablet::{Site, Tablet};

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
    tablet.see("Ready for offline");
    site.go_away();

    tablet.reload();
    tablet.add_partner("Covenant Soup Kitchen");

    tablet.reload();
    tablet.go("Community");
    tablet.see_rows(&["Covenant Soup Kitchen"]);
}
