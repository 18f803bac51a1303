//! The directory of services: what somebody needs is typed, and the answer says how sure it is.

use crate::accessibility::see_clean;
use crate::tablet::turns::one_engine;
use crate::tablet::{Site, Tablet};

#[test]
fn what_is_needed_is_typed_and_an_answer_is_open_only_once_it_was_verified() {
    one_engine!(Firefox, "what is open and which answer stands first is decided natively");
    let site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.visit_part("#/directory/service");
    tablet.press("New service");
    tablet.fill("Name", "Noon meal");
    tablet.choose("What it helps with", "Food");
    tablet.fill("When it is open", "24/7");
    tablet.fill("Phone", "860-555-0171");
    tablet.press("Done");
    tablet.saved();

    tablet.visit_part("#/directory/help");
    tablet.fill("What is needed?", "comdia hoy");
    tablet.see("Looking for: Food");
    tablet.see("The best we know: 1 answer");
    tablet.see("Call first");
    tablet.see("Nobody has checked this yet.");
    see_clean(&tablet, "find help");
    let calls = "return !!document.querySelector('.entry a[href=\"tel:8605550171\"]')";
    tablet.until("the number being called with one tap", calls, &[]);

    tablet.press("Verify");
    tablet.choose("What you learned", "Still so");
    tablet.press("Done");
    tablet.saved();
    tablet.visit_part("#/directory/help");
    tablet.choose_of("Food");
    tablet.see("Open now, 24 hours");
    tablet.see("Checked today by M.");
    tablet.visit_part("#/directory");
    tablet.visit_part("#/directory/help");
    tablet.fill("What is needed?", "zebra");
    tablet.see("We know of no service for this");
}
