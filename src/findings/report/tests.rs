use super::*;
use crate::capabilities::kinds::KINDS;
use crate::findings::evidence::{counted, receipt};
use crate::findings::kinds::finding::FINDING;
use crate::formats::cell::text_of;
use crate::formats::testing;
use crate::interviews::kinds::interview::{GIVES, INTERVIEW, MINOR, NAMED, NOTES, QUOTES, SPEAKER};
use crate::interviews::kinds::quote::QUOTE;
use crate::model::author::Author;
use crate::model::library::LIBRARY;
use crate::model::value::Value;
use crate::work::consent::{self, Agreed};
use crate::work::library::library_id;
use crate::work::testing::BY_CONSENT;

const NOW: Now = Now { ms: 1_795_356_840_000, offset_minutes: -240 };
/// The finding of these tests.
const F: Id = Id(0xf1);

fn set(book: &mut Book, kind: &str, id: u128, values: &[(&str, &str)]) {
    testing::set(book, kind, Id(id), values.iter().map(|(key, text)| ((*key).to_owned(), Value::text(*text))));
}

fn speaker(book: &mut Book, id: u128, interview: u128, about: &[(&str, &str)], grants: &[&'static str]) {
    let about = about.iter().map(|(key, text)| (*key, Value::text(*text)));
    let about = about.chain([("interview", Value::text(Id(interview).to_string()))]);
    let agreed = Agreed { grants: grants.to_vec(), ..Default::default() };
    let asked = consent::asked(&GIVES, agreed, Author { by: None, now: NOW });
    testing::set(book, SPEAKER.id, Id(id), order::values(about.chain(asked)));
}

fn quote(book: &mut Book, id: u128, interview: u128, speaker: u128, words: &str, stands_for: bool) {
    let (interview, speaker) = (Id(interview).to_string(), Id(speaker).to_string());
    set(book, QUOTE.id, id, &[("words", words), ("interview", &interview), ("speaker", &speaker)]);
    let (kind, id, values) = receipt(F, Id(id), stands_for);
    testing::set(book, kind, id, values);
}

/// Two conversations, three people, a finding with quotes for it and against it.
fn some() -> Book {
    let mut book = Book::new(KINDS);
    let held = [("outcome", "held"), ("where", "CANARY cafe"), ("memo", "CANARY memo"), ("called", "CANARY one")];
    for (id, when, language) in [(0x10, "2026-10-02T09:14:00-04:00", "es"), (0x20, "2026-09-30T09:14:00-04:00", "en")] {
        set(&mut book, INTERVIEW.id, id, &[&held[..], &[("when", when), ("language", language)]].concat());
    }
    set(&mut book, INTERVIEW.id, 0x30, &[("outcome", "refused"), ("when", "2026-01-01T09:14:00-04:00")]);
    let ana = [("name", "Ana Ruiz"), ("role", "parent"), ("neighbourhood", "Prospect Hill")];
    speaker(&mut book, 0x11, 0x10, &ana, &[NOTES, QUOTES, NAMED]);
    speaker(&mut book, 0x12, 0x10, &[("name", "CANARY Bo"), ("role", "parent")], &[NOTES, QUOTES, NAMED]);
    set(&mut book, SPEAKER.id, 0x12, &[("adult", MINOR)]);
    testing::set(&mut book, SPEAKER.id, Id(0x12), [("guardian".to_owned(), Value::Bool(true))]);
    speaker(&mut book, 0x21, 0x20, &[("name", "CANARY Cy"), ("role", "library"), ("voice", "staff")], &[NOTES, QUOTES]);
    let claim = [("claim", "Most know only <books> & \"films\""), ("claim_es", "Casi todos conocen solo los libros")];
    set(&mut book, FINDING.id, F.0, &[&claim[..], &[("why", "Show\nmore"), ("strategies", "Go out")]].concat());
    quote(&mut book, 0x41, 0x20, 0x21, "=They ask for <b>laptops</b>", false);
    quote(&mut book, 0x42, 0x10, 0x11, "“Solo libros”, dijo", true);
    quote(&mut book, 0x43, 0x10, 0x12, "Nobody told me\u{202e}", true);
    book
}

fn made(book: &Book) -> Report {
    report(book, &mut Index::default(), BY_CONSENT, NOW)
}

/// Every file that can be made of a report.
pub(crate) fn all_files(report: &Report) -> Vec<String> {
    let mut files = vec![html(report, &[Lang::En]), html(report, &[Lang::Es]), html(report, &Lang::ALL), json(report)];
    files.extend(Lang::ALL.map(|lang| csv(report, lang).unwrap()));
    files
}

#[test]
fn the_report_tells_how_was_listened_and_nothing_of_who_interviewed_where() {
    let mut book = some();
    let asking = r#"{"name":{"en":"For parents","es":"Para padres"},"questions":[]}"#;
    set(&mut book, GUIDE_VERSION.id, 0x71, &[("name", "For parents"), ("questions", asking)]);
    for interview in [0x10, 0x20] {
        set(
            &mut book,
            INTERVIEW.id,
            interview,
            &[("asked_with", &Id(0x71).to_string()), ("staff", &Id(0x72).to_string())],
        );
    }
    set(&mut book, "staff", 0x72, &[("name", "CANARY Marisol")]);
    let report = made(&book);
    assert_eq!(
        [report.interviews, report.refused, report.people],
        [PublicCount::Withheld; 3],
        "two, one and three are few"
    );
    assert_eq!(
        report.method(Lang::Es),
        [
            "Entrevistas realizadas: no se muestra",
            "Personas escuchadas: no se muestra",
            "No aceptaron una entrevista: no se muestra",
            "Del 30 sep. 2026 al 2 oct. 2026",
            "Idiomas: Inglés; Español",
            "Guías usadas: Para padres",
        ]
    );
    for file in all_files(&report) {
        assert!(!file.contains("CANARY"), "{file}");
        assert!(file.contains("Ana Ruiz") && file.contains("Prospect Hill"), "{file}");
    }
}

#[test]
fn the_page_begins_with_the_library_once_it_has_a_name() {
    let mut book = some();
    assert!(!html(&made(&book), &[Lang::En]).contains("class=\"library\""));
    set(&mut book, LIBRARY.id, library_id().0, &[("name", "Otis <Library>")]);
    let page = html(&made(&book), &[Lang::En]);
    let (library, title) = (page.find(">Otis &lt;Library&gt;</p>").unwrap(), page.find("<h1>").unwrap());
    assert!(library < title, "{page}");
}

#[test]
fn the_page_is_whole_safe_and_in_the_languages_asked_for() {
    let report = made(&some());
    let page = html(&report, &Lang::ALL);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">") && page.ends_with("</html>\n"));
    assert!(
        page.contains("<span lang=\"en\">1. Most know only &lt;books&gt; &amp; &quot;films&quot;</span>"),
        "{page}"
    );
    assert!(page.contains("<span lang=\"es\">1. Casi todos conocen solo los libros</span>"), "{page}");
    assert!(page.contains("<blockquote lang=\"\" dir=\"auto\">“Solo libros”, dijo</blockquote>"), "{page}");
    assert!(page.contains("&lt;b&gt;laptops&lt;/b&gt;") && !page.contains("<b>") && !page.contains('\u{202e}'));
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("src="), "it asks for nothing");
    let spanish = html(&report, &[Lang::Es, Lang::Es]);
    assert!(spanish.starts_with("<!doctype html>\n<html lang=\"es\">") && !spanish.contains("Most know"));
    assert!(
        spanish.contains("<figcaption>Ana Ruiz, madre, padre o cuidador, Prospect Hill · entrevista 1</figcaption>"),
        "{spanish}"
    );
    assert!(html(&report, &[]).contains("Most know"));
    // Elements open and close in pairs.
    for name in [
        "article",
        "section",
        "figure",
        "blockquote",
        "figcaption",
        "ul",
        "li",
        "p",
        "span",
        "table",
        "tr",
        "td",
        "th",
        "h3",
        "h4",
    ] {
        let opened = page.matches(&format!("<{name}>")).count() + page.matches(&format!("<{name} ")).count();
        assert_eq!(opened, page.matches(&format!("</{name}>")).count(), "{name}");
    }
}

