//! Practice with made-up notes: in by a tap, out by a tap, never taken for real ones.

use crate::tablet::{Site, Tablet};

#[test]
fn practice_notes_come_and_go_by_a_tap_and_never_leave() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    tablet.press("Practice with sample notes");
    tablet.press("Continue without a name");
    tablet.see("Practice: these are sample notes");
    tablet.go("Community");
    tablet.see("Maple Street Soup Kitchen");

    tablet.visit_part("#/sync");
    for way in ["Back up or share", "Export spreadsheets (CSV)"] {
        tablet.press(way);
        tablet.see("These are practice notes; they are never exported");
    }
    tablet.go("Community");
    // What somebody wrote themselves goes, too, and they are told.
    tablet.add_partner("Bakery of my own");
    tablet.press("End practice");
    tablet.see("You wrote 1 note here");
    tablet.press("Keep practicing");
    tablet.see("Practice: these are sample notes");
    tablet.press("End practice");
    tablet.press("End practice and delete all");
    tablet.press("Start");
    tablet.past_the_name();
    tablet.go("Community");
    tablet.see("Nothing here yet");
    tablet.not_see("only here");
    tablet.not_see("Practice:");
}
