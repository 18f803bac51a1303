//! Access hubs after years: what lies there, and all that was brought, taken and counted.

use crate::common::{at, go, import, says, timed};
use crate::figures::table;
use crate::made::files::hubs;
use crate::made::years::MOVEMENTS;
use crate::peers::snapshot;
use crate::tablet::{Site, Tablet};
use porchlight::model::id::Id;

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_at_the_hubs() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let tell = table("hubs: 300,000 movements");
    let file = tablet.file("hubs.json");
    std::fs::write(&file, hubs()).unwrap();
    let (read, taken) = import(&tablet, &file);
    tell(&format!("{MOVEMENTS} movements taken in"), read + taken);
    let spent = |tap: &str, seen: &str| timed(&tablet, tap, seen);
    let hub = format!("#/community/hub/{}", Id(1 << 70));
    let rows = "document.querySelectorAll('.detail h4 + .rows a').length > 150";
    tell("a hub of 200 items, the first time", spent(&go(&hub), rows));
    spent(&go("#/settings"), &says("Sunlight"));
    tell("a hub of 200 items, again", spent(&go(&hub), rows));
    let item = format!("{hub}/item/{}", Id(2 << 70));
    tell("why there are so many of an item", spent(&go(&item), "!!document.querySelector('.on-hand')"));
    tell("its restock list", spent(&go(&format!("{hub}/restock")), "document.querySelectorAll('.ticked').length > 10"));
    spent(&go("#/settings"), &says("Sunlight"));
    tell("Today, with the hubs that want care", spent(&go("#/today"), &says("not visited yet")));
    tell("Reports, with what people took", spent(&go("#/reports"), &says("week of")));

    // Sixty items counted: two taps each, the number and Next.
    tell("the count", spent(&go(&format!("{hub}/count")), "!!document.querySelector('.keypad')"));
    let entered = "document.querySelector('.stepper input').value === '7'";
    let mut numbers: Vec<f64> = Vec::new();
    let mut turns: Vec<f64> = Vec::new();
    for _ in 0..60 {
        numbers.push(spent(
            "document.querySelector('.keypad button').click()",
            &format!("{entered} && !document.querySelector('.status').textContent.includes('Saving')"),
        ));
        // Right after the item has changed, the button takes no tap: it could be the second half of a double one.
        spent("", "!document.querySelector('.count-go .primary[data-settling]')");
        turns.push(spent(
            "document.querySelector('.count-go .primary').click()",
            "document.querySelector('.stepper input').value === ''",
        ));
    }
    let waited = numbers.iter().sum::<f64>() + turns.iter().sum::<f64>();
    numbers.sort_by(f64::total_cmp);
    turns.sort_by(f64::total_cmp);
    tell("a number, until it is kept, median", at(&numbers, 0.5));
    tell("a number, slowest of 60", at(&numbers, 1.0));
    tell("the next item, median", at(&turns, 0.5));
    tell("60 items in 120 taps, waited in all", waited);

    // After a start, from the snapshot that was stored meanwhile.
    snapshot(&tablet);
    let today = "Today, with the hubs that want care, after a start";
    for (what, to, seen) in [
        ("a hub of 200 items, after a start", go(&hub), rows.to_owned()),
        (today, go("#/today"), says("not visited yet")),
    ] {
        tablet.visit_part("#/settings");
        tablet.reload();
        tablet.see("Sunlight");
        tell(what, spent(&to, &seen));
    }
}
