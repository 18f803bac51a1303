use super::*;
use crate::formats::columns::Target;
use crate::formats::csv_import::columns::guess_columns;
use crate::model::testing::cases;
use crate::partners::kinds::partner::PARTNER;
use proptest::prelude::*;

fn rows(text: &str) -> Vec<Vec<String>> {
    table(text, Lang::En).map(|table| table.rows.into_iter().map(|(_, cells)| cells).collect()).unwrap_or_default()
}

/// The first row by the names of its columns, those that say nothing left out.
fn first(text: &str) -> Vec<(&'static str, String)> {
    let cells = rows(text).into_iter().next().unwrap_or_default();
    COLUMNS.iter().map(|column| column.en).zip(cells).filter(|(_, cell)| !cell.is_empty()).collect()
}

fn said(text: &str) -> Vec<String> {
    let table = table(text, Lang::En).unwrap();
    table.problems.iter().map(|problem| problem.message.say(Lang::En)).collect()
}

fn expect(text: &str, wanted: &[(&str, &str)]) {
    let found = first(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(name, cell)| (*name, &**cell)).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn an_iphone_says_whom_to_ask_for() {
    expect(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.4//EN\r\nN:Freyre;Odalys;;Ms.;\r\nFN:Ms. Odalys Freyre\r\n\
         ORG:Harbor Food Shelf;Pantry\r\nTITLE:Coordinator\r\nitem1.EMAIL;type=INTERNET;type=pref:odalys@harbor.example\r\n\
         item1.X-ABLabel:_$!<Work>!$_\r\nTEL;type=CELL;type=VOICE:(860) 555-0121\r\n\
         TEL;type=WORK;type=VOICE;type=pref:(860) 555-0100\r\n\
         item2.ADR;type=WORK;type=pref:;;12 Main St\\nApt 3;Windham;CT;06280;United States\r\nitem2.X-ABADR:us\r\n\
         NOTE:Ring twice\\, then wait.\\nSpeaks Spanish\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRgABAQ\r\nEND:VCARD\r\n",
        &[
            ("Organization", "Harbor Food Shelf"),
            ("Contact name", "Ms. Odalys Freyre"),
            ("Phone", "(860) 555-0100"),
            ("Email", "odalys@harbor.example"),
            ("Street", "12 Main St, Apt 3"),
            ("City", "Windham"),
            ("State", "CT"),
            ("ZIP", "06280"),
            (
                "Notes",
                "Ring twice, then wait.\nSpeaks Spanish\nPhone (cell): (860) 555-0121\nDepartment: Pantry\nPosition: Coordinator",
            ),
        ],
    );
}

#[test]
fn outlook_writes_the_oldest_version() {
    expect(
        "BEGIN:VCARD\nVERSION:2.1\nN;LANGUAGE=en-us;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:N=FA=F1ez;Jos=E9\n\
         FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Jos=E9 N=FA=F1ez\nORG:Escuela R=EDo\nTEL;WORK;FAX:860 555 0177\n\
         TEL;WORK;VOICE:860 555 0100\n\
         ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;322 Prospect St=0D=0ASuite 4;Willimantic;CT;06226;United States of =\nAmerica\n\
         LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:322 Prospect St\nNOTE:Opens at eight\n  and closes late\nREV:20260101T000000Z\nEND:VCARD",
        &[
            ("Organization", "Escuela R=EDo"),
            ("Contact name", "José Núñez"),
            ("Phone", "860 555 0100"),
            ("Street", "322 Prospect St, Suite 4"),
            ("City", "Willimantic"),
            ("State", "CT"),
            ("ZIP", "06226"),
            ("Notes", "Opens at eight and closes late\nPhone (work, fax): 860 555 0177"),
        ],
    );
}

#[test]
fn google_and_the_newest_version_are_read() {
    expect(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Kim Nguyễn\nORG:Covenant Soup Kitchen\nTEL;VALUE=uri;PREF=1;TYPE=\"voice,work\":tel:+1-860-555-0114;ext=12\n\
         EMAIL;TYPE=work:mailto:kim@example.org\nEMAIL:kim@home.example\nADR;LABEL=\"12 Main: Street, CT\":12;Apt 3;220 Valley St;Willimantic;CT;06226;MX\nURL:https://example.org\nCATEGORIES:food,friends\nEND:VCARD\n",
        &[
            ("Organization", "Covenant Soup Kitchen"),
            ("Contact name", "Kim Nguyễn"),
            ("Phone", "+1-860-555-0114 x12"),
            ("Email", "kim@example.org"),
            ("Street", "220 Valley St, PO Box 12"),
            ("Unit", "Apt 3"),
            ("City", "Willimantic"),
            ("State", "CT"),
            ("ZIP", "06226"),
            ("Notes", "Email: kim@home.example\nCountry: MX\nWebsite: https://example.org\nGroups: food,friends"),
        ],
    );
}

#[test]
fn an_organization_alone_is_a_partner_that_one_can_reach() {
    for card in [
        "ORG:Harbor Food Shelf;\nX-ABShowAs:COMPANY\nFN:Harbor Food Shelf\nN:;;;;",
        "FN:Harbor Food Shelf\nORG:HARBOR food shelf",
        "KIND:org\nFN:Harbor Food Shelf",
        "ORG:Harbor Food Shelf",
    ] {
        let text = format!("BEGIN:VCARD\n{card}\nTEL;TYPE=work:(860) 555-0121\nEMAIL:desk@harbor.example\nEND:VCARD");
        let found = first(&text);
        assert_eq!(found[0].1.to_lowercase(), "harbor food shelf", "{card}");
        assert_eq!(
            found[1],
            ("Contact information", "(860) 555-0121 (work), desk@harbor.example".to_owned()),
            "{card}"
        );
        assert_eq!(found.len(), 2, "{card}");
    }
}

#[test]
fn somebody_without_an_organization_is_kept_and_it_is_said() {
    let text = "BEGIN:VCARD\nFN:Odalys Freyre\nTEL:860 555 0121\nEND:VCARD\nBEGIN:VCARD\nTEL:860 555 0199\nEND:VCARD";
    assert_eq!(rows(text)[0][..4], ["Odalys Freyre", "", "Odalys Freyre", "860 555 0121"].map(str::to_owned));
    assert_eq!(rows(text)[1][..4], ["860 555 0199", "", "", "860 555 0199"].map(str::to_owned));
    assert_eq!(said(text).len(), 2);
    assert!(said(text)[0].contains("names no organization") && said(text)[1].contains("has no name"));
}

#[test]
fn several_people_of_one_organization_are_one_row() {
    let text = "BEGIN:VCARD\nORG:Café Río\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Ana\nORG:Café Río\nTEL:860 555 0121\nEND:VCARD\n\
                BEGIN:VCARD\nFN:Bo Lee\nORG:CAFE RIO\nTITLE:Cook\nTEL;TYPE=cell:860 555 0122\nNOTE:Evenings\nEND:VCARD\n\
                BEGIN:VCARD\nFN:Cy\nORG:Café Río\nEND:VCARD";
    assert_eq!(rows(text).len(), 1);
    expect(
        text,
        &[
            ("Organization", "Café Río"),
            ("Contact information", "1"),
            ("Contact name", "Ana"),
            ("Phone", "860 555 0121"),
            ("Notes", "Also: Bo Lee, Cook, 860 555 0122 (cell), Evenings\nAlso: Cy"),
        ],
    );
    assert_eq!(said(text), ["Several contacts at Café Río. The first is the contact, the others are in the notes"]);
}

#[test]
fn ugly_files_are_read_and_what_is_left_out_is_said() {
    let text = "\u{feff}begin:vcard\rfn:Ana\rorg:One\rnote:first line\rHours: 9-5\rand a broken one\rBEGIN:VCARD\rEND:VCARD\r\
                stray words\rBEGIN:VCARD\rFN:Bo\rORG:Two\rBDAY:1980-01-01\rX-MASCOT:Otter\rPHOTO;BASE64:abcd\r\refgh\rTEL:860 555 0100";
    assert!(is_vcard(text));
    let found = rows(text);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].last().unwrap(), "first line\nHours: 9-5\nand a broken one");
    assert_eq!(found[1][..4], ["Two", "", "Bo", "860 555 0100"].map(str::to_owned));
    let table = table(text, Lang::En).unwrap();
    let lines: Vec<u64> = table.problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [9, 7, 1]);
    assert!(said(text)[2].ends_with("birthdays (1), photos (1), X-MASCOT (1)"), "{:?}", said(text));
    assert_eq!(super::table("BEGIN:VCARD\nEND:VCARD", Lang::En), Err(Unreadable::NoRows));
    assert!(!is_vcard("Name,Phone") && !is_vcard(""));
}

