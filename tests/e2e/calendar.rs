//! The calendar: what is planned stands on its day, leaves for other calendars, and comes in from them.

use crate::accessibility::see_clean;
use crate::canvass::KEPT;
use crate::tablet::webdriver::root;
use crate::tablet::{Site, Tablet};
use serde_json::{Value, json};
use std::fs;

/// A day so many days from today, as the browser has it: `2026-12-05`.
fn day(tablet: &Tablet, ahead: i64) -> String {
    let day = "const then = new Date(); then.setDate(then.getDate() + arguments[0]); \
               return `${then.getFullYear()}-${String(then.getMonth() + 1).padStart(2, '0')}-${String(then.getDate()).padStart(2, '0')}`";
    tablet.run(day, &[json!(ahead)]).as_str().unwrap().to_owned()
}

/// Plans an event, from the calendar.
fn plan(tablet: &Tablet, name: &str, starts: &str, ends: Option<&str>) {
    tablet.visit_part("#/outreach/calendar");
    tablet.press("New event");
    tablet.fill("Event/Program Name", name);
    tablet.fill("Date and Time", starts);
    if let Some(ends) = ends {
        tablet.fill("Ends", ends);
    }
    tablet.press("Done");
    tablet.see(&format!("{name} added"));
    tablet.saved();
    tablet.visit_part("#/outreach/calendar");
}

/// What an independent reader of the standard finds in a calendar: of each event its name, its beginning and its end as
/// moments, and whether its zone is one that the file explains.
fn read_elsewhere(tablet: &Tablet, file: &str) -> Value {
    let reader = fs::read_to_string(root().join(".tools/node_modules/ical.js/dist/ical.es5.min.cjs")).unwrap();
    let read = "const ical = module.exports.default ?? module.exports; \
                const calendar = new ical.Component(ical.parse(arguments[0])); \
                const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ical.Timezone(zone)); \
                return calendar.getAllSubcomponents('vevent').map((part) => { \
                    const event = new ical.Event(part); \
                    const moment = (time) => { \
                        if (!time) return null; \
                        const zone = zones.find((zone) => zone.tzid === time.timezone) ?? time.zone; \
                        const wall = time.clone(); wall.zone = zone; \
                        return wall.toUnixTime(); \
                    }; \
                    const named = part.getFirstProperty('dtstart').getParameter('tzid'); \
                    return [event.summary, moment(event.startDate), part.hasProperty('dtend') ? moment(event.endDate) : null, \
                            !named || zones.some((zone) => zone.tzid === named)]; })";
    // The page lets no text become a program, so the reader comes with the script.
    let script = format!(
        "const module = {{ exports: {{}} }}; (function (module, exports) {{ {reader}\n }})(module, module.exports); {read}"
    );
    tablet.run(&script, &[json!(file)])
}

/// Moments as the browser's own clocks have them, seconds since 1970.
fn unix(tablet: &Tablet, local: &str) -> Value {
    tablet.run("return new Date(arguments[0]).getTime() / 1000", &[json!(local)])
}

#[test]
fn what_is_planned_stands_on_its_day_and_goes_to_other_calendars_and_back() {
    let mut site = Site::open();
    let (tablet, other) = (Tablet::ready(&site), Tablet::ready(&site));
    for tablet in [&tablet, &other] {
        tablet.until("the app being kept", KEPT, &[]);
    }
    site.go_away();
    let (tomorrow, in_summer) = (day(&tablet, 1), day(&tablet, 180));
    let [storytime, ends, fair] =
        [format!("{tomorrow}T10:30"), format!("{tomorrow}T11:15"), format!("{in_summer}T09:00")];
    plan(&tablet, "Storytime; songs, “and” play", &storytime, Some(&ends));
    tablet.press("List");
    tablet.see("10:30 AM – 11:15 AM");
    tablet.see("Storytime; songs, “and” play");
    plan(&tablet, "Fair", &fair, None);
    // A tab has that name, too.
    tablet.run(
        "[...document.querySelectorAll('.filters button')].find((one) => one.innerText.trim() === 'Week').click()",
        &[],
    );
    tablet.press("Month");
    see_clean(&tablet, "the calendar");

    let file = tablet.download("Save as a calendar file (.ics)");
    let text = fs::read_to_string(&file).unwrap();
    let found = read_elsewhere(&tablet, &text);
    assert_eq!(
        found,
        json!([
            ["Storytime; songs, “and” play", unix(&tablet, &storytime), unix(&tablet, &ends), true],
            ["Fair", unix(&tablet, &fair), null, true],
        ]),
        "{text}"
    );

    // Where it is taken in, it is there once, however often.
    for said in ["2 new", "2 already here"] {
        other.visit_part("#/sync/table");
        other.give_file("Choose a file", &file);
        other.see("events from a calendar, 2 rows");
        other.press("Preview");
        other.see(said);
        if said == "2 new" {
            other.press("Import");
            other.saved();
        }
    }
    other.visit_part("#/outreach/event");
    other.see_rows(&["Fair", "Storytime; songs, “and” play"]);
}