#[test]
fn what_a_finding_means_is_told_in_the_languages_of_the_report() {
    let mut book = some();
    let spanish = [("why_es", "Mostrar\nmás <ya>"), ("strategies_es", "Salir\nPreguntar")];
    set(&mut book, FINDING.id, F.0, &spanish);
    let report = made(&book);
    let page = html(&report, &Lang::ALL);
    let why = "<span lang=\"en\">Show\nmore</span><span lang=\"es\">Mostrar\nmás &lt;ya&gt;</span>";
    assert!(page.contains(&format!("<p class=\"two\">{why}</p>")), "{page}");
    let strategy = "<span lang=\"en\">Go out</span><span lang=\"es\">Salir</span>";
    assert!(page.contains(&format!("<li class=\"two\">{strategy}</li>")), "{page}");
    // Nobody noted in which language words are that are there once.
    assert!(page.contains("<li lang=\"\" dir=\"auto\">Preguntar</li>"), "{page}");
    let spanish = html(&report, &[Lang::Es]);
    assert!(spanish.contains("<li>Salir</li>") && !spanish.contains("Go out"), "{spanish}");
    let document: serde_json::Value = serde_json::from_str(&json(&report)).unwrap();
    let finding = &document["findings"][0];
    assert_eq!((&finding["why"]["en"], &finding["strategies"][0]["es"]), (&"Show\nmore".into(), &"Salir".into()));
}

