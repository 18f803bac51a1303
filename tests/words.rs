//! Whether all that a person reads is written as people here write it. Walks every sentence of the source (the `words!`
//! tables and every `t("English", "Spanish")`: labels, helps, answers, purposes), the page that is there before the app,
//! and the spelling of the whole tree.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on may stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A sentence in both languages.
#[derive(Clone, Debug, Default)]
struct Sentence {
    file: String,
    /// The constant that holds it, if it stands in a table.
    name: String,
    en: String,
    es: String,
}

/// Spelled otherwise in the United States. Each is the beginning of words.
const BRITISH: &str = "\
    aluminium analysed analysing apologis armour artefact authoris behaviour capitalis catalogued categoris \
    centre cheque colour customis defence emphasise endeavour favour fibre finalis flavour grey harbour honour \
    humour initialis jewellery judgement kerb labour learnt licence litre manoeuvre maths maximis metre minimis \
    modernis mould moustache neighbour normalis offence optimis organis parlour plough practis prioritis \
    programme pyjama randomis realis recognis rumour sceptic serialis spelt standardis storey summaris \
    synchronis towards travelled travelling tyre utilis visualis whilst";

/// What only somebody who thinks in another language says.
#[rustfmt::skip]
const NO_IDIOM: &[&str] = &[
    "taken in", "take in ", "takes in", "taking it in", "came of", "rub out", "go on ", "goes on",
    "going on without", "broken off", "put right", "to date", "for good", "no network", "without a network",
    "cancelled", "made-up", "one a line", "stands behind", "speaks for", "speaks against", "any more", "somebody",
    "whom ",
];

/// Questions that stand on the library’s own sheets and are asked in these very words.
const ASKED_SO: &[&str] = &["What came of it?"];

/// What Spanish here says otherwise, and what speaks to a person as *tú* or *vosotros*.
#[rustfmt::skip]
const NO_HAY: &[&str] = &[
    "añadi", "añad", "saltar", "incorpor", "caducad", "derivaciones", "ordenador", "móvil", "vosotros", "vuestr",
    "puedes", "quieres", "tienes", "debes ", "estás", "eres ", "tú ", "contigo", "intro ",
];

/// The only sentences that are alike in both languages.
const ALIKE: &[&str] =
    &["fax", "Porchlight", "Porchlight {version}", "No", "Idea", "Kappa", "UTF-8", "English", "Español"];

/// Places that hold how many there are.
const COUNTS: &str =
    "all attempts columns count days doors hours interviews minutes of people quotes rows speakers talked";

/// What a number is said of only where there are very many, and what is no plural.
const NEVER_ONE: &[&str] = &["characters", "caracteres", "pieces", "piezas", "más", "menos"];

/// Words of source documents that are quoted as they stand there.
const QUOTED: &str = "neighbourhood/ community events";

fn british() -> Vec<&'static str> {
    BRITISH.split_whitespace().collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match path.is_dir() {
            true if ["fixtures", "fonts", "node_modules", "target", "schema"].contains(&&*name) => {}
            true => walk(&path, found),
            false => found.push(path),
        }
    }
}

/// A string of Rust that begins here, and what follows it.
fn string(text: &str) -> Option<(String, &str)> {
    let mut letters = text.strip_prefix('"')?.char_indices();
    let mut said = String::new();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some((said, &text[at + 2..])),
            '\\' => match letters.next()?.1 {
                'n' => said.push('\n'),
                // A line that goes on leaves out what the next one begins with.
                '\n' => {
                    let rest = letters.as_str();
                    let blank = rest.len() - rest.trim_start().len();
                    while letters.as_str().len() > rest.len() - blank {
                        letters.next();
                    }
                }
                other => said.push(other),
            },
            other => said.push(other),
        }
    }
    None
}

