//! Access hubs after years: what lies there, and all that was brought, taken and counted.

use crate::common::{at, go, import, says, timed, write_export};
use crate::figures::table;
use crate::tablet::{Site, Tablet};
use porchlight::model::id::Id;
use porchlight::model::order;
use porchlight::model::value::Value;
use std::path::Path;

const HUBS: usize = 50;
const ITEMS: usize = 200;
/// Three years: every item of every hub brought, taken and counted ten times.
const ROUNDS: usize = 10;

/// What lies at many hubs, and all that happened there.
fn write_hubs(file: &Path) {
    let (hub, item) = (|at: usize| Id(1 << 70 | at as u128), |at: usize| Id(2 << 70 | at as u128));
    let (shelves, moved) = (HUBS * ITEMS, HUBS * ITEMS * ROUNDS * 3);
    let text = |id: Id| Value::Text(id.to_string());
    let movement = |at: usize| Id(4 << 70 | at as u128);
    write_export(file, HUBS + ITEMS + shelves + moved, move |number| {
        let at = number - 1;
        if at < HUBS {
            let fields = vec![
                ("name", Value::Text(format!("Hub {at:02}"))),
                ("zones", Value::Text("Table 1\nTable 2".to_owned())),
            ];
            return ("hub", hub(at), order::values(fields));
        }
        let at = at - HUBS;
        if at < ITEMS {
            return ("item", item(at), order::values([("name", Value::Text(format!("Item {at:03}")))]));
        }
        let at = at - ITEMS;
        if at < shelves {
            let fields = vec![
                ("hub", text(hub(at / ITEMS))),
                ("item", text(item(at % ITEMS))),
                ("zone", Value::Text(format!("Table {}", at % 2 + 1))),
                ("par", Value::Number(20.0)),
                ("minimum", Value::Number(5.0)),
            ];
            return ("shelf", Id(3 << 70 | at as u128), order::values(fields));
        }
        // As it happens: round after round, and in each every item is brought, taken and counted.
        let at = at - shelves;
        let (round, shelf, step) = (at / (shelves * 3), at / 3 % shelves, at % 3);
        let day = chrono::NaiveDate::from_ymd_opt(2023, 12, 1).unwrap()
            + chrono::Days::new(round as u64 * 108 + step as u64 * 30);
        let mut fields = vec![
            ("what", Value::Text(["stocked", "taken", "counted"][step].to_owned())),
            ("hub", text(hub(shelf / ITEMS))),
            ("item", text(item(shelf % ITEMS))),
            ("amount", Value::Number([18.0, 3.0, 12.0][step])),
            ("when", Value::Text(format!("{day}T12:00:00-05:00"))),
        ];
        if step == 2 {
            let before = (round > 0).then(|| at - shelves * 3);
            let seen = [Some(at - 2), Some(at - 1), before].into_iter().flatten().map(|at| movement(at).to_string());
            fields.push(("seen", Value::Text(seen.collect::<Vec<_>>().join("\n"))));
            fields.push(("was", Value::Number(if round == 0 { 15.0 } else { 27.0 })));
        }
        ("movement", movement(at), order::values(fields))
    });
}

#[test]
#[ignore = "measures; `make bench` runs it"]
fn how_fast_at_the_hubs() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let tell = table("hubs: 300,000 movements");
    let file = tablet.file("hubs.json");
    write_hubs(&file);
    let (read, taken) = import(&tablet, &file);
    tell(&format!("{} movements taken in", HUBS * ITEMS * ROUNDS * 3), read + taken);
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
    tell("Today, with the hubs that want care", spent(&go("#/today"), &says("nobody was there yet")));
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
}