#[test]
fn the_columns_are_known_as_the_fields_of_a_partner() {
    let guessed = guess_columns(&PARTNER, &COLUMNS.map(|column| column.en.to_owned()));
    let key = |target: &Option<Target>| target.and_then(Target::field).map(|field| field.key);
    let contact = ["name", "main_contact", "contact_name", "contact_phone", "contact_email"];
    let wanted = contact.into_iter().chain(["address"; 5]).chain(["notes"]).map(Some);
    assert_eq!(guessed.iter().map(key).collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
}

/// What somebody may have typed into an address book.
fn typed() -> impl Strategy<Value = String> {
    "[A-Za-zñé0-9;,:\\\\=\" .]{0,12}[a-zñé]"
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

/// A line as a program folds it, so many characters at a time.
fn folded(line: &str, width: usize) -> String {
    let letters: Vec<char> = line.chars().collect();
    letters.chunks(width.max(1)).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join("\n ")
}

fn printed(value: &str) -> String {
    value.bytes().map(|byte| format!("={byte:02X}")).collect::<Vec<_>>().join("=\n").replace("=\n=", "=")
}

/// The letters of a text that are seen.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_text_is_too_much(text in "(BEGIN:VCARD\n|END:VCARD\r|FN:|TEL;TYPE=|=\n| |;|:|,|\\\\|\"|item1\\.|N;QUOTED-PRINTABLE:=C|\\PC|\n){0,40}") {
        table(&text, Lang::Es).ok();
    }

    #[test]
    fn nothing_is_lost_however_it_is_written(
        values in prop::collection::vec((0usize..7, typed()), 1..9),
        width in 1usize..40,
        oldest in any::<bool>(),
        end in 0usize..3,
    ) {
        const NAMES: [&str; 7] = ["FN", "ORG", "TEL", "EMAIL", "NOTE", "TITLE", "ADR"];
        let mut once = std::collections::HashSet::new();
        // One name and one organization; of everything else as much as there is.
        let values: Vec<_> = values.into_iter().filter(|(at, _)| *at > 1 || once.insert(*at)).collect();
        let mut lines = vec!["BEGIN:VCARD".to_owned(), format!("VERSION:{}", if oldest { "2.1" } else { "3.0" })];
        for (at, value) in &values {
            let value = if *at == 6 { format!(";;{}", escaped(value)) } else { escaped(value) };
            lines.push(match oldest {
                true => format!("{};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{}", NAMES[*at], printed(&value)),
                false => folded(&format!("{}:{value}", NAMES[*at]), width.max(8)),
            });
        }
        lines.push("END:VCARD".to_owned());
        let text = lines.join("\n").replace('\n', ["\n", "\r\n", "\r"][end]);
        let table = table(&text, Lang::En).unwrap();
        prop_assert_eq!(table.rows.len(), 1);
        let all = letters(&table.rows[0].1.join(" "));
        for (at, value) in &values {
            prop_assert!(all.contains(&letters(value)), "{} {:?} is not in {:?}", NAMES[*at], value, table.rows[0].1);
        }
        prop_assert_eq!(table.problems.iter().filter(|problem| problem.weight > Weight::Note).count(), 0);
    }
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(words::ALL), Vec::<String>::new());
}
