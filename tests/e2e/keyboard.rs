//! Without a mouse and without a finger.

use crate::tablet::{Site, Tablet, key};

#[test]
fn a_partner_is_added_with_the_keyboard_alone() {
    let site = Site::open();
    let tablet = Tablet::visiting(&site);
    tablet.tab_to("Start");
    tablet.key(key::ENTER);
    tablet.see("Who is using this tablet?");
    tablet.tab_to("Continue without a name");
    tablet.key(key::ENTER);
    tablet.saved();
    tablet.tab_to("Community");
    tablet.key(key::ENTER);
    tablet.see("Nothing here yet");

    tablet.key('n');
    tablet.see("Contact Email");
    tablet.tab_to("Partner/Company");
    tablet.keys("Covenant Soup Kitchen");
    tablet.tab_to("More details");
    tablet.key(key::ENTER);
    tablet.tab_to("New");
    tablet.key(key::RIGHT);
    tablet.tab_to("Done");
    tablet.key(key::ENTER);
    tablet.see("Covenant Soup Kitchen added");
    tablet.saved();
    tablet.see("Active");
}

#[test]
fn keys_search_help_and_find_anything() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    tablet.key('?');
    tablet.see("Keyboard shortcuts");
    tablet.key(key::ESCAPE);
    tablet.not_see("Keyboard shortcuts");

    tablet.go("Community");
    tablet.key('n');
    tablet.see("Partner/Company");
    tablet.tab_to("Partner/Company");
    // Within a field these are letters like any other.
    tablet.keys("Banner/News?");
    tablet.key(key::ENTER);
    tablet.see("Banner/News? added");
    tablet.saved();

    tablet.go("Community");
    tablet.see_rows(&["Banner/News?"]);
    tablet.key('/');
    tablet.keys("bann");
    tablet.see("1 found");

    tablet.chord(&[key::CONTROL], 'k');
    tablet.keys("repo");
    tablet.key(key::ENTER);
    tablet.see("Totals from your notes");
    tablet.chord(&[key::CONTROL], 'k');
    tablet.keys("bann");
    tablet.see("Partner, Banner/News?");
    tablet.key(key::ENTER);
    tablet.see("History: who changed what");
}

#[test]
fn the_focus_is_seen_and_never_trapped() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    tablet.go("Community");
    tablet.key('n');
    tablet.see("Contact Email");
    // A chip is its label: the control within it takes no room of its own.
    let focus = "const e = document.activeElement; const label = e.labels && e.labels[0]; \
                 const parts = [e, ...(label && label.contains(e) ? [label, ...label.children] : [])]; \
                 const target = parts[1] || e; \
                 const box = target.getBoundingClientRect(); \
                 const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); \
                 const rings = (p) => getComputedStyle(p).outlineStyle !== 'none' || getComputedStyle(p).boxShadow !== 'none'; \
                 return { body: e === document.body, name: squeezed(target.innerText || e.id || e.outerHTML.slice(0, 99)), \
                          ring: [...parts, e.parentElement].some((p) => p && rings(p)), \
                          covered: !at || !(target.contains(at) || at.contains(target)), by: at && at.outerHTML.slice(0, 99) }";
    let mut left = false;
    for tabs in 0..120 {
        tablet.key(key::TAB);
        let seen = tablet.run(focus, &[]);
        // WebKit's driver has no window around the page to lead to: there the page begins again.
        let begins_again = tabs > 40 && seen["name"] == "Skip to main content";
        if seen["body"] == true || begins_again {
            left = true;
            break;
        }
        assert!(seen["ring"] == true, "no ring around {}", seen["name"]);
        assert!(seen["covered"] == false, "{} has the focus, under {}", seen["name"], seen["by"]);
    }
    assert!(left, "120 tabs did not lead out of the page");
}
