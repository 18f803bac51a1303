//! The house keeps its one rule: what belongs to one kind of outreach work lives in its own room, what two of them need
//! lies below, nothing below names a room, and a room names another only by what that one's `mod.rs` offers.
//!
//! Reads the imports of every file under `src` and fails on an arrow that runs up, on one into the inside of another
//! room, and on any circle. Tests inside the files may name what they like: they are no part of the house.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The floors, from the ground up. A file may name its own floor and those below.
const FLOORS: &[&[&str]] = &[
    &["model"],
    &["log"],
    &["ports"],
    &["formats"],
    &["work"],
    &["exchange"],
    &["ui"],
    &[
        "partners",
        "canvass",
        "hubs",
        "interviews",
        "findings",
        "asks",
        "events",
        "worksheets",
        "week",
        "checks",
        "competencies",
        "prompts",
        "services",
    ],
    &["capabilities"],
    &["desk"],
];
/// What stands beside the house: the browser's side of the ports knows these and nothing else.
const WEB: (&str, &[&str]) = ("web", &["model", "ports"]);
/// The floor of the rooms.
const ROOMS: usize = 7;

/// The files of the house by the path of their module, and what each names.
#[derive(Default)]
struct House {
    names: BTreeMap<Vec<String>, BTreeSet<Vec<String>>>,
}

impl House {
    /// The house under a folder.
    fn read(src: &Path) -> House {
        let mut files = BTreeMap::new();
        walk(src, &mut Vec::new(), &mut files);
        // What is built for tests alone is no part of the house.
        let tests: Vec<Vec<String>> = files.iter().flat_map(|(module, text)| test_modules(module, text)).collect();
        files.retain(|module, _| !tests.iter().any(|test| module.starts_with(test)));
        House::of(files)
    }

    /// A house of these files: the path of each module, and its text.
    fn of(files: BTreeMap<Vec<String>, String>) -> House {
        let mut house = House::default();
        for (module, text) in &files {
            let named = paths(module, text);
            // The module that a path leads into: the longest beginning of it that is a file.
            let into = named.into_iter().filter_map(|path| {
                let known = (1..=path.len()).rev().find(|length| files.contains_key(&path[..*length]));
                // What a room's mod.rs offers has one name behind the room's.
                known.map(|length| path[..length].to_vec())
            });
            house.names.insert(module.clone(), into.filter(|to| to != module).collect());
        }
        house
    }

    /// Everything that breaks the rule, in words.
    fn broken(&self) -> Vec<String> {
        let arrows = || self.names.iter().flat_map(|(from, all)| all.iter().map(move |to| (from, to)));
        let mut broken: Vec<String> = arrows().filter_map(|(from, to)| wrong(from, to)).collect();
        broken.extend(self.circles().into_iter().map(|circle| format!("a circle: {}", circle.join(" → "))));
        broken
    }

    /// The groups of files that need one another. What a module and its own inside name of each other is no circle: the
    /// one file would be too long otherwise.
    fn circles(&self) -> Vec<Vec<String>> {
        let graph: BTreeMap<&Vec<String>, Vec<&Vec<String>>> = self
            .names
            .iter()
            .map(|(from, all)| {
                let others = all.iter().filter(|to| !to.starts_with(from) && !from.starts_with(to));
                (from, others.filter(|to| self.names.contains_key(*to)).collect())
            })
            .collect();
        let reach = |from: &Vec<String>| {
            let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
            while let Some(at) = open.pop() {
                for to in &graph[at] {
                    if seen.insert((*to).clone()) {
                        open.push(to);
                    }
                }
            }
            seen
        };
        let reached: BTreeMap<&Vec<String>, BTreeSet<Vec<String>>> =
            graph.keys().map(|from| (*from, reach(from))).collect();
        let mut circles: Vec<Vec<String>> = Vec::new();
        let mut done = BTreeSet::new();
        for (from, all) in &reached {
            if !all.contains(*from) || done.contains(*from) {
                continue;
            }
            let circle: Vec<&Vec<String>> = all.iter().filter(|to| reached[to].contains(*from)).collect();
            done.extend(circle.iter().copied().cloned());
            circles.push(circle.iter().map(|module| module.join("::")).collect());
        }
        circles
    }
}

/// What is wrong with an arrow, if anything.
fn wrong(from: &[String], to: &[String]) -> Option<String> {
    let floor = |module: &[String]| FLOORS.iter().position(|rooms| rooms.contains(&module[0].as_str()));
    let said = |what: &str| Some(format!("{} names {}: {what}", from.join("::"), to.join("::")));
    if from.is_empty() || to.is_empty() || from[0] == to[0] {
        return None;
    }
    if from[0] == WEB.0 {
        return if WEB.1.contains(&to[0].as_str()) { None } else { said("the browser's side knows the ports alone") };
    }
    match (floor(from), floor(to)) {
        (None, _) | (_, None) => said("it stands on no floor"),
        (Some(here), Some(there)) if there > here => said("the arrow runs up"),
        (Some(ROOMS), Some(ROOMS)) if to.len() > 1 => said("that is the inside of another room"),
        _ => None,
    }
}

fn walk(folder: &Path, at: &mut Vec<String>, files: &mut BTreeMap<Vec<String>, String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
        if path.is_dir() {
            at.push(name);
            walk(&path, at, files);
            at.pop();
        } else if let Some(name) = name.strip_suffix(".rs") {
            if at.is_empty() && ["lib", "main"].contains(&name) {
                continue;
            }
            let own = (name != "mod").then(|| name.to_owned());
            files.insert(at.iter().cloned().chain(own).collect(), fs::read_to_string(&path).unwrap());
        }
    }
}

