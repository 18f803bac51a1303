use super::super::table::{RawTable, TableReader};
use super::*;
use crate::capabilities::kinds::KINDS;
use crate::formats::columns::Target;
use crate::model::text::Lang;

fn raw(text: &str) -> RawTable {
    let mut reader = TableReader::new(text.to_owned()).unwrap();
    while reader.step().unwrap() {}
    reader.finish().unwrap()
}

/// The headings, the first cells of the rows, and what is said of lines that are neither.
fn read(text: &str) -> (String, Vec<String>, Vec<u64>) {
    let raw = raw(text);
    let table = lay(&raw, find(&raw.rows));
    let first = table.rows.iter().map(|(_, cells)| cells[0].clone()).collect();
    (table.headers.join("|"), first, table.problems.iter().map(|problem| problem.line).collect())
}

#[test]
fn headings_are_found_under_titles_dates_and_blank_lines() {
    for (text, headers, rows) in [
        (
            "Riverside list,,,As of 5/3/2026\n,,,\nPartner/Company,Contact Name,Contact Email,Notes\nHarbor Food Shelf,Odalys Freyre,odalys@harbor.example,x\n",
            "Partner/Company|Contact Name|Contact Email|Notes",
            vec!["Harbor Food Shelf"],
        ),
        (
            "Outreach partners\nPrinted 11/26/2026, page 1\n\nAgency,Phone\nHead Start,860-555-0133\n",
            "Agency|Phone",
            vec!["Head Start"],
        ),
        (
            "Riverside Branch,Prepared by: Marisol\nFY 2026,Draft\nName,E-mail,City\nHead Start,a@b.example,Windham\n",
            "Name|E-mail|City",
            vec!["Head Start"],
        ),
        (
            "Lista de socios;;\nOrganización;Teléfono;Correo\nDespensa;860-555-0121;a@b.example\n",
            "Organización|Teléfono|Correo",
            vec!["Despensa"],
        ),
        ("\n\n,,\nName,Phone,\nAna,1,\n", "Name|Phone|", vec!["Ana"]),
        ("Contacts 2026\nName\nAna\nBo\n", "Name", vec!["Ana", "Bo"]),
        ("Name,2025,2026\nAna,1,2\n", "Name|2025|2026", vec!["Ana"]),
        ("StreetNo,StreetName,AptNo\n12,Maple St,3\n", "StreetNo|StreetName|AptNo", vec!["12"]),
        ("house_no,st_pre,st_name\n12,N,Main\n", "house_no|st_pre|st_name", vec!["12"]),
        ("Community School,Weekly sum\nA,12\nB,13\nC,14\n", "Community School|Weekly sum", vec!["A", "B", "C"]),
    ] {
        let (found, first, _) = read(text);
        assert_eq!((found.as_str(), first), (headers, rows.into_iter().map(str::to_owned).collect()), "{text}");
    }
}

#[test]
fn a_first_line_that_is_an_entry_stays_one() {
    for (text, rows) in [
        ("Harbor Food Shelf\nQuill Music School\nTarnow Repair\n", 3),
        ("odalys@harbor.example\ntomas@quill.example\nwren@nowhere.example\n", 3),
        ("Harbor Food Shelf,860-555-0121\nQuill Music School,860-555-0122\n", 2),
        ("Harbor Food Shelf,Odalys Freyre\nQuill Music School,Tomas Brandt\n", 2),
        ("12 Maple St,Windham,CT,06280\n14 Maple St,Windham,CT,06280\n", 2),
        ("Despensa del Puerto;(860) 555-0121\nTaller Tarnow;(860) 555-0122\n", 2),
        ("Riverside list\nHarbor Food Shelf,860-555-0121\nQuill Music School,860-555-0122\n", 2),
        ("Harbor Food Shelf,2026-05-03,4\nQuill Music School,2026-06-03,5\n", 2),
        ("Harbor Food Shelf,\n", 1),
    ] {
        let raw = raw(text);
        let heading = find(&raw.rows);
        assert_eq!((heading.lines, lay(&raw, heading).rows.len()), (0, rows), "{text}");
    }
}

#[test]
fn headings_in_two_lines_are_one_name_for_each_column() {
    for (text, headers, rows) in [
        (
            "Organization,,Contact,,\nName,City,Name,Phone,Email\nHead Start,Windham,Ana,860-555-0133,a@b.example\n",
            "Organization Name|City|Contact Name|Phone|Email",
            vec!["Head Start"],
        ),
        (
            "Partner/,Contact,Contact\nCompany,Name,Email\nHead Start,Ana,a@b.example\n",
            "Partner/|Contact|Contact",
            vec!["Head Start"],
        ),
        (
            "Organization,Phone,City\nOrganización,Teléfono,Ciudad\nHead Start,860-555-0133,Windham\n",
            "Organization|Phone|City",
            vec!["Head Start"],
        ),
        (
            "Contact,,Address,\nName,Phone,Street,City\nAna,860-555-0133,1 Elm St,Windham\n",
            "Contact Name|Phone|Street|City",
            vec!["Ana"],
        ),
    ] {
        let (found, first, _) = read(text);
        assert_eq!((found.as_str(), first), (headers, rows.into_iter().map(str::to_owned).collect()), "{text}");
    }
    // A second line whose words name no column is shown, so that nothing is lost without a word.
    let (.., said) = read("Organization,Phone,City\nOrganización,Teléfono,Ciudad\nHead Start,860-555-0133,Windham\n");
    assert_eq!(said, [2]);
    // An entry that says what headings say is an entry.
    let (_, first, _) = read("Name,Type,Status,Method\nNorwich Library,Library,Active,Phone\n");
    assert_eq!(first, ["Norwich Library"]);
}

#[test]
fn what_is_no_entry_among_the_rows_is_shown_and_left_out() {
    let text = "Name,Phone,City\nAna,1,x\nName,Phone,City\nBo,2,y\nTotal,2,\n\"* call first\",,\nNote: two are closed,,\nTotal Wellness,3,z\n";
    let (_, first, said) = read(text);
    assert_eq!((first, said), (vec!["Ana".into(), "Bo".into(), "Total Wellness".into()], vec![3, 5, 6, 7]));
    let (_, first, said) = read("Name,Phone,City\nTotal Wellness,,\nKey Bank,,\nSource for Youth,,\n");
    assert_eq!((first.len(), said), (3, vec![]));
}

#[test]
fn another_line_can_be_chosen() {
    let raw = raw("One,Two\nName,Phone,More\nAna,1,x\n");
    let table = lay(&raw, Heading::NONE);
    assert_eq!((table.rows.len(), table.headers), (3, vec![String::new(); 3]), "as wide as the widest row");
    let table = lay(&raw, Heading::line(2));
    assert_eq!((table.headers.join("|"), table.rows.len(), table.problems.len()), ("Ana|1|x".to_owned(), 0, 2));
}

#[test]
fn what_we_write_ourselves_has_its_headings_in_the_first_line() {
    for kind in KINDS {
        let fields = kind.fields().filter(|field| field.fits_a_cell());
        let targets = Target::written(fields);
        for lang in Lang::ALL {
            let mut text = Vec::new();
            let mut writer = csv::Writer::from_writer(&mut text);
            writer.write_record(targets.iter().map(|target| target.label(lang))).unwrap();
            writer.write_record(targets.iter().map(|_| "x")).unwrap();
            drop(writer);
            let raw = raw(&String::from_utf8(text).unwrap());
            assert_eq!(find(&raw.rows), Heading::line(0), "{} {lang:?}", kind.id);
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    assert_eq!(crate::model::text::faults(lines::words::ALL), Vec::<String>::new());
}