/// The sentences of a file, without those of its tests.
fn sentences(file: &str, text: &str) -> Vec<Sentence> {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('"').map(|open| at + open) {
        let before = text[..open].trim_end();
        let Some((en, rest)) = string(&text[open..]) else { break };
        at = text.len() - rest.len();
        let calls = before.strip_suffix('(').is_some_and(|before| {
            let name = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next();
            name == Some("t")
        });
        let name = before.strip_suffix('=').map(|before| before.trim_end());
        let name = name.and_then(|name| name.rsplit(char::is_whitespace).next()).unwrap_or_default();
        let is_constant =
            !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
        if !calls && !is_constant {
            continue;
        }
        let Some(second) = rest.strip_prefix(',').map(str::trim_start) else { continue };
        let Some((es, rest)) = string(second) else { continue };
        at = text.len() - rest.len();
        let name = if is_constant { name.to_owned() } else { String::new() };
        found.push(Sentence { file: file.to_owned(), name, en, es });
    }
    found
}

fn all_sentences() -> Vec<Sentence> {
    let mut files = Vec::new();
    walk(&root().join("src"), &mut files);
    let of_tests = |name: &str| name.split(['/', '.']).any(|part| part == "tests");
    let mut all = Vec::new();
    for path in files {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        if name.ends_with(".rs") && !of_tests(&name) && name != "src/model/text.rs" {
            all.extend(sentences(&name, &fs::read_to_string(&path).unwrap()));
        }
    }
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    all.extend(page.split("data-es=\"").skip(1).map(|rest| {
        let (es, rest) = rest.split_once("\">").unwrap();
        let en = rest.split_once('<').unwrap().0;
        Sentence { file: "index.html".to_owned(), en: en.to_owned(), es: es.to_owned(), ..Sentence::default() }
    }));
    all
}

/// The forms of a sentence, for one and for several, without the marks of the choice.
fn forms(words: &str) -> Vec<String> {
    let Some(bar) = words.find('|') else { return vec![words.to_owned()] };
    let open = words[..bar].rfind('{').unwrap();
    let (mut depth, mut bars, mut close) = (0_usize, Vec::new(), words.len());
    for (at, letter) in words.char_indices().skip_while(|(at, _)| *at < open) {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => {
                close = at;
                break;
            }
            '}' => depth -= 1,
            '|' if depth == 1 => bars.push(at),
            _ => {}
        }
    }
    let [first, second] = bars[..] else { panic!("not one form for one and one for several: {words}") };
    let with = |form: &str| forms(&format!("{}{form}{}", &words[..open], &words[close + 1..]));
    [with(&words[first + 1..second]), with(&words[second + 1..close])].concat()
}

fn places(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|after| after.find(['|', '}']).map(|end| &after[..end])).collect()
}

/// The same words, where a form for several does not name its own number any more: there it is never one.
fn without_sure_numbers(words: &str) -> String {
    let mut parts = words.split('{');
    let mut said = parts.next().unwrap_or_default().to_owned();
    let mut chosen = "";
    for part in parts {
        if let Some((place, _)) = part.split_once('|').filter(|(place, _)| !place.contains('}')) {
            chosen = place;
        }
        let is_sure = !chosen.is_empty() && part.starts_with(&format!("{chosen}}}"));
        said.push_str(if is_sure { part.split_once('}').map_or("", |(_, rest)| rest) } else { part });
        if !is_sure {
            said.insert(said.len() - part.len(), '{');
        }
        if part.matches('}').count() > usize::from(!part.contains('|')) {
            chosen = "";
        }
    }
    said
}