/// The modules of a file that are built for tests alone.
fn test_modules(module: &[String], text: &str) -> Vec<Vec<String>> {
    let named = text.split("#[cfg(test)]\n").skip(1).filter_map(|rest| {
        let name = rest.split_once("mod ").filter(|(before, _)| !before.contains('\n'))?.1.split_once([';', ' '])?.0;
        Some(module.iter().cloned().chain([name.to_owned()]).collect())
    });
    named.collect()
}

/// Every path into the crate that a file names outside its tests and comments, without `crate`.
fn paths(module: &[String], text: &str) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    let text = without_tests_and_comments(text);
    let words = words(&text);
    let mut depth = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match (words[at], words.get(at + 1).copied(), words.get(at + 2).copied()) {
            ("mod", Some(_), Some("{")) => {
                depth.push(true);
                at += 3;
                continue;
            }
            ("{", ..) => depth.push(false),
            ("}", ..) => drop(depth.pop()),
            ("crate" | "super", Some("::"), _) => {
                let inline = depth.iter().filter(|is_module| **is_module).count();
                let mut here: Vec<String> = module.to_vec();
                here.extend((0..inline).map(|_| String::new()));
                if words[at] == "crate" {
                    here.clear();
                } else {
                    here.pop();
                }
                at = tree(&words, at + 1, here, &mut found);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found.retain(|path| !path.is_empty() && path.iter().all(|name| !name.is_empty()));
    found
}

/// Reads what comes behind a `crate` or `super`: more names, or a group of them. Gives where it ends.
fn tree(words: &[&str], mut at: usize, mut here: Vec<String>, found: &mut BTreeSet<Vec<String>>) -> usize {
    while words.get(at) == Some(&"::") {
        match words.get(at + 1).copied() {
            Some("{") => {
                at += 2;
                while at < words.len() && words[at] != "}" {
                    if words[at] == "," {
                        at += 1;
                        continue;
                    }
                    let mut inner = here.clone();
                    if words[at] == "super" {
                        inner.pop();
                    } else if words[at] != "self" {
                        inner.push(words[at].to_owned());
                    }
                    at = tree(words, at + 1, inner, found);
                    if words.get(at) == Some(&"as") {
                        at += 2;
                    }
                }
                return at + 1;
            }
            Some("super") => {
                here.pop();
            }
            Some("<" | "*") | None => {
                found.insert(here);
                return at + 2;
            }
            Some(name) => here.push(name.to_owned()),
        }
        at += 2;
    }
    found.insert(here);
    at
}

/// Names and signs, `::` as one.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if rest.starts_with("::") => 2,
            first if first.is_alphanumeric() || first == '_' => {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            }
            first => first.len_utf8(),
        };
        if !first.is_whitespace() {
            words.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    words
}

/// A file up to its tests, without comments and strings, whose words are no imports.
fn without_tests_and_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let tests = line.trim_start() == "#[cfg(test)]";
        if tests && lines.peek().is_some_and(|next| next.trim_end().ends_with('{') && next.contains("mod ")) {
            // By the house's format, tests stand at the end of a file, or end with a brace in the first column.
            for line in lines.by_ref() {
                if line == "}" {
                    break;
                }
            }
            continue;
        }
        if tests {
            lines.next();
            continue;
        }
        let mut quoted = false;
        let mut before = ' ';
        for (at, c) in line.char_indices() {
            if !quoted && line[at..].starts_with("//") {
                break;
            }
            match c {
                '"' if before != '\\' && (before != '\'' || quoted) => quoted = !quoted,
                c if !quoted => kept.push(c),
                _ => {}
            }
            before = if before == '\\' && c == '\\' { ' ' } else { c };
        }
        kept.push('\n');
    }
    kept
}

#[test]
fn the_house_keeps_its_rule() {
    let house = House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(house.names.len() > 150, "the house was not found");
    let broken = house.broken();
    assert!(broken.is_empty(), "{} arrows break the rule:\n{}", broken.len(), broken.join("\n"));
}

fn planted(files: &[(&str, &str)]) -> Vec<String> {
    let files =
        files.iter().map(|(module, text)| (module.split("::").map(str::to_owned).collect(), (*text).to_owned()));
    House::of(files.collect()).broken()
}

#[test]
fn a_wrong_arrow_is_found() {
    let hub = ("hubs", "pub use stock::Stock; mod stock;");
    let stock = ("hubs::stock", "pub struct Stock;");
    assert_eq!(planted(&[hub, stock, ("partners", "use crate::hubs::Stock;")]), Vec::<String>::new());
    assert_eq!(planted(&[hub, stock, ("partners", "use crate::hubs::stock::Stock;")]).len(), 1, "a private one");
    assert_eq!(
        planted(&[hub, stock, ("work::undo", "use crate::{model::x, hubs::Stock};")]).len(),
        1,
        "one that runs up"
    );
    assert_eq!(
        planted(&[hub, stock, ("work::undo", "fn f() { crate::hubs::Stock; }")]).len(),
        1,
        "one without an import"
    );
    assert_eq!(planted(&[hub, stock, ("web::db", "use crate::hubs::Stock;")]).len(), 1, "the browser's side");
    assert_eq!(
        planted(&[hub, stock, ("ui", "// crate::hubs::Stock\n#[cfg(test)]\nmod tests {\n use crate::hubs;\n}\n")])
            .len(),
        0
    );
}

#[test]
fn a_circle_is_found() {
    let circle = planted(&[
        ("work::a", "use super::b::B;"),
        ("work::b", "use crate::work::c;"),
        ("work::c", "use super::{a::A, d};"),
    ]);
    assert_eq!(circle, ["a circle: work::a → work::b → work::c"]);
    assert!(planted(&[("work::a", "use super::b::B;"), ("work::b", ""), ("work::a::c", "use super::A;")]).is_empty());
}
