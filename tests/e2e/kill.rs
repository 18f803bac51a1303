//! The browser killed at any moment of saving: what was said to be saved is there, and nothing by halves.

use crate::tablet::chance::Chance;
use crate::tablet::turns::only_in;
use crate::tablet::{Site, Tablet};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;

/// Adds one partner after the other as fast as the screens allow, and tells the host of each one that the screen
/// said was saved: a HEAD request is the one thing that leaves the page and that no cache answers.
const QUICK_HAND: &str = "
    const round = arguments[0];
    const until = (look) => new Promise((found) => {
        const glance = () => { const seen = look(); seen ? found(seen) : setTimeout(glance, 1); };
        glance();
    });
    const write = (field, words) => { field.value = words; field.dispatchEvent(new Event('input', { bubbles: true })); };
    const called = (words) => pressable(words)[0];
    (async () => {
        for (let number = 0; ; number++) {
            const name = `Partner ${round}-${number}`;
            location.hash = '#/community';
            (await until(() => called('New partner'))).click();
            const field = await until(() => control('Partner/Company'));
            write(field, name);
            called('More details').click();
            write(await until(() => control('Contact Name')), `for ${name}`);
            (await until(() => called('Done'))).click();
            await until(() => text().includes(`${name} added`));
            await until(() => squeezed(document.querySelector('.status').innerText).startsWith('Saved on this tablet'));
            fetch(`saved/${round}-${number}`, { method: 'HEAD' });
        }
    })()";

/// Every row of the list from its top to its end: the title, and the line under it.
const ALL_ROWS: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
        const list = document.querySelector('.list');
        const rows = new Map();
        const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
        const moving = (e) => e && (e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== 'visible'
            ? e : moving(e.parentElement));
        const scroller = moving(list);
        for (let end = !list; !end;) {
            await frame();
            await frame();
            for (const row of list.querySelectorAll('.row'))
                rows.set(row.querySelector('.row-title').textContent, row.querySelector('.row-line')?.textContent || '');
            end = !scroller || scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
            if (!end) scroller.scrollTop += scroller.clientHeight / 2;
        }
        done([...rows]);
    })()";

/// How much the database holds, for telling a note that is lost from one that is not shown.
const STORED: &str = "
    const done = arguments[arguments.length - 1];
    const request = indexedDB.open('porchlight');
    request.onerror = () => done(String(request.error));
    request.onsuccess = () => {
        const log = request.result.transaction('log').objectStore('log').count();
        log.onsuccess = () => { request.result.close(); done(`${log.result} segments`); };
    };";

/// A few dozen moments; `make soak` tries hundreds, of everything there is to save.
#[test]
fn what_was_said_to_be_saved_survives_a_kill_at_any_moment() {
    only_in!(Chromium, "no other gives its profile back after being killed");
    kill_again_and_again(30);
}

/// Kills the browser so many times while partners are added, and looks after each time.
fn kill_again_and_again(times: usize) {
    let mut moments = Chance::new();
    let site = Site::open();
    let mut tablet = Tablet::ready(&site);
    let mut acknowledged = BTreeSet::new();
    for round in 0..times {
        tablet.run(QUICK_HAND, &[json!(round)]);
        // The moment is the point here, so this one time is slept away.
        std::thread::sleep(moments.time(Duration::from_millis(1_500)));
        tablet.kill();
        let saved = site.take_requests().into_iter().filter_map(|path| path.strip_prefix("saved/").map(str::to_owned));
        acknowledged.extend(saved.map(|number| format!("Partner {number}")));

        tablet.reopen();
        tablet.past_the_name();
        tablet.go("Community");
        tablet.until_there(".split-list .list, .split-list .empty");
        let rows: Vec<(String, String)> =
            serde_json::from_value::<Vec<(String, String)>>(tablet.run_later(ALL_ROWS, &[])).unwrap();
        let names: BTreeSet<String> = rows.iter().map(|(name, _)| name.clone()).collect();
        let lost: Vec<&String> = acknowledged.difference(&names).collect();
        assert!(
            lost.is_empty(),
            "killed in round {round}: {lost:?} were said to be saved and are gone.\nThe page: {}\nThe store: {}",
            tablet.text(),
            tablet.run_later(STORED, &[]),
        );
        let halves: Vec<&(String, String)> =
            rows.iter().filter(|(name, line)| !line.contains(&format!("for {name}"))).collect();
        assert!(halves.is_empty(), "killed in round {round}: only half there: {halves:?}");
        assert!(!tablet.text().contains("can’t be read"), "killed in round {round}: {}", tablet.text());
    }
    assert!(acknowledged.len() >= times / 3, "only {} saves in {times} rounds", acknowledged.len());
    println!("{times} kills, {} acknowledged saves, all there", acknowledged.len());
}
