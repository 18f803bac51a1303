//! Every end-to-end journey runs in an engine at least, and the engines share evenly what one of them is enough for.
//!
//! Reads where each journey says that it runs: in its first line, if it does not run everywhere.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on may stop")]

#[path = "server/mod.rs"]
mod server;
#[path = "e2e/tablet/mod.rs"]
mod tablet;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use tablet::Engine;
use tablet::turns::Place;
use tablet::webdriver::root;

/// The programs and files that hold journeys.
fn files() -> Vec<PathBuf> {
    let tests = root().join("tests");
    let of_folder = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let programs =
        of_folder(tests.clone()).filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with("e2e"));
    let all = programs.chain(of_folder(tests.join("e2e")));
    all.filter(|file| file.extension().is_some_and(|end| end == "rs")).collect()
}

/// The engine and the reason that a journey names for running in one alone, where its first line does.
fn named(body: &str, how: &str) -> Option<(Engine, String)> {
    let (engine, why) = body.trim_start().strip_prefix(how)?.split_once(',').unwrap();
    let engine = Engine::ALL.into_iter().find(|known| format!("{known:?}") == engine.trim());
    let why = why.split('"').nth(1).unwrap_or_default();
    Some((engine.unwrap_or_else(|| panic!("no engine: {body:.60}")), why.to_owned()))
}

/// Where each journey runs.
fn journeys() -> BTreeMap<String, Place> {
    let mut journeys = BTreeMap::new();
    for file in files() {
        let text = fs::read_to_string(&file).unwrap();
        let program = file.file_stem().unwrap().to_str().unwrap();
        let mut elsewhere = 0;
        for journey in text.split("#[test]\nfn ").skip(1) {
            let (name, body) = journey.split_once("() {").unwrap();
            let one = named(body, "one_engine!(").map(|(engine, why)| (Place::InTurn(engine), why));
            let place = one.or_else(|| named(body, "only_in!(").map(|(engine, why)| (Place::Only(engine), why)));
            elsewhere += usize::from(place.is_some());
            let (place, why) = place.unwrap_or((Place::Everywhere, "it runs everywhere".to_owned()));
            assert!(!why.is_empty(), "{program}::{name} does not say why");
            journeys.insert(format!("{program}::{name}"), place);
        }
        let said = text.matches("one_engine!(").count() + text.matches("only_in!(").count();
        assert_eq!(
            text.matches("#[test]").count(),
            text.matches("#[test]\nfn ").count(),
            "{program}: every test is read"
        );
        assert_eq!(elsewhere, said, "{program}: where a journey runs stands in its first line");
        assert!(
            !text.contains("of_this_run"),
            "{program}: a journey leaves nothing out but by `one_engine!` or `only_in!`"
        );
    }
    journeys
}

#[test]
fn every_journey_runs_in_an_engine_at_least() {
    let journeys = journeys();
    assert!(journeys.len() > 60, "only {} journeys were found", journeys.len());
    for (journey, place) in &journeys {
        let runs = |turns: bool| Engine::ALL.into_iter().filter(|engine| place.includes(*engine, turns)).count();
        assert!(runs(true) >= 1, "{journey} runs nowhere");
        let all = if matches!(place, Place::Only(_)) { 1 } else { 3 };
        assert_eq!(runs(false), all, "{journey}, where everything is to be seen");
    }
    // What is run is what was counted here.
    let makefile = fs::read_to_string(root().join("Makefile")).unwrap();
    let engines = makefile.lines().find_map(|line| line.strip_prefix("ENGINES  ?= ")).unwrap();
    assert_eq!(engines.split(' ').collect::<Vec<_>>(), Engine::ALL.map(Engine::name));
}

#[test]
fn the_engines_take_turns_evenly() {
    let journeys = journeys();
    let turns = |engine| journeys.values().filter(|place| **place == Place::InTurn(engine)).count();
    let shares = Engine::ALL.map(|engine| (turns(engine), engine.name()));
    let (fewest, most) = (shares.iter().min().unwrap(), shares.iter().max().unwrap());
    assert!(most.0 - fewest.0 <= 2, "{} journeys are left to {}, {} to {}", most.0, most.1, fewest.0, fewest.1);
}
