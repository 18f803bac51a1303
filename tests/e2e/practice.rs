//! Practice with made-up notes: in by a tap, out by a tap, never taken for real ones.

use crate::tablet::{Site, Tablet};

#[test]
fn practice_notes_come_and_go_by_a_tap_and_never_leave() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    tablet.press("Practise with made-up notes");
    tablet.press("Go on without a name");
    tablet.see("Practice: these notes are made up");
    tablet.go("Community");
    tablet.see("Maple Street Soup Kitchen");

    tablet.visit_part("#/sync");
    for way in ["Export", "Office export"] {
        tablet.press(way);
        tablet.see("These are practice notes; they are never exported");
    }
    tablet.go("Community");
    tablet.press("Remove them");
    tablet.press("Start");
    tablet.past_the_name();
    tablet.go("Community");
    tablet.see("Nothing here yet");
    tablet.not_see("only here");
    tablet.not_see("Practice:");
}
