//! Streets canvassed door by door: a town's whole list of addresses.

use crate::common::{at, says, timed};
use crate::figures::table;
use crate::made::files::addresses;
use crate::tablet::{Site, Tablet};

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_on_the_street() {
    const DOORS: usize = 20_000;
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let tell = table("canvass: 20,000 addresses");
    let file = tablet.file("addresses.csv");
    std::fs::write(&file, addresses(DOORS)).unwrap();
    tablet.visit_part("#/outreach/canvass/addresses");
    tablet.give_file("From a spreadsheet", &file);
    tablet.see("Which column holds what?");
    let spent = |tap: &str, seen: &str| timed(&tablet, tap, seen);
    let primary = "document.querySelector('.actions .primary').click()";
    tell(&format!("{DOORS} addresses, to the preview"), spent(primary, &says("new doors")));
    tell("… taken in", spent(primary, &says("doors imported")));
    let rows = "document.querySelectorAll('ul.rows .row').length";
    tell("the streets", spent("location.hash = '#/outreach/canvass'", &format!("{rows} > 100")));
    let type_in = |words: &str| {
        format!(
            "const field = document.querySelector('input[type=search]'); field.value = {words:?}; \
                 field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        )
    };
    // Doors are found as well, a few of them.
    let found = format!("{rows} > 0 && {rows} < 20");
    tell("a search among them", spent(&type_in("street000"), &found));
    let street = "[...document.querySelectorAll('ul.rows .row')].find(row => row.innerText.includes('400')).click()";
    tell("a street of 400 doors", spent(street, "document.querySelectorAll('.door').length > 300"));
    let knock = "[...document.querySelectorAll('.outcome')].find(e => e.innerText.trim() === 'Not home').click()";
    let mut knocks: Vec<f64> = (1..=30)
        .map(|number| {
            tablet.until("a knock being taken", "return !document.querySelector('.outcome[data-settling]')", &[]);
            spent(knock, &format!("document.querySelectorAll('.door[data-state=not_home]').length >= {number}"))
        })
        .collect();
    knocks.sort_by(f64::total_cmp);
    tell("a knock, until the next door, median", at(&knocks, 0.5));
    tell("a knock, slowest of 30", at(&knocks, 1.0));
}
