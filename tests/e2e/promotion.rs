//! The word of an event is spread through partners, with no network: who should hear of it, who was told, who shared it.

use crate::accessibility::see_clean;
use crate::canvass::KEPT;
use crate::tablet::{Engine, Site, Tablet, from_base64};
use serde_json::json;

/// Adds a partner.
fn partner(tablet: &Tablet, name: &str, kind: &str, more: &dyn Fn()) {
    tablet.go("Community");
    tablet.press("New partner");
    tablet.press("More details");
    tablet.fill("Partner/Company", name);
    tablet.choose("Type of organization", kind);
    more();
    tablet.press("Done");
    tablet.see(&format!("{name} added"));
}

/// What has just moved under a finger takes no tap.
fn settled(tablet: &Tablet) {
    tablet.until(
        "the rows standing still",
        "return !document.querySelector('[data-settling=\"true\"], [data-settling=\"\"]')",
        &[],
    );
}

/// Where the link that begins so leads, once it is there.
fn link(tablet: &Tablet, begins: &str) -> String {
    let found = "return document.querySelector(`main a[href^='${arguments[0]}']`)?.getAttribute('href') ?? null";
    tablet.until(&format!("a link to {begins}"), found, &[json!(begins)]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn partners_are_proposed_told_in_one_go_and_share_an_event() {
    let mut site = Site::open();
    let tablet = Tablet::of(&site, "Marisol");
    tablet.until("the app being kept", KEPT, &[]);
    site.go_away();
    tablet.reload();
    partner(&tablet, "Radio Quinebaug", "Media", &|| tablet.fill("Contact Email", "lucia@example.org"));
    partner(&tablet, "Soup Kitchen", "Food and housing", &|| tablet.fill("Contact Phone Number", "(860) 555-0114"));
    partner(&tablet, "Quiet Gazette", "Media", &|| {
        tablet.fill("Contact Email", "quiet@example.org");
        tablet.choose("Do not contact", "Yes");
    });
    tablet.go("Outreach");
    tablet.press("Events");
    tablet.press("New event");
    tablet.press("More details");
    tablet.fill("Event/Program Name", "Fall fair");
    tablet.fill("Date and Time", "2036-10-04T10:00");
    tablet.fill("Location", "Town green");
    tablet.choose("Intended age group", "All ages");
    tablet.fill("Web address", "library.example.org/fair");
    tablet.press("Done");
    tablet.see("Planned");

    tablet.press("Promotion");
    tablet.see("Who should hear of it");
    tablet.see("Media: passes news on");
    tablet.see("Food and housing: goes with “All ages”");
    tablet.not_see("Quiet Gazette");
    tablet.press("Choose all 2");
    tablet.see("Once it is sent, mark them as told.");
    see_clean(&tablet, "promotion");
    let mail = link(&tablet, "mailto:");
    assert!(mail.starts_with("mailto:?bcc=lucia@example.org&subject="), "{mail}");
    assert!(mail.contains("Saturday%2C%20October%204%2C%202036%20at%2010%20AM"), "{mail}");
    assert!(link(&tablet, "sms:").starts_with("sms:8605550114?&body="));
    tablet.see("No email address: Soup Kitchen");
    tablet.press("Español");
    let spanish = "return control('Message').value.includes('4 de octubre de 2036, a las 10 a. m.') \
                   && !control('Message').value.includes('Hello')";
    tablet.until("the message in Spanish", spanish, &[]);
    tablet.fill("Message", "Vengan a la feria");
    tablet.until(
        "the link saying so",
        "return document.querySelector('main a[href^=\"mailto:\"]').href.endsWith('&body=Vengan%20a%20la%20feria')",
        &[],
    );
    tablet.press("Back to the proposed message");
    tablet.until("the proposed message", spanish, &[]);

    tablet.press("Mark 2 as told");
    tablet.see("Fall fair: 2 partners told");
    tablet.see("No other partner fits this event so far.");
    tablet.undo();
    tablet.see("Media: passes news on");
    settled(&tablet);
    tablet.press("Choose all 2");
    settled(&tablet);
    tablet.press("Mark 2 as told");
    tablet.see("No other partner fits this event so far.");
    settled(&tablet);
    tablet.press("They shared it: Radio Quinebaug");
    tablet.see("shared today");
    tablet.undo();
    tablet.not_see("shared today");
    settled(&tablet);
    tablet.press("They shared it: Radio Quinebaug");
    tablet.press("Where was it seen? Radio Quinebaug");
    tablet.fill("Where it was seen", "On air, Friday at 8");
    tablet.press("Done");
    tablet.see("Who should hear of it");
    tablet.see("On air, Friday at 8");
    // What comes up from below is still half seen through.
    let still = "return (document.querySelector('.toasts')?.getAnimations({ subtree: true }) ?? []).length === 0";
    tablet.until("what was said standing there", still, &[]);
    see_clean(&tablet, "who was told");

    tablet.press("Flyer");
    tablet.until_there(".flyer svg");
    tablet.see("Scan to learn more");
    tablet.run("document.querySelector('.switch input').click()", &[]);
    tablet.until_there(".strips li:nth-child(8)");
    see_clean(&tablet, "a flyer");
    if tablet.engine() == Engine::Chromium {
        let letter = json!({ "paperWidth": 8.5, "paperHeight": 11, "preferCSSPageSize": true });
        let pdf = from_base64(tablet.chromium("Page.printToPDF", letter)["data"].as_str().unwrap());
        let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
        assert_eq!(pages, 1, "a flyer is one sheet");
    }

    tablet.saved();
    tablet.reload();
    tablet.go("Community");
    tablet.press("Radio Quinebaug");
    tablet.see("They shared 1 of our events; last: Fall fair.");
}