#[test]
fn few_are_not_told_and_cannot_be_worked_out() {
    let cells_of = |roles: &[(&'static str, usize)]| {
        let mut book = Book::new(KINDS);
        set(&mut book, INTERVIEW.id, 1, &[("outcome", "held")]);
        let people = roles.iter().flat_map(|(role, count)| vec![*role; *count]);
        for (at, role) in (0x100..).zip(people) {
            let about = [("role", role)];
            speaker(&mut book, at, 1, if role.is_empty() { &[] } else { &about }, &[]);
        }
        let told = made(&book).by_role.into_iter();
        told.map(|cell| format!("{}: {}", cell.what.say(Lang::En), cell.count.message().say(Lang::En)))
            .collect::<Vec<_>>()
    };
    let two = cells_of(&[("resident", 6), ("faith", 4), ("arts", 3), ("student", 9)]);
    let few = ["Arts, culture or media: not shown", "Faith community: not shown"];
    assert_eq!(two, ["Student: 9", few[0], few[1], "Resident: not shown"]);
    let one = cells_of(&[("resident", 6), ("student", 7), ("arts", 3)]);
    assert_eq!(one, ["Student: 7", few[0], "Resident: not shown"]);
    let many = cells_of(&[("resident", 6), ("", 5)]);
    assert_eq!(many, ["Resident: 6", "Not recorded: 5"]);
    // What could still be worked out is not said at all, and neither is who they are.
    for roles in [&[("resident", 5), ("faith", 1)][..], &[("resident", 5), ("faith", 1), ("arts", 1)], &[("", 3)]] {
        assert_eq!(cells_of(roles), Vec::<String>::new(), "{roles:?}");
    }
    assert_eq!(cells_of(&[("resident", 6), ("", 2)]), Vec::<String>::new());
}

#[test]
fn counts_behind_findings_are_told_like_all_others() {
    let mut book = some();
    for id in 0..6u128 {
        let needs = Value::List(vec![if id < 3 { "food".into() } else { "work".into() }]);
        let door = Value::text(Id(0x900 + id).to_string());
        testing::set(&mut book, "visit", Id(0x800 + id), [("door".to_owned(), door), ("needs".to_owned(), needs)]);
    }
    let (kind, id, values) = counted(F, "needs", "food");
    testing::set(&mut book, kind, id, values);
    let report = made(&book);
    assert_eq!(report.findings[0].counts[0].people, 3);
    let page = html(&report, &[Lang::En]);
    assert!(page.contains("Food: not shown of 6 answers, at not shown doors"), "{page}");
    let document: serde_json::Value = serde_json::from_str(&json(&report)).unwrap();
    let count = &document["findings"][0]["counts"][0];
    assert_eq!((&count["people"]["not_shown"], &count["of"]["exactly"]), (&true.into(), &6.into()));
}

#[test]
fn a_table_has_a_row_for_each_quote_and_runs_nothing() {
    let report = made(&some());
    let table = csv(&report, Lang::En).unwrap();
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let claim = "Most know only <books> & \"films\"";
    assert_eq!(
        rows[0],
        ["1", claim, "Supports it", "“Solo libros”, dijo", "Ana Ruiz, parent or caregiver, Prospect Hill", "1"]
    );
    assert_eq!(rows[1][4..], ["Parent or caregiver", "1"]);
    assert_eq!(rows[2][2..], ["Contradicts it", "'=They ask for <b>laptops</b>", "Library staff", "2"]);
    assert_eq!(text_of(&rows[2][3]), "=They ask for <b>laptops</b>");
    assert_eq!((rows.len(), table.starts_with('\u{feff}')), (3, true));
}

#[test]
fn a_program_reads_the_same_in_both_languages() {
    let report = made(&some());
    let document: serde_json::Value = serde_json::from_str(&json(&report)).unwrap();
    let finding = &document["findings"][0];
    assert_eq!(finding["claim"]["es"], "Casi todos conocen solo los libros");
    assert_eq!(finding["for"][0]["who"]["es"], "Ana Ruiz, madre, padre o cuidador, Prospect Hill");
    assert_eq!((&finding["against"][0]["interview"], &finding["speakers"]), (&2.into(), &2.into()));
    assert_eq!((&document["method"]["from"], &document["made"]), (&"2026-09-30".into(), &"2026-11-22".into()));
    // No identity of a record leaves.
    assert!(!json(&report).contains(&"0".repeat(20)), "{}", json(&report));
}

#[test]
fn whatever_tells_who_it_was_is_shown_before_it_leaves() {
    let mut book = some();
    set(&mut book, FINDING.id, F.0, &[("why", "Marisol saw it"), ("strategies", "Ask Kim Lee\nCall 860 555 0100")]);
    let spanish = [("why_es", "Lo vio Marisol"), ("strategies_es", "Preguntar a Kim Lee\nLlamar a Bo Díaz")];
    set(&mut book, FINDING.id, F.0, &spanish);
    set(&mut book, "staff", 0x74, &[("name", "Bo Díaz")]);
    set(&mut book, "staff", 0x72, &[("name", "Marisol")]);
    set(&mut book, "partner", 0x73, &[("name", "Kitchen"), ("contact_name", "Kim Lee")]);
    set(&mut book, QUOTE.id, 0x43, &[("shown", "Ana lives at 12 Main St, ask Ana")]);
    let report = made(&book);
    let shown = preview(&book, &report);
    let told: Vec<String> = shown
        .iter()
        .map(|shown| format!("{}: {} {}", shown.place.message().say(Lang::En), shown.kind.label().en, shown.text))
        .collect();
    assert_eq!(
        told,
        [
            "Finding 1, what it means: Name Marisol",
            "Finding 1, strategies: Name Kim Lee",
            "Finding 1, strategies: Phone number 860 555 0100",
            "Finding 1, strategies: Name Bo Díaz",
            "Finding 1, who said quote 1: Name Ana Ruiz",
            "Finding 1, quote 2: Name Ana",
            "Finding 1, quote 2: Address 12 Main St",
        ]
    );
    let granted: Vec<bool> = shown.iter().map(|shown| shown.granted).collect();
    assert_eq!(granted, [false, false, false, false, true, false, false]);
    assert_eq!((shown[0].quote, shown[4].quote, shown[5].quote), (None, Some(Id(0x42)), Some(Id(0x43))));
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}
