//! Health checks: partners are reviewed one after the other, what nobody has tried has its reason, and a check is put off.

use crate::accessibility::see_clean;
use crate::tablet::{Site, Tablet};
use crate::typing::kept;

fn partner(tablet: &Tablet, name: &str, offers: &str) {
    tablet.visit_part("#/community/partner");
    tablet.press("New partner");
    tablet.fill("Partner/Company", name);
    if !offers.is_empty() {
        tablet.press("More details");
        tablet.fill("What they offer", offers);
    }
    tablet.press("Done");
    tablet.see("Give and get");
}

#[test]
fn partners_are_reviewed_and_a_check_is_put_off_with_a_reason() {
    let site = Site::open();
    let mut tablet = Tablet::of(&site, "Marisol");
    tablet.go("Today");
    tablet.not_see("Health checks");
    partner(&tablet, "Bakery", "Bread, baked daily");
    partner(&tablet, "Diner", "");
    tablet.go("Today");
    tablet.see("1 partner with something nobody has tried yet");
    tablet.press("Opportunities");
    tablet.see("They offer “Bread, baked daily”, and nobody has asked");
    see_clean(&tablet, "opportunities");

    tablet.press("Not now");
    tablet.fill("Why not now?", "The oven is broken");
    kept(&tablet, "The oven is broken", true);
    tablet.die_and_come_back();
    tablet.visit_part("#/community/checks/opportunities");
    tablet.press("Not now");
    tablet.see_value("Why not now?", "The oven is broken");
    tablet.press("Put off for a week");
    tablet.saved();
    tablet.go("Today");
    tablet.not_see("Health checks");
    tablet.visit_part("#/community/checks/opportunities");
    tablet.see("The oven is broken");
    tablet.press("Show it on Today again");
    tablet.go("Today");
    tablet.see("Health checks");

    // Nobody needs a review yet; whoever wants one has it.
    tablet.visit_part("#/community/checks/partners");
    tablet.see("No partner needs a review now");
    tablet.press("Review all partners anyway");
    tablet.see("1 of 2");
    tablet.press("Skip");
    tablet.see("2 of 2");
    see_clean(&tablet, "a review");
    tablet.choose("Where does the relationship stand?", "Lapsed");
    tablet.press("Save and next");
    tablet.see("No partner needs a review now");
    tablet.saved();
    tablet.press("Review all partners anyway");
    tablet.press("Still so");
    tablet.see("2 of 2");
    tablet.saved();
    tablet.visit_part("#/community/partner");
    tablet.see("Lapsed");
}
