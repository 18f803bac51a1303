use super::*;
use crate::capabilities::kinds::{KINDS, kind};
use crate::formats::testing::{book, set};
use crate::partners::kinds::partner::PARTNER;

const NOW: Now = Now { ms: 1_790_000_000_000, offset_minutes: -240 };
const SCHOOL: Id = Id(0xa);
const ANA: Id = Id(0xb);

fn json(book: &Book, public_only: bool) -> String {
    let mut export = OfficeJson::new(book, public_only, NOW);
    let mut bytes = Vec::new();
    while let Some(piece) = export.step().unwrap() {
        bytes.extend(piece);
    }
    assert_eq!(export.progress().done, export.progress().of);
    String::from_utf8(bytes).unwrap()
}

fn csv(book: &Book, kind: &'static Kind, lang: Lang, public_only: bool) -> String {
    let mut export = OfficeCsv::new(book, kind, lang, public_only);
    let mut bytes = Vec::new();
    while let Some(piece) = export.step().unwrap() {
        bytes.extend(piece);
    }
    assert_eq!(export.progress().done, export.progress().of);
    String::from_utf8(bytes).unwrap()
}

fn some() -> Book {
    let mut book = book(&[
        ("staff", ANA.0, &[("name", "Ana Núñez")]),
        ("contact", 0xc, &[("partner", &SCHOOL.to_string()), ("when", "2026-10-02T09:14:00-04:00")]),
        ("partner", 0xd, &[("name", "Gone")]),
    ]);
    set(&mut book, "partner", Id(0xd), [("_deleted".into(), Value::Bool(true))]);
    let fields = [
        ("name", Value::text("=cmd|' /C calc'!A0")),
        ("type", Value::text("school")),
        ("contact_phone", Value::text("+1 860 555 0100")),
        ("preferred_method", Value::List(vec!["email".into(), "phone".into()])),
        ("staff", Value::Text(ANA.to_string())),
        ("sponsor", Value::Bool(true)),
        ("address", Value::Map([("street".into(), "12 Main St".into()), ("zip".into(), "06226".into())].into())),
        ("notes", Value::text("One, \"two\"\nthree")),
    ];
    set(&mut book, "partner", SCHOOL, fields.map(|(key, value)| (key.to_owned(), value)));
    book
}

#[test]
fn a_record_reads_without_the_app() {
    let document: serde_json::Value = serde_json::from_str(&json(&some(), false)).unwrap();
    assert_eq!(document["kind"], "porchlight.office");
    assert_eq!(document["made"], "2026-09-21T10:13:20-04:00");
    let partners = document["records"]["partner"].as_array().unwrap();
    assert_eq!(partners.len(), 1, "deleted records stay out");
    let school = &partners[0];
    assert_eq!(school["id"], SCHOOL.to_string());
    assert_eq!(school["type"], "school");
    assert_eq!(school["staff"], ANA.to_string());
    assert_eq!(school["staff_name"], "Ana Núñez");
    assert_eq!(school["last_contact"], "2026-10-02");
    assert!(school["changed"].as_str().unwrap().ends_with('Z'));
}

#[test]
fn an_empty_book_is_a_whole_document_too() {
    let document: serde_json::Value = serde_json::from_str(&json(&Book::new(KINDS), false)).unwrap();
    assert_eq!(document["records"]["staff"], serde_json::json!([]));
}

#[test]
fn a_table_speaks_the_chosen_language_and_runs_nothing() {
    let table = csv(&some(), &PARTNER, Lang::Es, false);
    let header = table.lines().next().unwrap();
    assert!(header.starts_with("\u{feff}Socio/Empresa,Tipo de organización,"), "{header}");
    assert!(header.contains("Dirección: Calle y número,") && header.ends_with("ID de Porchlight"), "{header}");
    assert!(table.contains("\r\n'=cmd|' /C calc'!A0,Escuela,"), "{table}");
    assert!(table.contains(",'+1 860 555 0100,Correo electrónico; Teléfono,Ana Núñez,2026-10-02,"), "{table}");
    assert!(table.contains(",\"One, \"\"two\"\"\nthree\","), "{table}");
}

#[test]
fn what_is_private_appears_nowhere_in_public() {
    let mut book = Book::new(KINDS);
    for kind in KINDS {
        let id = Id(1);
        let text = |field: &Field| Value::Text(format!("{}{}", if field.private { "CANARY" } else { "ok" }, field.key));
        set(&mut book, kind.id, id, kind.fields().map(|field| (field.key.to_owned(), text(field))));
    }
    assert!(json(&book, false).contains("CANARY"));
    assert!(!json(&book, true).contains("CANARY"));
    for kind in KINDS {
        for lang in Lang::ALL {
            assert!(!csv(&book, kind, lang, true).contains("CANARY"), "{}", kind.id);
        }
    }
    assert!(csv(&book, kind("partner").unwrap(), Lang::En, false).contains("CANARY"));
}

#[test]
fn long_work_comes_in_pieces() {
    let mut book = Book::new(KINDS);
    for n in 0..1_201_u128 {
        set(&mut book, "staff", Id(n), [("name".into(), Value::Text(format!("Staff {n}")))]);
    }
    let mut export = OfficeCsv::new(&book, kind("staff").unwrap(), Lang::En, false);
    let mut seen = Vec::new();
    while export.step().unwrap().is_some() {
        seen.push(export.progress().done);
    }
    assert_eq!(seen, [0, 500, 1_000, 1_201]);
    let document: serde_json::Value = serde_json::from_str(&json(&book, false)).unwrap();
    assert_eq!(document["records"]["staff"].as_array().unwrap().len(), 1_201);
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}

#[test]
fn whoever_did_not_agree_is_called_by_no_name_where_a_record_links_to_them() {
    let callback = kind("callback").unwrap();
    let told = |agreed: Option<bool>| {
        let of = Id(0x21).to_string();
        let mut book = book(&[
            ("speaker", 0x21, &[("name", "Canary Luz")]),
            ("callback", 0x22, &[("speaker", &of), ("note", "Mornings")]),
        ]);
        if let Some(agreed) = agreed {
            set(&mut book, "speaker", Id(0x21), [("notes".into(), Value::Bool(agreed))]);
        }
        [json(&book, false), csv(&book, callback, Lang::En, false)].map(|file| file.contains("Canary"))
    };
    assert_eq!([Some(true), Some(false), None].map(told), [[true, true], [false, false], [false, false]]);
}