/// The words that follow a number and are those of several things: “{count} notes”.
fn plurals(words: &str) -> Vec<String> {
    let words = without_sure_numbers(words);
    let after = words.split('{').skip(1).filter_map(|after| after.split_once("} "));
    let counted = after.filter(|(place, _)| COUNTS.split(' ').any(|count| count == *place));
    let first = counted.map(|(_, rest)| rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
    first
        .filter(|word| word.len() > 3 && word.ends_with('s') && !NEVER_ONE.contains(word) || *word == "people")
        .map(str::to_owned)
        .collect()
}

/// Whether one of these is said of one thing, where another is said of several: “1 note” beside “{count} notes”.
fn has_twin(said: &[Sentence], one: &Sentence, plural: &str) -> bool {
    let stem = if plural == "people" { "person" } else { plural.trim_end_matches('s') };
    let stem: String = stem.chars().take(4).collect();
    said.iter().filter(|other| other.file == one.file && other.en != one.en).any(|other| {
        [&other.en, &other.es].iter().any(|words| words.split("1 ").skip(1).any(|rest| rest.starts_with(&stem)))
    })
}

/// What is wrong with a sentence, among all.
fn faults(all: &[Sentence], one: &Sentence) -> Vec<String> {
    let Sentence { en, es, .. } = one;
    let mut found = Vec::new();
    let mut wrong = |what: &str| found.push(what.to_owned());
    if en.trim().is_empty() != es.trim().is_empty() {
        wrong("said in one language alone");
    }
    if places(en) != places(es) {
        wrong("other places in the other language");
    }
    let bare = |words: &str| {
        forms(words).iter().any(|form| {
            form.split('{')
                .any(|part| part.split_once('}').map_or(part, |(_, after)| after).chars().any(char::is_alphabetic))
        })
    };
    if en == es && bare(en) && !ALIKE.contains(&&**en) {
        wrong("not translated");
    }
    let beginnings = |words: &str, of: &[&str]| {
        let lower = format!(" {} ", words.to_lowercase());
        let found = of.iter().find(|word| {
            lower.match_indices(**word).any(|(at, _)| !lower[..at].ends_with(|c: char| c.is_alphanumeric()))
        });
        found.map(|word| (*word).to_owned())
    };
    if let Some(word) = beginnings(&en.replace(QUOTED, ""), &british()) {
        wrong(&format!("“{word}” is spelled so elsewhere"));
    }
    if let Some(word) = beginnings(en, NO_IDIOM).filter(|_| !ASKED_SO.contains(&&**en)) {
        wrong(&format!("nobody here says “{word}”"));
    }
    if let Some(word) = beginnings(es, NO_HAY) {
        wrong(&format!("aquí nadie dice «{word}»"));
    }
    for words in [en, es] {
        if words.contains(['«', '»', '"', '\'', '`']) {
            wrong("quotation marks are “ and ”, an apostrophe is ’");
        }
        if words.contains("  ") || words.trim() != words {
            wrong("a space too many");
        }
        if words.contains("...") {
            wrong("an ellipsis is …");
        }
        for word in plurals(words) {
            if !has_twin(all, one, &word) {
                wrong(&format!("“1 {word}”"));
            }
        }
    }
    if es.contains('?') && !es.contains('¿') || es.contains('!') && !es.contains('¡') {
        wrong("a Spanish question begins with ¿");
    }
    found
}

fn said(file: &str, name: &str, en: &str, es: &str) -> Sentence {
    Sentence { file: file.to_owned(), name: name.to_owned(), en: en.to_owned(), es: es.to_owned() }
}

#[test]
fn every_sentence_is_of_here() {
    let all = all_sentences();
    assert!(all.len() > 1_500, "only {} sentences were found", all.len());
    let found: Vec<String> = all
        .iter()
        .flat_map(|one| faults(&all, one).into_iter().map(move |fault| (one, fault)))
        .map(|(one, fault)| format!("{} {}: {fault}: {} | {}", one.file, one.name, one.en, one.es))
        .collect();
    assert!(found.is_empty(), "{} sentences:\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_is_not_of_here_is_found() {
    for (en, es) in [
        ("Your neighbours", "Sus vecinos"),
        ("Taken in from", "Importado de"),
        ("Add", "Añadir"),
        ("Skip", "Saltar"),
        ("Write “{a}”", "Escriba «{a}»"),
        ("The tablet's notes", "Las notas"),
        ("One  two", "Uno dos"),
        ("Wait...", "Espere…"),
        ("{count} quotes", "{count} {count|cita|citas}"),
        ("{people} people", "{people} {people|persona|personas}"),
        ("{count} {count|quote|quotes}", "{count} citas"),
        ("Yours", "Puedes verlo"),
        ("Really?", "Seguro?"),
        ("Hello", ""),
        ("Hello", "Hello"),
        ("Hello {who}", "Hola"),
    ] {
        let one = said("a.rs", "A", en, es);
        assert!(!faults(std::slice::from_ref(&one), &one).is_empty(), "{en} | {es}");
    }
    for (en, es) in [
        ("{count} {count|quote|quotes}", "{count} {count|cita|citas}"),
        ("{all} {all|person came|people came}", "{all} {all|persona vino|personas vinieron}"),
        ("{count}: {what}", "{count}: {what}"),
        ("", ""),
    ] {
        let one = said("a.rs", "A", en, es);
        assert_eq!(faults(std::slice::from_ref(&one), &one), Vec::<String>::new(), "{en} | {es}");
    }
    let twins = [said("a.rs", "ONE", "1 note", "1 nota"), said("a.rs", "MANY", "{count} notes", "{count} notas")];
    assert_eq!(faults(&twins, &twins[1]), Vec::<String>::new());
}

#[test]
fn sentences_are_read_out_of_the_source() {
    let source = "words! {\n    A = \"One \\\"two\\\"\", \"Uno\";\n}\nlet b = t(\n    \"B \\\n       b\",\n    \"be\",\n);\n\
                  let c = at(\"no\", \"no\");\n#[cfg(test)]\nmod tests {\n    t(\"x\", \"x\");\n}\n";
    let found = sentences("a.rs", source);
    let found: Vec<[&str; 3]> = found.iter().map(|one| [&*one.name, &*one.en, &*one.es]).collect();
    assert_eq!(found, [["A", "One \"two\"", "Uno"], ["", "B b", "be"]]);
}

/// Days and times are said by `model/date.rs` alone, so that they are said one way.
#[test]
fn no_day_or_time_is_written_by_hand() {
    let mut files = Vec::new();
    walk(&root().join("src"), &mut files);
    for path in files {
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(!text.contains(".format(\"%"), "{}: say it with model/date.rs", path.display());
    }
}

/// Keys are for ever, also those that were once spelled otherwise; and what people call things in their spreadsheets.
fn without_keys(text: &str) -> String {
    let mut text = text.replace(QUOTED, "");
    for key in ["neighbourhood", "organisation", "organisation name"] {
        for quote in ['"', '\''] {
            text = text.replace(&format!("{quote}{key}{quote}"), "");
        }
    }
    text
}

#[test]
fn the_whole_tree_is_spelled_as_here() {
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches", "examples", "scripts", "style", "docs"] {
        walk(&root().join(folder), &mut files);
    }
    for file in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md", "index.html"] {
        files.push(root().join(file));
    }
    let read = ["rs", "js", "mjs", "sh", "css", "md", "html"];
    let mut found = Vec::new();
    for path in files {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let is_read = path.extension().is_some_and(|end| read.iter().any(|known| end == *known));
        // They know what other people write.
        let knows_others =
            ["tests/words.rs", "src/findings/report/scan/lists.rs", "src/formats/csv_import/columns/former.rs"]
                .contains(&&*name)
                || name.starts_with("src/model/address/");
        if !is_read || knows_others {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap().to_lowercase();
        for (at, line) in without_keys(&text).lines().enumerate() {
            let begins =
                |word: &str| line.match_indices(word).any(|(at, _)| !line[..at].ends_with(char::is_alphabetic));
            if let Some(word) = british().into_iter().find(|word| begins(word)) {
                found.push(format!("{name}:{}: {word}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{} lines:\n{}", found.len(), found.join("\n"));
}
