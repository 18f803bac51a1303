//! Two tabs of one browser: one writes, the other follows.

use crate::tablet::{Site, Tablet};

/// Dismisses what is said at the bottom. WebKit's driver keeps a second tab hidden, where what appears is never drawn.
const DISMISS: &str = "[...document.querySelectorAll('.toast button')].at(-1).click()";

#[test]
fn the_second_tab_follows_takes_over_and_hands_back() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    tablet.add_partner("Covenant Soup Kitchen");
    tablet.go("Community");
    let first = tablet.tab();

    let second = tablet.open_tab();
    tablet.see("Porchlight is open in another tab");
    tablet.see_chip("Open in another tab");
    tablet.go("Community");
    tablet.see_rows(&["Covenant Soup Kitchen"]);

    // What the writer does is seen without a reload.
    tablet.switch_to(&first);
    tablet.add_partner("Natchaug Table");
    tablet.switch_to(&second);
    tablet.see_rows(&["Covenant Soup Kitchen", "Natchaug Table"]);

    tablet.press("Use this tab instead");
    tablet.saved();
    tablet.not_see("Porchlight is open in another tab");
    tablet.add_partner("Café José");
    tablet.switch_to(&first);
    tablet.see_chip("Open in another tab");
    tablet.go("Community");
    tablet.see_rows(&["Café José", "Covenant Soup Kitchen", "Natchaug Table"]);

    // When the writer closes, the one that is left writes, unasked.
    tablet.switch_to(&second);
    tablet.close_tab(&first);
    tablet.saved();
    tablet.add_partner("Windham Textile Museum");
    tablet.reload();
    tablet.go("Community");
    tablet.see_rows(&["Café José", "Covenant Soup Kitchen", "Natchaug Table", "Windham Textile Museum"]);
}

#[test]
fn what_is_typed_in_a_tab_that_follows_waits_until_it_writes() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let first = tablet.tab();
    let second = tablet.open_tab();
    tablet.see_chip("Open in another tab");
    tablet.go("Community");
    tablet.press("New partner");
    tablet.fill("Partner/Company", "Covenant Soup Kitchen");
    tablet.see("Not saved: Porchlight is open in another tab");
    tablet.see("What you typed here waits in this window");
    tablet.run(DISMISS, &[]);
    // Left at once after more was typed, and looked at elsewhere: it stands there again.
    tablet.fill("Partner/Company", "Covenant Soup Kitchen and Pantry");
    tablet.run("history.back()", &[]);
    tablet.see("Not saved: Porchlight is open in another tab");
    tablet.run(DISMISS, &[]);
    tablet.go("Today");
    tablet.see("Covenant Soup Kitchen and Pantry");
    // The other tab goes on meanwhile, and knows nothing of it.
    tablet.switch_to(&first);
    tablet.go("Community");
    tablet.press("New partner");
    tablet.fill("Partner/Company", "Natchaug Table");
    tablet.press("Done");
    tablet.see("Natchaug Table added");
    tablet.go("Today");
    tablet.not_see("Covenant Soup Kitchen");
    tablet.switch_to(&second);
    tablet.press("Use this tab instead");
    tablet.saved();
    tablet.not_see("What you typed here waits in this window");
    tablet.reload();
    tablet.go("Today");
    tablet.see("Covenant Soup Kitchen and Pantry");
}

/// Holds what a tab holds that writes, and answers nothing, as one does that the browser has put to sleep.
const SLEEPER: &str = "
    const done = arguments[arguments.length - 1];
    navigator.locks.request('porchlight-writer-porchlight', { steal: true }, () => {
        done(true);
        return new Promise(() => {});
    })";

#[test]
fn a_tab_takes_over_from_one_that_sleeps_with_what_was_typed() {
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let first = tablet.tab();
    let sleeper = tablet.open_tab();
    tablet.visit_page("fonts/OFL.txt");
    assert_eq!(tablet.run_later(SLEEPER, &[]), true);

    // Who was robbed learns so, and says where one types that nothing is kept.
    tablet.switch_to(&first);
    tablet.see_chip("Open in another tab");
    tablet.go("Community");
    tablet.press("New partner");
    tablet.fill("Partner/Company", "Covenant Soup Kitchen");
    tablet.see("Not saved: Porchlight is open in another tab");
    let instead = "return document.querySelector('.toast .undo').click()";
    tablet.run(instead, &[]);
    tablet.saved();
    let kept = "
        const done = arguments[arguments.length - 1];
        indexedDB.open('porchlight').onsuccess = ({ target }) => {
            const keys = target.result.transaction('meta').objectStore('meta').getAllKeys();
            keys.onsuccess = () => { target.result.close(); done(keys.result.some(key => key.startsWith('draft'))); };
        }";
    while tablet.run_later(kept, &[]) != true {}
    tablet.press("Done");
    tablet.see("Covenant Soup Kitchen added");
    tablet.saved();
    tablet.switch_to(&sleeper);
    tablet.visit();
    tablet.see_chip("Open in another tab");
    tablet.go("Community");
    tablet.see_rows(&["Covenant Soup Kitchen"]);
}
