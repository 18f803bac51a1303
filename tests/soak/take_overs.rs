//! Three tabs that take the notes from one another, also from one whose process is stopped, as a phone stops what
//! nobody looks at: nothing acknowledged is lost, there is one stream, and in the end all tabs show the same.

use crate::common::{Told, begin, scaled, see_count};
use crate::tablet::chance::Chance;
use crate::tablet::stored::{Stored, with};
use crate::tablet::{Site, Tab, Tablet};
use porchlight::model::stamp::Stream;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::time::{Duration, Instant};

const HAND: &str = include_str!("take_overs.js");
const TABS: usize = 3;

/// What `/proc` says of a process: its parent, and the time it has worked.
fn status(number: u32) -> Option<(u32, u64)> {
    let text = std::fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let field = |at: usize| fields.get(at)?.parse::<u64>().ok();
    Some((field(1)? as u32, field(11)? + field(12)?))
}

/// The processes that draw pages of this tablet, with the time each has worked.
fn renderers(tablet: &Tablet) -> BTreeMap<u32, u64> {
    let profile = tablet.file("profile");
    let profile = profile.to_str().unwrap();
    let all = std::fs::read_dir("/proc").unwrap().flatten();
    let all: BTreeMap<u32, String> = all
        .filter_map(|process| {
            let number = process.file_name().to_str()?.parse().ok()?;
            let command = std::fs::read(process.path().join("cmdline")).ok()?;
            Some((number, String::from_utf8_lossy(&command).into_owned()))
        })
        .collect();
    let ours = |number: u32| {
        let mut at = number;
        while let Some((parent, _)) = status(at) {
            if all.get(&at).is_some_and(|command| command.contains(profile)) {
                return true;
            }
            at = parent;
        }
        false
    };
    let draws = all.iter().filter(|(_, command)| command.contains("--type=renderer")).map(|(number, _)| *number);
    draws.filter(|number| ours(*number)).filter_map(|number| Some((number, status(number)?.1))).collect()
}

/// The process that draws the tab one is in: the one that works when the page does.
fn renderer(tablet: &Tablet) -> u32 {
    let before = renderers(tablet);
    tablet.run("const end = performance.now() + 700; while (performance.now() < end);", &[]);
    let worked = renderers(tablet).into_iter().map(|(number, time)| (time - before.get(&number).unwrap_or(&0), number));
    worked.max().unwrap().1
}

fn signal(process: u32, name: &str) {
    assert!(Command::new("kill").args([name, &process.to_string()]).status().unwrap().success());
}

/// Waits until this tab writes, asking for it where it does not.
fn take_over(tablet: &Tablet) {
    let writes = "
        const ask = pressable('Use this tab instead')[0];
        if (ask && performance.now() - (window.askedAt || -1e9) > 5000) { window.askedAt = performance.now(); ask.click(); }
        return !ask && squeezed(document.querySelector('.status')?.innerText).startsWith('Saved on this tablet')";
    tablet.until_within(Duration::from_secs(60), "this tab writing", writes, &[]);
}

#[test]
#[ignore = "takes minutes; `make soak` runs it"]
fn tabs_that_take_over_from_one_another_lose_nothing_and_number_nothing_twice() {
    let seconds = scaled(60);
    let mut chance = Chance::new();
    let site = Site::open();
    let tablet = Tablet::ready(&site);
    let mut tabs: Vec<Tab> = vec![tablet.tab()];
    tabs.extend((1..TABS).map(|_| tablet.open_tab()));
    site.take_requests();

    // Whichever writes adds partners; the others take over.
    for (number, tab) in tabs.iter().enumerate() {
        tablet.switch_to(tab);
        begin(&tablet, HAND, &[json!(1 + chance.below(2_000_000_000)), json!(number)]);
    }
    let (mut told, mut taken) = (Told::default(), 0);
    let end = Instant::now() + Duration::from_secs(seconds as u64);
    while Instant::now() < end {
        std::thread::sleep(Duration::from_millis(200));
        tablet.switch_to(chance.one_of(&tabs));
        for path in site.take_requests() {
            taken += usize::from(path == "took");
            told.take(&path);
        }
    }
    for tab in &tabs {
        tablet.switch_to(tab);
        tablet.run("window.stopHand = true", &[]);
        tablet.until_within(Duration::from_secs(60), "the hand resting", "return window.handRests", &[]);
    }
    told.hear(&site);
    assert!(told.stuck.is_empty(), "the hand could not go on: {:?}", told.stuck);
    let mut kept: BTreeSet<String> = told.saved.iter().map(|saved| saved[1].as_str().unwrap().to_owned()).collect();
    let by_hand = kept.len();

    // The writer is stopped in the middle of everything.
    let mut stopped = 0;
    for round in 0..scaled(6) {
        let (sleeps, wakes) = (round % TABS, (round + 1 + chance.below(TABS as u64 - 1) as usize) % TABS);
        tablet.switch_to(&tabs[sleeps]);
        take_over(&tablet);
        tablet.add_partner(&format!("Before {round}"));
        let process = renderer(&tablet);
        tablet.switch_to(&tabs[wakes]);
        if renderer(&tablet) == process {
            // The browser draws both in one process, which cannot be stopped for one of them.
            continue;
        }
        signal(process, "-STOP");
        take_over(&tablet);
        for more in 0..3 {
            tablet.add_partner(&format!("Meanwhile {round}-{more}"));
        }
        signal(process, "-CONT");
        tablet.switch_to(&tabs[sleeps]);
        tablet.see_chip("Open in another tab");
        kept.insert(format!("Before {round}"));
        kept.extend((0..3).map(|more| format!("Meanwhile {round}-{more}")));
        stopped += 1;
    }

    let stored = Stored::of(&tablet);
    let book = stored.prove().unwrap_or_else(|why| panic!("{why}"));
    let times = |name: &String| with(&book, "partner", "name", name).count();
    let lost: Vec<&String> = kept.iter().filter(|name| times(name) == 0).collect();
    assert!(lost.is_empty(), "said to be saved and gone: {lost:?}");
    let twice: Vec<&String> = kept.iter().filter(|name| times(name) > 1).collect();
    assert!(twice.is_empty(), "there twice: {twice:?}");
    let streams: Vec<Stream> = book.seen().streams().map(|(stream, _)| stream).collect();
    assert_eq!(streams.len(), 1, "one tablet, one stream: {streams:?}");
    let alive = book.records("partner").filter(|row| row.is_alive()).count();
    for tab in &tabs {
        tablet.switch_to(tab);
        see_count(&tablet, alive);
    }
    println!(
        "take-overs: {TABS} tabs, {taken} asked for in {seconds} s with {by_hand} acknowledged saves, {stopped} from a stopped \
         process; {} saves in all, {alive} partners: 0 lost, 0 twice, 1 stream, all tabs the same",
        kept.len()
    );
    assert!(taken > 0 && by_hand > 0);
}
